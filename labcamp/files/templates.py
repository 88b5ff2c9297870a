"""Find the file of a template: the workspace's own wins over the packaged one."""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from labcamp.findings import LabcampError, Place, finding

FOLDER = "templates"


def packaged() -> Traversable:
    """The folder of the packaged templates: in an installed package inside it, in a checkout beside it."""
    here = files("labcamp")
    inside = here.joinpath(FOLDER)
    return inside if inside.is_dir() or not isinstance(here, Path) else here.parent / FOLDER


def names(root: Path) -> list[str]:
    """The names of all templates and word files, packaged and of the workspace, in order."""
    own = root / FOLDER
    found = {file.relative_to(own).as_posix() for file in own.rglob("*") if file.is_file()} if own.is_dir() else set()
    return sorted(found | {file.name for file in packaged().iterdir() if file.is_file()})


def winner(root: Path, name: str) -> Traversable | None:
    """The file that a template's name stands for: the workspace's own, else the packaged one."""
    own = root / FOLDER / name
    if own.is_file():
        if not own.resolve().is_relative_to((root / FOLDER).resolve()):
            raise LabcampError(finding("LC006", Place(own.as_posix())))
        return own
    return _shipped(name)


def _shipped(name: str) -> Traversable | None:
    """The packaged file of a name; a name that leads out of the folder is none of ours."""
    if set(re.split(r"[/\\:]", name)) & {"", ".", ".."}:
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
    file = winner(root, name) if (root / FOLDER / name).is_file() else None
    if file is None:
        return None
    try:
        return file.read_text("utf-8"), str(file), None
    except (OSError, UnicodeDecodeError) as problem:
        place = Place((root / FOLDER / name).as_posix())
        raise LabcampError(finding("LC003", place, reason=" ".join(str(problem).split()))) from problem
