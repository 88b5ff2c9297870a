"""What labcamp once made and would not make today: it is told, and a person deletes it."""

from collections.abc import Iterator
from pathlib import Path

from labcamp.files.write import Hashes, remembered
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.artefact import DRAFTS, SITE
from labcamp.workspace import Workspace
from labcamp.workspace.papers import PAPERS


def left_over(workspace: Workspace, out: Path) -> Iterator[Finding]:
    """LC997 for the folder of each event or paper that is gone, and the calendar file of one whose day is not known.

    Nothing while something is wrong in the folder: then an event may only be unreadable.
    """
    names = {} if workspace.errors else _remembered(out)
    days = {event.id: bool(event.days) for event in workspace.events}
    known = days.keys() | {f"{PAPERS}/{paper.id}" for paper in workspace.papers}
    for folder in sorted({_folder(name) for name in names if "/" in name} - {SITE, DRAFTS}):
        if folder not in known and (out / folder).is_dir():
            yield finding("LC997", Place((out / folder).as_posix()))
    for name in (f"{id_}/{id_}.ics" for id_, known in days.items() if not known):
        if name in names and (out / name).is_file():
            yield finding("LC997", Place((out / name).as_posix()))


def _folder(name: str) -> str:
    """The folder of an event or a paper in which a file lies."""
    first, _, rest = name.partition("/")
    return f"{first}/{rest.partition('/')[0]}" if first == PAPERS else first


def _remembered(out: Path) -> Hashes:
    try:
        return remembered(out)
    except LabcampError:
        return {}  # who writes there is told
