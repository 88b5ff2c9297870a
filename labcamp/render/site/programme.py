"""The agenda of an event as its page shows it: rows by time, and a table where sessions run side by side."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from labcamp.check.agenda import clock
from labcamp.model import Person, TimedSession
from labcamp.render.dates import duration
from labcamp.render.facts import Facts
from labcamp.render.grid import Cell, Grid, grids_of
from labcamp.render.rows import heading_of, room_of
from labcamp.render.site.contents import Site
from labcamp.render.site.rows import who
from labcamp.render.words import Words
from labcamp.workspace.public import known


class Speaker(NamedTuple):
    """Who brings something: a name, or only an organisation; what is said behind it and below it."""

    name: str
    role: str
    organisation: str


class Entry(NamedTuple):
    """A session in the programme; what is unknown is empty."""

    title: str
    address: str
    who: str
    teaser: str
    room: str
    minutes: str
    pause: bool
    speakers: tuple[Speaker, ...]


class Slot(NamedTuple):
    """What begins at one time; where that is several entries, people choose between them."""

    time: str
    minutes: str
    pause: bool
    entries: tuple[Entry, ...]


class Line(NamedTuple):
    """A line of a table of rooms."""

    time: str
    minutes: str
    pause: bool
    cells: tuple[Cell[Entry], ...]


class Day(NamedTuple):
    """A day of the programme; its heading is empty where there is only one, and so is the table without a choice.

    `choice` tells whether people choose at any time.
    """

    heading: str
    slots: tuple[Slot, ...]
    rooms: tuple[str, ...]
    lines: tuple[Line, ...]
    choice: bool


def programme(site: Site, facts: Facts) -> tuple[Day, ...]:
    """The agenda by days; none of an event that is cancelled, for nobody should plan by it."""
    event, words = facts.event, facts.words
    if event.cancelled:
        return ()
    pages = {id(talk.timed): talk.address for talk in site.talks_by_event[event.id]}
    entries = {id(timed): _entry(timed, pages.get(id(timed), ""), words) for timed in event.timetable}
    numbers = sorted({timed.day for timed in event.timetable})
    days = [[timed for timed in event.timetable if timed.day == number] for number in numbers]
    grids = grids_of(days)
    return tuple(
        _day(heading_of(event, number, words), sessions, grid, entries, words)
        for number, sessions, grid in zip(numbers, days, grids, strict=True)
    )


def _day(
    heading: str, sessions: Sequence[TimedSession], grid: Grid | None, entries: Mapping[int, Entry], words: Words
) -> Day:
    rooms = tuple(room_of(room, words) for room in grid.rooms) if grid else ()
    # What stands in a room of its own cannot be told from what is for all where the rooms change.
    lines = tuple(_line(line.cells, entries) for line in grid.lines) if grid and rooms else ()
    slots = tuple(_slots(sessions, entries))
    return Day(heading, slots, rooms, lines, any(len(slot.entries) > 1 for slot in slots))


def _slots(sessions: Sequence[TimedSession], entries: Mapping[int, Entry]) -> Sequence[Slot]:
    groups = groupby(enumerate(sessions), key=lambda pair: pair[1].start if pair[1].start is not None else -1 - pair[0])
    return [_slot(tuple(session for _, session in group), entries) for _, group in groups]


def _slot(sessions: Sequence[TimedSession], entries: Mapping[int, Entry]) -> Slot:
    shown = tuple(entries[id(session)] for session in sessions)
    return Slot(_time(sessions[0]), _minutes(shown), all(entry.pause for entry in shown), shown)


def _line(cells: Sequence[Cell[TimedSession]], entries: Mapping[int, Entry]) -> Line:
    shown = tuple(Cell(tuple(entries[id(each)] for each in cell.sessions), *cell[1:]) for cell in cells)
    first = next(session for cell in cells for session in cell.sessions)
    all_of_it = [entry for cell in shown for entry in cell.sessions]
    return Line(_time(first), _minutes(all_of_it), all(entry.pause for entry in all_of_it), shown)


def _minutes(entries: Sequence[Entry]) -> str:
    """How long all of it takes; empty where that differs."""
    lengths = {entry.minutes for entry in entries}
    return lengths.pop() if len(lengths) == 1 else ""


def _time(timed: TimedSession) -> str:
    return "" if timed.start_on_clock is None else clock(timed.start_on_clock)


def _entry(timed: TimedSession, address: str, words: Words) -> Entry:
    session = timed.session
    return Entry(
        session.title,
        address,
        who(session.by, words),
        " ".join(session.teaser.split()) if session.teaser else "",
        room_of(session.room or "", words),
        duration(session.minutes, words) if session.minutes else "",
        session.type == "break",
        tuple(speaker(person) for each in session.by if (person := known(each))),
    )


def speaker(person: Person) -> Speaker:
    """Somebody as a name with what is said of them; of an organisation its town, unless its name has it."""
    organisation = person.organisation
    name = organisation.name if organisation else ""
    if organisation and organisation.place and organisation.place not in name:
        name = f"{name}, {organisation.place}"
    if not person.name:
        return Speaker(name or person.role or "", "", "")
    return Speaker(person.name, person.role or "", name)
