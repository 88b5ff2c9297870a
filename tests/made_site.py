"""A made-up series of 200 sessions at 40 events, in every state that a site shows, and smaller ones."""

import datetime as dt
import json
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from made_people import LONG, PLAIN
from pypdf import PdfWriter
from sample import TODAY, sound

from labcamp.model.artefact import Artefact
from labcamp.render import site
from labcamp.render.site.contents import FOLDER
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace, load

Data = dict[str, Any]

CORPUS = Path(__file__).parent / "site/corpus.json"
COUNT, EACH = 40, 5  # events, and sessions of each
PUBLIC = "https://treff.example.org/"
HIDDEN = "Verborgene Musterperson"
WORD = "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungsordnung"
MIDDLING = "Wie kleine Labore große Verfahren leichter machen"
LONGEST = "Bürgerbeteiligungsverfahrensbeschleunigungsgesetz: Was davon bleibt, wenn niemand mehr fragt"[:90]
NEXT, LAST = "treff-36", "treff-35"  # what the home page begins with, and what it looks back at
SERIES: Data = {
    "id": "mustertreff",
    "title": "MusterTreff",
    "title_pattern": "MusterTreff #{number}",
    "subtitle": "Treffen der Musterlabore",
    "domain": "example.org",
    "organisers": ["labor-1", "labor-2"],
    "contact": {"name": "Erika Muster", "organisation": "labor-1", "email": "treff@example.org"},
    "homepage": "https://example.org/treff",
    "public": PUBLIC,
    "channels": [{"title": "Forum", "url": "https://example.org/forum"}, "Chat der Labore"],
    "hashtags": ["#MusterTreff"],
    "newsletter": {"address": "liste@example.org", "unsubscribe": "https://example.org/abmelden"},
    "imprint": "https://example.org/impressum",
    "privacy": "https://example.org/datenschutz",
    "people": {"pages": True, "hide": [HIDDEN]},
    "moved": {"treff-3/frueher.html": "treff-3/index.html"},
}
PLACES = (("Berlin", "DE"), ("Köln", "DE"), ("Linz", "AT"), ("Bern", "CH"))
LEVELS = ("Kommune", "Land", "Bund")
NAMES = (
    "Werkstatt", "Hafen & Lab", "Labor für <alles>", "Zukunftsamt",
    "Landesamt für beispielhafte Zusammenarbeit und nachhaltige Musterentwicklung, Referat 123 (Innovationslabor)",
    "stadtLABOR", "Ämterübergreifende Übungsstelle", "Die Probe", "Prüffeld", "Fallstudio",
)  # fmt: skip
ORGANISATIONS: Data = {
    f"labor-{number}": {
        "name": name,
        "place": city,
        "country": country,
        "level": level,
        "url": f"https://example.org/{number}",
    }
    for number, (name, (city, country), level) in enumerate(
        zip(NAMES, cycle(PLACES), cycle(LEVELS), strict=False), start=1
    )
}
TOPICS: Data = {
    "beteiligung": {"name": "Beteiligung", "description": "Wie Menschen **mitreden**.", "synonyms": ["Partizipation"]},
    "daten": {"name": "Offene Daten", "synonyms": ["Open Data"]},
    "finanzierung": {"name": "Finanzierung", "description": "Woher das Geld kommt.", "synonyms": "Fördermittel"},
    "sprache": {"name": "Leichte Sprache"},
    "verfahren": {"name": f"{WORD} & Verfahren"},
    "wirkung": {"name": "Wirkung <messen>"},
}
RECORDING: Data = {
    "title": "Aufzeichnung", "type": "recording", "url": "https://example.org/film", "consent": True,
    "licence": "CC BY 4.0",
}  # fmt: skip
LINKS: tuple[Sequence[Data], ...] = (
    (RECORDING,),
    ({**RECORDING, "title": "Mitschnitt ohne Lizenz", "licence": None, "url": "https://example.org/film?a=1&b=2"},),
    (
        {"title": "Folien", "type": "slides", "file": "folien.pdf", "licence": "CC BY 4.0"},
        {
            "title": "Im Saal",
            "type": "photo",
            "file": "saal.png",
            "alt": "Ein Saal voller Tische",
            "licence": "CC0",
            "consent": True,
        },
    ),
    ({"title": f"Papier zur {WORD}", "type": "paper", "url": "https://example.org/papier?a=1&b=2"},),
)


def _parallel(rooms: int) -> list[Data]:
    """An agenda in which so many rooms have something at once, twice; a welcome is before, a closing after that."""
    at_once = [
        {"room": f"Raum {chr(65 + room)}", "start": start, "minutes": 60}
        for start in ("13:30", "15:00")
        for room in range(rooms)
    ]
    return [{"minutes": 30}, *at_once, {"start": "16:00", "minutes": 15}]


# The corpus has sentences about passcodes and placeholders, which nobody may publish
ODD = re.compile(r"(?i)kenncode|passwor|TBA|TODO")


# What is special about single events, by number; `agenda` says only what is special about its sessions
SPECIAL: Mapping[int, Data] = {
    3: {"theme": MIDDLING},
    4: {"theme": LONGEST},
    5: {"status": "cancelled", "reason": "Sturm über dem Hafen."},
    6: {"theme": WORD},
    7: {"agenda": _parallel(2)},
    8: {"agenda": _parallel(4)},
    9: {"agenda": _parallel(6)},
    10: {"days": 1, "agenda": [{"day": 1}, {"day": 1}, {"day": 2}, {"day": 2}, {"day": 2}]},
    11: {
        "place": {
            "name": "Rathaus",
            "street": "Platz 1",
            "postcode": "12101",
            "city": "Berlin",
            "country": "DE",
            "online": True,
        }
    },
    12: {"number": None, "title": "Sommerfest der Labore", "theme": None},
    13: {"language": "en", "theme": "Small labs & large <procedures>"},
    14: {"time": None, "agenda": [{"minutes": None}] * EACH},
    15: {"agenda": [{"title": LONGEST}, {"title": WORD}, {"title": MIDDLING}, {"title": "A"}, {"title": LONGEST}]},
    16: {
        "agenda": [
            {"by": [{"name": HIDDEN, "organisation": "labor-3"}, {"name": "Ida Beispiel"}]},
            {"teaser": f"Mit {HIDDEN}."},
        ]
    },
    17: {"agenda": [{"tables": ["Zahlen", "Geschichten"], "takeaways": [f"„{WORD}“ ist ein langes Wort."]}]},
    18: {"language": "de-AT"},
    19: {"language": "de-CH"},
    20: {"hosts": [], "moderation": [], "place": None, "summary": None, "description": None, "attendance": None},
    21: {"agenda": [{"type": "break", "title": "Kaffee"}, {"by": [{"name": "N. N.", "organisation": "labor-4"}]}]},
    36: {
        "registration": {
            "url": "https://example.org/anmelden?a=1&b=2",
            "until": "2026-12-10",
            "seats": 60,
            "price": "kostenfrei",
        }
    },
    37: {"status": "cancelled", "reason": "Der Saal ist belegt.", "theme": MIDDLING},
    38: {"status": "confirmed", "date": "2027-05", "time": None},
    39: {"status": "draft", "theme": "Verkennentwurf", "date": "2027-06-17"},
    40: {"status": "draft", "theme": "Verkennentwurf", "date": None, "time": None},
}
PAGES = {
    "ueber-uns.md": f"# Über uns\n\n**Labore** und [Weg](https://example.org/wir).\n\n## {WORD}\n\n- eins\n- zwei\n",
    "mitmachen.md": "# Mitmachen\n\n<script>alert(1)</script>\n\n| Was | Wann |\n|-----|-----:|\n| Los | 9:00 |\n",
}
OVERRIDE = """\
{# facts: the next event; site: all -#}
{% extends "site.html.j2" %}
{% block main %}
<h1>Eigene Seite</h1>
{% endblock %}
"""


@cache
def sessions() -> tuple[Mapping[str, str], ...]:
    """200 sessions as the judges of search have them: title and body; who holds them is made up here."""
    return tuple(json.loads(CORPUS.read_text("utf-8")))


def made_events() -> Iterator[tuple[str, Data]]:
    """Each event by its id; every one has sessions, from the oldest to those that are to come."""
    people = cycle([*PLAIN, *LONG])
    texts = iter(sessions())
    for number in range(1, COUNT + 1):
        yield f"treff-{number}", _event(number, [_session(number, i, texts, people) for i in range(EACH)])


def _event(number: int, agenda: list[Data]) -> Data:
    special = dict(SPECIAL.get(number, {}))
    day = dt.date(2021, 3, 4) + dt.timedelta(weeks=8 * number + 14 * (number > 35))
    span = special.pop("days", 0)
    of_sessions = special.pop("agenda", [])
    agenda += [{"title": f"Runde {i}", "type": "workshop"} for i in range(len(of_sessions) - EACH)]
    data = {
        "number": number,
        "theme": f"Thema der {number}. Runde & mehr",
        "status": "confirmed",
        "date": f"{day}/{day + dt.timedelta(days=span)}" if span else str(day),
        "time": "13:00-17:00",
        "place": "online",
        "access": "Untertitel und Folien vorab.",
        "hosts": [f"labor-{1 + number % 10}", f"labor-{1 + (number + 3) % 10}"],
        "moderation": [{"name": PLAIN[number % 15], "role": "Leitung", "organisation": "labor-2"}],
        "summary": f"Was bleibt von Runde {number}?",
        "description": "Ein *Absatz*.\n\n- eine [Liste](https://example.org/liste)\n- und mehr\n\n<b>Kein HTML</b>\n",
        "topics": [list(TOPICS)[number % 6]],
        "attendance": {"people": 40 + number, "labs": 20 + number % 7} if number < 36 else None,
        "links": [
            {
                "title": "Fotoalbum",
                "type": "photo",
                "url": "https://example.org/album",
                "consent": True,
                "licence": "CC BY 4.0",
            }
        ],
        "agenda": [{**each, **more} for each, more in zip(agenda, [*of_sessions, *[{}] * EACH], strict=False)],
        **special,
    }
    data["agenda"] = [_without_nothing(each) for each in data["agenda"]]
    return _without_nothing(data)


def _session(number: int, place: int, texts: Iterator[Mapping[str, str]], people: Iterator[str]) -> Data:
    text = next(texts)
    sentences = [part for part in text["body"].replace("\n", " ").split(". ") if part.strip() and not ODD.search(part)]
    return {
        "id": f"punkt-{place + 1}",
        "title": text["title"],
        "type": ("input", "workshop", "discussion", "input", "closing")[place],
        "minutes": 40,
        "by": [{"name": next(people), "role": "Leitung", "organisation": f"labor-{1 + (number + place) % 10}"}],
        "teaser": ". ".join(sentences[:-2]) or None,
        "takeaways": sentences[-2:] if number < 36 else [],
        "topics": [list(TOPICS)[(number + place) % 6], "beteiligung"] if place % 2 else [],
        "licence": "CC BY 4.0" if place == 2 else None,
        "links": [_without_nothing(link) for link in LINKS[(number + place) % 4]] if number < 36 else [],
    }


def _pdf() -> bytes:
    made, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(made)
    return made.getvalue()


PDF = _pdf()  # an empty sheet


def _without_nothing(data: Data) -> Data:
    return {key: value for key, value in data.items() if value is not None}


def png(width: int = 12, height: int = 8) -> bytes:
    """A grey picture."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    parts = (b"IHDR" + struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0), b"IDAT" + zlib.compress(rows), b"IEND")
    chunks = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def write_series(root: Path, settings: Data | None = None, only: Sequence[str] | None = None) -> Path:
    """The folder of the series, with other settings (None takes one away) or only some of its events."""
    folder = root / "events"
    files: dict[str, Any] = {
        "series": _without_nothing(SERIES | (settings or {})),
        "organisations": ORGANISATIONS,
        "topics": TOPICS,
    }
    files |= {id_: data for id_, data in made_events() if only is None or id_ in only}
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / f"{name}.yaml").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        if name.startswith("treff-"):
            material = folder / "files" / name
            material.mkdir(parents=True)
            (material / "folien.pdf").write_bytes(PDF)
            (material / "saal.png").write_bytes(png())
    (folder / "pages").mkdir()
    for name, text in PAGES.items():
        (folder / "pages" / name).write_text(text, "utf-8")
    (root / "templates").mkdir()
    return root


# Smaller series: settings, events, own templates
FEW = ("treff-4", "treff-8", "treff-13", "treff-15", LAST, NEXT, "treff-37")
VARIANTS: Mapping[str, tuple[Data, Sequence[str], Mapping[str, bytes]]] = {
    "sie": ({"address": "Sie"}, FEW, {}),
    "english": ({"language": "en", "people": {"pages": False}}, FEW, {}),
    "austrian": ({"language": "de-AT"}, FEW, {}),
    "swiss": ({"language": "de-CH", "address": "Sie"}, FEW, {}),
    "yellow": ({"accent": "#ffd500", "logo": "logo.png"}, FEW, {"logo.png": png(300, 80)}),
    "unpublished": ({"public": None, "accent": "#7a0000"}, FEW, {}),
    "own-page": ({}, FEW, {"site-home.html.j2": OVERRIDE.encode()}),
    "past": ({}, ("treff-1", LAST), {}),
    "drafts": ({}, ("treff-39", "treff-40"), {}),
    "looked-at": ({}, (LAST, "treff-39", "treff-40"), {}),  # with drafts
    "one": ({"people": {}, "moved": {}}, (NEXT,), {}),
}


def whole(folder: Path) -> Workspace:
    """All of the series, read from a folder that does not exist yet."""
    return read(write_series(folder))


def variant(name: str, folder: Path) -> Workspace:
    """A smaller series of other settings, read from a folder that does not exist yet."""
    settings, only, templates = VARIANTS[name]
    root = write_series(folder, settings, only)
    for file, content in templates.items():
        (root / "templates" / file).write_bytes(content)
    return read(root)


def read(root: Path, today: dt.date = TODAY) -> Workspace:
    """What lies in a folder, which has no errors."""
    return sound(load(root, today))


def files_of(workspace: Workspace, *, drafts: bool = False, pdf: bool = False) -> dict[str, bytes]:
    """The bytes of each file of the site by its address; without what Typst sets, which takes most of the time."""
    made: Iterator[Artefact] = site.render(stage_of(workspace), drafts=drafts, pdf=pdf)
    return {file.name.removeprefix(f"{FOLDER}/"): file.content for file in made}


def put_down(files: Mapping[str, bytes], folder: Path) -> Path:
    """The folder of a site, three below another, as somebody has who was sent it."""
    deep = folder / "eins/zwei und mehr/drei"
    for address, content in files.items():
        (deep / address).parent.mkdir(parents=True, exist_ok=True)
        (deep / address).write_bytes(content)
    return deep


def first(names: Sequence[str], count: int) -> list[str]:
    """Some of many names, spread over all of them."""
    return list(islice(names, 0, None, max(1, len(names) // count)))
