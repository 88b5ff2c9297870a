"""Single files on the disk: whole or not at all, whoever looks and whatever is killed, and never beyond a link."""

import errno
import os
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from labcamp.findings import LabcampError, Place, finding
from labcamp.patterns import pattern_of

# Sixteen hexadecimal digits; the first eight are the number of the process that writes it.
TEMPORARY = pattern_of(r"\.labcamp-([0-9a-f]{8})[0-9a-f]{8}\.tmp")
EVENTS = "events"
PRIVATE = "private"
OURS = frozenset({EVENTS, PRIVATE, "templates", "out"})  # the folders of a series in which labcamp reads and writes
MOST_BYTES = 1_000_000  # bytes, of a file that people write
NOT_A_FILE = "not an ordinary file"  # a pipe, a device: phrases of `system` say it in words
ANYBODY_WRITES = 0o222
FOR_OTHERS = 0o077


def inside(path: Path) -> Path:
    """The same path; LC006 where it lies in a folder of a series, and a link on the way leads out of that series.

    The series itself may lie behind a link. On Windows junctions are links, too.
    """
    if any(_linked(path, root) and leaves(path, Path(os.path.realpath(root))) for root in _series_around(path)):
        raise LabcampError(finding("LC006", Place(path.as_posix())))
    return path


def _linked(path: Path, root: Path) -> bool:
    """Tell whether there may be a link on the way from a folder: a quick look, for there is mostly none."""
    way = (path, *path.parents[: len(path.parts) - len(root.parts) - 1])
    return os.name == "nt" or ".." in path.parts or any(map(os.path.islink, way))


def leaves(path: Path, home: Path) -> bool:
    """A link on the way leads the path out of `home`, which is given without links."""
    return not Path(os.path.realpath(path)).is_relative_to(home)


def _series_around(path: Path) -> Iterator[Path]:
    """Each folder with `events/` that has the path in one of its own folders, the nearest first."""
    for above, name in enumerate(reversed(path.parts)):
        # No error for an odd name.
        if name in OURS and os.path.isdir((folder := path.parents[above]) / EVENTS):  # noqa: PTH112
            yield folder


def _is_private(path: Path) -> bool:
    """Tell whether nobody else may read what lies there: it is below `private/` of a series."""
    return any(path.relative_to(root).parts[0] == PRIVATE for root in _series_around(path))


def bytes_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of an ordinary file, one more than `most` at most; LC006 as above, OSError for anything else."""
    # A pipe would keep us waiting, and a device can go on for ever.
    unhurried = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(inside(path), os.O_RDONLY | unhurried)
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, NOT_A_FILE)
        # Room for the largest file would cost more than a small one; what has grown meanwhile is read all the same.
        content = file.read(min(found.st_size, most) + 1)
        return content if len(content) <= found.st_size else content + file.read(most + 1 - len(content))


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are missing; LC005 where the system refuses."""
    missing = [each for each in folder.parents if not os.path.lexists(each)]
    with as_finding(inside(folder)):
        for each in (*reversed(missing), folder):
            if not each.is_dir():  # what is there and is no folder is refused
                each.mkdir(0o700 if _is_private(each) else 0o777, exist_ok=True)


def own_folder(above: Path, *names: str) -> Path | None:
    """A folder, made where it is missing, to which nobody else may write, for what we keep for ourselves.

    None where there is none: it cannot be made or written, somebody else has a hand in it, or a link leads there.
    """
    folder = above.joinpath(*names)
    ours = [folder, *folder.parents][: len(names) + 1]
    try:
        for each in reversed(ours):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        trusted = all(map(is_ours, ours)) and os.access(folder, os.W_OK)
    except OSError:
        return None
    return folder if trusted else None


def is_ours(path: Path) -> bool:
    """Tell whether a file or folder belongs to who runs us, nobody else may write to it, and it is no link.

    Windows keeps that for each person by itself. OSError where nothing is there.
    """
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        return False
    return os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def keep_newest(folder: Path, most: int) -> None:
    """Of the files of a folder that is our own only so many are kept, those that were written last."""
    found = [(entry.stat().st_mtime_ns, entry.name) for entry in os.scandir(folder)]
    for _, name in sorted(found)[: max(len(found) - most, 0)]:
        with suppress(OSError):  # another run was faster
            (folder / name).unlink()


def put(content: bytes, path: Path) -> None:
    """Replace the content of a file atomically; whoever reads meanwhile sees the old one."""
    refuse_locked(path)
    with temporary_beside(inside(path.parent) / path.name) as temporary:
        write_new(content, temporary, rights_of(path))
        temporary.replace(path)


def put_own(content: bytes, path: Path) -> None:
    """Replace the content of a file in a folder of our own atomically; nobody else may read or write it."""
    with temporary_beside(path) as temporary:
        write_new(content, temporary, 0o600)
        temporary.replace(path)


def put_safely(content: bytes, path: Path) -> None:
    """Replace the content of a file atomically and flush it to disk; a link stays a link."""
    path = Path(os.path.realpath(inside(path)))
    refuse_locked(path)
    with temporary_beside(path) as temporary:
        write_new(content, temporary, rights_of(path), flush=True)
        temporary.replace(path)
    sync_folder(path.parent)


def put_new(content: bytes, path: Path) -> None:
    """Make a new file atomically and flush it to disk; FileExistsError where somebody was quicker."""
    with temporary_beside(inside(path)) as temporary:
        write_new(content, temporary, rights_of(path), flush=True)
        if os.name == "nt":
            temporary.rename(path)  # which on Windows, and only there, never overwrites
            return
        try:
            path.hardlink_to(temporary)
        except FileExistsError:
            raise
        except OSError:  # a memory stick or a network share knows no second names
            path.touch(exist_ok=False)
            try:
                temporary.replace(path)
            except BaseException:
                path.unlink()  # empty, and ours
                raise


def rights_of(path: Path) -> int | None:
    """The rights that a file keeps, without those of others where it is private; None for a public one that is new."""
    private = _is_private(path)
    try:
        mode = path.lstat().st_mode
    except OSError:
        mode = 0
    if not stat.S_ISREG(mode):
        return 0o600 if private else None
    return stat.S_IMODE(mode) & ~FOR_OTHERS if private else stat.S_IMODE(mode)


def hide(path: Path) -> None:
    """Take from others what rights they have in something private; nothing is loosened."""
    with suppress(OSError):  # a memory stick knows no rights
        if _is_private(path) and not path.is_symlink():
            mode = stat.S_IMODE(path.stat().st_mode)
            if mode & FOR_OTHERS:
                path.chmod(mode & ~FOR_OTHERS)


def refuse_locked(path: Path) -> None:
    """PermissionError for a file that nobody may write: who has locked it wants it to stay, whatever root may."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if not path.lstat().st_mode & ANYBODY_WRITES:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def write_new(content: bytes, path: Path, rights: int | None, *, flush: bool = False) -> None:
    """Write a new file that is nobody else's to read for a moment either."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    with os.fdopen(os.open(path, flags, 0o666 if rights is None else rights), "wb") as file:
        file.write(content)
        if flush:
            file.flush()
            os.fsync(file.fileno())
    if rights is not None:
        with suppress(OSError):  # a memory stick knows no rights
            path.chmod(rights)


def link_or_copy(path: Path, target: Path) -> None:
    """Give a file or a link a second name, or where the system has no such names a copy; a link is never followed."""
    try:
        os.link(path, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(path, target, follow_symlinks=False)


@contextmanager
def temporary_beside(path: Path) -> Iterator[Path]:
    """A temporary name in the folder of `path`, free again whatever happens."""
    temporary = path.with_name(f".labcamp-{os.getpid() & 0xFFFFFFFF:08x}{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def sweep(folders: Iterable[Path]) -> None:
    """Remove temporary files of killed runs from these folders, as far as the system lets us; never through a link."""
    for folder in folders:
        with suppress(OSError, LabcampError), os.scandir(inside(folder)) as entries:
            left = [(Path(entry), found) for entry in entries if (found := TEMPORARY.fullmatch(entry.name))]
            for path, found in left:
                if not lives(int(found[1], 16)):
                    path.unlink(missing_ok=True)


def lives(process: int) -> bool:
    """Tell whether a process other than this one is at work; Windows lets nobody remove a file that it has open."""
    if os.name == "nt" or process in {0, os.getpid()}:
        return False
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def sync_folder(folder: Path) -> None:
    """Flush a folder to disk, so that a new name in it outlives a power cut (Windows cannot)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def as_finding(path: Path) -> Iterator[None]:
    """Raise LC005, at a path that the person knows, where the system refuses what is done inside."""
    try:
        yield
    except OSError as error:
        raise LabcampError(finding("LC005", Place(path.as_posix()), reason=error.strerror or error)) from error
