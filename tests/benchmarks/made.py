"""Made-up events, the same ones for each seed, and the labcamp workspace that holds them."""

import datetime as dt
import random
import textwrap
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DOMAIN = "example.org"
ZONE = "Europe/Berlin"
FIRST_DAY = dt.date(2012, 1, 4)
TODAY = dt.date(2026, 11, 2)  # handed to every command, so that a figure does not depend on the day
PEOPLE = 35  # as many as take part in a meeting
WARM = "warm"  # below the workspace: a small one of its own, to be read before the clock starts
OPENING, CLOSING = dt.time(13), dt.time(17)
SHAPES = (
    ("welcome", "Ankommen und Begrüßung", 15),
    ("input", "Impuls", 30),
    ("discussion", "Nachfragen", 25),
    ("break", "Kaffeepause", 20),
    ("workshop", "Werkstatt", 60),
    ("input", "Einblick", 30),
    ("networking", "Kennenlernen", 45),
    ("closing", "Abschluss und Ausblick", 15),
)
SUBJECTS = (
    "Bürgerbüros ohne Wartezeit", "Prototypen in zwölf Wochen", "Förderung für die Fläche", "Räume für Experimente",
    "Verständliche Bescheide", "Übergänge zwischen Ressorts", "Künstliche Intelligenz im Bürgeramt",
    "Fehlerkultur im Rathaus", "Beteiligung ländlicher Räume", "Öffentliche Daten für alle",
    "Führung in Veränderung", "Offene Werkzeuge für Kommunen",
)  # fmt: skip
SENTENCES = (
    "Wir schauen zurück auf die ersten Monate und fragen, was davon geblieben ist.",
    "Das Labor zeigt, wie aus einer losen Idee ein Versuch mit klarer Frage wurde.",
    "Drei Kommunen berichten über ihre Erfahrungen, auch über die weniger schönen.",
    "Am Ende steht eine Liste von Schritten, die jede Behörde morgen gehen könnte.",
    "Wer schon einmal an einer Zuständigkeit gescheitert ist, wird sich wiedererkennen.",
    "Die Werkzeuge liegen offen und dürfen weiterverwendet werden.",
    "Größere Häuser brauchen andere Wege als kleine, das wurde schnell deutlich.",
    "Im Gespräch geht es um Geld, um Stellen und um die Frage, wer entscheidet.",
    "Ein Jahr später läuft der Versuch im Regelbetrieb, jedenfalls überwiegend.",
    "Gemeinsam sammeln wir Beispiele und ordnen sie nach Aufwand und Wirkung.",
    "Dafür genügen Stift, Papier und ein bisschen Mut zur Lücke.",
    "Österreichische und schweizerische Labore ergänzen die deutsche Sicht.",
)
FIRST_NAMES = ("Anna", "Björn", "Cäcilie", "Dilan", "Jörg", "Käthe", "Łukasz", "Müge", "Noël", "Zoë")
LAST_NAMES = ("Beispiel", "Muster", "Probe", "Platzhalter", "Übungsfall", "Testmann")
CITIES = (
    ("Köln", "50667", "NW"), ("München", "80331", "BY"), ("Görlitz", "02826", "SN"), ("Lübeck", "23552", "SH"),
    ("Tübingen", "72070", "BW"), ("Saarbrücken", "66111", "SL"), ("Würzburg", "97070", "BY"),
    ("Gießen", "35390", "HE"), ("Osnabrück", "49074", "NI"), ("Dresden", "01067", "SN"),
)  # fmt: skip
ORGANISATIONS = tuple(f"labor-{number:02}" for number in range(1, 21))


@dataclass(frozen=True)
class MadeSession:
    """One item of a made-up agenda."""

    title: str
    type: str
    start: dt.time
    minutes: int
    name: str
    organisation: str
    teaser: str


@dataclass(frozen=True)
class MadeEvent:
    """One made-up event, before it takes the form of a tool."""

    id: str
    number: int
    named: bool
    theme: str
    date: dt.date
    host: str
    place: tuple[str, str, str] | None
    summary: str
    description: str
    agenda: tuple[MadeSession, ...]

    @property
    def title(self) -> str:
        """The title as people read it."""
        return f"Labortreffen {self.number}" if self.named else f"LabCamp #{self.number}"

    @property
    def location(self) -> str:
        """Where it is, in one line."""
        return ", ".join(self.place) if self.place else "Online"

    @property
    def url(self) -> str:
        """The page where people register."""
        return f"https://www.example.org/anmeldung/{self.id}"

    @property
    def uid(self) -> str:
        """The calendar UID, as DESIGN §5 makes it."""
        return str(uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, DOMAIN), self.id))


def made_events(count: int, seed: int = 12) -> tuple[MadeEvent, ...]:
    """That many events, one a week from 2012 on; the same seed gives the same events."""
    chance = random.Random(seed)
    return tuple(_event(number, chance) for number in range(1, count + 1))


def _event(number: int, chance: random.Random) -> MadeEvent:
    city, postcode, _ = chance.choice(CITIES)
    street = f"Rathausstraße {chance.randint(1, 99)}"
    return MadeEvent(
        id=f"event-{number:04}",
        number=number,
        named=number % 2 == 0,
        theme=chance.choice(SUBJECTS),
        date=FIRST_DAY + dt.timedelta(weeks=number - 1),
        host=chance.choice(ORGANISATIONS),
        place=(f"Rathaus {city}", street, f"{postcode} {city}") if number % 3 else None,
        summary=" ".join(chance.sample(SENTENCES, 2)),
        description=_description(chance),
        agenda=tuple(_agenda(chance)),
    )


def _description(chance: random.Random) -> str:
    """Markdown of about 700 characters: two paragraphs, a list, bold words and a link."""
    picked = chance.sample(SENTENCES, 7)
    return "\n\n".join(
        (
            f"**{chance.choice(SUBJECTS)}**, darum geht es diesmal. {picked[0]} {picked[1]}",
            "\n".join(f"* {sentence}" for sentence in picked[2:5]),
            f"{picked[5]} {picked[6]} Mehr dazu steht im [Wissensspeicher](https://www.example.org/wissen).",
        )
    )


def _agenda(chance: random.Random) -> Iterator[MadeSession]:
    clock = dt.datetime.combine(FIRST_DAY, OPENING)
    for kind, word, minutes in SHAPES:
        yield MadeSession(
            title=word if kind in {"welcome", "break", "closing"} else f"{word} „{chance.choice(SUBJECTS)}“",
            type=kind,
            start=clock.time(),
            minutes=minutes,
            name=f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}",
            organisation=chance.choice(ORGANISATIONS),
            teaser=" ".join(chance.sample(SENTENCES, 1)),
        )
        clock += dt.timedelta(minutes=minutes)


# The labcamp workspace


def write_workspace(events: tuple[MadeEvent, ...], root: Path) -> None:
    """`root/events/` with one file an event, the series and its organisations."""
    folder = root / "events"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "series.yaml").write_text(_series(), encoding="utf-8")
    (folder / "organisations.yaml").write_text("\n".join(_organisations()), encoding="utf-8")
    for event in events:
        (folder / f"{event.id}.yaml").write_text(event_file(event), encoding="utf-8")


def write_people(path: Path) -> None:
    """A list of those who take part, as Excel writes it."""
    path.parent.mkdir(exist_ok=True)
    rows = (f"Käthe;Muster {number};kaethe.{number}@example.org;bezahlt" for number in range(PEOPLE))
    path.write_text("\r\n".join(("Vorname;Nachname;E-Mail;Status", *rows, "")), encoding="utf-8-sig")


def _series() -> str:
    return textwrap.dedent(f"""\
        id: messreihe
        title: LabCamp
        title_pattern: "LabCamp #{{number}}"
        subtitle: Vernetzungstreffen öffentlicher Innovationslabore
        language: de
        address: ihr
        zone: {ZONE}
        domain: {DOMAIN}
        organisers: [{ORGANISATIONS[0]}, {ORGANISATIONS[1]}]
        contact: {{name: Käthe Muster, organisation: {ORGANISATIONS[0]}, email: labcamp@example.org}}
        homepage: https://www.example.org/labcamp
        archive: https://www.example.org/wissen
        public: https://www.example.org/dateien/
        newsletter: {{address: verteiler@example.org, unsubscribe: https://www.example.org/abmelden}}
        imprint: https://www.example.org/impressum
        privacy: https://www.example.org/datenschutz
        """)


def _organisations() -> Iterator[str]:
    for index, id_ in enumerate(ORGANISATIONS):
        city, _, region = CITIES[index % len(CITIES)]
        yield f"{id_}:\n  name: Labor {index + 1} der Stadt {city}\n  place: {city}\n  country: DE"
        yield f"  region: DE-{region}\n  level: Kommune\n"


def event_file(event: MadeEvent) -> str:
    """The event as a person would type it, about 3 KB."""
    name = f"title: {event.title}" if event.named else f"number: {event.number}"
    until = event.date - dt.timedelta(days=7)
    head = f"{name}\ntheme: {event.theme}\nstatus: confirmed\ndate: {event.date}\ntime: 13:00-17:00\n"
    return (
        f"{head}{_place(event)}hosts: [{event.host}]\n"
        f"moderation: [{{name: {event.agenda[0].name}, organisation: {event.host}}}]\n"
        f"summary: >\n{_wrapped(event.summary, 2)}\n"
        f"description: |\n{_lines(event.description)}\n"
        f"registration: {{url: {event.url}, until: {until}, seats: 60, price: kostenfrei}}\n"
        f"agenda:\n{''.join(_session(session, number) for number, session in enumerate(event.agenda, start=1))}"
    )


def _place(event: MadeEvent) -> str:
    if event.place is None:
        return "place: online\naccess: Untertitel in Echtzeit\n"
    name, street, town = event.place
    postcode, city = town.split(" ", 1)
    address = f"  street: {street}\n  postcode: {postcode}\n  city: {city}\n  country: DE\n"
    return f"place:\n  name: {name}\n{address}access: stufenlos, Induktionsschleife\n"


def _session(session: MadeSession, number: int) -> str:
    return (
        f"  - title: {session.title}\n    id: punkt-{number}\n"
        f"    type: {session.type}\n    minutes: {session.minutes}\n"
        f"    by:\n      - {{name: {session.name}, role: Leitung, organisation: {session.organisation}}}\n"
        f"    teaser: >\n{_wrapped(session.teaser, 6)}\n"
    )


def _lines(markdown: str) -> str:
    """Markdown with lines of at most 100 characters, below a key."""
    folded = (textwrap.fill(line, 100, subsequent_indent="  " * line.startswith("*")) for line in markdown.split("\n"))
    return textwrap.indent("\n".join(folded), "  ")


def _wrapped(text: str, indent: int) -> str:
    return textwrap.indent(textwrap.fill(text, 100), " " * indent)
