"""The news of the series for feed readers: read by feedparser, dated by the ledger and never by the clock."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import feedparser
from conftest import Labcamp
from sample import SERIES, TODAY, sample, written
from test_site_linked_data import made

from labcamp.workspace import Workspace, load

PUBLIC = f"{SERIES}public: https://example.org/treff\n"
HELD = """\
title: Treffen 1
theme: Erste & <zweite> Schritte
status: confirmed
date: 2026-03-11
place: online
hosts: [hafen]
summary: Worum es ging.
agenda:
  - {title: S, takeaways: [Labore brauchen einen Auftrag]}
links:
  - {title: Folien, url: "https://example.org/folien?a=1&b=2", type: slides, licence: CC BY 4.0}
"""
COMING = "title: Treffen 2\nstatus: confirmed\ndate: 2027-05-20\n"
ATOM = "{http://www.w3.org/2005/Atom}"


class News(NamedTuple):
    """What a reader shows of an entry."""

    title: str
    link: str
    published: str
    updated: str


def read(files: Mapping[str, bytes]) -> Any:
    """The Atom feed as feedparser has it, which finds nothing wrong."""
    found = feedparser.parse(files["feed.xml"])
    assert found.bozo is False
    assert found.version == "atom10"
    return found


def news(files: Mapping[str, bytes]) -> list[News]:
    """The entries of the Atom feed, which those of the JSON feed are like."""
    entries = read(files).entries
    items = json.loads(files["feed.json"])["items"]
    links = ("".join(link.href for link in each.get("links", ())) for each in entries)
    found = [News(each.title, link, each.published, each.updated) for each, link in zip(entries, links, strict=True)]
    assert [each.id for each in entries] == [item["id"] for item in items]
    assert [each.content[0].value for each in entries] == [item["content_html"] for item in items]
    assert found == [
        News(each["title"], each.get("url", ""), each["date_published"], each["date_modified"]) for each in items
    ]
    return found


def midnight(day: str) -> str:
    return f"{day}T00:00:00Z"


def test_what_is_announced_and_what_can_be_read_about_is_news(tmp_path: Path) -> None:
    files = made(written(tmp_path, {"a": HELD, "b": COMING}, PUBLIC))
    assert news(files) == [
        News("Treffen 2", "https://example.org/treff/b/", midnight("2027-05-20"), midnight("2027-05-20")),
        News(
            "Zum Nachlesen: Treffen 1: Erste & <zweite> Schritte",
            "https://example.org/treff/a/",
            midnight("2026-03-11"),
            midnight("2026-03-11"),
        ),
        News(
            "Treffen 1: Erste & <zweite> Schritte",
            "https://example.org/treff/a/",
            midnight("2026-03-11"),
            midnight("2026-03-11"),
        ),
    ]


def test_a_feed_says_of_itself_what_readers_want_to_know(tmp_path: Path) -> None:
    series = f"{PUBLIC}subtitle: Labore & mehr\norganisers: [hafen, werkstatt]\nlanguage: de-AT\n"
    files = made(written(tmp_path, {"a": COMING}, series))
    feed, as_json = read(files).feed, json.loads(files["feed.json"])
    links = {link.rel: link.href for link in feed.links}
    assert (feed.title, feed.subtitle, feed.language) == ("MusterTreff", "Labore & mehr", "de-AT")
    assert links == {"self": "https://example.org/treff/feed.xml", "alternate": "https://example.org/treff/"}
    assert [author.name for author in feed.authors] == ["Hafen & Lab", "Werkstatt"]
    del as_json["items"]
    assert as_json == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "MusterTreff",
        "home_page_url": "https://example.org/treff/",
        "feed_url": "https://example.org/treff/feed.json",
        "description": "Labore & mehr",
        "language": "de-AT",
        "authors": [{"name": "Hafen & Lab"}, {"name": "Werkstatt"}],
    }


def test_without_a_public_address_a_feed_has_no_links_and_is_whole_all_the_same(tmp_path: Path) -> None:
    files = made(written(tmp_path, {"a": HELD, "b": COMING}))
    assert [each.link for each in news(files)] == ["", "", ""]
    root = ElementTree.fromstring(files["feed.xml"])
    assert list(root.iter(f"{ATOM}link")) == []
    # RFC 4287 sections 4.1.1 and 4.1.2
    for element in (root, *root.iter(f"{ATOM}entry")):
        assert [len(element.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert [len(entry.findall(f"{ATOM}content")) for entry in root.iter(f"{ATOM}entry")] == [1, 1, 1]
    assert "feed_url" not in json.loads(files["feed.json"])


def test_an_entry_says_what_there_is_to_know(tmp_path: Path) -> None:
    files = made(written(tmp_path, {"a": HELD}, PUBLIC))
    documented = json.loads(files["feed.json"])["items"][0]
    assert documented["content_html"].split("\n") == [
        "<p>Mittwoch, 11. März 2026, online</p>",
        "<p>Gastgeber: Hafen &amp; Lab</p>",
        "<p>Worum es ging.</p>",
        "",
        "<h3>S</h3>",
        "<ul>",
        "<li>Labore brauchen einen Auftrag</li>",
        "</ul>",
        "<ul>",
        '<li><a href="https://example.org/folien?a=1&amp;b=2">Folien (CC BY 4.0)</a></li>',
        "</ul>",
    ]


def announced(workspace: Path, labcamp: Labcamp, id_: str, today: str) -> None:
    assert labcamp("announce", id_, "--root", workspace, "--today", today).code == 0


def test_news_are_dated_by_the_ledger_and_keep_their_id_when_an_event_is_announced_and_moved(
    tmp_path: Path, labcamp: Labcamp
) -> None:
    def now() -> tuple[list[str], list[News]]:
        files = made(load(tmp_path, TODAY))
        return [item["id"] for item in json.loads(files["feed.json"])["items"]], news(files)

    written(tmp_path, {"b": COMING}, PUBLIC)
    ids, before = now()
    announced(tmp_path, labcamp, "b", "2026-11-02")
    assert now() == (ids, [before[0]._replace(published=midnight("2026-11-02"), updated=midnight("2026-11-02"))])
    written(tmp_path, {"b": f"{COMING.replace('05-20', '06-20')}moved_from: 2027-05-20\n"}, PUBLIC)
    announced(tmp_path, labcamp, "b", "2027-01-09")
    assert now() == (ids, [before[0]._replace(published=midnight("2027-01-09"), updated=midnight("2027-01-09"))])


def test_what_is_written_down_after_the_day_is_no_announcement(tmp_path: Path, labcamp: Labcamp) -> None:
    written(tmp_path, {"a": HELD}, PUBLIC)
    announced(tmp_path, labcamp, "a", "2026-11-02")
    documented, first = news(made(load(tmp_path, TODAY)))
    assert (documented.published, documented.updated) == (midnight("2026-03-11"), midnight("2026-11-02"))
    assert (first.published, first.updated) == (midnight("2026-03-11"), midnight("2026-03-11"))


def test_of_a_past_event_of_which_one_cannot_read_anything_there_is_no_second_news(tmp_path: Path) -> None:
    bare = "title: Treffen 1\nstatus: confirmed\ndate: 2026-03-11\nsummary: Worum es geht.\n"
    gone = f"{HELD.replace('confirmed', 'cancelled')}reason: Es kam niemand.\n"
    month = "title: Treffen 3\nstatus: confirmed\ndate: 2026-03\ndescription: So war es.\n"
    files = made(written(tmp_path, {"a": bare, "b": gone, "c": month}, PUBLIC))
    assert [(each.title, each.published) for each in news(files)] == [
        ("ABGESAGT: Treffen 1: Erste & <zweite> Schritte", midnight("2026-03-11")),
        ("Treffen 1", midnight("2026-03-11")),
        ("Zum Nachlesen: Treffen 3", midnight("2026-03-01")),
        ("Treffen 3", midnight("2026-03-01")),
    ]


def test_no_draft_is_news_and_before_the_first_event_there_are_none(tmp_path: Path) -> None:
    files = made(written(tmp_path, {"a": "title: T\ndate: 2027-05-20\n"}, PUBLIC), drafts=True)
    assert news(files) == []
    assert read(files).feed.updated == midnight("1970-01-01")


def test_a_feed_tells_the_newest_news_and_no_more_than_fifty(tmp_path: Path) -> None:
    events = {f"e{day}": HELD.replace("2026-03-11", f"{year}-03-11") for day, year in enumerate(range(1970, 2010))}
    found = news(made(written(tmp_path, events, PUBLIC)))
    assert len(found) == 50
    assert (found[0].published, found[-1].published) == (midnight("2009-03-11"), midnight("1985-03-11"))


def test_feeds_say_the_same_on_any_later_day(tmp_path: Path) -> None:
    written(tmp_path, {"a": HELD, "b": COMING}, PUBLIC)
    one, other = (made(load(tmp_path, today)) for today in (TODAY, TODAY + dt.timedelta(days=90)))
    assert [one[name] == other[name] for name in ("feed.xml", "feed.json")] == [True, True]


def both() -> dict[str, Workspace]:
    """The real series, which has no address yet, and the artificial one, which has."""
    return {"labcamp": load(Path(__file__).parent.parent, TODAY), "mustertreff": sample()}


def test_goldens_of_what_machines_read(golden: Any) -> None:
    for name, workspace in both().items():
        files = made(workspace)
        for file in (
            "feed.xml",
            "feed.json",
            "series.json",
            "robots.txt",
            *(["sitemap.xml"] if "sitemap.xml" in files else []),
        ):
            golden(f"site/{name}/{file}", files[file])
