"""Tables for spreadsheets: as CSV and as an Excel workbook, in which no cell is ever a formula."""

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from labcamp.texts import in_xml

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float | dt.date | dt.time | None
Text = str | int | float  # what a cell is in a file that knows no days
DELIMITER = ";"  # what Excel splits columns at in German
BOM = "\ufeff"  # without it Excel takes the file for Windows-1252
# A cell that begins like this is a formula to a spreadsheet, whoever wrote it: OWASP, CSV injection.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
FIRST = dt.datetime(1980, 1, 1)  # noqa: DTZ001  # the first moment that a zip file knows, and it knows no zone
DAY, CLOCK = "mm-dd-yy", "h:mm"  # two of the formats that each Excel shows in the way of its country
NARROWEST, WIDEST = 8, 60  # characters of a column
LONGEST_TITLE = 31
# Where the moment stands in which a workbook was saved
PROPERTIES = "docProps/core.xml"
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Sheet:
    """A table with its title and the names of its columns."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def for_programs(cell: Cell) -> Text:
    """A cell as each program reads it: days as 2027-03-11, times as 14:05."""
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    return cell.isoformat() if isinstance(cell, dt.date) else "" if cell is None else cell


def as_csv(sheet: Sheet, told: Callable[[Cell], Text] = for_programs) -> str:
    """A table as CSV (RFC 4180): a byte order mark, semicolons, CRLF; `told` says how a cell is written."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=DELIMITER, lineterminator="\r\n")
    writer.writerows([inert(told(cell)) for cell in row] for row in (sheet.columns, *sheet.rows))
    return f"{BOM}{text.getvalue()}"


def inert(text: Text) -> Text:
    """A cell that a spreadsheet shows as it is, and does not compute."""
    return f"'{text}" if isinstance(text, str) and text.startswith(FORMULA) else text


def as_workbook(sheets: Iterable[Sheet]) -> bytes:
    """Tables as an Excel workbook, each on a sheet of its own below a header that stays; the same bytes each time."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(_title(sheet.title, book.sheetnames)), sheet)
    book.properties.creator = "labcamp"
    book.properties.created = FIRST
    saved = io.BytesIO()
    book.save(saved)
    return _same_bytes(saved)


def _title(title: str, taken: Sequence[str]) -> str:
    """What a sheet can be called: it is short, lacks some signs, and no other is called so."""
    name = NOT_IN_TITLES.sub(" ", in_xml(title)).strip("' ")[:LONGEST_TITLE] or "1"
    same = {each.casefold() for each in taken}
    return name if name.casefold() not in same else f"{name[: LONGEST_TITLE - 4]} {len(taken) + 1}"


def _fill(page: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate((sheet.columns, *sheet.rows), 1):
        for place, value in enumerate(row, 1):
            _write(page, number, place, value)
    for cell in page[1]:
        cell.font = Font(name="Calibri", size=11, bold=True)  # as all else, which has the font of the library
    page.freeze_panes = "A2"
    for place, title in enumerate(sheet.columns, 1):
        page.column_dimensions[get_column_letter(place)].width = _width(
            [title, *(row[place - 1] for row in sheet.rows)]
        )


def _write(page: "Worksheet", row: int, column: int, value: Cell) -> None:
    """A cell as what it is: a day, a time, a number, or a text, which is no formula, whatever it begins with."""
    from openpyxl.styles import Alignment

    if value is None or value == "":
        return
    cell = page.cell(row, column)
    cell.value = in_xml(value) if isinstance(value, str) else value
    cell.alignment = Alignment(vertical="top", wrap_text=_length(value) > WIDEST or "\n" in str(value))
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA)  # nor is it one after somebody has typed in it
    elif isinstance(value, dt.date | dt.time):
        cell.number_format = CLOCK if isinstance(value, dt.time) else DAY


def _width(cells: Iterable[Cell]) -> int:
    return min(max(NARROWEST, *(_length(cell) + 2 for cell in cells)), WIDEST)


def _length(cell: Cell) -> int:
    """How many characters of a cell stand beside each other."""
    text = "" if cell is None else f"{cell}"
    return max(map(len, text.split("\n")))


def _same_bytes(saved: io.BytesIO) -> bytes:
    """A workbook without the moment in which it was made, and packed by no library in its own way."""
    whole = io.BytesIO()
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as out:
        for name in sorted(parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, FIRST.timetuple()[:6])
            info.create_system = 0
            content = parts.read(name)
            out.writestr(info, MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", content) if name == PROPERTIES else content)
    return whole.getvalue()
