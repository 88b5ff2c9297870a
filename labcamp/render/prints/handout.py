"""The handout of an event as a PDF on A4."""

from collections.abc import Iterator, Sequence

from labcamp.artefact import Artefact
from labcamp.model import Event
from labcamp.render.facts import Facts
from labcamp.render.prints.common import printed, qr
from labcamp.render.stage import facts_of, stage_of
from labcamp.workspace import Workspace


def render(workspace: Workspace, events: Sequence[Event], *, notes: bool = False) -> Iterator[Artefact]:
    """The handouts of events: `agenda.pdf` of each, with lines to write on if wanted."""
    stage = stage_of(workspace)
    for event in events:
        yield printed(
            stage, facts_of(stage, event), "handout.typ", "agenda.pdf", data(facts_of(stage, event), notes=notes)
        )


def data(facts: Facts, *, notes: bool) -> dict[str, object]:
    """What the template is given."""
    words = facts.words
    return {
        "heading": facts.event.theme or facts.event.title,
        "when": facts.when,
        "days": [{"heading": day.heading, "rows": [row._asdict() for row in day.rows]} for day in facts.days],
        "labels": [words("agenda.time"), words("agenda.what"), words("agenda.who")],
        "qr": qr(facts.button),
        "qr_says": facts.button,
        "notes": notes,
    }
