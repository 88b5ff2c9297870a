"""An agenda as one grid: times on the left, and a column for each room in which sessions run side by side."""

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import Generic, NamedTuple, TypeVar

from labcamp.model import TimedSession

MOST = 4  # columns that can still be read on A4
Group = Sequence[TimedSession]
Shown = TypeVar("Shown")


class Cell(NamedTuple, Generic[Shown]):
    """What begins at one time in one column, which may be nothing; `down` and `across` how far it reaches."""

    sessions: tuple[Shown, ...] = ()
    down: int = 1
    across: int = 1


class Line(NamedTuple):
    """A line of the grid, with the cells that begin there."""

    start: int | None
    cells: tuple[Cell[TimedSession], ...]


class Grid(NamedTuple):
    """A day as lines of so many columns; `rooms` are their names, or none where the rooms change from time to time."""

    columns: int
    rooms: tuple[str, ...]
    lines: tuple[Line, ...]


def grids_of(days: Sequence[Group]) -> list[Grid | None]:
    """The grid of each day, all with the same columns; None for a day on which nothing runs beside anything else."""
    grouped = [_groups(sessions) for sessions in days]
    chosen = [_rooms(group) for groups in grouped for group in groups if _has_columns(group)]
    rooms = tuple(dict.fromkeys(room for some in chosen for room in some))
    columns, named = max(map(len, chosen), default=1), rooms if len(rooms) <= MOST else ()
    return [
        Grid(len(named) or columns, named, tuple(_lines(groups, named, columns))) if _chooses(groups) else None
        for groups in grouped
    ]


def _groups(sessions: Group) -> list[Group]:
    """What shares a moment with something else, together; the rest alone; in the order of the agenda."""
    groups: list[list[TimedSession]] = []
    reach = -1
    for session in sorted((one for one in sessions if one.start is not None), key=_start):
        if _start(session) >= reach:
            groups.append([])
        groups[-1].append(session)
        reach = max(reach, _end(session))
    groups += [[session] for session in sessions if session.start is None]
    order = {id(session): number for number, session in enumerate(sessions)}
    return sorted(groups, key=lambda group: min(order[id(session)] for session in group))


def _chooses(groups: Iterable[Group]) -> bool:
    """Tell whether people have to choose at any time."""
    return any(_has_columns(group) or len({each.start for each in group}) < len(group) for group in groups)


def _has_columns(group: Group) -> bool:
    """Tell whether each has a room, and the rooms are several, but not more than a page has room for."""
    rooms = _rooms(group)
    return 1 < len(rooms) <= MOST and "" not in rooms


def _lines(groups: Iterable[Group], named: Sequence[str], columns: int) -> Iterable[Line]:
    for group in groups:
        if _has_columns(group):
            rooms = _rooms(group)
            yield from _side_by_side(group, named or (*rooms, *[""] * (columns - len(rooms))))
        else:
            for start, some in groupby(group, key=lambda session: session.start):
                yield Line(start, (Cell(tuple(some), across=len(named) or columns),))


def _side_by_side(group: Group, rooms: Iterable[str]) -> Iterable[Line]:
    """A line for each beginning, with a cell for each of the rooms that begins there."""
    starts = sorted({_start(session) for session in group})
    columns = [_column([session for session in group if session.session.room == room], starts) for room in rooms]
    return (Line(start, tuple(column[start] for column in columns if start in column)) for start in starts)


def _column(sessions: Group, starts: Sequence[int]) -> dict[int, Cell[TimedSession]]:
    """The cells of a room by the time at which they begin; where nothing goes on there is an empty one."""
    marks = {edge for session in sessions for edge in (_start(session), _end(session))}
    busy = {start for start in starts if any(_start(session) <= start < _end(session) for session in sessions)}
    begins = [start for start in starts if start in marks or start not in busy]
    ends = (*(starts.index(start) for start in begins), len(starts))
    return {
        start: Cell(tuple(session for session in sessions if _start(session) == start), after - before)
        for start, (before, after) in zip(begins, pairwise(ends), strict=True)
    }


def _rooms(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(session.session.room or "" for session in group))


def _start(session: TimedSession) -> int:
    return session.start or 0


def _end(session: TimedSession) -> int:
    """When it ends; one of unknown length goes on for at least a moment."""
    return max(session.end or 0, _start(session) + 1)
