"""Whether people have time on the days of an event: holidays where they sit, weekends, and what else is on."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from labcamp.advice.look import Look, Rule
from labcamp.findings import Finding, finding
from labcamp.free_days import SATURDAY
from labcamp.free_days.calendars import PARTED, unknown_schools
from labcamp.free_days.marks import Kind, marks
from labcamp.free_days.places import regions_of
from labcamp.free_days.words import (
    figures,
    listed,
    marks_in_words,
    regions_in_words,
    unknown_in_words,
    with_weekday,
)
from labcamp.model.zones import clocks_change
from labcamp.texts import LANGUAGES

NO_REGION = {"de": "keine Region bekannt", "en": "no region is known"}
ON = {"de": "am", "en": "on"}
FROM_TO = {"de": "vom {first} bis {last}", "en": "from {first} to {last}"}
UNTITLED = {"de": "ohne Titel", "en": "without a title"}


def _days(look: Look) -> tuple[dt.date, ...]:
    """The days of an event that can still be moved."""
    return look.event.days if look.upcoming else ()


def _regions(look: Look) -> tuple[str, ...]:
    return regions_of(look.event, look.workspace.series, look.workspace.organisations)


def _found(look: Look, code: str, **words: Callable[[str], str]) -> Finding:
    """A finding at the date of an event; its values differ between the languages."""
    values = {f"{name}_{language}": say(language) for name, say in words.items() for language in LANGUAGES}
    return finding(code, look.source.place("date"), id=look.event.id, **values)


def _away(kind: Kind, code: str, look: Look) -> Iterator[Finding]:
    """People are away on some days of an event, for a sort of reason."""
    days = _days(look)
    marked = {day: [mark for mark in marks(day, _regions(look)) if mark.kind == kind] for day in days}
    found = {day: some for day, some in marked.items() if some}
    if found:
        yield _found(
            look,
            code,
            what=lambda language: _each_once(
                {day: marks_in_words(some, language) for day, some in found.items()}, len(days), language
            ),
        )


def _each_once(said: Mapping[dt.date, str], count: int, language: str) -> str:
    """What holds for all of so many days; else each thing with the days on which it does: `Karfreitag am ...`."""
    by_words: dict[str, list[dt.date]] = {}
    for day, words in said.items():
        by_words.setdefault(words, []).append(day)
    return "; ".join(
        words if len(days) == count else f"{words} {_when(days, language)}" for words, days in by_words.items()
    )


def _when(days: Sequence[dt.date], language: str) -> str:
    """On a day, on two, or from the first to the last of more."""
    if len(days) > 2:  # noqa: PLR2004  # nobody reads a list of them all
        return FROM_TO[language].format(first=figures(days[0], language), last=figures(days[-1], language))
    return f"{ON[language]} {listed([figures(day, language) for day in days], language)}"


def no_holiday_data(look: Look) -> Iterator[Finding]:
    """LC991: nobody knows whether there are school holidays on the days of an event, wherever its hosts are."""
    days, regions = _days(look), _regions(look)
    nowhere = not set(regions) - PARTED
    if days and nowhere and look.event.hosts:
        yield _found(look, "LC991", what=NO_REGION.__getitem__, where=lambda _: "")
    elif days and not nowhere and (unknown := unknown_schools(days[-1], regions)):
        yield _found(
            look,
            "LC991",
            what=lambda language: unknown_in_words(unknown, language),
            where=lambda language: regions_in_words(unknown, language),
        )


def clock_change_day(look: Look) -> Iterator[Finding]:
    """LC992: the clocks change on a day of an event."""
    if any(clocks_change(day, look.event.zone) for day in _days(look)):
        yield finding("LC992", look.source.place("date"), zone=look.event.zone)


def day_to_avoid(look: Look) -> Iterator[Finding]:
    """LC993: the series had better not meet on a day of an event, its people say."""
    days = _days(look)
    for other in look.avoided if days else ():
        if other.is_on(days[0], days[-1]):
            titles = {f"title_{language}": other.title or UNTITLED[language] for language in LANGUAGES}
            where = {"path": other.place.path, "line": other.place.line, "url": other.url}
            yield finding("LC993", look.source.place("date"), **titles, **where)


def weekend(look: Look) -> Iterator[Finding]:
    """LC994: an event is at a weekend."""
    days = [day for day in _days(look) if day.weekday() >= SATURDAY]
    if days:
        yield _found(
            look, "LC994", what=lambda language: listed([with_weekday(day, language) for day in days], language)
        )


RULES: tuple[Rule, ...] = (
    partial(_away, "public", "LC988"),
    partial(_away, "school", "LC989"),
    partial(_away, "bridge", "LC990"),
    partial(_away, "partly", "LC995"),
    no_holiday_data,
    clock_change_day,
    day_to_avoid,
    weekend,
)
