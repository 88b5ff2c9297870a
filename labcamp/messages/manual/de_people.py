"""Manual pages in German: what lists of people lack."""

MANUAL = {
    "LC700": """
Wer teilnimmt, steht in private/, in einer CSV-Datei mit demselben Namen wie die
Veranstaltung, zum Beispiel private/labcamp-12.csv. Sie kommt aus Excel
(»Speichern unter«, »CSV UTF-8«), aus pretix, Eventbrite oder Microsoft Forms,
so wie das Programm sie ausgibt. Liegt sie woanders, nennt sie mit --to. Der
Ordner private/ gehört nicht in git; labcamp init sorgt dafür.
""",
    "LC701": """
Eine CSV-Datei ist einfacher Text: eine Zeile je Person, zwischen den Zellen ein
Semikolon oder Komma. Diese Datei ist etwas anderes, meist eine Arbeitsmappe
(.xlsx), deren Name nur auf .csv endet. Öffnet sie in Excel oder LibreOffice und
speichert sie als »CSV UTF-8«. labcamp liest auch das ältere Windows-1252 und
den »Unicode-Text« aus Excel.
""",
    "LC702": """
Die Datei ist leer, oder es stehen nur leere Zeilen darin. Meist ist beim
Speichern etwas schiefgegangen, oder es war das falsche Blatt offen. In der
ersten Zeile stehen die Namen der Spalten, darunter eine Person je Zeile.
""",
    "LC703": """
labcamp richtet sich nach den Namen der Spalten und nie nach ihrer Reihenfolge.
Hier steht in der ersten Zeile eine Mailadresse, also fehlen die Namen. Setzt
eine Zeile davor, mit so vielen Namen, wie es Spalten gibt:

    Vorname;Nachname;E-Mail;Organisation
""",
    "LC704": """
Ohne Mailadresse bekommt niemand einen Entwurf. labcamp kennt die Namen, die
Excel, pretix, Eventbrite und Microsoft Forms dieser Spalte geben, auf Deutsch
und Englisch. Heißt sie bei euch anders, etwa wie eine Frage im Formular, dann
sagt es in private/<id>.yaml; genauso geht es mit name, given (Vorname), family
(Nachname), organisation, country, status, came (war da) und consent
(Einwilligung):

    columns:
      email: "Unter welcher Adresse erreichen wir dich?"
      organisation: "Wo arbeitest du?"
""",
    "LC705": """
Zwei Spalten haben denselben Namen, und labcamp braucht eine davon: Es kann
nicht wissen, welche. Ältere Versionen von pretix schreiben zum Beispiel Firma
und Land zweimal, einmal für die Person und einmal für die Rechnung. Groß- und
Kleinschreibung, Leerzeichen und die Zeichen * : - _ . zählen dabei nicht.
Benennt die anderen um oder löscht sie. Steht nur in einer von beiden etwas,
nimmt labcamp diese und sagt nichts; braucht labcamp keine von beiden, ist es
nur ein Rat (LC958).
""",
    "LC706": """
In private/<id>.yaml steht unter columns:, wie eine Spalte heißt. In dieser
Liste gibt es keine mit dem Namen. Vielleicht ist die Frage im Formular
umformuliert worden, oder es ist die Liste einer anderen Veranstaltung. Groß-
und Kleinschreibung, Leerzeichen und die Zeichen * : - _ . zählen beim Vergleich
nicht.
""",
    "LC707": """
Vergessen lässt sich nicht rückgängig machen: Die Liste, die private Datei und
alle persönlichen Entwürfe sind danach weg. Solange die Veranstaltung noch nicht
vorbei und nicht abgesagt ist, braucht ihr sie aber noch. Ist die Liste doppelt
oder falsch, hilft --force; --dry-run zeigt vorher, was geschähe.
""",
    "LC708": """
So groß wird eine Liste von Menschen nicht: Ein Megabyte sind mehrere tausend
Zeilen. Meist sind es die Anmeldungen zu allen Veranstaltungen auf einmal, oder
lange Antworten auf Fragen. Gebt nur die Zeilen dieser Veranstaltung aus und
speichert die Liste noch einmal.
""",
    "LC709": """
Ein Text mit einem Trennzeichen darin steht in Anführungszeichen, damit er eine
Zelle bleibt. Hier öffnet sich eines in der Zeile mit den Namen der Spalten, und
sein Ende fehlt oder steht mitten in der Zelle. Damit lässt sich nicht sagen,
welche Spalten es gibt. Speichert die Liste noch einmal aus dem Programm, aus
dem sie kommt.
""",
    "LC950": """
Diese Person hat abgesagt, oder ihre Bestellung ist storniert, erstattet oder
abgelaufen. Deshalb bekommt sie keine Mail. Damit niemand unbemerkt
verschwindet, nennt labcamp jede solche Zeile. Die Worte dafür kennt es aus
Excel, pretix und Eventbrite, auf Deutsch und Englisch.
""",
    "LC951": """
Die Liste hat eine Spalte, die sagt, wer einen Platz hat. In dieser Zeile ist
sie leer, oder es steht etwas darin, das labcamp nicht kennt. Raten wäre hier
falsch: Jemand bekäme eine Zusage, die niemand gegeben hat. Schreibt ein Wort
hinein, das labcamp kennt: bestätigt, bezahlt, zugesagt oder ja; ausstehend oder
offen; Warteliste; storniert, abgesagt oder nein.
""",
    "LC952": """
In der Liste gibt es eine Spalte, in der Menschen in Mails einwilligen. Dann
bekommt nur Post, wer dort Ja gesagt hat: ja, yes, x, 1, ein Haken oder ein
Datum. Gibt es mehrere solche Spalten, muss in jeder ein Ja stehen. Fragen nach
Fotos, Aufzeichnungen oder der Teilnahmeliste zählen nicht dazu.
""",
    "LC953": """
Niemand soll dieselbe Mail zweimal bekommen. Zu einer Adresse zählt deshalb nur
eine Zeile: die mit dem sichersten Platz, sonst die erste. Hat jemand eine
zweite Person mit der eigenen Adresse angemeldet, dann tragt für sie eine andere
ein.
""",
    "LC954": """
In der Spalte für die Mailadresse steht in dieser Zeile nichts. Bei einem
Formular, das alle ausfüllen dürfen, schreibt Microsoft Forms dort »anonymous«;
dann nimmt labcamp die Antwort auf eure eigene Frage nach der Adresse, wenn es
genau eine solche gibt. Sonst sagt ihr es mit columns: in private/<id>.yaml.
""",
    "LC955": """
Hier steht keine Adresse, an die man eine Mail schreiben kann: Ein Zeichen fehlt
oder ist zu viel, es sind zwei Adressen, oder sie geht über zwei Zeilen. labcamp
prüft nur, wie sie geschrieben ist, und fragt das Netz nicht. Adressen mit .test
oder .local am Ende gibt es außerhalb eures Hauses nicht. Umlaute sind hinter
dem @ erlaubt, davor nicht, denn viele Server nehmen sie dort nicht an.
""",
    "LC956": """
Jede Zeile hat so viele Zellen wie die erste. Hat eine mehr oder weniger, dann
sind alle Angaben dahinter vielleicht verrutscht, und jemand bekäme die Mail
eines anderen Menschen. Meist steht in einer Zelle ein Semikolon oder Komma,
ohne Anführungszeichen darum. Leere Zellen am Ende der Zeile stören nicht.
""",
    "LC957": """
Ein Anführungszeichen öffnet sich hier und schließt sich nicht am Ende der
Zelle, oder im Namen steht ein Steuerzeichen, das niemand sieht. Eine solche
Zeile lässt labcamp aus und liest in der nächsten weiter. Ein Zeilenumbruch in
einem Namen ist kein Fehler: Daraus wird ein Leerzeichen. Schreibt die Zelle
neu; ein Anführungszeichen im Text steht doppelt: "".
""",
    "LC958": """
Zwei Spalten haben denselben Namen. labcamp braucht keine davon, deshalb ist es
nur ein Rat: Die Warteliste von pretix hat zum Beispiel zwei Spalten »Datum«.
Wer die Liste mit einem anderen Programm liest, verliert dabei leicht eine der
beiden.
""",
    "LC959": """
Daten über Menschen hebt niemand länger auf als nötig. Entweder ist der Tag da,
der in private/<id>.yaml unter delete_after: steht, oder die Veranstaltung ist
seit über einem Monat vorbei und es steht dort kein Tag. labcamp forget löscht
die Liste, die private Datei und alle persönlichen Entwürfe; wie viele da waren,
bleibt in der Datei der Veranstaltung. Denkt auch an Kopien im Mailprogramm und
im Anmeldeprogramm.
""",
}
