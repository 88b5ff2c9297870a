"""`list` and `show`: what the series knows."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from labcamp.cli.language import say
from labcamp.cli.options import EventOrNext, Lang, OpenTable, Out, Root, TableFormat, Tabular, Today, day
from labcamp.cli.report import tell

if TYPE_CHECKING:
    from labcamp.workspace import Workspace


def list_(
    *,
    format_: Tabular = TableFormat.table,
    root: Root = Path(),
    out: Out = None,
    open_: OpenTable = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """All events in order, with how they stand and what is missing; what is wrong is told below."""
    from labcamp.workspace import load

    workspace = load(root, day(today))
    folder = out or root / "out"
    for_people = format_ is TableFormat.table and not open_
    if not for_people:
        _for_programs(workspace, format_, folder, open_=open_)
    elif workspace.events:
        from labcamp.cli.overview import shown

        shown(workspace, folder)
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    if for_people:
        typer.echo(say("list_next" if workspace.events else "list_empty"))


def _for_programs(workspace: "Workspace", format_: TableFormat, folder: Path, *, open_: bool) -> None:
    """The table is on stdout for another program, or opened by one."""
    from labcamp.cli.catalogue import catalogue
    from labcamp.cli.sheets import handed_over

    handed_over("list", [catalogue(workspace, folder)], format_, folder if open_ else None, open_=open_)


def show(
    event: EventOrNext = None, *, root: Root = Path(), out: Out = None, today: Today = None, lang: Lang = None
) -> None:
    """Everything that is known about one event."""
    from labcamp.cli.choice import chosen_or_next
    from labcamp.cli.details import details, findings_of
    from labcamp.workspace import load

    workspace = load(root, day(today))
    known = chosen_or_next(workspace, event)
    typer.echo("\n".join(details(workspace, known, out or root / "out")))
    tell(findings_of(workspace, known))
    typer.echo(say("show_next", path=(root / "events" / f"{known.id}.yaml").as_posix(), id=known.id))
