"""Where files may be written: below their folder, and nowhere else."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from labcamp.findings import Finding, LabcampError, Place, finding

MEMORY = ".labcamp.json"  # the name that is ours


def refuse(names: tuple[str, ...], out: Path) -> None:
    """Stop, with all findings, when these names cannot be written; a name that comes twice is a mistake of ours."""
    if doubles := [name for name, count in Counter((MEMORY, *names)).items() if count > 1]:
        raise ValueError(f"more than one artefact is called {', '.join(doubles)}")
    if findings := tuple(dict.fromkeys(obstacles(names, out))):
        raise LabcampError(*findings)


def obstacles(names: Iterable[str], out: Path) -> Iterator[Finding]:
    """LC006 for each name that leaves `out`, LC002 for each file where a folder should be."""
    folders = {out: "."}
    for name in names:
        if stays_below(name):
            folders.setdefault((out / name).parent, name)
        else:
            yield finding("LC006", Place(name))
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


def leaves(folder: Path, home: Path) -> bool:
    """A link on the way leads the folder out of `home`, which is given without links."""
    return not Path(os.path.realpath(folder)).is_relative_to(home)
