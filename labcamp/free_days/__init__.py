"""Days on which people do not work: weekends and public holidays by region (ISO 3166-2)."""

import datetime as dt
from collections.abc import Iterable

from labcamp.free_days.calendars import days_off

DAY = dt.timedelta(days=1)
SATURDAY = 5  # from this weekday on nobody works


def working_day(day: dt.date, way: int, regions: Iterable[str]) -> dt.date:
    """The day itself, else the next one before (-1) or after it (1) on which people work in every region."""
    while is_free(day, *regions):
        day += way * DAY
    return day


def is_free(day: dt.date, *regions: str) -> bool:
    """Tell whether a day is at a weekend, or a public holiday in one of some regions."""
    return day.weekday() >= SATURDAY or any(is_public_holiday(day, region) for region in regions)


def is_public_holiday(day: dt.date, region: str) -> bool:
    """Tell whether a day is a public holiday in a region."""
    return day in days_off(region, day.year, "public")
