"""`stats`: the series in figures."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labcamp.files.spreadsheets import Sheet
from labcamp.findings import LabcampError, Place, UsageError, finding
from labcamp.model import Organisation
from labcamp.model.texts import a_few
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import Options, TableFormat, Tabular
from labcamp.terminal.report import styled
from labcamp.terminal.tables import SheetRow, hand_over, print_titled_table
from labcamp.workspace import Workspace, load
from labcamp.workspace.figures import Figures, Heads, figures_of, years_of

say = phrases_of("stats")

SHOWN = 24  # rows of a table at a terminal, where nobody has asked for this one


class StatsTable(StrEnum):
    """What is counted."""

    events = "events"
    participants = "participants"
    uncounted = "uncounted"
    inputs = "inputs"
    hosts = "hosts"
    countries = "countries"
    levels = "levels"
    newcomers = "newcomers"
    topics = "topics"


OneYear = Annotated[int | None, typer.Option("--year")]
OneTable = Annotated[StatsTable | None, typer.Option("--table", show_default=False)]


def stats(
    *,
    year: OneYear = None,
    table: OneTable = None,
    format_: Tabular = TableFormat.table,
    options: Annotated[Options, "root", "out", "today", "open"],
) -> None:
    """What can be counted of the series; the last line says what to add to the files."""
    workspace = _of_year(options.root, options.today, year)
    figures = figures_of(workspace, year)
    sheets = [sheet_of(each, figures) for each in ([table] if table else StatsTable)]
    in_a_file = options.open or format_ is TableFormat.xlsx
    folder = options.out or (options.folder if in_a_file else None)
    for_people = format_ is TableFormat.table and folder is None
    if for_people:
        period = f"{workspace.series.title} {year}" if year else workspace.series.title
        typer.echo(say("stats_heading", period=period, count=len(figures.held), inputs=figures.sessions))
        _print_sheets(sheets, whole=table is not None or not sys.stdout.isatty())
    else:
        one_table = format_ is TableFormat.csv and len(sheets) > 1
        hand_over("stats", [in_one(sheets)] if one_table else sheets, format_, folder, open_=options.open)
    without = uncounted(figures)
    closing = say("stats_uncounted_next", events=without) if without else say("stats_next")
    typer.echo(closing, err=not for_people)


def _of_year(root: Path, today: dt.date, year: int | None) -> "Workspace":
    """The workspace, in which nothing is wrong, for then something would not be counted; LC040 for an empty year."""
    workspace = load(root, today)
    if workspace.errors:
        raise LabcampError(*workspace.errors)
    years = years_of(workspace.events)
    if year is not None and year not in years:
        raise UsageError(finding("LC040", Place("--year"), year=year, known=", ".join(map(str, years))))
    return workspace


def _print_sheets(sheets: list["Sheet"], *, whole: bool) -> None:
    """Print tables below each other, empty ones as one phrase; of long ones what comes first, and how to see all."""
    for name, sheet in zip(StatsTable, sheets, strict=False):
        typer.echo(f"\n{styled(sheet.title, 'bold')}")
        rows = sheet.rows if whole or len(sheet.rows) <= SHOWN else sheet.rows[:SHOWN]
        if rows:
            print_titled_table(sheet.columns, rows)
        else:
            typer.echo(say("stats_nothing"))
        if left := len(sheet.rows) - len(rows):
            typer.echo(say("stats_more", count=left, table=name))
    typer.echo("")


def sheet_of(name: str, figures: Figures) -> Sheet:
    """One of the tables, by its name."""
    columns, rows = TABLES[name]
    return Sheet(say(f"stats_{name}"), [say(f"column_{column}") for column in columns], list(rows(figures)))


def in_one(sheets: list[Sheet]) -> Sheet:
    """All tables as one with four columns, each figure in a row of its own: what a pivot table takes."""
    rows = [
        (sheet.title, row[0], column, value)
        for sheet in sheets
        for row in sheet.rows
        for column, value in zip(sheet.columns[1:], row[1:], strict=True)
    ]
    return Sheet("", [say(f"column_{column}") for column in ("table", "entry", "key", "figure")], rows)


def uncounted(figures: Figures) -> str:
    """The first events that lack a number of participants: `#2`, or their ids."""
    return a_few(event.id if event.number is None else f"#{event.number}" for event in figures.uncounted)


def _years(figures: Figures) -> Iterator[SheetRow]:
    for each in figures.years:
        yield each.year or say("stats_no_date"), each.held, each.cancelled, each.coming, each.unclear, each.inputs


def _participants(figures: Figures) -> Iterator[SheetRow]:
    for key, heads in (("people", figures.people), ("labs", figures.labs)):
        yield say(f"stats_{key}"), *_of(heads), heads.known, len(figures.held) - heads.known


def _of(heads: Heads) -> tuple[str | int, str | float]:
    """The sum and the median, as far as there is one."""
    if heads.middle is None:
        return say("stats_unknown"), say("stats_unknown")
    return heads.total, int(heads.middle) if heads.middle.is_integer() else heads.middle


def _uncounted(figures: Figures) -> Iterator[SheetRow]:
    for event in figures.uncounted:
        yield event.title, event.attendance.note or say("stats_unknown")


def _inputs(figures: Figures) -> Iterator[SheetRow]:
    return _counted(figures.inputs, figures.nameless)


def _hosts(figures: Figures) -> Iterator[SheetRow]:
    return _counted(figures.hosts, figures.hostless)


def _counted(counts: Mapping[Organisation, int], unknown: int) -> Iterator[SheetRow]:
    yield from ((organisation.name, count) for organisation, count in counts.items())
    if unknown:
        yield say("stats_unknown"), unknown


def _countries(figures: Figures) -> Iterator[SheetRow]:
    return ((name or say("stats_unknown"), count) for name, count in figures.countries.items())


def _levels(figures: Figures) -> Iterator[SheetRow]:
    return ((name or say("stats_unknown"), count) for name, count in figures.levels.items())


def _newcomers(figures: Figures) -> Iterator[SheetRow]:
    return ((year, organisation.name) for year, organisation in figures.newcomers)


def _topics(figures: Figures) -> Iterator[SheetRow]:
    return ((name, *counts) for name, counts in figures.topics.items())


# The columns of each table, and where its rows come from
TABLES: dict[str, tuple[tuple[str, ...], Callable[[Figures], Iterator[SheetRow]]]] = {
    "events": (("year", "held", "cancelled", "coming", "unclear", "inputs"), _years),
    "participants": (("heads", "sum", "median", "known", "unknown"), _participants),
    "uncounted": (("event", "note"), _uncounted),
    "inputs": (("organisation", "inputs"), _inputs),
    "hosts": (("organisation", "times"), _hosts),
    "countries": (("country", "labs"), _countries),
    "levels": (("level", "labs"), _levels),
    "newcomers": (("year", "organisation"), _newcomers),
    "topics": (("topic", "inputs", "times"), _topics),
}
