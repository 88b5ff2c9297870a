"""Time zones: the rules written for a zone against the zone's own table, read by another program."""

from datetime import UTC, datetime, timedelta
from importlib import resources
from zoneinfo import ZoneInfo

import icalendar
import pytest

from labcamp.render.calendar import lines, zones

BERLIN = """\
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
"""
SYDNEY = """\
BEGIN:VTIMEZONE
TZID:Australia/Sydney
X-LIC-LOCATION:Australia/Sydney
BEGIN:DAYLIGHT
TZOFFSETFROM:+1000
TZOFFSETTO:+1100
TZNAME:AEDT
DTSTART:19701004T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+1100
TZOFFSETTO:+1000
TZNAME:AEST
DTSTART:19700405T030000
RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU
END:STANDARD
END:VTIMEZONE
"""
DUBLIN = """\
BEGIN:VTIMEZONE
TZID:Europe/Dublin
X-LIC-LOCATION:Europe/Dublin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:IST
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
MARQUESAS = """\
BEGIN:VTIMEZONE
TZID:Pacific/Marquesas
X-LIC-LOCATION:Pacific/Marquesas
BEGIN:STANDARD
TZOFFSETFROM:-0930
TZOFFSETTO:-0930
TZNAME:-0930
DTSTART:19700101T000000
END:STANDARD
END:VTIMEZONE
"""
SIMPLE = (
    "Europe/Berlin",
    "Europe/Vienna",
    "Europe/Zurich",
    "Europe/Madrid",
    "Europe/London",
    "Europe/Dublin",
    "Antarctica/Troll",  # two hours of summer time
    "Australia/Sydney",
    "America/New_York",
    "Asia/Tokyo",
    "Asia/Kolkata",
)


def written(key: str) -> bytes:
    """The VTIMEZONE of a zone that has one, as bytes."""
    component = zones.vtimezone(key)
    assert component is not None
    return lines.to_bytes(component)


def table(key: str) -> ZoneInfo:
    """The zone by the `tzdata` package, read without our code."""
    with resources.files("tzdata.zoneinfo").joinpath(*key.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=key)


def hours(first: str, last: str, step: int = 1) -> list[datetime]:
    """Every so many hours of the wall clock from one day to another."""
    start, end = datetime.fromisoformat(first), datetime.fromisoformat(last)
    return [start + timedelta(hours=hour) for hour in range(0, int((end - start).total_seconds()) // 3600, step)]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Europe/Berlin", BERLIN),
        ("Australia/Sydney", SYDNEY),
        ("Europe/Dublin", DUBLIN),
        ("Pacific/Marquesas", MARQUESAS),
    ],
)
def test_the_vtimezone_is_yearly_rules_from_1970(key: str, expected: str) -> None:
    assert written(key).decode() == expected.replace("\n", "\r\n")


@pytest.mark.parametrize("key", SIMPLE)
def test_another_program_reads_the_offsets_of_2020_to_2036_from_the_vtimezone(key: str) -> None:
    zone = table(key)
    component = icalendar.Timezone.from_ical(written(key))
    assert isinstance(component, icalendar.Timezone)
    read = component.to_tz(lookup_tzid=False)  # else it would use a table of its own
    moments = [moment for moment in hours("2020-01-01", "2037-01-01", 29) if zones.zone_is_simple_at(key, moment)]
    assert len(moments) >= 5130  # of 5138: all but a few in the hours of a change
    assert [
        moment
        for moment in moments
        if moment.replace(tzinfo=read).utcoffset() != moment.replace(tzinfo=zone).utcoffset()
    ] == []


@pytest.mark.parametrize(
    ("key", "unclear"),
    [
        ("Europe/Berlin", ["2027-03-28 02:00", "2027-10-31 02:00"]),
        ("Europe/London", ["2027-03-28 01:00", "2027-10-31 01:00"]),
        ("Australia/Sydney", ["2027-04-04 02:00", "2027-10-03 02:00"]),
        ("Asia/Tokyo", []),
    ],
)
def test_all_hours_of_a_year_are_simple_but_the_one_that_comes_twice_and_the_one_that_never_comes(
    key: str, unclear: list[str]
) -> None:
    found = [moment for moment in hours("2027-01-01", "2028-01-01") if not zones.zone_is_simple_at(key, moment)]
    assert found == [datetime.fromisoformat(moment) for moment in unclear]


def test_one_unclear_time_of_two_is_not_simple() -> None:
    clear, unclear = datetime.fromisoformat("2027-03-28 01:59"), datetime.fromisoformat("2027-03-28 02:00")
    assert [zones.zone_is_simple_at("Europe/Berlin", *pair) for pair in [(clear, clear), (clear, unclear)]] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("key", "moments"),
    [
        ("Africa/Casablanca", ["2024-01-10 14:00", "2024-03-20 14:00"]),  # Ramadan is in a table, and in no rule
        ("America/Mexico_City", ["2020-07-01 14:00"]),  # summer time was given up in 2022
        ("Europe/Berlin", ["1960-01-10 14:00"]),  # before the VTIMEZONE begins
    ],
)
def test_times_at_which_the_rule_does_not_hold_are_not_simple(key: str, moments: list[str]) -> None:
    assert zones.vtimezone(key) is not None
    assert not zones.zone_is_simple_at(key, *map(datetime.fromisoformat, moments))


@pytest.mark.parametrize(
    "key",
    [
        "Africa/Cairo",  # at 24:00, which no RRULE can say
        "America/Nuuk",  # at -1:00
        "UTC",
        "Etc/Zulu",
        "Europe/Atlantis",
        "Europe",
        "zone.tab",
        "../__init__.py",
        "",
    ],
)
def test_a_zone_without_a_simple_rule_has_no_vtimezone_and_is_never_simple(key: str) -> None:
    assert zones.vtimezone(key) is None
    assert not zones.zone_is_simple_at(key, datetime.fromisoformat("2027-09-16 14:00"))


def test_a_link_to_a_zone_keeps_its_own_name() -> None:
    assert written("Europe/Busingen") == written("Europe/Zurich").replace(b"Europe/Zurich", b"Europe/Busingen")


@pytest.mark.parametrize(
    ("zone_file", "footer"),
    [
        (b"TZif2 table \nCET-1CEST,M3.5.0,M10.5.0/3\n", "CET-1CEST,M3.5.0,M10.5.0/3"),
        (b"TZif2 table \n\n", ""),
        (b"TZif2 cut off", ""),
        (b"TZif\x00 the first version has none\nCET-1\n", ""),
        (b"# tzdb data for Europe\nCET-1\n", ""),
        (b"", ""),
    ],
)
def test_the_footer_is_the_last_line_of_a_zone_file_if_it_has_one(zone_file: bytes, footer: str) -> None:
    assert zones.footer(zone_file) == footer


def test_a_moment_is_taken_to_utc_by_our_data_and_not_by_the_machine() -> None:
    with resources.files("tzdata.zoneinfo").joinpath("Asia", "Tokyo").open("rb") as file:
        outdated = ZoneInfo.from_file(file, key="Europe/Berlin")
    moment = datetime(2027, 7, 1, 14, tzinfo=outdated)
    assert zones.in_utc(moment) == datetime(2027, 7, 1, 12, tzinfo=UTC)


def test_a_moment_of_a_zone_that_we_do_not_have_is_taken_to_utc_as_it_says() -> None:
    with resources.files("tzdata.zoneinfo").joinpath("Asia", "Tokyo").open("rb") as file:
        moment = datetime(2027, 7, 1, 14, tzinfo=ZoneInfo.from_file(file, key="Asia/Atlantis"))
    assert zones.in_utc(moment) == datetime(2027, 7, 1, 5, tzinfo=UTC)
