"""The formats that can be read: a row each, found by what a file holds and not by what it is called."""

from collections.abc import Callable
from dataclasses import dataclass

from labcamp.exchange.calendars import ics
from labcamp.exchange.found import Asked, Told
from labcamp.exchange.lists import tables
from labcamp.exchange.schedules import frab_json, frab_xml, pretalx, pretix, sessionize
from labcamp.exchange.web import json_ld
from labcamp.findings import LabcampError, Place, finding


@dataclass(frozen=True)
class Source:
    """A format that can be read: its name, what tells it by its content, and what reads it.

    `looks_like` is given the name of the file and all of its bytes, and looks at little of them.
    """

    name: str
    looks_like: Callable[[str, bytes], bool]
    read: Callable[[str, bytes, Asked], Told]


# The first that a file looks like reads it: what is told by a sign of its own stands before what is told by its form.
SOURCES: tuple[Source, ...] = (
    Source("frab-xml", frab_xml.looks_like, frab_xml.read),
    Source("frab-json", frab_json.looks_like, frab_json.read),
    Source("sessionize", sessionize.looks_like, sessionize.read),
    Source("pretix", pretix.looks_like, pretix.read),
    Source("pretalx", pretalx.looks_like, pretalx.read),
    Source("ics", ics.looks_like, ics.read),
    Source("json-ld", json_ld.looks_like, json_ld.read),
    Source("table", tables.looks_like, tables.read),
)


def source_for(name: str, content: bytes) -> Source | None:
    """The row of the format that a file looks like, whatever it is called; None where it is none of them."""
    return next((source for source in SOURCES if source.looks_like(name, content)), None)


def read(name: str, content: bytes, asked: Asked) -> Told:
    """What a file says of events; LC270 where it is none of the formats that labcamp reads."""
    source = source_for(name, content)
    if source is None:
        return Told(findings=(finding("LC270", Place(name)),))
    try:
        return source.read(name, content, asked)
    except LabcampError as problem:
        return Told(findings=problem.findings)
