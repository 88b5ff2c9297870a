"""From the bytes of a CSV file to its cells, each with its place: a line of the file, not the number of a row."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass, field

from labcamp.files.read import MOST_BYTES
from labcamp.findings import LabcampError, Place, finding

DELIMITERS = ";,\t"
NO_DELIMITERS = str.maketrans("", "", DELIMITERS)
LINE_END = re.compile("\r\n|\r|\n")
QUOTED = re.compile('"(?:[^"]|"")*"')
# Excel's own first line, which says what stands between the cells
SAID = re.compile(r"sep=([;,\t|])[^\r\n]*(?:\r\n|\r|\n|\Z)")
EXCEL = "PK\x03\x04"  # an .xlsx that was only renamed


@dataclass(frozen=True)
class ListCell:
    """A cell as it was read; whoever prints it prints its place."""

    text: str = field(repr=False)
    place: Place


@dataclass(frozen=True)
class ListRow:
    """The cells of a row; `torn` is where a quote opens that does not end at the end of its cell."""

    place: Place
    cells: tuple[ListCell, ...]
    torn: Place | None = None

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


def table_of(content: bytes, shown: str) -> ListTable:
    """The table in the bytes of a file; LC701 to LC703, LC708 or LC709 where there is none."""
    if len(content) > MOST_BYTES:
        raise LabcampError(finding("LC708", Place(shown), size=f"{len(content) / 1_000_000:.1f}"))
    text, encoding = _decoded(content, shown)
    said = SAID.match(text)
    delimiter = said[1] if said else _delimiter(text)
    rows = (row for row in _rows(text, said.end() if said else 0, delimiter, shown) if not row.blank)
    header = next(rows, None)
    if header is None:
        raise LabcampError(finding("LC702", Place(shown)))
    if header.torn:
        raise LabcampError(finding("LC709", header.torn))
    if address := next((cell for cell in header.cells if re.search(r"\S@\S", cell.text)), None):
        raise LabcampError(finding("LC703", address.place))
    below = tuple(row for row in rows if len(header.cells) > 1 or not row.empty)
    return ListTable(header, below, encoding, delimiter)


def _decoded(content: bytes, shown: str) -> tuple[str, str]:
    """The text and its encoding; a file of Excel itself, or of another program, is no text."""
    encodings: tuple[str, ...] = ("utf-8", "cp1252")
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings = ("utf-16",)
    elif content.startswith(BOM_UTF8):
        encodings = ("utf-8-sig",)
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and not text.startswith(EXCEL):
            return text, encoding
    raise LabcampError(finding("LC701", Place(shown)))


def _delimiter(text: str) -> str:
    """What stands between the cells of the first line that says something; where that is one header, of those below it.

    Questions of a form are headers too, and in them a blank follows a comma, as it does in an answer.
    """
    line, *below = LINE_END.split(QUOTED.sub("", text.lstrip()), maxsplit=1)
    if line.translate(NO_DELIMITERS) == line:
        rows = (row for row in LINE_END.split("".join(below)) if row.translate(NO_DELIMITERS).strip())
        line = "\n".join(rows).replace(", ", "")
    return max(DELIMITERS, key=lambda sign: (len(re.findall(f"{sign}(?! )", line)), line.count(sign)))


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
    whole = rf' *"(?P<quoted>(?:[^"]|"")*+)" *|(?P<plain>(?! *")[^\r\n{sign}]*)'
    pattern = re.compile(rf'(?:{whole}|(?P<torn> *"[^\r\n]*))(?P<end>{sign}|\r\n|\r|\n|\Z)')
    ends = [end.end() for end in LINE_END.finditer(text, 0, position)]
    line, line_start, follows = len(ends) + 1, ends[-1] if ends else 0, False
    for found in pattern.finditer(text, position):
        if not found[0] and not follows:
            return  # the end of the text, behind its last line
        quoted, plain, torn, end = found.groups()
        value = plain or "" if quoted is None else quoted.replace('""', '"')
        follows = end == delimiter
        yield ListCell(value, Place(shown, line, found.start() - line_start + 1)), torn is None, not follows
        for line_end in LINE_END.finditer(text, found.start(), found.end()):
            line, line_start = line + 1, line_end.end()
