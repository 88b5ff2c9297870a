"""What was taken away from sessions: quotes in their marks with who said them, in one sentence in all forms."""

import json
import re
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from sample import SERIES, TODAY, facts_of, written

from labcamp.check import UNKNOWN_SERIES, check_event
from labcamp.files.read import source_of
from labcamp.model.session import Takeaway
from labcamp.render import KINDS, MAILS, site
from labcamp.render.prints import handout
from labcamp.render.rows import said_in_words, takeaways_of
from labcamp.render.stage import facts_of as staged
from labcamp.render.stage import stage_of
from labcamp.render.words import words_for
from labcamp.workspace import load

OTHERS = (".eml", ".ics", ".woff2", ".pdf", ".png")
HELD = """\
title: Treffen 1
status: confirmed
date: 2026-03-11
time: 14:00-15:00
place: online
language: {language}
agenda:
  - title: Vom Projekt zum Auftrag
    start: 14:00
    type: input
    topics: [auftrag]
    by: [{{name: Ada Muster, organisation: hafen}}]
    takeaways:
      - Labore brauchen einen Auftrag.
      - {{text: Ohne Geld kein Labor., quote: ja, consent: ja, by: [{{name: Max Muster, organisation: werkstatt}}],
          topics: [geld]}}
      - {{text: Das war „mutig“., quote: ja, consent: ja}}
      - {{text: Verschwiegen ohne Einwilligung., quote: ja, consent: nein}}
      - {{text: Verschwiegen und intern., public: nein}}
"""
FILES = {"topics": "auftrag: Auftrag\ngeld: Geld\n"}
SAID = {
    "de": (
        "Labore brauchen einen Auftrag.",
        "Max Muster (Werkstatt): „Ohne Geld kein Labor.“",
        "Ada Muster (Hafen & Lab): „Das war ‚mutig‘.“",
    ),
    "en": (
        "Labore brauchen einen Auftrag.",
        "Max Muster (Werkstatt): “Ohne Geld kein Labor.”",
        "Ada Muster (Hafen & Lab): “Das war ‘mutig’.”",
    ),
}


def forms(root: Path, language: str) -> dict[str, str]:
    """Each form in which takeaways are told, as plain text."""
    series = f"{SERIES}language: {language}\n"
    written(root, FILES, series)
    (root / "events/treff-1.yaml").write_text(HELD.format(language=language), "utf-8")
    workspace = load(root, TODAY)
    assert [found.code for found in workspace.errors] == ["LC752"]  # a quote without consent
    stage = stage_of(workspace)
    kinds = (KINDS["agenda"], MAILS["documentation"], partial(site.render, pdf=False))
    files = [file for kind in kinds for file in kind(stage, workspace.events) if not file.name.endswith(OTHERS)]
    found = {file.name: file.content.decode() for file in files}
    data = handout.data(staged(stage, workspace.events[0]))
    return found | {"handout": json.dumps(data, ensure_ascii=False, default=str)}


def plain(text: str) -> str:
    """A text without the signs of its form, on one line."""
    bare = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", unescape(unescape(text)))  # a feed holds HTML in HTML
    return " ".join(bare.split())


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_takeaway_is_the_same_sentence_wherever_it_is_told(language: str, tmp_path: Path) -> None:
    found = {name: plain(text) for name, text in forms(tmp_path, language).items()}
    telling = {name for name, text in found.items() if SAID[language][0] in text}
    assert telling >= {
        "handout",
        "site/assets/search-data.js",
        "site/feed.json",
        "site/feed.xml",
        "site/series.json",
        "site/treff-1/index.html",
        "site/treff-1/vom-projekt-zum-auftrag.html",
        "treff-1/agenda.html",
        "treff-1/agenda.md",
        "treff-1/documentation.html",
        "treff-1/documentation.md",
        "treff-1/documentation.txt",
    }
    for name in telling - {"site/topics/auftrag.html"}:
        assert [said for said in SAID[language] if said not in found[name]] == [], name
    assert [name for name, text in found.items() if "Verschwiegen" in text] == []


def test_a_topic_has_the_takeaways_that_are_about_it_and_counts_who_said_them(tmp_path: Path) -> None:
    found = {name: plain(re.sub("<[^>]*>", "", text)) for name, text in forms(tmp_path, "de").items()}
    about_money, about_mandates = (found[f"site/topics/{id_}.html"] for id_ in ("geld", "auftrag"))
    assert "Darum ging es bei einem Treffen, mit einer Organisation." in about_money
    assert [said in about_money for said in SAID["de"]] == [False, True, False]
    assert [said in about_mandates for said in SAID["de"]] == [True, False, True]
    # Only a takeaway was about money, no session.
    assert ("Wo es darum ging" in about_money, "Wo es darum ging" in about_mandates) == (False, True)


def test_who_is_not_known_yet_has_said_nothing_and_marks_do_not_stand_twice() -> None:
    quote = Takeaway(text="“Eins”", quote=True, consent=True, by=({"name": "N. N."},))
    words = words_for(Path(), "de", "ihr")
    assert said_in_words(quote, quote.by, words) == "„Eins“"


def test_switzerland_has_its_own_marks() -> None:
    words = words_for(Path(), "de-CH", "ihr")
    session = facts_of(HELD.format(language="de").replace("[auftrag]", "[]").replace("[geld]", "[]")).event.agenda[0]
    assert takeaways_of(session, words)[2] == "Ada Muster (Hafen & Lab): «Das war ‹mutig›.»"


def test_words_of_somebody_who_is_hidden_are_those_of_nobody_else(tmp_path: Path) -> None:
    series = f"{SERIES}people: {{hide: [Max Muster]}}\n"
    event = HELD.format(language="de").replace(", organisation: werkstatt", "").replace("consent: nein", "consent: ja")
    workspace = written(tmp_path, FILES | {"treff-1": event}, series)
    made = (file for file in site.render(stage_of(workspace), pdf=False) if not file.name.endswith(OTHERS))
    files = {file.name: file.content.decode() for file in made}
    page = plain(files["site/treff-1/vom-projekt-zum-auftrag.html"])
    assert '<p class="lead">„Ohne Geld kein Labor.“</p>' in page
    assert [name for name, text in files.items() if "Max Muster" in text] == []


@pytest.mark.parametrize("key", ["agreed", "agenda", "takeaways"])
def test_a_sentence_with_a_colon_in_it_needs_quotes_and_says_so_once(key: str) -> None:
    """YAML takes it for a key and its value, and nobody has meant a key."""
    start = "title: A\nstatus: confirmed\ndate: 2026-03-11\nagenda:\n  - title: B\n    takeaways:\n"
    lines = {
        "agreed": "title: A\nstatus: confirmed\ndate: 2026-03-11\nagreed:\n  - {}\n",
        "agenda": "title: A\nstatus: confirmed\ndate: 2026-03-11\nagenda:\n  - {}\n",
        "takeaways": f"{start}      - Wer fragt, lernt.\n      - {{}}\n",
    }[key]

    def faults(sentence: str) -> list[tuple[str, int | None]]:
        found = check_event("a", source_of(lines.format(sentence).encode(), "a.yaml"), UNKNOWN_SERIES, {})[1]
        return [(each.code, each.line) for each in found]

    last = lines.count("\n")
    assert faults("Nur mit Rückhalt: sonst nie") == [("LC111", last)]
    assert faults('"Nur mit Rückhalt: sonst nie"') == []
    assert faults("satz: Nur mit Rückhalt") == [("LC201", last), ("LC202", last)]
