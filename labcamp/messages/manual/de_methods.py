"""Manual pages in German: calendar files that are sent by mail."""

MANUAL = {
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
