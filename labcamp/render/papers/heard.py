"""What was said at events, as everybody may read it, by how papers name it and by topic."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from labcamp.model import Paper, Topic
from labcamp.model.provenance import Said, Support, said_at, span_of, support_of
from labcamp.workspace import Workspace
from labcamp.workspace.public import public

NO_TOPIC = "-"  # the id of what has none


class Heap(NamedTuple):
    """All that was said about a topic, by how papers name it; it has no name where that has no topic."""

    id: str
    name: str
    said: Mapping[str, Said]

    @property
    def support(self) -> Support:
        """At how many events it was heard, from how many organisations and countries."""
        return support_of(self.said.values())


def heard(workspace: Workspace, since: str | None = None, until: str | None = None) -> Mapping[str, Said]:
    """What everybody may read of events from one to another, in the order of time; nobody who is hidden is in it.

    Its names are those of papers, which do not change when somebody is hidden.
    """
    shown = {event.id: event for event in public(workspace).events}
    found: dict[str, Said] = {}
    for event in span_of(Paper.model_construct(title="-", language="de", since=since, until=until), workspace.events):
        written = (said.name for said in said_at(event))
        found |= zip(written, said_at(shown[event.id]), strict=True)
    return found


def heaps_of(said: Mapping[str, Said], topics: Mapping[str, Topic]) -> Iterator[Heap]:
    """What was said by topic, in the order in which the series has them; what has several stands with each.

    What has none stands at the end.
    """
    groups: dict[str, dict[str, Said]] = {}
    for name, each in said.items():
        for id_ in _topics_of(each):
            groups.setdefault(id_, {})[name] = each
    yield from (Heap(id_, topic.name, groups[id_]) for id_, topic in topics.items() if id_ in groups)
    if NO_TOPIC in groups:
        yield Heap(NO_TOPIC, "", groups[NO_TOPIC])


def _topics_of(said: Said) -> Iterable[str]:
    return dict.fromkeys(topic.id for topic in said.topics) or (NO_TOPIC,)
