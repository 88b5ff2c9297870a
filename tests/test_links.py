"""`check --links`: which addresses are asked, what their answers say, and who is never asked."""

import datetime as dt
import json
import socket
import ssl
import threading
import time
from _thread import interrupt_main
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError

import pytest
from conftest import Labcamp
from sample import ORGANISATIONS, SERIES

from labcamp.findings import Finding
from labcamp.review import asking
from labcamp.review.asking import Answer, Manner, answer_of, answers, is_public
from labcamp.review.links import found_behind, links_of
from labcamp.workspace import Reading, reading

TODAY = dt.date(2027, 1, 1)
DAY = str(TODAY)
Page = tuple[int, str]  # the status, and where it leads on to


@dataclass
class Web:
    """A server on this machine: its pages by path (of several answers, one for each request), and what it was asked."""

    pages: Mapping[str, Page | Mapping[str, Page]]
    port: int = 0
    heard: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    slow: float = 0

    def at(self, path: str) -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def serving(pages: Mapping[str, Page | Mapping[str, Page]], slow: float = 0) -> Iterator[Web]:
    """The server while it runs."""
    web, lock = Web(pages, slow=slow), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            with lock:
                web.heard.append(f"{self.command} {self.path}")
                web.at_once += 1
                web.most_at_once = max(web.most_at_once, web.at_once)
            time.sleep(web.slow)
            page = web.pages.get(self.path, (404, ""))
            status, leads = page[self.command] if isinstance(page, Mapping) else page
            self.send_response(status)
            if leads:
                self.send_header("Location", leads)
            self.send_header("Content-Length", "0")
            self.end_headers()
            with lock:
                web.at_once -= 1

        do_HEAD = do_GET = answer  # noqa: N815  # as the library calls them

        def log_message(self, *_: object) -> None:
            """Nothing is told."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def everywhere(_: str) -> bool:
    """For a server on this machine."""
    return True


HERE = Manner(allowed=everywhere, patience=2, pause=0)


def test_what_a_server_says_is_what_is_said_of_the_address() -> None:
    pages: dict[str, Page] = {
        "/there": (200, ""), "/gone": (410, ""), "/login": (401, ""), "/closed": (403, ""), "/busy": (429, ""),
        "/broken": (503, ""), "/odd": (999, ""), "/old": (301, "/there"), "/older": (308, "/old"),
        "/for-now": (302, "/there"), "/see": (303, "/there"), "/to-gone": (301, "/gone"), "/now-old": (307, "/old"),
        "/old-now": (301, "/for-now"), "/round": (302, "/round"), "/nowhere": (301, ""),
        "/mail": (302, "mailto:a@b.example"), "/disk": (301, "file:///etc/passwd"),
    }  # fmt: skip
    with serving(pages) as web:
        found = {path: answer_of(web.at(path), HERE) for path in (*pages, "/lost", "/there#part")}
        at = web.at
        assert found == {
            "/there": Answer("fine"),
            "/there#part": Answer("fine"),
            "/gone": Answer("dead", "HTTP 410"),
            "/lost": Answer("dead", "HTTP 404"),
            "/login": Answer("unanswered", "HTTP 401"),
            "/closed": Answer("unanswered", "HTTP 403"),
            "/busy": Answer("unanswered", "HTTP 429"),
            "/broken": Answer("unanswered", "HTTP 503"),
            "/odd": Answer("unanswered", "HTTP 999"),
            "/old": Answer("moved", at("/there")),
            "/older": Answer("moved", at("/there")),
            "/for-now": Answer("fine"),
            "/see": Answer("fine"),
            "/now-old": Answer("fine"),
            "/old-now": Answer("moved", at("/for-now")),
            "/to-gone": Answer("dead", "HTTP 410"),
            "/round": Answer("unanswered", "leads on and on"),
            "/nowhere": Answer("unanswered", "HTTP 301"),
            "/mail": Answer("inside", "mailto:a@b.example"),
            "/disk": Answer("inside", "file:///etc/passwd"),
        }
        assert web.heard.count("HEAD /round") == 6


@pytest.mark.parametrize("status", [400, 403, 404, 405, 406, 501])
def test_who_does_not_know_head_is_asked_with_get(status: int) -> None:
    with serving({"/page": {"HEAD": (status, ""), "GET": (200, "")}}) as web:
        assert answer_of(web.at("/page"), HERE) == Answer("fine")
        assert web.heard == ["HEAD /page", "GET /page"]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.20", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::",
     "224.0.0.1", "ff02::1", "255.255.255.255", "192.0.2.1"],
)  # fmt: skip
def test_this_machine_and_private_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_of_this_machine_is_never_asked_however_it_is_written(scheme: str, host: str) -> None:
    with serving({"/": (200, "")}) as web:
        address = f"{scheme}://{host}:{web.port}/"
        assert answer_of(address, Manner(pause=0)) in (
            Answer("inside", address),
            Answer("dead", "Name or service not known", reached=False),
        )
        assert web.heard == []


def test_a_server_of_others_that_leads_on_to_this_machine_leads_nowhere() -> None:
    with serving({"/secret": (200, "")}) as ours, serving({"/": (302, f"http://localhost:{ours.port}/secret")}) as web:
        asked: list[str] = []

        def only_the_first(address: str) -> bool:
            asked.append(address)
            return len(asked) == 1

        answer = answer_of(web.at("/"), Manner(allowed=only_the_first))
        assert answer == Answer("inside", f"http://localhost:{ours.port}/secret")
        assert (web.heard, ours.heard) == (["HEAD /"], [])


def test_a_name_is_looked_up_once_and_gone_to_where_it_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    known: list[str] = []
    real = socket.getaddrinfo

    def rebinding(host: str, *given: object, **named: object) -> object:
        known.append(host)
        return real("127.0.0.1", *given, **named)  # type: ignore[arg-type]

    with serving({"/": (200, "")}) as web:
        monkeypatch.setattr(socket, "getaddrinfo", rebinding)
        assert answer_of(f"http://rebinds.example:{web.port}/", HERE) == Answer("fine")
    assert known == ["rebinds.example", "127.0.0.1"]


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
         Answer("dead", "Name or service not known", reached=False)),
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"),
         Answer("unanswered", "Temporary failure in name resolution", reached=False)),
        (ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"), Answer("dead", "SSL")),
        (TimeoutError("timed out"), Answer("unanswered", "no answer", reached=False)),
        (ConnectionRefusedError(111, "Connection refused"), Answer("unanswered", "Connection refused", reached=False)),
        (UnicodeError("label too long"), Answer("dead", "Name or service not known")),
    ],
)  # fmt: skip
def test_what_keeps_from_an_answer_is_dead_only_where_it_stays_so(
    problem: Exception, expected: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> object:
        raise URLError(problem) if isinstance(problem, OSError) else problem

    monkeypatch.setattr(asking, "_asked", failing)
    assert answer_of("https://labor.example/", HERE) == expected


def test_a_certificate_that_nobody_knows_is_dead_and_no_encryption_is_too(monkeypatch: pytest.MonkeyPatch) -> None:
    import trustme  # noqa: PLC0415

    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=_shake, args=(listening, context), daemon=True)
        thread.start()
        answer = answer_of(f"https://127.0.0.1:{listening.getsockname()[1]}/", HERE)
        thread.join(5)
    assert answer == Answer("dead", "unable to get local issuer certificate")
    with serving({"/": (200, "")}) as web:
        assert answer_of(web.at("/").replace("http:", "https:"), HERE).word == "dead"


def _shake(listening: socket.socket, context: ssl.SSLContext) -> None:
    calling, _ = listening.accept()
    try:
        context.wrap_socket(calling, server_side=True).close()
    except OSError:
        calling.close()


@pytest.mark.parametrize("said", [b"", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.1 \r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"])
def test_what_is_no_web_server_gives_no_answer(said: bytes) -> None:
    def speak() -> None:
        calling, _ = listening.accept()
        calling.recv(1000)
        calling.sendall(said)
        calling.close()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=speak, daemon=True)
        thread.start()
        assert answer_of(f"http://127.0.0.1:{listening.getsockname()[1]}/", HERE).word == "unanswered"
        thread.join(5)


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("http://ada:geheim@labor.example/", "unanswered"),
        ("http://labor.example:99999/", "unanswered"),
        (f"http://{'a' * 64}ä.example/", "dead"),
        ("http://[::1/", "unanswered"),
    ],
)
def test_an_address_that_nobody_could_ask_is_told_and_not_asked(address: str, word: str) -> None:
    assert answer_of(address, Manner()).word == word


def test_an_address_in_any_letters_is_asked_in_those_that_the_web_has() -> None:
    with serving({"/B%C3%BCcher/%20?q=%C3%A4%26": (200, ""), "/alt": (301, "/B\xc3\xbccher/%20?q=\xc3\xa4%26")}) as web:
        assert answer_of(web.at("/Bücher/%20?q=ä%26"), HERE) == Answer("fine")
        assert answer_of(web.at("/alt"), HERE) == Answer("moved", web.at("/Bücher/%20?q=ä%26"))


def test_a_host_is_asked_one_thing_after_the_other_with_a_pause_and_each_address_once() -> None:
    pages = {f"/{number}": (200, "") for number in range(4)}
    with serving(pages, slow=0.02) as web:
        began = time.monotonic()
        found = dict(answers([*map(web.at, pages), *map(web.at, pages)], Manner(allowed=everywhere, pause=0.05)))
        assert time.monotonic() - began >= 0.15
        assert Counter(found.values()) == {Answer("fine"): 4}
        assert (web.most_at_once, sorted(web.heard)) == (1, [f"HEAD {path}" for path in pages])


def test_no_more_than_a_few_hosts_are_asked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/": (200, "")}, slow=0.05) as web:
        hosts = [f"http://host-{number}.example:{web.port}/" for number in range(9)]
        real = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", lambda _, *given, **named: real("127.0.0.1", *given, **named))
        found = dict(answers(hosts, Manner(allowed=everywhere, at_once=3)))
        assert found == dict.fromkeys(hosts, Answer("fine"))
        assert web.most_at_once == 3


def test_what_takes_longer_than_there_is_time_for_is_left_unanswered() -> None:
    with serving({"/1": (200, ""), "/2": (200, "")}, slow=0.5) as web:
        began = time.monotonic()
        found = dict(answers([web.at("/1"), web.at("/2")], Manner(allowed=everywhere, total=0.1)))
        assert time.monotonic() - began < 0.45
        assert found == dict.fromkeys([web.at("/1"), web.at("/2")], Answer("unanswered", "no time left"))


def test_a_fault_of_ours_is_raised_where_the_answers_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_asked", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(answers(["http://labor.example/"], HERE))


def test_through_a_proxy_the_same_holds_as_without() -> None:
    with serving(
        {"http://labor.example/": (200, ""), "http://alt.example/": (301, "http://localhost/geheim")}
    ) as proxy:
        manner = Manner(proxy=lambda _: f"http://127.0.0.1:{proxy.port}", pause=0)
        asked = ("http://labor.example/", "http://alt.example/", "http://localhost/", "http://10.0.0.1/")
        assert [answer_of(address, manner) for address in asked] == [
            Answer("fine"),
            Answer("inside", "http://localhost/geheim"),
            Answer("inside", "http://localhost/"),
            Answer("inside", "http://10.0.0.1/"),
        ]
        assert proxy.heard == ["HEAD http://labor.example/", "HEAD http://alt.example/"]


EVENT = """\
number: 12
date: 2027-03-11
time: 14:00-17:00
description: |
  Mehr dazu [im Blog](https://blog.example/labore_(2)), bei <https://labor.example/a?b=1&c=2>
  und auf https://labor.example/blog. Auch „https://zitat.example/x“
registration: {url: https://labor.example/anmelden#formular}
# https://nirgends.example/ steht nur in einem Kommentar
links:
  - {title: Folien, url: "https://labor.example/a?b=1&c=2", type: slides}
"""


@pytest.fixture
def series(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small series, in the current folder."""
    texts = {
        "events/series.yaml": f"{SERIES}homepage: https://treff.example/\n",
        "events/organisations.yaml": f"{ORGANISATIONS}\nwerk: {{name: Werk, url: https://werk.example/}}\n",
        "events/treff-12.yaml": EVENT,
        "events/avoid.yaml": "days:\n  - {title: Messe, date: 2027-04-01, url: https://messe.example/}\n",
        "events/pages/ueber-uns.md": "# Über uns\n\nSeht [hier](https://seite.example/x).\n",
        "private/treff-12.yaml": "join: {url: https://meet.example.org/geheim}\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read() -> Reading:
    return reading(Path(), TODAY)


def test_all_addresses_of_the_files_are_asked_and_none_of_a_comment_or_of_private(series: Path) -> None:
    found = [(*link.place, link.address) for link in links_of(read())]
    assert found == [
        ("events/avoid.yaml", 2, 43, "https://messe.example/"),
        ("events/organisations.yaml", 4, 25, "https://werk.example/"),
        ("events/pages/ueber-uns.md", 3, 13, "https://seite.example/x"),
        ("events/series.yaml", 4, 11, "https://treff.example/"),
        ("events/treff-12.yaml", 5, 23, "https://blog.example/labore_(2)"),
        ("events/treff-12.yaml", 5, 62, "https://labor.example/a?b=1&c=2"),
        ("events/treff-12.yaml", 6, 11, "https://labor.example/blog"),
        ("events/treff-12.yaml", 6, 45, "https://zitat.example/x"),
        ("events/treff-12.yaml", 7, 21, "https://labor.example/anmelden#formular"),
        ("events/treff-12.yaml", 10, 27, "https://labor.example/a?b=1&c=2"),
    ]


@pytest.mark.parametrize("comment", ["", "  # labcamp: ok join-link-public, alle dürfen"])
def test_a_link_that_leads_into_a_meeting_is_not_asked(comment: str, series: Path) -> None:
    (series / "events/treff-12.yaml").write_text(
        f"number: 12\nplace:\n  online: true\n  url: https://zoom.us/j/123456789{comment}\n", "utf-8"
    )
    assert [link.address for link in links_of(read()) if link.place.path == "events/treff-12.yaml"] == []


def behind(answer: Callable[[str], Answer]) -> list[Finding]:
    links = links_of(read())
    return list(found_behind(links, {link.asked: answer(link.asked) for link in links}, TODAY))


@pytest.mark.shows("LC870", "LC871", "LC872", "LC873")
def test_each_place_of_an_address_is_told_with_the_day_on_which_it_was_asked(series: Path) -> None:
    known = {
        "https://labor.example/a?b=1&c=2": Answer("dead", "HTTP 404"),
        "https://labor.example/anmelden": Answer("moved", "https://neu.example/anmelden"),
        "https://werk.example/": Answer("unanswered", "HTTP 403"),
        "https://treff.example/": Answer("inside", "http://localhost/"),
    }
    found = behind(lambda address: known.get(address, Answer("fine")))
    assert [(each.path, each.line, each.code, dict(each.values)) for each in found] == [
        ("events/organisations.yaml", 4, "LC872", {"url": "https://werk.example/", "reason": "HTTP 403", "day": DAY}),
        ("events/series.yaml", 4, "LC873", {"url": "https://treff.example/", "to": "http://localhost/", "day": DAY}),
        ("events/treff-12.yaml", 5, "LC870",
         {"url": "https://labor.example/a?b=1&c=2", "reason": "HTTP 404", "day": DAY}),
        ("events/treff-12.yaml", 7, "LC871",
         {"url": "https://labor.example/anmelden#formular", "to": "https://neu.example/anmelden#formular", "day": DAY}),
        ("events/treff-12.yaml", 10, "LC870",
         {"url": "https://labor.example/a?b=1&c=2", "reason": "HTTP 404", "day": DAY}),
    ]  # fmt: skip
    assert all(each.advice for each in found)


@pytest.mark.shows("LC874")
def test_where_no_server_at_all_can_be_reached_it_is_we_who_are_not_online(series: Path) -> None:
    found = behind(lambda _: Answer("dead", "Name or service not known", reached=False))
    assert [(each.path, each.code, dict(each.values)) for each in found] == [("", "LC874", {"count": "9", "day": DAY})]


@pytest.fixture
def online(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A web in which all addresses are gone but those of `labor.example`; what it was asked."""
    asked: list[str] = []

    def known(address: str, manner: Manner) -> Answer:
        asked.append(address)
        return Answer("fine") if "labor.example" in address else Answer("dead", "HTTP 404")

    monkeypatch.setattr(asking, "answer_of", known)
    return asked


def test_check_asks_only_on_request_and_says_so(series: Path, labcamp: Labcamp, online: list[str]) -> None:
    assert labcamp("check", "--today", DAY).code == 0
    assert online == []
    result = labcamp("check", "--links", "--today", DAY)
    assert len(online) == 9
    assert result.code == 0
    assert result.out == "Addresses asked: 9.\nEvents checked: 1. No errors. Next: labcamp build\n"
    assert "events/series.yaml:4:11: LC870 link-dead: https://treff.example/ leads nowhere: " in result.err
    assert "(asked on 2027-01-01)" in result.err


def test_what_links_lead_to_is_told_to_programs_as_all_else(series: Path, labcamp: Labcamp, online: list[str]) -> None:
    found = json.loads(labcamp("check", "--links", "--format", "json", "--today", DAY).out)
    assert Counter(each["name"] for each in found)["link-dead"] == 6
    assert {each["level"] for each in found if each["name"] == "link-dead"} == {"advice"}
    assert labcamp("check", "--links", "--strict", "--today", DAY).code == 1


def test_an_exception_of_a_link_holds_and_is_not_called_unused_where_nobody_asks(
    series: Path, labcamp: Labcamp, online: list[str]
) -> None:
    file = series / "events/series.yaml"
    file.write_text(f"{SERIES}homepage: https://treff.example/  # labcamp: ok link-dead, kommt noch\n", "utf-8")
    assert "LC979" not in labcamp("check", "--today", DAY).err
    err = labcamp("check", "--links", "--today", DAY).err
    assert "https://treff.example/" not in err
    assert "LC979" not in err


def test_a_folder_that_cannot_be_read_is_told_and_nobody_is_asked(
    series: Path, labcamp: Labcamp, online: list[str]
) -> None:
    for path in (series / "events").glob("*.yaml"):
        path.unlink()
    result = labcamp("check", "--links", "--today", DAY)
    assert (result.code, online, result.out) == (1, [], "Put this right in the files, then again: labcamp check\n")


def test_ctrl_c_ends_it_at_once(series: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch) -> None:
    over, once = threading.Event(), threading.Lock()

    def nobody_answers(_: str, __: Manner) -> Answer:
        if once.acquire(blocking=False):  # a second Ctrl+C would end the tests
            interrupt_main()
        over.wait(20)
        return Answer("fine")

    monkeypatch.setattr(asking, "answer_of", nobody_answers)
    began = time.monotonic()
    result = labcamp("check", "--links", "--today", DAY)
    over.set()
    assert (result.code, result.out, time.monotonic() - began < 5) == (130, "", True)
