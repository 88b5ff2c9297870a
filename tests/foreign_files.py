"""Files of others in `tests/exchange/`, and small ones made in a test, as labcamp reads them."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from labcamp.exchange.found import Asked, Found, Told
from labcamp.exchange.sources import read

SEEDS = Path(__file__).parent / "exchange"
ASKED = Asked("Europe/Berlin", dt.date(2026, 11, 29), topics={"beteiligung": "beteiligung"})


def told(name: str) -> Told:
    """What a file of `tests/exchange/` says, of which nothing is wrong."""
    found = read(name, (SEEDS / name).read_bytes(), ASKED)
    assert found.findings == ()
    return found


def said(data: object, name: str = "datei.json") -> Told:
    """What JSON says that is made in a test."""
    return read(name, json.dumps(data).encode(), ASKED)


def only(found: Told) -> Found:
    """The one event that it has."""
    assert found.findings == ()
    (event,) = found.events
    return event


def left_in(found: Told) -> list[tuple[int, str, str]]:
    """What found no place, with the line where it stands."""
    left = (*found.left, *(each for event in found.events for each in event.left))
    return [(each.place.line, each.name, each.text) for each in left]


def codes(found: Told) -> list[tuple[str, int, int]]:
    """The code of each finding, with its line and column."""
    return [(each.code, each.line, each.column) for each in found.findings]


def schedule(*events: Mapping[str, Any], **conference: object) -> Mapping[str, Any]:
    """A schedule.json with events in one room, each of whose keys a test does not name is left out."""
    day = {"index": 1, "date": "2027-03-11", "rooms": {"Saal": [{"title": "Runde", **event} for event in events]}}
    return {"schedule": {"conference": {"title": "Treffen", "days": [day], **conference}}}


def agenda_of(found: Told) -> Sequence[Any]:
    """The sessions of the one event."""
    agenda = only(found).values["agenda"]
    assert isinstance(agenda, list)
    return agenda
