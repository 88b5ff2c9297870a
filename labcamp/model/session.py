"""One timed item of an agenda, what was taken away from it, and when each begins and ends."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Literal, NamedTuple

from labcamp.model.fields import Clock, DayNumber, Id, Line, Number, OrOne, OrSentence, Text, YesNo
from labcamp.model.series import Frozen, Lines, Link, People, Topics
from labcamp.model.texts import MINUTES_OF_A_DAY, YEARS

LONGEST_ID = 200  # letters of one that is made from a title: no system has names of files of more than 255
EARLIEST = dt.date(YEARS.start, 1, 1).toordinal()  # a greater number of a day is a date


class Takeaway(Frozen):
    """What somebody took away from a session; it is told to everybody unless it is not `public`.

    A `quote` is the very words of those who said it, and may be told only with their `consent`. Its topics, people and
    licence are those of its session where it has none of its own.
    """

    text: Line
    id: Id | None = None
    topics: Topics = ()
    by: People = ()
    quote: YesNo = False
    consent: YesNo | None = None
    licence: Line | None = None
    public: YesNo = True

    @property
    def is_told(self) -> bool:
        """Tell whether everybody may read it; not the words of people who have not agreed."""
        return self.public and bool(self.consent or not self.quote)


Takeaways = Annotated[tuple[Annotated[Takeaway, OrSentence(lambda text: {"text": text})], ...], OrOne()]


class Session(Frozen):
    """One timed item of the agenda; `tables` are the themes of tables at which people talk in small groups."""

    id: Id | None = None
    title: Line
    type: Literal["welcome", "input", "discussion", "networking", "workshop", "break", "closing"] = "discussion"
    day: DayNumber | None = None
    start: Clock | None = None
    minutes: Number | None = None
    room: Line | None = None
    tables: Lines = ()
    topics: Topics = ()
    by: People = ()
    teaser: Text | None = None
    cue: Text | None = None  # for those who run the day: it stands on the run sheet alone
    takeaways: Takeaways = ()
    licence: Line | None = None  # of what was said: of a recording, and of what was written down
    links: tuple[Link, ...] = ()

    @property
    def public_takeaways(self) -> tuple[Takeaway, ...]:
        """The takeaways that everybody may read."""
        return tuple(each for each in self.takeaways if each.is_told)

    @property
    def told(self) -> tuple[str, ...]:
        """The texts of these."""
        return tuple(each.text for each in self.public_takeaways)


class TimedSession(NamedTuple):
    """A session with its day (from 1), start and end in minutes since midnight; None is unknown."""

    session: Session
    day: int
    start: int | None
    end: int | None

    @property
    def start_on_clock(self) -> int | None:
        """The start as a clock shows it, which begins anew at midnight."""
        return None if self.start is None else self.start % MINUTES_OF_A_DAY


def timetable(agenda: Iterable[Session], opening: int | None, closing: int | None = None) -> tuple[TimedSession, ...]:
    """The sessions with their times; a day begins at `opening`, minutes since midnight, as far as known.

    Where it ends after midnight, at `closing`, a start before the opening is one of the night.

    A session without a start begins when everything before it that day has ended. From the first unknown
    duration on, later times are unknown, until a session has a start of its own.
    """
    timed: list[TimedSession] = []
    day, state = 1, {1: (opening, -1)}  # of each day: when it goes on, and since when that is unknown
    for session in agenda:
        day = day if session.day is None else session.day
        free, unknown_since = state.get(day, (opening, -1))
        start = in_the_night(session.start, opening, closing) if session.start is not None else free
        end = None if start is None or session.minutes is None else start + session.minutes
        timed.append(TimedSession(session, day, start, end))
        if end is None:
            free, unknown_since = None, unknown_since if start is None else start
        elif start is not None and (free is not None or start > unknown_since):
            # A session of unknown length has ended when a later one is said to start, but not when one runs beside it.
            free = max(end, free or 0)
        state[day] = free, unknown_since
    return tuple(timed)


def in_the_night(start: int, opening: int | None, closing: int | None) -> int:
    """A start as minutes since midnight of the day on which the event begins."""
    late = opening is not None and closing is not None and start < opening and start + MINUTES_OF_A_DAY < closing
    return start + MINUTES_OF_A_DAY if late else start


def numbered(session: Session, first: int) -> Session:
    """The session with the number of its day, where that was written as a date; `first` is an ordinal."""
    day = session.day
    return session if day is None or day < EARLIEST else session.model_copy(update={"day": max(day - first + 1, 0)})


def in_addresses(id_: str) -> str:
    """The id of a session as addresses have it: `<event>/1` is the event's first day, `<event>/index` its page."""
    return f"session-{id_}" if id_.isdigit() or id_ == "index" else id_
