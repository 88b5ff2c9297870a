"""`templates`: which there are, and a copy of one of them."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.shape import nearest
from labcamp.files.templates import FOLDER, names, packaged, winner
from labcamp.files.write import create, stays_below
from labcamp.findings import Place, UsageError, finding
from labcamp.model.artefact import Artefact
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import Options
from labcamp.terminal.report import outcome_line
from labcamp.terminal.tables import print_pairs

say = phrases_of("templates")

GROUPS = ("fonts/", "words.")  # one description for all of them

Copy = Annotated[str | None, typer.Option("--copy")]


def templates(*, copy: Copy = None, options: Annotated[Options, "root"]) -> None:
    """Which file each template comes from, or one more in the workspace to be changed."""
    if copy is not None:
        _copy(copy, options.root)
        return
    print_pairs((name, _about(options.root, name)) for name in names(options.root))
    typer.echo(say("templates_next"))


def _about(root: Path, name: str) -> str:
    """What a template is for, and where it lies unless it comes with labcamp."""
    shipped = packaged().joinpath(name).is_file()
    group = next((start for start in GROUPS if name.startswith(start)), name)
    about = say(f"about_{group if shipped else 'own'}")
    own = root / FOLDER / name
    return f"{about}: {own.as_posix()}" if winner(root, name) == own else about


def _copy(name: str, root: Path) -> None:
    """Copy a packaged template into the workspace; LC006, LC007, LC009 where that cannot be."""
    if not stays_below(name):
        raise UsageError(finding("LC006", Place(name)))
    shipped = packaged().joinpath(name)
    if not shipped.is_file():
        raise UsageError(finding("LC009", Place(""), name=name, nearest=nearest(name, names(root))))
    outcome = create(Artefact(name, shipped.read_bytes()), root / FOLDER)
    typer.echo(outcome_line(outcome, dry_run=False))
    typer.echo(say("copied", path=outcome.path.as_posix()))
