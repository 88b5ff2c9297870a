"""The tables of the command line: rows in columns, as wide as the terminal."""

import sys
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import typer
from rich import box
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from labcamp.cli.language import say
from labcamp.cli.report import plain

WIDE = 100_000  # nothing is cut off where a program reads: a table is only as wide as it has to be
WHOLE = {"number", "date", "weekday", "status", "kind", "verdict", "points", "task_id"}
WHOLE |= {"announced", "mails", "documented", "private", "complete"}
FIXED = {"due": len("Thu 2026-11-19")}  # at a terminal, where words may stand below each other, but not a day
Cell = str | int | Text


def width() -> int:
    """How many columns there is room for."""
    return _console().width


def _console() -> Console:
    # Titles come from people: `[bold]` and `:smile:` are text in them.
    wide = None if sys.stdout.isatty() else WIDE
    return Console(markup=False, emoji=False, highlight=False, color_system=None if plain() else "auto", width=wide)


def drawn(columns: Sequence[str], rows: Iterable[Sequence[Cell]], styles: Sequence[str] = ()) -> None:
    """A table stands on stdout; the phrases name its columns. A style is how its row looks."""
    seen = sys.stdout.isatty()
    titles = [say(f"column_{column}") for column in columns]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=0)
    for column, title in zip(columns, titles, strict=True):
        table.add_column(title, no_wrap=column in WHOLE, overflow="fold", width=FIXED.get(column) if seen else None)
    _filled(table, rows, styles)


def tabulated(titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """A table stands on stdout whose columns have these titles; numbers stand at the right."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=0)
    for title, *cells in zip(titles, *rows, strict=True):
        justify: JustifyMethod = "right" if cells and all(isinstance(cell, int) for cell in cells) else "left"
        table.add_column(title, overflow="fold", justify=justify)
    _filled(table, rows, ())


def _filled(table: Table, rows: Iterable[Sequence[Cell]], styles: Sequence[str]) -> None:
    for row, style in zip_longest(rows, styles, fillvalue=""):
        table.add_row(*(cell if isinstance(cell, Text) else str(cell) for cell in row), style=str(style))
    screen = _console()
    with screen.capture() as captured:
        screen.print(table)
    for line in captured.get().splitlines():
        typer.echo(line.rstrip())
