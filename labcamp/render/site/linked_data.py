"""What search engines and other programs read of a page: JSON-LD in the words of schema.org.

An `@id` is the public address and a fragment. Where nobody knows the address there is none: a relative one would be
another on each web space and on each disk, so it would name nothing; other pages are then named in words alone.
Events on other pages are named by their `@id` alone, for Google takes what has a type for an event that lacks the rest.
"""

import json
from collections.abc import Iterable, Iterator

from labcamp.exchange.schema_org import (
    Node,
    address_of_licence,
    block_of,
    dates_of_event,
    dates_of_session,
    node_of,
    offer_of,
    state_of,
)
from labcamp.files.markdown import plain
from labcamp.model import Event, Link, Organisation, Paper, Person
from labcamp.model.series import is_nobody, shown
from labcamp.render.facts import Facts
from labcamp.render.papers.tree import DOI
from labcamp.render.site.contents import (
    HOME,
    Argued,
    Site,
    Talk,
    card_of,
    page_of_event,
    page_of_organisation,
    public_address,
    topics_of,
)


def data_of(site: Site, address: str) -> str:
    """The JSON-LD of the page at an address; empty where it is about nothing that has a day."""
    if address == HOME:
        return block_of([_series(site)])
    if paper := site.papers_by_page.get(address):
        return "" if site.is_draft(paper) else block_of([_about_paper(site, paper)])
    event = site.events_by_id.get(address.partition("/")[0])
    if event is None or event.draft:
        return ""
    if address == page_of_event(event):
        return block_of(_about_event(site, event))
    talk = site.talks_by_page.get(address)
    return block_of(_about_talk(site, talk)) if talk else ""


# The series, an event, a session


def _series(site: Site) -> Node:
    series, words = site.workspace.series, site.words
    dated = [event for event in site.events if event.days and not event.draft]
    return node_of(
        **_series_named(site),
        url=public_address(site, HOME),
        description=series.subtitle,
        inLanguage=words.language,
        sameAs=series.homepage if series.homepage != series.public else None,
        image=_image(site, HOME),
        organizer=[_organisation(site, each) for each in series.organisers],
        subEvent=[_other(_event_named(site, event)) for event in dated],
    )


def _about_event(site: Site, event: Event) -> Iterator[Node]:
    """The event and its recordings; an event of which no day is known is none that schema.org could name."""
    facts = site.facts(event)
    if event.days:
        yield _event(site, facts)
    yield from _recordings(facts, facts.links, _other(_event_named(site, event)) if event.days else {})


def _event(site: Site, facts: Facts) -> Node:
    event, series = facts.event, facts.series
    address = page_of_event(event)
    talks = [talk for talk in site.talks_by_event[event.id] if dates_of_session(talk.event, talk.timed)]
    return node_of(
        **_event_named(site, event),
        url=public_address(site, address),
        alternateName=event.subtitle,
        description=facts.about,
        image=_image(site, address),
        **dates_of_event(event),
        **state_of(event, facts.words("place.online")),
        keywords=[topic.name for topic in topics_of(event)],
        organizer=[_organisation(site, each) for each in event.hosts or series.organisers],
        contributor=[_organisation(site, each) for each in event.partners],
        performer=[] if event.cancelled else _performers(site, (p for session in event.agenda for p in session.by)),
        maximumAttendeeCapacity=event.registration.seats,
        **offer_of(event, facts.today),
        superEvent=_series_named(site),
        subEvent=[_other(_talk_named(site, talk)) for talk in talks],
    )


def _about_talk(site: Site, talk: Talk) -> Iterator[Node]:
    facts, session = site.facts(talk.event), talk.session
    when = dates_of_session(talk.event, talk.timed)
    if when:
        yield node_of(
            **_talk_named(site, talk),
            url=public_address(site, talk.address),
            description=plain(session.teaser or ""),
            image=_image(site, talk.address),
            **when,
            **state_of(talk.event, facts.words("place.online"), session.room or ""),
            keywords=[topic.name for topic in session.topics],
            organizer=[_organisation(site, each) for each in talk.event.hosts or facts.series.organisers],
            performer=_performers(site, session.by),
            superEvent=_other(_event_named(site, talk.event)),
        )
    links = shown(session.links, facts.files)
    yield from _recordings(facts, links, _other(_talk_named(site, talk)) if when else {})


def _about_paper(site: Site, paper: Paper) -> Node:
    """A paper, the sessions that it cites, and their addresses, each once."""
    whole, document, series = Argued(paper), site.documents[paper.id], site.workspace.series
    works = {source.address: source.work for source in document.sources}
    return node_of(
        **_named(site, "Report", paper.title, f"{whole.address}#paper"),
        url=public_address(site, whole.address),
        alternativeHeadline=paper.subtitle,
        version=paper.version,
        datePublished=paper.date.isoformat() if paper.date else None,
        inLanguage=paper.language,
        license=address_of_licence(paper.licence or ""),
        sameAs=f"{DOI}{paper.doi}" if paper.doi else None,
        image=_image(site, whole.address),
        editor=_performers(site, paper.editors),
        publisher=[_organisation(site, each) for each in series.organisers],
        keywords=[topic.name for topic in site.topics_for(whole)],
        citation=[node_of(at_type="CreativeWork", name=each.title, url=each.url) for each in works.values()],
        isBasedOn=[public_address(site, address) for address in works] if series.public else [],
    )


# What is named on several pages


def _named(site: Site, sort: str, name: str, address: str) -> Node:
    """What something is and is called, and its `@id` where the site has a public address."""
    return node_of(at_type=sort, at_id=public_address(site, address), name=name)


def _series_named(site: Site) -> Node:
    return _named(site, "EventSeries", site.workspace.series.title, f"{HOME}#series")


def _event_named(site: Site, event: Event) -> Node:
    return _named(site, "Event", event.heading, f"{page_of_event(event)}#event")


def _talk_named(site: Site, talk: Talk) -> Node:
    return _named(site, "Event", talk.session.title, f"{talk.address}#event")


def _other(named: Node) -> Node:
    """What another page is about: by its `@id` alone, where it has one."""
    return {"@id": named["@id"]} if "@id" in named else named


def _organisation(site: Site, organisation: Organisation) -> Node:
    known = node_of(at_type="Organization", name=organisation.name, url=organisation.url)
    if organisation.id in site.organisation_ids:
        address = f"{page_of_organisation(organisation)}#organisation"
        known |= node_of(at_id=public_address(site, address))
    return known


def _performers(site: Site, people: Iterable[Person]) -> list[Node]:
    """Who speaks, each once: people by name, and organisations of whom nobody is named."""
    found = (_performer(site, person) for person in people)
    return list({json.dumps(each): each for each in found if each}.values())


def _performer(site: Site, person: Person) -> Node:
    of = _organisation(site, person.organisation) if person.organisation else {}
    if not person.name or is_nobody(person.name):
        return of
    return node_of(at_type="Person", name=person.name, jobTitle=person.role, affiliation=of)


def _image(site: Site, address: str) -> str:
    return public_address(site, card_of(site, address)) if site.pdf else ""


# What can be seen afterwards


def _recordings(facts: Facts, links: Iterable[Link], about: Node) -> Iterator[Node]:
    """The recordings to which those who are heard in them have agreed."""
    for link in links:
        if link.type == "recording" and link.consent and link.address:
            yield node_of(
                at_type="VideoObject",
                name=link.title,
                url=link.address,
                license=address_of_licence(link.licence or ""),
                inLanguage=facts.event.language,
                recordedAt=about,
            )
