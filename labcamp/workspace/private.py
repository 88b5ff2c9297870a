"""The private data of an event, read only for what stays private; the workspace never holds them."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, get_args

from labcamp.check.sent import check_sent
from labcamp.check.shape import shape
from labcamp.files.read import Source, read_source, source_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Event
from labcamp.model.private import GroupWishes, Join, Meaning, Memory, Private, PrivateSeries, Reach
from labcamp.model.sent import Sent

FOLDER = "private"
SENT, SERIES = "sent.json", "series.yaml"  # below it
Side = TypeVar("Side", Private, PrivateSeries)
# The keys that a finding may name: what somebody took for a key can be a name, too.
MODELS = (Private, Join, Reach, GroupWishes, PrivateSeries, Memory)
SAFE = {"key": {*get_args(Meaning), *(key for model in MODELS for key in model.model_fields)}}
LISTS = (".csv", ".xlsx")  # how a list of people may end
PATIENCE = dt.timedelta(days=30)  # a list without a day to delete it is asked after when its event is over for so long


def private_of(root: Path, id_: str) -> Private:
    """The private side of an event; LC026 where there is none, else everything that is wrong with its file."""
    path = root / FOLDER / f"{id_}.yaml"
    if not path.is_file():
        raise LabcampError(finding("LC026", Place(path.as_posix())))
    _, private, findings = _read(path)
    if private is None:
        raise LabcampError(*findings)
    return private


def private_source_of(root: Path, id_: str) -> tuple[Private, Source | None]:
    """The private side of an event and its text; nothing where there is no file, what is wrong with it is raised."""
    path = root / FOLDER / f"{id_}.yaml"
    source, private, findings = _read(path) if path.is_file() else (None, Private(), ())
    if private is None:
        raise LabcampError(*findings)
    return private, source


def private_series_of(root: Path) -> PrivateSeries:
    """The private side of the series; everything that is wrong with its file is raised."""
    path = root / FOLDER / SERIES
    if not path.is_file():
        return PrivateSeries()
    _, private, findings = _checked(lambda: read_source(path, path.as_posix()), PrivateSeries)
    if private is None:
        raise LabcampError(*findings)
    return private


def sent_of(root: Path) -> Sent:
    """What was handed out to single persons; nothing where no file says so, and what is wrong with it is raised."""
    path = root / FOLDER / SENT
    sent, findings = check_sent(read_source(path, path.as_posix())) if path.is_file() else ({}, ())
    if findings:
        raise LabcampError(*findings)
    return sent


def faults(root: Path, id_: str) -> tuple[Finding, ...]:
    """Everything that is wrong with the private file of an event; nothing where there is none."""
    path = root / FOLDER / f"{id_}.yaml"
    return _read(path)[2] if path.is_file() else ()


def faults_of_series(root: Path) -> tuple[Finding, ...]:
    """Everything that is wrong with the private file of the series; nothing where there is none."""
    try:
        private_series_of(root)
    except LabcampError as problem:
        return problem.findings
    return ()


def faults_in(content: bytes, shown: str) -> tuple[Finding, ...]:
    """Everything that is wrong with the text of a private file."""
    if Path(shown).name == SERIES:
        return _checked(lambda: source_of(content, shown), PrivateSeries)[2]
    return _checked(lambda: source_of(content, shown), Private)[2]


def _read(path: Path) -> tuple[Source | None, Private | None, tuple[Finding, ...]]:
    """A private file as it is written, what it says, and what is wrong with it."""
    return _checked(lambda: read_source(path, path.as_posix()), Private)


def _checked(read: Callable[[], Source], model: type[Side]) -> tuple[Source | None, Side | None, tuple[Finding, ...]]:
    """What a file says of a private side, and what is wrong with it."""
    try:
        source = read()
    except LabcampError as problem:
        return None, None, tuple(map(_masked, problem.findings))
    private, findings = shape(model, source, source.data, {})
    return source, private, tuple(map(_masked, findings))


def _masked(found: Finding) -> Finding:
    """A finding that says what is wrong and where, but nothing of what stands there."""
    values = tuple(
        (name, value if name != "text" and value in SAFE.get(name, {value}) else "…") for name, value in found.values
    )
    return replace(found, values=values)


def all_kept_too_long(root: Path, events: Iterable[Event], today: dt.date) -> Iterator[Finding]:
    """LC959 for each event whose people's data had to go and are still here."""
    # Most folders hold nothing private, and to look for two files of each event would cost as much as to read it.
    if (root / FOLDER).is_dir():
        for event in events:
            yield from kept_too_long(root, event, today)


def kept_too_long(root: Path, event: Event, today: dt.date) -> Iterator[Finding]:
    """LC959: the people's data of an event are still here on the day when they had to go, or long after it."""
    path, *lists = (root / FOLDER / f"{event.id}{suffix}" for suffix in (".yaml", *LISTS))
    day, place = _delete_after(path)
    if day and today >= day:
        yield finding("LC959", place, id=event.id, day=day)
    elif not day and event.is_past(today - PATIENCE):
        people = next((each for each in lists if each.is_file()), None)
        if people:
            yield finding("LC959", Place(people.as_posix()), id=event.id, day="")


def _delete_after(path: Path) -> tuple[dt.date | None, Place]:
    """The day on which a private file is to be deleted, and where it says so; a file that is wrong says nothing."""
    source, private, _ = _read(path) if path.is_file() else (None, None, ())
    if source is None or private is None:
        return None, Place(path.as_posix())
    return private.delete_after, source.place("delete_after")
