"""Advice about what is to be read of an event, and on which terms; and how accessible one to come is."""

import datetime as dt
from collections.abc import Iterable, Iterator

from labcamp.advice.look import Look
from labcamp.check.public import WITH_PEOPLE
from labcamp.findings import Finding, finding
from labcamp.model.event import Event
from labcamp.model.series import Link
from labcamp.read import Steps

OF_AUTHORS = frozenset({"slides", "paper"})
SOON = 15  # days in which nobody expects anything
ARCHIVE = 730  # days from which on nobody remembers


def licence_missing(look: Look) -> Iterator[Finding]:
    """LC915: it is not said what others may do with slides, papers, recordings or photos, or whether that is agreed."""
    event = look.event
    if event.draft:
        return
    if event.links:
        yield from _without_licence(look, event.links, ("links",))
    for index, session in enumerate(event.agenda):
        if session.links:
            yield from _without_licence(look, session.links, ("agenda", index, "links"))


def _without_licence(look: Look, links: Iterable[Link], path: Steps) -> Iterator[Finding]:
    for index, link in enumerate(links):
        if link.type in OF_AUTHORS | WITH_PEOPLE:
            lacking = [] if link.licence else ["licence:"]
            # Recordings and photos without consent are an error (LC524).
            lacking += [] if link.consent or link.type in WITH_PEOPLE else ["consent:"]
            if lacking:
                place = look.source.place(*path, index, "title")
                yield finding("LC915", place, title=link.title, keys=", ".join(lacking))


def not_documented(look: Look) -> Iterator[Finding]:
    """LC916: an event was held some time ago, and its file does not say what came of it."""
    event = look.event
    if event.status != "confirmed" or event.date is None or not event.is_past(look.workspace.today):
        return
    days = (look.workspace.today - _last_day(event.date.year, event.date.month, event.date.last)).days
    if SOON <= days < ARCHIVE and not _documented(event):
        yield finding("LC916", look.head("date"), days=days)


def _last_day(year: int, month: int, last: dt.date | None) -> dt.date:
    """The last day of an event, or of the month where only that is known."""
    return last or dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def _documented(event: Event) -> bool:
    attendance = event.attendance
    if event.documents or event.lessons or attendance.people or attendance.labs or attendance.note:
        return True
    return any(session.takeaways or session.links for session in event.agenda)


def access_missing(look: Look) -> Iterator[Finding]:
    """LC935: an event is to come, and nothing says how accessible it is."""
    if look.upcoming and look.event.status == "confirmed" and not look.event.access:
        yield finding("LC935", look.head("status"))
