"""`render-print`: what is printed for the day."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for
from labcamp.cli.options import DryRun, EventOrNext, Force, Lang, Notes, Open, Out, Root, Today, ToList, day


def print_kinds(incomplete: str) -> Iterator[str]:
    """The names of the prints, for the shell's completion."""
    from labcamp.cli.prints import KINDS

    return (kind for kind in KINDS if kind.startswith(incomplete))


def badge_sizes(incomplete: str) -> Iterator[str]:
    """The sizes that badges have, for the shell's completion."""
    from labcamp.render.prints.badges import SIZES

    return (size for size in SIZES if size.startswith(incomplete))


Kind = Annotated[str, typer.Argument(metavar=help_for("KIND"), help=help_for("print_kind"), autocompletion=print_kinds)]
Size = Annotated[
    str | None,
    typer.Option("--size", metavar=help_for("SIZE"), help=help_for("size"), autocompletion=badge_sizes),
]


def render_print(
    kind: Kind,
    event: EventOrNext = None,
    *,
    notes: Notes = False,
    size: Size = None,
    to: ToList = None,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """One of the prints of one event; what names people goes to `private/out/` alone."""
    from labcamp.cli.making import Target, sound
    from labcamp.cli.prints import Order, known_kind, written

    options = {"notes": notes or None, "size": size, "to": to}
    given = {name: value for name, value in options.items() if value is not None}
    order = Order(sound(root, day(today)), known_kind(kind), event, given)
    written(order, out, Target(root / "out", dry_run, force, open_))
