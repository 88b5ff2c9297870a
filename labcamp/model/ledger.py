"""What was announced of an event, entry by entry, and what calendars are to be told of changes since."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from labcamp.model.entries import Entries, Entry, Kind

# Apple keeps showing a cancelled entry, so some time after its day it goes
CANCELLED_STAYS = dt.timedelta(days=14)
SIGNIFICANT = frozenset({"start", "end", "place", "status"})  # RFC 5546 section 2.1.4, and the place


class Record(NamedTuple):
    """An entry with its revision: SEQUENCE and DTSTAMP (RFC 5545 sections 3.8.7.4 and 3.8.7.2).

    `before` is what was announced before this; None of what was announced only once.
    """

    entry: Entry
    sequence: int
    stamp: dt.datetime
    before: Entry | None = None


Ledger = Mapping[str, Record]


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
    if not changed:
        return record
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
    # What was announced as cancelled and is gone needs no word any more.
    kept = {uid: record.entry for uid, record in ledger.items() if uid in entries or record.entry.status != "cancelled"}
    return compared(kept, entries)


def compared(before: Entries, after: Entries) -> tuple[Difference, ...]:
    """What is different between two states of an event: what has changed or is new, then what is gone."""
    changed = (Difference(before.get(uid), entry) for uid, entry in after.items())
    gone = sorted((entry for uid, entry in before.items() if uid not in after), key=lambda entry: entry.start or "")
    return (*(each for each in changed if each.keys), *(Difference(entry, None) for entry in gone))


def last_changes(entries: Entries, ledger: Ledger) -> tuple[Difference, ...]:
    """Everything that is different from what was announced; if nothing is, what the last announcement has changed.

    Nothing, of an event that was never announced.
    """
    return (differences(entries, ledger) or _changed_last(entries, ledger)) if ledger else ()


def _changed_last(entries: Entries, ledger: Ledger) -> tuple[Difference, ...]:
    """What is different since the last announcement but one; announcements of one day count as one."""
    newest = max(record.stamp for record in ledger.values())
    last = {uid: record for uid, record in ledger.items() if record.stamp == newest}
    before = {uid: record.before for uid, record in last.items() if record.before}
    # What was not announced before is new; but on the day of the first announcement that holds for all there is, ...
    new = {"event", "session", "deadline"} if len(last) < len(ledger) else set()
    # ... and then only the days of an event are sure to be new, where others are gone.
    new |= {entry.kind for uid, entry in before.items() if uid not in entries and entry.kind == "event"}
    return compared(
        before, {uid: entry for uid, entry in entries.items() if uid in before or (uid in last and entry.kind in new)}
    )


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


def _written(record: Record) -> Iterator[tuple[str, object]]:
    yield from _known(record.entry).items()
    yield from (("sequence", record.sequence), ("stamp", f"{record.stamp.replace(tzinfo=None).isoformat()}Z"))
    if record.before:
        yield "before", _known(record.before)


def _known(entry: Entry) -> dict[str, str]:
    return {name: value for name, value in entry._asdict().items() if value is not None}
