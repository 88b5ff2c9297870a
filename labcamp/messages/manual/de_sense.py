"""Manual pages in German: times, people and places that do not fit each other."""

MANUAL = {
    "LC301": """
Ein Programmpunkt beginnt, bevor die Veranstaltung angefangen hat oder nachdem
sie zu Ende ist. In der Einladung stünde dann eine andere Zeit als im Programm.
Ändert start: beim Programmpunkt oder time: bei der Veranstaltung. Ohne start:
beginnt ein Punkt einfach, wenn der davor zu Ende ist.

Vorher:

    time: 14:00-17:00
    agenda:
      - title: Ausklang
        start: 17:30

Nachher:

    time: 14:00-18:00
    agenda:
      - title: Ausklang
        start: 17:30
""",
    "LC302": """
Zwei Programmpunkte laufen zur gleichen Zeit im selben Raum. Ändert start: oder
minutes: bei einem von beiden. Sollen sie nebeneinander laufen, nennt bei jedem
einen anderen Raum.

Vorher:

    agenda:
      - {title: Werkstatt, start: 14:00, minutes: 60}
      - {title: Gespräch, start: 14:30, minutes: 60}

Nachher:

    agenda:
      - {title: Werkstatt, start: 14:00, minutes: 60, room: Saal}
      - {title: Gespräch, start: 14:30, minutes: 60, room: Foyer}
""",
    "LC303": """
Eine Person steht zur gleichen Zeit bei zwei Programmpunkten in verschiedenen
Räumen. Gleicher Name heißt für labcamp: dieselbe Person. Verschiebt einen der
beiden Punkte, oder tragt jemand anderen ein. Sind es wirklich zwei Menschen
gleichen Namens, unterscheidet sie, zum Beispiel durch einen Titel.
""",
    "LC304": """
Die Minuten der Programmpunkte ergeben zusammen mehr Zeit, als die Veranstaltung
hat; ist kein Ende bekannt, gilt Mitternacht. Genannt wird der erste Punkt, der
darüber hinausreicht. Kürzt ihn oder einen davor, oder verlängert time:.

Vorher:

    time: 14:00-17:00
    agenda:
      - {title: Impuls, minutes: 120}
      - {title: Gespräch, minutes: 90}

Nachher:

    time: 14:00-17:00
    agenda:
      - {title: Impuls, minutes: 90}
      - {title: Gespräch, minutes: 90}
""",
    "LC305": """
Das Ende liegt vor dem Anfang oder fällt mit ihm zusammen. Meist sind die beiden
vertauscht oder eine Ziffer ist verrutscht. Über Mitternacht kann time: nicht
reichen, denn es gilt für jeden Tag neu.

Vorher:

    time: 17:00-14:00

Nachher:

    time: 14:00-17:00
""",
    "LC306": """
In einer Nacht im März wird die Uhr eine Stunde vorgestellt, von zwei auf drei.
Die Stunde dazwischen gibt es an diesem Tag nicht, und jeder Kalender macht
etwas anderes daraus. Nehmt eine Zeit davor oder danach, oder prüft, ob Tag und
Zeitzone stimmen.
""",
    "LC307": """
In einer Nacht im Oktober wird die Uhr eine Stunde zurückgestellt, von drei auf
zwei. Die Stunde dazwischen gibt es an diesem Tag zweimal, und niemand kann
wissen, welche gemeint ist. Nehmt eine Zeit davor oder danach, oder prüft, ob
Tag und Zeitzone stimmen.
""",
    "LC308": """
In YAML beginnt mit # ein Kommentar, wenn ein Leerzeichen davor steht. Alles
dahinter fehlt dann im Text, und man sieht es erst in der fertigen Einladung.
Setzt den ganzen Text in Anführungszeichen. Ist es wirklich ein Kommentar,
schreibt hinter # ein Leerzeichen.

Vorher:

    title: LabCamp #3

Nachher:

    title: "LabCamp #3"
""",
    "LC309": """
Im Text steht noch ein Platzhalter wie TBA oder FIXME. Die Veranstaltung ist
aber bestätigt, der Platzhalter stünde also in der Einladung. Tragt ein, was
fehlt, oder löscht die Zeile: Was unbekannt ist, darf fehlen. Solange noch viel
offen ist, setzt status: draft.

Vorher:

    title: LabCamp
    status: confirmed
    date: 2027-03-11
    place: TBA

Nachher:

    title: LabCamp
    status: confirmed
    date: 2027-03-11
""",
    "LC310": """
Man könnte sich noch anmelden, wenn die Veranstaltung schon begonnen hat.
Vermutlich wurde der Termin verschoben und die Frist nicht. Setzt until: auf den
ersten Tag oder davor.

Vorher:

    date: 2027-03-11
    registration:
      until: 2027-03-12

Nachher:

    date: 2027-03-11
    registration:
      until: 2027-03-04
""",
    "LC311": """
Zwei Veranstaltungen haben dieselbe Nummer, und damit meist auch denselben
Titel. Oft wurde eine Datei kopiert und die Nummer nicht geändert. Gebt einer
der beiden eine andere Nummer, oder löscht die Zeile und schreibt einen eigenen
Titel.
""",
    "LC312": """
An der UID erkennt ein Kalender einen Eintrag wieder. Haben zwei Veranstaltungen
dieselbe, ersetzt die eine die andere. Meist wurde eine Datei kopiert. Löscht
die Zeile uid: in der neueren Datei, labcamp bildet dann selbst eine.
""",
    "LC314": """
Ein Programmpunkt steht an einem Tag, den die Veranstaltung nicht hat. Die Tage
zählen ab 1, in der Reihenfolge von date:. Ändert day: beim Programmpunkt oder
die Tage der Veranstaltung.

Vorher:

    date: 2027-03-11/2027-03-12
    agenda:
      - {title: Ankommen, day: 3}

Nachher:

    date: 2027-03-11/2027-03-12
    agenda:
      - {title: Ankommen, day: 2}
""",
    "LC315": """
An seiner Kennung wird ein Programmpunkt in Kalendern und Links wiedererkannt,
deshalb darf es sie nur einmal geben. Gebt einem der beiden eine andere id:,
oder löscht die Zeile, wenn ihr sie nicht braucht.

Vorher:

    agenda:
      - {title: Kaffee, id: kaffee}
      - {title: Noch ein Kaffee, id: kaffee}

Nachher:

    agenda:
      - {title: Kaffee, id: kaffee}
      - {title: Noch ein Kaffee, id: kaffee-2}
""",
    "LC316": """
Die Veranstaltung ist als bestätigt eingetragen, aber niemand kann sehen, wann
sie ist. Tragt den Tag ein; ist nur der Monat bekannt, genügt der. Steht noch
nichts fest, ist sie ein Entwurf.

Vorher:

    title: LabCamp
    status: confirmed

Nachher:

    title: LabCamp
    status: confirmed
    date: 2027-03
""",
    "LC317": """
Aus title_pattern: in series.yaml und der Nummer entsteht der Titel jeder
Veranstaltung. Ohne {number} hätten alle denselben. Setzt {number} an die
Stelle, an der die Nummer stehen soll.

Vorher:

    title_pattern: LabCamp

Nachher:

    title_pattern: "LabCamp #{number}"
""",
    "LC318": """
In einem Text stehen ein Wochentag und ein Datum, die nicht zusammenpassen. Wer
das liest, weiß nicht, wann es losgeht. Ohne Jahreszahl wird nur verglichen, was
ein Tag der Veranstaltung selbst ist, ihr früherer Tag oder der Anmeldeschluss.

Vorher:

    date: 2027-03-11
    summary: Wir treffen uns am Freitag, 11. März 2027.

Nachher:

    date: 2027-03-11
    summary: Wir treffen uns am Donnerstag, 11. März 2027.
""",
    "LC319": """
In events/series.yaml steht ein Logo, aber im Ordner templates/ liegt keine
Datei dieses Namens. Achtet auf Groß- und Kleinschreibung: Auf manchen Rechnern
sind Logo.svg und logo.svg zwei verschiedene Dateien.
""",
}
