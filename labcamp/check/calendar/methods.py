"""Rules about calendar files that are sent by mail: what each METHOD asks for (RFC 5546 section 3.2)."""

from collections.abc import Iterator
from typing import NamedTuple

from labcamp.check.calendar.content import ContentLine, fault, place_of
from labcamp.check.calendar.structure import EXAMPLES, Calendar, Part
from labcamp.findings import Finding


class Method(NamedTuple):
    """What an event of a METHOD needs, and how many of some things it may have at most."""

    needs: tuple[str, ...]
    most: dict[str, int]
    status: tuple[str, ...]
    one_event: bool = True  # all parts are about the same UID


_WHEN = ("ORGANIZER", "DTSTART", "SUMMARY")
_ANY = ("TENTATIVE", "CONFIRMED", "CANCELLED")
_BARE = dict.fromkeys(("DTSTART", "DTEND", "SUMMARY", "RRULE", "VALARM"), 0)
METHODS = {
    # Google and Outlook publish without an ORGANIZER and with each ATTENDEE: LC999, LC998 and LC976 advise on that
    "PUBLISH": Method(("DTSTART",), {"REQUEST-STATUS": 0}, _ANY, one_event=False),
    "REQUEST": Method((*_WHEN, "ATTENDEE"), {}, ("TENTATIVE", "CONFIRMED")),
    "REPLY": Method(("ORGANIZER", "ATTENDEE"), {"ATTENDEE": 1, "VALARM": 0}, _ANY),
    "ADD": Method((*_WHEN, "SEQUENCE"), {"RECURRENCE-ID": 0, "REQUEST-STATUS": 0}, ("TENTATIVE", "CONFIRMED")),
    "CANCEL": Method(("ORGANIZER", "SEQUENCE"), {"REQUEST-STATUS": 0, "VALARM": 0}, ("CANCELLED",)),
    "REFRESH": Method(("ORGANIZER", "ATTENDEE"), {"ATTENDEE": 1, **_BARE}, ()),
    "COUNTER": Method((*_WHEN, "SEQUENCE"), {}, _ANY),
    "DECLINECOUNTER": Method(("ORGANIZER",), {"ATTENDEE": 0, **_BARE}, ()),
}


def method_needs(calendar: Calendar) -> Iterator[Finding]:
    """LC660: an event lacks a line that the METHOD asks for; said once for each line."""
    for name in METHODS[calendar.method].needs if calendar.method in METHODS else ():
        lacking = [event for event in calendar.events if name not in event.lines]
        if lacking:
            values = {"method": calendar.method, "property": name, "count": len(lacking), "example": EXAMPLES[name]}
            yield fault("LC660", place_of(lacking[0].begin), **values)


def published_by_nobody(calendar: Calendar) -> Iterator[Finding]:
    """LC999: METHOD:PUBLISH does not say who publishes (RFC 5546 section 3.2.1), which public feeds never do."""
    line = calendar.whole.first("METHOD")
    lacking = [event for event in calendar.events if "ORGANIZER" not in event.lines]
    if line and calendar.method == "PUBLISH" and lacking:
        yield fault("LC999", place_of(line), count=len(lacking))


def method_forbids(calendar: Calendar) -> Iterator[Finding]:
    """LC661: an event has something that the METHOD does not allow, or more of it."""
    for name, most in METHODS[calendar.method].most.items() if calendar.method in METHODS else ():
        lines = [line for event in calendar.events for line in _all_named(event, name)[most:]]
        if lines:
            values = {"method": calendar.method, "property": name, "count": len(lines), "most": most or ""}
            yield fault("LC661", place_of(lines[0]), **values)


def _all_named(event: Part, name: str) -> list[ContentLine]:
    """The lines of a name, or the beginnings of the parts of that name."""
    return event.lines.get(name, []) + [part.begin for part in event.inside if part.name == name]


def several_events_by_mail(calendar: Calendar) -> Iterator[Finding]:
    """LC662: a file that is mailed is about several events, so with different UIDs."""
    if calendar.method not in METHODS or not METHODS[calendar.method].one_event:
        return
    seen = {event.value("UID"): event for event in reversed(calendar.events) if "UID" in event.lines}
    if len(seen) > 1:
        others = sorted((event.lines["UID"][0] for event in seen.values()), key=lambda line: line.number)
        yield fault("LC662", place_of(others[1]), method=calendar.method, count=len(seen))


def status_of_method(calendar: Calendar) -> Iterator[Finding]:
    """LC663: the status of an event says something else than the METHOD."""
    if calendar.method not in METHODS:
        return
    allowed = METHODS[calendar.method].status
    for event in calendar.events:
        status = event.value("STATUS").strip().upper()
        if status in _ANY and status not in allowed:
            values = {"method": calendar.method, "status": status, "allowed": ", ".join(allowed)}
            yield fault("LC663", place_of(event.lines["STATUS"][0], 0), **values)


def organizer_alone(calendar: Calendar) -> Iterator[Finding]:
    """LC664: there is an ORGANIZER but nobody is invited (RFC 5545 section 3.8.4.3)."""
    if "METHOD" in calendar.whole.lines:
        return
    alone = [event for event in calendar.events if "ORGANIZER" in event.lines and "ATTENDEE" not in event.lines]
    if alone:
        yield fault("LC664", place_of(alone[0].lines["ORGANIZER"][0]), count=len(alone))
