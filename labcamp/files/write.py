"""Artefacts to disk, each whole or not at all; what a person has changed is kept."""

import errno
import hashlib
import json
import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from labcamp.files.disk import (
    as_finding,
    bytes_of,
    hide,
    inside,
    leaves,
    make_folder,
    put,
    put_new,
    put_safely,
    refuse_locked,
    sweep,
    sync_folder,
)
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.artefact import Artefact

MEMORY = ".labcamp.json"  # the name that is ours
MOST = 100_000_000  # bytes of a file that can be ours; a memory of a hundred thousand files has twenty million
LONGEST = 255  # bytes of a name, as most systems have them

Hashes = Mapping[str, frozenset[str]]


class Outcome(NamedTuple):
    """What became of one file: created, updated, unchanged, removed, or kept (or left) because a person wrote it."""

    word: str
    path: Path


def write(artefacts: Iterable[Artefact], out: Path, *, dry_run: bool = False, force: bool = False) -> Iterator[Outcome]:
    """Each artefact's outcome, as soon as its file is in place; LC002, LC005, LC006 where that cannot be."""
    finished = tuple(artefacts)  # a template that fails at the last event must not leave half a set on disk
    refuse(tuple(artefact.name for artefact in finished), out)
    known = remembered(out)
    outcomes = [outcome(artefact, out, known.get(artefact.name, frozenset()), force=force) for artefact in finished]
    if dry_run:
        return iter(outcomes)
    return carry_out(finished, outcomes, out, known)


def create(artefact: Artefact, folder: Path, *, dry_run: bool = False, option: str = "") -> Outcome:
    """The outcome of a new file in the workspace, safe from a power cut; LC007 where there is one already.

    It names the `option` with which the file would have another name, if there is one.
    """
    refuse((artefact.name,), folder)
    path = folder / artefact.name
    refuse_taken(path, option)
    if dry_run:
        return Outcome("created", path)
    make_folder(path.parent)
    sweep((path.parent,))
    with as_finding(path):
        try:
            put_new(artefact.content, path)
        except FileExistsError:
            refuse_taken(path, option)
        sync_folder(path.parent)
    return Outcome("created", path)


def refuse_taken(path: Path, option: str = "") -> None:
    """LC007 where something of this name is there already; it names the option for another name, if there is one."""
    if os.path.lexists(path):
        raise LabcampError(finding("LC007", Place(path.as_posix()), option=option))


def replace(path: Path, before: bytes | None, after: bytes, *, dry_run: bool = False) -> Outcome:
    """The outcome of a file in the workspace that held `before` (None: that was not there), safe from a power cut.

    LC020 where somebody has changed it since it was read; LC006 where a link leads out of its folder.
    """
    if before is None:
        return create(Artefact(path.name, after), path.parent, dry_run=dry_run)
    if leaves(path, Path(os.path.realpath(path.parent))):
        raise LabcampError(finding("LC006", Place(path.as_posix())))
    with as_finding(path):
        if bytes_of(path, len(before)) != before:
            raise LabcampError(finding("LC020", Place(path.as_posix())))
        refuse_locked(path)
        if not dry_run:
            sweep((path.parent,))
            hide(path)
        if after == before or dry_run:
            return Outcome("unchanged" if after == before else "updated", path)
        put_safely(after, path)
    return Outcome("updated", path)


def outcome(artefact: Artefact, out: Path, known: frozenset[str], *, force: bool) -> Outcome:
    """What writing the artefact will do; `known` are the hashes of what labcamp wrote there."""
    path = out / artefact.name
    with as_finding(path):
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:
            return Outcome("created", path)
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        # A link or a pipe is never ours: only a person can have put it there, and reading a pipe would hang.
        content = bytes_of(path, MOST) if stat.S_ISREG(mode) else None
    if content == artefact.content:
        return Outcome("unchanged", path)
    if force or (content is not None and hash_of(content) in known):
        return Outcome("updated", path)
    return Outcome("kept", path)


def carry_out(artefacts: tuple[Artefact, ...], outcomes: list[Outcome], out: Path, known: Hashes) -> Iterator[Outcome]:
    """The outcomes, each once it is true."""
    ours = {
        artefact.name: frozenset({hash_of(artefact.content)})
        for artefact, (word, _) in zip(artefacts, outcomes, strict=True)
        if word != "kept"
    }
    # A run that is killed half-way leaves old and new files: both must be known as ours, or the next run keeps them.
    both = {**known, **{name: known.get(name, frozenset()) | new for name, new in ours.items()}}
    folders = dict.fromkeys(path.parent for word, path in outcomes if word != "kept")
    home = Path(os.path.realpath(out))
    swept = dict.fromkeys((out, *folders, *((out / name).parent for name in known)))
    sweep(folder for folder in swept if not leaves(folder, home))
    for folder in folders:
        make_folder(folder)
    for folder in {out, *folders}:
        hide(folder)
    remember(both, out, known)
    for artefact, result in zip(artefacts, outcomes, strict=True):
        if result.word in {"created", "updated"}:
            with as_finding(result.path):
                put(artefact.content, result.path)
        elif result.word == "unchanged":
            hide(result.path)
        yield result
    remember({**known, **ours}, out, both)


def refuse(names: tuple[str, ...], out: Path) -> None:
    """Stop, with all findings, when these names cannot be written; a name that comes twice is a mistake of ours."""
    if doubles := [name for name, count in Counter((MEMORY, *names)).items() if count > 1]:
        raise ValueError(f"more than one artefact is called {', '.join(doubles)}")
    if findings := tuple(dict.fromkeys(obstacles(names, out))):
        raise LabcampError(*findings)


def obstacles(names: Iterable[str], out: Path) -> Iterator[Finding]:
    """LC006 for each name that leaves `out`, LC002 for a file where a folder should be, LC043 for too long a name."""
    folders = {inside(out): "."}
    for name in names:
        if not stays_below(name):
            yield finding("LC006", Place(name))
        elif (length := max(len(part.encode()) for part in name.split("/"))) > LONGEST:
            yield finding("LC043", Place(out.as_posix()), length=length)
        else:
            folders.setdefault((out / name).parent, name)
    home = Path(os.path.realpath(out))
    for folder, name in folders.items():
        nearest = next((path for path in (folder, *folder.parents) if os.path.lexists(path)), folder)
        if leaves(folder, home):
            yield finding("LC006", Place(name))
        elif os.path.lexists(nearest) and not nearest.is_dir():
            yield finding("LC002", Place(nearest.as_posix()))


def stays_below(name: str) -> bool:
    """The name is a plain relative path with slashes, and is so on every system."""
    # Windows drops dots and blanks at the end of a part, so `.. ` would be `..`; a colon names a drive or a stream.
    plain = name.isprintable() and not set(name) & set("\\:")
    return plain and all(part and part == part.rstrip(". ") for part in name.split("/"))


def hash_of(content: bytes) -> str:
    """The SHA-256 of the content, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def remembered(out: Path) -> Hashes:
    """The hashes that labcamp wrote, by name; a file that is no memory of ours knows nothing."""
    path = out / MEMORY
    with as_finding(path):
        try:
            text = bytes_of(path, MOST)
        except FileNotFoundError:
            return {}
    try:
        entries: object = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(entries, dict):
        return {}
    # The sweep goes where these names lead: neither elsewhere, nor to a name that no system can hold.
    return {
        name: frozenset(hash_ for hash_ in hashes if isinstance(hash_, str))
        for name, hashes in entries.items()
        if stays_below(name) and isinstance(hashes, list)
    }


def remember(hashes: Hashes, out: Path, before: Hashes) -> None:
    """Write the hashes into the memory, unless it holds them already."""
    if hashes == before:
        return
    lines = (f"{json.dumps(name)}: {json.dumps(sorted(hashes[name]))}" for name in sorted(hashes))
    with as_finding(out / MEMORY):
        put(("{\n" + ",\n".join(lines) + "\n}\n").encode(), out / MEMORY)
