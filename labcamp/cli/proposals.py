"""What we would propose for a new event: the next number, and the rest as it was last time."""

import datetime as dt
import re

from labcamp.check.agenda import clock
from labcamp.model import Event
from labcamp.workspace import Workspace

HALF_A_YEAR = dt.timedelta(weeks=26)
WEEK = 7
THURSDAY = 3


def proposal(workspace: Workspace, key: str) -> str:
    """What we would write for a key; an empty text where we know nothing better than to leave it open."""
    table = {"number": _number, "date": _date, "time": _time, "place": _place}
    return table[key](workspace) if key in table else ""


def _number(workspace: Workspace) -> str:
    """One more than the highest; the names of the files count too, for one of them may be broken."""
    numbers = [event.number for event in workspace.events if event.number is not None]
    name = re.compile(rf"{re.escape(workspace.series.id)}-(\d{{1,6}})")
    found = (name.fullmatch(path.stem) for path in (workspace.root / "events").glob("*.yaml"))
    return str(max((*numbers, *(int(match[1]) for match in found if match)), default=0) + 1)


def _last(workspace: Workspace) -> Event | None:
    """The latest event with a day, past or to come."""
    return next((event for event in reversed(workspace.events) if event.days and not event.cancelled), None)


def _date(workspace: Workspace) -> str:
    """The same weekday as last time, half a year later; never a day that is over."""
    last = _last(workspace)
    day = max(last.days[0], workspace.today) if last else workspace.today
    weekday = last.days[0].weekday() if last else THURSDAY
    later = day + HALF_A_YEAR
    return (later + dt.timedelta(days=(weekday - later.weekday()) % WEEK)).isoformat()


def _time(workspace: Workspace) -> str:
    """The hours of the latest event that has some."""
    known = (event.time for event in reversed(workspace.events) if event.time and not event.cancelled)
    hours = next(known, None)
    if hours is None:
        return ""
    return clock(hours.start) if hours.end is None else f"{clock(hours.start)}-{clock(hours.end)}"


def _place(workspace: Workspace) -> str:
    """`online` when it was online last time; a venue is another one each time."""
    last = _last(workspace)
    return "online" if last and last.place and last.place.online and not last.place.on_site else ""
