"""The tables of the command line: rows in columns, as wide as the terminal."""

import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from itertools import zip_longest

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from labcamp.cli import words
from labcamp.cli.language import say
from labcamp.cli.report import plain
from labcamp.model import Event
from labcamp.workspace import Workspace

WIDE = 100_000  # nothing is cut off where a program reads: a table is only as wide as it has to be
WHOLE = {"number", "date", "weekday", "status", "kind", "verdict", "points", "task_id"}
FIXED = {"due": len("Thu 2026-11-19")}  # at a terminal, where words may stand below each other, but not a day


def printed(workspace: Workspace) -> None:
    """The table of all events stands on stdout."""
    seen = sys.stdout.isatty()
    columns = ("number", "date", "weekday", "place", "hosts", "status", "missing")
    drawn(columns, [_row(event, workspace.today, short=seen) for event in workspace.events])


def _row(event: Event, today: dt.date, *, short: bool) -> tuple[str, ...]:
    """An event, in short."""
    return (
        str(event.number) if event.number is not None else event.id,
        words.date(event),
        words.weekday(event),
        words.town(event),
        words.hosts(event, short=short),
        words.status(event, today),
        ", ".join(words.missing(event, today)),
    )


def width() -> int:
    """How many columns there is room for."""
    return _console().width


def _console() -> Console:
    # Titles come from people: `[bold]` and `:smile:` are text in them.
    wide = None if sys.stdout.isatty() else WIDE
    return Console(markup=False, emoji=False, highlight=False, no_color=plain(), width=wide)


def drawn(columns: Sequence[str], rows: Iterable[Sequence[str]], styles: Sequence[str] = ()) -> None:
    """A table stands on stdout; the phrases name its columns. A style is how its row looks."""
    seen, console = sys.stdout.isatty(), _console()
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=0)
    for column in columns:
        width = FIXED.get(column) if seen else None
        table.add_column(say(f"column_{column}"), no_wrap=column in WHOLE, overflow="fold", width=width)
    for row, style in zip_longest(rows, styles, fillvalue=""):
        table.add_row(*row, style=style)
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        typer.echo(line.rstrip())
