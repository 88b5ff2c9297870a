"""An event as the schedule formats of the field have it: a conference with days, rooms and talks.

What is a session to us is an event to them, and our event is their conference. All of them say the same, so it is
worked out once here, from what is public; a format only writes it down.
"""

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from math import gcd

from labcamp.files.markdown import plain
from labcamp.model import Event, Link, Person, Series
from labcamp.model.entries import namespace, uid_of
from labcamp.model.ledger import hash_of
from labcamp.model.session import TimedSession
from labcamp.model.texts import MINUTES_OF_A_DAY
from labcamp.model.zones import moment
from labcamp.workspace.public import address_on_web, known, on_the_site

GENERATOR = "labcamp"  # without its version, with which the same schedule would be another at each release
NO_ACRONYM = re.compile(r"[^a-z0-9_]+")
LEAST_OF_AN_ACRONYM, WHOLE_HOUR = 4, 60
IDS = 2**31 - 1  # many programs keep them in 32 bits


@dataclass(frozen=True)
class Somebody:
    """Who gives a talk: a person by name, or an organisation of which nobody is named."""

    name: str
    guid: str


@dataclass(frozen=True)
class ScheduleItem:
    """A session with a day and a start; `minutes` is 0 where nobody knows how long it takes."""

    guid: str
    id: int
    slug: str
    url: str
    title: str
    type: str
    begin: dt.datetime
    minutes: int
    room: str
    language: str
    abstract: str
    persons: tuple[Somebody, ...]
    links: tuple[Link, ...]
    recordings: tuple[Link, ...]
    licence: str

    @property
    def start(self) -> str:
        """When it begins, as a clock shows it: `14:05`."""
        return f"{self.begin:%H:%M}"

    @property
    def duration(self) -> str:
        """How long it takes, in hours and minutes: `00:30`."""
        return f"{self.minutes // WHOLE_HOUR:02}:{self.minutes % WHOLE_HOUR:02}"


@dataclass(frozen=True)
class ScheduleDay:
    """A day by its number, from 1, from when to when it goes, and what is on by rooms."""

    number: int
    date: dt.date
    begin: dt.datetime
    end: dt.datetime
    rooms: Mapping[str, tuple[ScheduleItem, ...]]


@dataclass(frozen=True)
class Conference:
    """An event with all that a schedule of it can say; an empty text is something that nobody knows."""

    title: str
    acronym: str
    description: str
    zone: str
    url: str
    days: tuple[ScheduleDay, ...]
    rooms: Mapping[str, str]  # the guid of each by its name

    @property
    def items(self) -> tuple[ScheduleItem, ...]:
        """All that is in it."""
        return tuple(item for day in self.days for items in day.rooms.values() for item in items)

    @property
    def slot(self) -> str:
        """The longest time into which all of it can be cut, in hours and minutes: `00:05`."""
        points = ((item.begin.hour * WHOLE_HOUR + item.begin.minute, item.minutes) for item in self.items)
        minutes = gcd(WHOLE_HOUR, *(minutes for point in points for minutes in point))
        return f"{minutes // WHOLE_HOUR:02}:{minutes % WHOLE_HOUR:02}"

    @cached_property
    def version(self) -> str:
        """What is another as soon as the schedule says something else."""
        return hash_of(repr((self.title, self.description, self.url, self.days)).encode())[:12]


Timed = tuple[TimedSession, ScheduleItem]


def conference_of(event: Event, series: Series) -> Conference:
    """An event that has a day, as a conference."""
    items = tuple(_items(event, series))
    rooms = dict.fromkeys(item.room for _, item in items)
    return Conference(
        title=event.heading,
        acronym=acronym_of(event, series),
        description=event.summary or plain(event.description or ""),
        zone=event.zone,
        url="" if event.draft else address_on_web(series, f"{event.id}/index.html"),
        days=tuple(_day(event, number, items) for number in range(1, len(event.days) + 1)),
        rooms={room: guid_of(series, f"room/{room}") for room in rooms},
    )


def acronym_of(event: Event, series: Series) -> str:
    """The short name of an event, of at least four of the signs that both schedule formats allow: `labcamp11`."""
    whole = (NO_ACRONYM.sub("", event.id), NO_ACRONYM.sub("", f"{series.id}{event.id}"))
    return next((name for name in whole if len(name) >= LEAST_OF_AN_ACRONYM), whole[1].ljust(LEAST_OF_AN_ACRONYM, "_"))


def guid_of(series: Series, name: str) -> str:
    """A UUID for ever, from the domain of the series and a name, never from an address."""
    return str(uuid.uuid5(namespace(series.domain), name))


def is_timed(event: Event, timed: TimedSession) -> bool:
    """Tell whether a session has a place in a schedule: a day of the event, and a start."""
    return timed.start is not None and 1 <= timed.day <= len(event.days)


def _items(event: Event, series: Series) -> Iterator[Timed]:
    """The sessions that have a day and a start, each with what a schedule says of it."""
    taken: set[int] = set()
    for timed, id_ in zip(event.timetable, event.session_ids, strict=True):
        if timed.start is not None and is_timed(event, timed):
            guid = _as_uuid(series, uid_of(event, series, id_))
            first = uuid.UUID(guid).int % IDS + 1
            number = next(each for each in count(first) if each not in taken)
            taken.add(number)
            begin = moment(event.days[timed.day - 1], timed.start, event.zone)
            yield timed, _item(event, series, timed, Identity(guid, number, id_, begin))


@dataclass(frozen=True)
class Identity:
    """By what a session is known, and when it begins."""

    guid: str
    number: int
    id: str
    begin: dt.datetime


def _item(event: Event, series: Series, timed: TimedSession, identity: Identity) -> ScheduleItem:
    session, place = timed.session, event.place
    links = [link.found_in(_files(event, series)) for link in on_the_site(session.links)]
    shown = [link for link in links if link.url]
    has_page = session.type != "break" and not event.draft
    return ScheduleItem(
        guid=identity.guid,
        id=identity.number,
        slug=f"{acronym_of(event, series)}-{identity.id.rstrip('-')}",
        url=address_on_web(series, f"{event.id}/{identity.id}.html") if has_page else "",
        title=session.title,
        type=session.type,
        begin=identity.begin,
        minutes=session.minutes or 0,
        room=session.room or (place and (place.room or place.name or place.city)) or "online",
        language=event.language,
        abstract=plain(session.teaser or ""),
        persons=tuple(_persons(series, session.by)),
        links=tuple(link for link in shown if link.type != "recording"),
        recordings=tuple(link for link in shown if link.type == "recording"),
        licence=session.licence or "",
    )


def _persons(series: Series, people: Iterable[Person]) -> Iterator[Somebody]:
    """Who gives a session, each once: by name, else the organisation; who is not known yet is left out."""
    found = (person for each in people if (person := known(each)))
    named = (each.name or (each.organisation.name if each.organisation else "") for each in found)
    for name in dict.fromkeys(filter(None, named)):
        yield Somebody(name, guid_of(series, f"person/{name.casefold()}"))


def _files(event: Event, series: Series) -> str:
    """The address below which the files of an event are found; empty where nobody knows."""
    return address_on_web(series, f"{event.id}/files")


def _as_uuid(series: Series, uid: str) -> str:
    """A UID that is a UUID as it is, else one made of it: an event can bring its own from elsewhere."""
    try:
        return str(uuid.UUID(uid))
    except ValueError:
        return guid_of(series, uid)


def _day(event: Event, number: int, items: Iterable[Timed]) -> ScheduleDay:
    """A day from its opening, or its first session, to its end; as a whole where no hours are known."""
    of_day = [(timed, item) for timed, item in items if timed.day == number]
    starts = [timed.start or 0 for timed, _ in of_day]
    ends = [timed.end or timed.start or 0 for timed, _ in of_day]
    if event.time:
        starts, ends = [event.time.start, *starts], [event.end_of(number) or event.time.start, *ends]
    rooms: dict[str, tuple[ScheduleItem, ...]] = {}
    for _, item in of_day:
        rooms[item.room] = (*rooms.get(item.room, ()), item)
    date = event.days[number - 1]
    begin, end = min(starts, default=0), max(ends, default=MINUTES_OF_A_DAY)
    return ScheduleDay(number, date, moment(date, begin, event.zone), moment(date, end, event.zone), rooms)
