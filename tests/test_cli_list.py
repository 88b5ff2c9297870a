"""The table of all events: at a terminal with signs, in words where a program reads, and for a spreadsheet."""

import csv
import datetime as dt
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from conftest import REPOSITORY, TODAY, Labcamp
from openpyxl import load_workbook
from terminal import COLOURFUL, all_seen

CANCELLED = """\
number: 12
theme: Was nun?
status: cancelled
reason: Zu viele sind krank.
date: 2026-12-10
place: {name: Haus der Ideen, city: Köln}
hosts: stadt-ulm
done: cancellation
"""
CONFIRMED = """\
number: 13
status: confirmed
date: 2026-12-17
place: online
summary: Kurz.
done: [invitation]
"""
BARE = "title: =Bare\n"
READY = """\
title: Sommertreffen
status: draft
date: 2027-07-08/2027-07-09
time: 14:00-17:00
place: online
hosts: stadt-ulm
summary: Kurz.
registration: https://example.org
agenda: [Impuls]
"""
SIGNS = {"●": "32", "◐": "33", "○": "31", "–": "2"}
Look = tuple[str, str, str]
DAY = dt.datetime.fromisoformat("2020-05-26")  # as openpyxl has a day
LOOKS = {"coloured": {"TERM": "xterm"}, "NO_COLOR": {"TERM": "xterm", "NO_COLOR": "1"}, "dumb": {"TERM": "dumb"}}
Golden = Callable[[str, bytes], None]


def made(folder: Path) -> None:
    """The real series, one more to come, a cancelled one, one of which nothing is known, and a list that has to go."""
    (folder / "events/labcamp-12.yaml").write_text(CANCELLED, "utf-8")
    (folder / "events/labcamp-13.yaml").write_text(CONFIRMED, "utf-8")
    (folder / "events/bare.yaml").write_text(BARE, "utf-8")
    (folder / "private").mkdir()
    (folder / "private/labcamp-10.csv").write_text("Name;E-Mail\n", "utf-8")
    for draft in ("out/labcamp-12/cancellation.eml", "out/labcamp-13/invitation.eml"):
        (folder / draft).parent.mkdir(parents=True)
        (folder / draft).touch()


@pytest.fixture
def series(workspace: Path) -> Path:
    """Such a series; it is the current folder."""
    made(workspace)
    return workspace


@pytest.fixture(scope="module")
def screens(tmp_path_factory: pytest.TempPathFactory) -> dict[Look, str]:
    """What `list` shows of it at a terminal, by language, width and look."""
    folder = tmp_path_factory.mktemp("list")
    shutil.copytree(REPOSITORY / "events", folder / "events")
    made(folder)
    shown = [*product(("de", "en"), ("80", "120"), ("colourful",)), *(("en", "80", look) for look in LOOKS)]
    calls = [
        (("list", "--lang", language, "--today", TODAY), {"COLUMNS": width, **(LOOKS | {"colourful": COLOURFUL})[look]})
        for language, width, look in shown
    ]
    return dict(zip(shown, all_seen(calls, folder), strict=True))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("width", ["80", "120"])
def test_at_a_terminal_the_lights_are_signs(
    width: str, language: str, screens: dict[Look, str], golden: Golden
) -> None:
    screen = screens[language, width, "colourful"]
    golden(f"terminal/list-{language}-{width}.txt", screen.encode())
    plain = re.sub(r"\x1b\[[\d;]*m", "", screen)
    assert max(map(len, plain.splitlines())) <= int(width)
    # Each sign has one colour, and each colour one sign: who sees no colours misses nothing.
    found = {(sign, code) for code, sign in re.findall(r"\x1b\[(\d+)m([●◐○–]) *\x1b", screen)}
    assert found | {("●", SIGNS["●"])} == set(SIGNS.items())


def test_who_wants_no_colours_gets_the_same_without(screens: dict[Look, str]) -> None:
    seen = {look: screens["en", "80", look] for look in LOOKS}
    bare = {name: re.sub(r"\x1b\[[\d;]*m", "", screen) for name, screen in seen.items()}
    assert seen["coloured"] != bare["coloured"]
    assert seen["NO_COLOR"] == seen["dumb"] == bare["NO_COLOR"]
    # Behind the last cell of a row colours leave blanks.
    assert [line.rstrip() for line in bare["coloured"].splitlines()] == seen["NO_COLOR"].splitlines()


def test_what_lacks_nothing_is_fine_and_a_long_one_says_until_when(series: Path) -> None:
    (series / "events/sommer.yaml").write_text(READY, "utf-8")
    (screen,) = all_seen([(("list", "--lang", "de", "--today", TODAY), LOOKS["dumb"] | {"COLUMNS": "80"})], series)
    assert (
        "   –  Do 08.07.2027  Sommertreffen (bis 09.07.2027)                      Entwurf\n"
        "      sommer   ● alles in Ordnung\n"
    ) in screen


@pytest.mark.parametrize("language", ["de", "en"])
def test_where_a_program_reads_the_lights_are_words(
    language: str, series: Path, labcamp: Labcamp, golden: Golden
) -> None:
    result = labcamp("list", "--lang", language, "--today", TODAY)
    assert (result.code, result.err) == (0, "")
    assert not set(result.out) & set("●◐○\x1b")
    golden(f"terminal/list-{language}.txt", result.out.encode())


@pytest.mark.parametrize("language", ["de", "en"])
def test_for_a_spreadsheet_it_is_csv_as_excel_opens_it(
    language: str, series: Path, labcamp: Labcamp, golden: Golden
) -> None:
    result = labcamp("list", "--format", "csv", "--lang", language, "--today", TODAY)
    golden(f"terminal/list-{language}.csv", result.out.encode())
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("\ufeff")
    assert result.out.count("\r\n") == result.out.count("\n") == 1 + 11
    rows = list(csv.reader(io.StringIO(result.out.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {14}
    assert rows[-1][:2] == ["bare", "'=Bare"]  # no formula


def test_for_a_text_it_is_markdown(series: Path, labcamp: Labcamp) -> None:
    result = labcamp("list", "--format", "markdown", "--lang", "de", "--today", TODAY)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[:3] == [
        "## LabCamp",
        "",
        "| Treffen | Titel | Datum | Uhrzeit | Ort | Gastgeber | Stand "
        "| angekündigt | Mails | Doku | privat | vollständig | es fehlt | Seite |",
    ]
    assert len(result.out.splitlines()) == 4 + 11


def test_opened_it_is_a_file_in_out(series: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("labcamp.terminal.making.open_file", opened.append)
    result = labcamp("list", "--open", "--today", TODAY)
    assert (result.code, result.out) == (0, "created    out/list.xlsx\n")
    assert opened == [Path("out/list.xlsx")]
    (page,) = load_workbook("out/list.xlsx").worksheets
    head, first, *_, last = page.iter_rows(values_only=True)
    assert (page.title, head[:3], first[2]) == ("LabCamp", ("event", "title", "date"), DAY)
    assert last[:3] == ("bare", "=Bare", None)
    assert labcamp("list", "--format", "xlsx", "--today", TODAY).out.startswith("unchanged  out/list.xlsx\n")
    Path("out/list.xlsx").write_text("mine", "utf-8")
    kept = labcamp("list", "--open", "--today", TODAY)
    assert "LC901 kept-yours" in kept.err
    assert "--force" not in kept.err  # which there is not


def test_what_is_wrong_is_told_beside_the_csv(series: Path, labcamp: Labcamp) -> None:
    (series / "events/labcamp-14.yaml").write_text("number: zwölf\n", "utf-8")
    result = labcamp("list", "--format", "csv", "--today", TODAY)
    assert (result.code, result.out.count("\n")) == (1, 12)
    assert result.err.startswith("events/labcamp-14.yaml:1:9: LC208 ")


@pytest.mark.parametrize(
    ("event", "line"),
    [
        ("10", "announced, partly documented, private data to delete"),
        ("11", "not announced, one mail due"),
        ("13", "not announced, one mail due"),
        ("12", "not announced, the mails that are due are sent"),
    ],
)
def test_show_says_the_same_in_a_sentence(event: str, line: str, series: Path, labcamp: Labcamp) -> None:
    said = labcamp("show", event, "--today", TODAY).out.splitlines()
    assert [text.split(maxsplit=1)[1] for text in said if text.startswith("Status:")] == [line]


def test_the_real_series_is_checked_without_what_makes_mails_and_the_site(
    workspace: Path, environment: dict[str, str]
) -> None:
    code = f"import sys; sys.argv = ['labcamp', 'check', '--today', '{TODAY}']\n"
    code += "from labcamp.__main__ import main\nmain(); print('labcamp.render' in sys.modules, 'jinja2' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert ran.stdout.splitlines()[-1] == "False False"


def test_the_real_series_is_listed_without_the_calendar_of_holidays_and_the_formats_of_others(
    workspace: Path, environment: dict[str, str]
) -> None:
    code = f"import sys; sys.argv = ['labcamp', 'list', '--today', '{TODAY}']\n"
    code += "from labcamp.__main__ import main\nmain(); print({'holidays', 'labcamp.exchange'} & {*sys.modules})"
    ran = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert ran.stdout.splitlines()[-1] == "set()"


def test_what_is_documented_leads_to_its_page_on_the_web_or_in_out(series: Path, labcamp: Labcamp) -> None:
    def pages() -> dict[str, str]:
        table = labcamp("list", "--format", "csv", "--today", TODAY).out.removeprefix("\ufeff")
        rows = list(csv.reader(io.StringIO(table, newline=""), delimiter=";"))
        return {row[0]: row[-1] for row in rows[1:] if row[-1]}

    assert pages() == {}
    (series / "out/site/labcamp-1").mkdir(parents=True)
    (series / "out/site/labcamp-1/index.html").touch()
    assert pages() == {"labcamp-1": "out/site/labcamp-1/index.html"}
    assert "out/site/labcamp-1/index.html" in labcamp("show", "1", "--today", TODAY).out
    file = series / "events/series.yaml"
    file.write_text(file.read_text("utf-8") + "public: https://example.org/t/\n", "utf-8")
    found = pages()
    assert found["labcamp-1"] == "https://example.org/t/labcamp-1/"
    assert {"labcamp-11", "bare"} & set(found) == set()  # drafts have none
    (screen,) = all_seen([(("list", "--lang", "de", "--today", TODAY), LOOKS["dumb"] | {"COLUMNS": "100"})], series)
    assert "● https://example.org/t/labcamp-10/" in screen
    assert "/labcamp-13/" not in screen  # nothing is documented before the event
