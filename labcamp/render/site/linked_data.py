"""What search engines and other programs read of a page: JSON-LD in the words of schema.org.

An `@id` is the public address and a fragment. Where nobody knows the address there is none: a relative one would be
another on each web space and on each disk, so it would name nothing; other pages are then named in words alone.
Events on other pages are named by their `@id` alone, for Google takes what has a type for an event that lacks the rest.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from labcamp.files.markdown import plain
from labcamp.model import Event, Link, Organisation, Paper, Person, Place
from labcamp.model.series import is_nobody, shown
from labcamp.model.zones import moment
from labcamp.patterns import pattern_of
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

Node = dict[str, Any]
CONTEXT = "https://schema.org"
# A page holds it between tags, and the two line ends are none in JSON but were in scripts
ESCAPES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
NAMES = {"at_type": "@type", "at_id": "@id"}  # what no argument can be called
FREE = pattern_of(r"\b(?:kostenfrei|kostenlos|gratis|umsonst|unentgeltlich|free(?: of charge)?)\b", re.IGNORECASE)
NOT_FREE = pattern_of(r"[1-9]|\b(?:nicht|kein\w*|not|no)\b", re.IGNORECASE)
PRICE = pattern_of(r"(?P<before>€|EUR|CHF)?\s*(?P<sum>\d+(?:[.,]\d\d)?)\s*(?P<after>€|Euros?|EUR|CHF|Franken)?", re.I)
CURRENCIES = {"€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR", "chf": "CHF", "franken": "CHF"}
CREATIVE_COMMONS = pattern_of(r"CC[ -](?P<kind>BY(?:-(?:NC|ND|SA))*)[ -](?P<version>\d\.\d)", re.IGNORECASE)
CC0 = "https://creativecommons.org/publicdomain/zero/1.0/"
MODES = {(True, True): "Mixed", (True, False): "Online", (False, True): "Offline"}


def data_of(site: Site, address: str) -> str:
    """The JSON-LD of the page at an address; empty where it is about nothing that has a day."""
    if address == HOME:
        return _block([_series(site)])
    if paper := site.papers_by_page.get(address):
        return "" if site.is_draft(paper) else _block([_about_paper(site, paper)])
    folder, _, name = address.partition("/")
    event = site.events_by_id.get(folder)
    if event is None or event.draft:
        return ""
    if address == page_of_event(event):
        return _block(_about_event(site, event))
    talk = next((talk for talk in site.talks_by_event[folder] if talk.address == f"{folder}/{name}"), None)
    return _block(_about_talk(site, talk)) if talk else ""


def _block(nodes: Iterable[Node]) -> str:
    found = list(nodes)
    if not found:
        return ""
    whole = found[0] if len(found) == 1 else {"@graph": found}
    text = json.dumps({"@context": CONTEXT, **whole}, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in ESCAPES.items():  # much faster than to translate
        text = text.replace(sign, escaped)
    return text


def _known(**values: Any) -> Node:
    """A node of what is known; a list of one is that one."""
    return {
        NAMES.get(name, name): value[0] if value.__class__ is list and len(value) == 1 else value
        for name, value in values.items()
        if value or value.__class__ is float  # degrees may be 0.0
    }


# The series, an event, a session


def _series(site: Site) -> Node:
    series, words = site.workspace.series, site.words
    dated = [event for event in site.events if event.days and not event.draft]
    return _known(
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
    talks = [talk for talk in site.talks_by_event[event.id] if _time_of_talk(talk)]
    return _known(
        **_event_named(site, event),
        url=public_address(site, address),
        alternateName=event.subtitle,
        description=facts.about,
        image=_image(site, address),
        **_time(event),
        **_state(facts),
        keywords=[topic.name for topic in topics_of(event)],
        organizer=[_organisation(site, each) for each in event.hosts or series.organisers],
        contributor=[_organisation(site, each) for each in event.partners],
        performer=[] if event.cancelled else _performers(site, (p for session in event.agenda for p in session.by)),
        maximumAttendeeCapacity=event.registration.seats,
        **_price(facts),
        superEvent=_series_named(site),
        subEvent=[_other(_talk_named(site, talk)) for talk in talks],
    )


def _about_talk(site: Site, talk: Talk) -> Iterator[Node]:
    facts, session = site.facts(talk.event), talk.session
    when = _time_of_talk(talk)
    if when:
        yield _known(
            **_talk_named(site, talk),
            url=public_address(site, talk.address),
            description=plain(session.teaser or ""),
            image=_image(site, talk.address),
            **when,
            **_state(facts, session.room or ""),
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
    return _known(
        **_named(site, "Report", paper.title, f"{whole.address}#paper"),
        url=public_address(site, whole.address),
        alternativeHeadline=paper.subtitle,
        version=paper.version,
        datePublished=paper.date.isoformat() if paper.date else None,
        inLanguage=paper.language,
        license=_licence(paper.licence or ""),
        sameAs=f"{DOI}{paper.doi}" if paper.doi else None,
        image=_image(site, whole.address),
        editor=_performers(site, paper.editors),
        publisher=[_organisation(site, each) for each in series.organisers],
        keywords=[topic.name for topic in site.topics_for(whole)],
        citation=[_known(at_type="CreativeWork", name=each.title, url=each.url) for each in works.values()],
        isBasedOn=[public_address(site, address) for address in works] if series.public else [],
    )


# What is named on several pages


def _named(site: Site, sort: str, name: str, address: str) -> Node:
    """What something is and is called, and its `@id` where the site has a public address."""
    return _known(at_type=sort, at_id=public_address(site, address), name=name)


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
    known = _known(at_type="Organization", name=organisation.name, url=organisation.url)
    if organisation.id in site.organisation_ids:
        address = f"{page_of_organisation(organisation)}#organisation"
        known |= _known(at_id=public_address(site, address))
    return known


def _performers(site: Site, people: Iterable[Person]) -> list[Node]:
    """Who speaks, each once: people by name, and organisations of whom nobody is named."""
    found = (_performer(site, person) for person in people)
    return list({json.dumps(each): each for each in found if each}.values())


def _performer(site: Site, person: Person) -> Node:
    of = _organisation(site, person.organisation) if person.organisation else {}
    if not person.name or is_nobody(person.name):
        return of
    return _known(at_type="Person", name=person.name, jobTitle=person.role, affiliation=of)


def _image(site: Site, address: str) -> str:
    return public_address(site, card_of(site, address)) if site.pdf else ""


# When and where, and at what price


def days_of(event: Event) -> list[Node]:
    """Each day of an event, with its hours as far as they are known."""
    days, time = [day.isoformat() for day in event.days], event.time
    if spans := event.moments:
        hours = [(begin.isoformat(), end.isoformat()) for begin, end in spans]
        return [_known(date=day, start=start, end=end) for day, (start, end) in zip(days, hours, strict=True)]
    starts = (moment(day, time.start, event.zone).isoformat() if time else None for day in event.days)
    return [_known(date=day, start=start) for day, start in zip(days, starts, strict=True)]


def time_of_talk(talk: Talk) -> Node:
    """When a session begins and ends, as far as both its day and its hours are known."""
    days, timed, zone = talk.event.days, talk.timed, talk.event.zone
    if timed.start is None or not 1 <= timed.day <= len(days):
        return {}
    day = days[timed.day - 1]
    ends = moment(day, timed.end, zone).isoformat() if timed.end is not None and timed.end > timed.start else None
    return _known(start=moment(day, timed.start, zone).isoformat(), end=ends)


def _time(event: Event) -> Node:
    """From when to when an event is: moments with their offset from UTC, else days."""
    first, last = days_of(event)[0], days_of(event)[-1]
    timed_start = event.time and not event.moments and first == last  # then only its end is not known
    ends = None if timed_start else last.get("end", last["date"])
    return _known(startDate=first.get("start", first["date"]), endDate=ends)


def _time_of_talk(talk: Talk) -> Node:
    """The same of a session; nothing where not even its day is known."""
    if not 1 <= talk.timed.day <= len(talk.event.days):
        return {}
    day, known = talk.event.days[talk.timed.day - 1].isoformat(), time_of_talk(talk)
    return _known(startDate=known.get("start", day), endDate=known.get("end"))


def _state(facts: Facts, room: str = "") -> Node:
    """Whether it takes place, how one takes part and where, in which language, and whether it costs something."""
    event = facts.event
    moved = event.moved_from if event.moved_from not in event.days else None
    status = "Cancelled" if event.cancelled else "Rescheduled" if moved else "Scheduled"
    place = event.place or Place()
    mode = MODES.get((place.online, place.on_site))
    return _known(
        eventStatus=f"https://schema.org/Event{status}",
        previousStartDate=moved.isoformat() if moved else None,
        eventAttendanceMode=f"https://schema.org/{mode}EventAttendanceMode" if mode else None,
        location=[*_venue(place, room), *_virtual(facts, place)],
        inLanguage=event.language,
        isAccessibleForFree=True if _is_free(event.registration.price or "") else None,
    )


def _venue(place: Place, room: str) -> Iterator[Node]:
    """Where people come together: its name, its address as far as known, and where it is on earth."""
    if not place.on_site:
        return
    address = _known(
        at_type="PostalAddress",
        streetAddress=place.street,
        postalCode=place.postcode,
        addressLocality=place.city,
        addressCountry=place.country,
    )
    point = place.point
    yield _known(
        at_type="Place",
        name=", ".join(filter(None, (place.name or place.city, room or place.room))) or place.street,
        address=address if len(address) > 1 else None,
        geo=_known(at_type="GeoCoordinates", latitude=point[0], longitude=point[1]) if point else None,
        url=None if place.online else place.url,
    )


def _virtual(facts: Facts, place: Place) -> Iterator[Node]:
    """That people can take part from elsewhere: where they register, never what leads straight into the meeting."""
    if place.online:
        name = facts.words("place.online")
        yield _known(at_type="VirtualLocation", name=name, url=facts.event.registration.url)


def _is_free(price: str) -> bool:
    return FREE.search(price) is not None and NOT_FREE.search(price) is None


def _price(facts: Facts) -> Node:
    """What it costs to take part, while people can register for it; nothing where the price is no plain sum."""
    registration = facts.event.registration
    price = registration.price or ""
    found = PRICE.fullmatch(price.strip())
    currency = CURRENCIES.get(((found["before"] or found["after"] or "") if found else "").lower())
    if not (registration.url and facts.open and (_is_free(price) or (found and currency))):
        return {}
    offer = _known(
        at_type="Offer",
        url=registration.url,
        price=found["sum"].replace(",", ".") if found and currency else "0",
        priceCurrency=currency or "EUR",
        availabilityEnds=registration.until.isoformat() if registration.until else None,
    )
    return {"offers": offer}


# What can be seen afterwards


def _recordings(facts: Facts, links: Iterable[Link], about: Node) -> Iterator[Node]:
    """The recordings to which those who are heard in them have agreed."""
    for link in links:
        if link.type == "recording" and link.consent and link.address:
            yield _known(
                at_type="VideoObject",
                name=link.title,
                url=link.address,
                license=_licence(link.licence or ""),
                inLanguage=facts.event.language,
                recordedAt=about,
            )


def _licence(said: str) -> str:
    """The address of a licence of Creative Commons; empty for any other, for schema.org wants an address."""
    if said.upper().startswith("CC0"):
        return CC0
    found = CREATIVE_COMMONS.match(said)
    return f"https://creativecommons.org/licenses/{found['kind'].lower()}/{found['version']}/" if found else ""
