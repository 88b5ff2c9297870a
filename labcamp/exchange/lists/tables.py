"""Events out of lists: a CSV file or a workbook with one row an event, whoever keeps it and in whatever columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from labcamp.check.lists.letters import decoded
from labcamp.check.lists.table import DELIMITERS, ListRow, is_workbook, rows_of
from labcamp.check.people.headers import shown
from labcamp.exchange.found import Asked, Found, Left, Told
from labcamp.exchange.lists.columns import heads, meaning_of, meanings_of
from labcamp.exchange.lists.days import counted_in, day_first_in, short_years_in
from labcamp.exchange.lists.rows import DATED, DAYS, FIGURES, Row, event_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.texts import a_few

MOST_BYTES = 50_000_000
MOST_EVENTS = 20_000
MOST_CELLS = 1_000_000
FIRST_ROWS = 30  # among so many the header is looked for
BEGINNING = 20_000  # bytes that tell whether something is a list
NO_LIST = ("{", "[", "<", "BEGIN:")
ENDINGS = (".csv", ".tsv", ".txt")
EXAMPLES = 3
MOST_HEADERS = 8  # in a message
# What the reading of lists of people says, as it is told here
INSTEAD = {"LC713": "LC279", "LC714": "LC275"}
OURS = frozenset({"uid", "labs", "access", "hosts", "registration_note"})


@dataclass(frozen=True)
class EventTable:
    """The columns of a list of events with what they mean, and its rows."""

    headers: Sequence[str]
    meanings: Mapping[int, str]
    rows: Sequence[ListRow]

    @property
    def ours(self) -> bool:
        """Tell whether labcamp has written it: then its texts are Markdown as they stand."""
        return set(self.meanings.values()) >= OURS


def looks_like(name: str, content: bytes) -> bool:
    """Tell whether the bytes are a workbook, or text whose first line has columns."""
    if is_workbook(content):
        return True
    read = decoded(content[:BEGINNING])
    text = read[0].lstrip("\ufeff \t\r\n") if read else ""
    if not text or text.startswith(NO_LIST):
        return False
    first = text.splitlines()[0]
    return name.lower().endswith(ENDINGS) or any(sign in first for sign in DELIMITERS)


def read(name: str, content: bytes, asked: Asked) -> Told:
    """The events of a list, in its order; LC275, LC278 or LC279 where it cannot be read."""
    try:
        rows, findings = _rows(name, content, asked)
    except LabcampError as problem:
        return Told(findings=tuple(_instead(each) for each in problem.findings if each.code != "LC702"))
    if len(rows) > MOST_EVENTS:
        return Told(findings=(finding("LC275", rows[-1].place, most=MOST_EVENTS),))
    table = _table(rows)
    if table is None:
        headers = ", ".join(shown(cell.text) for cell in rows[0].cells[:MOST_HEADERS] if cell.text.strip())
        return Told(findings=(finding("LC278", rows[0].place, columns=headers),))
    if unclear := list(_unclear(table, asked)):
        return Told(findings=tuple(unclear))
    order = {number: day_first_in(_dates(table, number)) for number in _dated(table)}
    open_ = [text for _, texts in order.values() for text in texts]
    if open_ and asked.day_first is None:
        return Told(dates=tuple(dict.fromkeys(open_))[:EXAMPLES])
    first = {number: asked.day_first if known is None else known for number, (known, _) in order.items()}
    return _told(name, table, [*findings], _rows_in(table, first, asked))


def _rows(name: str, content: bytes, asked: Asked) -> tuple[list[ListRow], tuple[Finding, ...]]:
    """The rows that say something, and what is told of the workbook around them."""
    if len(content) > MOST_BYTES:
        raise LabcampError(finding("LC275", Place(name), most=f"{MOST_BYTES // 1_000_000} MB"))
    if is_workbook(content):
        from labcamp.check.lists.workbook import workbook_of  # noqa: PLC0415  # most lists are none

        book = workbook_of(content, name, asked.sheet)
        return list(book.rows), tuple(each for each in book.findings if each.code == "LC791")
    if max(content.count(sign.encode()) for sign in DELIMITERS) > MOST_CELLS:
        raise LabcampError(finding("LC275", Place(name), most=MOST_CELLS))
    rows, _, _ = rows_of(content, name, lambda texts: heads(list(texts)), most=MOST_EVENTS)
    if not rows:
        raise LabcampError(finding("LC702", Place(name)))
    return rows, ()


def _instead(each: Finding) -> Finding:
    """The finding in the words of an import, where those of a list of people do not fit."""
    if each.code not in INSTEAD:
        return each
    return finding(INSTEAD[each.code], Place(each.path, each.line, each.column), **dict(each.values))


# Header and rows


def _texts(row: ListRow) -> list[str]:
    return [cell.text for cell in row.cells]


def _table(rows: Sequence[ListRow]) -> EventTable | None:
    """The columns, and the rows below them; a header of two rows is one. None where no row is a header."""
    at = next((number for number, row in enumerate(rows[:FIRST_ROWS]) if heads(_texts(row))), None)
    if at is None:
        return None
    headers = _texts(rows[at])
    below = rows[at + 1 :]
    if below and heads(_texts(below[0])):
        headers, below = _joined(headers, _texts(below[0])), below[1:]
    known = {text.strip().casefold() for text in headers}
    kept = [row for row in below if not (heads(_texts(row)) and {t.strip().casefold() for t in _texts(row)} <= known)]
    return EventTable(headers, meanings_of(headers), kept)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """One header of two: the lower says more, where it says something that is known."""
    width = max(len(upper), len(lower))
    pairs = zip([*upper, *[""] * width][:width], [*lower, *[""] * width][:width], strict=True)
    return [down if meaning_of(down) or (down.strip() and not meaning_of(up)) else up for up, down in pairs]


def _dated(table: EventTable) -> Iterator[int]:
    return (number for number, meaning in table.meanings.items() if meaning in DATED)


def _dates(table: EventTable, number: int) -> Iterator[str]:
    return (_text_at(row, number) for row in table.rows)


def _unclear(table: EventTable, asked: Asked) -> Iterator[Finding]:
    """LC841 and LC842: columns in which days are numbers, or years have two figures; nobody can tell which they are."""
    for number in _dated(table):
        texts = list(_dates(table, number))
        years = short_years_in(texts, asked.today.year) if table.meanings[number] in DAYS else []
        for code, found in (("LC841", counted_in(texts)), ("LC842", years)):
            if found:
                place = next(row.cells[number].place for row in table.rows if found[0] in _text_at(row, number))
                values = {"column": shown(table.headers[number]), "dates": a_few(dict.fromkeys(found), EXAMPLES)}
                yield finding(code, place, **values)


def _text_at(row: ListRow, number: int) -> str:
    return row.cells[number].text if number < len(row.cells) else ""


def _rows_in(table: EventTable, first: Mapping[int, bool | None], asked: Asked) -> Iterator[Row]:
    """The rows, with the column of each cell that says something."""
    several = set(table.meanings.values())
    for row in table.rows:
        cells = {number: cell for number, cell in enumerate(row.cells) if cell.text.strip()}
        yield Row(row, cells, table.headers, table.meanings, first, asked, table.ours, frozenset(several))


# What they say


def _told(name: str, table: EventTable, findings: list[Finding], rows: Iterator[Row]) -> Told:
    events: list[Found] = []
    left: list[Left] = []
    people = private = 0
    for row in rows:
        if row.row.torn:
            findings.append(finding("LC883", row.row.torn))
        elif row.is_private:
            private += 1
        elif heading := row.heading:
            left += [] if FIGURES.fullmatch(heading.text) else [heading]
        else:
            found, told = event_of(row)
            findings += told
            people += row.people
            events += [found] if found else []
    if "person" in table.meanings.values():
        events = _once(events)
    findings += [finding("LC896", Place(name), count=people)] if people and events else []
    findings += [finding("LC884", Place(name), count=private)] if private else []
    return Told(tuple(events), tuple(findings), tuple(left))


def _once(events: Sequence[Found]) -> list[Found]:
    """Each event once: in a list of people it stands in the row of each."""
    kept: dict[tuple[str, ...], Found] = {}
    for found in events:
        key = tuple(str(found.values.get(name, "")) for name in ("title", "number", "date", "time"))
        kept.setdefault(key, found)
    return list(kept.values())
