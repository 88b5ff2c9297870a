"""recurring-ical-events says when something is in our own calendars and in those of others, and who is right."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

import pytest
from calendar_files import entries_due, instant
from calendar_readers import when
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


def calendar(entries: list[str]) -> bytes:
    """A calendar of entries, each of whose lines ends at a `|`."""
    lines = [line for entry in entries for line in ("BEGIN:VEVENT", *entry.split("|"), "END:VEVENT")]
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
