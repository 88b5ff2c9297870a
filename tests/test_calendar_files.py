"""Each sort of calendar file: who may see what, and the rules that hold for it (RFC 5545, RFC 5546, RFC 7986)."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
import pytest
from sample import GOLDEN, SERIES, TODAY, event_of, in_memory, some

from labcamp.model import Contact, Event
from labcamp.model.entries import all_entries
from labcamp.model.ledger import Ledger, recorded, said_of
from labcamp.model.private import Join, Private
from labcamp.model.texts import lead_of
from labcamp.render import PRIVATE, calendar
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace

ANNOUNCED = dt.date(2026, 12, 1)  # by somebody whose clock was ahead of TODAY
DOMAIN = uuid.uuid5(uuid.NAMESPACE_DNS, "example.org")
WITH_CONTACT = (
    f"{SERIES}contact: {{name: Erika Muster, organisation: hafen, email: treff@example.org}}\n"
    "homepage: https://example.org/\npublic: https://example.org/dateien/\n"
)
EVENT = """\
number: 12
theme: Messen
status: confirmed
date: 2027-03-11
time: 14:00-17:00
place: online
registration: {url: https://example.org/anmelden, until: 2027-03-04}
agenda:
  - {title: Ankommen, type: welcome, minutes: 15}
  - {title: Impuls, minutes: 45, room: "2", by: [{name: Dr. Ida Beispiel, role: Forschung, organisation: hafen}],
     teaser: Drei Zahlen., links: [{title: Folien, url: https://example.org/folien}]}
  - {title: Gespräch, minutes: 30, by: [{name: Max Muster, organisation: werkstatt}, {name: Dr. Ida Beispiel}]}
"""
PRIVATELY = Private(join=Join(url="https://meet.example.org/raum?x=1", passcode="1234", phone="+49 30 123-45"))
PERSON = Contact(name='Jörg "JJ" Müller, Dr.', email="joerg@bücher.example")


def workspace(
    *events: Event, series: str = WITH_CONTACT, today: dt.date = TODAY, ledger: Ledger | None = None
) -> Workspace:
    """A workspace of events, some of which were announced."""
    made = in_memory(GOLDEN, events, series, today)
    return Workspace(made.root, today, made.series, made.organisations, made.events, (), {"treff-12": ledger or {}})


def ledger_of(event: Event, today: dt.date = ANNOUNCED) -> Ledger:
    """What is recorded when an event is announced."""
    return recorded(all_entries(event, workspace(event).series), {}, today)


def read(content: bytes) -> icalendar.Calendar:
    """A calendar in which another parser finds nothing wrong."""
    calendar = icalendar.Calendar.from_ical(content)
    assert isinstance(calendar, icalendar.Calendar)
    assert [entry.errors for entry in calendar.events if entry.errors] == []
    return calendar


def entries(content: bytes) -> list[Any]:
    """The entries of a calendar, in its order."""
    return list(read(content).events)


class Mailed(NamedTuple):
    """A calendar file for one person, and the mail that carries it."""

    name: str
    content: bytes
    mail: EmailMessage


def mailed(
    event: Event, person: Contact = PERSON, private: Private = PRIVATELY, ledger: Ledger | None = None
) -> Iterator[Mailed]:
    """What one person gets."""
    made = list(PRIVATE["requests"](stage_of(workspace(event, ledger=ledger)), event, private, person))
    for file, mail in zip(made[::2], made[1::2], strict=True):
        assert mail.name == file.name.replace(".ics", ".eml")
        yield Mailed(file.name, file.content, message_from_bytes(mail.content, policy=policy.default))


def files(event: Event, ledger: Ledger | None = None) -> dict[str, bytes]:
    """One file of each kind of an event."""
    place = workspace(event, ledger=ledger)
    made = {
        "feed": next(calendar.feed(stage_of(place), [event])),
        "single": next(calendar.render(stage_of(place), [event])),
    }
    made |= {"sessions": next(calendar.sessions(stage_of(place), event))}
    made |= {
        "person": next(
            calendar.sessions_of(stage_of(place), event, "Max Muster", lambda session: session.title == "Gespräch")
        )
    }
    made |= {"deadlines": next(calendar.deadlines(stage_of(place), [event], "deadlines.ics"))}
    made |= {"participants": next(PRIVATE["participants"](stage_of(place), event, PRIVATELY))}
    made |= {"request": next(PRIVATE["requests"](stage_of(place), event, PRIVATELY, PERSON))}
    return {kind: artefact.content for kind, artefact in made.items()}


# What a file may have, by kind: RFC 5546 sections 3.2.2 and 3.2.5 for what is mailed; RFC 5545 section 3.8.4.3 forbids
# ORGANIZER where nobody is asked; Outlook opens a new calendar where a single entry has a calendar's name.
ALLOWED = {
    "feed": {"NAME", "X-WR-CALNAME", "SOURCE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"},
    "single": {"X-ALT-DESC"},
    "sessions": {"RELATED-TO"},
    "person": {"RELATED-TO"},
    "deadlines": set[str](),
    "participants": {"X-ALT-DESC", "CONFERENCE", "CLASS"},
    "request": {"X-ALT-DESC", "CONFERENCE", "METHOD", "ORGANIZER", "ATTENDEE"},
}
WATCHED = set[str]().union(*ALLOWED.values()) | {"VALARM"}


@pytest.mark.parametrize("kind", ALLOWED)
def test_a_kind_has_what_its_readers_need_and_nothing_that_misleads_their_programs(kind: str) -> None:
    content = files(event_of(EVENT))[kind]
    names = {line.split(":")[0].split(";")[0] for line in content.decode().split("\r\n")}
    names |= {line.removeprefix("BEGIN:") for line in content.decode().split("\r\n") if line.startswith("BEGIN:")}
    assert names & WATCHED == ALLOWED[kind]


@pytest.mark.parametrize("kind", ["feed", "single", "sessions", "person", "deadlines"])
def test_no_way_to_join_and_no_address_is_in_what_is_public(kind: str) -> None:
    content = files(event_of(EVENT))[kind].replace(b"\r\n ", b"")
    assert [secret for secret in (b"meet.example", b"1234", b"+49", b"joerg", b"JJ") if secret in content] == []


def test_an_entry_says_whom_to_ask_where_the_handout_is_and_ends_with_its_page() -> None:
    (entry,) = entries(files(event_of(EVENT))["single"])
    assert str(entry["CONTACT"]) == "Erika Muster, Hafen & Lab, treff@example.org"
    assert str(entry["ATTACH"]) == "https://example.org/dateien/treff-12/agenda.pdf"
    assert entry["ATTACH"].params["FMTTYPE"] == "application/pdf"
    assert str(entry["DESCRIPTION"]).splitlines()[-2:] == [
        "Anmelden: https://example.org/anmelden",
        "https://example.org/dateien/treff-12/",
    ]
    assert str(entry["URL"]) == "https://example.org/dateien/treff-12/"


def test_an_entry_of_a_draft_leads_nowhere_on_the_web_for_its_page_is_not_there_yet() -> None:
    (entry,) = entries(files(event_of(EVENT.replace("confirmed", "draft")))["single"])
    assert "ATTACH" not in entry
    assert str(entry["URL"]) == "https://example.org/anmelden"


def test_a_deadline_leads_to_where_one_registers() -> None:
    (entry,) = entries(files(event_of(EVENT))["deadlines"])
    assert str(entry["URL"]) == "https://example.org/anmelden"


def test_a_break_leads_to_the_page_of_the_event_for_it_has_none() -> None:
    made = entries(files(event_of(EVENT.replace("title: Gespräch", "title: Gespräch, type: break")))["sessions"])
    assert [str(entry["URL"]) for entry in made] == [
        f"https://example.org/dateien/treff-12/{page}" for page in ("ankommen.html", "impuls.html", "")
    ]


@pytest.mark.parametrize(
    "event",
    [
        "registration: https://example.org/r",
        "registration: https://example.org/r\nlinks: [{title: L, url: https://example.org/l}]",
        "links: [{title: L, url: https://example.org/l}]",
        "",
        "access: stufenlos",
    ],
)
def test_the_address_of_an_entry_stands_in_the_last_line_of_its_text_too(event: str) -> None:
    (entry,) = entries(files_of_one(f"title: T\nstatus: confirmed\ndate: 2027-03-11\n{event}"))
    assert str(entry["DESCRIPTION"]).splitlines()[-1].endswith(str(entry["URL"]))


def files_of_one(text: str) -> bytes:
    """The single download of an event."""
    event = event_of(text)
    return next(calendar.render(stage_of(workspace(event)), [event])).content


def test_without_an_agenda_a_public_folder_or_a_meeting_there_is_no_handout() -> None:
    plain = "title: T\nstatus: confirmed\ndate: 2027-03-11\n"
    for text in (plain, EVENT.replace("confirmed", "cancelled")):
        (entry,) = entries(files_of_one(text))
        assert "ATTACH" not in entry


@pytest.mark.parametrize(
    ("place", "conference", "last"),
    [
        ("{online: ja, url: https://example.org/stream}", "https://example.org/stream", ""),
        ("{name: Haus, url: https://example.org/haus}", None, "Mehr zum Ort: https://example.org/haus"),
        ("{name: Haus, online: ja, url: https://example.org/haus}", None, "Mehr zum Ort: https://example.org/haus"),
        ("online", None, ""),
    ],
)
def test_the_address_of_an_online_place_is_a_conference_and_that_of_a_venue_a_line_of_text(
    place: str, conference: str | None, last: str
) -> None:
    (entry,) = entries(files_of_one(f"title: T\nstatus: confirmed\ndate: 2027-03-11\nplace: {place}"))
    assert entry.get("CONFERENCE") == conference
    assert last in str(entry["DESCRIPTION"]).splitlines()


@pytest.mark.odd("LC974")
def test_outlook_gets_the_text_as_html_with_links_and_without_anything_that_a_person_wrote_as_html() -> None:
    text = EVENT.replace("theme: Messen", "summary: Mit <b>Haken</b> & Ösen, ja; oder nein")
    (entry,) = entries(files_of_one(text))
    html = str(entry["X-ALT-DESC"]).replace("\\,", ",").replace("\\;", ";")  # TEXT, but the parser cannot know that
    assert html.startswith(
        "<html><body><p>Mit &lt;b&gt;Haken&lt;/b&gt; &amp; Ösen, ja; oder nein</p><p>Programm:<br>14:00 "
    )
    assert html.endswith(
        'Anmelden: <a href="https://example.org/anmelden">https://example.org/anmelden</a><br>'
        '<a href="https://example.org/dateien/treff-12/">https://example.org/dateien/treff-12/</a></p></body></html>'
    )


def test_an_entry_has_the_description_where_there_is_no_summary() -> None:
    plain = "title: T\nstatus: confirmed\ndate: 2027-03-11\n"
    described = f"{plain}description: |\n  Zwei *Absätze*.\n\n  - Mit [Karte](https://example.org/k)\n"
    (entry,) = entries(files_of_one(described))
    assert str(entry["DESCRIPTION"]) == (
        "Zwei Absätze.\n\n- Mit Karte: https://example.org/k\n\nDie Uhrzeit folgt.\n\n"
        "https://example.org/dateien/treff-12/"
    )
    (entry,) = entries(files_of_one(f"{described}summary: Kurz.\n"))
    assert str(entry["DESCRIPTION"]).splitlines()[0] == "Kurz."
    (entry,) = entries(files_of_one(described.replace("confirmed", "cancelled")))
    assert "Absätze" not in str(entry["DESCRIPTION"])


def test_an_entry_says_who_speaks_as_the_programme_does() -> None:
    for kind in ("feed", "single", "participants", "request"):
        (entry,) = entries(files(event_of(EVENT))[kind])
        assert str(entry["DESCRIPTION"]).split("Programm:\n")[1].splitlines()[:3] == [
            "14:00 Ankommen",
            "14:15 Impuls – Dr. Ida Beispiel (Forschung, Hafen & Lab)",
            "15:00 Gespräch – Max Muster (Werkstatt) und Dr. Ida Beispiel",
        ], kind


HOUSE = "{name: Haus; Hof, room: Saal, city: Köln, lat: 50.94, lon: 6.9583}"


@pytest.mark.parametrize("kind", ["feed", "single", "sessions", "person", "participants", "request"])
def test_a_place_with_coordinates_is_on_the_map_and_for_apple_under_the_name_of_the_location(kind: str) -> None:
    for entry in entries(files(event_of(EVENT.replace("place: online", f"place: {HOUSE}")))[kind]):
        apple = entry["X-APPLE-STRUCTURED-LOCATION"]
        assert entry["GEO"].to_ical() == "50.94;6.9583"
        assert (str(apple), dict(apple.params)) == (
            "geo:50.94,6.9583",
            {"VALUE": "URI", "X-APPLE-RADIUS": "100", "X-TITLE": str(entry["LOCATION"])},
        )


@pytest.mark.parametrize("place", ["online", "{online: ja, lat: 50.94, lon: 6.9583}", "{name: Haus}"])
def test_without_a_point_to_go_to_there_is_none_on_the_map(place: str) -> None:
    content = files_of_one(f"title: T\nstatus: confirmed\ndate: 2027-03-11\nplace: {place}")
    assert b"GEO" not in content
    assert b"APPLE" not in content


# Who takes part


def test_participants_find_the_way_in_at_the_top_and_as_a_conference() -> None:
    (entry,) = entries(files(event_of(EVENT))["participants"])
    assert str(entry["DESCRIPTION"]).splitlines()[:4] == [
        "Teilnehmen: https://meet.example.org/raum?x=1",
        "Kenncode: 1234",
        "Per Telefon: +49 30 123-45",
        "Dieser Zugang ist nur für Angemeldete. Bitte nicht weitergeben.",
    ]
    assert [(str(way), way.params["LABEL"], way.params["FEATURE"]) for way in entry["CONFERENCE"]] == [
        ("https://meet.example.org/raum?x=1", "Online teilnehmen", ["AUDIO", "VIDEO"]),
        ("tel:+493012345", "Per Telefon teilnehmen", ["AUDIO", "PHONE"]),
    ]
    assert "anmelden" not in str(entry["DESCRIPTION"]).lower().replace("https://example.org/anmelden", "")
    assert str(entry["CLASS"]) == "PRIVATE"


def test_participants_have_the_same_entry_as_everybody_so_that_it_is_updated_and_not_doubled() -> None:
    made = files(event_of(EVENT))
    same = {kind: (str(entry["UID"]), entry["SEQUENCE"]) for kind in ("feed", "single", "participants", "request")
            for entry in entries(made[kind])}  # fmt: skip
    assert set(same.values()) == {(str(uuid.uuid5(DOMAIN, "treff-12")), 0)}


def test_who_is_cancelled_or_over_needs_no_way_in() -> None:
    for text, today in ((EVENT.replace("confirmed", "cancelled"), TODAY), (EVENT, dt.date(2027, 4, 1))):
        event = event_of(text)
        made = next(PRIVATE["participants"](stage_of(workspace(event, today=today)), event, PRIVATELY)).content
        assert b"meet.example.org" not in made.replace(b"\r\n ", b"").split(b"CONFERENCE")[0]


# Sessions and deadlines


def test_each_session_is_an_entry_that_belongs_to_its_event() -> None:
    made = entries(files(event_of(EVENT))["sessions"])
    assert [(str(entry["SUMMARY"]), entry["DTSTART"].dt.strftime("%H:%M")) for entry in made] == [
        ("Ankommen (LabCamp #12)".replace("LabCamp", "MusterTreff"), "14:00"),
        ("Impuls (MusterTreff #12)", "14:15"),
        ("Gespräch (MusterTreff #12)", "15:00"),
    ]
    assert {(str(entry["RELATED-TO"]), entry["RELATED-TO"].params["RELTYPE"]) for entry in made} == {
        (str(uuid.uuid5(DOMAIN, "treff-12")), "PARENT")
    }
    assert str(made[1]["UID"]) == str(uuid.uuid5(DOMAIN, "treff-12/impuls"))
    assert str(made[1]["LOCATION"]) == "Raum 2, online"
    assert str(made[1]["DESCRIPTION"]) == (
        "Drei Zahlen.\n\nDr. Ida Beispiel (Forschung, Hafen & Lab)\n\n"
        "Ein Programmpunkt von MusterTreff #12: Messen\n\nFolien: https://example.org/folien\n\n"
        "https://example.org/dateien/treff-12/impuls.html"
    )


def test_a_session_of_several_days_belongs_to_its_day() -> None:
    event = event_of(EVENT.replace("2027-03-11", "2027-03-11/2027-03-12").replace("Gespräch,", "Gespräch, day: 2,"))
    *_, last = entries(files(event)["sessions"])
    assert str(last["RELATED-TO"]) == str(uuid.uuid5(DOMAIN, "treff-12/2"))
    assert last["DTSTART"].dt.day == 12


def test_only_the_sessions_of_somebody_are_in_their_file() -> None:
    (entry,) = entries(files(event_of(EVENT))["person"])
    assert str(entry["SUMMARY"]) == "Gespräch (MusterTreff #12)"


def test_a_session_that_was_announced_and_is_gone_is_cancelled_in_the_file_of_all_sessions() -> None:
    event = event_of(EVENT)
    without = event_of(EVENT.replace("Gespräch, minutes: ", "Plenum, minutes: 1"))
    made = entries(next(calendar.sessions(stage_of(workspace(without, ledger=ledger_of(event))), without)).content)
    assert [(str(each["SUMMARY"]), str(each["STATUS"]), each["SEQUENCE"]) for each in made][2:] in (
        [("ENTFÄLLT: Gespräch", "CANCELLED", 1), ("Plenum (MusterTreff #12)", "CONFIRMED", 0)],
        [("Plenum (MusterTreff #12)", "CONFIRMED", 0), ("ENTFÄLLT: Gespräch", "CANCELLED", 1)],
    )


def test_sessions_of_a_cancelled_event_are_cancelled_too() -> None:
    made = entries(files(event_of(EVENT.replace("confirmed", "cancelled")))["sessions"])
    assert {(str(entry["STATUS"]), str(entry["TRANSP"]), str(entry["SUMMARY"])[:10]) for entry in made} == {
        ("CANCELLED", "TRANSPARENT", "ABGESAGT: ")
    }


def test_without_times_there_is_no_file_of_sessions() -> None:
    event = event_of("title: T\ndate: 2027-03-11\nagenda: [A, B]")
    assert list(calendar.sessions(stage_of(workspace(event)), event)) == []


def test_the_closing_of_the_registration_takes_no_time() -> None:
    (entry,) = entries(files(event_of(EVENT))["deadlines"])
    assert (str(entry["SUMMARY"]), entry["DTSTART"].dt, str(entry["TRANSP"])) == (
        "Anmeldeschluss: MusterTreff #12",
        dt.date(2027, 3, 4),
        "TRANSPARENT",
    )


def test_a_closing_that_was_announced_and_is_gone_is_cancelled() -> None:
    event, without = event_of(EVENT), event_of(EVENT.replace(", until: 2027-03-04", ""))
    (artefact,) = calendar.deadlines(stage_of(workspace(without, ledger=ledger_of(event))), [without], "deadlines.ics")
    (entry,) = entries(artefact.content)
    assert (str(entry["SUMMARY"]), str(entry["STATUS"]), entry["SEQUENCE"]) == (
        "ENTFÄLLT: Anmeldeschluss: MusterTreff #12",
        "CANCELLED",
        1,
    )


def test_no_address_in_a_text_breaks_out_of_its_link() -> None:
    text = EVENT.replace("theme: Messen", """summary: 'Mehr: <https://a.example/x>, https://b.example/"onclick="x&y'""")
    (entry,) = entries(files_of_one(text))
    html = str(entry["X-ALT-DESC"]).replace("\\,", ",").replace("\\;", ";")
    assert html.startswith(
        '<html><body><p>Mehr: &lt;<a href="https://a.example/x">https://a.example/x</a>&gt;, '
        '<a href="https://b.example/">https://b.example/</a>"onclick="x&amp;y</p>'
    )


def test_titles_and_fixed_words_are_in_the_language_of_the_event() -> None:
    english = EVENT.replace("number: 12", "number: 12\nlanguage: en")
    made = files(event_of(english), ledger_of(event_of(english.replace("Gespräch, minutes: ", "Plenum, minutes: 1"))))
    summaries = {kind: {str(entry["SUMMARY"]) for entry in entries(content)} for kind, content in made.items()}
    assert summaries["sessions"] == {
        "Ankommen (MusterTreff #12)",
        "Impuls (MusterTreff #12)",
        "Gespräch (MusterTreff #12)",
        "REMOVED: Plenum",
    }
    assert summaries["deadlines"] == {"Registration closes: MusterTreff #12"}
    (entry,) = entries(made["participants"])
    assert str(entry["DESCRIPTION"]).splitlines()[:4] == [
        "Join: https://meet.example.org/raum?x=1",
        "Passcode: 1234",
        "By phone: +49 30 123-45",
        "This link is for registered participants only. Please do not pass it on.",
    ]
    (cancelled,) = entries(files_of_one(english.replace("confirmed", "cancelled")))
    assert str(cancelled["SUMMARY"]) == "CANCELLED: MusterTreff #12: Messen"


# Revisions in what is written


def test_the_revision_of_the_ledger_is_in_every_file_whatever_the_day() -> None:
    event = event_of(EVENT)
    for kind, content in some(files(event, ledger=ledger_of(event)).items()):
        revisions = {(entry["SEQUENCE"], str(entry["DTSTAMP"].dt.date())) for entry in entries(content)}
        assert revisions == {(0, "2026-12-01")}, kind


def changed_last(text: str, announced: str = EVENT, today: dt.date = TODAY) -> dict[str, set[str]]:
    """When the entries of public files say that they were changed last, after they were announced on 1 December."""
    before, event = event_of(announced), event_of(text)
    known = workspace(event).series
    ledger = recorded(all_entries(before, known), {}, dt.date(2026, 12, 1), said_of(before, known))
    stage = stage_of(workspace(event, today=today, ledger=ledger))
    made = {
        "feed": next(calendar.feed(stage, [event])),
        "single": next(calendar.render(stage, [event])),
        "sessions": next(calendar.sessions(stage, event)),
        "deadlines": next(calendar.deadlines(stage, [event], "deadlines.ics")),
    }
    return {
        kind: {entry["LAST-MODIFIED"].to_ical().decode() if "LAST-MODIFIED" in entry else "-" for entry in all_}
        for kind, all_ in ((kind, entries(file.content)) for kind, file in made.items())
    }


def test_what_was_announced_says_when_it_was_changed_last_and_nothing_if_anything_is_different_now() -> None:
    kinds = ("feed", "single", "sessions", "deadlines")
    announced = {kind: {"20261201T000000Z"} for kind in kinds}
    for today in (dt.date(2026, 12, 1), dt.date(2027, 1, 7), dt.date(2027, 3, 4)):
        assert changed_last(EVENT, today=today) == announced
    silent = {kind: {"-"} for kind in kinds}
    assert changed_last(f"{EVENT}access: stufenlos\n") == silent
    assert changed_last(EVENT.replace("2027-03-11", "2027-03-12")) == silent
    for closed_or_over in (dt.date(2027, 3, 5), dt.date(2027, 3, 12)):
        assert changed_last(EVENT, today=closed_or_over) == silent


def test_what_was_never_announced_or_long_ago_does_not_say_when_it_was_changed_last() -> None:
    event = event_of(EVENT)
    for ledger in (None, ledger_of(event)):
        for kind, content in files(event, ledger).items():
            assert b"LAST-MODIFIED" not in content, kind


def test_what_was_never_announced_is_the_same_file_tomorrow() -> None:
    event = event_of(EVENT)
    made = [
        (next(calendar.render(place, [event])).content, next(calendar.feed(place, [event])).content)
        for place in (stage_of(workspace(event, today=TODAY + dt.timedelta(days=days))) for days in (0, 1))
    ]
    assert made[0] == made[1]


def test_a_change_counts_up_in_every_file_and_its_stamp_is_never_earlier_than_what_was_announced() -> None:
    moved = event_of(EVENT.replace("14:00-17:00", "15:00-18:00").replace("2027-03-04", "2027-03-05"))
    for kind, content in some(files(moved, ledger=ledger_of(event_of(EVENT))).items()):
        revisions = {(entry["SEQUENCE"], str(entry["DTSTAMP"].dt.date())) for entry in entries(content)}
        assert revisions == {(1, str(ANNOUNCED))}, kind


def test_an_entry_of_one_day_goes_on_as_the_first_of_two() -> None:
    event = event_of(EVENT)
    longer = event_of(EVENT.replace("2027-03-11", "2027-03-11/2027-03-12"))
    made = entries(files(longer, ledger=ledger_of(event))["feed"])
    assert sorted((str(entry["SUMMARY"]), str(entry["STATUS"]), entry["SEQUENCE"]) for entry in made) == [
        ("MusterTreff #12: Messen (Tag 1 von 2)", "CONFIRMED", 1),
        ("MusterTreff #12: Messen (Tag 2 von 2)", "CONFIRMED", 0),
    ]


def test_an_entry_whose_day_another_one_holds_is_told_as_replaced_and_only_where_people_subscribed() -> None:
    hours = EVENT.replace("2027-03-11", "2027-03-11/2027-03-12")
    days = event_of(hours.replace("time: 14:00-17:00\n", ""))
    place = stage_of(workspace(days, ledger=ledger_of(event_of(hours))))
    made = (
        calendar.render(place, [days]),
        calendar.participants(place, days, PRIVATELY),
        calendar.feed(place, [days]),
    )
    said = [{str(entry["SUMMARY"]): entry["SEQUENCE"] for entry in entries(next(each).content)} for each in made]
    now = {"MusterTreff #12: Messen": 1}
    assert said == [now, now, {**now, "ERSETZT: MusterTreff #12: Messen": 1}]


def test_a_day_that_is_open_again_is_cancelled_where_it_was_announced() -> None:
    event, open_again = event_of(EVENT), event_of(EVENT.replace("date: 2027-03-11", "date: 2027-04"))
    (entry,) = entries(
        next(calendar.render(stage_of(workspace(open_again, ledger=ledger_of(event))), [open_again])).content
    )
    assert (str(entry["STATUS"]), entry["SEQUENCE"], entry["DTSTART"].dt.day) == ("CANCELLED", 1, 11)


def test_what_is_gone_leaves_the_feed_two_weeks_after_its_day() -> None:
    event, other = event_of(EVENT), event_of(EVENT.replace("date: 2027-03-11", "date: 2027-09"))
    for today, there in ((dt.date(2027, 3, 25), 1), (dt.date(2027, 3, 26), 0)):
        place = workspace(other, today=today, ledger=ledger_of(event))
        assert len(entries(next(calendar.feed(stage_of(place), place.events)).content)) == there


# What is mailed (RFC 5546, RFC 6047)


# How often a VEVENT may have a property: RFC 5546 sections 3.2.2 (REQUEST) and 3.2.5 (CANCEL). "Exactly one" of some is
# ours: an answer needs one address, and one person's address is nobody else's business.
ITIP = {
    "REQUEST": {
        "ATTENDEE": (1, 1), "DTSTAMP": (1, 1), "DTSTART": (1, 1), "ORGANIZER": (1, 1), "SEQUENCE": (0, 1),
        "SUMMARY": (1, 1), "UID": (1, 1), "CATEGORIES": (0, 99), "CLASS": (0, 1), "CONTACT": (0, 99),
        "DESCRIPTION": (0, 1), "DTEND": (0, 1), "DURATION": (0, 0), "LOCATION": (0, 1), "STATUS": (0, 1),
        "TRANSP": (0, 1), "URL": (0, 1), "REQUEST-STATUS": (0, 0), "RECURRENCE-ID": (0, 0),
    },
    "CANCEL": {
        "ATTENDEE": (1, 1), "DTSTAMP": (1, 1), "ORGANIZER": (1, 1), "SEQUENCE": (1, 1), "UID": (1, 1),
        "DTSTART": (0, 1), "DTEND": (0, 1), "DURATION": (0, 0), "SUMMARY": (0, 1), "STATUS": (1, 1),
        "REQUEST-STATUS": (0, 0), "RECURRENCE-ID": (0, 0),
    },
}  # fmt: skip
STATUSES = {"REQUEST": {"TENTATIVE", "CONFIRMED"}, "CANCEL": {"CANCELLED"}}


@pytest.mark.parametrize("status", ["draft", "confirmed", "cancelled"])
@pytest.mark.parametrize("date", ["2027-03-11", "2027-03-11/2027-03-12", "2027-03-11\ntime: 14:00-17:00"])
def test_what_is_mailed_has_each_property_as_often_as_its_method_allows(status: str, date: str) -> None:
    event = event_of(f"title: T\nstatus: {status}\ndate: {date}", WITH_CONTACT)
    for made in some(mailed(event)):
        method = str(read(made.content)["METHOD"])
        assert method == ("CANCEL" if status == "cancelled" else "REQUEST")
        (entry,) = entries(made.content)
        counts = {
            name: len(entry[name]) if isinstance(entry.get(name), list) else int(name in entry) for name in ITIP[method]
        }
        low, high = ({name: bounds[end] for name, bounds in ITIP[method].items()} for end in (0, 1))
        assert {name: count for name, count in counts.items() if not low[name] <= count <= high[name]} == {}
        assert str(entry["STATUS"]) in STATUSES[method]
        assert b"BEGIN:VALARM" not in made.content
        assert made.content.count(b"BEGIN:VCALENDAR") == made.content.count(b"\r\nUID:") == 1


def test_an_invitation_asks_one_person_and_says_who_gets_the_answer() -> None:
    (made,) = mailed(event_of(EVENT))
    (entry,) = entries(made.content)
    assert made.name == "treff-12/invite-joerg@b%C3%BCcher.example.ics"
    assert read(made.content)["METHOD"] == "REQUEST"
    assert (str(entry["ORGANIZER"]), entry["ORGANIZER"].params["CN"]) == ("mailto:treff@example.org", "Hafen & Lab")
    attendee = entry["ATTENDEE"]
    assert (str(attendee), dict(attendee.params)) == (
        "mailto:joerg@xn--bcher-kva.example",
        {
            "CN": "Jörg 'JJ' Müller, Dr.",
            "CUTYPE": "INDIVIDUAL",
            "ROLE": "REQ-PARTICIPANT",
            "PARTSTAT": "NEEDS-ACTION",
            "RSVP": "TRUE",
        },
    )


def test_a_cancellation_has_the_uid_of_the_invitation_and_a_higher_number() -> None:
    event, ledger = event_of(EVENT), ledger_of(event_of(EVENT))
    (asked,) = mailed(event, ledger=ledger)
    (taken,) = mailed(event_of(EVENT.replace("confirmed", "cancelled")), ledger=ledger)
    (before,), (after,) = entries(asked.content), entries(taken.content)
    assert taken.name == "treff-12/cancel-joerg@b%C3%BCcher.example.ics"
    assert read(taken.content)["METHOD"] == "CANCEL"
    assert (after["UID"], after["SEQUENCE"], str(after["STATUS"])) == (
        before["UID"],
        before["SEQUENCE"] + 1,
        "CANCELLED",
    )
    assert str(after["ATTENDEE"]) == str(before["ATTENDEE"])
    assert "RSVP" not in after["ATTENDEE"].params
    assert b"meet.example.org" not in taken.content + taken.mail.as_bytes()


def test_even_what_was_never_announced_is_cancelled_by_a_higher_number() -> None:
    (asked,), (taken,) = mailed(event_of(EVENT)), mailed(event_of(EVENT.replace("confirmed", "cancelled")))
    assert [entries(made.content)[0]["SEQUENCE"] for made in (asked, taken)] == [0, 1]


@pytest.mark.parametrize(("status", "method"), [("confirmed", "REQUEST"), ("cancelled", "CANCEL")])
def test_the_mail_carries_the_file_as_a_part_with_its_method_and_as_an_attachment(status: str, method: str) -> None:
    (made,) = mailed(event_of(EVENT.replace("confirmed", status)))
    assert [part.get_content_type() for part in made.mail.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    *_, part, attachment = made.mail.walk()
    assert isinstance(part, EmailMessage)
    assert (part["Content-Type"].params["method"], part["Content-Type"].params["charset"]) == (method, "utf-8")
    assert part.get_payload(decode=True) == attachment.get_payload(decode=True) == made.content
    assert part.get_content_disposition() is None
    assert f"\r\nMETHOD:{method}\r\n".encode() in made.content
    assert made.mail["From"] == "MusterTreff <treff@example.org>"
    (to,) = made.mail["To"].addresses
    assert (to.display_name, to.addr_spec) == ('Jörg "JJ" Müller, Dr.', "joerg@xn--bcher-kva.example")


def test_the_mail_greets_by_name_and_says_how_to_join() -> None:
    (made,) = mailed(event_of(EVENT))
    body = made.mail.get_body(("plain",))
    assert body
    assert made.mail["Subject"] == "Dein Termin: MusterTreff #12"
    assert body.get_content().splitlines()[:11] == [
        "Hallo,",  # a name with a comma is no greeting
        "",
        "hier ist der Termin für deinen Kalender. Nimm ihn dort an, dann wissen",
        "wir, dass du dabei bist.",
        "",
        "MusterTreff #12: Messen",
        "Termin: Donnerstag, 11. März 2027, 14 bis 17 Uhr",
        "Ort: online",
        "",
        "Online teilnehmen:",
        "https://meet.example.org/raum?x=1",
    ]
    html = made.mail.get_body(("html",))
    assert html
    assert 'href="https://meet.example.org/raum?x=1"' in html.get_content()
    assert "anmelden" not in html.get_content()


def test_each_of_several_days_is_asked_for_by_itself_and_what_is_gone_is_taken_back() -> None:
    longest = event_of(EVENT.replace("2027-03-11", "2027-03-11/2027-03-13"))
    longer = event_of(EVENT.replace("2027-03-11", "2027-03-12/2027-03-13"))
    made = list(mailed(longer, Contact(email="Ida@Example.org"), ledger=ledger_of(longest)))
    assert [each.name for each in made] == [
        "treff-12/invite-1-ida@example.org.ics",
        "treff-12/invite-2-ida@example.org.ics",
        "treff-12/cancel-3-ida@example.org.ics",
    ]
    assert {len(entries(each.content)) for each in made} == {1}
    assert [str(read(each.content)["METHOD"]) for each in made] == ["REQUEST", "REQUEST", "CANCEL"]
    assert [each.mail["Subject"] for each in made] == [
        "Dein Termin: MusterTreff #12 (Tag 1 von 2)",
        "Dein Termin: MusterTreff #12 (Tag 2 von 2)",
        "Entfällt: MusterTreff #12 am 11. März",
    ]
    body = made[2].mail.get_body(("plain",))
    assert body
    assert body.get_content().splitlines()[:4] == [
        "Hallo,",
        "",
        "der Kalendereintrag „MusterTreff #12 am 11. März“ gilt nicht mehr. Dein",
        "Kalenderprogramm nimmt ihn heraus oder fragt dich, ob es das tun soll.",
    ]


# What rings


def ringing(event: Event, before: str, today: dt.date = TODAY, ledger: Ledger | None = None) -> dict[str, bytes]:
    """Every file of an event and for one person, made on a stage with an alarm."""
    stage = replace(stage_of(workspace(event, today=today, ledger=ledger)), alarm=lead_of(before))
    made = [
        *calendar.feed(stage, [event]),
        *calendar.render(stage, [event]),
        *calendar.sessions(stage, event),
        *PRIVATE["participants"](stage, event, PRIVATELY),
        *PRIVATE["requests"](stage, event, PRIVATELY, PERSON),
    ]
    return {file.name.split("/")[-1]: file.content for file in made if file.name.endswith(".ics")}


@pytest.mark.parametrize(
    ("before", "trigger"), [("1d", "-P1D"), ("14 d", "-P2W"), ("2h", "-PT2H"), ("90MIN", "-PT1H30M"), ("0min", "PT0S")]
)
def test_only_the_calendars_of_those_who_take_part_ring(before: str, trigger: str) -> None:
    ring = {name: content for name, content in ringing(event_of(EVENT), before).items() if b"VALARM" in content}
    assert set(ring) == {"participants.ics", "invite-joerg@b%C3%BCcher.example.ics"}
    for content in ring.values():
        assert content.replace(b"\r\n ", b"").decode().split("BEGIN:VALARM\r\n")[1].split("\r\n") == [
            "ACTION:DISPLAY",
            "DESCRIPTION:MusterTreff #12: Messen",
            f"TRIGGER:{trigger}",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]


def test_nothing_rings_for_what_is_cancelled_gone_or_over() -> None:
    longer = event_of(EVENT.replace("2027-03-11", "2027-03-11/2027-03-12"))
    shorter = ringing(event_of(EVENT), "1d", ledger=ledger_of(longer))
    assert {name for name, content in shorter.items() if b"VALARM" in content} == {
        "participants.ics",
        "invite-1-joerg@b%C3%BCcher.example.ics",
    }
    assert shorter["participants.ics"].count(b"BEGIN:VEVENT") == 2
    assert shorter["participants.ics"].count(b"BEGIN:VALARM") == 1
    for text, today in ((EVENT.replace("confirmed", "cancelled"), TODAY), (EVENT, dt.date(2027, 4, 1))):
        assert not [name for name, content in ringing(event_of(text), "1d", today).items() if b"VALARM" in content]


def test_the_same_person_gets_the_same_bytes_again(tmp_path: Path) -> None:
    event = event_of(EVENT)
    once, again = (
        [
            (file.name, file.content)
            for file in PRIVATE["requests"](stage_of(workspace(event)), event, PRIVATELY, PERSON)
        ]
        for _ in range(2)
    )
    assert once == again
