"""Files of ours that go: only those that nobody has changed, unless everything has to go; never through a link."""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from labcamp.files.disk import as_finding, bytes_of, inside, leaves, sweep
from labcamp.files.write import MOST, Hashes, Outcome, hash_of, remember, remembered
from labcamp.findings import LabcampError, Place, finding


def names_below(folder: str, out: Path) -> tuple[str, ...]:
    """The name of each file in a folder of `out`, and of each that labcamp remembers there; links are not followed.

    LC006 where the folder itself is a link that leads out.
    """
    if leaves(out / folder, Path(os.path.realpath(inside(out)))):
        raise LabcampError(finding("LC006", Place((out / folder).as_posix())))
    found = {name for name in remembered(out) if name.startswith(f"{folder}/")}
    for parent, folders, files in os.walk(out / folder):
        linked = [name for name in folders if (Path(parent) / name).is_symlink()]
        found |= {(Path(parent) / name).relative_to(out).as_posix() for name in (*files, *linked)}
    return tuple(sorted(found))


def remove(names: Iterable[str], out: Path, *, dry_run: bool = False, force: bool = False) -> Iterator[Outcome]:
    """Each file's outcome as soon as it is true: removed, or kept because a person changed it; a missing one has none.

    With `force` all of them go. Folders that are empty then go too, and `out` no longer remembers what has gone.
    Names can tell who people are, so a finding (LC005, LC006) names the folder only.
    """
    wanted = tuple(dict.fromkeys(names))
    home = Path(os.path.realpath(inside(out)))
    if any(_leads_out(name, out, home) for name in wanted):
        raise LabcampError(finding("LC006", Place(out.as_posix())))
    known = remembered(out)
    words = {name: fate_of(out / name, known.get(name, frozenset()), force=force) for name in wanted}
    outcomes = [Outcome(word, out / name) for name, word in words.items() if word]
    if dry_run:
        return iter(outcomes)
    left = {name: hashes for name, hashes in known.items() if words.get(name, "kept") == "kept"}
    return _carry_out(outcomes, out, known, left)


def remove_empty(folder: Path) -> None:
    """Remove empty folders in a folder, and the folder itself if it is empty then; links are not followed."""
    for parent, _, _ in os.walk(folder, topdown=False):
        with suppress(OSError):  # something is still in it
            Path(parent).rmdir()


def _leads_out(name: str, out: Path, home: Path) -> bool:
    """A name that is not below `out`, or gets out of it through a link on the way; the file itself may be a link."""
    parts = PurePosixPath(name).parts
    return not parts or ".." in parts or leaves((out / name).parent, home)


def fate_of(path: Path, known: frozenset[str], *, force: bool) -> str:
    """What will become of a file of ours that is not needed: removed, kept, or nothing when there is none."""
    with as_finding(path.parent):
        try:
            mode = path.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return ""
        ours = stat.S_ISREG(mode) and hash_of(bytes_of(path, MOST)) in known
    return "removed" if force or ours else "kept"


def _carry_out(outcomes: list[Outcome], out: Path, known: Hashes, left: Hashes) -> Iterator[Outcome]:
    """The outcomes, each once it is true; a run that is killed half-way is finished by the next one."""
    above = {folder for _, path in outcomes for folder in path.parents if folder == out or out in folder.parents}
    sweep((out, *above))
    for outcome in outcomes:
        if outcome.word == "removed":
            with as_finding(outcome.path.parent):
                outcome.path.unlink(missing_ok=True)
        yield outcome
    remember(left, out, known)
    for folder in sorted(above - {out}, reverse=True):
        with suppress(OSError):  # something is still in it
            folder.rmdir()
