"""Drafts, read back by Python's own parser: headers, parts, attachments, and the same bytes every time."""

import email.policy
import hashlib
import json
import os
import quopri
import re
import subprocess
import sys
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import REPOSITORY, SERIES, made, sample, series_of, some, written

from labcamp.findings import Finding, LabcampError
from labcamp.model import Contact
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Audience, Mail
from labcamp.render.eml import draft_bytes
from labcamp.render.mails import mail_of, ready
from labcamp.render.stage import stage_of
from labcamp.render.templates import inlined, tidy, wrapped

NOBODY = Contact(name="Erika", email="treff@example.org")
ICS = Artefact("treff/treff.ics", b"BEGIN:VCALENDAR\r\nSUMMARY:K\xc3\xb6ln\r\nEND:VCALENDAR\r\n" * 9)


def read(content: bytes) -> EmailMessage:
    """The mail as another program reads it."""
    message = BytesParser(policy=email.policy.default).parsebytes(content)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk()] == [[] for _ in message.walk()]
    return message


def draft(series: str = SERIES, **values: object) -> bytes:
    """A draft with a text, an HTML part and whatever else is given."""
    whole = {"key": "treff/invitation", "subject": "Treff", "text": "Hallo\n", "html": "<p>Hallo</p>", "sender": NOBODY}
    return draft_bytes(Mail(**(whole | values)), series_of(series)[0])  # type: ignore[arg-type]  # each test gives its own


@pytest.mark.parametrize("name", ["full/invitation", "full/newsletter", "two-days/invitation", "past/newsletter"])
def test_a_draft_has_the_text_and_the_html_that_stand_beside_it(name: str) -> None:
    files = made(sample(), "invitation", "newsletter")
    message = read(files[f"{name}.eml"])
    parts = {part.get_content_type(): part.get_content() for part in message.walk() if not part.is_multipart()}
    assert parts["text/plain"].replace("\r\n", "\n") == files[f"{name}.txt"].decode()
    assert parts["text/html"].replace("\r\n", "\n") == files[f"{name}.html"].decode()


def test_the_headers_of_an_invitation() -> None:
    message = read(made(sample(), "invitation")["full/invitation.eml"])
    assert list(message.keys()) == ["X-Unsent", "From", "Subject", "Message-ID", "MIME-Version", "Content-Type"]
    assert message["X-Unsent"] == "1"
    assert message["From"] == "MusterTreff <max@example.org>"
    assert message["Subject"] == "Einladung: MusterTreff #12 am 11. März"
    assert message.get_content_type() == "multipart/mixed"


def test_a_newsletter_goes_to_the_list_and_comes_from_the_series() -> None:
    message = read(made(sample(), "newsletter")["title/newsletter.eml"])
    assert message["To"] == "liste@example.org"
    assert message["From"].addresses[0].display_name == "MusterTreff"
    assert message["From"].addresses[0].addr_spec == "treff@example.org"
    assert message.get_content_type() == "multipart/alternative"


def test_a_draft_has_no_date_and_no_sender_or_receiver_that_nobody_knows() -> None:
    message = read(draft(sender=Contact()))
    assert {"Date", "From", "To"} & set(message.keys()) == set()


def test_the_message_id_follows_from_the_name_of_the_mail_alone() -> None:
    key = hashlib.sha256(b"mustertreff/treff/invitation").hexdigest()[:24]
    assert read(draft())["Message-ID"] == f"<{key}@example.org>"
    assert read(draft(subject="Anders", text="Anders"))["Message-ID"] == f"<{key}@example.org>"
    assert read(draft(key="treff/newsletter"))["Message-ID"] != f"<{key}@example.org>"


@pytest.mark.parametrize(
    "subject",
    [
        "Für Köln: Maß & Übung",
        "🎉 Wir feiern 🎉",
        "Ein langer Betreff mit ä " * 12,
        "x" * 300,
        '"quoted", <a@b>; (c)',
        "#12 = ?",
    ],
)
def test_any_subject_is_read_as_it_was_written(subject: str) -> None:
    content = draft(subject=subject)
    assert read(content)["Subject"] == subject.strip()
    head = content.split(b"\r\n\r\n")[0]
    assert head.isascii()
    assert max(map(len, head.split(b"\r\n"))) <= 998  # RFC 5322 section 2.1.1


def test_a_subject_of_two_lines_adds_no_header() -> None:
    message = read(draft(subject="Eins\r\nBcc: alle@example.org\nZwei"))
    assert (message["Subject"], message["Bcc"]) == ("Eins Bcc: alle@example.org Zwei", None)


@pytest.mark.parametrize(
    "name",
    [
        'Haus "Für" Alle, Köln',
        "Müller & Söhne (GmbH); <x>",
        "A\\B",
        "🎉 Lab",
        "=?utf-8?q?x?=",
        "Ein sehr langer Name " * 9,
    ],
)
def test_any_title_of_a_series_is_read_as_the_sender(name: str) -> None:
    content = draft(series=f"id: a\ndomain: example.org\ntitle: {json.dumps(name.strip(), ensure_ascii=False)}\n")
    (address,) = read(content)["From"].addresses
    assert (address.display_name, address.addr_spec) == (name.strip(), "treff@example.org")


@pytest.mark.parametrize("name", ["full/invitation.eml", "two-days/invitation.eml", "cancelled/invitation.eml"])
def test_the_attached_calendar_file_is_the_single_download(name: str) -> None:
    id_ = name.split("/", maxsplit=1)[0]
    files = made(sample(), "calendar", "invitation")
    (attachment,) = read(files[name]).iter_attachments()
    assert attachment.get_content_type() == "text/calendar"
    assert (attachment.get_filename(), attachment.get_content_disposition()) == (f"{id_}.ics", "attachment")
    assert attachment.get_payload(decode=True) == files[f"{id_}/{id_}.ics"]


def test_a_mail_about_an_event_without_a_day_has_nothing_attached() -> None:
    assert list(read(made(sample(), "invitation")["month/invitation.eml"]).iter_attachments()) == []


def test_every_line_ends_with_crlf_and_is_short() -> None:
    drafts = {name: content for name, content in made(sample()).items() if name.endswith(".eml")}
    assert len(drafts) == 2 * len(sample().events)
    for name, content in drafts.items():
        assert re.findall(rb"(?<!\r)\n|\r(?!\n)", content) == [], name
        assert max(map(len, content.split(b"\r\n"))) <= 78, name  # RFC 5322 section 2.1.1
        assert content.isascii(), name
        assert content.endswith(b"\r\n"), name


def test_the_lines_of_the_bodies_are_those_of_quoted_printable_and_base64() -> None:
    content = made(sample(), "invitation")["full/invitation.eml"]
    encoded = [part.encode() for part in bodies(read(content))]
    assert len(encoded) == 3
    assert max(len(line) for body in encoded for line in body.splitlines()) <= 76  # RFC 2045 sections 6.7 and 6.8


def bodies(message: EmailMessage) -> list[str]:
    """The parts of a mail as they are on the way."""
    return [str(part.get_payload()) for part in message.walk() if not part.is_multipart()]


@given(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=200))
def test_any_text_comes_back(text: str) -> None:
    content = draft(text=text, attachment=ICS)
    plain, _, _ = bodies(read(content))
    assert quopri.decodestring(plain.replace("\r\n", "\n").encode()).decode() == text
    assert max(map(len, content.split(b"\r\n"))) <= 78


@pytest.mark.parametrize(
    "text", ["Punkt\n.\nallein\n", "From hier\n", "Blank am Ende \nund\t\n", "= =3D ==\n", "-" * 100]
)
def test_what_means_something_on_the_way_comes_back(text: str) -> None:
    plain = read(draft(text=text)).get_body(("plain",))
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n") == text
    assert not any(line.endswith((" ", "\t")) for line in str(plain.get_payload()).splitlines())


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("4711", "America/New_York")])
def test_the_bytes_are_the_same_in_another_process_and_zone(seed: str, zone: str) -> None:
    script = (
        "import hashlib; from sample import made, sample;"
        "print(hashlib.sha256(repr(sorted(made(sample()).items())).encode()).hexdigest())"
    )
    path = os.pathsep.join((str(REPOSITORY), str(REPOSITORY / "tests")))
    environment = os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    ran = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == hashlib.sha256(repr(sorted(made(sample()).items())).encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a  \n\n\n\n\nb\t\n", "a\n\nb\n"),
        ("\n\na", "a\n"),
        ("a\n-- \nb", "a\n-- \nb\n"),
        ("a --  \n--   \n", "a --\n--\n"),
        ("", "\n"),
    ],
)
def test_a_text_part_is_tidy(text: str, shown: str) -> None:
    assert tidy(text) == shown


def test_a_paragraph_is_wrapped_and_an_address_is_not_broken() -> None:
    address = f"https://example.org/{'lang-' * 20}"
    assert wrapped(f"{'Wort ' * 20}{address} danach", "  ") == (
        f"{('Wort ' * 14).strip()}\n  {('Wort ' * 6).strip()}\n  {address}\n  danach"
    )
    assert wrapped("kurz\nund kurz") == "kurz\nund kurz"


def test_a_style_sheet_moves_into_the_tags_and_what_is_marked_stays() -> None:
    kept = '<style data-css-inline="keep">@media print { p { color: blue } }</style>'
    moved = inlined(f"<style>p {{ color: red; }}</style>{kept}<p>x</p>")
    assert '<p style="color: red;">x</p>' in moved
    assert moved.count("<style") == 1
    assert "@media print" in moved


def test_a_mail_brings_no_script_no_remote_picture_and_no_style_sheet() -> None:
    for name, content in some(made(sample(), "invitation", "newsletter").items()):
        if name.endswith(".html"):
            assert re.findall(r"<(?:script|link|iframe|img|form)\b|@import|url\(", content.decode()) == [], name


def test_the_subject_of_a_draft_says_that_it_is_one_and_that_of_an_announced_event_does_not() -> None:
    files = made(sample(), "invitation", "newsletter")
    subjects = {name: str(read(content)["Subject"]) for name, content in files.items() if name.endswith(".eml")}
    marked = {name.split("/", maxsplit=1)[0] for name, subject in subjects.items() if subject.startswith("Entwurf: ")}
    assert marked == {"month", "title"}


READY = "imprint: https://example.org/impressum\nnewsletter: {unsubscribe: https://example.org/ab}\n"


@pytest.mark.parametrize(
    ("lines", "audience", "found"),
    [
        ("", "list", ["LC510", "LC511"]),
        ("", "participants", ["LC510"]),
        ("imprint: Werkstatt, Platz 1, Köln\n", "list", ["LC511"]),
        ("newsletter: {unsubscribe: 'mailto:ab@example.org'}\n", "list", ["LC510"]),
    ],
)
def test_a_mail_is_not_ready_without_an_imprint_and_a_way_to_get_no_more_of_them(
    tmp_path: Path, lines: str, audience: Audience, found: list[str]
) -> None:
    workspace = written(tmp_path, {"treff-12": "title: Treff\n"}, SERIES + lines)
    mail = Mail("treff-12/newsletter", "Treff", "Hallo\n", "<p>Hallo</p>", NOBODY, audience=audience)

    with pytest.raises(LabcampError) as problem:
        ready(workspace, mail)

    place = (tmp_path / "events/series.yaml").as_posix()
    assert problem.value.findings == tuple(Finding(place, 0, 0, code) for code in found)


@pytest.mark.parametrize(
    ("of_series", "of_event", "sender"),
    [
        ("", "", '"[Absender eintragen]" <sender@missing.invalid>'),
        ("contact: Ada Muster\n", "", '"[Absender eintragen]" <sender@missing.invalid>'),
        ("contact: treff@example.org\n", "", "treff@example.org"),
        ("contact: treff@example.org\n", "contact: Ada Muster\n", "treff@example.org"),
        ("contact: treff@example.org\n", "contact: {name: Ada Muster, email: ada@example.org}\n", "ada@example.org"),
        ("", "contact: ada@example.org\n", "ada@example.org"),
    ],
)
def test_a_draft_comes_from_who_is_asked_and_else_from_a_name_to_be_filled_in_that_no_server_takes(
    tmp_path: Path, of_series: str, of_event: str, sender: str
) -> None:
    event = "title: Treff\nstatus: confirmed\ndate: 2027-03-11\n"
    workspace = written(tmp_path, {"treff-12": event + of_event}, SERIES + READY + of_series)
    mail = mail_of(stage_of(workspace), workspace.events[0], "save-the-date")
    message = read(draft_bytes(mail, workspace.series))
    assert sender in str(message["From"])
    assert "Absender" not in mail.text
    if "missing" in sender:
        with pytest.raises(LabcampError) as problem:
            ready(workspace, mail)
        assert [found.code for found in problem.value.findings] == ["LC525"]
    else:
        assert read(ready(workspace, mail).content)["From"] == message["From"]


def test_a_mail_is_ready_once_the_series_has_both(tmp_path: Path) -> None:
    mail = Mail("treff-12/newsletter", "Treff", "Hallo\n", "<p>Hallo</p>", NOBODY)

    file = ready(written(tmp_path, {"treff-12": "title: Treff\n"}, SERIES + READY), mail)

    assert file.name == "treff-12/newsletter-ready.eml"
    assert str(read(file.content)["List-Unsubscribe"]).strip() == "<https://example.org/ab>"


def test_a_line_that_begins_like_a_mail_in_a_mailbox_stays_as_it_is() -> None:
    content = draft(text="From here\nFrom\n", html="<p>\nFrom here</p>")
    assert b"\r\nFrom here" not in content
    message = read(content)
    assert [part.get_content().split() for part in message.walk() if not part.is_multipart()] == [
        ["From", "here", "From"],
        ["<p>", "From", "here</p>"],
    ]
