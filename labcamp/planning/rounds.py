"""When the rounds of small groups are, as far as the agenda tells, and where."""

from typing import NamedTuple

from labcamp.model import Event, TimedSession
from labcamp.model.private import Where
from labcamp.model.seating import Seating

STEP = 5  # minutes, in which people say how long a round is; what is left over is for changing tables


class When(NamedTuple):
    """A round: the number of its session in the timetable, the day (from 1), start and length in minutes, if known."""

    session: int
    day: int
    start: int | None
    minutes: int | None


def rounds_of(event: Event, count: int) -> tuple[When, ...]:
    """When each of so many rounds is; nothing where they do not divide among the sessions of networking."""
    sessions = [
        (number, timed)
        for number, timed in enumerate(event.timetable)
        if timed.session.type == "networking" and "type" in timed.session.model_fields_set
    ]
    if not sessions or count % len(sessions):
        return ()
    each = count // len(sessions)
    return tuple(_when(number, timed, part, each) for number, timed in sessions for part in range(each))


def _when(number: int, timed: TimedSession, part: int, parts: int) -> When:
    """One of the equal parts of a session."""
    length = (timed.session.minutes or 0) // parts
    length -= length % STEP if parts > 1 else 0
    known = timed.start is not None and (length or part == 0)
    start = timed.start + part * length if known and timed.start is not None else None
    return When(number, timed.day, start, length or None)


def sides_of(event: Event, seating: Seating) -> tuple[Where, ...]:
    """Whether people of each hall come or join; of a single one as the event's place has it, empty where unknown."""
    place = event.place
    if len(seating.sides) > 1 or (place and place.hybrid):
        return seating.sides
    if place is None:
        return ("",)
    return ("online" if place.online else "on-site",)
