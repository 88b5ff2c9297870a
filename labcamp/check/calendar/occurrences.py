"""Whether a repetition ever comes about, and whether at a given time: the days of its periods, until one fits."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, product
from math import gcd
from typing import NamedTuple

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# After so many periods every kind of year has come, with each weekday first and with a leap day
PERIODS = {"YEARLY": 60, "MONTHLY": 500, "WEEKLY": 2100}
DAYS = 15_000
APART = {"YEARLY": 365, "MONTHLY": 28, "WEEKLY": 7, "DAILY": 1}  # so many days are a period at least
OF_A_TIME = ("BYHOUR", "BYMINUTE", "BYSECOND")
MOST_COUNTED = 4000  # days: to count on takes too long
# By which part of a time a rule steps, and how many of them there are in the next longer one
STEPS = {"HOURLY": ("BYHOUR", 24), "MINUTELY": ("BYMINUTE", 60), "SECONDLY": ("BYSECOND", 60)}


class Rule(NamedTuple):
    """How something is repeated, read."""

    freq: str
    interval: int
    months: tuple[int, ...]
    monthdays: tuple[int, ...]
    yeardays: tuple[int, ...]
    weeks: tuple[int, ...]
    weekdays: tuple[tuple[int, str], ...]
    positions: tuple[int, ...]
    times: int  # how many there are a day
    first: int  # weekday on which a week begins


def numbers_of(value: str) -> tuple[int, ...]:
    """The numbers of a list; the L of a leap month is left out."""
    return tuple(int(number.rstrip("L")) for number in value.split(",") if number)


def weekdays_of(value: str) -> tuple[tuple[int, str], ...]:
    """The weekdays of a list, each with its ordinal: 0 for every one."""
    return tuple((int(day[:-2]) if day[:-2].strip("+-") else 0, day[-2:]) for day in value.split(",") if day)


def _rule_of(parts: dict[str, str]) -> Rule:
    times = 1
    for name in OF_A_TIME:
        times *= max(1, len(numbers_of(parts.get(name, ""))))
    return Rule(
        parts["FREQ"],
        int(parts.get("INTERVAL", 1)),
        numbers_of(parts.get("BYMONTH", "")),
        numbers_of(parts.get("BYMONTHDAY", "")),
        numbers_of(parts.get("BYYEARDAY", "")),
        numbers_of(parts.get("BYWEEKNO", "")),
        weekdays_of(parts.get("BYDAY", "")),
        numbers_of(parts.get("BYSETPOS", "")),
        times,
        WEEKDAYS.index(parts.get("WKST", "MO")),
    )


def _parts(value: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in value.rstrip(";").split(";"))


@lru_cache(4096)
def occurs(value: str, start: dt.datetime) -> bool:
    """Tell whether a rule that is sound by itself comes about at least once from a start on, whenever it ends."""
    parts = _parts(value)
    if "RSCALE" in parts or start.year < dt.MINYEAR + 1:
        return True
    if int(parts.get("COUNT", 1)) == 0:
        return False
    rule = _rule_of(parts)
    if rule.freq in STEPS and not _time_comes(parts, rule, start):
        return False
    return _day_comes(rule, start.date())


def _time_comes(parts: dict[str, str], rule: Rule, start: dt.datetime) -> bool:
    """Tell whether steps of some hours, minutes or seconds ever meet one of those that are named."""
    name, turn = STEPS[rule.freq]
    own = {"BYHOUR": start.hour, "BYMINUTE": start.minute, "BYSECOND": start.second}[name]
    named = numbers_of(parts.get(name, ""))
    return not named or any((number - own) % gcd(rule.interval, turn) == 0 for number in named)


def _day_comes(rule: Rule, start: dt.date) -> bool:
    if not rule.positions and _falls_on(rule, start, start):
        return True
    for days in _periods(rule, start):
        fitting = sum(day >= start and _falls_on(rule, start, day) for day in days)
        if fitting and (not rule.positions or any(abs(each) <= fitting * rule.times for each in rule.positions)):
            return True
    return False


def _periods(rule: Rule, start: dt.date) -> Iterator[Iterator[dt.date]]:
    """The days of each period in which a rule may come about."""
    if rule.freq in {"YEARLY", "MONTHLY"}:
        yield from _of_months(rule, start)
        return
    weekly = rule.freq == "WEEKLY"
    begin = start.toordinal() - ((start.weekday() - rule.first) % 7 if weekly else 0)
    step = rule.interval if rule.freq in {"WEEKLY", "DAILY"} else 1
    length = 7 if weekly else 1
    for number in range(PERIODS["WEEKLY"] if weekly else DAYS):
        first = begin + number * step * length
        if first + length > dt.date.max.toordinal():
            return
        yield (dt.date.fromordinal(first + more) for more in range(length) if first + more > 0)


@lru_cache(4096)
def meets(value: str, start: dt.datetime, wall: dt.datetime) -> bool:
    """Tell whether a sound rule comes about at a time, by its start's clock, or that is beyond us; its end aside."""
    parts = _parts(value)
    rule = _rule_of(parts)
    odd = "RSCALE" in parts or (rule.freq in STEPS and bool(rule.positions or wall != start))
    # Programs differ on where the set of a first week begins
    if odd or (rule.weeks and (rule.positions or rule.interval > 1)) or (rule.freq == "WEEKLY" and rule.positions):
        return True
    clocks = _clocks(parts, start)
    days = _period_with(rule, start.date(), wall.date())
    if wall < start or wall.time() not in clocks or not days or not _falls_on(rule, start.date(), wall.date()):
        return False
    every = [(day, clock) for day in days if rule.positions and _falls_on(rule, start.date(), day) for clock in clocks]
    index = every.index((wall.date(), wall.time())) if every else 0
    return not every or index + 1 in rule.positions or index - len(every) in rule.positions


@lru_cache(1024)
def last_of(value: str, start: dt.datetime) -> dt.datetime | None:
    """The last time of a sound rule that says how many there are; None where it does not, or there are many."""
    parts = _parts(value)
    rule, count = _rule_of(parts), int(parts.get("COUNT", 0))
    if not count or "RSCALE" in parts or rule.freq in STEPS or rule.weeks or (rule.freq == "WEEKLY" and rule.positions):
        return None
    every = islice(chain.from_iterable(_periods(rule, start.date())), MOST_COUNTED)
    days = (day for day in every if _falls_on(rule, start.date(), day))
    walls = (dt.datetime.combine(day, clock) for day in days for clock in _clocks(parts, start))
    return next(islice((wall for wall in walls if meets(value, start, wall)), count - 1, None), None)


def surely_counts(value: str, start: dt.datetime, wall: dt.datetime) -> bool:
    """Tell without counting whether a time comes before the last one of a rule that says how many there are."""
    parts = _parts(value)
    rule, count = _rule_of(parts), int(parts.get("COUNT", 0))
    if not count or rule.freq not in APART:
        return not count
    listed = rule.months or rule.monthdays or rule.yeardays or rule.weeks or rule.positions
    most = (len(rule.weekdays) or 1) if rule.freq == "WEEKLY" else 1 + 31 * bool(listed or rule.weekdays) * 12
    return ((wall - start).days // (APART[rule.freq] * rule.interval) + 2) * most * rule.times <= count


def _clocks(parts: dict[str, str], start: dt.datetime) -> list[dt.time]:
    """At which times of a day a rule comes about."""
    own = {"BYHOUR": start.hour, "BYMINUTE": start.minute, "BYSECOND": start.second}
    named = [numbers_of(parts.get(name, "")) or (own[name],) for name in OF_A_TIME]
    return sorted({dt.time(hour, minute, min(second, 59)) for hour, minute, second in product(*named)})


def _period_with(rule: Rule, start: dt.date, day: dt.date) -> Sequence[dt.date]:
    """The days of the period in which a day is; none where the rule leaves it out."""
    if rule.freq in {"YEARLY", "MONTHLY"}:
        apart = day.year - start.year
        if rule.freq == "MONTHLY":
            apart = apart * 12 + day.month - start.month
        months = range(1, 13) if rule.freq == "YEARLY" else (day.month,)
        days = [
            dt.date(day.year, month, each + 1) for month in months for each in range(monthrange(day.year, month)[1])
        ]
        return () if apart % rule.interval else days
    first, begin = start.toordinal(), day.toordinal()
    if rule.freq == "WEEKLY":
        first -= (start.weekday() - rule.first) % 7
        begin -= (day.weekday() - rule.first) % 7
        whole = range(max(begin, 1), min(begin + 7, dt.date.max.toordinal() + 1))
        return () if (begin - first) // 7 % rule.interval else [dt.date.fromordinal(each) for each in whole]
    return () if rule.freq == "DAILY" and (begin - first) % rule.interval else (day,)


def _of_months(rule: Rule, start: dt.date) -> Iterator[Iterator[dt.date]]:
    length = 12 if rule.freq == "YEARLY" else 1
    begin = start.year * 12 + (0 if length > 1 else start.month - 1)
    for number in range(PERIODS[rule.freq]):
        first = begin + number * rule.interval * length
        if first + length > dt.MAXYEAR * 12:
            return
        months = [divmod(month, 12) for month in range(first, first + length)]
        yield (
            dt.date(year, month + 1, day)
            for year, month in months
            if not rule.months or month + 1 in rule.months
            for day in range(1, monthrange(year, month + 1)[1] + 1)
        )


def _falls_on(rule: Rule, start: dt.date, day: dt.date) -> bool:
    """Tell whether a day of a period fits what a rule says of months, weeks and days."""
    if rule.months and day.month not in rule.months:
        return False
    last = monthrange(day.year, day.month)[1]
    if rule.monthdays and day.day not in rule.monthdays and day.day - last - 1 not in rule.monthdays:
        return False
    if rule.yeardays:
        number, length = day.timetuple().tm_yday, dt.date(day.year, 12, 31).timetuple().tm_yday
        if number not in rule.yeardays and number - length - 1 not in rule.yeardays:
            return False
    if rule.weeks and not _in_week(rule, day):
        return False
    if rule.weekdays:
        return any(_is_weekday(rule, day, last, each) for each in rule.weekdays)
    return _like_the_start(rule, start, day)


def _like_the_start(rule: Rule, start: dt.date, day: dt.date) -> bool:
    """Tell whether a day is the one that the start names where the rule names none."""
    if rule.freq == "WEEKLY" or (rule.weeks and not rule.monthdays and not rule.yeardays):
        return day.weekday() == start.weekday()
    if rule.monthdays or rule.yeardays or rule.freq not in {"YEARLY", "MONTHLY"}:
        return True
    return day.day == start.day and (rule.freq == "MONTHLY" or bool(rule.months) or day.month == start.month)


def _in_week(rule: Rule, day: dt.date) -> bool:
    """Tell whether a day is in one of the weeks; where weeks begin on another day than Monday, we do not count."""
    if rule.first:
        return True
    year, week, _ = day.isocalendar()
    return week in rule.weeks or week - dt.date(year, 12, 28).isocalendar()[1] - 1 in rule.weeks


def _is_weekday(rule: Rule, day: dt.date, last: int, wanted: tuple[int, str]) -> bool:
    ordinal, name = wanted
    if WEEKDAYS[day.weekday()] != name or not ordinal:
        return WEEKDAYS[day.weekday()] == name
    number, length = day.day, last
    if rule.freq == "YEARLY" and not rule.months:
        number, length = day.timetuple().tm_yday, dt.date(day.year, 12, 31).timetuple().tm_yday
    return ordinal in {(number - 1) // 7 + 1, -((length - number) // 7 + 1)}
