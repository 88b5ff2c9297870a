"""Calendar files for the judges, and what they have to read there, from the data of the events and of the zones."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from zoneinfo import ZoneInfo

from calendar_readers import Entry, when
from conftest import one_in
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sample import GOLDEN, REPOSITORY, SERIES, TODAY, event_of, in_memory
from test_calendar_lines import as_documented

from labcamp.model import Contact, Event, Place
from labcamp.model.entries import all_entries
from labcamp.model.ledger import recorded
from labcamp.model.private import Join, Private
from labcamp.render import calendar
from labcamp.render.mails import requests
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace, load

ZONES = (
    "Europe/Berlin",
    "Europe/Vienna",
    "Europe/Zurich",
    "Europe/Madrid",
    "Europe/London",
    "Europe/Lisbon",
)
# Their rules are in no footer or have changed since, so at times they are written in UTC. Only at days on which all
# tables agree: some parsers go by tables of their own, which are older than ours.
ODD_ZONES = ("Africa/Cairo", "America/Nuuk", "America/Vancouver", "Africa/Casablanca")
NIGHTS = ("2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31")
ODD_NIGHTS = ("2024-03-10", "2024-03-30", "2024-04-14", "2024-04-26", "2024-10-31", "2024-11-03")
HOURS = ("0:15-0:45", "0:30-3:30", "1:15-1:45", "2:15-2:45", "3:00-4:00", "20:00-23:30", "22:00-24:00", "22:00-05:00")
SHAPES = (
    "title: Ganztags\ndate: 2027-03-28",
    "title: Drei Tage am Stück\ndate: 2027-03-27/2027-03-29",
    "title: Über Silvester\ndate: 2027-12-30/2028-01-02",
    "title: Schalttag\ndate: 2028-02-29\ntime: 9:00-12:00",
    "title: Jeden Tag\ndate: 2027-10-30/2027-11-01\ntime: 9:00-12:00",
    "title: Bis der Programmpunkt endet\ndate: 2027-03-28\ntime: '9:45'\nagenda: [{title: A, minutes: 45}]",
    "title: Nur der Anfang\ndate: 2027-03-28\ntime: '9:45'",
    "title: Abgesagt\nstatus: cancelled\nreason: krank\ndate: 2027-03-28\ntime: 9:00-12:00",
    "title: Abgesagt und ganztags\nstatus: cancelled\ndate: 2027-03-28",
    "title: Entwurf\nstatus: draft\ndate: 2027-03-28\ntime: 9:00-12:00\nplace: online",
    "title: Hybrid\ndate: 2027-03-28\nplace: {name: Haus 7, room: A; B, street: Weg 1, city: Köln, online: true}",
    'title: "Sagt „A, B; C\\\\n“ und 👩🏽‍💻"\ntheme: "O\'Neill \\"x\\""\ndate: 2027-03-28\nplace: {city: Linz}',
    f"title: {'Eine Überschrift ohne Ende ' * 9}\ndate: 2027-03-28",
)
BATCH = 500
PREFIX = {"draft": "Entwurf: ", "cancelled": "ABGESAGT: ", "confirmed": ""}


class Written(NamedTuple):
    """A calendar file, and what every parser has to read from it."""

    content: bytes
    due: tuple[Entry, ...]


# What is due, from the data of an event and the tables of the zones, without the code that writes calendars


@cache
def table(key: str) -> ZoneInfo:
    """A zone by the `tzdata` package, whatever the machine has."""
    with files("tzdata.zoneinfo").joinpath(*key.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=key)


def entries_due(event: Event, domain: str) -> Iterator[Entry]:
    """What an event is in a calendar: a day each with its hours, else all days in one, or nothing without a day."""
    ends = [event.end_of(number) for number in range(1, len(event.days) + 1)]
    title, place = words_due(event)
    name = uuid.uuid5(uuid.NAMESPACE_DNS, domain)
    if not event.days:
        return
    if event.time is None or None in ends:
        after = event.days[-1] + dt.timedelta(days=1)
        yield Entry(str(uuid.uuid5(name, event.id)), event.days[0].isoformat(), after.isoformat(), title, place)
        return
    for number, (day, end) in enumerate(zip(event.days, ends, strict=True), 1):
        id_, suffix = event.id, ""
        if len(ends) > 1:
            id_, suffix = f"{event.id}/{number}", f" (Tag {number} von {len(ends)})"
        start, stop = (instant(day, minutes or 0, event.zone) for minutes in (event.time.start, end))
        yield Entry(str(uuid.uuid5(name, id_)), start, stop, title + suffix, place)


def instant(day: dt.date, minutes: int, zone: str) -> str:
    """The moment at which the clock on the wall of a zone shows so many minutes after midnight."""
    midnight = dt.datetime.combine(day, dt.time(), table(zone))
    return when(midnight + dt.timedelta(minutes=minutes))


def words_due(event: Event) -> tuple[str, str]:
    """Title and place, as a calendar can hold them."""
    title = PREFIX[event.status] + (f"{event.title}: {event.theme}" if event.theme else event.title)
    place = event.place or Place()
    town = " ".join(filter(None, (place.postcode, place.city)))
    parts = list(filter(None, (place.name, place.room, place.street, town)))
    where = ", ".join([*parts, "auch online"] if place.hybrid else parts or ["online"] * place.online)
    return one_line(title), as_documented(where)


def one_line(words: str) -> str:
    """Words without line breaks."""
    return " ".join(part.strip() for part in as_documented(words).split("\n") if part.strip())


# The files


def fed(events: Iterable[Event]) -> Written:
    """The feed of made-up events, drafts and all."""
    return feed_of(in_memory(GOLDEN, events))


def feed_of(workspace: Workspace) -> Written:
    """The feed of a workspace, drafts and all."""
    (artefact,) = calendar.feed(stage_of(workspace), workspace.events, drafts=True)
    domain = workspace.series.domain
    return Written(artefact.content, tuple(due for event in workspace.events for due in entries_due(event, domain)))


def real() -> list[Written]:
    """The real series: the feed, and each single download."""
    workspace = load(REPOSITORY, TODAY)
    known = [event for event in workspace.events if event.days]
    singles = zip(calendar.render(stage_of(workspace), known), known, strict=True)
    domain = workspace.series.domain
    return [
        feed_of(workspace),
        *(Written(single.content, tuple(entries_due(event, domain))) for single, event in singles),
    ]


def nights() -> list[Written]:
    """The hours around the changes of the clocks in each zone, but for those that never come."""
    made = (
        event_of(f"title: {zone} am {day} um {hours}\nstatus: confirmed\ndate: {day}\ntime: {hours}\nzone: {zone}")
        for zones, days in ((ZONES, NIGHTS), (ODD_ZONES, ODD_NIGHTS))
        for zone in zones
        for day in days
        for hours in one_in(2, HOURS, len(zone) + int(day[-2:]))
    )
    there = (event for event in made if all(exists(moment) for moment in event.moments[0]))
    return [fed(event.model_copy(update={"id": f"night-{number}"}) for number, event in enumerate(there))]


def exists(moment: dt.datetime) -> bool:
    """Whether a clock ever shows this time."""
    there = moment.astimezone(dt.UTC).astimezone(moment.tzinfo)
    return there.replace(tzinfo=None) == moment.replace(tzinfo=None)


def shapes() -> list[Written]:
    """Events of all shapes in each zone."""
    texts = [text if "status:" in text else f"{text}\nstatus: confirmed" for text in SHAPES]
    return [
        fed(event_of(f"{text}\nzone: {zone}", id_=f"shape-{number}") for number, text in enumerate(texts))
        for zone in ZONES
    ]


SERIES_WITH_CONTACT = f"{SERIES}contact: {{name: 'Müller; \"Jörg\"', organisation: hafen, email: treff@example.org}}\n"
WITH_SESSIONS = """\
title: Treff
status: confirmed
date: 2027-10-28
time: 14:00-17:00
zone: Europe/Vienna
place: {name: Haus 7, city: Linz, online: true, lat: 48.306, lon: 14.286}
registration: {until: 2027-10-21}
agenda:
  - {title: 'Ankommen; Kaffee', minutes: 30}
  - {title: Impuls, minutes: 60, room: 2}
  - {title: Ende, id: schluss, minutes: 90}
"""
WITHOUT_THE_LAST = WITH_SESSIONS.replace("  - {title: Ende, id: schluss, minutes: 90}\n", "")


def kinds() -> list[Written]:
    """One event in each kind of file, after a session of it was announced and has gone."""
    announced, event = event_of(WITH_SESSIONS, SERIES_WITH_CONTACT), event_of(WITHOUT_THE_LAST, SERIES_WITH_CONTACT)
    plain = in_memory(GOLDEN, [event], SERIES_WITH_CONTACT)
    ledger = recorded(all_entries(announced, plain.series), {}, dt.date(2026, 11, 1))
    workspace = replace(plain, announced={event.id: ledger})
    private = Private(join=Join(url="https://meet.example.org/a,b;c?d=e", passcode="1,2;3", phone="+49 30 1"))
    (whole,) = entries_due(event, "example.org")
    once = [
        *calendar.participants(stage_of(workspace), event, private),
        *(
            file
            for file in requests.render(stage_of(workspace), event, private, ODD_PERSON)
            if file.name.endswith(".ics")
        ),
    ]
    (sessions,), (due,) = (
        calendar.sessions(stage_of(workspace), event),
        calendar.deadlines(stage_of(workspace), [event], "deadlines.ics"),
    )
    return [
        *(Written(file.content, (whole,)) for file in once),
        Written(sessions.content, SESSIONS_DUE),
        Written(
            due.content, (part("deadlines/registration", "2027-10-21", "2027-10-22", "Anmeldeschluss: Treff", ""),)
        ),
    ]


def part(name: str, start: str, end: str, title: str, place: str = "Haus 7, Linz, auch online") -> Entry:
    """A part of the event, as it is due."""
    return Entry(
        str(uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), f"treff-12/{name}")), start, end, title, place
    )


ODD_PERSON = Contact(name='"Zoë, Dr.; O\'Neill" <x>', email="zoe@example.org")
SESSIONS_DUE = (
    part("ankommen-kaffee", "2027-10-28T12:00:00Z", "2027-10-28T12:30:00Z", "Ankommen; Kaffee (Treff)"),
    part(
        "impuls", "2027-10-28T12:30:00Z", "2027-10-28T13:30:00Z", "Impuls (Treff)", "Raum 2, Haus 7, Linz, auch online"
    ),
    part("schluss", "2027-10-28T13:30:00Z", "2027-10-28T15:00:00Z", "ENTFÄLLT: Ende", "Haus 7, Linz, online"),
)

BITS = (
    *("\\", "\\n", "\\N", ";", ",", ":", '"', "'", "^n", "=", "%", "\r\n", "\n", "\r", "\t", "\x00", "\x07", "\x0b"),
    *(
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "\u2029",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\u202e",
        "ä",
        "a\u0308",
        "\u0308",
        "ß",
    ),
    *("€", "👩🏽‍💻", "🇦🇹", "𝄞", " ", "\r\nEND:VEVENT", "\nBEGIN:VALARM", "mailto:", "Eine lange Rede. " * 9, "ü" * 80),
)
ANY_TEXT = st.lists(st.sampled_from(BITS) | st.text(max_size=5), min_size=1, max_size=20).map("".join)
# The Temporal of node-ical is an hour off in the summers from 2036 on, and in Casablanca in some months of Ramadan
ANY_DAY = st.tuples(st.dates(dt.date(1975, 1, 1), dt.date(2035, 12, 31)), st.sampled_from(ZONES))
ODD_DAY = st.tuples(st.dates(dt.date(1975, 1, 1), dt.date(2025, 12, 31)), st.sampled_from(ODD_ZONES[:-1]))
ANY_TIME = st.none() | st.tuples(st.integers(0, 1380), st.integers(1, 60))
ANY_WORDS = st.tuples(ANY_TEXT.filter(one_line), ANY_TEXT, ANY_TEXT)
ANY_EVENT = st.tuples(ANY_DAY | ODD_DAY, ANY_TIME, ANY_WORDS)
ANY_EVENTS = st.lists(ANY_EVENT, min_size=40, max_size=40, unique_by=lambda event: event[2])


def hostile() -> list[Written]:
    """600 events with texts that try to break out of their line, at any time in any zone: the same on every run."""
    events: list[Event] = []

    @settings(
        max_examples=15,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),  # a busy machine is no fault
    )
    @given(ANY_EVENTS)
    def make(drawn: list[tuple[tuple[dt.date, str], tuple[int, int] | None, tuple[str, str, str]]]) -> None:
        events.extend(any_event(f"any-{number}", *data) for number, data in enumerate(drawn, len(events)))

    make()
    return [fed(events[start : start + BATCH]) for start in range(0, len(events), BATCH)]


def any_event(id_: str, at: tuple[dt.date, str], time: tuple[int, int] | None, words: tuple[str, str, str]) -> Event:
    """An event with words that no event file could hold."""
    (day, zone), (title, place, summary) = at, words
    hours = f"\ntime: {clock(time[0])}-{clock(sum(time))}" if time else ""
    event = event_of(f"title: T\nstatus: confirmed\ndate: {day}{hours}\nzone: {zone}", id_=id_)
    said = {"title": title, "place": Place().model_copy(update={"name": place}), "summary": summary}
    return event.model_copy(update=said)


def clock(minutes: int) -> str:
    """A time of day as people write it."""
    return f"{minutes // 60}:{minutes % 60:02}"
