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
    "LC630": """
Zeiten, Dauern, Zahlen und Wiederholungen haben in Kalenderdateien eine feste
Form, und diese hier passt nicht dazu. Ein Kalenderprogramm lässt den Eintrag
dann weg oder lehnt die Datei ab. Ein Tag ist 20270311, mit VALUE=DATE davor;
eine Uhrzeit ist 20270311T140000. Eine Dauer ist PT1H30M oder P1D, und Wochen
stehen allein, wie in P2W. Ein Abstand zu UTC ist +0100.

Vorher:

    DTSTART:2027-03-11 14:00

Nachher:

    DTSTART:20270311T130000Z
""",
    "LC631": """
Für diese Zeile gibt es eine feste Liste von Werten, und dieser ist nicht darin.
Ein Kalenderprogramm überliest ihn oder lehnt die Datei ab; ein abgesagter
Termin gilt dann weiter als zugesagt. Oft ist es nur ein Buchstabe: CANCELLED
hat zwei L.

Vorher:

    SUMMARY:ABGESAGT: LabCamp
    STATUS:CANCELED
    TRANSP:TRANSPARENT

Nachher:

    SUMMARY:ABGESAGT: LabCamp
    STATUS:CANCELLED
    TRANSP:TRANSPARENT
""",
    "LC632": """
Der Eintrag endet, bevor er angefangen hat, oder im selben Augenblick. Bei
ganzen Tagen zählt der Tag, der in DTEND steht, nicht mehr mit: Ein Termin am
11. März endet am 12. März. Steht dort derselbe Tag, ist der Termin leer, und
das erlaubt der Standard nicht.

Vorher:

    DTSTART;VALUE=DATE:20270311
    DTEND;VALUE=DATE:20270311

Nachher:

    DTSTART;VALUE=DATE:20270311
    DTEND;VALUE=DATE:20270312
""",
    "LC633": """
Wann ein Eintrag endet, steht entweder in DTEND (bei Aufgaben: DUE) oder in
DURATION, aber nicht in beiden. Widersprechen sie sich, weiß niemand, was gilt.
Behaltet am besten das Ende.

Vorher:

    DTSTART:20270311T130000Z
    DTEND:20270311T160000Z
    DURATION:PT3H

Nachher:

    DTSTART:20270311T130000Z
    DTEND:20270311T160000Z
""",
    "LC634": """
Anfang und Ende eines Eintrags werden auf die gleiche Weise angegeben: beide als
ganzer Tag oder beide mit Uhrzeit, und entweder beide mit Zeitzone oder beide
ohne. Sonst kann kein Programm ausrechnen, wie lange der Termin dauert.

Vorher:

    DTSTART:20270311T130000Z
    DTEND;VALUE=DATE:20270312

Nachher:

    DTSTART:20270311T130000Z
    DTEND:20270311T160000Z
""",
    "LC635": """
DTSTAMP, CREATED und LAST-MODIFIED sagen, wann ein Eintrag geschrieben wurde,
und TRIGGER kann sagen, wann er erinnern soll. Sie stehen immer in UTC und haben
ein Z am Ende. Ohne das Z hält ein Programm die Fassung womöglich für älter, als
sie ist, und eine Änderung kommt nicht an.

Vorher:

    CREATED:20270301T100000

Nachher:

    CREATED:20270301T090000Z
""",
    "LC636": """
In den Texten einer Kalenderdatei leitet der umgekehrte Schrägstrich ein Zeichen
ein, und nur vier gibt es: \\, für ein Komma, \\; für ein Semikolon, \\n für eine
neue Zeile und \\\\ für den Schrägstrich selbst. Alles andere zeigen Programme
verschieden, und strenge lehnen es ab.

Vorher:

    DESCRIPTION:Um 14\\:00 Uhr im Saal

Nachher:

    DESCRIPTION:Um 14:00 Uhr im Saal
""",
    "LC637": """
Komma und Semikolon haben in Kalenderdateien eine Bedeutung: Sie trennen Werte
voneinander. In einem Text steht deshalb ein umgekehrter Schrägstrich davor,
sonst lesen manche Programme nur bis dorthin. Das Programm, das die Datei
schreibt, müsste das von selbst tun.

Vorher:

    LOCATION:Saal, Hauptstraße 1

Nachher:

    LOCATION:Saal\\, Hauptstraße 1
""",
    "LC638": """
Hier müsste eine vollständige Adresse stehen: für eine Webseite mit https:// am
Anfang, für eine Person mit mailto:. Anders als in Texten hat ein Komma in einer
Adresse keinen umgekehrten Schrägstrich vor sich. Sonst führt der Link ins
Leere, oder die Einladung kommt nicht an.

Vorher:

    DESCRIPTION:www.example.org/treff
    URL:www.example.org/treff

Nachher:

    DESCRIPTION:https://www.example.org/treff
    URL:https://www.example.org/treff
""",
    "LC639": """
COLOR ist die Farbe, in der ein Kalender einen Eintrag zeigt, und der Standard
kennt dafür nur Namen aus CSS (RFC 7986). Ein Wert wie #0b4f8a ist dort nicht
vorgesehen. Nehmt den Namen, der am nächsten liegt. Für Apple Kalender gibt es
außerdem X-APPLE-CALENDAR-COLOR, dort steht ein Farbwert.

Vorher:

    COLOR:#0b4f8a

Nachher:

    COLOR:navy
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
    "LC660": """
METHOD sagt, wozu eine Datei verschickt wird: REQUEST lädt ein, CANCEL sagt ab,
REPLY antwortet, PUBLISH gibt bekannt. Jedes davon verlangt bestimmte Zeilen
(RFC 5546), etwa wer einlädt und wer eingeladen ist. Fehlen sie, kann das
Kalenderprogramm derer, die die Mail bekommen, nichts damit anfangen. Eine
Datei, die man nur herunterlädt oder abonniert, braucht gar kein METHOD.

Vorher:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org

Nachher:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org
""",
    "LC661": """
Nicht alles passt zu jedem METHOD (RFC 5546). Was mit PUBLISH bekannt gegeben
wird, nennt keine Eingeladenen: Ihre Mailadressen gingen sonst an alle. Eine
Absage hat keine Erinnerung, und eine Antwort kommt von genau einer Person.

Vorher:

    METHOD:PUBLISH
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org

Nachher:

    METHOD:PUBLISH
    ORGANIZER:mailto:labcamp@example.org
""",
    "LC662": """
Eine Einladung, Absage oder Antwort handelt von einem einzigen Termin, also von
einer UID. Outlook nimmt aus einer Einladung mit mehreren nur den ersten, die
anderen gehen verloren. Verschickt für jeden eine eigene Mail. Die Ausnahmen
eines Serientermins haben dieselbe UID und dürfen zusammenbleiben.
""",
    "LC663": """
METHOD sagt das eine und STATUS das andere: Eine Einladung kann nicht zugleich
abgesagt sein, und in einer Absage kann nicht stehen, dass der Termin
stattfindet. Was gilt, ist dann offen. Sagt ihr ab, nehmt METHOD:CANCEL und
STATUS:CANCELLED.

Vorher:

    METHOD:CANCEL
    ORGANIZER:mailto:labcamp@example.org
    SEQUENCE:1
    STATUS:CONFIRMED

Nachher:

    METHOD:CANCEL
    ORGANIZER:mailto:labcamp@example.org
    SEQUENCE:1
    STATUS:CANCELLED
""",
    "LC664": """
ORGANIZER gehört zu einer Einladung und nennt, an wen die Antworten gehen. In
einer Datei zum Herunterladen lädt niemand jemanden ein, und dort darf die Zeile
nicht stehen (RFC 5545, Abschnitt 3.8.4.3). Outlook fragt sonst, ob man zusagt,
und bleibt dabei hängen; andere Programme schicken euch Mails mit Zusagen. Soll
eine Adresse für Fragen dabeistehen, nehmt CONTACT.

Vorher:

    ORGANIZER:mailto:labcamp@example.org

Nachher:

    CONTACT:labcamp@example.org
""",
    "LC699": """
Steht dieselbe Art von Fehler sehr oft in einer Datei, nennt labcamp nur die
ersten drei Stellen und zählt den Rest. Fast immer hat das eine gemeinsame
Ursache in dem Programm, das die Datei schreibt. Bessert sie dort aus, und prüft
die Datei dann noch einmal.
""",
}
