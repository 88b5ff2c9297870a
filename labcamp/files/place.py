"""A folder put in place as a whole: who looks in finds the old one or the new one, and what a person has put there."""

import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from labcamp.files.disk import as_finding, link_or_copy, lives, make_folder, refuse_locked, rights_of, sweep, write_new
from labcamp.files.remove import fate_of
from labcamp.files.write import Hashes, Outcome, hash_of, outcome, refuse, remember, remembered
from labcamp.findings import LabcampError, Place, finding
from labcamp.model.artefact import Artefact
from labcamp.patterns import pattern_of

# The folder that is being made; the first eight digits are the number of the process that makes it.
NEW = pattern_of(r"\.labcamp-([0-9a-f]{8})[0-9a-f]{8}\.new")

Goes = Callable[[str, Path], bool]  # tells of a file, by its name and where it lies, whether it goes


def place(
    artefacts: Iterable[Artefact], out: Path, folder: str, *, dry_run: bool = False, force: bool = False
) -> Iterator[Outcome]:
    """The outcome of each artefact, then of each file that we made once and do not make any more.

    That is removed, or left because a person has changed it.

    All of them lie in one folder of `out`. What else a person has put there stays, too. Where nothing changes, nothing
    is touched. LC838 where the folder cannot be moved; LC002, LC005, LC006 as for single files.
    """
    made = {artefact.name: artefact.content for artefact in artefacts}
    refuse(tuple(made), out)
    known = remembered(out)
    shared = _folders((*made, *(name for name in known if name.startswith(f"{folder}/"))))
    if links := sorted(name for name in shared if (out / name).is_symlink()):
        raise LabcampError(*(finding("LC006", Place((out / name).as_posix())) for name in links))
    if not dry_run:
        _settle(out, folder, shared, known)
    outcomes = {
        name: outcome(Artefact(name, content), out, known.get(name, frozenset()), force=force).word
        for name, content in made.items()
    }
    for name in sorted(name for name in known if name.startswith(f"{folder}/") and name not in made):
        if word := fate_of(out / name, known[name], force=force):
            outcomes[name] = "left" if word == "kept" else word
    told = [Outcome(word, out / name) for name, word in outcomes.items()]
    return iter(told) if dry_run else _carried_out(told, _Move(out, folder, made, outcomes, shared))


class _Move(NamedTuple):
    """What is to be moved: what is made, what becomes of each file, and the folders that hold something of ours."""

    out: Path
    folder: str
    made: Mapping[str, bytes]
    words: Mapping[str, str]
    shared: frozenset[str]

    @property
    def home(self) -> Path:
        """Where the folder belongs."""
        return self.out / self.folder

    def inside(self, new: Path, name: str) -> Path:
        """Where a file is in the new folder: `site/index.html` is `index.html` there."""
        return new / name.removeprefix(self.folder).removeprefix("/")


def _carried_out(told: list[Outcome], move: _Move) -> Iterator[Outcome]:
    """The outcomes, once all of them are true."""
    known = remembered(move.out)  # other kinds may have written since
    ours = {name: frozenset({hash_of(content)}) for name, content in move.made.items() if move.words[name] != "kept"}
    both = {**known, **{name: known.get(name, frozenset()) | new for name, new in ours.items()}}
    if told:
        make_folder(move.out)
        remember(both, move.out, known)
    if not {"created", "updated", "removed"}.isdisjoint(move.words.values()):
        with _beside(move.home) as new:
            _fill(new, move)
            _swap(new, move.home)
        _empty(move.out, move.folder, move.shared, lambda name, _: move.words.get(name) == "removed")
    yield from told
    if told:
        remember({**_left(known, move), **ours}, move.out, both)


def _left(known: Hashes, move: _Move) -> Hashes:
    """What is still to be known: all but the files of the folder that are there no more."""
    if os.path.lexists(_old(move.home)):  # which the next run empties
        return known
    there = {name for name, word in move.words.items() if word != "removed"}
    return {n: hashes for n, hashes in known.items() if n in there or not n.startswith(f"{move.folder}/")}


def _fill(new: Path, move: _Move) -> None:
    """Make the new folder, out of what is new and what stays."""
    stays = [name for name in _files(move.out, move.folder, move.shared) if name not in move.words]
    stays += [name for name, word in move.words.items() if word in {"unchanged", "kept", "left"}]
    written = [name for name, word in move.words.items() if word in {"created", "updated"}]
    below = (each for each in _folders((*stays, *written)) if each.startswith(f"{move.folder}/"))
    folders = sorted({move.folder, *below})
    for folder in folders:
        make_folder(move.inside(new, folder))
    for name in stays:
        with as_finding(move.out / name):
            link_or_copy(move.out / name, move.inside(new, name))
    for name in written:
        with as_finding(move.out / name):
            refuse_locked(move.out / name)
            write_new(move.made[name], move.inside(new, name), rights_of(move.out / name))
    for folder in folders:
        with suppress(OSError):  # it is new, or a memory stick knows no rights
            shutil.copymode(move.out / folder, move.inside(new, folder))


def _swap(new: Path, home: Path) -> None:
    """Put the new folder into the place of the old one, which stays beside it; LC838, and all is as before."""
    old = _old(home)
    try:
        if os.path.lexists(home):
            home.rename(old)
        try:
            new.rename(home)
        except OSError:
            if os.path.lexists(old):
                old.rename(home)
            raise
    except OSError as problem:  # Windows moves no folder of which somebody has a file open
        reason = problem.strerror or problem
        raise LabcampError(finding("LC838", Place(home.as_posix()), reason=reason)) from problem


def _settle(out: Path, folder: str, shared: Set[str], known: Hashes) -> None:
    """Finish what a killed run has begun: the old folder is back, or all that is a person's in the new one."""
    home = out / folder
    if os.path.lexists(_old(home)) and not os.path.lexists(home):
        with as_finding(home):
            _old(home).rename(home)
    _empty(
        out, folder, shared, lambda name, path: name in known and fate_of(path, known[name], force=False) == "removed"
    )
    sweep((home.parent,))
    with suppress(OSError), os.scandir(home.parent) as entries:
        for path, found in [(entry.path, NEW.fullmatch(entry.name)) for entry in entries]:
            if found and not lives(int(found[1], 16)):
                shutil.rmtree(path, ignore_errors=True)


def _empty(out: Path, folder: str, shared: Set[str], goes: Goes) -> None:
    """Move what is a person's alone out of the old folder into the new one, and remove the old one."""
    home = out / folder
    if os.path.lexists(_old(home)):
        with as_finding(home):
            _rescue(_old(home), home, folder, shared, goes)
        with suppress(OSError), _beside(home) as gone:
            _old(home).rename(gone)  # by a name of which nothing is ever taken back


def _rescue(old: Path, home: Path, name: str, shared: Set[str], goes: Goes) -> None:
    """Move out of a folder into another all that is not there yet and does not go."""
    with os.scandir(old) as entries:
        below = [(entry, f"{name}/{entry.name}") for entry in entries]
    for entry, path in below:
        target = home / entry.name
        if entry.is_dir(follow_symlinks=False) and path in shared:
            _rescue(Path(entry), target, path, shared, goes)
        elif not os.path.lexists(target) and not goes(path, Path(entry)):
            home.mkdir(parents=True, exist_ok=True)
            Path(entry).rename(target)


def _files(out: Path, folder: str, shared: Set[str]) -> Iterator[str]:
    """The name of each file and link in the folders that hold something of ours; others are a person's as a whole."""
    with suppress(FileNotFoundError), os.scandir(out / folder) as entries:
        for entry in entries:
            name = f"{folder}/{entry.name}"
            if not entry.is_dir(follow_symlinks=False):
                yield name
            elif name in shared:
                yield from _files(out, name, shared)


def _folders(names: Iterable[str]) -> frozenset[str]:
    """The folders in which files lie, with those around them."""
    nearest = {PurePosixPath(name.rpartition("/")[0]) for name in names}
    return frozenset(str(each) for folder in nearest for each in (folder, *folder.parents) if each.name)


def _old(home: Path) -> Path:
    """What the old folder is called for the moment in which the new one takes its place."""
    return home.with_name(f".labcamp-{home.name}.old")


@contextmanager
def _beside(home: Path) -> Iterator[Path]:
    """The name of a new folder beside another; what is still there in the end goes, at the latest with the next run."""
    new = home.with_name(f".labcamp-{os.getpid() & 0xFFFFFFFF:08x}{secrets.token_hex(4)}.new")
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)
