"""`forget`: what is known of people goes, their number stays."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from labcamp.files.edit import Change, edited
from labcamp.files.edit_names import without_name
from labcamp.files.read import content_of
from labcamp.files.remove import names_below, remove, remove_empty
from labcamp.files.rows import holds
from labcamp.files.undo import Edit, keep
from labcamp.files.write import MEMORY, Outcome, replace
from labcamp.findings import LabcampError, Place, UsageError, finding
from labcamp.model import Event
from labcamp.model.met import Editions, without_person
from labcamp.planning.wished import spoken
from labcamp.terminal.edits import AFTER
from labcamp.terminal.language import phrases_of
from labcamp.terminal.met import forget_met, write_met
from labcamp.terminal.options import EditOptions, MaybeEvent, Yes
from labcamp.terminal.questions import asked_first
from labcamp.terminal.report import outcome_line
from labcamp.terminal.which_event import chosen
from labcamp.terminal.words import figures
from labcamp.workspace import EVENTS, Workspace, load
from labcamp.workspace.met import MET, kept_until, key_of, met_of
from labcamp.workspace.people import MOST, Attended, list_path, people_of, traced
from labcamp.workspace.private import FOLDER, LISTS

say = phrases_of("forget")

ForceForget = Annotated[bool, typer.Option("--force")]
Person = Annotated[str | None, typer.Option("--person", show_default=False)]

SUFFIXES = (*LISTS, ".yaml")


def forget(
    event: MaybeEvent = None,
    *,
    person: Person = None,
    force: ForceForget = False,
    yes: Yes = False,
    options: EditOptions,
) -> None:
    """The counts stand in the event file, then all about its people goes; or all about one person, wherever it is."""
    if (event is None) is (person is None):
        raise UsageError(finding("LC058", Place("")))
    workspace = load(options.root, options.today)
    if person is not None:
        forget_person(workspace, person.strip(), yes=yes, dry_run=options.dry_run)
        return
    known = chosen(workspace, event or "")
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
    until = kept_until(workspace.root, event)
    met = met_of(workspace.root)
    stays = event.id in met and until is not None and workspace.today < until
    notes = write_counts(workspace, event, dry_run=dry_run, force=force)
    lines = remove_private(workspace.root, event.id, dry_run=dry_run)
    if not stays and (pairs := forget_met(workspace.root, event.id, dry_run=dry_run)):
        word = "updated" if len(met) > 1 else "removed"
        told = outcome_line(Outcome(word, workspace.root / FOLDER / MET), dry_run=dry_run)
        lines.append(say("forget_met", line=told, count=pairs))
    if stays and lines and until:
        lines.append(say("forget_met_kept", day=figures(until)))
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
    drafts = remove_drafts(root, id_, dry_run=dry_run)
    outcomes = list(remove((f"{id_}{suffix}" for suffix in SUFFIXES), folder, dry_run=dry_run, force=True))
    lines = [outcome_line(outcome, dry_run=dry_run) for outcome in outcomes]
    return [*lines, *drafts, *(say("forget_link", path=path.as_posix()) for path in linked)]


def remove_drafts(root: Path, id_: str, *, dry_run: bool) -> list[str]:
    """Remove all private drafts of an event; the line that says how many."""
    out = root / FOLDER / "out"
    words = Counter(outcome.word for outcome in remove(names_below(id_, out), out, dry_run=dry_run, force=True))
    if not dry_run:
        remove_empty(out / id_)  # those of a Maildir
    told = outcome_line(Outcome("removed", out / id_), dry_run=dry_run)
    return [say("forget_drafts", line=told, count=words.total())] if words else []


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


# One person


@dataclass(frozen=True)
class Traces:
    """Where one person is found: files with the edit that takes them out, events with drafts, pairs that were met.

    `left` are files that still hold the address then, and that labcamp does not edit.
    """

    edits: tuple[Edit, ...]
    drafts: tuple[str, ...]
    met: Editions | None
    pairs: int
    left: tuple[Path, ...]


def forget_person(workspace: Workspace, address: str, *, yes: bool, dry_run: bool) -> None:
    """Take one person out of all lists, wishes, drafts and pairs; the address is never printed."""
    found = traces(workspace.root, address)
    if not found.edits and not found.drafts and found.met is None:
        typer.echo("\n".join((say("forget_person_nothing"), *_left(found))))
    elif dry_run:
        lines = carry_out(workspace.root, found, dry_run=True)
        typer.echo("\n".join((*lines, *_left(found), say("dry_run_forget"))))
    else:
        asked_first([*carry_out(workspace.root, found, dry_run=True), *_left(found)], say("ask_forget"), yes=yes)
        lines = carry_out(workspace.root, found, dry_run=False)
        typer.echo("\n".join((*lines, *_left(found), say("forget_done"))))


def traces(root: Path, address: str) -> Traces:
    """Where a person is found; what is wrong with a list or a private file is raised before anything is written."""
    folder = root / FOLDER
    ids = sorted({path.stem for path in folder.glob("*") if path.suffix in SUFFIXES})
    lists = {id_: path for id_ in ids if (path := list_path(root, id_)).is_file()}
    found = {id_: traced(root, id_, address) for id_ in lists}
    names = {id_: {spoken(address), *map(spoken, each.names)} for id_, each in found.items()}
    everywhere = {spoken(address)}.union(*names.values())
    edits = [
        Edit(lists[id_], content_of(lists[id_], lists[id_].as_posix(), MOST), each.rest)
        for id_, each in found.items()
        if each.rows
    ]
    # Where there is a list, a name that stands on it beside another address is somebody else's.
    edits += [edit for id_ in ids for edit in _wishes(folder / f"{id_}.yaml", names.get(id_, everywhere))]
    met, pairs = _met_without(root, everywhere)
    concerned = {id_ for id_, each in found.items() if each.rows}
    out = folder / "out"
    drafts = tuple(id_ for id_ in _drafts(out) if id_ in concerned or _holds(out / id_, address))
    return Traces(tuple(edits), drafts, met, pairs, tuple(_still(folder, address, edits, drafts)))


def _wishes(path: Path, names: Collection[str]) -> Iterator[Edit]:
    """The edit that takes somebody out of the wishes of an event, if they are there."""
    if path.is_file():
        before = content_of(path, path.as_posix())
        after = without_name(before, path.as_posix(), names)
        if after != before:
            yield Edit(path, before, after)


def _met_without(root: Path, names: Collection[str]) -> tuple[Editions | None, int]:
    """Who has met whom without somebody, and how many pairs that takes; None where they are in none."""
    before = met_of(root)
    key = key_of(root, before)
    after = without_person(key, before, names) if key else before
    return (None, 0) if after == before else (after, _pairs(before) - _pairs(after))


def _pairs(editions: Editions) -> int:
    return sum(len(met.pairs) for met in editions.values())


def _drafts(out: Path) -> list[str]:
    """The events of which there are private drafts."""
    return sorted(path.name for path in out.iterdir() if path.is_dir()) if out.is_dir() else []


def _holds(path: Path, address: str) -> bool:
    """Tell whether an address stands in a file or its name, or in one below a folder."""
    if path.is_dir():
        return any(_holds(each, address) for each in path.iterdir() if not each.is_symlink())
    return address.casefold() in path.name.casefold() or holds(content_of(path, path.as_posix(), MOST), address)


def _still(folder: Path, address: str, edits: Sequence[Edit], drafts: Collection[str]) -> Iterator[Path]:
    """The files that still hold the address when all is done."""
    after = {edit.path: edit.after or b"" for edit in edits}
    gone = [folder / "out" / id_ for id_ in drafts]
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        ours = path.name == MEMORY or any(path.is_relative_to(each) for each in gone)
        if ours or path.is_symlink() or not path.is_file():
            continue
        if holds(after[path], address) if path in after else _holds(path, address):
            yield path


def carry_out(root: Path, found: Traces, *, dry_run: bool) -> list[str]:
    """Take a person out of all that was found; the lines that say so."""
    lines = []
    for edit in found.edits:
        outcome = replace(edit.path, edit.before, edit.after or b"", dry_run=dry_run)
        lines.append(outcome_line(outcome, dry_run=dry_run))
    for id_ in found.drafts:
        lines += remove_drafts(root, id_, dry_run=dry_run)
    if found.met is not None:
        write_met(root, found.met, None, dry_run=dry_run)
        told = outcome_line(Outcome("updated" if found.met else "removed", root / FOLDER / MET), dry_run=dry_run)
        lines.append(say("forget_met", line=told, count=found.pairs))
    return lines + ([say("forget_person_drafts")] if found.drafts else [])


def _left(found: Traces) -> list[str]:
    """The files of which a person has to see to the rest."""
    shown = ", ".join("…@…" if "@" in path.name else path.as_posix() for path in found.left)
    return [say("forget_person_left", paths=shown)] if shown else []
