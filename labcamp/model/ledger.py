"""What was announced of an event, entry by entry, and what calendars are to be told of changes since."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from labcamp.model.entries import Entries, Entry, Kind, days_of_entry
from labcamp.model.event import Event
from labcamp.model.matching import paired
from labcamp.model.series import Series

# Apple keeps showing a cancelled entry, so some time after its day it goes
CANCELLED_STAYS = dt.timedelta(days=14)
SIGNIFICANT = frozenset({"start", "end", "place", "status"})  # RFC 5546 section 2.1.4, and the place


class Record(NamedTuple):
    """An entry with its revision: SEQUENCE and DTSTAMP (RFC 5545 sections 3.8.7.4 and 3.8.7.2).

    `before` is what was announced before this; None of what was announced only once. `said` is the hash of all that
    was known of the event then, as far as its ledger says it.
    """

    entry: Entry
    sequence: int
    stamp: dt.datetime
    before: Entry | None = None
    said: str | None = None


Ledger = Mapping[str, Record]


def hash_of(content: bytes) -> str:
    """The hash of some bytes, short enough for a line."""
    return sha256(content).hexdigest()[:32]


def said_of(event: Event, series: Series) -> str:
    """The hash of all that is known of an event, which tells whether its entries can say something else by now."""
    return hash_of(repr((event, series.title, series.contact, series.homepage, series.public)).encode())


def of_kind(ledger: Ledger, kind: Kind) -> dict[str, Record]:
    """The records of one kind."""
    return {uid: record for uid, record in ledger.items() if record.entry.kind == kind}


def matched(entries: Entries, ledger: Ledger) -> dict[str, Entry]:
    """The entries in their order, each with the UID of the announced entry that it continues, else with a free one."""
    return paired(entries, {uid: record.entry for uid, record in ledger.items()})


def revised(entries: Entries, ledger: Ledger, today: dt.date) -> dict[str, Record]:
    """Each entry with its revision on a day, those that were announced and are gone as cancelled.

    What says the same as the ledger keeps its revision. Another start, end, place or status counts one up, and so does
    another number of days, for each day says which one it is.
    """
    entries = matched(entries, ledger)
    stamp = dt.datetime.combine(today, dt.time(), dt.UTC)
    gone = {uid: record.entry._replace(status="cancelled") for uid, record in ledger.items() if uid not in entries}
    found = {uid: _revision(entry, ledger.get(uid), stamp) for uid, entry in {**entries, **gone}.items()}
    # Of a cancelled event nobody can tell the days that are gone from those that it has.
    standing = {uid: record.entry for uid, record in ledger.items() if record.entry.status != "cancelled"}
    if _days_of(entries) == (_days_of(standing) or _days_of(entries)):
        return found
    return {
        uid: _counted(record, ledger.get(uid), stamp) if uid in entries else record for uid, record in found.items()
    }


def _days_of(entries: Entries) -> int:
    """How many entries the event itself has."""
    return sum(entry.kind == "event" for entry in entries.values())


def _counted(record: Record, known: Record | None, stamp: dt.datetime) -> Record:
    """The record of a day of an event that has more or fewer days than were announced."""
    if known is None or record.entry.kind != "event" or record.sequence > known.sequence:
        return record
    return Record(record.entry, known.sequence + 1, stamp, known.entry)


def _revision(entry: Entry, record: Record | None, stamp: dt.datetime) -> Record:
    if record is None:
        # Who was invited before it was announced learns of the end only by a higher number (RFC 5546 section 3.2.5).
        return Record(entry, int(entry.status == "cancelled"), stamp)
    changed = entry.differs(record.entry)
    if not changed:
        return record
    # What was taken over from another calendar may have been revised later on that day
    stamp = max(stamp, record.stamp)
    return Record(entry, record.sequence + (not SIGNIFICANT.isdisjoint(changed)), stamp, record.entry)


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
    entries = matched(entries, ledger)
    # What was announced as cancelled and is gone needs no word any more.
    kept = {uid: record.entry for uid, record in ledger.items() if uid in entries or record.entry.status != "cancelled"}
    return compared(kept, entries)


def corrections(found: Sequence[Difference], ledger: Ledger) -> tuple[Difference, ...]:
    """The differences that change what people were told: a first agenda or deadline only adds to it."""
    told = {record.entry.kind for record in ledger.values()}
    return tuple(each for each in found if each.before or each.kind in told)


def compared(before: Entries, after: Entries) -> tuple[Difference, ...]:
    """What is different between two states of an event: it, what else has changed or is new, then what is gone."""
    days = [[entry for entry in state.values() if entry.kind == "event"] for state in (before, after)]
    parts = {uid: entry for uid, entry in after.items() if entry.kind != "event"}
    changed = (Difference(before.get(uid), entry) for uid, entry in parts.items())
    lost = (entry for uid, entry in before.items() if uid not in after and entry.kind != "event")
    gone = sorted(lost, key=lambda entry: entry.start or "")
    return (
        *_of_the_event(*days),
        *(each for each in changed if each.keys),
        *(Difference(entry, None) for entry in gone),
    )


def _of_the_event(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[Difference]:
    """What is different of the event itself: once for all its days if these are alike, else day by day."""
    one, other = as_one(before), as_one(after)
    if one and other:
        yield from (each for each in (Difference(one, other),) if each.keys)
        return
    old, new = _by_day(before), _by_day(after)
    for day in sorted(new.keys() | old.keys()):
        each = Difference(old.get(day), new.get(day))
        if each.keys:
            yield each


def as_one(entries: Sequence[Entry]) -> Entry | None:
    """The days of an event as one entry, from the first begin to the last end; None where they are not alike.

    Several days with hours are alike if each follows the one before it and has the same hours.
    """
    days = sorted(entries, key=lambda entry: entry.start or "")
    if len(days) <= 1:
        return days[0] if days else None
    firsts = [day.start[:10] for day in days if day.start and day.end and "T" in day.start]
    hours = {(_clock(day.start), _clock(day.end), *day[1:2], *day[4:]) for day in days}
    follow = [dt.date.fromisoformat(first).toordinal() for first in firsts]
    if len(firsts) < len(days) or len(hours) > 1 or follow[-1] - follow[0] != len(set(follow)) - 1:
        return None
    return days[0]._replace(end=days[-1].end)


def _clock(point: str | None) -> str:
    """The time and the zone of a moment as the ledger writes it."""
    return (point or "").partition("T")[2]


def _by_day(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The entries of an event by day, one over several days once for each of them."""
    found: dict[str, Entry] = {}
    for entry in entries:
        for day in days_of_entry(entry) or (entry.start or "",):
            whole = entry if "T" in (entry.start or "") or len(day) < len("2027-03-11") else None
            found[day] = whole or entry._replace(start=day, end=day)
    return found


def last_changes(entries: Entries, ledger: Ledger) -> tuple[Difference, ...]:
    """Everything that is different from what was announced; if nothing is, what the last announcement has changed.

    Nothing, of an event that was never announced.
    """
    return (differences(entries, ledger) or _changed_last(matched(entries, ledger), ledger)) if ledger else ()


def _changed_last(entries: Entries, ledger: Ledger) -> tuple[Difference, ...]:
    """What is different since the last announcement but one; announcements of one day count as one."""
    newest = max(record.stamp for record in ledger.values())
    last = {uid: record for uid, record in ledger.items() if record.stamp == newest}
    before = {uid: record.before for uid, record in last.items() if record.before}
    # What was not announced before is new; but on the day of the first announcement that holds for all there is, ...
    new = {"event", "session", "deadline"} if len(last) < len(ledger) else set()
    # ... and then only the days of an event are sure to be new, where others have changed or are gone.
    new |= {entry.kind for entry in before.values() if entry.kind == "event"}
    after = {uid: entry for uid, entry in entries.items() if uid in before or (uid in last and entry.kind in new)}
    if any(entry.kind == "event" for entry in (*before.values(), *after.values())):  # beside days that stay
        same = {uid: entry for uid, entry in entries.items() if uid not in last and entry.kind == "event"}
        before, after = before | same, after | same
    return compared(before, after)


def on_their_own(found: Sequence[Difference]) -> tuple[Difference, ...]:
    """The differences without what of sessions and deadlines only follows their event."""
    events = [each for each in found if each.kind == "event"]
    own = (each if each in events else _least([_own(each, event) for event in events] or [each]) for each in found)
    return tuple(each for each in own if each)


def _least(found: Sequence[Difference | None]) -> Difference | None:
    """The one that says least."""
    return min(found, key=lambda each: len(each.keys) if each else 0)


def _own(part: Difference, whole: Difference) -> Difference | None:
    """What a part of an event says besides what it has to say because the whole of it has changed; None is nothing."""
    if not (whole.before and whole.after):
        return part
    if not (part.before and part.after):  # sessions come with the hours of their event, and go with them
        hours = ["T" in (entry.start or "") for entry in (whole.before, whole.after)]
        comes = [part.before is not None, part.after is not None]
        return None if part.kind == "session" and hours == comes else part
    if part.kind == "deadline":
        return None if {"title", "status"}.issuperset(part.keys) else part
    before = part.before._replace(status=part.after.status)
    if {_shift(part, "start"), _shift(part, "end")} == {_shift(whole, "start")}:
        before = before._replace(start=part.after.start, end=part.after.end)
    if (before.place or "").endswith(whole.before.place or ""):
        room = (before.place or "").removesuffix(whole.before.place or "").removesuffix(", ")
        before = before._replace(place=", ".join(filter(None, (room, whole.after.place))) or None)
    return Difference(before, part.after) if before.differs(part.after) else None


def _shift(difference: Difference, key: str) -> dt.timedelta | None:
    """By how much the wall clock differs; None where a day is not known."""
    texts = [getattr(entry, key) or "" for entry in (difference.before, difference.after)]
    if any(len(text) < len("2027-03-11") for text in texts):
        return None
    before, after = (dt.datetime.fromisoformat(text.partition(" ")[0]) for text in texts)
    return after - before


def recorded(entries: Entries, ledger: Ledger, today: dt.date, said: str | None = None) -> dict[str, Record]:
    """The ledger as it is after announcing everything on a day; what is gone for long is forgotten.

    What is new in it keeps `said`, the hash of all that is known of the event.
    """
    entries = matched(entries, ledger)
    known = {
        uid: record if record == ledger.get(uid) else record._replace(said=said)
        for uid, record in revised(entries, ledger, today).items()
    }
    oldest = (today - CANCELLED_STAYS).isoformat()
    return {uid: record for uid, record in known.items() if uid in entries or (record.entry.end or "") >= oldest}


def ledger_bytes(ledger: Ledger) -> bytes:
    """The ledger as its file: JSON with one key a line, so that git can merge what two people have announced."""
    records = {uid: dict(_written(ledger[uid])) for uid in sorted(ledger)}
    return f"{json.dumps(records, ensure_ascii=False, indent=2)}\n".encode()


def _written(record: Record) -> Iterator[tuple[str, object]]:
    yield from known_of(record.entry).items()
    yield from (("sequence", record.sequence), ("stamp", f"{record.stamp.replace(tzinfo=None).isoformat()}Z"))
    if record.said:
        yield "said", record.said
    if record.before:
        yield "before", known_of(record.before)


def known_of(entry: Entry) -> dict[str, str]:
    """What is known of an entry, by name."""
    return {name: value for name, value in entry._asdict().items() if value is not None}
