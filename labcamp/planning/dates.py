"""Days ranked by how good they are for a gathering, with the reasons."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from labcamp.model import Days, Event, Hours
from labcamp.model.avoid import Avoided
from labcamp.model.texts import Period
from labcamp.model.zones import clocks_change
from labcamp.planning.holidays import (
    CHRISTMAS,
    DAY,
    PARTED,
    SATURDAY,
    Mark,
    knows_schools,
    marks,
    region_of,
    unknown_schools,
    weights,
)
from labcamp.workspace import Workspace, next_event

FULL = 100  # points of a day that nothing speaks against
GOOD, POSSIBLE = 80, 50
# What a day loses: where it concerns next to nobody, and how much more where it concerns everybody
AWAY = {"public": (30, 70), "bridge": (15, 35), "school": (5, 35), "partly": (5, 15), "beside": (2, 8)}
UNKNOWN = (1, 4)
A_FEW = 60  # days, as something may take that is looked up by the day
AT_THE_WEEKEND = 60
AT_CHRISTMAS = 60
CLOCKS, CLOCKS_BEFORE = 10, 3
TO_AVOID = 50
FRIDAY_AFTERNOON = 15
EARLY_MONDAY = 10
SAME_DAY, SAME_MONTH = FULL, 50
TOO_NEAR = (20, 40)  # just below eight weeks, and how much more the day after
NOT_YET, LONG_AGO = 8, 4
EIGHT_WEEKS, FOUR_MONTHS, SEVEN_MONTHS = 56, 120, 213  # days
FRIDAY, MONDAY, SUNDAY = 4, 0, 6
NOON, TEN = 12 * 60, 10 * 60
EPIPHANY = (1, 6)
USUAL = (91, 274)  # days after the last event: three to nine months
MOVED = (30, 91)  # days before and after the day of an event that is to be moved
COUNTRIES = {"Europe/Berlin": "DE", "Europe/Vienna": "AT", "Europe/Zurich": "CH"}


@dataclass(frozen=True)
class Reason:
    """What speaks for or against a day: how many points it costs, and what its words name.

    `key` is that of its phrase; `days` tells how far away another event is, whose `title` it is.
    """

    key: str
    points: int
    marks: tuple[Mark, ...] = ()
    regions: tuple[str, ...] = ()
    title: str = ""
    days: int = 0


class Candidate(NamedTuple):
    """A day with its points, from 0 to 100, and why it has them, the gravest first."""

    day: dt.date
    points: int
    reasons: tuple[Reason, ...]


def _costs(cost: tuple[int, int], concerned: Iterable[str], among: Mapping[str, int]) -> int:
    """What a day loses for what concerns some of all regions."""
    share = sum(among.get(region, 0) for region in concerned) / (sum(among.values()) or 1)
    return cost[0] + round(cost[1] * share)


def _distance(key: str, days: int, title: str) -> Iterator[Reason]:
    if days < EIGHT_WEEKS:
        points = TOO_NEAR[0] + round(TOO_NEAR[1] * (EIGHT_WEEKS - days) / EIGHT_WEEKS)
        yield Reason(f"too_near_{key}", points, title=title, days=days)
    elif days <= SEVEN_MONTHS or key == "after":
        points = LONG_AGO if days > SEVEN_MONTHS else 0
        points = NOT_YET if days < FOUR_MONTHS else points
        yield Reason(key, points, title=title, days=days)


class Gathering(NamedTuple):
    """Another event: its days, or its month where no day is known, and its title."""

    first: dt.date
    last: dt.date
    title: str
    in_month: bool = False


def _is_long(other: Avoided) -> bool:
    return (other.last - other.first).days > A_FEW


@dataclass(frozen=True)
class Around:
    """What days are judged by: how much each region counts, the hours, and what is on besides."""

    weights: Mapping[str, int]
    zone: str = "Europe/Berlin"
    hours: Hours | None = None
    events: tuple[Gathering, ...] = ()
    avoided: tuple[Avoided, ...] = ()

    def avoided_on(self, day: dt.date) -> list[Avoided]:
        """What is on besides on a day, in order."""
        long = (other for other in self._long if other.is_on(day, day))
        return sorted((*self._by_day.get(day, ()), *long))

    @cached_property
    def _by_day(self) -> dict[dt.date, list[Avoided]]:
        """What takes a few days, by each of them: calendars of others have thousands of entries."""
        found: dict[dt.date, list[Avoided]] = {}
        for other in self.avoided:
            for number in range((other.last - other.first).days + 1 if not _is_long(other) else 0):
                found.setdefault(other.first + number * DAY, []).append(other)
        return found

    @cached_property
    def _long(self) -> tuple[Avoided, ...]:
        return tuple(filter(_is_long, self.avoided))


Rule = Callable[[dt.date, Around], Iterator[Reason]]


def candidates(period: Period, weekdays: Collection[int], around: Around, *, length: int = 1) -> tuple[Candidate, ...]:
    """The days of a period on some days of the week, the best first, of equal ones the earlier.

    For an event of several days they are its first ones.
    """
    count = (period.last - period.first).days + 1
    days = (period.first + number * DAY for number in range(count))
    found = (_stretch(day, length, around) for day in days if day.weekday() in weekdays)
    return tuple(sorted(found, key=lambda each: (-each.points, each.day)))


def candidate(day: dt.date, around: Around) -> Candidate:
    """A day with everything that speaks for and against it."""
    reasons = sorted((reason for rule in RULES for reason in rule(day, around)), key=lambda each: -each.points)
    return Candidate(day, max(0, FULL - sum(reason.points for reason in reasons)), tuple(reasons))


def _stretch(first: dt.date, length: int, around: Around) -> Candidate:
    """Days in a row, which are as good as the worst of them; of all that is the same on some, the gravest is told."""
    days = [candidate(first + number * DAY, around) for number in range(length)]
    if length == 1:
        return days[0]
    gravest = sorted((reason for each in days for reason in each.reasons), key=lambda each: -each.points)
    reasons = {reason.key: reason for reason in reversed(gravest)}
    return Candidate(
        first,
        min(each.points for each in days),
        tuple(sorted(reasons.values(), key=lambda each: -each.points)),
    )


def people_away(day: dt.date, around: Around) -> Iterator[Reason]:
    """Public holidays, bridge days, school holidays and days that some have off."""
    found = marks(day, around.weights)
    for kind, cost in AWAY.items():
        if some := tuple(mark for mark in found if mark.kind == kind):
            among = around.weights
            if kind == "school":  # of a region whose holidays nobody knows, nobody knows whether they are
                among = {region: weight for region, weight in among.items() if knows_schools(region, day)}
            yield Reason(kind, _costs(cost, (mark.region for mark in some), among), some)


def schools_unknown(day: dt.date, around: Around) -> Iterator[Reason]:
    """School holidays that nobody knows yet."""
    if unknown := tuple(unknown_schools(day, around.weights)):
        parted = {region: weight for region, weight in around.weights.items() if region not in PARTED}
        yield Reason("unknown", _costs(UNKNOWN, unknown, parted), regions=unknown)


def bad_hours(day: dt.date, around: Around) -> Iterator[Reason]:
    """A weekend, the days around New Year, a Friday afternoon, an early Monday."""
    if day.weekday() >= SATURDAY:
        yield Reason("weekend", AT_THE_WEEKEND)
    if (day.month, day.day) >= CHRISTMAS or (day.month, day.day) <= EPIPHANY:
        yield Reason("christmas", AT_CHRISTMAS)
    hours = around.hours
    if hours and day.weekday() == FRIDAY and max(hours.start, hours.end or 0) > NOON:
        yield Reason("friday", FRIDAY_AFTERNOON)
    if hours and day.weekday() == MONDAY and hours.start < TEN:
        yield Reason("monday", EARLY_MONDAY)


def clocks(day: dt.date, around: Around) -> Iterator[Reason]:
    """The clocks change that day, or on the Sunday before."""
    sunday = day - ((day.weekday() + 1) % 7) * DAY
    if clocks_change(day, around.zone):
        yield Reason("clocks", CLOCKS)
    elif sunday != day and clocks_change(sunday, around.zone):
        yield Reason("clocks_before", CLOCKS_BEFORE)


def other_events(day: dt.date, around: Around) -> Iterator[Reason]:
    """How far it is from the event before and to the one after; four to seven months are what people like."""
    for other in around.events:
        if other.first <= day <= other.last:
            key, points = ("same_month", SAME_MONTH) if other.in_month else ("same_day", SAME_DAY)
            yield Reason(key, points, title=other.title)
    before = [((day - other.last).days, other.title) for other in around.events if other.last < day]
    after = [((other.first - day).days, other.title) for other in around.events if other.first > day]
    for key, others in (("after", before), ("before", after)):
        for days, title in sorted(others)[:1]:
            yield from _distance(key, days, title)


def on_the_list(day: dt.date, around: Around) -> Iterator[Reason]:
    """What else is on that day, as the series' own list says."""
    for other in around.avoided_on(day):
        yield Reason("avoid", TO_AVOID, title=other.title)


RULES: tuple[Rule, ...] = (people_away, schools_unknown, bad_hours, clocks, on_the_list, other_events)


def undated(workspace: Workspace) -> Event | None:
    """The next event, when its day is still sought."""
    event = next_event(workspace)
    return event if event and not event.days else None


def around_of(workspace: Workspace, event: Event | None, hours: Hours | None, avoided: tuple[Avoided, ...]) -> Around:
    """What the days for an event, else for a new one, are judged by; without hours, it has those of the last one."""
    zone = event.zone if event else workspace.series.zone
    others = tuple(other for other in workspace.events if not event or other.id != event.id)
    times = (other.time for other in ((event,) if event else ()) + others[::-1] if other.time and not other.cancelled)
    return Around(_weights(workspace, event), zone, hours or next(times, None), tuple(_gatherings(others)), avoided)


def _weights(workspace: Workspace, event: Event | None) -> dict[str, int]:
    """The weight of each region; the hosts of an event itself count as much as all others together."""
    known = weights(workspace)
    hosts = [code for code in map(region_of, event.hosts) if code] if event else []
    if hosts:
        each = max(sum(known.values()) // len(hosts), 1)
        for code in hosts:
            known[code] = known.get(code, 0) + each
    if not known and (country := COUNTRIES.get(workspace.series.zone)):
        return {country: 1}
    return dict(sorted(known.items(), key=lambda pair: (-pair[1], pair[0])))


def _gatherings(events: tuple[Event, ...]) -> Iterator[Gathering]:
    for event in events:
        if event.date and not event.cancelled:
            month = _month(event.date)
            first, last = (event.days[0], event.days[-1]) if event.days else (month.first, month.last)
            yield Gathering(first, last, event.title, not event.days)


def _month(days: Days) -> Period:
    first = dt.date(days.year, days.month, 1)
    return Period(first, (first + 31 * DAY).replace(day=1) - DAY)


def usual_period(workspace: Workspace, event: Event | None) -> Period:
    """When to look for a day: around that of an event that is moved, in its month, else three to nine months later."""
    to_come = event if event and not event.is_past(workspace.today) else None
    if to_come and to_come.days:
        return Period(to_come.days[0] - MOVED[0] * DAY, to_come.days[0] + MOVED[1] * DAY)
    if to_come and to_come.date:
        return _month(to_come.date)
    days = (other.days[-1] for other in workspace.events if other.days and not other.cancelled)
    last = max((workspace.today, *days))
    return Period(last + USUAL[0] * DAY, last + USUAL[1] * DAY)
