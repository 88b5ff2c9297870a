"""Whole calendar files, and what another parser reads from them."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from zoneinfo import ZoneInfo

import icalendar
import ics
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ics.grammar.parse import Container, ContentLine

from labcamp.render.calendar import lines
from labcamp.render.calendar.lines import line
from labcamp.render.calendar.serialise import Event, calendar_bytes, calendar_of

pytestmark = pytest.mark.odd("LC998")  # most are about times, and their events have no title
BERLIN = ZoneInfo("Europe/Berlin")
VIENNA = ZoneInfo("Europe/Vienna")
STAMP = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
FULL = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//labcamp//labcamp//DE
CALSCALE:GREGORIAN
METHOD:PUBLISH
NAME:LabCamp\\, alle Treffen
REFRESH-INTERVAL;VALUE=DURATION:PT12H
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:labcamp-12
DTSTAMP:20270102T030405Z
SEQUENCE:2
CREATED:20261201T080000Z
LAST-MODIFIED:20270101T230000Z
DTSTART;TZID=Europe/Berlin:20270916T140000
DTEND;TZID=Europe/Berlin:20270916T170000
SUMMARY:LabCamp #12: Labore finden
DESCRIPTION:Käse\\; Brot\\, Wein\\nund Berichte der Labore in Deutschland gr
 ün gedruckt
LOCATION:CityLAB\\, Berlin
URL:https://example.org/a%2Cb
CATEGORIES:LabCamp,Netz\\, Werk
STATUS:CANCELLED
TRANSP:TRANSPARENT
RELATED-TO:labcamp-11
END:VEVENT
END:VCALENDAR
"""


def read(calendar: ics.Calendar) -> list[icalendar.Event]:
    """The events of a calendar, as another parser reads its bytes."""
    component = icalendar.Calendar.from_ical(calendar_bytes(calendar))
    assert isinstance(component, icalendar.Calendar)
    return component.events


def times(*events: Event) -> list[str]:
    """The lines that say when, in the order of the file."""
    written = calendar_bytes(calendar_of(events)).decode().split("\r\nBEGIN:VEVENT\r\n")[1:]
    return [content for event in written for content in event.split("\r\n") if content.startswith(("DTSTART", "DTEND"))]


def zones_in(*events: Event) -> list[str]:
    """The zones that a file defines, in its order."""
    return [
        content.removeprefix("TZID:")
        for content in calendar_bytes(calendar_of(events)).decode().split("\r\n")
        if content.startswith("TZID:")
    ]


@pytest.mark.odd("LC972", "LC975", "LC999")
def test_a_calendar_with_everything() -> None:
    event = Event(
        "labcamp-12",
        STAMP,
        datetime(2027, 9, 16, 14, tzinfo=BERLIN),
        datetime(2027, 9, 16, 17, tzinfo=BERLIN),
        summary="LabCamp #12:\nLabore finden",
        description="Käse; Brot, Wein\nund Berichte der Labore in Deutschland grün gedruckt\n",
        location="CityLAB, Berlin",
        url="https://example.org/a,b",
        categories=("Netz, Werk", " ", "LabCamp"),
        status="CANCELLED",
        transparent=True,
        sequence=2,
        created=datetime(2026, 12, 1, 9, tzinfo=BERLIN),
        last_modified=datetime(2027, 1, 1, 23, tzinfo=UTC),
        lines=(line("RELATED-TO", "labcamp-11"),),
    )
    more = (
        line("NAME", lines.text("LabCamp, alle Treffen")),
        line("REFRESH-INTERVAL", lines.duration(timedelta(hours=12)), VALUE="DURATION"),
    )
    assert calendar_bytes(calendar_of([event], method="publish", lines=more)).decode() == FULL.replace("\n", "\r\n")


def test_the_least_that_a_calendar_says() -> None:
    event = Event("labcamp-10", STAMP, date(2027, 3, 11), summary="LabCamp #10", description=" \n", location="")
    assert calendar_bytes(calendar_of([event])).decode() == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//labcamp//labcamp//DE\r\nCALSCALE:GREGORIAN\r\n"
        "BEGIN:VEVENT\r\nUID:labcamp-10\r\nDTSTAMP:20270102T030405Z\r\nSEQUENCE:0\r\n"
        "DTSTART;VALUE=DATE:20270311\r\nDTEND;VALUE=DATE:20270312\r\nSUMMARY:LabCamp #10\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (date(2027, 3, 11), None, ["DTSTART;VALUE=DATE:20270311", "DTEND;VALUE=DATE:20270312"]),
        (date(2027, 3, 11), date(2027, 3, 12), ["DTSTART;VALUE=DATE:20270311", "DTEND;VALUE=DATE:20270312"]),
        (date(2027, 12, 30), date(2028, 1, 2), ["DTSTART;VALUE=DATE:20271230", "DTEND;VALUE=DATE:20280102"]),
        (datetime(2027, 7, 1, 14, tzinfo=BERLIN), None, ["DTSTART;TZID=Europe/Berlin:20270701T140000"]),
        (
            datetime(2027, 7, 1, 14, tzinfo=BERLIN),
            datetime(2027, 7, 1, 17, tzinfo=VIENNA),
            ["DTSTART;TZID=Europe/Berlin:20270701T140000", "DTEND;TZID=Europe/Vienna:20270701T170000"],
        ),
        (
            datetime(2027, 7, 1, 14, tzinfo=ZoneInfo("Africa/Cairo")),
            datetime(2027, 7, 1, 17, tzinfo=ZoneInfo("Africa/Cairo")),
            ["DTSTART:20270701T110000Z", "DTEND:20270701T140000Z"],
        ),
        (
            datetime(2027, 10, 31, 1, tzinfo=BERLIN),
            datetime(2027, 10, 31, 2, 30, tzinfo=BERLIN, fold=1),
            ["DTSTART:20271030T230000Z", "DTEND:20271031T013000Z"],
        ),
        (
            datetime(2027, 7, 1, 14, tzinfo=ZoneInfo("UTC")),
            datetime(2027, 7, 1, 17, tzinfo=UTC),
            ["DTSTART:20270701T140000Z", "DTEND:20270701T170000Z"],
        ),
    ],
)
def test_a_time_is_a_date_or_a_wall_time_or_utc(begin: date, end: date | None, expected: list[str]) -> None:
    assert times(Event("a", STAMP, begin, end)) == expected


def test_only_the_zones_that_are_named_are_defined_and_in_order() -> None:
    afternoon = datetime(2027, 7, 1, 14, tzinfo=UTC)
    named = ["Europe/Vienna", "Asia/Tokyo", "Europe/Berlin", "Europe/Madrid", "America/New_York"]
    events = [
        *(Event(key, STAMP, afternoon.astimezone(ZoneInfo(key))) for key in named),
        Event("3", STAMP, afternoon.astimezone(ZoneInfo("Africa/Cairo"))),
        Event("4", STAMP, datetime(2027, 10, 31, 2, 30, tzinfo=ZoneInfo("Europe/Zurich"))),
        Event("5", STAMP, date(2027, 7, 1)),
    ]
    assert zones_in(*events) == sorted(named)


def test_a_zone_of_a_further_line_is_defined_too() -> None:
    recurrence = ContentLine("RECURRENCE-ID", {"TZID": ["Europe/Madrid"]}, "20270701T140000")
    assert zones_in(Event("1", STAMP, date(2027, 7, 1), lines=(recurrence,))) == ["Europe/Madrid"]


def test_a_further_line_may_not_name_a_zone_that_cannot_be_defined() -> None:
    recurrence = ContentLine("RECURRENCE-ID", {"TZID": ["Africa/Cairo"]}, "20270701T140000")
    with pytest.raises(ValueError, match="no simple rule for the zone: Africa/Cairo"):
        calendar_bytes(calendar_of([Event("1", STAMP, date(2027, 7, 1), lines=(recurrence,))]))


def test_utc_comes_from_our_zone_data_and_not_from_the_machine() -> None:
    with resources.files("tzdata.zoneinfo").joinpath("Asia", "Tokyo").open("rb") as file:
        outdated = ZoneInfo.from_file(file, key="Africa/Cairo")
    assert times(Event("1", STAMP, datetime(2027, 7, 1, 14, tzinfo=outdated))) == ["DTSTART:20270701T110000Z"]


@pytest.mark.odd("LC620")
def test_a_component_inside_an_event_is_written_last() -> None:
    alarm = Container("VALARM", line("ACTION", "DISPLAY"), line("TRIGGER", lines.duration(-timedelta(days=1))))
    event = Event("a", STAMP, date(2027, 7, 1), transparent=False, lines=(alarm,))
    assert calendar_bytes(calendar_of([event])).partition(b"SUMMARY:\r\n")[2] == (
        b"TRANSP:OPAQUE\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def test_events_are_sorted_by_their_instant_and_then_by_uid_whatever_order_they_came_in() -> None:
    events = [
        Event("c", STAMP, datetime(2027, 7, 1, 14, tzinfo=BERLIN)),
        Event("h", STAMP, datetime(2027, 7, 1, 14, tzinfo=ZoneInfo("Europe/London"))),
        Event("a", STAMP, datetime(2027, 7, 1, 15, tzinfo=BERLIN)),
        Event("d", STAMP, date(2027, 7, 1)),
    ]
    assert [str(event["UID"]) for event in read(calendar_of(events))] == ["d", "c", "a", "h"]
    assert calendar_bytes(calendar_of(events)) == calendar_bytes(calendar_of(reversed(events)))


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2036, 12, 31)),  # noqa: DTZ001 the zone is drawn on its own
    st.sampled_from(["Europe/Berlin", "Europe/London", "Africa/Cairo", "Australia/Sydney", "Asia/Kolkata", "UTC"]),
    st.sampled_from([0, 1]),
    st.timedeltas(timedelta(hours=3), timedelta(days=3)),
)
def test_another_parser_reads_the_same_instants(wall: datetime, key: str, fold: int, span: timedelta) -> None:
    zone = ZoneInfo(key)
    begin = wall.replace(tzinfo=zone, fold=fold, microsecond=0)
    end = (begin.astimezone(UTC) + timedelta(seconds=int(span.total_seconds()))).astimezone(zone)
    (event,) = read(calendar_of([Event("a", STAMP, begin, end)]))
    assert [event.decoded(name).astimezone(UTC) for name in ("DTSTART", "DTEND")] == [
        begin.astimezone(UTC),
        end.astimezone(UTC),
    ]


@given(st.text(), st.text(), st.text())
def test_hostile_words_stay_in_their_place(summary: str, description: str, location: str) -> None:
    event = Event("a", STAMP, date(2027, 7, 1), summary=summary, description=description, location=location)
    written = calendar_bytes(calendar_of([event]))
    (component,) = read(calendar_of([event]))
    assert written.endswith(b"\r\n")
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert written.count(b"\n") == written.count(b"\r") == written.count(b"\r\n")
    expected = {"DESCRIPTION": lines.clean(description), "LOCATION": lines.clean(location)}
    assert {name: str(component[name]) for name in expected if name in component} == {
        name: words for name, words in expected.items() if words
    }


@pytest.mark.parametrize(
    ("uid", "begin", "end", "message"),
    [
        ("", date(2027, 3, 11), None, "an event needs a UID"),
        ("a", datetime(2027, 3, 11, 14), None, "no time zone"),  # noqa: DTZ001 that it has none is the case
        ("a", datetime(2027, 3, 11, 14, tzinfo=UTC), date(2027, 3, 12), "a date and a time"),
        ("a", date(2027, 3, 11), datetime(2027, 3, 12, 14, tzinfo=UTC), "a date and a time"),
        ("a", date(2027, 3, 11), date(2027, 3, 11), "the end is not after the begin"),
        ("a", STAMP, STAMP, "the end is not after the begin"),
    ],
)
def test_an_event_that_no_calendar_could_hold_is_refused(uid: str, begin: date, end: date | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Event(uid, STAMP, begin, end)


def test_ics_is_imported_and_used_without_a_warning() -> None:
    program = (
        "from datetime import UTC, datetime\n"
        "from labcamp.render.calendar.serialise import Event, calendar_bytes, calendar_of\n"
        "event = Event('a', datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))\n"
        "print(len(calendar_bytes(calendar_of([event]))))\n"
    )
    run = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "204\n", "")
