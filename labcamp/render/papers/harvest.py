"""What was said at events as raw material for a paper: as its beginning, and as Markdown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from labcamp.model import Event, Paper, Topic
from labcamp.model.artefact import Artefact
from labcamp.model.provenance import Said
from labcamp.render.event_file import comment
from labcamp.render.papers.document import Document, Run
from labcamp.render.papers.heard import Heap, heaps_of, heard
from labcamp.render.papers.markdown import markdown
from labcamp.render.papers.rest import by_topic
from labcamp.render.papers.said import line_of_said, material_of, support_in_words
from labcamp.render.stage import Stage
from labcamp.render.templates import fill
from labcamp.render.words import Words
from labcamp.render.yaml_form import scalar
from labcamp.workspace import Workspace

FIRST = "0.1"  # the version of a paper that begins


@dataclass(frozen=True)
class Harvest:
    """What was said from one event to another, by topic; about one topic alone where that is wanted."""

    heaps: tuple[Heap, ...]
    topic: Topic | None = None
    since: Event | None = None
    until: Event | None = None

    @property
    def said(self) -> Mapping[str, Said]:
        """All of it by how papers name it, each once."""
        return {name: said for heap in self.heaps for name, said in heap.said.items()}


def harvest_of(
    workspace: Workspace, topic: Topic | None = None, since: Event | None = None, until: Event | None = None
) -> Harvest:
    """What everybody may read of it."""
    first, last = (event.id if event else None for event in (since, until))
    found = heaps_of(heard(workspace, first, last), workspace.topics)
    return Harvest(tuple(heap for heap in found if topic is None or heap.id == topic.id), topic, since, until)


def as_paper(stage: Stage, harvest: Harvest, id_: str) -> Artefact:
    """The beginning of a paper: a finding for each topic, with all that was said about it as its sources."""
    series = stage.workspace.series
    words = stage.words[series.language]
    named = [heap for heap in harvest.heaps if heap.name]
    loose = [heap for heap in harvest.heaps if not heap.name]
    span = {"since": harvest.since, "until": harvest.until}
    values = {"title": scalar(words("paper.harvest", series=series.title)), "version": FIRST}
    values |= {key: event.id for key, event in span.items() if event}
    values |= {"rest": "by topic"} if harvest.topic is None or not named else {}
    text = fill(
        stage.templates,
        "paper.yaml.j2",
        heading=comment(f"{series.title}: {harvest.topic.name}" if harvest.topic else series.title),
        german=series.language.startswith("de"),
        values=values,
        source="",
        heaps=[_heap(heap, title, words) for heap, title in zip(named, _titles(named), strict=True)],
        loose=[said for heap in loose for said in _said(heap, words)],
    )
    return Artefact(f"{id_}.yaml", text.encode())


def _titles(heaps: Sequence[Heap]) -> list[str]:
    """The names of topics; where two have the same, with their ids, for no paper has two findings of one title."""
    names = [heap.name.casefold() for heap in heaps]
    return [heap.name if names.count(heap.name.casefold()) == 1 else f"{heap.name} ({heap.id})" for heap in heaps]


def _heap(heap: Heap, title: str, words: Words) -> dict[str, object]:
    support = comment(support_in_words(heap.support, words))
    return {"title": scalar(title), "support": support, "said": _said(heap, words)}


def _said(heap: Heap, words: Words) -> list[dict[str, str]]:
    return [{"name": name, "text": comment(line_of_said(said, words))} for name, said in heap.said.items()]


def as_markdown(stage: Stage, harvest: Harvest) -> str:
    """All of it in Markdown, topic by topic."""
    series = stage.workspace.series
    title = stage.words[series.language]("paper.harvest", series=series.title)
    whole = material_of(stage, Paper(title=title, language=series.language))
    of = replace(whole, heard=harvest.said)
    facts = ((Run(support_in_words(of.support, of.words)),),)
    return markdown(Document("-", series.language, title, "", facts, "", tuple(by_topic(harvest.heaps, of, 1)), (), ""))
