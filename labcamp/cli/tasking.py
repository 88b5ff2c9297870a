"""`todo` and `done`: what there is to do around an event, and what is done."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for
from labcamp.cli.options import DryRun, Event, EventOrNext, Force, Lang, Open, Root, Today, day

TASK_ID = re.compile(r"^([a-z0-9][a-z0-9-]*):", re.MULTILINE)


class Format(StrEnum):
    """How `todo` shows tasks."""

    table = "table"
    markdown = "markdown"
    csv = "csv"
    ics = "ics"
    issue = "issue"


def task_names(context: typer.Context, incomplete: str) -> Iterator[str]:
    """The names of the tasks, for the shell's completion: only the beginnings of lines, for it has to be quick."""
    from labcamp.render.templates import text_of

    text = text_of(Path(context.params.get("root") or "."), "tasks.yaml") or ""
    return (name for name in TASK_ID.findall(text) if name.startswith(incomplete))


Formatted = Annotated[Format, typer.Option("--format", help=help_for("format_tasks"))]
All = Annotated[bool, typer.Option("--all", help=help_for("all_events"))]
WithDone = Annotated[bool, typer.Option("--done", help=help_for("with_done"))]
Undo = Annotated[bool, typer.Option("--undo", help=help_for("undo"))]
Tasks = Annotated[
    list[str], typer.Argument(metavar=help_for("TASK"), help=help_for("tasks"), autocompletion=task_names)
]


def todo(
    event: EventOrNext = None,
    *,
    all_: All = False,
    done_: WithDone = False,
    format_: Formatted = Format.table,
    root: Root = Path(),
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """What there is to do around an event, or all of them, by the day when it is due."""
    from labcamp.cli.making import Target
    from labcamp.cli.todos import asked, shown, written
    from labcamp.private import FOLDER

    order = asked(root, day(today), None if all_ else event, every=all_, done=done_)
    if format_ in {Format.csv, Format.ics}:
        written(order, format_.value, Target(root / FOLDER / "out", dry_run, force, open_))
    else:
        shown(order, format_.value)


def done(
    event: Event,
    tasks: Tasks,
    *,
    undo: Undo = False,
    root: Root = Path(),
    dry_run: DryRun = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """The file of an event says that tasks are done, or no longer says so."""
    from labcamp.cli.choice import chosen
    from labcamp.cli.ticking import ticked
    from labcamp.workspace import load

    workspace = load(root, day(today))
    ticked(workspace, chosen(workspace, event), tasks, undo=undo, dry_run=dry_run)
