"""Everything that `check` finds in a folder."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from labcamp.files.read import content_of, source_of
from labcamp.findings import Finding, LabcampError
from labcamp.planning.tasks import faults as of_tasks
from labcamp.review.mends import in_utf8, mended
from labcamp.review.rules import advice
from labcamp.review.templates import faults_when_filled
from labcamp.review.tracked import tracked
from labcamp.workspace import Reading, Workspace, reading
from labcamp.workspace.left_over import left_over
from labcamp.workspace.private import FOLDER, faults, faults_of_series

MENDABLE = frozenset({"LC202", "LC209", "LC308", "LC746", "LC756", "LC757", "LC855"})


class Examined(NamedTuple):
    """All findings, how many events could be read, and whether `check --fix` would mend what is wrong."""

    findings: tuple[Finding, ...]
    events: int
    mendable: bool = False


def found_in(root: Path, today: dt.date) -> Examined:
    """Everything that is found in a folder; that it cannot be read at all is a finding too."""
    try:
        read = reading(root, today)
    except LabcampError as problem:
        return Examined(problem.findings, 0)
    workspace = read.workspace
    # What a template of their own does wrong stops `build`, whatever rules are switched off.
    of_templates = faults_when_filled(workspace)
    found = (*workspace.findings, *advice(read), *read.kept(_beside(read)), *of_tasks(root), *of_templates)
    return Examined(tuple(sorted(found)), len(workspace.events), any(_mendable(read)))


def _mendable(read: Reading) -> Iterator[bool]:
    """For each file that has a finding which can be mended: whether some of it goes."""
    for found in read.workspace.findings:
        yield found.code == "LC004"
        yield found.code == "LC110" and in_utf8(content_of(Path(found.path), found.path)) is not None
    paths = {found.path for found in read.workspace.findings if found.code in MENDABLE}
    for id_, source in read.sources.items():
        if source.path in paths:
            check = read.check(id_)
            better = source_of(mended(source.text.encode(), source.path, check), source.path)
            before, after = (sum(found.code in MENDABLE for found in check(each)[1]) for each in (source, better))
            yield after < before


def _beside(read: Reading) -> Iterator[Finding]:
    """What is to be said of what is no event: private files, those in git, those that labcamp made, the site."""
    workspace = read.workspace
    for event in workspace.events:
        yield from faults(workspace.root, event.id)
    yield from faults_of_series(workspace.root)
    yield from tracked(workspace.root)
    yield from _of_addresses(workspace)
    for out in (workspace.root / "out", workspace.root / FOLDER / "out"):
        if out.is_dir():
            yield from left_over(workspace, out)


def _of_addresses(workspace: Workspace) -> Iterator[Finding]:
    """What is to be said of the addresses of the site, at no cost where none was recorded and none has moved."""
    if workspace.published.addresses or workspace.series.moved:
        from labcamp.review.addresses import faults_of_addresses  # noqa: PLC0415  # needs all that makes the site

        yield from faults_of_addresses(workspace)
