"""From the bytes of a CSV file to its cells, each with its place: a line of the file, not the number of a row."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from labcamp.check.lists.letters import decoded
from labcamp.files.disk import MOST_BYTES
from labcamp.findings import LabcampError, Place, finding
from labcamp.patterns import pattern_of

DELIMITERS = ";,\t|"
NO_DELIMITERS = str.maketrans("", "", DELIMITERS)
LINE_END = pattern_of("\r\n|\r|\n")
QUOTED = pattern_of('"(?:[^"]|"")*"')
# Excel's own first line, which says what stands between the cells
SAID = pattern_of(r"sep=([;,\t|])[^\r\n]*(?:\r\n|\r|\n|\Z)")
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # a workbook; an old or a locked one
WORKBOOK = "xlsx"
MOST_TORN = 10  # rows: to look for the end of each quote to the end of a large file takes too long
FIRST_ROWS = 30  # among so many the header is looked for
UNSEEN = str.maketrans(
    dict.fromkeys("\u200b\u2060\ufeff\u00ad\u200e\u200f", "")
)  # what is pasted with a text and shows nowhere
FORMULA = pattern_of(r'="((?:[^"]|"")*)"')
AS_TEXT = pattern_of(r"'(?=[\d=+@-])")  # Excel's mark for a text that looks like a number
PEOPLE = pattern_of(r"attendee|participant|teilnehm|registr|anmeld|gäste|guest", re.IGNORECASE)
Heads = Callable[[Iterable[str]], bool]


@dataclass(frozen=True)
class ListCell:
    """A cell as it was read, and whether it is struck out; whoever prints it prints its place."""

    text: str = field(repr=False)
    place: Place
    struck: bool = False


@dataclass(frozen=True)
class ListRow:
    """The cells of a row; `torn` is where a quote opens that does not end at the end of its cell."""

    place: Place
    cells: tuple[ListCell, ...]
    torn: Place | None = None

    @property
    def lines(self) -> int:
        """How many lines of the file it takes: a cell in quotes may have several."""
        return 1 + sum(len(LINE_END.findall(cell.text)) for cell in self.cells)

    @property
    def blank(self) -> bool:
        """Nothing stands in it: Excel writes such rows as `;;;`."""
        return self.torn is None and not any(cell.text.strip() for cell in self.cells)

    @property
    def empty(self) -> bool:
        """Nothing stands in it but delimiters, of whatever sort: below one header a row of commas is no text."""
        return self.torn is None and not any(cell.text.translate(NO_DELIMITERS).strip() for cell in self.cells)


@dataclass(frozen=True)
class ListTable:
    """The header, the rows below it that say something, and how the file is written."""

    header: ListRow
    rows: tuple[ListRow, ...]
    encoding: str
    delimiter: str


def is_workbook(content: bytes) -> bool:
    """Tell whether these are the bytes of a workbook, of whatever program, and not of a text."""
    return content.startswith((ZIP, OLE))


def table_of(content: bytes, shown: str, heads: Heads) -> ListTable:
    """The table in the bytes of a file; LC701 to LC703, LC708 or LC709 where there is none.

    `heads` tells which row is a header: reports put a title or a table of their own above it.
    """
    if len(content) > MOST_BYTES:
        raise LabcampError(finding("LC708", Place(shown), size=f"{len(content) / 1_000_000:.1f}"))
    rows, encoding, delimiter = rows_of(content, shown, heads)
    return table_in(rows, shown, heads, (encoding, delimiter))


def rows_of(content: bytes, shown: str, heads: Heads, *, most: int | None = None) -> tuple[list[ListRow], str, str]:
    """The rows in the bytes of a file that say something, its encoding, and what stands between its cells.

    LC701 where it is no text. `heads` decides between delimiters where the first line has several. Where rows are
    bounded there is one more at most than there may be, and none behind the tenth that is torn.
    """
    read = None if is_workbook(content) else decoded(content)
    if read is None:
        raise LabcampError(finding("LC701", Place(shown)))
    text, encoding = read
    said = SAID.match(text)
    delimiter = said[1] if said else _delimiter(text)
    start = said.end() if said else 0
    rows = _some(_rows(text, start, delimiter, shown), most)
    for other in DELIMITERS if not said and _header_at(rows, heads) is None else ():
        others = _some(_rows(text, start, other, shown), most)
        if _header_at(others, heads) is not None:
            delimiter, rows = other, others
            break
    return rows, encoding, delimiter


def _some(rows: Iterable[ListRow], most: int | None) -> list[ListRow]:
    """The rows that say something, as far as they are wanted."""
    found: list[ListRow] = []
    torn = 0
    for row in rows:
        torn += row.torn is not None
        if not row.blank:
            found.append(row)
        if most is not None and (len(found) > most or torn >= MOST_TORN):
            break
    return found


def table_in(rows: list[ListRow], shown: str, heads: Heads, written: tuple[str, str]) -> ListTable:
    """The header among the rows that say something, and what stands below it up to the next header."""
    if not rows:
        raise LabcampError(finding("LC702", Place(shown)))
    at = _header_at(rows, heads) or 0
    header, below = rows[at], rows[at + 1 :]
    if header.torn:
        raise LabcampError(finding("LC709", header.torn))
    if address := next((cell for cell in header.cells if re.search(r"\S@\S", cell.text)), None):
        raise LabcampError(finding("LC703", address.place))
    end = next((number for number, row in enumerate(below) if heads(cell.text for cell in row.cells)), None)
    if end is not None:
        below = below[: end - 1] if end and _alone(below[end - 1]) else below[:end]
    kept = tuple(row for row in below if len(header.cells) > 1 or not row.empty)
    return ListTable(header, kept, *written)


def _header_at(rows: list[ListRow], heads: Heads) -> int | None:
    """The number of the row that is the header: below a title that speaks of people, else the first that is one."""
    if rows and heads(cell.text for cell in rows[0].cells):
        return 0
    found = [at for at, row in enumerate(rows) if heads(cell.text for cell in row.cells)]
    titled = (at for at in found if at and _alone(rows[at - 1]) and PEOPLE.search(rows[at - 1].cells[0].text))
    return next(titled, found[0] if found and found[0] < FIRST_ROWS else None)


def _alone(row: ListRow) -> bool:
    """Tell whether one cell of a row says something, as in the title of a table."""
    return len([cell for cell in row.cells if cell.text.strip()]) == 1


def clean(text: str) -> str:
    """A cell as a person sees it: without signs that take no room, and a formula that is only a text as this text."""
    if text.isascii() and text[:1].isalnum():
        return text  # as most are
    text = text.translate(UNSEEN)
    found = FORMULA.fullmatch(text.strip())
    return found[1].replace('""', '"') if found else AS_TEXT.sub("", text, count=1) if AS_TEXT.match(text) else text


def _delimiter(text: str) -> str:
    """What stands between the cells of the first line that says something; where that is one header, of those below it.

    Questions of a form are headers too, and in them a blank follows a comma, as it does in an answer.
    """
    line, *below = LINE_END.split(QUOTED.sub("", text.lstrip()), maxsplit=1)
    if line.translate(NO_DELIMITERS) == line:
        rows = (row for row in LINE_END.split("".join(below)) if row.translate(NO_DELIMITERS).strip())
        line = "\n".join(rows).replace(", ", "")
    return max(DELIMITERS, key=lambda sign: (len(re.findall(f"{re.escape(sign)}(?! )", line)), line.count(sign)))


def _rows(text: str, position: int, delimiter: str, shown: str) -> Iterator[ListRow]:
    """The rows from a position on; one whose quote does not end ends with its line, so nobody below it is swallowed."""
    cells: list[ListCell] = []
    torn = None
    for cell, whole, last in _cells(text, position, delimiter, shown):
        cells.append(cell)
        torn = torn or (None if whole else cell.place)
        if last:
            yield ListRow(cells[0].place, tuple(cells), torn)
            cells, torn = [], None


def _cells(text: str, position: int, delimiter: str, shown: str) -> Iterator[tuple[ListCell, bool, bool]]:
    """Each cell, whether it is whole, and whether it is the last of its row.

    RFC 4180 with any delimiter; quotes in the middle of a cell are its text.
    """
    sign = re.escape(delimiter)
    whole = rf' *=?"(?P<quoted>(?:[^"]|"")*+)" *|(?P<plain>(?! *=?")[^\r\n{sign}]*)'
    pattern = re.compile(rf'(?:{whole}|(?P<torn> *=?"[^\r\n]*))(?P<end>{sign}|\r\n|\r|\n|\Z)')
    ends = [end.end() for end in LINE_END.finditer(text, 0, position)]
    line, line_start, follows = len(ends) + 1, ends[-1] if ends else 0, False
    for found in pattern.finditer(text, position):
        if not found[0] and not follows:
            return  # the end of the text, behind its last line
        quoted, plain, torn, end = found.groups()
        value = plain or "" if quoted is None else quoted.replace('""', '"')
        follows = end == delimiter
        yield ListCell(clean(value), Place(shown, line, found.start() - line_start + 1)), torn is None, not follows
        for line_end in LINE_END.finditer(text, found.start(), found.end()):
            line, line_start = line + 1, line_end.end()
