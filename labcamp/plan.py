"""The plan around an event: which mails go out, to whom, and when."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from labcamp.mail import Audience
from labcamp.model import Event

Anchor = Literal["first", "last", "deadline", "now"]
State = Literal["upcoming", "held", "cancelled"]
ALWAYS: frozenset[State] = frozenset({"upcoming", "held", "cancelled"})
TO_COME: frozenset[State] = frozenset({"upcoming"})
OVER: frozenset[State] = frozenset({"held"})
OFF: frozenset[State] = frozenset({"cancelled"})


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
