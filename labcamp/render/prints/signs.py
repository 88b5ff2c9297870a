"""Signs: one for the door of the house, and one for each room, with what happens there and when."""

from collections.abc import Iterator, Sequence

from labcamp.findings import LabcampError, Place, finding
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.render.facts import Facts, marked
from labcamp.render.prints.typesetting import edition, printed
from labcamp.render.rows import Day, room_of
from labcamp.render.stage import Stage, facts_of
from labcamp.workspace import EVENTS


def render(stage: Stage, events: Sequence[Event]) -> Iterator[Artefact]:
    """The signs of events: `<id>/signs.pdf`; LC048 for one to which nobody comes, or nobody knows where."""
    for event in events:
        facts = facts_of(stage, event)
        if not has_doors(event):
            path = stage.workspace.root / EVENTS / f"{event.id}.yaml"
            raise LabcampError(finding("LC048", Place(path.as_posix()), title=event.heading))
        yield printed(stage, facts, "signs.typ", "signs.pdf", data(facts))


def has_doors(event: Event) -> bool:
    """Tell whether people come to a house: its place is known, or at least rooms in it."""
    place = event.place
    return place.on_site if place else any(session.room for session in event.agenda)


def data(facts: Facts) -> dict[str, object]:
    """What the template is given."""
    words, place = facts.words, facts.event.place
    return {
        "title": marked(facts, words("signs.heading", title=facts.event.title)),
        "edition": edition(facts),
        "house": (place.name or place.city or "") if place else "",
        "notice": facts.notice,
        "welcome": "" if facts.event.cancelled else words("signs.welcome"),
        "heading": facts.event.title,
        "theme": facts.event.theme or "",
        "when": facts.when,
        "room": _home(facts),
        "labels": [words("agenda.time"), words("agenda.what")],
        "rooms": [{"name": name, "days": days} for name, days in _rooms(facts).items()],
    }


def _home(facts: Facts) -> str:
    """The room of the whole event, where it has one."""
    place = facts.event.place
    return room_of(place.room or "", facts.words) if place else ""


def _rooms(facts: Facts) -> dict[str, list[dict[str, object]]]:
    """What happens in each room, by days; what has no room of its own is in that of the event, if it has one."""
    rooms: dict[str, list[dict[str, object]]] = {}
    for day in facts.days:
        for room in dict.fromkeys(row.room or _home(facts) for row in day.rows):
            if room:
                rooms.setdefault(room, []).append({"heading": day.heading, "rows": _in_room(day, room, facts)})
    return rooms


def _in_room(day: Day, room: str, facts: Facts) -> list[dict[str, object]]:
    rows = (row for row in day.rows if (row.room or _home(facts)) == room)
    return [{"time": row.time, "title": row.title, "pause": row.pause} for row in rows]
