"""`dates`: which days are good for an event, and why."""

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.agenda import clock
from labcamp.findings import Finding, Place, UsageError, finding
from labcamp.model import Hours
from labcamp.model.said_days import WAYS
from labcamp.model.texts import Period, hours_of, period_of
from labcamp.planning.avoid import avoided
from labcamp.planning.dates import (
    Around,
    around_of,
    candidates,
    undated,
    usual_period,
)
from labcamp.planning.holidays import (
    DAY,
    unknown_in_words,
    unknown_schools,
)
from labcamp.planning.proposals import left_out, proposals
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.options import ReadOptions, event_names
from labcamp.terminal.proposals import (
    Calendar,
    heading,
    planned_in_words,
    print_as_csv,
    print_proposals,
    weights_in_words,
)
from labcamp.terminal.report import tell
from labcamp.terminal.tables import print_wrapped
from labcamp.terminal.which_event import chosen
from labcamp.terminal.words import typed
from labcamp.workspace import AVOID, EVENTS, load

say = phrases_of("dates")

LONGEST = 3 * 366 * DAY
WEEK = 7
WORKING_DAYS = (0, 1, 2, 3, 4)
SHORTER = {"tu": 1, "we": 2, "th": 3, "thur": 3, "su": 6}  # than what stands before a date
NUMBERS = {name.casefold(): day for name, (_, day) in WAYS.items()} | SHORTER


class DatesFormat(StrEnum):
    """How the days are told."""

    table = "table"
    csv = "csv"


Sought = Annotated[str | None, typer.Argument(autocompletion=event_names)]
Between = Annotated[str | None, typer.Option("--between")]
Weekday = Annotated[str | None, typer.Option("--weekday")]
TimeOfDay = Annotated[str | None, typer.Option("--time")]
Top = Annotated[int, typer.Option("--top", min=1)]
Formatted = Annotated[DatesFormat, typer.Option("--format")]


def dates(
    event: Sought = None,
    *,
    between: Between = None,
    weekday: Weekday = None,
    time: TimeOfDay = None,
    top: Top = 10,
    format_: Formatted = DatesFormat.table,
    options: ReadOptions,
) -> None:
    """The best days of a period, each with what speaks for and against it."""
    asked = period_between(between) if between is not None else None
    weekdays = weekdays_of(weekday) if weekday is not None else WORKING_DAYS
    hours = hours_between(time) if time is not None else None
    workspace = load(options.root, options.today)
    known = chosen(workspace, event) if event else undated(workspace)
    planned = known.days[0] if known and known.days and not known.is_past(workspace.today) else None
    period = usable(asked or usual_period(workspace, known), weekdays, workspace.today)
    others, wrong = avoided(workspace, period)
    around = around_of(workspace, known, hours, others)
    length = max(len(known.days), 1) if known else 1
    found = [each for each in candidates(period, weekdays, around, length=length) if each.day != planned]
    proposed = proposals(found, top, planned)
    findings = (*workspace.errors, *wrong)
    if format_ is DatesFormat.csv:
        print_as_csv(each for each in found if any(each in proposal.days for proposal in proposed))
        tell(findings)
    else:
        countries = frozenset(code.partition("-")[0] for code in around.weights)
        print_wrapped(heading(period, weekdays, around.hours, length))
        typer.echo()
        print_proposals(proposed, Calendar(period, countries), left_out(found, proposed))
        typer.echo()
        if planned:
            (now,) = candidates(Period(planned, planned), range(WEEK), around, length=length)
            print_wrapped(planned_in_words(now))
        _tell_grounds(around, period, options.root, findings)
        if proposed:
            command = f"reschedule {typed(known)}" if known else "new-event"
            best = _days(proposed[0].best(planned).day, length)
            typer.echo(say("dates_next", command=f"labcamp {command} --date {best}"))
    if not all(each.advice for each in findings):
        raise typer.Exit(1)


def _tell_grounds(around: Around, period: Period, root: Path, findings: Sequence[Finding]) -> None:
    """What the proposals stand on: whose holidays count how much, what is not known, and the series' own list."""
    print_wrapped(weights_in_words(around))
    if unknown := unknown_schools(period.last, around.weights):
        print_wrapped(say("dates_unknown", what=unknown_in_words(unknown, language())))
    tell(findings)
    path = root / EVENTS / f"{AVOID}.yaml"
    if not path.exists():
        print_wrapped(say("dates_avoid", path=path.as_posix()))


def _days(first: date, length: int) -> str:
    """A day, or the first and the last of several, as people type them."""
    return f"{first}/{first + timedelta(days=length - 1)}" if length > 1 else f"{first}"


def period_between(text: str) -> Period:
    """The days that `--between` names; LC206 where it cannot be read."""
    try:
        return period_of(re.sub(r"\b(und|and)\b", "bis", text))
    except ValueError as problem:
        raise UsageError(finding("LC206", Place("--between"), text=text, key="--between", month="2027-09")) from problem


def usable(period: Period, weekdays: Collection[int], today: date) -> Period:
    """What is still to come of a period; LC016 where no day can be chosen in it."""
    first, last = max(period.first, today + DAY), period.last
    week = (first + number * DAY for number in range(min((last - first).days + 1, WEEK)))
    reason = ""
    if last < period.first:
        reason = "upside down"
    elif last < first:
        reason = "over"
    elif last - first > LONGEST:
        reason = "too long"
    elif not any(day.weekday() in weekdays for day in week):
        reason = "no weekday"
    if reason:
        raise UsageError(finding("LC016", Place("--between"), first=period.first, last=last, reason=reason))
    return Period(first, last)


def weekdays_of(text: str) -> tuple[int, ...]:
    """The days of the week, from 0 for Monday: `Di,Mi,Do`, `Tue to Thu`, `Mo-Fr`; LC015 for what is none."""
    found: set[int] = set()
    for part in re.split(r"\s*[,;/+&]\s*|\s+(?:und|and|oder|or)\s+", text.strip()):
        first, *others = (_weekday(word, text) for word in re.split(r"\s*[-–—]\s*|\s+(?:bis|to)\s+", part, maxsplit=1))
        last = others[0] if others else first
        found |= {(first + step) % WEEK for step in range((last - first) % WEEK + 1)}
    return tuple(sorted(found))


def _weekday(word: str, text: str) -> int:
    name = word.strip().rstrip(".").lower()
    if name in NUMBERS:
        return NUMBERS[name]
    raise UsageError(finding("LC015", Place("--weekday"), text=word.strip() or text))


def hours_between(text: str) -> Hours:
    """The hours that `--time` names; LC207 where they cannot be read, LC305 where they end before they begin."""
    try:
        hours = hours_of(text)
    except ValueError as problem:
        raise UsageError(finding("LC207", Place("--time"), text=text, hours="14:00-17:00")) from problem
    if hours.upside_down:
        start, end = clock(hours.start), clock(hours.end or 0)
        raise UsageError(finding("LC305", Place("--time"), start=start, end=end))
    return hours
