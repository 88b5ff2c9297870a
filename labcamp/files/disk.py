"""Single files on the disk: whole or not at all, whoever looks and whatever is killed."""

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from labcamp.findings import LabcampError, Place, finding

TEMPORARY = re.compile(r"\.labcamp-[0-9a-f]{16}\.tmp")


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are missing; LC005 where the system refuses."""
    with as_finding(folder):
        folder.mkdir(parents=True, exist_ok=True)


def put(content: bytes, path: Path) -> None:
    """Replace the content of a file atomically; whoever reads meanwhile sees the old one."""
    with temporary_beside(path) as temporary:
        temporary.write_bytes(content)
        temporary.replace(path)


def put_safely(content: bytes, path: Path) -> None:
    """Replace the content of a file atomically and flush it to disk; it keeps its rights, and a link stays a link."""
    path = Path(os.path.realpath(path))
    with temporary_beside(path) as temporary:
        write_through(content, temporary)
        with suppress(OSError):  # a memory stick knows no rights
            shutil.copymode(path, temporary)
        temporary.replace(path)
    sync_folder(path.parent)


def put_new(content: bytes, path: Path) -> None:
    """Make a new file atomically and flush it to disk; FileExistsError where somebody was quicker."""
    with temporary_beside(path) as temporary:
        write_through(content, temporary)
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


def write_through(content: bytes, path: Path) -> None:
    """Write a new file and flush it to disk."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def temporary_beside(path: Path) -> Iterator[Path]:
    """A temporary name in the folder of `path`, free again whatever happens."""
    temporary = path.with_name(f".labcamp-{secrets.token_hex(8)}.tmp")
    try:
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def sweep(folders: Iterable[Path]) -> None:
    """Remove temporary files of killed runs from these folders, as far as the system lets us."""
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for left_over in [Path(entry) for entry in entries if TEMPORARY.fullmatch(entry.name)]:
                left_over.unlink(missing_ok=True)


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
