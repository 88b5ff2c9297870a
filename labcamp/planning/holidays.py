"""Public and school holidays by region, why people are away, and that in words."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from labcamp.model import Event, Organisation, Place, Series
from labcamp.texts import LANGUAGES, phrases, region_name
from labcamp.workspace import Workspace

DAY = dt.timedelta(days=1)
SATURDAY = 5  # from this weekday on nobody works

Sort = Literal["public", "partly", "school"]
# What our sorts are called there. Partly free: in some towns, for some people, or from noon on
CATEGORIES: dict[Sort, dict[str, tuple[str, ...]]] = {
    "partly": {"AT": ("bank",), "CH": ("half_day", "optional", "de_facto"), "DE": ("catholic",)}
}
LANGUAGES_OF_HOLIDAYS = {"de": "de", "en": "en_US"}
# Their school holidays differ from region to region, and all of them are known
PARTED = frozenset({"DE", "AT"})
LOOKED_BACK = 100  # years, for the end of what is known of schools
CHRISTMAS = (12, 24)  # from this day on until New Year nothing is due
NOTHING: Mapping[dt.date, str] = MappingProxyType({})

A_HOST = 3  # counts as much as so many others

Kind = Literal["public", "bridge", "school", "partly", "beside"]
MARK_KINDS: tuple[Kind, ...] = ("public", "bridge", "school", "partly", "beside")
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

AND = {"de": " und ", "en": " and "}
NO_DATA = {"de": "keine Feriendaten für {where}", "en": "no data on school holidays of {where}"}
NO_DATA_AFTER = {
    "de": "keine Feriendaten nach dem {day} für {where}",
    "en": "no data on school holidays of {where} after {day}",
}


def working_day(day: dt.date, way: int, regions: Iterable[str]) -> dt.date:
    """The day itself, else the next one before (-1) or after it (1) on which people work in every region.

    Nobody does between Christmas and New Year.
    """
    while is_free(day, *regions) or (day.month, day.day) >= CHRISTMAS:
        day += way * DAY
    return day


def is_free(day: dt.date, *regions: str) -> bool:
    """Tell whether a day is at a weekend, or a public holiday in one of some regions."""
    return day.weekday() >= SATURDAY or any(is_public_holiday(day, region) for region in regions)


def is_public_holiday(day: dt.date, region: str) -> bool:
    """Tell whether a day is a public holiday in a region."""
    return day in days_off(region, day.year, "public")


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
    language = LANGUAGES_OF_HOLIDAYS[language]
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


def region_of(organisation: Organisation) -> str | None:
    """The region of an organisation, else its country's code; None where neither is known."""
    return organisation.region or _code_of_country(organisation.country)


def _code_of_country(text: str | None) -> str | None:
    """The code of a country that is written as such, or in words: `AT`, `Österreich`."""
    word = (text or "").strip()
    if len(word) == 2 and word.isalpha():  # noqa: PLR2004  # ISO 3166-1
        return word.upper()
    known = (pair for language in LANGUAGES for pair in phrases("regions", language).items())
    return next((code for code, name in known if word == name and "-" not in code), None)


def regions_of(event: Event, series: Series, organisations: Mapping[str, Organisation]) -> tuple[str, ...]:
    """The regions whose holidays matter for an event: of its hosts, of the series, and of its place; each once."""
    hosts = map(region_of, event.hosts)
    return narrowed(filter(None, (*hosts, *series.regions, _region_of_place(event.place, organisations))))


def _region_of_place(place: Place | None, organisations: Mapping[str, Organisation]) -> str | None:
    """The region of an organisation in the same town, else the country of a place."""
    if place is None:
        return None
    here = (other.region for other in organisations.values() if place.city and other.place == place.city)
    return next(filter(None, here), None) or _code_of_country(place.country)


def narrowed(regions: Iterable[str]) -> tuple[str, ...]:
    """Each region once, and a country only where none of its regions is there."""
    each = dict.fromkeys(regions)
    return tuple(code for code in each if "-" in code or not any(other.startswith(f"{code}-") for other in each))


def weights(workspace: Workspace) -> dict[str, int]:
    """How much each region counts: once for each lab that was part of an event, more for each host; heaviest first."""
    counted: Counter[str] = Counter()
    for event in workspace.events:
        if not event.cancelled:
            counted.update(_of_event(event))
    for code in (*map(region_of, workspace.series.organisers), *workspace.series.regions):
        counted[code or ""] += A_HOST
    known = ((code, weight) for code, weight in counted.items() if code)
    return dict(sorted(known, key=lambda pair: (-pair[1], pair[0])))


def _of_event(event: Event) -> Iterator[str]:
    """The region of everybody who took part in an event, as often as they count."""
    others = (*event.partners, *(person.organisation for person in event.people))
    labs = dict.fromkeys(organisation for organisation in others if organisation and organisation not in event.hosts)
    for organisations, times in ((event.hosts, A_HOST), (labs, 1)):
        for organisation in organisations:
            if code := region_of(organisation):
                yield from [code] * times


class Mark(NamedTuple):
    """One reason in one region, and the day after which it is called: of a bridge day, the holiday beside it."""

    kind: Kind
    region: str
    named: dt.date


def marks(day: dt.date, regions: Iterable[str]) -> tuple[Mark, ...]:
    """All reasons in some regions, by kind; on a public holiday nothing else matters there."""
    found = [mark for region in regions for mark in _marks(day, region)]
    return tuple(sorted(found, key=lambda mark: MARK_KINDS.index(mark.kind)))


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


def listed(items: Sequence[str], language: str) -> str:
    """`A, B und C`."""
    return AND[language].join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def figures(day: dt.date, language: str) -> str:
    """A day in figures: `11.03.2027`."""
    return phrases("phrases", language)["day_in_figures"].format(year=day.year, month=day.month, day=day.day)


def with_weekday(day: dt.date, language: str) -> str:
    """A day in figures after its weekday: `Donnerstag, 11.03.2027`."""
    return f"{phrases('phrases', language)['weekdays_in_full'].split()[day.weekday()]}, {figures(day, language)}"


def regions_in_words(regions: Iterable[str], language: str) -> str:
    """What some regions are called."""
    return listed([region_name(region, language) for region in regions], language)


def marks_in_words(marks: Iterable[Mark], language: str) -> str:
    """The name of each day with the regions in which it is called so: `Erster Mai (Berlin); Staatsfeiertag (Wien)`."""
    named: dict[str, dict[str, None]] = {}
    for mark in marks:
        named.setdefault(name_of(mark, language), {})[as_far_as(mark)] = None
    return "; ".join(f"{name} ({regions_in_words(regions, language)})" for name, regions in named.items())


def as_far_as(mark: Mark) -> str:
    """The region of a mark, or its whole country where it is the same in all of it."""
    country = mark.region.partition("-")[0]
    if mark.kind == "partly":
        everywhere = (mark.named.month, mark.named.day) in EVES
    else:
        everywhere = mark.kind != "school" and is_public_holiday(mark.named, country)
    return country if everywhere else mark.region


def unknown_in_words(unknown: Mapping[str, dt.date | None], language: str) -> str:
    """Of which regions the school holidays are not known, and after which day."""
    by_end: dict[dt.date | None, list[str]] = {}
    for region, end in unknown.items():
        by_end.setdefault(end, []).append(region)
    parts = []
    for end, regions in by_end.items():
        words = NO_DATA_AFTER if end else NO_DATA
        day = figures(end, language) if end else ""
        parts.append(words[language].format(where=regions_in_words(regions, language), day=day))
    return "; ".join(parts)
