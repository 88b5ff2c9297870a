"""What a VTIMEZONE says: which offset from UTC it gives at a time of the wall clock."""

import datetime as dt
import re
from bisect import bisect_right
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

from labcamp.check.calendar.structure import Part
from labcamp.check.calendar.times import wall_time

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)
MOST = 200  # no zone has changed its time more often, and each event asks all of them
UNDERSTOOD = {"FREQ", "INTERVAL", "UNTIL", "BYMONTH", "BYDAY", "BYMONTHDAY", "WKST"}


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
