"""Rules about papers: whether their sources hold, and whether they say what can be said under their licence."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import Field

from labcamp.check.sense import placeholders
from labcamp.check.shape import Organisations, nearest, shape
from labcamp.files.read import Source, Steps
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event, Paper, Series
from labcamp.model.fields import Day, Line
from labcamp.model.licences import known_licences, licence_of, nearest_licence
from labcamp.model.paper import PaperRecord
from labcamp.model.provenance import Said, all_said_at, named, named_event, span_of
from labcamp.model.series import Frozen
from labcamp.model.texts import A_DOZEN, a_few, one_line


@dataclass(frozen=True, eq=False)
class Around:
    """What the text of a paper is checked with: the series, and what was said at its events.

    Of the events that are `unsure` nobody knows what was said; without any events that is known of none.
    """

    series: Series
    organisations: Organisations
    events: tuple[Event, ...] = ()
    unsure: Collection[str] = frozenset()
    records: Mapping[str, PaperRecord] = field(default_factory=dict)

    @cached_property
    def said(self) -> Mapping[str, Said]:
        """All that was said, also what is not told, by how papers name it."""
        return named(said for event in self.events for said in all_said_at(event))

    @cached_property
    def by_hash(self) -> Mapping[str, tuple[Said, ...]]:
        """What was said, by the hash of its text."""
        found: dict[str, tuple[Said, ...]] = {}
        for said in dict.fromkeys(self.said.values()):
            found[said.hash] = (*found.get(said.hash, ()), said)
        return found


@dataclass(frozen=True, eq=False)
class Read:
    """A paper with its file, what was announced of it, and all around it."""

    paper: Paper
    source: Source
    around: Around

    @cached_property
    def record(self) -> PaperRecord:
        """What was announced of it; nothing where it was not."""
        return self.around.records.get(self.paper.id, PaperRecord())

    @cached_property
    def span(self) -> frozenset[str]:
        """The ids of the events that it is about."""
        return frozenset(event.id for event in span_of(self.paper, self.around.events))

    @cached_property
    def ends(self) -> Mapping[str, Event | None]:
        """The event that each of `since` and `until` names, where it says so; None is one that nobody knows."""
        named = {"since": self.paper.since, "until": self.paper.until}
        return {key: named_event(text, self.around.events) for key, text in named.items() if text}

    @property
    def cited(self) -> Iterator[tuple[Steps, str]]:
        """Each source that it names, and where."""
        for index, each in enumerate(self.paper.findings):
            yield from ((("findings", index, "sources", number), name) for number, name in enumerate(each.sources))


Rule = Callable[[Read], Iterator[Finding]]

# Sources


def sources_hold(read: Read) -> Iterator[Finding]:
    """LC741 to LC744, LC751, LC756, LC757, LC773: what is to be said of each source."""
    if not read.around.events:
        return
    for steps, name in read.cited:
        place, said = read.source.place(*steps), read.around.said.get(name)
        if said:
            yield from next((found for rule in OF_A_SOURCE if (found := list(rule(read, place, name, said)))), ())
        elif name.partition("/")[0] not in read.around.unsure:
            yield from _not_there(read, place, name)


def _not_there(read: Read, place: Place, name: str) -> Iterator[Finding]:
    if name in read.record.sources:
        yield finding("LC756", place, name=name, nearest=_moved_to(read, name))
        return
    session, _, which = name.partition("#")
    names = list(dict.fromkeys(said.name for said in read.around.said.values() if said.takeaway.is_told))
    of_session, of_event = (
        [each for each in names if each.startswith(start)] for start in (f"{session}#", f"{name.partition('/')[0]}/")
    )
    # Where the session is right, one number is as good as another; where it is not, the number may be right.
    alike = [each for each in read.around.said if each.endswith(f"#{which}")]
    close = "" if of_session and which.isdigit() else nearest(name, of_session or alike)
    there = of_session or of_event or names
    yield finding("LC741", place, name=name, nearest=close, known=a_few(there, A_DOZEN) or "–")


def _moved_to(read: Read, name: str) -> str:
    """The name that the text has now which was announced under another; empty where it is not there just once."""
    found = read.around.by_hash.get(read.record.sources[name], ())
    return found[0].name if len(found) == 1 else ""


def _not_held(_: Read, place: Place, name: str, said: Said) -> Iterator[Finding]:
    if said.event.status != "confirmed":
        yield finding("LC744", place, name=name, id=said.event.id, status=said.event.status)


def _not_public(_: Read, place: Place, name: str, said: Said) -> Iterator[Finding]:
    if not said.takeaway.is_told:
        yield finding("LC743", place, name=name)


def _outside(read: Read, place: Place, name: str, said: Said) -> Iterator[Finding]:
    if read.span and said.event.id not in read.span:
        yield finding("LC742", place, name=name, since=read.paper.since or "–", until=read.paper.until or "–")


def _changed(read: Read, place: Place, name: str, said: Said) -> Iterator[Finding]:
    if read.record.sources.get(name, said.hash) != said.hash:
        yield finding("LC757", place, name=name, nearest=_moved_to(read, name), id=read.paper.id)


def _licence_of_source(read: Read, place: Place, name: str, said: Said) -> Iterator[Finding]:
    own = licence_of(read.paper.licence or "")
    licence = licence_of(said.licence or "")
    if said.licence and not licence and said.licence != said.takeaway.licence:  # else that is told where it stands
        yield finding("LC773", place, name=name, licence=said.licence)
    if own and licence and not licence.fits_into(own):
        yield finding("LC751", place, name=name, licence=licence.name, own=own.name)


OF_A_SOURCE: tuple[Callable[[Read, Place, str, Said], Iterator[Finding]], ...] = (
    _not_held,
    _not_public,
    _outside,
    _changed,
    _licence_of_source,
)


def source_twice(read: Read) -> Iterator[Finding]:
    """LC746: a finding names a source twice, maybe once by its number and once by its id."""
    seen = set()
    for steps, name in read.cited:
        said = read.around.said.get(name)
        one = (steps[1], said.names if said else name)
        if one in seen:
            yield finding("LC746", read.source.place(*steps), name=name)
        seen.add(one)


# What it says


def finding_twice(read: Read) -> Iterator[Finding]:
    """LC745: two findings of a paper have one title."""
    seen: dict[str, int] = {}
    for index, each in enumerate(read.paper.findings):
        place = read.source.place("findings", index, "title")
        title = one_line(each.title).casefold()
        if title in seen:
            yield finding("LC745", place, title=each.title, line=seen[title])
        seen.setdefault(title, place.line)


def says_nothing(read: Read) -> Iterator[Finding]:
    """LC747: a paper has no findings, and no rest that would make it a reader."""
    if not read.paper.findings and not read.paper.rest:
        yield finding("LC747", read.source.place("title", key=True))


def without_source(read: Read) -> Iterator[Finding]:
    """LC771: nothing bears a finding out."""
    for index, each in enumerate(read.paper.findings):
        if not each.sources:
            yield finding("LC771", read.source.place("findings", index, "title"), title=each.title)


def span_is_one(read: Read) -> Iterator[Finding]:
    """LC748, LC749: a paper begins or ends with an event that there is not, or ends before it begins."""
    around, ends = read.around, read.ends if read.around.events else {}
    names = [name for event in around.events for name in (event.id, str(event.number)) if name != "None"]
    for key, event in ends.items():
        text = getattr(read.paper, key)
        # Nobody knows the number of an event that cannot be read.
        if event is None and text not in around.unsure and not (around.unsure and text.isdigit()):
            yield finding("LC748", read.source.place(key), event=text, nearest=nearest(text, names))
    since, until = ends.get("since"), ends.get("until")
    if since and until and since.sort_key > until.sort_key:
        yield finding("LC749", read.source.place("until"), since=since.id, until=until.id)


def rest_fits(read: Read) -> Iterator[Finding]:
    """LC774: the appendix holds what is under a licence that does not fit into that of the paper."""
    own = licence_of(read.paper.licence or "")
    if not own or not own.is_whole or not read.paper.rest:
        return
    cited = {name for _, name in read.cited}
    names = [
        said.name
        for said in dict.fromkeys(read.around.said.values())
        if said.event.id in read.span and said.takeaway.is_told and cited.isdisjoint(said.names)
        if (licence := licence_of(said.licence or "")) and not licence.fits_into(own)
    ]
    if names:
        yield finding("LC774", read.source.place("rest"), own=own.name, names=a_few(names) or "–")


def licence_unknown(read: Read) -> Iterator[Finding]:
    """LC750: the licence of a paper is none."""
    if read.paper.licence:
        yield from not_a_licence(read.paper.licence, read.source.place("licence"))


def not_a_licence(text: str, place: Place) -> Iterator[Finding]:
    """LC750 where a text names no licence, or any version of one."""
    licence = licence_of(text)
    if licence is None or not licence.is_whole:
        known = ", ".join(known_licences())
        yield finding("LC750", place, text=text, nearest=nearest_licence(text), known=known)


def placeholder_in_paper(read: Read) -> Iterator[Finding]:
    """LC309: TBA, FIXME or the like stands in a paper that has a date."""
    if read.paper.date:
        yield from placeholders(read.source)


# What was announced of it


def went_back(read: Read) -> Iterator[Finding]:
    """LC758: the version or the date of a paper is an earlier one than was announced, or is gone."""
    record, paper = read.record, read.paper
    if record.version and (paper.version is None or _figures(paper.version) < _figures(record.version)):
        place = read.source.place("version") if paper.version else read.source.place("title", key=True)
        yield finding("LC758", place, key="version", now=paper.version or "–", before=record.version, id=paper.id)
    if record.date and (paper.date is None or paper.date < record.date):
        place = read.source.place("date") if paper.date else read.source.place("title", key=True)
        yield finding("LC758", place, key="date", now=paper.date or "–", before=record.date, id=paper.id)


def _figures(version: str) -> tuple[int, ...]:
    """The numbers in a version, which tell which of two is later; 1.0 is as late as 1."""
    found = [int(each) for each in re.findall(r"\d{1,9}", version)]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _cites_others(read: Read) -> bool:
    """Tell whether sources have come or gone; one that is only called otherwise now has not."""
    known, announced = read.around.said, read.record.sources
    cited = {name: known[name].hash for name in read.paper.sources if name in known}
    new = {text for name, text in cited.items() if name not in announced}
    return new != {text for name, text in announced.items() if name not in read.paper.sources}


def version_stays(read: Read) -> Iterator[Finding]:
    """LC770: a paper says something else than was announced, under the same version."""
    record, paper = read.record, read.paper
    if record.text and record.version == paper.version and (record.text != paper.hash or _cites_others(read)):
        place = read.source.place("version") if paper.version else read.source.place("title", key=True)
        yield finding("LC770", place, version=paper.version or "–", id=paper.id)


RULES: tuple[Rule, ...] = (
    sources_hold,
    source_twice,
    finding_twice,
    says_nothing,
    without_source,
    span_is_one,
    licence_unknown,
    rest_fits,
    placeholder_in_paper,
    went_back,
    version_stays,
)

# The record of a paper


class Written(Frozen):
    """What was announced of a paper, as its file writes it."""

    version: Line | None = None
    date: Day | None = None
    text: Line | None = None
    sources: dict[str, Line] = Field(default_factory=dict)


def check_record(source: Source) -> tuple[PaperRecord | None, tuple[Finding, ...]]:
    """What was announced of a paper, and what is wrong with the file that says so."""
    written, findings = shape(Written, source, source.data, {})
    if written is None:
        return None, findings
    return PaperRecord(written.version, written.date, written.text, written.sources), findings


def record_vanished(path: str, id_: str, others: Iterable[str]) -> Iterator[Finding]:
    """LC760: a paper was announced, and its file is gone."""
    yield finding("LC760", Place(path), id=id_, nearest=nearest(id_, others))
