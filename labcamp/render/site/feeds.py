"""The news of the series for feed readers: that an event or a paper is announced, later how the event was."""

import datetime as dt
import json
import uuid
from collections.abc import Iterator
from typing import NamedTuple

from labcamp.model import Event, Paper
from labcamp.model.artefact import Artefact
from labcamp.render.facts import Facts
from labcamp.render.papers.tree import anchor_of
from labcamp.render.site.contents import (
    FOLDER,
    HOME,
    Argued,
    Site,
    card_of,
    page_of_event,
    public_address,
    support_by_anchor,
    topics_of,
)
from labcamp.render.stage import HELPS
from labcamp.render.templates import fill, fill_as

ATOM, JSON = "feed.xml", "feed.json"
MOST = 50  # entries; a feed tells what is new, `series.json` everything


class Entry(NamedTuple):
    """One piece of news; its address is empty where nobody knows where the site is published."""

    id: str
    title: str
    address: str
    published: str
    updated: str
    summary: str
    content: str  # HTML
    language: str
    page: str  # in the site
    tags: tuple[str, ...]


def render(site: Site) -> Iterator[Artefact]:
    """`feed.xml` (RFC 4287) and `feed.json` (JSON Feed 1.1).

    Without `public:` of the series they have no links, which RFC 4287 section 4.1.2 allows beside a content.
    """
    news = tuple(entries(site))
    series = site.workspace.series
    values = {
        "series": series,
        "entries": news,
        "language": site.words.language,
        "id": _id(site, "feed"),
        "updated": max((entry.updated for entry in news), default=_written(dt.date(1970, 1, 1))),
        "home": public_address(site, HOME),
        "address": public_address(site, ATOM),
    }
    atom = fill_as("html", site.stage.templates, "site-feed.xml.j2", values)
    yield Artefact(f"{FOLDER}/{ATOM}", atom.encode())
    yield Artefact(f"{FOLDER}/{JSON}", f"{json.dumps(_json_feed(site, news), ensure_ascii=False, indent=2)}\n".encode())


def entries(site: Site) -> Iterator[Entry]:
    """The newest news, the newest first; of drafts there is none."""
    found = [(*times, event, told) for event in site.events if not event.draft for told, times in _news_of(site, event)]
    found.sort(key=lambda each: (each[1], each[0], each[2].sort_key, each[3]), reverse=True)
    of_papers = [(record.date, paper) for paper in site.papers if (record := site.workspace.records.get(paper.id))]
    news = [_of_paper(site, paper, day) for day, paper in of_papers if day and not site.is_draft(paper)]
    news += [_entry(site, event, told, (published, updated)) for published, updated, event, told in found[:MOST]]
    yield from sorted(news, key=lambda entry: entry.updated, reverse=True)[:MOST]


def stamps_of(site: Site, event: Event) -> list[dt.date]:
    """The days on which something of an event was announced, as far as its ledger knows them still, in order."""
    return sorted(record.stamp.date() for record in site.workspace.announced.get(event.id, {}).values())


def _news_of(site: Site, event: Event) -> Iterator[tuple[str, tuple[str, str]]]:
    """What there is to tell of an event, `announced` and `documented`, and when that was first and last said.

    It is dated by the ledger, else by the day of the event, never by the clock. What was announced after its last day
    is part of how one can read about it: whoever has written down old events has not announced them.
    """
    stamps, last = stamps_of(site, event), _last_day(event)
    early = [stamp for stamp in stamps if last is None or stamp <= last]
    if known := early or [day for day in (_first_day(event),) if day]:
        yield "announced", (_written(known[0]), _written(known[-1]))
    if last and is_documented(site.facts(event)):
        yield "documented", (_written(last), _written(max([last, *stamps])))


def is_documented(facts: Facts) -> bool:
    """Tell whether one can read or see how a past event was."""
    sessions = facts.event.agenda
    told = any(session.public_takeaways or session.links for session in sessions)
    return facts.held and bool(told or facts.links or facts.description)


def _first_day(event: Event) -> dt.date | None:
    return event.days[0] if event.days else dt.date(event.date.year, event.date.month, 1) if event.date else None


def _last_day(event: Event) -> dt.date | None:
    return event.days[-1] if event.days else _first_day(event)


def _written(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _id(site: Site, name: str) -> str:
    """A name for ever, made as the UID of an event is.

    The year of the first announcement, which a `tag:` (RFC 4151) would have in it, is not known before that, and the
    ledger forgets it when an event is moved: readers would be told the same news twice.
    """
    domain = uuid.uuid5(uuid.NAMESPACE_DNS, site.workspace.series.domain)
    return uuid.uuid5(domain, name).urn


def _entry(site: Site, event: Event, told: str, times: tuple[str, str]) -> Entry:
    facts = site.facts(event)
    title = event.heading
    if told == "documented":
        title = facts.words("site.feed_documented", title=title)
    elif event.cancelled:
        title = facts.words("notice.cancelled_title", title=title)
    values = {"facts": facts, "words": facts.words, "told": told, **HELPS["html"]}
    content = fill(site.stage.templates, "site-entry.html.j2", **values)
    return Entry(
        _id(site, f"feed/{event.id}/{told}"),
        title,
        public_address(site, page_of_event(event)),
        *times,
        event.summary or "",
        content.strip(),
        event.language,
        page_of_event(event),
        tuple(topic.name for topic in topics_of(event)),
    )


def _of_paper(site: Site, paper: Paper, announced: dt.date) -> Entry:
    """A paper that was announced: what it is about, and its findings with what bears them out."""
    words, document, whole = site.stage.words[paper.language], site.documents[paper.id], Argued(paper)
    support = support_by_anchor(document)
    findings = [(each.title, support.get(anchor_of(number), "")) for number, each in enumerate(paper.findings, 1)]
    values = {"paper": paper, "findings": findings, "words": words, **HELPS["html"]}
    content = fill(site.stage.templates, "site-entry-paper.html.j2", **values)
    return Entry(
        _id(site, f"feed/papers/{paper.id}"),
        words("site.feed_paper", title=paper.title),
        public_address(site, whole.address),
        _written(announced),
        _written(announced),
        paper.subtitle or "",
        content.strip(),
        paper.language,
        whole.address,
        tuple(topic.name for topic in site.topics_for(whole)),
    )


def _json_feed(site: Site, news: tuple[Entry, ...]) -> dict[str, object]:
    series = site.workspace.series
    known = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": series.title,
        "home_page_url": public_address(site, HOME),
        "feed_url": public_address(site, JSON),
        "description": series.subtitle,
        "language": site.words.language,
        "authors": [{"name": each.name} | ({"url": each.url} if each.url else {}) for each in series.organisers],
        "items": [_item(site, entry) for entry in news],
    }
    return {key: value for key, value in known.items() if value or key == "items"}


def _item(site: Site, entry: Entry) -> dict[str, object]:
    known = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.content,
        "summary": entry.summary,
        "image": public_address(site, card_of(site, entry.page)) if site.pdf else "",
        "date_published": entry.published,
        "date_modified": entry.updated,
        "tags": list(entry.tags),
        "language": entry.language,
    }
    return {key: value for key, value in known.items() if value or key == "content_html"}
