"""What was handed out to single persons, entry by entry and never to whom, so that what comes later counts as later."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from labcamp.model.entries import Entry
from labcamp.model.ledger import SIGNIFICANT, Ledger, Record, hash_of, known_of

A_MOMENT = dt.timedelta(seconds=1)


class Handed(NamedTuple):
    """SEQUENCE and DTSTAMP of an entry as it was last handed out, and hashes: of what counts, and of all it said.

    The id of its event and the entry itself are there so that it can be taken back when the event has it no more.
    """

    sequence: int
    stamp: dt.datetime
    counts: str
    hash: str
    event: str = ""
    entry: Entry | None = None


Sent = Mapping[str, Handed]


def counting(entry: Entry) -> str:
    """The hash of what counts one up when it changes."""
    return hash_of(json.dumps([getattr(entry, name) for name in sorted(SIGNIFICANT)]).encode())


def handed(event: str, record: Record, content: bytes, known: Handed | None, today: dt.date) -> Handed:
    """The revision in which an entry of an event is handed out on a day (RFC 5546 section 2.1.4).

    Never lower than that of the ledger, the same for the same content, and higher for what is different.
    """
    stamp = max(record.stamp, dt.datetime.combine(today, dt.time(), dt.UTC))
    new = Handed(record.sequence, stamp, counting(record.entry), hash_of(content), event, record.entry)
    if known is None:
        return new
    sequence = max(new.sequence, known.sequence + (new.counts != known.counts))
    if sequence > known.sequence:
        return new._replace(sequence=sequence, stamp=max(stamp, known.stamp))
    if new.hash == known.hash:
        return new._replace(sequence=known.sequence, stamp=known.stamp)
    return new._replace(sequence=sequence, stamp=max(stamp, known.stamp + A_MOMENT))


def lifted(ledger: Ledger, sent: Sent) -> dict[str, Record]:
    """The ledger with no number below one that was handed out, nor the same one for something else."""
    return {uid: _lifted(record, sent.get(uid)) for uid, record in ledger.items()}


def _lifted(record: Record, known: Handed | None) -> Record:
    if known is None:
        return record
    least = known.sequence + (counting(record.entry) != known.counts)
    return record._replace(sequence=max(record.sequence, least))


def sent_bytes(sent: Sent) -> bytes:
    """What was handed out as its file: JSON with one key a line."""
    records = {uid: dict(_written(sent[uid])) for uid in sorted(sent)}
    return f"{json.dumps(records, ensure_ascii=False, indent=2)}\n".encode()


def _written(each: Handed) -> Iterator[tuple[str, object]]:
    yield from (("sequence", each.sequence), ("stamp", f"{each.stamp.replace(tzinfo=None).isoformat()}Z"))
    yield from (("counts", each.counts), ("hash", each.hash))
    if each.entry:
        yield from (("event", each.event), ("entry", known_of(each.entry)))
