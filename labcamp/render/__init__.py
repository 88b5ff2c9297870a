"""From events to artefacts: the tables of kinds."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from labcamp.artefact import Artefact
from labcamp.model import Event
from labcamp.plan import MAILS as STEPS
from labcamp.render import agenda, calendar, mails, personal, requests
from labcamp.render.prints import attendance, badges
from labcamp.workspace import Workspace

Render = Callable[[Workspace, Sequence[Event]], Iterator[Artefact]]
# The mails around an event that hold nothing private; `plan` says when they are due.
MAILS: dict[str, Render] = {kind: partial(mails.render, kind=kind) for kind, step in STEPS.items() if not step.private}

# What `build` makes of every event. Each kind is a function and a row; heavy libraries are imported inside.
KINDS: dict[str, Render] = {
    "calendar": calendar.render,
    "feed": calendar.feed,
    "invitation": MAILS["invitation"],
    "agenda": agenda.render,
    "newsletter": MAILS["newsletter"],
}

# What also takes private data, and so is written to `private/out/` alone.
PRIVATE: dict[str, Callable[..., Iterator[Artefact]]] = {
    "participants": calendar.participants,
    "requests": requests.render,
    "personal": personal.render,
    "personal-ready": personal.ready,
    "badges": badges.render,
    "attendance-list": attendance.render,
    **{kind: partial(mails.private, kind=kind) for kind, step in STEPS.items() if step.private},
}
