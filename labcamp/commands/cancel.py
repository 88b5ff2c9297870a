"""`cancel`: an event does not take place."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.terminal.changes import cancellation, changed
from labcamp.terminal.event import chosen
from labcamp.terminal.language import help_for
from labcamp.terminal.options import TEXT, DryRun, Lang, OneEvent, Root, Today, day
from labcamp.workspace import load

Reason = Annotated[str | None, typer.Option("--reason", metavar=TEXT, help=help_for("reason"))]


def cancel(
    event: OneEvent,
    *,
    reason: Reason = None,
    root: Root = Path(),
    dry_run: DryRun = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """An event does not take place."""
    workspace = load(root, day(today))
    changed(workspace, chosen(workspace, event), cancellation(reason), dry_run=dry_run)
