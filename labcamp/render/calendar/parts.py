"""The parts of an event as entries of their own: its sessions, and the days on which something is due."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from labcamp.announced import deadline_entries, event_entries, session_entries, uid_of
from labcamp.model import Event as LabcampEvent
from labcamp.model import Session
from labcamp.render.calendar.entries import Mark, address, contact, gone, made, marks, titled
from labcamp.render.calendar.lines import line, text
from labcamp.render.calendar.serialise import Details, Event
from labcamp.render.facts import Facts
from labcamp.render.rows import row_of
from labcamp.render.stage import Stage, facts_of, page
from labcamp.render.tasks import owner_of
from labcamp.render.texts import tidy
from labcamp.tasks import Listed

Wanted = Callable[[Session], bool]


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
        page_, title = address(facts), facts.words("calendar.deadline", title=event.title)
        details: Details = {
            "summary": facts.words("calendar.gone", title=title) if mark.number is None else titled(facts, title),
            "description": page_,
            "url": page_,
            "categories": (facts.series.title,),
            "transparent": True,
        }
        yield made(mark, details)


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
    order = list(entries)
    for mark in marks(stage, event, {uid: entry for uid, entry in entries.items() if entry}, "session"):
        number = None if mark.number is None else order.index(mark.uid)
        yield Mark(mark.uid, mark.record, mark.begin, mark.end, number)


def _session(stage: Stage, facts: Facts, mark: Mark) -> Event:
    """A session as an entry, with the event that it belongs to (RFC 5545 section 3.8.4.5)."""
    number = mark.number or 0
    timed = facts.event.timetable[number]
    row = row_of(timed, facts.words)
    page_ = address(facts)
    parents = list(event_entries(facts.event, facts.series))
    parent = parents[timed.day - 1] if len(parents) > 1 else parents[0]
    summary = facts.words("calendar.session", session=row.title, title=facts.event.title)
    return made(
        mark,
        {
            "summary": titled(facts, summary),
            "description": tidy(page(stage, "session.txt.j2", facts, row=row, address=page_)),
            "location": ", ".join(filter(None, (row.room, facts.venue))),
            "url": page_,
            "categories": (facts.series.title,),
            "lines": tuple(filter(None, (line("RELATED-TO", text(parent), RELTYPE="PARENT"), contact(facts)))),
        },
    )
