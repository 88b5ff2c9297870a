"""Manual pages in German: what single calendar programs make of a file."""

MANUAL = {
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
