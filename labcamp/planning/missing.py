"""What a mail would say something about, and whether it is known."""

from collections.abc import Callable
from typing import NamedTuple

from labcamp.model import Contact, Event
from labcamp.model.event import Attendance
from labcamp.model.private import Join, Private
from labcamp.model.series import Imprint
from labcamp.planning.mails import FEEDBACK, MAILS, is_open, state_of
from labcamp.workspace import Workspace


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
        return is_open(self.workspace, self.event)

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
    return tuple(key for key in MAILS[kind].wanted if not THERE[key](case))


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
