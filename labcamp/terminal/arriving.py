"""What comes with files of others, in words: which events are new, known or unclear, and what is different in ours."""

from collections import Counter
from collections.abc import Sequence

import typer

from labcamp.exchange.found import Found
from labcamp.exchange.taking.differing import Differs
from labcamp.exchange.taking.matching import Known, New, Sorted, Unclear
from labcamp.exchange.taking.placing import Proposal
from labcamp.model.texts import Days, a_few, days_of
from labcamp.terminal.language import phrases_of
from labcamp.terminal.tables import print_table
from labcamp.terminal.words import figures
from labcamp.workspace import Workspace

say = phrases_of("import")

ORDER = {New: 0, Known: 1, Unclear: 2}
WORDS = {New: "is_new", Known: "is_known", Unclear: "is_unclear"}
STYLES = {New: "green", Known: "dim", Unclear: "yellow"}


def show(workspace: Workspace, result: Sequence[Sorted]) -> None:
    """Print what comes as a table: new, known and unclear, then how many of each, and what is different in ours."""
    rows = sorted(result, key=lambda each: (ORDER[type(each)], _date(each.found)))
    if rows:
        cells = [
            (_word(each), _days(each.found), title_of(workspace, each), event_of(each), _source(each.found))
            for each in rows
        ]
        print_table(("result", "date", "title", "event", "origin"), cells, [STYLES[type(each)] for each in rows])
        typer.echo()
    counts = Counter(type(each) for each in result)
    typer.echo(say("counts", new=counts[New], known=counts[Known], unclear=counts[Unclear]))
    differs = [(each.id, *_told_apart(one)) for each in rows if isinstance(each, Known) for one in each.differences]
    if differs:
        typer.echo(f"\n{say('differences')}")
        print_table(("event", "value_of", "ours", "theirs"), differs)
        typer.echo()


def _told_apart(one: Differs) -> tuple[str, str, str]:
    return one.key, one.ours or "–", one.theirs


def _word(each: Sorted) -> str:
    return say(WORDS[type(each)])


def event_of(each: Sorted) -> str:
    """The file of an event; for what is unclear why it is so."""
    if isinstance(each, Unclear):
        return say(f"why_{each.reason}", ids=a_few(each.ids))
    return each.id


def title_of(workspace: Workspace, each: Sorted) -> str:
    """What an event is called: as its file will say it, else as it was found."""
    if isinstance(each, New):
        number, theme = each.values.get("number"), each.values.get("theme")
        title = str(each.values.get("title") or workspace.series.title_of(str(number)))
        return f"{title}: {theme}" if theme else title
    return str(each.found.values.get("title") or each.found.values.get("number") or "–")


def _date(found: Found) -> str:
    return str(found.values.get("date", ""))


def _days(found: Found) -> str:
    """The days of an event in figures, as they stand there where they are none."""
    text = _date(found)
    try:
        days: Days = days_of(text)
    except ValueError:
        return text or "–"
    if days.first is None or days.last is None:
        return say("month_in_figures", year=days.year, month=days.month)
    return "–".join(figures(day) for day in dict.fromkeys((days.first, days.last)))


def _source(found: Found) -> str:
    """The file and its line, in short."""
    name = found.place.path.rpartition("/")[2]
    return f"{name}:{found.place.line}" if found.place.line else name


def show_organisations(proposals: Sequence[Proposal]) -> None:
    """Print what organisations will be entered, and which that are there some names are taken for."""
    if not proposals:
        return
    typer.echo(say("organisations"))
    for each in proposals:
        typer.echo(say("organisation_new" if each.new else "organisation_near", **each._asdict()))
    typer.echo()
