"""`undo`: the last edit of a command is taken back."""

from typing import Annotated

import typer

from labcamp.files.undo import last_edit, take_back
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import Options
from labcamp.terminal.report import outcome_line

say = phrases_of("undo")

# What cannot be taken back, by the command that did it
LEFT = {
    "forget": "undo_not_people",
    "announce": "undo_not_sent",
    "cancel": "undo_not_sent",
    "reschedule": "undo_not_sent",
}


def undo(*, options: Annotated[Options, "root", "dry_run"]) -> None:
    """The files in `events/` are as they were before the last command that changed them."""
    edit = last_edit(options.root)
    for outcome in take_back(options.root, edit, dry_run=options.dry_run):
        typer.echo(outcome_line(outcome, dry_run=options.dry_run))
    if options.dry_run:
        typer.echo(say("dry_run"))
        return
    typer.echo(say("undone", command=edit.command))
    if edit.command in LEFT:
        typer.echo(say(LEFT[edit.command]))
