"""The names of the files in `events/`: which are read, which are free, and which mean something else."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, count
from pathlib import Path

from labcamp.announced import Ledger
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event, Series
from labcamp.model.texts import is_taken

ENDING = r"\.ya?ml(\.txt)?$"  # Windows hides the .txt that its editor adds


def is_text(name: str) -> bool:
    """Tell whether a file of this name in `events/` is read."""
    return re.search(ENDING, name.lower()) is not None and not name.startswith((".", "~"))


def free_name(id_: str, names: list[str]) -> str:
    """The file name for an id, or the next one that is not there yet."""
    others = (f"{id_}-{number}.yaml" for number in count(2))
    return next(name for name in chain([f"{id_}.yaml"], others) if name not in names)


def name_taken(
    files: list[tuple[str, Path]], events: tuple[Event, ...], series: Series, ledgers: Mapping[str, Ledger]
) -> Iterator[Finding]:
    """LC947: the name of a file stands for another event in a command; one that is announced has to keep its name."""
    paths = {id_: path for id_, path in files if is_taken(id_)}
    for event in events if paths else ():
        if event.id in paths and event.id != str(event.number):
            name = f"{series.id}-{event.id if event.number is None else event.number}"
            proposal = "" if event.id in ledgers else free_name(name, [path.name for _, path in files])
            yield finding("LC947", Place(paths[event.id].as_posix()), id=event.id, proposal=proposal)
