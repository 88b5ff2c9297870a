"""Find the file of a template: the workspace's own wins over the packaged one."""

import errno
import os
import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from labcamp.files.disk import bytes_of, inside, leaves
from labcamp.findings import LabcampError, Place, finding

FOLDER = "templates"
LONGEST = 255  # bytes of a name; no system tells whether there is a file with a longer one
MOST_PICTURE = 20_000_000  # bytes; no mail program shows more


def packaged() -> Traversable:
    """The folder of the packaged templates: in an installed package inside it, in a checkout beside it."""
    here = files("labcamp")
    inside = here.joinpath(FOLDER)
    return inside if inside.is_dir() or not isinstance(here, Path) else here.parent / FOLDER


def names(root: Path) -> list[str]:
    """The names of all templates and word files, packaged and of the workspace, in order."""
    own = inside(root / FOLDER)
    found = {file.relative_to(own).as_posix() for file in own.rglob("*") if file.is_file()} if own.is_dir() else set()
    return sorted(found | packaged_names())


def packaged_names() -> frozenset[str]:
    """The names of the packaged templates and word files."""
    return frozenset(file.name for file in packaged().iterdir() if file.is_file())


def winner(root: Path, name: str) -> Traversable | None:
    """The file that a template's name stands for: the workspace's own, else the packaged one.

    LC006 where a link leads out of that folder.
    """
    return _own(root, name) or _shipped(name)


def _own(root: Path, name: str) -> Path | None:
    """The workspace's own file of a name, whatever sort of file it is; LC006 as above."""
    own = root / FOLDER / name
    if not os.path.lexists(own) or os.path.isdir(own):  # noqa: PTH112  # no error for an odd name
        return None
    if leaves(own, Path(os.path.realpath(inside(root / FOLDER)))):
        raise LabcampError(finding("LC006", Place(own.as_posix())))
    return own


def content(file: Traversable, most: int = MOST_PICTURE) -> bytes:
    """The bytes of a template's file; LC003 where they cannot be had, or there are more than anybody's picture has."""
    if not isinstance(file, Path):
        return file.read_bytes()
    try:
        found = bytes_of(file, most)
        if len(found) > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))  # noqa: TRY301  # as the system would
    except OSError as problem:
        raise LabcampError(finding("LC003", Place(file.as_posix()), reason=problem.strerror or problem)) from problem
    return found


def _shipped(name: str) -> Traversable | None:
    """The packaged file of a name; a name that leads out of the folder is none of ours."""
    if set(re.split(r"[/\\:]", name)) & {"", ".", ".."} or len(os.fsencode(name)) > LONGEST:
        return None
    file = packaged().joinpath(name)
    return file if file.is_file() else None


def text_of(root: Path, name: str) -> str | None:
    """The text of the file that a name stands for: the workspace's own, else the packaged one; LC003 for no text."""
    found = workspace_source(root, name) or packaged_source(name)
    return found[0] if found else None


def packaged_source(name: str) -> tuple[str, str, None] | None:
    """The text of a packaged file and its path, as a loader of Jinja wants it; None where there is none."""
    file = _shipped(name)
    return (file.read_text("utf-8"), str(file), None) if file else None


def workspace_source(root: Path, name: str) -> tuple[str, str, None] | None:
    """The same of the workspace's own file; LC003 where it cannot be read."""
    file = _own(root, name)
    if file is None:
        return None
    try:
        return content(file).decode().replace("\r\n", "\n").replace("\r", "\n"), str(file), None
    except UnicodeDecodeError as problem:
        place = Place((root / FOLDER / name).as_posix())
        raise LabcampError(finding("LC003", place, reason=" ".join(str(problem).split()))) from problem
