"""A real browser looks at the preview while files change: what it shows, and what it lets nobody else have."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from devtools import Page, opened
from in_browser import BROWSER, SCHEMES
from sample import TODAY
from test_mails import invalid, needs

from labcamp.preview import listening_at, served
from labcamp.preview.serving import live_of
from labcamp.preview.view import Setting

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
NEWSLETTER = "labcamp-11/newsletter"
SITE = ("labcamp-11/site", "-/site")
EVENT = Path("events/labcamp-11.yaml")
DARK, LIGHT = "rgb(13, 20, 31)", "rgb(238, 241, 245)"  # the grounds of mails, in labcamp.render.pictures
# Which rules a page breaks, and how many it keeps
IN_SHORT = "(found) => [found.violations.map((each) => each.id), found.passes.length]"
# What a frame shows first, once it is there
MAIL = "document.querySelector('.strip.light iframe').contentDocument?.body?.innerText ?? ''"

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium here"),
]


@contextmanager
def running(setting: Setting) -> Iterator[str]:
    """Where a preview is, as long as it is there."""
    live = live_of(setting)
    listening = listening_at([0])
    thread = threading.Thread(target=served, args=(live, listening))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        live.ended = True
        thread.join()


@pytest.fixture
def address(workspace: Path) -> Iterator[str]:
    """Where a preview of the real series is."""
    with running(Setting(Path(), TODAY, "de")) as found:
        yield found


@pytest.fixture
def page(tmp_path: Path, address: str) -> Iterator[Page]:
    """A browser's page, wide enough for two frames."""
    with opened(tmp_path) as found:
        found.has_size(1280, 900)
        yield found


def troubles(page: Page) -> list[dict[str, Any]]:
    """What the browser has complained about by itself."""
    return [told for method, told in page.heard if method in {"Log.entryAdded", "Runtime.exceptionThrown"}]


def saved(before: str, after: str) -> None:
    """The event file is saved with other words."""
    text = EVENT.read_text("utf-8")
    assert before in text
    EVENT.write_text(text.replace(before, after), "utf-8")


def test_a_saved_change_is_on_the_page_and_nothing_else_moves(page: Page, address: str) -> None:
    page.goes(f"{address}{NEWSLETTER}")
    page.until(f"{MAIL}.includes('Was wird aus einem Innovationslabor')")
    page.until("document.querySelector('#drafts .about')")
    page.says("window.same = true; document.getElementById('advice').open = false; scrollTo(0, 700)")
    page.says("document.getElementById('to-newsletter').focus({preventScroll: true})")

    saved("Was wird aus einem Innovationslabor", "Was bleibt von einem Innovationslabor")
    page.until(f"{MAIL}.includes('Was bleibt von einem Innovationslabor')")
    saved('Labore nach dem Projekt"\n', 'Was danach kommt"\n')
    page.until("document.querySelector('.subject').textContent.includes('Was danach kommt')")
    page.until("document.querySelector('#to-newsletter .about').textContent.includes('Was danach kommt')")

    kept = "[window.same, document.getElementById('advice').open, scrollY, document.activeElement.id]"
    assert page.says(kept) == [True, False, 700, "to-newsletter"]
    assert troubles(page) == []


def test_private_data_are_shown_and_renewed_in_the_browser_that_has_the_key(workspace: Path, tmp_path: Path) -> None:
    file = Path("private/labcamp-11.yaml")
    file.parent.mkdir()
    file.write_text("join: {url: https://meet.example.org/eins}\n", "utf-8")
    with running(Setting(Path(), TODAY, "de", private=True, key="geheim")) as address, opened(tmp_path) as page:
        page.goes(f"{address}labcamp-11/reminder?key=geheim")
        assert page.says("location.search") == ""
        seen = "document.querySelector('iframe')?.contentDocument?.querySelector('a[href*=\"meet.example.org\"]')?.href"
        page.until(f"{seen} === 'https://meet.example.org/eins'")
        file.write_text("join: {url: https://meet.example.org/zwei}\n", "utf-8")
        page.until(f"{seen} === 'https://meet.example.org/zwei'")
        assert troubles(page) == []


def test_what_is_wrong_is_seen_wherever_one_has_scrolled_and_the_mail_stays(page: Page, address: str) -> None:
    page.goes(f"{address}{NEWSLETTER}")
    page.until(f"{MAIL}.includes('Was wird aus einem Innovationslabor')")

    saved("status: draft", "status: [draft")

    page.until("document.querySelector('.errors code')?.textContent === 'events/labcamp-11.yaml:6:9'")
    assert page.says("[live.textContent, live.className]") == ["1 Fehler", "live wrong"]
    page.until(f"{MAIL}.includes('Was wird aus einem Innovationslabor')")
    saved("status: [draft", "status: draft")
    page.until("live.textContent === ''")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_frames_are_light_and_dark_whatever_the_person_prefers(address: str, tmp_path: Path, scheme: str) -> None:
    with opened(tmp_path, scheme) as page:
        page.has_size(1280, 900)
        page.goes(f"{address}{NEWSLETTER}")
        grounds = """[...document.querySelectorAll(".strip.SCHEME iframe")].map(
            (frame) => [frame.clientWidth, getComputedStyle(frame.contentDocument.body).backgroundColor])"""
        lights = page.says(grounds.replace("SCHEME", "light"))
        page.says("document.getElementById('dark').click()")
        page.until("document.querySelector('.strip.dark iframe').style.height")
        darks = page.says(grounds.replace("SCHEME", "dark"))

    assert lights == [[width, LIGHT] for width in (375, 640, 960)]
    assert darks == [[width, DARK] for width in (375, 640, 960)]


@pytest.mark.parametrize("width", [375, 1024, 1900])
def test_no_frame_is_cut_and_head_and_list_have_the_same_edges(page: Page, address: str, width: int) -> None:
    edges = "[...document.querySelectorAll('NAME')].map((part) => part.getBoundingClientRect())"
    page.has_size(width, 900)
    page.goes(f"{address}{NEWSLETTER}")
    page.until("document.querySelector('.strip.light iframe').style.height")
    assert page.says(f"{edges.replace('NAME', '.strip.light iframe')}.every((box) => box.right <= {width})")
    assert page.says("document.documentElement.scrollWidth") <= width
    page.goes(address)
    sides = f"{edges.replace('NAME', '#head, .events')}.map((box) => [box.left, box.right].map(Math.round))"
    (head, *lists) = page.says(sides)
    assert [head] * 2 == lists


def test_the_list_and_the_page_of_a_draft_count_the_same_advice(page: Page, address: str) -> None:
    page.goes(f"{address}{NEWSLETTER}")
    page.until("document.querySelector('#to-newsletter .count')")
    counted = "[document.querySelector('#to-newsletter .count').lastChild.textContent.trim()]"
    (number,) = page.says(counted)
    assert page.says("document.querySelectorAll('#advice .findings li').length") == int(number)
    assert page.says("document.querySelector('#advice summary').textContent").startswith(f"{number} ")


def test_a_frame_that_has_the_focus_has_a_ring(page: Page, address: str) -> None:
    page.goes(f"{address}{NEWSLETTER}")
    page.says("document.querySelector('iframe').focus()")
    assert page.says("getComputedStyle(document.querySelector('.strip figure')).outline").endswith("solid 3px")


def test_a_frame_is_as_high_as_its_mail_and_a_click_in_it_leads_nowhere(page: Page, address: str) -> None:
    page.goes(f"{address}{NEWSLETTER}")
    page.until("document.querySelector('.strip.light iframe').style.height")

    overflows = """[...document.querySelectorAll(".strip.light iframe")].map((frame) => {
        const root = frame.contentDocument.documentElement;
        return [root.scrollHeight - frame.clientHeight, root.scrollWidth - frame.clientWidth];
    })"""
    assert [max(frame) <= 0 for frame in page.says(overflows)] == [True] * 3
    page.says("document.querySelector('.strip.light iframe').contentDocument.querySelector('a').click()")
    page.says("new Promise((done) => setTimeout(done, 500))")
    assert "Entwurf: Dieses Treffen ist noch nicht angekündigt." in page.says(MAIL)
    assert troubles(page) == []


def test_in_the_site_one_goes_from_page_to_page_and_it_changes_with_the_files(page: Page, address: str) -> None:
    inside = "document.querySelector('iframe.site').contentDocument"
    page.goes(f"{address}labcamp-11/site")
    page.until(f"{inside}?.querySelector('h1')?.textContent.includes('Labore nach dem Projekt')")
    page.says(f"{inside}.querySelector('a[href*=\"../index.html\"]').click()")
    page.until(f"{inside}?.location.pathname === '/site/index.html' && {inside}.querySelector('h1')")
    page.says("window.same = true")
    saved("theme: Labore nach dem Projekt\n", "theme: Was danach kommt\n")
    page.until(f"{inside}?.body?.innerText.includes('Was danach kommt')")
    assert page.says(f"[window.same, {inside}.location.pathname]") == [True, "/site/index.html"]
    assert troubles(page) == []


def test_from_the_site_a_link_to_elsewhere_opens_beside_the_preview(page: Page, address: str) -> None:
    frame = "document.querySelector('iframe.site')"
    page.goes(f"{address}labcamp-11/site")
    page.until(f"{frame}.contentDocument?.querySelector('h1')")
    page.says("window.opened = []; window.open = (...given) => window.opened.push(given)")
    page.says(f"{frame}.contentDocument.querySelector('h1').innerHTML = '<a href=\"https://labor.example/x\">x</a>'")
    page.says(f"{frame}.contentDocument.querySelector('h1 a').click()")
    assert page.says("window.opened") == [["https://labor.example/x", "_blank", "noopener"]]
    assert page.says(f"{frame}.contentDocument.location.pathname") == "/site/labcamp-11/index.html"


def test_a_page_from_elsewhere_gets_nothing(page: Page, address: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.html").write_text("<!doctype html><title>Elsewhere</title>", "utf-8")
    page.goes((tmp_path / "elsewhere.html").as_uri())

    read = page.says(f"fetch('{address}').then((answer) => answer.text(), (problem) => String(problem))")
    blind = page.says(f"fetch('{address}', {{mode: 'no-cors'}}).then((answer) => answer.type, String)")
    page.says(f"""new Promise((done) => {{
        const frame = document.createElement("iframe");
        frame.onload = done;
        frame.src = "{address}{NEWSLETTER}/document";
        document.body.append(frame);
    }})""")

    assert (read, blind) == ("TypeError: Failed to fetch", "TypeError: Failed to fetch")
    assert any("frame-ancestors" in str(told) for told in troubles(page))


def test_under_a_foreign_name_the_browser_is_refused(address: str, tmp_path: Path) -> None:
    port = address.rstrip("/").rpartition(":")[2]
    with opened(tmp_path, arguments=("--host-resolver-rules=MAP evil.example 127.0.0.1",)) as page:
        page.goes(f"http://evil.example:{port}/{NEWSLETTER}")
        text = page.says("document.body.innerText")

    assert text == "This preview answers only under its own address.\n"


def test_a_page_waits_for_the_preview_to_come_back(page: Page, workspace: Path) -> None:
    setting = Setting(Path(), TODAY, "de")
    listening = listening_at([0])
    port = listening.getsockname()[1]
    first = live_of(setting)
    thread = threading.Thread(target=served, args=(first, listening))
    thread.start()
    page.goes(f"http://127.0.0.1:{port}/{NEWSLETTER}")
    page.until(f"{MAIL}.includes('Was wird aus einem Innovationslabor')")
    first.ended = True
    thread.join()
    listening.close()
    page.until("live.textContent.startsWith('Die Vorschau ist beendet.')")

    saved("Was wird aus einem Innovationslabor", "Was bleibt von einem Innovationslabor")
    second = live_of(setting)
    thread = threading.Thread(target=served, args=(second, listening_at([port])))
    thread.start()
    try:
        page.until("live.textContent === ''")
        page.until(f"{MAIL}.includes('Was bleibt von einem Innovationslabor')")
    finally:
        second.ended = True
        thread.join()


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node here")
@needs("html-validate")
def test_the_html_of_every_page_is_valid(address: str, tmp_path: Path) -> None:
    paths = ("", NEWSLETTER, f"{NEWSLETTER}/headers", "labcamp-11/thanks", "labcamp-11/agenda", "labcamp-11/post-slack")
    pages = {path: urlopen(f"{address}{path}").read().decode() for path in (*paths, *SITE)}
    harmed = {"twice": pages[""].replace("<h1>", '<h1 id="head">')}
    (tmp_path / "pages").mkdir()
    assert invalid(pages | harmed, tmp_path / "pages").keys() == harmed.keys()


@cache
def axe() -> str:
    """The accessibility checker of Deque, as a script."""
    return AXE.read_text("utf-8")


WIDTHS = {"light": (1280, 375), "dark": (375,)}  # of the dark only the colours differ


@pytest.mark.skipif(not AXE.is_file(), reason="no axe-core here: npm install --prefix tests/judges")
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_pages_are_accessible_and_no_wider_than_a_phone(address: str, tmp_path: Path, scheme: str) -> None:
    parts = (NEWSLETTER, f"{NEWSLETTER}/text", f"{NEWSLETTER}/headers")
    paths = ("", *parts, "labcamp-11/thanks", "labcamp-11/calendar", "labcamp-11/post-slack", "nothing", *SITE)
    found: dict[str, tuple[list[str], int]] = {}
    wide: dict[str, int] = {}
    with opened(tmp_path, scheme) as page:
        for width in WIDTHS[scheme]:
            page.has_size(width, 900)
            for path in paths:
                page.goes(f"{address}{path}")
                page.says("document.querySelector('details')?.setAttribute('open', '')")
                if (needed := page.says("document.documentElement.scrollWidth")) > width:
                    wide[f"{path} at {width}"] = needed
                page.says(axe())
                options = "{iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}"
                found[f"{path} at {width}"] = page.says(f"axe.run(document, {options}).then({IN_SHORT})")

    assert {path: wrong for path, (wrong, _) in found.items() if wrong} == {}
    assert [path for path, (_, fine) in found.items() if fine < 15] == []
    assert wide == {}
    assert len(found) == len(WIDTHS[scheme]) * len(paths)
