"""Calendar files as another parser reads them: when, what, where, in which state, and which event is in the feed."""

import datetime as dt
import re
import uuid
from collections.abc import Iterable
from typing import Any
from unicodedata import normalize
from zoneinfo import ZoneInfo

import icalendar
import pytest
from conftest import QUICK, times
from hypothesis import given
from hypothesis import strategies as st
from sample import GOLDEN, SERIES, TODAY, event_of, in_memory, made, sample, some

from labcamp.model import Event
from labcamp.render import calendar
from labcamp.render.stage import stage_of

BASE = "title: Treff\nstatus: confirmed\n"
DOMAIN = uuid.uuid5(uuid.NAMESPACE_DNS, "example.org")


def single(text: str, series: str = SERIES, today: dt.date = TODAY) -> list[Any]:
    """The entries of an event's single download."""
    (content,) = made(in_memory(GOLDEN, [event_of(text, series)], series, today), "calendar").values()
    return entries(content)


def feed(events: Iterable[Event], today: dt.date = TODAY, *, drafts: bool = False) -> bytes:
    """The feed of events."""
    workspace = in_memory(GOLDEN, events, today=today)
    (artefact,) = calendar.feed(stage_of(workspace), workspace.events, drafts=drafts)
    assert artefact.name == "mustertreff.ics"
    return artefact.content


def entries(content: bytes) -> list[Any]:
    """The entries of a calendar file, in which the parser finds nothing wrong; its types allow any value anywhere."""
    file = icalendar.Calendar.from_ical(content)
    assert isinstance(file, icalendar.Calendar)
    assert [entry.errors for entry in file.events if entry.errors] == []
    return file.events


def when(entry: Any) -> tuple[Any, Any]:
    """Start and end; a moment as an instant of UTC, a day as a day."""
    times = [entry["DTSTART"].dt, entry["DTEND"].dt]
    first, last = (time.astimezone(dt.UTC) if isinstance(time, dt.datetime) else time for time in times)
    return first, last


def at(*numbers: int) -> dt.datetime:
    """A moment of UTC."""
    return dt.datetime(*numbers, tzinfo=dt.UTC)  # type: ignore[misc,arg-type]  # year, month, day, hour, minute


@pytest.mark.parametrize(
    ("event", "times"),
    [
        ("date: 2027-03-11\ntime: 14:00-17:00", [(at(2027, 3, 11, 13), at(2027, 3, 11, 16))]),
        ("date: 2027-07-01\ntime: 14:00-17:00", [(at(2027, 7, 1, 12), at(2027, 7, 1, 15))]),
        ("date: 2027-03-11\ntime: 20:00-24:00", [(at(2027, 3, 11, 19), at(2027, 3, 11, 23))]),
        ("date: 2027-03-11\ntime: 9:00-12:00\nzone: Europe/Lisbon", [(at(2027, 3, 11, 9), at(2027, 3, 11, 12))]),
        ("date: 2027-03-11\ntime: 9:00-12:00\nzone: Asia/Seoul", [(at(2027, 3, 11), at(2027, 3, 11, 3))]),
        (
            "date: 2027-03-27/2027-03-28\ntime: 9:00-12:00",
            [(at(2027, 3, 27, 8), at(2027, 3, 27, 11)), (at(2027, 3, 28, 7), at(2027, 3, 28, 10))],
        ),
        ("date: 2027-03-11", [(dt.date(2027, 3, 11), dt.date(2027, 3, 12))]),
        ("date: 2027-03-11/2027-03-13", [(dt.date(2027, 3, 11), dt.date(2027, 3, 14))]),
        ('date: 2027-03-11\ntime: "14:00"', [(dt.date(2027, 3, 11), dt.date(2027, 3, 12))]),
        (
            'date: 2027-03-11\ntime: "14:00"\nagenda: [{title: A, minutes: 45}]',
            [(at(2027, 3, 11, 13), at(2027, 3, 11, 13, 45))],
        ),
    ],
)
def test_an_entry_is_at_the_right_instants(event: str, times: list[tuple[object, object]]) -> None:
    assert [when(entry) for entry in single(f"{BASE}{event}")] == times


def test_a_start_without_an_end_stands_in_the_text_of_the_all_day_entry() -> None:
    (entry,) = single(f'{BASE}date: 2027-03-11\ntime: "14:00"')
    assert entry["DESCRIPTION"] == "Beginn um 14 Uhr"


def test_an_entry_says_what_where_and_in_which_state() -> None:
    (entry,) = entries(made(sample(), "calendar")["full/full.ics"])
    said = {key: str(entry[key]) for key in ("SUMMARY", "LOCATION", "STATUS", "TRANSP", "URL", "SEQUENCE")}
    assert said == {
        "SUMMARY": "MusterTreff #12: Wirkung & Nebenwirkung <messen>",
        "LOCATION": "online",
        "STATUS": "CONFIRMED",
        "TRANSP": "OPAQUE",
        "URL": "https://example.org/treff/12",
        "SEQUENCE": "0",
    }
    assert entry["CATEGORIES"].cats == ["MusterTreff"]
    assert entry["DTSTAMP"].dt == at(1970, 1, 1)
    assert (
        "14:15 Messen mit Maß – Dr. Ida Beispiel (Forschung, Öffentliche Stelle) und Hafen & Lab"
        in entry["DESCRIPTION"]
    )


def test_what_was_never_announced_has_a_stamp_before_all_others() -> None:
    for today in (dt.date(2027, 1, 2), dt.date(2027, 1, 3)):
        (entry,) = single(f"{BASE}date: 2027-03-11", today=today)
        assert entry["DTSTAMP"].dt == at(1970, 1, 1)


def test_the_uid_follows_from_the_domain_and_the_id_alone() -> None:
    (entry,) = single(f"{BASE}date: 2027-03-11")
    (moved,) = single("title: Anders\ndate: 2027-04-12\ntime: 14:00-15:00")
    assert entry["UID"] == moved["UID"] == str(uuid.uuid5(DOMAIN, "treff-12"))
    (elsewhere,) = single(f"{BASE}date: 2027-03-11", SERIES.replace("example.org", "example.com"))
    assert elsewhere["UID"] == str(uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, "example.com"), "treff-12"))


def test_each_of_several_days_has_a_uid_and_a_number() -> None:
    days = single(f"{BASE}date: 2027-03-11/2027-03-12\ntime: 9:00-12:00")
    assert [(str(day["UID"]), str(day["SUMMARY"])) for day in days] == [
        (str(uuid.uuid5(DOMAIN, "treff-12/1")), "Treff (Tag 1 von 2)"),
        (str(uuid.uuid5(DOMAIN, "treff-12/2")), "Treff (Tag 2 von 2)"),
    ]


@pytest.mark.odd("LC969")
def test_an_old_uid_is_kept() -> None:
    assert [entry["UID"] for entry in single(f"{BASE}date: 2027-03-11\nuid: alt-7@example.org")] == [
        "alt-7@example.org"
    ]
    two_days = f"{BASE}date: 2027-03-11/2027-03-12\ntime: 9:00-12:00\nuid: alt-7@example.org"
    assert [entry["UID"] for entry in single(two_days)] == ["alt-7@example.org/1", "alt-7@example.org/2"]


@pytest.mark.parametrize("event", [BASE, f"{BASE}date: 2027-03"])
def test_without_a_day_there_is_no_entry(event: str) -> None:
    workspace = in_memory(GOLDEN, [event_of(event)])
    assert made(workspace, "calendar") == {}
    assert entries(feed(workspace.events)) == []


@pytest.mark.parametrize(
    ("status", "summary", "state", "transparent"),
    [
        ("confirmed", "Treff", "CONFIRMED", "OPAQUE"),
        ("draft", "Entwurf: Treff", "TENTATIVE", "OPAQUE"),
        ("cancelled", "ABGESAGT: Treff", "CANCELLED", "TRANSPARENT"),
    ],
)
def test_the_title_says_when_an_event_is_a_draft_or_cancelled(
    status: str, summary: str, state: str, transparent: str
) -> None:
    (entry,) = single(f"title: Treff\nstatus: {status}\ndate: 2027-03-11")
    assert (entry["SUMMARY"], entry["STATUS"], entry["TRANSP"]) == (summary, state, transparent)


def test_drafts_are_in_the_feed_only_when_asked_for() -> None:
    events = [event_of("title: A\ndate: 2027-03-11", id_="a"), event_of(f"{BASE}date: 2027-03-12", id_="b")]
    assert [entry["SUMMARY"] for entry in entries(feed(events))] == ["Treff"]
    assert [entry["SUMMARY"] for entry in entries(feed(events, drafts=True))] == ["Entwurf: A", "Treff"]


@pytest.mark.parametrize(("today", "there"), [("2027-03-11", True), ("2027-03-26", True), ("2027-03-27", False)])
def test_a_cancelled_event_leaves_the_feed_two_weeks_after_its_last_day(today: str, there: bool) -> None:
    cancelled = event_of("title: A\nstatus: cancelled\ndate: 2027-03-11/2027-03-12")
    assert bool(entries(feed([cancelled], dt.date.fromisoformat(today)))) is there


def test_past_events_stay_in_the_feed() -> None:
    assert len(entries(feed([event_of(f"{BASE}date: 2001-03-11")]))) == 1


def test_only_the_feed_has_a_name_and_says_how_often_to_look() -> None:
    files = made(sample(), "calendar", "feed")
    names = {"NAME", "X-WR-CALNAME", "X-WR-CALDESC", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE"}
    for name, content in files.items():
        head = content.split(b"\r\nBEGIN:")[0].decode()
        found = set(re.findall(r"^([A-Z-]+)[:;]", head, re.MULTILINE)) & names
        assert found == (names if name == "mustertreff.ics" else set()), name
    (source,) = re.findall(rb"^SOURCE.*", files["mustertreff.ics"], re.MULTILINE)
    assert source == b"SOURCE;VALUE=URI:https://example.org/dateien/mustertreff.ics\r"


def test_no_file_asks_to_answer_or_rings() -> None:
    for name, content in some(made(sample(), "calendar", "feed").items()):
        found = re.findall(r"^(?:METHOD|ORGANIZER|ATTENDEE|BEGIN:VALARM).*", content.decode(), re.MULTILINE)
        assert found == [], name


def test_the_feed_has_every_entry_of_the_single_downloads_that_is_public() -> None:
    files = made(sample(), "calendar", "feed")
    singles = [entry for name, content in files.items() if "/" in name for entry in entries(content)]
    for entry in singles:
        del entry["X-ALT-DESC"]  # the feed would be twice as long
    public = [entry.to_ical() for entry in singles if entry["STATUS"] != "TENTATIVE"]
    assert sorted(entry.to_ical() for entry in entries(files["mustertreff.ics"])) == sorted(public)


@pytest.mark.parametrize(
    ("event", "address"),
    [
        (
            "links: [{title: L, url: https://example.org/l}]\nregistration: https://example.org/r",
            "https://example.org/l",
        ),
        ("links: [{title: L, url: https://example.org/l, type: slides}]", "https://example.org/"),
        ("registration: https://example.org/r", "https://example.org/r"),
        ("", "https://example.org/"),
    ],
)
def test_an_entry_leads_to_the_nearest_page(event: str, address: str) -> None:
    (entry,) = single(f"{BASE}date: 2027-03-11\n{event}", f"{SERIES}homepage: https://example.org/\n")
    assert entry["URL"] == address


TEXT = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), max_codepoint=0x1FFFF), min_size=1, max_size=90)
# A calendar has its texts in the one form of Unicode that every program compares alike
LINE = TEXT.map(lambda text: normalize("NFC", " ".join(text.split()))).filter(bool)
ZONES = st.sampled_from(
    ["Europe/Berlin", "Europe/Lisbon", "America/Sao_Paulo", "Asia/Kolkata", "Africa/Casablanca", "UTC"]
)


@pytest.mark.odd("LC974", "LC996")  # a line may look like a tag, or like UTF-8 that was read as something else
@times(0.6, QUICK)
@given(
    st.dates(dt.date(1975, 1, 1), dt.date(2090, 12, 31)),
    st.integers(0, 23 * 60),
    st.integers(1, 60),
    ZONES,
    st.tuples(LINE, LINE, LINE),
)
def test_an_event_comes_back_from_the_calendar_as_it_was(
    day: dt.date, start: int, minutes: int, zone: str, words: tuple[str, str, str]
) -> None:
    title, place, summary = words
    hours = f"{start // 60}:{start % 60:02}-{(start + minutes) // 60}:{(start + minutes) % 60:02}"
    event = event_of(f"title: T\nstatus: confirmed\ndate: {day}\ntime: {hours}\nzone: {zone}")
    said = event.model_copy(update={"title": title, "summary": summary, "place": place_of(place)})
    (entry,) = entries(made(in_memory(GOLDEN, [said]), "calendar")["treff-12/treff-12.ics"])
    begin = dt.datetime.combine(day, dt.time(), ZoneInfo(zone)) + dt.timedelta(minutes=start)
    assert when(entry)[0] == begin.astimezone(dt.UTC)
    assert when(entry)[1] == (begin + dt.timedelta(minutes=minutes)).astimezone(dt.UTC)
    assert (str(entry["SUMMARY"]), str(entry["LOCATION"])) == (title, place)
    assert str(entry["DESCRIPTION"]) == summary


def place_of(name: str) -> object:
    """A place with a name."""
    return event_of("{title: T, place: X}").place.model_copy(update={"name": name})  # type: ignore[union-attr]
