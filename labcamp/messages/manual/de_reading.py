"""Manual pages in German: what cannot be read as a file."""

MANUAL = {
    "LC101": """
labcamp kommt an dieser Stelle nicht weiter und kann den Grund nur in der
Sprache des Programms nennen, das die Datei zerlegt. Vergleicht die Zeile und
die davor mit einer Datei, die funktioniert: Steht hinter jedem Schlüssel ein
Doppelpunkt und ein Leerzeichen, sind alle Anführungszeichen und Klammern
geschlossen? Zeilen, die mit %YAML beginnen, könnt ihr löschen.
""",
    "LC102": """
Derselbe Schlüssel steht zweimal untereinander. Es kann aber nur einer gelten,
und welcher gemeint ist, wisst nur ihr. Löscht eine der beiden Zeilen; sollen
beide Angaben bleiben, fasst sie zusammen.

Vorher:

    hosts: citylab-berlin
    hosts: next

Nachher:

    hosts: [citylab-berlin, next]
""",
    "LC103": """
Die Zeichen & und * haben am Anfang eines Textes in YAML eine besondere
Bedeutung, die hier niemand braucht. Meist ist ein ganz normaler Text gemeint.
Setzt ihn in Anführungszeichen.

Vorher:

    theme: *Neue* Labore

Nachher:

    theme: "*Neue* Labore"
""",
    "LC104": """
Das Zeichen ! hat am Anfang eines Textes in YAML eine besondere Bedeutung, die
hier niemand braucht. Meist ist ein ganz normaler Text gemeint. Setzt ihn in
Anführungszeichen.

Vorher:

    theme: !Achtung, Labor

Nachher:

    theme: "!Achtung, Labor"
""",
    "LC105": """
Drei Striche oder drei Punkte am Anfang einer Zeile bedeuten: Hier beginnt eine
neue Datei. Eine Veranstaltung ist aber genau eine Datei. Löscht die Zeile;
steht dahinter eine zweite Veranstaltung, verschiebt sie in eine eigene Datei.
Soll es ein Trennstrich im Text sein, rückt ihn ein.

Vorher:

    title: LabCamp
    ---
    title: Noch ein LabCamp

Nachher:

    title: LabCamp
""",
    "LC106": """
Am Anfang der Zeile steht ein Tabulator, also das Zeichen der Tabulatortaste. Er
sieht aus wie Leerzeichen, ist aber je nach Programm verschieden breit, deshalb
sind zum Einrücken nur Leerzeichen erlaubt. Löscht ihn und tippt zwei
Leerzeichen für jede Stufe. In vielen Editoren lässt sich einstellen, dass die
Taste Leerzeichen schreibt.
""",
    "LC107": """
In der Zeile steht ein Zeichen, das man nicht sieht und das in keinen Text
gehört. Oft kommt es mit, wenn man aus einem PDF oder aus einer Textverarbeitung
kopiert. In Mails und Kalendern richtet es Schaden an. Löscht es an der
genannten Stelle, oder tippt das Wort neu.
""",
    "LC108": """
Hier stecken sehr viele Ebenen ineinander, mehr, als eine Veranstaltung je
braucht. Meist ist eine Reihe von Klammern stehen geblieben, oder jede Zeile ist
weiter eingerückt als die davor. Prüft die Klammern und Einrückungen ab dieser
Stelle.
""",
    "LC109": """
Eine Veranstaltungsdatei ist Text und hat selten mehr als ein paar Seiten. Diese
ist größer als ein Megabyte; vermutlich ist ein Bild oder ein ganzes Dokument
hineingeraten, oder die Datei gehört gar nicht hierher. Legt lange Dokumente
woanders ab und verlinkt sie unter links.

Nachher:

    links:
      - title: Protokoll
        url: https://example.org/protokoll.pdf
""",
}
