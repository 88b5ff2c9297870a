"""An agenda as rows of a table, day by day, in words."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, Self

from labcamp.check.agenda import clock
from labcamp.model import Event, Person, Session, TimedSession
from labcamp.model.series import shown
from labcamp.model.session import Takeaway
from labcamp.render.dates import duration, in_full, listed
from labcamp.render.grid import Cell, Grid, grids_of
from labcamp.render.words import Words
from labcamp.workspace.public import known

QUOTED = re.compile(r"[„“”\"»«](?P<words>[^„“”\"»«]*)[“”\"»«]")  # in any language


class Row(NamedTuple):
    """A session as a row of the agenda; what is unknown is an empty text."""

    time: str
    minutes: str
    title: str
    teaser: str
    who: str
    room: str
    pause: bool
    takeaways: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...] = ()  # who again, each with what is said of them
    kind: str = ""  # `Impuls`, where the title does not say it
    page: str = ""  # the address of its own page

    @property
    def line(self) -> str:
        """When, what and who, as far as known: `14:15 Impuls – N. N.`."""
        begun = f"{self.time} {self.title}" if self.time else self.title
        return f"{begun} – {self.who}" if self.who else begun


class Line(NamedTuple):
    """What begins at one time, side by side; `minutes` as far as all of it takes as long, else each row says it."""

    time: str
    minutes: str
    pause: bool
    cells: tuple[Cell[Row], ...]


class Table(NamedTuple):
    """A day on which people have to choose: so many columns beside the time, named after `rooms` where that is so."""

    columns: int
    rooms: tuple[str, ...]
    lines: tuple[Line, ...]


class Slot(NamedTuple):
    """What begins at one time; where that is several rows, people choose between them."""

    time: str
    rows: tuple[Row, ...]

    @property
    def uneven(self) -> bool:
        """Tell whether some of it takes longer than the rest."""
        return len({row.minutes for row in self.rows}) > 1


class Day(NamedTuple):
    """One day of the agenda: its number from 1, a heading (empty when there is only one day) and its rows.

    A day on which sessions run side by side has a `table` besides.
    """

    number: int
    heading: str
    rows: tuple[Row, ...]
    table: Table | None = None

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The rows by the time at which they begin, those of one time by their rooms; what has none stands alone."""
        slots: dict[str, list[Row]] = {}
        for number, row in enumerate(self.rows):
            slots.setdefault(row.time or f"row {number}", []).append(row)
        rooms = self.table.rooms if self.table else ()
        place = {room: number for number, room in enumerate(rooms)}
        by_room = [sorted(rows, key=lambda row: place.get(row.room, len(rooms))) for rows in slots.values()]
        return tuple(Slot(rows[0].time, tuple(rows)) for rows in by_room)

    def with_pages(self, pages: Sequence[str]) -> Self:
        """The same with the address of the page of each row, which may be empty."""
        rows = (row._replace(page=page) for row, page in zip(self.rows, pages, strict=True))
        return self._replace(rows=tuple(rows))


def days_of(event: Event, words: Words, files: str = "") -> tuple[Day, ...]:
    """The agenda of an event by days; its files are found below `files`, which is empty where nobody knows."""
    numbers = sorted({timed.day for timed in event.timetable})
    days = [[timed for timed in event.timetable if timed.day == number] for number in numbers]
    return tuple(
        Day(
            number,
            heading_of(event, number, words),
            tuple(row_of(timed, words, files) for timed in sessions),
            _table(grid, words, files) if grid else None,
        )
        for number, sessions, grid in zip(numbers, days, grids_of(days), strict=True)
    )


def _table(grid: Grid, words: Words, files: str) -> Table:
    rooms = tuple(room_of(room, words) for room in grid.rooms)
    return Table(grid.columns, rooms, tuple(_line(line.cells, words, files) for line in grid.lines))


def _line(cells: Sequence[Cell[TimedSession]], words: Words, files: str) -> Line:
    shown = tuple(Cell(tuple(row_of(each, words, files) for each in cell.sessions), *cell[1:]) for cell in cells)
    rows = [row for cell in shown for row in cell.sessions]
    lengths = {row.minutes for row in rows}
    return Line(rows[0].time, lengths.pop() if len(lengths) == 1 else "", all(row.pause for row in rows), shown)


def people_in_words(people: Sequence[Person], words: Words) -> str:
    """`Name (Rolle, Organisation)`, or only the organisation; what several have in common is said once."""
    return listed([f"{who} ({text})" if text else who for who, text in people_by_lab(people, words)], words)


def people_by_lab(people: Sequence[Person], words: Words) -> tuple[tuple[str, str], ...]:
    """Who, and what is said of them: `Ida und Max`, `Leitung, Lab`; of an organisation alone there is nothing more."""
    if len(people) < 2:  # noqa: PLR2004  # most have one, and nobody to share with
        return tuple(_group(_details(person), [person.name or ""], words) for person in people)
    groups = [(details, [person.name or "" for person in some]) for details, some in groupby(people, key=_details)]
    return tuple(_group(details, names, words) for details, names in groups)


def _details(person: Person) -> tuple[bool, str]:
    """Whether somebody has a name, and what is said behind it, or instead of it."""
    organisation = person.organisation.name if person.organisation else ""
    if not person.name:
        return False, organisation or person.role or ""
    return True, ", ".join(filter(None, (person.role, organisation)))


def _group(details: tuple[bool, str], names: Sequence[str], words: Words) -> tuple[str, str]:
    named, text = details
    return (listed(names, words), text) if named else (text, "")


def heading_of(event: Event, number: int, words: Words) -> str:
    """The day with this number, from 1, of an event with several; empty where there is only one."""
    if max(timed.day for timed in event.timetable) == 1:
        return ""
    if number <= len(event.days):
        return in_full(event.days[number - 1], words)
    return words("agenda.day", number=number)


def row_of(timed: TimedSession, words: Words, files: str = "") -> Row:
    """A session as a row; its files are found below `files`, which is empty where nobody knows."""
    session, start = timed.session, timed.start_on_clock
    return Row(
        time="" if start is None else clock(start),
        minutes=duration(session.minutes, words) if session.minutes else "",
        title=session.title,
        teaser=" ".join(session.teaser.split()) if session.teaser else "",
        who=people_in_words(session.by, words),
        room=room_of(session.room or "", words),
        pause=session.type == "break",
        takeaways=takeaways_of(session, words),
        links=tuple((link.label, link.address) for link in shown(session.links, files)),
        people=people_by_lab(session.by, words),
        kind=kind_of(session, words),
    )


def takeaways_of(session: Session, words: Words) -> tuple[str, ...]:
    """What everybody may read that was taken away from a session, each as `said_in_words` tells it."""
    return tuple(said_in_words(each, each.by or session.by, words) for each in session.public_takeaways)


def said_in_words(takeaway: Takeaway, by: Sequence[Person], words: Words) -> str:
    """A takeaway as every form tells it: its text; the very words of people in quotation marks, with who said them."""
    if not takeaway.quote:
        return takeaway.text
    text = takeaway.text
    whole = QUOTED.fullmatch(text)  # somebody has written the marks
    inner = QUOTED.sub(lambda said: words("agenda.quote_within", text=said["words"]), text)
    quote = words("agenda.quote", text=whole["words"] if whole else inner)
    who = people_in_words([person for each in by if (person := known(each))], words)
    return words("agenda.quote_by", quote=quote, who=who) if who else quote


def kind_of(session: Session, words: Words) -> str:
    """What sort of session it is, where the words have a name for it that its title has not."""
    known = words.lines.get(f"agenda.type_{session.type}", "")
    return known if known.casefold() not in session.title.casefold() else ""


def room_of(room: str, words: Words) -> str:
    """A room as it is called; one that has only a number needs the word."""
    return words("agenda.room", room=room) if room.isdigit() else room
