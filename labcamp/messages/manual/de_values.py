"""Manual pages in German: values of which a key takes only some."""

MANUAL = {
    "LC210": """
Eine Adresse im Web beginnt mit https:// (oder mailto: für eine Mail) und
enthält keine Leerzeichen. So steht sie auch oben in eurem Browser; kopiert sie
am besten von dort. Ohne den Anfang wüsste kein Mailprogramm, wohin der Link
führt.

Vorher:

    registration:
      url: www.example.org/anmeldung

Nachher:

    registration:
      url: https://www.example.org/anmeldung
""",
    "LC211": """
Hier gibt es nur zwei Antworten: ja oder nein. Ist es noch offen, löscht die
Zeile.

Vorher:

    place:
      name: Rathaus
      online: vielleicht

Nachher:

    place:
      name: Rathaus
      online: ja
""",
    "LC212": """
Organisationen stehen einmal in events/organisations.yaml, mit Name, Ort und
Adresse. In den Veranstaltungen steht nur ihre Kennung; so heißen sie überall
gleich. Diese Kennung fehlt dort: Sie ist anders geschrieben, oder die
Organisation ist neu. Eine neue tragt ihr so ein:

    innovationslabor-ulm:
      name: Innovationslabor Ulm
      place: Ulm
""",
    "LC213": """
Eine Zeitzone sagt, welche Uhr gilt, auch wenn im Sommer umgestellt wird. Ihr
Name besteht aus Erdteil und Stadt, auf Englisch. Meist braucht ihr die Zeile
gar nicht, denn es gilt die Zeitzone der Reihe.

Vorher:

    zone: Wien

Nachher:

    zone: Europe/Vienna
""",
    "LC214": """
Farben stehen als # und sechs Zeichen, wie sie jedes Zeichenprogramm anzeigt.
Die Anführungszeichen sind nötig, weil sonst alles nach dem # verloren geht.

Vorher:

    accent: blau

Nachher:

    accent: "#0b4f8a"
""",
    "LC215": """
Das ist keine Mailadresse, an die ein Programm schreiben könnte. Schreibt nur
die Adresse selbst, mit @, ohne Namen und ohne Klammern. Der Name hat seinen
eigenen Schlüssel.

Vorher:

    contact:
      email: Ada Beispiel <labor@example.org>

Nachher:

    contact:
      name: Ada Beispiel
      email: labor@example.org
""",
    "LC216": """
An der Region erkennt labcamp Feiertage und Schulferien. Sie hat ein Kürzel aus
dem Land und einem Zeichen für das Bundesland oder den Kanton (ISO 3166-2), zum
Beispiel DE-BE für Berlin, AT-9 für Wien oder CH-ZH für Zürich.

Vorher:

    regions: [Berlin]

Nachher:

    regions: [DE-BE]
""",
    "LC217": """
Eine Kennung steht in Adressen, in Dateinamen und in Kalendereinträgen. Damit
das überall funktioniert, besteht sie nur aus Kleinbuchstaben, Ziffern und
Bindestrichen und beginnt nicht mit einem Bindestrich.

Vorher:

    agenda:
      - title: Ankommen
        id: Ankommen & Kaffee

Nachher:

    agenda:
      - title: Ankommen
        id: ankommen-kaffee
""",
    "LC218": """
Die Domain steckt in der Kennung jedes Kalendereintrags. Gemeint ist nur der
Name, ohne https:// und ohne Schrägstrich, in kleinen Buchstaben. Wählt eine,
die euch bleibt, und ändert sie danach nie: Sonst stehen alle Termine doppelt in
den Kalendern.

Vorher:

    domain: https://example.org/

Nachher:

    domain: example.org
""",
    "LC219": """
Hinter diesem Schlüssel steht ein leerer Text, also Anführungszeichen ohne etwas
dazwischen. Wisst ihr noch nicht, was dorthin kommt, löscht die Zeile oder nur
die Anführungszeichen: Unbekanntes darf fehlen.

Vorher:

    theme: ""

Nachher:

    theme:
""",
    "LC220": """
Unter rules: in series.yaml lassen sich einzelne Prüfungen abschalten, mit ihrem
Namen und dem Grund. Diesen Namen gibt es nicht, die Prüfung läuft also weiter.
»labcamp explain« zeigt alle Namen; abschalten lassen sich die von LC301 an.

Für eine einzelne Stelle genügt ein Kommentar dahinter oder in der Zeile
darüber, mit dem Namen der Prüfung und dem Grund:

    summary: »Mittwoch, 11. März«  # labcamp: ok weekday-wrong, ein Zitat

Für alle Dateien gilt, was in series.yaml steht. Schreibt einen Grund dazu, kein
bloßes nein: Wer die Datei später liest, soll es verstehen.

Vorher:

    rules:
      numer-twice: Zwei Reihen zählen nebeneinander.

Nachher:

    rules:
      number-twice: Zwei Reihen zählen nebeneinander.
""",
    "LC221": """
Zwischen den beiden Tagen liegt mehr als ein Monat, und jeder Tag dazwischen
bekäme einen eigenen Kalendereintrag. Meist ist beim Jahr oder beim Monat eine
Ziffer verrutscht. Dauert etwas wirklich so lange, legt mehrere Veranstaltungen
an.

Vorher:

    date: 2027-09-16/2028-09-17

Nachher:

    date: 2027-09-16/2027-09-17
""",
    "LC222": """
Unter mails: in series.yaml steht, wie lange vor oder nach ihrem Tag eine Mail
fällig ist: in Tagen oder in Wochen, mit einer Zahl davor. Ob davor oder danach,
weiß labcamp selbst. Mit nein verschickt ihr diese Mail nicht.

Vorher:

    mails:
      invitation: bald
      save-the-date: nein

Nachher:

    mails:
      invitation: 8 Wochen
      save-the-date: nein
""",
    "LC223": """
Das Logo der Reihe steht auf allem, was gedruckt wird, und auf der Seite mit dem
Programm. Käme es aus dem Netz, dann wüsste der Server, der es ausliefert, wer
die Seite wann geöffnet hat. Deshalb liegt es als
Datei im Ordner templates/.

Vorher:

    logo: https://example.org/logo.svg

Nachher:

    logo: logo.svg
""",
    "LC224": """
Unter logo steht eine Datei im Ordner templates/, mit ihrem Weg von dort aus und
mit Schrägstrichen. Lesen kann labcamp SVG, PNG und JPEG; am schärfsten druckt
SVG.

Vorher:

    logo: logo.pdf

Nachher:

    logo: bilder/logo.svg
""",
}
