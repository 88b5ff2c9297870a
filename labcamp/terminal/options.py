"""The options and arguments that commands share; they stand after the command, where people type them."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labcamp.findings import Place, UsageError, finding
from labcamp.terminal.language import help_for
from labcamp.terminal.report import Format

NO_EVENTS = ("series", "organisations", "avoid", "next", "last")

Strict = Annotated[bool, typer.Option("--strict", help=help_for("strict"))]
Formatted = Annotated[Format, typer.Option("--format", help=help_for("format"))]

Yes = Annotated[bool, typer.Option("--yes", help=help_for("yes"))]

TEXT = help_for("TEXT")


class Language(StrEnum):
    """The languages that labcamp speaks."""

    de = "de"
    en = "en"


class TableFormat(StrEnum):
    """How a table is told."""

    table = "table"
    csv = "csv"
    markdown = "markdown"


Tabular = Annotated[TableFormat, typer.Option("--format", help=help_for("format_table"), show_default=False)]
OpenTable = Annotated[bool, typer.Option("--open", help=help_for("open_table"))]
Root = Annotated[Path, typer.Option("--root", metavar=help_for("FOLDER"), help=help_for("root"), show_default=False)]
RootOrFound = Annotated[
    Path | None, typer.Option("--root", metavar=help_for("FOLDER"), help=help_for("root"), show_default=False)
]
Out = Annotated[Path | None, typer.Option("--out", metavar=help_for("FOLDER"), help=help_for("out"))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=help_for("dry_run"))]
Force = Annotated[bool, typer.Option("--force", help=help_for("force"))]
Today = Annotated[str | None, typer.Option("--today", metavar=help_for("DATE"), help=help_for("today"))]
Lang = Annotated[Language | None, typer.Option("--lang", help=help_for("lang"), show_default=False)]
# A bare `--to` comes as an empty text and means the list of the event (labcamp.cli.usage.with_values).
To = Annotated[
    str | None, typer.Option("--to", metavar=f"[{help_for('FILE')}]", help=help_for("to"), show_default=False)
]
ToList = Annotated[
    str | None, typer.Option("--to", metavar=f"[{help_for('FILE')}]", help=help_for("to_people"), show_default=False)
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar=help_for("NUMBER"), help=help_for("limit"))]
Notes = Annotated[bool, typer.Option("--notes", help=help_for("notes"))]
NoPdf = Annotated[bool, typer.Option("--no-pdf", help=help_for("no_pdf"))]
Open = Annotated[bool, typer.Option("--open", help=help_for("open"))]


def event_names(context: typer.Context, incomplete: str) -> Iterator[str]:
    """What can stand for an event, for the shell's completion: from the names of the files, for it has to be quick."""
    folder = Path(context.params.get("root") or ".") / "events"
    ids = sorted(path.stem for path in folder.glob("*.yaml") if path.stem not in NO_EVENTS)
    return (name for name in ("next", "last", *ids) if name.startswith(incomplete))


OneEvent = Annotated[str, typer.Argument(metavar=help_for("EVENT"), help=help_for("event"), autocompletion=event_names)]
EventOrNext = Annotated[
    str | None, typer.Argument(metavar=help_for("EVENT"), help=help_for("event_or_next"), autocompletion=event_names)
]
EventOrFeed = Annotated[
    str | None, typer.Argument(metavar=help_for("EVENT"), help=help_for("event_or_feed"), autocompletion=event_names)
]
EventOrAll = Annotated[
    str | None, typer.Argument(metavar=help_for("EVENT"), help=help_for("event_or_all"), autocompletion=event_names)
]


def day(today: str | None) -> dt.date:
    """The day that `--today` names, else the real one; nobody else asks the clock."""
    if today is None:
        return dt.datetime.now().astimezone().date()
    from labcamp.model.texts import day_of

    try:
        return day_of(today.strip())
    except ValueError as problem:
        raise UsageError(finding("LC206", Place("--today"), text=today, key="--today")) from problem


Ready = Annotated[bool, typer.Option("--ready", help=help_for("ready"))]
