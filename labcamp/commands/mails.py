"""`mails`: the mails around an event, and when each is due."""

from pathlib import Path

import typer

from labcamp.terminal.event import chosen_or_next
from labcamp.terminal.options import EventOrNext, Lang, Out, Root, Today, day
from labcamp.terminal.report import tell
from labcamp.terminal.standing import duties, in_columns, next_line
from labcamp.terminal.tables import drawn
from labcamp.workspace import load


def mails(
    event: EventOrNext = None, *, root: Root = Path(), out: Out = None, today: Today = None, lang: Lang = None
) -> None:
    """The mails around an event in the order of its plan; the last line says which one to make now."""
    workspace = load(root, day(today))
    known = chosen_or_next(workspace, event)
    found = duties(workspace, known, out or root / "out")
    typer.echo(f"{known.heading}\n")
    drawn(("mail", "kind", "due", "audience", "missing", "standing"), map(in_columns, found))
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    typer.echo(next_line(known, found, workspace.today))
