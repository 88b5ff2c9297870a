"""Which days to take, in words: in a table for people, or as CSV."""

import csv
import io
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import typer

from labcamp.check.agenda import clock
from labcamp.model import Hours
from labcamp.model.texts import Period
from labcamp.planning.dates import (
    Around,
    Candidate,
    Reason,
)
from labcamp.planning.holidays import (
    PARTED,
    as_far_as,
    marks_in_words,
    regions_in_words,
)
from labcamp.planning.proposals import Proposal, verdict
from labcamp.terminal import words
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.tables import WHOLE_GAP, print_wrapped, width
from labcamp.texts import region_name

say = phrases_of("dates")
COLUMNS = ("date", "weekday", "verdict", "points", "reasons")
# From how many days on a span is said in this unit, how many days one of it has, and what is added before it is cut:
# of weeks only whole ones count, for that there are too few of them may be the matter
UNITS = {"years": (730, 365.25, 0.5), "months": (120, 30.4, 0.5), "weeks": (14, 7, 0), "days": (2, 1, 0)}
NAMED = 2  # regions that are named of those in which people are away
# What comes every week, or with the distance to others: told without its days
WITHOUT_DAYS = frozenset({"weekend", "friday", "monday", "after", "before", "clocks_before"})


@dataclass(frozen=True)
class Calendar:
    """How days are told in short within a period: with the year only where it has several.

    Where people are away is told unless it is so in all of these countries.
    """

    period: Period
    countries: frozenset[str]

    def days(self, first: date, last: date) -> str:
        """`13.09.`, `13.–16.09.` or `30.09.–01.10.`."""
        months = say("months_in_short").split()
        ends = {"day": first.day, "month": months[first.month - 1]}
        ends |= {"last_day": last.day, "last_month": months[last.month - 1]}
        same_month = (first.year, first.month) == (last.year, last.month)
        key = "one" if first == last else "in_month" if same_month else "over_months"
        days = say(f"days_{key}", **ends)
        return days if self.period.first.year == self.period.last.year else say("days_of", days=days, year=last.year)

    def weekdays(self, first: date, last: date) -> str:
        """`Mo` or `Mo bis Do`."""
        names = say("weekdays").split()
        if first == last:
            return names[first.weekday()]
        return say("weekdays_between", first=names[first.weekday()], last=names[last.weekday()])


def print_proposals(proposed: Sequence[Proposal], told: Calendar, against: Iterable[tuple[Reason, Proposal]]) -> None:
    """Days in a row stand on stdout, each with what makes it different, below them what speaks against the others."""
    common, *rows = _differences(proposed)
    if common:
        print_wrapped(say("dates_common", reasons="; ".join(common)))
        typer.echo()
    ends = [(proposal.days[0].day, proposal.days[-1].day) for proposal in proposed]
    verdicts = (say(f"verdict_{verdict(proposal.points)}") for proposal in proposed)
    cells = [(told.days(*days), told.weekdays(*days), word) for days, word in zip(ends, verdicts, strict=True)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row, reasons in zip(cells, rows, strict=True):
        head = "  " + "  ".join(f"{cell:<{size}}" for cell, size in zip(row, widths, strict=True))
        if reasons and len(head) <= width() // 2:
            print_wrapped("; ".join(reasons), f"{head}  ", " " * (len(head) + 2))
            continue
        typer.echo(head.rstrip())
        if reasons:
            print_wrapped("; ".join(reasons), "      ", "      ")
    if others := ", ".join(dict.fromkeys(_against(reason, run, told) for reason, run in against)):
        print_wrapped(say("dates_not", days=others), "  ", "    ")


def _differences(proposed: Sequence[Proposal]) -> Iterator[list[str]]:
    """What is true of all proposals; then of each what is not, and how far it is from others where that counts anew."""
    told = [{_in_words(each): each for each in proposal.best().reasons} for proposal in proposed]
    shared = [text for text in told[0] if all(text in each for each in told)] if proposed[1:] else []
    common = [text for text in shared if not told[0][text].days]
    yield common
    distances: set[tuple[str, str, int]] = set()
    for reasons in told:
        row = []
        for text, reason in reasons.items():
            distance = (reason.key, reason.title, reason.points)
            if text in common or (reason.days and distance in distances):
                continue
            distances.add(distance)
            row.append(text)
        yield row


def _against(reason: Reason, run: Proposal, told: Calendar) -> str:
    """Days in a row that were left out, and why; what comes every week without its days."""
    if reason.key in WITHOUT_DAYS:
        return say(f"against_{reason.key}", title=reason.title)
    days = told.days(run.days[0].day, run.days[-1].day).replace(" ", WHOLE_GAP)
    where = _where([one for each in run.days for one in each.reasons if one.key == reason.key], told.countries)
    why = say(f"against_{reason.key}", where=where, title=reason.title or say("untitled")).rstrip()
    return f"{days}{WHOLE_GAP}{why}"


def _where(found: Iterable[Reason], countries: Collection[str]) -> str:
    """In which regions people are away, the weightiest; an empty text where it is in all countries."""
    places = [place for one in found for place in (*map(as_far_as, one.marks), *one.regions)]
    regions = list(dict.fromkeys(places))
    if not regions or all(country in regions for country in countries):
        return ""
    names = regions_in_words(regions[:NAMED] if len(regions) <= NAMED else regions[:1], language())
    return say("against_where" if len(regions) <= NAMED else "against_where_more", where=names)


def planned_in_words(each: Candidate) -> str:
    """The day that an event has now, and how good it is."""
    day, good = words.figures(each.day), say(f"verdict_{verdict(each.points)}")
    return say("dates_planned", weekday=_cells(each)[1], day=day, verdict=good, reasons="; ".join(reasons(each)))


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


def heading(period: Period, weekdays: Sequence[int], hours: Hours | None, length: int = 1) -> str:
    """Between which days, on which days of the week and at which time; for how many days in a row."""
    names = say("weekdays").split()
    days = ", ".join(names[number] for number in weekdays)
    ends = (hours.start, hours.end) if hours else ()
    time = "–".join(clock(minutes) for minutes in ends if minutes is not None)
    head = say("dates_heading", first=words.figures(period.first), last=words.figures(period.last), days=days)
    row = say("dates_length", count=length) if length > 1 else ""
    return ", ".join(filter(None, (head, time, row)))


def weights_in_words(around: Around) -> str:
    """How much each region counts, or that none is known."""
    total = sum(around.weights.values())
    parted = [code for code in around.weights if code in PARTED]
    percent = {_region(code, parted): round(100 * weight / (total or 1)) for code, weight in around.weights.items()}
    shares = (f"{name} {share} %".replace(" ", WHOLE_GAP) for name, share in percent.items())
    return say("dates_weights", shares=", ".join(shares)) if total else say("dates_no_region")


def _region(code: str, parted: Sequence[str]) -> str:
    """What a region is called; of a country that has regions, that it is not known which of them."""
    name = region_name(code, language())
    if code not in PARTED:
        return name
    return say("region_unknown") if len(parted) == 1 else say("region_unknown_in", country=name)
