"""Advice about organisations that nobody names."""

from collections.abc import Iterator

from labcamp.findings import Finding, finding
from labcamp.model import Contact, Event, Organisation, Series
from labcamp.workspace import RESERVED, Reading


def organisation_unused(reading: Reading) -> Iterator[Finding]:
    """LC909: an organisation is in no event and not in the series."""
    source, workspace = reading.sources.get("organisations"), reading.workspace
    if source is None or not workspace.events:
        return
    used = {id_ for event in workspace.events for id_ in _of_event(event)} | set(_of_series(workspace.series))
    # A file with something wrong in it gives no event: what it may name is not told.
    known = {event.id for event in workspace.events}
    unread = [other.text for id_, other in reading.sources.items() if id_ not in known and id_ not in RESERVED]
    for id_, organisation in workspace.organisations.items():
        if id_ not in used and not any(id_ in text for text in unread):
            yield finding("LC909", source.place(id_, key=True), id=id_, name=organisation.name)


def _of_event(event: Event) -> Iterator[str]:
    people = (person.organisation for person in event.people)
    yield from _ids((*event.hosts, *event.partners, *people, *_of_contact(event.contact)))


def _of_series(series: Series) -> Iterator[str]:
    yield from _ids((*series.organisers, *_of_contact(series.contact)))


def _of_contact(contact: Contact | None) -> tuple[Organisation | None, ...]:
    return (contact.organisation,) if contact else ()


def _ids(organisations: tuple[Organisation | None, ...]) -> Iterator[str]:
    yield from (organisation.id for organisation in organisations if organisation)
