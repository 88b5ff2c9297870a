"""`draft`: one place for the drafts, files that mail programs import, and where the password comes from."""

import io
import json
import mailbox
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import keyring
import pytest
from conftest import TODAY, Labcamp, Result, own_environment
from odd_server import Oddities, odd_server
from terminal import COLOURFUL, shown

from labcamp.findings import LabcampError
from labcamp.model.private import Account
from labcamp.terminal import passwords, progress
from labcamp.terminal.passwords import Password, offer_to_keep, password_for

ORDER = ("draft", "save-the-date", "11", "--today", TODAY)
ACCOUNT = Account.model_validate({"host": "imap.example.org", "user": "treffen", "\0id": "treff-12"})
SECRET = "geheimes Wort"

SENT = "Once the mail is sent: labcamp done 11 save-the-date\n"


class Ring:
    """A keyring of the system, as one of the tests needs it."""

    def __init__(self, *, broken: bool = False, **kept: str) -> None:
        """What it has kept before."""
        self.broken = broken
        self.kept = {("labcamp", name): text for name, text in kept.items()}

    def get_password(self, service: str, username: str) -> str | None:
        """A password that was kept."""
        if self.broken:
            raise OSError("no bus to the keyring")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """A password is kept."""
        if self.broken:
            raise OSError("no bus to the keyring")
        self.kept[service, username] = password


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    """Nothing of the machine's own keyring, settings or passwords."""
    for name in ("LABCAMP_IMAP_PASSWORD", "LABCAMP_IMAP_PASSWORD_TREFF_12", "LABCAMP_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    empty = Ring()
    monkeypatch.setattr(keyring, "get_password", empty.get_password)
    monkeypatch.setattr(keyring, "set_password", empty.set_password)
    return empty


@pytest.mark.shows("LC014")
@pytest.mark.parametrize("places", [(), ("--mbox", "--maildir"), ("--imap", "buero", "--mbox")])
def test_exactly_one_place_is_named(places: tuple[str, ...], workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp(*ORDER, *places)
    assert (result.code, result.out) == (2, "")
    assert "LC014 missing-answer: this needs the one place to put it, and only one" in result.err
    assert "say it with --imap ACCOUNT, with --mbox or with --maildir" in result.err
    assert [path.name for path in workspace.iterdir()] == ["events"]


def test_an_mbox_is_the_draft_that_would_be_a_file(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("render-mail", *ORDER[1:])
    draft = (workspace / "out/labcamp-11/save-the-date.eml").read_bytes()
    result = labcamp(*ORDER, "--mbox")
    assert (result.code, result.out.splitlines()[0]) == (0, "created    out/labcamp-11/save-the-date.mbox")
    assert result.out.splitlines()[-2].startswith("Import out/labcamp-11/save-the-date.mbox into your mail program")
    box = mailbox.mbox(workspace / "out/labcamp-11/save-the-date.mbox", create=False)
    try:
        assert [box.get_bytes(key).replace(b"\n", b"\r\n") for key in box.keys()] == [draft]  # noqa: SIM118
    finally:
        box.close()
    assert labcamp(*ORDER, "--mbox").out.startswith("unchanged  ")


@pytest.mark.shows("LC982")
def test_a_maildir_is_read_and_what_a_mail_program_has_moved_is_not_made_again(
    workspace: Path, labcamp: Labcamp
) -> None:
    folder = workspace / "out/labcamp-11/save-the-date.maildir"
    assert labcamp(*ORDER, "--maildir", "--dry-run").out.startswith("new ")
    assert not folder.exists()
    assert labcamp(*ORDER, "--maildir").code == 0
    (file,) = (folder / "new").iterdir()
    assert sorted(path.name for path in folder.iterdir()) == ["cur", "new", "tmp"]
    assert [message["X-Unsent"] for message in mailbox.Maildir(folder, create=False)] == ["1"]
    file.rename(folder / "cur" / f"{file.name};2,S")
    result = labcamp(*ORDER, "--maildir")
    assert (result.code, list((folder / "new").iterdir())) == (0, [])
    assert "LC982 draft-taken-over" in result.err


LIST = "Name;E-Mail\nIda Beispiel;ida@example.org\nMax Muster;max@example.com\n"
EACH = ("draft", "confirmation", "11", "--to", "--today", TODAY)


def people(workspace: Path, text: str = LIST) -> Path:
    """The list of those who come."""
    path = workspace / "private/labcamp-11.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return workspace / "private/out/labcamp-11"


def test_a_mail_for_each_person_is_one_mbox(workspace: Path, labcamp: Labcamp) -> None:
    folder = people(workspace)
    result = labcamp(*EACH, "--mbox")
    assert (result.code, result.out.splitlines()[0]) == (0, "2 drafts")
    box = mailbox.mbox(folder / "confirmation-people.mbox", create=False)
    assert [message["To"] for message in box] == ["Ida Beispiel <ida@example.org>", "Max Muster <max@example.com>"]
    box.close()
    assert labcamp(*EACH, "--mbox", "--limit", "1").out.splitlines()[0] == "1 draft, 1 person not yet (--limit)"


def test_who_is_no_longer_on_the_list_has_no_draft_in_the_maildir(workspace: Path, labcamp: Labcamp) -> None:
    folder = people(workspace) / "confirmation-people.maildir"
    assert labcamp(*EACH, "--maildir").code == 0
    people(workspace, LIST.replace("Max Muster;max@example.com\n", ""))
    assert labcamp(*EACH, "--maildir").code == 0
    box = mailbox.Maildir(folder, create=False)
    assert [message["To"] for message in box] == ["Ida Beispiel <ida@example.org>"]


@pytest.mark.parametrize("place", ["--mbox", "--maildir"])
def test_what_tells_how_to_get_in_stays_private(place: str, workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("draft", "practical-information", "11", "--today", TODAY, place)
    assert (result.code, (workspace / "out").exists()) == (0, False)
    assert "private/out/labcamp-11/practical-information" in result.out
    assert "LC033" in labcamp("draft", "practical-information", "11", place, "--out", "elsewhere").err


def test_a_mail_that_has_nothing_to_say_is_no_draft(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("draft", "thanks", "11", "--today", TODAY, "--mbox")
    assert (result.code, "LC035 mail-does-not-fit" in result.err) == (1, True)


def test_without_accounts_it_is_said_what_to_write_and_where(workspace: Path, labcamp: Labcamp, tmp_path: Path) -> None:
    result = labcamp(*ORDER, "--imap", "office", env={"LABCAMP_CONFIG": str(tmp_path)})
    assert (result.code, result.out) == (1, "")
    assert f"{tmp_path.as_posix()}/accounts.yaml: LC800 accounts-missing" in result.err
    lines = [line[8:] for line in result.err.splitlines() if line.startswith(" " * 8)]
    assert lines == ["office:", "  host: imap.example.org", "  user: meeting@example.org"]
    (tmp_path / "accounts.yaml").write_text("\n".join(lines), "utf-8")
    assert labcamp(*ORDER, "--imap", "office", "--dry-run").code == 0


def test_a_dry_run_speaks_with_nobody(workspace: Path, labcamp: Labcamp, tmp_path: Path) -> None:
    (tmp_path / "accounts.yaml").write_text("buero: {host: imap.example.org, user: a}\n", "utf-8")
    result = labcamp(*ORDER, "--imap", "buero", "--dry-run", env={"LABCAMP_CONFIG": str(tmp_path)})
    assert (result.code, result.out.splitlines()) == (
        0,
        [
            "One draft would go to the account 'buero' (imap.example.org).",
            "A dry run, without a connection to the server.",
        ],
    )
    assert [path.name for path in workspace.iterdir()] == ["events"]


@pytest.fixture
def put(workspace: Path, labcamp: Labcamp, tmp_path: Path) -> Callable[..., Result]:
    """The draft is put into an account of a server, which may be odd."""

    def call(odd: Oddities, *options: str, more: str = "", user: str = "treffen") -> Result:
        with odd_server(odd, tmp_path) as account:
            keys = f"host: localhost, user: {user}, port: {account.port}, ca: authority.pem"
            lines = f"buero: {{{', '.join(filter(None, (keys, more)))}}}\n"
            (tmp_path / "accounts.yaml").write_text(lines, "utf-8")
            env = {"LABCAMP_CONFIG": str(tmp_path), "LABCAMP_IMAP_PASSWORD": SECRET}
            return labcamp(*ORDER, "--imap", "buero", *options, env=env)

    return call


def test_a_draft_goes_to_the_account(put: Callable[..., Result]) -> None:
    odd = Oddities()
    result = put(odd)
    assert (result.code, result.out.splitlines()[0], len(odd.mails)) == (0, "Drafts (buero): 1 created", 1)
    assert result.out.splitlines()[-2:] == [
        "Now open 'Drafts' in your mail program, read what is there, and send it.",
        "Once the mail is sent: labcamp done 11 save-the-date",
    ]
    assert put(odd).out.splitlines()[0] == "Drafts (buero): 1 unchanged"


def test_what_has_gone_to_the_account_is_in_the_mailbox_and_not_sent(
    put: Callable[..., Result], labcamp: Labcamp
) -> None:
    def standing() -> str:
        rows = labcamp("mails", "11", "--today", TODAY).out.splitlines()
        return next(row.split("  ")[-1] for row in rows if row.startswith("save the date"))

    put(Oddities())
    before = standing()
    labcamp("done", "11", "save-the-date", "--today", TODAY)
    assert (before.strip(), standing().strip()) == ("overdue since Thu 2026-11-19, in the mailbox", "sent")


@pytest.mark.shows("LC980", "LC981")
def test_a_draft_that_somebody_has_changed_or_sent_is_left_alone_and_told(put: Callable[..., Result]) -> None:
    odd = Oddities()
    put(odd)
    changed = {number: content.replace(b"Subject: ", b"Subject: x") for number, content in odd.mails.items()}
    odd.mails = dict(changed)
    for options in ((), ("--force",)):
        result = put(odd, *options)
        assert (result.code, result.out.splitlines()[0], odd.mails) == (0, "Drafts (buero): 1 kept", changed)
        assert "LC980 draft-changed: changed by hand (1)" in result.err
    odd.mails = {}
    result = put(odd)
    assert (result.code, result.out, odd.mails) == (
        0,
        "Drafts (buero): 1 no longer there\n" + SENT,
        {},
    )
    assert "LC981 draft-gone: no longer among the drafts (1)" in result.err
    assert put(odd, "--force").out.splitlines()[0] == "Drafts (buero): 1 created"
    assert len(odd.mails) == 1


def test_after_the_folder_was_corrected_drafts_are_made_there(put: Callable[..., Result]) -> None:
    folders = (rb'() "/" Drafts', rb'() "/" Vorlagen')
    assert put(Oddities(listing=folders)).out.splitlines()[0] == "Drafts (buero): 1 created"
    result = put(Oddities(listing=folders), more="folder: Vorlagen")
    assert (result.out.splitlines()[0], "LC981" in result.err) == ("Vorlagen (buero): 1 created", False)
    assert put(Oddities(listing=folders), more="folder: Vorlagen").out == "Vorlagen (buero): 1 no longer there\n" + SENT
    assert put(Oddities(listing=folders)).out == "Drafts (buero): 1 no longer there\n" + SENT
    assert put(Oddities(listing=folders), user="verein").out.splitlines()[0] == "Drafts (buero): 1 created"


def slowly(content: bytes) -> bytes:
    """A mail as a server keeps it that takes its time."""
    time.sleep(0.4)
    return content


def test_a_slow_server_is_told_in_one_line_where_nobody_looks_on_and_a_quick_one_not_at_all(
    put: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "…" not in put(Oddities()).err
    monkeypatch.setattr(progress, "PATIENCE", 0.2)
    assert put(Oddities(keep=slowly), "--force").err.startswith("Draft 1 of 1 …\n")


def test_at_a_terminal_a_line_tells_which_draft_is_on_its_way(tmp_path: Path) -> None:
    script = (
        "import time\nfrom labcamp.terminal.progress import status\nwith status('Connecting') as going:\n"
        "    time.sleep(0.3)\n    going('Draft [3] of 35')\n    time.sleep(0.3)\n"
    )
    screen = shown(["-c", script], {**own_environment(), **COLOURFUL}, tmp_path)
    assert [text in screen for text in ("Connecting", "Draft [3] of 35")] == [True, True]
    assert shown(["-c", script], {**own_environment(), "TERM": "dumb"}, tmp_path) == ""


def test_what_an_older_labcamp_remembers_is_read_on(put: Callable[..., Result], workspace: Path) -> None:
    put(Oddities())
    memory = workspace / "private/out/labcamp-11/save-the-date.buero.drafts.json"
    ((place, keys),) = json.loads(memory.read_bytes()).items()
    assert (place, len(keys)) == ("imap://treffen@localhost/Drafts", 1)
    memory.write_text(json.dumps(keys, indent=0) + "\n", "utf-8")
    assert put(Oddities()).out == "Drafts (buero): 1 no longer there\n" + SENT
    assert json.loads(memory.read_bytes()) == {place: keys}


def test_a_memory_that_is_not_ours_knows_nothing(put: Callable[..., Result], workspace: Path) -> None:
    put(Oddities())
    memory = workspace / "private/out/labcamp-11/save-the-date.buero.drafts.json"
    for content in (b"{}", b"[1]", b"\xff", b"["):
        memory.write_bytes(content)
        assert put(Oddities()).out.splitlines()[0] == "Drafts (buero): 1 created"


@pytest.mark.parametrize("odd", [Oddities(login=b"NO geheimes Wort?"), Oddities(append=b""), Oddities(greeting=b"no")])
def test_no_password_and_no_address_stands_in_what_is_said(odd: Oddities, put: Callable[..., Result]) -> None:
    result = put(odd)
    assert (result.code, result.out, re.findall("LC[0-9]+", result.err) != []) == (1, "", True)
    assert SECRET not in result.err
    assert "@" not in result.err


def test_a_password_is_first_looked_for_in_the_environment(monkeypatch: pytest.MonkeyPatch, ring: Ring) -> None:
    ring.kept["labcamp", "treffen@imap.example.org"] = "by user and host"
    assert password_for(ACCOUNT) == Password("by user and host")
    ring.kept["labcamp", "treff-12"] = "by account"
    assert password_for(ACCOUNT) == Password("by account")
    monkeypatch.setenv("LABCAMP_IMAP_PASSWORD", "of any\r\n")
    assert password_for(ACCOUNT) == Password("of any")
    monkeypatch.setenv("LABCAMP_IMAP_PASSWORD_TREFF_12", "of this one")
    assert password_for(ACCOUNT) == Password("of this one")
    assert "of this one" not in repr(password_for(ACCOUNT))


@pytest.mark.shows("LC803")
def test_without_a_password_and_with_nobody_to_ask_it_is_said_where_it_belongs(ring: Ring) -> None:
    for broken in (False, True):
        ring.broken = broken
        with pytest.raises(LabcampError) as problem:
            password_for(ACCOUNT)
        assert [(found.code, dict(found.values)) for found in problem.value.findings] == [
            ("LC803", {"account": "treff-12"})
        ]


def test_a_password_that_somebody_types_is_kept_if_they_like(
    ring: Ring, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(passwords, "somebody_sits_here", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: SECRET)
    typed = password_for(ACCOUNT)
    assert typed == Password(SECRET, typed=True)
    yes = {("labcamp", "treff-12"): SECRET}
    for answer, kept in (("n", {}), ("", {}), ("\n", {}), ("y", yes), ("J\n", yes), ("ja\n", yes), ("vielleicht", {})):
        ring.kept.clear()
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        offer_to_keep(ACCOUNT, typed)
        assert ring.kept == kept
    said = capsys.readouterr()
    assert ("LC983" in said.err, SECRET in said.out + said.err) == (False, False)


@pytest.mark.shows("LC983")
def test_a_keyring_that_does_not_take_a_password_is_told(
    ring: Ring, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ring.broken = True
    monkeypatch.setattr(sys, "stdin", io.StringIO("y"))
    offer_to_keep(ACCOUNT, Password(SECRET, typed=True))
    said = capsys.readouterr()
    assert (ring.kept, "LC983 password-not-kept" in said.err, SECRET in said.out + said.err) == ({}, True, False)
