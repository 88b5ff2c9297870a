"""Manual pages in German: what is allowed in a calendar file and makes programs stumble."""

MANUAL = {
    "LC960": """
Der Standard rät, Zeilen nach 75 Byte umzubrechen (RFC 5545, Abschnitt 3.1); was
sie fortsetzt, beginnt mit einem Leerzeichen. Ein Umlaut zählt dabei zwei Byte.
Die meisten Programme lesen auch längere Zeilen, sicher ist das aber nicht. Das
Programm, das die Datei schreibt, sollte sie umbrechen.

Vorher:

    DESCRIPTION:Wir sammeln an einem Nachmittag alles\\, was bei uns gelungen ist

Nachher:

    DESCRIPTION:Wir sammeln an einem Nachmittag alles\\, was bei uns
      gelungen ist
""",
    "LC961": """
Diese Angaben stehen in keinem Standard, und kein Kalenderprogramm weiß, was sie
bedeuten. Sie werden überlesen, und was sie sagen sollten, kommt nicht an. Was
ein Programm sich selbst ausdenkt, beginnt mit X-. Manchmal ist es auch ein
Tippfehler in einem bekannten Namen, oder ein Stück Text, dem am Zeilenanfang
ein Leerzeichen fehlt.

Vorher:

    TIMEZONE-ID:Europe/Berlin

Nachher:

    X-WR-TIMEZONE:Europe/Berlin
""",
    "LC962": """
Diese Uhrzeit gilt überall nach der Uhr, die dort hängt: 14 Uhr in Berlin und 14
Uhr in Lissabon, also nicht im selben Augenblick. Für ein gemeinsames Treffen
ist das fast nie gemeint, und in Outlook-Abos sind solche Zeiten nur bei ganzen
Tagen vorgesehen. Gebt eine Zeitzone an, oder schreibt die Zeit in UTC.

Vorher:

    DTSTART:20270311T140000

Nachher:

    DTSTART:20270311T130000Z
""",
    "LC963": """
Manche Programme lesen, wie die Datei eine Zeitzone beschreibt, andere gehen
nach ihrem Namen. Die zweiten kennen nur Namen wie Europe/Berlin. Bei einem
Namen aus Windows (W. Europe Standard Time) oder mit einem Schrägstrich am
Anfang müssen sie raten und liegen dann leicht eine Stunde daneben; mit dem
Schrägstrich hat auch Thunderbird seine Mühe.

Vorher:

    DTSTART;TZID=/example.org/Europe/Berlin:20270311T140000

Nachher:

    DTSTART:20270311T130000Z
""",
    "LC964": """
Wann die Uhren umgestellt werden, steht hier als Liste einzelner Tage (RDATE).
Das ist erlaubt, aber Outlook liest es falsch und zeigt Termine eine Stunde
daneben. Eine Regel, die sich jährlich wiederholt und 1970 beginnt, verstehen
alle.

Vorher:

    BEGIN:STANDARD
    DTSTART:20261025T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RDATE:20271031T030000
    END:STANDARD

Nachher:

    BEGIN:STANDARD
    DTSTART:19701025T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    END:STANDARD
""",
    "LC965": """
Ein Titel ist eine einzige Zeile. Das Programm calcurse lehnt einen Eintrag ganz
ab, wenn im Titel ein Umbruch steht, und in der Übersicht eines Kalenders ist
ohnehin nur Platz für eine. Was länger ist, gehört in die Beschreibung.

Vorher:

    SUMMARY:LabCamp\\nLabore verbinden

Nachher:

    SUMMARY:LabCamp: Labore verbinden
""",
    "LC966": """
Hat eine Datei mit einem einzigen Termin einen Kalendernamen, legt Outlook dafür
einen neuen Kalender an, statt den Termin in den eigenen zu übernehmen. Der Name
gehört nur in ein Abo. Ist es eines, in dem zurzeit nur ein Termin steht, sagt
es mit REFRESH-INTERVAL, wie oft es neu zu laden ist.

Vorher:

    X-WR-CALNAME:LabCamp
    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT

Nachher:

    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT
""",
    "LC967": """
Öffnet jemand in Outlook eine Datei mit mehreren Terminen, entsteht ein neuer
Kalender, oder nur der erste Termin kommt an. Für alle, die einen bestimmten
Termin wollen, ist je Termin eine Datei besser. Sollen sie immer alle haben,
bietet ein Abo an und gebt ihm einen Namen. Bei den Tagen einer mehrtägigen
Veranstaltung könnt ihr es auch so lassen.

Vorher:

    BEGIN:VEVENT
    SUMMARY:LabCamp #1
    END:VEVENT
    BEGIN:VEVENT
    SUMMARY:LabCamp #2
    END:VEVENT

Nachher:

    X-WR-CALNAME:LabCamp
    BEGIN:VEVENT
    SUMMARY:LabCamp #1
    END:VEVENT
    BEGIN:VEVENT
    SUMMARY:LabCamp #2
    END:VEVENT
""",
    "LC968": """
Wann jemand erinnert werden will, entscheidet jede Person für sich. In einem Abo
wirken Erinnerungen ohnehin kaum: Google Kalender und Outlook übergehen sie, und
Apple Kalender entfernt sie, wenn man beim Abonnieren nichts anderes sagt. Lasst
sie weg.

Vorher:

    X-WR-CALNAME:LabCamp
    REFRESH-INTERVAL;VALUE=DURATION:PT12H
    BEGIN:VEVENT
    SUMMARY:LabCamp
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:LabCamp
    TRIGGER:-PT15M
    END:VALARM
    END:VEVENT

Nachher:

    X-WR-CALNAME:LabCamp
    REFRESH-INTERVAL;VALUE=DURATION:PT12H
    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT
""",
    "LC969": """
Eine UID soll nichts darüber verraten, von welchem Rechner oder aus welcher
Domain ein Eintrag kommt (RFC 7986, Abschnitt 5.3). Kein Programm stolpert
darüber. Ändert sie deshalb nur bei neuen Terminen: Bekommt ein veröffentlichter
eine andere UID, erscheint er bei allen ein zweites Mal.

Vorher:

    UID:labcamp-12@example.org

Nachher:

    UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915
""",
}
