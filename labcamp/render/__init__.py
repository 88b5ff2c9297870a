"""From events to artefacts: the tables of kinds."""

from collections.abc import Callable, Iterator, Sequence

from labcamp.artefact import Artefact
from labcamp.model import Event
from labcamp.render import agenda, calendar, invitation, newsletter, requests
from labcamp.workspace import Workspace

# What `build` makes of every event. Each kind is a function and a row; heavy libraries are imported inside.
KINDS: dict[str, Callable[[Workspace, Sequence[Event]], Iterator[Artefact]]] = {
    "calendar": calendar.render,
    "feed": calendar.feed,
    "invitation": invitation.render,
    "agenda": agenda.render,
    "newsletter": newsletter.render,
}

# What also takes private data, and so is written to `private/out/` alone.
PRIVATE: dict[str, Callable[..., Iterator[Artefact]]] = {
    "participants": calendar.participants,
    "requests": requests.render,
}
