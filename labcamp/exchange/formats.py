"""The formats in which events go out: a row each, with what it can hold and what it cannot take."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from labcamp.exchange.outgoing import to_frab_json, to_frab_xml, to_json_ld, to_table
from labcamp.exchange.outgoing.conference import is_timed
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.workspace import Workspace

# Why a format cannot take an event: the code that says so
DRAFT, NO_DAY, CANCELLED, NO_TIMES = "LC285", "LC286", "LC287", "LC288"


Render = Callable[[Workspace, Iterable[Event]], Iterator[Artefact]]


@dataclass(frozen=True)
class Format:
    """A format: what writes a file of each event, which keys of an event file it holds, and what it refuses.

    `together` writes one file of several events, where it is not one each. Both are given a public workspace.
    """

    render: Render
    holds: tuple[str, ...]
    refuses: Callable[[Event], str | None]
    together: Render | None = None


def _without_day(event: Event) -> str | None:
    """Why an event is none that schema.org could name."""
    return None if event.days else NO_DAY


def without_schedule(event: Event) -> str | None:
    """Why there is no schedule of an event: they know none that is cancelled, and an app would show an empty one."""
    if event.cancelled:
        return CANCELLED
    return _without_day(event) or (None if any(is_timed(event, each) for each in event.timetable) else NO_TIMES)


def _nothing(_: Event) -> str | None:
    """That a table takes every event."""
    return None


# Keys of an event file that come back when what was written is read again; docs say so, and a test
OF_SESSIONS = ("title", "type", "day", "start", "minutes", "room", "by.name", "teaser", "links", "licence")
FRAB = ("title", "date", "time", *(f"agenda.{key}" for key in OF_SESSIONS))
PLACE = ("name", "room", "street", "postcode", "city", "country", "online")
TABLE = (
    "number", "title", "theme", "subtitle", "status", "reason", "date", "time", "zone",
    *(f"place.{key}" for key in PLACE), "access", "hosts", "partners", "summary", "description",
    *(f"registration.{key}" for key in ("url", "until", "seats", "price", "note")),
    *(f"attendance.{key}" for key in ("people", "labs", "note")), "language", "uid",
)  # fmt: skip
JSON_LD = (
    "title", "subtitle", "status", "date", "time", *(f"place.{key}" for key in PLACE if key != "room"), "hosts",
    "partners", "summary", "topics", "registration.url", "registration.seats", "links",
    *(f"agenda.{key}" for key in ("title", "day", "start", "minutes", "room", "by", "teaser", "links")),
)  # fmt: skip

FORMATS: Mapping[str, Format] = {
    "frab-xml": Format(to_frab_xml.render, FRAB, without_schedule),
    "frab-json": Format(to_frab_json.render, ("summary", *FRAB), without_schedule),
    "json-ld": Format(to_json_ld.render, JSON_LD, _without_day),
    "csv": Format(to_table.each_as_csv, TABLE, _nothing, to_table.all_as_csv),
    "xlsx": Format(to_table.each_as_workbook, TABLE, _nothing, to_table.all_as_workbook),
}
