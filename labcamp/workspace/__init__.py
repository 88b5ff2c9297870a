"""The folder as it stands on a day: all of it, read and checked."""

import datetime as dt
import os
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, TypedDict

from labcamp.check import (
    ENDING,
    UNKNOWN_SERIES,
    AnyOrganisation,
    AnyTopic,
    check_event,
    check_file,
    check_organisations,
    check_paper,
    check_series,
    check_topics,
    free_name,
    is_text,
    name_taken,
    without_rules,
)
from labcamp.check.exceptions import without_exceptions
from labcamp.check.ledger import changed_since_announced, check_ledger
from labcamp.check.paper import Around
from labcamp.check.published import check_published
from labcamp.check.sense import twice
from labcamp.check.shape import Organisations, Topics
from labcamp.files.collector import collector_waiting
from labcamp.files.disk import inside
from labcamp.files.read import Source, is_there, read_source, source_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Event, Organisation, Paper, Series, Topic
from labcamp.model.ledger import Ledger
from labcamp.model.paper import PaperRecord
from labcamp.model.provenance import Said, by_name, named_event, span_of
from labcamp.model.published import Published
from labcamp.model.texts import id_of
from labcamp.workspace.material import OwnPage, faults_of_files, names_of_site, pages_of
from labcamp.workspace.met import all_met_too_long
from labcamp.workspace.papers import PAPERS, papers_of
from labcamp.workspace.private import all_kept_too_long

EVENTS = "events"
TEMPLATES = "templates"
ANNOUNCED = "announced"  # below it
PUBLISHED = "published.json"
WITH_MEANING = (ANNOUNCED, PAPERS, "pages", "files")  # the folders below it in which a text file is no event
AVOID = "avoid"  # read only where it is asked which day is good
RESERVED = ("series", "organisations", "topics", AVOID)
OF_A_SITE = (f"{EVENTS}/{PUBLISHED}", "out/site/index.html")  # there is a site where one of them is there
BETWEEN = ("LC311", "LC312")  # what is wrong between two events


class Known(TypedDict):
    """What the text of a file is checked with: the series, what a file may name by its id, whether there is a site."""

    series: Series
    organisations: Organisations
    topics: Topics
    site: bool


NOTHING: Mapping[str, bytes] = {}
Read = tuple[Source | None, tuple[Finding, ...]]  # a file that is there, or why it cannot be read


@dataclass(frozen=True, eq=False)
class Workspace:
    """A folder with `events/` on a day: the series, what it names by ids, its events in time order, and all findings.

    `announced` is the ledger of each event that was announced, by the event's id, `published` that of the site; `pages`
    are those that people wrote, `papers` what they argue out of the events, and `records` what was announced of these.
    """

    root: Path
    today: dt.date
    series: Series
    organisations: Mapping[str, Organisation]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    announced: Mapping[str, Ledger] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    pages: tuple[OwnPage, ...] = ()
    published: Published = field(default_factory=Published)
    papers: tuple[Paper, ...] = ()
    records: Mapping[str, PaperRecord] = field(default_factory=dict)

    @cached_property
    def said(self) -> Mapping[str, Said]:
        """What everybody may read of what was said at the events, by how papers name it."""
        return by_name(self.events)

    @property
    def known(self) -> Known:
        """What the text of a file is checked with."""
        site = bool(self.series.public) or any((self.root / name).is_file() for name in OF_A_SITE)
        return {"series": self.series, "organisations": self.organisations, "topics": self.topics, "site": site}

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop what would go out; advice does not."""
        return tuple(found for found in self.findings if not found.advice)


class Reading(NamedTuple):
    """A workspace with the files it was read from, by id: those of the events, `series`, `organisations` and `topics`.

    A paper has the id `papers/<id>`, and is checked with what is `around` it. `excepted` are the findings that are not
    told, for the series or a comment takes exception to them.
    """

    workspace: Workspace
    sources: Mapping[str, Source]
    excepted: frozenset[Finding] = frozenset()
    around: Around = Around(UNKNOWN_SERIES, {})

    def check(self, id_: str) -> Callable[[Source], tuple[object, tuple[Finding, ...]]]:
        """What tells of a text what it stands for as the file of that id, and what is wrong with it."""
        if id_.startswith(f"{PAPERS}/"):
            return partial(check_paper, id_.removeprefix(f"{PAPERS}/"), around=self.around)
        return partial(check_file, id_, **self.workspace.known)

    def kept(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings in order, but for what the series or a comment in a file takes exception to."""
        excepted = without_exceptions(findings, self.sources.values())
        return tuple(sorted(without_rules(excepted, self.workspace.series.rules)))


def load(root: Path, today: dt.date) -> Workspace:
    """The workspace of a folder; its findings tell everything that is wrong in it, in one run."""
    return reading(root, today).workspace


@collector_waiting()
def reading(root: Path, today: dt.date, unsaved: Mapping[str, bytes] = NOTHING) -> Reading:
    """The workspace of a folder together with the text of its files, for who looks at what people wrote.

    What is `unsaved` stands in the place of the file of that name in `events/`, such as `papers/2027.yaml`, which may
    not be there yet.
    """
    all_files, findings = _files(root / EVENTS, [name for name in unsaved if "/" not in name])
    files = [(id_, path) for id_, path in all_files if id_ != AVOID]
    read = {path: _read(path, unsaved.get(path.name)) for _, path in files}
    shared = {id_: path for id_, path in reversed(files) if id_ in RESERVED}
    files = [(id_, path) for id_, path in files if id_ not in RESERVED]
    findings += tuple(found for _, problems in read.values() for found in problems)
    series, organisations, topics, found = _shared(root / EVENTS, {id_: read[path] for id_, path in shared.items()})
    findings += found
    ledgers, published, found = _recorded(root / EVENTS, {id_ for id_, _ in files})
    findings += found
    sources = [(id_, source) for id_, path in files if (source := read[path][0])]
    # Without its series each event would have another UID than the one that was announced.
    workspace = Workspace(root, today, series or UNKNOWN_SERIES, organisations, (), (), ledgers, topics, (), published)
    events, found = _events(sources, workspace.known, ledgers if series else {})
    findings += found
    texts = dict(sources)
    pages, found = _material(root, dict(files), workspace.series, [(event, texts[event.id]) for event in events])
    findings += found
    unsure = dict(files).keys() - {event.id for event in events}
    papers = papers_of(root, Around(workspace.series, organisations, events, unsure), unsaved)
    known = {id_: source for id_, path in shared.items() if (source := read[path][0])} | texts
    whole = replace(workspace, events=events, pages=pages, papers=papers.papers, records=papers.around.records)
    whole_reading = Reading(whole, {**known, **papers.sources}, around=papers.around)
    return _told(whole_reading, (*findings, *papers.findings, *_of_all(whole, files)))


def _of_all(workspace: Workspace, files: list[tuple[str, Path]]) -> Iterator[Finding]:
    """What is to be said of all files together."""
    yield from name_taken(files, workspace.events, workspace.series, workspace.announced)
    yield from all_kept_too_long(workspace.root, workspace.events, workspace.today)
    yield from all_met_too_long(workspace.root, workspace.events, workspace.today)
    if not files and workspace.series is not UNKNOWN_SERIES:
        yield finding("LC905", Place((workspace.root / EVENTS).as_posix()))


def _told(read: Reading, findings: tuple[Finding, ...]) -> Reading:
    """The same with its findings, apart from those that are not to be told."""
    kept = read.kept(findings)
    excepted = frozenset(findings).difference(kept) if len(kept) < len(findings) else frozenset()
    return Reading(replace(read.workspace, findings=kept), read.sources, excepted, read.around)


def _files(folder: Path, unsaved: Iterable[str]) -> tuple[list[tuple[str, Path]], tuple[Finding, ...]]:
    """The text files of a folder with their ids, by name, and a finding for each whose name is no id."""
    names = sorted({*(_names(folder) if folder.exists() else ()), *unsaved})
    texts = [name for name in names if is_text(name)]
    if not texts:
        raise LabcampError(finding("LC001", Place(folder.as_posix())))
    files = [(id_of(re.sub(ENDING, "", name, flags=re.IGNORECASE)), folder / name) for name in texts]
    wrong = tuple(
        finding("LC004", Place(path.as_posix()), proposal=free_name(id_, names))
        for id_, path in files
        if path.name != f"{id_}.yaml"
    )
    return files, (*wrong, *_in_folders(folder, names))


def _in_folders(folder: Path, names: Iterable[str]) -> Iterator[Finding]:
    """LC044: a text file in a folder below `events/`, where nobody reads it."""
    others = (folder / name for name in names if not is_text(name) and name not in WITH_MEANING)
    for place, _, files in (step for other in others if other.is_dir() for step in os.walk(other)):
        for path in (Path(place, name) for name in sorted(files) if is_text(name)):
            yield finding("LC044", Place(path.as_posix()), proposal=(folder / path.name).as_posix())


def _names(folder: Path) -> list[str]:
    """What lies in a folder, in order."""
    if not inside(folder).is_dir():
        raise LabcampError(finding("LC002", Place(folder.as_posix())))
    try:
        return sorted(file.name for file in folder.iterdir())
    except OSError as problem:
        raise LabcampError(finding("LC003", Place(folder.as_posix()), reason=problem.strerror or problem)) from problem


def _read(path: Path, unsaved: bytes | None = None) -> Read:
    """A file, or the text that shall stand in it."""
    try:
        shown = path.as_posix()
        return read_source(path, shown) if unsaved is None else source_of(unsaved, shown), ()
    except LabcampError as problem:
        return None, problem.findings


def _shared(folder: Path, read: Mapping[str, Read]) -> tuple[Series | None, Organisations, Topics, tuple[Finding, ...]]:
    """What all events share, out of the files that are there, by id, and what is wrong with them."""
    organisations, of_organisations = _organisations(read.get("organisations"))
    topics, of_topics = _topics(read.get("topics"))
    series, of_series = _series(folder, read.get("series"), organisations)
    return series, organisations, topics, (*of_organisations, *of_topics, *of_series)


def _organisations(read: Read | None) -> tuple[Organisations, tuple[Finding, ...]]:
    if read is None:
        return {}, ()
    return check_organisations(read[0]) if read[0] else (AnyOrganisation(), ())


def _topics(read: Read | None) -> tuple[Topics, tuple[Finding, ...]]:
    if read is None:
        return {}, ()
    return check_topics(read[0]) if read[0] else (AnyTopic(), ())


def _series(folder: Path, read: Read | None, organisations: Organisations) -> tuple[Series | None, tuple[Finding, ...]]:
    if read is None:
        return None, (finding("LC010", Place((folder / "series.yaml").as_posix())),)
    if read[0] is None:
        return None, ()
    series, findings = check_series(read[0], organisations)
    return series, (*findings, *_logo_missing(folder.parent, series, read[0]))


def _logo_missing(root: Path, series: Series | None, source: Source) -> Iterator[Finding]:
    """LC319: the logo is not where the series says."""
    if series and series.logo and not is_there(root / TEMPLATES / series.logo):
        yield finding("LC319", source.place("logo"), path=f"{TEMPLATES}/{series.logo}")


def _ledgers(folder: Path, ids: set[str]) -> tuple[dict[str, Ledger], tuple[Finding, ...]]:
    """What was announced of each event, and a finding for each that has vanished since."""
    ledgers: dict[str, Ledger] = {}
    findings: list[Finding] = []
    names = _names(folder) if folder.exists() else []
    for path in (folder / name for name in names if name.endswith(".json")):
        if path.stem not in ids:
            findings.append(finding("LC022", Place(path.as_posix()), id=path.stem))
            continue
        source, found = _read(path)
        findings += found
        if source:
            ledgers[path.stem], found = check_ledger(source)
            findings += found
    return ledgers, tuple(findings)


def _recorded(folder: Path, ids: set[str]) -> tuple[dict[str, Ledger], Published, tuple[Finding, ...]]:
    """What was announced of each event and published of the site, and what is wrong with what says so."""
    ledgers, of_ledgers = _ledgers(folder / ANNOUNCED, ids)
    published, of_published = _published(folder / PUBLISHED)
    return ledgers, published, (*of_ledgers, *of_published)


def _published(path: Path) -> tuple[Published, tuple[Finding, ...]]:
    """What was published of the site; nothing where no file says so."""
    source, findings = _read(path) if is_there(path) else (None, ())
    return check_published(source) if source else (Published(), findings)


def _events(
    sources: Iterable[tuple[str, Source]], known: Known, ledgers: Mapping[str, Ledger]
) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    events: list[tuple[Event, Source]] = []
    findings: list[Finding] = []
    for id_, source in sources:
        event, found = check_event(id_, source, **known)
        findings += found
        if event:
            events.append((event, source))
            findings += changed_since_announced(event, source, known["series"], ledgers.get(id_, {}))
    events.sort(key=lambda pair: pair[0].sort_key)
    return tuple(event for event, _ in events), (*findings, *twice(events))


def _material(
    root: Path, paths: Mapping[str, Path], series: Series, events: Sequence[tuple[Event, Source]]
) -> tuple[tuple[OwnPage, ...], tuple[Finding, ...]]:
    """The pages that people wrote, and what is wrong with these, with names on the site and with files of events."""
    pages, findings = pages_of(root)
    findings += tuple(names_of_site(pages, root / EVENTS, paths, series))
    # What an event names that is wrong in itself is not known.
    unsure = paths.keys() - {event.id for event, _ in events}
    return pages, (*findings, *faults_of_files(root, events, paths.keys(), unsure))


def errors_about(workspace: Workspace, id_: str) -> tuple[Finding, ...]:
    """What is wrong with an event: with its file or its ledger, or between it and another one."""
    return tuple(found for found in workspace.errors if id_ in _concerned(found, workspace))


def errors_of_events(workspace: Workspace) -> tuple[Finding, ...]:
    """The errors but for those of papers, which stop no event."""
    return tuple(found for found in workspace.errors if not _is_of_papers(found, workspace))


def without_broken(workspace: Workspace) -> Workspace | None:
    """The same with the events alone that nothing wrong is about; None where something is about all of them.

    And with the papers alone that are sound, as are all events that they lean on.
    """
    about = [_concerned(found, workspace) for found in workspace.errors]
    broken = frozenset[str]().union(*about)
    events = tuple(event for event in workspace.events if event.id not in broken)
    papers = tuple(paper for paper in workspace.papers if not _is_broken(paper, workspace, broken))
    return replace(workspace, events=events, papers=papers) if events and all(about) else None


def _is_broken(paper: Paper, workspace: Workspace, broken: frozenset[str]) -> bool:
    """Tell whether a paper, or an event that it leans on, is among what is broken."""
    events = {id_ for id_ in broken if not id_.startswith(f"{PAPERS}/")}
    leans_on = {f"{PAPERS}/{paper.id}", *(name.partition("/")[0] for name in paper.sources)}
    leans_on |= {event.id for event in span_of(paper, workspace.events)} if paper.rest else set()
    ends = [name for name in (paper.since, paper.until) if name]
    # Of an event that cannot be read nobody knows whether it belongs to what is told as the rest.
    unread = events.difference(event.id for event in workspace.events)
    lost = any(named_event(name, workspace.events) is None for name in ends)
    return bool(leans_on & broken) or bool(unread and (paper.rest or lost))


def _is_of_papers(found: Finding, workspace: Workspace) -> bool:
    return Path(found.path).is_relative_to(workspace.root / EVENTS / PAPERS)


def _concerned(found: Finding, workspace: Workspace) -> frozenset[str]:
    """The ids of the events that an error is about, or of the paper; nothing where it is about all of them."""
    if _is_of_papers(found, workspace):
        name = Path(found.path).relative_to(workspace.root / EVENTS / PAPERS).name.removesuffix(".json")
        return frozenset({f"{PAPERS}/{id_of(re.sub(ENDING, '', name, flags=re.IGNORECASE))}"})
    folder, values = workspace.root / EVENTS, dict(found.values)
    paths = (Path(found.path), *([Path(values["other"])] if found.code in BETWEEN else []))
    ids = {id_of(re.sub(ENDING, "", path.name.removesuffix(".json"), flags=re.IGNORECASE)) for path in paths}
    if ids & {*RESERVED} or not {path.parent for path in paths} <= {folder, folder / ANNOUNCED}:
        return frozenset()
    if found.code == "LC022":  # an event that never was announced may be the one that has vanished, by another name
        ids |= {event.id for event in workspace.events if event.id not in workspace.announced}
    return frozenset(ids)


def next_event(workspace: Workspace) -> Event | None:
    """The first event that is not over, drafts included, cancelled ones not."""
    return next(_standing(workspace, past=False), None)


def last_event(workspace: Workspace) -> Event | None:
    """The latest event that is over and was not cancelled."""
    return next(_standing(workspace, past=True), None)


def before(workspace: Workspace, event: Event) -> Event | None:
    """The event that was held before an event: what people remember when they read of it."""
    place = bisect_left(workspace.events, event.sort_key, key=lambda other: other.sort_key)
    earlier = reversed(workspace.events[:place])
    return next((e for e in earlier if e.status == "confirmed" and e.is_past(workspace.today)), None)


def _standing(workspace: Workspace, *, past: bool) -> Iterator[Event]:
    events = reversed(workspace.events) if past else workspace.events
    return (event for event in events if not event.cancelled and event.is_past(workspace.today) == past)
