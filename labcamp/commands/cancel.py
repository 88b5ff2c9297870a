"""`cancel`: an event does not take place."""

from typing import Annotated

import typer

from labcamp.terminal.edits import cancellation, edit_event
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import EditOptions, OneEvent, Yes
from labcamp.terminal.questions import somebody_sits_here
from labcamp.terminal.which_event import chosen
from labcamp.workspace import load

say = phrases_of("cancel")

Reason = Annotated[str | None, typer.Option("--reason")]


def cancel(event: OneEvent, *, reason: Reason = None, yes: Yes = False, options: EditOptions) -> None:
    """An event does not take place."""
    workspace = load(options.root, options.today)
    known = chosen(workspace, event)
    if reason is None and not known.reason and not yes and not options.dry_run and somebody_sits_here():
        reason = input(f"{say('ask_reason')} ").strip() or None
    edit_event(workspace, known, cancellation(known, reason), yes=yes, dry_run=options.dry_run)
