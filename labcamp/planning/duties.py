"""The mails around an event that the series sends: how each stands, when it is due, and what it lacks."""

import datetime as dt
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from labcamp.model import Event
from labcamp.planning.mails import MAILS, due, due_by, ever_fits, fits, over, planned, settled, state_of
from labcamp.planning.missing import missing
from labcamp.workspace import Workspace
from labcamp.workspace.private import FOLDER, LISTS, private_of

# How far a mail has come: nothing is there, a file, a draft that `draft` has put into a mailbox, or it is sent
Progress = Literal["open", "made", "placed", "sent"]
FILES = ("{kind}.eml", "{kind}-ready.eml", "{kind}.mbox", "{kind}.maildir/*/*")
EACH = "{kind}/*.eml"  # one for each person
MEMORIES = ("{kind}.*drafts.json", "{kind}-people.*drafts.json")  # of what has been put into mailboxes


@dataclass(frozen=True)
class Duty:
    """A mail that goes out around an event: how far it has come, when it is due, and which keys it lacks.

    What is `made` lies there: a file, or the folder with one for each person. It is `over` where it is too late for it,
    `unfit` where there will be nothing to say in it, and `to_do` where it can be made now and is not sent. It can go
    `to_each` where it is for those who take part, and there is a list of them.
    """

    kind: str
    due: dt.date | None
    missing: tuple[str, ...]
    progress: Progress
    made: Path | None
    over: bool
    unfit: bool
    to_do: bool
    to_each: bool


def duties(workspace: Workspace, event: Event, out: Path) -> list[Duty]:
    """The mails that the series sends around an event, in the order of the plan; files are looked for in `out`."""
    hidden = workspace.root / FOLDER
    private = private_of(workspace.root, event.id) if (hidden / f"{event.id}.yaml").is_file() else None
    listed = any((hidden / f"{event.id}{suffix}").is_file() for suffix in LISTS)
    sent = _sent(workspace, event)
    found = []
    for kind in planned(workspace):
        made, late = made_in(workspace, event, kind, out), over(workspace, event, kind, sent)
        unfit, to_do = not ever_fits(workspace, event, kind), _to_do(workspace, event, kind, sent)
        progress = _progress(workspace, event, kind, sent, made)
        lacking = () if late or unfit or progress == "sent" else missing(workspace, event, kind, private)
        to_each = MAILS[kind].audience == "participants" and listed
        found.append(Duty(kind, due(workspace, event, kind), lacking, progress, made, late, unfit, to_do, to_each))
    return found


def due_now(workspace: Workspace, event: Event) -> Iterator[bool]:
    """For each mail that is due by today and not out of date, whether nobody waits for it any more."""
    return (done for _, done in _due_by_now(workspace, event))


def kinds_due(workspace: Workspace, event: Event) -> list[str]:
    """The mails that are due by today, and for which people wait."""
    return [kind for kind, done in _due_by_now(workspace, event) if not done]


def _due_by_now(workspace: Workspace, event: Event) -> Iterator[tuple[str, bool]]:
    state, sent = state_of(event, workspace.today), _sent(workspace, event)
    for kind in planned(workspace):
        # In this order, for to look for changes takes longest.
        is_due = state in MAILS[kind].states and due_by(workspace, event, kind, workspace.today)
        if is_due and _can_be_made(workspace, event, kind) and not over(workspace, event, kind):
            yield kind, settled(workspace, event, kind, sent)


def _sent(workspace: Workspace, event: Event) -> frozenset[str]:
    """The mails that are sent; the plan of tasks is read only where something is noted as done."""
    if not event.done:
        return frozenset()
    from labcamp.planning.tasks import mails_sent

    return mails_sent(workspace, event)


def made_in(workspace: Workspace, event: Event, kind: str, out: Path) -> Path | None:
    """Where a mail lies: the file of one for all, or the folder with one for each person; None where it is not made."""
    hidden = workspace.root / FOLDER / "out" / event.id
    if next(hidden.glob(EACH.format(kind=kind)), None):
        return hidden / kind
    folder = hidden if MAILS[kind].private else out / event.id
    return next((path for name in FILES for path in sorted(folder.glob(name.format(kind=kind)))), None)


def _placed(workspace: Workspace, event: Event, kind: str) -> bool:
    """Tell whether `draft` has put a mail, or one for each person, into a mailbox."""
    folder = workspace.root / FOLDER / "out" / event.id
    return any(next(folder.glob(name.format(kind=kind)), None) for name in MEMORIES)


def _progress(workspace: Workspace, event: Event, kind: str, sent: Set[str], made: Path | None) -> Progress:
    if kind in sent:
        return "sent"
    if _placed(workspace, event, kind):
        return "placed"
    return "made" if made else "open"


def _to_do(workspace: Workspace, event: Event, kind: str, sent: Set[str]) -> bool:
    """Tell whether a mail is to go out that can be made by now."""
    return _can_be_made(workspace, event, kind) and not settled(workspace, event, kind, sent)


def _can_be_made(workspace: Workspace, event: Event, kind: str) -> bool:
    return ever_fits(workspace, event, kind) and fits(workspace, event, kind)
