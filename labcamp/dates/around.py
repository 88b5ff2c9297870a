"""What days are judged by: where people sit, when other events are, what else is on; and when an event usually is."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from labcamp.avoid.entries import Avoided
from labcamp.free_days import DAY
from labcamp.free_days.places import region_of, weights
from labcamp.model import Event
from labcamp.model.texts import Days, Hours, Period
from labcamp.workspace import Workspace, next_event

USUAL = (91, 274)  # days after the last event: three to nine months
MOVED = (30, 91)  # days before and after the day of an event that is to be moved
COUNTRIES = {"Europe/Berlin": "DE", "Europe/Vienna": "AT", "Europe/Zurich": "CH"}


class Gathering(NamedTuple):
    """Another event: its days, or its month where no day is known, and its title."""

    first: dt.date
    last: dt.date
    title: str
    in_month: bool = False


@dataclass(frozen=True)
class Around:
    """What days are judged by: how much each region counts, the hours, and what is on besides."""

    weights: Mapping[str, int]
    zone: str = "Europe/Berlin"
    hours: Hours | None = None
    events: tuple[Gathering, ...] = ()
    avoided: tuple[Avoided, ...] = ()


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


def still_to_come(period: Period, today: dt.date) -> Period:
    """A period from tomorrow on."""
    return Period(max(period.first, today + DAY), period.last)
