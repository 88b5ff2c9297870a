"""`mails`: which mails go out around an event, and how they stand."""

from pathlib import Path

import typer

from labcamp.cli.options import EventOrNext, Lang, Out, Root, Today, day
from labcamp.cli.report import tell


def mails(
    event: EventOrNext = None, *, root: Root = Path(), out: Out = None, today: Today = None, lang: Lang = None
) -> None:
    """The mails around an event in the order of its plan; the last line says which one to make now."""
    from labcamp.cli.choice import chosen_or_next
    from labcamp.cli.standing import duties, in_columns, next_line
    from labcamp.cli.table import drawn
    from labcamp.workspace import load

    workspace = load(root, day(today))
    known = chosen_or_next(workspace, event)
    found = duties(workspace, known, out or root / "out")
    typer.echo(f"{known.heading}\n")
    drawn(("mail", "kind", "due", "audience", "missing", "standing"), map(in_columns, found))
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    typer.echo(next_line(known, found, workspace.today))
