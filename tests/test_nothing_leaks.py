"""What is private stays private: after every command none stands in `out/`, in a log, in a message, or for others."""

import re
from base64 import b64decode
from collections.abc import Iterator
from email import message_from_bytes, policy
from functools import cache
from io import BytesIO
from pathlib import Path
from quopri import decodestring
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import typst
from conftest import TODAY, Labcamp, Result
from pypdf import PdfReader
from sample import some

from labcamp.cli import COMMANDS

PRIVATE = """\
join: {url: "https://verkennjoin.example.org/verkennraum", passcode: verkennpasscode, phone: "+49 30 7770001"}
way: Verkennweg durch den Hof.
bring: Verkennausweis
contacts: [{role: Verkennrolle, name: Verkennkontakt, phone: "+49 30 7770002"}]
delete_after: 2026-11-01
columns: {organisation: Verkennspalte}
"""
PEOPLE = """\
Name;E-Mail;Verkennspalte;Land;Status;Verkennfrage
Verkennida Verkennmuster;verkennida@example.org;Verkennlabor;Verkennland;bezahlt;Verkennantwort
"Verkennmax ""Verkenn"" Verkennmuster";verkennmax@example.com;Verkennlabor;Verkennland;bezahlt;Verkennantwort
Verkennlea;verkennlea@example.org;;;storniert;
Verkennodd;verkennodd@@example;Verkennlabor;;bezahlt;
Verkenntwice;verkennida@example.org;;;bezahlt;
Verkennjo;verkennjo@example.org;;;Verkennunbekannt;
Verkennshort;verkennshort@example.org
"""
SECRET = re.compile(rb"(?i)verkenn\w*|777000\d")
SERVER = "buero: {host: 127.0.0.1, port: 9, user: verkennuser@example.org}\n"
# What is said of every command; `{}` stands for the event.
CALLS: dict[str, tuple[str, ...]] = {
    "init": ("init ../another",),
    "new-event": ("new-event --yes --number 99",),
    "list": ("list", *(f"list --format {form}" for form in ("csv", "markdown", "xlsx"))),
    "stats": ("stats", *(f"stats --format {form}" for form in ("csv", "markdown", "xlsx"))),
    "export": (
        "export {} --format frab-xml",
        *(f"export --all --drafts --format {form}" for form in ("frab-json", "json-ld", "csv", "xlsx")),
    ),
    "show": ("show {}",),
    "check": (
        "check",
        "check --format json",
        "check --format github",
        "check --format gitlab",
        "check --strict",
        "check --fix",
    ),
    "explain": ("explain LC950",),
    "help": ("help people",),
    "build": ("build",),
    "harvest": ("harvest", "harvest --format csv", "harvest --write lese"),
    "new-paper": ("new-paper --yes --title Papier",),
    "render-paper": ("render-paper beispielpapier",),
    "export-ics": (
        "export-ics",
        "export-ics {}",
        "export-ics {} --sessions",
        "export-ics {} --deadlines",
        "export-ics {} --participants",
        "export-ics {} --participants --out out",
        "export-ics {} --invite somebody@example.org",
    ),
    "import": ("import out/labcamp.ics --yes", "import out/labcamp.ics --dry-run"),
    "render-mail": (
        *(f"render-mail {kind} {{}}{to}" for kind in ("practical-information", "reminder") for to in ("", " --to")),
        "render-mail confirmation {} --to",
        "render-mail confirmation {} --to --ready",
        "render-mail confirmation {} --to --limit 1 --dry-run",
        "render-mail confirmation {} --to private/verkennnone.csv",
        "render-mail reminder {} --out out",
    ),
    "render-invitation": ("render-invitation {} --to", "render-invitation {}", "render-invitation {} --to --out out"),
    "render-agenda": ("render-agenda {} --notes", "render-agenda {} --no-pdf"),
    "render-newsletter": (
        "render-newsletter {} --to",
        "render-newsletter {}",
        *(f"render-newsletter {{}} --for {service}" for service in ("listmonk", "keila", "paste")),
    ),
    "render-post": ("render-post mastodon {}",),
    "render-print": (
        *(f"render-print {kind} {{}}" for kind in ("agenda", "table-cards", "signs", "badges", "attendance-list")),
        "render-print run-sheet {}",
        "render-print run-sheet {} --out out",
        "render-print badges {} --to private/verkennnone.csv",
        "render-print badges {} --size 105x74 --dry-run",
        "render-print attendance-list {} --out out",
    ),
    "announce": ("announce {}", "announce --site"),
    "render-site": ("render-site", "render-site --drafts --no-pdf", "render-site --no-pdf --dry-run"),
    "statement": ("statement", "statement --page", "statement --law eu --dry-run"),
    "diff": ("diff {}",),
    "mails": ("mails {}",),
    "todo": (
        "todo {}",
        "todo --all --done",
        *(f"todo {{}} --format {form}" for form in ("markdown", "issue", "csv", "xlsx", "ics")),
    ),
    "handover": (
        "handover {} --to citylab-berlin",
        "handover {} --to citylab-berlin --dry-run",
        "handover {} --to citylab-berlin --out out",
    ),
    "done": ("done {} invitation", "done {} invitation --undo"),
    "draft": (
        "draft confirmation {} --to --mbox",
        "draft confirmation {} --to --maildir",
        "draft confirmation {} --to --imap buero",
        "draft confirmation {} --to --imap buero --dry-run",
        "draft reminder {} --mbox",
        "draft reminder {} --mbox --out out",
        "draft invitation {} --mbox",
    ),
    "dates": ("dates", "dates {} --format csv"),
    "check-ics": ("check-ics private/out/{}/participants.ics", "check-ics out/{}/{}.ics"),
    "reschedule": ("reschedule {} --date 2027-03-18 --yes",),
    "templates": ("templates",),
    "schema": ("schema", "schema private"),
    "cancel": ("cancel {} --reason Sturm --yes", "render-mail cancellation {} --to", "build"),
    "groups": (
        "groups {} --size 2-4",
        "groups {} --groups 1 --priority new --dry-run",
        "groups {} --pairs --rounds 1",
        "groups {} --to private/verkennnone.csv",
        "groups {} --ran 1",
    ),
    "people": (),  # the one place where names stand: see below
    "preview": (),  # it ends only when told to: tests/test_preview.py
    "undo": ("undo --dry-run", "undo"),
    "forget": ("forget {} --dry-run", "forget {} --yes", "check", "build", "show {}"),
}


@pytest.fixture
def settings(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace whose private data cannot be mistaken, and a mail account that nobody answers for."""
    event = Path("events/labcamp-11.yaml")
    event.write_text(event.read_text("utf-8").replace("status: draft", "status: confirmed"), "utf-8")
    series = Path("events/series.yaml")
    extra = "imprint: https://example.org/impressum\nnewsletter: {unsubscribe: https://example.org/weg}\n"
    series.write_text(series.read_text("utf-8") + extra, "utf-8")
    Path("private").mkdir()
    Path("private/labcamp-11.yaml").write_text(PRIVATE, "utf-8")
    Path("private/labcamp-11.csv").write_text(PEOPLE, "utf-8")
    folder = workspace.parent / "settings"
    folder.mkdir()
    (folder / "accounts.yaml").write_text(SERVER, "utf-8")
    monkeypatch.setenv("LABCAMP_CONFIG", str(folder))
    monkeypatch.setenv("LABCAMP_IMAP_PASSWORD", "verkennpassword")
    monkeypatch.setenv("LABCAMP_CACHE", str(workspace.parent / "kept"))
    return workspace


def readings(content: bytes) -> Iterator[bytes]:
    """A file as it is, and as what is written in it reads: mails, folded lines, and what is in base64."""
    yield content
    yield content.replace(b"\r\n ", b"").replace(b"=\r\n", b"")
    yield decodestring(content)
    if content.startswith(b"%PDF"):
        reader = PdfReader(BytesIO(content))
        yield "".join(sheet.extract_text() for sheet in reader.pages).encode()
        yield str(reader.metadata).encode()
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as parts:
            yield b"".join(map(parts.read, parts.namelist()))
    for part in message_from_bytes(content, policy=policy.default).walk():
        if not part.is_multipart():
            yield bytes(part.get_payload(decode=True) or b"")
    for piece in re.findall(rb"[A-Za-z0-9+/]{16,}=*", content):
        yield b64decode(piece[: len(piece) // 4 * 4])


@cache
def hidden_in(content: bytes) -> frozenset[bytes]:
    """What is private in a file, however it is written."""
    return frozenset(match for text in readings(content) for match in SECRET.findall(text))


def leaks(root: Path) -> dict[str, set[bytes]]:
    """What is private and stands in the files and the file names of a folder."""
    found: dict[str, set[bytes]] = {}
    for path in (path for path in root.rglob("*") if path.is_file()):
        if told := {*SECRET.findall(path.as_posix().encode()), *hidden_in(path.read_bytes())}:
            found[path.relative_to(root).as_posix()] = told
    return found


def seen_by_others(folder: Path) -> set[str]:
    """What lies in a folder and not only its owner may read."""
    paths = (path for path in folder.rglob("*") if not path.is_symlink())
    return {path.relative_to(folder).as_posix() for path in paths if path.stat().st_mode & 0o077}


def said(result: Result) -> set[bytes]:
    """What is private and was said."""
    return set(SECRET.findall(f"{result.out}\n{result.err}".encode()))


def on_the_day(words: str) -> tuple[str, ...]:
    """The day on which it happens, for the commands that have one."""
    timeless = {"help", "init", "undo", "explain", "check-ics", "templates", "schema"}
    return () if words.split(maxsplit=1)[0] in timeless else ("--today", "2027-03-20" if "forget" in words else TODAY)


def test_every_command_is_called() -> None:
    assert set(CALLS) == set(COMMANDS)


def test_what_is_private_stays_so_whatever_is_called(settings: Path, labcamp: Labcamp) -> None:
    codes, told = {}, {}
    for words in (call.replace("{}", "labcamp-11") for calls in CALLS.values() for call in calls):
        result = labcamp(*words.split(), *on_the_day(words))
        codes[words] = result.code
        # A path that was typed comes back as it was typed.
        if found := said(result) - set(SECRET.findall(words.encode())):
            told[words] = found
        assert {name for name in leaks(settings) if not name.startswith("private/")} == set(), words
        # What a person has put there is that person's.
        assert seen_by_others(settings / "private") <= {"labcamp-11.csv", "labcamp-11.yaml"}, words
    assert told == {}
    assert {words: code for words, code in codes.items() if code} == {
        "check --strict": 1,
        "export-ics labcamp-11 --participants --out out": 2,
        "render-mail confirmation labcamp-11 --to private/verkennnone.csv": 1,
        "render-mail reminder labcamp-11 --out out": 2,
        "render-invitation labcamp-11 --to --out out": 2,
        "render-print signs labcamp-11": 1,  # it takes place online
        "render-print badges labcamp-11 --to private/verkennnone.csv": 1,
        "render-print attendance-list labcamp-11 --out out": 2,
        "render-print run-sheet labcamp-11 --out out": 2,
        "groups labcamp-11 --to private/verkennnone.csv": 1,
        "handover labcamp-11 --to citylab-berlin --out out": 2,
        "draft confirmation labcamp-11 --to --imap buero": 1,
        "draft reminder labcamp-11 --mbox --out out": 2,
    }
    assert sorted((settings / "private").rglob("*labcamp-11*")) == []
    kept = settings.parent / "kept"
    assert some(kept.rglob("*"))
    assert leaks(kept) == {}


def test_the_table_of_people_is_the_one_place_where_they_stand(settings: Path, labcamp: Labcamp) -> None:
    result = labcamp("people", "11", "--today", TODAY)
    assert result.code == 0
    assert {b"Verkennida", b"verkennida", b"Verkennmax", b"Verkennlabor", b"Verkennland"} <= set(
        SECRET.findall(result.out.encode())
    )
    # Who is left out is not shown; a column is called as its header is.
    assert (
        set(SECRET.findall(result.out.encode())) & {b"Verkennlea", b"Verkennodd", b"Verkennjo", b"Verkennantwort"}
        == set()
    )
    assert set(SECRET.findall(result.err.encode())) <= {b"Verkennspalte"}


def test_the_search_finds_what_is_hidden_in_a_mail(tmp_path: Path) -> None:
    """The judge itself is tried: a test that finds nothing proves nothing."""
    (tmp_path / "a.eml").write_bytes(b"Content-Transfer-Encoding: base64\n\ndmVya2VubmlkYUBleGFtcGxlLm9yZw==\n")
    (tmp_path / "b.eml").write_bytes(b"Subject: x\nContent-Transfer-Encoding: quoted-printable\n\n=56erkenn=\nida\n")
    (tmp_path / "c.ics").write_bytes(b"SUMMARY:verk\r\n ennida\r\n")
    (tmp_path / "verkennd").write_bytes(b"")
    (tmp_path / "e.txt").write_bytes(b"Ida")
    (tmp_path / "f.pdf").write_bytes(typst.compile(b"Verk#[enn]ida"))
    with ZipFile(tmp_path / "g.xlsx", "w", ZIP_DEFLATED) as parts:
        parts.writestr("sheet.xml", "<t>Verkennida</t>")
    assert leaks(tmp_path).keys() == {"a.eml", "b.eml", "c.ics", "verkennd", "f.pdf", "g.xlsx"}
