"""The appendix of a paper: all that was said from one event to another; and a reader, which holds the inputs."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from labcamp.model import Event, Session
from labcamp.model.provenance import Said, support_of
from labcamp.model.series import Topic, shown
from labcamp.render.dates import without_weekday
from labcamp.render.papers.document import Block, Heading, Items, Line, Paragraph, Run
from labcamp.render.papers.said import Material, filled, joined, marks, support_in_words, text_of, where_of, who_of
from labcamp.render.public import on_the_site
from labcamp.render.words import Words

NONE = "-"  # the group of what has no topic
AROUND = frozenset({"break", "welcome", "networking", "closing"})  # what is no input, unless something remains of it


class Input(NamedTuple):
    """A session of which there is something to read."""

    event: Event
    session: Session
    session_id: str

    @property
    def anchor(self) -> str:
        """Where it stands in the reader."""
        return f"input-{self.event.id}-{self.session_id}"

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What it is about: its own topics, else those of the event."""
        return self.session.topics or self.event.topics


def rest_of(of: Material) -> Iterator[Block]:
    """What the paper holds besides its findings: what was said, or in a reader the inputs themselves."""
    if of.paper.rest is None:
        return
    if not of.paper.findings:
        yield from READERS[of.paper.rest](of)
        return
    yield Heading(1, (Run(of.words(f"paper.rest_{of.paper.rest.replace(' ', '_')}")),), "rest")
    yield from APPENDICES[of.paper.rest](of)


def _by_topic(of: Material) -> Iterator[Block]:
    """All that was said by topic; what has several stands with each, what has none at the end."""
    groups: dict[str, list[Said]] = {}
    for said in of.said:
        for id_ in [topic.id for topic in said.topics] or [NONE]:
            groups.setdefault(id_, []).append(said)
    for id_, name in _in_order(groups, of):
        yield Heading(2, (Run(name),), f"topic-{id_}" if id_ != NONE else "no-topic")
        if id_ != NONE:
            yield Paragraph((Run(support_in_words(support_of(groups[id_]), of.words)),), "support")
        yield Items(tuple(_item(said, of) for said in groups[id_]))


def _by_event(of: Material) -> Iterator[Block]:
    """All that was said, event by event."""
    for event in of.events:
        if said := [each for each in of.said if each.event.id == event.id]:
            yield from _head(event, 2, of.words)
            yield Items(tuple(_item(each, of, event=False) for each in said))


def _item(said: Said, of: Material, *, event: bool = True) -> tuple[Block, ...]:
    """`Was gesagt wurde – LabCamp #3, „Vom Projekt“, stadtLABOR Soest [1]`."""
    text, where = (Run(text_of(said, of.words)),), where_of(said, of, event=event)
    numbers = [of.cited[said.name]] if said.name in of.cited else []
    return (Paragraph((*filled(of.words, "paper.said_at", text=text, where=where), *marks(numbers, blank=True))),)


def _in_order(groups: Collection[str], of: Material) -> Iterator[tuple[str, str]]:
    """The ids of groups with their names, in the order in which the series has its topics; what has none is last."""
    yield from ((id_, topic.name) for id_, topic in of.topics.items() if id_ in groups)
    if NONE in groups:
        yield NONE, of.words("paper.no_topic")


def _head(event: Event, level: int, words: Words) -> Iterator[Block]:
    """What an event is called, and when it was."""
    yield Heading(level, (Run(event.heading),), f"event-{event.id}")
    if event.date:
        yield Paragraph((Run(without_weekday(event.date, words)),), "who")


def _inputs(of: Material) -> Iterator[Input]:
    """The sessions of which there is something to read, in the order of time."""
    for event in of.events:
        for session, id_ in zip(event.agenda, event.session_ids, strict=True):
            remains = session.public_takeaways or session.links
            if remains or (session.type not in AROUND and (session.by or session.teaser)):
                yield Input(event, session, id_)


def _inputs_by_topic(of: Material) -> Iterator[Block]:
    """The inputs by topic; one with several stands with its first, and the others lead to it."""
    first: dict[str, list[Input]] = {}
    others: dict[str, list[Input]] = {}
    for each in _inputs(of):
        ids = [topic.id for topic in each.topics] or [NONE]
        first.setdefault(ids[0], []).append(each)
        for id_ in ids[1:]:
            others.setdefault(id_, []).append(each)
    for id_, name in _in_order({*first, *others}, of):
        yield Heading(1, (Run(name),), f"topic-{id_}" if id_ != NONE else "no-topic")
        if id_ != NONE and (about := of.topics[id_].description):
            yield Paragraph((Run(" ".join(about.split())),))
        for each in first.get(id_, ()):
            yield from _input(each, of)
        if id_ in others:
            titles = joined(_jump(each, of.words) for each in others[id_])
            yield Paragraph(filled(of.words, "paper.elsewhere", sessions=titles))


def _inputs_by_event(of: Material) -> Iterator[Block]:
    inputs = list(_inputs(of))
    for event in of.events:
        if some := [each for each in inputs if each.event.id == event.id]:
            yield from _head(event, 1, of.words)
            for each in some:
                yield from _input(each, of)


def _jump(each: Input, words: Words) -> Line:
    return (Run(words("paper.quoted", text=each.session.title), to=each.anchor),)


def _input(each: Input, of: Material) -> Iterator[Block]:
    """An input: its title, who brought it and when, what it was about, and what remains of it."""
    words, session, event = of.words, each.session, each.event
    when = without_weekday(event.date, words) if event.date else ""
    yield Heading(2, (Run(session.title),), each.anchor)
    yield Paragraph((Run(", ".join(filter(None, (event.title, when, who_of(session.by, words))))),), "who")
    if session.teaser:
        yield Paragraph((Run(" ".join(session.teaser.split())),))
    if session.public_takeaways:
        yield Paragraph((Run(words("paper.takeaways")),))
        said = (said for said in of.said if (said.event.id, said.session_id) == (event.id, each.session_id))
        yield Items(tuple((Paragraph((Run(text_of(one, words)),)),) for one in said))
    files = of.series.page_of(event.id)
    if links := shown(tuple(on_the_site(session.links)), f"{files}files" if files else ""):
        yield Paragraph((Run(words("paper.material")),))
        yield Items(tuple((Paragraph((Run(link.label, url=link.address),)),) for link in links))


APPENDICES: dict[str, Callable[[Material], Iterator[Block]]] = {"by topic": _by_topic, "by event": _by_event}
READERS: dict[str, Callable[[Material], Iterator[Block]]] = {
    "by topic": _inputs_by_topic,
    "by event": _inputs_by_event,
}
