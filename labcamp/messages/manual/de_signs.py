"""Manual pages in German: signs and lines that YAML takes for something else."""

MANUAL = {
    "LC110": """
Textdateien gibt es in verschiedenen Kodierungen; so nennt man die Art, wie
Umlaute gespeichert werden. labcamp liest UTF-8, das überall gilt. Diese Datei
ist anders gespeichert, an der genannten Stelle steht vermutlich ein Umlaut oder
ein Anführungszeichen. Öffnet sie im Editor, wählt »Speichern unter« und dort
die Kodierung UTF-8.
""",
    "LC111": """
Ein Doppelpunkt mit einem Leerzeichen dahinter trennt einen Schlüssel von seinem
Wert, und das geht in jeder Zeile nur einmal. Enthält der Text selbst einen
Doppelpunkt, setzt ihn in Anführungszeichen. Sonst ist die Zeile zu weit
eingerückt, oder der Zeile davor fehlt ihr Doppelpunkt oder das Leerzeichen
dahinter.

Vorher:

    theme: Lebensphasen: Geburt und frühe Kindheit

Nachher:

    theme: "Lebensphasen: Geburt und frühe Kindheit"
""",
    "LC112": """
Hier beginnt ein Text in Anführungszeichen, und sein Ende fehlt; dann gilt alles
danach als Teil des Textes. Setzt ans Ende das gleiche Zeichen wie an den
Anfang. Zwischen doppelten Anführungszeichen hat außerdem der umgekehrte
Schrägstrich eine besondere Bedeutung: Schreibt ihn dort doppelt.

Vorher:

    theme: "Labore verbinden

Nachher:

    theme: "Labore verbinden"
""",
    "LC113": """
An der Einrückung erkennt labcamp, was zusammengehört: Alles auf gleicher Ebene
beginnt in der gleichen Spalte. Diese Zeile passt zu keiner Ebene davor. Rückt
sie so weit ein wie ihre Geschwister.

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
In der Datei steht nichts, oder nur Kommentare, also Zeilen, die mit # beginnen.
Eine Veranstaltung braucht wenigstens eine Nummer oder einen Titel. Füllt die
Datei aus, oder löscht sie, wenn sie aus Versehen entstanden ist.

Nachher:

    title: LabCamp
""",
    "LC115": """
Eine Veranstaltungsdatei besteht aus Zeilen mit einem Schlüssel, einem
Doppelpunkt, einem Leerzeichen und einem Wert. Hier beginnt sie mit etwas
anderem: mit einem Bindestrich, oder das Leerzeichen hinter dem Doppelpunkt
fehlt. Kam der Text aus einem anderen Programm, ist es womöglich ein geschütztes
Leerzeichen, das nur so aussieht; tippt es dann neu.

Vorher:

    - title: LabCamp

Nachher:

    title: LabCamp
""",
    "LC116": """
Einige Zeichen haben am Anfang eines Textes in YAML eine besondere Bedeutung,
zum Beispiel @, %, ` und der Bindestrich mit einem Leerzeichen. Ist ein normaler
Text gemeint, setzt ihn in Anführungszeichen. Eine Liste beginnt in der nächsten
Zeile, und auch ein langer Text nach | oder >.

Vorher:

    theme: @citylab lädt ein

Nachher:

    theme: "@citylab lädt ein"
""",
    "LC117": """
Hier geht eine Klammer auf, die nicht wieder geschlossen wird, oder zwischen
zwei Teilen fehlt das Komma. Auch ein # mitten in der Klammer kann der Grund
sein, denn dahinter liest labcamp nicht weiter. Schließt die Klammer. Gehört sie
zu einem normalen Text, setzt ihn in Anführungszeichen.

Vorher:

    hosts: [citylab-berlin, next

Nachher:

    hosts: [citylab-berlin, next]
""",
    "LC118": """
Am Anfang dieser Zeile müsste ein Schlüssel mit Doppelpunkt stehen, wie in allen
Zeilen dieser Ebene. Ergänzt ihn, mit einem Leerzeichen dahinter. Gehört die
Zeile noch zum Text darüber, rückt sie ein.

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
An dieser Stelle muss ein Schlüssel stehen, also ein einfaches Wort vor einem
Doppelpunkt. Hier beginnt aber eine Klammer. Löscht sie. Soll es ein Text sein,
der mit einer Klammer anfängt, setzt ihn in Anführungszeichen.

Vorher:

    {date}: 2027-03-11

Nachher:

    date: 2027-03-11
""",
    "LC120": """
Beginnt ein Text mit einem Anführungszeichen oder einer eckigen Klammer, dann
endet er auch mit dem Gegenstück. Hier steht dahinter noch etwas, und labcamp
weiß nicht, wohin es gehört. Setzt den ganzen Text in Anführungszeichen, und
zwar in einfache, wenn er selbst doppelte enthält.

Vorher:

    theme: "Labore" verbinden

Nachher:

    theme: '"Labore" verbinden'
""",
    "LC121": """
Zwei von euch haben dieselbe Stelle geändert, und beim Zusammenführen wusste git
nicht, welche Fassung gilt. Es hat beide stehen lassen und mit Zeilen aus <, =
und > getrennt. Behaltet, was stimmt, und löscht die anderen Zeilen samt den
Zeichen. In events/announced/ gilt die Fassung mit der höheren sequence.

Vorher:

    title: LabCamp
    <<<<<<< HEAD
    time: 14:00-17:00
    =======
    time: 15:00-18:00
    >>>>>>> verschieben

Nachher:

    title: LabCamp
    time: 15:00-18:00
""",
}
