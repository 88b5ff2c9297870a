"""Events as a table, one row an event, with the columns that `labcamp import` understands again."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from labcamp.files.spreadsheets import Cell, Sheet, as_csv, as_workbook
from labcamp.model import Event, Organisation, Series
from labcamp.model.artefact import Artefact
from labcamp.model.entries import uid_of
from labcamp.model.texts import MINUTES_OF_A_DAY
from labcamp.texts import phrases
from labcamp.workspace import Workspace

BETWEEN = "; "  # the names of organisations have commas in them
Column = Callable[[Event, Series], Cell]


def _first(event: Event) -> Cell:
    """The first day, else the month, as the event file has it."""
    if event.days:
        return event.days[0]
    return f"{event.date.year:04}-{event.date.month:02}" if event.date else None


def _clock(minutes: int | None) -> Cell:
    """A time of day, that of the next one where it is after midnight."""
    return None if minutes is None else dt.time(*divmod(minutes % MINUTES_OF_A_DAY, 60))


def _end(event: Event) -> int | None:
    """When each day ends: as written, else with the agenda of the only day."""
    return None if event.time is None else event.time.end if event.days[1:] else event.end_of(1)


def _names(organisations: Iterable[Organisation]) -> str:
    return BETWEEN.join(organisation.name for organisation in organisations)


def _word(key: str, series: Series) -> str:
    return phrases("commands/export", series.language[:2])[key]


def _status(event: Event, series: Series) -> str:
    return _word(f"cell_{event.status}", series)


def _online(event: Event, series: Series) -> str:
    return _word("cell_yes", series) if event.place and event.place.online else ""


# What each column holds: a value of the event by its path, or what is worked out; its heading stands in
# texts/<language>/commands/export.md
COLUMNS: Mapping[str, str | Column] = {
    "number": "number",
    "title": "title",
    "theme": "theme",
    "subtitle": "subtitle",
    "status": _status,
    "reason": "reason",
    "date": lambda event, _: _first(event),
    "last_day": lambda event, _: event.days[-1] if event.days[1:] else None,
    "start": lambda event, _: _clock(event.time.start if event.time else None),
    "end": lambda event, _: _clock(_end(event)),
    "zone": lambda event, series: event.zone if event.zone != series.zone else None,
    "place": "place.name",
    "room": "place.room",
    "street": "place.street",
    "postcode": "place.postcode",
    "city": "place.city",
    "country": "place.country",
    "online": _online,
    "access": "access",
    "hosts": lambda event, _: _names(event.hosts),
    "partners": lambda event, _: _names(event.partners),
    "summary": "summary",
    "description": lambda event, _: (event.description or "").strip(),
    "registration": "registration.url",
    "until": "registration.until",
    "seats": "registration.seats",
    "price": "registration.price",
    "note": "registration.note",
    "people": "attendance.people",
    "labs": "attendance.labs",
    "attendance": "attendance.note",
    "language": lambda event, series: event.language if event.language != series.language else None,
    "uid": uid_of,
}


def _cell(column: str | Column, event: Event, series: Series) -> Cell:
    if not isinstance(column, str):
        return column(event, series)
    value: Any = event
    for name in column.split("."):
        value = getattr(value, name, None)  # there may be no place
    return value  # type: ignore[no-any-return]  # as the model has it


def each_as_csv(workspace: Workspace, events: Iterable[Event]) -> Iterator[Artefact]:
    """`event.csv` of each event, with one row."""
    for event in events:
        yield _csv(f"{event.id}/event.csv", sheet_of([event], workspace.series))


def all_as_csv(workspace: Workspace, events: Iterable[Event]) -> Iterator[Artefact]:
    """`events.csv` with all of them."""
    yield _csv("events.csv", sheet_of(events, workspace.series))


def each_as_workbook(workspace: Workspace, events: Iterable[Event]) -> Iterator[Artefact]:
    """`event.xlsx` of each event, with one row."""
    for event in events:
        yield Artefact(f"{event.id}/event.xlsx", as_workbook([sheet_of([event], workspace.series)]))


def all_as_workbook(workspace: Workspace, events: Iterable[Event]) -> Iterator[Artefact]:
    """`events.xlsx` with all of them."""
    yield Artefact("events.xlsx", as_workbook([sheet_of(events, workspace.series)]))


def _csv(name: str, sheet: Sheet) -> Artefact:
    return Artefact(name, as_csv(sheet).encode())


def sheet_of(events: Iterable[Event], series: Series) -> Sheet:
    """A row for each event, in the language of the series, whoever asks."""
    rows = [[_cell(column, event, series) for column in COLUMNS.values()] for event in events]
    return Sheet(series.title, [_word(f"heads_{name}", series) for name in COLUMNS], rows)
