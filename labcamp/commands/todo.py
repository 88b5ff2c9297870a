"""`todo`: what there is to do around an event, and when."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.planning.tasks import Listed, Plan, all_tasks, plan_of
from labcamp.render import calendar
from labcamp.render.stage import stage_of
from labcamp.render.tasks import Row, checklist, issue, rows_of, table
from labcamp.render.words import words_for
from labcamp.terminal import words
from labcamp.terminal.kept import kept
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.making import sound_for, tell_advice, write_and_tell
from labcamp.terminal.options import MaybeEvent, Options
from labcamp.terminal.report import tell
from labcamp.terminal.tables import print_table, width
from labcamp.terminal.tasks import next_line
from labcamp.terminal.which_event import chosen_or_next
from labcamp.workspace import Workspace, load
from labcamp.workspace.private import FOLDER

say = phrases_of("todo")

ROOMY = 110  # columns from which on what helps has a column of its own
LATE = "bold red"
CLOSINGS = {"csv": "todo_csv", "ics": "todo_ics"}


class TaskFormat(StrEnum):
    """How `todo` shows tasks."""

    table = "table"
    markdown = "markdown"
    csv = "csv"
    ics = "ics"
    issue = "issue"


Formatted = Annotated[TaskFormat, typer.Option("--format")]
All = Annotated[bool, typer.Option("--all")]
WithDone = Annotated[bool, typer.Option("--done")]


def todo(
    event: MaybeEvent = None,
    *,
    all_: All = False,
    done_: WithDone = False,
    format_: Formatted = TaskFormat.table,
    options: Annotated[Options, "root", "dry_run", "force", "today", "open"],
) -> None:
    """What there is to do around an event, or all of them, by the day when it is due."""
    named = None if all_ else event
    order = order_of(options.root, options.today, named, every=all_, done=done_)
    if format_ in {TaskFormat.csv, TaskFormat.ics}:
        order = replace(order, workspace=sound_for(order.workspace, named))
        write_tasks(order, format_.value, options.into(options.root / FOLDER / "out"))
    else:
        print_tasks(order, format_.value)


@dataclass(frozen=True)
class TodoOrder:
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


def order_of(root: Path, today: dt.date, event: str | None, *, every: bool, done: bool) -> TodoOrder:
    """What was asked for; what is wrong with the plan is raised."""
    workspace = load(root, today)
    return TodoOrder(workspace, None if every else chosen_or_next(workspace, event), plan_of(root), done)


def print_tasks(order: TodoOrder, form: str) -> None:
    """Print the tasks on stdout as a table, or as Markdown with nothing around it; exit code 1 for errors in files."""
    workspace, titled = order.workspace, order.event is None
    spoken = words_for(workspace.root, language(), workspace.series.address)
    rows = rows_of(workspace, order.tasks(language()), spoken)
    if form == "markdown":
        typer.echo(checklist(rows, spoken, titled=titled).encode(), nl=False)
    elif form == "issue":
        typer.echo(issue(rows, spoken, order.title, titled=titled).encode(), nl=False)
    else:
        _print_table(order, rows)
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    if form == "table":
        typer.echo(next_line(rows))


def write_tasks(order: TodoOrder, form: str, options: Options) -> None:
    """Write the tasks into a CSV or .ics file, in the language of the event, not of the command line."""
    files = list(_files(order, form))
    if not files:
        typer.echo(say("todo_no_day"))
        return
    write_and_tell(files, options, say(CLOSINGS[form]))
    tell_advice(order.workspace, *([order.event] if order.event else []))


def _files(order: TodoOrder, form: str) -> Iterator[Artefact]:
    workspace, series = order.workspace, order.workspace.series
    name = f"{order.event.id}/tasks.{form}" if order.event else f"{series.id}-tasks.{form}"
    if form == "ics":
        yield from calendar.tasks(stage_of(workspace, kept()), order.tasks(""), name)
        return
    spoken = words_for(workspace.root, order.event.language if order.event else series.language, series.address)
    yield table(rows_of(workspace, order.tasks(spoken.language), spoken), spoken, name)


def _print_table(order: TodoOrder, rows: Sequence[Row]) -> None:
    """Print the title, the notes and the tasks in columns; the column of what helps only where there is room."""
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
    print_table((*columns, *(("how",) if helps else ())), cells, [LATE if row.late else "" for row in rows])


def _notes(order: TodoOrder) -> Iterator[str]:
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
