"""Days and hours as lists have them: what can be read in two ways is asked about, and never guessed."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic_core import PydanticCustomError

from labcamp.exchange.prose import line_of
from labcamp.model.texts import LONGEST_NIGHT, MINUTES_OF_A_DAY, YEARS, days_of
from labcamp.patterns import pattern_of

# Only figures, with neither a point behind the day nor the year in front: who wrote it knows which one is the day
FIGURES = pattern_of(r"(\d{1,2})([/-]| )(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
IN_TEXT = pattern_of(r"(?<![\d/-])\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-])", re.ASCII)
ISO = pattern_of(
    r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d?:\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?", re.ASCII | re.IGNORECASE
)
_CLOCK = r"(?P<{0}hour>\d{{1,2}})(?:[:.](?P<{0}minute>[0-5]\d)(?::[0-5]\d)?)?\s*(?P<{0}half>[ap]\.?m\.?)?"
HOURS = pattern_of(
    rf"(?:(?:um|ab|von|from|at|@)\s*)?{_CLOCK.format('')}\s*(?:uhr|h)?"
    rf"(?:\s*(?:-|–|—|/|bis|to|until)\s*{_CLOCK.format('to_')}\s*(?:uhr|h)?)?(?:\s*\(?[A-Z]{{2,5}}\)?)?",
    re.IGNORECASE | re.ASCII,
)
# What parts a day from its hours on one line
TIME_IN_TEXT = pattern_of(
    r"[\s,;|·(]+(?P<hours>(?:(?:um|ab|von|from|at|@)\s+)?\d{1,2}(?:[:.][0-5]\d(?::[0-5]\d)?)?\s*(?:[ap]\.?m\.?|uhr|h)?"
    r"(?:\s*(?:-|–|—|bis|to|until)\s*\d{1,2}(?:[:.][0-5]\d)?(?:\s*[ap]\.?m\.?)?)?\s*(?:uhr|h)?)\)?(?:\s*[A-Z]{2,5})?",
    re.IGNORECASE | re.ASCII,
)
CLEAR = pattern_of(r":|\d\.\d|\d\s*[–-]|uhr|[ap]\.?m|\dh|um |ab |von |from |at |@", re.IGNORECASE)
# How a spreadsheet counts days, and parts of a day, where nobody has told it to show them as such
COUNTED = pattern_of(r"[2-6]\d{4}(?:[.,]\d+)?|0[.,]\d{3,}", re.ASCII)
# A year of two figures, behind a day and a month; with dashes the first of them may be the year as well
SHORT_YEAR = pattern_of(
    r"(?<![\d./:-])\d{1,2}(?P<sign>[./-])\s?\d{1,2}(?P=sign)\s?(?P<year>\d\d)(?![\d./:-])"
    r"|\d\.?\s*[A-Za-zÄä]{3,9}\.?\s+'?(?P<behind>\d\d)(?![\d:.]|\s*(?:uhr|h)\b)",
    re.IGNORECASE,
)
AHEAD = 10  # years for which somebody may plan; of a later one of two figures nobody knows the century
NOON = 12
DAY_LONG = len("2027-03-11")
DAY_AND_MONTH = 12  # up to here a number may be either
CENTURY = 2000
WHOLE_DAY = frozenset({None, 0, MINUTES_OF_A_DAY - 1, MINUTES_OF_A_DAY})  # ends of what begins at midnight


@dataclass(frozen=True)
class When:
    """What a cell says of time: the first and the last day, or the month; from when to when in minutes; its offset."""

    days: str = ""
    start: int | None = None
    end: int | None = None
    moment: dt.datetime | None = None


def day_first_in(texts: Iterable[str]) -> tuple[bool | None, list[str]]:
    """Whether the day stands first in dates of figures, as far as one of them shows it and none contradicts.

    Then those that can be read in two ways while nothing shows it.
    """
    shown: set[bool] = set()
    open_: list[str] = []
    for text in texts:
        for found in IN_TEXT.finditer(text):
            first, _, second, year = FIGURES.fullmatch(found[0]).groups()  # type: ignore[union-attr]
            one, two = int(first), int(second)
            if len(year) == 4 and max(one, two) > DAY_AND_MONTH:  # noqa: PLR2004  # figures of a year
                shown.add(one > DAY_AND_MONTH)
            elif one != two or len(year) != 4:  # noqa: PLR2004
                open_.append(found[0])
    return (shown.pop(), []) if len(shown) == 1 else (None, list(dict.fromkeys(open_)))


def counted_in(texts: Iterable[str]) -> list[str]:
    """Those that are days or hours as a spreadsheet counts them: `46123`, `0,58333`."""
    return [text for text in (text.strip() for text in texts) if COUNTED.fullmatch(text)]


def short_years_in(texts: Iterable[str], this_year: int) -> list[str]:
    """Those whose year has two figures and may be one of two: `11.03.98`, `27-03-11`."""
    latest = this_year + AHEAD - CENTURY
    found = ((text, year) for text in texts for year in SHORT_YEAR.finditer(text))
    return [text.strip() for text, year in found if year["sign"] == "-" or int(year["year"] or year["behind"]) > latest]


@lru_cache(4096)
def when_of(text: str, day_first: bool | None) -> When | None:
    """What a cell says of time; None where it cannot be read."""
    said = line_of(text).strip(" ,;")
    if iso := ISO.fullmatch(said):
        return _of_iso(*iso.groups())
    if hours := hours_of(said):
        return When("", *hours)
    if days := days_in(said, day_first):
        return When(days)
    if spanned := _from_to(said, day_first):
        return spanned
    for found in TIME_IN_TEXT.finditer(said):
        whole = found.end() == len(said)
        day = days_in(said[: found.start()], day_first)
        hours = hours_of(found["hours"].strip()) if whole and day else None
        if hours and CLEAR.search(found[0]):
            return When(day, *hours)
    return None


def _of_iso(day: str, clock: str | None, offset: str | None) -> When | None:
    days = days_in(day, None)
    if not days or not clock:
        return When(days) if days else None
    hours = hours_of(clock)
    if offset is None or hours is None:
        return When(days, *hours) if hours else None
    try:
        moment = dt.datetime.fromisoformat(f"{day}T{clock:0>5}{offset.upper()}")
    except ValueError:
        return None
    return When(days, hours[0], None, moment)


def _from_to(said: str, day_first: bool | None) -> When | None:
    """Two ends, each with its day and its time: `11.03.2027 14:00 - 12.03.2027 16:00`."""
    for joint in (" - ", " – ", " — ", " bis ", " to ", " until "):
        first, found, last = said.partition(joint)
        begin, end = (when_of(part, day_first) for part in (first, last)) if found else (None, None)
        if begin and end and begin.days:
            if not end.days or end.days == begin.days:
                return When(begin.days, begin.start, end.start)
            return When(f"{begin.days}/{end.days}", begin.start, end.start)
    return None


def days_in(text: str, day_first: bool | None) -> str:
    """A day, several or a month, as an event file has them; empty where the text is nothing of that."""
    text = text.strip(" ,;")
    if figures := FIGURES.fullmatch(text):
        return _in_figures(figures, day_first)
    try:
        days = days_of(text)
    except PydanticCustomError:
        return ""
    if days.first is None or days.last is None:
        return f"{days.year:04}-{days.month:02}"
    return f"{days.first}" if days.first == days.last else f"{days.first}/{days.last}"


def _in_figures(found: re.Match[str], day_first: bool | None) -> str:
    one, two, year = int(found[1]), int(found[3]), int(found[4])
    if max(one, two) > DAY_AND_MONTH:
        day_first = one > DAY_AND_MONTH
    if day_first is None and one != two:
        return ""
    day, month = (one, two) if day_first else (two, one)
    try:
        date = dt.date(year if len(found[4]) > 2 else CENTURY + year, month, day)  # noqa: PLR2004
    except ValueError:
        return ""
    return date.isoformat() if date.year in YEARS else ""


def hours_of(text: str) -> tuple[int, int | None] | None:
    """From when to when, in minutes since midnight: `14:00`, `14 bis 17 Uhr`, `6:00 PM - 8:30 PM`."""
    found = HOURS.fullmatch(text)
    if found is None:
        return None
    start, end = _minutes(found, ""), _minutes(found, "to_") if found["to_hour"] else None
    if start is None or (found["to_hour"] and end is None):
        return None
    if end is not None and found["to_half"] and not found["half"] and int(found["hour"]) < NOON:
        later = start + NOON * 60
        start = later if found["to_half"][0] in "pP" and later < end else start
    return start, end


def _minutes(found: re.Match[str], which: str) -> int | None:
    hour, minute, half = int(found[f"{which}hour"]), int(found[f"{which}minute"] or 0), found[f"{which}half"]
    if half:
        if not 0 < hour <= NOON:
            return None
        hour = hour % NOON + (NOON if half[0] in "pP" else 0)
    minutes = hour * 60 + minute
    return minutes if minutes <= MINUTES_OF_A_DAY else None


def clock(minutes: int) -> str:
    """Minutes since midnight as an event file has them: `14:00`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


End = tuple[str, int | None]  # a day, and minutes since midnight as far as they are known


def date_and_time(begin: End, end: End, *, daily: bool) -> tuple[Mapping[str, str], str]:
    """The keys `date` and `time`, and the hours that these cannot say: other ones on each of several days.

    `daily` tells that the hours are those of each day.
    """
    (first, start), (last, stop) = begin, end
    if last > first and stop == 0 and len(first) == len(last) == DAY_LONG:
        last, stop = day_before(last), MINUTES_OF_A_DAY
    days = span_of(first, last)
    if start is None or (start == 0 and stop in WHOLE_DAY):
        return {"date": days}, ""
    if stop is None or (stop == start and last <= first):
        return {"date": days, **({"time": clock(start)} if days == first else {})}, ""
    if _is_night(begin, (last, stop)):
        return {"date": first, "time": f"{clock(start)}-{clock(stop)}"}, ""
    if days != first and not (daily and stop > start):
        return {"date": days}, f"{first} {clock(start)} – {last} {clock(stop)}"
    return {"date": days, "time": f"{clock(start)}-{clock(stop)}"}, ""


def _is_night(begin: End, end: End) -> bool:
    """Tell whether something ends in the night after its day."""
    (first, start), (last, stop) = begin, end
    if start is None or stop is None or not len(first) == len(last) == DAY_LONG or last <= first:
        return False
    return day_before(last) == first and stop < start and stop + MINUTES_OF_A_DAY - start <= LONGEST_NIGHT


def day_before(day: str) -> str:
    """The day before a day, as an event file has it."""
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat() if len(day) == DAY_LONG else day


def span_of(first: str, last: str) -> str:
    """From a day to another; a last one before the first is none."""
    begin, end = first.partition("/")[0], (last or first).rpartition("/")[2]
    return f"{begin}/{end}" if len(begin) == len(end) and end > begin else first
