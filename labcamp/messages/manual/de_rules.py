"""Manual pages in German: what was left over, left out, or stands in the wrong place."""

MANUAL = {
    "LC910": """
Namen wie example.org und beispiel.de gehören niemandem, sie stehen in
Vorlagen und Anleitungen. Hier ist einer stehen geblieben, und die Veranstaltung
ist schon bestätigt. Dasselbe gilt für Musterstraße und Mustermann, wo eine
Anschrift oder ein Mensch stehen müsste. In events/series.yaml wird es wichtig,
sobald ein bestätigtes Treffen ansteht: Impressum und Kontakt stehen in jeder
Mail. domain: bleibt, wie es ist, denn es steckt in den Kalendereinträgen.

Vorher:

    status: confirmed
    date: 2027-03-11
    registration: https://example.org/anmelden

Nachher:

    status: confirmed
    date: 2027-03-11
    registration: https://labor.example/anmelden
""",
    "LC911": """
Ein Punkt hat mit start: eine eigene Anfangszeit, und zwischen ihm und allem
davor bleibt ein Loch. Oder das Programm endet lange vor dem Ende der
Veranstaltung. Auf dem Ausdruck und im Kalender steht dort nichts, und niemand
weiß, was gilt. Ist es eine Pause, tragt sie ein. Meist wurde aber eine Dauer
geändert und die Anfangszeit danach nicht.

Vorher:

    date: 2027-03-11
    time: 14:00-16:00
    agenda:
      - {title: Impuls, minutes: 45}
      - {title: Gespräch, start: 15:00, minutes: 60}

Nachher:

    date: 2027-03-11
    time: 14:00-16:00
    agenda:
      - {title: Impuls, minutes: 45}
      - {title: Pause, type: break, minutes: 15}
      - {title: Gespräch, start: 15:00, minutes: 60}
""",
    "LC912": """
Im Text steht die Anfangszeit der Veranstaltung mit einem Wochentag, an dem sie
nicht ist. Oft wurde sie verlegt, und der Satz blieb stehen. Am sichersten ist
es, den Wochentag gar nicht zu schreiben: labcamp setzt ihn überall selbst
dazu. Ist ein anderer Termin zur gleichen Stunde gemeint, nennt sein Datum.

Vorher:

    date: 2027-03-11
    time: 14:00-17:00
    summary: Wir treffen uns am Mittwoch um 14 Uhr.

Nachher:

    date: 2027-03-11
    time: 14:00-17:00
    summary: Wir treffen uns am Donnerstag um 14 Uhr.
""",
    "LC913": """
Eine Datei entsteht oft als Kopie der letzten, und dann bleibt deren Nummer
stehen, am häufigsten im Betreff des Newsletters und in der Adresse zum
Anmelden. Geprüft wird nur, wo die eigene Nummer stehen muss: in Titel, Thema,
Betreff, Vorschautext, im Hinweis und in der Adresse zum Anmelden, und in Sätzen
wie »Einladung zum ...«. Ein Rückblick auf frühere Ausgaben ist in Ordnung.

Vorher:

    number: 12
    date: 2027-09-16
    newsletter:
      subject: "LabCamp #11 am 16. September: Labore finden"

Nachher:

    number: 12
    date: 2027-09-16
    newsletter:
      subject: "LabCamp #12 am 16. September: Labore finden"
""",
    "LC914": """
Die Dateien in events/ liegen in git. Was dort einmal steht, bleibt in der
Geschichte, auch wenn jemand die Stelle wechselt oder nicht mehr angeschrieben
werden möchte. Nehmt eine Adresse der Stelle, die mehrere lesen. labcamp nennt
die Adresse hier nicht ganz, damit sie nicht in Protokollen steht.

Vorher:

    contact: ida.beispiel@stadt.example

Nachher:

    contact: labor@stadt.example
""",
    "LC915": """
Ohne Lizenz darf niemand Folien, Papiere oder Bilder weiterverwenden, auch wenn
alle es wollen. Fragt die Urheber:innen, ob ihr das Ihre zeigen dürft und unter
welcher Lizenz, am besten schon mit der Zusage. CC BY 4.0 heißt: Jede Person
darf es nutzen, wenn sie die Namen nennt.

Vorher:

    status: confirmed
    date: 2026-12-10
    links:
      - {title: Folien, url: https://labor.example/folien, type: slides}

Nachher:

    status: confirmed
    date: 2026-12-10
    links:
      - title: Folien
        url: https://labor.example/folien
        type: slides
        licence: CC BY 4.0
        consent: ja
""",
    "LC916": """
Nach zwei Wochen ist die Erinnerung noch frisch, nach zwei Monaten nicht mehr.
Schon drei Angaben genügen, damit der nächste Newsletter zurückblicken kann: wie
viele da waren, was sie mitgenommen haben, und wo es etwas nachzulesen gibt.
Nach zwei Jahren fragt labcamp nicht mehr.

Vorher:

    status: confirmed
    date: 2026-11-12

Nachher:

    status: confirmed
    date: 2026-11-12
    attendance: {people: 34, labs: 21}
""",
    "LC917": """
Tag und Monat stimmen, aber das Jahr ist das der Vorlage, aus der die Datei
kopiert wurde. Dasselbe gilt für das Jahr hinter dem Namen der Reihe und in der
Adresse zum Anmelden. Sätze über früher sind in Ordnung. Ist wirklich das
frühere Jahr gemeint, sagt es mit einem Kommentar.

Vorher:

    date: 2027-03-11
    summary: Kommt am 11. März 2026 vorbei.

Nachher:

    date: 2027-03-11
    summary: Kommt am 11. März 2027 vorbei.
""",
    "LC918": """
Diese Veranstaltung hat dieselbe Adresse wie eine frühere: zum Anmelden, für die
Umfrage oder für den Ort. Meist kam sie mit, als die Datei kopiert wurde, und
alle landen auf der Seite vom letzten Mal. Haben schon mehrere Treffen dieselbe
Adresse, hält labcamp sie für eine Seite, die immer gilt, und schweigt; auch
über mailto: und die Startseite der Reihe.
""",
    "LC919": """
In der Datei steht ein Punkt hinter einem, der am selben Tag im selben Raum
später beginnt. labcamp nimmt die Punkte in der Reihenfolge der Datei: So stehen
sie auf dem Ausdruck und in den Mails. Verschiebt den Punkt, oder berichtigt
seine Anfangszeit.

Vorher:

    date: 2027-03-11
    agenda:
      - {title: Gespräch, start: 15:00, minutes: 60}
      - {title: Impuls, start: 14:00, minutes: 60}

Nachher:

    date: 2027-03-11
    agenda:
      - {title: Impuls, start: 14:00, minutes: 60}
      - {title: Gespräch, start: 15:00, minutes: 60}
""",
}
