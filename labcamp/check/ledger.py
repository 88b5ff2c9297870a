"""Rules about the ledger of what was announced, and about events that have changed since."""

from collections.abc import Iterator
from typing import Self

from pydantic import model_validator

from labcamp.check.shape import shape
from labcamp.files.read import Source
from labcamp.findings import Finding, finding
from labcamp.model import Event, Series
from labcamp.model.entries import Entry, Kind, all_entries
from labcamp.model.fields import Line, Number, Point, Stamp
from labcamp.model.ledger import Difference, Ledger, Record, differences, on_their_own
from labcamp.model.series import Frozen, Status
from labcamp.model.texts import refused


class Told(Frozen):
    """One entry as the ledger writes it."""

    kind: Kind
    title: Line
    start: Point | None = None
    end: Point | None = None
    place: Line | None = None
    status: Status

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        start, end = self.start or "", self.end or ""
        same_form = (len(start), start.partition(" ")[2]) == (len(end), end.partition(" ")[2])
        if not same_form or end < start or ("T" in start and end == start):
            raise refused("LC305", start=start, end=end)
        return self

    @property
    def entry(self) -> Entry:
        """What it stands for."""
        return Entry(*(getattr(self, name) for name in Entry._fields))


class Written(Told):
    """One record as the ledger writes it: an entry, its revision, what was announced before, and a hash of the rest."""

    sequence: Number
    stamp: Stamp
    before: Told | None = None
    said: Line | None = None


def check_ledger(source: Source) -> tuple[Ledger, tuple[Finding, ...]]:
    """What was announced of an event, by UID, and what is wrong with the file that says so."""
    ledger: dict[str, Record] = {}
    findings: tuple[Finding, ...] = ()
    for uid, data in source.data.items():
        written, found = shape(Written, source, data, {}, uid)
        findings += found
        if written:
            before = written.before.entry if written.before else None
            ledger[uid] = Record(written.entry, written.sequence, written.stamp, before, written.said)
    return ledger, findings


def changed_since_announced(event: Event, source: Source, series: Series, ledger: Ledger) -> Iterator[Finding]:
    """LC906: an event has been announced, and its file says something else now."""
    found = on_their_own(differences(all_entries(event, series), ledger)) if ledger else ()
    keys = list(dict.fromkeys(key for each in found for key in _keys(each, source)))
    if keys:
        yield finding("LC906", source.place(keys[0]), keys=", ".join(keys), id=event.id)


def _keys(difference: Difference, source: Source) -> Iterator[str]:
    """The keys of the event file that say something else."""
    if difference.kind != "event":
        yield {"session": "agenda", "deadline": "registration"}[difference.kind]
        return
    if difference.before is None or difference.after is None:
        yield "date"
        return
    for key in difference.keys:
        if key == "title":
            yield next(known for known in ("theme", "title", "number") if known in source.data)
        elif key in {"start", "end"}:
            yield "time" if _same_day(difference, key) else "date"
        else:
            yield key


def _same_day(difference: Difference, key: str) -> bool:
    texts = (getattr(entry, key) or "" for entry in (difference.before, difference.after) if entry)
    return len({text.partition("T")[0] for text in texts}) == 1
