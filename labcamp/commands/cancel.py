"""`cancel`: an event does not take place."""

from typing import Annotated

import typer

from labcamp.terminal.changes import cancellation, edit_event
from labcamp.terminal.options import EditOptions, OneEvent
from labcamp.terminal.which_event import chosen
from labcamp.workspace import load

Reason = Annotated[str | None, typer.Option("--reason")]


def cancel(event: OneEvent, *, reason: Reason = None, options: EditOptions) -> None:
    """An event does not take place."""
    workspace = load(options.root, options.today)
    edit_event(workspace, chosen(workspace, event), cancellation(reason), dry_run=options.dry_run)
