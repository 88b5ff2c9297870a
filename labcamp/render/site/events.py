"""A page an event: before it what to know and how to take part, after it what remains."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.render.calendar import render as calendar_files
from labcamp.render.dates import Leaf
from labcamp.render.facts import Facts
from labcamp.render.rows import said_in_words
from labcamp.render.site.about import action_of, facts_of, leaf_class, machine_date
from labcamp.render.site.contents import FOLDER, Site, Taken, page_of_event
from labcamp.render.site.frame import Page, write_page
from labcamp.render.site.material import of_event
from labcamp.render.site.programme import programme
from labcamp.render.site.prose import lead_of
from labcamp.render.site.rows import Edition, edition, name_of, size_of, who
from labcamp.render.words import Words
from labcamp.workspace.public import on_the_site


class Head(NamedTuple):
    """The head of an event: its day on a leaf, else its number; a line above its name, and its name with a size."""

    leaf: Leaf | None
    below: str  # the weekday on the leaf, or that the day is not known yet
    day: str  # the class of what stands large on the leaf
    date: str  # as machines read it
    kicker: str
    hours: str  # what follows it, and stays together
    title: str
    size: str


class Take(NamedTuple):
    """What was learned in a session."""

    text: str
    title: str
    address: str
    who: str


def render(site: Site) -> Iterator[Artefact]:
    """`<id>/index.html` of each event, and the calendar files beside them."""
    for event in site.events:
        yield _page(site, site.facts(event))
    for file in calendar_files(site.stage, site.events):
        yield Artefact(f"{FOLDER}/{file.name}", file.content)


def _page(site: Site, facts: Facts) -> Artefact:
    event, words = facts.event, facts.words
    page = Page(page_of_event(event), facts.page_title, about=facts.about, draft=event.draft, notice=facts.notice)
    lead, text = told(facts)
    contact = event.contact or site.workspace.series.contact
    return write_page(
        site, "site-event.html.j2", page, words,
        facts=facts, head=head_of(site, facts), rows=facts_of(site, page, facts),
        action=action_of(site, page, facts), lead=lead, text=text, days=programme(site, facts),
        takes=[_take(taken, words) for taken in site.takes_by_event.get(event.id, ())],
        handout=f"{event.id}/agenda.pdf" if site.pdf else "",
        material=of_event(site, event, words), lacking=lacking(facts), ask=contact.email or "",
        **_beside(site, facts),
    )  # fmt: skip


def _take(taken: Taken, words: Words) -> Take:
    talk, said = taken
    by = "" if said.takeaway.quote else who(said.by, words)  # a quote says it itself
    return Take(said_in_words(said.takeaway, said.by, words), talk.session.title, talk.address, by)


def _beside(site: Site, facts: Facts) -> dict[str, Any]:
    """The events before and after an event, and what stands above each: `Davor, September 2020`."""
    words = facts.words
    before, after = (_next_to(each, words) if each else None for each in site.beside[facts.event.id])
    labels = (words("site.before"), before), (words("site.after"), after)
    first, last = (", ".join(filter(None, (label, each.month if each else ""))) for label, each in labels)
    return {"before": before, "after": after, "label_before": first, "label_after": last}


def _next_to(event: Event, words: Words) -> Edition:
    """An event as a neighbour: its number and its name, which may have the number in it."""
    row = edition(event, words)
    return row._replace(which="") if row.title == event.title else row


def lacking(facts: Facts) -> str:
    """That there is no recording of an event that was held, or neither that nor slides; empty where there is one."""
    links = (*facts.event.links, *(link for session in facts.event.agenda for link in session.links))
    known = {link.type for link in on_the_site(links)}
    if not facts.held or "recording" in known:
        return ""
    return facts.words("site.no_recording" if "slides" in known else "site.no_material")


def head_of(site: Site, facts: Facts) -> Head:
    """The head of an event: to come it is known by its day, afterwards by its number if it has one."""
    event, words = facts.event, facts.words
    leaf = facts.leaf if event.number is None or not facts.held else None
    title = name_of(event) if facts.held else event.theme or event.title
    follows = words("site.day_follows") if facts.upcoming else ""
    return Head(
        leaf,
        below=(leaf.weekday or follows) if leaf else "",
        day=leaf_class(leaf.big) if leaf else "",
        date=machine_date(event),
        kicker=_kicker(site, facts),
        hours=facts.hours if facts.held else "",
        title=title,
        size=size_of(title),
    )


def _kicker(site: Site, facts: Facts) -> str:
    """What stands above the name: looking back the day, else which event it is."""
    event, words = facts.event, facts.words
    if facts.held:
        return facts.date
    title = event.title if event.theme else ""
    if event.cancelled:
        return words("site.cancelled_title", title=title) if title else words("site.cancelled_alone")
    if event is site.following:
        return words("site.next_title", title=title) if title else words("site.next")
    return title


def told(facts: Facts) -> tuple[str, str]:
    """What is set large of an event, as plain text, and what follows in Markdown: looking back, its own beginning."""
    if facts.held or not facts.event.summary:
        lead, rest = lead_of(facts.description)
        return (lead, rest) if lead else (facts.event.summary or "", facts.description)
    return facts.event.summary, facts.description
