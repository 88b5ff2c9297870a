"""Rules about when an entry is: its start and its end, and times that have to be in UTC."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from labcamp.check.calendar.content import ContentLine, fault, place_of
from labcamp.check.calendar.structure import Calendar, Part
from labcamp.findings import Finding
from labcamp.model.zones import is_zone, zone_of
from labcamp.patterns import pattern_of

TIME = pattern_of(r"(\d{4})(\d\d)(\d\d)(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d|60)(Z?))?", re.ASCII | re.IGNORECASE)
IN_UTC = ("DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED", "ACKNOWLEDGED")
ENDS = {"VEVENT": "DTEND", "VTODO": "DUE"}
DAY = dt.timedelta(days=1)
SPAN = pattern_of(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII)
ENDS_OF_A_DAY = ("T235900", "T235959", "T235900Z", "T235959Z")


class Moment(NamedTuple):
    """A time as it is written: on the wall clock, with its form (date, utc, zone or floating) and its zone."""

    wall: dt.datetime
    form: str
    zone: str


@lru_cache(4096)
def wall_time(value: str) -> tuple[dt.datetime, str] | None:
    """The wall time of a value, and its form; None where it cannot be read (RFC 5545 sections 3.3.4 and 3.3.5)."""
    match = TIME.fullmatch(value)
    if match is None:
        return None
    year, month, day, hour, minute, second, utc = match.groups()
    try:
        date = dt.datetime(int(year), int(month), int(day))  # noqa: DTZ001  # on the wall clock
    except ValueError:
        return None
    if hour is None:
        return date, "date"
    # A leap second is one second too many for Python.
    wall = date.replace(hour=int(hour), minute=int(minute), second=min(int(second), 59))
    return wall, "utc" if utc else "floating"


def moment_of(line: ContentLine | None) -> Moment | None:
    """When a line says; None where there is no line, or none that can be read."""
    read = wall_time(line.value) if line else None
    if line is None or line.damaged or read is None:
        return None
    wall, form = read
    zone = line.parameter("TZID") if form == "floating" else ""
    return Moment(wall, "zone" if zone else form, zone)


def instant_of(moment: Moment) -> dt.datetime | None:
    """The moment in UTC; None where that depends on who reads it, or on a zone that we do not know."""
    if moment.form == "utc":
        return moment.wall.replace(tzinfo=dt.UTC)
    if moment.form != "zone" or not is_zone(moment.zone) or not dt.MINYEAR + 1 < moment.wall.year < dt.MAXYEAR:
        return None
    return moment.wall.replace(tzinfo=zone_of(moment.zone)).astimezone(dt.UTC)


def kind_of(moment: Moment) -> str:
    """What can be compared: days, times that each clock takes for its own, and times that are the same for all."""
    return moment.form if moment.form in {"date", "floating"} else "instant"


def is_late_enough(start: Moment, end: Moment) -> bool:
    """Tell whether an end is after a start, or whether that cannot be told."""
    if start[1:] == end[1:]:
        return end.wall > start.wall
    first, last = instant_of(start), instant_of(end)
    return first is None or last is None or last > first


def start_and_end(calendar: Calendar) -> Iterator[Finding]:
    """LC632, LC633, LC634: an end that is not after the start, comes with a duration, or is of another form."""
    for part in calendar.parts:
        end = part.first(ENDS.get(part.name, ""))
        if end is None:
            continue
        if "DURATION" in part.lines:
            yield fault("LC633", place_of(part.lines["DURATION"][0]), property=end.name)
        yield from _two_times(part, end)


def _two_times(part: Part, end: ContentLine) -> Iterator[Finding]:
    start = part.first("DTSTART")
    first, last = moment_of(start), moment_of(end)
    if start is None or first is None or last is None:
        return
    if kind_of(first) != kind_of(last):
        yield fault("LC634", place_of(end), start=start.value, end=end.value, property=end.name)
    elif not is_late_enough(first, last):
        following = f"{first.wall + DAY:%Y%m%d}" if first.form == "date" and first.wall.year < dt.MAXYEAR else ""
        yield fault("LC632", place_of(end, 0), start=start.value, end=end.value, day=following)


def duration_does_not_fit(calendar: Calendar) -> Iterator[Finding]:
    """LC652: an entry lasts less than no time, or some hours of whole days (RFC 5545 section 3.6.1)."""
    for part in calendar.parts:
        for name in ("DURATION", "REFRESH-INTERVAL"):
            line = part.first(name)
            span = SPAN.fullmatch(line.value.strip().upper()) if line and not line.damaged else None
            if line is None or span is None or not any(span.groups()[1:]):  # LC630 tells of those without figures
                continue
            sign, *figures = span.groups("0")
            start = moment_of(part.first("DTSTART"))
            days = start is not None and start.form == "date"
            if sign == "-" or not any(map(int, figures)) or (days and "T" in span.group()):
                example = (
                    f"{name}:P1D" if days else f"{name};VALUE=DURATION:PT12H" if name[0] == "R" else f"{name}:PT1H"
                )
                yield fault("LC652", place_of(line, 0), property=name, value=line.value, example=example)


def midnight_to_midnight(calendar: Calendar) -> Iterator[Finding]:
    """LC978: a whole day is written as the time from midnight to midnight."""
    zone = calendar.whole.value("X-WR-TIMEZONE").strip()
    found = [event for event in calendar.events if _is_whole_days(event, zone)]
    if found:
        line = found[0].lines["DTSTART"][0]
        moment = _on_the_wall(line, zone)
        yield fault("LC978", place_of(line, 0), day=f"{moment.wall:%Y%m%d}" if moment else "", count=len(found))


def _is_whole_days(event: Part, zone: str) -> bool:
    begin, end = event.first("DTSTART"), event.first("DTEND")
    if begin is None or not begin.value.rstrip("Zz").endswith("00"):
        return False
    start = _on_the_wall(begin, zone)
    if start is None or start.form == "date" or start.wall.time() != dt.time():
        return False
    if end is None:
        return _whole_days(event.value("DURATION"))
    if end.value.upper().endswith(ENDS_OF_A_DAY):
        return True
    stop = _on_the_wall(end, zone)
    return stop is not None and stop.wall > start.wall and stop.wall.time() == dt.time()


def _whole_days(duration: str) -> bool:
    """Tell whether a duration is that of one day or several, in whatever units."""
    span = SPAN.fullmatch(duration.strip().upper())
    weeks, days, hours, minutes, seconds = map(int, span.groups("0")[1:]) if span else (0, 0, 0, 0, 0)
    length = dt.timedelta(days, seconds, 0, 0, minutes, hours, weeks)
    return span is not None and span[1] != "-" and length >= DAY and not length % DAY


def _on_the_wall(line: ContentLine, zone: str) -> Moment | None:
    """When a line says; a time in UTC on the clock of the calendar, where that is known and it is no midnight as is."""
    moment = moment_of(line)
    if moment is None or moment.form != "utc" or moment.wall.time() == dt.time() or not is_zone(zone):
        return moment
    if not dt.MINYEAR + 1 < moment.wall.year < dt.MAXYEAR:
        return moment
    return moment._replace(wall=moment.wall.replace(tzinfo=dt.UTC).astimezone(zone_of(zone)).replace(tzinfo=None))


def not_in_utc(calendar: Calendar) -> Iterator[Finding]:
    """LC635: a time stamp, or the time of an alarm, is not in UTC (RFC 5545 sections 3.8.7 and 3.8.6.3)."""
    for part in calendar.parts:
        for name in (*IN_UTC, "TRIGGER"):
            for line in part.lines.get(name, ()):
                moment = moment_of(line)
                if moment and moment.form in {"zone", "floating"}:
                    yield fault("LC635", place_of(line, 0), property=name, value=line.value)


def floating_times(calendar: Calendar) -> Iterator[Finding]:
    """LC962: events at a time of no zone, so each calendar takes its own."""
    starts = [(line, moment_of(line)) for event in calendar.events if (line := event.first("DTSTART"))]
    floating = [(line, moment.wall) for line, moment in starts if moment and moment.form == "floating"]
    if floating:
        line, wall = floating[0]
        yield fault("LC962", place_of(line, 0), value=f"{wall:%Y-%m-%d %H:%M}", count=len(floating))
