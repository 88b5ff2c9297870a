"""The plan around an event: which mails go out, to whom, when, and whether one is still to go out."""

import datetime as dt
from collections.abc import Callable, Set
from dataclasses import KW_ONLY, dataclass
from typing import Literal, cast

from labcamp.model import Event
from labcamp.model.entries import all_entries
from labcamp.model.ledger import corrections, differences, last_changes
from labcamp.model.mail import Audience
from labcamp.model.series import DatedMail
from labcamp.planning.holidays import DAY, regions_of, working_day
from labcamp.workspace import Workspace

Anchor = Literal["first", "last", "deadline", "now"]
State = Literal["upcoming", "held", "cancelled"]
# The calendar file of a mail: none, the public one, the same unless it is published, or the one with the way in
Attached = Literal["none", "public", "unpublished", "private"]
Condition = Callable[[Workspace, Event], bool]
ALWAYS: frozenset[State] = frozenset({"upcoming", "held", "cancelled"})
TO_COME: frozenset[State] = frozenset({"upcoming"})
OVER: frozenset[State] = frozenset({"held"})
OFF: frozenset[State] = frozenset({"cancelled"})
FORGOTTEN = 90 * DAY  # so long after its day nobody waits for a mail any more, or for a task
LONGEST = 16 * DAY  # so long nobody is away, not even around New Year


@dataclass(frozen=True)
class MailKind:
    """One mail of the series around an event; a row of `MAILS` names what is special about it.

    `days` counts from the anchor: the first or last day of the event, or the day on which its registration closes. A
    mail of `now` is due today while `at_once` holds. `states` are those of an event that the mail is about, `only_if`
    says when it has something to say in them, `wanted` are keys of `THERE`.
    """

    audience: Audience
    anchor: Anchor
    days: int
    states: frozenset[State]
    _: KW_ONLY
    wanted: tuple[str, ...] = ()
    private: bool = False  # tells how to get in, and so is written to `private/out/`
    at_once: Condition | None = None
    only_if: Condition | None = None
    in_build: bool = False  # `build` makes it, and so it is judged before anything is written
    to_list_address: bool = False  # its To is the address of the newsletter, and it comes as Markdown, too
    calendar: Attached = "none"
    links_calendar: bool = False  # speaks of the published calendar file instead of the attached one
    accepted: bool = False  # who has a seat accepts the entry; when the way in is known, the entry comes again with it
    repeated: bool = False  # goes out more than once, so no task can say that it is sent
    without_day: str = "when_unknown"  # phrase for when it is due, where no day says so
    unfit: str = "unfit_unchanged"  # phrase for why there is nothing to say in a state that it is about


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
    """The day on which a mail is due: a working day in all regions of the series, and of the hosts and the place.

    None where it follows from no day that is known, or the series does not send it. What is due at once is due today.
    """
    mail = MAILS[kind]
    if mail.anchor == "now":
        return workspace.today if mail.at_once and mail.at_once(workspace, event) else None
    aimed = _aimed_at(workspace, event, kind)
    if aimed is None:
        return None
    return working_day(aimed, _way(kind), regions_of(event, workspace.series, workspace.organisations))


def due_by(workspace: Workspace, event: Event, kind: str, day: dt.date) -> bool:
    """Tell whether a mail is due on a day or before it; public holidays are looked up only where they decide that."""
    aimed = _aimed_at(workspace, event, kind)
    if aimed:
        earliest, latest = sorted((aimed, aimed + _way(kind) * LONGEST))
        if day < earliest or latest <= day:
            return latest <= day
    found = due(workspace, event, kind)
    return found is not None and found <= day


def _aimed_at(workspace: Workspace, event: Event, kind: str) -> dt.date | None:
    """The day on which a mail would be due if people worked every day; nobody waits for one of a cancelled event."""
    mail = MAILS[kind]
    if event.cancelled or mail.anchor == "now":
        return None
    anchor, days = ANCHORS[mail.anchor](event), _days(workspace, kind)
    if anchor is None or days is None:
        return None
    if mail.anchor == "deadline":  # on the day itself it would remind nobody in time
        days = max(days, 1)
    return anchor + _way(kind) * days * DAY


def _way(kind: str) -> int:
    """Where the day of a mail moves to when nobody works on it: forwards after the event, else backwards."""
    return 1 if MAILS[kind].days > 0 else -1


def _days(workspace: Workspace, kind: str) -> int | None:
    """How many days a mail is from its day, as the series says, else as planned; None where it is not sent."""
    return workspace.series.mails.get(cast("DatedMail", kind), abs(MAILS[kind].days))


def _changed(workspace: Workspace, event: Event) -> bool:
    """Tell whether an event is to come of which people know something that is no longer so."""
    ledger = workspace.announced.get(event.id)
    if not ledger or state_of(event, workspace.today) != "upcoming":
        return False
    return bool(corrections(differences(all_entries(event, workspace.series), ledger), ledger))


def _called_off(workspace: Workspace, event: Event) -> bool:
    """Tell whether an event is cancelled on a day that people still have in mind."""
    return event.cancelled and not event.is_past(workspace.today)


ANCHORS: dict[Anchor, Callable[[Event], dt.date | None]] = {
    "first": lambda event: event.days[0] if event.days else None,
    "last": lambda event: event.days[-1] if event.days else None,
    "deadline": lambda event: event.registration.until,
}


# What fits


def fits(workspace: Workspace, event: Event, kind: str) -> bool:
    """Tell whether there is something to say in a mail now."""
    mail = MAILS[kind]
    if state_of(event, workspace.today) not in mail.states:
        return False
    return mail.only_if is None or mail.only_if(workspace, event)


def ever_fits(workspace: Workspace, event: Event, kind: str) -> bool:
    """Tell whether a mail fits now, or waits only for the event to be over; of a cancelled one, the cancellation."""
    if event.cancelled:
        return kind == "cancellation"
    to_come = state_of(event, workspace.today) == "upcoming"
    return fits(workspace, event, kind) or (to_come and "held" in MAILS[kind].states)


def settled(workspace: Workspace, event: Event, kind: str, sent: Set[str]) -> bool:
    """Tell whether nobody waits for a mail any more: it is among those that are `sent`, or it is too late for it."""
    return kind in sent or over(workspace, event, kind, sent)


def over(workspace: Workspace, event: Event, kind: str, sent: Set[str] = frozenset()) -> bool:
    """Tell whether it is too late for a mail: its time is over, or another one says all that it would.

    That is one that comes after it and is `sent`, and for a save-the-date the invitation once that is due.
    """
    if any(_follows(workspace, event, other, kind) for other in sent):
        return True
    if kind == "save-the-date" and due_by(workspace, event, "invitation", workspace.today):
        return True
    if MAILS[kind].anchor == "last":
        return due_by(workspace, event, kind, workspace.today - FORGOTTEN - DAY)
    before = event.cancelled or kind != "cancellation"
    return event.is_past(workspace.today) and before


def _follows(workspace: Workspace, event: Event, later: str, kind: str) -> bool:
    """Tell whether a mail goes out after another one; of two on one day, in the order of the plan."""
    first, last = (_aimed_at(workspace, event, each) for each in (kind, later))
    if first is None or last is None:
        return False
    order = tuple(MAILS)
    return (first, order.index(kind)) < (last, order.index(later))


def is_open(workspace: Workspace, event: Event) -> bool:
    """Tell whether people can still register, as far as is known."""
    until = event.registration.until
    return state_of(event, workspace.today) == "upcoming" and (until is None or until >= workspace.today)


def _has_changed(workspace: Workspace, event: Event) -> bool:
    """Tell whether something is different from what was announced, or the last announcement has changed something."""
    ledger = workspace.announced.get(event.id, {})
    return bool(last_changes(all_entries(event, workspace.series), ledger))


# The mails, in the order of the plan

FEEDBACK = "links (type: feedback)"
REGISTER = ("registration.url", "registration.until")
MAILS: dict[str, MailKind] = {
    "save-the-date": MailKind(
        "list", "first", -112, TO_COME, wanted=("date",), to_list_address=True, calendar="public", links_calendar=True
    ),
    "invitation": MailKind(
        "list",
        "first",
        -56,
        ALWAYS,
        wanted=("date", "time", "place", "summary", *REGISTER, "agenda"),
        in_build=True,
        calendar="public",
        links_calendar=True,
    ),
    "newsletter": MailKind(
        "list",
        "first",
        -42,
        ALWAYS,
        wanted=("summary", *REGISTER, "newsletter.unsubscribe", "imprint"),
        in_build=True,
        to_list_address=True,
        calendar="unpublished",
    ),
    "deadline-reminder": MailKind(
        "list",
        "deadline",
        -7,
        TO_COME,
        wanted=("registration.until", "registration.url"),
        only_if=is_open,
        unfit="unfit_closed",
    ),
    "confirmation": MailKind(
        "participants",
        "now",
        0,
        TO_COME,
        wanted=("date", "time", "place", "contact"),
        calendar="public",
        accepted=True,
        repeated=True,
        without_day="when_confirmation",
    ),
    "practical-information": MailKind(
        "participants",
        "first",
        -14,
        TO_COME,
        wanted=("place", "place.street", "join", "access", "contacts"),
        private=True,
        calendar="private",
        accepted=True,
    ),
    "reminder": MailKind(
        "participants", "first", -2, TO_COME, wanted=("time", "place", "place.street", "join"), private=True
    ),
    "thanks": MailKind("participants", "last", 2, OVER, wanted=(FEEDBACK,)),
    "documentation": MailKind(
        "list", "last", 14, OVER, wanted=("links", "takeaways", "attendance"), to_list_address=True
    ),
    "change-notice": MailKind(
        "list",
        "now",
        0,
        TO_COME,
        at_once=_changed,
        only_if=_has_changed,
        to_list_address=True,
        calendar="public",
        repeated=True,
        without_day="when_change-notice",
    ),
    "cancellation": MailKind(
        "list", "now", 0, OFF, wanted=("reason",), at_once=_called_off, to_list_address=True, calendar="public"
    ),
}
SENT_ONCE = tuple(kind for kind, mail in MAILS.items() if not mail.repeated)
IN_BUILD = tuple(kind for kind, mail in MAILS.items() if mail.in_build)
