"""The figures of the series as tables, in words."""

from collections.abc import Callable, Iterator, Mapping

from labcamp.cli import words
from labcamp.cli.language import say
from labcamp.cli.sheets import Row, Sheet
from labcamp.figures import Figures, Heads
from labcamp.model import Organisation


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
    """The events that lack a number of participants, as people type them."""
    return ", ".join(words.typed(event) for event in figures.uncounted)


def _years(figures: Figures) -> Iterator[Row]:
    for each in figures.years:
        yield each.year or say("stats_no_date"), each.held, each.cancelled, each.coming, each.unclear, each.inputs


def _participants(figures: Figures) -> Iterator[Row]:
    for key, heads in (("people", figures.people), ("labs", figures.labs)):
        yield say(f"stats_{key}"), *_of(heads), heads.known, len(figures.held) - heads.known


def _of(heads: Heads) -> tuple[str | int, str | int]:
    """The sum and the median, as far as there is one."""
    if heads.middle is None:
        return say("stats_unknown"), say("stats_unknown")
    whole = heads.middle.is_integer()
    return heads.total, int(heads.middle) if whole else f"{heads.middle:.1f}".replace(".", say("decimal_sign"))


def _uncounted(figures: Figures) -> Iterator[Row]:
    for event in figures.uncounted:
        yield event.title, event.attendance.note or say("stats_unknown")


def _inputs(figures: Figures) -> Iterator[Row]:
    return _counted(figures.inputs, figures.nameless)


def _hosts(figures: Figures) -> Iterator[Row]:
    return _counted(figures.hosts, figures.hostless)


def _counted(counts: Mapping[Organisation, int], unknown: int) -> Iterator[Row]:
    yield from ((organisation.name, count) for organisation, count in counts.items())
    if unknown:
        yield say("stats_unknown"), unknown


def _countries(figures: Figures) -> Iterator[Row]:
    return ((name or say("stats_unknown"), count) for name, count in figures.countries.items())


def _levels(figures: Figures) -> Iterator[Row]:
    return ((name or say("stats_unknown"), count) for name, count in figures.levels.items())


def _newcomers(figures: Figures) -> Iterator[Row]:
    return ((year, organisation.name) for year, organisation in figures.newcomers)


# The columns of each table, and where its rows come from
TABLES: dict[str, tuple[tuple[str, ...], Callable[[Figures], Iterator[Row]]]] = {
    "events": (("year", "held", "cancelled", "coming", "unclear", "inputs"), _years),
    "participants": (("heads", "sum", "median", "known", "unknown"), _participants),
    "uncounted": (("event", "note"), _uncounted),
    "inputs": (("organisation", "inputs"), _inputs),
    "hosts": (("organisation", "times"), _hosts),
    "countries": (("country", "labs"), _countries),
    "levels": (("level", "labs"), _levels),
    "newcomers": (("year", "organisation"), _newcomers),
}
