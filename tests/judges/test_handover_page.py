"""The overview of a hand-over is valid HTML, and accessible in light and in dark."""

import shutil
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from in_browser import BROWSER, SCHEMES
from test_browser import hand_overs
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


@pytest.mark.parametrize("name", ["full/handover", "title/handover"])
def test_headings_begin_with_one_and_leave_out_no_level(name: str) -> None:
    page = pages()[name]
    levels = [int(tag[0]) for tag in page.split("<h")[1:] if tag[0].isdigit()]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - level <= 1 for level, after in pairwise(levels))
