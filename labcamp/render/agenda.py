"""The agenda as a handout: a page that prints well, and Markdown."""

from collections.abc import Iterator, Sequence

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.render.pictures import data_address, logo_address, qr
from labcamp.render.sentences import Sentences
from labcamp.render.stage import Stage, artefact, facts_of, page
from labcamp.render.templates import tidy


def render(stage: Stage, events: Sequence[Event]) -> Iterator[Artefact]:
    """The handouts of events: `agenda.html` and `agenda.md` of each."""
    logo = logo_address(stage.workspace.root, stage.workspace.series)
    for event in events:
        facts = facts_of(stage, event)
        say = Sentences(facts)
        code = data_address(qr(say.leads_to.url).encode(), "svg") if say.leads_to else ""
        yield artefact(event, "agenda.html", page(stage, "agenda.html.j2", facts, say=say, code=code, logo=logo))
        yield artefact(event, "agenda.md", tidy(page(stage, "agenda.md.j2", facts)))
