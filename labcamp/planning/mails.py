"""The plan around an event: which mails go out, to whom, and when."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

from labcamp.model import Contact, Event
from labcamp.model.entries import all_entries
from labcamp.model.event import Attendance
from labcamp.model.ledger import differences, last_changes
from labcamp.model.mail import Audience
from labcamp.model.private import Join, Private
from labcamp.model.series import DatedMail, Imprint
from labcamp.planning.holidays import DAY, working_day
from labcamp.workspace import Workspace

Anchor = Literal["first", "last", "deadline", "now"]
State = Literal["upcoming", "held", "cancelled"]
ALWAYS: frozenset[State] = frozenset({"upcoming", "held", "cancelled"})
TO_COME: frozenset[State] = frozenset({"upcoming"})
OVER: frozenset[State] = frozenset({"held"})
OFF: frozenset[State] = frozenset({"cancelled"})
FORGOTTEN = 90 * DAY  # so long after its day nobody waits for a mail any more, or for a task
LONGEST = 14 * DAY  # no weekend with public holidays around it is as long


@dataclass(frozen=True)
class Step:
    """One mail of the series around an event: to whom, when, and for which events there is something to say.

    `days` counts from the first or last day of the event, or from the day on which its registration closes; a mail of
    `now` is due as soon as there is a reason for it. What is private also tells how to get in.
    """

    audience: Audience
    anchor: Anchor
    days: int
    states: frozenset[State]
    private: bool = False


MAILS: dict[str, Step] = {
    "save-the-date": Step("list", "first", -112, TO_COME),
    "invitation": Step("list", "first", -56, ALWAYS),
    "newsletter": Step("list", "first", -42, ALWAYS),
    "deadline-reminder": Step("list", "deadline", -7, TO_COME),
    "confirmation": Step("participants", "now", 0, TO_COME),
    "practical-information": Step("participants", "first", -14, TO_COME, private=True),
    "reminder": Step("participants", "first", -2, TO_COME, private=True),
    "thanks": Step("participants", "last", 2, OVER),
    "documentation": Step("list", "last", 14, OVER),
    "change-notice": Step("list", "now", 0, TO_COME),
    "cancellation": Step("list", "now", 0, OFF),
}


def state_of(event: Event, today: dt.date) -> State:
    """How an event stands on a day: cancelled, over, or to come."""
    if event.cancelled:
        return "cancelled"
    return "held" if event.is_past(today) else "upcoming"


# Due dates


def planned(workspace: Workspace) -> tuple[str, ...]:
    """The kinds of mails that the series sends, in the order of the plan."""
    return tuple(kind for kind in MAILS if _days(workspace, kind) is not None)


def due(workspace: Workspace, event: Event, kind: str) -> dt.date | None:
    """The day on which a mail is due: a working day in all regions of the series.

    None where it follows from no day that is known, or the series does not send it. What is due at once is due today.
    """
    if MAILS[kind].anchor == "now":
        return workspace.today if kind in AT_ONCE and AT_ONCE[kind](workspace, event) else None
    aimed = _aimed_at(workspace, event, kind)
    return working_day(aimed, _way(kind), workspace.series.regions) if aimed else None


def due_by(workspace: Workspace, event: Event, kind: str, day: dt.date) -> bool:
    """Tell whether a mail is due on a day or before it; public holidays are looked up only where they decide that."""
    aimed = None if MAILS[kind].anchor == "now" else _aimed_at(workspace, event, kind)
    if aimed:
        earliest, latest = sorted((aimed, aimed + _way(kind) * LONGEST))
        if day < earliest or latest <= day:
            return latest <= day
    found = due(workspace, event, kind)
    return found is not None and found <= day


def _aimed_at(workspace: Workspace, event: Event, kind: str) -> dt.date | None:
    """The day on which a mail would be due if people worked every day."""
    step = MAILS[kind]
    anchor, days = ANCHORS[step.anchor](event), _days(workspace, kind)
    if anchor is None or days is None:
        return None
    if step.anchor == "deadline":  # on the day itself it would remind nobody in time
        days = max(days, 1)
    return anchor + _way(kind) * days * DAY


def _way(kind: str) -> int:
    """Where the day of a mail moves to when nobody works on it: forwards after the event, else backwards."""
    return 1 if MAILS[kind].days > 0 else -1


def _days(workspace: Workspace, kind: str) -> int | None:
    """How many days a mail is from its day, as the series says, else as planned; None where it is not sent."""
    return workspace.series.mails.get(cast("DatedMail", kind), abs(MAILS[kind].days))


def _changed(workspace: Workspace, event: Event) -> bool:
    """Tell whether an event is to come that is not as it was announced."""
    ledger = workspace.announced.get(event.id)
    if not ledger or state_of(event, workspace.today) != "upcoming":
        return False
    return bool(differences(all_entries(event, workspace.series), ledger))


def _called_off(workspace: Workspace, event: Event) -> bool:
    """Tell whether an event is cancelled on a day that people still have in mind."""
    return event.cancelled and not event.is_past(workspace.today)


ANCHORS: dict[Anchor, Callable[[Event], dt.date | None]] = {
    "first": lambda event: event.days[0] if event.days else None,
    "last": lambda event: event.days[-1] if event.days else None,
    "deadline": lambda event: event.registration.until,
}
AT_ONCE: dict[str, Callable[[Workspace, Event], bool]] = {"change-notice": _changed, "cancellation": _called_off}


# What fits


def fits(workspace: Workspace, event: Event, kind: str) -> bool:
    """Tell whether there is something to say in a mail now."""
    if state_of(event, workspace.today) not in MAILS[kind].states:
        return False
    return kind not in ONLY_IF or ONLY_IF[kind](workspace, event)


def ever_fits(workspace: Workspace, event: Event, kind: str) -> bool:
    """Tell whether a mail fits now, or waits only for the event to be over."""
    to_come = state_of(event, workspace.today) == "upcoming"
    return fits(workspace, event, kind) or (to_come and "held" in MAILS[kind].states)


def over(workspace: Workspace, event: Event, kind: str) -> bool:
    """Tell whether it is too late for a mail: its time is over, or the invitation says all that it would."""
    if kind == "save-the-date" and due_by(workspace, event, "invitation", workspace.today):
        return True
    if MAILS[kind].anchor == "last":
        return due_by(workspace, event, kind, workspace.today - FORGOTTEN - DAY)
    before = event.cancelled or kind != "cancellation"
    return event.is_past(workspace.today) and before


def _open(workspace: Workspace, event: Event) -> bool:
    """Tell whether people can still register, as far as is known."""
    until = event.registration.until
    return state_of(event, workspace.today) == "upcoming" and (until is None or until >= workspace.today)


def _has_changed(workspace: Workspace, event: Event) -> bool:
    """Tell whether something is different from what was announced, or the last announcement has changed something."""
    ledger = workspace.announced.get(event.id, {})
    return bool(last_changes(all_entries(event, workspace.series), ledger))


ONLY_IF: dict[str, Callable[[Workspace, Event], bool]] = {"deadline-reminder": _open, "change-notice": _has_changed}


# What is missing


class Case(NamedTuple):
    """All that a mail can draw on."""

    workspace: Workspace
    event: Event
    private: Private

    @property
    def upcoming(self) -> bool:
        """Tell whether people can still come."""
        return state_of(self.event, self.workspace.today) == "upcoming"

    @property
    def can_register(self) -> bool:
        """Tell whether people can still register, as far as is known."""
        return _open(self.workspace, self.event)

    @property
    def online(self) -> bool:
        """Tell whether people can join online."""
        return self.event.place is not None and self.event.place.online

    @property
    def on_site(self) -> bool:
        """Tell whether there is somewhere to go to."""
        return self.event.place is not None and self.event.place.on_site


def missing(workspace: Workspace, event: Event, kind: str, private: Private | None) -> tuple[str, ...]:
    """The keys, as the files have them, that a mail would say something about and that are not there."""
    case = Case(workspace, event, private or Private())
    return tuple(key for key in WANTED[kind] if not THERE[key](case))


FEEDBACK = "links (type: feedback)"
THERE: dict[str, Callable[[Case], object]] = {
    "date": lambda case: case.event.days or (case.event.date and not case.upcoming),
    "time": lambda case: case.event.time or not case.upcoming,
    "place": lambda case: case.event.place and case.event.place.line,
    "place.street": lambda case: not case.on_site or (case.event.place and case.event.place.street),
    "access": lambda case: case.event.access,
    "summary": lambda case: case.event.summary,
    "agenda": lambda case: case.event.agenda or case.event.cancelled,
    "registration.url": lambda case: case.event.registration.url or not case.can_register,
    "registration.until": lambda case: case.event.registration.until or not case.can_register,
    "contact": lambda case: (case.event.contact or case.workspace.series.contact) != Contact(),
    "newsletter.unsubscribe": lambda case: case.workspace.series.newsletter.unsubscribe,
    "imprint": lambda case: case.workspace.series.imprint != Imprint(),
    "join": lambda case: not case.online or case.private.join != Join(),
    "contacts": lambda case: case.private.contacts,
    FEEDBACK: lambda case: len(case.event.documents) < len(case.event.links),
    "links": lambda case: case.event.documents,
    "takeaways": lambda case: any(session.takeaways for session in case.event.agenda),
    "attendance": lambda case: case.event.attendance != Attendance(),
    "reason": lambda case: case.event.reason,
}
REGISTER = ("registration.url", "registration.until")
WANTED: dict[str, tuple[str, ...]] = {
    "save-the-date": ("date",),
    "invitation": ("date", "time", "place", "summary", *REGISTER, "agenda"),
    "newsletter": ("summary", *REGISTER, "newsletter.unsubscribe", "imprint"),
    "deadline-reminder": ("registration.until", "registration.url"),
    "confirmation": ("date", "time", "place", "contact"),
    "practical-information": ("place", "place.street", "join", "access", "contacts"),
    "reminder": ("time", "place", "place.street", "join"),
    "thanks": (FEEDBACK,),
    "documentation": ("links", "takeaways", "attendance"),
    "change-notice": (),
    "cancellation": ("reason",),
}
