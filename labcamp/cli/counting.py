"""`stats`: the series in figures, for the yearly report."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from labcamp.cli.language import help_for, say
from labcamp.cli.options import Lang, OpenTable, Out, Root, TableFormat, Tabular, Today, day
from labcamp.cli.report import plain

if TYPE_CHECKING:
    from labcamp.cli.sheets import Sheet
    from labcamp.workspace import Workspace


class Table(StrEnum):
    """What is counted."""

    events = "events"
    participants = "participants"
    uncounted = "uncounted"
    inputs = "inputs"
    hosts = "hosts"
    countries = "countries"
    levels = "levels"
    newcomers = "newcomers"


OneYear = Annotated[int | None, typer.Option("--year", metavar=help_for("YEAR"), help=help_for("year"))]
OneTable = Annotated[
    Table | None, typer.Option("--table", metavar=help_for("TABLE"), help=help_for("table"), show_default=False)
]


def stats(
    *,
    year: OneYear = None,
    table: OneTable = None,
    format_: Tabular = TableFormat.table,
    root: Root = Path(),
    out: Out = None,
    open_: OpenTable = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """What can be counted of the series; the last line says what to add to the files."""
    from labcamp.cli.sheets import handed_over
    from labcamp.cli.tallies import in_one, sheet_of, uncounted
    from labcamp.figures import figures_of

    workspace = _of_year(root, today, year)
    figures = figures_of(workspace, year)
    sheets = [sheet_of(each, figures) for each in ([table] if table else Table)]
    folder = out or (root / "out" if open_ else None)
    for_people = format_ is TableFormat.table and folder is None
    if for_people:
        period = f"{workspace.series.title} {year}" if year else workspace.series.title
        _shown(sheets, say("stats_heading", period=period, count=len(figures.held), inputs=figures.sessions))
    else:
        one_file = format_ is not TableFormat.markdown and len(sheets) > 1
        handed_over("stats", [in_one(sheets)] if one_file else sheets, format_, folder, open_=open_)
    without = uncounted(figures)
    closing = say("stats_uncounted_next", events=without) if without else say("stats_next")
    typer.echo(closing, err=not for_people)


def _of_year(root: Path, today: str | None, year: int | None) -> "Workspace":
    """The workspace, in which nothing is wrong, for then something would not be counted; LC040 for an empty year."""
    from labcamp.figures import years_of
    from labcamp.findings import LabcampError, Place, UsageError, finding
    from labcamp.workspace import load

    workspace = load(root, day(today))
    if workspace.errors:
        raise LabcampError(*workspace.errors)
    years = years_of(workspace.events)
    if year is not None and year not in years:
        raise UsageError(finding("LC040", Place("--year"), year=year, known=", ".join(map(str, years))))
    return workspace


def _shown(sheets: list["Sheet"], heading: str) -> None:
    """The tables stand below each other, those with nothing in them as one word."""
    from labcamp.cli.table import tabulated

    typer.echo(heading)
    for sheet in sheets:
        typer.echo(f"\n{typer.style(sheet.title, bold=True)}", color=False if plain() else None)
        if sheet.rows:
            tabulated(sheet.columns, sheet.rows)
        else:
            typer.echo(say("stats_nothing"))
    typer.echo("")
