"""The last edit of a command in `events/`, kept in `out/` so that it can be taken back once; nothing of `private/`."""

import base64
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from labcamp.files.disk import as_finding, bytes_of, leaves, make_folder, put, put_new, sweep, sync_folder
from labcamp.files.write import MOST, Outcome, hash_of, refuse_taken, replace, stays_below
from labcamp.findings import LabcampError, Place, finding

KEPT = "out/.labcamp-undo.json"
FOLDER = "events"


class Edit(NamedTuple):
    """A file with its bytes before and after an edit; None where it was not there, or is not any more."""

    path: Path
    before: bytes | None
    after: bytes | None


class Before(NamedTuple):
    """A file as it was before the last edit, and the hash of what the edit made of it."""

    name: str
    content: bytes | None
    edited: str


class LastEdit(NamedTuple):
    """What the last command that changed something in `events/` is called, and the files that it changed."""

    command: str
    files: tuple[Before, ...]


def keep(root: Path, command: str, edits: Sequence[Edit]) -> None:
    """Keep what an edit has changed, in the place of what was kept before; nothing where it has changed nothing.

    An edit that is done stays done where that cannot be written.
    """
    files = [
        {
            "name": edit.path.relative_to(root).as_posix(),
            "before": None if edit.before is None else base64.b64encode(edit.before).decode(),
            "edited": "" if edit.after is None else hash_of(edit.after),
        }
        for edit in edits
        if edit.before != edit.after
    ]
    with suppress(LabcampError):
        if files and not leaves((root / KEPT).parent, root.resolve()):
            make_folder((root / KEPT).parent)
            with as_finding(root / KEPT):
                put(json.dumps({"command": command, "files": files}, indent=1).encode(), root / KEPT)


def carry_out(edits: Sequence[Edit]) -> None:
    """All edits are made, safe from a power cut, or none of them is: what was made before one fails is taken back.

    LC007 where a new file is there already, LC020 where somebody has changed one since it was read.
    """
    folders = list(dict.fromkeys(edit.path.parent for edit in edits))
    for edit in edits:
        if edit.before is None:
            refuse_taken(edit.path)
    for folder in folders:
        make_folder(folder)
    sweep(folders)
    done: list[Edit] = []
    try:
        for edit in edits:
            _make(edit)
            done.append(edit)
    except BaseException:
        for edit in reversed(done):
            _unmake(edit)
        raise
    for folder in folders:
        sync_folder(folder)


def _make(edit: Edit) -> None:
    if edit.before is not None:
        replace(edit.path, edit.before, edit.after or b"")
        return
    with as_finding(edit.path):
        try:
            put_new(edit.after or b"", edit.path)
        except FileExistsError:
            refuse_taken(edit.path)
            raise


def _unmake(edit: Edit) -> None:
    with suppress(OSError, LabcampError):
        if edit.before is None:
            edit.path.unlink()
        else:
            replace(edit.path, edit.after, edit.before)


def last_edit(root: Path) -> LastEdit:
    """What the last command changed; LC053 where that is not known, or was taken back."""
    try:
        kept = json.loads(bytes_of(root / KEPT, MOST))
        files = tuple(
            Before(each["name"], None if each["before"] is None else base64.b64decode(each["before"]), each["edited"])
            for each in kept["files"]
            if each["name"].startswith(f"{FOLDER}/") and stays_below(each["name"])
        )
        edit = LastEdit(str(kept["command"]), files)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as problem:
        raise LabcampError(finding("LC053", Place(""))) from problem
    if not edit.files:
        raise LabcampError(finding("LC053", Place("")))
    return edit


def take_back(root: Path, edit: LastEdit, *, dry_run: bool) -> list[Outcome]:
    """Each file's outcome, as it was before the edit; LC050, and nothing is touched, where one has changed since."""
    changed = [root / file.name for file in edit.files if _hash(root / file.name) != file.edited]
    if changed:
        raise LabcampError(*(finding("LC050", Place(path.as_posix()), command=edit.command) for path in changed))
    outcomes = [_taken_back(root / file.name, file, dry_run=dry_run) for file in edit.files]
    if not dry_run:
        with suppress(OSError):
            (root / KEPT).unlink()
    return outcomes


def _hash(path: Path) -> str:
    with as_finding(path):
        return hash_of(bytes_of(path)) if path.is_file() else ""


def _taken_back(path: Path, file: Before, *, dry_run: bool) -> Outcome:
    if file.content is not None:
        return replace(path, bytes_of(path) if file.edited else None, file.content, dry_run=dry_run)
    if not dry_run:
        with as_finding(path):
            path.unlink()
    return Outcome("removed", path)
