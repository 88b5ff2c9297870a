"""An event as `schedule.json`, as frab and pretalx write it (schema of the C3VOC, https://c3voc.de/schedule/schema.json).

What is in it follows that schema to the letter: another key makes the file invalid.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from labcamp.exchange.outgoing.conference import GENERATOR, Conference, ScheduleDay, ScheduleItem, conference_of
from labcamp.model import Event, Link
from labcamp.model.artefact import Artefact
from labcamp.workspace import Workspace

SCHEMA = "https://c3voc.de/schedule/schema.json"
ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+|UTC")  # of others there is no name in it
# What our sorts of links are called there; nothing is a plain page to it but `web`
SORTS = {"slides": "slides", "paper": "paper", "report": "article", "recording": "media"}
SORTS |= {"photo": "related", "notes": "related", "other": "related"}
OTHERWISE = "web"

Values = dict[str, Any]


def render(workspace: Workspace, events: Iterable[Event]) -> Iterator[Artefact]:
    """`schedule.json` of each event."""
    for event in events:
        whole = _whole(conference_of(event, workspace.series))
        yield Artefact(f"{event.id}/schedule.json", f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode())


def _whole(conference: Conference) -> Values:
    schedule = {"version": conference.version, "conference": _conference(conference)}
    return {"$schema": SCHEMA, "generator": {"name": GENERATOR}, "schedule": schedule}


def _conference(conference: Conference) -> Values:
    days = conference.days
    return {
        "acronym": conference.acronym,
        "title": conference.title,
        **_known(description=conference.description),
        "start": days[0].date.isoformat(),
        "end": days[-1].date.isoformat(),
        "daysCount": len(days),
        "timeslot_duration": conference.slot,
        **_known(time_zone_name=conference.zone if ZONE.match(conference.zone) else "", url=conference.url),
        "rooms": [{"name": name, "guid": guid} for name, guid in conference.rooms.items()],
        "days": [_day(day) for day in days],
    }


def _known(**values: str) -> Mapping[str, str]:
    """What is not empty: an empty text is no address, and no name."""
    return {name: value for name, value in values.items() if value}


def _day(day: ScheduleDay) -> Values:
    return {
        "index": day.number,
        "date": day.date.isoformat(),
        "day_start": day.begin.isoformat(),
        "day_end": day.end.isoformat(),
        "rooms": {room: [_item(item) for item in items] for room, items in day.rooms.items()},
    }


def _item(item: ScheduleItem) -> Values:
    return {
        "guid": item.guid,
        "id": item.id,
        "slug": item.slug,
        "url": item.url or f"urn:uuid:{item.guid}",  # it has to be an address; this one says that there is no page
        "date": item.begin.isoformat(),
        "start": item.start,
        "duration": item.duration,
        "room": item.room,
        "title": item.title,
        "subtitle": None,
        "track": None,
        "type": item.type,
        "language": item.language,
        "abstract": item.abstract or None,
        "description": None,
        **_known(recording_license=item.licence),
        "persons": [{"name": each.name, "guid": each.guid} for each in item.persons],
        "links": [_link(link) for link in (*item.links, *item.recordings)],
    }


def _link(link: Link) -> Values:
    return {"url": link.address, "title": link.title, "type": SORTS.get(link.type, OTHERWISE)}
