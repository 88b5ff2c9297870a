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
    "LC970": """
SEQUENCE zählt, wie oft sich an einem Termin etwas Wichtiges geändert hat. Die
erste Fassung hat 0, jede Änderung von Zeit oder Status macht 1 mehr daraus.
Hier steht offenbar eine Uhrzeit in Sekunden, und Google Kalender nimmt so große
Zahlen nicht an.

Vorher:

    SEQUENCE:1767225600

Nachher:

    SEQUENCE:1
""",
    "LC971": """
Google Kalender lädt keine Kalender, die größer sind als 1 MB. Lasst Termine
weg, die lange vorbei sind, oder verweist in den Beschreibungen auf eure
Webseite, statt alles hineinzuschreiben.
""",
    "LC972": """
STATUS:CANCELLED verstehen nicht alle Programme gleich: Apple Kalender streicht
den Termin durch, Google Kalender lässt ihn verschwinden, und in Outlook sieht
er mitunter aus wie jeder andere. Steht »ABGESAGT:« im Titel, sehen es alle.

Vorher:

    SUMMARY:LabCamp
    STATUS:CANCELLED
    TRANSP:TRANSPARENT

Nachher:

    SUMMARY:ABGESAGT: LabCamp
    STATUS:CANCELLED
    TRANSP:TRANSPARENT
""",
    "LC973": """
Ein Termin belegt im Kalender seine Zeit, solange nichts anderes dasteht. Bei
einem abgesagten ist das falsch: Wer die Zeit wieder frei hat, gilt für andere
weiter als beschäftigt. TRANSP:TRANSPARENT gibt sie frei.

Vorher:

    SUMMARY:ABGESAGT: LabCamp
    STATUS:CANCELLED

Nachher:

    SUMMARY:ABGESAGT: LabCamp
    STATUS:CANCELLED
    TRANSP:TRANSPARENT
""",
    "LC974": """
DESCRIPTION ist einfacher Text. Apple Kalender zeigt HTML darin Zeichen für
Zeichen, mit allen spitzen Klammern. Schreibt Absätze als \\n und Links aus; eine
gestaltete Fassung kann zusätzlich in X-ALT-DESC stehen.

Vorher:

    DESCRIPTION:<b>Anmelden</b> bis Montag

Nachher:

    DESCRIPTION:Anmelden bis Montag
""",
    "LC975": """
In älteren Versionen von Thunderbird ist URL nirgends zu sehen. Steht der Link
auch am Ende der Beschreibung, finden ihn alle.

Vorher:

    URL:https://example.org/treff

Nachher:

    DESCRIPTION:https://example.org/treff
    URL:https://example.org/treff
""",
    "LC976": """
In ATTENDEE stehen Namen und Mailadressen von Menschen, und alle, die diese
Datei bekommen, können sie lesen. In einer Datei zum Herunterladen oder im Abo
haben sie nichts zu suchen. Verschickt ihr eine Einladung, macht für jede Person
eine eigene Datei, in der nur sie steht.

Vorher:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:eins@example.org
    ATTENDEE:mailto:zwei@example.org

Nachher:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:eins@example.org
""",
    "LC977": """
Der Standard erlaubt mehrere Kalender hintereinander in einer Datei, gelesen
werden sie aber nicht überall: Manche Programme lehnen eine solche Datei ab.
Macht aus jedem eine eigene, oder verschiebt alle Einträge in den ersten.
""",
}
