"""Why people of a region may be away on a day: a holiday, school holidays, a bridge day, a day that many take off."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from labcamp.free_days import DAY, SATURDAY, is_free, is_public_holiday
from labcamp.free_days.calendars import days_off

Kind = Literal["public", "bridge", "school", "partly", "beside"]
KINDS: tuple[Kind, ...] = ("public", "bridge", "school", "partly", "beside")
# Half of the people are at home, whatever the calendar of the region says
EVES = {
    (12, 24): {"de": "Heiligabend", "en": "Christmas Eve"},
    (12, 31): {"de": "Silvester", "en": "New Year's Eve"},
}
# Days from Easter, and where little is done then. It differs from town to town; this is what most people reckon with.
CARNIVAL = (
    (-52, {"de": "Weiberfastnacht", "en": "Women's Carnival Day"}, ("DE-NW", "DE-RP")),
    (-48, {"de": "Rosenmontag", "en": "Carnival Monday"}, ("DE-NW", "DE-RP", "DE-HE", "DE-SL")),
    (-41, {"de": "Basler Fasnacht", "en": "Carnival of Basel"}, ("CH-BS",)),
)


class Mark(NamedTuple):
    """One reason in one region, and the day after which it is called: of a bridge day, the holiday beside it."""

    kind: Kind
    region: str
    named: dt.date


def marks(day: dt.date, regions: Iterable[str]) -> tuple[Mark, ...]:
    """All reasons in some regions, by kind; on a public holiday nothing else matters there."""
    found = [mark for region in regions for mark in _marks(day, region)]
    return tuple(sorted(found, key=lambda mark: KINDS.index(mark.kind)))


@cache
def _marks(day: dt.date, region: str) -> tuple[Mark, ...]:
    if is_public_holiday(day, region):
        return (Mark("public", region, day),)
    found = [Mark("school", region, day)] if day in days_off(region, day.year, "school") else []
    if day.weekday() < SATURDAY:
        found += _beside_a_holiday(day, region)
        found += [Mark("partly", region, day)] if any(_partly(day, region, "de")) else []
    return tuple(found)


def _beside_a_holiday(day: dt.date, region: str) -> Iterator[Mark]:
    """A working day next to a public holiday in the week; a bridge where the day at its other side is free, too."""
    for way in (-1, 1):
        holiday, other = day + way * DAY, day - way * DAY
        if holiday.weekday() < SATURDAY and is_public_holiday(holiday, region):
            yield Mark("bridge" if is_free(other, region) else "beside", region, holiday)
            return


def _partly(day: dt.date, region: str, language: str) -> Iterator[str]:
    """What a day is called that some people of a region have off."""
    if (day.month, day.day) in EVES:
        yield EVES[day.month, day.day][language]
    elif name := days_off(region, day.year, "partly", language).get(day):
        yield name
    for days, names, regions in CARNIVAL:
        if region in regions and day == _easter(day.year) + days * DAY:
            yield names[language]


@cache
def _easter(year: int) -> dt.date:
    from dateutil.easter import easter

    day: dt.date = easter(year)
    return day


def name_of(mark: Mark, language: str) -> str:
    """What the day of a mark is called in its region."""
    if mark.kind == "partly":
        return ", ".join(_partly(mark.named, mark.region, language))
    sort: Literal["school", "public"] = "school" if mark.kind == "school" else "public"
    return days_off(mark.region, mark.named.year, sort, language)[mark.named]
