"""What the site is made from: what is public of a series, and the address of each of its pages."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from labcamp.model import Event, Organisation, Paper, Session
from labcamp.model.artefact import SITE
from labcamp.model.provenance import Said, said_at
from labcamp.model.series import Topic, is_nobody
from labcamp.model.session import TimedSession
from labcamp.model.texts import id_of
from labcamp.render.dates import day_and_month
from labcamp.render.facts import Facts
from labcamp.render.papers.document import Document, Heading, Line, Paragraph
from labcamp.render.papers.said import Material, material_of
from labcamp.render.papers.tree import address_of, anchor_of, document_of
from labcamp.render.prints.typesetting import missing
from labcamp.render.stage import Stage, facts_of
from labcamp.render.words import Words
from labcamp.workspace import Workspace, next_event
from labcamp.workspace.material import OwnPage
from labcamp.workspace.public import address_on_web, public

FOLDER = SITE  # below `out/`
HOME = "index.html"
ARCHIVE = "archive.html"
TOPICS = "topics/index.html"
PAPERS = "papers/index.html"
LONGEST = 200  # letters of a name in an address: no system has names of more than 255


class Talk(NamedTuple):
    """A session that has a page of its own."""

    event: Event
    session: Session
    timed: TimedSession
    address: str


class Taken(NamedTuple):
    """A takeaway that everybody may read, with its session."""

    talk: Talk
    said: Said


class Argued(NamedTuple):
    """A finding of a paper by its number, from 1; the paper as a whole is none."""

    paper: Paper
    number: int = 0

    @property
    def title(self) -> str:
        """What it is called."""
        return self.paper.findings[self.number - 1].title if self.number else self.paper.title

    @property
    def address(self) -> str:
        """Where it stands in the site."""
        return f"{address_of(self.paper)}#{anchor_of(self.number)}" if self.number else address_of(self.paper)


class Part(NamedTuple):
    """What of all that was said belongs to one topic, organisation or person: events, sessions, and takeaways."""

    events: list[Event]
    talks: list[Talk]
    takes: list[Taken]

    @property
    def met(self) -> tuple[Event, ...]:
        """The events in which it has a part, each once, in the order of time."""
        of_parts = (each.event for each in (*self.talks, *(taken.talk for taken in self.takes)))
        every = {event.id: event for event in (*self.events, *of_parts)}
        return tuple(sorted(every.values(), key=lambda event: event.sort_key))

    def before(self, today: dt.date) -> "Part":
        """The part of it that is over."""
        events = [event for event in self.events if event.is_past(today)]
        takes = [taken for taken in self.takes if taken.talk.event.is_past(today)]
        return Part(events, [talk for talk in self.talks if talk.event.is_past(today)], takes)


def nothing() -> Part:
    """The part of what has none."""
    return Part([], [], [])


@dataclass(frozen=True, eq=False)
class Site:
    """All that is public of a series; what is hidden or a draft is in none of it.

    The events stand in the order of time, and so do the sessions.
    """

    stage: Stage
    whole: Stage  # with what is not public, by which papers name their sources
    drafts: bool = False  # it is only looked at, before anybody else does, and shows drafts
    pdf: bool = True  # Typst sets what it can

    @property
    def workspace(self) -> Workspace:
        """The folder, with the public events alone."""
        return self.stage.workspace

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that have a page."""
        return self.workspace.events

    @cached_property
    def events_by_id(self) -> Mapping[str, Event]:
        """The same by their id."""
        return {event.id: event for event in self.events}

    @cached_property
    def words(self) -> Words:
        """The wording in the language of the series."""
        return self.stage.words[self.workspace.series.language]

    @cached_property
    def talks(self) -> tuple[Talk, ...]:
        """The sessions that have a page."""
        return tuple(talk for talks in self.talks_by_event.values() for talk in talks)

    @cached_property
    def talks_by_event(self) -> Mapping[str, tuple[Talk, ...]]:
        """The same by the id of their event."""
        return {event.id: talks_of(event) for event in self.events}

    @cached_property
    def talks_by_page(self) -> Mapping[str, Talk]:
        """The same by the address of their page."""
        return {talk.address: talk for talk in self.talks}

    @cached_property
    def takes(self) -> tuple[Taken, ...]:
        """What was taken away from them, in their order."""
        talks = self.talks_by_page
        found = ((page_of_said(said), said) for event in self.events if not event.cancelled for said in said_at(event))
        return tuple(Taken(talks[address], said) for address, said in found if address in talks)

    @cached_property
    def takes_by_event(self) -> Mapping[str, list[Taken]]:
        """The same by the id of their event."""
        found: dict[str, list[Taken]] = {}
        for taken in self.takes:
            found.setdefault(taken.talk.event.id, []).append(taken)
        return found

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """The papers that have a page, the newest first, those with findings before readers."""
        shown = [each for each in self.workspace.papers if self.drafts or not self.is_draft(each)]
        return tuple(sorted(shown, key=lambda paper: (-(paper.date or dt.date.max).toordinal(), not paper.findings)))

    @cached_property
    def papers_by_page(self) -> Mapping[str, Paper]:
        """The same by the address of their page."""
        return {address_of(paper): paper for paper in self.papers}

    def is_draft(self, paper: Paper) -> bool:
        """Tell whether a paper is not public yet."""
        return paper.is_draft(self.workspace.today)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """What they say, by their ids."""
        return {paper.id: document_of(self.whole, paper) for paper in self.papers}

    @cached_property
    def cited(self) -> Mapping[str, list[Argued]]:
        """The findings of papers that cite what is on a page, by its address, each once."""
        found: dict[str, dict[str, Argued]] = {}
        for paper in self.papers:
            findings = [Argued(paper, number) for number in range(1, len(paper.findings) + 1)]
            for source in self.documents[paper.id].sources:
                citing = {each.address: each for each in findings if anchor_of(each.number) in source.cited_in}
                found[source.address] = found.get(source.address, {}) | citing
        return {address: list(citing.values()) for address, citing in found.items()}

    def said_for(self, argued: Argued) -> list[Said]:
        """The takeaways that bear out a finding, or all of a paper."""
        material, number = self.materials[argued.paper.id], argued.number
        return list(material.sources_of(argued.paper.findings[number - 1]) if number else material.cited)

    def topics_for(self, argued: Argued) -> list[Topic]:
        """What a finding, or all of a paper, is about: the topics of what bears it out, each once."""
        return list({topic.id: topic for said in self.said_for(argued) for topic in said.topics}.values())

    @cached_property
    def materials(self) -> Mapping[str, Material]:
        """What they draw on, by their ids."""
        return {paper.id: material_of(self.whole, paper) for paper in self.papers}

    @cached_property
    def frames(self) -> dict[str, dict[str, Any]]:
        """What stands on all pages, by language: each page takes it from the one before."""
        return {}

    @cached_property
    def following(self) -> Event | None:
        """The next event."""
        return next_event(self.workspace)

    @cached_property
    def beside(self) -> Mapping[str, tuple[Event | None, Event | None]]:
        """The events before and after each event, by its id."""
        known = (None, *self.events, None)
        return {event.id: (known[place], known[place + 2]) for place, event in enumerate(self.events)}

    @cached_property
    def of_topics(self) -> Mapping[str, Part]:
        """Where it was about a topic, by its id."""
        parts: dict[str, Part] = {}
        for event in self.events:
            for topic in event.topics:
                parts.setdefault(topic.id, nothing()).events.append(event)
        for talk in self.talks:
            for topic in talk.session.topics:
                parts.setdefault(topic.id, nothing()).talks.append(talk)
        for taken in self.takes:
            for topic in taken.said.topics:
                parts.setdefault(topic.id, nothing()).takes.append(taken)
        return parts

    @cached_property
    def of_organisations(self) -> Mapping[str, Part]:
        """What an organisation has hosted, or been part of, and brought, by its id."""
        parts: dict[str, Part] = {}
        for event in self.events:
            for organisation in dict.fromkeys((*event.hosts, *event.partners)):
                parts.setdefault(organisation.id, nothing()).events.append(event)
        for talk in self.talks:
            for id_ in dict.fromkeys(person.organisation.id for person in talk.session.by if person.organisation):
                parts.setdefault(id_, nothing()).talks.append(talk)
        return parts

    @cached_property
    def of_people(self) -> Mapping[str, Part]:
        """What somebody has moderated and brought, by name."""
        parts: dict[str, Part] = {}
        for event in (event for event in self.events if not event.cancelled):  # whose page names nobody
            for name in dict.fromkeys(person.name for person in event.moderation if person.name):
                parts.setdefault(name, nothing()).events.append(event)
        for talk in self.talks:
            for name in dict.fromkeys(person.name for person in talk.session.by if person.name):
                parts.setdefault(name, nothing()).talks.append(talk)
        return parts

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The topics that something is said about, by name."""
        used = {topic.id for event in self.events for topic in topics_of(event)}
        return tuple(topic for id_, topic in self.workspace.topics.items() if id_ in used)

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations that host or bring something, in the order of their file."""
        named = {each.id for event in self.events for each in organisations_of(event)}
        return tuple(each for id_, each in self.workspace.organisations.items() if id_ in named)

    @cached_property
    def organisation_ids(self) -> frozenset[str]:
        """The ids of the organisations that have a page."""
        return frozenset(each.id for each in self.organisations)

    @cached_property
    def people(self) -> Mapping[str, str]:
        """The address of each person's page by name; none unless the series wants such pages."""
        if not self.workspace.series.people.pages:
            return {}
        known = sorted(name for name in self.of_people if not is_nobody(name))
        return dict(zip(known, _distinct(f"people/{id_of(name)[:LONGEST]}.html" for name in known), strict=True))

    def facts(self, event: Event, language: str = "") -> Facts:
        """An event in words, in its own language or another."""
        return facts_of(self.stage, event, language)


def site_of(stage: Stage, *, drafts: bool = False, pdf: bool = True) -> Site:
    """What is public of a workspace; with drafts where they are looked at before anybody else does."""
    workspace, names = public(stage.workspace, drafts=drafts), stage.workspace.series.people.hide
    by_id = {event.id: event for event in workspace.events}
    announced = tuple(by_id[event.id] for event in stage.announced if event.id in by_id)
    shown = replace(stage, workspace=workspace, announced=announced)
    # What other kinds have made of the same events serves here, too, unless somebody is hidden.
    return Site(replace(shown, facts={}, singles={}) if names else shown, stage, drafts, pdf and not missing())


def public_address(site: Site, address: str) -> str:
    """Where a page is found on the web, or a place on it; empty where nobody knows (`public:` of the series)."""
    return address_on_web(site.workspace.series, address)


def card_of(site: Site, address: str) -> str:
    """The address of the picture that previews of links to a page show: of its event or paper, else of the series."""
    if (paper := site.papers_by_page.get(address)) and not site.is_draft(paper):
        return beside_paper(paper, "png")
    event = site.events_by_id.get(address.partition("/")[0])
    return f"{event.id}/card.png" if event and not event.draft else "card.png"


def page_of_event(event: Event) -> str:
    """The address of an event's page."""
    return f"{event.id}/index.html"


def page_of_said(said: Said) -> str:
    """The address of the page of a takeaway's session."""
    return f"{said.event.id}/{said.session_id}.html"


def page_of_topic(topic: Topic) -> str:
    """The address of a topic's page."""
    return f"topics/{topic.id}.html"


def page_of_organisation(organisation: Organisation) -> str:
    """The address of an organisation's page."""
    return f"organisations/{organisation.id}.html"


def beside_paper(paper: Paper, ending: str) -> str:
    """The address of a file that lies beside the page of a paper: `papers/positionspapier.pdf`."""
    return address_of(paper).replace(".html", f".{ending}")


def edition_of(paper: Paper, words: Words) -> str:
    """`Version 1.0, 1. April 2027`, as far as known."""
    version = words("paper.version", version=paper.version) if paper.version else ""
    date = f"{day_and_month(paper.date, words)} {paper.date.year}" if paper.date else ""
    return ", ".join(filter(None, (version, date)))


def text_of(line: Line) -> str:
    """A line of a paper as plain text, without the marks of its sources."""
    return " ".join("".join(run.text for run in line if not run.source).split())


def support_by_anchor(document: Document) -> Mapping[str, str]:
    """How much bears out each finding of a paper, by its anchor: `Bei vier Treffen gehört.`, and so on."""
    anchor, found = "", dict[str, str]()
    for block in document.blocks:
        if isinstance(block, Heading):
            anchor = block.anchor
        elif isinstance(block, Paragraph) and block.kind == "support":
            found.setdefault(anchor, text_of(block.line))
    return found


def page_of_own(own: OwnPage) -> str:
    """The address of a page that people wrote themselves."""
    return f"{own.id}.html"


def talks_of(event: Event) -> tuple[Talk, ...]:
    """The sessions of an event that have a page: all but the breaks; none of an event that is cancelled."""
    if event.cancelled:
        return ()
    return tuple(
        Talk(event, timed.session, timed, f"{event.id}/{id_}.html")
        for timed, id_ in zip(event.timetable, event.session_ids, strict=True)
        if timed.session.type != "break"
    )


def topics_of(event: Event) -> tuple[Topic, ...]:
    """The topics of an event, of its sessions, and of what was taken away from them, each once."""
    of_sessions = (topic for session in event.agenda for topic in (*session.topics, *of_takeaways(session)))
    return tuple({topic.id: topic for topic in (*event.topics, *of_sessions)}.values())


def of_takeaways(session: Session) -> tuple[Topic, ...]:
    """The topics that takeaways of a session have themselves."""
    return tuple(topic for each in session.public_takeaways for topic in each.topics)


def organisations_of(event: Event) -> tuple[Organisation, ...]:
    """The organisations that host an event, are part of it, or bring something, each once."""
    named = (person.organisation for person in event.people if person.organisation)
    return tuple({each.id: each for each in (*event.hosts, *event.partners, *named)}.values())


def _distinct(addresses: Iterator[str]) -> Iterator[str]:
    """Addresses of which no two are the same: the second gets a number."""
    seen: dict[str, int] = {}
    for address in addresses:
        seen[address] = seen.get(address, 0) + 1
        yield address if seen[address] == 1 else address.replace(".html", f"-{seen[address]}.html")
