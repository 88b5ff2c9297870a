"""The folder in which the guide is tried: the real series, a twelfth event, and who has registered for it."""

from pathlib import Path

TODAY = "2027-07-01"
EVENT = """\
number: 12
theme: Labore finden und verbinden
status: confirmed
date: 2027-09-16
time: 14:00-17:00
place: {name: Haus der Ideen, street: Musterstraße 1, postcode: "10115", city: Berlin, room: Saal 2, online: ja}
access: stufenlos, Untertitel online
hosts: [citylab-berlin]
summary: Wie findet man die anderen Labore? Wir zeigen zwei Karten und reden an Thementischen weiter.
registration: {url: https://example.org/anmelden, until: 2027-09-09, seats: 60, price: kostenfrei}
agenda:
  - {id: ankommen, title: Ankommen, type: welcome, minutes: 30}
  - id: atlas
    title: Ein Atlas der Labore
    type: input
    minutes: 60
    by: [{name: Ada Muster, organisation: stadtlabor-soest}]
    teaser: Was auf die Karte kommt, und was nicht.
    links: [{title: Die Karte, url: https://example.org/karte}]
  - {id: thementische, title: Thementische, type: networking, minutes: 60, room: Saal 2, tables: [Geld, Menschen]}
  - {id: ausblick, title: Ausblick, type: closing, minutes: 30}
news: [{title: Ein Leitfaden ist da, text: "Er sagt, wie ein Labor anfängt.", url: https://example.org/leitfaden}]
"""
SERIES = """\
public: https://example.org/labcamp
archive: https://example.org/labcamp/archiv
imprint: https://example.org/impressum
privacy: https://example.org/datenschutz
newsletter: {address: verteiler@example.org, unsubscribe: https://example.org/abmelden}
"""
PRIVATE = """\
join: {url: https://meet.example.org/raum, passcode: "1234"}
way: Vom Bahnhof zehn Minuten zu Fuß.
bring: Laptop und Ausweis
contacts: [{role: Empfang, name: N. N., phone: +49 30 7654321}]
delete_after: 2027-10-16
"""
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//DE
BEGIN:VEVENT
UID:13@example.org
DTSTAMP:20270601T090000Z
DTSTART:20271118T130000Z
DTEND:20271118T160000Z
SUMMARY:LabCamp #13: Labore und Recht
LOCATION:Haus der Ideen
END:VEVENT
BEGIN:VEVENT
UID:3@example.org
DTSTAMP:20270601T090000Z
DTSTART;VALUE=DATE:20210311
SUMMARY:LabCamp #3
END:VEVENT
END:VCALENDAR
"""
LIST = "Titel;Datum;Ort\nLabCamp #14;03/04/2028;Berlin\n"
FIRST, SECOND = ("Ada", "Ben", "Cem", "Dora"), ("Muster", "Beispiel", "Probe", "Test")
NAMES = [f"{given} {family}" for given in FIRST for family in SECOND]


def people() -> str:
    """The list of those who have registered, as Excel writes it: sixteen who come, one who has cancelled."""
    rows = [
        f"{name};{name.lower().replace(' ', '.')}@example.org;Labor {number % 5};vor Ort;bestätigt"
        for number, name in enumerate(NAMES)
    ]
    head = "Name;E-Mail;Organisation;Teilnahmeform;Status"
    return "\n".join([head, *rows, "Eva Vorlage;eva@example.org;Labor 1;vor Ort;storniert"]) + "\n"


def furnish(root: Path) -> None:
    """Add to a copy of the real series what the guide speaks of."""
    series = root / "events/series.yaml"
    series.write_text(series.read_text("utf-8") + SERIES, "utf-8")
    (root / "private").mkdir()
    for name, text in (
        ("events/labcamp-12.yaml", EVENT),
        ("private/labcamp-12.yaml", PRIVATE),
        ("private/labcamp-12.csv", people()),
        ("kalender.ics", CALENDAR),
        ("liste.csv", LIST),
    ):
        (root / name).write_text(text, "utf-8")
