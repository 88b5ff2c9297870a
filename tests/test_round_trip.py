"""What is exported and imported again is the same, as far as the format holds it; and a second time nothing is new."""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import Labcamp, times
from hypothesis import given
from hypothesis import strategies as st
from sample import sound
from test_export import ORGANISATIONS, SERIES

from labcamp.exchange.formats import FORMATS, Format
from labcamp.files.markdown import plain
from labcamp.model import Event, Link, Place, Session, TimedSession
from labcamp.model.texts import day_of, one_line
from labcamp.texts import LANGUAGES, read
from labcamp.workspace import load

TODAY = "2026-11-23"
TOPICS = "wirkung: Wirkung\nbeteiligung: {name: Beteiligung, synonyms: [Teilhabe]}\n"
Values = dict[str, Any]


# What stands for each key that a format can hold, so that two events can be compared


def _room(event: Event, session: Session) -> str:
    """Where a session is: a schedule has a room for each, so that of the event stands for one without."""
    place = event.place or Place()
    return session.room or place.room or place.name or place.city or "online"


def _links(links: tuple[Link, ...]) -> list[tuple[str, str | None]]:
    return [(link.title, link.url) for link in links]


def _names(session: Session) -> list[str | None]:
    return [each.name or (each.organisation.name if each.organisation else None) for each in session.by]


OF_SESSIONS: Mapping[str, Callable[[Event, TimedSession], Any]] = {
    "title": lambda _, timed: timed.session.title,
    "type": lambda _, timed: timed.session.type,
    "day": lambda _, timed: timed.day,
    "start": lambda _, timed: timed.start,
    "minutes": lambda _, timed: timed.session.minutes,
    "room": lambda event, timed: _room(event, timed.session),
    "by": lambda _, timed: [(each.name, each.organisation and each.organisation.id) for each in timed.session.by],
    "by.name": lambda _, timed: _names(timed.session),
    "teaser": lambda _, timed: plain(timed.session.teaser or ""),
    "links": lambda _, timed: _links(timed.session.links),
    "licence": lambda _, timed: timed.session.licence,
}
OF_EVENTS: Mapping[str, Callable[[Event], Any]] = {
    "title": lambda event: event.heading,
    "theme": lambda event: event.theme,
    "status": lambda event: event.cancelled,  # whether it is confirmed follows from its day
    "time": lambda event: (event.time and event.time.start, event.end_of(1)),
    "place.name": lambda event: event.place and (event.place.name, event.place.room),
    "hosts": lambda event: [each.id for each in event.hosts],
    "partners": lambda event: [each.id for each in event.partners],
    "summary": lambda event: event.summary or plain(event.description or ""),
    "description": lambda event: (event.description or "").strip(),
    "topics": lambda event: [each.id for each in event.topics],
    "links": lambda event: _links(event.links),
    "uid": lambda event: event.uid,
}


def held(event: Event, holds: tuple[str, ...], *, breaks: bool) -> Values:
    """What a format that holds these keys has of an event."""
    said: Values = {}
    timed = [each for each in event.timetable if breaks or each.session.type != "break"]
    for key in holds:
        if key.startswith("agenda."):
            said[key] = [OF_SESSIONS[key.removeprefix("agenda.")](event, each) for each in timed]
        elif key in OF_EVENTS:
            said[key] = OF_EVENTS[key](event)
        else:
            said[key] = value_at(event, key)
    return said


def value_at(event: Event, path: str) -> Any:
    """A value of an event by its path; None where there is none."""
    value: Any = event
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


# The way there and back


def folder_of(root: Path, events: Mapping[str, str]) -> Path:
    """A folder with a series and some events."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "events").mkdir(parents=True)
    texts = {"series": SERIES, "organisations": ORGANISATIONS, "topics": TOPICS, **events}
    for name, text in texts.items():
        (root / f"events/{name}.yaml").write_text(text, "utf-8")
    return root


def events_of(root: Path) -> dict[str, Event]:
    """The events of a folder, in which nothing is wrong, by their ids."""
    return {event.id: event for event in sound(load(root, day_of(TODAY))).events}


def there_and_back(folder: Path, events: Mapping[str, str], form: str, labcamp: Labcamp) -> None:
    """Export events, import what was written into another folder, and compare; a second time nothing is new."""
    here, there, files = folder_of(folder / "here", events), folder_of(folder / "there", {}), folder / "files"
    shutil.rmtree(files, ignore_errors=True)
    at = ("--today", TODAY)
    done = labcamp("export", "--all", "--drafts", "--format", form, "--root", here, "--out", files, *at)
    assert done.code == 0, done
    written = sorted(path for path in files.rglob("*") if path.name != ".labcamp.json" and path.is_file())
    done = labcamp("import", *written, "--yes", "--root", there, *at)
    assert done.code == 0, done
    compare(events_of(here), events_of(there), FORMATS[form])
    before = {path: path.read_bytes() for path in (there / "events").rglob("*") if path.is_file()}
    done = labcamp("import", *written, "--yes", "--root", there, *at)
    assert (done.code, f"New: 0, known: {len(events_of(there))}, unclear: 0." in done.out) == (0, True), done
    assert {path: path.read_bytes() for path in (there / "events").rglob("*") if path.is_file()} == before


def compare(here: Mapping[str, Event], there: Mapping[str, Event], form: Format) -> None:
    """Each event that a format takes is there again, and all that it holds is the same."""
    breaks = form is not FORMATS["json-ld"]
    taken = {id_: event for id_, event in here.items() if form.refuses(event) is None}
    assert set(there) == set(taken)
    for id_, event in taken.items():
        assert held(there[id_], form.holds, breaks=breaks) == held(event, form.holds, breaks=breaks), id_


# Events of every sort

FULL = """\
number: 12
theme: Wirkung & Nebenwirkung
status: draft
date: 2027-03-11/2027-03-12
time: 14:00-17:00
place: {name: Haus der Ideen, street: Ring 1, postcode: "01067", city: Dresden, country: DE}
access: stufenlos
hosts: [werkstatt, hafen]
partners: hafen
summary: "=Kurz und gut, und noch ein Satz"
topics: [wirkung, beteiligung]
registration: {url: https://example.org/a, until: 2027-03-01, seats: 60, price: kostenfrei, note: Bitte bald}
agenda:
  - {title: Ankommen, type: welcome, minutes: 15}
  - title: Messen <mit> Maß
    type: input
    minutes: 45
    room: Bühne
    licence: CC BY 4.0
    teaser: Drei Zahlen, die genügen.
    by: [{name: Ida Beispiel, organisation: hafen}, {organisation: werkstatt}]
    links: [{title: Folien, url: https://example.org/f, type: slides}]
  - {title: Kaffee, type: break, minutes: 30}
  - {title: Ausblick, type: closing, day: 2, minutes: 30}
links: [{title: Bericht, url: https://example.org/b, type: report}]
"""
EVENTS = {
    "mustertreff-12": FULL,
    "damals": "title: Damals\nstatus: confirmed\ndate: 2020-05-26\ntime: 15:00\nplace: online\n"
    "attendance: {people: 60, labs: 40, note: rund 60}\nagenda: [{title: Gespräch, minutes: 30}]\n",
    "nacht": "title: Nacht\nstatus: draft\ndate: 2027-03-20\ntime: 20:00-02:00\nplace: Schiff\n"
    "agenda: [{title: Auftakt, minutes: 300}, {title: Ausklang, minutes: 60}]\n",
    "irgendwann": "title: Irgendwann\nstatus: draft\ndate: 2027-05\ndescription: |\n  Eins.\n\n  * Zwei\n",
    "bald": "title: Bald\nstatus: draft\ndate: 2027-02-01\nregistration: {url: https://example.org/z, seats: 9}\n",
    "ausgefallen": "title: Ausgefallen\nstatus: cancelled\nreason: Sturm\ndate: 2027-06-01\ntime: 10:00-11:00\n",
}


@pytest.mark.parametrize("form", FORMATS)
def test_what_goes_out_comes_back(form: str, tmp_path: Path, labcamp: Labcamp) -> None:
    there_and_back(tmp_path, EVENTS, form, labcamp)


def named_on(page: str, form: str) -> list[str]:
    """The keys that a page of the guide names in the row of a format."""
    (row,) = re.findall(rf"^\|[^|]*`{form}`[^|]*\| (`.*`) \|$", page.rpartition("\n## ")[2], re.MULTILINE)
    alone, *groups = row.split("; ")
    keys = re.findall(r"`([^`]+)`", alone)
    for group in groups:
        head, *rest = re.findall(r"`([^`]+)`", group)
        keys += [f"{head.removesuffix(':')}.{key}" for key in rest]
    return keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_says_what_each_format_holds(language: str) -> None:
    page = read("guide/import", language)
    holds = {name: {*form.holds} for name, form in FORMATS.items()}
    assert {name: {*named_on(page, name)} for name in FORMATS} == holds


def test_every_key_that_a_format_holds_is_compared() -> None:
    keys = {key for form in FORMATS.values() for key in form.holds}
    event = Event.model_fields.keys()
    assert {key.partition(".")[0] for key in keys} <= event
    assert {key.removeprefix("agenda.") for key in keys if key.startswith("agenda.")} <= OF_SESSIONS.keys()


SIGNS = "abcdefghij äöüß ABC 0123456789 <>&\"'#*_|;,:=+-@()[]{}%!?€–„“/\\`~^§"
# A backslash at the end of a line is a line break to Markdown, and no reader keeps it
LINES = (
    st.text(SIGNS, min_size=1, max_size=25)
    .map(one_line)
    .filter(lambda text: text.rstrip("\\") != "")
    .map(lambda text: text.rstrip("\\ "))
)
PEOPLE: st.SearchStrategy[Values] = st.sampled_from(
    [{"name": "Ida Beispiel"}, {"name": "Max Muster", "organisation": "hafen"}, {"organisation": "werkstatt"}]
)
SESSIONS = st.fixed_dictionaries(
    {"title": LINES, "minutes": st.sampled_from(["5", "30", "55"]), "type": st.sampled_from(["input", "break"])},
    optional={
        "teaser": LINES,
        "room": LINES,
        "by": st.lists(PEOPLE, min_size=1, max_size=2, unique_by=str),
        "links": LINES.map(lambda title: [{"title": title, "url": "https://example.org/f", "type": "slides"}]),
    },
)
PLACES = st.one_of(
    st.just("online"),
    st.fixed_dictionaries({"name": LINES, "city": st.just("Köln")}, optional={"street": LINES}),
)
THINGS = st.fixed_dictionaries(
    {
        "date": st.sampled_from(["2020-05-26", "2027-03-28", "2027-03-11/2027-03-13"]),
        "time": st.sampled_from(["8:30-18:00", "13:00-23:00"]),
        "theme": LINES,
        "agenda": st.lists(SESSIONS, min_size=1, max_size=3),
    },
    optional={
        "subtitle": LINES,
        "place": PLACES,
        "summary": LINES,
        "hosts": st.just(["werkstatt", "hafen"]),
        "access": LINES,
        "links": LINES.map(lambda title: [{"title": title, "url": "https://example.org/b", "type": "report"}]),
    },
)


@pytest.mark.parametrize("form", FORMATS)
def test_whatever_is_written_in_an_event_comes_back(form: str, tmp_path: Path, labcamp: Labcamp) -> None:
    @times(0.2)
    @given(st.lists(THINGS, min_size=1, max_size=4))
    def tried(things: list[Values]) -> None:
        events = {}
        for number, thing in enumerate(things, 1):
            status = "confirmed" if thing["date"] < TODAY else "draft"
            events[f"mustertreff-{number}"] = json.dumps({"number": str(number), "status": status, **thing})
        there_and_back(tmp_path, events, form, labcamp)

    tried()
