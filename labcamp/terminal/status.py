"""How an event and the mails around it stand."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from labcamp.model import Event
from labcamp.model.entries import all_entries
from labcamp.model.ledger import differences
from labcamp.model.private import Private
from labcamp.planning.duties import Duty, due_now
from labcamp.planning.mails import MAILS, state_of
from labcamp.planning.missing import THERE, Case
from labcamp.terminal import words
from labcamp.terminal.language import say
from labcamp.terminal.report import styled
from labcamp.workspace import Workspace
from labcamp.workspace.met import is_met, met_too_long
from labcamp.workspace.private import FOLDER, LISTS, kept_too_long

State = Literal["yes", "partly", "no", "none"]


def in_columns(event: Event, duty: Duty, today: dt.date) -> tuple[str, ...]:
    """A mail as a row: its name, its kind, when it is due, to whom it goes, what it lacks, how it stands."""
    never = event.cancelled or duty.over
    day = _day(duty.due) if duty.due else say("when_unknown" if never else MAILS[duty.kind].without_day)
    audience = say(f"to_{MAILS[duty.kind].audience}")
    return say(f"name_{duty.kind}"), duty.kind, day, audience, ", ".join(duty.missing), standing(duty, today)


def command_of(event: Event, duty: Duty) -> str:
    """What people type to make a mail."""
    return f"labcamp render-mail {duty.kind} {words.typed(event)}{' --to' if duty.to_each else ''}"


def when_short(event: Event, duty: Duty, today: dt.date) -> str:
    """How a mail stands and its day, short and in the colour of its urgency; what it waits for where it has no day."""
    settled = duty.progress == "sent" or duty.over or duty.unfit
    if settled or (duty.due is None and event.cancelled):
        return styled(standing(duty, today), "green" if duty.progress == "sent" else "dim")
    if duty.due is None:
        return say(MAILS[duty.kind].without_day)
    late, text = duty.due < today, _in_time(duty.due, today)
    stands = say("stands_late") if late else text
    room = max(len(say("stands_late")), len(say("stands_later", days=100)))
    colour = "red" if late else "yellow" if duty.due == today else ""
    return f"{styled(stands, colour)}{' ' * (room - len(stands))}  {_day(duty.due)}"


def next_line(event: Event, found: Sequence[Duty], today: dt.date) -> str:
    """Which mail is next, and how to say that it is sent.

    What cannot wait for its day comes first, then what has been due for longest, whether it is made or not.
    """
    duty = next_duty(found)
    if duty is None or duty.due is None:
        return say("mails_none")
    values = {
        "name": say(f"name_{duty.kind}"),
        "command": command_of(event, duty),
        "path": duty.made.as_posix() if duty.made else "",
    }
    if duty.due > today:
        return say(f"mails_later_{duty.progress}", day=_day(duty.due), **values)
    others = [say(f"name_{other.kind}") for other in due_by_now(found, today) if other is not duty]
    also = [say("mails_also", names=", ".join(others))] if others else []
    return "\n".join((say(f"mails_next_{duty.progress}", **values), *once_sent(event, duty.kind), *also))


def next_duty(found: Sequence[Duty]) -> Duty | None:
    """The mail that is next; None where none will be due."""
    dated = [((MAILS[each.kind].anchor != "now", each.due), each) for each in found if each.to_do and each.due]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def due_by_now(found: Sequence[Duty], today: dt.date) -> list[Duty]:
    """The mails that people wait for by a day."""
    return [duty for duty in found if duty.to_do and duty.due and duty.due <= today]


def once_sent(event: Event, kind: str) -> Iterator[str]:
    """How to say that a mail is sent; nothing of one that goes to each who registers."""
    if not MAILS[kind].repeated:
        yield say("once_sent", event=words.typed(event), kind=kind)
    elif MAILS[kind].at_once:
        yield say("once_told", event=words.typed(event))


def standing(duty: Duty, today: dt.date) -> str:
    """Whether a mail is sent, too late, not needed, or how far off its day is, and whether it is made, in words."""
    if duty.progress == "sent":
        return say("stands_sent")
    if duty.over:
        return say("stands_over")
    if duty.unfit:
        return say("stands_unfit")
    if duty.progress == "open":
        return _in_time(duty.due, today) if duty.due else say("stands_open")
    made = say(f"stands_{duty.progress}")
    return f"{_in_time(duty.due, today)}, {made}" if duty.due else made


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

    It is `announced` and nothing has changed since; the `mails` that are due by now are sent; `private` data that are
    still here may be here.
    """

    announced: State
    mails: State
    documented: State
    private: State
    complete: State


def lights(workspace: Workspace, event: Event) -> Lights:
    """The lights of an event."""
    return Lights(
        announced=_announced(workspace, event),
        mails=_share(due_now(workspace, event)),
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


def _documented(workspace: Workspace, event: Event) -> State:
    """What the mail with the documentation is made of; there is none before the event, or of what was cancelled."""
    if state_of(event, workspace.today) != "held":
        return "none"
    case = Case(workspace, event, Private())
    return _share(THERE[key](case) for key in MAILS["documentation"].wanted)


def _private(workspace: Workspace, event: Event) -> State:
    """Before the event its people's data have to be here; after it they are to go, and one day it is high time."""
    folder = workspace.root / FOLDER
    met = is_met(workspace.root, event)
    if not met and not any((folder / f"{event.id}{suffix}").is_file() for suffix in (".yaml", *LISTS)):
        return "none"
    if any(kept_too_long(workspace.root, event, workspace.today)):
        return "no"
    if met and met_too_long(workspace.root, event, workspace.today):
        return "no"
    return "partly" if event.is_past(workspace.today) else "yes"


def in_words(known: Lights) -> list[str]:
    """Each light in a word or two."""
    return [say(f"light_{name}_{state}") for name, state in zip(known._fields, known, strict=True)]
