"""Sessions that run side by side: on paper each room has a column of its own."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from labcamp.model import TimedSession

MOST = 4  # columns that can still be read on A4


class Cell(NamedTuple):
    """What begins in one room at one time; it reaches over as many lines as the sessions of others begin meanwhile."""

    span: int
    sessions: tuple[TimedSession, ...]


class Stretch(NamedTuple):
    """Some time in which sessions run in several rooms: a line for each beginning, with the cells that begin there."""

    rooms: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]


def stretches(sessions: Sequence[TimedSession]) -> Iterator[TimedSession | Stretch]:
    """The sessions of a day in order, those together that run side by side in different rooms."""
    together = {id(one): group for group in _groups(sessions) for one in group}
    shown: set[int] = set()
    for session in sessions:
        group = together.get(id(session))
        if group is None:
            yield session
        elif id(session) not in shown:
            shown |= {id(one) for one in group}
            yield _side_by_side(group)


def _groups(sessions: Sequence[TimedSession]) -> list[list[TimedSession]]:
    """What overlaps, in order of time, where there are several rooms, and not more than a page has room for."""
    groups: list[list[TimedSession]] = []
    reach = -1
    for session in sorted((one for one in sessions if one.session.room and one.start is not None), key=_start):
        if _start(session) >= reach:
            groups.append([])
        groups[-1].append(session)
        reach = max(reach, _end(session))
    return [group for group in groups if 1 < len(_rooms(group)) <= MOST]


def _side_by_side(group: Sequence[TimedSession]) -> Stretch:
    starts = sorted({_start(session) for session in group})
    rooms = _rooms(group)
    columns = [_column([session for session in group if session.session.room == room], starts) for room in rooms]
    lines = (tuple(column[start] for column in columns if start in column) for start in starts)
    return Stretch(rooms, tuple(lines))


def _column(sessions: Sequence[TimedSession], starts: Sequence[int]) -> dict[int, Cell]:
    """The cells of a room by the time at which they begin; where nothing goes on there is an empty one."""
    marks = {edge for session in sessions for edge in (_start(session), _end(session))}
    busy = {start for start in starts if any(_start(session) <= start < _end(session) for session in sessions)}
    begins = [start for start in starts if start in marks or start not in busy]
    ends = (*(starts.index(start) for start in begins), len(starts))
    return {
        start: Cell(after - before, tuple(session for session in sessions if _start(session) == start))
        for start, (before, after) in zip(begins, pairwise(ends), strict=True)
    }


def _rooms(group: Sequence[TimedSession]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(session.session.room or "" for session in group))


def _start(session: TimedSession) -> int:
    return session.start or 0


def _end(session: TimedSession) -> int:
    """When it ends; one of unknown length goes on for at least a moment."""
    return max(session.end or 0, _start(session) + 1)
