"""`import`: what is there already, in calendars, programmes and lists of others, becomes files of the series."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.exchange.found import Asked
from labcamp.findings import LabcampError, NothingWrittenError
from labcamp.terminal.importing import Wish, day_first_of, take_over, told_of
from labcamp.terminal.options import EditOptions, Yes
from labcamp.workspace import EVENTS, RESERVED, Workspace, load

Files = Annotated[list[Path], typer.Argument(show_default=False)]
Dates = Annotated[str | None, typer.Option("--dates", show_default=False)]
TitleOf = Annotated[str | None, typer.Option("--title", show_default=False)]
AsNew = Annotated[bool, typer.Option("--new")]
OfSheet = Annotated[str | None, typer.Option("--sheet", show_default=False)]


def import_(
    files: Files,
    *,
    dates: Dates = None,
    sheet: OfSheet = None,
    title: TitleOf = None,
    new: AsNew = False,
    yes: Yes = False,
    options: EditOptions,
) -> None:
    """An event file for each event that these files tell of and that is not there yet."""
    wish = Wish(tuple(files), day_first_of(dates), sheet, title, new=new, yes=yes)
    workspace = load(options.root, options.today)
    refuse_unread(workspace)
    together = told_of(wish, asked_by(workspace))
    take_over(workspace, together, wish, options)


def asked_by(workspace: Workspace) -> Asked:
    """How files are to be read for a workspace."""
    topics = {
        name.casefold(): topic.id for topic in workspace.topics.values() for name in (topic.name, *topic.synonyms)
    }
    return Asked(workspace.series.zone, workspace.today, topics=topics)


def refuse_unread(workspace: Workspace) -> None:
    """Raise what is wrong with files that cannot be read: nobody knows whether what comes is there already."""
    folder = workspace.root / EVENTS
    shared = {(folder / f"{name}.yaml").as_posix() for name in RESERVED}
    if found := [found for found in workspace.errors if found.path in shared]:
        raise LabcampError(*found)
    known = {event.id for event in workspace.events}
    unread = [
        found for found in workspace.errors if _is_of_events(found.path, folder) and Path(found.path).stem not in known
    ]
    if unread:
        raise NothingWrittenError(*unread)


def _is_of_events(path: str, folder: Path) -> bool:
    return Path(path).parent == folder
