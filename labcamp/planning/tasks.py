"""The plan of tasks (`templates/tasks.yaml`), and what of it an event has on a day."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from labcamp.check.sense import lost_after_hash
from labcamp.check.shape import nearest, shape
from labcamp.files.read import Source, read_source, source_of
from labcamp.files.templates import text_of, winner
from labcamp.findings import Finding, LabcampError, finding
from labcamp.model import Days, Event, Organisation, Person
from labcamp.model import Place as PlaceOfEvent
from labcamp.model.series import FILE_NAME
from labcamp.model.task import PlannedTask, in_language
from labcamp.patterns import pattern_of
from labcamp.planning.holidays import DAY, regions_of, working_day
from labcamp.planning.mails import FORGOTTEN, MAILS, SENT_ONCE, due, ever_fits, planned, settled
from labcamp.workspace import TEMPLATES, Workspace

WAYS = {"before": -1, "after": 1}

Holds = Callable[[Workspace, Event], object]
NOT = pattern_of(r"(?:not|nicht) +", re.IGNORECASE)
NOWHERE = PlaceOfEvent()

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
    "has-site": lambda workspace, _: workspace.series.public,
    "announced": lambda workspace, event: workspace.announced.get(event.id),
}

NAME = "tasks.yaml"


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


AGREED = pattern_of("agreed-([1-9][0-9]{0,3})")


def agreement_named(event: Event, task: str) -> int | None:
    """Which thing that was agreed at an event is called so, counted from 0: `agreed-2` is its second one."""
    named = AGREED.fullmatch(task)
    return int(named[1]) - 1 if named and int(named[1]) <= len(event.agreed) else None


def agreements_of(workspace: Workspace, event: Event) -> Iterator[Task]:
    """What was agreed at an event that was held, as tasks of those who do it; else organisers see to it."""
    if event.cancelled or not event.is_past(workspace.today):
        return
    for number, each in enumerate(event.agreed, 1):
        name, owner = f"agreed-{number}", ", ".join(map(_doer, each.who)) or "organisers"
        how = f'labcamp done {event.typed} {name} --result "…"'
        late = each.is_late(workspace.today)
        yield Task(name, each.text.removesuffix("."), owner, each.until, not each.is_open, late, how=how)


def _doer(person: Person) -> str:
    """Who does something, in no language: `Ada Muster (Werkstatt)`, or only the organisation."""
    organisation = person.organisation.name if person.organisation else ""
    name = person.name or person.role or ""
    return f"{name} ({organisation})" if name and organisation else name or organisation


def _order(task: Task) -> tuple[bool, dt.date]:
    """What tasks are sorted by: their day, and those without one last."""
    return task.due is None, task.due or dt.date.min


class Listed(NamedTuple):
    """A task and the event that it is for."""

    event: Event
    task: Task


def is_of(task: Task, workspace: Workspace, event: Event, organisation: Organisation) -> bool:
    """Tell whether a task is an organisation's own, or becomes so when it hosts the event."""
    text = task.owner.casefold()
    others = {
        "organisers": workspace.series.organisers,
        "moderation": tuple(person.organisation for person in event.moderation),
    }
    mine = text in {"hosts", organisation.id, organisation.name.casefold()}
    return mine or organisation.id in {other.id for other in others.get(text, ()) if other}


def _task(workspace: Workspace, event: Event, task: PlannedTask, language: str, *, done: bool) -> Task:
    """A task of the plan for an event."""
    day = _due(workspace, event, task)
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
        return _shifted(workspace, event, task, anchor + task.days * DAY) if anchor else None
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


def _shifted(workspace: Workspace, event: Event, task: PlannedTask, day: dt.date) -> dt.date:
    """The day, or a working day near it: as the task says, else further away from what it counts from."""
    if not task.days or task.shift == "no":
        return day
    away = 1 if task.days > 0 else -1
    regions = regions_of(event, workspace.series, workspace.organisations)
    return working_day(day, WAYS[task.shift] if task.shift else away, regions)


def _is_after(task: PlannedTask) -> bool:
    """Tell whether a task comes after the event."""
    if task.days is None:
        return bool(task.mail) and MAILS[str(task.mail)].anchor == "last"
    return task.counted_from == "event" and task.days > 0


# Whether


def _is_asked(workspace: Workspace, event: Event, task: PlannedTask, sent: Set[str]) -> bool:
    """Tell whether a task is for an event as it is now, and not long out of date."""
    if event.cancelled and ("cancelled", True) not in map(named, task.conditions):
        return False
    if not all_hold(task.conditions, workspace, event):
        return False
    if task.mail and not _mail_is_asked(workspace, event, task.mail, sent):
        return False
    if event.date is None or not event.is_past(workspace.today):
        return True
    day = _due(workspace, event, task) if task.days is not None or task.mail else None
    return _is_after(task) and workspace.today <= (day or _end(event.date)) + FORGOTTEN


def _mail_is_asked(workspace: Workspace, event: Event, kind: str, sent: Set[str]) -> bool:
    """Tell whether the series sends the mail of a task, and there is something to say in it, or has been."""
    if kind in sent:
        return True
    if kind not in planned(workspace) or not ever_fits(workspace, event, kind):
        return False
    if settled(workspace, event, kind, sent):
        return False
    return MAILS[kind].anchor != "now" or due(workspace, event, kind) is not None


def _end(date: Days) -> dt.date:
    """The last day of an event, or of its month."""
    return date.last or dt.date(date.year, date.month, monthrange(date.year, date.month)[1])


def _place(event: Event) -> PlaceOfEvent:
    return event.place or NOWHERE


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


class Plan(NamedTuple):
    """What there is to do around each event, in the order of the file, and what is wrong with that file."""

    tasks: tuple[PlannedTask, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of the tasks."""
        return tuple(task.id for task in self.tasks)

    @property
    def names(self) -> tuple[str, ...]:
        """What `done:` may hold: the names of tasks, and of each mail that goes out once."""
        return tuple(dict.fromkeys((*self.ids, *SENT_ONCE)))

    def of_mail(self, kind: str) -> tuple[str, ...]:
        """The tasks that belong to a mail: the one that is called like it, else those whose `mail` it is."""
        return (kind,) if kind in self.ids else tuple(task.id for task in self.tasks if task.mail == kind)


def sent_mails(event: Event, plan: Plan) -> frozenset[str]:
    """The mails that are sent, which the file of an event alone says, by their names or by those of all their tasks."""
    done = frozenset(event.done)
    return frozenset(kind for kind in SENT_ONCE if kind in done or done.issuperset(plan.of_mail(kind) or (kind,)))


def mails_sent(workspace: Workspace, event: Event) -> frozenset[str]:
    """The mails that are sent, by the plan of the workspace; the packaged one calls its tasks like their mails."""
    return sent_mails(event, _own(workspace.root) or Plan(())) if event.done else frozenset()


def tasks_of(workspace: Workspace, event: Event, plan: Plan, language: str = "") -> tuple[Task, ...]:
    """The tasks of an event by due day, those without one last; in a language, else in that of the event.

    Of an event that is over, only what comes after it, and that not for ever, but for what was agreed there; of a
    cancelled one, only what a cancellation needs.
    """
    sent = sent_mails(event, plan)
    done = {*event.done, *(task for kind in sent for task in plan.of_mail(kind))}
    found = (
        _task(workspace, event, task, language or event.language, done=task.id in done)
        for task in plan.tasks
        if _is_asked(workspace, event, task, sent)
    )
    return tuple(sorted((*found, *agreements_of(workspace, event)), key=_order))


def open_before(workspace: Workspace, event: Event) -> tuple[Listed, ...]:
    """What was agreed at earlier events and is still open, by due day; what has none comes last."""
    earlier = (other for other in workspace.events if other.sort_key < event.sort_key)
    found = (Listed(other, task) for other in earlier for task in agreements_of(workspace, other) if not task.done)
    return by_day(found)


def by_day(listed: Iterable[Listed]) -> tuple[Listed, ...]:
    """Tasks by due day, those without one last."""
    return tuple(sorted(listed, key=lambda each: _order(each.task)))


def all_tasks(workspace: Workspace, events: Iterable[Event], plan: Plan, language: str = "") -> tuple[Listed, ...]:
    """The tasks of several events by due day, those without one last."""
    found = (Listed(event, task) for event in events for task in tasks_of(workspace, event, plan, language))
    return by_day(found)


def plan_of(root: Path) -> Plan:
    """The plan of a workspace; everything that is wrong with its own file is raised."""
    plan = read_plan(root)
    if plan.findings:
        raise LabcampError(*plan.findings)
    return plan


def read_plan(root: Path) -> Plan:
    """The plan of a workspace as far as its file makes sense; a changed file counts at once."""
    if own := _own(root):
        return own

    return _packaged(text_of(root, NAME) or "")


def faults(root: Path) -> tuple[Finding, ...]:
    """Everything that is wrong with a workspace's own plan; nothing where it has none."""
    own = _own(root)
    return own.findings if own else ()


def _own(root: Path) -> Plan | None:
    """The workspace's own plan, as far as its file makes sense; None where it has none."""
    path = root / TEMPLATES / NAME
    if not path.is_file():
        return None
    try:
        winner(root, NAME)  # LC006 where it lies elsewhere
        return plan_from(read_source(path, path.as_posix()))
    except LabcampError as problem:
        return Plan((), problem.findings)


@lru_cache(maxsize=1)
def _packaged(text: str) -> Plan:
    """The plan that comes with labcamp."""
    return plan_from(source_of(text.encode(), NAME))


def plan_from(source: Source) -> Plan:
    """The tasks of a file, and a finding for each thing in it that does not fit."""
    tasks: list[PlannedTask] = []
    findings = [*lost_after_hash(source)]
    for id_, data in source.data.items():
        whole = {"title": data} if isinstance(data, str) else data
        if isinstance(whole, dict):
            whole = whole | {FILE_NAME: id_}
        task, found = shape(PlannedTask, source, whole, {}, id_)
        findings += found
        unknown = tuple(_unknown_conditions(task, source)) if task else ()
        findings += unknown
        if task and not unknown:
            tasks.append(task)
    return Plan(tuple(tasks), tuple(sorted(findings)))


def _unknown_conditions(task: PlannedTask, source: Source) -> Iterator[Finding]:
    """LC229: a task depends on something that labcamp cannot tell of an event."""
    for index, condition in enumerate(task.conditions):
        name, _ = named(condition)
        if name not in CONDITIONS:
            values = {"condition": name, "nearest": nearest(name, CONDITIONS), "known": ", ".join(CONDITIONS)}
            yield finding("LC229", source.place(task.id, "if", index), **values)
