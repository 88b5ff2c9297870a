"""Which event, or which paper, is meant."""

from collections.abc import Sequence
from pathlib import Path

from labcamp.check.shape import nearest
from labcamp.findings import LabcampError, Place, UsageError, finding
from labcamp.model import Event, Paper
from labcamp.workspace import Workspace, errors_about, last_event, next_event
from labcamp.workspace.papers import PAPERS

SUFFIX = ".yaml"
SPECIAL = {"next": next_event, "last": last_event}


def chosen(workspace: Workspace, wanted: str) -> Event:
    """The event with an id or a number, or the `next` or `last` one; LC008 where there is none, with the nearest.

    Words and numbers go before ids, for an event has only one number; the path of a file always means that file.
    """
    # The shell completes the names of files, so people come with events/labcamp-10.yaml too.
    is_path = wanted.endswith(SUFFIX)
    text = Path(wanted).stem if is_path else wanted.strip().removeprefix("#")
    named = {event.id: event for event in workspace.events}
    numbered = {str(event.number): event for event in workspace.events if event.number is not None}
    if is_path and text in named:
        return named[text]
    event = SPECIAL[text](workspace) if text in SPECIAL else numbered.get(text.lstrip("0") or text) or named.get(text)
    if event:
        return event
    raise _unknown(workspace, text, [*named, *SPECIAL])


def chosen_or_next(workspace: Workspace, wanted: str | None) -> Event:
    """The event that a person means; the next one when none is named, else the last one; LC011 where there is none."""
    event = chosen(workspace, wanted) if wanted else next_event(workspace) or last_event(workspace)
    if event:
        return event
    raise UsageError(finding("LC011", Place("")))


def _unknown(workspace: Workspace, text: str, known: Sequence[str]) -> LabcampError:
    """What to say instead of an event: what is wrong with its file, when there is one; else the nearest name."""
    # Most files are called after their number, which nobody can read while something is wrong in them.
    names = (text, f"{workspace.series.id}-{text}")
    paths = {(workspace.root / "events" / f"{name}{SUFFIX}").as_posix() for name in names}
    broken = [found for found in workspace.errors if found.path in paths]
    if broken:
        return LabcampError(*broken)
    return UsageError(finding("LC008", Place(""), event=text, nearest=nearest(text, known)))


def chosen_paper(workspace: Workspace, wanted: str) -> Paper:
    """The paper with an id, or of which this is the file; what is wrong with it, or LC761, where there is none."""
    text = Path(wanted).stem if wanted.endswith(SUFFIX) else wanted.strip()
    named = {paper.id: paper for paper in workspace.papers}
    if text in named:
        return named[text]
    if broken := errors_about(workspace, f"{PAPERS}/{text}"):
        raise LabcampError(*broken)
    raise UsageError(finding("LC761", Place(""), paper=text, nearest=nearest(text, named)))
