"""The appendix of a paper: all that was said from one event to another; and a reader, which holds the inputs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from labcamp.model import Event, Session
from labcamp.model.provenance import Said
from labcamp.model.series import Topic, shown
from labcamp.render.dates import without_weekday
from labcamp.render.papers.document import Block, Heading, Items, Line, Paragraph, Run
from labcamp.render.papers.heard import NO_TOPIC, Heap, heaps_of
from labcamp.render.papers.said import Material, filled, joined, marks, support_in_words, text_of, where_of, who_of
from labcamp.render.words import Words
from labcamp.workspace.public import on_the_site

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
    yield from by_topic(heaps_of(of.heard, of.topics), of, 2)


def by_topic(heaps: Iterable[Heap], of: Material, level: int) -> Iterator[Block]:
    """What was said about topics, below headings of a level, with how much bears each out."""
    for heap in heaps:
        yield _topic(heap.id, heap.name, level, of.words)
        if heap.name:
            yield Paragraph((Run(support_in_words(heap.support, of.words)),), "support")
        yield Items(tuple(_item(said, of) for said in heap.said.values()))


def _topic(id_: str, name: str, level: int, words: Words) -> Heading:
    """The heading of a topic, or of what has none."""
    return Heading(level, (Run(name or words("paper.no_topic")),), f"topic-{id_}" if name else "no-topic")


def _by_event(of: Material) -> Iterator[Block]:
    """All that was said, event by event."""
    for event in of.events:
        if said := [each for each in of.heard.values() if each.event.id == event.id]:
            yield from _head(event, 2, of.words)
            yield Items(tuple(_item(each, of, event=False) for each in said))


def _item(said: Said, of: Material, *, event: bool = True) -> tuple[Block, ...]:
    """`Was gesagt wurde – LabCamp #3, „Vom Projekt“, stadtLABOR Soest [1]`."""
    text, where = (Run(text_of(said, of.words)),), where_of(said, of, event=event)
    return (Paragraph((*filled(of.words, "paper.said_at", text=text, where=where), *marks([said], of))),)


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
        ids = [topic.id for topic in each.topics] or [NO_TOPIC]
        first.setdefault(ids[0], []).append(each)
        for id_ in ids[1:]:
            others.setdefault(id_, []).append(each)
    known = {id_: (topic.name, topic.description) for id_, topic in of.topics.items()} | {NO_TOPIC: ("", None)}
    for id_, (name, about) in known.items():
        if id_ in first or id_ in others:
            yield _topic(id_, name, 1, of.words)
            yield from _part(about, first.get(id_, []), others.get(id_, []), of)


def _part(about: str | None, inputs: Sequence[Input], others: Sequence[Input], of: Material) -> Iterator[Block]:
    """What a reader holds about a topic: what is meant by it, its inputs, and where it comes up besides."""
    if about:
        yield Paragraph((Run(" ".join(about.split())),))
    for each in inputs:
        yield from _input(each, of)
    if others:
        yield Paragraph(filled(of.words, "paper.elsewhere", sessions=joined(_jump(each, of.words) for each in others)))


def _inputs_by_event(of: Material) -> Iterator[Block]:
    inputs = list(_inputs(of))
    for event in of.events:
        if some := [each for each in inputs if each.event.id == event.id]:
            yield from _head(event, 1, of.words)
            for each in some:
                yield from _input(each, of)


def _jump(each: Input, words: Words) -> Line:
    return (Run(words("agenda.quote", text=each.session.title), to=each.anchor),)


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
        said = [one for one in of.heard.values() if (one.event.id, one.session_id) == (event.id, each.session_id)]
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
