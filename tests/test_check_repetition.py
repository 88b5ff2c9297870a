"""How an entry is repeated: every part of a rule by itself, together with others, and beside the start."""

import datetime as dt
import re
from itertools import takewhile

import pytest
from conftest import times
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from test_check_calendar import calendar

from labcamp.check.calendar import check_calendar
from labcamp.check.calendar.occurrences import last_of, meets, occurs, surely_counts

TIMED = "DTSTART:20270902T090000Z"
FLOATING = "DTSTART:20270902T090000"
DAY = "DTSTART;VALUE=DATE:20270902"
# A zone that is named and not defined is an error of its own
NAMED = "DTSTART;TZID=/Europe/Berlin:20270902T090000"


def said(*lines: str) -> list[str]:
    """The codes of the errors in an event with these lines."""
    return [found.code for found in check_calendar(calendar(*lines), "a.ics") if not found.advice]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;COUNT=1",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
        "FREQ=MONTHLY;BYDAY=+2TH",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=MONTHLY;BYDAY=5SU",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYMONTHDAY=-31",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29;COUNT=3",
        "FREQ=YEARLY;BYDAY=53MO",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=SU",
        "FREQ=YEARLY;BYYEARDAY=-366",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "FREQ=YEARLY;UNTIL=20300902T090000Z",
        "FREQ=HOURLY;INTERVAL=3;BYHOUR=0,12",
        "FREQ=MINUTELY;BYMINUTE=0,20,40;BYHOUR=9",
        "FREQ=DAILY;BYHOUR=23;BYMINUTE=59;BYSECOND=60",
        "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L;SKIP=BACKWARD",
        "freq=weekly;byday=th",
        "FREQ=WEEKLY;X-OWN=1",
    ],
)
def test_a_right_rule_gives_no_error(rule: str) -> None:
    at = TIMED.replace("0902", "0229").replace("2027", "2028") if "29" in rule else TIMED
    assert said(at, f"RRULE:{rule}") == []


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=0TH", ["LC645"]),
        ("FREQ=MONTHLY;BYDAY=-0TH", ["LC645"]),
        ("FREQ=YEARLY;BYDAY=54MO", ["LC645"]),
        ("FREQ=MONTHLY;BYMONTHDAY=32", ["LC645"]),
        ("FREQ=MONTHLY;BYMONTHDAY=0", ["LC645"]),
        ("FREQ=MONTHLY;BYMONTHDAY=1,-32", ["LC645"]),
        ("FREQ=YEARLY;BYMONTH=13", ["LC645"]),
        ("FREQ=YEARLY;BYMONTH=0", ["LC645"]),
        ("FREQ=YEARLY;BYYEARDAY=367", ["LC645"]),
        ("FREQ=YEARLY;BYYEARDAY=0", ["LC645"]),
        ("FREQ=YEARLY;BYWEEKNO=54", ["LC645"]),
        ("FREQ=YEARLY;BYWEEKNO=0", ["LC645"]),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", ["LC645"]),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367", ["LC645"]),
        ("FREQ=DAILY;BYHOUR=24", ["LC645"]),
        ("FREQ=DAILY;BYHOUR=-1", ["LC645"]),
        ("FREQ=DAILY;BYMINUTE=60", ["LC645"]),
        ("FREQ=DAILY;BYSECOND=61", ["LC645"]),
        ("FREQ=WEEKLY;BYDAY=1TH", ["LC646"]),
        ("FREQ=DAILY;BYDAY=-1TH", ["LC646"]),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO", ["LC646"]),
        ("FREQ=WEEKLY;BYMONTHDAY=1", ["LC646"]),
        ("FREQ=MONTHLY;BYYEARDAY=1", ["LC646"]),
        ("FREQ=WEEKLY;BYYEARDAY=1", ["LC646"]),
        ("FREQ=DAILY;BYYEARDAY=1", ["LC646"]),
        ("FREQ=MONTHLY;BYWEEKNO=1", ["LC646"]),
        ("FREQ=MONTHLY;BYSETPOS=1", ["LC646"]),
        ("FREQ=MONTHLY;SKIP=OMIT", ["LC646"]),
        ("FREQ=WEEKLY;COUNT=3;COUNT=3", ["LC647"]),
        ("FREQ=WEEKLY;FREQ=DAILY", ["LC647"]),
        ("FREQ=WEEKLY;BYDAY=TH;BYDAY=FR", ["LC647"]),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20271002T090000Z", ["LC648"]),
        ("FREQ=WEEKLY;COUNT=0", ["LC649"]),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", ["LC649"]),
        ("FREQ=YEARLY;BYMONTH=4,6,9,11;BYMONTHDAY=31", ["LC649"]),
        ("FREQ=MONTHLY;BYDAY=6MO", ["LC649"]),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", ["LC649"]),
        ("FREQ=YEARLY;BYMONTH=1;BYYEARDAY=40", ["LC649"]),
        ("FREQ=YEARLY;BYWEEKNO=20;BYMONTH=1", ["LC649"]),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTH=10", ["LC649"]),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=FR", ["LC649"]),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29", ["LC649"]),
        ("FREQ=HOURLY;INTERVAL=2;BYHOUR=10", ["LC649"]),
        ("FREQ=WEEKLY;UNTIL=20270826T090000Z", ["LC650"]),
        ("FREQ=WEEKLY;UNTIL=20270902T085959Z", ["LC650"]),
        ("FREQ=WEEKLY;UNTIL=20270902T090000Z", []),
        ("FREQ=WEEKLY;INTERVAL=0", ["LC630"]),
        ("FREQ=WEEKLY;COUNT=-1", ["LC630"]),
        ("FREQ=WEEKLY;UNTIL=20270931T090000Z", ["LC630"]),
        ("FREQ=FORTNIGHTLY", ["LC630"]),
        ("COUNT=3", ["LC630"]),
        ("", ["LC630"]),
        ("FREQ=WEEKLY ", ["LC616"]),
    ],
)
def test_what_is_wrong_with_a_rule_by_itself_is_told(rule: str, expected: list[str]) -> None:
    assert said(TIMED, f"RRULE:{rule}") == expected


@pytest.mark.parametrize(
    ("start", "until", "right"),
    [
        (DAY, "20270916T000000Z", "20270916"),
        (DAY, "20270915T220000Z", "20270916"),
        (DAY, "20270915T235959Z", "20270915"),
        (DAY, "20270916T000000", "20270916"),
        (NAMED, "20270916", "20270916T235959Z"),
        (NAMED.replace("/", "", 1), "20270916", "20270916T070000Z"),
        (NAMED.replace("/", "", 1), "20270916T090000", "20270916T070000Z"),
        (TIMED, "20270916", "20270916T090000Z"),
        (TIMED, "20270916T090000", "20270916T090000Z"),
        (FLOATING, "20270916", "20270916T090000"),
        (FLOATING, "20270916T090000Z", "20270916T090000"),
    ],
)
def test_the_end_of_a_rule_is_given_like_its_start_and_else_told_how(start: str, until: str, right: str) -> None:
    found = check_calendar(calendar(start, f"RRULE:FREQ=WEEKLY;UNTIL={until}"), "a.ics")
    assert [dict(each.values)["right"] for each in found if each.code == "LC640"] == [right]
    assert "LC640" not in said(start, f"RRULE:FREQ=WEEKLY;UNTIL={right}")


def test_the_end_of_a_rule_of_a_zone_is_a_time() -> None:
    zone = "BEGIN:VTIMEZONE TZID:a BEGIN:STANDARD DTSTART:19701025T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100"
    ends = "END:STANDARD END:VTIMEZONE"
    for until, expected in (("19801025T010000Z", []), ("19801025T030000", []), ("19801025", ["LC640"])):
        rule = f"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL={until}"
        lines = "\r\n".join([*zone.split(), rule, *ends.split(), "BEGIN:VEVENT"])
        content = calendar(TIMED).replace(b"BEGIN:VEVENT", lines.encode(), 1)
        assert [found.code for found in check_calendar(content, "a.ics") if not found.advice] == expected


@pytest.mark.parametrize("rule", ["FREQ=DAILY;BYHOUR=9", "FREQ=HOURLY;COUNT=3", "FREQ=WEEKLY;BYMINUTE=0"])
def test_a_whole_day_is_not_repeated_by_the_hour(rule: str) -> None:
    assert said(DAY, f"RRULE:{rule}") == ["LC646"]


@pytest.mark.parametrize(
    ("start", "line", "expected"),
    [
        (TIMED, "EXDATE:20270909T090000Z", []),
        (TIMED, "EXDATE;VALUE=DATE:20270909", ["LC644"]),
        (TIMED, "EXDATE:20270909T090000", ["LC644"]),
        (TIMED, "EXDATE:20270909T090000Z,20270916T090000Z", []),
        (NAMED, "EXDATE:20270909T070000Z", []),
        (NAMED, "EXDATE;TZID=/Europe/Berlin:20270909T090000", []),
        (NAMED, "EXDATE:20270909T090000", ["LC644"]),
        (FLOATING, "EXDATE:20270909T090000", []),
        (FLOATING, "EXDATE:20270909T090000Z", ["LC644"]),
        (DAY, "EXDATE;VALUE=DATE:20270909,20270916", []),
        (DAY, "EXDATE:20270909T000000Z", ["LC644"]),
        (DAY, "EXDATE;TZID=/Europe/Berlin:20270909T000000", ["LC644"]),
        (TIMED, "RDATE:20270910T090000Z", []),
        (TIMED, "RDATE;VALUE=DATE:20270910", ["LC644"]),
        (DAY, "RDATE;VALUE=DATE:20270910", []),
        (DAY, "RDATE:20270910T090000Z", ["LC644"]),
        (TIMED, "RDATE;VALUE=PERIOD:20270910T090000Z/PT2H,20270911T090000Z/20270911T100000Z", []),
        (TIMED, "RDATE;VALUE=PERIOD:20270910T090000Z", ["LC630"]),
        (DAY, "RDATE;VALUE=PERIOD:20270910T090000Z/PT2H", ["LC644"]),
    ],
)
def test_a_day_taken_out_or_added_is_given_like_the_start(start: str, line: str, expected: list[str]) -> None:
    assert said(start, "RRULE:FREQ=WEEKLY;COUNT=4", line) == expected


def with_exceptions(start: str, *lines: str) -> list[str]:
    """The codes of the errors in a series with an exception for each of these lines."""
    more = [
        f"END:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20270301T090000Z\r\nSUMMARY:a\r\n{start}\r\n{line}"
        for line in lines
    ]
    whole = calendar(start, "RRULE:FREQ=WEEKLY;COUNT=4", "X-A:a").replace(
        b"X-A:a\r\nDTSTAMP:20270301T090000Z\r\nSUMMARY:LabCamp\r\n",
        "\r\n".join(["DTSTAMP:20270301T090000Z", "SUMMARY:a", *more, ""]).encode(),
    )
    return [found.code for found in check_calendar(whole, "a.ics") if not found.advice]


@pytest.mark.parametrize(
    ("start", "lines", "expected"),
    [
        (TIMED, ["RECURRENCE-ID:20270909T090000Z"], []),
        (TIMED, ["RECURRENCE-ID;VALUE=DATE:20270909"], ["LC644"]),
        (TIMED, ["RECURRENCE-ID:20270909T090000"], ["LC644"]),
        (NAMED, ["RECURRENCE-ID:20270909T070000Z"], []),
        (DAY, ["RECURRENCE-ID;VALUE=DATE:20270909"], []),
        (DAY, ["RECURRENCE-ID:20270909T000000Z"], ["LC644"]),
        (TIMED, ["RECURRENCE-ID:20270909T090000Z", "RECURRENCE-ID:20270916T090000Z"], []),
        (TIMED, ["RECURRENCE-ID:20270909T090000Z", "RECURRENCE-ID:20270909T090000Z"], ["LC623"]),
        (DAY, ["RECURRENCE-ID;VALUE=DATE:20270909", "RECURRENCE-ID;VALUE=DATE:20270909"], ["LC623"]),
    ],
)
def test_an_exception_is_given_like_the_start_and_once(start: str, lines: list[str], expected: list[str]) -> None:
    assert with_exceptions(start, *lines) == expected


def test_rules_that_never_come_about_take_no_time() -> None:
    rules = [f"RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT={number}" for number in range(1, 1000)]
    assert set(said(TIMED, *rules)) == {"LC649", "LC699"}


@pytest.mark.parametrize("day", [dt.datetime(2027, 9, 2, 9), dt.datetime(1601, 1, 1), dt.datetime(9990, 1, 1)])  # noqa: DTZ001
def test_a_day_is_looked_for_from_any_start(day: dt.datetime) -> None:
    assert occurs("FREQ=MONTHLY;BYDAY=1MO", day)
    assert not occurs("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=31", day)


def advised(*lines: str) -> list[str]:
    """The advice on how an event with these lines is repeated, with the value that it is about."""
    found = check_calendar(calendar(*lines), "a.ics")
    told = [(each.code, dict(each.values)) for each in found if each.code.startswith("LC68")]
    return [" ".join(filter(None, (code, values.get("value", values.get("start", ""))))) for code, values in told]


def advised_codes(*lines: str) -> list[str]:
    """The codes of the advice on an event with these lines."""
    return [each.code for each in check_calendar(calendar(*lines), "a.ics") if each.advice]


IN_BERLIN = "DTSTART;TZID=Europe/Berlin:20270902T090000"
IN_BERLIN_OUT = "EXDATE;TZID=Europe/Berlin:20270909T090000"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # A start that is one of its own times
        ([TIMED, "RRULE:FREQ=WEEKLY;BYDAY=TU,TH"], []),
        ([TIMED, "RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,TH"], []),
        ([DAY, "RRULE:FREQ=MONTHLY;BYDAY=1TH;UNTIL=20280101"], []),
        ([DAY, "RRULE:FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1"], []),
        ([TIMED, "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2"], []),
        ([TIMED, "RRULE:FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0"], []),
        ([TIMED, "RRULE:FREQ=YEARLY;BYWEEKNO=35"], []),
        ([TIMED, "RRULE:FREQ=HOURLY;BYHOUR=9,10,11"], []),
        ([TIMED, "RRULE:FREQ=WEEKLY;BYDAY=FR", "RDATE:20270902T090000Z"], []),
        ([TIMED, "RRULE:FREQ=WEEKLY;BYDAY=FR", "RECURRENCE-ID:20270903T090000Z"], []),
        ([TIMED, "RRULE:RSCALE=CHINESE;FREQ=YEARLY"], []),
        ([TIMED, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"], []),  # LC649
        # And one that is not
        ([TIMED, "RRULE:FREQ=WEEKLY;BYDAY=FR"], ["LC680 20270902T090000Z"]),
        ([DAY, "RRULE:FREQ=MONTHLY;BYDAY=2TH"], ["LC680 20270902"]),
        ([DAY, "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1"], ["LC680 20270902"]),
        ([DAY, "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=TH"], ["LC680 20270902"]),
        ([TIMED, "RRULE:FREQ=DAILY;BYHOUR=10"], ["LC680 20270902T090000Z"]),
        ([TIMED, "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"], ["LC680 20270902T090000Z"]),
        # What is left out is there
        ([TIMED, "RRULE:FREQ=WEEKLY", "EXDATE:20270909T090000Z,20270902T090000Z"], []),
        ([TIMED, "RRULE:FREQ=WEEKLY", "RDATE:20270910T090000Z", "EXDATE:20270910T090000Z"], []),
        ([TIMED, "RDATE;VALUE=PERIOD:20270910T090000Z/PT1H", "EXDATE:20270910T090000Z"], []),
        ([IN_BERLIN, "RRULE:FREQ=WEEKLY", "EXDATE:20270909T070000Z"], []),
        ([IN_BERLIN, "RRULE:FREQ=WEEKLY", "EXDATE:20271104T080000Z"], []),
        ([IN_BERLIN, "RRULE:FREQ=WEEKLY", "EXDATE;TZID=America/New_York:20270909T030000"], []),
        ([IN_BERLIN.replace("T09", "T023").replace("02T0230000", "02T023000"), "RRULE:FREQ=DAILY",
          "EXDATE:20280326T013000Z"], []),  # the clock is put forward
        ([NAMED, "RRULE:FREQ=WEEKLY", "EXDATE:20270910T070000Z"], []),  # who knows where this zone is
        ([NAMED, "RRULE:FREQ=WEEKLY", "EXDATE;TZID=/Europe/Berlin:20270909T090000"], []),
        ([DAY, "RRULE:FREQ=WEEKLY;UNTIL=20270916", "EXDATE;VALUE=DATE:20270916"], []),
        ([DAY, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20270916"], []),
        ([IN_BERLIN, "RRULE:FREQ=WEEKLY;UNTIL=20270909T070000Z", IN_BERLIN_OUT], []),
        ([DAY, "RRULE:FREQ=WEEKLY", "EXDATE:20270909T220000Z"], []),  # LC644
        ([TIMED, "RRULE:FREQ=HOURLY", "EXDATE:20270909T093000Z"], []),  # beyond us
        ([TIMED, "RRULE:FREQ=WEEKLY;BYDAY=TH", "RRULE:FREQ=WEEKLY;BYDAY=FR", "EXDATE:20270910T090000Z"], ["LC682"]),
        # And where nothing is left out
        ([TIMED, "RRULE:FREQ=WEEKLY", "EXDATE:20270910T090000Z"], ["LC681 20270910T090000Z"]),
        ([TIMED, "RRULE:FREQ=WEEKLY", "EXDATE:20270909T090000Z,20270916T100000Z"], ["LC681 20270916T100000Z"]),
        ([TIMED, "RRULE:FREQ=WEEKLY", "EXDATE:20270826T090000Z"], ["LC681 20270826T090000Z"]),
        ([IN_BERLIN, "RRULE:FREQ=WEEKLY", "EXDATE:20270909T090000Z"], ["LC681 20270909T090000Z"]),
        ([IN_BERLIN, "RRULE:FREQ=WEEKLY", "EXDATE:20271104T070000Z"], ["LC681 20271104T070000Z"]),
        ([DAY, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20270923"], ["LC681 20270923"]),
        ([DAY, "RRULE:FREQ=WEEKLY;UNTIL=20270916", "EXDATE;VALUE=DATE:20270923"], ["LC681 20270923"]),
        ([DAY, "RRULE:FREQ=WEEKLY;INTERVAL=2", "EXDATE;VALUE=DATE:20270909"], ["LC681 20270909"]),
        ([DAY, "RRULE:FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1", "EXDATE;VALUE=DATE:20271014"], ["LC681 20271014"]),
        ([DAY, "EXDATE;VALUE=DATE:20270909"], ["LC681 20270909"]),
    ],
)  # fmt: skip
def test_it_is_said_where_a_series_does_not_go_with_its_own_rule(lines: list[str], expected: list[str]) -> None:
    assert advised(*lines) == expected


def changed(start: str, rules: str, *lines: str) -> list[str]:
    """The times of changes to a series that are said to hit nothing, and how many they are."""
    more = "".join(
        f"END:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20270301T090000Z\r\nSUMMARY:a\r\n{start}\r\n{line}\r\n"
        for line in lines
    )
    content = calendar(start, *rules.split()).replace(b"END:VEVENT", f"{more}END:VEVENT".encode())
    told = [dict(each.values) for each in check_calendar(content, "a.ics") if each.code == "LC683"]
    return [f"{values['value']} {values['count']}" for values in told]


@pytest.mark.parametrize(
    ("start", "rules", "lines", "expected"),
    [
        (TIMED, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID:20270909T090000Z", "RECURRENCE-ID:20270902T090000Z"], []),
        (DAY, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID;VALUE=DATE:20270909"], []),
        (IN_BERLIN, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID:20271104T080000Z"], []),  # the clocks have changed
        (IN_BERLIN, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID;TZID=Europe/Berlin:20271104T090000"], []),
        (NAMED, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID:20270910T070000Z"], []),  # who knows where this zone is
        (TIMED, "RRULE:FREQ=WEEKLY RDATE:20270910T090000Z", ["RECURRENCE-ID:20270910T090000Z"], []),
        # What was taken out as well is no slip of whom it is about
        (TIMED, "RRULE:FREQ=WEEKLY EXDATE:20270909T090000Z", ["RECURRENCE-ID:20270909T090000Z"], []),
        (TIMED, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID;RANGE=THISANDFUTURE:20270909T100000Z"], []),
        (DAY, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID:20270910T090000Z"], []),  # LC644
        (TIMED, "RRULE:FREQ=WEEKLY;INTERVAL=0", ["RECURRENCE-ID:20270910T090000Z"], []),  # LC630
        # And what hits nothing
        (TIMED, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID:20270910T090000Z"], ["20270910T090000Z 1"]),
        (TIMED, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID:20270909T100000Z"], ["20270909T100000Z 1"]),
        (TIMED, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID:20270826T090000Z"], ["20270826T090000Z 1"]),
        (IN_BERLIN, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID:20271104T070000Z"], ["20271104T070000Z 1"]),
        (DAY, "RRULE:FREQ=WEEKLY;COUNT=3", ["RECURRENCE-ID;VALUE=DATE:20270923"], ["20270923 1"]),
        (DAY, "RRULE:FREQ=WEEKLY;UNTIL=20270916", ["RECURRENCE-ID;VALUE=DATE:20270923"], ["20270923 1"]),
        (TIMED, "CLASS:PUBLIC", ["RECURRENCE-ID:20270909T090000Z"], ["20270909T090000Z 1"]),  # no series at all
        (TIMED, "RRULE:FREQ=WEEKLY", ["RECURRENCE-ID:20270909T090000Z", "RECURRENCE-ID:20270910T090000Z",
                                      "RECURRENCE-ID:20270911T090000Z"], ["20270910T090000Z 2"]),
    ],
)  # fmt: skip
def test_a_change_of_an_occurrence_that_the_series_never_has_is_told(
    start: str, rules: str, lines: list[str], expected: list[str]
) -> None:
    assert changed(start, rules, *lines) == expected


def test_a_change_that_comes_without_its_series_is_fine() -> None:
    assert "LC683" not in advised_codes(TIMED, "RECURRENCE-ID:20270910T090000Z")


def test_of_many_such_series_the_first_is_named_and_none_is_an_error() -> None:
    entry = f"BEGIN:VEVENT\r\nUID:{{}}\r\nDTSTAMP:20270301T090000Z\r\nSUMMARY:a\r\n{DAY}\r\nRRULE:FREQ=WEEKLY\r\n"
    entry += "EXDATE;VALUE=DATE:20270910\r\nEXDATE;VALUE=DATE:20270911,20270912\r\nEND:VEVENT\r\n"
    more = "".join(entry.format(number) for number in range(2, 9))
    content = calendar(TIMED).replace(b"END:VCALENDAR", f"{more}END:VCALENDAR".encode())
    found = [each for each in check_calendar(content, "a.ics") if not each.code.startswith("LC9")]
    assert [(each.code, dict(each.values)["count"]) for each in found] == [("LC681", "21")]


def test_the_rules_of_a_zone_may_begin_on_any_day() -> None:
    zone = "BEGIN:VTIMEZONE TZID:a BEGIN:STANDARD DTSTART:16010101T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100"
    lines = [*zone.split(), "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT"]
    content = calendar(TIMED).replace(b"BEGIN:VEVENT", "\r\n".join(lines).encode(), 1)
    assert not [found.code for found in check_calendar(content, "a.ics") if found.code.startswith("LC68")]


WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True)
MONTHS = st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True)
FIFTH = st.builds("{}{}".format, st.sampled_from([1, 2, 4, -1, -2]), st.sampled_from(["MO", "TH", "SU"]))


def some(name: str, values: st.SearchStrategy[list[int]] | st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    """A part of a rule with these values, or none."""
    return st.one_of(st.just(""), values.map(lambda each: f";{name}={','.join(map(str, each))}"))


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Any sound rule whose times are some days apart."""
    freq = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]))
    days = draw(some("BYDAY", st.lists(FIFTH, min_size=1, max_size=2) if freq == "MONTHLY" and draw(st.booleans())
                     else WEEKDAYS))  # fmt: skip
    rule = f"FREQ={freq};INTERVAL={draw(st.integers(1, 3))};WKST={draw(st.sampled_from(['MO', 'SU']))}{days}"
    rule += draw(some("BYMONTH", MONTHS))
    if freq != "WEEKLY":
        rule += draw(
            some("BYMONTHDAY", st.lists(st.sampled_from([1, 2, 9, 13, 29, 31, -1, -3]), min_size=1, max_size=3))
        )
    rule += draw(some("BYHOUR", st.lists(st.sampled_from([9, 15]), min_size=1, unique=True)))
    if ";BY" in rule and freq != "WEEKLY":
        rule += draw(some("BYSETPOS", st.lists(st.sampled_from([1, 2, -1]), min_size=1, max_size=2, unique=True)))
    return rule


@times(3)
@given(rules(), st.integers(0, 800), st.integers(1, 40))
def test_a_time_is_one_of_a_rule_where_dateutil_says_so(rule: str, day: int, count: int) -> None:
    start = dt.datetime(2026, 2, 5, 9) + dt.timedelta(days=day)  # noqa: DTZ001
    end = start + dt.timedelta(days=1000)
    found = list(takewhile(lambda wall: wall < end, rrulestr(rule, dtstart=start)))
    hours = sorted({int(hour) for hours in re.findall("BYHOUR=([0-9,]+)", rule) for hour in hours.split(",")} | {9})
    every = [start.replace(hour=hour) + dt.timedelta(days=number) for number in range(1000) for hour in hours]
    assert [wall for wall in every if meets(rule, start, wall)] == found
    last = last_of(f"{rule};COUNT={count}", start)
    assert len(found) < count or last in {found[count - 1], None}
    sure = [wall for wall in found if surely_counts(f"{rule};COUNT={count}", start, wall)]
    assert sure == found[: len(sure)]
    assert len(sure) <= count
