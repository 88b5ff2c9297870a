"""An event as JSON-LD in the words of schema.org, all of it in one file, its sessions too, for who has no website."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

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
from labcamp.model import Event, Link, Organisation, Person, Series
from labcamp.model.artefact import Artefact
from labcamp.model.entries import uid_of
from labcamp.model.session import TimedSession
from labcamp.texts import phrases
from labcamp.workspace import Workspace
from labcamp.workspace.public import address_on_web, known, on_the_site

SORTS = {"recording": "VideoObject", "photo": "ImageObject", "slides": "PresentationDigitalDocument"}
SORTS |= {"page": "WebPage", "report": "Report", "paper": "ScholarlyArticle", "notes": "NoteDigitalDocument"}
OTHERWISE = "CreativeWork"


def render(workspace: Workspace, events: Iterable[Event]) -> Iterator[Artefact]:
    """`event.jsonld` of each event."""
    for event in events:
        text = block_of([_event(workspace, event)], indent=2)
        yield Artefact(f"{event.id}/event.jsonld", f"{text}\n".encode())


def _event(workspace: Workspace, event: Event) -> Node:
    series, state = workspace.series, partial(state_of, event, _online(event))
    page = "" if event.draft else address_on_web(series, f"{event.id}/index.html")
    return node_of(
        at_type="Event",
        at_id=f"{page}#event" if page else f"urn:uuid:{uid_of(event, series)}",
        identifier=uid_of(event, series),
        name=event.heading,
        url=page,
        alternateName=event.subtitle,
        description=event.summary or plain(event.description or ""),
        **dates_of_event(event),
        eventSchedule=_daily(event),
        **state(),
        keywords=[topic.name for topic in event.topics],
        organizer=[_organisation(each) for each in event.hosts],
        contributor=[_organisation(each) for each in event.partners],
        maximumAttendeeCapacity=event.registration.seats,
        **(offer_of(event, workspace.today) or _action(event)),
        superEvent=_series(series),
        subEvent=[] if event.cancelled else list(_sessions(event, series)),
        subjectOf=_works(event, event.links, series),
    )


def _action(event: Event) -> Node:
    """Where people register, where that cannot be said with a price."""
    action = node_of(at_type="RegisterAction", target=event.registration.url)
    return {"potentialAction": action} if event.registration.url else {}


def _daily(event: Event) -> Node:
    """From when to when each day goes, of an event of several: its start and its end do not say it."""
    if not event.days[1:] or not event.moments:
        return {}
    first = event.moments[0]
    return node_of(
        at_type="Schedule",
        repeatFrequency="P1D",
        repeatCount=len(event.days),
        startTime=f"{first[0]:%H:%M}",
        endTime=f"{first[1]:%H:%M}",
        scheduleTimezone=event.zone,
    )


def _online(event: Event) -> str:
    """What taking part from elsewhere is called in the language of an event."""
    return phrases("commands/export", event.language[:2])["cell_online"]


def _series(series: Series) -> Node:
    return node_of(at_type="EventSeries", name=series.title, description=series.subtitle, url=series.public)


def _sessions(event: Event, series: Series) -> Iterator[Node]:
    """The sessions of which the day is known; nobody looks for a break."""
    for timed, id_ in zip(event.timetable, event.session_ids, strict=True):
        if timed.session.type != "break" and (when := dates_of_session(event, timed)):
            yield _session(event, series, timed, when | {"identifier": uid_of(event, series, id_)})


def _session(event: Event, series: Series, timed: TimedSession, about: Node) -> Node:
    session = timed.session
    return node_of(
        at_type="Event",
        name=session.title,
        description=plain(session.teaser or ""),
        **about,
        location=node_of(at_type="Place", name=session.room) if session.room else None,
        keywords=[topic.name for topic in session.topics],
        performer=_performers(session.by),
        subjectOf=_works(event, session.links, series),
    )


def _organisation(organisation: Organisation) -> Node:
    return node_of(at_type="Organization", name=organisation.name, url=organisation.url)


def _performers(people: Iterable[Person]) -> list[Node]:
    """Who speaks: people by name, and organisations of whom nobody is named."""
    found = (person for each in people if (person := known(each)))
    return [each for each in map(_performer, found) if each]


def _performer(person: Person) -> Node:
    of = _organisation(person.organisation) if person.organisation else {}
    if not person.name:
        return of
    return node_of(at_type="Person", name=person.name, jobTitle=person.role, affiliation=of)


def _works(event: Event, links: Iterable[Link], series: Series) -> list[dict[str, Any]]:
    """What can be read or seen of it, as far as everybody may, and its address is known."""
    files = address_on_web(series, f"{event.id}/files")
    found = (link.found_in(files) for link in on_the_site(links))
    return [
        node_of(
            at_type=SORTS.get(link.type, OTHERWISE),
            name=link.title,
            url=link.address,
            license=address_of_licence(link.licence or ""),
        )
        for link in found
        if link.address
    ]
