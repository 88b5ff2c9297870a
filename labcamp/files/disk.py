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
    """The folder is there, and those above it."""
    with as_finding(folder):
        folder.mkdir(parents=True, exist_ok=True)


def put(content: bytes, path: Path) -> None:
    """The file holds the content, at once; whoever looks meanwhile sees the old one."""
    with temporary_beside(path) as temporary:
        temporary.write_bytes(content)
        temporary.replace(path)


def put_safely(content: bytes, path: Path) -> None:
    """The file holds the content, at once and on the disk itself; it keeps its rights, and a link stays a link."""
    path = Path(os.path.realpath(path))
    with temporary_beside(path) as temporary:
        write_through(content, temporary)
        with suppress(OSError):  # a memory stick knows no rights
            shutil.copymode(path, temporary)
        temporary.replace(path)
    sync_folder(path.parent)


def put_new(content: bytes, path: Path) -> None:
    """The file is there, at once and on the disk itself; FileExistsError where somebody was quicker."""
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
    """The new file is on the disk itself."""
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
    """No temporary files of a killed run are left in these folders, as far as the system lets us."""
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            for left_over in [Path(entry) for entry in entries if TEMPORARY.fullmatch(entry.name)]:
                left_over.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """The folder's new name outlives a power cut, where the system can promise that (Windows cannot)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def as_finding(path: Path) -> Iterator[None]:
    """What the system refuses is told as LC005, at the path that the person knows."""
    try:
        yield
    except OSError as error:
        raise LabcampError(finding("LC005", Place(path.as_posix()), reason=error.strerror or error)) from error
