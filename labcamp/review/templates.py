"""What `build` would refuse in a folder that has templates of its own: they are filled, and nothing is written."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import labcamp
from labcamp.files.disk import inside
from labcamp.files.templates import content, packaged
from labcamp.findings import Finding, LabcampError, Place
from labcamp.model import Contact, Event
from labcamp.model.private import Participant, Private
from labcamp.model.seating import Seating
from labcamp.planning.mails import IN_BUILD, MAILS, fits
from labcamp.workspace import TEMPLATES, Workspace, last_event, next_event

if TYPE_CHECKING:
    from labcamp.render.stage import Stage

Trial = Callable[[], object]
WORD = "paper.docx"  # into which papers are written
ENDS = (".j2", ".typ", WORD)


def faults_when_filled(workspace: Workspace) -> tuple[Finding, ...]:
    """What a folder's own templates and words do wrong, each once; nothing, at no cost, where it has none."""
    try:
        own = own_templates(workspace.root)
        return tuple(sorted({*_faults(workspace, own)})) if own else ()
    except LabcampError as problem:  # it lies elsewhere, or cannot be read
        return problem.findings


def own_templates(root: Path) -> list[str]:
    """The names of a folder's own templates and words; the packaged ones are none, and neither are unchanged copies."""
    folder = root / TEMPLATES
    ours = Path(labcamp.__file__).resolve().parent
    if not folder.is_dir() or folder.resolve() in {ours / TEMPLATES, ours.parent / TEMPLATES}:
        return []
    paths = sorted(path for path in inside(folder).rglob("*") if not path.is_dir())
    names = [path.relative_to(folder).as_posix() for path in paths]
    texts = [name for name in names if name.endswith(ENDS) or Path(name).match("words.*.yaml")]
    return [name for name in texts if _is_changed(folder, name)]


def _is_changed(folder: Path, name: str) -> bool:
    """Tell whether a file says something else than the packaged one of its name, if there is one."""
    shipped = packaged().joinpath(name)
    return not shipped.is_file() or content(shipped) != content(folder / name)


def _faults(workspace: Workspace, own: list[str]) -> Iterator[Finding]:
    from labcamp.render.stage import stage_of
    from labcamp.render.trial import faults_of_templates, faults_of_words

    templates = [name for name in own if name.endswith(".j2")]
    if templates:
        yield from faults_of_templates(workspace.root, templates)
    yield from faults_of_words(workspace.root)
    event = next_event(workspace) or last_event(workspace)
    if event is None or workspace.errors:
        return  # `build` would not come so far
    folder = (workspace.root / TEMPLATES).as_posix()
    try:
        stage = stage_of(workspace)
    except LabcampError as problem:
        yield from problem.findings
        return
    trials = (*_kinds(stage, event), *_mails(stage, event), *_prints(stage, event, own))
    trials += _statement(stage, own)
    for trial in (*trials, *(_papers(stage) if WORD in own else ())):
        # What an event lacks for a print or a mail is no fault of a template: their commands say so.
        yield from (found for found in _told(trial) if found.code >= "LC4" or found.path.startswith(folder))


def _told(trial: Trial) -> tuple[Finding, ...]:
    try:
        trial()
    except LabcampError as problem:
        return problem.findings
    return ()


def _made(artefacts: Callable[[], Iterable[object]]) -> Trial:
    return lambda: list(artefacts())


def _kinds(stage: "Stage", event: Event) -> Iterator[Trial]:
    """What `build` makes of an event, but for its PDF files, and the posts about it."""
    from labcamp.render import calendar, kinds, posts

    for render in kinds(pdf=False).values():
        yield _made(partial(render, stage, (event,)))
    yield _made(partial(calendar.sessions, stage, event))
    for channel in posts.CHANNELS:
        yield _made(partial(posts.render, stage, (event,), channel))


def _mails(stage: "Stage", event: Event) -> Iterator[Trial]:
    """All mails that can be sent about an event; those that `build` looks at must not say what must not go out."""
    from labcamp.render import PRIVATE
    from labcamp.render.mails import mail_of
    from labcamp.review.mails import judge

    workspace = stage.workspace

    def mail(kind: str) -> None:
        made = mail_of(stage, event, kind)
        if kind in IN_BUILD and event is next_event(workspace):
            judge(workspace, event, made, workspace.root / "out")

    yield from (partial(mail, kind) for kind in MAILS if kind in IN_BUILD or fits(workspace, event, kind))
    yield _made(partial(PRIVATE["requests"], stage, event, Private(), Contact(email="somebody@example.org")))


def _prints(stage: "Stage", event: Event, own: list[str]) -> Iterator[Trial]:
    """The prints and pictures whose template is the folder's own, where Typst can set them."""
    from labcamp.render.groups.sheets import PAPERS
    from labcamp.render.prints import COMMON, PRINTS
    from labcamp.render.prints.typesetting import missing
    from labcamp.render.site import cards
    from labcamp.render.site.contents import site_of

    names = {Path(name).name for name in own if name.endswith(".typ")}
    if not names or missing():
        return
    yield from _groups(stage, event, names)
    kinds = {kind.template: kind for kind in PRINTS.values()}
    if COMMON in names or not names & {*kinds, *(paper.template for paper in PAPERS.values())}:
        names.add(PRINTS["agenda"].template)
    somebody = (Participant("N. N.", "somebody@example.org", Place("")),)
    given = {"public": ((event,),), "team": (event, Private()), "people": (event, Private(), somebody)}
    for kind in (kinds[name] for name in sorted(names & {*kinds})):
        yield _made(partial(kind.render, stage, *given[kind.reader]))
    if names & {COMMON, cards.TEMPLATE}:
        yield _made(partial(cards.render, site_of(stage)))


def _statement(stage: "Stage", own: list[str]) -> tuple[Trial, ...]:
    """The statement about the site's accessibility, where its template is the folder's own."""
    from labcamp.model.laws import law_of
    from labcamp.render.statement import Asked, render

    if not any(name.startswith("statement.") for name in own):
        return ()
    return (_made(partial(render, stage, Asked(law_of(stage.workspace.series)))),)


def _papers(stage: "Stage") -> Iterator[Trial]:
    """All papers as Word files; where there is none yet, whether one could be written."""
    from labcamp.render.papers import render
    from labcamp.render.papers.house import NEEDED, house

    def could_be() -> None:
        if lacking := house(stage.workspace.root).lacks(NEEDED):
            raise LabcampError(*lacking)

    yield could_be
    yield from (_made(partial(render, stage, (paper,), ("docx",))) for paper in stage.workspace.papers)


def _groups(stage: "Stage", event: Event, names: set[str]) -> Iterator[Trial]:
    """The papers of small groups whose template is the folder's own, for two people who talk with each other."""
    from labcamp.render.groups.sheets import OF_SORT, PAPERS, render
    from labcamp.render.groups.told import Told
    from labcamp.render.stage import facts_of

    two = tuple(Participant("N. N.", f"somebody{number}@example.org", Place("")) for number in range(2))
    for sort, papers in OF_SORT.items():
        if names & {PAPERS[name].template for name in papers}:
            seating = Seating(two, (((0, 1),),), (1,), sort=sort)
            yield _made(partial(render, stage, Told(facts_of(stage, event), seating)))
