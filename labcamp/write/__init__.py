"""Artefacts → files: whole or not at all, and never over what a person wrote."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from labcamp.artefact import Artefact
from labcamp.findings import LabcampError, Place, finding
from labcamp.write.disk import make_folder, put, put_new, put_safely, sweep, sync_folder, told
from labcamp.write.memory import Hashes, hash_of, remember, remembered
from labcamp.write.places import leaves, refuse


class Outcome(NamedTuple):
    """What became of one file: created, updated, unchanged, or kept because a person wrote it."""

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


def create(artefact: Artefact, folder: Path, *, dry_run: bool = False) -> Outcome:
    """The outcome of a new file in the workspace, safe from a power cut; LC007 where there is one already."""
    refuse((artefact.name,), folder)
    path = folder / artefact.name
    taken = LabcampError(finding("LC007", Place(path.as_posix())))
    if os.path.lexists(path):
        raise taken
    if dry_run:
        return Outcome("created", path)
    make_folder(path.parent)
    sweep((path.parent,))
    with told(path):
        try:
            put_new(artefact.content, path)
        except FileExistsError:
            raise taken from None
        sync_folder(path.parent)
    return Outcome("created", path)


def replace(path: Path, before: bytes | None, after: bytes, *, dry_run: bool = False) -> Outcome:
    """The outcome of a file in the workspace that held `before` (None: that was not there), safe from a power cut.

    LC020 where somebody has changed it since it was read; LC006 where a link leads out of its folder.
    """
    if before is None:
        return create(Artefact(path.name, after), path.parent, dry_run=dry_run)
    if leaves(path, Path(os.path.realpath(path.parent))):
        raise LabcampError(finding("LC006", Place(path.as_posix())))
    with told(path):
        if path.read_bytes() != before:
            raise LabcampError(finding("LC020", Place(path.as_posix())))
        if after == before or dry_run:
            return Outcome("unchanged" if after == before else "updated", path)
        sweep((path.parent,))
        put_safely(after, path)
    return Outcome("updated", path)


def outcome(artefact: Artefact, out: Path, known: frozenset[str], *, force: bool) -> Outcome:
    """What writing the artefact will do; `known` are the hashes of what labcamp wrote there."""
    path = out / artefact.name
    with told(path):
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:
            return Outcome("created", path)
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        # A link or a pipe is never ours: only a person can have put it there, and reading a pipe would hang.
        content = path.read_bytes() if stat.S_ISREG(mode) else None
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
    remember(both, out, known)
    for artefact, result in zip(artefacts, outcomes, strict=True):
        if result.word in {"created", "updated"}:
            with told(result.path):
                put(artefact.content, result.path)
        yield result
    remember({**known, **ours}, out, both)
