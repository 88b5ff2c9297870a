"""How the mails around an event stand: made, due, to come, or not to be sent any more."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from labcamp.cli import words
from labcamp.cli.language import say
from labcamp.model import Event
from labcamp.plan import MAILS, due, ever_fits, fits, missing, over, planned
from labcamp.private import FOLDER, private_of
from labcamp.workspace import Workspace

# When it is due, where no day says so
WITHOUT_A_DAY = {"confirmation": "when_confirmation", "change-notice": "when_change-notice"}


@dataclass(frozen=True)
class Duty:
    """A mail that goes out around an event: when it is due, which keys it lacks, and how it stands in words.

    It can go `to_each` where it is for those who take part, and there is a list of them.
    """

    kind: str
    due: dt.date | None
    missing: tuple[str, ...]
    standing: str
    to_do: bool
    to_each: bool


def duties(workspace: Workspace, event: Event, out: Path) -> list[Duty]:
    """The mails that the series sends around an event, in the order of the plan."""
    hidden = workspace.root / FOLDER
    private = private_of(workspace.root, event.id) if (hidden / f"{event.id}.yaml").is_file() else None
    listed = (hidden / f"{event.id}.csv").is_file()
    found = []
    for kind in planned(workspace):
        made = made_in(workspace, event, kind, out)
        standing = say("stands_made", folder=made.as_posix()) if made else _standing(workspace, event, kind)
        wanted = not over(workspace, event, kind)
        lacking = missing(workspace, event, kind, private) if wanted and ever_fits(workspace, event, kind) else ()
        to_do = not made and wanted and fits(workspace, event, kind)
        to_each = MAILS[kind].audience == "participants" and listed
        found.append(Duty(kind, due(workspace, event, kind), lacking, standing, to_do, to_each))
    return found


def made_in(workspace: Workspace, event: Event, kind: str, out: Path) -> Path | None:
    """Where a mail lies: one draft for all, or one for each person; None where it is not made yet."""
    hidden = workspace.root / FOLDER / "out"
    for_each = hidden / event.id / kind
    if next(for_each.glob("*.eml"), None):
        return for_each
    folder = (hidden if MAILS[kind].private else out) / event.id
    return folder if (folder / f"{kind}.eml").is_file() else None


def in_columns(duty: Duty) -> tuple[str, ...]:
    """A mail as a row: its name, its kind, when it is due, to whom it goes, what it lacks, how it stands."""
    day = _day(duty.due) if duty.due else say(WITHOUT_A_DAY.get(duty.kind, "when_unknown"))
    audience = say(f"to_{MAILS[duty.kind].audience}")
    return say(f"name_{duty.kind}"), duty.kind, day, audience, ", ".join(duty.missing), duty.standing


def next_line(event: Event, found: Sequence[Duty], today: dt.date) -> str:
    """Which mail to make next: what cannot wait for its day first, then what has been due for longest."""
    dated = [(MAILS[each.kind].anchor != "now", each.due, each.kind, each) for each in found if each.to_do and each.due]
    if not dated:
        return say("mails_none")
    _, day, kind, duty = min(dated, key=lambda pair: pair[:3])
    command = f"labcamp render-mail {kind} {words.typed(event)}"
    command += " --to" if duty.to_each else ""
    return say("mails_later", day=_day(day), command=command) if day > today else say("mails_next", command=command)


def _standing(workspace: Workspace, event: Event, kind: str) -> str:
    """How a mail stands that is not made yet."""
    day = due(workspace, event, kind)
    if over(workspace, event, kind):
        return say("stands_over")
    if not ever_fits(workspace, event, kind):
        return say("stands_unfit")
    return _in_time(day, workspace.today) if day else say("stands_open")


def _in_time(day: dt.date, today: dt.date) -> str:
    """How far off a day is."""
    days = (day - today).days
    if days < 0:
        return say("stands_overdue", day=_day(day))
    near = {0: "stands_today", 1: "stands_tomorrow"}
    return say(near.get(days, "stands_later"), days=days)


def _day(day: dt.date) -> str:
    """A day in figures, with its weekday."""
    return say("day_with_weekday", weekday=say("weekdays").split()[day.weekday()], day=words.figures(day))
