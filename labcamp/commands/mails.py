"""`mails`: the mails around an event, and when each is due."""

from typing import Annotated

import typer

from labcamp.planning.duties import duties
from labcamp.terminal.options import MaybeEvent, Options
from labcamp.terminal.report import tell
from labcamp.terminal.status import in_columns, next_line
from labcamp.terminal.tables import print_table
from labcamp.terminal.which_event import chosen_or_next
from labcamp.workspace import load


def mails(event: MaybeEvent = None, *, options: Annotated[Options, "root", "out", "today"]) -> None:
    """The mails around an event in the order of its plan; the last lines say which one is next."""
    workspace = load(options.root, options.today)
    known = chosen_or_next(workspace, event)
    found = duties(workspace, known, options.folder)
    typer.echo(f"{known.heading}\n")
    rows = [in_columns(known, duty, workspace.today) for duty in found]
    print_table(("mail", "kind", "due", "audience", "missing", "standing"), rows)
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    typer.echo(next_line(known, found, workspace.today))
