"""`reschedule`: an event at another time."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.findings import Place, UsageError, finding
from labcamp.terminal.changes import changed, moves
from labcamp.terminal.event import chosen
from labcamp.terminal.language import help_for
from labcamp.terminal.options import TEXT, DryRun, Lang, OneEvent, Root, Today, day
from labcamp.workspace import load

NewDate = Annotated[str | None, typer.Option("--date", metavar=TEXT, help=help_for("new_date"))]
NewTime = Annotated[str | None, typer.Option("--time", metavar=TEXT, help=help_for("new_time"))]


def reschedule(
    event: OneEvent,
    *,
    date: NewDate = None,
    time: NewTime = None,
    root: Root = Path(),
    dry_run: DryRun = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """An event has another day, or other hours."""
    if not (date or time):
        raise UsageError(finding("LC024", Place("")))
    workspace = load(root, day(today))
    known = chosen(workspace, event)
    changed(workspace, known, moves(workspace, known, date, time), dry_run=dry_run)
