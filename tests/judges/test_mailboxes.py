"""A real mail server takes our drafts: under every name of its folder, once, and with nothing of others touched."""

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from mail_server import DOVECOT, PASSWORD, Person, Server, cutting, running
from sample import GOLDEN

from labcamp.deliver.drafts import Draft, draft_of, untouched
from labcamp.deliver.imap import open_drafts, put
from labcamp.deliver.session import logged_in
from labcamp.findings import LabcampError
from labcamp.model.private import Account

pytestmark = [pytest.mark.judge, pytest.mark.skipif(DOVECOT is None, reason="no Dovecot here")]

FOLDER = "Entw&APw-rfe &- Co"
NUMBERS = count(1)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as started:
        yield started


@pytest.fixture
def user() -> str:
    """Somebody whose mailbox is still empty."""
    return f"treffen{next(NUMBERS)}@example.org"


def account(server: Server, user: str, **more: object) -> Account:
    """The account of a user."""
    return Account.model_validate(server.account(user, **more))


def delivered(account: Account, drafts: Sequence[Draft], known: frozenset[str] = frozenset()) -> Counter[str]:
    """How many drafts had which outcome."""
    with logged_in(account, PASSWORD) as session:
        return Counter(outcome.word for outcome in put(session, open_drafts(session), drafts, known))


def letters(number: int, text: str = "Bis bald") -> list[Draft]:
    """So many drafts."""
    head = "X-Unsent: 1\r\nTo: Ida Beispiel <ida{0}@example.org>\r\nMessage-ID: <{0}@example.org>\r\n"
    return [draft_of(f"{head.format(one)}\r\n{text}, {one}.\r\n".encode()) for one in range(number)]


def texts(server: Server, user: str, folder: str = FOLDER) -> list[str]:
    """The texts of the mails in the folder for drafts that are not deleted, without their headers."""
    with Person(server, user) as person:
        kept = [content.decode() for _, flags, content in person.mails(folder) if r"\Deleted" not in flags]
    return [content.partition("\r\n\r\n")[2].strip() for content in kept]


def due(number: int, text: str = "Bis bald") -> list[str]:
    """The texts of so many drafts."""
    return [f"{text}, {one}." for one in range(number)]


def test_a_draft_is_read_back_byte_for_byte_and_is_one_to_the_mail_program(server: Server, user: str) -> None:
    content = (GOLDEN / "full.invitation.eml").read_bytes()
    assert delivered(account(server, user), [draft_of(content)]) == {"created": 1}
    with Person(server, user) as person:
        ((_, flags, found),) = person.mails(FOLDER)
    assert re.sub(rb"^X-Labcamp-Hash: [0-9a-f]{64}\r\n", b"X-Unsent: 1\r\n", found) == content
    assert flags == {r"\Draft", r"\Seen"}


def test_a_second_run_with_35_drafts_changes_nothing(server: Server, user: str) -> None:
    assert delivered(account(server, user), letters(35)) == {"created": 35}
    with Person(server, user) as person:
        before = person.mails(FOLDER)
    assert delivered(account(server, user), letters(35)) == {"unchanged": 35}
    with Person(server, user) as person:
        assert person.mails(FOLDER) == before


def test_new_texts_replace_the_drafts_and_make_no_duplicates(server: Server, user: str) -> None:
    delivered(account(server, user), letters(35))
    assert delivered(account(server, user), letters(35, "Bis morgen")) == {"updated": 35}
    assert texts(server, user) == due(35, "Bis morgen")


def test_a_draft_that_a_person_has_changed_stays_as_it_is(server: Server, user: str) -> None:
    delivered(account(server, user), letters(3))
    with Person(server, user) as person:
        number, _, content = person.mails(FOLDER)[1]
        person.put(FOLDER, content.replace(b"Bis bald", b"Von Hand"), r"(\Draft)")
        person.remove(FOLDER, number)
    assert delivered(account(server, user), letters(3, "Bis morgen")) == {"updated": 2, "kept": 1}
    assert sorted(texts(server, user)) == ["Bis morgen, 0.", "Bis morgen, 2.", "Von Hand, 1."]


def test_a_draft_that_was_sent_or_got_a_new_id_is_not_made_again(server: Server, user: str) -> None:
    delivered(account(server, user), letters(3))
    with Person(server, user) as person:
        number, _, content = person.mails(FOLDER)[1]
        person.put(FOLDER, content.replace(b"<1@", b"<other@").replace(b"Bis bald", b"Von Hand"), r"(\Draft)")
        person.remove(FOLDER, number)
    known = frozenset(draft.key for draft in letters(3))
    assert delivered(account(server, user), letters(3), known) == {"unchanged": 2, "gone": 1}
    assert sorted(texts(server, user)) == ["Bis bald, 0.", "Bis bald, 2.", "Von Hand, 1."]


def test_a_draft_that_waits_to_be_removed_is_as_good_as_gone(server: Server, user: str) -> None:
    delivered(account(server, user), letters(1))
    with Person(server, user) as person:
        person.mark(FOLDER, person.mails(FOLDER)[0][0], r"(\Deleted)")
    assert delivered(account(server, user), letters(1), frozenset({letters(1)[0].key})) == {"gone": 1}
    assert delivered(account(server, user), letters(1)) == {"created": 1}
    assert texts(server, user) == due(1)


@pytest.fixture(scope="module")
def plain_server() -> Iterator[Server]:
    """A server that cannot remove single mails, and does not say what its folders are for."""
    capability = "imap_capability = IMAP4rev1 SASL-IR LITERAL+ CHILDREN"
    with running('mailbox "Brouillons" {\n auto = create\n }', settings=capability) as started:
        yield started


@pytest.mark.parametrize("kind", ["server", "plain_server"])
def test_mails_of_others_stay_even_when_they_are_marked_as_deleted(
    kind: str, user: str, request: pytest.FixtureRequest
) -> None:
    server: Server = request.getfixturevalue(kind)
    folder = FOLDER if kind == "server" else "Brouillons"
    foreign = b"Subject: Fremd\r\nMessage-ID: <fremd@example.org>\r\n\r\nFremd\r\n"
    with Person(server, user) as person:
        person.put(folder, foreign)
        person.put(folder, foreign.replace(b"\r\n\r\nFremd", b"\r\n\r\nWeg"), r"(\Deleted)")
    delivered(account(server, user), letters(2))
    assert delivered(account(server, user), letters(2, "Bis morgen")) == {"updated": 2}
    with Person(server, user) as person:
        found = {content.decode().partition("\r\n\r\n")[2].strip(): flags for _, flags, content in person.mails(folder)}
    # Where single mails cannot be removed, ours wait with the other one.
    marked = {"Weg"} | ({"Bis bald, 0.", "Bis bald, 1."} if kind == "plain_server" else set())
    assert {text for text, flags in found.items() if r"\Deleted" in flags} == marked
    assert {text for text, flags in found.items() if r"\Deleted" not in flags} == {"Fremd", *due(2, "Bis morgen")}
    assert delivered(account(server, user), letters(2, "Bis morgen")) == {"unchanged": 2}


def test_without_others_that_wait_old_drafts_are_removed_from_a_plain_server_too(
    plain_server: Server, user: str
) -> None:
    delivered(account(plain_server, user), letters(2))
    assert delivered(account(plain_server, user), letters(2, "Bis morgen")) == {"updated": 2}
    assert texts(plain_server, user, "Brouillons") == due(2, "Bis morgen")


def test_what_an_earlier_run_has_left_twice_is_tidied_up(server: Server, user: str) -> None:
    delivered(account(server, user), letters(2))
    with Person(server, user) as person:
        for _, _, content in person.mails(FOLDER):
            person.put(FOLDER, content, r"(\Draft \Seen)")
    assert delivered(account(server, user), letters(2)) == {"unchanged": 2}
    assert texts(server, user) == due(2)
    with Person(server, user) as person:
        person.put(FOLDER, person.mails(FOLDER)[0][2])
    assert delivered(account(server, user), letters(2, "Bis morgen")) == {"updated": 2}
    assert texts(server, user) == due(2, "Bis morgen")


NAMES = {
    "marked, whatever it is called": (
        "mailbox Skizzen {\n special_use = \\Drafts\n auto = create\n }", None, "Skizzen",
    ),
    "not marked, but usual": ('mailbox "Entwürfe" {\n auto = create\n }', None, "Entw&APw-rfe"),
    "nested": ('mailbox "Team.Entwürfe 🙂" {\n auto = create\n }', "Team/Entwürfe 🙂", "Team.Entw&APw-rfe &2D3eQg-"),
    "below the inbox": ('mailbox "INBOX.Bozze" {\n auto = create\n }', None, "INBOX.Bozze"),
    "named against the mark": (
        "mailbox A {\n special_use = \\Drafts\n auto = create\n }\nmailbox B&B {\n auto = create\n }", "B&B", "B&-B",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_folder_for_drafts_is_found(name: str, user: str) -> None:
    mailboxes, wanted, found = NAMES[name]
    with running(mailboxes, separator=".") as server:
        assert delivered(account(server, user, folder=wanted), letters(1)) == {"created": 1}
        assert texts(server, user, found) == due(1)


def test_a_name_may_have_quotes_and_backslashes(server: Server, user: str) -> None:
    quoted = r"Post \"neu\" \\ alt &- neu"
    with Person(server, user) as person:
        assert person.connection.create(f'"{quoted}"')[0] == "OK"
    assert delivered(account(server, user, folder='Post "neu" \\ alt & neu'), letters(1)) == {"created": 1}
    assert texts(server, user, quoted) == due(1)


def test_without_a_folder_for_drafts_it_is_said_what_was_looked_for_and_what_is_there(user: str) -> None:
    with running('mailbox Notizen {\n auto = create\n }\nmailbox "Büro & Post" {\n auto = create\n }') as server:
        for wanted, names in ((None, "Drafts, Entwürfe, Brouillons, Bozze, …"), ("Skizzen", "Skizzen")):
            values = {"account": "-", "folders": "Büro & Post, INBOX, Notizen", "names": names}
            found = refused(account(server, user, folder=wanted))["LC807"]
            assert found | {"folders": ", ".join(sorted(found["folders"].split(", ")))} == values


ACL = "mail_plugins = acl\nprotocol imap {{\n mail_plugins = acl imap_acl\n}}\nplugin {{\n acl = vfile:{0}\n}}"


def test_a_folder_that_is_only_to_be_read_is_named_as_such(user: str) -> None:
    rights = Path(tempfile.mkdtemp(dir="/tmp"))  # where the server may look
    rights.chmod(0o755)
    (rights / "acl").write_text("* owner lr\n", "utf-8")
    (rights / "acl").chmod(0o644)
    try:
        with running('mailbox "Entwürfe" {\n auto = create\n }', settings=ACL.format(rights / "acl")) as server:
            found = refused(account(server, user))
            assert found == {"LC813": {"account": "-", "folder": "Entwürfe"}}
    finally:
        shutil.rmtree(rights)


def refused(account: Account, password: str = PASSWORD) -> dict[str, dict[str, str]]:
    """The findings that stop a delivery, with their values."""
    with pytest.raises(LabcampError) as problem, logged_in(account, password) as session:
        list(put(session, open_drafts(session), letters(1), frozenset()))
    return {found.code: dict(found.values) for found in problem.value.findings}


def test_a_wrong_password_is_told_without_it(server: Server, user: str) -> None:
    found = refused(account(server, user), "wrong")
    assert found == {"LC806": {"account": "-", "host": "localhost"}}


@pytest.mark.parametrize(
    ("more", "reasons"),
    [
        ({"ca": None}, {"unable to get local issuer certificate", "self-signed certificate in certificate chain"}),
        ({"host": "127.0.0.1"}, {"IP address mismatch"}),
    ],
)
def test_a_server_that_cannot_show_who_it_is_gets_no_password(
    more: dict[str, str | None], reasons: set[str], server: Server, user: str
) -> None:
    before = len((server.base / "log").read_text("utf-8"))
    (found,) = refused(account(server, user, **more)).items()
    assert found[0] == "LC805"
    assert found[1]["reason"] in reasons
    assert user not in (server.base / "log").read_text("utf-8")[before:]


def test_encryption_may_begin_after_the_connection(server: Server, user: str) -> None:
    starttls = account(server, user, port=server.starttls, security="starttls")
    assert delivered(starttls, letters(2)) == {"created": 2}
    assert texts(server, user) == due(2)


def test_a_full_mailbox_says_so_and_keeps_what_was_there(user: str) -> None:
    settings = "mail_plugins = quota\nplugin {\n quota = count:User quota\n quota_vsizes = yes\n"
    settings += " quota_rule = *:storage=20K\n quota_grace = 0\n}"
    with running(settings=settings) as server:
        delivered(account(server, user), letters(2))
        large = letters(2, "Lang " * 4000)
        with pytest.raises(LabcampError) as problem:
            delivered(account(server, user), [letters(3)[2], large[0]])
        (found,) = problem.value.findings
        assert (found.code, dict(found.values)) == (
            "LC808",
            {"account": "-", "done": "1", "folder": "Entwürfe & Co", "reason": "OVERQUOTA", "total": "2"},
        )
        assert texts(server, user) == due(3)


def test_a_connection_that_is_cut_anywhere_loses_nothing_and_the_next_run_completes_it(server: Server) -> None:
    seen = set()
    for most in range(1500, 7000, 180):
        user = f"cut{most}@example.org"
        delivered(account(server, user), letters(5))
        with cutting(server.port, most) as port:
            try:
                delivered(account(server, user, port=port), letters(5, "Bis morgen"))
                seen.add("whole")
            except LabcampError as problem:
                (found,) = problem.findings
                seen.add(dict(found.values).get("done", found.code))
        held = texts(server, user)
        # Each draft is there, in the old words or the new ones, or at worst in both.
        assert {text.rpartition(" ")[2] for text in held} == {f"{one}." for one in range(5)}
        assert len(held) <= 6
        again = delivered(account(server, user), letters(5, "Bis morgen"))
        assert again.keys() <= {"updated", "unchanged"}
        assert texts(server, user) == due(5, "Bis morgen")
    assert seen >= {"0", "1", "2", "3", "4", "whole"}


def accounts_file(folder: Path, server: Server, user: str, port: int) -> dict[str, str]:
    """The environment of somebody with an account."""
    shutil.copy(server.authority, folder / "authority.pem")
    lines = (f"host: localhost, user: {user}, port: {port}, ca: authority.pem",)
    (folder / "accounts.yaml").write_text(f"buero: {{{lines[0]}}}\n", "utf-8")
    return {"LABCAMP_CONFIG": str(folder), "LABCAMP_IMAP_PASSWORD": PASSWORD + "\n"}


def test_the_command_puts_a_draft_once_and_not_again_when_it_was_sent(
    server: Server, user: str, workspace: Path, labcamp: Labcamp, tmp_path: Path
) -> None:
    env = accounts_file(tmp_path, server, user, server.port)
    order = ("draft", "save-the-date", "11", "--today", TODAY, "--imap", "buero")
    said = [labcamp(*order, env=env) for _ in range(2)]
    assert [(each.code, each.out.splitlines()[0]) for each in said] == [
        (0, "Entwürfe & Co (buero): 1 created"),
        (0, "Entwürfe & Co (buero): 1 unchanged"),
    ]
    with Person(server, user) as person:
        ((number, _, content),) = person.mails(FOLDER)
        assert untouched(content)
        person.remove(FOLDER, number)
    gone = labcamp(*order)
    assert (gone.code, gone.out.splitlines()[0]) == (0, "Entwürfe & Co (buero): 1 no longer there")
    assert "LC981 draft-gone" in gone.err
    assert labcamp(*order, "--force").out.splitlines()[0] == "Entwürfe & Co (buero): 1 created"
    assert PASSWORD not in "".join(each.out + each.err for each in (*said, gone))
    assert {path.name for path in workspace.iterdir()} == {"events", "private"}


def test_the_command_makes_the_draft_in_the_folder_that_is_named_now(
    user: str, workspace: Path, labcamp: Labcamp, tmp_path: Path
) -> None:
    order = ("draft", "save-the-date", "11", "--today", TODAY, "--imap", "buero")
    mailboxes = "mailbox Drafts {\n auto = create\n }\nmailbox Vorlagen {\n auto = create\n }"
    with running(mailboxes) as server:
        env = accounts_file(tmp_path, server, user, server.port)
        said = [labcamp(*order, env=env)]
        file = tmp_path / "accounts.yaml"
        file.write_text(file.read_text("utf-8").replace("}", ", folder: Vorlagen}"), "utf-8")
        said += [labcamp(*order) for _ in range(2)]
        first = [each.out.splitlines()[0] for each in said]
        assert first == ["Drafts (buero): 1 created", "Vorlagen (buero): 1 created", "Vorlagen (buero): 1 unchanged"]
        assert [len(texts(server, user, folder)) for folder in ("Drafts", "Vorlagen")] == [1, 1]
        assert "LC981" not in "".join(each.err for each in said)


def test_drafts_for_people_who_are_no_longer_on_the_list_are_withdrawn(
    workspace: Path, labcamp: Labcamp, server: Server, user: str, tmp_path: Path
) -> None:
    head, rows = "Name;E-Mail\n", [f"Person {number};person{number}@example.org\n" for number in range(4)]
    path, order = workspace / "private/labcamp-11.csv", ("draft", "confirmation", "11", "--to", "--today", TODAY)
    path.parent.mkdir()
    path.write_text("".join([head, *rows]), "utf-8")
    env = accounts_file(tmp_path, server, user, server.port)
    assert labcamp(*order, "--imap", "buero", env=env).out.splitlines()[1] == "Entwürfe & Co (buero): 4 created"
    with Person(server, user) as person:  # changes the one for the last person
        number, _, content = next(mail for mail in person.mails(FOLDER) if b"person3@" in mail[2])
        person.put(FOLDER, content.replace(b"Hallo", b"Moin"), r"(\Draft)")
        person.remove(FOLDER, number)
    path.write_text("".join([head, *rows[:2]]), "utf-8")
    result = labcamp(*order, "--imap", "buero")
    assert result.out.splitlines()[1] == "Entwürfe & Co (buero): 2 unchanged, 1 deleted, 1 kept"
    assert "LC980 draft-changed" in result.err
    assert (
        labcamp(*order, "--imap", "buero", "--limit", "1").out.splitlines()[1] == "Entwürfe & Co (buero): 1 unchanged"
    )
    assert len(texts(server, user)) == 3
    assert "@example.org" not in result.out + result.err


def test_the_command_says_how_far_it_came(
    server: Server, user: str, workspace: Path, labcamp: Labcamp, tmp_path: Path
) -> None:
    order = ("draft", "save-the-date", "11", "--today", TODAY, "--imap", "buero")
    with cutting(server.port, 8000) as port:
        result = labcamp(*order, env=accounts_file(tmp_path, server, user, port))
    assert (result.code, result.out) == (1, "")
    assert (
        "LC809 connection-broken: the connection broke; 0 of 1 are in 'Entwürfe & Co' (account 'buero')" in result.err
    )
    assert labcamp(*order, env=accounts_file(tmp_path, server, user, server.port)).code == 0
    assert len(texts(server, user)) == 1
