"""Rules about time zones: each is defined in the file, has a name that programs know, and tells the right time."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from labcamp.check.calendar.content import Line, fault, place_of
from labcamp.check.calendar.observances import observances_of, offset_at
from labcamp.check.calendar.structure import Calendar, Part
from labcamp.check.calendar.times import Moment, moment_of, wall_time
from labcamp.findings import Finding
from labcamp.model.zones import is_zone, zone_of

NEAR_A_CHANGE = dt.timedelta(hours=4)  # calendar programs differ there, and the definition may well be right
MOST_NAMES = 5
TIMED = ("DTSTART", "DTEND", "DUE")


def zones_in(calendar: Calendar) -> dict[str, Part]:
    """The zones that a calendar defines, by name."""
    zones = (part for part in calendar.parts if part.name == "VTIMEZONE")
    return {part.value("TZID").strip('"'): part for part in zones if "TZID" in part.lines}


def lines_with_zone(calendar: Calendar) -> Iterator[Line]:
    """The lines that name a zone."""
    for part in calendar.parts:
        for lines in part.lines.values():
            yield from (line for line in lines if "TZID" in line.parameters)


def zone_not_defined(calendar: Calendar) -> Iterator[Finding]:
    """LC641: a zone is named and nowhere defined (RFC 5545 section 3.2.19; a name with a slash needs no definition)."""
    told = set(zones_in(calendar))
    for line in lines_with_zone(calendar):
        zone = line.parameter("TZID")
        if zone not in told and not zone.startswith("/"):
            told.add(zone)
            yield fault("LC641", place_of(line), zone=zone)


def zone_for_nothing(calendar: Calendar) -> Iterator[Finding]:
    """LC642: a zone stands with a time in UTC, or with a day (RFC 5545 section 3.2.19)."""
    for line in lines_with_zone(calendar):
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
    unknown: dict[str, Line] = {}
    for line in lines_with_zone(calendar):
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
