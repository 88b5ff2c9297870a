"""When a repeated entry of a calendar is, by its rules and the days that it names."""

import datetime as dt
from collections.abc import Iterator

from labcamp.check.calendar.structure import Part
from labcamp.check.calendar.times import Moment, instant_of, moment_of, wall_time
from labcamp.check.calendar.values import is_rule
from labcamp.model.zones import is_zone, zone_of

# Of what is repeated more often than daily, no day is left
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
NOT_ASKED = frozenset({"UNTIL", "BYHOUR", "BYMINUTE", "BYSECOND"})  # we want days, and say ourselves until when


def starts(event: Part, start: Moment, last: dt.datetime) -> Iterator[dt.datetime]:
    """The wall times at which an entry begins, up to a last one; ValueError where its rule cannot be read."""
    excepted = {moment.wall for moment in _listed(event, "EXDATE")}
    begins = {start.wall, *(moment.wall for moment in _listed(event, "RDATE"))}
    for line in event.lines.get("RRULE", ()):
        begins |= set(_by_rule(line.value, start, last))
    yield from sorted(begin for begin in begins - excepted if begin <= last)


def _listed(event: Part, name: str) -> Iterator[Moment]:
    """The moments that the lines of a name list; of a span of time, its start."""
    for line in event.lines.get(name, ()):
        for value in line.value.split(","):
            if moment := moment_of(line._replace(value=value.partition("/")[0])):
                yield moment


def _by_rule(value: str, start: Moment, last: dt.datetime) -> Iterator[dt.datetime]:
    from dateutil.rrule import rrulestr

    parts = dict(part.partition("=")[::2] for part in value.upper().rstrip(";").split(";"))
    if not is_rule(value) or parts["FREQ"] not in FREQUENCIES:
        raise ValueError(value)
    ends = min(last, _until(parts.get("UNTIL", ""), start) or last)
    kept = ";".join(f"{name}={part}" for name, part in parts.items() if name not in NOT_ASKED)
    rule = rrulestr(kept, dtstart=start.wall)
    yield from rule.between(start.wall, ends, inc=True)


def _until(text: str, start: Moment) -> dt.datetime | None:
    """The last wall time of a rule, on the clock of its start; of a day, its end."""
    read = wall_time(text)
    if read is None:
        return None
    wall, form = read
    if form == "date":
        return wall + dt.timedelta(days=1, microseconds=-1)
    if form == "utc" and start.form == "zone" and is_zone(start.zone):
        return wall.replace(tzinfo=dt.UTC).astimezone(zone_of(start.zone)).replace(tzinfo=None)
    return wall


def in_zone(moment: Moment, zone: str) -> dt.datetime:
    """A moment on the clock of another zone; as it is written, where it is a day or in no zone that is known."""
    instant = instant_of(moment)
    try:
        return instant.astimezone(zone_of(zone)).replace(tzinfo=None) if instant else moment.wall
    except OverflowError:  # at the end of all days
        return moment.wall
