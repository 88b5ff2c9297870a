"""The folder as the preview shows it: as it is now, or while something is wrong as it was before."""

import datetime as dt
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Event
from labcamp.model.private import Private
from labcamp.planning.mails import MAILS
from labcamp.preview.drafts import Case, Draft, draft_of
from labcamp.render.stage import Stage, stage_of
from labcamp.workspace import load
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


Key = tuple[str, str]  # an event's id and the name of a draft


@dataclass(frozen=True, eq=False)
class View:
    """The folder at one moment: what is wrong in it, and the stage to show, `old` while it is an earlier one.

    `shown` keeps what has been drafted of it, `sound` of each draft the last that could be made, of any moment.
    """

    setting: Setting
    number: int
    stage: Stage | None
    findings: tuple[Finding, ...]
    old: bool = False
    shown: dict[Key, Shown] = field(default_factory=dict)
    sound: dict[Key, Draft] = field(default_factory=dict)


def view_of(setting: Setting, earlier: View | None = None) -> View:
    """The view of a folder as it is now; one in which something is wrong still shows what there was before."""
    stage, findings = _read(setting)
    number = earlier.number + 1 if earlier else 1
    sound = earlier.sound if earlier else {}
    wrong = stage is None or bool(stage.workspace.errors)
    last = earlier.stage if earlier else None
    if wrong and last and (stage is None or not last.workspace.errors):
        return View(setting, number, last, findings, old=True, sound=sound)
    return View(setting, number, stage, findings, sound=sound)


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
            view.shown[key], view.sound[key] = Shown(draft, view.old), draft
    return view.shown[key]


def _private(setting: Setting, event: Event, name: str) -> Private | None:
    """The private side of an event, only where it is asked for, wanted and there; else nothing of it is read."""
    if not setting.private or name not in MAILS or not MAILS[name].private:
        return None
    there = (setting.root / FOLDER / f"{event.id}.yaml").is_file()
    return private_of(setting.root, event.id) if there else Private()
