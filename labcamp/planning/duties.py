"""The mails around an event that the series sends: which are made, which are still to be made, and what they lack."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from labcamp.model import Event
from labcamp.planning.mails import MAILS, due, ever_fits, fits, over, planned
from labcamp.planning.missing import missing
from labcamp.workspace import Workspace
from labcamp.workspace.private import FOLDER, LISTS, private_of


@dataclass(frozen=True)
class Duty:
    """A mail that goes out around an event: when it is due, which keys it lacks, and where it lies once it is `made`.

    It is `over` where it is too late for it, and `unfit` where there will be nothing to say in it. It can go `to_each`
    where it is for those who take part, and there is a list of them.
    """

    kind: str
    due: dt.date | None
    missing: tuple[str, ...]
    made: Path | None
    over: bool
    unfit: bool
    to_do: bool
    to_each: bool


def duties(workspace: Workspace, event: Event, out: Path) -> list[Duty]:
    """The mails that the series sends around an event, in the order of the plan; drafts are looked for in `out`."""
    hidden = workspace.root / FOLDER
    private = private_of(workspace.root, event.id) if (hidden / f"{event.id}.yaml").is_file() else None
    listed = any((hidden / f"{event.id}{suffix}").is_file() for suffix in LISTS)
    found = []
    for kind in planned(workspace):
        made, late = made_in(workspace, event, kind, out), over(workspace, event, kind)
        unfit = not ever_fits(workspace, event, kind)
        lacking = () if late or unfit else missing(workspace, event, kind, private)
        to_do = not made and not late and fits(workspace, event, kind)
        to_each = MAILS[kind].audience == "participants" and listed
        found.append(Duty(kind, due(workspace, event, kind), lacking, made, late, unfit, to_do, to_each))
    return found


def made_in(workspace: Workspace, event: Event, kind: str, out: Path) -> Path | None:
    """Where a mail lies: one draft for all, or one for each person; None where it is not made yet."""
    hidden = workspace.root / FOLDER / "out"
    for_each = hidden / event.id / kind
    if next(for_each.glob("*.eml"), None):
        return for_each
    folder = (hidden if MAILS[kind].private else out) / event.id
    return folder if (folder / f"{kind}.eml").is_file() else None
