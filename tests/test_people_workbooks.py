"""Lists of people as workbooks of Excel: read as the same CSV file is, and never more than anybody sees of them."""

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from test_people import persons, told

from labcamp.findings import LabcampError
from labcamp.workspace.people import People, people_in, people_of

ROWS = (
    ("Vorname", "Nachname", "E-Mail", "Organisation", "Status"),
    ("Ida", "Beispiel", "ida@example.org", 815, "bestätigt"),
    ("Max", "Müller", "max@example.org", None, "storniert"),
)
IDA = (2, "Ida Beispiel", "ida@example.org", "815", "", "confirmed")


def book(*rows: tuple[Any, ...], **sheets: tuple[tuple[Any, ...], ...]) -> Workbook:
    """A workbook with these rows in its first sheet, and with others."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Liste"
    for row in rows:
        sheet.append(row)
    for name, others in sheets.items():
        other = made.create_sheet(name)
        for row in others:
            other.append(row)
    return made


def content_of(made: Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def read(made: Workbook, sheet: str | None = None, **named: tuple[str, ...]) -> People:
    """The people in a workbook."""
    return people_in(content_of(made), "liste.xlsx", named, sheet)


def refused(content: bytes, sheet: str | None = None) -> list[str]:
    """What is wrong with a workbook as a whole."""
    with pytest.raises(LabcampError) as problem:
        people_in(content, "liste.xlsx", {}, sheet)
    return told(problem.value.findings)


def changed(content: bytes, **parts: tuple[bytes, bytes]) -> bytes:
    """A workbook with some bytes of its sheet replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            for before, after in parts.values() if name.endswith("sheet1.xml") else ():
                assert before in text
                text = text.replace(before, after)
            new.writestr(name, text)
    return stream.getvalue()


def test_a_workbook_is_read_as_the_same_csv_is() -> None:
    people = read(book(*ROWS))
    text = "\n".join(";".join(str("" if cell is None else cell) for cell in row) for row in ROWS)
    same = people_in(f"{text}\n".encode(), "liste.xlsx", {})

    assert (people.encoding, people.delimiter) == ("xlsx", "Liste")
    assert persons(people) == persons(same) == [IDA]
    assert [(found.code, found.line) for found in people.findings] == [("LC950", 3)]
    assert people.findings[0].column == 5


def test_dates_are_dates_and_numbers_have_no_point_and_true_is_yes() -> None:
    head = ("E-Mail", "Einwilligung", "Organisation", "Abgesagt")
    day, moment = dt.date(2027, 3, 1), dt.datetime.fromisoformat("2027-03-01T09:30")
    people = read(
        book(
            head,
            ("a@example.org", day, 12.0, None),
            ("b@example.org", moment, 1.5, False),
            ("c@example.org", True, day, None),
            ("d@example.org", False, "", None),
            ("e@example.org", True, "", day),
        )
    )
    assert [(person.email, person.organisation) for person in people.participants] == [
        ("a@example.org", "12"),
        ("b@example.org", "1.5"),
        ("c@example.org", "2027-03-01"),
    ]
    assert told(people.findings) == ["5:2 LC952 column=Einwilligung", "6:4 LC950 column=Abgesagt word=…"]


def test_titles_empty_rows_and_columns_make_no_difference() -> None:
    rows: tuple[tuple[Any, ...], ...] = (
        ("Teilnahmeliste",),
        (),
        *ROWS[:2],
        (None, None),
        ("Uli", "V", "uli@example.org"),
    )
    people = read(book(*rows))

    assert [(person.place.line, person.name) for person in people.participants] == [(4, "Ida Beispiel")]
    assert told(people.findings) == ["6:5 LC951 column=Status"]


@pytest.mark.shows("LC791", "LC792")
def test_hidden_rows_are_left_out_and_hidden_sheets_are_not_read_and_both_are_named() -> None:
    made = book(*ROWS[:2], ("Uli", "Vorlage", "uli@example.org", "", "bestätigt"), Alt=ROWS)
    made["Liste"].row_dimensions[3].hidden = True
    made["Alt"].sheet_state = "hidden"
    people = read(made)

    assert [person.email for person in people.participants] == ["ida@example.org"]
    assert told(people.findings) == ["LC792 sheet=Alt", "3:1 LC791"]


@pytest.mark.shows("LC713")
def test_of_several_sheets_the_private_file_says_which_one_counts() -> None:
    made = book(*ROWS, Zahlen=(("Summe",), (2,)), Leer=())

    assert refused(content_of(made)) == ["LC713 sheets=Liste, Zahlen wanted="]
    assert refused(content_of(made), "Tabelle9") == ["LC713 sheets=Liste, Zahlen, Leer wanted=Tabelle9"]
    assert persons(read(made, "liste")) == [IDA]


def test_an_empty_sheet_beside_the_list_is_no_question() -> None:
    assert persons(read(book(*ROWS, Leer=(), Auch=()))) == [IDA]


@pytest.mark.shows("LC715")
def test_the_value_of_a_formula_is_read_and_one_that_is_not_there_is_refused() -> None:
    content = content_of(book(*ROWS[:2], ("Uli", "Vorlage", "uli@example.org", "", '=IF(1=1,"storniert","")')))
    formula = b'<f>IF(1=1,"storniert","")</f>'
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    # openpyxl writes it in one of these ways, with lxml or without
    empty = next(form for form in (b"<v />", b"<v/>", b"<v></v>") if formula + form in sheet)
    calculated = changed(
        content, cell=(formula + empty, formula + b"<v>storniert</v>"), sort=(b'<c r="E3">', b'<c r="E3" t="str">')
    )

    assert refused(content) == ["3:5 LC715"]
    assert told(people_in(calculated, "liste.xlsx", {}).findings) == ["3:5 LC950 column=Status word=storniert"]


@pytest.mark.shows("LC714")
def test_a_workbook_of_more_than_20_000_rows_or_200_columns_or_50_mb_is_refused() -> None:
    wide = book(("E-Mail", *("x" for _ in range(200))))
    long = book(("E-Mail",), *((f"p{number}@example.org",) for number in range(20_000)))
    stream = io.BytesIO(content_of(book(*ROWS)))
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/media/image1.bin", b"\0" * 50_000_000)

    assert refused(content_of(wide)) == ["1:0 LC714 most=200 × 20000"]
    assert refused(content_of(long)) == ["20001:0 LC714 most=200 × 20000"]
    assert refused(stream.getvalue()) == ["LC714 most=50 MB"]


@pytest.mark.shows("LC711", "LC716", "LC717")
def test_what_is_no_xlsx_is_named_in_words() -> None:
    def packed(**parts: bytes) -> bytes:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as made:
            for name, content in parts.items():
                made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
        return stream.getvalue()

    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert refused(old) == ["LC711"]
    assert refused(old + "EncryptedPackage".encode("utf-16-le")) == ["LC716"]
    assert refused(packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet")) == ["LC717 sort=.ods"]
    assert refused(packed(xl__workbook_dot_bin=b"")) == ["LC717 sort=.xlsb"]
    assert refused(packed(word=b"")) == ["LC701"]
    assert refused(content_of(book(*ROWS))[:-200]) == ["LC701"]


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"</sheetData>", b""), (b'r="C2"', b'r="C0"'), (b"<sheetData>", b"<sheetData><row r='x'>"), (b"<row", b"<rwo")],
)
def test_half_a_workbook_is_refused_and_never_a_crash(before: bytes, after: bytes) -> None:
    broken = changed(content_of(book(*ROWS)), part=(before, after))

    assert codes_of(broken) <= {"LC701", "LC702", "LC704"}


def codes_of(content: bytes) -> set[str]:
    """The codes for which a workbook is refused as a whole."""
    try:
        people_in(content, "liste.xlsx", {})
    except LabcampError as problem:
        return {found.code for found in problem.findings}
    return set()


@pytest.mark.shows("LC712")
def test_a_workbook_lies_in_private_instead_of_a_csv_and_not_beside_it(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "private/treff-1.xlsx").write_bytes(content_of(book(*ROWS)))
    (tmp_path / "private/treff-1.yaml").write_text("sheet: Liste\ncolumns: {ignore: [Vorname, Nachname]}\n", "utf-8")
    alone = people_of(tmp_path, "treff-1")
    (tmp_path / "private/treff-1.csv").write_text("E-Mail\nida@example.org\n", "utf-8")

    with pytest.raises(LabcampError) as two:
        people_of(tmp_path, "treff-1")

    assert [(person.name, person.email) for person in alone.participants] == [("", "ida@example.org")]
    assert [found.code for found in two.value.findings] == ["LC712"]
    assert len(people_of(tmp_path, "treff-1", tmp_path / "private/treff-1.xlsx").participants) == 1


# Struck out


@pytest.mark.shows("LC793")
@pytest.mark.parametrize("column", [1, 2, 3, 5])
def test_who_is_struck_out_has_cancelled(column: int) -> None:
    made = book(*ROWS, ("Uli", "Vorlage", "uli@example.org", "Hafen", "bestätigt"))
    made["Liste"].cell(4, column).font = Font(strike=True)
    people = read(made)

    assert persons(people) == [IDA]
    assert people.left_out == (("cancelled", 1), ("struck-out", 1))
    assert people.attendees == people.participants
    assert told(people.findings)[1:] == [f"4:{column} LC793 column={ROWS[0][column - 1]}"]


def test_a_name_of_which_a_part_is_struck_out_is_struck_out() -> None:
    rich = CellRichText("uli@example.org", TextBlock(InlineFont(strike=True), "alt@example.org"))
    content = content_of(book(*ROWS, ("Uli", "Vorlage", rich, None, "bestätigt")))
    people = people_in(content, "liste.xlsx", {})

    assert persons(people) == [IDA]
    assert told(people.findings)[1:] == ["4:3 LC793 column=E-Mail"]


def test_what_is_struck_out_beside_a_person_changes_nothing() -> None:
    made = book((*ROWS[0], "Essen"), (*ROWS[1], "vegan"))
    made["Liste"].cell(2, 4).font = Font(strike=True)
    made["Liste"].cell(2, 6).font = Font(strike=True)
    made["Liste"].cell(2, 3).font = Font(strike=False, bold=True)
    made["Liste"].cell(1, 3).font = Font(strike=True)

    assert (persons(read(made)), read(made).findings) == ([IDA], ())
