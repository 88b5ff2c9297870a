"""The session with a mail server that behaves oddly: what is refused, what is told, and what no password goes to."""

from pathlib import Path

import pytest
from odd_server import Oddities, odd_server

from labcamp.deliver.drafts import draft_of, sealed
from labcamp.deliver.imap import open_drafts, put
from labcamp.deliver.session import logged_in
from labcamp.findings import LabcampError
from labcamp.model.private import Account

DRAFT = draft_of(b"X-Unsent: 1\r\nSubject: Treffen\r\nMessage-ID: <1@example.org>\r\n\r\nBis bald.\r\n")
SECRET = "geheim"


def delivered(account: Account, password: str = SECRET) -> list[str]:
    """What became of one draft."""
    with logged_in(account, password) as session:
        return [outcome.word for outcome in put(session, open_drafts(session), [DRAFT], frozenset())]


def refused(account: Account) -> tuple[str, dict[str, str]]:
    """The finding that stops the delivery of one draft, and its values."""
    with pytest.raises(LabcampError) as problem:
        delivered(account)
    (found,) = problem.value.findings
    return found.code, dict(found.values)


@pytest.mark.parametrize("greeting", [b"* OK ready", b"* PREAUTH you are in already"])
def test_who_hides_that_the_server_can_encrypt_gets_no_password(greeting: bytes, tmp_path: Path) -> None:
    odd = Oddities(greeting=greeting, encrypted=False)
    with odd_server(odd, tmp_path, security="starttls") as account:
        assert refused(account) == ("LC805", {"host": "localhost", "reason": "STARTTLS"})
    assert {line.split()[1] for line in odd.heard} <= {b"CAPABILITY"}


@pytest.mark.shows("LC805")
def test_a_server_that_does_not_encrypt_from_the_start_is_told(tmp_path: Path) -> None:
    odd = Oddities(encrypted=False)
    with odd_server(odd, tmp_path) as account:
        code, values = refused(account)
    assert (code, values["reason"] in {"WRONG_VERSION_NUMBER", "RECORD_LAYER_FAILURE"}) == ("LC805", True)


def test_a_password_goes_in_one_piece_where_the_server_takes_that_and_else_in_quotes(tmp_path: Path) -> None:
    for capability, password, heard in (
        (b"IMAP4rev1 AUTH=PLAIN", SECRET, b"\0treffen@example.org\0geheim"),
        (b"IMAP4rev1", 'mit "Zeichen" \\', rb' LOGIN "treffen@example.org" "mit \"Zeichen\" \\"'),
        (b"IMAP4rev1", "Käse", "\0treffen@example.org\0Käse".encode()),
        (b"IMAP4rev1", "a\r\nb", b"\0treffen@example.org\0a\r\nb"),
    ):
        odd = Oddities(capability=capability)
        with odd_server(odd, tmp_path) as account:
            assert delivered(account, password) == ["created"]
        assert [line for line in odd.heard if line.endswith(heard)] != []


@pytest.mark.shows("LC806")
@pytest.mark.parametrize("capability", [b"IMAP4rev1 AUTH=PLAIN", b"IMAP4rev1 LOGINDISABLED"])
def test_who_is_not_let_in_is_told_without_the_words_of_the_server(capability: bytes, tmp_path: Path) -> None:
    odd = Oddities(capability=capability, login=b"NO [AUTHENTICATIONFAILED] treffen@example.org, geheim?")
    with odd_server(odd, tmp_path) as account:
        assert refused(account) == ("LC806", {"account": "-", "host": "localhost"})


@pytest.mark.shows("LC809")
def test_a_server_that_hangs_up_is_told_with_how_far_it_came(tmp_path: Path) -> None:
    with odd_server(Oddities(append=b""), tmp_path) as account:
        assert refused(account) == ("LC809", {"account": "-", "done": "0", "folder": "Drafts", "total": "1"})


def test_a_name_may_come_in_a_literal_and_folders_that_hold_no_mails_are_passed_over(tmp_path: Path) -> None:
    listing = (rb'(\Noselect \Drafts) "/" Nichts', rb'(\HasNoChildren) "." {12}' b"\r\nEntw&APw-rfe", b"() NIL INBOX")
    with odd_server(Oddities(listing=listing), tmp_path) as account, logged_in(account, SECRET) as session:
        folder = open_drafts(session)
        assert (folder.path, folder.argument) == ("Entwürfe", '"Entw&APw-rfe"')


@pytest.mark.parametrize(
    ("listed", "path"),
    [
        (rb'"/" [Gmail]/Entw&APw-rfe', "[Gmail]/Entwürfe"),
        (rb'"/" "[Google Mail]/Brouillons"', "[Google Mail]/Brouillons"),
        (rb'"/" "[Gmail]/Borradores"', "[Gmail]/Borradores"),
        (rb'"/" "[Gmail]/Wersje robocze"', "[Gmail]/Wersje robocze"),
        (rb'"/" "[Gmail]/&Tgtm+DBN-"', "[Gmail]/下書き"),
        (rb'"/" "[Gmail]/&BCcENQRABD0EPgQyBDgEOgQ4-"', "[Gmail]/Черновики"),
        (rb'"/" Draft', "Draft"),
        (rb'"." INBOX.Bozze', "INBOX/Bozze"),
    ],
)
def test_a_folder_that_the_server_does_not_mark_is_found_by_its_name_in_any_language(
    listed: bytes, path: str, tmp_path: Path
) -> None:
    odd = Oddities(listing=(b'() "/" INBOX', b"() " + listed))
    with odd_server(odd, tmp_path) as account, logged_in(account, SECRET) as session:
        assert open_drafts(session).path == path


USUAL = "Drafts, Entwürfe, Brouillons, Bozze, …"


@pytest.mark.shows("LC807")
def test_a_folder_that_does_not_open_is_as_good_as_none(tmp_path: Path) -> None:
    with odd_server(Oddities(select=b"NO not now"), tmp_path) as account:
        assert refused(account) == ("LC807", {"account": "-", "folders": "Drafts", "names": USUAL})


@pytest.mark.shows("LC813")
def test_a_folder_that_is_only_to_be_read_is_named_as_such(tmp_path: Path) -> None:
    with odd_server(Oddities(select=b"OK [READ-ONLY] look, do not touch"), tmp_path) as account:
        assert refused(account) == ("LC813", {"account": "-", "folder": "Drafts"})


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), "–"),
        ((b"INBOX", b"B&APw-ro/Drafts", b"B&APw-ro"), "INBOX, Büro, Büro/Drafts"),
        (tuple(b"F%02d" % number for number in range(12)), ", ".join(f"F{number:02}" for number in range(12))),
        (tuple(b"F%02d" % number for number in range(13)), ", ".join(f"F{number:02}" for number in range(12)) + ", …"),
    ],
)
def test_where_no_folder_is_for_drafts_those_that_are_there_are_named(
    names: tuple[bytes, ...], told: str, tmp_path: Path
) -> None:
    listing = tuple(b'() "/" ' + name for name in names)
    for wanted, sought in ((None, USUAL), ("Vorlagen", "Vorlagen")):
        with odd_server(Oddities(listing=listing), tmp_path) as account:
            found = refused(account.model_copy(update={"folder": wanted}))
        assert found == ("LC807", {"account": "-", "folders": told, "names": sought})


@pytest.mark.shows("LC808")
@pytest.mark.parametrize(
    ("append", "reason"),
    [(b"NO [OVERQUOTA] full", "OVERQUOTA"), (b"NO [TOOBIG] large", "TOOBIG"), (b"NO for treffen@example.org", "NO")],
)
def test_a_draft_that_the_server_refuses_is_told_without_its_words(append: bytes, reason: str, tmp_path: Path) -> None:
    with odd_server(Oddities(append=append), tmp_path) as account:
        values = {"account": "-", "done": "0", "folder": "Drafts", "reason": reason, "total": "1"}
        assert refused(account) == ("LC808", values)


def test_a_server_that_rewrites_mails_keeps_the_old_draft_and_not_the_new_one(tmp_path: Path) -> None:
    old = sealed(draft_of(DRAFT.content.replace(b"Bis bald", b"Alt")))
    odd = Oddities(keep=lambda content: content.replace(b"Bis bald", b"BIS BALD"), mails={1: old})
    with odd_server(odd, tmp_path) as account:
        code, values = refused(account)
    assert (code, values["reason"], odd.mails) == ("LC808", "CHANGED", {1: old})


def test_a_server_that_errs_about_where_the_draft_is_costs_nobody_a_mail(tmp_path: Path) -> None:
    foreign = b"Subject: Fremd\r\nMessage-ID: <2@example.org>\r\n\r\nFremd\r\n"
    odd = Oddities(append=b"OK [APPENDUID 1 1] done", mails={1: foreign})
    with odd_server(odd, tmp_path) as account:
        code, values = refused(account)
    assert (code, values["reason"], odd.mails) == ("LC808", "CHANGED", {1: foreign, 2: sealed(DRAFT)})


@pytest.mark.parametrize("append", [b"OK done", b"OK [APPENDUID 1 1] done"])
def test_a_server_may_end_lines_as_it_likes_and_need_not_say_where_a_draft_is(append: bytes, tmp_path: Path) -> None:
    odd = Oddities(keep=lambda content: content.replace(b"\r\n", b"\n").rstrip() + b"\n\n", append=append)
    for word in ("created", "unchanged"):
        with odd_server(odd, tmp_path) as account:
            assert delivered(account) == [word]
    assert list(odd.mails) == [1]


@pytest.mark.shows("LC804")
def test_a_name_that_nobody_has_and_a_port_where_nobody_answers_are_told(tmp_path: Path) -> None:
    with odd_server(Oddities(), tmp_path) as account:
        free = account.model_copy(update={"port": 1})
        assert refused(free) == ("LC804", {"host": "localhost", "port": "1", "reason": "Connection refused"})
        for host in ("..", "a" * 64):
            assert refused(account.model_copy(update={"host": host}))[0] == "LC804"


@pytest.mark.parametrize("greeting", [b"HTTP/1.1 400 Bad Request", b"* BYE too many"])
def test_what_is_no_mail_server_is_told(greeting: bytes, tmp_path: Path) -> None:
    with odd_server(Oddities(greeting=greeting), tmp_path) as account:
        code, values = refused(account)
    assert (code, values["reason"]) == ("LC804", "no IMAP")


def test_the_file_of_a_certificate_must_be_one(tmp_path: Path) -> None:
    (tmp_path / "none.pem").write_text("no certificate", "utf-8")
    with odd_server(Oddities(), tmp_path) as account:
        for name, reason in (("none.pem", "no certificate"), ("gone.pem", "No such file or directory")):
            path = (tmp_path / name).as_posix()
            with pytest.raises(LabcampError) as problem:
                delivered(account.model_copy(update={"ca": path}))
            (found,) = problem.value.findings
            assert (found.path, found.code, dict(found.values)) == (path, "LC003", {"reason": reason})
