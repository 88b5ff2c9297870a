"""What the APIs of pretalx, Sessionize and pretix answer, saved as files."""

import json
from typing import Any

import pytest
from foreign_files import ASKED, SEEDS, agenda_of, codes, left_in, only, said, told

from labcamp.exchange.sources import read, source_for

FORMATS = {
    "pretalx-events.json": "pretalx",
    "pretalx-submissions.json": "pretalx",
    "pretalx-talks.json": "pretalx",
    "pretix-event.json": "pretix",
    "pretix-events.json": "pretix",
    "pretix-subevents.json": "pretix",
    "schedule-frab.json": "frab-json",
    "schedule-frab.xml": "frab-xml",
    "schedule-pretalx.json": "frab-json",
    "schedule-pretalx.xml": "frab-xml",
    "sessionize-all.json": "sessionize",
    "sessionize-grid.json": "sessionize",
    "sessionize-sessions.json": "sessionize",
}


@pytest.mark.parametrize(("name", "source"), FORMATS.items())
def test_a_file_is_told_by_its_content_in_every_encoding_whatever_it_is_called(name: str, source: str) -> None:
    content = (SEEDS / name).read_bytes()
    text = content.decode()
    forms = (content, b"\xef\xbb\xbf" + content, text.encode("utf-16"), b"\r\n  " + content)

    assert [row.name if (row := source_for("download", form)) else None for form in forms] == [source] * len(forms)


def test_events_of_pretalx_are_told_in_their_own_language_and_on_their_own_clock() -> None:
    found = told("pretalx-events.json")

    assert (found.zone, found.language) == ("Europe/Berlin", "de")
    assert [event.values for event in found.events] == [
        {
            "title": "Laborforum 2026",
            "date": "2026-09-24/2026-09-25",
            "links": [{"title": "Laborforum 2026", "url": "https://forum.example.org"}],
        },
        {
            "title": "Lab Forum Abroad",
            "date": "2025-10-02",
            "zone": "Europe/London",
            "links": [{"title": "Lab Forum Abroad", "url": "https://programm.example.org/abroad25/"}],
        },
    ]
    assert left_in(found) == [(16, "logo", "https://forum.example.org/media/forum26/logo.png")]


def test_talks_of_pretalx_are_an_agenda_without_what_was_not_taken() -> None:
    found = told("pretalx-talks.json")

    assert only(found).values == {
        "date": "2026-09-24",
        "time": "10:00-12:30",
        "agenda": [
            {
                "title": "Ein Atlas der Labore", "type": "input", "minutes": "45", "room": "Großer Saal",
                "topics": ["beteiligung"], "by": [{"name": "Ida Beispiel"}], "teaser": "Wo sind die Labore?",
                "links": [
                    {"title": "Folien", "url": "https://programm.example.org/media/atlas.pdf", "type": "slides"}
                ],
            },
            {
                "title": "Prototypen aus Pappe", "type": "workshop", "start": "11:00", "minutes": "90",
                "room": "Werkraum", "by": [{"name": "Jonas Muster"}], "teaser": "Bringt Scheren mit.",
            },
        ],
    }  # fmt: skip
    assert left_in(found) == [(40, "image", "https://programm.example.org/media/pappe.jpg")]


def test_an_event_of_pretalx_and_all_that_its_api_says_by_number_become_one_event() -> None:
    found = told("pretalx-submissions.json")

    assert (found.zone, found.language) == ("Europe/London", "en")
    assert only(found).values == {
        "title": "Lab Forum 2027",
        "date": "2027-04-08",
        "time": "09:30-11:15",
        "zone": "Europe/London",
        "place": {"room": "Library"},
        "agenda": [
            {
                "title": "Maps for everybody", "type": "input", "minutes": "30", "by": [{"name": "Alex Sample"}],
                "teaser": "Who draws them?", "links": [{"title": "All maps", "url": "https://maps.example.org/"}],
            },
            {
                "title": "Birds of a feather", "type": "discussion", "minutes": "45",
                "by": [{"name": "Alex Sample"}], "teaser": "Whoever comes talks.",
            },
            {"title": "Tea and cake", "type": "break", "minutes": "30"},
        ],
    }  # fmt: skip
    assert left_in(found) == [(19, "track", "Open data (Maps for everybody, Birds of a feather)")]


def test_a_published_schedule_of_pretalx_holds_its_talks_in_slots() -> None:
    talk = {
        "code": "AB",
        "title": "Runde",
        "speakers": [],
        "submission_type": {"name": {"de": "Podium"}},
        "state": "confirmed",
    }
    slot = {
        "id": 1,
        "room": {"id": 2, "name": {"de": "Saal"}},
        "start": "2027-03-11T14:00:00+01:00",
        "end": "2027-03-11T15:00:00+01:00",
    }

    found = said({"id": 5, "version": "1.0", "slots": [{**slot, "submission": talk}]})

    assert only(found).values == {
        "date": "2027-03-11",
        "time": "14:00-15:00",
        "place": {"room": "Saal"},
        "agenda": [{"title": "Runde", "type": "discussion", "minutes": "60"}],
    }


@pytest.mark.shows("LC886")
def test_people_and_times_that_stand_there_only_by_number_are_asked_for() -> None:
    talk = {
        "code": "AB",
        "title": "Runde",
        "submission_type": 1,
        "state": "confirmed",
        "speakers": ["XY"],
        "slots": [7],
    }

    found = said({"count": 1, "results": [talk]})

    assert codes(found) == [("LC886", 1, 116)]
    assert dict(found.findings[0].values) == {"path": "$.results[0].speakers[0]"}
    assert found.events == ()
    assert said({"count": 1, "results": [{**talk, "state": "rejected"}]}).findings == ()


@pytest.mark.shows("LC897")
def test_a_page_of_several_says_how_much_is_missing() -> None:
    found = read("seite.json", (SEEDS / "pretix-subevents.json").read_bytes(), ASKED)

    assert codes(found) == [("LC897", 0, 0)]
    assert dict(found.findings[0].values) == {"count": "120", "here": "2"}
    assert found.findings[0].advice
    assert found.title == "Stammtisch der Labore"
    assert [event.values for event in found.events] == [
        {
            "title": "Stammtisch im Januar",
            "date": "2027-01-14",
            "time": "18:00-20:30",
            "place": {
                "name": "Wirtshaus zum Muster", "street": "Hafenstr. 4", "postcode": "20457", "city": "Hamburg",
            },
        },
        {"title": "Stammtisch im Februar", "date": "2027-02-11", "time": "18:00"},
    ]  # fmt: skip
    assert left_in(found) == []


def test_events_of_pretix_say_where_when_and_until_when_to_register() -> None:
    found = told("pretix-events.json")

    assert (found.title, found.zone, found.language) == ("Stammtisch der Labore", "Europe/Berlin", "de")
    assert [event.values for event in found.events] == [
        {
            "title": "LabCamp #14: Labore und Recht",
            "date": "2027-06-17",
            "time": "14:00-17:00",
            "place": {
                "name": "Haus der Muster", "street": "Musterstraße 12a", "postcode": "10115", "city": "Berlin",
                "country": "Deutschland", "lat": "52.5321", "lon": "13.3849",
            },
            "registration": {"url": "https://tickets.example.org/labcamp/lc14/", "until": "2027-06-10"},
        },
        {"title": "Sommerakademie", "date": "2027-08-03/2027-08-04", "place": "online"},
    ]  # fmt: skip
    assert left_in(found) == [(52, "has_subevents", "Stammtisch der Labore"), (22, "Format", "Treffen")]


def test_one_event_of_pretix_may_go_on_after_midnight() -> None:
    assert only(told("pretix-event.json")).values == {
        "title": "Lab Night",
        "date": "2026-06-19",
        "time": "19:00-01:00",
        "zone": "Europe/London",
        "place": {"name": "Old Barn, Mill Lane 3, Sampletown"},
        "registration": {"url": "https://tickets.example.org/night/"},
    }


@pytest.mark.parametrize(
    ("dates", "values", "left"),
    [
        ({"date_from": "2027-06-16T22:00:00Z", "date_to": None}, {"date": "2027-06-17"}, []),
        (
            {"date_from": "2027-06-17T12:00:00Z", "date_to": "2027-06-17T12:00:00Z"},
            {"date": "2027-06-17", "time": "14:00"}, [],
        ),
        (
            {"date_from": "2027-06-17T12:00:00Z", "date_to": "2027-06-16T12:00:00Z"},
            {"date": "2027-06-17"}, [(1, "date_from", "2027-06-17 14:00 – 2027-06-16 14:00")],
        ),
        (
            {"date_from": "2027-06-17T08:00:00Z", "date_to": "2027-06-18T15:00:00Z"},
            {"date": "2027-06-17/2027-06-18"}, [(1, "date_from", "2027-06-17 10:00 – 2027-06-18 17:00")],
        ),
        ({"date_from": "bald", "date_to": None}, {}, [(1, "date_from", "bald")]),
        ({"date_from": None, "date_to": None}, {}, []),
        ({"date_from": "2027-01-01", "date_to": "2027-12-31"}, {}, []),
    ],
)  # fmt: skip
def test_days_of_pretix_are_those_of_the_clock_there(
    dates: dict[str, Any], values: dict[str, Any], left: list[Any]
) -> None:
    found = said({"name": {"de": "Treffen"}, "slug": "x", "timezone": "Europe/Berlin", "presale_start": None, **dates})

    assert only(found).values == {"title": "Treffen", **values}
    assert left_in(found) == left


def test_registration_that_closes_after_the_event_is_no_deadline() -> None:
    data = {"name": "Treffen", "date_from": "2027-06-17T12:00:00Z", "presale_end": "2027-07-01T00:00:00Z"}

    assert only(said(data)).values == {"title": "Treffen", "date": "2027-06-17", "time": "14:00"}


def test_all_that_sessionize_says_is_an_agenda_whose_title_nobody_says() -> None:
    found = told("sessionize-all.json")

    assert only(found).values == {
        "date": "2026-05-21",
        "time": "09:00-13:00",
        "place": {"room": "Main hall"},
        "agenda": [
            {"title": "Welcome and coffee", "type": "welcome", "minutes": "30"},
            {
                "title": "Small tools for town halls", "type": "input", "minutes": "45",
                "by": [{"name": "Sam Fictional"}, {"name": "Toni Made-Up"}],
                "teaser": "What fits on one desk.\n\nAnd what does not.",
            },
            {"title": "Lunch", "type": "break", "start": "12:00", "minutes": "60"},
        ],
    }  # fmt: skip
    assert left_in(found) == [
        (21, "track", "Town halls (Small tools for town halls)"),
        (21, "recording", "https://video.example.org/town-halls (Small tools for town halls)"),
        (21, "Level", "Beginner"),
        (33, "liveUrl", "https://stream.example.org/town-halls"),
    ]


def test_sessions_of_sessionize_are_read_in_groups_and_in_the_grid() -> None:
    group, grid = told("sessionize-sessions.json"), told("sessionize-grid.json")

    assert group.language == "de"
    assert only(group).values == {
        "date": "2026-11-05",
        "time": "14:00",
        "place": {"room": "Werkstatt"},
        "agenda": [
            {
                "title": "Offene Werkstatt", "type": "workshop", "minutes": "90",
                "by": [{"name": "Lea Erfunden"}], "teaser": "Alle bauen mit.",
            },
            {"title": "Abschluss", "type": "closing"},
        ],
    }  # fmt: skip
    assert only(grid).values == {
        "date": "2026-11-05/2026-11-06",
        "agenda": [
            {
                "title": "Offene Werkstatt", "start": "14:00", "minutes": "90", "room": "Werkstatt",
                "by": [{"name": "Lea Erfunden"}], "teaser": "Alle bauen mit.",
            },
            {"title": "Rundgang", "start": "14:00", "minutes": "45", "room": "Garten"},
            {
                "title": "Was bleibt", "day": "2", "start": "10:00", "minutes": "60", "room": "Werkstatt",
                "by": [{"name": "Tim Ausgedacht"}], "teaser": "Wir sammeln.",
            },
        ],
    }  # fmt: skip


def test_what_is_for_everybody_stands_in_the_agenda_once() -> None:
    session = {"id": "1", "title": "Mittag", "startsAt": "2027-03-11T12:00:00", "isServiceSession": True}
    grid = [{"date": "2027-03-11", "rooms": [{"name": name, "sessions": [session]} for name in ("Saal", "Garten")]}]

    assert agenda_of(said(grid)) == [{"title": "Mittag", "type": "break"}]


@pytest.mark.parametrize("name", [name for name, source in FORMATS.items() if source != "frab-xml"])
def test_a_file_whose_values_are_of_other_sorts_is_read_as_far_as_it_goes(name: str) -> None:
    data = json.loads((SEEDS / name).read_bytes())

    odds: tuple[object, ...] = (None, [], {}, "x", 7, [[]])
    for odd in odds:
        found = said(_with(data, odd))
        assert [each.code for each in found.findings if not each.advice] in ([], ["LC284"], ["LC886"], ["LC270"])


def _with(data: Any, odd: object) -> Any:
    """The same in which the values of every third key are something else."""
    if isinstance(data, list):
        return [_with(each, odd) for each in data]
    if isinstance(data, dict):
        return {key: odd if number % 3 == 2 else _with(value, odd) for number, (key, value) in enumerate(data.items())}
    return data
