"""The sessions of an event, and their times, which follow from the durations."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Literal

from labcamp.model.fields import Clock, Id, Line, Number, OrOne, Text
from labcamp.model.series import Frozen, Link, People

Lines = Annotated[tuple[Line, ...], OrOne()]


class Session(Frozen):
    """One timed item of the agenda; `tables` are the themes of tables at which people talk in small groups."""

    id: Id | None = None
    title: Line
    type: Literal["welcome", "input", "discussion", "networking", "workshop", "break", "closing"] = "discussion"
    day: Number | None = None
    start: Clock | None = None
    minutes: Number | None = None
    room: Line | None = None
    tables: Lines = ()
    by: People = ()
    teaser: Text | None = None
    cue: Text | None = None  # for those who run the day: it stands on the run sheet alone
    takeaways: Lines = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class TimedSession:
    """A session with its day (from 1), start and end in minutes since midnight; None is unknown."""

    session: Session
    day: int
    start: int | None
    end: int | None


def timetable(agenda: Iterable[Session], opening: int | None) -> tuple[TimedSession, ...]:
    """The sessions with their times; a day begins at `opening`, minutes since midnight, as far as known.

    A session without a start begins when everything before it that day has ended. From the first unknown
    duration on, later times are unknown, until a session has a start of its own.
    """
    timed: list[TimedSession] = []
    day, state = 1, {1: (opening, -1)}  # of each day: when it goes on, and since when that is unknown
    for session in agenda:
        day = day if session.day is None else session.day
        free, unknown_since = state.get(day, (opening, -1))
        start = session.start if session.start is not None else free
        end = None if start is None or session.minutes is None else start + session.minutes
        timed.append(TimedSession(session, day, start, end))
        if end is None:
            free, unknown_since = None, unknown_since if start is None else start
        elif start is not None and (free is not None or start > unknown_since):
            # A session of unknown length has ended when a later one is said to start, but not when one runs beside it.
            free = max(end, free or 0)
        state[day] = free, unknown_since
    return tuple(timed)
