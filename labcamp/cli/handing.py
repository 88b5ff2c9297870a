"""`handover`: a folder for the next host, with all that they need to know."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for
from labcamp.cli.options import DryRun, Event, Force, Lang, Open, Root, Today, day


def organisation_names(context: typer.Context, incomplete: str) -> Iterator[str]:
    """The ids of the organisations, for the shell's completion."""
    from labcamp.read import read_source

    path = Path(context.params.get("root") or ".") / "events/organisations.yaml"
    names = read_source(path, "").data if path.is_file() else {}
    return (name for name in names if name.startswith(incomplete))


ToOrganisation = Annotated[
    str | None,
    typer.Option("--to", metavar="ID", help=help_for("to_organisation"), autocompletion=organisation_names),
]


def handover(
    event: Event,
    *,
    to: ToOrganisation = None,
    root: Root = Path(),
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """The overview, the tasks, the texts and the file of an event in `private/out/<id>/handover-<organisation>/`."""
    from labcamp.cli.handovers import Order, handed_over

    handed_over(Order(root, day(today), event, to), dry_run=dry_run, force=force, open_=open_)
