"""What people argue out of all events: the papers in `events/papers/`, and whether their sources hold."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from labcamp.check.shape import shape
from labcamp.files.disk import EVENTS
from labcamp.files.read import read_source
from labcamp.findings import Finding, LabcampError
from labcamp.model import Event, Paper
from labcamp.model.series import FILE_NAME

PAPERS = "papers"  # below `events/`


def papers_of(
    root: Path, known: Mapping[str, Any], _events: Iterable[Event]
) -> tuple[tuple[Paper, ...], tuple[Finding, ...]]:
    """The papers in the order of their names, and what is wrong with them."""
    folder = root / EVENTS / PAPERS
    paths = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    papers: list[Paper] = []
    findings: list[Finding] = []
    for path in paths:
        try:
            source = read_source(path, path.as_posix())
        except LabcampError as problem:
            findings += problem.findings
            continue
        data = {"language": known["series"].language, **source.data, FILE_NAME: path.stem}
        paper, found = shape(Paper, source, data, {"organisations": known["organisations"]})
        findings += found
        papers += [paper] if paper else []
    return tuple(papers), tuple(findings)
