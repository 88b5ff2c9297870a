"""When something is, in the texts of others: days, clocks and lengths, and on whose clock they are told."""

import datetime as dt
import re
from collections.abc import Iterable

from labcamp.exchange.schedules.foreign import Json, text_of
from labcamp.model.texts import MINUTES_OF_A_DAY, YEARS
from labcamp.model.zones import is_zone, zone_of
from labcamp.patterns import pattern_of

ISO = pattern_of(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?")
CLOCK = pattern_of(r"(\d{1,2}):(\d{2})(?::\d{2})?")
LENGTH = pattern_of(r"(?:(\d{1,3})[.:](?=\d+:\d+:))?(\d{1,4}):(\d{2})(?::\d{2}(?:\.\d+)?)?")
MINUTES = pattern_of(r"(\d{1,6})(?:\.0+)?")
WITHOUT_PLACE = frozenset({"UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Etc/Zulu"})
HOUR = 60


def moment_of(value: Json) -> dt.datetime | None:
    """A moment of ISO 8601, with its offset if it says one; midnight where it is only a day, None where it is none."""
    text = text_of(value)
    if not ISO.fullmatch(text):
        return None
    try:
        moment = dt.datetime.fromisoformat(re.sub(r" (?=[+-]|Z)", "", text.replace(",", ".")))
    except ValueError:
        return None
    return moment if moment.year in YEARS else None


def day_of(value: Json, zone: str) -> dt.date | None:
    """The day of a moment on the clock of a zone."""
    moment = moment_of(value)
    return on_clock(moment, zone).date() if moment else None


def on_clock(moment: dt.datetime, zone: str) -> dt.datetime:
    """What a clock of the zone shows at a moment; one without an offset says that itself."""
    return moment if moment.tzinfo is None else moment.astimezone(zone_of(zone)).replace(tzinfo=None)


def minutes_between(start: dt.datetime | None, end: dt.datetime | None) -> int | None:
    """How long something takes; None where it ends before it begins, or the two cannot be compared."""
    if start is None or end is None or (start.tzinfo is None) != (end.tzinfo is None):
        return None
    minutes = round((end - start).total_seconds() / HOUR)
    return minutes if minutes > 0 else None


def clock_of(value: Json) -> int | None:
    """Minutes since midnight, from `14:00`."""
    found = CLOCK.fullmatch(text_of(value))
    minutes = int(found[1]) * HOUR + int(found[2]) if found and int(found[2]) < HOUR else MINUTES_OF_A_DAY
    return minutes if minutes < MINUTES_OF_A_DAY else None


def length_of(value: Json) -> int | None:
    """A number of minutes, from `01:30`, `1:30:00` or `90`; None for what is none, and for nothing."""
    text = text_of(value)
    if found := LENGTH.fullmatch(text):
        minutes = (int(found[1] or 0) * 24 + int(found[2])) * HOUR + int(found[3])
    else:
        minutes = int(number[1]) if (number := MINUTES.fullmatch(text)) else 0
    return minutes or None


def zone_told(named: str, asked: str, moments: Iterable[dt.datetime | None]) -> str:
    """The zone on whose clock a file is told: the one that it names, else the one that was asked for.

    Some programs name UTC, which is where nobody meets, and write moments with the offset of another clock.
    """
    if not is_zone(named):
        return asked
    if named in WITHOUT_PLACE and any(moment and moment.utcoffset() for moment in moments):
        return asked
    return named


def said_day(first: dt.date, last: dt.date) -> str:
    """Days as people write them in an event file: `2027-03-11`, or `2027-03-11/2027-03-12`."""
    return f"{first}" if first == last else f"{first}/{last}"


def said_clock(minutes: int) -> str:
    """Minutes since midnight as people write them: `14:05`, and again from `00:00` in the night."""
    shown = minutes if minutes <= MINUTES_OF_A_DAY else minutes - MINUTES_OF_A_DAY
    return f"{shown // HOUR:02d}:{shown % HOUR:02d}"
