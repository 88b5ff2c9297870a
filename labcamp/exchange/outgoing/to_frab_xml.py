"""An event as `schedule.xml`, as frab and pretalx write it (XSD of the C3VOC, https://c3voc.de/schedule/schema.xsd)."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from labcamp.exchange.outgoing.conference import GENERATOR, Conference, ScheduleItem, conference_of
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.texts import in_xml
from labcamp.workspace import Workspace

SLUG = re.compile(r"[a-z0-9_]{4,}-[a-z0-9_-]{4,}")  # what the XSD takes for one; it may be missing
WEB = re.compile(r"https?://")


def render(workspace: Workspace, events: Iterable[Event]) -> Iterator[Artefact]:
    """`schedule.xml` of each event; without a document type, which readers refuse for good reasons."""
    for event in events:
        root = _whole(conference_of(event, workspace.series))
        indent(root)
        text = tostring(root, encoding="unicode")
        yield Artefact(f"{event.id}/schedule.xml", f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode())


def _whole(conference: Conference) -> Element:
    root = Element("schedule")
    SubElement(root, "generator", name=GENERATOR)
    _add(root, "version", conference.version)
    _add_conference(SubElement(root, "conference"), conference)
    for day in conference.days:
        begin, end = day.begin.isoformat(), day.end.isoformat()
        of_day = SubElement(root, "day", index=str(day.number), date=day.date.isoformat(), start=begin, end=end)
        for name, items in day.rooms.items():
            room = SubElement(of_day, "room", name=in_xml(name), guid=conference.rooms[name])
            for item in items:
                _add_item(SubElement(room, "event", guid=item.guid, id=str(item.id)), item)
    return root


def _add(parent: Element, name: str, text: str, **attributes: str) -> None:
    clean = {key: in_xml(value) for key, value in attributes.items()}
    SubElement(parent, name, clean).text = in_xml(text) or None


def _add_conference(parent: Element, conference: Conference) -> None:
    days = conference.days
    known = {
        "title": conference.title,
        "acronym": conference.acronym,
        "start": days[0].date.isoformat(),
        "end": days[-1].date.isoformat(),
        "days": str(len(days)),
        "timeslot_duration": conference.slot,
        "url": conference.url,
        "time_zone_name": conference.zone,
    }
    for name, text in known.items():
        if text:
            _add(parent, name, text)


def _add_item(parent: Element, item: ScheduleItem) -> None:
    known = {"room": item.room, "title": item.title, "subtitle": "", "type": item.type}
    known |= {"date": item.begin.isoformat(), "start": item.start, "duration": item.duration}
    known |= {"abstract": item.abstract, "track": "", "language": item.language}
    known |= {"slug": item.slug} if SLUG.fullmatch(item.slug) else {}
    known |= {"url": item.url} if WEB.match(item.url) else {}
    for name, text in known.items():
        _add(parent, name, text)
    persons = SubElement(parent, "persons")
    for each in item.persons:
        _add(persons, "person", each.name, guid=each.guid)
    _add_recording(parent, item)
    links = SubElement(parent, "links")
    for link in (*item.links, *item.recordings):
        _add(links, "link", link.title, href=link.address, type=link.type)


def _add_recording(parent: Element, item: ScheduleItem) -> None:
    """Under which licence it is recorded, and where that can be seen."""
    if not (item.licence or item.recordings):
        return
    recording = SubElement(parent, "recording")
    licences = (item.licence, *(link.licence or "" for link in item.recordings))
    _add(recording, "license", next(filter(None, licences), ""))
    _add(recording, "optout", "false")
    for link in [link for link in item.recordings if WEB.match(link.address)][:1]:
        _add(recording, "url", link.address)
