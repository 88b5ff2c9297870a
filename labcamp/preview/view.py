"""The folder as the preview shows it: as it is now, or while something is wrong as it was before."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Event, Paper
from labcamp.model.private import Private
from labcamp.planning.mails import MAILS
from labcamp.preview.drafts import Case, Draft, draft_of
from labcamp.render.stage import Stage, stage_of
from labcamp.workspace import EVENTS, Workspace, load, without_broken
from labcamp.workspace.papers import PAPERS
from labcamp.workspace.private import FOLDER, private_of


class Setting(NamedTuple):
    """What a preview was asked for: a folder, its day, the language of its pages, and whether to read `private/`.

    With a `key` it is shown only to who has that. What is compiled of templates is `kept` in a folder.
    """

    root: Path
    today: dt.date
    language: str
    private: bool = False
    key: str = ""
    kept: Path | None = None


class Shown(NamedTuple):
    """A draft, and whether it is from before something went wrong."""

    draft: Draft
    old: bool


class SiteShown(NamedTuple):
    """The files of the site by their address, what stopped it, and whether it is from before that."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()
    old: bool = False


Key = tuple[str, str]  # an event's id and the name of a draft


@dataclass(frozen=True, eq=False)
class View:
    """The folder at one moment: what is wrong in it, the stage to show, and of which events it is an earlier one.

    `shown` keeps what has been drafted of it, `sound` of each draft the last that could be made, of any moment; `sites`
    the site by the number of its view, and as 0 the last that could be made.
    """

    setting: Setting
    number: int
    stage: Stage | None
    findings: tuple[Finding, ...]
    old: frozenset[str] = frozenset()
    shown: dict[Key, Shown] = field(default_factory=dict)
    sound: dict[Key, Draft] = field(default_factory=dict)
    sites: dict[int, SiteShown] = field(default_factory=dict)


def view_of(setting: Setting, earlier: View | None = None) -> View:
    """The view of a folder as it is now; an event with which something is wrong is still shown as it was before."""
    stage, findings = _read(setting)
    number = earlier.number + 1 if earlier else 1
    sound, sites = (earlier.sound, earlier.sites) if earlier else ({}, {})
    wrong = stage is None or bool(stage.workspace.errors)
    last = earlier.stage if earlier else None
    if wrong and last and stage and (apart := without_broken(stage.workspace)):
        mixed, old = _with_events_of(apart, last.workspace)
        return View(setting, number, stage_of(mixed), findings, old=old, sound=sound, sites=sites)
    if wrong and last and (stage is None or not last.workspace.errors):
        old = frozenset(event.id for event in last.workspace.events)
        return View(setting, number, last, findings, old=old, sound=sound, sites=sites)
    return View(setting, number, stage, findings, sound=sound, sites=sites)


def _with_events_of(workspace: Workspace, earlier: Workspace) -> tuple[Workspace, frozenset[str]]:
    """A workspace with the events and papers, too, that only an earlier one has and whose files are there.

    Besides the ids of these events.
    """
    there, folder = {event.id for event in workspace.events}, workspace.root / EVENTS
    missing = (event for event in earlier.events if event.id not in there)
    old = tuple(event for event in missing if (folder / f"{event.id}.yaml").is_file())
    events = sorted((*workspace.events, *old), key=lambda event: event.sort_key)
    return replace(workspace, events=tuple(events), papers=_papers_of(workspace, earlier)), frozenset(e.id for e in old)


def _papers_of(workspace: Workspace, earlier: Workspace) -> tuple[Paper, ...]:
    """The papers, and those that only an earlier workspace has and whose files are there."""
    known = {paper.id: paper for paper in (*earlier.papers, *workspace.papers)}
    folder = workspace.root / EVENTS / PAPERS
    return tuple(known[id_] for id_ in sorted(known) if (folder / f"{id_}.yaml").is_file())


def _read(setting: Setting) -> tuple[Stage | None, tuple[Finding, ...]]:
    """A stage, if the folder can be read at all, and everything that is wrong with it."""
    found: tuple[Finding, ...] = ()
    try:
        workspace = load(setting.root, setting.today)
        found = workspace.findings
        return stage_of(workspace, setting.kept), found
    except LabcampError as problem:
        return None, (*found, *problem.findings)
    except OSError as problem:
        place = Place(Path(problem.filename or setting.root).as_posix())
        return None, (finding("LC003", place, reason=problem.strerror or problem),)


def shown(view: View, stage: Stage, event: Event, name: str) -> Shown:
    """A draft, made once for each view; where a template stops it, what it says and the last that could be made."""
    key = (event.id, name)
    if key not in view.shown:
        try:
            draft = draft_of(Case(stage, event, _private(view.setting, event, name)), name)
        except LabcampError as problem:
            last = view.sound.get(key, Draft(name))
            view.shown[key] = Shown(replace(last, findings=problem.findings), old=True)
        else:
            view.shown[key], view.sound[key] = Shown(draft, event.id in view.old), draft
    return view.shown[key]


def _private(setting: Setting, event: Event, name: str) -> Private | None:
    """The private side of an event, only where it is asked for, wanted and there; else nothing of it is read."""
    if not setting.private or name not in MAILS or not MAILS[name].private:
        return None
    there = (setting.root / FOLDER / f"{event.id}.yaml").is_file()
    return private_of(setting.root, event.id) if there else Private()
