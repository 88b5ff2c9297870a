"""What people argue out of all events: the papers in `events/papers/`, and whether their sources hold."""

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from labcamp.check import ENDING, check_paper, free_name, is_text
from labcamp.check.paper import Around, check_record, record_vanished
from labcamp.files.disk import EVENTS, inside
from labcamp.files.read import Source, read_source, source_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Paper
from labcamp.model.paper import PaperRecord
from labcamp.model.texts import id_of
from labcamp.workspace.material import NO_PAPER

PAPERS = "papers"  # below `events/`
SCHEMA = "paper.schema.json"  # beside them


class Papers(NamedTuple):
    """The papers of a folder in the order of their names, what is around them, and their files, as `papers/<id>`."""

    around: Around
    papers: tuple[Paper, ...] = ()
    sources: Mapping[str, Source] = {}
    findings: tuple[Finding, ...] = ()


def papers_of(root: Path, around: Around, unsaved: Mapping[str, bytes]) -> Papers:
    """All of it, and what is wrong with it, for papers around which this is; `unsaved` texts shall stand in files."""
    folder = root / EVENTS / PAPERS
    texts = {name.removeprefix(f"{PAPERS}/"): text for name, text in unsaved.items() if name.startswith(f"{PAPERS}/")}
    if not texts and not os.path.isdir(folder):  # noqa: PTH112  # most series have none: nothing is faster
        return Papers(around)
    try:
        names = sorted({*_names(folder), *texts})
    except LabcampError as problem:
        return Papers(around, findings=problem.findings)
    return _read_all(folder, names, texts, around)


def _names(folder: Path) -> list[str]:
    """What lies in the folder; LC003, LC006 where that cannot be seen."""
    if not inside(folder).is_dir():
        return []
    try:
        return os.listdir(folder)  # noqa: PTH208  # names alone
    except OSError as problem:
        raise LabcampError(finding("LC003", Place(folder.as_posix()), reason=problem.strerror or problem)) from problem


def _read_all(folder: Path, names: list[str], texts: Mapping[str, bytes], around: Around) -> Papers:
    findings = [*_in_folders(folder, names)]
    files = [(id_of(re.sub(ENDING, "", name, flags=re.IGNORECASE)), name) for name in names if is_text(name)]
    records, found = _records(folder, names, {id_ for id_, _ in files})
    findings += found
    around = replace(around, records=records)
    papers: dict[str, Paper] = {}
    sources: dict[str, Source] = {}
    for id_, name in files:
        path = (folder / name).as_posix()
        if name != f"{id_}.yaml":
            findings.append(finding("LC004", Place(path), proposal=free_name(id_, names)))
        if id_ in NO_PAPER:
            findings.append(finding("LC826", Place(path), name=id_, proposal=free_name(f"{PAPERS}-{id_}", names)))
        source, found = _read(folder / name, texts.get(name))
        findings += found
        if source and (name == f"{id_}.yaml" or id_ not in papers):
            sources[f"{PAPERS}/{id_}"] = source
            paper, found = check_paper(id_, source, around)
            findings += found
            papers |= {id_: paper} if paper else {}
    return Papers(around, tuple(papers.values()), sources, tuple(findings))


def _in_folders(folder: Path, names: Iterable[str]) -> Iterator[Finding]:
    """LC044: a text file in a folder below, where nobody reads it."""
    others = (folder / name for name in names if not is_text(name))
    for place, _, files in (step for other in others if other.is_dir() for step in os.walk(other)):
        for path in (Path(place, name) for name in sorted(files) if is_text(name)):
            yield finding("LC044", Place(path.as_posix()), proposal=(folder / path.name).as_posix())


def _read(path: Path, unsaved: bytes | None = None) -> tuple[Source | None, tuple[Finding, ...]]:
    try:
        shown = path.as_posix()
        return read_source(path, shown) if unsaved is None else source_of(unsaved, shown), ()
    except LabcampError as problem:
        return None, problem.findings


def _records(
    folder: Path, names: Iterable[str], ids: Collection[str]
) -> tuple[dict[str, PaperRecord], tuple[Finding, ...]]:
    """What was announced of each paper, and what is wrong with the files that say so."""
    records: dict[str, PaperRecord] = {}
    findings: list[Finding] = []
    for path in (folder / name for name in names if name.endswith(".json") and name != SCHEMA):
        if path.stem not in ids:
            findings += record_vanished(path.as_posix(), path.stem, ids - records.keys())
            continue
        source, found = _read(path)
        findings += found
        if source:
            record, found = check_record(source)
            findings += found
            records |= {path.stem: record} if record else {}
    return records, tuple(findings)
