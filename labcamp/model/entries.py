"""The entries of an event: what a calendar can hold of it, as text that a ledger can keep."""

import datetime as dt
import uuid
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from labcamp.model.event import Event
from labcamp.model.series import Series
from labcamp.model.texts import point_text
from labcamp.model.zones import moment, zone_of

Kind = Literal["event", "session", "deadline"]


class Entry(NamedTuple):
    """What people keep of one entry of a calendar.

    `start` and `end` are a month, a day or a moment as the ledger writes them, `end` the last one; None is unknown.
    """

    kind: Kind
    title: str
    start: str | None
    end: str | None
    place: str | None
    status: str

    def differs(self, other: "Entry") -> tuple[str, ...]:
        """The names of what says something else in another entry."""
        return tuple(name for name, one, two in zip(self._fields, self, other, strict=True) if one != two)


Entries = Mapping[str, Entry]


def uid_of(event: Event, series: Series, part: str = "") -> str:
    """The UID for ever: a name-based UUID, for RFC 7986 section 5.3 forbids to name a host in it."""
    if event.uid:
        return f"{event.uid}/{part}" if part else event.uid
    return uid_from(event.id, series, part)


def uid_from(id_: str, series: Series, part: str = "") -> str:
    """The UID that follows from the id of an event."""
    return str(uuid.uuid5(namespace(series.domain), f"{id_}/{part}" if part else id_))


@cache
def namespace(domain: str) -> uuid.UUID:
    """What all UUIDs of a series are made from, by its domain."""
    return uuid.uuid5(uuid.NAMESPACE_DNS, domain)


def event_entries(event: Event, series: Series) -> dict[str, Entry]:
    """The entries of the event itself by UID: one for each day when the hours are known, else one for all of it."""
    place = event.place.line if event.place else None
    timed = ((point_text(begin), point_text(end)) for begin, end in event.moments)
    spans = tuple(timed) or (_whole(event),)
    several = len(spans) > 1
    return {
        uid_of(event, series, str(day) if several else ""): Entry(
            "event", event.heading, start, end, place, event.status
        )
        for day, (start, end) in enumerate(spans, 1)
    }


def _whole(event: Event) -> tuple[str | None, str | None]:
    """The first and the last day of an event, or its month, as far as they are known."""
    if event.days:
        return event.days[0].isoformat(), event.days[-1].isoformat()
    month = f"{event.date.year:04}-{event.date.month:02}" if event.date else None
    return month, month


def session_entries(event: Event, series: Series) -> dict[str, Entry | None]:
    """The entry of each session by UID, in the order of the agenda; None where its day, start or end is not known."""
    return {uid_of(event, series, id_): _session(event, number) for number, id_ in enumerate(event.session_ids)}


def deadline_entries(event: Event, series: Series) -> dict[str, Entry]:
    """The days on which something is due for an event, by UID: that its registration closes."""
    until = event.registration.until
    if until is None:
        return {}
    uid = uid_of(event, series, "deadlines/registration")
    day = until.isoformat()
    return {uid: Entry("deadline", event.heading, day, day, None, event.status)}


def all_entries(event: Event, series: Series) -> dict[str, Entry]:
    """Everything about an event that a calendar can hold, by UID."""
    sessions = {uid: entry for uid, entry in session_entries(event, series).items() if entry}
    return {**event_entries(event, series), **sessions, **deadline_entries(event, series)}


def _session(event: Event, number: int) -> Entry | None:
    timed = event.timetable[number]
    if timed.start is None or timed.end is None or timed.end <= timed.start or not 1 <= timed.day <= len(event.days):
        return None
    begin, end = (moment(event.days[timed.day - 1], minutes, event.zone) for minutes in (timed.start, timed.end))
    places = (timed.session.room, event.place.line if event.place else None)
    where = ", ".join(place for place in places if place) or None
    return Entry("session", timed.session.title, point_text(begin), point_text(end), where, event.status)


def days_of_entry(entry: Entry) -> tuple[str, ...]:
    """Each day of an entry, `2027-03-11`: one that ends in the night does not last into the next day; none if open."""
    if not (entry.start and entry.end) or len(entry.start) < len("2027-03-11"):
        return ()
    first, last = (dt.date.fromisoformat(point[:10]) for point in (entry.start, entry.end))
    into_the_night = "T" in entry.start and entry.end[10:] <= entry.start[10:]
    count = max((last - first).days + 1 - into_the_night, 1)
    return tuple((first + dt.timedelta(days=number)).isoformat() for number in range(count))


def span_of(entry: Entry) -> tuple[dt.date, dt.date] | None:
    """Begin and end of an entry as a calendar has them: moments, or days with an exclusive end; None without a day."""
    if not (entry.start and entry.end) or len(entry.start) < len("2027-03-11"):
        return None
    if " " not in entry.start:
        return dt.date.fromisoformat(entry.start), dt.date.fromisoformat(entry.end) + dt.timedelta(days=1)
    (begin, zone), (end, other_zone) = entry.start.split(" "), entry.end.split(" ")
    return (
        dt.datetime.fromisoformat(begin).replace(tzinfo=zone_of(zone)),
        dt.datetime.fromisoformat(end).replace(tzinfo=zone_of(other_zone)),
    )
