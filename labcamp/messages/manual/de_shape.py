"""Manual pages in German: keys, and what stands behind them in general."""

MANUAL = {
    "LC201": """
Ein Schlüssel fehlt, ohne den es nicht geht, oder es steht nichts dahinter. Eine
Veranstaltung braucht eine Nummer oder einen Titel, jeder Programmpunkt einen
Titel, jeder Link Titel und Adresse.

Vorher:

    agenda:
      - type: welcome

Nachher:

    agenda:
      - title: Ankommen und Check-in
        type: welcome
""",
    "LC202": """
Dieses Wort kennt labcamp an dieser Stelle nicht. Es würde also nirgends
erscheinen, und niemand würde es merken. Die Schlüssel sind englisch und klein
geschrieben; der Hinweis nennt den, der vermutlich gemeint ist. Die Kennung
einer Veranstaltung (id) ist der Name ihrer Datei und steht nicht darin.

Vorher:

    datum: 2027-03-11

Nachher:

    date: 2027-03-11
""",
    "LC203": """
Hinter diesem Schlüssel wird ein einfacher Text erwartet, dort steht aber eine
Liste, eine Klammer oder eine eingerückte Zeile. Schreibt den Text in dieselbe
Zeile. Beginnt er mit einer Klammer, setzt ihn in Anführungszeichen.

Vorher:

    theme: [Labore]

Nachher:

    theme: "[Labore]"
""",
    "LC204": """
Hinter diesem Schlüssel wird eine Liste erwartet, auch wenn sie nur einen Punkt
hat. Schreibt jeden Punkt in eine eigene Zeile, eingerückt, mit einem
Bindestrich und einem Leerzeichen davor.

Vorher:

    agenda: Ankommen und Check-in

Nachher:

    agenda:
      - Ankommen und Check-in
""",
    "LC205": """
An dieser Stelle gibt es mehrere Angaben, deshalb muss vor jeder ihr Schlüssel
stehen, sonst bleibt unklar, was gemeint ist. Der Hinweis zählt die Schlüssel
auf. Schreibt jede Angabe eingerückt in eine eigene Zeile.

Vorher:

    newsletter: Einladung zum LabCamp

Nachher:

    newsletter:
      subject: Einladung zum LabCamp
""",
    "LC206": """
Das ist kein Datum, das labcamp lesen kann, oder den Tag gibt es nicht. Schreibt
es als 2027-03-11 oder als 11.03.2027, den Wochentag rechnet labcamp aus. Bei
date: genügt auch ein Monat, und zwei Tage mit / dazwischen stehen für eine
Veranstaltung über mehrere Tage.

Vorher:

    date: 11. März 2027

Nachher:

    date: 11.03.2027
""",
    "LC207": """
Das ist keine Uhrzeit, die labcamp lesen kann. Schreibt 14:00, 14.00 oder 14
Uhr. Bei time: steht der Anfang und, wenn bekannt, das Ende; bei start: nur der
Anfang. Steht die Zeit noch nicht fest, löscht die Zeile: Die Texte sagen dann,
dass sie folgt.

Vorher:

    time: nachmittags ab zwei

Nachher:

    time: 14:00-17:00
""",
    "LC208": """
Hier wird eine ganze Zahl erwartet, nur in Ziffern, ohne Wörter, Komma oder
Einheit. Bei minutes: ist die Einheit immer die Minute. Was sich nicht als Zahl
sagen lässt, gehört in einen Text, zum Beispiel in note:.

Vorher:

    attendance:
      people: ca. 60

Nachher:

    attendance:
      people: 60
      note: etwa 60 Personen
""",
    "LC209": """
Bei diesem Schlüssel gibt es nur wenige Werte zur Auswahl, und sie sind englisch
und klein geschrieben. Der Hinweis zählt sie auf. Dass eine Veranstaltung
stattgefunden hat, müsst ihr nicht eintragen, das ergibt sich aus dem Datum.

Vorher:

    status: bestätigt
    date: 2027-03-11

Nachher:

    status: confirmed
    date: 2027-03-11
""",
}
