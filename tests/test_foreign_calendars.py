"""Calendars of others: on which days they have something, whoever wrote them, and what is said of what is left out."""

import datetime as dt
import time
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from sample import written

from labcamp.check.calendar import check_calendar
from labcamp.findings import Finding
from labcamp.model.texts import Period
from labcamp.model.zones import zone_of
from labcamp.planning.avoid import avoided
from labcamp.planning.calendars import entries_of
from labcamp.workspace import load

SEPTEMBER = Period(dt.date(2027, 9, 1), dt.date(2027, 9, 30))
ZONE = "Europe/Berlin"
THURSDAYS = "UID:1|DTSTART;TZID=Europe/Berlin:20270902T090000|DTEND;TZID=Europe/Berlin:20270902T100000"
DAYS = "UID:1|DTSTART;VALUE=DATE:20270902|DTEND;VALUE=DATE:20270903"
WINDOWS = """BEGIN:VTIMEZONE|TZID:{zone}|\
BEGIN:STANDARD|DTSTART:16010101T030000|TZOFFSETFROM:{summer}|TZOFFSETTO:{winter}|\
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10|END:STANDARD|BEGIN:DAYLIGHT|DTSTART:16010101T020000|\
TZOFFSETFROM:{winter}|TZOFFSETTO:{summer}|RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3|END:DAYLIGHT|END:VTIMEZONE"""


def calendar(*entries: str, before: str = "") -> bytes:
    """A calendar of entries, each of whose lines ends at a `|`, with lines before them."""
    lines = [line for entry in entries for line in ("BEGIN:VEVENT", *entry.split("|"), "END:VEVENT")]
    head = ["BEGIN:VCALENDAR", *(before.split("|") if before else ())]
    return "".join(f"{line}\r\n" for line in (*head, *lines, "END:VCALENDAR")).encode()


def read(content: bytes, period: Period = SEPTEMBER) -> tuple[list[int], list[Finding]]:
    """Each day of a month on which something is, in order, and what is said."""
    entries, findings = entries_of(content, "messen.ics", period, ZONE)
    days = {each.first + dt.timedelta(days=n) for each in entries for n in range((each.last - each.first).days + 1)}
    return [day.day for day in sorted(days) if period.first <= day <= period.last], findings


def told(findings: list[Finding]) -> list[tuple[str, int, str]]:
    """The code, the line and the value of each finding."""
    return [(each.code, each.line, dict(each.values).get("value", "")) for each in findings]


@pytest.mark.parametrize(
    ("entries", "days"),
    [
        # D10: a rule that says nothing
        (["UID:1|DTSTART:20270914|DTEND:20270914|RRULE:"], [14]),
        (["UID:1|DTSTART:20270914|RRULE:;"], [14]),
        # D11, D15, D21: times that are excepted or added, in every form
        ([f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE:20270909T070000Z"], [2, 16, 23]),
        ([f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE;TZID=Eastern Standard Time:20270909T030000"], [2, 16, 23]),
        ([f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE:20270909T090000"], [2, 16, 23]),
        ([f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE;VALUE=DATE:20270909,20270916"], [2, 23]),
        (["UID:1|DTSTART:20270902T070000Z|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;VALUE=DATE:20270909"], [2, 16]),
        (["UID:1|DTSTART:20270902T070000Z|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;TZID=Asia/Tokyo:20270909T160000"], [2, 16]),
        # on our clock it begins on the 3rd, 10th and 17th, and that is the day which is excepted
        (["UID:1|DTSTART:20270902T220000Z|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;VALUE=DATE:20270910"], [3, 17]),
        (["UID:1|DTSTART:20270902T090000|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE:20270909T070000Z"], [2, 16]),
        ([f"{THURSDAYS}|RDATE:20270909T223000Z"], [2, 10]),
        ([f"{THURSDAYS}|RDATE;VALUE=DATE:20270909"], [2, 9]),
        ([f"{THURSDAYS}|RDATE;VALUE=PERIOD:20270909T070000Z/P1DT1H,20270920T070000Z/20270920T080000Z"], [2, 9, 10, 20]),
        ([f"{DAYS}|RDATE:20270909T220000Z"], [2, 10]),
        ([f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=4|EXRULE:FREQ=WEEKLY;INTERVAL=2"], [9, 23]),
        # D13: an exception repeats nothing
        (
            [
                f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=3",
                "UID:1|RECURRENCE-ID;TZID=Europe/Berlin:20270909T090000|RRULE:FREQ=WEEKLY;COUNT=3|DTSTART:20270910T070000Z",
            ],
            [2, 10, 16],
        ),
        # D14: from one time on
        (
            [
                f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=4",
                "UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE:20270909T070000Z|DTSTART:20270910T070000Z|DURATION:PT1H",
            ],
            [2, 10, 17, 24],
        ),
        (
            [
                f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=4",
                "UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE:20270916T070000Z|DTSTART:20270916T070000Z|STATUS:CANCELLED",
            ],
            [2, 9],
        ),
        (
            [
                f"{DAYS}|RRULE:FREQ=WEEKLY",
                "UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270909|DTSTART;VALUE=DATE:20270910|DURATION:P2D",
                "UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270923|DTSTART;VALUE=DATE:20270922",
                "UID:1|RECURRENCE-ID;VALUE=DATE:20270916|DTSTART;VALUE=DATE:20270920",
            ],
            [2, 10, 11, 20, 22, 29],
        ),
        # from one time on, by a rule of its own
        (
            [
                f"{THURSDAYS}|RRULE:FREQ=WEEKLY",
                "UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE:20270916T070000Z|DTSTART:20270917T070000Z|RRULE:FREQ=DAILY;COUNT=3",
                "UID:1|RECURRENCE-ID:20270918T070000Z|DTSTART:20270929T070000Z",
            ],
            [2, 9, 17, 19, 29],
        ),
        (
            [
                f"{THURSDAYS}|RRULE:FREQ=WEEKLY",
                "UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE:20270909T070000Z|DTSTART:20270907T070000Z|RRULE:FREQ=WEEKLY;BYDAY=TU",
                "UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE:20270921T070000Z|DTSTART:20270922T070000Z|RRULE:FREQ=WEEKLY",
            ],
            [2, 7, 14, 22, 29],
        ),
        # D17: the latest revision counts, of a series and of an exception
        (["UID:1|SEQUENCE:1|DTSTART:20270909", "UID:1|SEQUENCE:0|DTSTART:20270902"], [9]),
        (["UID:1|SEQUENCE:9|DTSTART:20270902", "UID:1|SEQUENCE:10|DTSTART:20270909"], [9]),
        (["UID:1|DTSTART:20270902", "UID:1|SEQUENCE:1|DTSTART:20270909|STATUS:CANCELLED"], []),
        (["UID:1|DTSTART:20270902|SUMMARY:a", "UID:1|DTSTART:20270909|SUMMARY:b"], [2, 9]),  # neither is newer
        (["DTSTART:20270902", "DTSTART:20270909", "UID:|DTSTART:20270916", "UID:|DTSTART:20270920"], [2, 9, 16, 20]),
        (
            [
                f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=3",
                "UID:1|RECURRENCE-ID:20270909T070000Z|SEQUENCE:2|DTSTART:20270911T070000Z",
                "UID:1|RECURRENCE-ID;TZID=Europe/Berlin:20270909T090000|SEQUENCE:1|DTSTART:20270910T070000Z",
            ],
            [2, 11, 16],
        ),
        # D18: what is broken in a rule costs only what it says
        ([f"{DAYS}|RRULE:FREQ=WEEKLY;UNTIL=20270916;COUNT=-1;INTERVAL=1;BYDAY=TH"], [2, 9, 16]),
        # D20: the midnight of a day, written in UTC
        ([f"{DAYS}|RRULE:FREQ=WEEKLY;UNTIL=20270915T220000Z"], [2, 9, 16]),
        ([f"{DAYS}|RRULE:FREQ=WEEKLY;UNTIL=20270916T000000Z"], [2, 9, 16]),
        ([f"{DAYS}|RRULE:FREQ=DAILY;UNTIL=20270904T235959Z"], [2, 3, 4]),
        ([f"{DAYS}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE:20270908T220000Z"], [2, 16, 23]),
        ([f"{DAYS}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE:20270909T000000Z"], [2, 16, 23]),
        ([f"{DAYS}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE;TZID=Europe/Berlin:20270909T000000"], [2, 16, 23]),
        (
            [f"{DAYS}|RRULE:FREQ=WEEKLY;COUNT=3", "UID:1|RECURRENCE-ID:20270908T220000Z|DTSTART;VALUE=DATE:20270910"],
            [2, 10, 16],
        ),
        (
            [
                f"{THURSDAYS}|RRULE:FREQ=WEEKLY;COUNT=3",
                "UID:1|RECURRENCE-ID;VALUE=DATE:20270909|DTSTART;TZID=Europe/Berlin:20270910T090000",
            ],
            [2, 10, 16],
        ),
        # what was right before
        ([f"{THURSDAYS}|RRULE:FREQ=WEEKLY;UNTIL=20270916"], [2, 9, 16]),
        ([f"{THURSDAYS}|RRULE:FREQ=WEEKLY;UNTIL=20270916T090000"], [2, 9, 16]),
        (["UID:1|RECURRENCE-ID:20270909T070000Z|DTSTART:20270910T070000Z"], [10]),  # its series is elsewhere
        ([f"{THURSDAYS}|RRULE:RSCALE=GREGORIAN;FREQ=WEEKLY;SKIP=OMIT;BYDAY=TH, FR;UNTIL=20270910"], [2, 3, 9, 10]),
        ([f"{THURSDAYS}|RRULE:FREQ=HOURLY;COUNT=30"], [2, 3]),
    ],
)  # fmt: skip
def test_a_calendar_of_others_is_on_its_days(entries: list[str], days: list[int]) -> None:
    found, findings = read(calendar(*entries))
    assert (found, [each for each in findings if "COUNT=-1" not in str(each)]) == (days, [])


@pytest.mark.parametrize(
    ("zone", "before", "days"),
    [
        ("Eastern Standard Time", "", [10]),  # D16: a name of Windows
        ('"Eastern Standard Time"', "", [10]),
        ("America/New_York", "", [10]),
        ("america/new_york", "", [10]),
        ("/mozilla.org/20050126_1/America/New_York", "", [10]),
        ("GMT-0500", "", [10]),
        ('"(UTC-05:00) Eastern Time (US & Canada)"', "", [10]),
        ("Customized Time Zone", WINDOWS.format(zone="Customized Time Zone", winter="-0500", summer="-0400"), [10]),
        ("Customized Time Zone", WINDOWS.format(zone="Customized Time Zone", winter="+0100", summer="+0200"), [9]),
        ("Ours", "BEGIN:VTIMEZONE|TZID:Ours|X-LIC-LOCATION:America/New_York|END:VTIMEZONE", [10]),
        ("W. Europe Standard Time", "", [9]),
    ],
)
def test_a_zone_is_known_by_the_names_of_windows_and_by_the_file(zone: str, before: str, days: list[int]) -> None:
    content = calendar(f"UID:1|DTSTART;TZID={zone}:20270909T190000|DURATION:PT1H", before=before)
    assert read(content) == (days, [])


@pytest.mark.parametrize("zone", ["W. Europe Standard Time", "Europe/Berlin", "Customized Time Zone"])
def test_until_in_utc_is_the_last_time_of_a_rule(zone: str) -> None:
    """D12: as every Outlook writes it."""
    before = WINDOWS.format(zone=zone, winter="+0100", summer="+0200")
    rule = "RRULE:FREQ=WEEKLY;UNTIL={};INTERVAL=1;BYDAY=TH;WKST=MO"
    start = f"UID:1|DTSTART;TZID={zone}:20270902T090000|DURATION:PT1H|"
    assert read(calendar(start + rule.format("20270916T070000Z"), before=before)) == ([2, 9, 16], [])
    assert read(calendar(start + rule.format("20270916T065959Z"), before=before)) == ([2, 9], [])


def test_midnight_in_utc_is_that_of_the_calendars_own_zone() -> None:
    entry = "UID:1|DTSTART;VALUE=DATE:20270902|RRULE:FREQ=WEEKLY;UNTIL=20270915T120000Z"
    assert read(calendar(entry, before="X-WR-TIMEZONE:Pacific/Auckland")) == ([2, 9, 16], [])
    assert read(calendar(entry)) == ([2, 9], [])


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("FREQ=NIE", 2), ("FREQ=WEEKLY;COUNT=-1", 2), ("FREQ=DAILY;COUNT=0", 2), ("FREQ=DAILY;INTERVAL=0", 2),
        ("FREQ=WEEKLY;BYDAY=0TH", 2), ("FREQ=MONTHLY;BYMONTHDAY=32", 2), ("FREQ=YEARLY;BYMONTH=13", 2),
        ("FREQ=WEEKLY;UNTIL=bald", 2), ("BYDAY=TH", 2), ("FREQ=YEARLY;RSCALE=HEBREW", 2),
        ("FREQ=DAILY;COUNT=x", 2), ("FREQ=WEEKLY;BYDAY=XX", 2), ("FREQ=YEARLY;BYMONTH=9;BYDAY=53MO", 2),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_followed_keeps_its_first_day_and_is_told(rule: str, day: int) -> None:
    found, findings = read(calendar(f"{DAYS}|SUMMARY:Messe|RRULE:{rule}"))
    assert (found, told(findings)) == ([day], [("LC227", 7, f"RRULE:{rule}")])
    assert dict(findings[0].values) == {"title": "Messe", "day": "2027-09-02", "value": f"RRULE:{rule}"}


@pytest.mark.parametrize(
    ("entries", "days", "findings"),
    [
        ([f"{DAYS}|RRULE:FREQ=WEEKLY;COUNT=2|EXDATE:neulich"], [2, 9], [("LC900", 7, "EXDATE:neulich")]),
        ([f"{DAYS}|RDATE:bald,20270909"], [2, 9], [("LC900", 6, "RDATE:bald")]),
        (["DTSTART;VALUE=DATE:20270902|DTEND:nie"], [2], [("LC900", 4, "DTEND:nie")]),
        (["DTSTART;VALUE=DATE:20270902|DURATION:lang"], [2], [("LC900", 4, "DURATION:lang")]),
        ([f"{DAYS}|RRULE:FREQ=WEEKLY;COUNT=2;FOO=1"], [2, 9], [("LC900", 6, "RRULE:FOO=1")]),
        (["UID:1|RECURRENCE-ID:x|DTSTART:20270902"], [2], [("LC900", 4, "RECURRENCE-ID:x")]),
        (["DTSTART;TZID=Unsere Zeit:20270902T233000", "DTSTART;TZID=Unsere Zeit:20270903T233000"], [2, 3],
         [("LC946", 3, "")]),
        (["UID:1|DTSTAMP:20270101T000000Z|DTSTART:20270902", "UID:1|DTSTAMP:20270102T000000Z|DTSTART:20270909"], [9],
         [("LC900", 4, "DTSTAMP:20270101T000000Z")]),
    ],
)  # fmt: skip
def test_what_is_left_out_is_told_by_name_and_line(
    entries: list[str], days: list[int], findings: list[tuple[str, int, str]]
) -> None:
    found, said = read(calendar(*entries))
    assert (found, told(said)) == (days, findings)


def test_a_file_of_old_windows_keeps_its_umlauts_and_is_told() -> None:
    """D21."""
    content = calendar("DTSTART:20270902|SUMMARY:Bürgerfest").decode().encode("cp1252")
    entries, findings = entries_of(content, "messen.ics", SEPTEMBER, ZONE)
    assert ([each.title for each in entries], [each.code for each in findings]) == (["Bürgerfest"], ["LC604"])


def test_a_calendar_of_cancellations_has_nothing() -> None:
    assert read(calendar("DTSTART:20270902", before="METHOD:CANCEL")) == ([], [])


def test_a_name_longer_than_a_disk_allows_is_told_at_its_place(tmp_path: Path) -> None:
    workspace = written(tmp_path, {})
    (tmp_path / "events/avoid.yaml").write_text(f"calendars: [{'m' * 300}.ics]\n", "utf-8")
    found, findings = avoided(workspace, SEPTEMBER)
    assert (found, [(each.code, each.line, each.column) for each in findings]) == ((), [("LC226", 1, 13)])


@pytest.mark.parametrize("name", ["Z" * 300, "/".join(["Europe"] * 900), f"Europe/{'Z' * 300}"])
def test_a_zone_longer_than_a_disk_allows_is_known_to_nobody(name: str) -> None:
    found, findings = read(calendar(f"DTSTART;TZID={name}:20270902T090000"))
    assert (found, [each.code for each in findings]) == ([2], ["LC946"])
    checked = check_calendar(calendar(f"UID:1|DTSTART;TZID={name}:20270902T090000"), "messen.ics")
    assert "LC641" in {each.code for each in checked}


@pytest.mark.parametrize(("line", "code"), [(f"zone: {'1' * 300}", "LC213"), (f"logo: {'m' * 300}.svg", "LC319")])
def test_a_value_longer_than_a_disk_allows_is_told_at_its_place(tmp_path: Path, line: str, code: str) -> None:
    workspace = written(tmp_path, {})
    (tmp_path / "templates").mkdir()
    file = tmp_path / "events/series.yaml"
    kept = [each for each in file.read_text("utf-8").splitlines() if not each.startswith(line[:5])]
    file.write_text("\n".join([*kept, line, ""]), "utf-8")
    found = load(workspace.root, dt.date(2026, 11, 29)).findings
    assert [(each.code, each.line, each.column) for each in found if each.code == code] == [(code, len(kept) + 1, 7)]


NEVER = (
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
    "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4",
)
RULES = (
    *NEVER, "FREQ=DAILY", "FREQ=DAILY;COUNT=9999", "FREQ=DAILY;BYDAY=MO,TU;COUNT=9999", "FREQ=DAILY;BYMONTH=1,9",
    "FREQ=HOURLY", "FREQ=HOURLY;INTERVAL=7", "FREQ=MINUTELY;BYHOUR=8,9", "FREQ=SECONDLY", "FREQ=SECONDLY;BYHOUR=9",
    "FREQ=DAILY;BYHOUR=8,9,10,11,12", "FREQ=HOURLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU,SU;INTERVAL=2;WKST=SU",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY;BYWEEKNO=20,53;WKST=SU", "FREQ=YEARLY;BYYEARDAY=366",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=MONTHLY;BYHOUR=8,9",
)  # fmt: skip
MONTHS = Period(dt.date(2027, 1, 1), dt.date(2028, 6, 30))


@pytest.mark.parametrize("rule", RULES)
def test_hundreds_of_rules_since_2015_are_read_in_moments(rule: str) -> None:
    """D19: dateutil would walk each to the year 9999. A year and a half, on a clock far away."""
    start = "DTSTART;TZID=Pacific/Auckland:20150101T083000|DURATION:PT1H"
    entries = [f"UID:{number}|{start}|RRULE:{rule}" for number in range(250)]
    begun = time.process_time()
    _, findings = entries_of(calendar(*entries), "messen.ics", MONTHS, ZONE)
    assert (time.process_time() - begun < 1.5, findings) == (True, [])  # half of it where nothing else runs


EACH_SECOND = f"BYMINUTE={','.join(map(str, range(60)))};BYSECOND={','.join(map(str, range(60)))}"
DEAR = (
    "FREQ=DAILY;BYHOUR=8,9;BYMINUTE=0,30;BYSETPOS=-1",
    "FREQ=HOURLY;INTERVAL=5;BYHOUR=9",
    "FREQ=YEARLY;BYDAY=MO;COUNT=9999",
    "FREQ=MINUTELY;BYSETPOS=1",
    "FREQ=SECONDLY;INTERVAL=100000;BYSECOND=7",
    f"FREQ=HOURLY;{EACH_SECOND}",
    f"FREQ=DAILY;{EACH_SECOND};COUNT=9999999",
)


@pytest.mark.parametrize("rule", DEAR)
@pytest.mark.parametrize("more", ["", "|EXDATE;VALUE=DATE:20270301"])
def test_rules_that_nobody_could_follow_in_time_are_told_and_not_followed(rule: str, more: str) -> None:
    start = "DTSTART;TZID=Pacific/Auckland:20150101T083000|DURATION:PT1H"
    more = more if "COUNT" not in rule or "EXDATE" in more else ""
    entries = [f"UID:{number}|{start}|RRULE:{rule}{more}" for number in range(250)]
    begun = time.process_time()
    _, findings = entries_of(calendar(*entries), "messen.ics", MONTHS, ZONE)
    assert (time.process_time() - begun < 3, {each.code for each in findings} <= {"LC227"}) == (True, True)


NUMBERS = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYSETPOS": 3, "BYWEEKNO": 53, "BYYEARDAY": 366, "BYHOUR": 23}
LISTS = st.dictionaries(
    st.sampled_from(sorted(NUMBERS)), st.lists(st.integers(1, 366), min_size=1, max_size=3), max_size=2
).map(lambda lists: {name: [(number - 1) % NUMBERS[name] + 1 for number in numbers] for name, numbers in lists.items()})
WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), unique=True, max_size=3)


@given(
    st.tuples(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]), st.integers(1, 5)), LISTS, WEEKDAYS,
    st.none() | st.integers(1, 400), st.datetimes(*map(dt.datetime.fromisoformat, ("2015-01-01", "2027-09-20"))),
)  # fmt: skip
def test_a_rule_that_was_moved_near_says_what_walking_all_of_it_says(
    every: tuple[str, int], lists: dict[str, list[int]], weekdays: list[str], count: int | None, start: dt.datetime
) -> None:
    parts: dict[str, object] = dict(zip(("FREQ", "INTERVAL"), every, strict=True)) | ({"COUNT": count} if count else {})
    parts |= {name: ",".join(map(str, numbers)) for name, numbers in lists.items()}
    parts |= {"BYDAY": ",".join(weekdays)} if weekdays else {}
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    start = start.replace(microsecond=0)

    found, findings = read(calendar(f"DTSTART:{start:%Y%m%dT%H%M%S}|RRULE:{rule}"))

    walked = rrulestr(f"{rule};UNTIL=20271003T000000" if not count else rule, dtstart=start)
    days = {start.date(), *(each.date() for each in walked)}
    assert (found, findings) == ([day.day for day in sorted(days) if SEPTEMBER.first <= day <= SEPTEMBER.last], [])


OFTEN = st.sampled_from(["HOURLY", "HOURLY;INTERVAL=5", "HOURLY;INTERVAL=23", "HOURLY;BYMINUTE=10,50", "DAILY",
    "MINUTELY;BYHOUR=2,23;BYMINUTE=5", "DAILY;BYHOUR=8,20;BYMINUTE=0,30", "DAILY;BYHOUR=1,23;BYDAY=MO,TH",
    "DAILY;INTERVAL=2;BYHOUR=22,23", "WEEKLY;BYDAY=SU,MO;BYHOUR=0,23;WKST=SU;INTERVAL=2", "HOURLY;BYDAY=MO",
    "DAILY;BYMONTH=9;BYDAY=MO,WE;INTERVAL=2", "MONTHLY;BYDAY=1MO;BYHOUR=1,2"])  # fmt: skip


@pytest.mark.parametrize("limit", ["", ";COUNT=40", ";UNTIL=20270920T120000Z"])
@given(OFTEN, st.sampled_from(["America/New_York", "Pacific/Auckland", "Europe/Berlin", "Asia/Kathmandu"]),
       st.datetimes(*map(dt.datetime.fromisoformat, ("2027-08-01", "2027-09-20"))), st.integers(0, 3000))  # fmt: skip
def test_days_of_what_is_on_several_times_a_day_are_those_of_each_time(
    limit: str, rule: str, zone: str, start: dt.datetime, minutes: int
) -> None:
    start, there = start.replace(second=0, microsecond=0), zone_of(zone)
    entry = f"DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}|DURATION:PT{minutes}M|RRULE:FREQ={rule}{limit}"
    found, findings = read(calendar(entry))

    until = dt.datetime(2027, 9, 20, 12, tzinfo=dt.UTC) if "UNTIL" in limit else dt.datetime.max.replace(tzinfo=dt.UTC)
    walked = rrulestr(f"{rule}{limit.partition(';UNTIL')[0]}".join(("FREQ=", "")), dtstart=start)
    walls = {start, *walked.between(start, dt.datetime(2027, 10, 3), inc=True)}  # noqa: DTZ001  # on the wall clock
    days = set()
    for wall in walls:
        begin = wall.replace(tzinfo=there).astimezone(dt.UTC)
        end = (wall + dt.timedelta(minutes=minutes or 0)).replace(tzinfo=there).astimezone(dt.UTC)
        if wall == start or begin <= until:
            last = max(end - dt.timedelta(microseconds=1), begin)
            first_day, last_day = (each.astimezone(zone_of(ZONE)).date() for each in (begin, last))
            days |= {first_day + dt.timedelta(days=n) for n in range((last_day - first_day).days + 1)}
    assert (found, findings) == ([day.day for day in sorted(days) if SEPTEMBER.first <= day <= SEPTEMBER.last], [])
