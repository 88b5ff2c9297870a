"""Manual pages in German: what cannot be read."""

MANUAL = {
    "LC101": """
labcamp kommt an dieser Stelle nicht weiter und kann den Grund nur in der Sprache des Programms nennen,
das die Datei zerlegt. Vergleicht die Zeile und die davor mit einer Datei, die funktioniert: Steht
hinter jedem Schlüssel ein Doppelpunkt und ein Leerzeichen, sind alle Anführungszeichen und Klammern
geschlossen? Zeilen, die mit %YAML beginnen, könnt ihr löschen.
""",
    "LC102": """
Derselbe Schlüssel steht zweimal untereinander. Es kann aber nur einer gelten, und welcher gemeint
ist, wisst nur ihr. Löscht eine der beiden Zeilen; sollen beide Angaben bleiben, fasst sie zusammen.

Vorher:

    hosts: citylab-berlin
    hosts: next

Nachher:

    hosts: [citylab-berlin, next]
""",
    "LC103": """
Die Zeichen & und * haben am Anfang eines Textes in YAML eine besondere Bedeutung, die hier niemand
braucht. Meist ist ein ganz normaler Text gemeint. Setzt ihn in Anführungszeichen.

Vorher:

    theme: *Neue* Labore

Nachher:

    theme: "*Neue* Labore"
""",
    "LC104": """
Das Zeichen ! hat am Anfang eines Textes in YAML eine besondere Bedeutung, die hier niemand braucht.
Meist ist ein ganz normaler Text gemeint. Setzt ihn in Anführungszeichen.

Vorher:

    theme: !Achtung, Labor

Nachher:

    theme: "!Achtung, Labor"
""",
    "LC105": """
Drei Striche oder drei Punkte am Anfang einer Zeile bedeuten: Hier beginnt eine neue Datei. Eine
Veranstaltung ist aber genau eine Datei. Löscht die Zeile; steht dahinter eine zweite Veranstaltung,
verschiebt sie in eine eigene Datei. Soll es ein Trennstrich im Text sein, rückt ihn ein.

Vorher:

    title: LabCamp
    ---
    title: Noch ein LabCamp

Nachher:

    title: LabCamp
""",
    "LC106": """
Am Anfang der Zeile steht ein Tabulator, also das Zeichen der Tabulatortaste. Er sieht aus wie
Leerzeichen, ist aber je nach Programm verschieden breit, deshalb sind zum Einrücken nur Leerzeichen
erlaubt. Löscht ihn und tippt zwei Leerzeichen für jede Stufe. In vielen Editoren lässt sich
einstellen, dass die Taste Leerzeichen schreibt.
""",
    "LC107": """
In der Zeile steht ein Zeichen, das man nicht sieht und das in keinen Text gehört. Oft kommt es mit,
wenn man aus einem PDF oder aus einer Textverarbeitung kopiert. In Mails und Kalendern richtet es
Schaden an. Löscht es an der genannten Stelle, oder tippt das Wort neu.
""",
    "LC108": """
Hier stecken sehr viele Ebenen ineinander, mehr, als eine Veranstaltung je braucht. Meist ist eine
Reihe von Klammern stehen geblieben, oder jede Zeile ist weiter eingerückt als die davor. Prüft die
Klammern und Einrückungen ab dieser Stelle.
""",
    "LC109": """
Eine Veranstaltungsdatei ist Text und hat selten mehr als ein paar Seiten. Diese ist größer als ein
Megabyte; vermutlich ist ein Bild oder ein ganzes Dokument hineingeraten, oder die Datei gehört gar
nicht hierher. Legt lange Dokumente woanders ab und verlinkt sie unter links.

Nachher:

    links:
      - title: Protokoll
        url: https://example.org/protokoll.pdf
""",
    "LC110": """
Textdateien gibt es in verschiedenen Kodierungen; so nennt man die Art, wie Umlaute gespeichert
werden. labcamp liest UTF-8, das überall gilt. Diese Datei ist anders gespeichert, an der genannten
Stelle steht vermutlich ein Umlaut oder ein Anführungszeichen. Öffnet sie im Editor, wählt »Speichern
unter« und dort die Kodierung UTF-8.
""",
    "LC111": """
Ein Doppelpunkt mit einem Leerzeichen dahinter trennt einen Schlüssel von seinem Wert, und das geht in
jeder Zeile nur einmal. Enthält der Text selbst einen Doppelpunkt, setzt ihn in Anführungszeichen.
Sonst ist die Zeile zu weit eingerückt, oder der Zeile davor fehlt ihr Doppelpunkt oder das
Leerzeichen dahinter.

Vorher:

    theme: Lebensphasen: Geburt und frühe Kindheit

Nachher:

    theme: "Lebensphasen: Geburt und frühe Kindheit"
""",
    "LC112": """
Hier beginnt ein Text in Anführungszeichen, und sein Ende fehlt; dann gilt alles danach als Teil des
Textes. Setzt ans Ende das gleiche Zeichen wie an den Anfang. Zwischen doppelten Anführungszeichen hat
außerdem der umgekehrte Schrägstrich eine besondere Bedeutung: Schreibt ihn dort doppelt.

Vorher:

    theme: "Labore verbinden

Nachher:

    theme: "Labore verbinden"
""",
    "LC113": """
An der Einrückung erkennt labcamp, was zusammengehört: Alles auf gleicher Ebene beginnt in der
gleichen Spalte. Diese Zeile passt zu keiner Ebene davor. Rückt sie so weit ein wie ihre Geschwister.

Vorher:

    agenda:
      - title: Ankommen
       minutes: 15

Nachher:

    agenda:
      - title: Ankommen
        minutes: 15
""",
    "LC114": """
In der Datei steht nichts, oder nur Kommentare, also Zeilen, die mit # beginnen. Eine Veranstaltung
braucht wenigstens eine Nummer oder einen Titel. Füllt die Datei aus, oder löscht sie, wenn sie aus
Versehen entstanden ist.

Nachher:

    title: LabCamp
""",
    "LC115": """
Eine Veranstaltungsdatei besteht aus Zeilen mit einem Schlüssel, einem Doppelpunkt, einem Leerzeichen
und einem Wert. Hier beginnt sie mit etwas anderem: mit einem Bindestrich, oder das Leerzeichen hinter
dem Doppelpunkt fehlt. Kam der Text aus einem anderen Programm, ist es womöglich ein geschütztes
Leerzeichen, das nur so aussieht; tippt es dann neu.

Vorher:

    - title: LabCamp

Nachher:

    title: LabCamp
""",
    "LC116": """
Einige Zeichen haben am Anfang eines Textes in YAML eine besondere Bedeutung, zum Beispiel @, %, `
und der Bindestrich mit einem Leerzeichen. Ist ein normaler Text gemeint, setzt ihn in
Anführungszeichen. Eine Liste beginnt in der nächsten Zeile, und auch ein langer Text nach | oder >.

Vorher:

    theme: @citylab lädt ein

Nachher:

    theme: "@citylab lädt ein"
""",
    "LC117": """
Hier geht eine Klammer auf, die nicht wieder geschlossen wird, oder zwischen zwei Teilen fehlt das
Komma. Auch ein # mitten in der Klammer kann der Grund sein, denn dahinter liest labcamp nicht weiter.
Schließt die Klammer. Gehört sie zu einem normalen Text, setzt ihn in Anführungszeichen.

Vorher:

    hosts: [citylab-berlin, next

Nachher:

    hosts: [citylab-berlin, next]
""",
    "LC118": """
Am Anfang dieser Zeile müsste ein Schlüssel mit Doppelpunkt stehen, wie in allen Zeilen dieser Ebene.
Ergänzt ihn, mit einem Leerzeichen dahinter. Gehört die Zeile noch zum Text darüber, rückt sie ein.

Vorher:

    title: LabCamp
    theme Labore verbinden
    date: 2027-03-11

Nachher:

    title: LabCamp
    theme: Labore verbinden
    date: 2027-03-11
""",
    "LC119": """
An dieser Stelle muss ein Schlüssel stehen, also ein einfaches Wort vor einem Doppelpunkt. Hier beginnt
aber eine Klammer. Löscht sie. Soll es ein Text sein, der mit einer Klammer anfängt, setzt ihn in
Anführungszeichen.

Vorher:

    {date}: 2027-03-11

Nachher:

    date: 2027-03-11
""",
    "LC120": """
Beginnt ein Text mit einem Anführungszeichen oder einer eckigen Klammer, dann endet er auch mit dem
Gegenstück. Hier steht dahinter noch etwas, und labcamp weiß nicht, wohin es gehört. Setzt den ganzen
Text in Anführungszeichen, und zwar in einfache, wenn er selbst doppelte enthält.

Vorher:

    theme: "Labore" verbinden

Nachher:

    theme: '"Labore" verbinden'
""",
}
