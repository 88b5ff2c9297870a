"""Saved web pages and bare JSON-LD: what they say of events for programs, and nothing guessed from their text."""

import datetime as dt
import json
from pathlib import Path

import pytest

from labcamp.exchange.found import Asked, Left, Told, Value
from labcamp.exchange.sources import read, source_for
from labcamp.findings import Place, finding

FILES = Path(__file__).parent / "exchange"
ASKED = Asked("Europe/Berlin", dt.date(2026, 11, 29), topics={"beteiligung": "beteiligung"})
EVENT = {"@context": "https://schema.org", "@type": "Event", "name": "Treff", "startDate": "2027-03-11"}


def told(name: str) -> Told:
    """What a file of the examples says."""
    return read(name, (FILES / name).read_bytes(), ASKED)


def of(**changes: object) -> dict[str, Value]:
    """The values of an event, described with some keys more."""
    said = read("a.json", json.dumps({**EVENT, **changes}).encode(), ASKED)
    return {key: value for found in said.events for key, value in found.values.items() if key != "title"}


def test_the_page_of_an_event() -> None:
    said = told("events-page.html")
    assert [dict(found.values) for found in said.events] == [
        {
            "title": "Labortreff #9: Was bleibt",
            "date": "2027-03-11",
            "time": "14:00-17:00",
            "place": {
                "name": "Haus der Labore", "street": "Musterstr. 1", "postcode": "10115", "city": "Berlin",
                "country": "DE", "lat": "52.53", "lon": "13.38", "online": "ja",
            },
            "hosts": ["Stadtlabor Muster"],
            "summary": "Was nach dem Projekt bleibt & was nicht.",
            "topics": ["beteiligung"],
            "registration": {
                "url": "https://example.org/anmelden", "until": "2027-03-04", "seats": "60", "price": "0 EUR"
            },
            "links": [{"title": "example.org", "url": "https://example.org/treff/9", "type": "page"}],
        }
    ]  # fmt: skip
    place = Place("events-page.html", 6, 36)
    assert said.events[0].left == (Left(place, "keywords", "Wirkung"), Left(place, "performer", "Dr. Ida Beispiel"))
    assert (said.title, said.findings) == ("Labortreff", ())
    assert "@" not in str(said)


@pytest.mark.shows("LC276")
def test_a_broken_description_is_found_at_its_line_and_column() -> None:
    content = (FILES / "events-page.html").read_bytes()
    block = b'<script type="application/ld+json">\n{"@type":"Event",\n "name":"Kaputt",,}\n</script></body>'
    said = read("p.html", content.replace(b"</body>", block), ASKED)
    assert [found.values["title"] for found in said.events] == ["Labortreff #9: Was bleibt"]
    assert said.findings == (finding("LC276", Place("p.html", 28, 18), sort="JSON"),)
    said = read("a.json", b'{"@type": "Event", "name": "Treff" "startDate": 1}', ASKED)
    assert said.findings == (finding("LC276", Place("a.json", 1, 36), sort="JSON"), finding("LC277", Place("a.json")))


def test_the_parts_of_a_conference_are_its_agenda() -> None:
    said = told("conference.jsonld")
    assert [dict(found.values) for found in said.events] == [
        {
            "title": "Sample Conference 2027",
            "date": "2027-05-11/2027-05-12",
            "moved_from": "2027-04-11",
            "language": "en",
            "place": {"name": "Sample Hall", "street": "Main Street 1", "postcode": "12345", "city": "Sampletown"},
            "hosts": ["Sample Lab"],
            "summary": "Two days about labs. Come and see.",
            "agenda": [
                {"title": "Opening", "day": "2027-05-11", "start": "09:00", "minutes": "30"},
                {
                    "title": "Labs & law", "day": "2027-05-12", "start": "10:00", "minutes": "45", "room": "Room B",
                    "by": [{"name": "Ida Beispiel", "organisation": "Sample Lab"}],
                    "links": [{"title": "Recording", "url": "https://example.org/v/1", "type": "recording"}],
                },
            ],
        }
    ]  # fmt: skip
    hours = Left(Place("conference.jsonld", 1, 1), "startDate", "2027-05-11 09:00 – 2027-05-12 17:00")
    assert (said.events[0].left, said.title, said.findings) == ((hours,), "Sample Conference", ())


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"startDate": "2027-03-11T13:00:00Z"}, {"date": "2027-03-11", "time": "14:00"}),
        ({"startDate": "2027-03-11T14:00"}, {"date": "2027-03-11", "time": "14:00"}),
        (
            {"startDate": "2027-03-11T20:00", "endDate": "2027-03-12T01:00"},
            {"date": "2027-03-11", "time": "20:00-01:00"},
        ),
        ({"endDate": "2027-03-12"}, {"date": "2027-03-11/2027-03-12"}),
        ({"startDate": "2027-03"}, {"date": "2027-03"}),
        ({"eventStatus": "https://schema.org/EventCancelled"}, {"date": "2027-03-11", "status": "cancelled"}),
        ({"location": {"@type": "VirtualLocation"}}, {"date": "2027-03-11", "place": "online"}),
        (
            {"location": {"@type": "VirtualLocation", "url": "https://example.org/saal"}},
            {"date": "2027-03-11", "place": "online", "registration": {"url": "https://example.org/saal"}},
        ),
        ({"alternateName": "<b>Maß</b> &amp; <Zahl>"}, {"date": "2027-03-11", "subtitle": "Maß & <Zahl>"}),
        ({"location": "Rathaus"}, {"date": "2027-03-11", "place": {"name": "Rathaus"}}),
        ({"organizer": {"@type": "Person", "name": "Ida"}}, {"date": "2027-03-11"}),
        ({"inLanguage": "de"}, {"date": "2027-03-11", "language": "de"}),
        ({"url": "javascript:alert(1)"}, {"date": "2027-03-11"}),
        ({"description": ["<p>Kurz</p>"]}, {"date": "2027-03-11", "summary": "Kurz"}),
        (
            {"offers": [{"price": 10, "priceCurrency": "EUR"}, {"price": 20, "priceCurrency": "EUR"}]},
            {"date": "2027-03-11"},
        ),
        ({"@type": ["Thing", "http://schema.org/EducationEvent"]}, {"date": "2027-03-11"}),
        ({"@type": "EventReservation"}, {}),
        ({"name": None, "startDate": None}, {}),
        ({"name": {"@id": "x"}}, {"date": "2027-03-11"}),
    ],
)
def test_what_schema_org_says_becomes_what_we_say(changes: dict[str, object], expected: dict[str, Value]) -> None:
    assert of(**changes) == expected


@pytest.mark.shows("LC895")
def test_a_day_that_nobody_can_read_leaves_the_event_without_one() -> None:
    said = read("a.json", json.dumps({**EVENT, "startDate": "03/04/2027"}).encode(), ASKED)
    assert [dict(found.values) for found in said.events] == [{"title": "Treff"}]
    assert said.findings == (finding("LC895", Place("a.json", 1, 1), value="Treff – startDate: 03/04/2027", day=""),)


def test_the_same_event_described_twice_is_one() -> None:
    block = f'<script type="application/ld+json">{json.dumps(EVENT)}</script>'
    said = read("a.html", f"<html>{block}\n{block}</html>".encode(), ASKED)
    assert [dict(found.values) for found in said.events] == [{"title": "Treff", "date": "2027-03-11"}]


@pytest.mark.parametrize("wrapped", ["<!--\n{}\n-->", "//<![CDATA[\n{}\n//]]>", "  {}  "])
def test_what_old_pages_put_around_a_script_does_not_matter(wrapped: str) -> None:
    text = wrapped.replace("{}", json.dumps(EVENT))
    said = read("a.html", f"<html><script type='application/ld+json'>{text}</script>".encode(), ASKED)
    assert [found.values["title"] for found in said.events] == ["Treff"]


@pytest.mark.shows("LC277")
def test_a_page_that_describes_no_event_says_what_to_do() -> None:
    content = b"<!doctype html><html><body><h1>Unsere Treffen</h1><p>11.03.2027</p></body></html>"
    assert read("a.html", content, ASKED) == Told(findings=(finding("LC277", Place("a.html")),))


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        (b'{"@type":"Event","x":' + b"[" * 100_000, ["LC275", "LC277"]),
        (b'{"@type":"Event","x":' + b"[" * 200 + b"]" * 200 + b"}", ["LC275", "LC277"]),
        (b'{"@type":"Event","name":"A","startDate":' + b"9" * 10_000 + b"}", []),
        (b"<html>" + b"<script <script type=application/ld+json" * 100_000, ["LC277"]),
        (b"<html>" + b"<script type=application/ld+json>" * 1_000, ["LC276", "LC277"]),
        (b"<html>\0\0\xff<script type=application/ld+json>{}</script>", ["LC277"]),
        (b"<html>" + b"x" * 50_000_000, ["LC275"]),
        (b'{"@context":"https://schema.org","@type":"Event"', ["LC276", "LC277"]),
    ],
)
def test_hostile_pages_end_in_findings_and_soon(content: bytes, codes: list[str]) -> None:
    assert [each.code for each in read("a.html", content, ASKED).findings if each.code != "LC895"] == codes


def test_pages_are_known_by_their_content() -> None:
    names = {path.name: source.name for path in FILES.iterdir() if (source := source_for("x", path.read_bytes()))}
    assert {name for name, kind in names.items() if kind == "json-ld"} == {"events-page.html", "conference.jsonld"}
