"""Manual pages in German: what is announced, changed, and sent to single people."""

MANUAL = {
    "LC020": """
Während labcamp die Datei ändern wollte, hat sie sich schon geändert: Jemand hat
sie im Editor gespeichert, oder ein Abgleich lief gerade. Damit nichts verloren
geht, hat labcamp nichts geschrieben. Ruft den Befehl noch einmal auf, dann
liest er die neue Fassung.
""",
    "LC021": """
labcamp ändert in einer Datei nur die eine Stelle und liest sie danach noch
einmal, um sicher zu sein, dass sonst alles gleich geblieben ist. Hier ginge das
nicht, meist weil die Datei ungewöhnlich geschrieben ist. Geschrieben ist
nichts. Tragt die Zeile, die im Tipp steht, selbst ein.
""",
    "LC022": """
In events/announced/ steht, was ihr angekündigt habt. Zu diesem Eintrag gibt es
keine Veranstaltung mehr. Wer ihren Termin im Kalender hat, erfährt so nicht,
was aus ihr geworden ist. Ist die Datei nur umbenannt, gebt ihr den alten Namen
zurück, denn der Name ist die Kennung im Kalender. Findet sie nicht statt, holt
die Datei zurück und sagt sie ab (labcamp cancel). Soll von ihr wirklich nichts
bleiben, löscht auch die Datei in events/announced/.
""",
    "LC023": """
Angekündigt heißt: Die Menschen wissen davon, und ihre Kalender halten den
Termin fest. Solange status: draft in der Datei steht, ist die Veranstaltung
noch nicht so weit. Setzt status: confirmed, verschickt die Einladung und ruft
dann labcamp announce auf.

Vorher:

    title: LabCamp
    status: draft
    date: 2027-03-11

Nachher:

    title: LabCamp
    status: confirmed
    date: 2027-03-11
""",
    "LC024": """
Zum Verlegen gehört ein neues Datum, eine neue Uhrzeit oder beides. Der Befehl
trägt sie in die Datei ein und lässt alles andere, wie es ist. Zum Beispiel:
labcamp reschedule 12 --date 2027-09-23 --time 15:00-18:00. Das alte Datum merkt
er sich unter moved_from:.
""",
    "LC025": """
Jede Art von Kalenderdatei ist für andere Menschen: die einen dürfen den Zugang
sehen, die anderen nicht. Deshalb macht ein Aufruf nur eine davon. Ruft den
Befehl noch einmal auf, mit der anderen Option.
""",
    "LC026": """
Der Zugang zu einer Veranstaltung, also Link, Kenncode und Telefonnummer, steht
nie in events/, denn daraus entsteht, was alle sehen. Er steht in private/, in
einer Datei mit demselben Namen. Dieser Ordner gehört nicht in git; labcamp init
sorgt dafür. So sieht die Datei aus:

    join:
      url: https://meet.example.org/raum
      passcode: "1234"
      phone: +49 30 1234567
""",
    "LC027": """
Ein Kalender kann nur zeigen, was einen Anfang und ein Ende hat. Beides folgt
aus dem Tag und der Uhrzeit der Veranstaltung und aus den Minuten jedes
Programmpunkts; fehlen sie bei einem, sind alle danach unbekannt, bis ein Punkt
ein eigenes start: hat.

Vorher:

    date: 2027-03-11
    time: 14:00-17:00
    agenda:
      - title: Ankommen

Nachher:

    date: 2027-03-11
    time: 14:00-17:00
    agenda:
      - {title: Ankommen, minutes: 15}
""",
    "LC028": """
Wer eine Einladung im Kalender annimmt oder ablehnt, antwortet damit per Mail,
und zwar an die Reihe. Ohne Adresse gingen die Antworten verloren, und manche
Mailprogramme zeigen die Einladung gar nicht erst an. Tragt in
events/series.yaml eine Adresse ein, die ihr alle lest.

Nachher:

    contact: {name: CityLAB, email: treffen@example.org}
""",
    "LC029": """
Eine Absage streicht den Termin aus dem Kalender derer, die ihn angenommen
haben. Das soll nicht aus Versehen geschehen, deshalb muss die Veranstaltung
zuerst abgesagt sein: labcamp cancel trägt status: cancelled und den Grund ein.
""",
    "LC030": """
Die Veranstaltung ist abgesagt. Eine Einladung würde den Termin wieder in die
Kalender bringen. Die Absage für einzelne Personen macht --cancel. Findet die
Veranstaltung doch statt, setzt status: confirmed und kündigt sie neu an.
""",
    "LC031": """
Im Kalender der Fristen steht, bis wann für eine Veranstaltung etwas zu tun ist.
Bisher ist das der Anmeldeschluss. Bei den Veranstaltungen, um die es geht, ist
keiner eingetragen.

Nachher:

    registration: {until: 2027-03-04}
    date: 2027-03-11
""",
    "LC032": """
Gesucht wird, wer bei einem Programmpunkt unter by: steht: eine Person mit ihrem
Namen oder eine Organisation mit ihrer Kennung. Ein Teil des Namens genügt, wenn
er nur zu einer Person passt. Wer moderiert oder einlädt, ohne einen eigenen
Programmpunkt zu haben, nimmt die Kalenderdatei der ganzen Veranstaltung.
""",
    "LC033": """
Diese Datei enthält, was nicht alle sehen sollen: den Zugang, eine Adresse oder
eure eigenen Fristen. Damit sie nicht mit out/ ins Netz gerät, schreibt labcamp
sie immer nach private/out/, das auch in git nicht vorkommt. Lasst --out weg und
holt die Datei von dort.
""",
    "LC034": """
Eine Einladung oder Absage an einzelne Personen ist schnell verschickt und
schwer zurückzuholen. Deshalb rät labcamp hier nicht, welche Veranstaltung
gemeint ist. Nennt ihren Namen, ihre Nummer, oder next für die nächste.
""",
    "LC035": """
Jede Mail hat ihre Zeit: Ein Dank passt nach dem Treffen, eine Erinnerung davor,
eine Absage nur zu einer abgesagten Veranstaltung, eine Änderungsmail nur, wenn
etwas anders ist als angekündigt (labcamp diff). »labcamp mails« zeigt alle mit
dem Tag, an dem sie fällig sind.

Wollt ihr eine Mail schon vorbereiten, macht sie mit --today so, wie sie an dem
Tag wäre: labcamp render-mail thanks 12 --today 2027-09-20
""",
    "LC036": """
»labcamp render-mail« macht eine der Mails rund um ein Treffen und will ihren
Namen. »labcamp mails« zeigt alle Namen, und mit der Tabulatortaste ergänzt das
Terminal sie.
""",
    "LC037": """
Ein Beitrag wird für einen bestimmten Kanal geschrieben, denn jeder zählt anders
und nimmt verschieden viel. Das genannte Wort ist keiner von denen, die labcamp
kennt: slack, mastodon, bluesky, linkedin und x. Zuerst kommt der Kanal, dann
die Veranstaltung: labcamp render-post mastodon next.
""",
    "LC038": """
Mit --to bekommt jede Person auf der Liste eine eigene Mail. Auf dieser ist
niemand übrig: Sie ist leer, oder jede Zeile fällt weg, zum Beispiel weil alle
abgesagt haben, keine Adresse da ist oder die Einwilligung fehlt. labcamp people
zeigt, welche Spalte wofür steht und welche Zeilen warum nicht mitzählen.
""",
    "LC039": """
--limit macht erst einmal nur für die ersten Personen einer Liste einen Entwurf,
damit ihr ihn in Ruhe ansehen könnt, ehe es alle werden. Ohne --to gibt es keine
Liste, sondern eine Mail für alle, also auch nichts zu zählen.

    labcamp render-mail confirmation 12 --to --limit 2
""",
}
