"""Rules about an agenda and its times."""

from collections.abc import Callable, Collection, Iterator, Sequence, Set
from itertools import islice

from labcamp.files.read import Source
from labcamp.findings import Finding, finding
from labcamp.model import Event, Session, TimedSession
from labcamp.model.series import is_nobody
from labcamp.model.session import in_the_night
from labcamp.model.texts import MINUTES_OF_A_DAY, a_few

MOST_PAIRS = 10_000  # sessions at the same time; nobody reads as many


def clock(minutes: int) -> str:
    """Minutes since midnight as 14:05."""
    hour = (minutes - MINUTES_OF_A_DAY if minutes > MINUTES_OF_A_DAY else minutes) // 60
    return f"{hour:02d}:{minutes % 60:02d}"


def overlaps(one: TimedSession, other: TimedSession) -> bool:
    """Tell whether two sessions share a moment, as far as their times are known."""
    if one.day != other.day or one.start is None or other.start is None:
        return False
    if one.start > other.start:
        one, other = other, one
    return one.start == other.start or (one.end is not None and one.end > (other.start or 0))


def session_outside_event(event: Event, source: Source) -> Iterator[Finding]:
    """LC301: a session is said to start before the event begins or after it has ended."""
    if event.time is None or event.time.upside_down:
        return
    opening, end = event.time.start, event.time.end
    for index, session in enumerate(event.agenda):
        start = None if session.start is None else in_the_night(session.start, opening, end)
        if start is not None and (start < opening or (end is not None and start >= end)):
            place = source.place("agenda", index, "start")
            hours = {"opening": clock(opening), "end": "" if end is None else clock(end)}
            yield finding("LC301", place, title=session.title, start=clock(start), **hours)


def agenda_too_long(event: Event, source: Source) -> Iterator[Finding]:
    """LC304: the durations add up to more than there is time; where the end is unknown, until midnight."""
    opening = event.time.start if event.time else 0
    closing = event.time.end if event.time and event.time.end is not None else MINUTES_OF_A_DAY
    told: set[int] = set()  # the first session of a day says it for all that follow
    for index, timed in enumerate(event.timetable):
        if timed.start is None or timed.end is None or timed.day in told:
            continue
        # What is said to start outside has a finding already (LC301), and so has an end before the start (LC305).
        if opening <= timed.start <= closing < timed.end and opening < closing and timed.session.start != closing:
            told.add(timed.day)
            place = source.place("agenda", index, "minutes", key=True)
            values = {"ends": clock(timed.end), "end": clock(closing), "over": timed.end - closing}
            yield finding("LC304", place, title=timed.session.title, **values)


def pinned(event: Event) -> bool:
    """Tell whether a session has a start of its own: without one, each begins when all before it have ended."""
    return any(session.start is not None for session in event.agenda)


def sessions_overlap(event: Event, source: Source) -> Iterator[Finding]:
    """LC302: two sessions at the same time in one room."""
    for first, index in _together(event, lambda session: (session.room,)):
        one, other = event.agenda[first], event.agenda[index]
        place = source.place("agenda", index, "start" if other.start is not None else "title")
        yield finding("LC302", place, title=other.title, other=one.title, room=other.room or "")


def person_in_two_places(event: Event, source: Source) -> Iterator[Finding]:
    """LC303: the same person has two sessions at the same time in different rooms."""
    for first, index in _together(event, _busy):
        one, other = event.agenda[first], event.agenda[index]
        if one.room == other.room:
            continue
        busy = _busy(one)
        for number, person in enumerate(other.by):
            if person.name in busy:
                place = source.place("agenda", index, "by", number, "name")
                yield finding("LC303", place, name=person.name, title=other.title, other=one.title)


def _busy(session: Session) -> Set[str]:
    """Who has to be there, by name."""
    return {person.name for person in session.by if person.name and not is_nobody(person.name)}


def _together(event: Event, places: Callable[[Session], Collection[str | None]]) -> list[tuple[int, int]]:
    """Which sessions are in one of their `places` at the same time, in pairs of their numbers, in order.

    Of very many pairs not all, for each may be with each.
    """
    if not pinned(event):
        return []
    at: dict[tuple[int, str | None], list[int]] = {}
    for number, timed in enumerate(event.timetable):
        if timed.start is not None:
            for place in places(timed.session):
                at.setdefault((timed.day, place), []).append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in at.values():
        pairs.update(islice(_pairs(event.timetable, numbers), MOST_PAIRS))
        if len(pairs) >= MOST_PAIRS:
            break
    return sorted(pairs)


def _pairs(timetable: Sequence[TimedSession], numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Of sessions of a day, by their numbers, those that share a moment; each is asked only while another may run."""
    running: list[int] = []
    for number in sorted(numbers, key=lambda each: timetable[each].start or 0):
        # What is over when one begins is over for all that begin later.
        running = [each for each in running if overlaps(timetable[each], timetable[number])]
        yield from ((min(each, number), max(each, number)) for each in running)
        running.append(number)


def session_day_unknown(event: Event, source: Source) -> Iterator[Finding]:
    """LC314: a session is put on a day that the event does not have."""
    for index, session in enumerate(event.agenda):
        if session.day is not None and event.days and not 1 <= session.day <= len(event.days):
            place = source.place("agenda", index, "day")
            yield finding("LC314", place, title=session.title, day=session.day, days=len(event.days))


def session_without_id(event: Event, source: Source) -> Iterator[Finding]:
    """LC855: the address of a session changes with its title; the finding is at the first, and has the ids of all."""
    if event.status != "confirmed" or all(session.id for session in event.agenda):
        return
    ids = {index: id_ for index, id_ in enumerate(event.session_ids) if event.agenda[index].id is None}
    place = source.place("agenda", min(ids))
    values = {"ids": ", ".join(ids.values()), "some": a_few(ids.values()), "title": event.agenda[min(ids)].title}
    yield finding("LC855", place, count=len(ids), **values)


def session_id_twice(event: Event, source: Source) -> Iterator[Finding]:
    """LC315: two sessions have the same id, so calendars would take them for one."""
    seen: set[str] = set()
    for index, session in enumerate(event.agenda):
        if session.id is not None and event.session_ids[index] in seen:
            yield finding("LC315", source.place("agenda", index, "id"), id=session.id)
        seen.add(event.session_ids[index] if session.id else "")
