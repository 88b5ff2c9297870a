"""From the bytes of an Excel workbook to its rows, as in a CSV file; nothing in it is run or fetched."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from labcamp.check.lists.table import OLE, ListCell, ListRow, clean
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.patterns import pattern_of

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

LOCKED = "EncryptedPackage".encode("utf-16-le")
MOST_UNPACKED, MOST_ROWS, MOST_COLUMNS = 50_000_000, 20_000, 200
MOST_LINES = 100_000  # with the empty ones: Excel marks a million as used where somebody has once scrolled down
HIDDEN = pattern_of(rb"<(?:\w+:)?row\b(?=[^>]*\bhidden=\"(?:1|true)\")[^>]*\br=\"(\d+)\"")
# Written by a program that does not calculate: what the formula gives is not in the file.
UNKNOWN = pattern_of(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
STRIKE = pattern_of(rb"<(?:\w+:)?strike\b(?! val=\"(?:0|false)\")")
STRING = pattern_of(rb"<(?:\w+:)?si>.*?</(?:\w+:)?si>", re.DOTALL)
SHARED = pattern_of(rb"<(?:\w+:)?c\b[^>]*\br=\"([A-Z]+)(\d+)\"[^>]*\bt=\"s\"[^>]*>\s*<(?:\w+:)?v>(\d+)<")
INLINE = pattern_of(rb"<(?:\w+:)?c r=\"([A-Z]+)(\d+)\"[^>/]*>(.*?)</(?:\w+:)?c>", re.DOTALL)
CELL = pattern_of(rb"<(?:\w+:)?c r=\"([A-Z]+)(\d+)\"")


@dataclass(frozen=True)
class Book:
    """The rows of the one sheet that is read, its name and part, and what is told about others and hidden rows."""

    sheet: str
    rows: tuple[ListRow, ...]
    findings: tuple[Finding, ...]
    part: str


def workbook_of(content: bytes, shown: str, sheet: str | None) -> Book:
    """The sheet with the list; LC713 where several could be meant.

    LC701, LC711, LC716 or LC717 where this is no workbook that can be read.
    """
    if content.startswith(OLE):
        raise LabcampError(finding("LC716" if LOCKED in content else "LC711", Place(shown)))
    parts = _parts(content, shown)
    book = _opened(content, shown)
    try:
        return _chosen(book, parts, shown, sheet)
    except LabcampError:
        raise
    except Exception as odd:  # whatever openpyxl, zipfile and zlib say of what is broken
        raise LabcampError(finding("LC701", Place(shown))) from odd
    finally:
        book.close()


def _parts(content: bytes, shown: str) -> zipfile.ZipFile:
    """The parts of a workbook; LC701 or LC717 where it is another sort of file, LC714 where it is too large."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content))
        names = set(parts.namelist())
        size = sum(part.file_size for part in parts.infolist())
        sort = parts.read("mimetype")[:100] if "mimetype" in names else b""
    except Exception as odd:  # whatever zipfile and zlib say of what is broken
        raise LabcampError(finding("LC701", Place(shown))) from odd
    if "opendocument" in sort.decode("latin-1"):
        raise LabcampError(finding("LC717", Place(shown), sort=".ods"))
    if "xl/workbook.bin" in names:
        raise LabcampError(finding("LC717", Place(shown), sort=".xlsb"))
    if "[Content_Types].xml" not in names or any(part.flag_bits & 1 for part in parts.infolist()):
        raise LabcampError(finding("LC701", Place(shown)))
    if size > MOST_UNPACKED:
        raise LabcampError(finding("LC714", Place(shown), most=f"{MOST_UNPACKED // 1_000_000} MB"))
    return parts


def _opened(content: bytes, shown: str) -> "Workbook":
    """The workbook with the values of its formulas, without macros and links."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what labcamp does not use: styles, validation, extensions
            return load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except Exception as odd:  # whatever openpyxl, zipfile and zlib say of what is broken
        raise LabcampError(finding("LC701", Place(shown))) from odd


def _chosen(book: "Workbook", parts: zipfile.ZipFile, shown: str, wanted: str | None) -> Book:
    sheets: list[Any] = list(book.worksheets)
    visible = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    named = [sheet for sheet in sheets if wanted and sheet.title.strip().casefold() == wanted.strip().casefold()]
    if wanted and not named:
        raise LabcampError(finding("LC713", Place(shown), sheets=_titles(sheets), wanted=wanted))
    filled = named or [sheet for sheet in visible if _says_something(sheet)]
    if len(filled) > 1:
        raise LabcampError(finding("LC713", Place(shown), sheets=_titles(filled), wanted=""))
    if not filled:
        raise LabcampError(finding("LC702", Place(shown)))
    sheet = filled[0]
    raw = parts.read(sheet._worksheet_path.lstrip("/"))  # what openpyxl does not read: hidden rows
    _all_calculated(raw, shown)
    hidden = {int(number) for number in HIDDEN.findall(raw)}
    struck = {*_struck_whole(book, sheet), *_struck_in_part(parts, raw)}
    rows = tuple(_rows(sheet, shown, struck))
    told = [finding("LC791", row.place) for row in rows if row.place.line in hidden]
    others = [each for each in sheets if each.sheet_state != "visible" and each is not sheet]
    told += [finding("LC792", Place(shown), sheet=one.title) for one in others]
    shown_rows = tuple(row for row in rows if row.place.line not in hidden)
    return Book(sheet.title, shown_rows, tuple(told), sheet._worksheet_path.lstrip("/"))


def _titles(sheets: list[Any]) -> str:
    return ", ".join(sheet.title for sheet in sheets)


def _says_something(sheet: Any) -> bool:
    sheet.reset_dimensions()  # some programs write wrong ones
    return any(value is not None and str(value).strip() for row in _bounded(sheet, values_only=True) for value in row)


def _bounded(sheet: Any, **options: bool) -> Iterator[Any]:
    """The rows of a sheet, one more at most than is read, and one column more."""
    yield from sheet.iter_rows(max_row=MOST_LINES + 1, max_col=MOST_COLUMNS + 1, **options)


def _all_calculated(raw: bytes, shown: str) -> None:
    """LC715 where a formula has no value: an empty cell may be one that says `storniert`."""
    if unknown := UNKNOWN.search(raw):
        cells = list(CELL.finditer(raw, max(0, unknown.start() - 5000), unknown.start()))
        place = Place(shown, int(cells[-1][2]), _number(cells[-1][1].decode())) if cells else Place(shown)
        raise LabcampError(finding("LC715", place))


def _number(letters: str) -> int:
    """The number of a column: 28 of `AB`."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _struck_whole(book: Any, sheet: Any) -> Iterator[tuple[int, int]]:
    """Row and column of each cell whose style strikes it out: so many people mark who has cancelled."""
    fonts = {number for number, font in enumerate(book._fonts) if font.strike}
    if styles := {number for number, style in enumerate(book._cell_styles) if style.fontId in fonts}:
        cells = (cell for row in _bounded(sheet) for cell in row if cell.value is not None)
        yield from ((cell.row, cell.column) for cell in cells if cell._style_id in styles)


def _struck_in_part(parts: zipfile.ZipFile, raw: bytes) -> Iterator[tuple[int, int]]:
    """The same of each cell in whose text some signs are struck out."""
    name = next((name for name in parts.namelist() if name.endswith("sharedStrings.xml")), None)
    texts = parts.read(name) if name else b""
    for cell in INLINE.finditer(raw) if STRIKE.search(raw) else ():
        if STRIKE.search(cell[3]):
            yield int(cell[2]), _number(cell[1].decode())
    struck = {number for number, text in enumerate(STRING.finditer(texts)) if STRIKE.search(text[0])}
    for cell in SHARED.finditer(raw) if struck else ():
        if int(cell[3]) in struck:
            yield int(cell[2]), _number(cell[1].decode())


def _rows(sheet: Any, shown: str, struck: Set[tuple[int, int]]) -> Iterator[ListRow]:
    """The rows that say something, all as wide as the widest; LC714 where there are more than anybody's list has."""
    sheet.reset_dimensions()
    found: list[tuple[int, list[str]]] = []
    for number, values in enumerate(_bounded(sheet, values_only=True), 1):
        width = next((width for width in range(len(values), 0, -1) if values[width - 1] is not None), 0)
        texts = [clean(text_of(value)) for value in values[:width]]
        while texts and not texts[-1].strip():
            texts.pop()
        if len(texts) > MOST_COLUMNS:
            raise LabcampError(finding("LC714", Place(shown, number), most=f"{MOST_COLUMNS} × {MOST_ROWS}"))
        if texts:
            found.append((number, texts))
        if len(found) > MOST_ROWS or (texts and number > MOST_LINES):
            raise LabcampError(finding("LC714", Place(shown, number), most=f"{MOST_COLUMNS} × {MOST_ROWS}"))
    width = max((len(texts) for _, texts in found), default=0)
    for number, texts in found:
        padded = [*texts, *[""] * (width - len(texts))]
        yield ListRow(Place(shown, number, 1), tuple(_cells(padded, shown, number, struck)))


def _cells(texts: list[str], shown: str, row: int, struck: Set[tuple[int, int]]) -> Iterator[ListCell]:
    for column, text in enumerate(texts, 1):
        yield ListCell(text, Place(shown, row, column), (row, column) in struck)


def text_of(value: object) -> str:
    """What a cell shows, as a CSV file would have it: a date as 2027-03-11, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, dt.datetime):
        return f"{value:%Y-%m-%d}" if value.time() == dt.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
