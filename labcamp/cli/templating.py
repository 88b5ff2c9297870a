"""`templates` and `schema`: what an organiser or an editor can build on."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for, say
from labcamp.cli.options import Lang, Root


class Schema(StrEnum):
    """The files that have a schema."""

    event = "event"
    series = "series"
    organisations = "organisations"
    private = "private"


Of = Annotated[Schema, typer.Argument(metavar=help_for("FILE"), help=help_for("schema_of"), show_default=False)]
Copy = Annotated[str | None, typer.Option("--copy", metavar="NAME", help=help_for("copy"))]


def templates(*, copy: Copy = None, root: Root = Path(), lang: Lang = None) -> None:
    """Which file each template comes from, or one more in the workspace to be changed."""
    from labcamp.render.templates import FOLDER, names, winner

    if copy is not None:
        _copy(copy, root)
        return
    known = names(root)
    width = max(map(len, known))
    for name in known:
        own = root / FOLDER / name
        origin = own.as_posix() if winner(root, name) == own else say("packaged")
        typer.echo(f"{name:<{width}}  {origin}")
    typer.echo(say("templates_next"))


def _copy(name: str, root: Path) -> None:
    """The packaged template is in the workspace too; LC006, LC007, LC009 where that cannot be."""
    from labcamp.artefact import Artefact
    from labcamp.check.shape import nearest
    from labcamp.cli.making import line
    from labcamp.findings import Place, UsageError, finding
    from labcamp.render.templates import FOLDER, names, packaged
    from labcamp.write import create
    from labcamp.write.places import stays_below

    if not stays_below(name):
        raise UsageError(finding("LC006", Place(name)))
    shipped = packaged().joinpath(name)
    if not shipped.is_file():
        raise UsageError(finding("LC009", Place(""), name=name, nearest=nearest(name, names(root))))
    outcome = create(Artefact(name, shipped.read_bytes()), root / FOLDER)
    typer.echo(line(outcome, dry_run=False))
    typer.echo(say("copied", path=outcome.path.as_posix()))


def schema(of: Of = Schema.event, *, lang: Lang = None) -> None:
    """The JSON Schema of one of our files."""
    import json

    from labcamp.render.schema import schema as made

    typer.echo(json.dumps(made(of), ensure_ascii=False, indent=2))
