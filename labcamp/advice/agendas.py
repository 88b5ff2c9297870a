"""Advice about the times of an agenda: holes in it, and sessions that stand in the wrong place."""

from collections.abc import Iterator

from labcamp.advice.look import Look
from labcamp.check.agenda import clock
from labcamp.findings import Finding, finding
from labcamp.model import TimedSession

LEAST_HOLE = 5  # minutes between two sessions
LEAST_LEFT = 15  # minutes between the last session and the end of the event
Day = list[tuple[int, TimedSession]]  # the sessions of a day, each with its place in the agenda


def agenda_gap(look: Look) -> Iterator[Finding]:
    """LC911: nothing is planned before a session that has a start of its own, or before the event ends."""
    if not look.upcoming:
        return
    for day in _days(look).values():
        told: set[int] = set()  # sessions side by side begin after the same hole
        for index, timed in day:
            start, ends = timed.session.start, _ended_before(day, index)
            if start is not None and ends is not None and start - ends >= LEAST_HOLE and start not in told:
                told.add(start)
                place = look.source.place("agenda", index, "start")
                yield finding("LC911", place, ends=clock(ends), start=clock(start))
        if look.event.status == "confirmed":  # a draft is not finished yet
            yield from _ends_early(look, day)


def _days(look: Look) -> dict[int, Day]:
    days: dict[int, Day] = {}
    for index, timed in enumerate(look.event.timetable):
        days.setdefault(timed.day, []).append((index, timed))
    return days


def _ended_before(day: Day, index: int) -> int | None:
    """When all that began before a session has ended; None where nothing did, or where a time is not known."""
    start = next(timed.start for number, timed in day if number == index)
    if start is None or any(timed.start is None for number, timed in day if number < index):
        return None
    ends = [timed.end for _, timed in day if timed.start is not None and timed.start < start]
    return max((end for end in ends if end is not None), default=None) if None not in ends else None


def _ends_early(look: Look, day: Day) -> Iterator[Finding]:
    time = look.event.time
    ends = [(timed.end, index) for index, timed in day if timed.end is not None]
    if time is None or time.end is None or time.upside_down or len(ends) < len(day):
        return
    last, index = max(ends)
    if time.end - last >= LEAST_LEFT:
        place = look.source.place("agenda", index, "minutes", key=True)
        yield finding("LC911", place, ends=clock(last), start=clock(time.end))


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
