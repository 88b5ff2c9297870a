"""Days with what speaks for and against each, as a table and as CSV."""

import csv
import io
import sys
from collections.abc import Iterable, Sequence

import typer

from labcamp.check.agenda import clock
from labcamp.cli import words
from labcamp.cli.language import language, say
from labcamp.cli.table import drawn
from labcamp.dates import Candidate, Reason
from labcamp.dates.around import Around
from labcamp.free_days.calendars import PARTED
from labcamp.free_days.words import marks_in_words, regions_in_words
from labcamp.model.texts import Hours, Period
from labcamp.texts import region_name

GOOD, POSSIBLE = 80, 50
COLUMNS = ("date", "weekday", "verdict", "points", "reasons")
# From how many days on a span is said in this unit, how many days one of it has, and what is added before it is cut:
# of weeks only whole ones count, for that there are too few of them may be the matter
UNITS = {"years": (730, 365.25, 0.5), "months": (120, 30.4, 0.5), "weeks": (14, 7, 0), "days": (2, 1, 0)}


def table(found: Iterable[Candidate]) -> None:
    """The days stand on stdout, each reason on a line of its own."""
    drawn(COLUMNS, [(*_cells(each), "\n".join(reasons(each))) for each in found])


def as_csv(found: Iterable[Candidate]) -> None:
    """The days stand on stdout as CSV, as the spreadsheet of the language expects it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=say("csv_delimiter"), lineterminator="\n")
    writer.writerow([say(f"column_{column}") for column in COLUMNS])
    writer.writerows((*_cells(each), "; ".join(reasons(each))) for each in found)
    # Excel takes a file without this mark for one in the encoding of the country.
    typer.echo(("" if sys.stdout.isatty() else "\ufeff") + text.getvalue(), nl=False)


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
