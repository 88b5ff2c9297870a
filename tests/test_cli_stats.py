"""What `stats` says of the series: as tables, as CSV and as Markdown."""

import csv
import io
import shutil
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from conftest import REPOSITORY, TODAY, Labcamp
from openpyxl import load_workbook
from terminal import COLOURFUL, all_seen

from labcamp.commands.stats import TABLES, StatsTable

Look = tuple[str, str, str]
LOOKS: list[Look] = list(product(("de", "en"), ("80", "120"), ("", "plain")))
PLAIN = {"NO_COLOR": "1"}
Golden = Callable[[str, bytes], None]
INPUTS_2024 = "\ufeffOrganisation;Beiträge\r\nNExT e.V.;1\r\nstadtLABOR Soest;1\r\n"
EVENTS = """\
\ufeffJahr;stattgefunden;abgesagt;noch offen;nur Entwurf;Beiträge\r
2020;2;0;0;0;6\r
2021;3;0;0;0;7\r
2022;1;0;0;0;0\r
2024;1;0;0;0;2\r
2027;0;0;1;0;0\r
"""
HINT = "Wie viele da waren, fehlt bei: #10. Tragt es dort ein: attendance: {people: 35, labs: 20}\n"


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[Look, str]:
    """What `stats` shows at a terminal of each look."""
    folder = tmp_path_factory.mktemp("stats")
    shutil.copytree(REPOSITORY / "events", folder / "events")
    calls = [
        (("stats", "--lang", language, "--today", TODAY), {**COLOURFUL, "COLUMNS": width, **more})
        for language, width, more in ((language, width, PLAIN if plain else {}) for language, width, plain in LOOKS)
    ]
    return dict(zip(LOOKS, all_seen(calls, folder), strict=True))


@pytest.mark.parametrize("look", LOOKS)
def test_at_a_terminal_the_tables_stand_below_each_other(look: Look, screens: dict[Look, str], golden: Golden) -> None:
    golden(f"terminal/stats-{'-'.join(filter(None, look))}.txt", screens[look].encode())
    assert ("\x1b[" in screens[look]) is (look[-1] == "")


@pytest.mark.parametrize("language", ["de", "en"])
def test_all_of_it_is_one_table_for_a_spreadsheet(
    language: str, workspace: Path, labcamp: Labcamp, golden: Golden
) -> None:
    result = labcamp("stats", "--format", "csv", "--lang", language, "--today", TODAY)
    golden(f"terminal/stats-{language}.csv", result.out.encode())
    rows = list(csv.reader(io.StringIO(result.out.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert result.code == 0
    assert {len(row) for row in rows} == {4}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [(["--table", "events"], EVENTS), (["--table", "inputs", "--year", "2024"], INPUTS_2024)],
)
def test_one_of_the_tables_has_its_own_columns(
    arguments: list[str], expected: str, workspace: Path, labcamp: Labcamp
) -> None:
    result = labcamp("stats", "--format", "csv", *arguments, "--lang", "de", "--today", TODAY)
    assert (result.code, result.out) == (0, expected)


def test_for_a_report_it_is_markdown(workspace: Path, labcamp: Labcamp, golden: Golden) -> None:
    result = labcamp("stats", "--format", "markdown", "--year", "2024", "--lang", "de", "--today", TODAY)
    golden("terminal/stats-de.md", result.out.encode())
    assert (result.code, result.err) == (0, HINT)


def test_opened_it_is_a_file_in_out(workspace: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("labcamp.terminal.making.open_file", opened.append)
    result = labcamp("stats", "--table", "inputs", "--year", "2024", "--open", "--lang", "de", "--today", TODAY)
    assert (result.code, result.out, result.err) == (0, "angelegt     out/stats.xlsx\n", HINT)
    assert opened == [Path("out/stats.xlsx")]
    (page,) = load_workbook("out/stats.xlsx").worksheets
    rows = [("Organisation", "Beiträge"), ("NExT e.V.", 1), ("stadtLABOR Soest", 1)]
    assert list(page.iter_rows(values_only=True)) == rows


def test_as_a_workbook_each_table_has_a_sheet_of_its_own_and_figures_are_numbers(
    workspace: Path, labcamp: Labcamp
) -> None:
    event = workspace / "events/labcamp-10.yaml"
    event.write_text(event.read_text("utf-8") + "attendance: {people: 33}\n", "utf-8")
    result = labcamp("stats", "--format", "xlsx", "--lang", "de", "--today", TODAY)
    assert (result.code, result.out.splitlines()[0]) == (0, "angelegt     out/stats.xlsx")
    book = load_workbook("out/stats.xlsx")
    assert len(book.sheetnames) == len(TABLES)
    people = next(book["Teilnahme"].iter_rows(min_row=2, values_only=True))
    assert people[:3] == ("Personen", 93, 46.5)


def test_with_a_folder_it_is_a_file_there_and_nothing_is_opened(
    workspace: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labcamp.terminal.making.open_file", lambda _: pytest.fail("it was opened"))
    arguments = ("--table", "inputs", "--year", "2024", "--out", "berichte", "--lang", "de", "--today", TODAY)
    result = labcamp("stats", *arguments)
    assert (result.code, result.out) == (
        0,
        "angelegt     berichte/stats.xlsx\nZum Ansehen: berichte/stats.xlsx\n",
    )
    assert labcamp("stats", "--format", "csv", *arguments).out.startswith("angelegt     berichte/stats.csv\n")
    assert Path("berichte/stats.csv").read_bytes() == INPUTS_2024.encode()
    assert labcamp("stats", "--format", "markdown", *arguments).out.startswith("angelegt     berichte/stats.md\n")


def test_every_table_can_be_asked_for() -> None:
    assert [table.value for table in StatsTable] == list(TABLES)


def test_the_last_line_says_where_a_number_is_missing_and_else_what_to_do_with_it(
    workspace: Path, labcamp: Labcamp
) -> None:
    event = workspace / "events/labcamp-10.yaml"
    last = labcamp("stats", "--year", "2024", "--lang", "de", "--today", TODAY).out.splitlines()[-1]
    assert f"{last}\n" == HINT
    event.write_text(event.read_text("utf-8") + "attendance: {people: 33}\n", "utf-8")
    last = labcamp("stats", "--year", "2024", "--today", TODAY).out.splitlines()[-1]
    assert last == "For a report: labcamp stats --format markdown; for Excel: labcamp stats --open"


def test_of_many_events_without_a_number_a_few_are_named_and_how_many_there_are(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/series.yaml").write_text("id: alt\ntitle: Alt\ndomain: example.org\n", "utf-8")
    for number in range(1, 31):
        text = f"number: {number}\nstatus: confirmed\ndate: 2020-01-{number:02}\n"
        (tmp_path / f"events/alt-{number}.yaml").write_text(text, "utf-8")
    calls = [(("stats", *more, "--lang", "en"), {"COLUMNS": "100"}) for more in ((), ("--table", "uncounted"))]
    screens = all_seen(calls, tmp_path)
    short, whole = (screen.splitlines() for screen in screens)
    assert "How many came is missing in: #1, #2, #3, #4, #5, … (30). Add it there: attendance: {people: 35," in short
    assert "… 6 more: labcamp stats --table uncounted" in short
    assert [sum(line.startswith("Alt #") for line in lines) for lines in (short, whole)] == [24, 30]


def test_half_a_person_is_written_as_the_language_does(workspace: Path, labcamp: Labcamp) -> None:
    event = workspace / "events/labcamp-10.yaml"
    event.write_text(event.read_text("utf-8") + "attendance: {people: 33}\n", "utf-8")
    for language, median in (("de", "46,5"), ("en", "46.5")):
        out = labcamp("stats", "--table", "participants", "--lang", language, "--today", TODAY).out
        assert out.splitlines()[5].split()[1:3] == ["93", median]


@pytest.mark.shows("LC040")
def test_a_year_without_an_event_is_told_with_the_years_that_there_are(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("stats", "--year", "2019", "--today", TODAY) == (
        2,
        "",
        "--year: LC040 year-without-event: there is no event in the year 2019\n"
        "    hint: there are some in these years: 2020, 2021, 2022, 2024, 2027\n"
        "1 error\n",
    )


def test_without_any_event_there_is_nothing_to_count(workspace: Path, labcamp: Labcamp) -> None:
    for path in (workspace / "events").glob("**/labcamp-*"):
        path.unlink()
    result = labcamp("stats", "--today", TODAY)
    assert (result.code, result.out.splitlines()[0], result.out.count("\nnothing\n")) == (
        0,
        "LabCamp in figures: what has been held. Events: 0, contributions: 0.",
        8,
    )
    assert labcamp("stats", "--year", "2020", "--today", TODAY).err.splitlines()[1] == (
        "    hint: `labcamp list` shows what there is"
    )


def test_with_something_wrong_in_a_file_nothing_is_counted(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/labcamp-10.yaml").write_text("number: zwölf\n", "utf-8")
    result = labcamp("stats", "--today", TODAY)
    assert (result.code, result.out, result.err.split(": ")[1]) == (1, "", "LC208 not-a-number")


def test_nobody_who_gave_an_input_is_named(workspace: Path, labcamp: Labcamp) -> None:
    told = labcamp("stats", "--lang", "de", "--today", TODAY).out
    assert "Politics for Tomorrow" in told
    assert [name for name in ("Paulick", "Seibel", "Riedel", "Söllner", "Zern") if name in told] == []
