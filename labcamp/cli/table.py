"""The table of all events."""

import sys

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from labcamp.cli import words
from labcamp.cli.language import say
from labcamp.cli.report import plain
from labcamp.workspace import Workspace

WIDE = 100_000  # nothing is cut off where a program reads: a table is only as wide as it has to be
WHOLE = {"number", "date", "weekday", "status"}


def printed(workspace: Workspace) -> None:
    """The table stands on stdout."""
    seen = sys.stdout.isatty()
    # Titles come from people: `[bold]` and `:smile:` are text in them.
    console = Console(markup=False, emoji=False, highlight=False, no_color=plain(), width=None if seen else WIDE)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=0)
    for column in ("number", "date", "weekday", "place", "hosts", "status", "missing"):
        table.add_column(say(f"column_{column}"), no_wrap=column in WHOLE, overflow="fold")
    for event in workspace.events:
        table.add_row(
            str(event.number) if event.number is not None else event.id,
            words.date(event),
            words.weekday(event),
            words.town(event),
            words.hosts(event, short=seen),
            words.status(event, workspace.today),
            ", ".join(words.missing(event, workspace.today)),
        )
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        typer.echo(line.rstrip())
