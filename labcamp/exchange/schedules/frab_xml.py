"""`schedule.xml` of frab and pretalx: read as the JSON that it would be, so that both mean the same."""

from collections.abc import Mapping

from labcamp.exchange.found import Asked, Told
from labcamp.exchange.schedules import frab
from labcamp.exchange.schedules.foreign import SNIFFED, Foreign, Json, Steps
from labcamp.exchange.schedules.xml_text import Element, xml_of
from labcamp.findings import Place

# How an attribute of a day is called in JSON
DAY = {"index": "index", "date": "date", "start": "day_start", "end": "day_end"}
Places = dict[Steps, Place]


def looks_like(_name: str, content: bytes) -> bool:
    """Tell whether it is XML whose outermost element is a schedule, in whatever encoding."""
    letters = content[:SNIFFED].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return letters.startswith(b"<") and b"<schedule" in letters


def read(name: str, content: bytes, asked: Asked) -> Told:
    """The conference as one event, with its agenda."""
    root = xml_of(name, content)
    places: Places = {}
    schedule: dict[str, Json] = {**_texts(root), "conference": _conference(root, places)}
    if not schedule["conference"]:
        places["schedule", "conference"] = root.place

    def place(steps: Steps) -> Place:
        while steps and steps not in places:
            steps = steps[:-1]
        return places.get(steps, root.place)

    return frab.told(Foreign(name, {"generator": _generator(root), "schedule": schedule}, place), asked)


def _texts(element: Element | None) -> dict[str, Json]:
    """What stands in an element, by the names of the elements in it; the first of each."""
    texts: dict[str, Json] = {}
    for child in element.children if element else ():
        texts.setdefault(child.name, child.text.strip())
    return texts


def _generator(root: Element) -> Json:
    generator = root.first("generator")
    return generator.attributes if generator else {}


def _conference(root: Element, places: Places) -> Json:
    """The conference with its days, which stand beside it in XML."""
    element = root.first("conference")
    days = [_day(day, ("schedule", "conference", "days", index), places) for index, day in enumerate(root.all("day"))]
    if element is None and not days:
        return {}
    places["schedule", "conference"] = element.place if element else root.place
    texts = _texts(element)
    if element:
        places.update({("schedule", "conference", child.name): child.place for child in element.children})
    return {**{key: text for key, text in texts.items() if key != "days"}, "days": days}


def _day(day: Element, steps: Steps, places: Places) -> Mapping[str, Json]:
    """A day with its events by the name of their room; rooms of one name are one room."""
    rooms: dict[str, list[Json]] = {}
    places[steps] = day.place
    for room in day.all("room"):
        name = room.attributes.get("name", "").strip()
        events = rooms.setdefault(name, [])
        for event in room.all("event"):
            events.append(_event(event, (*steps, "rooms", name, len(events)), places))
    named = {DAY[key]: text for key, text in day.attributes.items() if key in DAY}
    return {**named, "rooms": rooms}


def _event(event: Element, steps: Steps, places: Places) -> Mapping[str, Json]:
    """An event as JSON has it."""
    texts = _texts(event)
    places[steps] = event.place
    places.update({(*steps, child.name): child.place for child in event.children})
    recording = event.first("recording")
    said = _texts(recording)
    texts |= {"recording_license": said.get("license"), "do_not_record": said.get("optout") or None}
    addresses = [said.get("url"), *_addresses(recording, "link")]
    texts["recordings"] = [{"url": address} for address in addresses if address]
    texts["persons"] = [{"name": person.text} for person in _all_in(event, "persons", "person")]
    for name, one in (("links", "link"), ("attachments", "attachment")):
        found = _all_in(event, name, one)
        texts[name] = [_link(link) for link in found]
        places.update({(*steps, name, index): link.place for index, link in enumerate(found)})
    return {key: text for key, text in texts.items() if text not in (None, "")}


def _all_in(event: Element, several: str, one: str) -> list[Element]:
    return [child for around in event.all(several) for child in around.all(one)]


def _addresses(around: Element | None, name: str) -> list[str]:
    return [link.attributes.get("href") or link.text.strip() for link in around.all(name)] if around else []


def _link(link: Element) -> Mapping[str, Json]:
    return {"title": link.text, "url": link.attributes.get("href", ""), "type": link.attributes.get("type", "")}
