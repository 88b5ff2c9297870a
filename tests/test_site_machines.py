"""What machines read of the site beside its pages: series.json, the sitemap, headers, and what stands in the head."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from conftest import Labcamp
from sample import SERIES, TODAY, sample, written
from test_site_feeds import both, news
from test_site_linked_data import FULL, block, made, nodes, wrong
from test_typesetting import HOSTILE, OTHER_TEXTS

from labcamp.render import calendar, site
from labcamp.render.site import publishing
from labcamp.render.stage import stage_of
from labcamp.workspace import load

PUBLIC = f"{SERIES}public: https://example.org/treff/\n"
ODD = "title: T\nstatus: confirmed\ndate: 2027-05-11\n"
DRAFT = "title: Entwurf\ndate: 2027-05-11\n"
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">')


def all_of_it(files: Mapping[str, bytes]) -> Any:
    """`series.json`, which its own schema allows."""
    known, schema = json.loads(files["series.json"]), json.loads(files["series.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.validate(known, schema, jsonschema.Draft202012Validator, format_checker=checker)
    assert list(unknown(known, schema)) == []
    return known


def unknown(value: Any, schema: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """The keys that the schema does not name."""
    if isinstance(value, list):
        for each in value:
            yield from unknown(each, schema["items"], where)
    elif isinstance(value, dict):
        for key, each in value.items():
            inner = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if inner is None:
                yield f"{where}.{key}"
            else:
                yield from unknown(each, inner, f"{where}.{key}")


def test_series_json_says_all_that_is_public_of_an_event(tmp_path: Path) -> None:
    text = f"{FULL}attendance: {{people: 30}}\nlessons: Weniger Folien.\ncontact: {{email: team@example.org}}\n"
    (event,) = all_of_it(made(written(tmp_path, {"a": text}, PUBLIC)))["events"]
    assert event == {
        "id": "a",
        "number": 12,
        "title": "MusterTreff #12",
        "theme": "Wirkung messen",
        "status": "confirmed",
        "zone": "Europe/Berlin",
        "language": "de",
        "summary": "Woran merken wir, dass etwas wirkt?",
        "page": "a/index.html",
        "calendar": "a/a.ics",
        "month": "2027-03",
        "days": [{"date": "2027-03-11", "start": "2027-03-11T14:00:00+01:00", "end": "2027-03-11T17:00:00+01:00"}],
        "place": {
            "name": "Haus der Labore",
            "street": "Weg 1",
            "postcode": "20095",
            "city": "Hamburg",
            "country": "DE",
            "online": True,
            "lat": 53.5,
            "lon": 9.9,
        },
        "hosts": ["hafen"],
        "partners": ["werkstatt"],
        "registration": {
            "url": "https://example.org/anmelden?a=1&b=2",
            "seats": 60,
            "price": "kostenfrei",
            "until": "2027-03-04",
        },
        "agenda": [
            {
                "id": "ankommen",
                "page": "a/ankommen.html",
                "title": "Ankommen",
                "type": "welcome",
                "minutes": 15,
                "day": 1,
                "start": "2027-03-11T14:00:00+01:00",
                "end": "2027-03-11T14:15:00+01:00",
            },
            {
                "id": "pause",
                "title": "Pause",
                "type": "break",
                "minutes": 15,
                "day": 1,
                "start": "2027-03-11T14:15:00+01:00",
                "end": "2027-03-11T14:30:00+01:00",
            },
            {
                "id": "messen",
                "page": "a/messen.html",
                "title": "Messen mit Maß",
                "type": "input",
                "minutes": 45,
                "room": "Saal",
                "teaser": "Drei Zahlen, die *genügen*.",
                "day": 1,
                "start": "2027-03-11T14:30:00+01:00",
                "end": "2027-03-11T15:15:00+01:00",
                "by": [
                    {"name": "Ada Muster", "role": "Forschung", "organisation": "hafen"},
                    {"organisation": "werkstatt"},
                    {"role": "Leitung"},
                ],
            },
        ],
        "attendance": {"people": 30},
    }


def test_series_json_of_every_series_is_as_its_schema_says() -> None:
    for workspace in (*both().values(), sample(dt.date(2031, 1, 1))):
        known = all_of_it(made(workspace))
        assert known["version"] == 1
        public = [event for event in workspace.events if not event.draft]
        assert [each["id"] for each in known["events"]] == [event.id for event in public]
        ids = {id_ for event in known["events"] for id_ in (*event.get("hosts", ()), *event.get("partners", ()))}
        assert ids <= known["organisations"].keys()


def test_topics_are_keywords_and_have_their_synonyms_in_series_json(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    topics = "beteiligung: {name: Beteiligung, description: Wer mitredet., synonyms: [Partizipation]}\nruhe: Ruhe\n"
    (tmp_path / "events/topics.yaml").write_text(topics, "utf-8")
    text = f"{FULL}topics: [beteiligung]\n"
    files = made(written(tmp_path, {"a": text}, PUBLIC))
    known = all_of_it(files)
    assert block(files, "a/index.html")["keywords"] == "Beteiligung"
    assert json.loads(files["feed.json"])["items"][0]["tags"] == ["Beteiligung"]
    assert known["events"][0]["topics"] == ["beteiligung"]
    assert known["topics"] == {
        "beteiligung": {
            "page": "topics/beteiligung.html",
            "name": "Beteiligung",
            "description": "Wer mitredet.",
            "synonyms": ["Partizipation"],
        }
    }


def test_nothing_that_is_not_public_is_in_what_machines_read(tmp_path: Path) -> None:
    series = f"{PUBLIC}people: {{hide: [Ada Muster]}}\n"
    private = "lessons: Weniger Folien.\ndone: [rooms]\ncontact: {name: Max Beispiel, email: max@example.org}\n"
    text = FULL.replace("    room: Saal", "    room: Saal\n    cue: Licht aus") + private
    files = made(written(tmp_path, {"a": text, "b": DRAFT}, series), drafts=True)
    read = {name: files[name].decode() for name in files if name.rpartition(".")[2] in {"json", "xml", "txt"}}
    secrets = ("Ada Muster", "Entwurf", "raum-im-netz", "Licht aus", "Weniger Folien", "Max Beispiel", "max@", "rooms")
    found = [(name, secret) for name, text in read.items() for secret in secrets if secret in text]
    assert (found, len(read)) == ([], 5)


def urls(files: Mapping[str, bytes]) -> dict[str, str]:
    """The addresses of the sitemap and when each was changed, in the form that sitemaps.org says."""
    root = ElementTree.fromstring(files["sitemap.xml"])
    assert root.tag == f"{SITEMAPS}urlset"
    assert {child.tag for child in root} == {f"{SITEMAPS}url"}
    found = {}
    for url in root:
        parts = {part.tag.removeprefix(SITEMAPS): part.text or "" for part in url}
        assert list(parts) in (["loc"], ["loc", "lastmod"])
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", parts.get("lastmod", ""))
        found[parts["loc"]] = parts.get("lastmod", "")
    return found


def test_the_sitemap_names_every_page_that_may_be_found_and_no_other(tmp_path: Path, labcamp: Labcamp) -> None:
    held = "title: Treffen 1\nstatus: confirmed\ndate: 2026-03-11\n"
    written(tmp_path, {"a": FULL, "b": DRAFT, "c": held}, f"{PUBLIC}people: {{pages: true}}\n")
    assert labcamp("announce", "a", "--root", tmp_path, "--today", "2026-11-02").code == 0
    files = made(load(tmp_path, TODAY))
    found = urls(files)
    at = "https://example.org/treff/"
    changed = {f"{at}a/": "2026-11-02", f"{at}a/messen.html": "2026-11-02", f"{at}c/": "2026-03-11", at: "2026-11-02"}
    assert {address: found[address] for address in changed} == changed
    assert [each for each in found if "people/" in each or "404" in each] == []
    assert "people/ada-muster.html" in files
    pages = {at + name.removesuffix("index.html") for name in files if name.endswith(".html")}
    assert found.keys() == {page for page in pages if not re.search(r"/people/|404", page)}
    assert "sitemap.xml" not in made(load(tmp_path, TODAY), drafts=True)


def test_a_page_that_leads_on_or_is_hidden_from_search_engines_is_in_no_sitemap(tmp_path: Path) -> None:
    from labcamp.model.artefact import Artefact  # noqa: PLC0415
    from labcamp.render.site.contents import site_of  # noqa: PLC0415

    pages = {
        "a.html": b"<p>noindex</p>",
        "b.html": b'<meta name="robots" content="noindex">',
        "c.html": b'<meta http-equiv="refresh" content="0; url=a.html">',
        "d.css": b"",
    }
    public = site_of(stage_of(written(tmp_path, {"a": FULL}, PUBLIC)))
    (made_,) = publishing.sitemap(public, [Artefact(f"site/{name}", content) for name, content in pages.items()])
    assert urls({"sitemap.xml": made_.content}) == {"https://example.org/treff/a.html": ""}


def test_only_a_site_with_an_address_has_a_sitemap_and_names_it(tmp_path: Path) -> None:
    assert "sitemap.xml" not in (without := made(written(tmp_path, {"a": FULL})))
    assert without["robots.txt"] == b"User-agent: *\nAllow: /\n"
    files = made(written(tmp_path, {"a": FULL}, PUBLIC))
    assert files["robots.txt"].splitlines()[-1] == b"Sitemap: https://example.org/treff/sitemap.xml"


def test_a_web_space_is_told_what_each_file_is_and_what_a_page_may_do(tmp_path: Path) -> None:
    files = made(written(tmp_path, {"a": FULL}, PUBLIC))
    assert files[".nojekyll"] == b""
    policy = re.search(rb'http-equiv="Content-Security-Policy" content="([^"]*)"', files["index.html"])
    assert policy
    assert files["_headers"].decode().split("\n") == [
        "/*",
        f"  Content-Security-Policy: {policy[1].decode()}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
        "/*.ics",
        "  Content-Type: text/calendar; charset=utf-8",
        "/feed.xml",
        "  Content-Type: application/atom+xml; charset=utf-8",
        "/feed.json",
        "  Content-Type: application/feed+json; charset=utf-8",
        "/series.schema.json",
        "  Content-Type: application/schema+json; charset=utf-8",
        "",
    ]


def test_the_calendars_beside_the_pages_are_those_that_build_makes(tmp_path: Path) -> None:
    workspace = written(tmp_path, {"a": FULL, "b": DRAFT}, PUBLIC)
    files, stage = made(workspace), stage_of(workspace)
    public = [event for event in workspace.events if not event.draft]
    usual = [*calendar.feed(stage, workspace.events), *calendar.render(stage, public)]
    assert {name: files[name] for name in files if name.endswith(".ics")} == {f.name: f.content for f in usual}


def test_only_files_that_an_event_names_and_may_show_are_published(tmp_path: Path) -> None:
    folder = tmp_path / "events/files/a"
    folder.mkdir(parents=True)
    for name in ("folien.pdf", "vortrag.pdf", "nein.pdf", "notiz.txt"):
        (folder / name).write_bytes(name.encode())
    text = f"""{FULL}    links: [{{title: Vortrag, file: vortrag.pdf, type: slides}}]
links:
  - {{title: Folien, url: folien.pdf, type: slides}}
  - {{title: Nein, file: nein.pdf, type: slides, consent: no}}
"""
    files = made(written(tmp_path, {"a": text}, PUBLIC))
    found = {name: content for name, content in files.items() if "/files/" in name}
    assert found == {"a/files/folien.pdf": b"folien.pdf", "a/files/vortrag.pdf": b"vortrag.pdf"}


def head(content: bytes) -> dict[str, str]:
    """What previews of links are told."""
    return dict(META.findall(content.decode()))


def test_previews_of_links_are_told_what_a_page_is_about(tmp_path: Path) -> None:
    workspace = written(tmp_path, {"a": FULL}, f"{PUBLIC}subtitle: Labore\n")
    stage = stage_of(workspace)
    files = {file.name.removeprefix("site/"): file.content for file in site.render(stage)}
    picture = {"og:image:type": "image/png", "og:image:width": "1200", "og:image:height": "630"}
    common = {"og:type": "website", "og:site_name": "MusterTreff", "og:locale": "de_DE", **picture}
    common["twitter:card"] = "summary_large_image"
    of_event = {
        **common,
        "og:title": re.findall("<title>(.*)</title>", files["a/index.html"].decode())[0],
        "og:description": "Woran merken wir, dass etwas wirkt?",
        "og:url": "https://example.org/treff/a/",
        "og:image": "https://example.org/treff/a/card.png",
        "og:image:alt": "MusterTreff #12: Wirkung messen, Donnerstag, 11. März 2027, 14 bis 17 Uhr",
    }
    assert head(files["a/index.html"]) == of_event
    assert head(files["a/messen.html"])["og:image"] == of_event["og:image"]
    home = head(files["index.html"])
    assert (home["og:image"], home["og:image:alt"]) == ("https://example.org/treff/card.png", "MusterTreff, Labore")


@pytest.mark.parametrize(("series", "pdf"), [(SERIES, True), (PUBLIC, False)])
def test_without_an_address_or_a_picture_no_preview_is_told_of_one(series: str, pdf: bool, tmp_path: Path) -> None:
    stage = stage_of(written(tmp_path, {"a": FULL}, series))
    files = {file.name: file.content for file in site.render(stage, pdf=pdf)}
    for name in ("site/index.html", "site/a/index.html"):
        assert [key for key in head(files[name]) if "image" in key or "twitter" in key] == []
    assert ("site/a/card.png" in files, "site/card.png" in files, "site/a/agenda.pdf" in files) == (pdf, pdf, pdf)


def test_every_page_leads_readers_to_the_news_and_the_calendar(tmp_path: Path) -> None:
    files = made(written(tmp_path, {"a": FULL}, PUBLIC))
    link = re.compile(r'<link rel="alternate" type="([^"]*)" title="([^"]*)" href="([^"]*)">')
    assert link.findall(files["a/messen.html"].decode()) == [
        ("application/atom+xml", "MusterTreff: Neuigkeiten", "../feed.xml"),
        ("application/feed+json", "MusterTreff: Neuigkeiten", "../feed.json"),
        ("text/calendar", "MusterTreff: Termine", "../mustertreff.ics"),
    ]


@pytest.mark.odd("LC996")
def test_odd_texts_arrive_in_what_machines_read_as_they_are(tmp_path: Path) -> None:
    texts = [
        *HOSTILE,
        *(" ".join(text.split()) for text in OTHER_TEXTS),
        "]]>",
        "<![CDATA[x]]>",
        "&#0;",
        "</title>",
        "<!--",
        "\ufdd0",
        "\u202eabc",
        "a" * 2000,
    ]
    events = {
        f"e{number}": f"theme: {json.dumps(text, ensure_ascii=False)}\n{ODD}" for number, text in enumerate(texts)
    }
    files = made(written(tmp_path, events, f"{PUBLIC}subtitle: {json.dumps(texts[0])}\n"))
    said = {event["id"]: event["theme"] for event in all_of_it(files)["events"]}
    assert said == {f"e{number}": text for number, text in enumerate(texts)}
    assert [problem for id_ in events for problem in wrong(nodes(files, f"{id_}/index.html"))] == []
    assert [block(files, f"{id_}/index.html")["name"] for id_ in events] == [f"T: {text}" for text in texts]
    titles = [each.title for each in news(files)]
    assert (len(titles), set(titles) <= {f"T: {text}" for text in texts}) == (50, True)
    assert len(urls(files)) > len(texts)
