"""When something is on that is repeated by a rule: only this asks dateutil, for some days and in bounded time."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product
from math import prod
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
LEAP_SECOND = 60
# The lists that say at which times of a day, each by what it counts
OF_A_DAY = {"BYHOUR": dt.timedelta(hours=1), "BYMINUTE": dt.timedelta(minutes=1), "BYSECOND": dt.timedelta(seconds=1)}
# The lists that we follow without dateutil, since they only leave out days
OURS: dict[str, set[str]] = {"WEEKLY": {"BYMONTH"}, "DAILY": {"BYMONTH", "BYMONTHDAY"}}
OFTEN: dict[str, dict[str, tuple[int, ...]]] = {
    "HOURLY": {"BYHOUR": tuple(range(24))},
    "MINUTELY": {"BYHOUR": tuple(range(24)), "BYMINUTE": tuple(range(60))},
    "SECONDLY": {"BYHOUR": tuple(range(24)), "BYMINUTE": tuple(range(60)), "BYSECOND": tuple(range(60))},
}
# So often that there is something on each day, even where a clock is changed in between
SURELY_EACH_DAY = dt.timedelta(hours=20)
FOREVER = dt.timedelta(days=366 * 9999)
MOST_STEPS = 60_000  # of a rule: every hour for six years, or every day since the Middle Ages
MOST_STEPS_OF_ALL = 1_500_000  # of all rules of a file, which take up to two seconds
# So many steps of our own take as long as one of dateutil
COSTS = {"YEARLY": 80, "MONTHLY": 20, "WEEKLY": 8}
COST = 4


class Budget:
    """How many steps the rules of a file may still take."""

    def __init__(self, steps: int = MOST_STEPS_OF_ALL) -> None:
        self.left = steps

    def take(self, steps: int, cost: int = 1) -> None:
        """Allow so many steps; ValueError where they are too many for one rule, or, as dear as they are, for all."""
        if steps > MOST_STEPS or steps * cost > self.left:
            raise ValueError(steps)
        self.left -= steps * cost


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


Run = tuple[dt.datetime, dt.datetime]  # from when to when


def times(
    rule: Rule, start: dt.datetime, window: Run, budget: Budget, *, all_of_a_day: bool = True
) -> Iterator[dt.datetime]:
    """The wall times of a rule between two, in order; ValueError where dateutil cannot follow it, or it takes too long.

    The start belongs to them only where it fits the rule. Of many times a day, the first and the last may be enough.
    """
    first, last = window
    near, kept = _moved(rule, start, first)
    if near > last or kept is None:
        return
    stride = PERIODS[kept.frequency]
    kept = kept._replace(interval=min(kept.interval, (last - near) // stride + 2))
    steps = (last - near) // (stride * kept.interval) + 2
    try:
        for found in _walked(kept, near, steps, budget, all_of_a_day):
            if found > last:
                return
            if found >= first and found >= start:
                yield found
    except _BeyondError:
        return
    except Exception as problem:  # dateutil raises IndexError, TypeError and others on rules that it cannot follow
        raise ValueError(rule) from problem


def runs(rule: Rule, start: dt.datetime, window: Run) -> list[Run] | None:
    """The first and the last time between two, where there is one on each day from then to then; else None."""
    stride, steady = PERIODS[rule.frequency] * rule.interval, not rule.names
    if not (steady and stride <= SURELY_EACH_DAY) and not (stride == DAY and rule.frequency in {"DAILY", *OFTEN}):
        return None
    if not steady and (rule.most or rule.names - OF_A_DAY.keys()):
        return None
    midnight = dt.datetime.combine(start, dt.time())
    bases = [start] if steady else [midnight + clock for clock in _clocks(rule, start, every=False)]
    found = (_run(base, start, stride, rule.most, window) for base in bases)
    return [run for run in found if run]


def _run(base: dt.datetime, start: dt.datetime, stride: dt.timedelta, most: int, window: Run) -> Run | None:
    earliest = -(-(max(window[0], start) - base) // stride)
    latest = (window[1] - base) // stride
    latest = min(latest, most - 1) if most else latest
    return (base + earliest * stride, base + latest * stride) if earliest <= latest else None


def by_the_day(rule: Rule, start: dt.datetime) -> Rule:
    """The same rule by days, where it goes by each hour, minute or second; by weeks, where by each day with a name."""
    if rule.frequency in OFTEN and rule.interval == 1 and rule.names and "BYSETPOS" not in rule.names:
        own = {"BYMINUTE": (start.minute,), "BYSECOND": (start.second,)}
        rule = rule._replace(frequency="DAILY", lists={**own, **OFTEN[rule.frequency], **rule.lists})
    if rule.frequency == "DAILY" and rule.interval == 1 and rule.weekdays and not rule.lists.keys() - OF_A_DAY.keys():
        return rule._replace(frequency="WEEKLY")
    return rule


def _walked(rule: Rule, start: dt.datetime, steps: int, budget: Budget, all_of_a_day: bool) -> Iterator[dt.datetime]:
    if rule.frequency in OFTEN and not rule.names:
        stride, most = PERIODS[rule.frequency] * rule.interval, min(rule.most or steps, steps)
        budget.take(most)
        return (start + number * stride for number in range(most))
    if rule.frequency in OFTEN or "BYSETPOS" in rule.names:
        finer = [len(rule.lists.get(name, "1")) for name in OF_A_DAY if OF_A_DAY[name] < PERIODS[rule.frequency]]
        budget.take(steps * prod(finer), _cost(rule))
        return _asked(rule._replace(interval=_Interval(rule.interval, steps)), start)
    every = all_of_a_day or bool(rule.most)
    times_a_day = prod(len(rule.lists.get(name, "1")) for name in OF_A_DAY) if every else 2
    midnight = dt.datetime.combine(start, dt.time())
    days = _days(rule, midnight, steps, budget, times_a_day)
    clocks = [*_clocks(rule, start, every)]
    found = (time for day in days for clock in clocks if (time := day + clock) >= start)
    return islice(found, rule.most) if rule.most else found


def _cost(rule: Rule) -> int:
    """How dear a step of dateutil is; each Monday of a year is more than one."""
    often = rule.frequency == "YEARLY" and rule.weekdays and "BYMONTH" not in rule.lists
    return COSTS.get(rule.frequency, COST) * (4 if often else 1)


def _clocks(rule: Rule, start: dt.datetime, every: bool) -> Iterator[dt.timedelta]:
    """How long after the beginning of a day a rule comes about: at all times, or at the first and the last."""
    own = {"BYHOUR": start.hour, "BYMINUTE": start.minute, "BYSECOND": start.second}
    numbers = [sorted({*rule.lists.get(name, (own[name],))}) for name in OF_A_DAY]
    each = product(*numbers) if every else sorted({tuple(list_[end] for list_ in numbers) for end in (0, -1)})
    return (dt.timedelta(hours=hour, minutes=minute, seconds=second) for hour, minute, second in each)


def _days(rule: Rule, start: dt.datetime, steps: int, budget: Budget, times_a_day: int) -> Iterator[dt.datetime]:
    """The days of a rule, each at the time of its start: where dateutil is not needed, without it."""
    lists = {name: numbers for name, numbers in rule.lists.items() if name not in OF_A_DAY}
    if lists.keys() - OURS.get(rule.frequency, set()) or rule.frequency not in OURS:
        budget.take(steps * times_a_day, _cost(rule))
        return _asked(rule._replace(most=0, lists=lists, interval=_Interval(rule.interval, steps)), start)
    named = {day for day, _ in rule.weekdays}
    stride, offsets = PERIODS[rule.frequency] * rule.interval, [dt.timedelta()]
    if rule.frequency == "WEEKLY" and named:
        start -= (start.weekday() - rule.week_start) % 7 * DAY
        offsets = [number * DAY for number in range(7) if (start.weekday() + number) % 7 in named]
    budget.take(steps * times_a_day * len(offsets))
    days = (start + (number * stride + offset) for number in range(steps) for offset in offsets)
    if rule.frequency == "DAILY" and named:
        days = (day for day in days if day.weekday() in named)
    if months := lists.get("BYMONTH"):
        days = (day for day in days if day.month in months)
    if numbers := lists.get("BYMONTHDAY"):
        days = (
            day for day in days if day.day in numbers or day.day - monthrange(day.year, day.month)[1] - 1 in numbers
        )
    return days


def _asked(rule: Rule, start: dt.datetime) -> Iterator[dt.datetime]:
    lists: dict[str, Any] = {name.lower(): numbers for name, numbers in rule.lists.items()}
    if rule.weekdays:
        lists["byweekday"] = [weekday(day, number or None) for day, number in rule.weekdays]
    options = {"interval": rule.interval, "count": rule.most or None, "wkst": rule.week_start}
    return iter(rrule(tuple(PERIODS).index(rule.frequency), dtstart=start, **options, **lists))


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
    if rule.frequency == "WEEKLY" and rule.names == {"BYDAY"}:
        return len({day for day, _ in rule.weekdays})
    months = {"YEARLY": {"BYMONTH"}}.get(rule.frequency, set())
    like_the_start = (
        rule.lists.get("BYMONTH", (start.month,)) == (start.month,)
        and rule.lists.get("BYMONTHDAY", (start.day,)) == (start.day,)
        and rule.weekdays in {(), ((start.weekday(), (start.day - 1) // 7 + 1),)}
    )
    if rule.frequency not in {"YEARLY", "MONTHLY"}:
        return int(not rule.names)
    by_month = rule.frequency == "MONTHLY" or not rule.weekdays or "BYMONTH" in rule.lists
    known = rule.names <= {*months, "BYDAY"} or rule.names <= {*months, "BYMONTHDAY"}
    yearly = rule.frequency == "YEARLY" and not rule.weekdays and (start.month, start.day) != LEAP_DAY
    return int(known and like_the_start and by_month and (yearly or start.day <= IN_EVERY_MONTH))
