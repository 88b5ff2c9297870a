"""Events that go on past midnight, sessions that name their day by its date, and days of long ago."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from conftest import Labcamp
from sample import PRIVATE_SIDE, SERIES, event_of, every_mail, facts_of, made, series_of, texts, written

from labcamp.model.entries import event_entries, session_entries
from labcamp.model.texts import day_of
from labcamp.render.prints import run_sheet
from labcamp.render.prints.handout import data as handout

KNOWN, _ = series_of(SERIES)


@pytest.mark.parametrize(
    ("time", "end"),
    [
        ("20:00-02:00", "2027-09-17T02:00"),
        ("20:00-00:00", "2027-09-17T00:00"),
        ("20:00-24:00", "2027-09-17T00:00"),
        ("20 bis 2 Uhr", "2027-09-17T02:00"),
        ("20:00-08:00", "2027-09-17T08:00"),
        ("08:00-20:00", "2027-09-16T20:00"),
    ],
)
def test_an_end_before_the_start_is_in_the_night(time: str, end: str) -> None:
    event = event_of(f"title: T\ndate: 2027-09-16\ntime: {time}")
    (entry,) = event_entries(event, KNOWN).values()
    assert entry.end == f"{end} Europe/Berlin"


def test_sessions_go_on_past_midnight() -> None:
    agenda = "agenda: [{title: A, minutes: 270}, {title: B, start: 01:00, minutes: 30}]"
    event = event_of(f"title: T\ndate: 2027-09-16/2027-09-17\ntime: 20:00-02:00\n{agenda}")
    times = [(entry.start or "", entry.end or "") for entry in session_entries(event, KNOWN).values() if entry]
    assert [(start[:16], end[:16]) for start, end in times] == [
        ("2027-09-16T20:00", "2027-09-17T00:30"),
        ("2027-09-17T01:00", "2027-09-17T01:30"),
    ]


NIGHT = """\
number: 12
status: confirmed
date: 2027-09-16
time: 20:00-02:00
place: {name: Rathaus, city: Ulm}
agenda:
  - {title: Ankommen, minutes: 60}
  - {title: Vortrag, minutes: 180, room: A}
  - {title: Mitternacht, minutes: 60, room: A, tables: [Sterne]}
  - {title: Ausklang, start: 01:15, minutes: 45}
"""
STARTS = ["20:00", "21:00", "00:00", "01:15"]


def test_every_text_shows_the_hours_of_the_night_as_a_clock_does_and_in_order(tmp_path: Path) -> None:
    place = written(tmp_path, {"treff-12": NIGHT})
    found = {**texts(place), **{key: f"{mail.text}{mail.html}" for key, mail in every_mail(place).items()}}
    assert {name for name, text in found.items() if re.search(r"\b2[4-9]:\d\d|\b2[5-9] Uhr", text)} == set()
    for name in ("treff-12/agenda.md", "treff-12/invitation.txt", "treff-12/newsletter.txt"):
        assert re.findall(r"\b\d\d:\d\d\b", found[name]) == STARTS, name
        assert "Donnerstag, 16. September 2027, 20 bis 2 Uhr" in found[name]


def test_every_print_shows_the_hours_of_the_night_as_a_clock_does_and_in_order(
    tmp_path: Path, labcamp: Labcamp
) -> None:
    facts = facts_of(NIGHT)
    on_paper = json.dumps(handout(facts), ensure_ascii=False)
    assert re.findall(r'"(\d\d:\d\d)"', on_paper) == STARTS
    printed = json.dumps([run_sheet.data(facts, PRIVATE_SIDE)["days"]], ensure_ascii=False)
    assert re.findall(r"\d\d:\d\d–\d\d:\d\d", printed) == [
        "20:00–21:00", "21:00–24:00", "00:00–01:00", "01:00–01:15", "01:15–02:00",
    ]  # fmt: skip
    place = written(tmp_path, {"treff-12": NIGHT})
    shown = labcamp("show", "12", "--today", "2027-01-05", "--root", str(place.root)).out
    assert re.findall(r"\d\d:\d\d–\d\d:\d\d", shown) == [
        "20:00–02:00", "20:00–21:00", "21:00–24:00", "00:00–01:00", "01:15–02:00",
    ]  # fmt: skip


def test_a_calendar_has_the_night_on_the_next_day(tmp_path: Path) -> None:
    place = written(tmp_path, {"treff-12": NIGHT})
    content = made(place, "calendar")["treff-12/treff-12.ics"].decode()
    assert re.findall(r"DT(?:START|END);TZID=Europe/Berlin:(.*)\r", content) == ["20270916T200000", "20270917T020000"]


def test_a_session_may_name_its_day_by_its_date() -> None:
    days = "[{title: A, day: 2021-03-23}, {title: B, day: 24.3.2021}, {title: C}, {title: D, day: 1}]"
    for date, numbers in (("2021-03-23/2021-03-24", [1, 2, None, 1]), ("2021-03-22/2021-03-24", [2, 3, None, 1])):
        event = event_of(f"title: T\ndate: {date}\nagenda: {days}")
        assert [session.day for session in event.agenda] == numbers
    month = event_of(f"title: T\ndate: 2021-03\nagenda: {days}")
    assert [session.day for session in month.agenda] == [1, 2, None, 1]


def test_a_day_of_long_ago_is_a_day() -> None:
    assert day_of("1965-05-05") == dt.date(1965, 5, 5)
