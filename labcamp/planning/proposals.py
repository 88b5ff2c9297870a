"""Which days to propose, several in a row and spread over a period, and what speaks against those left out."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from labcamp.planning.dates import FULL, GOOD, POSSIBLE, Candidate, Reason
from labcamp.planning.holidays import (
    DAY,
)


class Proposal(NamedTuple):
    """Days in a row for which and against which the same speaks."""

    days: tuple[Candidate, ...]

    @property
    def points(self) -> int:
        """Those of its best day."""
        return max(each.points for each in self.days)

    def best(self, near: dt.date | None = None) -> Candidate:
        """Its best day; of equal ones the nearest to a day, else the first."""
        return min(self.days, key=lambda each: (-each.points, _gap(each.day, near), each.day))


def _gap(day: dt.date, near: dt.date | None) -> int:
    return abs((day - near).days) if near else 0


def verdict(points: int) -> str:
    """A good day, a possible one, or better not."""
    if points >= GOOD:
        return "good"
    return "possible" if points >= POSSIBLE else "better_not"


def proposals(found: Iterable[Candidate], most: int, near: dt.date | None = None) -> tuple[Proposal, ...]:
    """The best days in a row, at most so many, the best first; of equal ones those nearest to a day come first.

    Where no day is named, equal ones are spread over the whole time and come in order.
    """
    classes: dict[int, list[Proposal]] = {}
    for each in _in_a_row(found, lambda each: (verdict(each.points), frozenset(map(_sort_of, each.reasons)))):
        classes.setdefault(each.points, []).append(each)
    chosen: list[Proposal] = []
    for _, equal in sorted(classes.items(), reverse=True):
        equal.sort(key=lambda each: _gap(each.best(near).day, near))
        room = most - len(chosen)
        chosen += equal[:room] if near else _spread(equal, room)
    return tuple(chosen)


def _spread(items: Sequence[Proposal], most: int) -> list[Proposal]:
    """Some of the items, from the first to the last, with others left out evenly between them."""
    if len(items) <= most:
        return list(items)
    return [items[number * (len(items) - 1) // max(most - 1, 1)] for number in range(most)]


def left_out(found: Iterable[Candidate], chosen: Iterable[Proposal]) -> tuple[tuple[Reason, Proposal], ...]:
    """What speaks most against days that are worse than all that are proposed, and not good; by their order."""
    points = min((each.points for proposal in chosen for each in proposal.days), default=FULL)
    limit = min(points, GOOD)

    def cause(each: Candidate) -> tuple[str, str] | None:
        reason = _gravest(each)
        return (reason.key, reason.title) if each.points < limit and reason else None

    runs: list[tuple[Reason, Proposal]] = []
    ends = None
    for each in sorted(found, key=lambda each: each.day):
        reason, told = _gravest(each), cause(each)
        if told and reason and told == ends:  # days of the week that nobody asked for may lie between
            runs[-1] = runs[-1][0], Proposal((*runs[-1][1].days, each))
        elif told and reason:
            runs.append((reason, Proposal((each,))))
        ends = told
    return tuple(runs)


def _gravest(each: Candidate) -> Reason | None:
    """What speaks most against a day."""
    return max((reason for reason in each.reasons if reason.points), key=lambda reason: reason.points, default=None)


def _in_a_row(found: Iterable[Candidate], sort: Callable[[Candidate], object]) -> Iterator[Proposal]:
    """Days one after the other that are of the same sort."""
    row: list[Candidate] = []
    for each in sorted(found, key=lambda each: each.day):
        if row and (each.day != row[-1].day + DAY or sort(each) != sort(row[-1])):
            yield Proposal(tuple(row))
            row = []
        row.append(each)
    if row:
        yield Proposal(tuple(row))


def _sort_of(reason: Reason) -> tuple[object, ...]:
    """What makes a reason the same on several days: school holidays go on, how far others are does not count."""
    marked = tuple((mark.kind, mark.region, None if mark.kind == "school" else mark.named) for mark in reason.marks)
    costs = 0 if reason.key.startswith("too_near") else reason.points
    return reason.key, marked, reason.regions, reason.title, costs
