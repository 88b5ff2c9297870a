"""Days to avoid: how people may write them, and what calendars of others say."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from hypothesis import given
from hypothesis import strategies as st
from sample import TODAY as A_DAY
from sample import written

from labcamp.findings import Finding
from labcamp.model.avoid import Avoided
from labcamp.model.texts import Period, period_of
from labcamp.planning.avoid import avoided
from labcamp.planning.calendars import entries_of
from labcamp.workspace import load

YEAR = Period(dt.date(2027, 1, 1), dt.date(2027, 12, 31))
ALWAYS = Period(dt.date(2020, 1, 1), dt.date(2035, 12, 31))


def read(root: Path, text: str, period: Period = YEAR) -> tuple[list[tuple[str, str, str]], list[str]]:
    """First and last day and title of each entry, and where something is wrong with which code."""
    workspace = written(root, {})
    (root / "events/avoid.yaml").write_text(text, "utf-8")
    days, findings = avoided(workspace, period)
    return [shown(each) for each in days], [at(found) for found in findings]


def shown(each: Avoided) -> tuple[str, str, str]:
    return f"{each.first:%d.%m.}", f"{each.last:%d.%m.}", each.title


def at(found: Finding) -> str:
    return f"{Path(found.path).name}:{found.line}:{found.column} {found.code}"


# How people write days


@pytest.mark.parametrize(
    "text",
    [
        "days:\n  - {date: 2027-09-26, title: Marathon}\n",
        "days:\n  - {date: 26.9.2027, title: Marathon, url: https://example.org/lauf}\n",
        "days: [2027-09-26 Marathon]\n",
        "days:\n  - 26.09.2027 Marathon\n",
        "days:\n  - 2027-09-26 - Marathon\n",
        "days:\n  - 2027-09-26: Marathon\n",
        "days: {2027-09-26: Marathon}\n",
        "days: {date: 2027-09-26, title: Marathon}\n",
        "- 2027-09-26 Marathon\n",
        "- {date: 2027-09-26, title: Marathon}\n",
    ],
)
def test_a_day_may_be_written_in_many_ways(text: str, tmp_path: Path) -> None:
    assert read(tmp_path, text) == ([("26.09.", "26.09.", "Marathon")], [])


@pytest.mark.parametrize(
    ("text", "first", "last", "title"),
    [
        ("2027-11-02/2027-11-04 Messe", "02.11.", "04.11.", "Messe"),
        ("2.11.2027 bis 4.11.2027: Messe", "02.11.", "04.11.", "Messe"),
        ("2027-11-02/2027-11-04", "02.11.", "04.11.", ""),
        ("2027-11", "01.11.", "30.11.", ""),
        ("2027-11 viele Messen", "01.11.", "30.11.", "viele Messen"),
        ("2027-02-01/2027-04-30 Umbau", "01.02.", "30.04.", "Umbau"),  # longer than an event may be
    ],
)
def test_several_days_and_whole_months_may_be_named(
    text: str, first: str, last: str, title: str, tmp_path: Path
) -> None:
    assert read(tmp_path, f"days:\n  - '{text}'\n") == ([(first, last, title)], [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("days:\n  - {date: 2027-02-30, title: x}\n", ["avoid.yaml:2:12 LC206"]),
        ("- Marathon\n", ["avoid.yaml:1:3 LC206"]),
        ("days:\n  - 2027-09-31 x\n  - {title: y}\n", ["avoid.yaml:2:5 LC206", "avoid.yaml:3:5 LC201"]),
        ("days:\n  - {date: 2027-11-04/2027-11-02}\n", ["avoid.yaml:2:12 LC305"]),
        ("tage: [2027-01-01]\n", ["avoid.yaml:1:1 LC202"]),
        ("days:\n  - {datum: 2027-01-01}\n", ["avoid.yaml:2:5 LC201", "avoid.yaml:2:6 LC202"]),
        ("days:\n  - [1]\n", ["avoid.yaml:2:5 LC205"]),
        ("days:\n  - {date: 2027-01-01, url: foo}\n", ["avoid.yaml:2:29 LC210"]),
        ("days:\n  - 2027-01-01 Messe #3\n", ["avoid.yaml:2:22 LC308"]),
        ("calendars: https://example.org/messen.ics\n", ["avoid.yaml:1:12 LC226"]),
        ("calendars: [../messen.ics, messen.pdf]\n", ["avoid.yaml:1:13 LC226", "avoid.yaml:1:28 LC226"]),
        ("calendars:\n  - messen.ics\n", ["avoid.yaml:2:5 LC226"]),  # it is not there
        ("days: [2027-01-01\n", ["avoid.yaml:1:7 LC117"]),
        ("", ["avoid.yaml:1:1 LC114"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, found: list[str], tmp_path: Path) -> None:
    _, findings = read(tmp_path, text)
    assert sorted(findings) == found


def test_a_folder_of_that_name_is_no_list_and_no_calendar(tmp_path: Path) -> None:
    (tmp_path / "events/messen.ics").mkdir(parents=True)
    assert read(tmp_path, "calendars: messen.ics\n") == ([], ["avoid.yaml:1:12 LC226"])


def test_without_a_list_there_is_nothing_to_avoid(tmp_path: Path) -> None:
    assert avoided(written(tmp_path, {}), YEAR) == ((), ())


def test_the_list_is_no_event_and_read_only_where_it_is_asked_for(workspace: Path, labcamp: Labcamp) -> None:
    before = labcamp("list", "--today", TODAY)
    (workspace / "events/avoid.yaml").write_text("days: [2027-02-30]\n", "utf-8")

    assert labcamp("list", "--today", TODAY) == before
    assert [found.code for found in load(workspace, A_DAY).errors] == []
    assert labcamp("build", "--no-pdf", "--today", TODAY).code == 0
    checked = labcamp("check", "--today", TODAY)
    assert checked.code == 1
    assert "events/avoid.yaml:1:8: LC206 not-a-date: '2027-02-30' cannot be read as a date" in checked.err
    assert "LC015" not in checked.err
    dates = labcamp("dates", "--today", TODAY)
    assert (dates.code, "events/avoid.yaml:1:8: LC206" in dates.err) == (1, True)


def test_an_event_cannot_be_called_like_the_list(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("new-event", "--yes", "--title", "Avoid", "--id", "avoid", "--today", TODAY)
    assert (result.code, (workspace / "events/avoid.yaml").exists()) == (2, False)


# Calendars of others


def calendar(*entries: str) -> bytes:
    """A calendar of entries, each of whose lines ends at a `|`."""
    lines = (line for entry in entries for line in ("BEGIN:VEVENT", *entry.split("|"), "END:VEVENT"))
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCALENDAR", *lines, "END:VCALENDAR")).encode()


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        # the end of a whole day is the day after (RFC 5545 section 3.6.1)
        ("DTSTART;VALUE=DATE:20271102|DTEND;VALUE=DATE:20271105", ["02.11.-04.11."]),
        ("DTSTART;VALUE=DATE:20271102|DTEND;VALUE=DATE:20271102", ["02.11.-02.11."]),  # many programs forget that
        ("DTSTART;VALUE=DATE:20271102", ["02.11.-02.11."]),
        ("DTSTART;VALUE=DATE:20271102|DURATION:P2D", ["02.11.-03.11."]),
        ("DTSTART:20271102T090000|DTEND:20271104T170000", ["02.11.-04.11."]),
        ("DTSTART:20271102T090000|DTEND:20271103T000000", ["02.11.-02.11."]),  # until midnight
        ("DTSTART;TZID=Europe/Berlin:20271102T090000|DURATION:PT8H", ["02.11.-02.11."]),
        # on our clock that is the day after
        ("DTSTART:20271102T233000Z|DTEND:20271102T234500Z", ["03.11.-03.11."]),
        ("DTSTART;TZID=America/New_York:20271102T200000|DURATION:PT1H", ["03.11.-03.11."]),
        ("DTSTART:20271102T090000|DTEND:20271101T090000", ["02.11.-02.11."]),  # the end before the start
        ("DTSTART;VALUE=DATE:20271102|STATUS:CANCELLED", []),
        ("DTSTART;VALUE=DATE:20281102", []),  # in another year
        ("DTSTART;VALUE=DATE:20261230|DTEND;VALUE=DATE:20270103", ["30.12.-02.01."]),
    ],
)
def test_an_entry_is_on_its_days(entry: str, found: list[str]) -> None:
    entries, findings = entries_of(calendar(f"UID:1|{entry}|SUMMARY:Messe"), "messen.ics", YEAR, "Europe/Berlin")
    assert [f"{each.first:%d.%m.}-{each.last:%d.%m.}" for each in entries] == found
    assert findings == []


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("RRULE:FREQ=YEARLY", ["2025-11-02", "2026-11-02", "2027-11-02", "2028-11-02"]),
        ("RRULE:FREQ=YEARLY;COUNT=2", ["2025-11-02", "2026-11-02"]),
        ("RRULE:FREQ=YEARLY;INTERVAL=2", ["2025-11-02", "2027-11-02"]),
        ("RRULE:FREQ=YEARLY;UNTIL=20271102", ["2025-11-02", "2026-11-02", "2027-11-02"]),
        ("RRULE:FREQ=YEARLY;UNTIL=20271102T080000Z", ["2025-11-02", "2026-11-02", "2027-11-02"]),  # 09:00 in Berlin
        ("RRULE:FREQ=YEARLY;UNTIL=20271102T075959Z", ["2025-11-02", "2026-11-02"]),
        (
            "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1TU",
            ["2025-11-02", "2025-11-04", "2026-11-03", "2027-11-02", "2028-11-07"],
        ),
        ("RRULE:FREQ=YEARLY|EXDATE;TZID=Europe/Berlin:20261102T090000", ["2025-11-02", "2027-11-02", "2028-11-02"]),
        ("RDATE;TZID=Europe/Berlin:20251203T090000", ["2025-11-02", "2025-12-03"]),
        ("RRULE:FREQ=WEEKLY;COUNT=3;BYHOUR=9,10", ["2025-11-02", "2025-11-09"]),  # twice on the first day
    ],
)
def test_a_repeated_entry_is_on_each_of_its_days(rule: str, days: list[str]) -> None:
    content = calendar(f"UID:1|DTSTART;TZID=Europe/Berlin:20251102T090000|DURATION:PT1H|{rule}")
    period = Period(dt.date(2025, 1, 1), dt.date(2028, 12, 31))
    entries, findings = entries_of(content, "messen.ics", period, "Europe/Berlin")
    assert ([each.first.isoformat() for each in entries], findings) == (days, [])


def test_one_time_of_a_repeated_entry_may_be_moved_or_cancelled() -> None:
    """RFC 5545 section 3.8.4.4: RECURRENCE-ID names the time that an entry stands for, here also in UTC."""
    content = calendar(
        "UID:1|DTSTART;TZID=Europe/Berlin:20251102T090000|RRULE:FREQ=YEARLY",
        "UID:1|RECURRENCE-ID:20261102T080000Z|DTSTART;TZID=Europe/Berlin:20261109T090000",
        "UID:1|RECURRENCE-ID;TZID=Europe/Berlin:20271102T090000|DTSTART:20271102T090000|STATUS:CANCELLED",
    )
    period = Period(dt.date(2025, 1, 1), dt.date(2028, 12, 31))
    entries, _ = entries_of(content, "messen.ics", period, "Europe/Berlin")
    assert [each.first.isoformat() for each in entries] == ["2025-11-02", "2026-11-09", "2028-11-02"]


def test_what_says_not_when_it_is_is_told_by_name_and_line_and_the_rest_is_read() -> None:
    content = calendar(
        "UID:1|SUMMARY:ohne Anfang",
        "UID:2|DTSTART:irgendwann",
        "UID:3|DTSTART:20271102T090000|RRULE:FREQ=NIE|SUMMARY:Unsinn",
        "UID:4|DTSTART:99991231T090000|DURATION:P9999D",
        "UID:5|DTSTART;VALUE=DATE:20271102|SUMMARY:Messe\\, Kongress",
    )
    entries, findings = entries_of(content, "messen.ics", ALWAYS, "Europe/Berlin")
    assert [each.title for each in entries] == ["Messe, Kongress", "Unsinn"]
    assert [(each.line, each.code, *dict(each.values).values()) for each in findings] == [
        (2, "LC227", "", "ohne Anfang", "DTSTART"),
        (8, "LC227", "", "", "DTSTART:irgendwann"),
        (13, "LC227", "2027-11-02", "Unsinn", "RRULE:FREQ=NIE"),
    ]


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "LC601"), (b"<html>", "LC602"), (b"BEGIN:VCARD\r\nEND:VCARD\r\n", "LC602")]
)
def test_a_file_that_is_no_calendar_is_told(content: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "events/messen.ics").write_bytes(content)
    days, findings = read(tmp_path, "- 2027-09-26 Marathon\n")
    assert (days, findings) == ([("26.09.", "26.09.", "Marathon")], [])
    days, findings = read(tmp_path, "days: 2027-09-26 Marathon\ncalendars: messen.ics\n")
    assert (days, findings) == ([("26.09.", "26.09.", "Marathon")], [f"messen.ics:1:1 {code}"])


def test_a_title_cannot_command_the_terminal() -> None:
    content = calendar("UID:1|DTSTART:20271102|SUMMARY:\x1b[31mrot\\nund lang" + "g" * 200)
    (entry,), _ = entries_of(content, "messen.ics", YEAR, "Europe/Berlin")
    assert entry.title.startswith("\ufffd[31mrot und langg")
    assert len(entry.title) == 100


@given(st.text())
def test_any_text_is_a_period_or_refused(text: str) -> None:
    period = None
    with suppress(ValueError):
        period = period_of(text)
    assert period is None or isinstance(period, Period)


WORDS = "DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID UID SUMMARY STATUS"
SENSE = """
20271102 20271102T090000 20271102T090000Z 99991231T235959Z 00010101 PT1H P9999D P9999W CANCELLED a FREQ=YEARLY
FREQ=YEARLY;BYDAY=1MO FREQ=MONTHLY;COUNT=3 FREQ=WEEKLY;UNTIL=20271231 FREQ=DAILY;INTERVAL=9999
"""
LINES = st.sampled_from(WORDS.split()) | st.text(max_size=8)
VALUES = st.sampled_from(SENSE.split()) | st.text(max_size=20)


@given(st.lists(st.lists(st.tuples(LINES, VALUES), max_size=6), max_size=3))
def test_any_calendar_gives_entries_or_findings(entries: list[list[tuple[str, str]]]) -> None:
    content = calendar(*("|".join(f"{name}:{value}" for name, value in entry) for entry in entries))
    found, findings = entries_of(content, "a.ics", YEAR, "Europe/Berlin")
    assert all(each.is_on(YEAR.first, YEAR.last) for each in found)
    assert {each.code for each in findings} <= {"LC227", "LC601", "LC602", "LC900", "LC946"}
