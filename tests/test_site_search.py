"""The archive of the site and what its search knows: all that is public, nothing that is not, and little of it."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from sample import ORGANISATIONS, SERIES, TODAY, sound
from site_corpus import corpus, files_of, sessions

from labcamp.render.site.search import fold, words_of
from labcamp.workspace import load

SPRING = """\
title: Treff
number: 1
theme: Was trägt
status: confirmed
date: 2026-03-04
hosts: [hafen]
topics: [mitreden]
summary: Worum es kurz ging.
description: "Es ging um **Straßen** und Häuser."
links:
  - {title: Der Bericht, url: https://example.org/bericht, type: report}
agenda:
  - {title: Ankommen, type: break}
  - title: Zusammen planen
    by: [{name: Ada Muster, organisation: werkstatt}, {name: N. N., organisation: hafen}]
    teaser: "Bürgerbeteiligung,\\nvor Ort."
    takeaways: [Früh fragen., Spät danken.]
    links:
      - {title: Folien, url: https://example.org/folien, type: slides}
"""
DRAFT = "title: Geheimtreff\ndate: 2027-03-04\nagenda:\n  - {title: Noch geheim, by: [Ben Muster]}\n"
CANCELLED = "title: Fiel aus\nstatus: cancelled\ndate: 2026-04-04\ndescription: Unsichtbar\nagenda: [Nie gehalten]\n"
TOPICS = "mitreden: {name: Beteiligung, synonyms: [Partizipation, offene Runde]}\nwohnen: {name: Wohnen}\n"


def made(root: Path, series: str = SERIES, drafts: bool = False, **events: str) -> dict[str, bytes]:
    """The site of some events, by address."""
    (root / "events").mkdir(exist_ok=True)
    files = {"series": series, "organisations": ORGANISATIONS, "topics": TOPICS, **(events or {"spring": SPRING})}
    for name, text in files.items():
        (root / f"events/{name}.yaml").write_text(text, "utf-8")
    return files_of(sound(load(root, TODAY)), drafts=drafts)


def data_of(files: dict[str, bytes]) -> Any:
    """What the script gets."""
    text = files["assets/search-data.js"].decode()
    assert text.startswith("window.searchData = ")
    return json.loads(text.removeprefix("window.searchData = ").removesuffix(";\n"))


def tags(page: str) -> list[tuple[str, ...]]:
    """What is listed: of each entry the titles of the boxes that keep it, then its own title."""
    boxes = dict(re.findall(r'id="([a-z]\d+)".*?<span>(.*?)</span>', page))
    entries = re.findall(r'data-tags="([^"]*)">.*?<a href="[^"]*">(.*?)</a>', page, re.DOTALL)
    return [(*(boxes[tag] for tag in known.split()), title) for known, title in entries]


def test_the_texts_stand_in_the_order_of_the_list_with_where_they_come_from(tmp_path: Path) -> None:
    assert data_of(made(tmp_path)) == {
        "endings": "(?<=.{6})(?:innen|ungen|ung|in)|ern|en|er|es|em|e|a|(?<=[ir])um|(?<!e)n|(?<!s)s",
        "parts": [
            "aus dem Programm",
            "aus „Worum es ging“",
            "aus „Was bleibt“",
            "aus „Material“",
            "aus „Thema“",
            "aus „Vereinbart“",
        ],
        "texts": [
            [
                "",
                "Worum es kurz ging. Es ging um Straßen und Häuser.",
                "",
                "Der Bericht",
                "Beteiligung, Partizipation, offene Runde.",
            ],
            [
                "Bürgerbeteiligung, vor Ort.",
                "",
                "Früh fragen. Spät danken.",
                "Folien",
                "Partizipation, offene Runde.",
            ],
        ],
    }


def test_what_has_no_script_is_a_whole_list_and_boxes_know_what_they_keep(tmp_path: Path) -> None:
    page = made(tmp_path)["archive.html"].decode()
    assert tags(page) == [
        ("#1", "Beteiligung", "Hafen &amp; Lab", "Bericht", "Was trägt"),
        ("#1", "Werkstatt", "Hafen &amp; Lab", "Folien", "Zusammen planen"),
    ]
    assert re.findall(r'href="(spring/[^"]*)"', page) == ["spring/index.html", "spring/zusammen-planen.html"]
    assert re.findall(r'class="[^"]*said">(.*?)<', page) == [
        "#1",
        "4. März 2026, Hafen &amp; Lab",
        "Ada Muster, Werkstatt; Hafen &amp; Lab",
    ]
    hidden = re.findall(r"<(form|details|div)[^>]* hidden>", page)
    assert hidden == ["form", "details", "div"]


def test_the_latest_event_stands_first(tmp_path: Path) -> None:
    later = SPRING.replace("number: 1", "number: 2").replace("2026-03-04", "2026-05-06")
    page = made(tmp_path, spring=SPRING, later=later)["archive.html"].decode()
    assert re.findall(r'href="(\w+)/index.html">Was', page) == ["later", "spring"]
    assert re.findall(r"<span>(#\d)</span>", page) == ["#2", "#1"]


def test_drafts_hidden_people_and_what_is_cancelled_are_not_found(tmp_path: Path) -> None:
    hidden = f"{SERIES}people: {{hide: [Ada Muster]}}\n"
    files = made(tmp_path, hidden, spring=SPRING, draft=DRAFT, cancelled=CANCELLED)
    for address in ("archive.html", "assets/search-data.js", "assets/search.js"):
        text = files[address].decode()
        assert not re.search("Geheim|geheim|Ben|Ada|Nie gehalten|Unsichtbar", text), address
    assert "4. April 2026, abgesagt" in files["archive.html"].decode()
    seen = made(tmp_path, drafts=True, spring=SPRING, draft=DRAFT, cancelled=CANCELLED)
    assert "Noch geheim" in seen["archive.html"].decode()


def test_without_a_session_there_is_no_archive(tmp_path: Path) -> None:
    assert not {"archive.html", "assets/search.js", "assets/search-data.js"} & set(made(tmp_path, cancelled=CANCELLED))


def test_a_name_of_a_topic_brings_its_synonyms_and_a_mere_synonym_brings_nothing(tmp_path: Path) -> None:
    agenda = "title: T\nstatus: confirmed\ndate: 2026-03-04\nagenda:\n"
    for title in ("Beteiligte fragen", "Jugendbeteiligung", "Partizipation", "Beteuern", "Bewohner"):
        agenda += f"  - {title}\n"
    texts = data_of(made(tmp_path, spring=agenda))["texts"]
    topic = ["", "", "", "", "Partizipation, offene Runde."]
    assert texts == [[], topic, topic, [], [], []]


def test_the_words_are_those_of_the_series(tmp_path: Path) -> None:
    formal = made(tmp_path, f"{SERIES}address: Sie\n")["archive.html"].decode()
    assert ("Wonach suchen Sie?" in formal, "Meinten Sie" in formal, "Oder Sie blättern" in formal) == (
        True,
        True,
        True,
    )
    english = made(tmp_path, f"{SERIES}language: en\n")
    assert 'data-finds="{} places"' in english["archive.html"].decode()
    assert data_of(english)["parts"][2] == "from “What remains”"
    swiss = made(tmp_path, f"{SERIES}language: de-CH\n")
    assert data_of(swiss)["parts"][3] == "aus «Material»"


@pytest.mark.odd("LC974")
def test_titles_with_signs_stay_text(tmp_path: Path) -> None:
    odd = SPRING.replace("Zusammen planen", "'</script><b onload=\"x\">& {{ 7 }}'")
    files = made(tmp_path, spring=odd)
    assert "&lt;/script&gt;&lt;b onload=&#34;x&#34;&gt;&amp; {{ 7 }}" in files["archive.html"].decode()


def test_the_program_and_what_it_loads_stay_small() -> None:
    files = corpus()
    program = files["assets/search.js"].decode()
    assert len(files["assets/search.js"]) < 6000
    assert not re.search(r"innerHTML|fetch|import|Worker|localStorage|(?m:^//|^ |^\n)", program)
    assert len(gzip.compress(files["assets/search-data.js"], 9)) <= 45_000


def test_all_sessions_of_the_corpus_are_listed_once() -> None:
    page = corpus()["archive.html"].decode()
    assert sorted(re.findall(r'href="[^"/]+/([^"]+)\.html"', page)) == sorted(
        [each.id for each in sessions()] + ["index"] * len({each.event for each in sessions()})
    )


def test_other_texts_have_another_address(tmp_path: Path) -> None:
    versions = [
        re.findall(
            r'data-texts="assets/search-data\.js\?([0-9a-f]{8})"', made(tmp_path, spring=text)["archive.html"].decode()
        )
        for text in (SPRING, SPRING, SPRING.replace("Früh", "Bald"))
    ]
    assert versions[0] == versions[1] != versions[2]
    assert len(versions[0]) == 1


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bürger Buerger Burger", "burger burger burger"),
        ("Straße STRASSE", "strasse strasse"),
        ("Zoë Ömer", "zoe omer"),
        ("Partner:innen Partner*innen", "partnerinnen partnerinnen"),
    ],
)
def test_words_are_compared_folded(text: str, folded: str) -> None:
    assert fold(text).split() == folded.replace("zoe", "zo").split()
    assert words_of(text) == folded.replace("zoe", "zo").split()
