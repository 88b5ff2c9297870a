"""The clocks of a foreign calendar: its zones by whatever name, as tzdata, Windows or the file itself know them."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from labcamp.check.calendar.structure import Calendar, Part
from labcamp.check.calendar.zones import Observance, observances_of, offset_at, zones_in
from labcamp.model.zones import LONGEST_KEY, is_zone, zone_of, zones
from labcamp.patterns import pattern_of

DAY = dt.timedelta(days=1)
FIXED = pattern_of(r"\(?(?:UTC|GMT)([+-])(\d\d?):?([0-5]\d)?\b.*", re.IGNORECASE)
EXTREMES = (dt.MINYEAR + 1, dt.MAXYEAR - 1)  # beyond them an offset may leave the calendar
FIRST_DAY, LAST_DAY = (dt.date(year, 6, 1).toordinal() for year in EXTREMES)


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


class Shown:
    """The wall times of one clock as another shows them: on most days, all of a day are as far apart."""

    def __init__(self, clock: Clock, other: Clock) -> None:
        self._clock, self._other = clock, other
        self._apart: dict[int, dt.timedelta | None] = {}
        self._of_years: dict[int, list[int]] = {}

    def __call__(self, wall: dt.datetime) -> dt.datetime:
        """What the other clock shows."""
        day = wall.toordinal()
        if day not in self._apart:
            self._apart[day] = self._all_day(day)
        apart = self._apart[day]
        return wall + apart if apart is not None else self._other.wall(self._clock.utc(wall))

    def stretches(self, first: dt.datetime, last: dt.datetime) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        """The first and the last of daily times between two, for all of which the clocks are as far apart."""
        begin, day = first, first.toordinal()
        for year in range(first.year, last.year + 1):
            for change in self._changes(year):
                if begin.toordinal() < change <= last.toordinal():
                    after = first + (change - day) * DAY
                    yield begin, after - DAY
                    begin = after
        yield begin, last

    def _changes(self, year: int) -> list[int]:
        """The days of a year on which the clocks are not as far apart as on all of the day before."""
        if year not in self._of_years:
            days = range(dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal() + 1)
            apart = [self._all_day(day) for day in (days[0] - 1, *days)]
            pairs = zip(days, pairwise(apart), strict=True)
            self._of_years[year] = [day for day, (before, own) in pairs if own is None or own != before]
        return self._of_years[year]

    def _all_day(self, day: int) -> dt.timedelta | None:
        """How far apart the clocks are on a day on which neither is changed; else None."""
        if not FIRST_DAY < day < LAST_DAY:
            return None
        walls = [dt.datetime.combine(dt.date.fromordinal(each), dt.time()) for each in (day, day + 1)]
        instants = [self._clock.utc(wall) for wall in walls]
        others = [self._other.wall(instant) for instant in instants]
        changed = instants[1] - instants[0] != DAY or others[1] - others[0] != DAY
        return None if changed else others[0] - walls[0]


@lru_cache(256)
def shown(clock: Clock, other: Clock) -> Shown:
    """How the wall times of one clock are shown by another."""
    return Shown(clock, other)


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
    if len(name) > LONGEST_KEY:
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
