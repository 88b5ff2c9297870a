"""What there is to do around an event: the tasks of the plan that are for it, as it is now, with their due days."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from labcamp.free_days import DAY, working_day
from labcamp.model import Days, Event, Organisation
from labcamp.model.task import PlannedTask, in_language
from labcamp.plan import FORGOTTEN, MAILS, due, ever_fits, over, planned
from labcamp.tasks.conditions import all_hold, named
from labcamp.tasks.reading import NAME, Plan, faults, plan_of, read_plan
from labcamp.workspace import Workspace

__all__ = ["NAME", "Listed", "Plan", "Task", "all_tasks", "faults", "is_of", "plan_of", "read_plan", "tasks_of"]

WAYS = {"before": -1, "after": 1}


@dataclass(frozen=True)
class Task:
    """Something to do for one event: when (None: no day is known), by whom, why, and what helps.

    `owner` is `hosts`, `organisers`, `moderation`, the id of an organisation, or a text. It is `late` when its day is
    over and it is not done.
    """

    id: str
    title: str
    owner: str
    due: dt.date | None
    done: bool
    late: bool
    why: str = ""
    how: str = ""


def tasks_of(workspace: Workspace, event: Event, plan: Plan, language: str = "") -> tuple[Task, ...]:
    """The tasks of an event by due day, those without one last; in a language, else in that of the event.

    Of an event that is over, only what comes after it, and that not for ever; of a cancelled one, only what a
    cancellation needs.
    """
    found = (
        _task(workspace, event, task, language or event.language)
        for task in plan.tasks
        if _is_asked(workspace, event, task)
    )
    return tuple(sorted(found, key=_order))


def _order(task: Task) -> tuple[bool, dt.date]:
    """What tasks are sorted by: their day, and those without one last."""
    return task.due is None, task.due or dt.date.min


class Listed(NamedTuple):
    """A task and the event that it is for."""

    event: Event
    task: Task


def all_tasks(workspace: Workspace, events: Iterable[Event], plan: Plan, language: str = "") -> tuple[Listed, ...]:
    """The tasks of several events by due day, those without one last."""
    found = (Listed(event, task) for event in events for task in tasks_of(workspace, event, plan, language))
    return tuple(sorted(found, key=lambda each: _order(each.task)))


def is_of(task: Task, workspace: Workspace, event: Event, organisation: Organisation) -> bool:
    """Tell whether a task is an organisation's own, or becomes so when it hosts the event."""
    text = task.owner.casefold()
    others = {
        "organisers": workspace.series.organisers,
        "moderation": tuple(person.organisation for person in event.moderation),
    }
    mine = text in {"hosts", organisation.id, organisation.name.casefold()}
    return mine or organisation.id in {other.id for other in others.get(text, ()) if other}


def _task(workspace: Workspace, event: Event, task: PlannedTask, language: str) -> Task:
    """A task of the plan for an event."""
    day, done = _due(workspace, event, task), task.id in event.done
    late = day is not None and day < workspace.today and not done
    how = in_language(task.how, language).replace("{event}", event.typed).replace("{id}", event.id)
    return Task(
        task.id, in_language(task.title, language), task.owner, day, done, late, in_language(task.why, language), how
    )


# When


def _due(workspace: Workspace, event: Event, task: PlannedTask) -> dt.date | None:
    """The day on which a task is due; of an event that is called off, at once."""
    if task.days is not None:
        anchor = _anchor(event, task)
        return _shifted(workspace, task, anchor + task.days * DAY) if anchor else None
    if task.mail:
        return due(workspace, event, task.mail)
    return workspace.today if event.cancelled else None


def _anchor(event: Event, task: PlannedTask) -> dt.date | None:
    """The day that a task counts from; None where it is not known."""
    if task.counted_from == "deadline":
        return event.registration.until
    if not event.days:
        return None
    return event.days[-1] if _is_after(task) else event.days[0]


def _shifted(workspace: Workspace, task: PlannedTask, day: dt.date) -> dt.date:
    """The day, or a working day near it: as the task says, else further away from what it counts from."""
    if not task.days or task.shift == "no":
        return day
    way = WAYS[task.shift] if task.shift else (1 if task.days > 0 else -1)
    return working_day(day, way, workspace.series.regions)


def _is_after(task: PlannedTask) -> bool:
    """Tell whether a task comes after the event."""
    if task.days is None:
        return bool(task.mail) and MAILS[str(task.mail)].anchor == "last"
    return task.counted_from == "event" and task.days > 0


# Whether


def _is_asked(workspace: Workspace, event: Event, task: PlannedTask) -> bool:
    """Tell whether a task is for an event as it is now, and not long out of date."""
    if event.cancelled and ("cancelled", True) not in map(named, task.conditions):
        return False
    if not all_hold(task.conditions, workspace, event) or (task.mail and not _mail_is_asked(workspace, event, task)):
        return False
    if event.date is None or not event.is_past(workspace.today):
        return True
    day = _due(workspace, event, task) if task.days is not None or task.mail else None
    return _is_after(task) and workspace.today <= (day or _end(event.date)) + FORGOTTEN


def _mail_is_asked(workspace: Workspace, event: Event, task: PlannedTask) -> bool:
    """Tell whether the series sends the mail of a task, and there will be something to say in it."""
    kind = str(task.mail)
    if kind not in planned(workspace) or over(workspace, event, kind) or not ever_fits(workspace, event, kind):
        return False
    return MAILS[kind].anchor != "now" or due(workspace, event, kind) is not None


def _end(date: Days) -> dt.date:
    """The last day of an event, or of its month."""
    return date.last or dt.date(date.year, date.month, monthrange(date.year, date.month)[1])
