"""Days that a series avoids: as they are written, and each of them with its reason and its place."""

import datetime as dt
import re
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BeforeValidator

from labcamp.findings import Place
from labcamp.model.fields import Line, OrOne, PeriodText, Url, matching
from labcamp.model.series import Frozen
from labcamp.model.texts import FROM_TO, PERIOD, Period, refused
from labcamp.patterns import pattern_of

WHEN = rf"{PERIOD}(?:{FROM_TO}{PERIOD})?"
DATED = pattern_of(rf"(?P<date>{WHEN})(?:\s*[:,]\s*|\s+[–-]\s+|\s+)(?P<title>\S.*)", re.DOTALL)
# A file below the folder of avoid.yaml: no way up, out, or to a drive
CALENDAR = r"(?!/)(?!(?:.*/)?\.\.(?:/|$))[^\\:]+\.[iI][cC][sS]"


def _in_order(period: Period) -> Period:
    if period.last < period.first:
        raise refused("LC305", start=period.first, end=period.last)
    return period


class DayToAvoid(Frozen):
    """A day, several in a row or a whole month, and what is then."""

    date: Annotated[PeriodText, AfterValidator(_in_order)]
    title: Line | None = None
    url: Url | None = None


def _day(value: object) -> object:
    """A day in the ways in which people write it: `2027-09-26 Stadtmarathon`, `2027-09-26: Stadtmarathon`."""
    if isinstance(value, str):
        found = None if re.fullmatch(WHEN, value.strip()) else DATED.fullmatch(value.strip())
        return found.groupdict() if found else {"date": value}
    if isinstance(value, dict) and len(value) == 1 and not set(value) & set(DayToAvoid.model_fields):
        ((day, title),) = value.items()
        return {"date": day, "title": title} if day[:1].isdigit() else value
    return value


def _days(value: object) -> object:
    """A list, also where there is only one day, or where the days are the keys of what is then."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [value] if set(value) & set(DayToAvoid.model_fields) else [{day: value[day]} for day in value]
    return value


class Avoid(Frozen):
    """The days themselves, and calendar files beside `avoid.yaml` with more of them."""

    days: Annotated[tuple[Annotated[DayToAvoid, BeforeValidator(_day)], ...], BeforeValidator(_days)] = ()
    calendars: Annotated[tuple[Annotated[Line, *matching(CALENDAR, "LC226")], ...], OrOne()] = ()


class Avoided(NamedTuple):
    """What is on some days, and where it says so."""

    first: dt.date
    last: dt.date
    title: str
    place: Place
    url: str = ""

    def is_on(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether it is on one of the days from a first to a last."""
        return self.first <= last and first <= self.last
