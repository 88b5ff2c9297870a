"""A page a session: what it was about, who brought it, what remains, and what came before and after it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from labcamp.check.agenda import clock
from labcamp.model.artefact import Artefact
from labcamp.render.dates import duration
from labcamp.render.facts import Facts
from labcamp.render.rows import kind_of, room_of, takeaways_of
from labcamp.render.site.about import Fact
from labcamp.render.site.contents import Argued, Site, Talk, page_of_event
from labcamp.render.site.frame import Page, title_of, write_page
from labcamp.render.site.links import linked, people, topics
from labcamp.render.site.material import of_talk
from labcamp.render.site.rows import in_another, short_of, size_of
from labcamp.render.words import Words


class Beside(NamedTuple):
    """The session before or after another: when it begins, what it is called, where its page lies."""

    time: str
    title: str
    address: str
    which: str = ""


class Citing(NamedTuple):
    """A finding that cites what was said, with its paper; its language where it is not that of the page."""

    title: str
    address: str
    paper: str
    language: str


def render(site: Site) -> Iterator[Artefact]:
    """`<id>/<session id>.html` of each session."""
    for event in site.events:
        if talks := site.talks_by_event[event.id]:
            facts = site.facts(event)
            known_ = (None, *talks, None)
            for number, talk in enumerate(talks, 1):
                yield _page(site, facts, talk, (known_[number - 1], known_[number + 1]))


def _page(site: Site, facts: Facts, talk: Talk, beside: Sequence[Talk | None]) -> Artefact:
    event, session, words = facts.event, talk.session, facts.words
    teaser = " ".join(session.teaser.split()) if session.teaser else ""
    page = Page(talk.address, title_of(session.title, site), about=teaser, draft=event.draft, notice=facts.notice)
    before, after = (_beside(each) if each else None for each in beside)
    return write_page(
        site, "site-session.html.j2", page, words,
        facts=facts, talk=talk, title=session.title, size=size_of(session.title), kind=kind_of(session, words),
        which=short_of(event), event_page=page_of_event(event), rows=_facts(site, page, facts, talk), teaser=teaser,
        takes=takeaways_of(session, words), material=of_talk(site, talk, words),
        cited=[_citing(each, words) for each in site.cited.get(talk.address, ())], before=before, after=after,
        label_before=_label("site.before", before, facts), label_after=_label("site.after", after, facts),
    )  # fmt: skip


def _citing(argued: Argued, words: Words) -> Citing:
    return Citing(argued.title, argued.address, argued.paper.title, in_another(argued.paper.language, words))


def _facts(site: Site, page: Page, facts: Facts, talk: Talk) -> tuple[Fact, ...]:
    session, words = talk.session, facts.words
    rows = (
        (words("site.meeting"), linked(page, [(facts.event.heading, page_of_event(facts.event))], words)),
        (words("when.label_date"), facts.date),
        (words("when.label"), _time(talk, facts)),
        (words("place.label"), room_of(session.room or "", words)),
        (words("site.with"), people(site, page, session.by, "<br>")),
        (words("site.topics"), topics(page, session.topics, words)),
    )
    return tuple(Fact(label, value) for label, value in rows if value)


def _time(talk: Talk, facts: Facts) -> str:
    """When it begins and how long it takes, as far as known."""
    start, minutes = talk.timed.start_on_clock, talk.session.minutes
    begins = facts.words("dates.at_hour", start=clock(start)) if start is not None else ""
    return ", ".join(filter(None, (begins, duration(minutes, facts.words) if minutes else "")))


def _label(key: str, beside: Beside | None, facts: Facts) -> str:
    """`Davor, 14 Uhr`."""
    begins = facts.words("dates.at_hour", start=beside.time) if beside and beside.time else ""
    return ", ".join(filter(None, (facts.words(key), begins)))


def _beside(talk: Talk) -> Beside:
    start = talk.timed.start_on_clock
    return Beside("" if start is None else clock(start), talk.session.title, talk.address)
