"""Calendar files: one for each event, and the feed of the series."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from labcamp.artefact import Artefact
from labcamp.model import Event
from labcamp.workspace import Workspace

if TYPE_CHECKING:
    from labcamp.render.stage import Stage


def render(workspace: Workspace, events: Sequence[Event]) -> Iterator[Artefact]:
    """The single downloads: `<id>/<id>.ics` of each event whose day is known."""
    from labcamp.render.stage import stage_of  # noqa: PLC0415

    yield from singles(stage_of(workspace), events)


def singles(stage: "Stage", events: Iterable[Event]) -> Iterator[Artefact]:
    """The single downloads of events, on a stage that is ready."""
    from labcamp.render.calendar.entries import single  # noqa: PLC0415

    for event in events:
        if event.days and event.id not in stage.singles:
            stage.singles[event.id] = Artefact(f"{event.id}/{event.id}.ics", single(stage, event))
        if event.days:
            yield stage.singles[event.id]


def feed(workspace: Workspace, events: Sequence[Event], *, drafts: bool = False) -> Iterator[Artefact]:
    """The public feed of the series, `<series id>.ics`; drafts are in it only when asked for."""
    from labcamp.render.calendar.entries import public, subscribed  # noqa: PLC0415
    from labcamp.render.stage import stage_of  # noqa: PLC0415

    chosen = [event for event in events if public(event, workspace.today, drafts=drafts)]
    yield Artefact(f"{workspace.series.id}.ics", subscribed(stage_of(workspace), chosen))
