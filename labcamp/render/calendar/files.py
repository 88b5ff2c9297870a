"""Whole calendar files, each with the rules of its kind (RFC 5545, RFC 7986, and those of calendar programs)."""

import datetime as dt
from collections.abc import Iterable, Iterator

from ics.grammar.parse import Container, ContentLine

from labcamp.model import Event as LabcampEvent
from labcamp.model import Series
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Receiver
from labcamp.model.private import Join
from labcamp.model.sent import Handed, Sent, handed
from labcamp.render.calendar.entries import Mark, entry_of, event_marks, with_html
from labcamp.render.calendar.lines import duration, line, one_line, text, uri
from labcamp.render.calendar.serialise import Event, calendar_bytes, calendar_of
from labcamp.render.calendar.zones import vtimezone
from labcamp.render.eml import deliverable
from labcamp.render.stage import Stage, facts_of

REFRESH = "PT12H"


def file_of(name: str, entries: Iterable[Event]) -> Iterator[Artefact]:
    """A file without a calendar name, for with one Outlook opens a new calendar; none where it would be empty."""
    if found := list(entries):
        yield Artefact(name, calendar_bytes(calendar_of(found)))


def single(stage: Stage, event: LabcampEvent) -> Iterator[Artefact]:
    """The single download of an event."""
    entries = (with_html(entry_of(stage, event, mark)) for mark in event_marks(stage, event) if not mark.replaced)
    return file_of(f"{event.id}/{event.id}.ics", entries)


def joined(stage: Stage, event: LabcampEvent, join: Join) -> Iterator[Artefact]:
    """The same with the way to join, hidden from those who may look into somebody's calendar."""
    standing = (mark for mark in event_marks(stage, event) if not mark.replaced)
    private = (line("CLASS", "PRIVATE"),)
    entries = (_for_one(stage, event, mark, join, private) for mark in standing)
    return file_of(f"{event.id}/participants.ics", entries)


def method_of(mark: Mark) -> str:
    """What a mail does with an entry (RFC 5546 section 3.2): ask for it, or take it back."""
    return "CANCEL" if mark.record.entry.status == "cancelled" else "REQUEST"


def revision(stage: Stage, event: LabcampEvent, mark: Mark, join: Join | None, sent: Sent) -> Handed:
    """The revision in which one entry goes to single persons, from what was announced and handed out before."""
    each = _for_one(stage, event, mark, join)
    each.sequence, each.stamp = 0, dt.datetime.fromtimestamp(0, dt.UTC)
    content = calendar_bytes(calendar_of([each]))
    return handed(event.id, mark.record, content, sent.get(mark.uid), stage.workspace.today)


def _for_one(
    stage: Stage, event: LabcampEvent, mark: Mark, join: Join | None, lines: tuple[ContentLine, ...] = ()
) -> Event:
    """An entry for those who take part; the ledger does not know when what only they are told has changed."""
    each = with_html(entry_of(stage, event, mark, join))
    each.last_modified = None
    each.extra.extend(lines)
    if stage.alarm is not None and mark.number is not None and facts_of(stage, event).upcoming:
        each.extra.append(_alarm(each, stage.alarm))
    return each


def _alarm(entry: Event, before: dt.timedelta) -> Container:
    """What rings before an entry begins (RFC 5545 section 3.6.6)."""
    trigger = line("TRIGGER", duration(-before))
    return Container("VALARM", line("ACTION", "DISPLAY"), line("DESCRIPTION", text(entry.name)), trigger)


def mailed(stage: Stage, event: LabcampEvent, mark: Mark, person: Receiver, join: Join | None) -> bytes:
    """One entry as a mail carries it to one person: with METHOD, ORGANIZER, and one ATTENDEE (RFC 5546)."""
    method = method_of(mark)
    each = _for_one(stage, event, mark, join)
    organiser = stage.workspace.series.contact
    name = (organiser.organisation.name if organiser.organisation else organiser.name) or ""
    role = {"ROLE": "REQ-PARTICIPANT", "CN": person.name or ""}
    if method == "REQUEST":
        role |= {"CUTYPE": "INDIVIDUAL", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"}
    people = (line("ORGANIZER", _mailto(organiser), CN=name), line("ATTENDEE", _mailto(person), **role))
    each.extra[:0] = people
    return calendar_bytes(calendar_of([each], method=method))


def _mailto(person: Receiver) -> str:
    """Somebody's calendar address (RFC 5545 section 3.3.3)."""
    return uri(f"mailto:{deliverable(person.email or '')}")


def subscribed(stage: Stage, events: Iterable[LabcampEvent]) -> bytes:
    """The feed of the series, with its name and how often to look again (RFC 7986)."""
    today = stage.workspace.today
    every = (
        entry_of(stage, event, mark) for event in events for mark in event_marks(stage, event) if mark.stays(today)
    )
    series, found = stage.workspace.series, list(every)
    # A calendar must have something in it (RFC 5545 section 3.6): before the first event, the zone of the series.
    zone = None if found else vtimezone(series.zone)
    return calendar_bytes(calendar_of(found, lines=(*_head(series), *([zone] if zone else []))))


def _head(series: Series) -> Iterator[ContentLine]:
    """What a feed says of itself."""
    yield line("NAME", one_line(series.title))
    yield line("X-WR-CALNAME", one_line(series.title))
    if series.subtitle:
        yield line("DESCRIPTION", text(series.subtitle))
        yield line("X-WR-CALDESC", text(series.subtitle))
    if series.public:
        yield line("SOURCE", uri(f"{series.public.rstrip('/')}/{series.id}.ics"), VALUE="URI")
    yield line("REFRESH-INTERVAL", REFRESH, VALUE="DURATION")
    yield line("X-PUBLISHED-TTL", REFRESH)
