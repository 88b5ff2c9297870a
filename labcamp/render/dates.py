"""Days, times and places in the words of a language."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from labcamp.model import Days, Event, Place
from labcamp.model.texts import MINUTES_OF_A_DAY
from labcamp.render.words import Words

# en alone would be American: month before day
LOCALES = {"de": "de_DE", "en": "en_GB", "de-AT": "de_AT", "de-CH": "de_CH"}
HOUR = 60
LONG = 90  # minutes; what takes longer is told in hours


@dataclass(frozen=True)
class Leaf:
    """The calendar leaf: a big word (the day, or the month when only that is known) and two small ones."""

    big: str
    month: str
    weekday: str


@cache
def _formatted(day: dt.date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=LOCALES[language])


def weekday(day: dt.date, language: str) -> str:
    """`Donnerstag`."""
    return _formatted(day, "EEEE", language)


def month_and_year(day: dt.date, language: str) -> str:
    """`März 2027`."""
    # LLLL would be the pattern for a month that stands alone; but Babel, once asked for the German one, gives the
    # Austrian January as Januar for the rest of the run.
    return _formatted(day, "MMMM y", language)


def day_and_month(day: dt.date, words: Words) -> str:
    """`4. März`, as it stands in a sentence about the near future."""
    return _formatted(day, words("dates.day_and_month"), words.language)


def short_span(first: dt.date, last: dt.date, words: Words) -> str:
    """`am 4. März`, `am 16. und 17. September`, `vom 30. September bis 2. Oktober`, for subjects."""
    if first == last:
        return words("dates.on_day", day=day_and_month(first, words))
    key = "dates.on_two_days_short" if last - first == dt.timedelta(days=1) else "dates.on_days_short"
    return words(key, first=_day_before(first, last, words), last=day_and_month(last, words))


def on_days(days: Days, words: Words, ending: Callable[[dt.date, Words], str]) -> str:
    """`am Donnerstag, 11. März`, `am Donnerstag und Freitag, 11. und 12. März`, or from when to when.

    Empty where no day is known; `ending` says the last day, with its year or without.
    """
    first, last = days.first, days.last
    if first is None or last is None:
        return ""
    if first == last:
        return words("dates.on_day", day=ending(first, words))
    if last - first == dt.timedelta(days=1):
        return _on_two_days(first, last, words, ending)
    return words("dates.on_days", first=_begins(first, last, words), last=ending(last, words))


def _on_two_days(first: dt.date, last: dt.date, words: Words, ending: Callable[[dt.date, Words], str]) -> str:
    """`am Donnerstag und Freitag, 11. und 12. März`."""
    names = {"weekday": weekday(first, words.language), "other": weekday(last, words.language)}
    ends = ending(last, words).removeprefix(names["other"] + words("dates.after_weekday")).lstrip()
    begins = _day_before(first, last, words)
    if first.year != last.year:
        begins = f"{begins} {first.year}"
    return words("dates.on_two_days", first=begins, last=ends, **names)


def _begins(first: dt.date, last: dt.date, words: Words) -> str:
    """The first of several days, with its year only where the last one has another."""
    return with_weekday(first, words) if first.year == last.year else in_full(first, words)


def _day_before(first: dt.date, last: dt.date, words: Words) -> str:
    """The first of several days without its month where the last one has the same: `11.`."""
    return words("dates.day_before", day=first.day) if first.month == last.month else day_and_month(first, words)


def with_weekday(day: dt.date, words: Words) -> str:
    """`Donnerstag, 4. März`."""
    return f"{weekday(day, words.language)}{words('dates.after_weekday')} {day_and_month(day, words)}"


def short(day: dt.date, words: Words, *, with_year: bool) -> str:
    """`Do, 24.12.` or `Do, 07.01.2027`, for a narrow column."""
    return _formatted(day, words("dates.short_with_year" if with_year else "dates.short"), words.language)


def without_weekday(days: Days, words: Words) -> str:
    """`11. März 2027`, `16. bis 17. September 2027`, or only the month: for lists, where a weekday tells nothing."""
    first, last = days.first, days.last
    if first is None or last is None:
        return month_and_year(dt.date(days.year, days.month, 1), words.language)
    end = f"{day_and_month(last, words)} {last.year}"
    if first == last:
        return end
    begin = (
        _day_before(first, last, words) if first.year == last.year else f"{day_and_month(first, words)} {first.year}"
    )
    return words("site.span", first=begin, last=end)


def in_full(day: dt.date, words: Words) -> str:
    """`Donnerstag, 11. März 2027`."""
    return f"{with_weekday(day, words)} {day.year}"


def clock(minutes: int, words: Words) -> str:
    """Minutes since midnight as people write them: `14` or `14:30` in German, `14:00` in English."""
    hour, minute = divmod(minutes - MINUTES_OF_A_DAY if minutes > MINUTES_OF_A_DAY else minutes, HOUR)
    if words("dates.full_hours") == "short" and minute == 0:
        return str(hour)
    return f"{hour:02d}:{minute:02d}" if words("dates.full_hours") != "short" else f"{hour}:{minute:02d}"


def days_in_words(days: Days, words: Words) -> str:
    """The day or days, or the month, in full."""
    if days.first is None or days.last is None:
        return month_and_year(dt.date(days.year, days.month, 1), words.language)
    if days.first == days.last:
        return in_full(days.first, words)
    first = _begins(days.first, days.last, words)
    return words("dates.from_to", first=first, last=in_full(days.last, words))


def hours_in_words(event: Event, words: Words, zone: str) -> str:
    """When each day begins and ends, with the town of the zone where it is not the series' own; "" when unknown."""
    if event.time is None:
        return ""
    start, end = clock(event.time.start, words), event.end_of(1)
    hours = words("dates.hours", start=start, end=clock(end, words)) if end else words("dates.from_hour", start=start)
    if len(event.days) > 1:
        hours = words("dates.each_day", hours=hours)
    return hours if event.zone == zone else words("dates.local_time", hours=hours, town=town(event.zone, words))


def duration(minutes: int, words: Words) -> str:
    """How long something takes: `90 min`, `1 h 45 min`, `2 h`."""
    if minutes <= LONG:
        return words("agenda.minutes", minutes=minutes)
    hours, rest = divmod(minutes, HOUR)
    return words("agenda.hours_minutes", hours=hours, minutes=rest) if rest else words("agenda.hours", hours=hours)


@cache
def _town(zone: str, language: str) -> str:
    from babel.dates import get_timezone_location

    return get_timezone_location(zone, locale=LOCALES[language], return_city=True)


def town(zone: str, words: Words) -> str:
    """The town that a zone is named after, in the language: `Wien`."""
    return _town(zone, words.language)


def listed(items: Sequence[str], words: Words) -> str:
    """`A, B und C`."""
    if len(items) < 2:  # noqa: PLR2004  # nothing to join
        return "".join(items)
    return words("dates.and", first=", ".join(items[:-1]), last=items[-1])


def in_words(number: int, words: Words) -> str:
    """A number as it stands in a sentence: `drei`, and from thirteen on `13`."""
    names = words("site.numbers").split()
    return names[number - 1] if 0 < number <= len(names) else str(number)


def leaf_of(days: Days, words: Words) -> Leaf:
    """The calendar leaf of a day, of several days, or of a month."""
    if days.first is None or days.last is None:
        month, year = month_and_year(dt.date(days.year, days.month, 1), words.language).rsplit(" ", 1)
        return Leaf(month, year, "")
    first, last = days.first, days.last
    big = f"{first.day}" if first == last else f"{first.day}–{last.day}"
    names = dict.fromkeys(weekday(day, words.language) for day in (first, last))
    months = dict.fromkeys(_formatted(day, "LLLL", words.language) for day in (first, last))
    return Leaf(big, f"{'–'.join(months)} {last.year}", "–".join(names))


def venue(place: Place, words: Words) -> str:
    """Where, as a calendar shows it: name, room, street and town, or online, or both."""
    where = ", ".join(filter(None, (place.name, place.room, place.street, place.town)))
    if not where:
        return words("place.online") if place.online else ""
    return words("place.hybrid", where=where) if place.online else where


def short_place(place: Place, words: Words) -> str:
    """Where in a word or two: online, or the town; empty when unknown."""
    town = place.city or place.name or ""
    if place.hybrid:
        return words("place.hybrid_short", town=town)
    return words("place.online") if place.online else town
