"""A real browser opens the archive from a disk: what its search finds, offers and says, and how the page looks."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import firefox
import pytest
from devtools import Page, opened
from in_browser import BROWSER, SCHEMES
from sample import REPOSITORY, TODAY, event_of, in_memory
from site_corpus import corpus, files_of, more_queries, queries, sessions, written
from test_mails import PACKAGES, TAGS, invalid, needs

from labcamp.render.site.search import fold
from labcamp.workspace import load

WIDTHS = (320, 375, 1200)
LOADED = "typeof data !== 'undefined' && data"
FAST = 100  # milliseconds: what people take for at once, also on a machine that does other work
# A query as somebody types it; where nothing is found, the query that is offered is followed.
ASKED = """(queries) => queries.map((query) => {
  const typed = (text) => { form.q.value = text; form.q.dispatchEvent(new Event("input", {bubbles: true})); };
  const begin = performance.now();
  typed(query);
  const took = performance.now() - begin, offered = hint.hidden ? "" : better.textContent;
  if (offered) typed(offered);
  const links = [...finds.querySelectorAll(".find a")].map((each) => each.getAttribute("href"));
  const found = links.map((each) => each.match(/[^/]+(?=\\.html)/)[0]);
  return [found, offered, took];
})"""

pytestmark = [pytest.mark.judge, pytest.mark.skipif(BROWSER is None, reason="no Chromium here")]


class Answer(NamedTuple):
    """How good the answer to a query is: parts of one; what was offered instead, and how long it took in ms."""

    query: str
    recall: float
    precision: float
    titles_first: float
    offered: str
    took: float


def answers(page: Page, asked: list[tuple[str, str]]) -> list[Answer]:
    """How good the answers are: right is each session in which one of the stems is."""
    found = page.says(f"({ASKED})({json.dumps([query for query, _ in asked])})")
    return [_answer(*pair, *answer) for pair, answer in zip(asked, found, strict=True)]


def _answer(query: str, stems: str, found: list[str], offered: str, took: float) -> Answer:
    right = {each.id for each in sessions() if each.holds(stems)}
    titles = {each.id for each in sessions() if each.holds(stems, title=True)}
    assert right, query
    hit = len(right & set(found))
    first = len(titles & set(found[: len(titles)]))
    return Answer(query, hit / len(right), hit / (len(found) or 1), first / len(titles) if titles else 1, offered, took)


def mean(values: Iterator[float]) -> float:
    """The mean of some values."""
    known = list(values)
    return sum(known) / len(known)


def at(page: Page, folder: Path, query: str = "?q=") -> None:
    """The page is at the archive of a site, and its texts are there."""
    page.goes(f"{(folder / 'archive.html').as_uri()}{query}")
    page.until(LOADED)


def troubles(page: Page) -> list[dict[str, Any]]:
    """What the browser has complained about by itself."""
    return [told for method, told in page.heard if method in {"Log.entryAdded", "Runtime.exceptionThrown"}]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the corpus, three folders deep."""
    return written(corpus(), tmp_path_factory.mktemp("site") / "drei" / "Ordner tief")


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real series."""
    return written(files_of(load(REPOSITORY, TODAY)), tmp_path_factory.mktemp("series"))


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    """A browser's page of a desk."""
    with opened(tmp_path) as found:
        found.has_size(1200, 900)
        yield found


def test_the_queries_find_what_is_right_with_titles_first_and_at_once(page: Page, folder: Path) -> None:
    at(page, folder)
    found = answers(page, queries())
    assert mean(each.recall for each in found) >= 0.99, found
    assert mean(each.titles_first for each in found) >= 0.95, found
    assert mean(each.precision for each in found) >= 0.95, found
    assert sorted(each.took for each in found)[len(found) // 2] < FAST, found
    assert {each.query: each.offered for each in found if each.offered} == {
        "Barierefreiheit": "Barrierefreiheit",
        "Beteilgung": "Beteiligung",
    }
    assert troubles(page) == []


def test_more_queries_of_each_kind_do_so_too(page: Page, folder: Path) -> None:
    at(page, folder)
    for kind, asked in more_queries().items():
        found = answers(page, asked)
        for what in ("recall", "precision", "titles_first"):
            poor = [each for each in found if getattr(each, what) < 1]
            least = {"recall": 0.99, "precision": 0.98, "titles_first": 0.99}[what]
            assert mean(getattr(each, what) for each in found) >= least, (kind, what, poor)


def test_the_program_folds_as_we_do(page: Page, folder: Path) -> None:
    at(page, folder)
    letters = [chr(code) for code in range(0xC0, 0x250) if chr(code).isalpha()]
    words = [*letters, "Bürger", "Buerger", "STRASSE", "Maße", "aeoeue", "Partner:innen", "Łódź", "İstanbul", "ﬁnden"]
    words += [unicodedata.normalize("NFD", word) for word in words]
    assert page.says(f"{json.dumps(words)}.map(fold)") == [fold(word) for word in words]


def test_short_words_are_found_only_where_a_word_begins(page: Page, folder: Path) -> None:
    at(page, folder)
    page.says("form.q.value = 'Rat'; show()")
    marks = set(page.says("[...finds.querySelectorAll('mark')].map((each) => each.parentNode.textContent)"))
    assert marks
    assert not any("berat" in text.lower() and "rat" not in text.lower().replace("berat", "") for text in marks)


def test_whatever_is_typed_breaks_nothing(page: Page, folder: Path) -> None:
    at(page, folder)
    for query in ("", "   ", "…", "&", "und", "der die das", "a", "'", '"', "\\", "[", "(.*", "constructor", ""):
        page.says(f"form.q.value = {json.dumps(query)}; show()")
        assert page.says("list.hidden") == bool(query.strip()), query
    assert troubles(page) == []


def test_a_search_can_be_sent_and_narrowed_and_widened_again(page: Page, series: Path) -> None:
    at(page, series, "?q=Labore&organisation-citylab-berlin=1&country-DE=1")
    assert page.says("status.textContent") == "5 Stellen aus 5 Treffen und Papieren"
    chips_ = "[...chips.children].map((each) => each.textContent)"
    assert page.says(chips_) == ["CityLAB Berlin weglassen", "Deutschland weglassen"]
    page.says("boxes.find((each) => each.name === 'event-labcamp-3').click()")
    page.until("location.search === '?q=Labore&event-labcamp-3=1&organisation-citylab-berlin=1&country-DE=1'")
    assert page.says("status.textContent") == "1 Stelle aus einer Quelle"
    page.says("chips.children[1].click()")
    page.until(f"{LOADED} && location.search === '?q=Labore&event-labcamp-3=1&country-DE=1'")
    assert page.says(chips_) == ["#3 weglassen", "Deutschland weglassen"]
    assert troubles(page) == []


def test_boxes_say_what_they_would_leave_and_hide_where_that_is_nothing(page: Page, series: Path) -> None:
    at(page, series, "?q=Verwaltungswissenschaften")
    shown = "boxes.filter((each) => !each.parentNode.hidden).map((each) => each.parentNode.innerText.split(/\\s*\\n/))"
    seen = {" ".join(label) for label in page.says(shown)}
    assert {"#3 1", "Deutschland 1"} <= seen
    assert not any(label.startswith(("#5", "Österreich")) for label in seen)


def test_nothing_found_offers_the_nearest_word_with_what_it_brings(page: Page, series: Path) -> None:
    at(page, series, "?q=Verwaltng")
    said = page.says("[status.textContent, hint.innerText.split(/\\n+/), better.firstChild.search]")
    assert said == [
        "Nichts gefunden zu „Verwaltng“.",
        ["Meintet ihr Verwaltung?", page.says("brings.textContent")],
        "?q=Verwaltung",
    ]
    brings = page.says("brings.textContent")
    page.says("better.firstChild.click()")
    page.until(f"{LOADED} && location.search === '?q=Verwaltung'")
    assert page.says("status.textContent") == brings
    at(page, series, "?q=Xylophonquartett")
    assert page.says("[none.hidden, hint.hidden]") == [False, True]
    at(page, series, "?q=Atlas+Innovaton")
    assert page.says("better.textContent") == "Atlas Innovation"
    assert troubles(page) == []


def test_a_find_shows_where_it_is_and_marks_only_that(page: Page, series: Path) -> None:
    at(page, series, "?q=verwaltungen")
    first = "[...finds.firstChild.querySelectorAll('mark, small')].map((each) => each.textContent)"
    assert page.says(first) == ["Verwaltung", "Verwaltung", "aus „Worum es ging“"]
    assert page.says("finds.firstChild.querySelector('.which').textContent") == "#5"


def test_the_texts_are_loaded_when_somebody_turns_to_the_field(page: Page, series: Path) -> None:
    page.goes((series / "archive.html").as_uri())
    assert page.says("[data === undefined, list.hidden, form.hidden]") == [True, False, False]
    page.says("form.q.focus()")
    page.until(LOADED)
    assert page.says("[list.hidden, status.textContent !== '']") == [False, True]


def test_titles_that_look_like_code_stay_text(page: Page, tmp_path: Path) -> None:
    title = "<img src=x onerror='document.title=1'> & </script>"
    event = event_of(json.dumps({"title": "T", "status": "confirmed", "agenda": [{"title": title, "teaser": title}]}))
    at(page, written(files_of(in_memory(tmp_path, [event])), tmp_path / "site"), "?q=onerror")
    assert page.says("[finds.querySelector('.find a').textContent, finds.querySelectorAll('img').length]") == [title, 0]
    assert page.says("finds.querySelector('mark').textContent") == "onerror"
    assert "1" not in page.says("document.title")


@pytest.mark.skipif(firefox.FIREFOX is None, reason="no Firefox here")
def test_it_searches_in_firefox_from_a_disk_too(folder: Path, tmp_path: Path) -> None:
    with firefox.opened(tmp_path) as browser:
        browser.goes(f"{(folder / 'archive.html').as_uri()}?q=Buergerbeteiligung")
        browser.until("document.querySelector('.status').textContent")
        said = [browser.says("document.querySelector('.status').textContent")]
        browser.says("(document.querySelector('#q').value = 'Klima', dispatchEvent(new Event('input')))")
        browser.until("location.search === '?q=Klima'")
        said.append(browser.says("document.querySelector('.status').textContent"))
        assert said == ["8 Stellen in 7 Treffen", "7 Stellen in 6 Treffen"]
        assert browser.heard() == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("query", ["", "?q=Verwaltung&country-DE=1", "?q=Verwaltng"])
@needs("axe-core")
def test_the_archive_is_accessible_and_nothing_sticks_out(
    series: Path, tmp_path: Path, scheme: str, query: str
) -> None:
    axe = (PACKAGES / "axe-core/axe.min.js").read_text("utf-8")
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "resultTypes": ["violations", "incomplete"],
        "preload": False,
    }
    with opened(tmp_path, scheme) as page:
        for width in WIDTHS:
            page.has_size(width, 900)
            page.goes(f"{(series / 'archive.html').as_uri()}{query}")
            if query:
                page.until(LOADED)
            assert page.says("document.documentElement.scrollWidth") <= width
            assert page.says("innerWidth") == width
            page.says(axe)
            found = page.says(f"axe.run(document, {json.dumps(options)})")
            wrong = [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]]
            undecided = [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["incomplete"]]
            assert (wrong, undecided) == ([], []), width
        assert page.says("filters.open") == (page.says("innerWidth") > 832)
        assert troubles(page) == []


@needs("html-validate")
def test_the_html_of_the_archive_is_valid(tmp_path: Path) -> None:
    pages = {
        "series": files_of(load(REPOSITORY, TODAY))["archive.html"].decode(),
        "corpus": corpus()["archive.html"].decode(),
    }
    assert invalid(pages, tmp_path) == {}
