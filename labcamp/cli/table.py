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


def printed(workspace: Workspace) -> None:
    """The table stands on stdout."""
    narrow = sys.stdout.isatty()
    # Titles come from people: `[bold]` and `:smile:` are text in them.
    console = Console(markup=False, emoji=False, highlight=False, no_color=plain(), width=None if narrow else WIDE)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in ("number", "date", "weekday", "place", "hosts", "status", "missing"):
        table.add_column(say(f"column_{column}"), no_wrap=column in {"date", "weekday"}, overflow="fold")
    for event in workspace.events:
        table.add_row(
            str(event.number) if event.number is not None else event.id,
            words.date(event),
            words.weekday(event),
            words.place(event),
            ", ".join(host.name for host in event.hosts),
            words.status(event, workspace.today),
            ", ".join(words.missing(event, workspace.today)),
        )
    with console.capture() as captured:
        console.print(table)
    for line in captured.get().splitlines():
        typer.echo(line.rstrip())
