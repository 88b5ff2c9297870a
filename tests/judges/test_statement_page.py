"""The draft of the accessibility statement is itself valid HTML, accessible, and nowhere wider than its window."""

import shutil
from functools import cache
from pathlib import Path

import pytest
from devtools import opened
from in_browser import BROWSER, SCHEMES
from test_mails import ASKED, inaccessible, invalid, needs
from test_statement import drafted

pytestmark = pytest.mark.judge


@cache
def pages() -> dict[str, str]:
    """The drafts for laws in both languages, of a series with much to say and of one with little."""
    found = {f"{language}, {law}": drafted(language, law)[0] for language in ("de", "en") for law in ("eu", "de-be")}
    return found | {"little": drafted("de-CH", "ch", full=False)[0]}


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node here")
@needs("html-validate")
def test_the_html_of_every_draft_is_valid(tmp_path: Path) -> None:
    harmed = {"twice": pages()["de, eu"].replace("<h1", '<h1 id="notes"')}
    assert invalid(pages() | harmed, tmp_path).keys() == harmed.keys()


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
@needs("axe-core")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_draft_is_accessible(scheme: str, tmp_path: Path) -> None:
    found = inaccessible(pages(), scheme, ASKED[scheme], tmp_path, ())
    assert found["dark"] == [scheme == "dark"]
    assert found["passed"].keys() == pages().keys()
    assert found["wrong"] == {}
    assert found["undecided"] == {}


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
def test_no_draft_is_wider_than_its_window(tmp_path: Path) -> None:
    with opened(tmp_path) as page:
        for text in pages().values():
            (tmp_path / "page.html").write_text(text, "utf-8")
            page.has_size(320, 900)
            page.goes((tmp_path / "page.html").as_uri())
            assert page.says("document.documentElement.scrollWidth") <= 320
