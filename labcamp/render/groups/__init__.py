"""All that comes out of a plan of small groups: on paper, to read out, to paste, and for video conferences; private."""

from collections.abc import Iterator

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.seating import Seating, seating_bytes
from labcamp.render.groups import lists, online, sheets
from labcamp.render.groups.told import Told
from labcamp.render.stage import Stage, artefact, facts_of
from labcamp.workspace.seating import PLAN


def render(stage: Stage, event: Event, seating: Seating, *, pdf: bool = True) -> Iterator[Artefact]:
    """The files of `<id>/groups/`, the plan itself among them; without those that Typst sets where not `pdf`."""
    told = Told(facts_of(stage, event), seating)
    yield artefact(event, PLAN, seating_bytes(seating).decode())
    if seating.sort == "pairs":
        yield lists.pairs(told)
    else:
        yield from lists.rooms(told)
    yield lists.chat(told)
    yield from online.render(told)
    if pdf:
        yield from sheets.render(stage, told)
