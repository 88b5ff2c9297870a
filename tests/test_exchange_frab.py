"""Schedules of frab and pretalx, as JSON and as XML: one conference is one event, its talks are the agenda."""

from typing import Any

import pytest
from foreign_files import ASKED, agenda_of, codes, left_in, only, said, schedule, told

from labcamp.exchange.sources import read
from labcamp.findings import Place

ATLAS = "https://programm.example.org/media/werkstatt27/submissions/CD4EFG/resources/atlas.pdf"
TAGE = "Werkstatt-Tage 2027: Gemeinsam gestalten"


def test_a_schedule_of_pretalx_becomes_one_event_with_its_agenda() -> None:
    found = told("schedule-pretalx.json")

    assert (found.title, found.zone, found.language) == (TAGE, "Europe/Berlin", "de")
    assert only(found).place == Place("schedule-pretalx.json", 8, 19)
    assert only(found).values == {
        "title": TAGE,
        "date": "2027-03-11/2027-03-12",
        "links": [{"title": TAGE, "url": "https://programm.example.org/werkstatt27/"}],
        "agenda": [
            {
                "title": "Ankommen und Begrüßung", "type": "welcome", "start": "13:00", "minutes": "30",
                "room": "Großer Saal", "teaser": "Wir lernen uns kennen.",
            },
            {
                "title": "Ein Atlas der Labore", "type": "input", "start": "13:30", "minutes": "45",
                "room": "Großer Saal", "topics": ["beteiligung"], "by": [{"name": "Ida Beispiel"}],
                "teaser": "Was uns verbindet\n\nWo sind die **Labore**, und wer arbeitet dort?\n\n"
                "Ein Rundgang durch die Karte.\n\nMit Fragen aus der Runde.",
                "licence": "CC BY 4.0",
                "links": [
                    {"title": "Karte der Labore", "url": "https://karte.example.org/"},
                    {"title": "Folien", "url": ATLAS, "type": "slides"},
                ],
            },
            {
                "title": "Prototypen aus Pappe", "type": "workshop", "start": "13:30", "minutes": "90",
                "room": "Werkraum", "by": [{"name": "Jonas Muster"}, {"name": "Mara Probe"}],
                "teaser": "Bring scissors.",
            },
            {
                "title": "Was nehmen wir mit?", "type": "discussion", "day": "2", "start": "09:00", "minutes": "60",
                "room": "Großer Saal", "topics": ["beteiligung"], "by": [{"name": "Ida Beispiel"}],
            },
        ],
    }  # fmt: skip


def test_what_has_no_place_in_an_event_file_is_left_over_with_its_line() -> None:
    assert left_in(told("schedule-pretalx.json")) == [
        (16, "logo", "https://programm.example.org/media/werkstatt27/logo.svg"),
        (65, "logo", "https://programm.example.org/media/werkstatt27/submissions/CD4EFG/bild.png"),
        (99, "track", "Daten & Recht (Prototypen aus Pappe)"),
        (99, "language", "en (Prototypen aus Pappe)"),
        (99, "recording", "https://video.example.org/prototypen (Prototypen aus Pappe)"),
    ]


def test_of_people_nothing_but_their_names_is_read() -> None:
    for name in ("schedule-pretalx.json", "pretalx-talks.json", "pretalx-submissions.json", "sessionize-all.json"):
        found = told(name)
        everything = repr((only(found).values, left_in(found)))
        for private in (
            "@example.org",
            "avatar",
            "gegründet",
            "vegetarisch",
            "Rollstuhl",
            "alles",
            "sam.png",
            "Abgelehnt",
        ):
            assert private not in everything, name


def test_an_old_schedule_of_frab_with_a_talk_after_midnight_is_one_evening() -> None:
    found = told("schedule-frab.json")
    lights = "https://fahrplan.example.org/system/attachments/7/lights.odp?1560000000"

    assert (found.zone, found.language) == ("Europe/Berlin", "en")
    assert only(found).values == {
        "title": "Lab Night 2026",
        "date": "2026-06-19",
        "time": "20:00-01:15",
        "place": {"room": "Barn"},
        "agenda": [
            {
                "title": "Lights out", "type": "input", "minutes": "60", "by": [{"name": "Alex Sample"}],
                "teaser": "A talk in the dark\n\nWe talk about [dark skies](https://dark.example.org/).\n\n"
                "Bring a & torch.",
                "links": [
                    {"title": "dark.example.org/notes", "url": "https://dark.example.org/notes"},
                    {"title": "Slides", "url": lights, "type": "slides"},
                ],
            },
            {
                "title": "Round of stories", "type": "discussion", "start": "00:30", "minutes": "45",
                "by": [{"name": "Robin Placeholder"}],
            },
        ],
    }  # fmt: skip
    assert left_in(found) == [(3, "track", "Stories (Lights out, Round of stories)")]


def test_a_talk_into_the_next_day_has_no_length_where_the_days_have_no_hours_in_common() -> None:
    late = {"title": "Nachtlicht", "date": "2027-03-11T23:30:00+01:00", "duration": "01:30", "guid": "1"}
    early = {"title": "Frühstück", "date": "2027-03-12T09:00:00+01:00", "duration": "01:00", "guid": "2"}
    found = said(schedule(late, early, start="2027-03-11", end="2027-03-12"))

    assert agenda_of(found) == [
        {"title": "Nachtlicht", "start": "23:30"},
        {"title": "Frühstück", "day": "2", "start": "09:00", "minutes": "60"},
    ]
    assert [(name, text) for _, name, text in left_in(found)] == [("duration", "90 min (Nachtlicht)")]


def test_a_talk_into_the_next_day_has_no_length_where_nobody_knows_the_end() -> None:
    late = {"title": "Nachtlicht", "date": "2027-03-11T23:30:00+01:00", "duration": "01:30"}
    found = said(schedule({"date": "2027-03-11T19:00:00+01:00"}, late))

    assert (only(found).values["time"], agenda_of(found)[1]) == ("19:00", {"title": "Nachtlicht", "start": "23:30"})


def test_xml_of_pretalx_says_the_same_as_its_json_would() -> None:
    found = told("schedule-pretalx.xml")

    assert (found.zone, found.language) == ("Europe/Vienna", "de")
    assert only(found).values == {
        "title": "Forum Verwaltung & Labor 2028",
        "date": "2028-05-04/2028-05-05",
        "zone": "Europe/Vienna",
        "links": [{"title": "Forum Verwaltung & Labor 2028", "url": "https://programm.example.org/forum28/"}],
        "agenda": [
            {
                "title": "Wer entscheidet hier?", "type": "input", "start": "10:00", "minutes": "40",
                "room": "Hörsaal 1", "by": [{"name": "Lea Erfunden"}, {"name": "Tim Ausgedacht"}],
                "teaser": "Über Zuständigkeiten, und was dazwischen liegt.\n\nDrei Beispiele:\n\n"
                "* ein Amt\n* ein Labor\n* beide",
                "licence": "CC BY-SA 4.0",
                "links": [
                    {"title": "Zuständig", "url": "https://labor.example.org/zustaendig"},
                    {
                        "title": "Folien des Vortrags",
                        "url": "https://programm.example.org/media/forum28/wer.pptx", "type": "slides",
                    },
                    {
                        "title": "Wer entscheidet hier?",
                        "url": "https://video.example.org/forum28/201", "type": "recording", "consent": "true",
                    },
                ],
            },
            {"title": "Kaffeepause", "type": "break", "minutes": "20", "room": "Hörsaal 1"},
            {"title": "Fragen aus dem Chat", "minutes": "30", "room": "Online", "by": [{"name": "Lea Erfunden"}]},
        ],
    }  # fmt: skip
    assert left_in(found) == [
        (14, "logo", "https://programm.example.org/media/forum28/logo.png"),
        (21, "track", "Zusammenarbeit (Wer entscheidet hier?)"),
        (44, "logo", "/media/forum28/images/KL7MNO/wer.jpg"),
        (67, "type", "Offene Sprechstunde (Fragen aus dem Chat)"),
        (67, "language", "en (Fragen aus dem Chat)"),
        (67, "recording", "https://video.example.org/forum28/203 (Fragen aus dem Chat)"),
    ]


def test_xml_of_an_old_frab_has_only_clocks_and_the_days_around_them() -> None:
    found = told("schedule-frab.xml")

    assert only(found).values == {
        "title": "Open Lab 2019",
        "date": "2019-11-08/2019-11-09",
        "time": "09:30-11:00",
        "place": {"room": "Attic"},
        "agenda": [
            {"title": "Opening", "minutes": "30", "teaser": "Welcome to all of you."},
            {
                "title": "Paper planes", "type": "workshop", "minutes": "60", "by": [{"name": "Kim Invented"}],
                "teaser": "and what they teach",
                "links": [{"title": "planes.example.org", "url": "https://planes.example.org/"}],
            },
            {"title": "What we learned", "type": "discussion", "day": "2", "minutes": "90"},
        ],
    }  # fmt: skip
    assert left_in(found) == [(33, "track", "Making (Paper planes)"), (47, "links", "wiki wiki/Planes")]


@pytest.mark.parametrize(
    ("event", "session"),
    [
        ({"date": "2027-03-11T13:00:00Z", "duration": "0:45"}, {"minutes": "45"}),
        ({"date": "2027-03-11T13:00:00.596934+00:00", "duration": "1:00:00"}, {"minutes": "60"}),
        ({"date": "2027-03-11 14:00:00 +0100", "duration": "90"}, {"minutes": "90"}),
        ({"start": "14:00", "duration": "00:30", "type": "Vortrag (30 min)"}, {"type": "input", "minutes": "30"}),
        ({"start": "14:00", "persons": ["Ida Beispiel", "Ida Beispiel"]}, {"by": [{"name": "Ida Beispiel"}]}),
        ({"start": "14:00", "persons": [{"name": "ida@example.org"}, {"id": 3}, None]}, {}),
        ({"start": "14:00", "recording_license": "cc-by-4.0", "language": None}, {"licence": "CC BY 4.0"}),
        ({"start": "14:00", "title": "  Ein\n langer   Titel\u0007 "}, {"title": "Ein langer Titel"}),
        ({"start": "14:00", "abstract": 7, "description": ["x"], "links": {"a": 1}}, {"teaser": "7"}),
        (
            {"start": "14:00", "abstract": "Zeile  \r\n\r\n\r\n\r\nZeile", "description": "Zeile"},
            {"teaser": "Zeile\n\nZeile\n\nZeile"},
        ),
    ],
)  # fmt: skip
def test_many_ways_to_say_the_same_are_read(event: dict[str, Any], session: dict[str, Any]) -> None:
    found = said(schedule(event))

    assert agenda_of(found) == [{"title": "Runde", **session}]
    assert str(only(found).values["time"]).startswith("14:00")
    assert left_in(found) == []


def test_moments_are_told_on_the_clock_that_the_file_names() -> None:
    event = {"date": "2027-07-01T12:00:00Z", "duration": "01:00"}

    london = only(said(schedule(event, start="2027-07-01", time_zone_name="Europe/London")))
    unknown = only(said(schedule(event, start="2027-07-01", time_zone_name="Mars/Olympus")))

    assert (london.values["time"], london.values["zone"]) == ("13:00-14:00", "Europe/London")
    assert (unknown.values["time"], unknown.values.get("zone")) == ("14:00-15:00", None)


def test_a_file_that_names_utc_beside_other_offsets_is_told_on_our_clock() -> None:
    event = {"date": "2027-03-11T09:00:00+01:00", "start": "09:00", "duration": "00:30"}

    assert only(said(schedule(event, time_zone_name="UTC"))).values["time"] == "09:00-09:30"


def test_without_a_word_on_recording_or_with_a_no_nobody_is_shown() -> None:
    event = {"start": "14:00", "links": [{"title": "Film", "url": "https://video.example.org/1", "type": "media"}]}

    unsaid, refused, agreed = (
        said(schedule(event | more)) for more in ({}, {"do_not_record": True}, {"do_not_record": False})
    )

    assert [left_in(each) for each in (unsaid, refused)] == [
        [(1, "recording", "https://video.example.org/1 (Runde)")]
    ] * 2
    assert [agenda_of(each) for each in (unsaid, refused)] == [[{"title": "Runde"}]] * 2
    assert agenda_of(agreed)[0]["links"] == [
        {"title": "Film", "url": "https://video.example.org/1", "type": "recording", "consent": "true"}
    ]


def test_an_agenda_without_gaps_needs_no_starts_and_with_talks_beside_each_other_has_all() -> None:
    one, two = {"start": "10:00", "duration": "00:30"}, {"start": "10:30", "duration": "00:30"}
    three, beside = {"start": "11:15", "duration": "00:15"}, {"start": "10:15", "duration": "00:30"}

    row, crowd = (agenda_of(said(schedule(*events))) for events in ((one, two, three), (one, beside, two)))

    assert [session.get("start") for session in row] == [None, None, "11:15"]
    assert [session.get("start") for session in crowd] == ["10:00", "10:15", "10:30"]


def test_days_and_hours_that_nobody_can_know_stay_away() -> None:
    lengthless = only(said(schedule({"start": "10:00"}, {"start": "11:00", "duration": "00:30"})))
    half = only(said(schedule({"start": "10:00", "duration": "00:30"}, start="2027-03-11", end="2027-03-12")))
    long = said(schedule({"start": "10:00"}, start="2027-01-01", end="2027-12-31"))

    assert lengthless.values["time"] == "10:00"
    assert (half.values["date"], half.values.get("time")) == ("2027-03-11/2027-03-12", None)
    assert "date" not in only(long).values
    assert left_in(long) == [(1, "start", "2027-01-01/2027-12-31")]


def test_a_talk_whose_time_cannot_be_read_says_so_and_stands_last() -> None:
    found = said(schedule({"title": "Wann", "date": "morgen", "duration": "eine Weile"}, {"start": "10:00"}))

    assert [session["title"] for session in agenda_of(found)] == ["Runde", "Wann"]
    assert left_in(found) == [(1, "start", "morgen"), (1, "duration", "eine Weile")]


def test_a_schedule_that_labcamp_wrote_says_when_people_meet_and_whose_words_may_be_heard() -> None:
    event = {"start": "14:00", "duration": "00:00", "room": "online", "url": "https://example.org/x/", "type": "input"}
    links = [{"title": "Film", "url": "https://video.example.org/1", "type": "media"}]
    data = schedule({**event, "links": links}, url="https://example.org/", description="Ein Satz.")
    day = data["schedule"]["conference"]["days"][0]
    day |= {"day_start": "2027-03-11T14:00:00+01:00", "day_end": "2027-03-11T17:00:00+01:00"}

    found = said({"generator": {"name": "labcamp"}, **data})

    assert (
        only(found).values
        == {
            "title": "Treffen",
            "date": "2027-03-11",
            "time": "14:00-17:00",
            "place": "online",
            "summary": "Ein Satz.",
            "agenda": [
                {"title": "Runde", "type": "input", "links": [{**links[0], "type": "recording", "consent": "true"}]},
            ],
        }
        or only(found).values["place"] == "online"
    )
    assert left_in(found) == []


def test_xml_in_another_encoding_is_read_as_it_says() -> None:
    text = (
        "<?xml version='1.0' encoding='{0}'?><schedule><conference><title>Grüße</title><start>2027-03-11</start>"
        "<end>2027-03-11</end></conference></schedule>"
    )
    for encoding in ("utf-8", "utf-16", "iso-8859-1", "windows-1252"):
        content = text.format(encoding).encode(encoding)
        assert only(read("schedule.xml", content, ASKED)).values == {"title": "Grüße", "date": "2027-03-11"}


@pytest.mark.shows("LC284")
def test_a_schedule_without_a_conference_says_what_is_missing() -> None:
    found = said({"schedule": {"version": "1", "conference": []}})
    xml = read("schedule.xml", b"<schedule>\n  <version>1</version>\n</schedule>", ASKED)

    assert codes(found) == [("LC284", 1, 45)]
    assert codes(xml) == [("LC284", 1, 1)]
    assert dict(found.findings[0].values) == {"form": "frab", "path": "$.schedule.conference"}
