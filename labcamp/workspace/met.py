"""What is remembered of who has met whom: `private/groups.json`, its key, and how long it stays; in no workspace."""

import datetime as dt
import json
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from labcamp.files.read import content_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Event
from labcamp.model.met import BYTES_OF_KEY, LENGTH, Editions, Met
from labcamp.model.texts import MONTHS_OF_A_YEAR
from labcamp.workspace.private import FOLDER, LISTS, PATIENCE, private_series_of

MET, KEY = "groups.json", "groups.key"  # below it
MOST = 20_000_000  # bytes; a hundred events of a hundred people have ten million
MARK = re.compile(rf"[0-9a-f]{{{2 * LENGTH}}}")
HEX_KEY = re.compile(rf"[0-9a-f]{{{2 * BYTES_OF_KEY}}}\n?")


def met_of(root: Path) -> dict[str, Met]:
    """Who has met whom, by event; nothing where no file says so, LC782 where it is not as labcamp wrote it."""
    path = root / FOLDER / MET
    if not path.is_file():
        return {}
    try:
        return dict(_read(content_of(path, path.as_posix(), MOST)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise LabcampError(finding("LC782", Place(path.as_posix()))) from problem


@lru_cache(maxsize=1)  # each event of a list asks for it
def _read(content: bytes) -> Editions:
    return {id_: _met(data) for id_, data in json.loads(content).items()}


def _met(data: Mapping[str, Any]) -> Met:
    people, pairs = frozenset(data["people"]), frozenset(data["pairs"])
    if not all(MARK.fullmatch(mark) for mark in (*people, *pairs)):
        raise ValueError
    return Met(people, pairs)


def key_of(root: Path, editions: Editions) -> bytes | None:
    """The key of the hashes; None where there are none yet, and LC783 where there are, but no key that fits a file."""
    path = root / FOLDER / KEY
    text = content_of(path, path.as_posix()).decode("utf-8", "replace") if path.is_file() else ""
    if HEX_KEY.fullmatch(text):
        return bytes.fromhex(text.strip())
    if editions or text:
        raise LabcampError(finding("LC783", Place(path.as_posix()), file=(root / FOLDER / MET).as_posix()))
    return None


def counting(editions: Editions, events: Iterable[Event], event: Event, today: dt.date) -> dict[str, Met]:
    """Of what is remembered that of the events before one: of those that are over and took place, for a plan is none.

    So a plan that is made anew counts once at most, and one that nobody used, of an event that is cancelled, never.
    """
    earlier = [
        each.id for each in events if each.sort_key < event.sort_key and each.is_past(today) and each.id != event.id
    ]
    cancelled = {each.id for each in events if each.cancelled}
    return {id_: editions[id_] for id_ in earlier if id_ in editions and id_ not in cancelled}


def kept_until(root: Path, event: Event) -> dt.date | None:
    """The day up to which who has met whom at an event stays known after all else is deleted; None for no such day."""
    months = private_series_of(root).groups.remember
    if months is None or not event.days:
        return None
    last = event.days[-1]
    year, month = divmod(last.year * MONTHS_OF_A_YEAR + last.month - 1 + months, MONTHS_OF_A_YEAR)
    return dt.date(year, month + 1, min(last.day, monthrange(year, month + 1)[1]))


def met_until(root: Path, event: Event) -> dt.date | None:
    """The day up to which it is known who has met whom at an event; None where that is not known, or has no day."""
    if not (root / FOLDER / MET).is_file():
        return None
    try:
        return kept_until(root, event) if event.id in met_of(root) else None
    except LabcampError:
        return None  # what is wrong with a file is told where it is used


def all_met_too_long(root: Path, events: Iterable[Event], today: dt.date) -> Iterator[Finding]:
    """LC794 for each event of which it is known too long who has met whom."""
    path = root / FOLDER / MET
    if not path.is_file():
        return
    try:
        known = met_of(root)
    except LabcampError:
        return  # `labcamp groups` tells it
    for event in events:
        if event.id in known and met_too_long(root, event, today):
            yield finding("LC794", Place(path.as_posix()), id=event.id, day=met_until(root, event) or "")


def is_met(root: Path, event: Event) -> bool:
    """Tell whether it is remembered who has met whom at an event."""
    try:
        return event.id in met_of(root)
    except LabcampError:
        return False  # what is wrong with the file is told where it is used


def met_too_long(root: Path, event: Event, today: dt.date) -> bool:
    """Tell whether the day is there; without one an event is asked after when it is over for so long."""
    if day := met_until(root, event):
        return today >= day
    lists = any((root / FOLDER / f"{event.id}{suffix}").is_file() for suffix in (*LISTS, ".yaml"))
    return not lists and event.is_past(today - PATIENCE)  # while the list is there, LC959 asks for all
