"""From events to artefacts: the tables of kinds."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Concatenate

from labcamp.model import Event
from labcamp.model.artefact import SITE, Artefact
from labcamp.planning.mails import MAILS as STEPS
from labcamp.render import agenda, calendar, handover, mails
from labcamp.render.mails import personal, requests
from labcamp.render.prints import PRINTS
from labcamp.render.stage import Stage

Render = Callable[Concatenate[Stage, ...], Iterator[Artefact]]  # takes a stage and events, some kinds also options
# The mails around an event that hold nothing private; `plan` says when they are due.
MAILS: dict[str, Render] = {kind: partial(mails.render, kind=kind) for kind, step in STEPS.items() if not step.private}


def _site(
    stage: Stage, events: tuple[Event, ...] = (), *, drafts: bool = False, pdf: bool = True
) -> Iterator[Artefact]:
    """The website, which no other kind needs anything of."""
    from labcamp.render import site  # noqa: PLC0415

    return site.render(stage, events, drafts=drafts, pdf=pdf)


def _papers(stage: Stage, _events: tuple[Event, ...] = (), *, pdf: bool = True) -> Iterator[Artefact]:
    """The papers, which no other kind needs anything of."""
    from labcamp.render import papers  # noqa: PLC0415

    forms = [form for form in papers.FORMS if pdf or form not in papers.SET]
    return papers.render(stage, stage.workspace.papers, forms)


# What `build` makes of every event. Each kind is a function and a row; heavy libraries are imported inside.
KINDS: dict[str, Render] = {
    "calendar": calendar.render,
    "feed": calendar.feed,
    "invitation": MAILS["invitation"],
    "agenda": agenda.render,
    "handout": PRINTS["agenda"].render,
    "newsletter": MAILS["newsletter"],
    "papers": _papers,
    "site": _site,
}

# Of these, what is made of all events, also where only one is asked for: it tells of each
OF_THE_SERIES = frozenset({"feed", "papers", "site"})

# Of these, what is set by Typst: it takes longer than all the rest, and some systems have no Typst.
SET = frozenset({"handout"})

# Of these, what lies in a folder that is put in place as a whole, by the name of the folder
WHOLE = {"site": SITE}

# What also takes private data and so is written to `private/out/` alone, as are the prints that are not public.
PRIVATE: dict[str, Render] = {
    "participants": calendar.participants,
    "requests": requests.render,
    "personal": personal.render,
    "personal-ready": personal.ready,
    "handover": handover.render,
    **{kind: partial(mails.private, kind=kind) for kind, step in STEPS.items() if step.private},
}


def kinds(*, pdf: bool) -> Mapping[str, Render]:
    """What `build` makes, with or without what Typst sets."""
    if pdf:
        return KINDS
    quick = {kind: render for kind, render in KINDS.items() if kind not in SET}
    return {**quick, "papers": partial(_papers, pdf=False), "site": partial(_site, pdf=False)}
