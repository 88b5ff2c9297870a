"""Tables for spreadsheets: real cells, no formula, a header that stays, and the same bytes each time."""

import datetime as dt
import io
import time
import zipfile

import pytest
from conftest import times
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from labcamp.files.spreadsheets import FORMULA, Cell, Sheet, as_csv, as_workbook

DAY = dt.date(2027, 3, 11)
SHEET = Sheet("Treffen", ["Tag", "Beginn", "Titel", "Zahl"], [[DAY, dt.time(14, 5), "=1+1", 3], [None, None, "", 46.5]])


def page_of(sheet: Sheet) -> Worksheet:
    """The only sheet of a workbook, as another program reads it."""
    (page,) = load_workbook(io.BytesIO(as_workbook([sheet]))).worksheets
    return page


def test_cells_are_what_they_are() -> None:
    _, row, last = page_of(SHEET).iter_rows()
    moment = dt.datetime.combine(DAY, dt.time())
    assert [(cell.value, cell.data_type) for cell in row] == [
        (moment, "d"),
        (dt.time(14, 5), "d"),
        ("=1+1", "s"),
        (3, "n"),
    ]
    assert [cell.value for cell in last] == [None, None, None, 46.5]
    assert row[0].number_format == "mm-dd-yy"  # built in: each Excel shows it in the way of its country


def test_the_header_is_bold_and_stays_and_no_column_is_cut_off_or_too_wide() -> None:
    page = page_of(Sheet("x", ["a", "b" * 20, "c"], [["1", "2", "lang " * 40]]))
    head, row = page.iter_rows()
    assert ([cell.font.bold for cell in head], page.freeze_panes) == ([True] * 3, "A2")
    assert [page.column_dimensions[letter].width for letter in "ABC"] == [8, 22, 60]
    assert [bool(cell.alignment.wrap_text) for cell in row] == [False, False, True]


@pytest.mark.parametrize("sign", FORMULA)
def test_no_text_is_a_formula_even_after_somebody_has_typed_in_it(sign: str) -> None:
    sheet = Sheet("x", ["a"], [[f"{sign}1"]])
    content = as_workbook([sheet])
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    cell = page_of(sheet)["A2"]
    assert (cell.data_type, bool(cell.quotePrefix)) == ("s", True)
    assert as_csv(sheet).splitlines()[1].strip('"').startswith("'")


def test_the_bytes_hang_on_no_clock_and_no_library() -> None:
    before = as_workbook([SHEET, SHEET])
    time.sleep(1.01)  # as long as the moments in a workbook are
    assert as_workbook([SHEET, SHEET]) == before
    with zipfile.ZipFile(io.BytesIO(before)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {part.compress_type for part in parts.infolist()} == {zipfile.ZIP_STORED}


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Teilnahme", "Teilnahme"], ["Teilnahme", "Teilnahme 2"]),
        (["A/B: [x]?*\\", ""], ["A B   x", "1"]),
        (["n" * 40], ["n" * 31]),
    ],
)
def test_each_sheet_has_a_name_that_excel_takes(titles: list[str], expected: list[str]) -> None:
    book = load_workbook(io.BytesIO(as_workbook(Sheet(title, ["a"], []) for title in titles)))
    assert book.sheetnames == expected


def test_csv_says_days_and_times_as_programs_read_them() -> None:
    assert as_csv(SHEET) == "\ufeffTag;Beginn;Titel;Zahl\r\n2027-03-11;14:05;'=1+1;3\r\n;;;46.5\r\n"


CELLS: st.SearchStrategy[Cell] = st.one_of(st.text(), st.integers(-(10**9), 10**9), st.dates(dt.date(1900, 3, 1)))


@times(2)
@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4))
def test_whatever_is_in_a_cell_another_program_reads_it(rows: list[list[Cell]]) -> None:
    read = list(page_of(Sheet("x", ["a", "b"], rows)).iter_rows(min_row=2, values_only=True))
    for row, found in zip(rows, read, strict=False):
        for cell, value in zip(row, found, strict=True):
            if isinstance(cell, dt.date):
                assert value == dt.datetime.combine(cell, dt.time())
            elif isinstance(cell, int) or (isinstance(cell, str) and cell and cell.isprintable()):
                assert value == cell
