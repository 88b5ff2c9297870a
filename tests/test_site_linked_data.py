"""JSON-LD: what search engines read of the pages, expanded as they do it and held to a table of schema.org."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from sample import SERIES, TODAY, sample, some, written

from labcamp.render import site
from labcamp.render.stage import stage_of
from labcamp.workspace import Workspace, load

PUBLIC = f"{SERIES}public: https://example.org/treff/\norganisers: [werkstatt]\n"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
CONTEXT = json.loads((Path(__file__).parent / "schema_org/context.json").read_text("utf-8"))
MOMENT = r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?"
WEB = r"https?://\S+"
TEXT = r"(?s).*\S.*"
LANGUAGE = "de|en|de-AT|de-CH"
# What schema.org knows of each type, as far as we say it: a text by its form, a node by the types that it may have
AN_EVENT: dict[str, str] = {
    "name": TEXT, "alternateName": TEXT, "description": TEXT, "url": WEB, "image": WEB, "inLanguage": LANGUAGE,
    "startDate": MOMENT, "endDate": MOMENT, "previousStartDate": r"\d{4}-\d\d-\d\d", "keywords": TEXT,
    "eventStatus": "https://schema.org/Event(Scheduled|Rescheduled|Cancelled)",
    "eventAttendanceMode": "https://schema.org/(Online|Offline|Mixed)EventAttendanceMode",
    "location": "Place|VirtualLocation", "organizer": "Organization", "contributor": "Organization",
    "performer": "Person|Organization", "offers": "Offer", "isAccessibleForFree": "True",
    "maximumAttendeeCapacity": r"\d+", "superEvent": "Event|EventSeries", "subEvent": "Event", "sameAs": WEB,
}  # fmt: skip
TABLE: dict[str, dict[str, str]] = {
    "Event": AN_EVENT,
    "EventSeries": AN_EVENT,
    "Place": {"name": TEXT, "address": "PostalAddress", "geo": "GeoCoordinates", "url": WEB},
    "PostalAddress": dict.fromkeys(("streetAddress", "postalCode", "addressLocality", "addressCountry"), TEXT),
    "GeoCoordinates": dict.fromkeys(("latitude", "longitude"), r"-?\d+\.\d+"),
    "VirtualLocation": {"name": TEXT, "url": WEB},
    "Organization": {"name": TEXT, "url": WEB},
    "Person": {"name": TEXT, "jobTitle": TEXT, "affiliation": "Organization"},
    "Offer": {"url": WEB, "price": r"\d+(\.\d\d)?", "priceCurrency": "[A-Z]{3}", "availabilityEnds": MOMENT},
    "Report": {
        "name": TEXT,
        "alternativeHeadline": TEXT,
        "url": WEB,
        "image": WEB,
        "version": TEXT,
        "sameAs": WEB,
        "datePublished": r"\d{4}-\d\d-\d\d",
        "inLanguage": LANGUAGE,
        "license": WEB,
        "keywords": TEXT,
        "editor": "Person|Organization",
        "publisher": "Organization",
        "citation": "CreativeWork",
        "isBasedOn": WEB,
    },
    "CreativeWork": {"name": TEXT, "url": WEB},
    "VideoObject": {"name": TEXT, "url": WEB, "license": WEB, "inLanguage": LANGUAGE, "recordedAt": "Event"},
}
Files = Mapping[str, bytes]


def made(workspace: Workspace, *, drafts: bool = False) -> dict[str, bytes]:
    """The files of the site by their addresses, without what Typst sets."""
    files = site.render(stage_of(workspace), pdf=False, drafts=drafts)
    return {file.name.removeprefix("site/"): file.content for file in files}


def block(files: Files, address: str) -> Any:
    """The JSON-LD of a page; None where it has none."""
    found = BLOCK.findall(files[address].decode())
    assert len(found) <= 1
    return json.loads(found[0]) if found else None


def nodes(files: Files, address: str, base: str = "https://example.org/") -> list[dict[str, Any]]:
    """Every node of a page as an engine sees it that knows schema.org: types and properties in full."""

    def stored(url: str, _: object) -> dict[str, Any]:
        assert url == "https://schema.org"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}

    known = block(files, address)
    return list(jsonld.flatten(known, None, {"documentLoader": stored, "base": base})) if known else []


def short(name: str) -> str:
    """A name of schema.org without where it is from."""
    assert name.startswith("https://schema.org/")
    return name.removeprefix("https://schema.org/")


def wrong(found: list[dict[str, Any]]) -> Iterator[str]:
    """What the table does not know, or not so."""
    types = {node["@id"]: {short(each) for each in node.get("@type", ())} for node in found}
    for node in (node for node in found if "@type" in node):
        (sort,) = types[node["@id"]]
        for name, values in node.items():
            if name.startswith("@"):
                continue
            form = TABLE[sort].get(short(name))
            for value in values:
                said = str(value.get("@value", value.get("@id")))
                elsewhere = types.get(said) or ({"Event"} if said.endswith("#event") else set())
                if form is None or not any(re.fullmatch(form, each) for each in (said, *elsewhere)):
                    yield f"{sort}.{short(name)}: {said}"


FULL = """\
number: 12
theme: Wirkung messen
status: confirmed
date: 2027-03-11
time: 14:00-17:00
place: {name: Haus der Labore, street: Weg 1, postcode: "20095", city: Hamburg, country: DE, online: true, lat: 53.5,
  lon: 9.9, url: "https://example.org/raum-im-netz"}
hosts: [hafen]
partners: [werkstatt]
summary: Woran merken wir, dass etwas wirkt?
registration: {url: "https://example.org/anmelden?a=1&b=2", until: 2027-03-04, seats: 60, price: kostenfrei}
agenda:
  - {title: Ankommen, type: welcome, minutes: 15}
  - {title: Pause, type: break, minutes: 15}
  - title: Messen mit Maß
    id: messen
    type: input
    minutes: 45
    room: Saal
    by: [{name: Ada Muster, role: Forschung, organisation: hafen}, {name: N. N., organisation: werkstatt},
      {name: N. N., role: Leitung}]
    teaser: Drei Zahlen, die *genügen*.
"""
HAFEN = {
    "@type": "Organization",
    "name": "Hafen & Lab",
    "@id": "https://example.org/treff/organisations/hafen.html#organisation",
}
WERKSTATT = {
    "@type": "Organization",
    "name": "Werkstatt",
    "@id": "https://example.org/treff/organisations/werkstatt.html#organisation",
}
STATE = {
    "eventStatus": "https://schema.org/EventScheduled",
    "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
    "inLanguage": "de",
    "isAccessibleForFree": True,
}
ADDRESS = {
    "@type": "PostalAddress",
    "streetAddress": "Weg 1",
    "postalCode": "20095",
    "addressLocality": "Hamburg",
    "addressCountry": "DE",
}


def location(name: str) -> list[dict[str, Any]]:
    geo = {"@type": "GeoCoordinates", "latitude": 53.5, "longitude": 9.9}
    return [
        {"@type": "Place", "name": name, "address": ADDRESS, "geo": geo},
        {"@type": "VirtualLocation", "name": "online", "url": "https://example.org/anmelden?a=1&b=2"},
    ]


def test_an_event_says_all_that_is_known_of_it(tmp_path: Path) -> None:
    files = made(written(tmp_path, {"a": FULL}, PUBLIC))
    performers = [{"@type": "Person", "name": "Ada Muster", "jobTitle": "Forschung", "affiliation": HAFEN}, WERKSTATT]
    assert block(files, "a/index.html") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "https://example.org/treff/a/#event",
        "name": "MusterTreff #12: Wirkung messen",
        "url": "https://example.org/treff/a/",
        "description": "Woran merken wir, dass etwas wirkt?",
        "startDate": "2027-03-11T14:00:00+01:00",
        "endDate": "2027-03-11T17:00:00+01:00",
        **STATE,
        "location": location("Haus der Labore"),
        "organizer": HAFEN,
        "contributor": WERKSTATT,
        "performer": performers,
        "maximumAttendeeCapacity": 60,
        "offers": {
            "@type": "Offer",
            "url": "https://example.org/anmelden?a=1&b=2",
            "price": "0",
            "priceCurrency": "EUR",
            "availabilityEnds": "2027-03-04",
        },
        "superEvent": {"@type": "EventSeries", "@id": "https://example.org/treff/#series", "name": "MusterTreff"},
        "subEvent": [
            {"@id": "https://example.org/treff/a/ankommen.html#event"},
            {"@id": "https://example.org/treff/a/messen.html#event"},
        ],
    }
    assert block(files, "a/messen.html") == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": "https://example.org/treff/a/messen.html#event",
        "name": "Messen mit Maß",
        "url": "https://example.org/treff/a/messen.html",
        "description": "Drei Zahlen, die genügen.",
        "startDate": "2027-03-11T14:30:00+01:00",
        "endDate": "2027-03-11T15:15:00+01:00",
        **STATE,
        "location": location("Haus der Labore, Saal"),
        "organizer": HAFEN,
        "performer": performers,
        "superEvent": {"@id": "https://example.org/treff/a/#event"},
    }
    assert block(files, "index.html") == {
        "@context": "https://schema.org",
        "@type": "EventSeries",
        "@id": "https://example.org/treff/#series",
        "name": "MusterTreff",
        "url": "https://example.org/treff/",
        "inLanguage": "de",
        "organizer": WERKSTATT,
        "subEvent": {"@id": "https://example.org/treff/a/#event"},
    }


def test_without_a_public_address_nothing_has_an_id_and_other_pages_are_named_in_words(tmp_path: Path) -> None:
    files = made(written(tmp_path, {"a": FULL}))
    known = block(files, "a/index.html")
    assert known["subEvent"] == [{"@type": "Event", "name": name} for name in ("Ankommen", "Messen mit Maß")]
    assert known["superEvent"] == {"@type": "EventSeries", "name": "MusterTreff"}
    assert [name for name in ("@id", "url", "image") if name in known] == []
    assert '"@id"' not in json.dumps([block(files, name) for name in files if name.endswith(".html")])


def everything() -> list[Workspace]:
    """The artificial series and the real one, which has no address yet, and here one."""
    real = load(Path(__file__).parent.parent, TODAY)
    series = real.series.model_copy(update={"public": "https://example.org/labcamp"})
    return [sample(), sample(dt.date(2031, 1, 1)), real, replace(real, series=series)]


def test_every_page_says_only_what_schema_org_knows() -> None:
    for workspace in everything():
        files = made(workspace)
        found = {name: nodes(files, name) for name in files if name.endswith(".html")}
        assert {name: problems for name, each in found.items() if (problems := list(wrong(each)))} == {}
        assert len(some(each for each in found.values() if each)) >= len(workspace.events)


def test_every_event_to_go_to_has_what_google_asks_for(tmp_path: Path) -> None:
    """Name, begin, place with an address: developers.google.com/search/docs/appearance/structured-data/event."""
    files = made(written(tmp_path, {"a": FULL}, PUBLIC))
    for address in ("a/index.html", "a/messen.html"):
        known = block(files, address)
        assert known["name"]
        assert re.fullmatch(MOMENT, known["startDate"])
        assert known["location"][0]["address"]["addressLocality"] == "Hamburg"


def said(tmp_path: Path, text: str, *names: str, series: str = PUBLIC) -> list[Any]:
    """What an event says by some names, None where it does not."""
    known = block(made(written(tmp_path, {"a": text}, series)), "a/index.html")
    return [known.get(name) for name in names]


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        ("date: 2027-03-11", "2027-03-11", "2027-03-11"),
        ("date: 2027-03-11/2027-03-12", "2027-03-11", "2027-03-12"),
        ("date: 2027-03-11\ntime: 14:00", "2027-03-11T14:00:00+01:00", None),
        ("date: 2027-03-11/2027-03-12\ntime: 14:00", "2027-03-11T14:00:00+01:00", "2027-03-12"),
        ("date: 2027-03-27/2027-03-28\ntime: 14:00-17:00", "2027-03-27T14:00:00+01:00", "2027-03-28T17:00:00+02:00"),
        ("date: 2027-07-01\ntime: 20:00-02:00", "2027-07-01T20:00:00+02:00", "2027-07-02T02:00:00+02:00"),
        ("date: 2027-07-01\ntime: 9:00\nzone: Europe/London", "2027-07-01T09:00:00+01:00", None),
    ],
)
def test_a_time_has_its_offset_and_a_day_without_hours_stays_a_day(
    lines: str, start: str, end: str | None, tmp_path: Path
) -> None:
    text = f"title: T\nstatus: confirmed\nplace: online\n{lines}\n"
    assert said(tmp_path, text, "startDate", "endDate") == [start, end]


def test_an_event_of_which_no_day_is_known_is_no_event_for_machines(tmp_path: Path) -> None:
    month = "title: T\nstatus: confirmed\ndate: 2027-03\nagenda: [{title: S}]\n"
    files = made(written(tmp_path, {"a": month}, PUBLIC))
    assert [block(files, name) for name in ("a/index.html", "a/s.html")] == [None, None]
    assert "subEvent" not in block(files, "index.html")


@pytest.mark.parametrize(
    ("lines", "status", "before"),
    [
        ("status: confirmed", "Scheduled", None),
        ("status: confirmed\nmoved_from: 2027-02-11", "Rescheduled", "2027-02-11"),
        ("status: cancelled\nreason: Es kommt niemand.", "Cancelled", None),
        ("status: cancelled\nreason: Es kommt niemand.\nmoved_from: 2027-02-11", "Cancelled", "2027-02-11"),
    ],
)
def test_an_event_says_whether_it_takes_place_as_planned(
    lines: str, status: str, before: str | None, tmp_path: Path
) -> None:
    found = said(tmp_path, f"title: T\n{lines}\ndate: 2027-03-11\n", "eventStatus", "previousStartDate")
    assert found == [f"https://schema.org/Event{status}", before]


@pytest.mark.parametrize(
    ("price", "free", "offer"),
    [
        ("kostenfrei", True, ("0", "EUR")),
        ("Die Teilnahme ist kostenlos.", True, ("0", "EUR")),
        ("free of charge", True, ("0", "EUR")),
        ("20 €", None, ("20", "EUR")),
        ("CHF 12.50", None, ("12.50", "CHF")),
        ("9,90 Euro", None, ("9.90", "EUR")),
        ("nicht kostenlos", None, None),
        ("kostenfrei für Studierende, sonst 20 €", None, None),
        ("20", None, None),
        ("nach Ermessen", None, None),
    ],
)
def test_a_price_is_an_offer_only_where_it_is_plain(
    price: str, free: bool | None, offer: tuple[str, str] | None, tmp_path: Path
) -> None:
    register = f'registration: {{url: "https://example.org/x", price: "{price}"}}\n'
    text = f"title: T\nstatus: confirmed\ndate: 2027-03-11\n{register}"
    known, made_free = said(tmp_path, text, "offers", "isAccessibleForFree")
    assert (known and (known["price"], known["priceCurrency"]), made_free) == (offer, free)


def test_nobody_is_offered_what_is_over_cancelled_or_has_no_address(tmp_path: Path) -> None:
    register = 'registration: {url: "https://example.org/x", price: kostenfrei}\n'
    assert said(tmp_path, f"title: T\nstatus: confirmed\ndate: 2020-03-11\n{register}", "offers") == [None]
    assert said(tmp_path, f"title: T\nstatus: cancelled\nreason: R\ndate: 2027-03-11\n{register}", "offers") == [None]
    without = "title: T\nstatus: confirmed\ndate: 2027-03-11\nregistration: {price: kostenfrei}\n"
    assert said(tmp_path, without, "offers", "isAccessibleForFree") == [None, True]


RECORDING = """\
title: T
status: confirmed
date: 2020-03-11
links:
  - {title: Mitschnitt, url: "https://example.org/film", type: recording, consent: yes, licence: CC BY-SA 4.0}
  - {title: Folien, url: "https://example.org/folien", type: slides}
agenda:
  - title: S
    links:
      - {title: Nein, url: "https://example.org/nein", type: recording, consent: no}  # labcamp: ok consent-missing, so
      - {title: Vortrag, file: vortrag.mp4, type: recording, consent: yes, licence: alles vorbehalten}
"""


def test_only_recordings_to_which_all_have_agreed_are_films_for_machines(tmp_path: Path) -> None:
    (tmp_path / "events/files/a").mkdir(parents=True)
    (tmp_path / "events/files/a/vortrag.mp4").write_bytes(b"film")
    files = made(written(tmp_path, {"a": RECORDING}, PUBLIC))
    films = {
        address: [node for node in block(files, address)["@graph"] if node["@type"] == "VideoObject"]
        for address in ("a/index.html", "a/s.html")
    }
    assert films == {
        "a/index.html": [
            {
                "@type": "VideoObject",
                "name": "Mitschnitt",
                "url": "https://example.org/film",
                "license": "https://creativecommons.org/licenses/by-sa/4.0/",
                "inLanguage": "de",
                "recordedAt": {"@id": "https://example.org/treff/a/#event"},
            }
        ],
        "a/s.html": [
            {
                "@type": "VideoObject",
                "name": "Vortrag",
                "url": "https://example.org/treff/a/files/vortrag.mp4",
                "inLanguage": "de",
                "recordedAt": {"@id": "https://example.org/treff/a/s.html#event"},
            }
        ],
    }


def test_no_text_leaves_the_block_and_each_arrives_as_it_is(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script> <!-- ]]> & \\\" ' \\\\u003c"
    text = f'title: "{hostile}"\nstatus: confirmed\ndate: 2027-03-11\n'
    page = made(written(tmp_path, {"a": text}, PUBLIC))["a/index.html"].decode()
    (inside,) = BLOCK.findall(page)
    assert re.findall("[<>&\u2028\u2029]", inside) == []
    assert json.loads(inside)["name"] == json.loads(f'"{hostile}"')


def test_no_draft_no_hidden_person_and_no_way_into_a_meeting_is_in_it(tmp_path: Path) -> None:
    series = f"{PUBLIC}people: {{hide: [Ada Muster]}}\n"
    draft = "title: Entwurf\ndate: 2027-05-11\n"
    files = made(written(tmp_path, {"a": FULL, "b": draft}, series), drafts=True)
    assert block(files, "b/index.html") is None
    said_by_all = json.dumps([block(files, name) for name in files if name.endswith(".html")])
    assert [each for each in ("Ada Muster", "Entwurf", "raum-im-netz", "/b/") if each in said_by_all] == []
