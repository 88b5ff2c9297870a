"""What was handed out to single persons: a later message always counts as later, and the same one is the same."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from conftest import Labcamp, times
from hypothesis import given
from hypothesis import strategies as st
from sample import SERIES, TODAY, event_of, in_memory, series_of

from labcamp.check.sent import check_sent
from labcamp.files.read import json_source
from labcamp.findings import Place
from labcamp.model import Contact, Event
from labcamp.model.entries import Entry, all_entries
from labcamp.model.ledger import Ledger, recorded
from labcamp.model.private import Participant, Private
from labcamp.model.sent import Handed, Sent, lifted, sent_bytes
from labcamp.render import calendar
from labcamp.render.mails import personal, requests
from labcamp.render.stage import stage_of

Message = tuple[int, str, bytes]  # number, stamp and bytes
Spans = set[tuple[str, str]]  # begin and end of entries, as their lines say it
SERIES_WITH_MAIL = SERIES + "contact: {email: info@example.org}\nimprint: https://example.org/impressum\n"
PERSON = Contact(email="ada@example.org")
PARTICIPANT = Participant("", "ada@example.org", Place(""))
KNOWN, _ = series_of(SERIES_WITH_MAIL)
COUNTS = ("DTSTART", "DTEND", "STATUS", "LOCATION")  # RFC 5546 section 2.1.4, and the place


@dataclass
class Life:
    """An event that is announced, changed and handed out, one step a day or several."""

    text: dict[str, str]
    today: dt.date = TODAY
    ledger: Ledger = field(default_factory=dict)
    sent: Sent = field(default_factory=dict)

    def step(self, name: str) -> dict[str, Message]:
        """What one step hands out: number, stamp and bytes of each entry, by UID."""
        key, _, value = name.partition(" ")
        if key == "wait":
            self.today += dt.timedelta(days=1)
        elif key == "announce":
            entries = all_entries(self.event, KNOWN)
            self.ledger = lifted(recorded(entries, self.ledger, self.today), self.sent)
        elif key in {"invite", "confirm"}:
            return self.handed_out(key)
        else:
            self.text[key] = value
            if not value:
                del self.text[key]
        return {}

    @property
    def event(self) -> Event:
        """The event as its file says it now."""
        return event_of("".join(f"{key}: {value}\n" for key, value in self.text.items()), SERIES_WITH_MAIL)

    def handed_out(self, key: str) -> dict[str, Message]:
        """The messages for one person, asked alone or with a mail to each on the list, which are remembered."""
        event = self.event
        known = in_memory(Path(), [event], SERIES_WITH_MAIL, today=self.today)
        place = replace(stage_of(replace(known, announced={event.id: self.ledger})), sent=self.sent)
        if key == "invite":
            calendars = [each.calendar for each in requests.asked(place, event, Private(), PERSON, self.sent)]
        else:
            mails = personal.ready(place, event, Private(), [PARTICIPANT], kind="confirmation")
            calendars = [calendar for mail in mails for calendar in requested(mail.content)]
        found: dict[str, Message] = {}
        for content in calendars:
            text = content.decode().replace("\r\n ", "")
            uid, stamp, number = (re.findall(rf"{name}:(.*)\r", text)[0] for name in ("UID", "DTSTAMP", "SEQUENCE"))
            found[uid] = (int(number), stamp, content)
        self.sent = {**self.sent, **requests.revisions(place, event, Private(), self.sent)}
        return found


def requested(mail: bytes) -> list[bytes]:
    """The calendar that a mail asks with, or takes back with; none where it only has the file."""
    parts = message_from_bytes(mail, policy=policy.default).walk()
    found = [part.get_content() for part in parts if part.get_content_type() == "text/calendar"]
    return [text.encode() for text in dict.fromkeys(found) if "\r\nMETHOD:" in text]


def life() -> Life:
    return Life({"number": "12", "status": "confirmed", "date": "2027-09-16", "time": "14:00-17:00", "place": "online"})


def said(content: bytes, name: str) -> str:
    """What a line of a calendar with one entry says, with its parameters."""
    lines = content.decode().replace("\r\n ", "").split("BEGIN:VEVENT")[1].splitlines()
    return next(line.removeprefix(name) for line in lines if line.startswith((f"{name}:", f"{name};")))


def standing(messages: dict[str, Message]) -> Spans:
    """What stands in the calendar of somebody who has taken the last message about each entry."""
    asked = [content for _, _, content in messages.values() if b"\r\nMETHOD:REQUEST\r\n" in content]
    return {(said(content, "DTSTART"), said(content, "DTEND")) for content in asked}


def true_of(event: Event) -> Spans:
    """When an event takes place, from what its file says and without the code that writes calendars."""
    if event.cancelled or not event.days:
        return set()
    if event.time is None:
        last = event.days[-1] + dt.timedelta(days=1)
        return {(f";VALUE=DATE:{event.days[0]:%Y%m%d}", f";VALUE=DATE:{last:%Y%m%d}")}
    hours = (event.time.start, event.time.end or 0)
    midnights = (dt.datetime.combine(day, dt.time()) for day in event.days)  # on the wall clock
    spans = ([midnight + dt.timedelta(minutes=minutes) for minutes in hours] for midnight in midnights)
    form = ";TZID=Europe/Berlin:{:%Y%m%dT%H%M%S}"
    return {(form.format(begin), form.format(end)) for begin, end in spans}


ENTRY = Entry("event", "Für alle", "2027-09-16", "2027-09-17", None, "confirmed")
STEPS = [
    "wait", "announce", "announce", "invite", "invite", "confirm", "confirm", "date 2027-09-16", "date 2027-09-23",
    "date 2027-09-23/2027-09-24", "date 2027-09-16/2027-09-17", "date 2027-09-17/2027-09-19", "date 2027-10",
    "time 14:00-17:00", "time 15:00-17:00", "time 20:00-02:00", "time ", "place Rathaus", "place online",
    "status cancelled", "status confirmed", "theme Messen", "theme Zählen", "access stufenlos",
]  # fmt: skip


@times(0.25)
@given(st.lists(st.sampled_from(STEPS), max_size=20))
def test_a_later_message_counts_as_later_and_what_stands_in_a_calendar_is_true(steps: list[str]) -> None:
    known: dict[str, Message] = {}
    one = life()
    for step in [*steps, "invite"]:
        for uid, (sequence, stamp, content) in one.step(step).items():
            if uid in known and known[uid][2] != content:
                assert (sequence, stamp) > known[uid][:2]
                assert sequence >= known[uid][0]
                if any(said(content, name) != said(known[uid][2], name) for name in COUNTS):
                    assert sequence > known[uid][0]
            known[uid] = (sequence, stamp, content)
        if step in {"invite", "confirm"}:
            assert standing(known) == true_of(one.event)


PROGRAMMES = [
    "{title: Labore findn, minutes: 60}, {title: Ende, minutes: 60}",
    "{title: Labore finden, minutes: 60}, {title: Ende, minutes: 60}",
    "{title: Ende, minutes: 60}, {title: Labore finden, minutes: 60, room: A}",
    "{title: Labore finden, minutes: 30}, {title: Neu, minutes: 30}, {title: Ende, minutes: 60, day: 2}",
    "{id: ende, title: Schluss, minutes: 90}",
    "{title: Labore finden, minutes: 60}, {title: Labore finden, minutes: 60}",
]
PUBLISHED = ["publish", "publish", *(f"agenda [{programme}]" for programme in PROGRAMMES)]
PUBLISHED += [step for step in STEPS if step not in {"invite", "confirm", "announce", "time "}]


def published(one: Life) -> dict[str, list[str]]:
    """The entries of the feed and of the file of sessions, once what the event says is announced, as unfolded lines."""
    one.step("announce")
    event = one.event
    known = in_memory(Path(), [event], SERIES_WITH_MAIL, today=one.today)
    place = stage_of(replace(known, announced={event.id: one.ledger}))
    files = [*calendar.feed(place, [event], drafts=True), *calendar.sessions(place, event)]
    text = "".join(file.content.decode().replace("\r\n ", "") for file in files)
    return {entry.splitlines()[1]: entry.splitlines() for entry in text.split("BEGIN:VEVENT")[1:]}


def one_of(lines: list[str], name: str) -> str:
    """What a line of an entry says, with its parameters; nothing where there is none."""
    return next((line.removeprefix(name) for line in lines if line.startswith((f"{name}:", f"{name};"))), "")


def sessions_true_of(event: Event) -> list[tuple[str, str]]:
    """When the sessions of an event take place, as far as it has a day for them."""
    form = ";TZID=Europe/Berlin:{:%Y%m%dT%H%M%S}"
    midnights = [dt.datetime.combine(day, dt.time()) for day in event.days]
    return sorted(
        (form.format(midnight + dt.timedelta(minutes=start)), form.format(midnight + dt.timedelta(minutes=end)))
        for day, start, end in ((timed.day, timed.start, timed.end) for timed in event.timetable)
        for midnight in midnights[day - 1 : day]
        if not event.cancelled and start is not None and end is not None
    )


@times(0.25)
@given(st.lists(st.sampled_from(PUBLISHED), max_size=20))
def test_a_published_calendar_counts_up_and_is_true(steps: list[str]) -> None:
    known: dict[str, list[str]] = {}
    one = life()
    for step in [*steps, "publish"]:
        if step != "publish":
            one.step(step)
            continue
        found, event = published(one), one.event
        for uid, lines in found.items():
            before, number = known.get(uid, lines), int(one_of(lines, "SEQUENCE")[1:])
            changed = any(one_of(lines, name) != one_of(before, name) for name in COUNTS)
            assert number >= int(one_of(before, "SEQUENCE")[1:]) + changed
        known |= found
        live = [lines for lines in found.values() if one_of(lines, "STATUS") != ":CANCELLED"]
        spans = [(bool(one_of(each, "RELATED-TO")), one_of(each, "DTSTART"), one_of(each, "DTEND")) for each in live]
        assert {span[1:] for span in spans if not span[0]} == true_of(event)
        assert sorted(span[1:] for span in spans if span[0]) == sessions_true_of(event)
        off = [lines for lines in found.values() if "ENTFÄLLT: MusterTreff" in one_of(lines, "SUMMARY")]
        days = {f"{day:%Y%m%d}" for day in event.days if not event.cancelled}
        assert not [lines for lines in off if one_of(lines, "DTSTART").rpartition(":")[2][:8] in days]


def numbers(steps: str) -> list[int]:
    """The number of the one entry each time that it is handed out."""
    one = life()
    return [sequence for step in steps.split(", ") for sequence, _, _ in one.step(step).values()]


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ("invite, date 2027-09-23, invite", [0, 1]),
        ("announce, date 2027-09-23, invite, date 2027-09-30, invite", [1, 2]),
        ("announce, date 2027-09-23, invite, date 2027-09-30, invite, date 2027-09-16, invite", [1, 2, 3]),
        ("announce, invite, date 2027-09-23, announce, invite, wait, invite", [0, 1, 1]),
        ("invite, date 2027-09-23, invite, announce, invite, status cancelled, invite", [0, 1, 1, 2]),
        ("invite, status cancelled, invite, status confirmed, invite", [0, 1, 2]),
        ("invite, theme Messen, invite, wait, theme Zählen, invite", [0, 0, 0]),
        ("confirm, date 2027-09-23, confirm, date 2027-09-16, confirm", [0, 1, 2]),
        ("confirm, date 2027-09-23, invite, confirm, wait, confirm", [0, 1, 1, 1]),
        ("announce, date 2027-09-23, confirm, announce, date 2027-09-30, invite", [1, 2]),
        ("confirm, date 2027-09-23, confirm, announce, status cancelled, invite", [0, 1, 2]),
    ],
)
def test_another_day_counts_up_from_what_was_handed_out(steps: str, found: list[int]) -> None:
    assert numbers(steps) == found


def when(content: bytes) -> str:
    """The day or the moment at which an entry begins."""
    return said(content, "DTSTART").rpartition(":")[2]


def told(step: dict[str, Message]) -> list[str]:
    """What the messages of a step do, when and in which revision, in their order."""
    return [
        f"{re.findall(r'METHOD:(.*)', content.decode())[0].strip()} {when(content)} {sequence}"
        for sequence, _, content in step.values()
    ]


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (
            "invite, date 2027-09-16/2027-09-17, invite",
            ["REQUEST 20270916T140000 0", "REQUEST 20270917T140000 0", "CANCEL 20270916T140000 1"],
        ),
        (
            "date 2027-09-16/2027-09-18, invite, date 2027-09-17, invite",
            [
                "REQUEST 20270917T140000 0",
                "CANCEL 20270916T140000 1",
                "CANCEL 20270917T140000 1",
                "CANCEL 20270918T140000 1",
            ],
        ),
        ("invite, date 2027-10, invite", ["CANCEL 20270916T140000 1"]),
        ("invite, date 2027-10, invite, invite, date 2027-09-23, invite", ["REQUEST 20270923T140000 2"]),
        (
            "date 2027-09-16/2027-09-17, invite, time , invite",
            ["REQUEST 20270916 0", "CANCEL 20270916T140000 1", "CANCEL 20270917T140000 1"],
        ),
        (
            "announce, date 2027-09-16/2027-09-18, invite, date 2027-09-16/2027-09-17, invite",
            ["REQUEST 20270916T140000 1", "REQUEST 20270917T140000 0", "CANCEL 20270918T140000 1"],
        ),
        ("confirm, date 2027-10, confirm", ["CANCEL 20270916T140000 1"]),
        (
            "confirm, date 2027-09-16/2027-09-17, confirm",
            ["REQUEST 20270916T140000 0", "REQUEST 20270917T140000 0", "CANCEL 20270916T140000 1"],
        ),
        (
            "invite, date 2027-09-16/2027-09-17, status cancelled, invite",
            ["CANCEL 20270916T140000 1", "CANCEL 20270917T140000 1", "CANCEL 20270916T140000 1"],
        ),
    ],
)
def test_what_was_handed_out_and_is_no_entry_any_more_is_taken_back(steps: str, found: list[str]) -> None:
    one = life()
    assert told([one.step(step) for step in steps.split(", ")][-1]) == found


def test_who_was_invited_to_one_day_that_became_two_gets_each_day_and_the_old_entry_is_taken_back(
    workspace: Path, labcamp: Labcamp
) -> None:
    path = workspace / "events/labcamp-11.yaml"
    invite = ("export-ics", "11", "--invite", "Ada <ada@example.org>", "--today", "2026-11-23")
    assert labcamp(*invite).code == 0
    path.write_text(path.read_text("utf-8").replace("2027-03-11", "2027-03-11/2027-03-12"), "utf-8")
    assert labcamp(*invite).out.splitlines()[:-1] == [
        f"created    private/out/labcamp-11/{name}-ada@example.org.{ending}"
        for name in ("invite-1", "invite-2", "cancel-3")
        for ending in ("ics", "eml")
    ]
    mail = message_from_bytes(
        (workspace / "private/out/labcamp-11/cancel-3-ada@example.org.eml").read_bytes(), policy=policy.default
    )
    body = mail.get_body(("plain",))
    assert body
    assert mail["Subject"].removeprefix("Entwurf: ") == "Ersetzt: LabCamp #11 am 11. März"
    assert body.get_content().splitlines()[4:6] == [
        "der bisherige Kalendereintrag zu LabCamp #11 am 11. März gilt nicht",
        "mehr, ein neuer ersetzt ihn. Das Treffen findet statt.",
    ]
    assert labcamp(*invite).out.count("unchanged") == 6


def test_the_announcement_takes_over_what_was_handed_out() -> None:
    one = life()
    for step in ("announce", "date 2027-09-23", "invite", "date 2027-09-30", "invite", "date 2027-09-16", "announce"):
        one.step(step)
    assert [record.sequence for record in one.ledger.values()] == [3]


def test_what_was_handed_out_is_written_and_read_back() -> None:
    sent = {
        "b": Handed(1, dt.datetime(2027, 1, 5, 0, 0, 1, tzinfo=dt.UTC), "a1", "b2"),
        "a": Handed(0, dt.datetime(2027, 1, 5, tzinfo=dt.UTC), "", "c"),
        "c": Handed(0, dt.datetime(2027, 1, 5, tzinfo=dt.UTC), "d", "e", "treff-12", ENTRY),
    }
    assert check_sent(json_source(sent_bytes({"c": sent["c"]}), "sent.json")) == ({"c": sent["c"]}, ())
    assert check_sent(json_source(sent_bytes({"b": sent["b"]}), "sent.json")) == ({"b": sent["b"]}, ())
    assert list(check_sent(json_source(sent_bytes(sent), "sent.json"))[0]) == ["b", "c"]


def test_the_file_names_nobody_and_nothing_is_written_in_events(workspace: Path, labcamp: Labcamp) -> None:
    path = workspace / "events/labcamp-11.yaml"
    before = {file: file.read_bytes() for file in (workspace / "events").rglob("*") if file.is_file()}
    invite = ("export-ics", "11", "--invite", "Ada <ada@example.org>", "--today", "2026-11-23")
    assert labcamp(*invite, "--dry-run").code == 0
    assert not (workspace / "private/sent.json").exists()
    assert labcamp(*invite).code == 0
    told = (workspace / "private/sent.json").read_text("utf-8")
    assert "ada" not in told.lower()
    assert {file: file.read_bytes() for file in (workspace / "events").rglob("*") if file.is_file()} == before
    made = workspace / "private/out/labcamp-11/invite-ada@example.org.ics"
    assert "SEQUENCE:0" in made.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace("2027-03-11", "2027-03-18"), "utf-8")
    assert labcamp(*invite).code == 0
    assert "SEQUENCE:1" in made.read_text("utf-8")


def test_a_confirmation_counts_from_what_was_handed_out_and_so_does_what_follows(
    workspace: Path, labcamp: Labcamp
) -> None:
    path, series = workspace / "events/labcamp-11.yaml", workspace / "events/series.yaml"
    series.write_text(series.read_text("utf-8") + "imprint: https://example.org/impressum\n", "utf-8")
    (workspace / "private").mkdir(exist_ok=True)
    (workspace / "private/labcamp-11.csv").write_text("Name;E-Mail\nAda Muster;ada@example.org\n", "utf-8")
    day, private = ("--today", "2026-11-23"), workspace / "private"

    def confirmed(kind: str, *options: str) -> str:
        assert labcamp("render-mail", kind, "11", "--to", "--ready", *options, *day).code == 0
        made = private / f"out/labcamp-11/{kind}/ada@example.org-ready.eml"
        return re.findall(r"SEQUENCE:(\d+)", requested(made.read_bytes())[0].decode())[0] if made.exists() else ""

    confirmed("confirmation", "--dry-run")
    assert not (private / "sent.json").exists()
    assert labcamp("render-mail", "confirmation", "11", "--to", *day).code == 0
    assert not (private / "sent.json").exists()
    assert confirmed("confirmation") == "0"
    assert "ada" not in (private / "sent.json").read_text("utf-8").lower()
    for moved, number in (("2027-03-18", "1"), ("2027-03-11", "2")):
        path.write_text(re.sub("(?m)^date: .*", f"date: {moved}", path.read_text("utf-8")), "utf-8")
        assert confirmed("confirmation") == number
    assert labcamp("export-ics", "11", "--invite", "Ada <ada@example.org>", *day).code == 0
    assert "SEQUENCE:2" in (private / "out/labcamp-11/invite-ada@example.org.ics").read_text("utf-8")
    assert confirmed("practical-information") == "2"
