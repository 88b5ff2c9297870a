"""The agenda as a handout: a page that prints well, and Markdown."""

from collections.abc import Iterator, Sequence

from labcamp.artefact import Artefact
from labcamp.model import Event
from labcamp.render.stage import artefact, facts_of, page, stage_of
from labcamp.render.texts import tidy
from labcamp.workspace import Workspace


def render(workspace: Workspace, events: Sequence[Event]) -> Iterator[Artefact]:
    """The handouts of events: `agenda.html` and `agenda.md` of each."""
    stage = stage_of(workspace)
    for event in events:
        facts = facts_of(stage, event)
        yield artefact(event, "agenda.html", page(stage, "agenda.html.j2", facts))
        yield artefact(event, "agenda.md", tidy(page(stage, "agenda.md.j2", facts)))
