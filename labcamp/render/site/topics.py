"""A page a topic, and one with all of them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from labcamp.files.markdown import plain
from labcamp.model import Topic
from labcamp.model.artefact import Artefact
from labcamp.render.dates import listed
from labcamp.render.rows import said_in_words
from labcamp.render.site.contents import TOPICS, Part, Site, Taken, page_of_topic
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
    """The ids of those that host the events, bring the sessions, and said what was taken away."""
    of_events = (host for event in part.events for host in event.hosts)
    own = (said for _, said in part.takes if said.takeaway.topics or said.takeaway.by)
    people = (*(who for talk in part.talks for who in talk.session.by), *(who for said in own for who in said.by))
    return {each.id for each in (*of_events, *(who.organisation for who in people if who.organisation))}


def _takes(site: Site, part: Part) -> list[Take]:
    """What was learned about it, the latest first."""
    latest = sorted(part.takes, key=lambda taken: taken.talk.event.sort_key, reverse=True)
    return [_take(taken, site.words) for taken in latest]


def _take(taken: Taken, words: Words) -> Take:
    talk, said = taken
    by = "" if said.takeaway.quote else who(said.by, words)  # a quote says it itself
    small = ", ".join(filter(None, (talk.event.title, month_of(talk.event, words), by)))
    return Take(said_in_words(said.takeaway, said.by, words), talk.session.title, talk.address, small)
