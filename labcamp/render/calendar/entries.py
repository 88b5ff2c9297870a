"""The entries of calendar files: what an event becomes in a calendar."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Sequence

from labcamp.model import Event as LabcampEvent
from labcamp.model import Series
from labcamp.render.calendar.lines import line, one_line, text, uri
from labcamp.render.calendar.serialise import Calendar, Details, Event, calendar_bytes
from labcamp.render.facts import Facts
from labcamp.render.mail import tidy
from labcamp.render.rows import Day
from labcamp.render.stage import Stage, facts_of, page

STATUS = {"draft": "TENTATIVE", "confirmed": "CONFIRMED", "cancelled": "CANCELLED"}
# Apple keeps showing a cancelled entry, so some time after its day it goes
CANCELLED_STAYS = dt.timedelta(days=14)
REFRESH = "PT12H"


def single(stage: Stage, event: LabcampEvent) -> bytes:
    """The calendar file of one event, without a calendar name: with one, Outlook opens a new calendar."""
    return calendar_bytes(Calendar(entries(stage, event)))


def subscribed(stage: Stage, events: Iterable[LabcampEvent]) -> bytes:
    """The feed of the series, with its name and how often to look again (RFC 7986)."""
    series = stage.workspace.series
    extra = [line("NAME", one_line(series.title)), line("X-WR-CALNAME", one_line(series.title))]
    if series.subtitle:
        extra += [line("DESCRIPTION", text(series.subtitle)), line("X-WR-CALDESC", text(series.subtitle))]
    if series.public:
        extra.append(line("SOURCE", uri(f"{series.public.rstrip('/')}/{series.id}.ics"), VALUE="URI"))
    extra += [line("REFRESH-INTERVAL", REFRESH, VALUE="DURATION"), line("X-PUBLISHED-TTL", REFRESH)]
    every = (entry for event in events for entry in entries(stage, event))
    return calendar_bytes(Calendar(every, lines=tuple(extra)))


def public(event: LabcampEvent, today: dt.date, *, drafts: bool) -> bool:
    """Tell whether an event belongs in the feed on a day."""
    if not event.days or (event.draft and not drafts):
        return False
    return not event.cancelled or event.days[-1] + CANCELLED_STAYS >= today


def uid_of(event: LabcampEvent, series: Series, day: int | None = None) -> str:
    """The UID for ever: a name-based UUID, for RFC 7986 section 5.3 forbids to name a host in it."""
    name = event.id if day is None else f"{event.id}/{day}"
    if event.uid:
        return event.uid if day is None else f"{event.uid}/{day}"
    return str(uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, series.domain), name))


def entries(stage: Stage, event: LabcampEvent) -> Iterator[Event]:
    """One entry a day when the hours are known, else one all-day entry over all days."""
    facts = facts_of(stage, event)
    series = stage.workspace.series
    stamp = dt.datetime.combine(stage.workspace.today, dt.time(), dt.UTC)
    if not event.moments:
        details = _details(stage, facts, facts.days)
        end = event.days[-1] + dt.timedelta(days=1)
        yield Event(uid_of(event, series), stamp, event.days[0], end, **details)
        return
    several = len(event.moments) > 1
    for number, (begin, end) in enumerate(event.moments, 1):
        details = _details(stage, facts, [day for day in facts.days if day.number == number])
        if several:
            details["summary"] = facts.words(
                "calendar.day_of", title=details["summary"], number=number, days=len(event.moments)
            )
        yield Event(uid_of(event, series, number if several else None), stamp, begin, end, **details)


def _details(stage: Stage, facts: Facts, days: Sequence[Day]) -> Details:
    """What an entry says besides its time, with the agenda of these days."""
    address = _address(facts)
    description = page(stage, "calendar.txt.j2", facts, days=days, address=address)
    details: Details = {
        "summary": _summary(facts),
        "description": tidy(description),
        "location": facts.venue,
        "url": address,
        "categories": (facts.series.title,),
        "status": STATUS[facts.event.status],
        "transparent": facts.event.cancelled,
    }
    return details


def _summary(facts: Facts) -> str:
    """The title, and before it that the event is cancelled or a draft: some calendars show nothing else."""
    key = {"cancelled": "notice.cancelled_title", "draft": "notice.draft_title"}.get(facts.event.status)
    return facts.words(key, title=facts.event.heading) if key else facts.event.heading


def _address(facts: Facts) -> str:
    """The page about the event: its own, else where to register, else the series' home page."""
    pages = (link.url for link in facts.links if link.type in {"page", "report"})
    register = "" if facts.event.cancelled else facts.event.registration.url
    return next(pages, register or facts.series.homepage or "")
