"""How an event and the mails around it stand."""

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from labcamp.model import Event
from labcamp.model.entries import all_entries
from labcamp.model.ledger import differences
from labcamp.model.private import Private
from labcamp.planning.duties import Duty, made_in
from labcamp.planning.mails import ALWAYS, MAILS, due_by, fits, over, planned, state_of
from labcamp.planning.missing import THERE, Case
from labcamp.terminal import words
from labcamp.terminal.language import say
from labcamp.workspace import Workspace
from labcamp.workspace.private import FOLDER, LISTS, kept_too_long

State = Literal["yes", "partly", "no", "none"]


def in_columns(duty: Duty, today: dt.date) -> tuple[str, ...]:
    """A mail as a row: its name, its kind, when it is due, to whom it goes, what it lacks, how it stands."""
    day = _day(duty.due) if duty.due else say(MAILS[duty.kind].without_day)
    audience = say(f"to_{MAILS[duty.kind].audience}")
    return say(f"name_{duty.kind}"), duty.kind, day, audience, ", ".join(duty.missing), _standing(duty, today)


def next_line(event: Event, found: Sequence[Duty], today: dt.date) -> str:
    """Which mail to make next: what cannot wait for its day first, then what has been due for longest."""
    dated = [(MAILS[each.kind].anchor != "now", each.due, each.kind, each) for each in found if each.to_do and each.due]
    if not dated:
        return say("mails_none")
    _, day, kind, duty = min(dated, key=lambda pair: pair[:3])
    command = f"labcamp render-mail {kind} {words.typed(event)}"
    command += " --to" if duty.to_each else ""
    return say("mails_later", day=_day(day), command=command) if day > today else say("mails_next", command=command)


def _standing(duty: Duty, today: dt.date) -> str:
    """Whether a mail is made, too late, not needed, or how far off its day is, in words."""
    if duty.made:
        return say("stands_made", folder=duty.made.as_posix())
    if duty.over:
        return say("stands_over")
    if duty.unfit:
        return say("stands_unfit")
    return _in_time(duty.due, today) if duty.due else say("stands_open")


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


class Lights(NamedTuple):
    """How an event stands; `none` is what there is nothing to say about.

    It is `announced` and nothing has changed since; the `mails` that are due by now are made; `private` data that are
    still here may be here.
    """

    announced: State
    mails: State
    documented: State
    private: State
    complete: State


def lights(workspace: Workspace, event: Event, out: Path) -> Lights:
    """The lights of an event; drafts of mails are looked for in `out` and in `private/out/`."""
    return Lights(
        announced=_announced(workspace, event),
        mails=_mails(workspace, event, out),
        documented=_documented(workspace, event),
        private=_private(workspace, event),
        complete=_share(words.wanted(event, workspace.today).values()),
    )


def _share(values: Iterable[object]) -> State:
    """Whether all of it is there, or some, or nothing."""
    there = [bool(value) for value in values]
    if not there:
        return "none"
    if all(there):
        return "yes"
    return "partly" if any(there) else "no"


def _announced(workspace: Workspace, event: Event) -> State:
    """Nobody waits for the announcement of a draft, or of what is over."""
    if ledger := workspace.announced.get(event.id):
        return "partly" if differences(all_entries(event, workspace.series), ledger) else "yes"
    return "none" if event.draft or event.is_past(workspace.today) else "no"


def _mails(workspace: Workspace, event: Event, out: Path) -> State:
    state = state_of(event, workspace.today)
    due = (kind for kind in planned(workspace) if state in MAILS[kind].states and _is_due(workspace, event, kind))
    return _share(made_in(workspace, event, kind, out) for kind in due)


def _is_due(workspace: Workspace, event: Event, kind: str) -> bool:
    """Tell whether a mail is to be made by now, and it is not too late for it; who cancels owes only that."""
    if event.cancelled and MAILS[kind].states == ALWAYS:
        return False
    if not due_by(workspace, event, kind, workspace.today):
        return False
    return fits(workspace, event, kind) and not over(workspace, event, kind)


def _documented(workspace: Workspace, event: Event) -> State:
    """What the mail with the documentation is made of; there is none before the event, or of what was cancelled."""
    if state_of(event, workspace.today) != "held":
        return "none"
    case = Case(workspace, event, Private())
    return _share(THERE[key](case) for key in MAILS["documentation"].wanted)


def _private(workspace: Workspace, event: Event) -> State:
    """Before the event its people's data have to be here; after it they are to go, and one day it is high time."""
    folder = workspace.root / FOLDER
    if not any((folder / f"{event.id}{suffix}").is_file() for suffix in (".yaml", *LISTS)):
        return "none"
    if any(kept_too_long(workspace.root, event, workspace.today)):
        return "no"
    return "partly" if event.is_past(workspace.today) else "yes"


def in_words(known: Lights) -> list[str]:
    """Each light in a word or two."""
    return [say(f"light_{name}_{state}") for name, state in zip(known._fields, known, strict=True)]


def at_a_glance(workspace: Workspace, event: Event, out: Path) -> str:
    """The lights of an event in a line of words."""
    told = zip(Lights._fields, in_words(lights(workspace, event, out)), strict=True)
    return " · ".join(f"{say(f'column_{name}')} {word}" for name, word in told)
