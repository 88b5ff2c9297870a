"""The table of all events: each of them in a line, with its lights."""

import datetime as dt
import sys
from pathlib import Path

import typer

from labcamp.cli import words
from labcamp.cli.language import say
from labcamp.cli.lights import Lights, State, in_words, lights
from labcamp.cli.table import Cell, drawn, width
from labcamp.model import Event
from labcamp.workspace import Workspace

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


def shown(workspace: Workspace, out: Path) -> None:
    """The table of all events stands on stdout: at a terminal with signs, else in words alone."""
    if sys.stdout.isatty():
        _with_signs(workspace, out)
        return
    rows = [(*_row(event, workspace.today, short=False), *told(workspace, event, out)) for event in workspace.events]
    drawn(COLUMNS, rows)


def _with_signs(workspace: Workspace, out: Path) -> None:
    """The columns for which there is room, with the light of what is complete beside what is missing."""
    columns = [name for name in COLUMNS if name != "complete"]
    left_out = LEFT_OUT if width() < ROOMY else set()
    rows = [_row(event, workspace.today, short=True) + _signs(workspace, event, out) for event in workspace.events]
    kept = [place for place, name in enumerate(columns) if name not in left_out]
    drawn([columns[place] for place in kept], [[row[place] for place in kept] for row in rows])
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


def _signs(workspace: Workspace, event: Event, out: Path) -> tuple[Cell, ...]:
    """The lights of an event as signs, the last one before what is missing."""
    from rich.text import Text

    *others, complete = (SIGNS[state] for state in lights(workspace, event, out))
    missing = ", ".join(words.missing(event, workspace.today)) or say("missing_nothing")
    return (*(Text(*sign) for sign in others), Text.assemble(complete, f" {missing}"))


def told(workspace: Workspace, event: Event, out: Path) -> tuple[str, ...]:
    """The lights of an event in words, and what is missing."""
    return (*in_words(lights(workspace, event, out)), ", ".join(words.missing(event, workspace.today)))
