"""`mails`: the mails around an event, and when each is due."""

import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from labcamp.model import Event
from labcamp.planning.duties import Duty, duties
from labcamp.planning.mails import MAILS
from labcamp.terminal.fold import joined, length, padded
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import MaybeEvent, Options
from labcamp.terminal.report import EASY, styled, tell
from labcamp.terminal.status import command_of, in_columns, next_line, when_short
from labcamp.terminal.tables import print_table, width
from labcamp.terminal.which_event import chosen_or_next
from labcamp.workspace import Workspace, load

say = phrases_of("mails")


def mails(event: MaybeEvent = None, *, options: Annotated[Options, "root", "out", "today"]) -> None:
    """The mails around an event in the order of its plan; the last lines say which one is next."""
    workspace = load(options.root, options.today)
    known = chosen_or_next(workspace, event)
    found = duties(workspace, known, options.folder)
    if sys.stdout.isatty():
        _print_for_people(workspace, known, found)
    else:
        typer.echo(f"{known.heading}\n")
        rows = [in_columns(known, duty, workspace.today) for duty in found]
        print_table(("mail", "kind", "due", "audience", "missing", "standing"), rows)
    tell(workspace.errors)
    if workspace.errors:
        raise typer.Exit(1)
    typer.echo(next_line(known, found, workspace.today))


def _print_for_people(workspace: Workspace, event: Event, found: Sequence[Duty]) -> None:
    """Print two lines for each mail: when, which and to whom; below it what it lacks, and how to make it."""
    typer.echo(f"{styled(say('mails_title', title=event.title), 'bold')}\n")
    room = min(width(), EASY)
    whens = [when_short(event, duty, workspace.today) for duty in found]
    names = [say(f"name_{duty.kind}") for duty in found]
    whom = [say(f"to_whom_{MAILS[duty.kind].audience}") for duty in found]
    first, second, third = (max(map(length, texts), default=0) for texts in (whens, names, whom))
    beside = first + second + third + 3 * len("  ") <= room
    for duty, when, name, to in zip(found, whens, names, whom, strict=True):
        notes = list(_notes(event, duty, workspace.today))
        if beside:
            lines = [f"  {padded(when, first)}  {padded(name, second)}  {to}"]
            lines += joined(notes, room, " " * (first + len("    ")))
        else:
            lines = [f"  {name}", *joined([when, to, *notes], room, "    ")]
        typer.echo("\n".join(lines))
    typer.echo("")


def _notes(event: Event, duty: Duty, today: dt.date) -> Iterator[str]:
    """What a mail lacks, that it is made, and once it is due the command that makes it."""
    if duty.missing:
        yield styled(say("mail_lacks", what=", ".join(say(f"lacks_{key}") for key in duty.missing)), "yellow")
    if duty.progress in {"made", "placed"}:
        yield say(f"stands_{duty.progress}")
    if duty.to_do and (duty.due is None or duty.due <= today):
        yield command_of(event, duty)
