"""The private data of an event, read only for what stays private; the workspace never holds them."""

from pathlib import Path

from labcamp.check.shape import shape
from labcamp.findings import LabcampError, Place, finding
from labcamp.model.private import Private
from labcamp.read import read_source

FOLDER = "private"


def private_of(root: Path, id_: str) -> Private:
    """The private side of an event; LC026 where there is none, else everything that is wrong with its file."""
    path = root / FOLDER / f"{id_}.yaml"
    if not path.is_file():
        raise LabcampError(finding("LC026", Place(path.as_posix())))
    source = read_source(path, path.as_posix())
    private, findings = shape(Private, source, source.data, {})
    if private is None:
        raise LabcampError(*findings)
    return private
