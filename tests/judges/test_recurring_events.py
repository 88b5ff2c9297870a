"""recurring-ical-events says when something is in our own calendars and in those of others, and who is right."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
from calendar_files import entries_due, instant
from calendar_readers import when
from conftest import times
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from sample import for_some, made, sample

from labcamp.model import Event
from labcamp.model.texts import Period
from labcamp.planning.calendars import entries_of

pytestmark = pytest.mark.judge

BERLIN = ZoneInfo("Europe/Berlin")
SEPTEMBER = Period(dt.date(2027, 9, 1), dt.date(2027, 9, 30))
A_MOMENT = dt.timedelta(microseconds=1)
DAY = dt.timedelta(days=1)
AS_IT_IS = ("BEGIN:", "METHOD:", "X-")


def calendar(entries: list[str]) -> bytes:
    """A calendar of entries, each of whose lines ends at a `|`; zones, and lines of the calendar, stand as they are."""
    lines: list[str] = []
    for entry in entries:
        own = entry.split("|")
        lines += own if entry.startswith(AS_IT_IS) else ["BEGIN:VEVENT", *own, "END:VEVENT"]
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *lines, "END:VCALENDAR")
    return "".join(f"{line}\r\n" for line in whole).encode()


def ours(entries: list[str]) -> list[int]:
    """The days of September on which something is, as we read them."""
    found, _ = entries_of(calendar(entries), "a.ics", SEPTEMBER, "Europe/Berlin")
    return _days((each.first, each.last) for each in found)


def theirs(entries: list[str]) -> list[int]:
    """The same by the judge, on the clock of Berlin, without what is cancelled."""
    icalendar = pytest.importorskip("icalendar")
    judge = pytest.importorskip("recurring_ical_events")
    around = (SEPTEMBER.first - 3 * DAY, SEPTEMBER.last + 3 * DAY)
    found = judge.of(icalendar.Calendar.from_ical(calendar(entries))).between(*around)
    return _days(_span(each.start, each.end) for each in found if each.get("STATUS") != "CANCELLED")


def _span(start: dt.date, end: dt.date) -> tuple[dt.date, dt.date]:
    if not isinstance(start, dt.datetime) or not isinstance(end, dt.datetime):
        return start, max(end - DAY, start)
    first, last = (each.astimezone(BERLIN) if each.tzinfo else each for each in (start, end))
    return first.date(), max(last - A_MOMENT, first).date()


def _days(spans: "object") -> list[int]:
    days = {first + n * DAY for first, last in spans for n in range((last - first).days + 1)}  # type: ignore[attr-defined]
    return sorted(day.day for day in days if SEPTEMBER.first <= day <= SEPTEMBER.last)


ZONED = "UID:1|DTSTART;TZID=Europe/Berlin:20270902T090000|DTEND;TZID=Europe/Berlin:20270902T100000"
WHOLE = "UID:1|DTSTART;VALUE=DATE:20270902|DTEND;VALUE=DATE:20270903"
MOVED = "DTSTART;TZID=Europe/Berlin:20270910T090000|DTEND;TZID=Europe/Berlin:20270910T100000"
PUBLIC = {
    "exdate in utc": [f"{ZONED}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE:20270909T070000Z"],
    "exdate is a day": [f"{ZONED}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE;VALUE=DATE:20270909"],
    "until in utc": [f"{ZONED}|RRULE:FREQ=WEEKLY;UNTIL=20270916T070000Z;INTERVAL=1;BYDAY=TH;WKST=MO"],
    "zone of windows": ["UID:1|DTSTART;TZID=Eastern Standard Time:20270909T190000|DURATION:PT1H"],
    "exception with a rule": [
        f"{ZONED}|RRULE:FREQ=WEEKLY;COUNT=3",
        f"UID:1|RECURRENCE-ID;TZID=Europe/Berlin:20270909T090000|RRULE:FREQ=WEEKLY;COUNT=3|{MOVED}",
    ],
    "this and future": [
        f"{ZONED}|RRULE:FREQ=WEEKLY;COUNT=4",
        f"UID:1|RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270909T090000|{MOVED}",
    ],
    "two revisions": [f"SEQUENCE:1|{ZONED}", "UID:1|SEQUENCE:2|DTSTART:20270909T070000Z|DURATION:PT1H"],
    "exception to a time that is excepted": [
        f"{ZONED}|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;TZID=Europe/Berlin:20270909T090000",
        f"UID:1|RECURRENCE-ID;TZID=Europe/Berlin:20270909T090000|{MOVED}",
    ],
    "count of -1": [f"{WHOLE}|RRULE:FREQ=WEEKLY;UNTIL=20270916;COUNT=-1;INTERVAL=1;BYDAY=TH"],
    "rdate with a length": [f"{ZONED}|RDATE;VALUE=PERIOD:20270909T070000Z/P1DT1H"],
    "orphan": [f"UID:1|RECURRENCE-ID;TZID=Europe/Berlin:20270909T090000|{MOVED}"],
}
# Entries, our days, the judge's, and why it is the one or the other that is right
DIFFERENT = {
    "until is midnight in utc": (
        [f"{WHOLE}|RRULE:FREQ=WEEKLY;UNTIL=20270915T220000Z"], [2, 9, 16], [2, 9],
        "we: Outlook writes the midnight at which the last day begins, in UTC",
    ),
    "exdate is midnight in utc": (
        [f"{WHOLE}|RRULE:FREQ=WEEKLY;COUNT=4|EXDATE:20270908T220000Z"], [2, 16, 23], [2, 9, 16, 23],
        "we: likewise",
    ),
    "recurrence-id is a day": (
        [f"{ZONED}|RRULE:FREQ=WEEKLY;COUNT=3", f"UID:1|RECURRENCE-ID;VALUE=DATE:20270909|{MOVED}"],
        [2, 10, 16], [2, 9, 10, 16],
        "we: there is one time on that day, and it can only be meant",
    ),
    "another time of the day is excepted": (
        [
            "UID:1|DTSTART;TZID=America/New_York:20270902T080000|DURATION:PT1H|RRULE:FREQ=WEEKLY;COUNT=2|"
            "EXDATE;TZID=America/New_York:20270909T080000|RDATE;TZID=America/New_York:20270909T040000"
        ],
        [2, 9], [2],
        "we: it takes 4:00 in New York, 8:00 in UTC, for the 8:00 in New York that is excepted",
    ),
    "the end of a rule has no zone": (
        [
            "UID:1|DTSTART;TZID=America/New_York:20270902T090000|DURATION:PT1H|"
            "RRULE:FREQ=WEEKLY;UNTIL=20270916T090000"
        ],
        [2, 9, 16], [2, 9],
        "we: iPhones write it on the clock of the start; the judge takes it for UTC",
    ),
    "the time of an exception is left out as a day": (
        [
            f"{ZONED}|RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;VALUE=DATE:20270909",
            f"UID:1|RECURRENCE-ID;TZID=Europe/Berlin:20270909T090000|{MOVED}",
        ],
        [2, 16], [2, 10, 16],
        "we: where the time itself is left out, the judge leaves the exception out, too",
    ),
    "two entries with one uid and no sequence": (
        ["UID:1|DTSTART;VALUE=DATE:20270902", "UID:1|DTSTART;VALUE=DATE:20270909"], [2, 9], [2],
        "we: neither is newer, and some programs give all entries one UID",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PUBLIC)
def test_what_public_reports_tell_of_is_read_alike(name: str) -> None:
    assert ours(PUBLIC[name]) == theirs(PUBLIC[name])


@pytest.mark.parametrize("name", DIFFERENT)
def test_where_we_differ_it_is_known_who_is_right(name: str) -> None:
    entries, own, judged, why = DIFFERENT[name]
    assert (ours(entries), theirs(entries), why[:3]) == (own, judged, "we:")


FORMS = {
    "zone": "DTSTART;TZID=Europe/Berlin:{:%Y%m%dT%H%M%S}|DURATION:PT2H",
    "far": "DTSTART;TZID=America/New_York:{:%Y%m%dT%H%M%S}|DURATION:PT2H",
    "windows": "DTSTART;TZID=Tokyo Standard Time:{:%Y%m%dT%H%M%S}|DURATION:PT30H",
    "utc": "DTSTART:{:%Y%m%dT%H%M%SZ}|DURATION:PT2H",
    "floating": "DTSTART:{:%Y%m%dT%H%M%S}|DURATION:PT2H",
    "day": "DTSTART;VALUE=DATE:{:%Y%m%d}|DURATION:P2D",
}
LISTED = {
    "zone": ";TZID=Europe/Berlin:{:%Y%m%dT%H%M%S}",
    "far": ";TZID=America/New_York:{:%Y%m%dT%H%M%S}",
    "windows": ";TZID=Tokyo Standard Time:{:%Y%m%dT%H%M%S}",
    "utc": ":{:%Y%m%dT%H%M%SZ}",
    "floating": ":{:%Y%m%dT%H%M%S}",
    "day": ";VALUE=DATE:{:%Y%m%d}",
}
RULES = ["DAILY", "WEEKLY", "WEEKLY;BYDAY=TU,TH", "MONTHLY", "MONTHLY;BYDAY=2TH", "YEARLY", "WEEKLY;INTERVAL=2"]
ZONES = {"zone": BERLIN, "far": ZoneInfo("America/New_York"), "windows": ZoneInfo("Asia/Tokyo")}


def listed(form: str, wall: dt.datetime, *, in_utc: bool) -> str:
    """A wall time as a line lists it, in the form of the start or in UTC."""
    if in_utc and form in ZONES:
        return LISTED["utc"].format(wall.replace(tzinfo=ZONES[form]).astimezone(dt.UTC))
    return LISTED[form].format(wall)


STARTS = st.datetimes(*map(dt.datetime.fromisoformat, ("2026-09-01", "2027-09-20"))).map(
    lambda each: each.replace(minute=0, second=0, microsecond=0)
)


@st.composite
def calendars(draw: st.DrawFn) -> list[str]:
    """A repeated entry of any form, with times that are excepted, added and moved, some of them for all later ones."""
    form, start = draw(st.sampled_from(sorted(FORMS))), draw(STARTS)
    rule = draw(st.sampled_from(RULES))
    limit = draw(st.sampled_from(["", ";COUNT=5", ";COUNT=60"]))
    step = DAY if rule == "DAILY" else 7 * DAY
    first = start + (dt.datetime(2027, 9, 1) - start) // step * step  # noqa: DTZ001  # on the wall clock
    near = [each for each in (first + number * step for number in range(5)) if each > start]
    entry = f"UID:1|SEQUENCE:1|{FORMS[form].format(start)}|RRULE:FREQ={rule}{limit}"
    excepted = draw(st.lists(st.sampled_from(near), max_size=2, unique=True)) if near else []
    added = draw(st.lists(STARTS, max_size=2, unique=True))
    in_utc = draw(st.booleans())
    entry += "".join(f"|EXDATE{listed(form, each, in_utc=in_utc)}" for each in excepted)
    # Half an hour later: else the judge mixes them up (DIFFERENT)
    entry += "".join(f"|RDATE{listed(form, each.replace(minute=30), in_utc=in_utc)}" for each in added)
    moved = draw(st.lists(st.sampled_from(near), max_size=2, unique=True)) if near else []
    hours = draw(st.integers(-30, 30))
    shift = DAY if form == "day" else hours * dt.timedelta(hours=1)
    instead = [
        f"UID:1|SEQUENCE:1|RECURRENCE-ID{listed(form, each, in_utc=in_utc)}|{FORMS[form].format(each + shift)}"
        for each in moved
    ]
    if draw(st.booleans()) and instead:
        instead[0] = instead[0].replace("RECURRENCE-ID", "RECURRENCE-ID;RANGE=THISANDFUTURE")
    return [entry, *instead]


@given(calendars())
def test_any_calendar_is_read_alike(entries: list[str]) -> None:
    assert ours(entries) == theirs(entries)


# How programs write a series: each name of a zone with what they define of it, and their own ways


def defined(name: str, city: str, first: str = "1970") -> str:
    """The definition of a zone, from a year on."""
    change = "BEGIN:{}|DTSTART:{}|TZOFFSETFROM:{}|TZOFFSETTO:{}|RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={}|END:{}"
    parts = [change.format(kind, f"{first}{day}", *rest, kind) for kind, day, *rest in OBSERVED[city]]
    return "|".join(["BEGIN:VTIMEZONE", f"TZID:{name}", *parts, "END:VTIMEZONE"])


OBSERVED = {
    "Europe/Berlin": [
        ("STANDARD", "1025T030000", "+0200", "+0100", "10", "-1SU"),
        ("DAYLIGHT", "0329T020000", "+0100", "+0200", "3", "-1SU"),
    ],
    "America/New_York": [
        ("STANDARD", "1101T020000", "-0400", "-0500", "11", "1SU"),
        ("DAYLIGHT", "0308T020000", "-0500", "-0400", "3", "2SU"),
    ],
}
EVOLUTION = "/freeassociation.sourceforge.net/"


@dataclass(frozen=True)
class Program:
    """How a program writes its series.

    The name of each zone; what it puts around a rule; how it lists times that are left out (as the start, in UTC, as
    days or as midnights in the zone, several in a line or not); whether exceptions carry the rule, and whether it is
    said how long something lasts, or when it ends.
    """

    zones: dict[str, str]
    rule: str = "{rule}{end}"
    until: str = "utc"
    left_out: str = "like the start"
    in_one_line: bool = False
    quoted: bool = False
    first: str = "1970"
    rule_again: bool = False
    length: bool = False
    ends: bool = True
    head: str = "X-WR-CALNAME:Kalender"


IANA = {city: city for city in OBSERVED}
WINDOWS = {"Europe/Berlin": "W. Europe Standard Time", "America/New_York": "Eastern Standard Time"}
# Two names, for the judge keeps what a file defines for all that follow
CUSTOMIZED = {"Europe/Berlin": "Customized Time Zone", "America/New_York": "Customized Time Zone 2"}
PROGRAMS = {
    "google": Program(IANA, "{rule};WKST=MO{end}", head="X-WR-TIMEZONE:Europe/Berlin"),
    "outlook": Program(WINDOWS, "{rule}{end};WKST=SU", in_one_line=True, first="1601", head="METHOD:PUBLISH"),
    "exchange": Program(CUSTOMIZED, first="1601", left_out="midnights"),
    "outlook.com": Program(WINDOWS, first="1601", left_out="days"),
    "apple": Program(IANA, "{rule}{end}", head="X-APPLE-CALENDAR-COLOR:#1BADF8"),
    # Only here, for the judge takes the end that has no zone for one in UTC (DIFFERENT)
    "iphone": Program({"Europe/Berlin": "Europe/Berlin"}, "{rule}{end}", until="local", length=True),
    "holidays": Program({}, "{rule}{end}", ends=False),
    "thunderbird": Program(IANA, "{rule}{end}", left_out="utc"),
    "nextcloud": Program(IANA, "{rule}{end}", in_one_line=True, length=True),
    "evolution": Program({city: f"{EVOLUTION}{city}" for city in OBSERVED}, rule_again=True),
    "zimbra": Program(IANA, "{rule}{end}", quoted=True),
}
EVERY = [
    "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY={day}", "FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=2{day}", "FREQ=MONTHLY;BYDAY=-1{day}",
    "FREQ=MONTHLY;BYMONTHDAY={start.day}", "FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=9;BYDAY=1{day}", "FREQ=YEARLY;BYMONTH={start.month};BYMONTHDAY={start.day}", "FREQ=YEARLY",
    "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1,-1", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1",
]  # fmt: skip


@dataclass(frozen=True)
class Written:
    """A series as a program writes it, in a zone or (an empty city) on whole days."""

    program: Program
    city: str

    def when(self, name: str, wall: dt.datetime) -> str:
        """A line that says when."""
        if not self.city:
            return f"{name};VALUE=DATE:{wall:%Y%m%d}"
        zone = self.program.zones[self.city]
        zone = f'"{zone}"' if self.program.quoted else zone
        return f"{name};TZID={zone}:{wall:%Y%m%dT%H%M%S}"

    def utc(self, wall: dt.datetime) -> str:
        """A wall time in UTC; of a day, its midnight in Berlin."""
        return f"{wall.replace(tzinfo=ZoneInfo(self.city or 'Europe/Berlin')).astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"

    def span(self, wall: dt.datetime, length: dt.timedelta) -> str:
        """When it begins and ends, or how long it lasts."""
        begin = self.when("DTSTART", wall)
        if not self.program.ends:
            return begin
        if self.program.length:
            hours = f"T{length // dt.timedelta(hours=1) % 24}H" if length % DAY else ""
            return f"{begin}|DURATION:P{f'{length.days}D' if length.days else ''}{hours}"
        return f"{begin}|{self.when('DTEND', wall + length)}"

    def left_out(self, wall: dt.datetime) -> str:
        """The line for a time that is left out."""
        way = self.program.left_out
        if way == "utc" and self.city:
            return f"EXDATE:{self.utc(wall)}"
        if way == "days":
            return f"EXDATE;VALUE=DATE:{wall:%Y%m%d}"
        if way == "midnights" and not self.city:
            return f"EXDATE;TZID={self.program.zones['Europe/Berlin']}:{wall:%Y%m%dT000000}"
        return self.when("EXDATE", wall)

    def until(self, wall: dt.datetime) -> str:
        """The end of a rule, at its last time."""
        if not self.city:
            return f"{wall:%Y%m%d}"
        return self.utc(wall) if self.program.until == "utc" else f"{wall:%Y%m%dT%H%M%S}"


def in_one_line(lines: list[str]) -> list[str]:
    """The values of lines that begin alike, behind the first."""
    values = [line.rpartition(":")[2] for line in lines]
    return [f"{lines[0].rpartition(':')[0]}:{','.join(values)}"] if lines else []


@st.composite
def programs(draw: st.DrawFn) -> list[str]:
    """A calendar with a series as one of the programs writes it, and something that is once."""
    name = draw(st.sampled_from(sorted(PROGRAMS)))
    program, city = PROGRAMS[name], draw(st.sampled_from(["", *PROGRAMS[name].zones]))
    one = Written(program, city)
    wanted = draw(STARTS) if city else draw(STARTS).replace(hour=0)
    every = draw(st.sampled_from(EVERY)).format(
        day=["MO", "TU", "WE", "TH", "FR", "SA", "SU"][wanted.weekday()], start=wanted
    )
    walls = list(takewhile(lambda wall: wall < LATER, rrulestr(every, dtstart=wanted)))
    start = walls[0] if walls else wanted
    near = [wall for wall in walls if wall > NEAR] or [start]
    end = draw(st.sampled_from(["", f";COUNT={len(walls)}", f";UNTIL={one.until(draw(st.sampled_from(near)))}"]))
    length = draw(st.sampled_from([1, 2, 3])) * (DAY if not city else dt.timedelta(hours=draw(st.sampled_from([1, 9]))))
    rule = "RRULE:" + program.rule.format(rule=every, end=end)
    series = [f"UID:{name}", "SEQUENCE:1", one.span(start, length), rule]
    out = draw(st.lists(st.sampled_from(near), max_size=3, unique=True))
    lines = [one.left_out(wall) for wall in out]
    series += in_one_line(lines) if program.in_one_line else lines
    added = draw(st.lists(STARTS, max_size=2, unique=True)) if draw(st.booleans()) else []
    series += [one.when("RDATE", wall.replace(minute=30)) for wall in added]
    entries = ["|".join(series)]
    # Not those of a day that is left out (DIFFERENT)
    left = [wall for wall in near if program.left_out != "days" or wall not in out]
    for wall in draw(st.lists(st.sampled_from(left), max_size=3, unique=True)) if left else []:
        shift = draw(st.integers(-3, 3)) * DAY + (draw(st.integers(-6, 6)) * dt.timedelta(hours=1) if city else DAY * 0)
        off = "|STATUS:CANCELLED" if draw(st.integers(0, 4)) == 0 else ""
        own = [f"UID:{name}", "SEQUENCE:1", one.when("RECURRENCE-ID", wall), one.span(wall + shift, length)]
        entries.append("|".join([*own, *([rule] if program.rule_again else [])]) + off)
    once = draw(STARTS)
    in_utc = f"DTSTART:{one.utc(once)}|DTEND:{one.utc(once + length)}"
    entries.append(f"UID:once|{in_utc if city and draw(st.booleans()) else one.span(once, length)}")
    zones = [defined(program.zones[city], city, program.first)] if city else []
    return [program.head, *zones, *(draw(st.permutations(entries)))]


NEAR, LATER = dt.datetime(2027, 8, 20), dt.datetime(2027, 10, 10)  # noqa: DTZ001  # on the wall clock


@times(0.5)
@given(programs())
def test_what_programs_write_is_read_alike(entries: list[str]) -> None:
    assert ours(entries) == theirs(entries)


def judged(content: bytes) -> list[tuple[str, str]]:
    """When something takes place in a calendar of ours, as the judge reads it, in order."""
    icalendar = pytest.importorskip("icalendar")
    judge = pytest.importorskip("recurring_ical_events")
    found = judge.of(icalendar.Calendar.from_ical(content)).between(dt.date(2020, 1, 1), dt.date(2035, 1, 1))
    return sorted((when(each.start), when(each.end)) for each in found if each.get("STATUS") != "CANCELLED")


def due(events: Iterable[Event]) -> list[tuple[str, str]]:
    """When events take place, from their data and the tables of the zones."""
    every = (entry for event in events if not event.cancelled for entry in entries_due(event, "example.org"))
    return sorted((entry.start, entry.end) for entry in every)


def sessions_due(event: Event) -> list[tuple[str, str]]:
    """When the sessions of an event take place whose begin and end are known."""
    return sorted(
        (
            instant(event.days[timed.day - 1], timed.start, event.zone),
            instant(event.days[timed.day - 1], timed.end, event.zone),
        )
        for timed in event.timetable
        if timed.start is not None and timed.end is not None and event.days and not event.cancelled
    )


def closing_due(event: Event) -> list[tuple[str, str]]:
    """The day on which the registration closes."""
    until = event.registration.until
    return [(until.isoformat(), (until + DAY).isoformat())] if until and not event.cancelled else []


def test_our_own_files_mean_what_the_event_files_mean() -> None:
    workspace = sample()
    files = made(workspace, "calendar", "feed") | for_some(workspace)
    shown = tuple(event for event in workspace.events if not event.draft)
    right = {f"{workspace.series.id}.ics": due(shown)}
    for event in workspace.events:
        right |= {f"{event.id}/{name}.ics": due((event,)) for name in (event.id, "participants")}
        right[f"{event.id}/sessions.ics"] = sessions_due(event)
        right[f"{event.id}/deadlines.ics"] = closing_due(event)
    whole = {name: judged(content) for name, content in files.items() if name in right}
    assert whole == {name: right[name] for name in whole}
    kinds = [name.rpartition("/")[2] for name, spans in whole.items() if spans]
    assert {"mustertreff.ics", "full.ics", "sessions.ics", "participants.ics", "deadlines.ics"} <= {*kinds}
    for event in workspace.events:
        asked = [span for name in files if name.startswith(f"{event.id}/invite-") and "ida@" in name
                 and name.endswith(".ics") for span in judged(files[name])]  # fmt: skip
        assert sorted(asked) == due((event,))
