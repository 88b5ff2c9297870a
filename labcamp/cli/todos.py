"""What `todo` shows: the tasks that were asked for, in each form, and what to do next."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from labcamp.artefact import Artefact
from labcamp.cli import words
from labcamp.cli.choice import chosen_or_next
from labcamp.cli.language import language, say
from labcamp.cli.making import Target, advised, made
from labcamp.cli.report import tell
from labcamp.cli.table import drawn, width
from labcamp.findings import LabcampError
from labcamp.model import Event
from labcamp.render import calendar
from labcamp.render.tasks import Row, checklist, issue, rows_of, table
from labcamp.render.words import words_for
from labcamp.tasks import Listed, Plan, all_tasks, plan_of
from labcamp.workspace import Workspace, load

ROOMY = 110  # columns from which on what helps has a column of its own
LATE = "bold red"
CLOSINGS = {"csv": "todo_csv", "ics": "todo_ics"}


@dataclass(frozen=True)
class Order:
    """What was asked for: the tasks of one event, or (None) of all; `done` ones, too."""

    workspace: Workspace
    event: Event | None
    plan: Plan
    done: bool

    def tasks(self, spoken: str) -> tuple[Listed, ...]:
        """The tasks in a language, by due day; an empty text means that of each event."""
        events = (self.event,) if self.event else self.workspace.events
        found = all_tasks(self.workspace, events, self.plan, spoken)
        return tuple(each for each in found if self.done or not each.task.done)

    @property
    def title(self) -> str:
        """What it is about."""
        return self.event.heading if self.event else self.workspace.series.title


def asked(root: Path, today: dt.date, event: str | None, *, every: bool, done: bool) -> Order:
    """What was asked for; what is wrong with the plan is raised."""
    workspace = load(root, today)
    return Order(workspace, None if every else chosen_or_next(workspace, event), plan_of(root), done)


def shown(order: Order, form: str) -> None:
    """The tasks stand on stdout; what is to be pasted somewhere stands there alone."""
    workspace, titled = order.workspace, order.event is None
    spoken = words_for(workspace.root, language(), workspace.series.address)
    rows = rows_of(workspace, order.tasks(language()), spoken)
    if form == "markdown":
        typer.echo(checklist(rows, spoken, titled=titled), nl=False)
    elif form == "issue":
        typer.echo(issue(rows, spoken, order.title, titled=titled), nl=False)
    else:
        _table(order, rows)
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    if form == "table":
        typer.echo(next_line(rows))


def written(order: Order, form: str, target: Target) -> None:
    """The tasks are in a file below `private/out/`, in the language of the event; nothing of it depends on who asks."""
    if order.workspace.errors:
        raise LabcampError(*order.workspace.errors)
    files = list(_files(order, form))
    if not files:
        typer.echo(say("todo_no_day"))
        return
    made(files, target, say(CLOSINGS[form]))
    advised(order.workspace)


def _files(order: Order, form: str) -> Iterator[Artefact]:
    workspace, series = order.workspace, order.workspace.series
    name = f"{order.event.id}/tasks.{form}" if order.event else f"{series.id}-tasks.{form}"
    if form == "ics":
        yield from calendar.tasks(workspace, order.tasks(""), name)
        return
    spoken = words_for(workspace.root, order.event.language if order.event else series.language, series.address)
    yield table(rows_of(workspace, order.tasks(spoken.language), spoken), spoken, name)


def _table(order: Order, rows: Sequence[Row]) -> None:
    """The tasks in columns, after what is to know about them; what helps only where there is room for it."""
    typer.echo(f"{order.title}\n")
    for note in _notes(order):
        typer.echo(f"{note}\n")
    if not rows:
        return
    columns = ("due", *(() if order.event else ("event",)), "task", "owner", "task_id")
    helps = width() >= ROOMY
    cells = [
        (
            _due(row),
            *(() if order.event else (row.event.title,)),
            row.title,
            row.owner,
            row.id,
            *((row.how,) if helps else ()),
        )
        for row in rows
    ]
    drawn((*columns, *(("how",) if helps else ())), cells, [LATE if row.late else "" for row in rows])


def _notes(order: Order) -> Iterator[str]:
    """Why something is not among the tasks, or has no day."""
    event = order.event
    if event is None:
        return
    if event.cancelled:
        yield say("todo_cancelled")
    elif event.is_past(order.workspace.today):
        yield say("todo_over")
    elif not event.days:
        yield say("todo_undated")


def _due(row: Row) -> str:
    """When a task is due, or that it is done or cannot wait."""
    if row.done:
        return say("task_done")
    if row.late or row.day is None:
        return say("task_now" if row.late else "when_unknown")
    return say("day_with_weekday", weekday=say("weekdays").split()[row.day.weekday()], day=words.figures(row.day))


def next_line(rows: Sequence[Row]) -> str:
    """What to do next, and how to say that it is done."""
    row = next((row for row in rows if not row.done), None)
    if row is None:
        return say("todo_none")
    key = "todo_next_how" if row.how else "todo_next"
    return say(key, task=row.title, how=row.how, event=row.event.typed, id=row.id)
