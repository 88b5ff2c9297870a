"""Papers on the site: their pages, what lies beside them, where sessions are cited, and what machines read of them."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import feedparser
import pytest
from made_papers import (
    DRAFT,
    FINDING_COUNTS,
    HIDDEN,
    PAPER,
    PUBLIC,
    PUBLISHED,
    READER,
    REMARKS,
    SECRET,
    SUBJECTS,
    SUPPORT,
    TAKEAWAYS,
    TOPIC_COUNTS,
    write_series,
)
from sample import TODAY
from site_reading import Read, dead, pages_of, reached
from test_site_linked_data import block, made, nodes, wrong
from test_site_machines import all_of_it, unknown, urls

from labcamp.model.provenance import said_at, support_of
from labcamp.render.dates import in_words
from labcamp.render.words import words_for
from labcamp.workspace import Workspace, load

PAGE = f"papers/{PAPER}.html"
Files = Mapping[str, bytes]


@cache
def workspace(*, announced: bool = False) -> Workspace:
    """The made-up series with a quote that must be kept back; one of its papers may be announced."""
    with TemporaryDirectory() as folder:
        root = write_series(Path(folder), kept_back=True)
        if announced:
            record = {"version": "1.0", "date": PUBLISHED, "sources": {}}
            (root / f"events/papers/{PAPER}.json").write_text(json.dumps(record), "utf-8")
        return load(root, TODAY)


@cache
def files(*, drafts: bool = False, announced: bool = False) -> dict[str, bytes]:
    """The files of its site."""
    return made(workspace(announced=announced), drafts=drafts)


@cache
def pages(*, drafts: bool = False) -> dict[str, Read]:
    """The pages of it."""
    return pages_of(files(drafts=drafts))


def test_the_made_up_series_is_what_it_says() -> None:
    assert {finding.code for finding in workspace().errors} == {"LC752"}  # the quote that is kept back
    assert (len(REMARKS), TAKEAWAYS) == (150, 150)
    said = [each for event in workspace().events for each in said_at(event)]
    assert {(each.name, each.takeaway.text) for each in said} == {(each.source, each.text) for each in REMARKS}


def test_each_topic_is_borne_out_by_those_who_spoke_of_it() -> None:
    said = [each for event in workspace().events for each in said_at(event)]
    for id_, counts in TOPIC_COUNTS.items():
        support = support_of(each for each in said if id_ in {topic.id for topic in each.topics})
        assert (len(support.events), len(support.organisations), len(support.countries)) == counts, id_


@pytest.mark.parametrize("id_", list(TOPIC_COUNTS))
def test_the_page_of_a_topic_counts_the_same(id_: str) -> None:
    events, labs, _ = TOPIC_COUNTS[id_]
    words = words_for(Path(), "de", "ihr")
    meetings = "einem Treffen" if events == 1 else f"{in_words(events, words)} Treffen"
    organisations = "einer Organisation" if labs == 1 else f"{in_words(labs, words)} Organisationen"
    page = pages()[f"topics/{id_}.html"]
    assert f"Darum ging es bei {meetings}{f', mit {organisations}' if labs else ''}." in page.text
    told = [remark for remark in REMARKS if remark.text in page.text]
    assert {remark.subject for remark in told} == {id_}
    assert len(told) == SUBJECTS[id_].takeaways


def test_a_paper_says_how_much_bears_out_each_finding_and_machines_count_the_same() -> None:
    text = pages()[PAGE].text
    for number, (title, sentence) in enumerate(SUPPORT.items(), 1):
        assert f"{number}. {title} {sentence}" in text
    (paper,) = (each for each in all_of_it(files())["papers"] if each["id"] == PAPER)
    counts = {
        each["title"]: tuple(len(each.get(key, ())) for key in ("events", "organisations", "countries"))
        for each in paper["findings"]
    }
    assert counts == FINDING_COUNTS
    assert {each["title"]: each["support"] for each in paper["findings"]} == SUPPORT


def test_papers_and_sessions_lead_to_each_other() -> None:
    assert list(dead(files(), pages())) == []
    assert reached(pages()) >= {"papers/index.html", PAGE, f"papers/{PAPER}.bib", f"papers/{READER}.html"}
    sessions = {remark.source.partition("#")[0]: remark for remark in REMARKS if remark.subject}
    leads = {link for tag in pages()[PAGE].named("a") for link in tag.leads}
    for session, remark in sessions.items():
        page = pages()[f"{session}.html"]
        anchor = [*SUBJECTS].index(remark.subject) + 1
        assert f"../{PAGE}#finding-{anchor}" in {link for tag in page.named("a") for link in tag.leads}, session
        assert f"../{session}.html" in leads
    assert "Zitiert in" not in pages()["treff-4/intern.html"].text


def test_a_draft_is_there_only_where_drafts_are_looked_at() -> None:
    assert [name for name in files() if DRAFT in name and name.startswith("papers/")] == []
    assert [name for name, page in pages().items() if "Noch nicht so weit" in page.text] == []
    page = pages(drafts=True)[f"papers/{DRAFT}.html"]
    assert "Entwurf: Dieses Papier ist noch nicht veröffentlicht." in page.text
    assert [tag for tag in page.named("meta") if tag.values.get("content") == "noindex"]
    assert block(files(drafts=True), f"papers/{DRAFT}.html") is None
    assert list(dead(files(drafts=True), pages(drafts=True))) == []


def test_the_navigation_has_papers_only_where_there_is_one(tmp_path: Path) -> None:
    ways = re.compile(r"<nav aria-label=.*?</nav>", re.DOTALL)
    assert "Papiere" in ways.findall(files()["index.html"].decode())[0]
    root = write_series(tmp_path)
    for path in (root / "events/papers").glob("*.yaml"):
        path.unlink()
    without = made(load(root, TODAY))
    assert [name for name in without if name.startswith("papers/")] == []
    assert [name for name, content in without.items() if b"Papiere" in content] == []
    assert "papers" not in all_of_it(without)


def test_the_archive_lists_papers_with_their_findings_first_and_the_search_knows_their_texts() -> None:
    page = pages()["archive.html"]
    entries = [tag for tag in page.tags if "data-tags" in tag.values]
    data = json.loads(files()["assets/search-data.js"].decode().removeprefix("window.searchData = ").rstrip(";\n"))
    assert len(entries) == len(data["texts"])
    assert page.text.index("Was Labore gelernt haben") < page.text.index("Labortreff #12")
    assert f"Geld zählt {SUPPORT['Geld zählt']}" in page.text
    told = [text for texts in data["texts"] for text in texts]
    assert "Was zu Geld zu sagen ist." in told
    assert all(len(texts) <= len(data["parts"]) for texts in data["texts"])


def test_an_announced_paper_is_news_and_one_that_is_not_is_none() -> None:
    assert b"Neues Papier" not in files()["feed.xml"] + files()["feed.json"]
    found = feedparser.parse(files(announced=True)["feed.xml"])
    assert found.bozo is False
    (entry,) = (each for each in found.entries if each.title == "Neues Papier: Was Labore gelernt haben")
    assert (entry.link, entry.published[:10], entry.updated[:10]) == (f"{PUBLIC}/{PAGE}", PUBLISHED, PUBLISHED)
    assert SUPPORT["Wirkung zählt"] in entry.content[0].value
    items = json.loads(files(announced=True)["feed.json"])["items"]
    assert [item["id"] for item in items] == [each.id for each in found.entries]


def test_search_engines_learn_what_a_paper_is_and_what_it_rests_on() -> None:
    for address in (PAGE, f"papers/{READER}.html", "papers/index.html"):
        assert list(wrong(nodes(files(), address))) == []
    known = block(files(), PAGE)
    assert (known["@type"], known["name"], known["version"], known["datePublished"]) == (
        "Report",
        "Was Labore gelernt haben",
        "1.0",
        PUBLISHED,
    )
    sessions = {f"{PUBLIC}/{remark.source.partition('#')[0]}.html" for remark in REMARKS if remark.subject}
    sessions |= {f"{PUBLIC}/{REMARKS[0].source.partition('#')[0]}.html"}
    assert set(known["isBasedOn"]) == sessions
    assert {each["url"] for each in known["citation"]} == sessions
    assert known["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_the_sitemap_and_series_json_know_papers() -> None:
    assert urls(files())[f"{PUBLIC}/{PAGE}"] == PUBLISHED
    whole, schema = all_of_it(files()), json.loads(files()["series.schema.json"])
    assert list(unknown(whole, schema)) == []
    assert [each["id"] for each in whole["papers"]] == [PAPER, READER]


def test_what_must_not_go_out_is_in_no_file_and_no_name() -> None:
    for name, content in files().items():
        assert SECRET.casefold() not in f"{name} {content.decode('utf-8', 'replace')}".casefold(), name
        assert HIDDEN not in content.decode("utf-8", "replace"), name


def test_a_paper_that_is_gone_leaves_a_page_that_says_so(tmp_path: Path) -> None:
    root = write_series(tmp_path)
    known = {"public": PUBLIC, "addresses": {PAGE: PUBLISHED}}
    (root / "events/published.json").write_text(json.dumps(known), "utf-8")
    (root / f"events/papers/{PAPER}.yaml").unlink()
    gone = pages_of(made(load(root, TODAY)))[PAGE]
    assert "Diese Seite gibt es nicht mehr" in gone.text


def test_the_site_is_the_same_again_byte_for_byte() -> None:
    assert made(workspace()) == files()
