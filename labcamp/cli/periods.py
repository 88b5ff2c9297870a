"""From which days to choose: a period, days of the week and hours, as people type them."""

import re
from collections.abc import Collection
from datetime import date

from labcamp.check.agenda import clock
from labcamp.findings import Place, UsageError, finding
from labcamp.free_days import DAY
from labcamp.model.texts import Hours, Period, hours_of, period_of

LONGEST = 3 * 366 * DAY
WEEK = 7
WORKING_DAYS = (0, 1, 2, 3, 4)
WEEKDAYS = (
    "mo mon montag monday", "di tu tue tues dienstag tuesday", "mi we wed mittwoch wednesday",
    "do th thu thur thurs donnerstag thursday", "fr fri freitag friday", "sa sat samstag sonnabend saturday",
    "so su sun sonntag sunday",
)  # fmt: skip
NUMBERS = {word: number for number, words in enumerate(WEEKDAYS) for word in words.split()}


def period_between(text: str) -> Period:
    """The days that `--between` names; LC206 where it cannot be read."""
    try:
        return period_of(re.sub(r"\b(und|and)\b", "bis", text))
    except ValueError as problem:
        raise UsageError(finding("LC206", Place("--between"), text=text, key="--between", month="2027-09")) from problem


def usable(period: Period, weekdays: Collection[int], today: date) -> Period:
    """What is still to come of a period; LC016 where no day can be chosen in it."""
    first, last = max(period.first, today + DAY), period.last
    week = (first + number * DAY for number in range(min((last - first).days + 1, WEEK)))
    reason = ""
    if last < period.first:
        reason = "upside down"
    elif last < first:
        reason = "over"
    elif last - first > LONGEST:
        reason = "too long"
    elif not any(day.weekday() in weekdays for day in week):
        reason = "no weekday"
    if reason:
        raise UsageError(finding("LC016", Place("--between"), first=period.first, last=last, reason=reason))
    return Period(first, last)


def weekdays_of(text: str) -> tuple[int, ...]:
    """The days of the week, from 0 for Monday: `Di,Mi,Do`, `Tue to Thu`, `Mo-Fr`; LC015 for what is none."""
    found: set[int] = set()
    for part in re.split(r"\s*[,;/+&]\s*|\s+(?:und|and|oder|or)\s+", text.strip()):
        first, *others = (_weekday(word, text) for word in re.split(r"\s*[-–—]\s*|\s+(?:bis|to)\s+", part, maxsplit=1))
        last = others[0] if others else first
        found |= {(first + step) % WEEK for step in range((last - first) % WEEK + 1)}
    return tuple(sorted(found))


def _weekday(word: str, text: str) -> int:
    name = word.strip().rstrip(".").lower()
    if name in NUMBERS:
        return NUMBERS[name]
    raise UsageError(finding("LC015", Place("--weekday"), text=word.strip() or text))


def hours_between(text: str) -> Hours:
    """The hours that `--time` names; LC207 where they cannot be read, LC305 where they end before they begin."""
    try:
        hours = hours_of(text)
    except ValueError as problem:
        raise UsageError(finding("LC207", Place("--time"), text=text, hours="14:00-17:00")) from problem
    if hours.upside_down:
        start, end = clock(hours.start), clock(hours.end or 0)
        raise UsageError(finding("LC305", Place("--time"), start=start, end=end))
    return hours
