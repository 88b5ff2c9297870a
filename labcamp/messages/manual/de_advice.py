"""Manual pages in German: what is good to know and stops nothing."""

MANUAL = {
    "LC901": """
labcamp merkt sich, was es geschrieben hat. Diese Datei sieht jetzt anders aus,
also hat sie jemand von Hand geändert, und labcamp lässt sie in Ruhe. Sollen
eure Änderungen bleiben, ist nichts zu tun. Wollt ihr die neue Fassung, löscht
die Datei oder nehmt --force. Was bleiben soll, gehört in die
Veranstaltungsdatei oder in eine Vorlage.
""",
    "LC902": """
Wer eine Mail oder eine Seite veröffentlicht, muss meist sagen, wer dafür
verantwortlich ist. In events/series.yaml steht dazu noch nichts, deshalb zeigen
die Entwürfe einen Platzhalter. Tragt den Text ein oder die Adresse der Seite,
auf der er steht.

Nachher:

    imprint: https://example.org/impressum
""",
    "LC903": """
Wer einen Newsletter bekommt, muss ihn leicht wieder abbestellen können; das
verlangt auch das Gesetz. In events/series.yaml steht noch nicht, wie, deshalb
zeigen die Entwürfe einen Platzhalter. Tragt eine Adresse im Web ein, oder
mailto: mit einer Mailadresse.

Nachher:

    newsletter:
      unsubscribe: mailto:labcamp@example.org
""",
    "LC904": """
Die Veranstaltung ist abgesagt, und alle Texte sagen das zuerst. Wer sich
angemeldet hat, möchte auch wissen, warum. Ein Satz genügt; wollt ihr keinen
Grund nennen, bleibt es dabei.

Vorher:

    title: LabCamp
    status: cancelled

Nachher:

    title: LabCamp
    status: cancelled
    reason: Wir finden keinen Raum.
""",
    "LC905": """
Die Reihe ist eingerichtet, aber noch gibt es keine Veranstaltung, aus der etwas
entstehen könnte. Das ist am Anfang richtig so. »labcamp new-event« fragt nach
dem Nötigsten und legt die erste Datei an.
""",
    "LC906": """
Die Veranstaltung ist angekündigt, und ihre Datei sagt jetzt etwas anderes. In
den Kalenderdateien zählt labcamp deshalb schon eine Fassung weiter, damit die
Kalender die Änderung übernehmen. Wer keine Datei abonniert hat, erfährt davon
nur durch eine Mail. Habt ihr allen Bescheid gesagt, ruft labcamp announce auf;
bis dahin erinnert euch dieser Hinweis daran.
""",
    "LC907": """
In dieser Kalenderdatei ist jeder Programmpunkt ein eigener Eintrag. Die
genannten fehlen darin, denn sie haben keinen Anfang oder kein Ende. Beides
folgt aus der Uhrzeit der Veranstaltung und den Minuten jedes Punktes; ein Punkt
ohne Minuten macht alle danach unbekannt.
""",
    "LC908": """
Die Veranstaltung hat einen neuen Tag, und der alte steht unter moved_from:. In
einem Text, den ihr selbst geschrieben habt, kommt der alte Tag noch vor, etwa
im Betreff des Newsletters. labcamp ändert eure Sätze nicht. Nennt dort den
neuen Tag; soll der alte wirklich genannt werden, ist nichts zu tun.

Vorher:

    date: 2027-03-18
    moved_from: 2027-03-11
    summary: Wir treffen uns am 11. März.

Nachher:

    date: 2027-03-18
    moved_from: 2027-03-11
    summary: Wir treffen uns am 18. März.
""",
    "LC909": """
Diese Organisation steht in events/organisations.yaml, aber keine Veranstaltung
nennt sie: nicht als Gastgeberin, nicht bei einem Menschen, auch die Reihe
nicht. Vielleicht hat sich eine Kennung verschrieben, oder ein Treffen ist
weggefallen. Löscht den Eintrag, oder lasst ihn mit einem Kommentar stehen.
""",
    "LC940": """
Wird ein Beitrag zu lang, lässt labcamp weg, was fehlen kann: den Schlusssatz,
Satz für Satz den Teaser, dann Ort, Grund oder Zahlen, das Thema und zuletzt die
Hashtags. Hier hat auch das nicht gereicht: Titel, Termin und Link allein sind
länger, als der Kanal erlaubt. Mitten im Satz schneidet labcamp nichts ab,
deshalb steht der Beitrag ganz in der Datei. Kürzt ihn dort, oder gebt der
Veranstaltung einen kürzeren Titel.
""",
    "LC941": """
Wer sich zu einem Treffen im Netz angemeldet hat, bekommt mit dieser Mail den
Zugang. Er steht nie in events/, sondern in private/, und diese Datei fehlt noch
oder nennt keine Adresse. Der Entwurf hat an der Stelle eine Lücke, die ihr auch
von Hand füllen könnt.

So sieht private/labcamp-12.yaml dann aus:

    join: {url: https://meet.example.org/raum, passcode: "1234"}
""",
    "LC942": """
labcamp merkt sich, welche Entwürfe es geschrieben hat. Diesen habt ihr seither
geändert, deshalb bleibt er bei jedem neuen Lauf, wie er ist. Welcher es ist,
sagt die Zeile der Liste; der Name der Datei ist die Adresse der Person. Soll
der neue Text gelten, löscht die Datei oder nehmt --force, das alle ersetzt.
""",
    "LC943": """
Wer nicht mehr auf der Liste steht, soll auch keine Mail mehr bekommen. Deshalb
löscht jeder Lauf ohne --limit die Entwürfe für alle, die nicht mehr dabei sind.
Einen, den ihr selbst geändert habt, löscht er nie. Seht ihn an: Die Adresse ist
der Name der Datei. Gehört er niemandem mehr, löscht ihn.
""",
    "LC944": """
labcamp bringt die Schriften mit, mit denen es druckt: für Sprachen in
lateinischer, griechischer und kyrillischer, hebräischer und arabischer Schrift,
dazu Pfeile, Haken und Emojis. Das genannte Zeichen hat keine davon, auf Papier
steht dort das Ersatzzeichen. In Mails und auf Webseiten ist es da, denn dort
kommen die Schriften vom Gerät.

Vorher:

    title: Ein Gruß aus 東京

Nachher:

    title: Ein Gruß aus Tokio

Wo nichts gedruckt wird, schaltet ihr den Rat in series.yaml ab: rules:
{no-glyph: "wir drucken nicht"}.
""",
    "LC945": """
In dieser Zelle der Liste steht ein Zeichen, das keine der Schriften hat, mit
denen labcamp druckt. Auf dem Schild oder in der Liste steht dort das
Ersatzzeichen. Schreibt den Namen in der Tabelle so, wie er gedruckt werden
kann, oder tragt das Zeichen von Hand ein. Am besten fragt ihr den Menschen, den
es betrifft.
""",
    "LC948": """
PDF-Dateien setzt labcamp mit Typst, und davon gibt es noch keine Fassung für
Windows auf ARM. Alles andere wird gemacht. Die Seite agenda.html ist für A4
gemacht: Öffnet sie im Browser und druckt sie aus.
""",
}
