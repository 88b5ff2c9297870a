"""The private data of an event, read only for what stays private; the workspace never holds them."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from labcamp.check.shape import shape
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Event
from labcamp.model.private import Private
from labcamp.read import read_source

FOLDER = "private"
PATIENCE = dt.timedelta(days=30)  # a list without a day to delete it is asked after when its event is over for so long


def private_of(root: Path, id_: str) -> Private:
    """The private side of an event; LC026 where there is none, else everything that is wrong with its file."""
    path = root / FOLDER / f"{id_}.yaml"
    if not path.is_file():
        raise LabcampError(finding("LC026", Place(path.as_posix())))
    source = read_source(path, path.as_posix())
    private, findings = shape(Private, source, source.data, {})
    if private is None:
        raise LabcampError(*findings)
    return private


def kept_too_long(root: Path, event: Event, today: dt.date) -> Iterator[Finding]:
    """LC959: people's data are still here on the day when they had to go, or long after the event."""
    path, people = (root / FOLDER / f"{event.id}.{suffix}" for suffix in ("yaml", "csv"))
    day, place = _delete_after(path)
    if day and today >= day:
        yield finding("LC959", place, id=event.id, day=day)
    elif not day and people.is_file() and event.is_past(today - PATIENCE):
        yield finding("LC959", Place(people.as_posix()), id=event.id, day="")


def _delete_after(path: Path) -> tuple[dt.date | None, Place]:
    """The day on which a private file is to be deleted, and where it says so; a file that is wrong says nothing."""
    try:
        source = read_source(path, path.as_posix()) if path.is_file() else None
    except LabcampError:
        source = None
    private = shape(Private, source, source.data, {})[0] if source else None
    if source is None or private is None:
        return None, Place(path.as_posix())
    return private.delete_after, source.place("delete_after")
