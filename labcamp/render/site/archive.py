"""The archive: all sessions of all events as one list, which a script narrows down and searches."""

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from typing import NamedTuple

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.render.dates import day_and_month, days_in_words, listed
from labcamp.render.papers.tree import anchor_of
from labcamp.render.site.assets import squeezed
from labcamp.render.site.contents import ARCHIVE, FOLDER, Argued, Site, edition_of, page_of_event, support_by_anchor
from labcamp.render.site.frame import Page, write_page
from labcamp.render.site.rows import foreign, in_another, name_of, short_of, who
from labcamp.render.site.search import DATA, Entry, entries_of, program, search_data
from labcamp.render.templates import fill
from labcamp.render.words import Words

# What the list is narrowed down by, with the heading of each
FILTERS = {
    "event": "site.meeting",
    "topic": "site.topic",
    "organisation": "site.organisation",
    "country": "site.country",
    "material": "site.material",
}


class Box(NamedTuple):
    """A box to tick: what the address says of it, what it is called, and how many entries it keeps."""

    id: str
    value: str
    title: str
    entries: int


class Row(NamedTuple):
    """An entry of the list; `tags` are the boxes that keep it."""

    title: str
    address: str
    said: str
    tags: str


class Meeting(NamedTuple):
    """An event with its sessions, or a paper with its findings; its language where it is not that of the page."""

    which: str
    whole: Row
    rows: list[Row]
    language: str


def render(site: Site) -> Iterator[Artefact]:
    """`archive.html`, its style, the program and the texts it searches; nothing where there is nothing to find."""
    if not site.talks:
        return
    data = search_data(site)
    page = Page(ARCHIVE, f"{site.words('site.archive')} · {site.workspace.series.title}", belongs=ARCHIVE)
    entries = list(entries_of(site))
    boxes = _boxes(site, entries)
    yield write_page(
        site, "site-archive.html.j2", page, site.words,
        filters=[(name, site.words(heading), boxes[name].values()) for name, heading in FILTERS.items() if boxes[name]],
        meetings=_meetings(site, entries, boxes), count=len(entries), slot="{}",
        # Where texts have changed, a browser that has kept the old ones asks anew.
        texts=f"{DATA}?{sha256(data.content).hexdigest()[:8]}",
    )  # fmt: skip
    yield program(site)
    yield data
    style = fill(site.stage.templates, "site-archive.css.j2")
    yield Artefact(f"{FOLDER}/assets/archive.css", squeezed(style).encode())


def _meetings(site: Site, entries: Iterable[Entry | Argued], boxes: dict[str, dict[str, Box]]) -> list[Meeting]:
    meetings: list[Meeting] = []
    words = site.words
    for entry in entries:
        kept = _kept_by(site, entry).items()
        tags = " ".join(boxes[name][value].id for name, values in kept for value in values)
        if isinstance(entry, Argued):
            row = Row(entry.title, entry.address, _said_of(site, entry), tags)
            if entry.number:
                meetings[-1].rows.append(row)
            else:
                meetings.append(Meeting("", row, [], in_another(entry.paper.language, words)))
        elif talk := entry.talk:
            said = who(talk.session.by, words)
            meetings[-1].rows.append(Row(talk.session.title, talk.address, said, tags))
        else:
            event = entry.event
            whole = Row(name_of(event), page_of_event(event), _said(event, words), tags)
            which = short_of(event) if event.number is not None else ""
            meetings.append(Meeting(which, whole, [], foreign(event, words)))
    return meetings


def _said_of(site: Site, argued: Argued) -> str:
    """How much bears out a finding; of a paper as a whole that it is one, and which edition of it."""
    paper, number = argued
    if number:
        return support_by_anchor(site.documents[paper.id]).get(anchor_of(number), "")
    return ", ".join(filter(None, (site.words("site.paper"), edition_of(paper, site.words))))


def _said(event: Event, words: Words) -> str:
    """When it was and who hosted it: `26. Februar 2024, Lab A und Lab B`; that it was cancelled."""
    hosts = words("site.cancelled") if event.cancelled else listed([host.name for host in event.hosts], words)
    return ", ".join(filter(None, (_day(event, words), hosts)))


def _day(event: Event, words: Words) -> str:
    """`26. Februar 2024`; several days or a month in full; empty when unknown."""
    if len(event.days) == 1:
        return f"{day_and_month(event.days[0], words)} {event.days[0].year}"
    return days_in_words(event.date, words) if event.date else ""


def _boxes(site: Site, entries: Iterable[Entry | Argued]) -> dict[str, dict[str, Box]]:
    """The boxes of each filter by what the address says of them, in the order in which the list has them."""
    counts: dict[str, dict[str, tuple[str, int]]] = {name: {} for name in FILTERS}
    for entry in entries:
        for name, values in _kept_by(site, entry).items():
            for value, title in values.items():
                counts[name][value] = title, counts[name].get(value, ("", 0))[1] + 1
    return {
        name: {
            value: Box(f"{name[0]}{number}", value, *known)  # the script knows by the letter what belongs together
            for number, (value, known) in enumerate(_ordered(name, found))
        }
        for name, found in counts.items()
    }


def _ordered(name: str, found: dict[str, tuple[str, int]]) -> list[tuple[str, tuple[str, int]]]:
    """Events as they stand in the list, all else by how much there is."""
    return list(found.items()) if name == "event" else sorted(found.items(), key=lambda item: -item[1][1])


def _kept_by(site: Site, entry: Entry | Argued) -> dict[str, dict[str, str]]:
    """For each filter what keeps an entry, with its title; a paper is kept by what its sources are about."""
    words = site.words
    if isinstance(entry, Argued):
        return {"topic": {topic.id: topic.name for topic in site.topics_for(entry)}}
    organisations = entry.organisations
    return {
        "event": {entry.event.id: short_of(entry.event)},
        "topic": {topic.id: topic.name for topic in entry.topics},
        "organisation": {each.id: each.name for each in organisations},
        "country": {each.country: country(each.country, words.language) for each in organisations if each.country},
        "material": {link.type: words(f"site.kind_{link.type}") for link in entry.links},
    }


@cache
def country(code: str, language: str) -> str:
    """A country by its code in a language: `Deutschland`; what is no code stays as it is written."""
    from babel import Locale

    return str(Locale.parse(language, sep="-").territories.get(code.upper(), code))
