"""`forget`: what is known of people goes, their number stays."""

import re
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from labcamp.files.edit import Change, edited
from labcamp.files.read import content_of
from labcamp.files.remove import names_below, remove, remove_empty
from labcamp.files.undo import Edit, keep
from labcamp.files.write import Outcome, replace
from labcamp.findings import LabcampError, Place, finding
from labcamp.model import Event
from labcamp.terminal.edits import AFTER
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import EditOptions, OneEvent, Yes
from labcamp.terminal.questions import asked_first
from labcamp.terminal.report import outcome_line
from labcamp.terminal.which_event import chosen
from labcamp.workspace import EVENTS, Workspace, load
from labcamp.workspace.people import Attended, list_path, people_of
from labcamp.workspace.private import FOLDER, LISTS

say = phrases_of("forget")

ForceForget = Annotated[bool, typer.Option("--force")]

SUFFIXES = (*LISTS, ".yaml")


def forget(event: OneEvent, *, force: ForceForget = False, yes: Yes = False, options: EditOptions) -> None:
    """The counts stand in the event file, then the list, the private file and all personal drafts go."""
    workspace = load(options.root, options.today)
    known = chosen(workspace, event)
    if not force:
        refuse_too_early(workspace, known)
    names_below(known.id, workspace.root / FOLDER / "out")  # refuses, before anything is written, what leads elsewhere
    going = _forgotten(workspace, known, dry_run=True, force=force)
    if not going:
        typer.echo(say("forget_nothing", id=known.id))
    elif options.dry_run:
        typer.echo("\n".join((*going, say("dry_run_forget"))))
    else:
        asked_first([known.heading, *going], say("ask_forget"), yes=yes)
        typer.echo("\n".join((*_forgotten(workspace, known, dry_run=False, force=force), say("forget_done"))))


def _forgotten(workspace: Workspace, event: Event, *, dry_run: bool, force: bool) -> list[str]:
    """The lines that say what goes, and what stays: none where there is nothing about people."""
    notes = write_counts(workspace, event, dry_run=dry_run, force=force)
    lines = remove_private(workspace.root, event.id, dry_run=dry_run)
    return [*notes, *lines, *left_behind(workspace, event.id)] if lines else []


def refuse_too_early(workspace: Workspace, event: Event) -> None:
    """LC707 where the event is still to come."""
    if not (event.cancelled or event.is_past(workspace.today)):
        raise LabcampError(finding("LC707", Place(_file(workspace, event).as_posix())))


def write_counts(workspace: Workspace, event: Event, *, dry_run: bool, force: bool) -> list[str]:
    """Write into the event file how many came, unless a person has; the lines that say what became of that."""
    if event.attendance.people is not None:
        return [say("forget_counted_before", people=event.attendance.people)]
    attended = _attended(workspace, event, force=force)
    if attended is None or not attended.people:
        return []
    path = _file(workspace, event)
    before = content_of(path, path.as_posix())
    values = {"people": str(attended.people)} | ({"labs": str(attended.labs)} if attended.labs else {})
    after = edited(before, path.as_posix(), [Change("attendance", values, AFTER["attendance"])])
    outcome = replace(path, before, after, dry_run=dry_run)
    if not dry_run:
        keep(workspace.root, "forget", [Edit(path, before, after)])
    said = "forget_came" if attended.checked_in else "forget_registered"
    return [outcome_line(outcome, dry_run=dry_run), say(said, people=attended.people, labs=attended.labs or "–")]


def _attended(workspace: Workspace, event: Event, *, force: bool) -> Attended | None:
    """How many there were; None where that was nobody, or there is no list; what is wrong with it is raised."""
    if event.cancelled:
        return None
    try:
        if not list_path(workspace.root, event.id).is_file():
            return None
        return people_of(workspace.root, event.id).attended
    except LabcampError:
        if force:
            return None
        raise


def remove_private(root: Path, id_: str, *, dry_run: bool) -> list[str]:
    """Remove an event's list, private file and private drafts; the lines that say what was removed."""
    folder = root / FOLDER
    linked = [folder / f"{id_}{suffix}" for suffix in SUFFIXES if (folder / f"{id_}{suffix}").is_symlink()]
    names = names_below(id_, folder / "out")
    drafts = Counter(outcome.word for outcome in remove(names, folder / "out", dry_run=dry_run, force=True))
    if not dry_run:
        remove_empty(folder / "out" / id_)  # those of a Maildir
    outcomes = list(remove((f"{id_}{suffix}" for suffix in SUFFIXES), folder, dry_run=dry_run, force=True))
    lines = [outcome_line(outcome, dry_run=dry_run) for outcome in outcomes]
    if drafts:
        told = outcome_line(Outcome("removed", folder / "out" / id_), dry_run=dry_run)
        lines.append(say("forget_drafts", line=told, count=drafts.total()))
    return [*lines, *(say("forget_link", path=path.as_posix()) for path in linked)]


def left_behind(workspace: Workspace, id_: str) -> list[str]:
    """The files that belong to the event by their name, in a line; labcamp does not know them and leaves them alone."""
    folder = workspace.root / FOLDER
    own = {f"{event.id}{suffix}" for event in workspace.events for suffix in SUFFIXES}
    pattern = re.compile(rf"{re.escape(id_)}(?![a-z0-9])", re.IGNORECASE)
    names = sorted(path.name for path in folder.iterdir() if pattern.match(path.name)) if folder.is_dir() else []
    others = [name for name in names if name not in own]
    shown = ", ".join("…@…" if "@" in name else name for name in others)
    return [say("forget_left", folder=folder.as_posix(), names=shown)] if others else []


def _file(workspace: Workspace, event: Event) -> Path:
    return workspace.root / EVENTS / f"{event.id}.yaml"
