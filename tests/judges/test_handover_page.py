"""The overview of a hand-over is valid HTML, and accessible in light and in dark."""

import shutil
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from devtools import opened
from in_browser import BROWSER, SCHEMES
from pdf_judge import pages_of
from test_browser import hand_overs, printed
from test_mails import ASKED, inaccessible, invalid, needs

pytestmark = pytest.mark.judge


@cache
def pages() -> dict[str, str]:
    """The overviews, by name."""
    return hand_overs()


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node here")
@needs("html-validate")
def test_the_html_of_every_hand_over_is_valid(tmp_path: Path) -> None:
    harmed = {"twice": pages()["full/handover"].replace("<h2", '<h2 id="a"')}
    assert invalid(pages() | harmed, tmp_path).keys() == harmed.keys()


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
@needs("axe-core")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_hand_over_is_accessible(scheme: str, tmp_path: Path) -> None:
    found = inaccessible(pages(), scheme, ASKED[scheme], tmp_path, ())
    assert found["dark"] == [scheme == "dark"]
    assert found["passed"].keys() == pages().keys()
    assert found["wrong"] == {}
    assert found["undecided"] == {}


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
@pytest.mark.parametrize("width", [320, 375, 768, 1200])
def test_a_day_is_one_line_and_a_command_another(width: int, tmp_path: Path) -> None:
    lines = "[...document.querySelectorAll('NAME')].map((part) => Math.round(part.getBoundingClientRect().height / 22))"
    above = """[...document.querySelectorAll('.how-to')].every((part) => part.getBoundingClientRect().top >=
        part.parentElement.querySelector('.title').getBoundingClientRect().bottom)"""
    with opened(tmp_path) as page:
        for name in ("full/handover", "labcamp-11/handover"):
            (tmp_path / "page.html").write_text(pages()[name], "utf-8")
            page.has_size(width, 900)
            page.goes((tmp_path / "page.html").as_uri())
            assert set(page.says(lines.replace("NAME", ".day"))) == {1}
            assert width < 640 or set(page.says(lines.replace("NAME", ".how-to"))) == {1}
            assert page.says(above)
            assert page.says("document.documentElement.scrollWidth") <= width


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
def test_earlier_meetings_begin_a_sheet_so_that_no_row_stands_alone(tmp_path: Path) -> None:
    sheets = pages_of(printed(tmp_path, pages()["labcamp-11/handover"]))
    assert [sheet.startswith("Frühere Treffen in Zahlen") for sheet in sheets].count(True) == 1


@pytest.mark.parametrize("name", ["full/handover", "title/handover"])
def test_headings_begin_with_one_and_leave_out_no_level(name: str) -> None:
    page = pages()[name]
    levels = [int(tag[0]) for tag in page.split("<h")[1:] if tag[0].isdigit()]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - level <= 1 for level, after in pairwise(levels))
