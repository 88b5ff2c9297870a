"""The hand-over of an event to the next host: a folder with an overview, the tasks, the texts and the event's file."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.planning.tasks import Listed
from labcamp.render import agenda, calendar, mails
from labcamp.render.handover.sheet import Handing, Sheet
from labcamp.render.pictures import logo_address
from labcamp.render.stage import Stage, facts_of, page
from labcamp.render.tasks import rows_of, table
from labcamp.render.templates import tidy

TEXTS = (".html", ".txt", ".md")


class Kept(NamedTuple):
    """A file of the folder, and what it is."""

    name: str
    what: str


def render(stage: Stage, event: Event, handing: Handing) -> Iterator[Artefact]:
    """The folder of the hand-over: `<id>/handover-<organisation>/`, with telephone numbers, so it is private."""
    sheet = Sheet(stage, facts_of(stage, event), handing)
    others = tuple(_others(stage, sheet))
    how = tidy(page(stage, "how-it-works.md.j2", sheet.facts, to=handing.to))
    names = ["handover.html", "handover.md", "labcamp.md", *(file.name for file in others)]
    kept = tuple(Kept(name, sheet.facts.words(f"handover.file_{_sort_of(name, event)}")) for name in names)
    filled = partial(page, stage, facts=sheet.facts, sheet=sheet, kept=kept)
    html = filled(
        "handover.html.j2", how=how.partition("\n")[2], logo=logo_address(stage.workspace.root, stage.workspace.series)
    )
    folder = f"{event.id}/handover-{handing.to.id}"
    yield Artefact(f"{folder}/handover.html", html.encode())
    yield Artefact(f"{folder}/handover.md", tidy(filled("handover.md.j2")).encode())
    yield Artefact(f"{folder}/labcamp.md", how.encode())
    yield from (Artefact(f"{folder}/{file.name}", file.content) for file in others)


def _others(stage: Stage, sheet: Sheet) -> Iterator[Artefact]:
    """The files beside the overview: tasks, texts, and the event's own; their names are those within the folder."""
    event, words = sheet.facts.event, sheet.facts.words
    yours = {row.id for row in sheet.yours}
    yield from calendar.tasks(stage, (Listed(event, task) for task in sheet.tasks if task.id in yours), "tasks.ics")
    every = (Listed(event, task) for task in sheet.tasks)
    yield table(rows_of(stage.workspace, every, words), words, "tasks.csv")
    for kind in ("invitation", "newsletter"):
        yield from _texts(mails.render(stage, (event,), kind=kind))
    yield from _texts(agenda.render(stage, (event,)))
    yield Artefact(f"{event.id}.yaml", sheet.handing.file)


def _texts(artefacts: Iterator[Artefact]) -> Iterator[Artefact]:
    """Those files that are texts, without their folder; what is sent or printed is made anew when it is wanted."""
    for artefact in artefacts:
        name = artefact.name.rpartition("/")[2]
        if name.endswith(TEXTS):
            yield Artefact(name, artefact.content)


def _sort_of(name: str, event: Event) -> str:
    """What a file of the folder is, as the words call it."""
    if name == f"{event.id}.yaml":
        return "event"
    return name.replace(".", "_") if name.startswith("tasks.") else name.rpartition(".")[0]
