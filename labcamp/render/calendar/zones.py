"""The VTIMEZONE of a zone as yearly rules from 1970, and whether those are right at a given time.

The data come from the `tzdata` package alone, so they are the same on every machine.
"""

import io
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib import resources
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ics.grammar.parse import Container

from labcamp.patterns import pattern_of
from labcamp.render.calendar import lines

FIRST_YEAR = 1970  # Outlook reads yearly rules from here, and goes wrong with lists of dates

_NO_TIME = timedelta(0)
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_LAST_WEEK = 5
_NAME = r"(<[^>]+>|[A-Za-z]+)"
_HOURS = r"([-+]?\d+(?::\d\d)?)"
_CLOCK = pattern_of(rf"{_NAME}{_HOURS}(?:{_NAME}{_HOURS}?)?")
_CHANGE = pattern_of(rf"M(\d+)\.([1-5])\.([0-6])(?:/{_HOURS})?")


class Change(NamedTuple):
    """When the clock changes each year: week 5 is the last of the month, weekday 0 is Sunday."""

    month: int
    week: int
    weekday: int
    after_midnight: timedelta


class Observance(NamedTuple):
    """A time that a zone keeps, for a part of each year or (without a change) always (RFC 5545 section 3.6.5)."""

    name: str
    offset: timedelta
    offset_before: timedelta
    change: Change | None

    @property
    def kind(self) -> str:
        """The component's name, by its offset: the winter time of Dublin is no DAYLIGHT, whatever its footer says."""
        return "DAYLIGHT" if self.offset > self.offset_before else "STANDARD"


@cache
def vtimezone(key: str) -> Container | None:
    """The VTIMEZONE of a zone (RFC 5545 section 3.6.5); None for one without a simple rule, and for UTC itself."""
    observances = _observances(key)
    if not observances:
        return None
    component = Container("VTIMEZONE", lines.line("TZID", key), lines.line("X-LIC-LOCATION", key))
    component.extend(_component(observance) for observance in sorted(observances, key=lambda each: each.kind))
    return component


def zone_is_simple_at(key: str, *local_datetimes: datetime) -> bool:
    """Whether the VTIMEZONE gives the zone's offset at all these times of the wall clock.

    False for an hour that comes twice or never (so that no calendar program has to guess), for a year before the
    VTIMEZONE begins, and where a rule holds only from a later year on (America/Vancouver in 2026).
    """
    zone = _zone(key)
    if zone is None or not _observances(key):
        return False
    return all(_agree(zone, key, moment.replace(tzinfo=None)) for moment in local_datetimes)


def in_utc(moment: datetime) -> datetime:
    """A moment with a zone as UTC, read by the zone in the `tzdata` package and not by the machine's."""
    key = getattr(moment.tzinfo, "key", None)
    zone = _zone(key) if key else None
    return (moment.replace(tzinfo=zone) if zone else moment).astimezone(UTC)


def footer(zone_file: bytes) -> str:
    """The rule after the last change in a zone's table (RFC 9636 section 3.3), "" where there is none."""
    if not zone_file.startswith((b"TZif2", b"TZif3", b"TZif4")) or not zone_file.endswith(b"\n"):
        return ""
    return zone_file[:-1].rpartition(b"\n")[2].decode("ascii", "replace")


def _agree(zone: ZoneInfo, key: str, wall: datetime) -> bool:
    """Whether the yearly rules and the zone's own table give one and the same offset."""
    if wall.year <= FIRST_YEAR:
        return False
    return _offset(key, wall) == zone.utcoffset(wall) == zone.utcoffset(wall.replace(fold=1 - wall.fold))


def _offset(key: str, wall: datetime) -> timedelta:
    """The offset by the rules: of the observance whose onset was last (RFC 5545 section 3.6.5)."""
    past = [offset for onset, offset in _onsets(key, wall.year) if onset <= wall]
    return past[-1] if past else _observances(key)[0].offset


@cache
def _onsets(key: str, year: int) -> list[tuple[datetime, timedelta]]:
    """When each observance of a zone began in a year and in the one before, and its offset, in order."""
    return sorted(
        (_onset(observance.change, before_or_now), observance.offset)
        for observance in _observances(key)
        if observance.change
        for before_or_now in (year - 1, year)
    )


def _component(observance: Observance) -> Container:
    """The STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 section 3.6.5)."""
    change = observance.change
    onset = _onset(change, FIRST_YEAR) if change else datetime.combine(date(FIRST_YEAR, 1, 1), time.min)
    component = Container(
        observance.kind,
        lines.line("TZOFFSETFROM", _utc_offset(observance.offset_before)),
        lines.line("TZOFFSETTO", _utc_offset(observance.offset)),
        lines.line("TZNAME", observance.name),
        lines.line("DTSTART", lines.local(onset)),
    )
    if change:
        week = -1 if change.week == _LAST_WEEK else change.week
        weekday = f"{week}{_WEEKDAYS[change.weekday]}"
        component.append(lines.line("RRULE", f"FREQ=YEARLY;BYMONTH={change.month};BYDAY={weekday}"))
    return component


def _utc_offset(offset: timedelta) -> str:
    """A UTC-OFFSET value (RFC 5545 section 3.3.14)."""
    hours, seconds = divmod(abs(int(offset.total_seconds())), 3600)
    return f"{'-' if offset < _NO_TIME else '+'}{hours:02}{seconds // 60:02}"


def _onset(change: Change, year: int) -> datetime:
    """The wall time, by the clock before the change, at which it happens in a year."""
    first = date(year, change.month, 1)
    days_to_weekday = (change.weekday - first.isoweekday()) % 7
    day = first + timedelta(days=days_to_weekday + 7 * (change.week - 1))
    if day.month != change.month:  # no fifth one in this month
        day -= timedelta(days=7)
    return datetime.combine(day, time.min) + change.after_midnight


@cache
def _observances(key: str) -> tuple[Observance, ...]:
    """What a zone observes by the footer of its file (RFC 9636 section 3.3); nothing where that is not simple."""
    clock, *rest = footer(_file(key)).split(",")
    match = _CLOCK.fullmatch(clock)
    changes = [change for change in map(_change, rest) if change]
    if match is None or clock == "UTC0":
        return ()
    name, west, summer_name, summer_west = match.groups()
    offset = -_span(west)
    if summer_name is None:
        return (Observance(name.strip("<>"), offset, offset, None),)
    if len(changes) != 2:  # noqa: PLR2004 to summer time and back
        return ()
    summer = -_span(summer_west) if summer_west else offset + _HOUR
    return (
        Observance(summer_name.strip("<>"), summer, offset, changes[0]),
        Observance(name.strip("<>"), offset, summer, changes[1]),
    )


def _change(rule: str) -> Change | None:
    """A change such as M10.5.0/3; None for another form, and for a time on another day, which no RRULE can say."""
    match = _CHANGE.fullmatch(rule)
    if match is None:
        return None
    month, week, weekday, hours = match.groups()
    change = Change(int(month), int(week), int(weekday), _span(hours or "2"))
    return change if _NO_TIME <= change.after_midnight < _DAY else None


def _span(hours: str) -> timedelta:
    """Hours and perhaps minutes with a sign, such as -3, 2 or +9:30."""
    whole, _, minutes = hours.lstrip("+-").partition(":")
    span = timedelta(hours=int(whole), minutes=int(minutes or 0))
    return -span if hours.startswith("-") else span


@cache
def _zone(key: str) -> ZoneInfo | None:
    """The zone from the `tzdata` package; None where that has none of this name."""
    data = _file(key)
    return ZoneInfo.from_file(io.BytesIO(data), key=key) if data.startswith(b"TZif") else None


def _file(key: str) -> bytes:
    """The bytes of a zone's file in the `tzdata` package, none where there is no such file."""
    try:
        return resources.files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes()
    except OSError:
        return b""
