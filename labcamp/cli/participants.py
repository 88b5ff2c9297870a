"""`people`: what was understood of a list of people; the one place where their names stand."""

from pathlib import Path

import typer

from labcamp.cli.options import Event, Lang, Root, Today, ToList, day
from labcamp.cli.report import tell


def people(event: Event, *, to: ToList = None, root: Root = Path(), today: Today = None, lang: Lang = None) -> None:
    """How a list was read, what its columns mean, how many there are of whom, and who gets mail."""
    from labcamp.cli.choice import chosen
    from labcamp.cli.people import columns_shown, counts, how_read, in_columns, next_line
    from labcamp.cli.table import drawn
    from labcamp.people import people_of
    from labcamp.private import FOLDER
    from labcamp.workspace import load

    workspace = load(root, day(today))
    known = chosen(workspace, event)
    path = Path(to) if to else root / FOLDER / f"{known.id}.csv"
    found = people_of(root, known.id, path)
    typer.echo(f"{known.heading}\n\n{how_read(found, path)}\n")
    columns_shown(found)
    typer.echo()
    drawn(("counted", "value", "people"), counts(found))
    typer.echo()
    if found.participants:
        drawn(("line", "name", "email", "organisation", "country", "seat"), map(in_columns, found.participants))
    tell(found.findings)
    typer.echo(next_line(workspace, known, found, path))
