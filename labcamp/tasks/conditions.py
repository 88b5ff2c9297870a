"""What a task can depend on: a closed table of conditions, each answered by the event as it is now."""

import re
from collections.abc import Callable, Iterable

from labcamp.model import Event, Place
from labcamp.workspace import Workspace

Holds = Callable[[Workspace, Event], object]
NOT = re.compile(r"(?:not|nicht) +", re.IGNORECASE)
NOWHERE = Place()


def _place(event: Event) -> Place:
    return event.place or NOWHERE


CONDITIONS: dict[str, Holds] = {
    "online": lambda _, event: _place(event).online,
    "on-site": lambda _, event: _place(event).on_site,
    "hybrid": lambda _, event: _place(event).hybrid,
    "has-place": lambda _, event: _place(event).line,
    "has-date": lambda _, event: event.days,
    "several-days": lambda _, event: len(event.days) > 1,
    "has-hosts": lambda _, event: event.hosts,
    "has-moderation": lambda _, event: event.moderation,
    "has-agenda": lambda _, event: event.agenda,
    "has-registration": lambda _, event: event.registration.url,
    "has-deadline": lambda _, event: event.registration.until,
    "seats": lambda _, event: event.registration.seats,
    "draft": lambda _, event: event.draft,
    "confirmed": lambda _, event: event.status == "confirmed",
    "cancelled": lambda _, event: event.cancelled,
    "announced": lambda workspace, event: workspace.announced.get(event.id),
}


def named(condition: str) -> tuple[str, bool]:
    """The name that a condition gives, and whether it has to hold: `not online` must not."""
    text = condition.lower()
    negation = NOT.match(text)
    return text[negation.end() :] if negation else text, negation is None


def all_hold(conditions: Iterable[str], workspace: Workspace, event: Event) -> bool:
    """Tell whether an event is as all the conditions want it."""
    return all(_holds(condition, workspace, event) for condition in conditions)


def _holds(condition: str, workspace: Workspace, event: Event) -> bool:
    name, wanted = named(condition)
    return bool(CONDITIONS[name](workspace, event)) is wanted
