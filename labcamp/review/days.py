"""Advice on days that are bad for a gathering, and on weekdays that texts name."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from labcamp.check.weekdays import BY_LETTER
from labcamp.files.read import Steps
from labcamp.findings import Finding, finding
from labcamp.model.said_days import ENGLISH, ENGLISH_SHORT, GERMAN, WAYS
from labcamp.model.texts import one_line
from labcamp.model.zones import clocks_change
from labcamp.patterns import pattern_of
from labcamp.planning.holidays import (
    PARTED,
    SATURDAY,
    Kind,
    figures,
    listed,
    marks,
    marks_in_words,
    regions_in_words,
    regions_of,
    unknown_in_words,
    unknown_schools,
    with_weekday,
)
from labcamp.review.look import Look, Rule
from labcamp.review.naming import MONTH, looks_back, names_of, sentence
from labcamp.texts import LANGUAGES

NO_REGION = {"de": "keine Region bekannt", "en": "no region is known"}
ON = {"de": "am", "en": "on"}
FROM_TO = {"de": "vom {first} bis {last}", "en": "from {first} to {last}"}
UNTITLED = {"de": "ohne Titel", "en": "without a title"}

NAMES = "|".join(sorted((name for name in WAYS if name not in {"So", "Sat", "Sun"}), key=len, reverse=True))
_CLOCK = r"(?P<{0}hour>\d{{1,2}})(?:(?P<{0}sign>[:.])(?P<{0}minute>\d\d))?(?!\d|\.\d)"
_UNIT = r"(?P<unit>\s?(?:Uhr|h\b|a\.?m\b\.?|p\.?m\b\.?))"
# `Mittwoch, 14 Uhr`, `Mittwochnachmittag von 14 bis 17 Uhr`, `Wednesday at 2 pm`
WEEKDAY_FIRST = pattern_of(
    rf"(?<![\w/–-])(?P<weekday>{NAMES})(?:vormittag|mittag|nachmittag|abend)?(?!\w)\.?,?\s+"
    r"(?:(?:nachmittags|vormittags|abends|afternoon|morning|evening),?\s+)?(?:(?:um|ab|von|from|at)\s+)?"
    rf"{_CLOCK.format('')}(?:(?:\s?Uhr)?\s*(?:[–-]|bis|to|until)\s*{_CLOCK.format('end_')})?{_UNIT}?"
)
# `um 14 Uhr am Mittwoch`, `at 14:00 on Wednesday`
CLOCK_FIRST = pattern_of(
    rf"(?<![\d.:–-]){_CLOCK.format('')}{_UNIT}?,?\s+(?:am|on)\s+(?P<weekday>{NAMES})(?!\w)"
    rf"(?!,?\.?\s+(?:der\s|den\s|dem\s|the\s)?(?:\d|{MONTH}))"
)
# Something else may be at the same hour on another day, or was.
OF_OTHERS = pattern_of(
    r"\b(?:anmelde\w*|frist|technik\w*|test\w*|probe\w*|vorab\w*|vorbereit\w*|sprechstunde\w*|jede[nrs]?|immer|wöchentlich"
    r"|danach|davor|nächste\w*|link|mail|zugang\w*|unterlagen|verschick\w*|ersatz\w*|ausweich\w*|alternativ\w*|zweiter"
    r"|wiederhol\w*|folge\w*|stammtisch|treffpunkt|stadtführung|führung|abendessen|empfang|deadline|register\w*|every"
    r"|each|weekly|rehearsal|check|tests?|before|after|follow\w*|alternative\w*|dinner|tour|reception|geöffnet)\b",
    re.IGNORECASE,
)
UNTIL = pattern_of(r"\b(?:bis|until|by)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
OF_OWN = pattern_of(
    r"\b(?:treffen|los|beginnt?|beginnen|startet|starten|sehen|findet|statt|einladen|laden|meets?|join|see|starts?"
    r"|begins?|takes\splace)\b",
    re.IGNORECASE,
)
FAR = 30  # signs before a weekday
HOURS_OF_HALF_A_DAY = 12
SUBJECTS = (("newsletter", "subject"), ("newsletter", "preheader"))


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


def weekday_of_another_day(look: Look) -> Iterator[Finding]:
    """LC912: a text of an event to come names its hours with the weekday of another day."""
    event = look.event
    if not look.upcoming or event.time is None or not event.days or not _names_one(look.source.text):
        return
    days = {day.weekday() for day in event.days}
    for path, text in look.values:
        for pattern in (WEEKDAY_FIRST, CLOCK_FIRST):
            for found in pattern.finditer(text):
                way, number = WAYS[found["weekday"]]
                if number not in days and _own_hours(look, found) and _of_the_event(look, path, text, found):
                    names = ENGLISH if way in (ENGLISH, ENGLISH_SHORT) else GERMAN
                    words = one_line(found.group()).rstrip(",. ")
                    yield finding("LC912", look.at(path, words), words=words, weekday=names[event.days[0].weekday()])


def _names_one(text: str) -> bool:
    """Tell whether a file may name a weekday: the patterns are slow."""
    return any(names.search(text) for names in BY_LETTER)


def _own_hours(look: Look, found: re.Match[str]) -> bool:
    """Tell whether a time is the one at which the event begins."""
    time = look.event.time
    unit = (found["unit"] or "").strip()
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if not (unit or found["sign"] == ":" or found.groupdict().get("end_hour")):
        return False  # a day, or a date
    if unit.startswith("p") and hour < HOURS_OF_HALF_A_DAY:
        hour += HOURS_OF_HALF_A_DAY
    return time is not None and hour * 60 + minute == time.start


def _of_the_event(look: Look, path: Steps, text: str, found: re.Match[str]) -> bool:
    """Tell whether a sentence is about the event itself, and not about something else at the same hour."""
    around = sentence(text, found.start(), found.end())
    if OF_OTHERS.search(around) or UNTIL.search(text, max(0, found.start() - FAR), found.start()):
        return False
    if looks_back(around, look.event):
        return False
    end, time = found.groupdict().get("end_hour"), look.event.time
    if end and time and time.end == int(end) * 60 + int(found["end_minute"] or 0):
        return True
    series = names_of(look.workspace.series)
    return path in SUBJECTS or OF_OWN.search(around) is not None or series.edition.search(around) is not None
