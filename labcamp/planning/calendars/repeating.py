"""When something is on that is repeated by a rule: only this asks dateutil, for some days and in bounded time."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dateutil.rrule import rrule, weekday

DAY = dt.timedelta(days=1)
# At least so long is a period of each frequency, in the order in which dateutil numbers them
PERIODS = {
    "YEARLY": dt.timedelta(days=365),
    "MONTHLY": dt.timedelta(days=28),
    "WEEKLY": dt.timedelta(days=7),
    "DAILY": DAY,
    "HOURLY": dt.timedelta(hours=1),
    "MINUTELY": dt.timedelta(minutes=1),
    "SECONDLY": dt.timedelta(seconds=1),
}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# The lists of a rule: the greatest number, whether it may count from the end, and whether it may be 0 (RFC 5545 3.3.10)
LISTS = {
    "BYMONTH": (12, False, False),
    "BYMONTHDAY": (31, True, False),
    "BYYEARDAY": (366, True, False),
    "BYWEEKNO": (53, True, False),
    "BYSETPOS": (366, True, False),
    "BYHOUR": (23, False, True),
    "BYMINUTE": (59, False, True),
    "BYSECOND": (60, False, True),
}
PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", "RSCALE", "SKIP", *LISTS}
USUAL = {"RSCALE": "GREGORIAN", "SKIP": "OMIT"}  # of RFC 7529; dateutil knows no others
WHICH = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")  # without them the start says on which day of a period
MOST_WEEKS = 53
IN_EVERY_MONTH = 28  # days, and four of each weekday
LEAP_DAY = (2, 29)
SAME_STRIDE = ("WEEKLY", "DAILY")
LEAP_SECOND = 60
FOREVER = dt.timedelta(days=366 * 9999)
MOST_STEPS = 60_000  # of a rule: every hour for six years, or every day since the Middle Ages
MOST_STEPS_OF_ALL = 1_000_000  # of all rules of a file


class Budget:
    """How many steps the rules of a file may still take."""

    def __init__(self, steps: int = MOST_STEPS_OF_ALL) -> None:
        self.left = steps

    def take(self, steps: int, *, walked: bool) -> None:
        """Allow so many steps; ValueError where they are too many for one rule, or, walked by dateutil, for all."""
        if steps > MOST_STEPS or (walked and steps > self.left):
            raise ValueError(steps)
        self.left -= steps if walked else 0


class Rule(NamedTuple):
    """A rule that can be followed: frequency, interval, how often at most (0: no limit), lists and weekdays."""

    frequency: str
    interval: int
    most: int
    lists: Mapping[str, tuple[int, ...]]
    weekdays: tuple[tuple[int, int], ...]  # each with its number in the period, 0 for all
    week_start: int

    @property
    def names(self) -> set[str]:
        """The names of its lists."""
        return set(self.lists) | ({"BYDAY"} if self.weekdays else set())


class _BeyondError(Exception):
    """So many periods have passed that nothing more can be in the days asked for."""


class _Interval(int):
    """An interval that can be added only so often.

    dateutil walks on to the year 9999 where a rule never matches, and has no bound of its own; but it adds the interval
    once a period.
    """

    def __new__(cls, value: int, most: int) -> "_Interval":
        """The number `value`, to be added `most` times."""
        number = super().__new__(cls, value)
        number.left = most
        return number

    left: int

    def _passed(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise _BeyondError

    def __radd__(self, other: int) -> int:
        self._passed()
        return int(self) + other

    def __mul__(self, other: int) -> int:  # weeks are added as seven days each
        self._passed()
        return int(self) * other


def rule_of(parts: Mapping[str, list[Any]]) -> Rule:
    """A rule from the parts that icalendar has read of it; ValueError where it cannot be followed."""
    frequency = str(_one(parts, "FREQ", "")).upper()
    interval, count = int(_one(parts, "INTERVAL", 1)), int(_one(parts, "COUNT", 0))
    # icalendar makes vSkip.OMIT of OMIT
    other = any(str(_one(parts, name, usual)).upper().rpartition(".")[2] != usual for name, usual in USUAL.items())
    if frequency not in PERIODS or interval < 1 or other:
        raise ValueError(parts)
    if count < 1 and "COUNT" in parts and "UNTIL" not in parts:
        raise ValueError(count)
    interval = min(interval, FOREVER // PERIODS[frequency])
    lists = {name: _numbers(parts[name], *LISTS[name]) for name in LISTS if any(map(str, parts.get(name, ())))}
    weekdays = tuple(_weekday(str(text)) for text in parts.get("BYDAY", ()) if str(text))
    week_start = WEEKDAYS.index(str(_one(parts, "WKST", "MO")).upper())
    if frequency == "DAILY" and interval == 1 and weekdays and not lists:
        frequency = "WEEKLY"  # the same, and needs no walking
    return Rule(frequency, interval, max(count, 0), lists, weekdays, week_start)


def _one(parts: Mapping[str, list[Any]], name: str, usual: object) -> Any:
    return (parts.get(name) or [usual])[0]


def _numbers(values: Iterable[Any], most: int, from_the_end: bool, zero: bool) -> tuple[int, ...]:
    numbers = tuple(int(str(value)) for value in values)
    if any(abs(number) > most or (number < 0 and not from_the_end) or (not number and not zero) for number in numbers):
        raise ValueError(values)
    return tuple(min(number, 59) for number in numbers) if most == LEAP_SECOND else numbers  # Python has none


def _weekday(text: str) -> tuple[int, int]:
    """A day of the week such as -1SU: (6, -1)."""
    ordinal, name = text.strip()[:-2], text.strip()[-2:].upper()
    number = int(ordinal) if ordinal else 0
    if name not in WEEKDAYS or abs(number) > MOST_WEEKS or (ordinal and not number):
        raise ValueError(text)
    return WEEKDAYS.index(name), number


def times(
    rule: Rule, start: dt.datetime, first: dt.datetime, last: dt.datetime, budget: Budget
) -> Iterator[dt.datetime]:
    """The wall times of a rule between two, in order; ValueError where dateutil cannot follow it, or it takes too long.

    The start belongs to them only where it fits the rule.
    """
    near, kept = _moved(rule, start, first)
    if near > last or kept is None:
        return
    period = PERIODS[kept.frequency]
    interval = min(kept.interval, (last - near) // period + 2)
    steps = (last - near) // (period * interval) + 2
    budget.take(steps, walked=not _is_even(kept))
    try:
        for found in _walked(kept._replace(interval=interval), near, steps):
            if found > last:
                return
            if found >= first and found >= start:
                yield found
    except _BeyondError:
        return
    except Exception as problem:  # dateutil raises IndexError, TypeError and others on rules that it cannot follow
        raise ValueError(rule) from problem


def _walked(rule: Rule, start: dt.datetime, steps: int) -> Iterator[dt.datetime]:
    if _is_even(rule):
        stride = PERIODS[rule.frequency] * rule.interval
        return (start + number * stride for number in range(min(rule.most or steps, steps)))
    return _asked(rule._replace(interval=_Interval(rule.interval, steps)), start)


def _is_even(rule: Rule) -> bool:
    """Tell whether the times of a rule are always as far apart."""
    return not rule.names and rule.frequency in SAME_STRIDE


def _asked(rule: Rule, start: dt.datetime) -> Iterator[dt.datetime]:
    lists: dict[str, Any] = {name.lower(): numbers for name, numbers in rule.lists.items()}
    if rule.weekdays:
        lists["byweekday"] = [weekday(day, number or None) for day, number in rule.weekdays]
    options = {"interval": rule.interval, "count": rule.most or None, "wkst": rule.week_start}
    yield from rrule(tuple(PERIODS).index(rule.frequency), dtstart=start, **options, **lists)


def _moved(rule: Rule, start: dt.datetime, first: dt.datetime) -> tuple[dt.datetime, Rule | None]:
    """A rule as if it began later, a little before the first time asked for; None where it has ended before."""
    each = _in_each_period(rule, start)
    stride = PERIODS[rule.frequency] * rule.interval
    if first - start < 3 * stride or (rule.most and not each):
        return start, rule
    if rule.frequency in {"YEARLY", "MONTHLY"}:
        months = rule.interval * (12 if rule.frequency == "YEARLY" else 1)
        apart = (first.year - start.year) * 12 + first.month - start.month
        periods = apart // months - 1
        later = start.year * 12 + start.month - 1 + periods * months
        # On the first of a month: what day it is may not exist there
        near, kept = start.replace(year=later // 12, month=later % 12 + 1, day=1), _said(rule, start)
    else:
        periods = (first - start) // stride - 1
        near, kept = start + periods * stride, rule
    left = rule.most - periods * each
    if rule.most and left < 1:
        return near, None
    return near, kept._replace(most=left if rule.most else 0)


def _said(rule: Rule, start: dt.datetime) -> Rule:
    """The rule with the day that only its start says."""
    if rule.names & set(WHICH):
        return rule
    lists = {"BYMONTHDAY": (start.day,), **rule.lists}
    if rule.frequency == "YEARLY":
        lists = {"BYMONTH": (start.month,), **lists}
    return rule._replace(lists=lists)


def _in_each_period(rule: Rule, start: dt.datetime) -> int:
    """How often the rule is kept in each period, where that is always the same and needs no walking; else 0."""
    names = rule.names
    if not names:
        sometimes = {"MONTHLY": start.day > IN_EVERY_MONTH, "YEARLY": (start.month, start.day) == LEAP_DAY}
        return int(not sometimes.get(rule.frequency))
    if names == {"BYDAY"} and rule.frequency == "WEEKLY":
        return len({day for day, _ in rule.weekdays})
    if names == {"BYDAY"} and rule.frequency == "MONTHLY":
        return int(rule.weekdays == ((start.weekday(), (start.day - 1) // 7 + 1),) and start.day <= IN_EVERY_MONTH)
    return 0
