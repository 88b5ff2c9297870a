"""Rules about the sentences that people write into an event file."""

import datetime as dt
import re
from collections.abc import Iterator

from labcamp.check.sense import Rule
from labcamp.files.read import Source
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event
from labcamp.model.said_days import MONTH_OF, WAYS
from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of

SHORTEST = len("Thurs")  # a shorter name counts only with what is written behind it before a date: `So` is a word


def _begin_with(letter: str) -> re.Pattern[str]:
    """The names with a first letter: to look for one letter, and then around it, is the fastest way to find them."""
    ends = (f"{name[1:]}{'' if len(name) > SHORTEST else '(?=[.,])'}" for name in WAYS if name[0] == letter)
    return re.compile(rf"{letter}(?<!\w{letter})(?:{'|'.join(ends)})")


BY_LETTER = tuple(map(_begin_with, sorted({name[0] for name in WAYS})))
_MONTH = f"(?P<{{}}>{'|'.join(sorted(MONTH_OF, key=len, reverse=True))})(?!\\w)\\.?"
DATED = pattern_of(
    rf"(?<![\w/–-])(?P<weekday>{'|'.join(sorted(WAYS, key=len, reverse=True))})(?!\w)\.?,?\s+"
    r"(?:(?:der|den|dem|the)\s+)?(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
    r"|(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4})(?!\d))?"
    rf"|(?P<named_day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('name')}(?:,?\s+(?P<named_year>\d{{4}})(?!\d))?"
    rf"|{_MONTH.format('first')}\s+(?P<last_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\w)(?:,?\s+(?P<last_year>\d{{4}})(?!\d))?"
    r")"
)
MONTH_NAMES = ("name", "first")
# `Montag bis Mittwoch, 10. bis 12. März`: which date belongs to which weekday only people know.
BESIDE = pattern_of(rf"(?<!\w)(?:{'|'.join(WAYS)})\.?,?\s*(?:\b(?:bis|und|oder|to|until|and|or)\b|[/&+–-])\s*$")
LONGEST = 30  # signs of a weekday and the word between two


def weekday_wrong(event: Event, source: Source) -> Iterator[Finding]:
    """LC318: a text names a weekday with a date that is another weekday."""
    text = source.text
    for found in _dated(text):
        way, number = WAYS[found["weekday"]]
        days = _days(found, event)
        if not days or number in {day.weekday() for day in days} or _beside_another(text, found.start()):
            continue
        if _said(source, found.start()):
            place = Place(source.path, text.count("\n", 0, found.start()) + 1, _column(text, found.start()))
            words = one_line(found.group().rstrip(",. ") if found["year"] is None else found.group())
            yield finding("LC318", place, words=words, day=days[0], weekday=way[days[0].weekday()])


def _dated(text: str) -> Iterator[re.Match[str]]:
    """Where a weekday stands with a date; the pattern looks only where a name was found, for it is slow."""
    for names in BY_LETTER:
        for name in names.finditer(text):
            if found := DATED.match(text, name.start()):
                yield found


def _days(found: re.Match[str], event: Event) -> list[dt.date]:
    """The day that is written; without its year each day that the event knows by that day and month."""
    if found["iso"]:
        year, month, day = found["iso"].split("-")
    else:
        year = found["year"] or found["named_year"] or found["last_year"] or ""
        month = found["month"] or next(str(MONTH_OF[found[name]]) for name in MONTH_NAMES if found[name])
        day = found["day"] or found["named_day"] or found["last_day"]
    if not year:
        known = (*event.days, event.moved_from, event.registration.until)
        return [each for each in known if each and (each.month, each.day) == (int(month), int(day))]
    try:
        return [dt.date(int(year), int(month), int(day))]
    except ValueError:
        return []


def _beside_another(text: str, index: int) -> bool:
    """Tell whether another weekday stands before this one and belongs to it."""
    return BESIDE.search(text[max(0, index - LONGEST) : index]) is not None


def _said(source: Source, index: int) -> bool:
    """Tell whether a sign stands in a value: what is in a comment goes nowhere."""
    return any(span.scalar and span.start.index <= index < span.end.index for span in source.spans.values())


def _column(text: str, index: int) -> int:
    return index - text.rfind("\n", 0, index)


RULES: tuple[Rule, ...] = (weekday_wrong,)
