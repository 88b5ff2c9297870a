"""Rules on time zones of a calendar file, and what such a definition says of a day."""

import datetime as dt
import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from labcamp.check.calendar.content import ContentLine, fault, place_of
from labcamp.check.calendar.structure import Calendar, Part
from labcamp.check.calendar.times import Moment, moment_of, wall_time
from labcamp.findings import Finding
from labcamp.model.zones import is_zone, zone_of
from labcamp.patterns import pattern_of

NEAR_A_CHANGE = dt.timedelta(hours=4)  # calendar programs differ there, and the definition may well be right
MOST_NAMES = 5
TIMED = ("DTSTART", "DTEND", "DUE")

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OFFSET = pattern_of(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)
UNESCAPED = pattern_of(r"\\([,;\\])")
MOST = 200  # no zone has changed its time more often, and each event asks all of them
UNDERSTOOD = {"FREQ", "INTERVAL", "UNTIL", "BYMONTH", "BYDAY", "BYMONTHDAY", "WKST"}


def zones_in(calendar: Calendar) -> dict[str, Part]:
    """The zones that a calendar defines, by name."""
    return dict(reversed(_named_zones(calendar)))


def _named_zones(calendar: Calendar) -> list[tuple[str, Part]]:
    """Each definition of a zone with its name, in the order of the file; those of Outlook have escaped commas."""
    zones = (part for part in calendar.parts if part.name == "VTIMEZONE")
    return [(UNESCAPED.sub(r"\1", part.value("TZID").strip('"')), part) for part in zones if "TZID" in part.lines]


def zone_twice(calendar: Calendar) -> Iterator[Finding]:
    """LC654: a zone is defined again (RFC 5545 section 3.6.5)."""
    first: dict[str, int] = {}
    for name, part in _named_zones(calendar):
        if name in first:
            yield fault("LC654", place_of(part.begin), zone=name, first=first[name])
        first.setdefault(name, part.begin.number)


def zone_not_defined(calendar: Calendar) -> Iterator[Finding]:
    """LC641: a zone is named and nowhere defined (RFC 5545 section 3.2.19; a name with a slash needs no definition)."""
    told = set(zones_in(calendar))
    for line in calendar.zoned:
        zone = line.parameter("TZID")
        if zone not in told and not zone.startswith("/"):
            told.add(zone)
            yield fault("LC641", place_of(line), zone=zone)


def zone_for_nothing(calendar: Calendar) -> Iterator[Finding]:
    """LC642: a zone stands with a time in UTC, or with a day (RFC 5545 section 3.2.19)."""
    for line in calendar.zoned:
        read = wall_time(line.value)
        if read and read[1] != "floating":
            values = {"property": line.name, "zone": line.parameter("TZID"), "value": line.value}
            yield fault("LC642", place_of(line), **values)


def zone_wrong(calendar: Calendar) -> Iterator[Finding]:
    """LC643: at the time of an entry a zone's definition says another offset than the zone has."""
    defined = {name: observances_of(part) for name, part in zones_in(calendar).items() if is_zone(name)}
    for part in calendar.parts:
        for line in (part.first(name) for name in TIMED):
            moment = moment_of(line)
            observances = defined.get(moment.zone) if moment and moment.form == "zone" else None
            if line is None or moment is None or observances is None:
                continue
            given, real = offset_at(observances, moment.wall), _real_offset(moment)
            if given is not None and real is not None and given != real:
                del defined[moment.zone]  # said once for each zone
                values = {"zone": moment.zone, "given": _in_figures(given), "real": _in_figures(real)}
                yield fault("LC643", place_of(line, 0), value=f"{moment.wall:%Y-%m-%d %H:%M}", **values)


@lru_cache(4096)
def _real_offset(moment: Moment) -> dt.timedelta | None:
    """The offset of a zone at a time; None for the hours around a change of the clocks."""
    if not dt.MINYEAR + 1 < moment.wall.year < dt.MAXYEAR:
        return None
    zone = zone_of(moment.zone)
    around = (moment.wall - NEAR_A_CHANGE, moment.wall, moment.wall + NEAR_A_CHANGE)
    offsets = {wall.replace(tzinfo=zone).utcoffset() for wall in around}
    return offsets.pop() if len(offsets) == 1 else None


def _in_figures(offset: dt.timedelta) -> str:
    """An offset such as +01:00."""
    minutes = abs(int(offset.total_seconds())) // 60
    return f"{'-' if offset < dt.timedelta(0) else '+'}{minutes // 60:02}:{minutes % 60:02}"


def zone_name_unknown(calendar: Calendar) -> Iterator[Finding]:
    """LC963: a zone has a name of its own, so programs that go by the name do not know it."""
    defined = zones_in(calendar)
    unknown: dict[str, ContentLine] = {}
    for line in calendar.zoned:
        zone = line.parameter("TZID")
        if (zone in defined or zone.startswith("/")) and zone not in unknown and not is_zone(zone):
            unknown[zone] = line
    if unknown:
        first = min(unknown.values(), key=lambda line: line.number)
        yield fault("LC963", place_of(first), names=", ".join(list(unknown)[:MOST_NAMES]))


def zone_with_dates(calendar: Calendar) -> Iterator[Finding]:
    """LC964: a zone's definition lists single dates instead of a yearly rule."""
    dates = [
        part.lines["RDATE"][0]
        for zone in calendar.parts
        if zone.name == "VTIMEZONE"
        for part in zone.inside
        if "RDATE" in part.lines
    ]
    if dates:
        yield fault("LC964", place_of(min(dates, key=lambda line: line.number)))


class Yearly(NamedTuple):
    """A rule that is kept each year: its month (None: that of the start), weekday with its number, and days."""

    month: int | None
    weekday: int | None
    number: int  # of the weekday in its month, from the end if negative, 0 for any
    days: tuple[int, ...]
    until: dt.datetime


class Observance(NamedTuple):
    """A time that a zone keeps: since when, by the clock before, and when again."""

    start: dt.datetime
    offset: dt.timedelta
    dates: tuple[dt.datetime, ...]  # in order, with the start
    rules: tuple[Yearly, ...]


def observances_of(zone: Part) -> tuple[Observance, ...] | None:
    """What a VTIMEZONE observes; None where something in it is beyond us, for then nothing is said about it."""
    observances = [_observance(part) for part in zone.inside if part.name in {"STANDARD", "DAYLIGHT"}]
    known = tuple(observance for observance in observances if observance is not None)
    return known if 0 < len(known) == len(observances) < MOST else None


def _observance(part: Part) -> Observance | None:
    start = wall_time(part.value("DTSTART"))
    offsets = [OFFSET.fullmatch(part.value(name)) for name in ("TZOFFSETFROM", "TZOFFSETTO")]
    dates = [wall_time(value) for line in part.lines.get("RDATE", ()) for value in line.value.split(",")]
    before, offset = (_span(match) if match else None for match in offsets)
    if start is None or before is None or offset is None or None in dates:
        return None
    rules = [_yearly(line.value, before) for line in part.lines.get("RRULE", ())]
    known = tuple(rule for rule in rules if rule is not None)
    if len(known) < len(rules):
        return None
    return Observance(start[0], offset, tuple(sorted([start[0], *(date[0] for date in dates if date)])), known)


def _span(match: re.Match[str]) -> dt.timedelta:
    sign, hours, minutes, seconds = match.groups()
    span = dt.timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0))
    return -span if sign == "-" else span


def _yearly(value: str, before: dt.timedelta) -> Yearly | None:
    """A rule such as FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU; None for any other kind."""
    parts = dict(part.partition("=")[::2] for part in value.upper().rstrip(";").split(";"))
    weekday = re.fullmatch(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)", parts.get("BYDAY", "1MO"), re.ASCII)
    month = re.fullmatch(r"0?([1-9]|1[0-2])", parts.get("BYMONTH", "1"), re.ASCII)
    days = re.fullmatch(r"\d{1,2}(,\d{1,2})*", parts.get("BYMONTHDAY", "1"), re.ASCII)
    until = wall_time(parts.get("UNTIL", "99991231"))
    simple = parts.get("FREQ") == "YEARLY" and parts.get("INTERVAL", "1") == "1" and set(parts) <= UNDERSTOOD
    if not (simple and weekday and month and days and until) or ("BYDAY" in parts and "BYMONTH" not in parts):
        return None
    return Yearly(
        int(month[1]) if "BYMONTH" in parts else None,
        WEEKDAYS.index(weekday[2]) if "BYDAY" in parts else None,
        int(weekday[1] or 0),
        tuple(map(int, parts["BYMONTHDAY"].split(","))) if "BYMONTHDAY" in parts else (),
        until[0] + before if until[1] == "utc" else until[0],
    )


@lru_cache(1024)
def _onsets(observance: Observance, year: int) -> tuple[dt.datetime, ...]:
    """When an observance begins in a year, by its rules."""
    start = observance.start
    found = []
    for rule in observance.rules:
        month = rule.month or start.month
        for day in range(1, monthrange(year, month)[1] + 1):
            moment = start.replace(day=1).replace(year=year, month=month, day=day)
            if _falls_on(rule, moment, start) and start <= moment <= rule.until:
                found.append(moment)
    return tuple(found)


def _falls_on(rule: Yearly, moment: dt.datetime, start: dt.datetime) -> bool:
    if rule.days and moment.day not in rule.days:
        return False
    if rule.weekday is None:
        return bool(rule.days) or moment.day == start.day
    if moment.weekday() != rule.weekday:
        return False
    last = monthrange(moment.year, moment.month)[1]
    number = (moment.day - 1) // 7 + 1 if rule.number > 0 else -((last - moment.day) // 7 + 1)
    return not rule.number or number == rule.number


def offset_at(observances: tuple[Observance, ...], wall: dt.datetime) -> dt.timedelta | None:
    """The offset by the observance that began last (RFC 5545 section 3.6.5); None before all of them."""
    began: list[tuple[dt.datetime, dt.timedelta]] = []
    for observance in observances:
        moments = list(observance.dates[: bisect_right(observance.dates, wall)][-1:])
        for rule in observance.rules:
            last = min(wall.year, rule.until.year)
            moments += [moment for year in (last - 1, last) if year > 1 for moment in _onsets(observance, year)]
        began += [(moment, observance.offset) for moment in moments if moment <= wall]
    return max(began)[1] if began else None
