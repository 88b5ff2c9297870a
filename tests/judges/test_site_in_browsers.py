"""Two browsers open the site from a disk, three folders deep; its HTML, colours, widths and print are judged."""

import json
import shutil
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import firefox
import pytest
from conftest import one_in
from devtools import Page, opened
from in_browser import BROWSER
from made_site import LAST, NEXT, SPECIAL, VARIANTS, put_down
from pdf_judge import boxes_on, letters, pages_of
from test_mails import PACKAGES, invalid, needs
from test_preview_in_browser import axe
from test_site_whole import files, pages

pytestmark = pytest.mark.judge
in_chromium = pytest.mark.skipif(BROWSER is None, reason="no Chromium here")
in_firefox = pytest.mark.skipif(firefox.FIREFOX is None, reason="no Firefox here")

# Rules that do not fit
NOT_FOR_PAGES = {"long-title": "a title is as long as people made it; search engines cut it, and nothing is lost"}
BOTH = ("whole", "real")
A4 = (210.0, 297.0)  # mm
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What cannot be told of a single sign: axe does not judge the contrast of the number of a day
SHORT = "shortTextContent"
AXE = """axe.run(document, OPTIONS).then((found) => [...found.violations, ...found.incomplete].flatMap((rule) =>
  rule.nodes.map((node) => [rule.id, node.html.slice(0, 120), node.any[0]?.data?.messageKey ?? ""])))"""
# What stands beyond the right edge, and is not meant to be pushed aside there
WIDE = """(() => {
  const edge = document.documentElement.clientWidth;
  const beyond = [...document.querySelectorAll("main *, header *, footer *")]
    .filter((part) => part.getBoundingClientRect().right > edge + 1 && part.getBoundingClientRect().width > 1);
  return document.documentElement.scrollWidth > edge || beyond.length
    ? [document.documentElement.scrollWidth, ...beyond.slice(0, 3).map((part) => part.outerHTML.slice(0, 120))] : null;
})()"""
# What can be clicked and is smaller than 24 px, apart from links in running text (WCAG 2.2, 2.5.8)
SMALL = """[...document.querySelectorAll("nav a, button, summary, label, footer a, .ways a")]
  .map((part) => [part.getBoundingClientRect(), part.outerHTML.slice(0, 120)])
  .filter(([box]) => box.width > 1 && box.height > 1 && box.height < 23.5).map(([box, html]) => [box.height, html])"""
SHIFT = """new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((each) => sum += each.value))
    .observe({type: "layout-shift", buffered: true});
  document.fonts.ready.then(() => setTimeout(() => done(sum), 400));
})"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site of each series, three folders below it."""
    root = tmp_path_factory.mktemp("sites")
    for name in (*BOTH, *VARIANTS):
        put_down(files(name), root / name)
    return root


def disk(folder: Path, name: str) -> Path:
    """Where the site of a series lies."""
    return folder / name / "eins/zwei und mehr/drei"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of a Chromium, one for all."""
    with opened(tmp_path_factory.mktemp("browser")) as found:
        found.has_size(1200, 900)
        yield found


def on_disk(name: str) -> tuple[str, ...]:
    """The pages that work from a disk: all but the one that a server shows for what it has not, wherever that was."""
    return tuple(address for address in pages(name) if address != "404.html")


@cache
def sampled(name: str) -> tuple[str, ...]:
    """Pages of all sorts and extremes: all but sessions, people and organisations that are like others.

    Of the made-up series the page of each event that is special, the longest and shortest titles, one in 240 others.
    """
    if name == "real":
        sessions = [a for a in on_disk(name) if a.startswith("labcamp-") and not a.endswith("/index.html")]
        return tuple(a for a in on_disk(name) if a not in sessions or a in sessions[::4])
    if name != "whole":
        return tuple(a for a in on_disk(name) if "punkt" not in a or a.endswith("8/punkt-1.html"))[:3]
    chosen: list[str] = []
    others: list[str] = []
    for address in on_disk(name):
        head, _, rest = address.partition("/")
        number = int(head.rpartition("-")[2]) if head.startswith("treff-") else 0
        special = number in SPECIAL and rest == "index.html"
        (
            chosen
            if not rest
            or head == "topics"
            or special
            or number == 15
            or address in {f"{LAST}/punkt-1.html", f"{NEXT}/punkt-1.html"}
            else others
        ).append(address)
    return (*chosen, *others[::240])


def complaints(page: Page, root: Path) -> list[str]:
    """What a Chromium has complained about since the last time, and what it has asked of anything but the site."""
    wrong: list[str] = []
    for method, told in page.heard:
        if method in {"Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"}:
            wrong.append(json.dumps(told)[:400])
        if method == "Network.requestWillBeSent" and not told["request"]["url"].startswith(root.as_uri()):
            wrong.append(told["request"]["url"])
    page.heard.clear()
    return wrong


# From a disk


@in_chromium
@pytest.mark.parametrize("name", BOTH)
def test_from_a_disk_chromium_complains_of_no_page_and_asks_for_nothing_else(
    page: Page, folder: Path, name: str
) -> None:
    root, wrong = disk(folder, name), {}
    page.goes("about:blank")  # what the page before is still waiting for is none of ours
    page.heard.clear()
    for address in dict.fromkeys((*sampled(name), *on_disk(name)[::12])):
        page.goes((root / address).as_uri())
        if found := complaints(page, root):
            wrong[address] = found
    assert wrong == {}


@in_firefox
@pytest.mark.parametrize("name", BOTH)
def test_from_a_disk_firefox_complains_of_no_page_and_asks_for_nothing_else(
    folder: Path, name: str, tmp_path: Path
) -> None:
    root, wrong = disk(folder, name), {}
    with firefox.opened(tmp_path) as page:
        for address in one_in(2, sampled(name)):
            page.goes((root / address).as_uri())
            if found := page.heard():
                wrong[address] = found
    assert wrong == {}


def searches(page: Page | firefox.Firefox, root: Path) -> None:
    """Somebody opens the archive from a disk and types a word."""
    page.goes((root / "archive.html").as_uri())
    page.until("!document.getElementById('search').hidden")
    page.says("document.getElementById('q').focus()")
    page.says("document.getElementById('q').value = 'Buergerbeteiligung'")
    page.says("document.getElementById('q').dispatchEvent(new Event('input', {bubbles: true}))")
    page.until("document.querySelector('main mark')")
    assert "Bürgerbeteiligung" in page.says("document.querySelector('main').innerText")
    assert page.says("document.querySelector('[role=status]').innerText").strip()


@in_chromium
def test_the_search_answers_from_a_disk_in_chromium(page: Page, folder: Path) -> None:
    page.goes("about:blank")
    page.heard.clear()
    searches(page, disk(folder, "whole"))
    assert complaints(page, disk(folder, "whole")) == []


@in_firefox
def test_the_search_answers_from_a_disk_in_firefox(folder: Path, tmp_path: Path) -> None:
    with firefox.opened(tmp_path) as page:
        searches(page, disk(folder, "whole"))
        assert page.heard() == []


@in_firefox
def test_what_firefox_complains_of_is_noticed(tmp_path: Path) -> None:
    """The judge itself is tried: one that hears nothing proves nothing."""
    policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src http:\">"
    head = "<!DOCTYPE html><html lang='en'><meta charset='utf-8'><title>x</title>"
    (tmp_path / "a.html").write_text(f"{head}{policy}<p style='color: red'>a<script>alert(1)</script>", "utf-8")
    (tmp_path / "b.html").write_text(f"{head}{policy}<img src='http://127.0.0.1:45671/b.png' alt=''>", "utf-8")
    with firefox.opened(tmp_path) as page:
        heard = []
        for name in ("a", "b"):
            page.goes((tmp_path / f"{name}.html").as_uri())
            heard.append(page.heard())
    assert [len(each) for each in heard] == [2, 1]
    assert heard[1] == ["http://127.0.0.1:45671/b.png"]


# Validity and access


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node here")
@needs("html-validate")
@pytest.mark.parametrize("name", [*BOTH, *one_in(3, tuple(VARIANTS))])
def test_the_html_of_every_page_is_valid(name: str, tmp_path: Path, tested: Callable[..., None]) -> None:
    found = {address: content.decode() for address, content in files(name).items() if address.endswith(".html")}
    harmed = {"twice": found["index.html"].replace("<h1", '<h1 id="main"', 1)}
    wrong = {
        a: [each for each in told if each[0] not in NOT_FOR_PAGES]
        for a, told in invalid(found | harmed, tmp_path).items()
    }
    assert {address for address, told in wrong.items() if told} == harmed.keys(), wrong
    tested("site", "html", ("html-validate",), {name: len(found)})


def seen_in(page: Page, scheme: str, width: int, dots: int = 1) -> None:
    """The page is seen in a scheme and a window of so many pixels, without movement, which would be between colours."""
    wanted = {"prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce"}
    page.told("Emulation.setEmulatedMedia", features=[{"name": name, "value": each} for name, each in wanted.items()])
    page.told("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=dots, mobile=False)


def inaccessible(page: Page, only: Any) -> list[list[str]]:
    """What axe finds on the page that is open: rule, part, why it cannot be decided."""
    options = json.dumps({"runOnly": only, "resultTypes": ["violations", "incomplete"]})
    return [found for found in page.says(AXE.replace("OPTIONS", options)) if found[2] != SHORT]


def wrong_on(page: Page, address: str, *, colours: bool = True) -> Iterator[tuple[str, Any]]:
    """What is wrong with a page, in which window and scheme: 200 % of 1200 px is a window of 600 px.

    Its colours in a narrow window and in the dark are those of all pages, and need not be looked at on each.
    """
    seen_in(page, "light", 1200)
    page.goes(address)
    page.says(axe())
    yield "1200", inaccessible(page, {"type": "tag", "values": TAGS})
    for width, dots in ((1200, 1), (600, 2), (375, 1), (320, 1)):
        seen_in(page, "light", width, dots)
        yield f"wide at {width}", page.says(WIDE)
        yield f"small at {width}", page.says(SMALL)
    if not colours:
        return
    yield "320", inaccessible(page, {"type": "rule", "values": ["color-contrast", "target-size", "region"]})
    seen_in(page, "dark", 1200)
    yield "dark", inaccessible(page, {"type": "rule", "values": ["color-contrast"]})


@in_chromium
@pytest.mark.skipif(not (PACKAGES / "axe-core").is_dir(), reason="no axe-core here: npm install --prefix tests/judges")
@pytest.mark.parametrize("name", [*BOTH, "yellow", "unpublished", "english", "looked-at", "past"])
def test_pages_are_accessible_and_nothing_is_beyond_the_edge(
    page: Page, folder: Path, name: str, tested: Callable[..., None]
) -> None:
    found = {}
    for number, address in enumerate(one_in(2, sampled(name))):
        told = wrong_on(page, (disk(folder, name) / address).as_uri(), colours=number % 3 == 0)
        found[address] = {where: wrong for where, wrong in told if wrong}
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
    tested("site", "axe", ("axe-core", str(BROWSER)), {name: len(found)})


@in_chromium
@pytest.mark.parametrize("name", BOTH)
def test_with_letters_twice_as_large_nothing_is_beyond_the_edge(page: Page, folder: Path, name: str) -> None:
    wrong = {}
    page.has_size(1200, 900)
    for address in sampled(name)[::2]:
        page.goes((disk(folder, name) / address).as_uri())
        page.says("document.documentElement.style.fontSize = '200%'")
        if found := page.says(WIDE):
            wrong[address] = found
    assert wrong == {}


# How it comes over a slow line


class Slow(SimpleHTTPRequestHandler):
    """A server that is slow with fonts, and shows `404.html` for what it has not, as servers for pages do."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """What was asked for, after a while."""
        self.asked.append(self.path)
        if self.path.endswith(".woff2"):
            time.sleep(0.3)
        super().do_GET()

    def send_error(self, code: int, *_: Any, **__: Any) -> None:
        """The page that says that there is nothing."""
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Nothing: pytest shows what is wrong."""


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[str]:
    """Where the site of the made-up series is, over HTTP."""
    directory = str(disk(folder, "whole"))
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Slow, directory=directory)) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()
        thread.join()


@in_chromium
@pytest.mark.parametrize("width", [375, 1200])
def test_the_home_page_asks_for_little_and_nothing_moves_when_fonts_come(server: str, page: Page, width: int) -> None:
    Slow.asked.clear()
    page.has_size(width, 900)
    page.told("Network.setCacheDisabled", cacheDisabled=True)
    page.goes(server)
    moved = page.says(SHIFT)
    page.told("Network.setCacheDisabled", cacheDisabled=False)
    assert len([path for path in Slow.asked if not path.endswith((".woff2", "favicon.ico"))]) <= 4
    assert moved < 0.01


@in_chromium
@needs("axe-core")
def test_what_is_not_there_has_a_page_with_a_look_wherever_it_was_looked_for(server: str, page: Page) -> None:
    assert {what: wrong for what, wrong in wrong_on(page, f"{server}nirgends/tief/was.html") if wrong} == {}
    page.says("document.querySelector('header a').click()")
    page.until(f"location.href === '{server}index.html'")


# On paper


@in_chromium
@pytest.mark.parametrize(
    ("name", "address", "most"),
    [
        ("real", "index.html", 3),
        ("real", "labcamp-10/index.html", 3),
        ("real", "labcamp-3/index.html", 3),
        ("real", "papers/beispielpapier.html", 4),
        ("whole", f"{NEXT}/index.html", 4),
        ("whole", "treff-8/index.html", 5),
        ("whole", "treff-9/index.html", 5),
        ("whole", "treff-15/index.html", 5),
        ("whole", "treff-15/punkt-1.html", 2),
    ],
)
def test_on_paper_nothing_is_cut_and_sheets_are_few(
    page: Page, folder: Path, name: str, address: str, most: int
) -> None:
    page.has_size(1200, 900)
    page.goes((disk(folder, name) / address).as_uri())
    options = {"preferCSSPageSize": True, "paperWidth": A4[0] / 25.4, "paperHeight": A4[1] / 25.4}
    pdf = b64decode(page.told("Page.printToPDF", **options)["data"])
    heading = page.says("document.querySelector('h1').textContent")
    sheets = pages_of(pdf)
    assert 1 <= len(sheets) <= most
    assert letters(heading).lower() in letters("".join(sheets)).lower()
    edges = [box for sheet in boxes_on(pdf) for box in sheet if box.left < 5 or box.right > A4[0] - 5]
    assert edges == []
