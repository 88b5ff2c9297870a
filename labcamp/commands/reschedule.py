"""`reschedule`: an event at another time."""

from typing import Annotated

import typer

from labcamp.findings import Place, UsageError, finding
from labcamp.terminal.edits import edit_event, moves
from labcamp.terminal.options import EditOptions, OneEvent, Yes
from labcamp.terminal.which_event import chosen
from labcamp.workspace import load

NewDate = Annotated[str | None, typer.Option("--date")]
NewTime = Annotated[str | None, typer.Option("--time")]


def reschedule(
    event: OneEvent, *, date: NewDate = None, time: NewTime = None, yes: Yes = False, options: EditOptions
) -> None:
    """An event has another day, or other hours."""
    if not (date or time):
        raise UsageError(finding("LC024", Place("")))
    workspace = load(options.root, options.today)
    known = chosen(workspace, event)
    plan = moves(workspace, known, date, time)
    edit_event(workspace, known, plan, yes=yes, dry_run=options.dry_run)
