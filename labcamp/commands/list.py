"""`list`: all events, with how each of them stands."""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from labcamp.files.spreadsheets import Sheet
from labcamp.model import Event
from labcamp.planning.duties import kinds_due
from labcamp.terminal import words
from labcamp.terminal.fold import BETWEEN, filled, joined, length, padded
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import Options, TableFormat, Tabular
from labcamp.terminal.report import EASY, ROOMY, styled, tell
from labcamp.terminal.status import Lights, State, in_words, lights
from labcamp.terminal.tables import Cell, hand_over, print_table, width
from labcamp.workspace import Workspace, last_event, load, next_event
from labcamp.workspace.met import met_until

say = phrases_of("list")

COLUMNS = ("number", "date", "weekday", "place", "hosts", "status", *Lights._fields, "missing")
# Each state has a shape of its own, for who sees no colours
SIGNS: dict[State, tuple[str, str]] = {
    "yes": ("●", "green"),
    "partly": ("◐", "yellow"),
    "no": ("○", "red"),
    "none": ("–", "dim"),
}

NOTES = 6  # columns in front of what is told below an event
OVER = ("documented", "complete")  # lights that say in a word what an archive lacks

COLUMNS_FOR_PROGRAMS = (
    "event",
    "title",
    "date",
    "time",
    "place",
    "hosts",
    "status",
    *Lights._fields,
    "missing",
    "page",
)


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
        print_events(workspace, folder)
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    if for_people:
        shown = next_event(workspace) or last_event(workspace)
        typer.echo(say("list_next", event=words.typed(shown)) if shown else say("list_empty"))


def _hand_to_program(workspace: "Workspace", format_: TableFormat, folder: Path, *, open_: bool) -> None:
    """Print the table of all events for another program, or write it and open it."""
    into = folder if open_ or format_ is TableFormat.xlsx else None
    hand_over("list", [catalogue(workspace, folder)], format_, into, open_=open_)


def print_events(workspace: Workspace, folder: Path) -> None:
    """Print all events: at a terminal what comes and what was, else a whole table in words; the site is in a folder."""
    if not sys.stdout.isatty():
        print_table(COLUMNS, [(*_row(event, workspace.today), *told(workspace, event)) for event in workspace.events])
        return
    today = workspace.today
    number = len(workspace.events)
    typer.echo(say("list_title" if number != 1 else "list_title_one", title=workspace.series.title, count=number))
    for heading, over in (("list_coming", False), ("list_past", True)):
        if events := [event for event in workspace.events if event.is_past(today) is over]:
            typer.echo(f"\n{styled(say(heading), 'bold')}")
            for event in events:
                typer.echo("\n".join(_told(workspace, event, folder, min(width(), EASY))))
    legend = BETWEEN.join(f"{SIGNS[state][0]} {say(f'sign_{state}')}" for state in ("partly", "no"))
    typer.echo(f"\n{legend}\n")


def _row(event: Event, today: dt.date) -> tuple[Cell, ...]:
    """An event, in short."""
    return (
        words.typed(event),
        words.date(event),
        words.weekday(event),
        words.town(event),
        words.hosts(event, short=False),
        words.status(event, today),
    )


def _told(workspace: Workspace, event: Event, folder: Path, room: int) -> list[str]:
    """The lines of an event: its number, day and theme, how it stands, and what is still to do about it."""
    number = str(event.number) if event.number is not None else styled("–", "dim")
    day_room = max(map(len, say("weekdays").split())) + len(" 11.03.2027")
    day = f"{words.weekday(event)} {words.figures(event.days[0])}" if event.days else f"{words.date(event):>{day_room}}"
    head = f"{' ' * (4 - length(number))}{number}  {day:<{day_room}}  "
    hanging = " " * length(head)
    notes = list(_notes(workspace, event, folder))
    held = event.is_past(workspace.today) and not event.cancelled
    right = ("  ".join(notes) if held else words.status(event, workspace.today)) if room >= ROOMY else ""
    title = event.theme or event.title
    if event.days[1:]:
        title = f"{title} ({say('until', date=words.figures(event.days[-1]))})"
    left = room - length(hanging) - length(right) - len("  ")
    beside = bool(right) and length(title) <= left
    if beside:
        lines = [f"{head}{padded(title, left)}  {right}"]
    else:
        lines = [*filled(title, room, head, hanging)]
        notes = notes if held else [words.status(event, workspace.today), *notes]
    return lines + ([] if beside and held else joined(notes, room, " " * NOTES))


def _notes(workspace: Workspace, event: Event, folder: Path) -> Iterator[str]:
    """What is still to do about an event, each behind the sign of its light; its name where it has no number."""
    known, over = lights(workspace, event), event.is_past(workspace.today)
    if event.number is None:
        yield words.typed(event)
    values = {"missing": ", ".join(words.missing(event, workspace.today)), **_mails(workspace, event)}
    values |= {"lacking": ", ".join(words.lacking(workspace, event))}
    for name, state in zip(Lights._fields, known, strict=True):
        if state in {"no", "partly"}:
            phrase = f"note_{name}_over" if over and name in OVER else f"note_{name}_{state}"
            yield f"{styled(*SIGNS[state])} {say(phrase, **values)}"
    if day := met_until(workspace.root, event):
        yield f"{styled(*SIGNS['partly'])} {say('note_met', day=words.figures(day))}"
    if not over and not {"no", "partly"} & {*known}:
        yield f"{styled(*SIGNS['yes'])} {say('sign_yes')}"
    if known.documented in {"yes", "partly"} and (page := words.page(workspace, event, folder)):
        yield f"{styled(*SIGNS['yes'])} {page}"


def _mails(workspace: Workspace, event: Event) -> dict[str, str]:
    """Which mails are due by now, with the word for one or for several."""
    names = [say(f"name_{kind}") for kind in kinds_due(workspace, event)]
    return {"mail": say("note_mail" if len(names) == 1 else "note_mails"), "names": ", ".join(names)}


def told(workspace: Workspace, event: Event) -> tuple[str, ...]:
    """The lights of an event in words, and what is missing."""
    return (*in_words(lights(workspace, event)), ", ".join(words.missing(event, workspace.today)))


def catalogue(workspace: Workspace, folder: Path) -> Sheet:
    """A row for each event, with its lights in words."""
    rows = [
        (
            event.id,
            event.heading,
            event.days[0] if len(event.days) == 1 else words.date(event),
            words.hours(event),
            words.place(event),
            words.hosts(event, short=False),
            words.status(event, workspace.today),
            *told(workspace, event),
            words.page(workspace, event, folder),
        )
        for event in workspace.events
    ]
    return Sheet(workspace.series.title, [say(f"column_{name}") for name in COLUMNS_FOR_PROGRAMS], rows)
