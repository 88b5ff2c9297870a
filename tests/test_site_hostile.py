"""Two hundred hostile texts through every page, feed and machine-readable file of the site: inert, and not lost."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from everything import FULL_SERIES, everywhere
from made_site import files_of
from sample import GOLDEN, in_memory, series_of
from site_reading import Read, pages_of
from test_hostile_mails import TEXTS, squeezed

from labcamp.check import check_event, check_paper
from labcamp.check.paper import Around
from labcamp.files.read import source_of
from labcamp.model import Event, Organisation, Paper, Topic
from labcamp.model.provenance import said_at
from labcamp.workspace import Workspace

# All that our pages are made of
NAMES = """
html head meta title link script body header nav main footer section article div span p h1 h2 h3 h4 a ul ol li dl dt dd
time table caption thead tbody tr th td em strong s del code pre blockquote hr br img figure figcaption form fieldset
legend label input button details summary output mark small b i sup sub
"""
TAGS = set(NAMES.split())
ATTRIBUTES = re.compile(r"(?!on)(?!style$)[a-z-]+")
SCHEMES = re.compile(r"(?i)(?:https?:|webcal:|mailto:|tel:|[^:]*$|#)")
STATES: tuple[dict[str, Any], ...] = (
    {"date": "2027-03-11", "time": "14:00", "status": "confirmed"},
    {"date": "2026-03-11", "time": "14:00", "status": "confirmed"},
    {"date": "2026-03-11", "status": "cancelled"},
)  # fmt: skip
# Runs of letters are found again whatever stands around them
LETTERS = re.compile(r"\w{2,}")
pytestmark = pytest.mark.odd("LC960", "LC965", "LC974", "LC975", "LC996")


def hostile_event(number: int, text: str) -> Event:
    """An event that says a text wherever it can; what it is about and who hosts it is called so, too."""
    data = everywhere(text, text) | STATES[number % len(STATES)]
    source = source_of(json.dumps(data, ensure_ascii=False).encode(), f"e{number}.yaml")
    event, findings = check_event(f"e{number}", source, *series_of(FULL_SERIES))
    assert event, findings
    topic = Topic.model_construct(id=f"t{number}", name=text, description=text, synonyms=(text,))
    host = Organisation.model_construct(id=f"o{number}", name=text, place=text)
    agenda = tuple(session.model_copy(update={"topics": (topic,)}) for session in event.agenda)
    copied = event.model_copy(update={"topics": (topic,), "hosts": (host,), "agenda": agenda})
    for worked_out in copied.__dict__.keys() - type(event).model_fields.keys():
        del copied.__dict__[worked_out]
    return copied


def hostile_workspace() -> Workspace:
    """A series of two hundred such events, with pages for people, who are called so, too."""
    events = [hostile_event(number, text) for number, text in enumerate(TEXTS)]
    workspace = in_memory(GOLDEN / "nothing", events, FULL_SERIES)
    series = workspace.series.model_copy(
        update={
            "title": TEXTS[0],
            "subtitle": "</script><script>alert(1)</script>",
            "people": type(workspace.series.people)(pages=True),
        }
    )
    topics = {topic.id: topic for event in events for topic in event.topics}
    hosts = {host.id: host for event in events for host in event.hosts}
    known = {**workspace.organisations, **hosts}
    return replace(workspace, series=series, topics=topics, organisations=known, papers=(hostile_paper(events),))


def hostile_paper(events: Sequence[Event]) -> Paper:
    """A paper that says all of them, each as a finding that cites what was said where it was said."""
    said = ([said.name for said in said_at(event)] for event in events)
    findings = [{"title": text, "text": text, "sources": each} for text, each in zip(TEXTS, said, strict=True) if each]
    head = dict.fromkeys(("title", "subtitle", "version", "introduction"), TEXTS[1])
    data = {**head, "date": "2026-03-01", "editors": [TEXTS[1]], "findings": findings, "rest": "by topic"}
    around = Around(*series_of(FULL_SERIES), tuple(events))
    paper, _ = check_paper("papier", source_of(json.dumps(data, ensure_ascii=False).encode(), "papier.yaml"), around)
    assert paper
    return paper


@cache
def files() -> dict[str, bytes]:
    """The site of all of them."""
    return files_of(hostile_workspace())


@cache
def pages() -> dict[str, Read]:
    """The pages of it."""
    return pages_of(files())


def values(data: Any) -> Iterator[str]:
    """All texts in a value that was JSON."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from values(value)
    elif isinstance(data, list):
        for value in data:
            yield from values(value)
    elif isinstance(data, str):
        yield data


def test_there_are_pages_of_all_sorts() -> None:
    folders = {address.partition("/")[0] for address in pages() if "/" in address}
    assert {"topics", "organisations", "people", "papers", "e0", "e199"} <= folders
    assert len(pages()) > 800


def test_no_text_becomes_a_tag_an_attribute_or_a_program() -> None:
    for address, page in pages().items():
        for tag in page.tags:
            assert tag.name in TAGS, (address, tag)
            assert all(ATTRIBUTES.fullmatch(name) for name in tag.values), (address, tag)
            assert all(SCHEMES.match(link) for link in tag.leads), (address, tag)
            if tag.name == "script":
                assert tag.values.get("type") == "application/ld+json" or tag.values["src"].startswith(
                    ("assets", "..")
                ), tag
        assert page.comments == [], address
        assert len(page.named("h1")) == 1, address


def test_no_text_is_lost_on_the_pages_of_events_and_sessions() -> None:
    events = {event.id: event for event in hostile_workspace().events}
    for id_, event in events.items():
        title = squeezed(event.title)
        theme = squeezed(event.theme or "")
        assert title in squeezed(pages()[f"{id_}/index.html"].text) or theme in squeezed(
            pages()[f"{id_}/index.html"].text
        ), id_
        for address, page in pages().items():
            if address.startswith(f"{id_}/") and not address.endswith("index.html"):
                assert title in squeezed(page.text), address


def test_what_machines_read_can_be_read_and_says_the_same() -> None:
    for address, page in pages().items():
        for script in page.named("script"):
            if script.text.strip():
                data = json.loads(script.text)
                assert "http" in data["@context"], address
                assert list(values(data)), address


@pytest.mark.parametrize("kind", [".json", ".xml"])
def test_every_file_for_machines_is_well_formed(kind: str) -> None:
    read = {address: content for address, content in files().items() if address.endswith(kind)}
    assert read
    for address, content in read.items():
        if kind == ".xml":
            root = ET.fromstring(content)
            assert {each.tag.rpartition("}")[2] for each in root.iter()} & {"script", "img", "b"} == set(), address
        else:
            assert list(values(json.loads(content))), address


def test_what_is_searched_is_one_value_in_which_nothing_ends_a_script() -> None:
    content = files()["assets/search-data.js"].decode()
    before, equals, value = content.partition("=")
    assert re.fullmatch(r"(?s)(?://[^\n]*\n|\s)*(?:const |var |window\.|globalThis\.)?\w+\s*", before), before[:100]
    assert equals
    data = json.loads(value.strip().rstrip(";"))
    said = " ".join(values(data))
    assert {letters for text in TEXTS for letters in LETTERS.findall(text) if letters not in said} == set()


def test_no_address_leaves_the_folder_or_needs_more_than_plain_letters() -> None:
    plain = re.compile(r"[a-zA-Z0-9_./-]+")
    assert [
        address for address in files() if not plain.fullmatch(address) or ".." in address or address.startswith("/")
    ] == []
    assert max(len(part) for address in files() for part in address.split("/")) <= 255
