"""Entries of a calendar: whole events, sessions, deadlines and tasks."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from ics.grammar.parse import ContentLine

from labcamp.model import Contact, Session
from labcamp.model import Event as LabcampEvent
from labcamp.model.entries import (
    Entries,
    Kind,
    days_of_entry,
    deadline_entries,
    event_entries,
    session_entries,
    span_of,
    uid_of,
)
from labcamp.model.ledger import CANCELLED_STAYS, Ledger, Record, matched, of_kind, revised
from labcamp.model.private import Join
from labcamp.model.sent import Sent
from labcamp.patterns import pattern_of
from labcamp.planning.tasks import Listed
from labcamp.render.calendar.lines import degrees, line, text, uri
from labcamp.render.calendar.serialise import Details, Event
from labcamp.render.facts import Facts
from labcamp.render.rows import Day, row_of
from labcamp.render.stage import Stage, facts_of, page
from labcamp.render.tasks import owner_of
from labcamp.render.templates import tidy

STATUS = {"draft": "TENTATIVE", "confirmed": "CONFIRMED", "cancelled": "CANCELLED"}
# The DTSTAMP of what was never announced. Nobody has recorded a day on which it was revised last, today's would change
# the file each night, and no program minds an old one: subscriptions are replaced as a whole, and where stamps are
# compared (RFC 5546 section 2.1.5), whatever is announced or handed out later is the newer one.
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
RADIUS = "100"  # metres around the place
LINK = pattern_of(r"""(https?://[^\s<>"]+[^\s<>".,;:!?)])""")

Wanted = Callable[[Session], bool]


@dataclass(frozen=True)
class Mark:
    """Where an entry stands in a calendar: its UID, its revision, its time, and which one of its kind it is, from 0."""

    uid: str
    record: Record
    begin: dt.date
    end: dt.date
    number: int | None  # None: it was announced and is gone
    replaced: bool = False  # and the event is on its days all the same, in other entries

    def stays(self, today: dt.date) -> bool:
        """Tell whether the entry still belongs in a feed on a day: a cancelled one only for some time."""
        last = self.end.date() if isinstance(self.end, dt.datetime) else self.end - dt.timedelta(days=1)
        return self.record.entry.status != "cancelled" or last + CANCELLED_STAYS >= today


def marks(stage: Stage, event: LabcampEvent, entries: Entries, kind: Kind) -> Iterator[Mark]:
    """Each entry of a kind with its revision, then those that were announced and are gone; none without a day."""
    ledger = of_kind(announced(stage, event), kind)
    entries = matched(entries, ledger)
    order = list(entries)
    taken = {day for entry in entries.values() for day in days_of_entry(entry)} if kind == "event" else set()
    for uid, known in revised(entries, ledger, stage.workspace.today).items():
        # What was never announced has no day of its last change, and must be the same tomorrow
        record = known if ledger else known._replace(stamp=NEVER)
        replaced = uid not in entries and not event.cancelled and not taken.isdisjoint(days_of_entry(record.entry))
        if span := span_of(record.entry):
            yield Mark(uid, record, *span, order.index(uid) if uid in entries else None, replaced)
        elif uid in ledger and (span := span_of(ledger[uid].entry)):
            # Announced for a day, and now that is open again: calendars still hold the old one.
            entry = ledger[uid].entry._replace(status="cancelled")
            yield Mark(uid, record._replace(entry=entry), *span, None)


def modified(facts: Facts, record: Record) -> dt.datetime | None:
    """When what an entry says was changed last; None where the ledger cannot know that any more.

    A program that subscribes may skip an entry whose LAST-MODIFIED is the old one (ICSx5 does), so it stands only
    where nothing at all has changed since: neither the event nor what its day or a deadline has ended.
    """
    if record.said is None or record.said != facts.said:
        return None
    ends = (*facts.event.days[-1:], facts.event.registration.until)
    then, now = record.stamp.date(), facts.today
    return record.stamp if all((end < then) == (end < now) for end in ends if end) else None


def announced(stage: Stage, event: LabcampEvent) -> Ledger:
    """What was announced of an event."""
    return stage.workspace.announced.get(event.id, {})


def event_marks(stage: Stage, event: LabcampEvent) -> Iterator[Mark]:
    """One mark a day when the hours are known, else one over all days."""
    return marks(stage, event, event_entries(event, stage.workspace.series), "event")


def marks_for_one(stage: Stage, event: LabcampEvent, sent: Sent) -> Iterator[Mark]:
    """The same for single persons, then what they were handed out and neither the event nor its ledger has any more."""
    own = list(event_marks(stage, event))
    known, days = {mark.uid for mark in own}, {day.isoformat() for day in event.days}
    yield from own
    for uid, each in sent.items():
        span = span_of(each.entry) if each.event == event.id and each.entry and uid not in known else None
        if span and each.entry:
            record = Record(each.entry._replace(status="cancelled"), each.sequence, each.stamp)
            replaced = not event.cancelled and not days.isdisjoint(days_of_entry(each.entry))
            mark = Mark(uid, record, *span, None, replaced)
            if mark.stays(stage.workspace.today):
                yield mark


def entry_of(stage: Stage, event: LabcampEvent, mark: Mark, join: Join | None = None) -> Event:
    """The event in a calendar; with the way to join only in what stays among those who take part."""
    facts = facts_of(stage, event)
    if mark.number is None:
        return gone(facts, mark)
    several = len(event.moments) > 1
    days = [day for day in facts.days if not several or day.number == mark.number + 1]
    details = _details(stage, facts, days, join)
    if several:
        values = {"title": details["summary"], "number": mark.number + 1, "days": len(event.moments)}
        details["summary"] = facts.words("calendar.day_of", **values)
    return entry_at(facts, mark, details)


def entry_at(facts: Facts, mark: Mark, details: Details) -> Event:
    """An entry at its place in time, in its state and with its revision."""
    details |= {"status": STATUS[mark.record.entry.status], "sequence": mark.record.sequence}
    if stamp := modified(facts, mark.record):
        details["last_modified"] = stamp
    details.setdefault("transparent", mark.record.entry.status == "cancelled")
    return Event(mark.uid, mark.record.stamp, mark.begin, mark.end, **details)


def gone(facts: Facts, mark: Mark) -> Event:
    """An entry that people may still have in their calendars, and that says there that it is over, or replaced."""
    fate = "replaced" if mark.replaced else "gone"
    details: Details = {
        "summary": facts.words(f"calendar.{fate}", title=mark.record.entry.title),
        "description": facts.words(f"calendar.{fate}_text"),
        "location": mark.record.entry.place or "",
        "categories": (facts.series.title,),
    }
    return entry_at(facts, mark, details)


def titled(facts: Facts, title: str) -> str:
    """A title, and before it that the event is cancelled or a draft: some calendars show nothing else."""
    key = {"cancelled": "notice.cancelled_title", "draft": "notice.draft_title"}.get(facts.event.status)
    return facts.words(key, title=title) if key else title


def contact(facts: Facts) -> tuple[ContentLine, ...]:
    """Whom to ask (RFC 5545 section 3.8.4.2); nothing when nobody is named."""
    return _contact(facts.event.contact or facts.series.contact)


@lru_cache(maxsize=8)
def _contact(known: Contact) -> tuple[ContentLine, ...]:
    organisation = known.organisation.name if known.organisation else None
    words = ", ".join(filter(None, (known.name, organisation, known.email)))
    return (line("CONTACT", text(words)),) if words else ()


def address(facts: Facts) -> str:
    """The page about the event: one that it names, its own, else where to register, else the series' home page."""
    return _page_of(facts) or facts.page or _elsewhere(facts)


def _page_of(facts: Facts) -> str:
    return next((link.address for link in facts.links if link.type in {"page", "report"}), "")


def _elsewhere(facts: Facts) -> str:
    register = "" if facts.event.cancelled else facts.event.registration.url
    return register or facts.series.homepage or ""


def with_html(event: Event) -> Event:
    """The entry with its text as HTML too, in which Outlook shows links; not for a feed, which it would double."""
    paragraphs = (f"<p>{_linked(words)}</p>" for words in (event.description or "").strip().split("\n\n"))
    html = f"<html><body>{''.join(paragraphs)}</body></html>".replace("\n", "<br>")
    event.extra.append(line("X-ALT-DESC", text(html), FMTTYPE="text/html"))
    return event


def _linked(words: str) -> str:
    """Words as HTML, in which addresses are links."""
    parts = (escape(part, quote=False) for part in LINK.split(words))
    return "".join(f'<a href="{part}">{part}</a>' if odd % 2 else part for odd, part in enumerate(parts))


def _details(stage: Stage, facts: Facts, days: Sequence[Day], join: Join | None) -> Details:
    """What an entry says besides its time, with the agenda of these days."""
    page_ = address(facts)
    description = page(stage, "calendar.txt.j2", facts, days=days, address=page_, join=join)
    return {
        "summary": titled(facts, facts.event.heading),
        "description": tidy(description),
        "location": facts.venue,
        "url": page_,
        "categories": (facts.series.title,),
        "lines": (
            *on_the_map(facts, facts.venue),
            *contact(facts),
            *_handout(facts),
            *_conferences(facts, join),
        ),
    }


def on_the_map(facts: Facts, location: str) -> Iterator[ContentLine]:
    """Where the place is on earth (RFC 5545 section 3.8.1.6), and that once more for Apple, which does not read GEO.

    Apple shows a map where the title is the LOCATION, letter by letter (collective/icalendar#116); it has documented
    nothing, so the form is that of its own files.
    """
    if point := facts.event.place and facts.event.place.point:
        lat, lon = map(degrees, point)
        yield line("GEO", f"{lat};{lon}")
        values = {"VALUE": "URI", "X_APPLE_RADIUS": RADIUS, "X_TITLE": location}
        yield line("X-APPLE-STRUCTURED-LOCATION", f"geo:{lat},{lon}", **values)


def _handout(facts: Facts) -> Iterator[ContentLine]:
    """The public address of the handout (RFC 5545 section 3.8.1.1)."""
    if facts.page and facts.event.agenda and not facts.event.cancelled:
        yield line("ATTACH", uri(f"{facts.page}agenda.pdf"), FMTTYPE="application/pdf")


def _conferences(facts: Facts, join: Join | None) -> Iterator[ContentLine]:
    """How to take part online (RFC 7986 section 5.11): the private way, else the public one of an online place."""
    if facts.event.cancelled:
        return
    place = facts.event.place
    room = place.url if place and place.online and not place.on_site else None
    if link := join.url if join and join.url else room:
        label = facts.words("calendar.join_label")
        yield line("CONFERENCE", uri(link), VALUE="URI", FEATURE=("AUDIO", "VIDEO"), LABEL=label)
    if join and join.phone and (number := re.sub(r"[^\d+]", "", join.phone)):
        label = facts.words("calendar.phone_label")
        yield line("CONFERENCE", f"tel:{number}", VALUE="URI", FEATURE=("AUDIO", "PHONE"), LABEL=label)


def all_sessions(stage: Stage, event: LabcampEvent) -> Iterator[Event]:
    """Every session whose time is known, and those that were announced and are gone."""
    facts = facts_of(stage, event)
    for mark in _marks(stage, event):
        yield _session(stage, facts, mark) if mark.number is not None else gone(facts, mark)


def some_sessions(stage: Stage, event: LabcampEvent, wanted: Wanted) -> Iterator[Event]:
    """The sessions that are wanted, as far as their time is known."""
    facts = facts_of(stage, event)
    for mark in _marks(stage, event):
        if mark.number is not None and wanted(event.agenda[mark.number]):
            yield _session(stage, facts, mark)


def deadlines(stage: Stage, event: LabcampEvent) -> Iterator[Event]:
    """What is due for an event, on whole days that stay free."""
    facts = facts_of(stage, event)
    for mark in marks(stage, event, deadline_entries(event, stage.workspace.series), "deadline"):
        page_, title = _page_of(facts) or _elsewhere(facts), facts.words("calendar.deadline", title=event.title)
        details: Details = {
            "summary": facts.words("calendar.gone", title=title) if mark.number is None else titled(facts, title),
            "description": page_,
            "url": page_,
            "categories": (facts.series.title,),
            "transparent": True,
        }
        yield entry_at(facts, mark, details)


def tasks(stage: Stage, listed: Iterable[Listed]) -> Iterator[Event]:
    """The open tasks whose day is known, on whole days that stay free; what has no ledger has no revision."""
    stamp = dt.datetime.combine(stage.workspace.today, dt.time(), dt.UTC)
    for event, task in listed:
        if task.due and not task.done:
            facts = facts_of(stage, event)
            summary = facts.words("tasks.entry", title=event.title, task=task.title)
            details: Details = {
                "summary": summary,
                "description": "\n".join(
                    filter(None, (owner_of(stage.workspace, task.owner, facts.words), task.why, task.how))
                ),
                "categories": (facts.series.title,),
                "transparent": True,
            }
            yield Event(uid_of(event, facts.series, f"task/{task.id}"), stamp, task.due, **details)


def _marks(stage: Stage, event: LabcampEvent) -> Iterator[Mark]:
    """The marks of the sessions; their number is that in the agenda, from 0."""
    entries = session_entries(event, stage.workspace.series)
    timed = [number for number, entry in enumerate(entries.values()) if entry]
    for mark in marks(stage, event, {uid: entry for uid, entry in entries.items() if entry}, "session"):
        number = None if mark.number is None else timed[mark.number]
        yield Mark(mark.uid, mark.record, mark.begin, mark.end, number)


def _session(stage: Stage, facts: Facts, mark: Mark) -> Event:
    """A session as an entry, with the event that it belongs to."""
    number = mark.number or 0
    timed = facts.event.timetable[number]
    row = row_of(timed, facts.words, facts.files)
    page_ = _page_of_session(facts, number) or address(facts)
    summary = facts.words("calendar.session", session=row.title, title=facts.event.title)
    location = ", ".join(filter(None, (row.room, facts.venue)))
    return entry_at(
        facts,
        mark,
        {
            "summary": titled(facts, summary),
            "description": tidy(page(stage, "session.txt.j2", facts, row=row, address=page_)),
            "location": location,
            "url": page_,
            "categories": (facts.series.title,),
            "lines": (*on_the_map(facts, location), _parent(stage, facts, timed.day), *contact(facts)),
        },
    )


def _page_of_session(facts: Facts, number: int) -> str:
    """The address of the page of a session, as far as that is on the web; a break has none."""
    session, id_ = facts.event.agenda[number], facts.event.session_ids[number]
    return f"{facts.page}{id_}.html" if facts.page and session.type != "break" and not facts.event.cancelled else ""


def _parent(stage: Stage, facts: Facts, day: int) -> ContentLine:
    """The entry of the event to which a session of a day belongs (RFC 5545 section 3.8.4.5)."""
    ledger = of_kind(announced(stage, facts.event), "event")
    parents = list(matched(event_entries(facts.event, facts.series), ledger))
    return line("RELATED-TO", text(parents[day - 1] if len(parents) > 1 else parents[0]), RELTYPE="PARENT")
