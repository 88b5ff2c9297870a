"""A page a topic, and one with all of them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from labcamp.files.markdown import plain
from labcamp.model import Topic
from labcamp.model.artefact import Artefact
from labcamp.render.dates import listed
from labcamp.render.site.contents import TOPICS, Part, Site, Talk, page_of_topic
from labcamp.render.site.frame import Page, title_of, write_page
from labcamp.render.site.links import bold
from labcamp.render.site.prose import lead_of
from labcamp.render.site.rows import counted, finds, hosted_by, month_of, short_of, size_of, trace, who
from labcamp.render.words import Words

FEW = 6  # events that are named one by one


class Listed(NamedTuple):
    """A topic in the list of all of them."""

    title: str
    address: str
    about: str
    small: str


class Take(NamedTuple):
    """What was learned in a session, and where that was said."""

    text: str
    title: str
    address: str
    small: str


def render(site: Site) -> Iterator[Artefact]:
    """`topics/index.html` and `topics/<id>.html`; nothing where nothing has a topic."""
    if site.topics:
        words = site.words
        page = Page(TOPICS, title_of(words("site.topics"), site), belongs=TOPICS)
        topics = [_listed(site, topic) for topic in site.topics]
        yield write_page(site, "site-topics.html.j2", page, words, topics=topics)
    for topic in site.topics:
        yield _page(site, topic)


def _listed(site: Site, topic: Topic) -> Listed:
    words, met = site.words, site.of_topics[topic.id].met
    names = listed([short_of(event) for event in met], words) if len(met) <= FEW else ""
    small = words("site.at_named" if names else "site.at", meetings=counted(len(met), words, "meetings"), names=names)
    return Listed(topic.name, page_of_topic(topic), " ".join(plain(topic.description or "").split()), small)


def _page(site: Site, topic: Topic) -> Artefact:
    words, part = site.words, site.of_topics[topic.id]
    lead, text = lead_of(topic.description or "")
    page = Page(page_of_topic(topic), title_of(topic.name, site), about=lead, belongs=TOPICS)
    rows = finds(part, words, lambda event: hosted_by(event, words), lambda talk: who(talk.session.by, words))
    return write_page(
        site, "site-topic.html.j2", page, words,
        topic=topic, size=size_of(topic.name), trace=trace(site, part, words), sentence=sentence(site, part),
        lead=lead, text=text, takes=_takes(site, part), rows=list(rows),
    )  # fmt: skip


def sentence(site: Site, part: Part) -> Any:
    """`Darum ging es an drei Treffen, mit sechs Organisationen.`; of what is only planned in the present tense."""
    words, held = site.words, part.before(site.workspace.today)
    counts, key = (held, "site.was_about") if held.met else (part, "site.is_about")
    meetings = bold(counted(len(counts.met), words, "meetings"))
    if not (found := organisations(counts)):
        return words(f"{key}_nobody", meetings=meetings)
    return words(key, meetings=meetings, organisations=bold(counted(len(found), words, "organisations")))


def organisations(part: Part) -> set[str]:
    """The ids of those that host the events, and of those that bring the sessions."""
    of_events = (host for event in part.events for host in event.hosts)
    of_talks = (person.organisation for talk in part.talks for person in talk.session.by if person.organisation)
    return {each.id for each in (*of_events, *of_talks)}


def _takes(site: Site, part: Part) -> list[Take]:
    """What was learned about it: in its sessions, and in all of an event that was about it."""
    whole = [talk for event in part.events for talk in site.talks_by_event[event.id]]
    talks = {talk.address: talk for talk in (*whole, *part.talks) if talk.session.told}
    latest = sorted(talks.values(), key=lambda talk: talk.event.sort_key, reverse=True)
    return [_take(talk, text, site.words) for talk in latest for text in talk.session.told]


def _take(talk: Talk, text: str, words: Words) -> Take:
    small = ", ".join(filter(None, (talk.event.title, month_of(talk.event, words), who(talk.session.by, words))))
    return Take(text, talk.session.title, talk.address, small)
