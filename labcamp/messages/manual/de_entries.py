"""Manual pages in German: the entries of a calendar file, their times, and what METHOD asks for."""

MANUAL = {
    "LC620": """
Einige Zeilen braucht jeder Kalender und jeder Eintrag, sonst lehnen Programme
die Datei ab oder raten. VERSION und PRODID sagen, wie die Datei zu lesen ist
und wer sie geschrieben hat. UID ist die Kennung eines Eintrags: Ohne sie
erscheint er nach jedem Aktualisieren ein zweites Mal. DTSTAMP sagt, von wann
diese Fassung ist, DTSTART, wann es losgeht. Eine Zeitzone braucht Namen und
Abstände zu UTC, eine Erinnerung ACTION und TRIGGER.

Vorher:

    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//labcamp//DE
    BEGIN:VEVENT
    UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915
    DTSTART:20270311T130000Z
    SUMMARY:LabCamp
    END:VEVENT
    END:VCALENDAR

Nachher:

    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//labcamp//DE
    BEGIN:VEVENT
    UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915
    DTSTAMP:20270301T090000Z
    DTSTART:20270311T130000Z
    SUMMARY:LabCamp
    END:VEVENT
    END:VCALENDAR
""",
    "LC621": """
Diese Zeile darf es in einem Abschnitt nur einmal geben. Bei zweien ist offen,
welche gilt, und strenge Programme lehnen die Datei ab. Behaltet die richtige.

Vorher:

    SUMMARY:LabCamp
    SUMMARY:Labore verbinden

Nachher:

    SUMMARY:LabCamp
""",
    "LC622": """
An der UID erkennt ein Kalender einen Eintrag wieder. Haben zwei dieselbe,
ersetzt der eine den anderen, und einer der Termine ist nirgends zu sehen. Meist
wurde ein Eintrag kopiert. Nur die Ausnahme eines Serientermins hat dieselbe UID
wie die Serie, und dann eine Zeile RECURRENCE-ID dazu.
""",
    "LC641": """
Wer TZID=Europe/Berlin schreibt, muss in derselben Datei beschreiben, was das
heißt: in einem Abschnitt BEGIN:VTIMEZONE, mit Sommerzeit und Winterzeit. Ohne
ihn ist der Termin in Outlook leicht um eine Stunde verschoben, und Thunderbird
liest die Uhrzeit ohne Zeitzone. Fehlt der Abschnitt, ist UTC der sichere Weg:
Ein Z am Ende, und alle rechnen selbst um.

Vorher:

    DTSTART;TZID=Europe/Berlin:20270311T140000

Nachher:

    DTSTART:20270311T130000Z
""",
    "LC642": """
Eine Zeitzone gehört nur zu einer Uhrzeit ohne Z. Ein ganzer Tag ist überall
derselbe Tag, und das Z am Ende sagt schon, dass die Zeit in UTC steht. Steht
beides da, weiß kein Programm, was gelten soll, und der Standard verbietet es.

Vorher:

    DTSTART;VALUE=DATE;TZID=Europe/Berlin:20270311

Nachher:

    DTSTART;VALUE=DATE:20270311
""",
    "LC643": """
Die Datei beschreibt eine Zeitzone anders, als sie wirklich ist, zum Beispiel
ohne Sommerzeit oder nach altem Recht. Manche Programme gehen nach dem Namen der
Zone und zeigen die richtige Uhrzeit, andere nach der Beschreibung und zeigen
die falsche. Ersetzt den Abschnitt BEGIN:VTIMEZONE: Eine richtige Beschreibung
für Berlin steht in jeder Kalenderdatei, die labcamp schreibt.
""",
}
