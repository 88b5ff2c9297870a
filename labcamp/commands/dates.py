"""`dates`: which days are good for an event, and why."""

import csv
import io
import re
import sys
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

import typer

from labcamp.check.agenda import clock
from labcamp.findings import Place, UsageError, finding
from labcamp.model import Hours
from labcamp.model.texts import Period, hours_of, period_of
from labcamp.planning.avoid import avoided
from labcamp.planning.dates import Around, Candidate, Reason, around_of, candidates, undated, usual_period
from labcamp.planning.holidays import DAY, PARTED, marks_in_words, regions_in_words, unknown_in_words, unknown_schools
from labcamp.terminal import words
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.options import ReadOptions, event_names
from labcamp.terminal.report import tell
from labcamp.terminal.tables import print_table
from labcamp.terminal.which_event import chosen
from labcamp.terminal.words import typed
from labcamp.texts import region_name
from labcamp.workspace import AVOID, EVENTS, load

say = phrases_of("dates")

GOOD, POSSIBLE = 80, 50
COLUMNS = ("date", "weekday", "verdict", "points", "reasons")
# From how many days on a span is said in this unit, how many days one of it has, and what is added before it is cut:
# of weeks only whole ones count, for that there are too few of them may be the matter
UNITS = {"years": (730, 365.25, 0.5), "months": (120, 30.4, 0.5), "weeks": (14, 7, 0), "days": (2, 1, 0)}

LONGEST = 3 * 366 * DAY
WEEK = 7
WORKING_DAYS = (0, 1, 2, 3, 4)
WEEKDAYS = (
    "mo mon montag monday", "di tu tue tues dienstag tuesday", "mi we wed mittwoch wednesday",
    "do th thu thur thurs donnerstag thursday", "fr fri freitag friday", "sa sat samstag sonnabend saturday",
    "so su sun sonntag sunday",
)  # fmt: skip
NUMBERS = {word: number for number, words in enumerate(WEEKDAYS) for word in words.split()}


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
    period = usable(asked or usual_period(workspace, known), weekdays, workspace.today)
    others, wrong = avoided(workspace, period)
    around = around_of(workspace, known, hours, others)
    length = max(len(known.days), 1) if known else 1
    found = candidates(period, weekdays, around, length=length)[:top]
    findings = (*workspace.errors, *wrong)
    if format_ is DatesFormat.csv:
        print_as_csv(found)
        tell(findings)
    else:
        typer.echo(f"{heading(period, weekdays, around.hours)}\n")
        print_as_table(found)
        typer.echo()
        typer.echo(weights_in_words(around))
        if unknown := unknown_schools(period.last, around.weights):
            typer.echo(say("dates_unknown", what=unknown_in_words(unknown, language())))
        tell(findings)
        if not (options.root / EVENTS / f"{AVOID}.yaml").exists():
            typer.echo(say("dates_avoid", path=(options.root / EVENTS / f"{AVOID}.yaml").as_posix()))
        command = f"reschedule {typed(known)}" if known else "new-event"
        typer.echo(say("dates_next", command=f"labcamp {command} --date {_days(found[0].day, length)}"))
    if not all(each.advice for each in findings):
        raise typer.Exit(1)


def _days(first: date, length: int) -> str:
    """A day, or the first and the last of several, as people type them."""
    return f"{first}/{first + timedelta(days=length - 1)}" if length > 1 else f"{first}"


def print_as_table(found: Iterable[Candidate]) -> None:
    """The days stand on stdout, each reason on a line of its own."""
    print_table(COLUMNS, [(*_cells(each), "\n".join(reasons(each))) for each in found])


def print_as_csv(found: Iterable[Candidate]) -> None:
    """The days stand on stdout as CSV, as the spreadsheet of the language expects it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=say("csv_delimiter"), lineterminator="\n")
    writer.writerow([say(f"column_{column}") for column in COLUMNS])
    writer.writerows((*_cells(each), "; ".join(reasons(each))) for each in found)
    # Excel takes a file without this mark for one in the encoding of the country.
    typer.echo((("" if sys.stdout.isatty() else "\ufeff") + text.getvalue()).encode(), nl=False)


def _cells(each: Candidate) -> tuple[str, ...]:
    weekday = say("weekdays").split()[each.day.weekday()]
    return words.figures(each.day), weekday, say(f"verdict_{verdict(each.points)}"), str(each.points)


def verdict(points: int) -> str:
    """A good day, a possible one, or better not."""
    if points >= GOOD:
        return "good"
    return "possible" if points >= POSSIBLE else "better_not"


def reasons(each: Candidate) -> list[str]:
    """Why a day has its points, in words."""
    return [_in_words(reason) for reason in each.reasons] or [say("reason_none")]


def _in_words(reason: Reason) -> str:
    what = marks_in_words(reason.marks, language()) or regions_in_words(reason.regions, language())
    return say(f"reason_{reason.key}", what=what, title=reason.title or say("untitled"), span=_span(reason.days))


def _span(days: int) -> str:
    """So many days, weeks, months or years."""
    for unit, (least, length, added) in UNITS.items():
        if days >= least:
            return say(f"span_{unit}", count=int(days / length + added))
    return say("span_day")


def heading(period: Period, weekdays: Sequence[int], hours: Hours | None) -> str:
    """Between which days, on which days of the week and at which time."""
    names = say("weekdays").split()
    days = ", ".join(names[number] for number in weekdays)
    ends = (hours.start, hours.end) if hours else ()
    time = "–".join(clock(minutes) for minutes in ends if minutes is not None)
    head = say("dates_heading", first=words.figures(period.first), last=words.figures(period.last), days=days)
    return f"{head}, {time}" if time else head


def weights_in_words(around: Around) -> str:
    """How much each region counts, or that none is known."""
    total = sum(around.weights.values())
    shares = (f"{_region(code)} {round(100 * weight / total)} %" for code, weight in around.weights.items())
    return say("dates_weights", shares=", ".join(shares)) if total else say("dates_no_region")


def _region(code: str) -> str:
    """What a region is called; of a country that has regions, that it is not known which of them."""
    name = region_name(code, language())
    return say("region_unknown", country=name) if code in PARTED else name


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
