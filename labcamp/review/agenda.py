"""Advice on agendas, on what is missing afterwards, on organisations and tasks."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from labcamp.check.agenda import clock
from labcamp.check.public import WITH_PEOPLE
from labcamp.check.shape import nearest
from labcamp.files.read import Steps
from labcamp.findings import Finding, finding
from labcamp.model import Contact, Event, Link, Organisation, Series, Session, Takeaway, TimedSession
from labcamp.planning.holidays import figures
from labcamp.planning.tasks import read_plan
from labcamp.review.look import Look
from labcamp.texts import LANGUAGES, phrases
from labcamp.workspace import RESERVED, Reading

LEAST_HOLE = 5  # minutes between two sessions
LEAST_LEFT = 15  # minutes between the last session and the end of the event
Day = list[tuple[int, TimedSession]]  # the sessions of a day, each with its place in the agenda

OF_AUTHORS = frozenset({"slides", "paper"})
SOON = 15  # days in which nobody expects anything
ARCHIVE = 730  # days from which on nobody remembers


def agenda_gap(look: Look) -> Iterator[Finding]:
    """LC911: nothing is planned before a session that has a start of its own, or before the event ends."""
    if not look.upcoming:
        return
    for day in _days(look).values():
        told: set[int] = set()  # sessions side by side begin after the same hole
        before = _ended_before(day)
        for index, timed in takewhile(lambda each: each[1].start is not None, day):
            start = timed.start if timed.session.start is not None else None
            ends = None if start is None else before.get(start)
            if start is not None and ends is not None and start - ends >= LEAST_HOLE and start not in told:
                told.add(start)
                place = look.source.place("agenda", index, "start")
                yield finding("LC911", place, ends=clock(ends), start=clock(start), **_on_day(look.event, timed.day))
        if look.event.status == "confirmed":  # a draft is not finished yet
            yield from _ends_early(look, day)


def _days(look: Look) -> dict[int, Day]:
    days: dict[int, Day] = {}
    for index, timed in enumerate(look.event.timetable):
        days.setdefault(timed.day, []).append((index, timed))
    return days


def _ended_before(day: Day) -> dict[int, int]:
    """When all that began before a start has ended; without starts before which nothing did, or a time is unknown."""
    ends: dict[int, list[int | None]] = {}
    for _, timed in day:
        if timed.start is not None:
            ends.setdefault(timed.start, []).append(timed.end)
    before: dict[int, int] = {}
    last = None
    for start in sorted(ends):
        if last is not None:
            before[start] = last
        known = [end for end in ends[start] if end is not None]
        if len(known) < len(ends[start]):
            break
        last = max(known if last is None else (*known, last))
    return before


def _ends_early(look: Look, day: Day) -> Iterator[Finding]:
    time = look.event.time
    ends = [(timed.end, index) for index, timed in day if timed.end is not None]
    if time is None or time.end is None or time.upside_down or len(ends) < len(day):
        return
    last, index = max(ends)
    if time.end - last >= LEAST_LEFT:
        place = look.source.place("agenda", index, "minutes", key=True)
        on_day = _on_day(look.event, day[0][1].day)
        yield finding("LC911", place, ends=clock(last), start=clock(time.end), **on_day)


def _on_day(event: Event, number: int) -> dict[str, str]:
    """Which day of an event it is, in each language; nothing where it has only one."""
    if len(event.days) <= 1:
        return {"day": ""}
    day = event.days[number - 1]
    spoken = {language: phrases("phrases", language)["on_that_day"] for language in LANGUAGES}
    return {f"day_{language}": f" {text.format(day=figures(day, language))}" for language, text in spoken.items()}


def day_without_agenda(look: Look) -> Iterator[Finding]:
    """LC891: an event has several days and an agenda in which no session says on which of them it is."""
    event = look.event
    if look.upcoming and event.agenda and event.days[1:] and all(session.day is None for session in event.agenda):
        yield finding("LC891", look.head("agenda"), day=event.days[1], number=2)


def session_out_of_order(look: Look) -> Iterator[Finding]:
    """LC919: a session stands in the file behind one that begins later on that day in the same room."""
    latest: dict[tuple[int, str | None], TimedSession] = {}
    for index, timed in enumerate(look.event.timetable if look.upcoming else ()):
        key = timed.day, timed.session.room
        other = latest.get(key)
        if timed.start is None:
            continue
        if other and other.start is not None and timed.start < other.start:
            place = look.source.place("agenda", index, "start" if timed.session.start is not None else "title")
            titles = {"title": timed.session.title, "other": other.session.title}
            yield finding("LC919", place, start=clock(timed.start), **titles)
        else:
            latest[key] = timed


def licence_missing(look: Look) -> Iterator[Finding]:
    """LC915: it is not said what others may do with slides, papers, recordings or photos, or whether that is agreed."""
    event = look.event
    if event.draft:
        return
    if event.links:
        yield from _without_licence(look, event.links, ("links",))
    for index, session in enumerate(event.agenda):
        if session.links:
            yield from _without_licence(look, session.links, ("agenda", index, "links"), session.licence)


def _without_licence(look: Look, links: Iterable[Link], path: Steps, of_all: str | None = None) -> Iterator[Finding]:
    for index, link in enumerate(links):
        if link.type in OF_AUTHORS | WITH_PEOPLE:
            lacking = [] if link.licence or of_all else ["licence:"]
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
    if event.documents or event.agreed or event.lessons or attendance.people or attendance.labs or attendance.note:
        return True
    return any(session.takeaways or session.links for session in event.agenda)


def access_missing(look: Look) -> Iterator[Finding]:
    """LC935: an event is to come, and nothing says how accessible it is."""
    if look.upcoming and look.event.status == "confirmed" and not look.event.access:
        yield finding("LC935", look.head("status"))


def organisation_unused(reading: Reading) -> Iterator[Finding]:
    """LC909: an organisation is in no event and not in the series."""
    workspace = reading.workspace
    used = {id_ for event in workspace.events for id_ in _of_event(event)} | set(_of_series(workspace.series))
    names = {id_: organisation.name for id_, organisation in workspace.organisations.items() if id_ not in used}
    yield from _unused(reading, "organisations", "LC909", names)


def topic_unused(reading: Reading) -> Iterator[Finding]:
    """LC850: a topic is in no event."""
    used = {topic.id for event in reading.workspace.events for part in _parts(event) for topic in part.topics}
    names = {id_: topic.name for id_, topic in reading.workspace.topics.items() if id_ not in used}
    yield from _unused(reading, "topics", "LC850", names)


def _unused(reading: Reading, file: str, code: str, names: Mapping[str, str]) -> Iterator[Finding]:
    """A finding for each of these names by id that no file uses, as far as they all can be read."""
    source, workspace = reading.sources.get(file), reading.workspace
    # What a file that cannot be read, or lies elsewhere, may name is not known.
    unknown = any(found.code in {"LC003", "LC044"} or found.code.startswith("LC1") for found in workspace.findings)
    if source is None or not workspace.events or unknown:
        return
    # A file with something wrong in it gives no event: what it may name is not told.
    known = {event.id for event in workspace.events}
    unread = [other.text for id_, other in reading.sources.items() if id_ not in known and id_ not in RESERVED]
    for id_, name in names.items():
        if not any(id_ in text for text in unread):
            yield finding(code, source.place(id_, key=True), id=id_, name=name)


def _parts(event: Event) -> Iterator[Event | Session | Takeaway]:
    """All of an event that may have topics."""
    yield event
    for session in event.agenda:
        yield session
        yield from session.takeaways


def _of_event(event: Event) -> Iterator[str]:
    said = (person for session in event.agenda for takeaway in session.takeaways for person in takeaway.by)
    people = (person.organisation for person in (*event.people, *event.doers, *said))
    yield from _ids((*event.hosts, *event.partners, *people, *_of_contact(event.contact)))


def _of_series(series: Series) -> Iterator[str]:
    yield from _ids((*series.organisers, *_of_contact(series.contact)))


def _of_contact(contact: Contact | None) -> tuple[Organisation | None, ...]:
    return (contact.organisation,) if contact else ()


def _ids(organisations: tuple[Organisation | None, ...]) -> Iterator[str]:
    yield from (organisation.id for organisation in organisations if organisation)


def task_unknown(look: Look) -> Iterator[Finding]:
    """LC949: `done:` names a task that the plan does not have."""
    if not look.event.done:
        return
    plan = read_plan(look.workspace.root)
    if plan.findings:  # what it means to say is not known
        return
    for index, task in enumerate(look.event.done):
        if task not in plan.names:
            values = {"task": task, "event": look.event.typed, "nearest": nearest(task, plan.names)}
            yield finding("LC949", look.source.place("done", index), **values)
