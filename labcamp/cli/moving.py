"""`reschedule` and `cancel`: an event file is changed where it has to be, and nowhere else."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for
from labcamp.cli.options import DryRun, Event, Lang, Root, Today, day

TEXT = help_for("TEXT")
NewDate = Annotated[str | None, typer.Option("--date", metavar=TEXT, help=help_for("new_date"))]
NewTime = Annotated[str | None, typer.Option("--time", metavar=TEXT, help=help_for("new_time"))]
Reason = Annotated[str | None, typer.Option("--reason", metavar=TEXT, help=help_for("reason"))]


def reschedule(
    event: Event,
    *,
    date: NewDate = None,
    time: NewTime = None,
    root: Root = Path(),
    dry_run: DryRun = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """An event has another day, or other hours."""
    from labcamp.cli.choice import chosen
    from labcamp.cli.edits import changed, moves
    from labcamp.findings import Place, UsageError, finding
    from labcamp.workspace import load

    if not (date or time):
        raise UsageError(finding("LC024", Place("")))
    workspace = load(root, day(today))
    known = chosen(workspace, event)
    changed(workspace, known, moves(workspace, known, date, time), dry_run=dry_run)


def cancel(
    event: Event,
    *,
    reason: Reason = None,
    root: Root = Path(),
    dry_run: DryRun = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """An event does not take place."""
    from labcamp.cli.choice import chosen
    from labcamp.cli.edits import cancellation, changed
    from labcamp.workspace import load

    workspace = load(root, day(today))
    changed(workspace, chosen(workspace, event), cancellation(reason), dry_run=dry_run)
