"""Days as people say them: `Do, 1. Mai 27`, `11. und 12. März 2027`, `March 11-12, 2027`."""

import datetime as dt
import re
from collections.abc import Sequence

from labcamp.patterns import pattern_of

# Each way to write the months, from January, and the weekdays, from Monday
MONTHS = (
    "Januar Jänner January", "Februar Feber February", "März March", "April", "Mai May", "Juni June", "Juli July",
    "August", "September", "Oktober October", "November", "Dezember December",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan Jän", "Feb", "Mär Mrz Mar", "Apr", "", "Jun", "Jul", "Aug", "Sep Sept", "Okt Oct", "Nov", "Dez Dec",
)  # fmt: skip
MONTH_OF = {
    name: number
    for number, names in enumerate(zip(MONTHS, SHORT_MONTHS, strict=True), 1)
    for name in " ".join(names).split()
}
GERMAN = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GERMAN_SHORT = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
ENGLISH_SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# A name is answered in its own way.
WAYS = {name: (way, day) for way in (GERMAN, ENGLISH, GERMAN_SHORT, ENGLISH_SHORT) for day, name in enumerate(way)}
WAYS |= {"Sonnabend": (GERMAN, 5), "Tues": (ENGLISH_SHORT, 1), "Thurs": (ENGLISH_SHORT, 3)}

_MONTHS = {name.casefold(): number for name, number in MONTH_OF.items()}
_WEEKDAYS = frozenset(map(str.casefold, WAYS))
_JOINTS = frozenset(["-", "–", "—", "/", "&", "+", "bis", "und", "to", "until", "and"])
_FILLERS = frozenset(
    [".", ",", "st", "nd", "rd", "th", "of", "the", "der", "den", "dem", "am", "vom", "von", "from", "on"]
)
_PARTS = pattern_of(r"[^\W\d_]+|\d+|\S")
_YEAR_FIRST = pattern_of(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})")
_LIST = pattern_of(r"\d\.?\s*,\s*(?!\d{4}\b)\d")  # `10., 11.` are days and no day with its month
_YEAR = 4  # digits
_CENTURY = 2000  # of a year in two of them


def said_days(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of one or two that are said together; None where a month is missing, or a year.

    Raise `ValueError` for a day that does not exist.
    """
    if found := _YEAR_FIRST.fullmatch(text.strip()):
        day = dt.date(int(found[1]), int(found[3]), int(found[4]))
        return day, day
    said = [] if _LIST.search(text) else _ends(text)
    ends = [_parts(words) for words in said]
    if any(words and not parts for words, parts in zip(said, ends, strict=True)):
        return None  # one end says something else
    first, last = (ends[0], ends[-1]) if 0 < len(ends) <= 2 else ({}, {})  # noqa: PLR2004  # the two ends
    whole = [last | first, first | last]
    if not all(end.keys() == {"day", "month", "year"} for end in whole):
        return None
    return dt.date(**whole[0]), dt.date(**whole[1])


def said_month(text: str) -> tuple[int, int] | None:
    """The year and the month of `Mai 2027`."""
    words = [word for word in _words(text) if word not in _FILLERS]
    if len(words) == 2 and words[0] in _MONTHS and re.fullmatch(r"\d{4}", words[1]):  # noqa: PLR2004  # month and year
        return int(words[1]), _MONTHS[words[0]]
    return None


def _words(text: str) -> list[str]:
    return _PARTS.findall(text.casefold())


def _ends(text: str) -> list[list[str]]:
    """The words of each end of a span, without weekdays and what only stands around them."""
    ends: list[list[str]] = [[]]
    before = ""
    for word in _words(text):
        if word in _JOINTS and before not in _WEEKDAYS:
            ends.append([])
        elif word not in _JOINTS | _WEEKDAYS | _FILLERS:
            ends[-1].append(word)
        before = word if word not in _FILLERS else before
    return ends


def _parts(words: Sequence[str]) -> dict[str, int]:
    """Day, month and year, as far as they are said; an empty dict for anything else."""
    names = [word for word in words if word in _MONTHS]
    numbers = [word for word in words if word.isdecimal()]
    if len(names) + len(numbers) != len(words) or len(names) > 1:
        return {}
    no_month = bool(names) or [len(number) for number in numbers[1:]] == [_YEAR]
    keys = ("day", "year") if no_month else ("day", "month", "year")
    year = numbers[-1] if len(numbers) == len(keys) else ""
    if len(numbers) > len(keys) or len(year) not in {0, 2, _YEAR}:
        return {}
    parts = dict(zip(keys, map(int, numbers), strict=False))
    if names:
        parts["month"] = _MONTHS[names[0]]
    return parts | ({"year": _CENTURY + int(year)} if len(year) == 2 else {})  # noqa: PLR2004  # 27 is 2027
