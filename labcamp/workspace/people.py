"""A list of people → those who take part, and a finding for each row that is left out; private, so in no workspace."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from labcamp.check.lists.table import WORKBOOK, Heads, ListTable, is_workbook, table_in, table_of
from labcamp.check.people.columns import Column, columns_of
from labcamp.check.people.headers import Named, heads_a_list
from labcamp.check.people.rows import RowReading, own_address, own_name, row_reading
from labcamp.check.people.standing import SEATS
from labcamp.files.read import content_of
from labcamp.files.rows import without_cells, without_lines
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.private import Participant, Private
from labcamp.workspace.private import FOLDER, LISTS, private_of

MOST = 50_000_000  # bytes; a workbook can hold more than a text


@dataclass(frozen=True)
class Attended:
    """What may be kept of a list: how many people and organisations; of those who came, where it says who did."""

    people: int
    labs: int
    checked_in: bool


@dataclass(frozen=True)
class People:
    """What was understood of a list: who gets mail, in the order of the file and nobody twice, and who does not.

    Those who come and have a name are `attendees`, also without an address or without mail. `unprintable` is what
    matters only where they are printed: LC945 for characters that no font has.
    """

    participants: tuple[Participant, ...] = field(repr=False)
    attendees: tuple[Participant, ...] = field(repr=False)
    left_out: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]
    unprintable: tuple[Finding, ...]
    columns: tuple[Column, ...]
    deciding: tuple[Column, ...]
    attended: Attended
    encoding: str
    delimiter: str

    @property
    def came(self) -> int | None:
        """How many were there, where the list says so."""
        return self.attended.people if self.attended.checked_in else None


def list_path(root: Path, event_id: str) -> Path:
    """Where the list of an event lies, or would: a workbook if there is one, else CSV; LC712 where both are there."""
    text, workbook = (root / FOLDER / f"{event_id}{suffix}" for suffix in LISTS)
    if not workbook.is_file():
        return text
    if text.is_file():
        raise LabcampError(finding("LC712", Place(workbook.as_posix()), other=text.as_posix()))
    return workbook


def people_of(root: Path, event_id: str, path: Path | None = None) -> People:
    """The people in the list of an event, else in another one; LC700 where there is none."""
    path = path or list_path(root, event_id)
    if not path.is_file():
        raise LabcampError(finding("LC700", Place(path.as_posix())))
    return people_in(content_of(path, path.as_posix(), MOST), path.as_posix(), *_said(root, event_id))


def people_in(content: bytes, shown: str, named: Named, sheet: str | None = None) -> People:
    """The people in the bytes of a list; `named` says what its own headers mean, each by the meaning.

    What is wrong with the file as a whole is raised: LC701 to LC719.
    """

    def heads(texts: Iterable[str]) -> bool:
        return heads_a_list(texts, named)

    table, told = _table(content, shown, heads, sheet)
    columns = columns_of(table, named)
    readings = _nobody_twice([row_reading(row, columns) for row in table.rows])
    found = (said.finding for said in readings if said.finding)
    return People(
        tuple(said.participant for said in readings if said.participant),
        tuple(said.attendee for said in readings if said.attendee),
        tuple(sorted(Counter(said.reason for said in readings if said.reason).items())),
        tuple(sorted((*columns.findings, *found, *told))),
        tuple(said.unprintable for said in readings if said.attendee and said.unprintable),
        columns.all,
        columns.deciding(),
        _attended(readings),
        table.encoding,
        table.delimiter,
    )


@dataclass(frozen=True)
class Traced:
    """The rows of one person in a list: their names, and the list without these rows."""

    names: tuple[str, ...] = field(repr=False)
    rows: int
    rest: bytes = field(repr=False)


def traced(root: Path, event_id: str, address: str) -> Traced:
    """One person in the list of an event, by address; what is wrong with the list as a whole is raised."""
    path = list_path(root, event_id)
    content, shown = content_of(path, path.as_posix(), MOST), path.as_posix()
    named, sheet = _said(root, event_id)
    table, _ = _table(content, shown, lambda texts: heads_a_list(texts, named), sheet)
    columns = columns_of(table, named)
    rows = [row for row in table.rows if own_address(row, columns).casefold() == address.casefold()]
    names = tuple(dict.fromkeys(filter(None, (own_name(row, columns) for row in rows))))
    lines = {row.place.line + number for row in rows for number in range(row.lines)}
    if not rows:
        return Traced((), 0, content)
    if table.encoding != WORKBOOK:
        return Traced(names, len(rows), without_lines(content, lines, table.encoding))
    from labcamp.check.lists.workbook import workbook_of  # noqa: PLC0415  # most lists are none

    part = workbook_of(content, shown, sheet).part
    return Traced(names, len(rows), without_cells(content, part, {row.place.line for row in rows}, address))


def _said(root: Path, event_id: str) -> tuple[Named, str | None]:
    """What the private file of an event says of its list: what headers mean, and on which sheet it is."""
    aside = root / FOLDER / f"{event_id}.yaml"
    private = private_of(root, event_id) if aside.is_file() else Private()
    return {str(meaning): headers for meaning, headers in private.columns.items()}, private.sheet


def _table(content: bytes, shown: str, heads: Heads, sheet: str | None) -> tuple[ListTable, tuple[Finding, ...]]:
    """The table in the bytes of a list, and what is told about the workbook around it."""
    if not is_workbook(content):
        return table_of(content, shown, heads), ()
    from labcamp.check.lists.workbook import workbook_of  # noqa: PLC0415  # most lists are none

    book = workbook_of(content, shown, sheet)
    return table_in(list(book.rows), shown, heads, (WORKBOOK, book.sheet)), book.findings


def _nobody_twice(readings: Sequence[RowReading]) -> list[RowReading]:
    """The readings with one participant an address: the surest seat counts, and of the same the first row."""
    best: dict[str, Participant] = {}
    for person in (said.participant for said in readings if said.participant):
        other = best.setdefault(person.email.casefold(), person)
        if SEATS.index(person.seat) < SEATS.index(other.seat):
            best[person.email.casefold()] = person
    return [_once(said, said.participant, best) for said in readings]


def _once(said: RowReading, person: Participant | None, best: Mapping[str, Participant]) -> RowReading:
    """The reading, without its participant where another row counts for the same address.

    Who registers a colleague with the own address is one address, but two people: both are counted.
    """
    if person is None or (first := best[person.email.casefold()]) is person:
        return said
    twice = finding("LC953", said.address or person.place, line=first.place.line)
    if person.name.casefold() in {"", first.name.casefold()}:
        return RowReading("twice", twice)
    return replace(said, reason="twice", finding=twice, participant=None)


def _attended(readings: Sequence[RowReading]) -> Attended:
    """How many came; where nobody is checked in, how many had a seat. Mail or not makes no difference here."""
    came = [said for said in readings if said.came]
    counted = came or [said for said in readings if said.confirmed]
    labs = {said.organisation.casefold() for said in counted if said.organisation}
    return Attended(len(counted), len(labs), bool(came))
