"""Events that go on past midnight, sessions that name their day by its date, and days of long ago."""

import datetime as dt

import pytest
from sample import SERIES, event_of, series_of

from labcamp.model.entries import event_entries, session_entries
from labcamp.model.texts import day_of

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


def test_a_session_may_name_its_day_by_its_date() -> None:
    days = "[{title: A, day: 2021-03-23}, {title: B, day: 24.3.2021}, {title: C}, {title: D, day: 1}]"
    for date, numbers in (("2021-03-23/2021-03-24", [1, 2, None, 1]), ("2021-03-22/2021-03-24", [2, 3, None, 1])):
        event = event_of(f"title: T\ndate: {date}\nagenda: {days}")
        assert [session.day for session in event.agenda] == numbers
    month = event_of(f"title: T\ndate: 2021-03\nagenda: {days}")
    assert [session.day for session in month.agenda] == [1, 2, None, 1]


def test_a_day_of_long_ago_is_a_day() -> None:
    assert day_of("1965-05-05") == dt.date(1965, 5, 5)
