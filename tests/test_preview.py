"""The preview: a real server on a free port of this machine, asked over HTTP, and the command that starts it."""

import datetime as dt
import errno
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from html import unescape
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urljoin

import pytest
from conftest import Labcamp
from made_people import seating
from sample import PRIVATE_SIDE, REPOSITORY, TODAY, sample

from labcamp.findings import LabcampError
from labcamp.model.seating import seating_bytes
from labcamp.preview import listening_at, served
from labcamp.preview.answers import HEADERS, OF_DRAFTS, policy
from labcamp.preview.drafts import DRAFTS, Case, Draft, Entry, draft_of, entries_of, why_not
from labcamp.preview.pages import cut, inbox_of
from labcamp.preview.serving import live_of
from labcamp.preview.site import media_type
from labcamp.preview.view import Setting
from labcamp.render import calendar, site
from labcamp.render.mails import mail_of
from labcamp.render.stage import stage_of
from labcamp.texts import words_of
from labcamp.workspace import load
from labcamp.workspace.seating import plan_path

NEWSLETTER = "/labcamp-11/newsletter"
EVENT = Path("events/labcamp-11.yaml")
SECRETS = ("https://meet.example.org/geheimer-raum", "passwort-4711", "Ida Beispiel", "+49 30 1234567")
PRIVATE = f"""\
join: {{url: "{SECRETS[0]}", passcode: {SECRETS[1]}}}
contacts: [{{role: Technik, name: {SECRETS[2]}, phone: "{SECRETS[3]}"}}]
"""


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers, the text."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def words(self) -> str:
        """The text as people read it: without tags, in one line."""
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", self.text)).split())


@dataclass(frozen=True)
class Preview:
    """A preview that runs."""

    port: int

    def ask(self, path: str, method: str = "GET", host: str | None = None, cookie: str = "") -> Answer:
        """An answer of the server to somebody who calls it by a name."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
            if cookie:
                connection.putheader("Cookie", cookie)
            connection.endheaders()
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, response.read().decode())
        finally:
            connection.close()

    @contextmanager
    def told(self) -> Iterator[HTTPResponse]:
        """What a page hears of changes, from the number that it begins with."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", "/-/changes")
        with connection.getresponse() as response:
            yield response
        connection.close()


def number(heard: HTTPResponse) -> int:
    """The number of the next view that a page is told of."""
    while not (line := heard.readline()).startswith(b"data: "):
        assert line, "the preview has ended"
    return int(line.removeprefix(b"data: "))


@contextmanager
def running(root: Path = Path(), language: str = "de", *, private: bool = False, key: str = "") -> Iterator[Preview]:
    """A preview of a folder, in a thread of this process."""
    live = live_of(Setting(root, TODAY, language, private, key))
    listening = listening_at([0])
    thread = threading.Thread(target=served, args=(live, listening))
    thread.start()
    try:
        yield Preview(listening.getsockname()[1])
    finally:
        live.ended = True
        thread.join()


@pytest.fixture
def preview(workspace: Path) -> Iterator[Preview]:
    """A preview of the real series, with private data beside it."""
    (workspace / "private").mkdir()
    (workspace / "private/labcamp-11.yaml").write_text(PRIVATE, "utf-8")
    with running() as found:
        yield found


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of the real series whose files nobody changes, with private data beside it."""
    root = tmp_path_factory.mktemp("standing")
    shutil.copytree(REPOSITORY / "events", root / "events")
    (root / "private").mkdir()
    (root / "private/labcamp-11.yaml").write_text(PRIVATE, "utf-8")
    with running(root) as found:
        yield found


def everything(preview: Preview) -> dict[str, Answer]:
    """All that can be reached from the list of all events by links and frames, by its path."""
    found: dict[str, Answer] = {}
    paths = ["/"]
    while paths:
        path = paths.pop()
        if path in found or path == "/-/changes":
            continue
        found[path] = preview.ask(path)
        if found[path].headers["content-type"].startswith("text/html") and not path.endswith("/document"):
            paths += re.findall(r'(?:href|src|data-whole)="(/[^"]*)"', found[path].text)
    return found


def snapshot(root: Path) -> dict[Path, bytes]:
    """All files of a folder."""
    return {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


# What people see


def test_the_list_begins_with_the_next_event_and_ends_with_the_first_of_all(standing: Preview) -> None:
    page = standing.ask("/")

    ids = " ".join(re.findall(r'<li><a href="/([^"]*)/">', page.text)).replace("labcamp-", "")
    assert ids == "11 10 barcelona 5 4 3 2 1"
    first = "LabCamp #11: Labore nach dem Projekt Donnerstag, 11. März 2027, 14 bis 17 Uhr, online Entwurf"
    assert f"Was kommt {first} Was war LabCamp #10" in page.words


def test_everything_that_a_page_leads_to_is_there(preview: Preview, workspace: Path) -> None:
    before = snapshot(workspace)

    found = everything(preview)

    assert {path: answer.status for path, answer in found.items() if answer.status != 200} == {}
    assert {"/labcamp-11/post-x", "/labcamp-5/agenda/document", f"{NEWSLETTER}/headers", "/-/preview.js"} <= set(found)
    assert len(found) > 150
    assert snapshot(workspace) == before  # it only reads


def test_a_page_says_what_an_inbox_shows_and_what_would_make_the_mail_better(preview: Preview) -> None:
    words = preview.ask(NEWSLETTER).words

    assert (
        "Im Posteingang (Betreff 64 Zeichen, Vorschautext 94) LabCamp"
        " Entwurf: LabCamp #11 am 11. März online: Labore nach dem Pr… Zwei Impulse, vier Thementische,"
        " 14 bis 17 Uhr. Kostenfrei, Anmeldung bis Donnerstag, 4. März. Auf dem Handy"
    ) in words
    assert "Hinweise, 20 von 24 Punkten" in words
    assert (
        "events/labcamp-11.yaml LC932 no-clear-action"
        " dem Newsletter fehlt der Link zur Anmeldung Tipp: tragt registration: {url: ...} ein"
    ) in words


def test_the_frames_show_the_mail_as_it_goes_out_in_three_widths_light_and_dark(preview: Preview) -> None:
    workspace = load(Path(), TODAY)
    event = next(event for event in workspace.events if event.id == "labcamp-11")
    page = preview.ask(NEWSLETTER).text

    assert preview.ask(f"{NEWSLETTER}/document").text == mail_of(stage_of(workspace), event, "newsletter").html
    frames = re.findall(r'<iframe class="(\w+)" sandbox="allow-same-origin" src="([^"]*)" title="([^"]*)"', page)
    assert frames == [
        (f"w{width}", f"{NEWSLETTER}/document", f"Newsletter, {width} px, {scheme}")
        for scheme in ("hell", "dunkel")
        for width in (375, 640, 960)
    ]


def test_text_markdown_headers_and_attachments_have_pages_of_their_own(standing: Preview) -> None:
    text, markdown, headers = (standing.ask(f"{NEWSLETTER}/{part}").words for part in ("text", "markdown", "headers"))

    assert "Das Programm" in text
    assert "## Das Programm" in markdown
    assert "From LabCamp <info@citylab-berlin.org> Subject Entwurf: LabCamp #11 am 11. März online:" in headers
    assert re.search(r"Anhänge labcamp-11\.ics, \d{4} Bytes$", headers)


def test_a_calendar_entry_is_told_in_words_with_its_zone(standing: Preview) -> None:
    words = standing.ask("/labcamp-11/calendar").words

    assert (
        "Entwurf: LabCamp #11: Labore nach dem Projekt Zeit Donnerstag, 11. März 2027, 14 bis 17 Uhr (Europe/Berlin)"
        " Ort online Anzeigen als belegt"
    ) in words
    assert "BEGIN:VCALENDAR" in words


def test_the_list_of_drafts_says_what_each_is_about_and_why_some_are_not_there(standing: Preview) -> None:
    words = standing.ask(f"{NEWSLETTER}/drafts").words

    assert words.startswith("Mails Termin zum Vormerken Entwurf: Bitte vormerken: LabCamp #11 am 11. März Einladung")
    assert "Newsletter , Hinweise: 3 Entwurf: LabCamp #11 am 11. März online: Labore nach dem Projekt" in words
    assert "Dank nach dem Treffen Dokumentation nach dem Treffen Änderung sobald sich etwas ändert" in words
    assert re.search(r"Mastodon \d+ von 500 Zeichen Bluesky \d+ von 300 Zeichen", words)


def test_the_pages_speak_english_too(workspace: Path) -> None:
    with running(language="en") as preview:
        page = preview.ask(NEWSLETTER)

    assert '<html lang="en"' in page.text
    assert "In the inbox (subject 64 characters, preview text 94)" in page.words


def test_a_mail_that_does_not_fit_says_why(standing: Preview) -> None:
    page = standing.ask("/labcamp-11/thanks")

    assert page.status == 200
    assert "<iframe" not in page.text
    assert page.words.endswith("Dank Diesen Entwurf gibt es gerade nicht: nach dem Treffen.")


# Who may ask for what


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:{port}",
        "[::2]:{port}",
    ],
)
def test_under_another_name_nothing_is_told(standing: Preview, host: str) -> None:
    answer = standing.ask("/", host=host.format(port=standing.port))

    assert (answer.status, answer.text) == (421, "This preview answers only under its own address.\n")


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}"])
def test_under_a_name_of_this_machine_it_answers(standing: Preview, host: str) -> None:
    assert standing.ask("/", host=host.format(port=standing.port)).status == 200


def test_a_request_without_a_name_or_with_two_is_refused(standing: Preview) -> None:
    for hosts in ("", f"Host: 127.0.0.1:{standing.port}\r\nHost: evil.example\r\n"):
        with socket.create_connection(("127.0.0.1", standing.port)) as connection:
            connection.sendall(f"GET / HTTP/1.0\r\n{hosts}\r\n".encode())
            assert connection.recv(100).split(b" ")[1] in {b"400", b"421"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_it_can_only_be_read(standing: Preview, method: str) -> None:
    answer = standing.ask(NEWSLETTER, method)

    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_head_tells_what_get_would_without_its_text(standing: Preview) -> None:
    head, get = standing.ask(NEWSLETTER, "HEAD"), standing.ask(NEWSLETTER)

    assert (head.status, head.text, head.headers["content-length"]) == (200, "", get.headers["content-length"])


@pytest.mark.parametrize("path", ["/", NEWSLETTER, "/nothing", "/-/preview.js", f"{NEWSLETTER}/document"])
def test_every_answer_keeps_to_itself(standing: Preview, path: str) -> None:
    headers = standing.ask(path).headers

    expected = HEADERS | ({"content-security-policy": policy(OF_DRAFTS)} if path.endswith("/document") else {})
    assert {name: value for name, value in headers.items() if name in expected} == expected
    assert [name for name in headers if name.startswith("access-control") or name in {"server", "set-cookie"}] == []


def test_neither_pages_nor_mails_may_load_or_run_what_is_not_ours() -> None:
    assert HEADERS["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
        " frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
    )
    assert policy(OF_DRAFTS) == (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self';"
        " base-uri 'none'; form-action 'none'; sandbox allow-same-origin"
    )


@pytest.mark.parametrize(
    "path",
    [
        "/nothing", "/series/", "/labcamp-11/nothing", f"{NEWSLETTER}/nothing", f"{NEWSLETTER}/look/more",
        "/-/nothing", "/-/serving.py", "/-/preview.css.j2", "/-/../serving.py", "/-/%2e%2e/serving.py",
        "/events/labcamp-11.yaml", "/private/labcamp-11.yaml", "/../private/labcamp-11.yaml",
        "/labcamp-11/..%2f..%2fprivate%2flabcamp-11.yaml", "//etc/passwd", "/%00",
    ],
)  # fmt: skip
def test_an_address_is_no_file_name(standing: Preview, path: str) -> None:
    answer = standing.ask(path)

    assert answer.status == 404
    assert answer.words.endswith("Hier gibt es nichts zu sehen Zu allen Treffen")


# The site


def pages_of_the_site(preview: Preview) -> dict[str, Answer]:
    """All that can be reached from the first page of the site by links, by its path, but pictures."""
    found: dict[str, Answer] = {}
    paths = ["/site/index.html"]
    while paths:
        path = paths.pop()
        if path in found or not path.startswith("/site/") or path.endswith((".woff2", ".png", ".jpg", ".pdf")):
            continue
        found[path] = preview.ask(path)
        if found[path].headers["content-type"].startswith("text/html"):
            linked = re.findall(r'(?:href|src)="([^"#:]+)[^":]*"', unescape(found[path].text))
            paths += [urljoin(path, address) for address in linked]
    return found


def test_the_site_stands_beside_the_drafts_with_links_that_lead_to_its_pages(preview: Preview, workspace: Path) -> None:
    before = snapshot(workspace)
    found = pages_of_the_site(preview)
    assert {path: answer.status for path, answer in found.items() if answer.status != 200} == {}
    assert {"/site/index.html", "/site/labcamp-10/index.html", "/site/assets/site.css"} <= set(found)
    made = {
        f"/{file.name}": file.content for file in site.render(stage_of(load(Path(), TODAY)), drafts=True, pdf=False)
    }
    assert {path: answer.text.encode() for path, answer in found.items()} == {path: made[path] for path in found}
    assert snapshot(workspace) == before


def test_the_site_has_an_entry_in_the_list_of_each_event_and_on_the_first_page(standing: Preview) -> None:
    assert '<a href="/-/site">Zur Website' in standing.ask("/").text
    page = standing.ask("/labcamp-10/site")
    assert '<iframe class="site" src="/site/labcamp-10/index.html"' in page.text
    assert 'href="/labcamp-10/site" aria-current="page"' in page.text
    assert '<iframe class="site" src="/site/index.html"' in standing.ask("/-/site").text
    assert 'href="/labcamp-10/site" aria-current="page"' in standing.ask("/labcamp-10/site/drafts").text


def test_a_draft_is_on_the_site_and_marked(standing: Preview) -> None:
    page = standing.ask("/site/labcamp-11/index.html")
    assert page.status == 200
    assert "Entwurf" in page.words


def test_the_folder_of_an_event_is_its_page(standing: Preview) -> None:
    page = standing.ask("/site/labcamp-10/index.html").text
    assert (standing.ask("/site/labcamp-10/").text, standing.ask("/site/").status) == (page, 200)


def test_a_saved_change_is_on_the_site(preview: Preview, workspace: Path) -> None:
    assert "Etwas ganz anderes" not in preview.ask("/site/labcamp-11/index.html").text
    with preview.told() as heard:
        first = number(heard)
        EVENT.write_text(EVENT.read_text("utf-8").replace("Labore nach dem Projekt", "Etwas ganz anderes"), "utf-8")
        assert number(heard) > first
    assert "Etwas ganz anderes" in preview.ask("/site/labcamp-11/index.html").text


def test_a_saved_paper_is_on_the_site_also_as_a_draft_and_stays_while_it_is_wrong(
    preview: Preview, workspace: Path
) -> None:
    assert preview.ask("/site/papers/entwurf.html").status == 404
    paper = workspace / "events/papers/entwurf.yaml"
    for text in ("title: Noch im Werden\nrest: by event\n", "title: Noch im Werden\nrest: anders\n"):
        with preview.told() as heard:
            first = number(heard)
            paper.parent.mkdir(exist_ok=True)
            paper.write_text(text, "utf-8")
            assert number(heard) > first
        page = preview.ask("/site/papers/entwurf.html")
        assert (page.status, "Noch im Werden" in page.text) == (200, True)
    assert "entwurf.yaml" in preview.ask("/labcamp-10/site").words


def test_what_the_site_does_not_have_it_says_itself(workspace: Path) -> None:
    series = workspace / "events/series.yaml"
    series.write_text(series.read_text("utf-8") + "public: https://example.org/treffen/\n", "utf-8")
    with running() as preview:
        answer = preview.ask("/site/labcamp-99/nichts.html")
        assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
        made = {file.name: file.content for file in site.render(stage_of(load(Path(), TODAY)), drafts=True, pdf=False)}
        expected = made.get("site/404.html", b"").decode().replace('="/treffen/', '="/site/')
        assert answer.text == expected


@pytest.mark.parametrize("private", [False, True])
def test_a_page_of_the_site_runs_its_own_program_only_where_nothing_is_private(workspace: Path, private: bool) -> None:
    with running(private=private) as preview:
        rules, own = preview.ask("/site/index.html").headers["content-security-policy"], "none" if private else "self"
        assert rules == (
            f"default-src 'none'; script-src '{own}'; style-src 'self'; img-src 'self'; font-src 'self';"
            " frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
            + "; sandbox allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox"
            * private
        )
        assert preview.ask("/site/assets/site.css").headers["content-security-policy"] == (
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
        )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("assets/search.js", "text/javascript"), ("labcamp-1/files/a.js", "application/octet-stream"),
        ("labcamp-1/files/assets/a.js", "application/octet-stream"), ("labcamp-1/files/Foto.JPG", "image/jpeg"),
        ("feed.xml", "application/xml"), ("labcamp.ics", "text/calendar"), ("robots.txt", "text/plain"),
        ("labcamp-1/files/a.htm", "application/octet-stream"), (".nojekyll", "application/octet-stream"),
    ],
)  # fmt: skip
def test_no_file_but_our_own_programs_is_one_for_a_browser(name: str, expected: str) -> None:
    assert media_type(name) == expected


def test_while_a_template_of_the_site_fails_the_last_site_is_shown_and_the_fault_told(
    preview: Preview, workspace: Path
) -> None:
    before = preview.ask("/site/labcamp-10/index.html").text
    with preview.told() as heard:
        first = number(heard)
        (workspace / "templates").mkdir()
        (workspace / "templates/site-event.html.j2").write_text("{{ nothing }}", "utf-8")
        assert number(heard) > first
    page = preview.ask("/labcamp-10/site")
    assert "templates/site-event.html.j2:1" in page.words
    assert "Unten seht ihr den letzten Stand" in page.words
    assert preview.ask("/site/labcamp-10/index.html").text == before


def test_while_an_event_is_wrong_its_page_is_as_it_was(preview: Preview, workspace: Path) -> None:
    before = preview.ask("/site/labcamp-10/index.html").text
    file = workspace / "events/labcamp-10.yaml"
    with preview.told() as heard:
        first = number(heard)
        file.write_text(file.read_text("utf-8").replace("date: ", "date: bald "), "utf-8")
        assert number(heard) > first
    page = preview.ask("/labcamp-10/site")
    assert "LC206" in page.words
    assert "Unten seht ihr den letzten Stand" in page.words
    assert preview.ask("/site/labcamp-10/index.html").text == before


def test_of_a_series_that_cannot_be_read_there_is_no_site_and_the_page_says_why(workspace: Path) -> None:
    (workspace / "events/series.yaml").write_text("title: [\n", "utf-8")
    with running() as preview:
        page = preview.ask("/-/site")
        assert (page.status, "LC117" in page.words) == (200, True)
        assert preview.ask("/site/nothing.html").status == 404


# What is private


def test_without_private_nothing_of_it_is_read(preview: Preview, workspace: Path) -> None:
    (workspace / "private/labcamp-10.yaml").write_text("join: [", "utf-8")

    found = everything(preview)

    assert [path for path, answer in found.items() if any(secret in answer.text for secret in SECRETS)] == []
    assert [path for path, answer in found.items() if "private/labcamp-10" in answer.text] == []
    assert "Hier steht dafür ein Platzhalter" in found["/labcamp-11/practical-information"].words
    assert "[Zugangslink eintragen]" in found["/labcamp-11/practical-information/document"].text


def test_with_private_the_way_in_is_shown_and_every_page_says_so(workspace: Path) -> None:
    (workspace / "private").mkdir()
    (workspace / "private/labcamp-11.yaml").write_text(PRIVATE, "utf-8")
    with running(private=True) as preview:
        found = everything(preview)

    told = {path for path, answer in found.items() if SECRETS[0] in answer.text}
    kinds = ("practical-information", "reminder")
    assert told == {f"/labcamp-11/{kind}/{part}" for kind in kinds for part in ("document", "text")}
    pages = [path for path in found if not path.startswith(("/-/preview", "/site/"))]
    pages = [path for path in pages if found[path].headers["content-type"].startswith("text/html")]
    pages = [path for path in pages if not path.endswith(("/document", "/drafts"))]
    assert [path for path in pages if "mit privaten Daten" not in found[path].words] == []


def test_only_who_has_the_key_is_answered(workspace: Path) -> None:
    with running(private=True, key="geheim") as preview:
        closed = [preview.ask(path) for path in ("/", "/?key=", "/?key=falsch", "/-/changes", NEWSLETTER)]
        wrong = preview.ask("/", cookie="labcamp-preview=falsch")
        foreign = preview.ask("/?key=geheim", host="elsewhere.example.org")
        let_in = preview.ask("/labcamp-11/?key=geheim")
        away = preview.ask("//elsewhere.example.org/?key=geheim")
        cookie = let_in.headers["set-cookie"].split(";")[0]
        page = preview.ask("/labcamp-11/", cookie=cookie)

    assert [answer.status for answer in (*closed, wrong)] == [403] * 6
    assert {answer.text for answer in closed} == {"Open the preview by the address that labcamp has printed.\n"}
    assert (foreign.status, "set-cookie" in foreign.headers) == (421, False)
    assert (let_in.status, let_in.headers["location"]) == (303, "/labcamp-11/")
    assert away.headers["location"] == "/elsewhere.example.org/"
    assert {part.strip() for part in let_in.headers["set-cookie"].lower().split(";")} >= {"httponly", "samesite=strict"}
    assert (page.status, "mit privaten Daten" in page.words) == (200, True)


def test_the_plan_of_the_groups_is_shown_only_with_private_and_once_it_is_there(workspace: Path) -> None:
    with running(private=True) as preview:
        assert "sobald Gruppen geplant sind" in preview.ask("/labcamp-11/groups").words
    path = plan_path(workspace, "labcamp-11")
    path.parent.mkdir(parents=True)
    path.write_bytes(seating_bytes(seating(["Ida Geheimprobe", "Max Geheimprobe"], 1, 1)))
    with running() as preview:
        pages = [preview.ask(address) for address in ("/", "/labcamp-11/", "/labcamp-11/groups", "/labcamp-11/drafts")]
        assert "nur mit --private" in pages[2].words
        assert [page.status for page in pages if "Geheimprobe" in page.text] == []
    with running(private=True) as preview:
        assert "Raum 1: Ida Geheimprobe, Max Geheimprobe" in preview.ask("/labcamp-11/groups").words
        assert "**Raum 1:** Ida Geheimprobe" in preview.ask("/labcamp-11/groups/markdown").words
    path.write_bytes(b"{}")
    with running(private=True) as preview:
        assert "LC786" in preview.ask("/labcamp-11/groups").words


def test_what_is_wrong_with_the_private_file_stands_at_its_mails(workspace: Path) -> None:
    (workspace / "private").mkdir()
    (workspace / "private/labcamp-11.yaml").write_text("joint: https://example.org/\n", "utf-8")
    with running(private=True) as preview:
        reminder, newsletter = preview.ask("/labcamp-11/reminder").words, preview.ask(NEWSLETTER).words

    assert "private/labcamp-11.yaml:1:1 LC202" in reminder
    assert "LC202" not in newsletter


# What changes


def test_a_saved_change_is_told_and_is_on_the_page(preview: Preview) -> None:
    with preview.told() as heard:
        assert number(heard) == 1
        EVENT.write_text(EVENT.read_text("utf-8").replace("summary: >\n", "summary: >\n  Ganz neu.\n"), "utf-8")
        while "Ganz neu." not in preview.ask("/labcamp-11/invitation/document").text:
            assert number(heard) > 1


def test_while_something_is_wrong_the_page_says_what_and_keeps_what_there_was(preview: Preview) -> None:
    good = EVENT.read_text("utf-8")
    mail = preview.ask(f"{NEWSLETTER}/document").text
    with preview.told() as heard:
        number(heard)
        EVENT.write_text(good.replace("status: draft", "status: [draft"), "utf-8")
        number(heard)
        while "LC117" not in (broken := preview.ask(NEWSLETTER)).text:
            number(heard)
        kept = preview.ask(f"{NEWSLETTER}/document").text
        EVENT.write_text(good, "utf-8")
        while "LC117" in (mended := preview.ask(NEWSLETTER)).text:
            number(heard)

    place = "events/labcamp-11.yaml:6:9 LC117 open-bracket"
    assert f"1 Fehler {place} die Klammer, die hier beginnt, wird nicht geschlossen Tipp:" in broken.words
    assert "Unten seht ihr den letzten Stand, bei dem alles in Ordnung war." in broken.words
    assert kept == mail
    assert "Fehler" not in mended.words


def test_while_another_file_is_wrong_sound_events_are_shown_as_they_are_now(preview: Preview) -> None:
    other = Path("events/labcamp-10.yaml")
    before = preview.ask("/labcamp-10/newsletter/document").text
    with preview.told() as heard:
        number(heard)
        other.write_text(other.read_text("utf-8").replace("number: 10", "number: [10"), "utf-8")
        EVENT.write_text(EVENT.read_text("utf-8").replace("summary: >\n", "summary: >\n  Ganz neu.\n"), "utf-8")
        while "LC117" not in (page := preview.ask(NEWSLETTER)).text:
            number(heard)
        while "Ganz neu." not in preview.ask("/labcamp-11/invitation/document").text:
            number(heard)
        old = preview.ask("/labcamp-10/newsletter")

    assert "events/labcamp-10.yaml:" in page.words
    assert "Unten seht ihr den letzten Stand" not in page.words
    assert "Unten seht ihr den letzten Stand, bei dem alles in Ordnung war." in old.words
    assert preview.ask("/labcamp-10/newsletter/document").text == before


def test_a_folder_with_a_broken_file_shows_the_sound_events_from_the_start(workspace: Path) -> None:
    (workspace / "events/labcamp-10.yaml").write_text("number: [10", "utf-8")
    with running() as preview:
        page, mail = preview.ask("/"), preview.ask(f"{NEWSLETTER}/document")

    assert "events/labcamp-10.yaml:" in page.words
    assert "LabCamp #11" in page.words
    assert (mail.status, "LabCamp #11" in mail.text) == (200, True)


def test_a_template_that_fails_is_a_finding_beside_the_last_draft(preview: Preview) -> None:
    mail = preview.ask(f"{NEWSLETTER}/document").text
    with preview.told() as heard:
        number(heard)
        Path("templates").mkdir()
        Path("templates/newsletter.mail.j2").write_text("{# facts: Facts #}\n{{ nobody.knows }}\n", "utf-8")
        while "LC402" not in (page := preview.ask(NEWSLETTER)).text:
            number(heard)
        kept = preview.ask(f"{NEWSLETTER}/document")

    assert "1 Fehler templates/newsletter.mail.j2:2:1 LC402 undefined-name die Vorlage nennt etwas" in page.words
    assert "Unten seht ihr den letzten Stand" in page.words
    assert (page.status, kept.text) == (200, mail)
    assert preview.ask("/labcamp-11/invitation/document").text.startswith("<!")


def test_words_that_nobody_knows_are_a_finding_beside_the_last_draft(preview: Preview) -> None:
    with preview.told() as heard:
        number(heard)
        Path("templates").mkdir()
        Path("templates/words.de.yaml").write_text("newsletter: {nonsense: Unsinn}\n", "utf-8")
        while "LC407" not in (page := preview.ask(NEWSLETTER)).text:
            number(heard)

    assert "templates/words.de.yaml:1:14 LC407 unknown-words" in page.words
    assert 'class="w640"' in page.text


def test_a_series_that_is_broken_from_the_start_is_told(workspace: Path) -> None:
    (workspace / "events/series.yaml").write_text("title: [", "utf-8")
    with running() as preview:
        page = preview.ask("/")

    assert "events/series.yaml:1:8 LC117" in page.words
    assert "LabCamp #3" in page.words or "labcamp-3" in page.text


def test_only_what_drafts_are_made_of_counts_as_a_change(preview: Preview, workspace: Path) -> None:
    with preview.told() as heard:
        assert number(heard) == 1
        for name in ("private/labcamp-11.yaml", "out/x.html", "events/.x.yaml.swp", "events/x.yaml~", "notes.txt"):
            (workspace / name).parent.mkdir(exist_ok=True)
            (workspace / name).write_text("changed", "utf-8")
        (workspace / "events/labcamp-12.yaml").write_text("number: 12\n", "utf-8")
        assert number(heard) == 2
    assert preview.ask("/labcamp-12/invitation").status == 200


# The parts alone


def test_a_text_is_cut_where_an_inbox_cuts_it() -> None:
    assert (cut("Kurz", 4), cut("Zu lang", 4), cut("a bcd", 3)) == ("Kurz", "Zu…", "a…")
    assert (cut("LabCamp am 11. März", 15), cut("Labore, danach", 8)) == ("LabCamp am 11…", "Labore…")
    draft = Draft("newsletter", subject="s" * 61, preheader="p" * 111)
    assert inbox_of(draft) == {
        "window": ("s" * 59 + "…", "p" * 109 + "…"),
        "phone": ("s" * 39 + "…", "p" * 79 + "…"),
    }


def test_the_entries_of_a_file_are_as_a_calendar_shows_them() -> None:
    def shown(id_: str) -> list[Entry]:
        event = next(event for event in sample().events if event.id == id_)
        (file,) = calendar.render(stage_of(sample()), [event])
        entries = entries_of(file.content.decode(), stage_of(sample()).words[event.language])
        return [entry._replace(text=entry.text.partition("\n")[0]) for entry in entries]

    off, day = "Dieses Treffen ist abgesagt. Zu viele von uns sind krank.", "Donnerstag, 21. Januar 2027, 14 bis 17 Uhr"
    title, where = "Herbstwerkstatt: Bauen (Tag 1 von 2)", "Casa, Saal, Rua 1, 1100-148 Lissabon, auch online"
    assert shown("cancelled") == [
        Entry("ABGESAGT: MusterTreff #11", day, "Europe/Berlin", "online", off, cancelled=True, busy=False)
    ]
    first, second = shown("two-days")
    day = "Donnerstag, 28. Oktober 2027, 9:30 bis 16 Uhr"
    assert first == Entry(title, day, "Europe/Lisbon", where, "Programm:", cancelled=False, busy=True)
    assert (second.title, second.when) == (
        "Herbstwerkstatt: Bauen (Tag 2 von 2)",
        "Freitag, 29. Oktober 2027, 9:30 bis 16 Uhr",
    )


def test_an_entry_of_whole_days_lasts_until_the_day_before_its_end() -> None:
    lines = (
        "BEGIN:VEVENT",
        "SUMMARY:Tage\\, zwei",
        "DTSTART;VALUE=DATE:20270311",
        "DTEND;VALUE=DATE:20270313",
        "END:VEVENT",
    )
    (entry,) = entries_of("\r\n".join(lines), stage_of(sample()).words["de"])

    assert (entry.title, entry.when, entry.zone) == (
        "Tage, zwei",
        "Donnerstag, 11. März, bis Freitag, 12. März 2027",
        "",
    )


@pytest.mark.parametrize(
    ("id_", "name", "reason"),
    [
        ("full", "newsletter", ""),
        ("full", "thanks", "unfit_early"),
        ("full", "cancellation", "unfit_on"),
        ("full", "change-notice", "unfit_unchanged"),
        ("past", "save-the-date", "unfit_over"),
        ("month", "calendar", "unfit_day"),
        ("month", "agenda", ""),
        ("cancelled", "cancellation", ""),
    ],
)
def test_why_there_is_no_draft(id_: str, name: str, reason: str) -> None:
    event = next(event for event in sample().events if event.id == id_)

    assert why_not(sample(), event, name) == reason


def test_after_the_deadline_nobody_is_reminded_of_it() -> None:
    event = next(event for event in sample().events if event.id == "full")
    until = event.registration.until
    assert until

    assert why_not(replace(sample(), today=until + dt.timedelta(1)), event, "deadline-reminder") == "unfit_closed"


@pytest.mark.parametrize("name", [name for name in DRAFTS if name != "groups"])  # that needs a plan
def test_every_draft_can_be_made_of_every_event_that_it_fits(name: str) -> None:
    stage = stage_of(sample())
    fitting = [event for event in sample().events if not why_not(sample(), event, name)]

    made = [draft_of(Case(stage, event, PRIVATE_SIDE), name) for event in fitting]

    assert fitting
    assert [draft.name for draft in made if draft.subject and (draft.html or draft.text)] == [name] * len(fitting)


# The command


def test_the_command_says_where_and_ends_quietly(workspace: Path, environment: dict[str, str]) -> None:
    words = [sys.executable, "-m", "labcamp", "preview", "11", "--today", "2026-11-23", "--port", str(free_port())]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        first, second = process.stdout.readline(), process.stdout.readline()
        port = int(words[-1])
        assert first == f"The preview is ready: http://127.0.0.1:{port}/labcamp-11/\n"
        assert second == "End it with Ctrl+C.\n"
        page = Preview(port).ask("/labcamp-11/")
        with Preview(port).told() as heard:  # a page that is open does not hold it up
            number(heard)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=30)

    assert (page.status, process.returncode) == (200, 0)
    assert (out, err) == ("\nThe preview has ended.\n", "")


def free_port() -> int:
    """A port at which nobody listens."""
    with listening_at([0]) as found:
        return int(found.getsockname()[1])


@pytest.mark.shows("LC810")
def test_a_port_that_is_taken_is_a_finding(workspace: Path, labcamp: Labcamp) -> None:
    with listening_at([0]) as taken:
        port = taken.getsockname()[1]
        result = labcamp("preview", "--port", str(port))

    reason = os.strerror(errno.EADDRINUSE)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith(f"LC810 port-taken: the preview cannot run at port {port}: {reason}\n")


def test_without_a_port_the_next_free_one_is_taken() -> None:
    with listening_at([0]) as taken:
        port = taken.getsockname()[1]
        with listening_at([port, 0]) as other:
            assert other.getsockname()[0] == "127.0.0.1"
            assert other.getsockname()[1] != port
        with pytest.raises(LabcampError) as problem, listening_at([port, port]):
            pass
    assert [found.code for found in problem.value.findings] == ["LC810"]


@pytest.mark.shows("LC811")
@pytest.mark.parametrize("port", ["abc", "80", "70000", "-1", "٨٧٦٥", pytest.param("8" * 5000, id="long")])
def test_what_is_no_port_is_a_finding(workspace: Path, labcamp: Labcamp, port: str) -> None:
    result = labcamp("preview", f"--port={port}")

    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"--port: LC811 not-a-port: '{port}' is not a port\n")


def test_a_folder_without_events_and_an_event_that_is_not_there_end_it_at_once(
    workspace: Path, labcamp: Labcamp, tmp_path: Path
) -> None:
    empty, unknown = labcamp("preview", "--root", tmp_path), labcamp("preview", "99")

    assert (empty.code, "LC001" in empty.err) == (1, True)
    assert (unknown.code, "LC008" in unknown.err) == (2, True)


@pytest.mark.shows("LC812")
def test_a_folder_that_cannot_be_watched_ends_it_with_a_finding(workspace: Path) -> None:
    root = Path("gone")
    shutil.copytree("events", root / "events")
    live = live_of(Setting(root, TODAY, "en"))
    shutil.rmtree(root)

    with pytest.raises(LabcampError) as problem, listening_at([0]) as listening:
        served(live, listening)

    (found,) = problem.value.findings
    assert (found.code, found.path) == ("LC812", "gone")
    assert words_of(found, "en")[0].startswith("in this folder the system does not tell when a file changes:")
