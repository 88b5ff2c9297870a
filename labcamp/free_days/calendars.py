"""What the package `holidays` knows of a region, each year asked once: public, partly free and school holidays."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from types import MappingProxyType
from typing import Any, Literal

Sort = Literal["public", "partly", "school"]
# What our sorts are called there. Partly free: in some towns, for some people, or from noon on
CATEGORIES: dict[Sort, dict[str, tuple[str, ...]]] = {
    "partly": {"AT": ("bank",), "CH": ("half_day", "optional", "de_facto"), "DE": ("catholic",)}
}
LANGUAGES = {"de": "de", "en": "en_US"}
# Their school holidays differ from region to region, and all of them are known
PARTED = frozenset({"DE", "AT"})
LOOKED_BACK = 100  # years, for the end of what is known of schools
NOTHING: Mapping[dt.date, str] = MappingProxyType({})


@cache
def days_off(region: str, year: int, sort: Sort, language: str = "de") -> Mapping[dt.date, str]:
    """The days of a sort in a region, else in its country, with their names; none where nothing is known.

    School holidays are known only of regions, and not of all: `knows_schools` tells none from unknown.
    """
    code, _, part = region.partition("-")
    country = _country(code)
    if country is None:
        return NOTHING
    known = part if part in {*country.subdivisions, *country.subdivisions_aliases} else None
    categories = CATEGORIES.get(sort, {}).get(code, () if sort == "partly" else (sort,))
    supported = tuple(category for category in categories if category in country.supported_categories)
    if not supported:
        return NOTHING
    # Without a language the package would take that of the machine.
    language = LANGUAGES[language]
    return MappingProxyType(
        dict(country(subdiv=known, years=year, expand=False, categories=supported, language=language))
    )


@cache
def _country(code: str) -> Any:
    """The class of a country's holidays, None where there is none.

    It is loaded alone: by its usual name it comes with those of all countries, which takes longer than all the rest.
    """
    import holidays
    from holidays.registry import COUNTRIES

    module, name = next(((module, names[0]) for module, names in COUNTRIES.items() if code == names[1]), ("", ""))
    if not name:
        return None
    folders = [f"{folder}/countries" for folder in holidays.__path__]
    spec = PathFinder.find_spec(f"holidays.countries.{module}", folders)
    if spec is None or spec.loader is None:
        return getattr(holidays, name)
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return getattr(loaded, name)


@cache
def schools_known_until(region: str, year: int) -> dt.date | None:
    """The last day on which the school holidays of a region are known, looked for back from the end of a year.

    That the package has no days of a year says nothing of its holidays: for Germany it ends within a school year, for
    Switzerland it has none at all. None where nothing is known, up to then.
    """
    if days_off(region, year + 1, "school") and days_off(region, year, "school"):
        return dt.date(year, 12, 31)
    for earlier in range(year, year - LOOKED_BACK, -1):
        if days := days_off(region, earlier, "school"):
            return max(days)
    return None


def knows_schools(region: str, day: dt.date) -> bool:
    """Tell whether it is known if a day is in the school holidays of a region."""
    end = schools_known_until(region, day.year)
    return end is not None and day <= end


def unknown_schools(day: dt.date, regions: Iterable[str]) -> dict[str, dt.date | None]:
    """The regions whose school holidays are not known on a day, each with the last day on which they are.

    A country of which only the region is missing is not among them.
    """
    unknown = (region for region in regions if region not in PARTED and not knows_schools(region, day))
    return {region: schools_known_until(region, day.year) for region in unknown}
