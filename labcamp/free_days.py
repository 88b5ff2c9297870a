"""Days on which people do not work: weekends and public holidays by region (ISO 3166-2)."""

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from functools import cache

DAY = dt.timedelta(days=1)
SATURDAY = 5  # from this weekday on nobody works


def working_day(day: dt.date, way: int, regions: Iterable[str]) -> dt.date:
    """The day itself, else the next one before (-1) or after it (1) on which people work in every region."""
    while day.weekday() >= SATURDAY or any(day in public_holidays(region, day.year) for region in regions):
        day += way * DAY
    return day


@cache
def public_holidays(region: str, year: int) -> frozenset[dt.date]:
    """The public holidays of a region, else of its country; none where even that is not known."""
    from holidays import country_holidays

    country, _, part = region.partition("-")
    for subdivision in (part or None, None):
        with suppress(NotImplementedError):
            return frozenset(country_holidays(country, subdiv=subdivision, years=year, expand=False))
    return frozenset()
