"""A browser measures the handout's page, and a judge reads its HTML: of events that are easy to set and hard ones."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from devtools import Page, opened
from in_browser import BROWSER, SCHEMES, browse
from pdf_judge import codes_on, drawn
from sample import REPOSITORY, TODAY, sample, texts
from test_mails import ASKED, inaccessible, invalid, needs

from labcamp.workspace import load

pytestmark = pytest.mark.judge
in_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium here")

# Of each row what stands in its time cell, where it says more than the row has room for
STRUCK = """[...document.querySelectorAll("tbody tr")].filter((row) => {
  const [time, below] = [row.querySelector(".time"), row.getBoundingClientRect().bottom];
  return time && [time, ...time.children].some((part) => part.getBoundingClientRect().bottom > below + 0.5);
}).map((row) => row.innerText)"""
# Of each row with a choice where its cells and the name of its time stand
CHOICES = """[...document.querySelectorAll(".choice")].map((row) => [...row.children]
  .filter((cell) => cell.innerText.trim())
  .map((cell) => { const box = cell.getBoundingClientRect(); return [Math.round(box.left), Math.round(box.top)]; }))"""


@cache
def pages() -> dict[str, str]:
    """The pages of the artificial series, of hard events, of the real ones, and of one without an agenda."""
    real = load(REPOSITORY, TODAY)
    bare = (event.model_copy(update={"agenda": (), "id": f"bare-{event.id}"}) for event in real.events[-3:-2])
    workspaces = (sample(), load(REPOSITORY / "tests/paper", TODAY), real, replace(real, events=tuple(bare)))
    every = {name: text for workspace in workspaces for name, text in texts(workspace, "agenda").items()}
    return {name.split("/")[0]: text for name, text in every.items() if name.endswith(".html")}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of a browser."""
    with opened(tmp_path_factory.mktemp("browser")) as found:
        yield found


def looked_at(page: Page, folder: Path, id_: str, width: int, seen: str) -> Any:
    """What an expression says of the page of an event that is so many pixels wide."""
    (folder / f"{id_}.html").write_text(pages()[id_], "utf-8")
    page.has_size(width, 900)
    page.goes((folder / f"{id_}.html").as_uri())
    return page.says(seen)


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node here")
@needs("html-validate")
def test_the_html_of_every_handout_is_valid(tmp_path: Path, tested: Callable[..., None]) -> None:
    harmed = {"twice": re.sub("<p>(Fragen.*?)</p>", r"<p><p>\1</p></p>", pages()["labcamp-11"])}
    assert harmed["twice"] != pages()["labcamp-11"]
    assert len(pages()) > 15
    assert invalid(pages() | harmed, tmp_path).keys() == harmed.keys()
    tested("agenda", "html", ("html-validate",), {"every": len(pages())})


@in_browser
@needs("axe-core")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_handout_is_accessible(scheme: str, tmp_path: Path, tested: Callable[..., None]) -> None:
    found = inaccessible(pages(), scheme, ASKED[scheme], tmp_path, ())
    assert found["dark"] == [scheme == "dark"]
    assert found["passed"].keys() == pages().keys()
    assert found["wrong"] == {}
    assert found["undecided"] == {}
    if scheme == "light":  # in which all rules were asked
        tested("agenda", "axe", ("axe-core", str(BROWSER)), {"every": len(pages())})


@in_browser
@pytest.mark.parametrize("width", [320, 375, 640, 768])
def test_no_line_goes_through_a_time_or_a_duration(page: Page, tmp_path: Path, width: int) -> None:
    struck = {id_: looked_at(page, tmp_path, id_, width, STRUCK) for id_ in pages()}
    assert {id_: rows for id_, rows in struck.items() if rows} == {}


@in_browser
def test_where_there_is_room_a_choice_is_columns_and_on_a_phone_one_below_the_other(page: Page, tmp_path: Path) -> None:
    wide = looked_at(page, tmp_path, "four-rooms", 1200, CHOICES)
    assert [len({top for _, top in cells}) for cells in wide] == [1] * len(wide)
    lefts = sorted({left for cells in wide for left, _ in cells})
    assert len(lefts) == 5
    assert [after - before for before, after in pairwise(lefts[1:])] == pytest.approx([lefts[2] - lefts[1]] * 3, abs=1)
    for (_, top), *rooms in looked_at(page, tmp_path, "four-rooms", 375, CHOICES):
        assert len({left for left, _ in rooms}) == 1
        assert top <= rooms[0][1] < top + 20
        assert [below > above for (_, above), (_, below) in pairwise(rooms)] == [True] * (len(rooms) - 1)


@in_browser
def test_who_stands_in_a_column_of_its_own_beside_a_narrow_one_for_the_time(page: Page, tmp_path: Path) -> None:
    widths = "[...document.querySelectorAll('thead th')].map((cell) => cell.getBoundingClientRect().width)"
    time, what, who = looked_at(page, tmp_path, "labcamp-11", 1200, widths)
    assert (time, round(who / (time + what + who), 2)) == (88, 0.3)


@in_browser
def test_the_number_ends_where_the_line_above_it_does(page: Page, tmp_path: Path) -> None:
    ends = "['.top', '.number'].map((name) => document.querySelector(name).getBoundingClientRect().right)"
    for id_, free in (("four-rooms", 0.029), ("labcamp-11", 0.102), ("labcamp-10", 0.047)):
        line, number = looked_at(page, tmp_path, id_, 1200, ends)
        assert number - line == pytest.approx((free - 0.04) * 78.4, abs=0.5), id_


@in_browser
def test_in_forced_colours_a_bar_is_still_seen(page: Page, tmp_path: Path) -> None:
    style = "getComputedStyle(document.querySelector('.notice'))"
    seen = f"((style) => [style.borderTopStyle, style.borderTopWidth])({style})"
    page.told("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
    try:
        assert looked_at(page, tmp_path, "labcamp-11", 1200, seen) == ["solid", "1px"]
        assert page.says(f"{style}.borderTopColor") != "rgba(0, 0, 0, 0)"
    finally:
        page.told("Emulation.setEmulatedMedia", features=[])


@in_browser
def test_paragraphs_of_a_text_are_twelve_pixels_apart(page: Page, tmp_path: Path) -> None:
    gaps = """[...document.querySelectorAll(".prose p + p")].map((part) =>
        Math.round(part.getBoundingClientRect().top - part.previousElementSibling.getBoundingClientRect().bottom))"""
    assert set(looked_at(page, tmp_path, "bare-labcamp-barcelona", 1200, gaps)) == {12}


@in_browser
@pytest.mark.parametrize("lower", [0, 70, 90])
def test_the_code_stands_whole_on_one_sheet_and_no_strip_of_it_on_another(lower: int, tmp_path: Path) -> None:
    room = f'<div style="height: {lower}mm"></div>'  # so that the foot of the first sheet is white
    page, pdf = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(pages()["four-rooms"].replace('<div class="after">', f'{room}<div class="after">'), "utf-8")
    browse(tmp_path, f"--print-to-pdf={pdf}", "--no-pdf-header-footer", page.as_uri())
    sheets = drawn(pdf.read_bytes())
    assert (len(sheets), len(codes_on(pdf.read_bytes()))) == (1 if lower < 70 else 2, 1)
    for rows in (sheet.tolist() for sheet in sheets[:-1]):
        foot: Any = rows[1900:]
        assert min(min(row) for row in foot) > 200
