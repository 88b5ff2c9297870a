"""Two hundred hostile texts through every mail: nothing gets in that is not ours, and nothing is lost."""

import email.policy
import json
import re
from email.message import EmailMessage
from email.parser import BytesParser
from functools import cache
from itertools import islice, product

import pytest
from conftest import one_in
from everything import FULL_SERIES, everywhere
from sample import GOLDEN, PRIVATE_SIDE, in_memory, series_of, some
from test_templates import TAGS, Reader

from labcamp.check import check_event
from labcamp.files.read import source_of
from labcamp.model.mail import Mail
from labcamp.model.texts import one_line
from labcamp.planning.mails import MAILS
from labcamp.render.eml import draft_bytes, ready_bytes
from labcamp.render.mails import mail_of
from labcamp.render.stage import Stage, stage_of
from labcamp.texts import harmless

CORES = (
    "<script>alert(1)</script>", '"><img src=x onerror=y>', "</td></tr></table>", "<!-- x", "--> x", "]]>",
    'Jörg "JJ" Müller, Dr.', "Ä Ö Ü ß ẞ é ø ł", "日本語 한국어 Ελληνικά", "🎉👩‍👩‍👧‍👦🇩🇪", "e\u0301 a\u0308",
    "{{ 7*7 }}", "{% if x %}", "{title}", "{# x #}", "a\r\nBcc: eve@example.org", "a\nSubject: b", "=?utf-8?q?x?=",
    "--=_mix_0", "=_alt_", "-- ", ".", "From here", "\u202eabc\u202c", "\u200b\u200f", "x" * 300, "ß" * 300,
    "&amp; &lt; &#60;", "a & b < c > d", "'; DROP TABLE", "\\n \\, \\;", "%s %d {0}", "*a* _b_ `c` ~d~ | e",
    "[x](javascript:alert(1))", "![x](https://example.com/p.png)", "https://example.com/<b>", "# x", "- x", "1. x",
    "=3D=20",
)  # fmt: skip
FRAMES = ("{}", "Vor {}", "{} nach", "„{}“ und mehr", "{0} {0}")
TEXTS = tuple(islice((frame.format(core) if "{}" in frame or "{0}" in frame else core
                      for frame, core in product(FRAMES, CORES)), 200))  # fmt: skip
HEADERS = ["From", "Subject", "Message-ID", "MIME-Version", "Content-Type"]
LIST_HEADERS = ["List-ID", "List-Unsubscribe"]
OWN = {"newsletter"}  # the rest of what it says is made from the other keys
STATES = {"date": "2027-03-11", "time": "14:00", "status": "confirmed"}


def squeezed(text: str) -> str:
    """A text without its blanks and line ends, for a mail breaks lines where it likes."""
    return re.sub(r"\s+", "", text)


@cache
def hostile() -> Stage:
    """A series in which each event says one of the texts wherever it can."""
    events = []
    for number, text in enumerate(TEXTS):
        data = everywhere(text, text) | STATES
        written = json.dumps({key: value for key, value in data.items() if key not in OWN}, ensure_ascii=False)
        source = source_of(written.encode(), f"e{number}.yaml")
        event, findings = check_event(f"e{number}", source, *series_of(FULL_SERIES))
        assert event, findings
        events.append(event)
    return stage_of(in_memory(GOLDEN / "nothing", events, FULL_SERIES))


@cache
def hostile_mails(kind: str) -> list[Mail]:
    """The mails of a kind about events that say the texts: each text in two or three kinds."""
    events = one_in(4, hostile().workspace.events, list(MAILS).index(kind))
    return some(mail_of(hostile(), event, kind, PRIVATE_SIDE) for event in events)


def parsed(content: bytes) -> EmailMessage:
    """A mail as another program reads it, without a defect."""
    message = BytesParser(policy=email.policy.default).parsebytes(content)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk() if part.defects] == []
    return message


def shapes(message: EmailMessage) -> list[str]:
    """The types of all parts."""
    return [part.get_content_type() for part in message.walk()]


def expected_shapes(mail: Mail) -> list[str]:
    """The types of all parts that a mail has to have."""
    body = ["multipart/alternative", "text/plain", "text/html"]
    return ["multipart/mixed", *body, "text/calendar"] if mail.attachment else body


def test_there_are_two_hundred_of_them() -> None:
    assert len(TEXTS) == 200
    assert len(set(TEXTS)) > 190


@pytest.mark.odd("LC960", "LC965", "LC974", "LC975", "LC996")
@pytest.mark.parametrize("kind", MAILS)
def test_a_hostile_text_gets_nothing_into_a_mail_and_is_not_lost(kind: str) -> None:
    titles = {event.id: event.title for event in hostile().workspace.events}
    for mail in hostile_mails(kind):
        title = squeezed(titles[mail.key.split("/")[0]])
        page = Reader(mail.html)
        assert page.tags - set(TAGS.split()) == set(), mail.key
        assert title in squeezed("".join(page.texts)), mail.key
        assert title in squeezed(mail.text), mail.key


@pytest.mark.odd("LC960", "LC965", "LC974", "LC975", "LC996")
@pytest.mark.parametrize("kind", MAILS)
def test_a_hostile_text_makes_no_header_and_no_part_of_its_own(kind: str) -> None:
    of_a_list = LIST_HEADERS if MAILS[kind].audience == "list" else []
    makers = {draft_bytes: ["X-Unsent"], ready_bytes: of_a_list}
    # Each file goes through one of the two, for to read them all takes half a minute.
    for number, mail in enumerate(hostile_mails(kind)):
        make = (draft_bytes, ready_bytes)[number % 2]
        message = parsed(make(mail, hostile().workspace.series))
        assert [name for name in message if name != "To"] == [*makers[make], *HEADERS], mail.key
        # What turns a line around is no part of a header.
        assert message["Subject"] == harmless(one_line(mail.subject))
        assert shapes(message) == expected_shapes(mail)
        body = message.get_body(("plain",))
        assert body
        assert body.get_content().replace("\r\n", "\n") == mail.text
