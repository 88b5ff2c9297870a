"""`dates`: which day is good, and why."""

from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for, language, say
from labcamp.cli.options import Lang, Root, Today, day, event_names
from labcamp.cli.report import tell

TEXT = help_for("TEXT")


class Format(StrEnum):
    """How the days are told."""

    table = "table"
    csv = "csv"


Sought = Annotated[
    str | None, typer.Argument(metavar=help_for("EVENT"), help=help_for("event_sought"), autocompletion=event_names)
]
Between = Annotated[str | None, typer.Option("--between", metavar=help_for("PERIOD"), help=help_for("between"))]
Weekday = Annotated[str | None, typer.Option("--weekday", metavar=TEXT, help=help_for("weekday"))]
Hours = Annotated[str | None, typer.Option("--time", metavar=TEXT, help=help_for("time_of_day"))]
Top = Annotated[int, typer.Option("--top", min=1, metavar=help_for("NUMBER"), help=help_for("top"))]
Formatted = Annotated[Format, typer.Option("--format", help=help_for("format_dates"))]


def dates(
    event: Sought = None,
    *,
    between: Between = None,
    weekday: Weekday = None,
    time: Hours = None,
    top: Top = 10,
    format_: Formatted = Format.table,
    root: Root = Path(),
    today: Today = None,
    lang: Lang = None,
) -> None:
    """The best days of a period, each with what speaks for and against it."""
    from labcamp.avoid import avoided
    from labcamp.cli.candidates import as_csv, heading, table, weights_in_words
    from labcamp.cli.choice import chosen
    from labcamp.cli.periods import WORKING_DAYS, hours_between, period_between, usable, weekdays_of
    from labcamp.cli.words import typed
    from labcamp.dates import candidates
    from labcamp.dates.around import around_of, undated, usual_period
    from labcamp.free_days.calendars import unknown_schools
    from labcamp.free_days.words import unknown_in_words
    from labcamp.workspace import AVOID, EVENTS, load

    asked = period_between(between) if between is not None else None
    weekdays = weekdays_of(weekday) if weekday is not None else WORKING_DAYS
    hours = hours_between(time) if time is not None else None
    workspace = load(root, day(today))
    known = chosen(workspace, event) if event else undated(workspace)
    period = usable(asked or usual_period(workspace, known), weekdays, workspace.today)
    others, wrong = avoided(workspace, period)
    around = around_of(workspace, known, hours, others)
    length = max(len(known.days), 1) if known else 1
    found = candidates(period, weekdays, around, length=length)[:top]
    findings = (*workspace.errors, *wrong)
    if format_ is Format.csv:
        as_csv(found)
        tell(findings)
    else:
        typer.echo(f"{heading(period, weekdays, around.hours)}\n")
        table(found)
        typer.echo()
        typer.echo(weights_in_words(around))
        if unknown := unknown_schools(period.last, around.weights):
            typer.echo(say("dates_unknown", what=unknown_in_words(unknown, language())))
        tell(findings)
        if not (root / EVENTS / f"{AVOID}.yaml").exists():
            typer.echo(say("dates_avoid", path=(root / EVENTS / f"{AVOID}.yaml").as_posix()))
        command = f"reschedule {typed(known)}" if known else "new-event"
        typer.echo(say("dates_next", command=f"labcamp {command} --date {_days(found[0].day, length)}"))
    if findings:
        raise typer.Exit(1)


def _days(first: date, length: int) -> str:
    """A day, or the first and the last of several, as people type them."""
    return f"{first}/{first + timedelta(days=length - 1)}" if length > 1 else f"{first}"
