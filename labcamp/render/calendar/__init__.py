"""Calendar files: the feed of the series, and those of one event, each for somebody else."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from labcamp.model import Event, Session
from labcamp.model.artefact import Artefact
from labcamp.model.private import Private
from labcamp.model.texts import id_of
from labcamp.planning.tasks import Listed
from labcamp.render.stage import Stage


def render(stage: Stage, events: Iterable[Event]) -> Iterator[Artefact]:
    """The single downloads: `<id>/<id>.ics` of each event whose day is known."""
    from labcamp.render.calendar.files import single  # noqa: PLC0415

    for event in events:
        if event.id not in stage.singles:
            stage.singles[event.id] = tuple(single(stage, event))
        yield from stage.singles[event.id]


def feed(stage: Stage, events: Sequence[Event], *, drafts: bool = False) -> Iterator[Artefact]:
    """The public feed of the series, `<series id>.ics`; drafts are in it only when asked for."""
    from labcamp.render.calendar.files import subscribed  # noqa: PLC0415

    chosen = [event for event in events if drafts or not event.draft]
    yield Artefact(f"{stage.workspace.series.id}.ics", subscribed(stage, chosen))


def sessions(stage: Stage, event: Event) -> Iterator[Artefact]:
    """Each session as an entry of its own: `<id>/sessions.ics`; nothing where no session has a time."""
    from labcamp.render.calendar.entries import all_sessions  # noqa: PLC0415
    from labcamp.render.calendar.files import file_of  # noqa: PLC0415

    yield from file_of(f"{event.id}/sessions.ics", all_sessions(stage, event))


def sessions_of(stage: Stage, event: Event, whose: str, wanted: Callable[[Session], bool]) -> Iterator[Artefact]:
    """The sessions of one person or organisation: `<id>/sessions-<whose>.ics`; nothing where none has a time."""
    from labcamp.render.calendar.entries import some_sessions  # noqa: PLC0415
    from labcamp.render.calendar.files import file_of  # noqa: PLC0415

    name = f"{event.id}/sessions-{id_of(whose)}.ics"
    yield from file_of(name, some_sessions(stage, event, wanted))


def deadlines(stage: Stage, events: Sequence[Event], name: str, listed: Iterable[Listed] = ()) -> Iterator[Artefact]:
    """What is due for events, and open tasks, for those who organise; nothing where nothing is due."""
    from labcamp.render.calendar.entries import deadlines as due  # noqa: PLC0415
    from labcamp.render.calendar.entries import tasks as to_do  # noqa: PLC0415
    from labcamp.render.calendar.files import file_of  # noqa: PLC0415

    yield from file_of(name, (*(entry for event in events for entry in due(stage, event)), *to_do(stage, listed)))


def tasks(stage: Stage, listed: Iterable[Listed], name: str) -> Iterator[Artefact]:
    """The open ones of some tasks on the days when they are due; nothing where no day is known."""
    from labcamp.render.calendar.entries import tasks as to_do  # noqa: PLC0415
    from labcamp.render.calendar.files import file_of  # noqa: PLC0415

    yield from file_of(name, to_do(stage, listed))


def participants(stage: Stage, event: Event, private: Private) -> Iterator[Artefact]:
    """The event with the way to join: `<id>/participants.ics`, private; nothing where its day is not known."""
    from labcamp.render.calendar.files import joined  # noqa: PLC0415

    yield from joined(stage, event, private.join)
