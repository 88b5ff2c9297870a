"""The days that a series avoids, out of its own list and the calendars that it names."""

from collections.abc import Iterator
from pathlib import Path

from labcamp.check.sense import lost_after_hash
from labcamp.check.shape import shape
from labcamp.files.read import Source, content_of, is_there, read_source
from labcamp.findings import Finding, LabcampError, finding
from labcamp.model.avoid import Avoid, Avoided
from labcamp.model.texts import Period
from labcamp.workspace import AVOID, EVENTS, Workspace


def avoided(workspace: Workspace, period: Period) -> tuple[tuple[Avoided, ...], tuple[Finding, ...]]:
    """What is on the days of a period, in order, and everything that is wrong with the files that say so."""
    path = workspace.root / EVENTS / f"{AVOID}.yaml"
    if not path.is_file():
        return (), ()
    try:
        source = read_source(path, path.as_posix(), listed="days")
    except LabcampError as problem:
        return (), problem.findings
    avoid, findings = shape(Avoid, source, source.data, {})
    findings = (*findings, *lost_after_hash(source))
    if avoid is None:
        return (), findings
    days = [day for day in _days(avoid, source) if day.is_on(period.first, period.last)]
    for number, name in enumerate(avoid.calendars):
        calendar = path.parent / name
        if not is_there(calendar):
            findings += (finding("LC226", source.place("calendars", number), text=name),)
            continue
        more, wrong = _entries(calendar, period, workspace.series.zone)
        days += more
        findings += wrong
    return tuple(sorted(days)), findings


def _days(avoid: Avoid, source: Source) -> Iterator[Avoided]:
    for number, day in enumerate(avoid.days):
        yield Avoided(day.date.first, day.date.last, day.title or "", source.place("days", number), day.url or "")


def _entries(path: Path, period: Period, zone: str) -> tuple[list[Avoided], tuple[Finding, ...]]:
    from labcamp.check.calendar.content import MOST_BYTES
    from labcamp.planning.calendars import entries_of

    try:
        content = content_of(path, path.as_posix(), MOST_BYTES)
    except LabcampError as problem:
        return [], problem.findings

    entries, findings = entries_of(content, path.as_posix(), period, zone)
    return entries, tuple(findings)
