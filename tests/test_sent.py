"""What was handed out to single persons: a later message always counts as later, and the same one is the same."""

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from conftest import Labcamp
from hypothesis import given
from hypothesis import strategies as st
from sample import SERIES, TODAY, event_of, in_memory, series_of

from labcamp.check.sent import check_sent
from labcamp.files.read import json_source
from labcamp.model import Contact, Event
from labcamp.model.entries import all_entries
from labcamp.model.ledger import Ledger, recorded
from labcamp.model.private import Private
from labcamp.model.sent import Handed, Sent, lifted, sent_bytes
from labcamp.render.mails import requests
from labcamp.render.stage import stage_of

Message = tuple[int, str, bytes]  # number, stamp and bytes
SERIES_WITH_MAIL = SERIES + "contact: {email: info@example.org}\n"
PERSON = Contact(email="ada@example.org")
KNOWN, _ = series_of(SERIES_WITH_MAIL)


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
        elif key == "invite":
            return self.handed_out()
        else:
            self.text[key] = value
        return {}

    @property
    def event(self) -> Event:
        """The event as its file says it now."""
        return event_of("".join(f"{key}: {value}\n" for key, value in self.text.items()), SERIES_WITH_MAIL)

    def handed_out(self) -> dict[str, Message]:
        """The messages for one person, which are remembered."""
        event = self.event
        known = in_memory(Path(), [event], SERIES_WITH_MAIL, today=self.today)
        place = stage_of(replace(known, announced={event.id: self.ledger}))
        asked = requests.asked(place, event, Private(), PERSON, self.sent)
        found: dict[str, Message] = {}
        for each in asked:
            text = each.calendar.decode().replace("\r\n ", "")
            uid, stamp, number = (re.findall(rf"{name}:(.*)\r", text)[0] for name in ("UID", "DTSTAMP", "SEQUENCE"))
            found[uid] = (int(number), stamp, each.calendar)
        self.sent = {**self.sent, **requests.revisions(place, event, Private(), self.sent)}
        return found


def life() -> Life:
    return Life({"number": "12", "status": "confirmed", "date": "2027-09-16", "time": "14:00-17:00", "place": "online"})


STEPS = [
    "wait", "announce", "invite", "invite", "date 2027-09-16", "date 2027-09-23", "date 2027-09-23/2027-09-24",
    "date 2027-09-16/2027-09-17", "date 2027-10", "time 14:00-17:00", "time 15:00-17:00", "place Rathaus",
    "place online",     "status cancelled", "status confirmed", "theme Messen", "theme Zählen", "access stufenlos",
]  # fmt: skip


@given(st.lists(st.sampled_from(STEPS), max_size=16))
def test_a_later_message_counts_as_later_and_the_same_one_is_the_same(steps: list[str]) -> None:
    known: dict[str, Message] = {}
    one = life()
    for step in [*steps, "invite"]:
        for uid, (sequence, stamp, content) in one.step(step).items():
            if uid in known and known[uid][2] != content:
                assert (sequence, stamp) > known[uid][:2]
                assert sequence >= known[uid][0]
            known[uid] = (sequence, stamp, content)


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
    ],
)
def test_another_day_counts_up_from_what_was_handed_out(steps: str, found: list[int]) -> None:
    assert numbers(steps) == found


def test_the_announcement_takes_over_what_was_handed_out() -> None:
    one = life()
    for step in ("announce", "date 2027-09-23", "invite", "date 2027-09-30", "invite", "date 2027-09-16", "announce"):
        one.step(step)
    assert [record.sequence for record in one.ledger.values()] == [3]


def test_what_was_handed_out_is_written_and_read_back() -> None:
    sent = {
        "b": Handed(1, dt.datetime(2027, 1, 5, 0, 0, 1, tzinfo=dt.UTC), "a1", "b2"),
        "a": Handed(0, dt.datetime(2027, 1, 5, tzinfo=dt.UTC), "", "c"),
    }
    assert check_sent(json_source(sent_bytes({"b": sent["b"]}), "sent.json")) == ({"b": sent["b"]}, ())
    assert list(check_sent(json_source(sent_bytes(sent), "sent.json"))[0]) == ["b"]


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
