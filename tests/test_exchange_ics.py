"""Calendars of others as events: whoever wrote them, whatever repeats, and what our own feeds hold beside events."""

import datetime as dt
from pathlib import Path

import pytest

from labcamp.exchange.found import Asked, Found, Left, Revision, Told, Value
from labcamp.exchange.sources import read, source_for
from labcamp.findings import Place, finding
from labcamp.texts import words_of

FILES = Path(__file__).parent / "exchange"
ASKED = Asked("Europe/Berlin", dt.date(2026, 11, 29), topics={"beteiligung": "beteiligung"})
STAMP = dt.datetime(2026, 1, 2, 8, tzinfo=dt.UTC)
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def told(name: str, asked: Asked = ASKED) -> Told:
    """What a file of the examples says."""
    return read(name, (FILES / name).read_bytes(), asked)


def of(*lines: str, before: str = "", asked: Asked = ASKED) -> Told:
    """What a calendar of one entry says, or of several with a line `-` between them."""
    entries = "\r\n".join(lines).replace("\r\n-\r\n", "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n")
    head = f"BEGIN:VCALENDAR\r\n{before}BEGIN:VEVENT\r\n"
    return read("a.ics", f"{head}{entries}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode(), asked)


def values(said: Told) -> list[dict[str, Value]]:
    """The values of each event."""
    return [dict(found.values) for found in said.events]


def days(said: Told) -> list[tuple[str, str]]:
    """The day and the hours of each event."""
    return [(str(found.values.get("date", "")), str(found.values.get("time", ""))) for found in said.events]


def test_outlook_names_its_zones_as_windows_does_and_what_is_private_stays_there() -> None:
    said = told("outlook.ics")
    first, second = said.events
    assert first.values == {
        "title": "Labortreff #7: Voneinander lernen", "date": "2024-03-18", "time": "14:00-17:00",
        "description": "Was Labore voneinander lernen.",  # without the invitation below it
        # The way in goes where all of them go, before anything is written
        "place": {"online": "ja", "url": "https://teams.microsoft.com/l/meetup-join/19%3ameeting_beispiel/0"},
        "uid": "040000008200E00074C5B7101A82E00800000000LABORTREFF7",
    }  # fmt: skip
    assert first.revision == Revision(str(first.values["uid"]), 3, dt.datetime(2024, 2, 1, 8, 15, tzinfo=dt.UTC))
    assert second.values == {
        "title": "Labortreff #8: Sommerwerkstatt", "date": "2024-06-18/2024-06-19", "status": "cancelled",
        "uid": "040000008200E00074C5B7101A82E00800000000LABORTREFF8",
        "place": {"name": "Haus der Labore", "room": "Großer Saal", "street": "Musterstr. 12a", "postcode": "10115",
                  "city": "Berlin"},
    }  # fmt: skip
    assert (said.title, said.zone, said.language) == ("Labortreff", "Europe/Berlin", None)
    assert [word for word in ("Zahnarzt", "Ida", "Max") if word in str(said)] == []


@pytest.mark.shows("LC884", "LC896")
def test_people_and_private_entries_are_counted_and_not_named() -> None:
    assert told("outlook.ics").findings == (
        finding("LC884", Place("outlook.ics", 53, 1), count=1),
        finding("LC896", Place("outlook.ics"), count=3),
    )


def test_google_repeats_moves_and_cancels_single_times_of_a_series() -> None:
    said = told("google.ics")
    cafe = {
        "name": "Café Muster",
        "street": "Hauptplatz 3",
        "postcode": "4020",
        "city": "Linz",
        "country": "Österreich",
    }
    about = "Wir reden über Wirkung.\n\n- Ankommen\n- Runde\n\nMehr: [hier](https://example.org/stammtisch)"
    monthly: dict[str, Value] = {
        "title": "Stammtisch", "time": "18:00-20:00", "zone": "Europe/Vienna", "place": cafe, "description": about
    }  # fmt: skip
    assert values(said) == [
        {**monthly, "date": "2026-01-06"},
        {**monthly, "date": "2026-02-03"},
        {"title": "Stammtisch, einen Tag später", "date": "2026-04-08", "time": "19:00-21:00", "zone": "Europe/Vienna",
         "place": cafe},
        {"title": "Stammtisch", "date": "2026-05-05", "time": "18:00-20:00", "zone": "Europe/Vienna",
         "status": "cancelled"},
        {"title": "Stammtisch #13", "date": "2027-03-11", "time": "18:00-20:00", "zone": "Europe/Vienna",
         "place": {"online": "ja", "url": "https://meet.google.com/abc-defg-hij"}, "uid": "einzeln@google.com"},
    ]  # fmt: skip
    assert [found.revision and found.revision.sequence for found in said.events] == [None, None, None, None, 4]
    assert (said.title, said.zone) == ("Stammtisch Verwaltung", "Europe/Vienna")


def test_apple_knows_places_and_writes_times_of_no_zone() -> None:
    first, retreat, night, whole = told("apple.ics").events
    assert first == Found(
        Place("apple.ics", 7, 1),
        {"title": "Werkstatt im Kontor", "date": "2026-09-17", "time": "09:30-17:00",
         "place": {"name": "Kontor", "street": "Kai 4", "postcode": "20457", "city": "Hamburg",
                   "country": "Deutschland", "lat": "53.543210", "lon": "9.987654"},
         "links": [{"title": "example.org", "url": "https://www.example.org/werkstatt", "type": "page"}],
         "uid": "11111111-2222-4333-8444-555555555555"},
        Revision("11111111-2222-4333-8444-555555555555", 0, STAMP),
    )  # fmt: skip
    assert (retreat.values["date"], "time" in retreat.values) == ("2026-11-18/2026-11-20", False)
    assert retreat.left == (Left(Place("apple.ics", 27, 1), "DTSTART", "2026-11-18 13:00 – 2026-11-20 12:00"),)
    assert (night.values["date"], night.values["time"]) == ("2026-12-04", "20:00-01:00")
    assert (whole.values["date"], "time" in whole.values) == ("2026-12-11", False)


@pytest.mark.shows("LC895")
def test_thunderbird_repeats_without_end_and_that_is_said() -> None:
    said = told("thunderbird.ics")
    assert days(said)[:2] == [("2026-01-05", "12:00-13:00"), ("2026-01-08", "12:00-13:00")]
    weekly = [found for found in said.events if found.values["title"] == "Mittagsrunde"]
    assert str(weekly[-1].values["date"]) == "2027-11-25"
    assert [found.values.get("topics") for found in weekly[:2]] == [["beteiligung"], ["beteiligung"]]
    assert weekly[0].left == (Left(Place("thunderbird.ics", 28, 1), "CATEGORIES", "Intern"),)
    assert weekly[1].left == ()  # told once
    other = [found for found in said.events if found.values["title"] == "Runde ohne Regel"]
    assert [found.values["date"] for found in other] == ["2026-03-10", "2026-06-09"]
    assert said.events[-1].values == {"title": "Ohne Tag"}
    endless = finding(
        "LC895", Place("thunderbird.ics", 29, 1), value="Mittagsrunde – RRULE:FREQ=WEEKLY;BYDAY=TH",
        day=dt.date(2027, 11, 30),
    )  # fmt: skip
    undated = finding("LC895", Place("thunderbird.ics", 49, 1), value="Ohne Tag – DTSTART:demnächst", day="")
    assert set(said.findings) == {endless, undated}
    assert words_of(endless, "de")[1] == "das wiederholt sich ohne Ende; übernommen ist, was bis 30.11.2027 stattfindet"
    assert words_of(undated, "en")[1] == "look up what is meant, and fill it in by hand"


def test_meetup_names_its_group_and_its_page() -> None:
    said = told("meetup.ics")
    assert values(said) == [
        {
            "title": "Open data evening #42",
            "date": "2026-12-08",
            "time": "18:30-21:00",
            "place": {"name": "Volkshaus (Lange Gasse 5, Musterstadt, Germany)", "lat": "51.05", "lon": "13.74"},
            "description": "Civic Tech Musterstadt\\\nTuesday, December 8 at 6:30 PM\n\nWe talk about open data.\n\n"
            "https://www.meetup.com/civic-tech-musterstadt/events/300000042/",
            "links": [
                {
                    "title": "meetup.com",
                    "url": "https://www.meetup.com/civic-tech-musterstadt/events/300000042/",
                    "type": "page",
                }
            ],
            "uid": "event_300000042@meetup.com",
        }
    ]
    assert said.title == "Civic Tech Musterstadt"


def test_our_own_feed_has_events_with_agenda_and_deadline_and_nothing_else() -> None:
    said = told("own-feed.ics")
    full, two, off = said.events
    assert full.values["agenda"] == [
        {"title": "Ankommen", "start": "14:00", "minutes": "15"},
        {"title": "Messen mit Maß", "start": "14:15", "minutes": "45"},
        {"title": "Pause", "type": "break", "start": "15:00", "minutes": "15"},
        {"title": "Eigene Fälle", "start": "15:30", "minutes": "75", "room": "Raum B"},
        {"title": "Abschied", "start": "16:45", "minutes": "15"},
    ]
    assert full.values["registration"] == {"until": "2027-03-04"}
    assert full.values["title"] == "MusterTreff #12: Wirkung & Nebenwirkung <messen>"
    assert full.revision == Revision("4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915", 0, NEVER)
    assert (two.values["title"], two.values["date"], two.values["time"], two.values["zone"], two.revision) == (
        "Herbstwerkstatt: Bauen", "2027-10-28/2027-10-29", "09:30-16:00", "Europe/Lisbon", None
    )  # fmt: skip
    assert "uid" not in two.values  # each day has its own, and the file's name gives them again
    assert (off.values["title"], off.values["status"]) == ("MusterTreff #11", "cancelled")
    assert (said.left, said.zone, said.language) == ((), "Europe/Berlin", "de")


def test_sessions_whose_event_is_not_there_are_left_for_a_person() -> None:
    content = (Path(__file__).parent / "golden" / "full.sessions.ics").read_bytes()
    said = read("s.ics", content, ASKED)
    assert (said.events, said.findings) == ((), ())
    assert [left.text for left in said.left][:2] == ["Ankommen (MusterTreff #12)", "Messen mit Maß (MusterTreff #12)"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["DTSTART:20270311T130000Z", "DTEND:20270311T160000Z"], [("2027-03-11", "14:00-17:00")]),
        (["DTSTART:20270311T140000"], [("2027-03-11", "14:00")]),
        (["DTSTART;VALUE=DATE:20270311"], [("2027-03-11", "")]),
        (["DTSTART;VALUE=DATE:20270311", "DTEND;VALUE=DATE:20270313"], [("2027-03-11/2027-03-12", "")]),
        (["DTSTART:20270311T140000", "DURATION:PT3H"], [("2027-03-11", "14:00-17:00")]),
        (["DTSTART:20270311T140000", "DTEND:20270312T000000"], [("2027-03-11", "14:00-24:00")]),
        (["DTSTART:20270311T000000", "DTEND:20270312T235900"], [("2027-03-11/2027-03-12", "")]),
        (["DTSTART;TZID=(UTC+01:00) Amsterdam\\, Berlin:20270311T140000"], [("2027-03-11", "14:00")]),
        (["DTSTART;TZID=Eastern Standard Time:20270311T080000"], [("2027-03-11", "08:00")]),
        (["DTSTART:20270311T140000", "RRULE:FREQ=DAILY;COUNT=2"], [("2027-03-11", "14:00"), ("2027-03-12", "14:00")]),
        (["DTSTART:20270311T140000", "RRULE:"], [("2027-03-11", "14:00")]),
        (["SUMMARY:Nichts"], [("", "")]),
    ],
)
def test_times_are_read_as_they_are_written(lines: list[str], expected: list[tuple[str, str]]) -> None:
    assert days(of("UID:1", *lines)) == expected


def test_a_zone_of_another_country_is_named_and_one_that_nobody_knows_is_ours() -> None:
    assert values(of("DTSTART;TZID=Tokyo Standard Time:20270311T140000"))[0]["zone"] == "Asia/Tokyo"
    said = of("SUMMARY:Wo", "DTSTART;TZID=Mars/Olympus:20270311T140000")
    assert values(said) == [{"title": "Wo", "date": "2027-03-11", "time": "14:00"}]
    assert said.findings == (finding("LC895", Place("a.ics", 4, 1), value="TZID=Mars/Olympus", day=""),)


def test_moments_are_told_on_the_clock_of_the_calendar() -> None:
    before = "X-WR-TIMEZONE:America/New_York\r\n"
    assert values(of("DTSTART:20270311T180000Z", before=before)) == [
        {"date": "2027-03-11", "time": "13:00", "zone": "America/New_York"}
    ]
    assert days(of("DTSTART:20270311T180000Z", before="X-WR-TIMEZONE:UTC\r\n")) == [("2027-03-11", "19:00")]


@pytest.mark.parametrize("status", ["STATUS:CANCELLED", "SUMMARY:Abgesagt: Treff", "SUMMARY:CANCELLED - Treff"])
def test_what_is_called_off_stays_so(status: str) -> None:
    assert values(of("DTSTART:20270311T140000", status))[0]["status"] == "cancelled"


def test_of_a_rule_that_nobody_can_follow_only_the_first_day_counts() -> None:
    said = of("SUMMARY:Oft", "DTSTART:20100101T140000", "RRULE:FREQ=SECONDLY;COUNT=99999999")
    assert days(said) == [("2010-01-01", "14:00")]
    assert [(each.code, each.line) for each in said.findings] == [("LC895", 5)]


def test_a_single_entry_may_stand_for_a_time_of_a_series_that_is_not_there() -> None:
    said = of("UID:1", "RECURRENCE-ID:20270311T130000Z", "DTSTART:20270312T130000Z", "SUMMARY:Verschoben")
    assert values(said) == [{"title": "Verschoben", "date": "2027-03-12", "time": "14:00", "uid": "1"}]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_the_encoding_of_a_calendar_does_not_matter(encoding: str) -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Café Öl\nDTSTART:20270311T140000\nEND:VEVENT\nEND:VCALENDAR\n"
    content = text.encode(encoding)
    assert [each for each in (source_for("anything", content),) if each and each.name == "ics"]
    assert values(read("a", content, ASKED)) == [{"title": "Café Öl", "date": "2027-03-11", "time": "14:00"}]


@pytest.mark.parametrize("cut", [10, 30, 60])
def test_of_a_calendar_that_did_not_come_whole_nothing_is_taken(cut: int) -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Runde\nDTSTART:20270311T140000\nEND:VEVENT\nEND:VCALENDAR\n"
    missing = finding("LC611", Place("a.ics", 1, 1), given="BEGIN:VCALENDAR", wanted="END:VCALENDAR")
    assert read("a.ics", text[:-cut].encode(), ASKED) == Told(findings=(missing,))


@pytest.mark.shows("LC275")
@pytest.mark.parametrize(
    ("content", "most", "line"),
    [
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 20_001, "20000 VEVENT", 0),
        (b"BEGIN:VCALENDAR\n" + b"A:\n" * 700_000, "600000 × \\n", 0),
        (b"BEGIN:VCALENDAR\nX:" + b"y" * 50_000_000, "50 MB", 0),
        (
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20000101T140000\nRRULE:FREQ=DAILY;BYHOUR=8,10,12,14;UNTIL=20300101"
            b"\nEND:VEVENT\nEND:VCALENDAR\n",
            "20000 VEVENT",
            2,
        ),
    ],
)
def test_more_than_anybody_has_is_refused_and_the_limit_said(content: bytes, most: str, line: int) -> None:
    place = Place("a.ics", line, 1 if line else 0)
    assert read("a.ics", content, ASKED) == Told(findings=(finding("LC275", place, most=most),))
