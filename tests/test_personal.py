"""Mails to one person each: greeting, receiver, what is escaped, and the entry that a person can accept."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from sample import SERIES, event_of, in_memory, series_of

from labcamp.findings import LabcampError, Place
from labcamp.model import Contact
from labcamp.model.entries import all_entries
from labcamp.model.ledger import revised
from labcamp.model.mail import Mail
from labcamp.model.private import Join, Participant, Private, Seat
from labcamp.planning.mails import MAILS
from labcamp.render import PRIVATE
from labcamp.render.eml import draft_bytes, mailbox
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace

COMING = """\
number: 12
theme: Ankommen
status: confirmed
date: 2027-03-11
time: 14:00-17:00
place: online
"""
FULL = """\
id: mustertreff
title: MusterTreff
domain: example.org
contact: {name: N. N., email: treff@example.org}
imprint: Werkstatt, Musterweg 1
newsletter: {unsubscribe: "https://example.org/weg"}
"""
NOTHING = Private()
SENDER, _ = series_of(FULL)
ROW = Place("private/treff-12.csv", 2, 1)


def person(name: str = "Ida Beispiel", email: str = "ida@example.org", seat: Seat = "confirmed") -> Participant:
    return Participant(name, email, ROW, seat=seat)


def workspace(event: str = COMING, series: str = FULL) -> Workspace:
    return in_memory(Path("nowhere"), [event_of(event, series)], series)


def drafts(
    people: Iterable[Participant], kind: str = "invitation", *, place: Workspace | None = None
) -> dict[str, EmailMessage]:
    """The drafts for people, read back, by the name of their file."""
    return _read("personal", people, kind, place or workspace(), NOTHING)


def ready(
    people: Iterable[Participant], kind: str, place: Workspace | None = None, private: Private = NOTHING
) -> dict[str, EmailMessage]:
    """The mails as a server sends them, read back, by the name of their file."""
    return _read("personal-ready", people, kind, place or workspace(), private)


def _read(
    table: str, people: Iterable[Participant], kind: str, place: Workspace, private: Private
) -> dict[str, EmailMessage]:
    files = PRIVATE[table](stage_of(place), place.events[0], private, tuple(people), kind=kind)
    return {file.name: message_from_bytes(file.content, policy=policy.default) for file in files}


def text_of(mail: EmailMessage, form: str = "plain") -> str:
    part = mail.get_body((form,))
    assert part
    return str(part.get_content())


def calendars(mail: EmailMessage) -> list[Any]:
    """The calendars in a mail: that in its body, which programs answer, and the attached one."""
    parts = [part for part in mail.walk() if part.get_content_type() in {"text/calendar", "application/ics"}]
    return [Calendar.from_ical(part.get_content()) for part in parts]


def test_each_person_has_a_draft_that_is_called_after_their_address() -> None:
    made = drafts([person(), person("Max Muster", "Max+Lab@example.com")])
    assert {name: str(mail["To"]) for name, mail in made.items()} == {
        "treff-12/invitation/ida@example.org.eml": "Ida Beispiel <ida@example.org>",
        "treff-12/invitation/max+lab@example.com.eml": "Max Muster <Max+Lab@example.com>",
    }
    assert len({str(mail["Message-ID"]) for mail in made.values()}) == 2
    assert {mail["X-Unsent"] for mail in made.values()} == {"1"}


@pytest.mark.parametrize("kind", MAILS)
@pytest.mark.parametrize(
    ("series", "language", "name", "greeting"),
    [
        (FULL, "de", "Ida Beispiel", "Hallo Ida Beispiel,"),
        (FULL, "de", "", "Hallo,"),
        (FULL, "de", "Beispiel, Ida", "Hallo,"),
        (f"{FULL}address: Sie\n", "de", "Ida Beispiel", "Guten Tag Ida Beispiel,"),
        (FULL, "en", "Ida Beispiel", "Hello Ida Beispiel,"),
        (FULL, "en", "", "Hello,"),
    ],
)
def test_every_mail_greets_a_person_in_both_forms(
    kind: str, series: str, language: str, name: str, greeting: str
) -> None:
    place = workspace(f"{COMING}language: {language}\n", series)
    (mail,) = drafts([person(name)], kind, place=place).values()
    assert text_of(mail).count(greeting) == text_of(mail, "html").count(greeting) == 1
    assert "Hallo zusammen" not in text_of(mail)


def test_a_mail_to_one_person_says_nothing_else_than_that_to_all() -> None:
    place = workspace()
    kinds = [kind for kind in MAILS if kind not in {"newsletter"}]
    for kind in kinds:
        (mail,) = drafts([person()], kind, place=place).values()
        (other,) = drafts([person("Max Muster", "max@example.org")], kind, place=place).values()
        assert text_of(mail) == text_of(other).replace("Max Muster", "Ida Beispiel")


def test_what_a_name_holds_is_only_text() -> None:
    name = "<b>Ida</b> & {{ facts }} {% raw %}"
    (mail,) = drafts([person(name)]).values()
    assert "Hallo &lt;b&gt;Ida&lt;/b&gt; &amp; {{ facts }} {% raw %}," in text_of(mail, "html")
    assert f"Hallo {name}," in text_of(mail)
    assert mail["To"].addresses[0].display_name == name


@given(st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), max_size=60))
def test_any_name_comes_back_from_the_header(text: str) -> None:
    name = " ".join(text.split())
    mail = message_from_bytes(
        draft_bytes(Mail("a/b/c", "", "", "", Contact(), mailbox(name, "ida@example.org")), SENDER)
    )
    shown, email = parseaddr(str(mail["To"]).replace("\r\n", ""))
    assert (str(make_header(decode_header(shown))), email) == (name, "ida@example.org")


@pytest.mark.parametrize("name", ["=?utf-8?q?x?=", 'A "=?utf-8?q?x?=", B'])
def test_a_name_that_looks_like_an_encoded_word_is_read_as_it_was_written(name: str) -> None:
    (mail,) = drafts([person(name)]).values()
    (box,) = mail["To"].addresses
    assert (box.display_name, box.addr_spec) == (name, "ida@example.org")


def test_who_has_a_seat_can_accept_it_in_the_calendar() -> None:
    ((name, mail),) = ready([person()], "confirmation").items()
    assert name == "treff-12/confirmation/ida@example.org-ready.eml"
    in_body, attached = calendars(mail)
    assert in_body.to_ical() == attached.to_ical()
    (entry,) = in_body.walk("VEVENT")
    assert (str(in_body["METHOD"]), str(entry["ORGANIZER"])) == ("REQUEST", "mailto:treff@example.org")
    assert str(entry["ATTENDEE"]) == "mailto:ida@example.org"
    assert dict(entry["ATTENDEE"].params) == {
        "ROLE": "REQ-PARTICIPANT",
        "CN": "Ida Beispiel",
        "CUTYPE": "INDIVIDUAL",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE",
    }
    methods = [part.get_param("method") for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert methods == ["REQUEST"]
    assert mail["X-Unsent"] is None


@pytest.mark.parametrize("seat", ["pending", "waiting"])
def test_who_has_no_seat_yet_gets_only_the_file(seat: Seat) -> None:
    (mail,) = ready([person(seat=seat)], "confirmation").values()
    assert [calendar.get("METHOD", "-") for calendar in calendars(mail)] == ["-"]


def test_a_draft_asks_nothing_for_a_mail_program_would_break_the_request() -> None:
    (mail,) = drafts([person()], "confirmation").values()
    assert [str(calendar.get("METHOD", "-")) for calendar in calendars(mail)] == ["-"]


def test_each_of_several_days_has_a_request_of_its_own() -> None:
    place = workspace(COMING.replace("2027-03-11", "2027-03-11/2027-03-12"))
    made = ready([person()], "confirmation", place)
    folder = "treff-12/confirmation/ida@example.org"
    assert [*made] == [f"{folder}-ready.eml", f"{folder}-1-ready.eml", f"{folder}-2-ready.eml"]
    methods = [{str(calendar.get("METHOD", "-")) for calendar in calendars(mail)} for mail in made.values()]
    assert methods == [{"-"}, {"REQUEST"}, {"REQUEST"}]
    assert len({str(mail["Message-ID"]) for mail in made.values()}) == 3


def test_the_way_to_join_comes_with_an_entry_that_counts_as_newer() -> None:
    private = Private(join=Join(url="https://meet.example.org/raum"))
    place, long_ago = workspace(), dt.date(2026, 1, 1)
    (event,) = place.events
    ledger = dict(revised(all_entries(event, place.series), {}, long_ago))
    place = replace(place, announced={event.id: ledger})
    (mail,) = ready([person()], "practical-information", place, private).values()
    (entry,) = calendars(mail)[0].walk("VEVENT")
    assert "https://meet.example.org/raum" in str(entry["DESCRIPTION"])
    assert entry["DTSTAMP"].dt == dt.datetime(2026, 11, 23, tzinfo=dt.UTC)


def test_without_an_address_for_the_answers_nobody_is_asked() -> None:
    series = FULL.replace("contact: {name: N. N., email: treff@example.org}\n", "")
    with pytest.raises(LabcampError) as caught:
        ready([person()], "confirmation", workspace(series=series))
    assert [found.code for found in caught.value.findings] == ["LC028"]


def test_what_a_server_sends_needs_an_imprint() -> None:
    with pytest.raises(LabcampError) as caught:
        ready([person()], "invitation", workspace(series=SERIES))
    assert [found.code for found in caught.value.findings] == ["LC510", "LC511", "LC525"]


def test_a_participant_shows_nothing_of_themselves_where_it_is_printed() -> None:
    shown = repr(Participant("Ida Beispiel", "ida@example.org", ROW, "Werkstatt", "DE"))
    assert shown == f"Participant(place={ROW!r}, seat='confirmed')"
