"""`todo`: what there is to do around an event, and when."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from textwrap import wrap
from typing import Annotated, NamedTuple

import typer

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.planning.tasks import Listed, Plan, all_tasks, by_day, open_before, plan_of
from labcamp.render import calendar
from labcamp.render.stage import stage_of
from labcamp.render.tasks import Row, checklist, issue, rows_of, table
from labcamp.render.words import Words, words_for
from labcamp.terminal.kept import kept
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.making import is_sound_for, sound_for, tell_advice, tell_left_aside, write_and_tell
from labcamp.terminal.options import MaybeEvent, Options
from labcamp.terminal.report import plain, tell
from labcamp.terminal.tables import in_lines, print_wrapped, width
from labcamp.terminal.tasks import next_line
from labcamp.terminal.which_event import chosen_or_next
from labcamp.terminal.words import figures
from labcamp.workspace import Workspace, last_event, load
from labcamp.workspace.met import met_until
from labcamp.workspace.private import FOLDER

say = phrases_of("todo")

SHOWN = 10  # tasks at a terminal, or as many as are late
LEGIBLE = 36  # columns of a task, below which who does it has no column beside it
OPEN, DONE = "□", "☑"
MARGIN = " " * len("  □ ")
CLOSINGS = {"csv": "todo_csv", "xlsx": "todo_csv", "ics": "todo_ics"}


class TaskFormat(StrEnum):
    """How `todo` shows tasks."""

    table = "table"
    markdown = "markdown"
    csv = "csv"
    xlsx = "xlsx"
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
    order = order_of(options.root, options.today, event, every=all_, done=done_)
    if format_.value in CLOSINGS:
        order = replace(order, workspace=sound_for(order.workspace, event))
        write_tasks(order, format_.value, options.into(options.root / FOLDER / "out"))
    else:
        print_tasks(order, format_.value, event)


@dataclass(frozen=True)
class TodoOrder:
    """What was asked for: the tasks of one event, or (None) of all; `done` ones, too; the `whole` list, or its head."""

    workspace: Workspace
    event: Event | None
    plan: Plan
    done: bool
    whole: bool

    def tasks(self, spoken: str) -> tuple[Listed, ...]:
        """The tasks in a language, by due day; an empty text means that of each event."""
        events = (self.event,) if self.event else self.workspace.events
        found = all_tasks(self.workspace, events, self.plan, spoken)
        return tuple(each for each in found if self.done or not each.task.done)

    def agreed_before(self, words: Words) -> Iterator[Listed]:
        """What was agreed before the one event and is still open, unless that is called off or long over."""
        one = self.event if self.event and not self.event.cancelled else None
        latest = one and (not one.is_past(self.workspace.today) or one == last_event(self.workspace))
        for event, task in open_before(self.workspace, one) if one and latest else ():
            title = words("tasks.entry", title=event.title, task=task.title)
            yield Listed(event, replace(task, title=title))

    @property
    def title(self) -> str:
        """What it is about."""
        return self.event.heading if self.event else self.workspace.series.title


def order_of(root: Path, today: dt.date, event: str | None, *, every: bool, done: bool) -> TodoOrder:
    """What was asked for; what is wrong with the plan is raised."""
    workspace = load(root, today)
    one = None if every and event is None else chosen_or_next(workspace, event)
    return TodoOrder(workspace, one, plan_of(root), done, every)


def print_tasks(order: TodoOrder, form: str, wanted: str | None) -> None:
    """Print the tasks on stdout by month, or as Markdown with nothing around it.

    What is wrong with other events than the one that is wanted is told at the end, all else ends with exit code 1.
    """
    workspace, titled = order.workspace, order.event is None
    spoken = words_for(workspace.root, language(), workspace.series.address)
    listed = by_day((*order.tasks(language()), *order.agreed_before(spoken)))
    rows = rows_of(workspace, listed, spoken)
    if form == "markdown":
        typer.echo(checklist(rows, spoken, titled=titled).encode(), nl=False)
    elif form == "issue":
        typer.echo(issue(rows, spoken, order.title, titled=titled).encode(), nl=False)
    else:
        _print_list(order, rows)
    if form == "table" and is_sound_for(workspace, wanted):
        print_wrapped(next_line(rows))
    if not is_sound_for(workspace, wanted):
        tell(workspace.errors)
        raise typer.Exit(1)
    tell_left_aside(workspace.errors)


def write_tasks(order: TodoOrder, form: str, options: Options) -> None:
    """Write the tasks into a file for Excel or a calendar, in the language of the event, not of the command line."""
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


def _print_list(order: TodoOrder, rows: Sequence[Row]) -> None:
    """Print the title, the notes and the tasks by month; at a terminal what comes first, and how to see the rest."""
    print_wrapped(_heading(order, rows))
    for note in _notes(order):
        typer.echo()
        print_wrapped(note, hanging="")
    ordered = sorted(rows, key=lambda row: row.done)  # what is done comes last
    late = sum(row.late for row in rows)
    shown = ordered if order.whole or not sys.stdout.isatty() else ordered[: max(late, SHOWN)]
    layout = _layout(order, shown)
    for month, of_month in groupby(shown, _month):
        typer.echo(f"\n{month}")
        for row in of_month:
            text = "\n".join(_entry(order, row, layout))
            typer.echo(typer.style(text, fg="red", bold=True) if row.late else text, color=False if plain() else None)
    if left := len(ordered) - len(shown):
        typer.echo(say("todo_more", count=left, event=f"{order.event.typed} " if order.event else ""))
    typer.echo()


class Layout(NamedTuple):
    """How many columns there are, and how many a day and a task take; 0 where who does it stands behind the task."""

    columns: int
    day: int
    task: int


def _layout(order: TodoOrder, rows: Sequence[Row]) -> Layout:
    """The columns that fit: who does a task has one of its own where enough is left for the task."""
    day = max((len(_day(row)) + len("  ") for row in rows if _day(row)), default=0)
    owner = max((len(row.owner) for row in rows), default=0)
    room = width() - len(MARGIN) - day - len("  ") - owner
    task = min(room, max((len(_title(order, row)) for row in rows), default=0))
    return Layout(width(), day, task if room >= LEGIBLE else 0)


def _entry(order: TodoOrder, row: Row, layout: Layout) -> Iterator[str]:
    """A task: when, what and who, and on a line of its own what helps."""
    day = layout.day if _day(row) else 0
    head = f"  {DONE if row.done else OPEN} {_day(row):<{day}}"
    hanging = " " * len(head)
    text = _title(order, row)
    if layout.task:
        room = layout.task + layout.day - day
        first, *more = wrap(text, room, break_on_hyphens=False)
        yield f"{head}{first:<{room}}  {row.owner}"
        yield from (hanging + line for line in more)
    else:
        yield from in_lines(f"{text} ({row.owner})", head, hanging)
    if row.how and not row.done:
        indent = hanging if len(hanging) + len(row.how) <= layout.columns else MARGIN
        yield from in_lines(row.how, indent, indent)


def _title(order: TodoOrder, row: Row) -> str:
    """What is to be done, and the name that `done` takes; where all events are listed, for which of them."""
    return f"{'' if order.event else f'{row.event.title}: '}{row.title} [{row.id}]"


def _heading(order: TodoOrder, rows: Sequence[Row]) -> str:
    """What it is about, and how much there is to do."""
    late = sum(row.late for row in rows)
    counts = {"todo_late": late, "todo_later": sum(not row.done for row in rows) - late}
    parts = [say(key, count=count) for key, count in counts.items() if count]
    return f"{order.title} ({', '.join(parts)})" if parts else order.title


def _month(row: Row) -> str:
    """Below which heading a task stands."""
    if row.done or row.late or row.day is None:
        return say("task_done" if row.done else "task_now" if row.late else "todo_no_due")
    return say("todo_month", month=say("months_in_full").split()[row.day.month - 1], year=row.day.year)


def _day(row: Row) -> str:
    """The day of a task within its month, for what cannot wait and what is done none."""
    if row.done or row.late or row.day is None:
        return ""
    return say("todo_day", weekday=say("weekdays").split()[row.day.weekday()], day=row.day.day)


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
    if day := met_until(order.workspace.root, event):
        yield say("todo_met", day=figures(day))
