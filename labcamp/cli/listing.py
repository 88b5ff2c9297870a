"""`list` and `show`: what the series knows."""

from pathlib import Path

import typer

from labcamp.cli.language import say
from labcamp.cli.options import EventOrNext, Lang, Out, Root, Today, day
from labcamp.cli.report import tell


def list_(*, root: Root = Path(), today: Today = None, lang: Lang = None) -> None:
    """All events in order, with what is missing; what is wrong is told below."""
    from labcamp.cli.table import printed
    from labcamp.workspace import load

    workspace = load(root, day(today))
    if workspace.events:
        printed(workspace)
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    typer.echo(say("list_next" if workspace.events else "list_empty"))


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
