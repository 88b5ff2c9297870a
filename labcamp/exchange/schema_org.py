"""When, where and at what price an event is, in the words of schema.org, for pages of the site and for files."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from labcamp.model import Event, Place
from labcamp.model.session import TimedSession
from labcamp.model.zones import moment
from labcamp.patterns import pattern_of

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


def block_of(nodes: Iterable[Node], indent: int | None = None) -> str:
    """Nodes as JSON-LD, on one line unless it is indented; empty where there are none."""
    found = list(nodes)
    if not found:
        return ""
    whole = found[0] if len(found) == 1 else {"@graph": found}
    separators = (",", ":") if indent is None else None
    text = json.dumps({"@context": CONTEXT, **whole}, ensure_ascii=False, separators=separators, indent=indent)
    for sign, escaped in ESCAPES.items():  # much faster than to translate
        text = text.replace(sign, escaped)
    return text


def node_of(**values: Any) -> Node:
    """A node of what is known; a list of one is that one."""
    return {
        NAMES.get(name, name): value[0] if value.__class__ is list and len(value) == 1 else value
        for name, value in values.items()
        if value or value.__class__ is float  # degrees may be 0.0
    }


def days_of(event: Event) -> list[Node]:
    """Each day of an event, with its hours as far as they are known."""
    days, time = [day.isoformat() for day in event.days], event.time
    if spans := event.moments:
        hours = [(begin.isoformat(), end.isoformat()) for begin, end in spans]
        return [node_of(date=day, start=start, end=end) for day, (start, end) in zip(days, hours, strict=True)]
    starts = (moment(day, time.start, event.zone).isoformat() if time else None for day in event.days)
    return [node_of(date=day, start=start) for day, start in zip(days, starts, strict=True)]


def time_of(event: Event, timed: TimedSession) -> Node:
    """When a session begins and ends, as far as both its day and its hours are known."""
    days, zone = event.days, event.zone
    if timed.start is None or not 1 <= timed.day <= len(days):
        return {}
    day = days[timed.day - 1]
    ends = moment(day, timed.end, zone).isoformat() if timed.end is not None and timed.end > timed.start else None
    return node_of(start=moment(day, timed.start, zone).isoformat(), end=ends)


def dates_of_event(event: Event) -> Node:
    """From when to when an event is: moments with their offset from UTC, else days."""
    first, last = days_of(event)[0], days_of(event)[-1]
    timed_start = event.time and not event.moments and first == last  # then only its end is not known
    ends = None if timed_start else last.get("end", last["date"])
    return node_of(startDate=first.get("start", first["date"]), endDate=ends)


def dates_of_session(event: Event, timed: TimedSession) -> Node:
    """The same of a session; nothing where not even its day is known."""
    if not 1 <= timed.day <= len(event.days):
        return {}
    day, known = event.days[timed.day - 1].isoformat(), time_of(event, timed)
    return node_of(startDate=known.get("start", day), endDate=known.get("end"))


def state_of(event: Event, online: str, room: str = "") -> Node:
    """Whether it takes place, how one takes part and where, in which language, and whether it costs something.

    `online` is what taking part from elsewhere is called.
    """
    moved = event.moved_from if event.moved_from not in event.days else None
    status = "Cancelled" if event.cancelled else "Rescheduled" if moved else "Scheduled"
    place = event.place or Place()
    mode = MODES.get((place.online, place.on_site))
    return node_of(
        eventStatus=f"https://schema.org/Event{status}",
        previousStartDate=moved.isoformat() if moved else None,
        eventAttendanceMode=f"https://schema.org/{mode}EventAttendanceMode" if mode else None,
        location=[*_venue(place, room), *_virtual(event, place, online)],
        inLanguage=event.language,
        isAccessibleForFree=True if is_free(event.registration.price or "") else None,
    )


def _venue(place: Place, room: str) -> Iterator[Node]:
    """Where people come together: its name, its address as far as known, and where it is on earth."""
    if not place.on_site:
        return
    address = node_of(
        at_type="PostalAddress",
        streetAddress=place.street,
        postalCode=place.postcode,
        addressLocality=place.city,
        addressCountry=place.country,
    )
    point = place.point
    yield node_of(
        at_type="Place",
        name=", ".join(filter(None, (place.name or place.city, room or place.room))) or place.street,
        address=address if len(address) > 1 else None,
        geo=node_of(at_type="GeoCoordinates", latitude=point[0], longitude=point[1]) if point else None,
        url=None if place.online else place.url,
    )


def _virtual(event: Event, place: Place, online: str) -> Iterator[Node]:
    """That people can take part from elsewhere: where they register, never what leads straight into the meeting."""
    if place.online:
        yield node_of(at_type="VirtualLocation", name=online, url=event.registration.url)


def is_free(price: str) -> bool:
    """Tell whether a price says that it costs nothing."""
    return FREE.search(price) is not None and NOT_FREE.search(price) is None


def offer_of(event: Event, today: dt.date) -> Node:
    """What it costs to take part, while people can register for it; nothing where the price is no plain sum."""
    registration = event.registration
    price = registration.price or ""
    found = PRICE.fullmatch(price.strip())
    currency = CURRENCIES.get(((found["before"] or found["after"] or "") if found else "").lower())
    if not (registration.url and _open(event, today) and (is_free(price) or (found and currency))):
        return {}
    offer = node_of(
        at_type="Offer",
        url=registration.url,
        price=found["sum"].replace(",", ".") if found and currency else "0",
        priceCurrency=currency or "EUR",
        availabilityEnds=registration.until.isoformat() if registration.until else None,
    )
    return {"offers": offer}


def _open(event: Event, today: dt.date) -> bool:
    """Tell whether people can register, as far as is known."""
    until = event.registration.until
    return not event.is_past(today) and not event.cancelled and (until is None or until >= today)


def address_of_licence(said: str) -> str:
    """The address of a licence of Creative Commons; empty for any other, for schema.org wants an address."""
    if said.upper().startswith("CC0"):
        return CC0
    found = CREATIVE_COMMONS.match(said)
    return f"https://creativecommons.org/licenses/{found['kind'].lower()}/{found['version']}/" if found else ""
