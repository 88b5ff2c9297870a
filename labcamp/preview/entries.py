"""The entries of a calendar file, as a person sees them who opens it."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from labcamp.announced import Entry as Announced
from labcamp.check.calendar.content import Line, lines_of
from labcamp.render.mails.changes import when
from labcamp.render.words import Words

DAY, MOMENT = len("20270311"), len("20270311T140000")
ESCAPED = re.compile(r"\\([\\;,nN])")


class Entry(NamedTuple):
    """One entry: what it says, when (in words, with its zone), whether it is called off, and whether it blocks time."""

    title: str
    when: str
    zone: str
    place: str
    text: str
    cancelled: bool
    busy: bool


def entries_of(content: str, words: Words) -> tuple[Entry, ...]:
    """The entries of a calendar file of ours, in its order."""
    return tuple(_entry(part, words) for part in _events(lines_of(content, "")[0]))


def _events(lines: Sequence[Line]) -> Iterator[dict[str, Line]]:
    """The lines of each VEVENT by name (RFC 5545 section 3.6.1); of a name that comes twice, the first."""
    found: dict[str, Line] | None = None
    for line in lines:
        if (line.name, line.value) == ("BEGIN", "VEVENT"):
            found = {}
        elif found is not None and (line.name, line.value) == ("END", "VEVENT"):
            yield found
            found = None
        elif found is not None:
            found.setdefault(line.name, line)


def _entry(lines: dict[str, Line], words: Words) -> Entry:
    values = {name: line.value for name, line in lines.items()}
    title, place, text = (_text(values.get(name, "")) for name in ("SUMMARY", "LOCATION", "DESCRIPTION"))
    start, end = _point(lines["DTSTART"]), _point(lines["DTEND"], last=True)
    status = values.get("STATUS", "")
    return Entry(
        title,
        when(Announced("event", title, start, end, place, status), words),
        lines["DTSTART"].parameter("TZID"),
        place,
        text,
        status == "CANCELLED",
        values.get("TRANSP") != "TRANSPARENT",
    )


def _point(line: Line, *, last: bool = False) -> str:
    """A day or a moment as the ledger writes it; of an end that is a day, the day before (RFC 5545 section 3.6.1)."""
    value = line.value
    if len(value) == DAY:
        return (dt.date.fromisoformat(value) - dt.timedelta(days=int(last))).isoformat()
    return f"{dt.datetime.fromisoformat(value[:MOMENT]).isoformat()[:16]} {line.parameter('TZID') or 'UTC'}"


def _text(value: str) -> str:
    """A TEXT value as it is meant (RFC 5545 section 3.3.11)."""
    return ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], value)
