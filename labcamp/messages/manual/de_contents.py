"""Manual pages in German: what the lines of calendar files say."""

MANUAL = {
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
}
