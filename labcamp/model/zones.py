"""Time zones, from the tzdata package alone, so that a time means the same on every machine."""

import datetime as dt
import re
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

LONGEST_KEY = 100  # a longer one may be longer than a disk allows


@cache
def zone_of(key: str) -> ZoneInfo:
    """The zone of an IANA key such as `Europe/Berlin`; an unknown key raises KeyError."""
    if len(key) <= LONGEST_KEY and re.fullmatch(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*", key):
        file = files("tzdata").joinpath("zoneinfo", *key.split("/"))
        if file.is_file():
            with file.open("rb") as data:
                if data.read(4) == b"TZif":
                    data.seek(0)
                    return ZoneInfo.from_file(data, key)
    raise KeyError(key)


@cache
def zones() -> tuple[str, ...]:
    """The keys of all zones, in alphabetical order."""
    return tuple(sorted(files("tzdata").joinpath("zones").read_text("utf-8").split()))


@cache
def is_zone(key: str) -> bool:
    """Tell whether a key names an IANA time zone."""
    try:
        zone_of(key)
    except KeyError:
        return False
    return True


def moment(day: dt.date, minutes: int, key: str) -> dt.datetime:
    """The wall time `minutes` after midnight of a day in a zone (1440 is midnight of the next day)."""
    midnight = dt.datetime.combine(day, dt.time(), zone_of(key))
    return midnight + dt.timedelta(minutes=minutes)


def clocks_change(day: dt.date, key: str) -> bool:
    """Tell whether a day in a zone is longer or shorter than others, because its clocks are changed."""
    midnight = moment(day, 0, key)
    return midnight.utcoffset() != (midnight + dt.timedelta(days=1)).utcoffset()


def exists(wall: dt.datetime) -> bool:
    """Tell whether a wall time occurs at all: the clocks are put forward over some (PEP 495)."""
    there = wall.astimezone(dt.UTC).astimezone(wall.tzinfo)
    return there.replace(tzinfo=None) == wall.replace(tzinfo=None)


def exists_twice(wall: dt.datetime) -> bool:
    """Tell whether a wall time occurs twice, because the clocks are put back over it (PEP 495)."""
    return exists(wall) and wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()
