"""Events in the formats of others: what stands in the files, what does not, and what is told of it."""

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import Labcamp
from openpyxl import load_workbook

from labcamp.commands.export import ExportFormat
from labcamp.exchange.formats import FORMATS
from labcamp.exchange.outgoing.to_table import COLUMNS
from labcamp.texts import phrases

TODAY = "2026-11-23"
SERIES = """\
id: mustertreff
title: MusterTreff
domain: example.org
public: https://example.org/treff
people: {hide: [Vera Verborgen]}
"""
ORGANISATIONS = """\
werkstatt: {name: "Werkstatt, Amt für Neues"}
hafen: {name: Hafen & Lab, url: https://hafen.example.org}
"""
TREFF = """\
number: 12
theme: Wirkung & Nebenwirkung
status: confirmed
date: 2027-03-11/2027-03-12
time: 14:00-17:00
place: {name: Haus der Ideen, street: Ring 1, postcode: "01067", city: Dresden, room: Saal, online: ja}
hosts: [werkstatt, hafen]
summary: "=Kurz und gut"
lessons: Geheimes
contact: {name: Nora Nachfrage, email: nora@example.org}
registration: {url: https://example.org/a, until: 2027-03-01, seats: 60, price: kostenfrei}
agenda:
  - {title: Ankommen, type: welcome, minutes: 15, cue: Licht an}
  - id: messen
    title: Messen <mit> Maß
    type: input
    minutes: 45
    room: Bühne
    licence: CC BY 4.0
    teaser: Drei Zahlen, *die genügen*.
    by: [{name: Ida Beispiel, role: Leitung, organisation: hafen}, {name: Vera Verborgen}, {organisation: werkstatt}]
    links:
      - {title: Folien, url: https://example.org/f, type: slides, licence: CC BY 4.0}
      - {title: Mitschnitt, url: https://example.org/m, type: recording, consent: ja, licence: CC BY 4.0}
      - {title: Fragebogen, url: https://example.org/q, type: feedback}
  - {title: Kaffee, type: break, minutes: 30}
  - title: Ausblick
    day: 2
    minutes: 30
    by: [{name: N. N.}]
links: [{title: Bericht, url: https://example.org/b, type: report}]
"""
PLANNED = """\
title: Geplant
status: draft
date: 2027-07-01
time: 10:00-11:00
agenda: [{title: A, minutes: 20}, C, B]
"""
EVENTS = {
    "treff-12": TREFF,
    "treff-11": "title: Damals\nstatus: confirmed\ndate: 2020-05-26\nagenda: [Gespräch]\n",
    "treff-10": "title: Irgendwann\nstatus: confirmed\ndate: 2027-05\n",
    "treff-13": "title: Ausgefallen\nstatus: cancelled\nreason: Sturm\ndate: 2027-06-01\ntime: 10:00\nagenda: [A]\n",
    "treff-14": PLANNED,
}


@pytest.fixture
def series(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with events of every state; it is the current one."""
    (tmp_path / "events").mkdir()
    for name, text in {"series": SERIES, "organisations": ORGANISATIONS, **EVENTS}.items():
        (tmp_path / f"events/{name}.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def exported(labcamp: Labcamp, form: str, event: str = "12", *more: str) -> bytes:
    """The one file of an event in a format."""
    result = labcamp("export", event, "--format", form, "--today", TODAY, *more)
    assert result.code == 0, result
    return Path(result.out.splitlines()[0].split()[-1]).read_bytes()


def test_each_format_has_a_row_and_can_be_asked_for() -> None:
    assert [form.value for form in ExportFormat] == list(FORMATS)


def test_the_json_schedule_says_all_that_is_public(series: Path, labcamp: Labcamp) -> None:
    schedule = json.loads(exported(labcamp, "frab-json"))["schedule"]
    conference = schedule["conference"]
    days = conference.pop("days")
    assert conference == {
        "acronym": "treff12",
        "title": "MusterTreff #12: Wirkung & Nebenwirkung",
        "description": "=Kurz und gut",
        "start": "2027-03-11",
        "end": "2027-03-12",
        "daysCount": 2,
        "timeslot_duration": "00:15",
        "time_zone_name": "Europe/Berlin",
        "url": "https://example.org/treff/treff-12/",
        "rooms": conference["rooms"],
    }
    assert [room["name"] for room in conference["rooms"]] == ["Saal", "Bühne"]
    spans = [(day["index"], day["date"], day["day_start"], day["day_end"]) for day in days]
    assert spans == [
        (1, "2027-03-11", "2027-03-11T14:00:00+01:00", "2027-03-11T17:00:00+01:00"),
        (2, "2027-03-12", "2027-03-12T14:00:00+01:00", "2027-03-12T17:00:00+01:00"),
    ]
    (talk,) = days[0]["rooms"]["Bühne"]
    persons = talk.pop("persons")
    assert [set(person) for person in persons] == [{"name", "guid"}] * 2
    assert [person["name"] for person in persons] == ["Ida Beispiel", "Werkstatt, Amt für Neues"]
    assert talk == {
        "guid": talk["guid"],
        "id": talk["id"],
        "slug": "treff12-messen",
        "url": "https://example.org/treff/treff-12/messen.html",
        "date": "2027-03-11T14:15:00+01:00",
        "start": "14:15",
        "duration": "00:45",
        "room": "Bühne",
        "title": "Messen <mit> Maß",
        "subtitle": None,
        "track": None,
        "type": "input",
        "language": "de",
        "abstract": "Drei Zahlen, die genügen.",
        "description": None,
        "recording_license": "CC BY 4.0",
        "links": [
            {"url": "https://example.org/f", "title": "Folien", "type": "slides"},
            {"url": "https://example.org/m", "title": "Mitschnitt", "type": "media"},
        ],
    }
    (last,) = days[1]["rooms"]["Saal"]
    assert (last["persons"], last["links"]) == ([], [])


def test_the_xml_schedule_says_the_same(series: Path, labcamp: Labcamp) -> None:
    content = exported(labcamp, "frab-xml")
    assert b"<!DOCTYPE" not in content
    root = ElementTree.fromstring(content)
    schedule = json.loads(exported(labcamp, "frab-json"))["schedule"]
    said = schedule["conference"]
    assert root.findtext("version") == schedule["version"]
    for key in ("title", "acronym", "start", "end", "timeslot_duration", "time_zone_name", "url"):
        assert root.findtext(f"conference/{key}") == said[key]
    talks = [talk for day in said["days"] for room in day["rooms"].values() for talk in room]
    for talk, event in zip(talks, root.iter("event"), strict=True):
        assert (event.get("guid"), event.get("id")) == (talk["guid"], str(talk["id"]))
        for key in ("room", "title", "type", "date", "start", "duration", "abstract", "language"):
            assert event.findtext(key) == (talk[key] or "")
        assert [person.text for person in event.iter("person")] == [person["name"] for person in talk["persons"]]
    talk = next(event for event in root.iter("event") if event.findtext("title") == "Messen <mit> Maß")
    recording = {child.tag: child.text for child in talk.iterfind("recording/*")}
    assert recording == {"license": "CC BY 4.0", "optout": "false", "url": "https://example.org/m"}
    assert [(link.get("href"), link.get("type"), link.text) for link in talk.iter("link")] == [
        ("https://example.org/f", "slides", "Folien"),
        ("https://example.org/m", "recording", "Mitschnitt"),
    ]


def test_json_ld_has_the_whole_event_in_one_file(series: Path, labcamp: Labcamp) -> None:
    node = json.loads(exported(labcamp, "json-ld"))
    sessions = node.pop("subEvent")
    place = {
        "@type": "Place",
        "name": "Haus der Ideen, Saal",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Ring 1",
            "postalCode": "01067",
            "addressLocality": "Dresden",
        },
    }
    assert node == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "https://example.org/treff/treff-12/#event",
        "identifier": node["identifier"],
        "name": "MusterTreff #12: Wirkung & Nebenwirkung",
        "url": "https://example.org/treff/treff-12/",
        "description": "=Kurz und gut",
        "startDate": "2027-03-11T14:00:00+01:00",
        "endDate": "2027-03-12T17:00:00+01:00",
        "eventSchedule": {
            "@type": "Schedule",
            "repeatFrequency": "P1D",
            "repeatCount": 2,
            "startTime": "14:00",
            "endTime": "17:00",
            "scheduleTimezone": "Europe/Berlin",
        },
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [place, {"@type": "VirtualLocation", "name": "Online", "url": "https://example.org/a"}],
        "inLanguage": "de",
        "isAccessibleForFree": True,
        "organizer": [
            {"@type": "Organization", "name": "Werkstatt, Amt für Neues"},
            {"@type": "Organization", "name": "Hafen & Lab", "url": "https://hafen.example.org"},
        ],
        "maximumAttendeeCapacity": 60,
        "offers": {
            "@type": "Offer",
            "url": "https://example.org/a",
            "price": "0",
            "priceCurrency": "EUR",
            "availabilityEnds": "2027-03-01",
        },
        "superEvent": {"@type": "EventSeries", "name": "MusterTreff", "url": "https://example.org/treff"},
        "subjectOf": {"@type": "Report", "name": "Bericht", "url": "https://example.org/b"},
    }
    assert [session["name"] for session in sessions] == ["Ankommen", "Messen <mit> Maß", "Ausblick"]
    assert sessions[1]["performer"] == [
        {
            "@type": "Person",
            "name": "Ida Beispiel",
            "jobTitle": "Leitung",
            "affiliation": {"@type": "Organization", "name": "Hafen & Lab", "url": "https://hafen.example.org"},
        },
        {"@type": "Organization", "name": "Werkstatt, Amt für Neues"},
    ]
    assert "performer" not in sessions[2]
    assert [work["name"] for work in sessions[1]["subjectOf"]] == ["Folien", "Mitschnitt"]


ROW: dict[str, Any] = {
    "number": 12, "title": "MusterTreff #12", "theme": "Wirkung & Nebenwirkung", "status": "bestätigt",
    "date": dt.date(2027, 3, 11), "last_day": dt.date(2027, 3, 12), "start": dt.time(14), "end": dt.time(17),
    "place": "Haus der Ideen", "room": "Saal", "street": "Ring 1", "postcode": "01067", "city": "Dresden",
    "online": "ja", "hosts": "Werkstatt, Amt für Neues; Hafen & Lab", "summary": "=Kurz und gut",
    "registration": "https://example.org/a", "until": dt.date(2027, 3, 1), "seats": 60, "price": "kostenfrei",
}  # fmt: skip


def test_a_table_has_a_row_an_event_with_days_as_days_and_no_formula(series: Path, labcamp: Labcamp) -> None:
    content = exported(labcamp, "xlsx")
    (page,) = load_workbook(io.BytesIO(content)).worksheets
    head, row = page.iter_rows()
    headings = [phrases("commands/export", "de")[f"heads_{name}"] for name in COLUMNS]
    assert [cell.value for cell in head] == headings
    assert {(cell.font.bold, page.freeze_panes) for cell in head} == {(True, "A2")}
    values = {
        name: cell.value.date() if isinstance(cell.value, dt.datetime) else cell.value
        for name, cell in zip(COLUMNS, row, strict=True)
        if cell.value is not None
    }
    assert values.pop("uid")
    assert values == ROW
    assert {cell.data_type for cell in row if cell.value == "=Kurz und gut"} == {"s"}
    (_, cells) = csv.reader(io.StringIO(exported(labcamp, "csv").decode("utf-8-sig"), newline=""), delimiter=";")
    told = {name: cell for name, cell in zip(COLUMNS, cells, strict=True) if cell}
    told.pop("uid")
    plain = {name: f"{value:%H:%M}" if isinstance(value, dt.time) else str(value) for name, value in ROW.items()}
    assert told == plain | {"summary": "'=Kurz und gut"}


def test_all_events_are_one_table_or_a_file_each(series: Path, labcamp: Labcamp) -> None:
    result = labcamp("export", "--all", "--format", "xlsx", "--today", TODAY)
    assert result.out.splitlines()[:2] == [
        "created    out/events.xlsx",
        "Not in it: treff-14. Why: labcamp explain LC285",
    ]
    (page,) = load_workbook("out/events.xlsx").worksheets
    assert [row[1] for row in page.iter_rows(min_row=2, values_only=True)] == [
        "Damals",
        "MusterTreff #12",
        "Irgendwann",
        "Ausgefallen",
    ]
    result = labcamp("export", "--all", "--drafts", "--format", "json-ld", "--today", TODAY)
    assert [line.split()[-1] for line in result.out.splitlines()[:4]] == [
        f"out/treff-{number}/event.jsonld" for number in (11, 12, 13, 14)
    ]
    status = [json.loads(Path(f"out/treff-{number}/event.jsonld").read_bytes())["eventStatus"] for number in (12, 13)]
    assert status == ["https://schema.org/EventScheduled", "https://schema.org/EventCancelled"]


@pytest.mark.shows("LC285", "LC286", "LC287", "LC288", "LC898")
def test_what_a_format_cannot_say_is_told_with_the_reason(series: Path, labcamp: Labcamp) -> None:
    result = labcamp("export", "--all", "--drafts", "--format", "frab-json", "--today", TODAY)
    assert result == (
        0,
        "created    out/treff-12/schedule.json\n"
        "created    out/treff-14/schedule.json\n"
        "Not in it: treff-10. Why: labcamp explain LC286\n"
        "Not in it: treff-13. Why: labcamp explain LC287\n"
        "Not in it: treff-11. Why: labcamp explain LC288\n"
        "For pretalx, frab, and websites of conferences: the file that they call schedule.json.\n",
        result.err,
    )
    assert "events/treff-14.yaml: LC898 not-in-schedule: without a time, and so not in the schedule: B" in result.err
    told = {}
    for event, more in (("10", ()), ("11", ()), ("13", ()), ("14", ("--drafts",)), ("14", ())):
        result = labcamp("export", f"treff-{event}", "--format", "frab-xml", "--today", TODAY, *more)
        told[event, more] = result.code, result.err.split(": ")[1].split()[0]
    assert told == {
        ("10", ()): (1, "LC286"),
        ("11", ()): (1, "LC288"),
        ("13", ()): (1, "LC287"),
        ("14", ("--drafts",)): (0, "LC898"),
        ("14", ()): (1, "LC285"),
    }


@pytest.mark.shows("LC840")
def test_where_a_format_takes_none_of_many_events_each_reason_is_told_once(series: Path, labcamp: Labcamp) -> None:
    for path in series.glob("events/treff-*"):
        path.unlink()
    for number in range(1, 31):
        known = "date: 2020-03" if number > 9 else f"date: 2020-03-0{number}"
        text = f"number: {number}\nstatus: {'cancelled' if number == 1 else 'confirmed'}\n{known}\n"
        (series / f"events/treff-{number:02}.yaml").write_text(text, "utf-8")
    result = labcamp("export", "--all", "--format", "frab-xml", "--today", TODAY)
    assert (result.code, [line for line in result.err.splitlines() if "LC" in line and "hint" not in line]) == (
        1,
        [
            "LC840 export-of-nothing: none of these can be exported, events: treff-10, treff-11, treff-12, treff-13, "
            "treff-14, … (21); the reason: the day is not known yet, and frab-xml knows no event without one",
            "events/treff-01.yaml: LC287 schedule-of-cancelled: the event is cancelled, and a schedule in frab-xml "
            "cannot say so",
            "LC840 export-of-nothing: none of these can be exported, events: treff-02, treff-03, treff-04, treff-05, "
            "treff-06, … (8); the reason: no session has a time, so frab-xml would be empty",
        ],
    )
    (series / "events/treff-12.yaml").write_text(TREFF, "utf-8")
    told = labcamp("export", "--all", "--format", "frab-xml", "--today", TODAY).out
    assert "Not in it: treff-10, treff-11, treff-13, treff-14, treff-15, … (20). Why: labcamp explain LC286\n" in told


def test_an_event_and_all_of_them_do_not_go_together(series: Path, labcamp: Labcamp) -> None:
    result = labcamp("export", "12", "--all", "--format", "csv", "--today", TODAY)
    assert (result.code, result.err.split()[0]) == (2, "LC059")
    assert not Path("out").exists()


def test_a_series_without_events_has_nothing_to_export(series: Path, labcamp: Labcamp) -> None:
    for path in series.glob("events/treff-*"):
        path.unlink()
    result = labcamp("export", "--all", "--format", "csv", "--today", TODAY)
    assert (result.code, result.err.split()[0]) == (1, "LC011")


def test_whoever_asks_and_whenever_the_bytes_are_the_same(series: Path, labcamp: Labcamp) -> None:
    for form in FORMATS:
        before = exported(labcamp, form)
        again = labcamp("export", "12", "--format", form, "--today", "2026-12-01", "--lang", "de")
        assert again.out.split()[0] == "unverändert", form
        assert before == exported(labcamp, form, "12", "--out", f"other-{form}")


@pytest.mark.parametrize("form", FORMATS)
def test_who_is_hidden_and_what_is_not_for_everybody_is_in_no_file(form: str, series: Path, labcamp: Labcamp) -> None:
    content = exported(labcamp, form)
    if form == "xlsx":
        (page,) = load_workbook(io.BytesIO(content)).worksheets
        content = repr([*page.iter_rows(values_only=True)]).encode()
    secrets = ("Vera", "Geheimes", "Nora", "nora@", "Licht an", "/q", "N. N.")
    assert [secret for secret in secrets if secret.encode() in content] == []


def test_who_gave_a_session_has_the_same_guid_in_each_event_and_none_from_an_address(
    series: Path, labcamp: Labcamp
) -> None:
    text = "title: Noch eins\nstatus: confirmed\ndate: 2027-09-01\ntime: 10:00\n"
    text += "agenda: [{title: A, minutes: 30, by: ida  beispiel}]\n"
    (series / "events/noch.yaml").write_text(text, "utf-8")
    guids = set()
    for event in ("12", "noch"):
        root = ElementTree.fromstring(exported(labcamp, "frab-xml", event))
        guids |= {each.get("guid") for each in root.iter("person") if "eispiel" in str(each.text)}
    assert len(guids) == 1


def test_a_night_belongs_to_the_day_on_which_it_begins(series: Path, labcamp: Labcamp) -> None:
    text = "title: Lange Nacht\nstatus: confirmed\ndate: 2027-03-27\ntime: 20:00-04:00\n"
    text += "agenda: [{title: Auftakt, minutes: 300}, {title: Ausklang, minutes: 180}]\n"
    (series / "events/nacht.yaml").write_text(text, "utf-8")
    (day,) = json.loads(exported(labcamp, "frab-json", "nacht"))["schedule"]["conference"]["days"]
    assert (day["date"], day["day_start"], day["day_end"]) == (
        "2027-03-27",
        "2027-03-27T20:00:00+01:00",
        "2027-03-28T04:00:00+02:00",
    )
    assert [talk["date"] for talk in day["rooms"]["online"]] == [
        "2027-03-27T20:00:00+01:00",
        "2027-03-28T01:00:00+01:00",
    ]


def test_opened_is_the_first_file(series: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("labcamp.terminal.making.open_file", opened.append)
    labcamp("export", "--all", "--format", "xlsx", "--open", "--today", TODAY)
    assert opened == [Path("out/events.xlsx")]
