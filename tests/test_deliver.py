"""Drafts as files, the names of mailboxes, the file of accounts: all that needs no server."""

import mailbox
from pathlib import Path

import pytest
from conftest import GOLDEN
from hypothesis import given
from hypothesis import strategies as st

from labcamp.deliver.accounts import account_of
from labcamp.deliver.drafts import draft_of, maildir, mbox, same, sealed, untouched
from labcamp.deliver.session import decoded, encoded, quoted, unquoted
from labcamp.findings import LabcampError

FILES = sorted(GOLDEN.glob("*.eml"))
DRAFTS = tuple(draft_of(path.read_bytes()) for path in FILES)


# The examples of RFC 3501 section 5.1.3, and names that people have
@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("~peter/mail/台北/日本語", "~peter/mail/&U,BTFw-/&ZeVnLIqe-"),
        ("Hi Mom -☺-!", "Hi Mom -&Jjo--!"),
        ("Entwürfe & Co", "Entw&APw-rfe &- Co"),
        ("Post 🙂\r\n", "Post &2D3eQgANAAo-"),
        ("Drafts", "Drafts"),
    ],
)
def test_a_name_is_written_as_the_protocol_has_it(name: str, written: str) -> None:
    assert (encoded(name), decoded(written)) == (written, name)


@given(st.text())
def test_every_name_comes_back_as_it_was(name: str) -> None:
    assert decoded(encoded(name)) == name
    assert unquoted(quoted(encoded(name))) == encoded(name)
    assert all(" " <= sign <= "~" for sign in encoded(name))


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_what_a_server_may_say_is_read_without_a_crash(written: str) -> None:
    assert isinstance(decoded(written), str)


def test_a_draft_is_known_by_its_message_id_even_when_that_is_folded() -> None:
    assert draft_of(b"Subject: a\r\nMessage-ID: <1@a>\r\n\r\nb").key == "<1@a>"
    assert draft_of(b"message-id:\r\n <1@a>\r\n\r\nb").key == "<1@a>"
    assert draft_of(b"Subject: a\r\n\r\nMessage-ID: <1@a>\r\n").key == ""
    assert len({draft.key for draft in DRAFTS}) > 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_sealed_draft_is_untouched_until_somebody_changes_a_single_sign(file: Path) -> None:
    content = sealed(draft_of(file.read_bytes()))
    assert untouched(content)
    assert b"X-Unsent" not in content
    assert untouched(content.replace(b"\r\n", b"\n") + b"\n\n")
    assert same(content, content.replace(b"\r\n", b"\n") + b"\n")
    assert not untouched(content.replace(b"Subject: ", b"Subject: x", 1))
    assert not untouched(content[:-20] + b"x" + content[-20:])
    assert not untouched(file.read_bytes())


def test_the_words_of_a_hash_in_the_body_do_not_count() -> None:
    draft = draft_of(b"Message-ID: <1@a>\r\n\r\nX-Labcamp-Hash: " + b"0" * 64 + b"\r\nX-Unsent: 1\r\n")
    assert untouched(sealed(draft))
    assert sealed(draft).endswith(draft.content)
    assert not untouched(draft.content)


def test_an_mbox_is_read_back_byte_for_byte_with_the_line_ends_of_the_format(tmp_path: Path) -> None:
    artefact = mbox("a.mbox", DRAFTS)
    path = tmp_path / artefact.name
    path.write_bytes(artefact.content)
    box = mailbox.mbox(path, create=False)
    try:
        read = [box.get_bytes(key) for key in box.keys()]  # noqa: SIM118  # a mailbox iterates over its mails
    finally:
        box.close()
    assert [content.replace(b"\n", b"\r\n") for content in read] == [draft.content for draft in DRAFTS]
    assert mbox("a.mbox", DRAFTS) == artefact


def test_a_maildir_is_read_back_byte_for_byte(tmp_path: Path) -> None:
    for name in ("new", "cur", "tmp"):
        (tmp_path / "a" / name).mkdir(parents=True)
    for artefact in maildir("a", DRAFTS):
        (tmp_path / artefact.name).write_bytes(artefact.content)
    box = mailbox.Maildir(tmp_path / "a", create=False)
    assert sorted(box.get_bytes(key) for key in box.keys()) == sorted(draft.content for draft in DRAFTS)  # noqa: SIM118


def accounts(folder: Path, text: str) -> Path:
    """A folder of settings with this file of accounts."""
    (folder / "accounts.yaml").write_text(text, "utf-8")
    return folder


def told(folder: Path, name: str = "buero") -> list[tuple[int, int, str]]:
    """Where which findings about the file of accounts are."""
    with pytest.raises(LabcampError) as problem:
        account_of(folder, name)
    assert all(found.path == (folder / "accounts.yaml").as_posix() for found in problem.value.findings)
    assert "geheim" not in repr(problem.value)
    return [(found.line, found.column, found.code) for found in problem.value.findings]


def test_an_account_says_where_it_is_and_who_logs_in(tmp_path: Path) -> None:
    lines = "buero: {host: imap.example.org, user: treffen@example.org}\n"
    lines += "alt: {host: a, user: b, port: 1143, security: starttls, folder: Entwürfe, ca: ca.pem}\n"
    lines += "neu: {host: a, user: b, security: starttls}\n"
    folder = accounts(tmp_path, lines)
    one, other, third = (account_of(folder, name) for name in ("buero", "alt", "neu"))
    assert (one.id, one.host, one.user, one.number_of_port, one.folder, one.ca) == (
        "buero", "imap.example.org", "treffen@example.org", 993, None, None,
    )  # fmt: skip
    assert (other.number_of_port, other.folder, other.ca) == (1143, "Entwürfe", str(tmp_path / "ca.pem"))
    assert third.number_of_port == 143


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("buero:\n  host: a\n  user: b\n  password: geheim\n", [(4, 3, "LC801")]),
        ("buero: {host: a, user: b, Passwort: geheim, prot: 1}\n", [(1, 27, "LC801"), (1, 45, "LC202")]),
        ("buero: {host: a, user: b, pasword: geheim}\n", [(1, 27, "LC202")]),
        ("password: geheim\nbuero: {host: a, user: b}\n", [(1, 1, "LC801")]),
        ("buero: {host: a}\nandere: {user: b}\n", [(1, 1, "LC201"), (2, 1, "LC201")]),
        ("buero: {host: a, user: b, port: 65536}\n", [(1, 33, "LC208")]),
        ("buero: {host: a, user: b, port: 0}\n", [(1, 33, "LC208")]),
        ("buero: {host: a, user: b, security: none}\n", [(1, 37, "LC209")]),
        ("Büro: {host: a, user: b}\n", [(1, 1, "LC217")]),
        ("buero: geheim\n", [(1, 8, "LC205")]),
        ("- geheim\n", [(1, 1, "LC115")]),
    ],
)
def test_what_is_wrong_with_the_file_is_told_at_its_place_and_no_password_with_it(
    text: str, found: list[tuple[int, int, str]], tmp_path: Path
) -> None:
    assert told(accounts(tmp_path, text)) == found


@pytest.mark.shows("LC800", "LC802")
def test_a_missing_file_and_an_unknown_account_are_told(tmp_path: Path) -> None:
    assert told(tmp_path) == [(0, 0, "LC800")]
    assert told(accounts(tmp_path, "buero: {host: a, user: b}\n"), "bureo") == [(0, 0, "LC802")]
