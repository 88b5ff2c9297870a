"""What was announced of an event, entry by entry, and what calendars are to be told of changes since."""

import datetime as dt
import json
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from labcamp.model.event import Event
from labcamp.model.series import Series
from labcamp.model.texts import id_of, point_text
from labcamp.model.zones import moment, zone_of

# Apple keeps showing a cancelled entry, so some time after its day it goes
CANCELLED_STAYS = dt.timedelta(days=14)
SIGNIFICANT = frozenset({"start", "end", "place", "status"})  # RFC 5546 section 2.1.4, and the place
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


class Record(NamedTuple):
    """An entry with its revision: SEQUENCE and DTSTAMP (RFC 5545 sections 3.8.7.4 and 3.8.7.2)."""

    entry: Entry
    sequence: int
    stamp: dt.datetime


Entries = Mapping[str, Entry]
Ledger = Mapping[str, Record]


def uid_of(event: Event, series: Series, part: str = "") -> str:
    """The UID for ever: a name-based UUID, for RFC 7986 section 5.3 forbids to name a host in it."""
    if event.uid:
        return f"{event.uid}/{part}" if part else event.uid
    return str(uuid.uuid5(_namespace(series.domain), f"{event.id}/{part}" if part else event.id))


@cache
def _namespace(domain: str) -> uuid.UUID:
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
    return {uid_of(event, series, id_): _session(event, number) for number, id_ in enumerate(_session_ids(event))}


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


def _session_ids(event: Event) -> Iterator[str]:
    """The id of each session: its own, else from its title, and each only once."""
    taken = {session.id for session in event.agenda}
    for session in event.agenda:
        name = session.id or id_of(session.title)
        # `<id>/1` is the first day of the event
        name = f"session-{name}" if name.isdigit() else name
        number, free = 1, name
        while not session.id and free in taken:
            number += 1
            free = f"{name}-{number}"
        taken.add(free)
        yield free


def _session(event: Event, number: int) -> Entry | None:
    timed = event.timetable[number]
    if timed.start is None or timed.end is None or timed.end <= timed.start or not 1 <= timed.day <= len(event.days):
        return None
    begin, end = (moment(event.days[timed.day - 1], minutes, event.zone) for minutes in (timed.start, timed.end))
    places = (timed.session.room, event.place.line if event.place else None)
    where = ", ".join(place for place in places if place) or None
    return Entry("session", timed.session.title, point_text(begin), point_text(end), where, event.status)


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


def of_kind(ledger: Ledger, kind: Kind) -> dict[str, Record]:
    """The records of one kind."""
    return {uid: record for uid, record in ledger.items() if record.entry.kind == kind}


def revised(entries: Entries, ledger: Ledger, today: dt.date) -> dict[str, Record]:
    """Each entry with its revision on a day, those that were announced and are gone as cancelled.

    What says the same as the ledger keeps its revision. Another start, end, place or status counts one up.
    """
    stamp = dt.datetime.combine(today, dt.time(), dt.UTC)
    gone = {uid: record.entry._replace(status="cancelled") for uid, record in ledger.items() if uid not in entries}
    return {uid: _revision(entry, ledger.get(uid), stamp) for uid, entry in {**entries, **gone}.items()}


def _revision(entry: Entry, record: Record | None, stamp: dt.datetime) -> Record:
    if record is None:
        # Who was invited before it was announced learns of the end only by a higher number (RFC 5546 section 3.2.5).
        return Record(entry, int(entry.status == "cancelled"), stamp)
    changed = entry.differs(record.entry)
    return Record(entry, record.sequence + (not SIGNIFICANT.isdisjoint(changed)), stamp) if changed else record


@dataclass(frozen=True)
class Difference:
    """An entry that says something else than was announced; None on the one side is new, on the other gone."""

    before: Entry | None
    after: Entry | None

    @property
    def kind(self) -> Kind:
        """What sort of entry it is."""
        return next(entry.kind for entry in (self.before, self.after) if entry)

    @property
    def keys(self) -> tuple[str, ...]:
        """What is different; everything, where an entry is new or gone."""
        return self.after.differs(self.before) if self.before and self.after else Entry._fields


def differences(entries: Entries, ledger: Ledger) -> tuple[Difference, ...]:
    """Everything about an event that is different from what was announced, in the order of the event."""
    # What was announced as cancelled and is gone needs no word any more.
    kept = {uid: record.entry for uid, record in ledger.items() if uid in entries or record.entry.status != "cancelled"}
    return compared(kept, entries)


def compared(before: Entries, after: Entries) -> tuple[Difference, ...]:
    """What is different between two states of an event: what has changed or is new, then what is gone."""
    changed = (Difference(before.get(uid), entry) for uid, entry in after.items())
    gone = sorted((entry for uid, entry in before.items() if uid not in after), key=lambda entry: entry.start or "")
    return (*(each for each in changed if each.keys), *(Difference(entry, None) for entry in gone))


def on_their_own(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """The differences without those of sessions and deadlines that only follow their event."""
    events = [each for each in found if each.kind == "event"]
    return tuple(each for each in found if each in events or not any(_follows(each, event) for event in events))


def _follows(part: Difference, whole: Difference) -> bool:
    """Tell whether a part of an event says just what it has to say because the whole of it has changed."""
    if not (whole.before and whole.after):
        return False
    if not (part.before and part.after):  # sessions come with the hours of their event, and go with them
        hours = ["T" in (entry.start or "") for entry in (whole.before, whole.after)]
        return part.kind == "session" and hours == [part.before is not None, part.after is not None]
    if part.kind == "deadline":
        return {"title", "status"}.issuperset(part.keys)
    room = (part.before.place or "").removesuffix(whole.before.place or "")
    same_room = room == (part.after.place or "").removesuffix(whole.after.place or "")
    shifts = {_shift(part, "start"), _shift(part, "end"), _shift(whole, "start")}
    return "title" not in part.keys and same_room and len(shifts) == 1


def _shift(difference: Difference, key: str) -> dt.timedelta | None:
    """By how much the wall clock differs; None where a day is not known."""
    texts = [getattr(entry, key) or "" for entry in (difference.before, difference.after)]
    if any(len(text) < len("2027-03-11") for text in texts):
        return None
    before, after = (dt.datetime.fromisoformat(text.partition(" ")[0]) for text in texts)
    return after - before


def recorded(entries: Entries, ledger: Ledger, today: dt.date) -> dict[str, Record]:
    """The ledger as it is after announcing everything on a day; what is gone for long is forgotten."""
    known = revised(entries, ledger, today)
    oldest = (today - CANCELLED_STAYS).isoformat()
    return {uid: record for uid, record in known.items() if uid in entries or (record.entry.end or "") >= oldest}


def ledger_bytes(ledger: Ledger) -> bytes:
    """The ledger as its file: JSON with one key a line, so that git can merge what two people have announced."""
    records = {uid: dict(_written(ledger[uid])) for uid in sorted(ledger)}
    return f"{json.dumps(records, ensure_ascii=False, indent=2)}\n".encode()


def _written(record: Record) -> Iterator[tuple[str, str | int]]:
    yield from ((name, value) for name, value in record.entry._asdict().items() if value is not None)
    yield from (("sequence", record.sequence), ("stamp", f"{record.stamp.replace(tzinfo=None).isoformat()}Z"))
