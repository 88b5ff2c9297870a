"""`list`: all events, with how each of them stands."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from labcamp.model import Event
from labcamp.terminal import words
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import Options, TableFormat, Tabular
from labcamp.terminal.report import tell
from labcamp.terminal.status import Lights, State, in_words, lights
from labcamp.terminal.tables import Cell, Sheet, hand_over, print_table, width
from labcamp.workspace import Workspace, load

say = phrases_of("list")

COLUMNS = ("number", "date", "weekday", "place", "hosts", "status", *Lights._fields, "missing")
ROOMY = 110  # columns of a terminal; in a narrower one what `show` says as well makes room for the lights
LEFT_OUT = {"weekday", "place", "hosts"}
# Each state has a shape of its own, for who sees no colours
SIGNS: dict[State, tuple[str, str]] = {
    "yes": ("●", "green"),
    "partly": ("◐", "yellow"),
    "no": ("○", "red"),
    "none": ("–", "dim"),
}

COLUMNS_FOR_PROGRAMS = ("event", "title", "date", "time", "place", "hosts", "status", *Lights._fields, "missing")


def list_(
    *,
    format_: Tabular = TableFormat.table,
    options: Annotated[Options, "root", "out", "today", "open"],
) -> None:
    """All events in order, with how they stand and what is missing; what is wrong is told below."""
    workspace = load(options.root, options.today)
    folder = options.folder
    for_people = format_ is TableFormat.table and not options.open
    if not for_people:
        _hand_to_program(workspace, format_, folder, open_=options.open)
    elif workspace.events:
        print_events(workspace)
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    if for_people:
        typer.echo(say("list_next" if workspace.events else "list_empty"))


def _hand_to_program(workspace: "Workspace", format_: TableFormat, folder: Path, *, open_: bool) -> None:
    """Print the table of all events for another program, or write it and open it."""
    hand_over("list", [catalogue(workspace)], format_, folder if open_ else None, open_=open_)


def print_events(workspace: Workspace) -> None:
    """Print the table of all events: at a terminal with signs, else in words alone."""
    if sys.stdout.isatty():
        _print_with_signs(workspace)
        return
    rows = [(*_row(event, workspace.today, short=False), *told(workspace, event)) for event in workspace.events]
    print_table(COLUMNS, rows)


def _print_with_signs(workspace: Workspace) -> None:
    """Print the columns for which there is room, with the light of what is complete beside what is missing."""
    columns = [name for name in COLUMNS if name != "complete"]
    left_out = LEFT_OUT if width() < ROOMY else set()
    rows = [_row(event, workspace.today, short=True) + _signs(workspace, event) for event in workspace.events]
    kept = [place for place, name in enumerate(columns) if name not in left_out]
    print_table([columns[place] for place in kept], [[row[place] for place in kept] for row in rows])
    legend = (f"{sign} {say(f'sign_{state}')}" for state, (sign, _) in SIGNS.items())
    typer.echo(f"\n{'   '.join(legend)}")


def _row(event: Event, today: dt.date, *, short: bool) -> tuple[Cell, ...]:
    """An event, in short."""
    return (
        words.typed(event),
        words.date(event),
        words.weekday(event),
        words.town(event),
        words.hosts(event, short=short),
        words.status(event, today),
    )


def _signs(workspace: Workspace, event: Event) -> tuple[Cell, ...]:
    """The lights of an event as signs, the last one before what is missing."""
    *others, complete = (SIGNS[state] for state in lights(workspace, event))
    missing = ", ".join(words.missing(event, workspace.today)) or say("missing_nothing")
    return (*(Text(*sign) for sign in others), Text.assemble(complete, f" {missing}"))


def told(workspace: Workspace, event: Event) -> tuple[str, ...]:
    """The lights of an event in words, and what is missing."""
    return (*in_words(lights(workspace, event)), ", ".join(words.missing(event, workspace.today)))


def catalogue(workspace: Workspace) -> Sheet:
    """A row for each event, with its lights in words."""
    rows = [
        (
            event.id,
            event.heading,
            words.date(event),
            words.hours(event),
            words.place(event),
            words.hosts(event, short=False),
            words.status(event, workspace.today),
            *told(workspace, event),
        )
        for event in workspace.events
    ]
    return Sheet(workspace.series.title, [say(f"column_{name}") for name in COLUMNS_FOR_PROGRAMS], rows)
