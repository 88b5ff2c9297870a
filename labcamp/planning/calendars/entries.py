"""The entries of a foreign calendar, each with when it is, and what of them cannot be read."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from icalendar import vDDDTypes, vDuration

from labcamp.check.calendar.content import MOST_SIGNS, ContentLine, fault, place_of
from labcamp.check.calendar.structure import Calendar, Part
from labcamp.check.calendar.times import Moment, wall_time
from labcamp.findings import Finding
from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of
from labcamp.planning.calendars.clocks import UTC, Clock, Clocks

ESCAPED = pattern_of(r"\\(.)", re.DOTALL)
MEANT = {"n": " ", "N": " "}
NUMBER = pattern_of(r"\d{1,9}", re.ASCII)
DAY = dt.timedelta(days=1)
NO_TIME = dt.timedelta()


class Entry(NamedTuple):
    """A VEVENT that says when it is: its start on its own clock (None: on anybody's), and how long it takes."""

    part: Part
    start: Moment
    clock: Clock | None
    clocks: Clocks
    length: dt.timedelta
    instead: Moment | None  # the time of its series that it stands for
    cancelled: bool

    @property
    def alone(self) -> bool:
        """Whether it stands for one time of a series, and not for the series (RFC 5545 section 3.8.4.4)."""
        return bool(self.part.value("RECURRENCE-ID").strip())

    @property
    def following(self) -> bool:
        """Whether it stands for all later times of its series too (RFC 5545 section 3.2.13)."""
        line = self.part.first("RECURRENCE-ID")
        return line is not None and line.parameter("RANGE").upper() == "THISANDFUTURE"

    @property
    def anew(self) -> bool:
        """Whether its own rule is that of all later times of its series."""
        return self.following and bool(self.part.value("RRULE").strip(" ;"))

    @property
    def revision(self) -> tuple[int, str]:
        """How new it is: its SEQUENCE, then its time stamp (RFC 5546 section 2.1.5)."""
        sequence = self.part.value("SEQUENCE").strip()
        return int(sequence) if NUMBER.fullmatch(sequence) else 0, self.part.value("DTSTAMP").strip()


def entries_in(calendar: Calendar, clocks: Clocks, findings: list[Finding]) -> Iterator[Entry]:
    """The entries of a calendar that say when they are; LC227 for those that do not."""
    called_off = calendar.method == "CANCEL"
    for part in calendar.events:
        line = part.first("DTSTART")
        start = _moment(line)
        if line is None or start is None:
            value = f"{line.name}:{line.value}" if line else "DTSTART"
            findings.append(fault("LC227", place_of(line or part.begin), title=title_of(part), value=value, day=""))
            continue
        clock = _clock(line, start, clocks, findings)
        cancelled = called_off or part.value("STATUS").strip().upper() == "CANCELLED"
        instead = listed(part, "RECURRENCE-ID", findings)[:1]
        length = _length(part, start, clock, clocks, findings)
        yield Entry(part, start, clock, clocks, length, instead[0][0] if instead else None, cancelled)


class Read(NamedTuple):
    """A value that says when: a moment, and of a period its length (RFC 5545 section 3.3.9)."""

    moment: Moment
    length: dt.timedelta | None = None


@lru_cache(4096)
def read(value: str, zone: str) -> Read | None:
    """What a value says, with the zone that is named beside it; None where it says no time."""
    try:
        known = vDDDTypes.from_ical(value)  # type: ignore[no-untyped-call]
        first, last = known if isinstance(known, tuple) else (known, None)
        length = last - first if isinstance(last, dt.date) else last
    except Exception:  # whatever somebody has written there
        first, length = wall_time(value), None  # knows leap seconds
        return Read(_moment_of(first[0], first[1], zone)) if first else None
    if isinstance(first, dt.datetime):
        return Read(_moment_of(first.replace(tzinfo=None), "utc" if first.tzinfo else "floating", zone), length)
    return Read(Moment(dt.datetime.combine(first, dt.time()), "date", "")) if isinstance(first, dt.date) else None


def _moment_of(wall: dt.datetime, form: str, zone: str) -> Moment:
    return Moment(wall, "zone", zone) if form == "floating" and zone else Moment(wall, form, "")


def _moment(line: ContentLine | None) -> Moment | None:
    """When a line says; also where a bare colon in the name of its zone was taken for the beginning of its value."""
    if line is None or line.damaged:
        return None
    value = line.value.strip().upper()
    known = read(value, line.parameter("TZID")) or read(value.rpartition(":")[2], line.parameter("TZID"))
    return known.moment if known else None


def listed(part: Part, name: str, findings: list[Finding]) -> list[Read]:
    """What the lines of a name list; LC900 for each that says no time."""
    found = []
    for line in part.lines.get(name, ()):
        for value in line.value.split(","):
            known = None if line.damaged else read(value.strip().upper(), line.parameter("TZID"))
            if known:
                found.append(known)
            elif value.strip():
                findings.append(left_out(part, line, value.strip()))
    return found


def left_out(part: Part, line: ContentLine, value: str) -> Finding:
    """LC900: a value of an entry does not count."""
    return fault("LC900", place_of(line), title=title_of(part), value=f"{line.name}:{value}")


def _clock(line: ContentLine, moment: Moment, clocks: Clocks, findings: list[Finding]) -> Clock | None:
    """The clock of a moment; LC946 where its zone is known to nobody, so that it is taken as it is written."""
    if moment.form != "zone":
        return UTC if moment.form == "utc" else None
    clock = clocks.named(moment.zone)
    if clock is None and not any(each.code == "LC946" and ("zone", moment.zone) in each.values for each in findings):
        findings.append(fault("LC946", place_of(line), zone=moment.zone))
    return clock


def _length(part: Part, start: Moment, home: Clock | None, clocks: Clocks, findings: list[Finding]) -> dt.timedelta:
    """How long an entry takes: until its end, else its duration, else a day where it has no time."""
    least = DAY if start.form == "date" else NO_TIME
    line = part.first("DTEND") or part.first("DURATION")
    if line is None:
        return least
    if line.name == "DTEND" and (end := _moment(line)):
        clock = _clock(line, end, clocks, findings)
        wall = end.wall if clock == home or clock is None or home is None else home.wall(clock.utc(end.wall))
        return max(wall - start.wall, least)
    try:
        length: dt.timedelta = vDuration.from_ical(part.value("DURATION").strip().upper())  # type: ignore[no-untyped-call]
    except ValueError:
        findings.append(left_out(part, line, line.value))
        return least
    return max(length, least)


def title_of(part: Part) -> str:
    """The title of an entry, as it is shown."""
    return shown_of(part.value("SUMMARY"))


def shown_of(value: str) -> str:
    """A value as a text on one line, cut where it is long, which cannot command a terminal."""
    text = one_line(ESCAPED.sub(lambda sign: MEANT.get(sign[1], sign[1]), value))
    text = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    return text if len(text) <= MOST_SIGNS else f"{text[: MOST_SIGNS - 1]}…"
