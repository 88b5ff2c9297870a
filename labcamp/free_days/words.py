"""Why people are away, in words of both languages: `Fronleichnam (Bayern und Österreich)`."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from labcamp.free_days import is_public_holiday
from labcamp.free_days.marks import EVES, Mark, name_of
from labcamp.messages.phrases import PHRASES
from labcamp.texts import region_name

AND = {"de": " und ", "en": " and "}
NO_DATA = {"de": "keine Feriendaten für {where}", "en": "no data on school holidays of {where}"}
NO_DATA_AFTER = {
    "de": "keine Feriendaten nach dem {day} für {where}",
    "en": "no data on school holidays of {where} after {day}",
}


def listed(items: Sequence[str], language: str) -> str:
    """`A, B und C`."""
    return AND[language].join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def figures(day: dt.date, language: str) -> str:
    """A day in figures: `11.03.2027`."""
    return PHRASES["day_in_figures"][language].format(year=day.year, month=day.month, day=day.day)


def with_weekday(day: dt.date, language: str) -> str:
    """A day in figures after its weekday: `Donnerstag, 11.03.2027`."""
    return f"{PHRASES['weekdays_in_full'][language].split()[day.weekday()]}, {figures(day, language)}"


def regions_in_words(regions: Iterable[str], language: str) -> str:
    """What some regions are called."""
    return listed([region_name(region, language) for region in regions], language)


def marks_in_words(marks: Iterable[Mark], language: str) -> str:
    """The name of each day with the regions in which it is called so: `Erster Mai (Berlin); Staatsfeiertag (Wien)`."""
    named: dict[str, dict[str, None]] = {}
    for mark in marks:
        named.setdefault(name_of(mark, language), {})[_as_far_as(mark)] = None
    return "; ".join(f"{name} ({regions_in_words(regions, language)})" for name, regions in named.items())


def _as_far_as(mark: Mark) -> str:
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
