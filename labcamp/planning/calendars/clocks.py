"""The clocks of a foreign calendar: its zones by whatever name, as tzdata, Windows or the file itself know them."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from labcamp.check.calendar.structure import Calendar, Part
from labcamp.check.calendar.zones import Observance, observances_of, offset_at, zones_in
from labcamp.model.zones import is_zone, zone_of, zones

LONGEST_NAME = 100  # of a zone; a longer one is no file name
FIXED = re.compile(r"\(?(?:UTC|GMT)([+-])(\d\d?):?([0-5]\d)?\b.*", re.IGNORECASE)
EXTREMES = (dt.MINYEAR + 1, dt.MAXYEAR - 1)  # beyond them an offset may leave the calendar


class Clock(NamedTuple):
    """What a clock shows: that of a zone of tzdata, else as the file's own definition says."""

    key: str
    observances: tuple[Observance, ...] = ()
    fixed: dt.timedelta = dt.timedelta()

    def utc(self, wall: dt.datetime) -> dt.datetime:
        """A wall time in UTC, both without a zone."""
        if self.key and EXTREMES[0] < wall.year < EXTREMES[1]:
            return wall.replace(tzinfo=zone_of(self.key)).astimezone(dt.UTC).replace(tzinfo=None)
        return wall - self._offset(wall) if EXTREMES[0] < wall.year < EXTREMES[1] else wall

    def wall(self, utc: dt.datetime) -> dt.datetime:
        """A time in UTC as this clock shows it, both without a zone."""
        if not EXTREMES[0] < utc.year < EXTREMES[1]:
            return utc
        if self.key:
            return utc.replace(tzinfo=dt.UTC).astimezone(zone_of(self.key)).replace(tzinfo=None)
        return utc + self._offset(utc + self._offset(utc))

    def _offset(self, wall: dt.datetime) -> dt.timedelta:
        if not self.observances:
            return self.fixed
        known = offset_at(self.observances, wall)
        return min(self.observances, key=lambda each: each.start).offset if known is None else known


UTC = Clock("")


@lru_cache(1 << 16)
def shown(wall: dt.datetime, clock: Clock, other: Clock) -> dt.datetime:
    """The wall time of one clock as another shows it."""
    return other.wall(clock.utc(wall))


@cache
def _windows() -> dict[str, str]:
    """The IANA key of each zone of Windows, by its name in small letters."""
    return {name.lower(): key for name, key in WINDOWS_TO_OLSON.items()}


@cache
def _in_small_letters() -> dict[str, str]:
    return {key.lower(): key for key in zones()}


def _keys(name: str) -> Iterator[str]:
    """The IANA keys that a name may mean: itself, that of Windows, or the end of a path that somebody put before it."""
    yield name
    yield _windows().get(name.lower(), "")
    parts = name.split("/")
    yield from ("/".join(parts[number:]) for number in range(1, len(parts)))
    yield _in_small_letters().get(name.lower(), "")


@cache
def clock_named(name: str) -> Clock | None:
    """The clock of a name that needs no definition; None where nobody knows it."""
    if len(name) > LONGEST_NAME:
        return None
    known = next((key for key in _keys(name.strip().strip('"')) if key and is_zone(key)), None)
    return Clock(known) if known else None


def _of_an_offset(name: str) -> Clock | None:
    """The clock of a name such as GMT+0100 or (UTC+01:00) Berlin, Rome."""
    match = FIXED.fullmatch(name.strip())
    if match is None:
        return None
    sign, hours, minutes = match.groups()
    offset = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
    return Clock("", fixed=-offset if sign == "-" else offset)


class Clocks:
    """The clocks that a calendar names, and its own, which tells on which day somebody's midnight in UTC is."""

    def __init__(self, calendar: Calendar, zone: str) -> None:
        self._defined = zones_in(calendar)
        self._known: dict[str, Clock | None] = {}
        names = [calendar.whole.value("X-WR-TIMEZONE"), *(self._defined if len(self._defined) == 1 else ())]
        self.own = next((clock for name in names if name and (clock := self.named(name))), Clock(zone))

    def named(self, name: str) -> Clock | None:
        """The clock of a TZID; None where neither tzdata nor Windows nor the file knows it."""
        if name not in self._known:
            part = self._defined.get(name.strip('"'))
            self._known[name] = clock_named(name) or (part and _defined(part)) or _of_an_offset(name)
        return self._known[name]


def _defined(zone: Part) -> Clock | None:
    """The clock of a VTIMEZONE."""
    if located := clock_named(zone.value("X-LIC-LOCATION") or "-"):
        return located
    observances = observances_of(zone)
    return Clock("", observances) if observances else None
