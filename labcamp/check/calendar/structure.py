"""The parts of a calendar file, and which lines each of them has."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from labcamp.check.calendar.content import ContentLine, fault, place_of
from labcamp.findings import Finding

# RFC 5545 sections 3.6 to 3.6.6
_ENTRY = ("UID", "DTSTAMP")
_OBSERVANCE = ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
REQUIRED: dict[str, tuple[str, ...]] = {
    "VCALENDAR": ("VERSION", "PRODID"),
    "VEVENT": _ENTRY,
    "VTODO": _ENTRY,
    "VJOURNAL": _ENTRY,
    "VFREEBUSY": _ENTRY,
    "VTIMEZONE": ("TZID",),
    "STANDARD": _OBSERVANCE,
    "DAYLIGHT": _OBSERVANCE,
    "VALARM": ("ACTION", "TRIGGER"),
}
# What an alarm needs besides, by its ACTION
ALARM = {"DISPLAY": ("DESCRIPTION",), "EMAIL": ("DESCRIPTION", "SUMMARY", "ATTENDEE")}
_OF_AN_ENTRY = """
UID DTSTAMP DTSTART DTEND DUE DURATION CLASS CREATED COLOR GEO LAST-MODIFIED LOCATION ORGANIZER PRIORITY
PERCENT-COMPLETE COMPLETED SEQUENCE STATUS SUMMARY TRANSP URL RECURRENCE-ID
"""
_ONCE = tuple(_OF_AN_ENTRY.split())
ONCE: dict[str, tuple[str, ...]] = {
    "VCALENDAR": (
        *("VERSION", "PRODID", "CALSCALE", "METHOD", "UID", "LAST-MODIFIED", "URL"),
        *("REFRESH-INTERVAL", "SOURCE", "COLOR"),
    ),
    "VEVENT": (*_ONCE, "DESCRIPTION"),
    "VTODO": (*_ONCE, "DESCRIPTION"),
    "VJOURNAL": _ONCE,  # may have several descriptions
    "VTIMEZONE": ("TZID", "LAST-MODIFIED", "TZURL"),
    "STANDARD": _OBSERVANCE,
    "DAYLIGHT": _OBSERVANCE,
    "VALARM": ("ACTION", "TRIGGER", "DURATION", "REPEAT", "DESCRIPTION", "SUMMARY"),
}
# How a line looks that is missing
EXAMPLES = {
    "VERSION": "VERSION:2.0",
    "PRODID": "PRODID:-//example.org//calendar//DE",
    "UID": "UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915",
    "DTSTAMP": "DTSTAMP:20270301T090000Z",
    "DTSTART": "DTSTART:20270311T130000Z",
    "TZID": "TZID:Europe/Berlin",
    "TZOFFSETFROM": "TZOFFSETFROM:+0100",
    "TZOFFSETTO": "TZOFFSETTO:+0200",
    "ACTION": "ACTION:DISPLAY",
    "TRIGGER": "TRIGGER:-PT15M",
    "DESCRIPTION": "DESCRIPTION:LabCamp",
    "SUMMARY": "SUMMARY:LabCamp",
    "ATTENDEE": "ATTENDEE:mailto:labcamp@example.org",
    "ORGANIZER": "ORGANIZER:mailto:labcamp@example.org",
    "SEQUENCE": "SEQUENCE:1",
}
MOST_NAMES = 5
# Inside what a part may stand; the newer ones may stand in several, and what is somebody's own anywhere
_ENTRIES = ("VEVENT", "VTODO")
INSIDE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys((*_ENTRIES, "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"), ("VCALENDAR",)),
    **dict.fromkeys(("STANDARD", "DAYLIGHT"), ("VTIMEZONE",)),
    "VALARM": _ENTRIES,
    "VCALENDAR": (),
}
# What each of them says of itself, and may not leave empty
NEVER_EMPTY = {
    "VCALENDAR": ("PRODID",),
    "VTIMEZONE": ("TZID",),
    **dict.fromkeys(("VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"), ("UID", "ORGANIZER", "ATTENDEE")),
}
# The registry of IANA: RFC 5545, 6321, 7808, 7953, 7986, 9073, 9074, 9253
_REGISTRY = """
CALSCALE METHOD PRODID VERSION ATTACH CATEGORIES CLASS COMMENT DESCRIPTION GEO LOCATION PERCENT-COMPLETE PRIORITY
RESOURCES STATUS SUMMARY COMPLETED DTEND DUE DTSTART DURATION FREEBUSY TRANSP TZID TZNAME TZOFFSETFROM TZOFFSETTO
TZURL ATTENDEE CONTACT ORGANIZER RECURRENCE-ID RELATED-TO URL UID EXDATE EXRULE RDATE RRULE ACTION REPEAT TRIGGER
CREATED DTSTAMP LAST-MODIFIED SEQUENCE REQUEST-STATUS XML TZUNTIL TZID-ALIAS-OF BUSYTYPE NAME REFRESH-INTERVAL
SOURCE COLOR IMAGE CONFERENCE CALENDAR-ADDRESS LOCATION-TYPE PARTICIPANT-TYPE RESOURCE-TYPE STRUCTURED-DATA
STYLED-DESCRIPTION ACKNOWLEDGED PROXIMITY CONCEPT LINK REFID
"""
REGISTERED = frozenset(_REGISTRY.split())


@dataclass(frozen=True)
class Part:
    """What stands between BEGIN and END: its lines by name, the parts inside it, and the lines that follow those."""

    name: str
    begin: ContentLine
    lines: dict[str, list[ContentLine]] = field(default_factory=dict)
    inside: list["Part"] = field(default_factory=list)
    late: list[ContentLine] = field(default_factory=list)

    def first(self, name: str) -> ContentLine | None:
        """The first line of a name."""
        return next(iter(self.lines.get(name, ())), None)

    def value(self, name: str) -> str:
        """The value of the first line of a name, else an empty text."""
        line = self.first(name)
        return line.value if line else ""


class Calendar(NamedTuple):
    """One calendar: its own part, all parts with it, its events, its METHOD, which makes a mail of it, and its zones.

    Outlook names zones also in lines of its own, and does not always define those: they are left out.
    """

    whole: Part
    parts: tuple[Part, ...]
    events: tuple[Part, ...]
    method: str
    zoned: tuple[ContentLine, ...]  # the lines that name a zone


Rule = Callable[[Calendar], Iterator[Finding]]


def parts_of(lines: Sequence[ContentLine]) -> tuple[list[Part], list[Finding]]:
    """The outermost parts of a file, and LC611, LC612, LC616, LC617: what is not closed, or belongs to no part."""
    outermost: list[Part] = []
    stack: list[Part] = []  # our own, for recursion could be made to overflow
    names: Counter[str] = Counter()  # of the parts on the stack: to look through them for each END takes too long
    outside: list[ContentLine] = []
    found: list[Finding] = []
    for line in lines:
        if line.name == "BEGIN":
            part = Part(line.value.strip().upper(), line)
            (stack[-1].inside if stack else outermost).append(part)
            stack.append(part)
            names[part.name] += 1
        elif line.name == "END":
            found += _closed(line, stack, names)
        elif stack:
            stack[-1].lines.setdefault(line.name, []).append(line)
            if stack[-1].inside:
                stack[-1].late.append(line)
        else:
            outside.append(line)
    found += [*_blanks(lines), *(_without(part.begin, "END", part.name) for part in stack)]
    outside += [part.begin for part in outermost if part.name != "VCALENDAR"]
    if outside:
        first = min(outside, key=lambda line: line.number)
        found.append(fault("LC612", place_of(first), count=len(outside)))
    return outermost, found


def _blanks(lines: Iterable[ContentLine]) -> Iterator[Finding]:
    for line in lines:
        if line.name in {"BEGIN", "END"} and line.value != line.value.strip():
            yield fault("LC616", place_of(line, 0), property=line.name, value=line.value.strip())


def _closed(line: ContentLine, stack: list[Part], names: Counter[str]) -> Iterator[Finding]:
    """The innermost part of the name is closed; what is still open inside it, or an END of its own, is LC611."""
    name = line.value.strip().upper()
    if not names[name]:
        yield _without(line, "BEGIN", name)
        return
    closed = False
    while not closed:
        part = stack.pop()
        names[part.name] -= 1
        closed = part.name == name
        if closed:
            yield from _misplaced(part)
        else:
            yield _without(part.begin, "END", part.name)


def _misplaced(outer: Part) -> Iterator[Finding]:
    for part in outer.inside:
        if outer.name in INSIDE and part.name in INSIDE and outer.name not in INSIDE[part.name]:
            yield fault("LC617", place_of(part.begin), part=part.name, outer=outer.name, first=outer.begin.number)


def _without(line: ContentLine, wanted: str, name: str) -> Finding:
    return fault("LC611", place_of(line), given=f"{line.name}:{name}", wanted=f"{wanted}:{name}")


def calendars_of(outermost: Iterable[Part]) -> Iterator[Calendar]:
    """The calendars of a file, each with all its parts."""
    for whole in outermost:
        if whole.name == "VCALENDAR":
            parts = tuple(_all_of(whole))
            events = tuple(part for part in parts if part.name == "VEVENT")
            zoned = tuple(
                line
                for part in parts
                for lines in part.lines.values()
                for line in lines
                if line.parameters and "TZID" in line.parameters and not line.name.startswith("X-")
            )
            yield Calendar(whole, parts, events, whole.value("METHOD").strip().upper(), zoned)


def _all_of(whole: Part) -> Iterator[Part]:
    """A part and all that are inside it, however deep."""
    waiting = [whole]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += reversed(part.inside)


def several_calendars(calendars: Iterable[Calendar]) -> Iterator[Finding]:
    """LC977: a second calendar begins in the same file."""
    others = [calendar.whole.begin for calendar in calendars][1:]
    if others:
        yield fault("LC977", place_of(others[0]), count=len(others) + 1)


def line_after_parts(calendar: Calendar) -> Iterator[Finding]:
    """LC614: a line of the calendar itself follows its entries (RFC 5545 section 3.6)."""
    for line in calendar.whole.late:
        yield fault("LC614", place_of(line), property=line.name)


def nothing_inside(calendar: Calendar) -> Iterator[Finding]:
    """LC615: a calendar has no entry (RFC 5545 section 3.6 asks for one at least)."""
    if not calendar.whole.inside:
        yield fault("LC615", place_of(calendar.whole.begin))


def needed_by(part: Part, method: str) -> tuple[str, ...]:
    """The lines that a part has to have; what a METHOD asks for besides stands with the rules for mails."""
    needed = REQUIRED.get(part.name, ())
    if part.name == "VEVENT" and not method:
        return (*needed, "DTSTART")
    if part.name == "VALARM":
        return (*needed, *ALARM.get(part.value("ACTION").strip().upper(), ()))
    return needed


def line_missing(calendar: Calendar) -> Iterator[Finding]:
    """LC620: a part lacks a line that every program looks for."""
    for part in calendar.parts:
        for name in needed_by(part, calendar.method):
            if name not in part.lines:
                values = {"part": part.name, "property": name, "example": EXAMPLES[name]}
                yield fault("LC620", place_of(part.begin), **values)
        kinds = {inside.name for inside in part.inside}
        if part.name == "VTIMEZONE" and not kinds & {"STANDARD", "DAYLIGHT"}:
            values = {"part": part.name, "property": "BEGIN:STANDARD", "example": "BEGIN:STANDARD ... END:STANDARD"}
            yield fault("LC620", place_of(part.begin), **values)


def value_empty(calendar: Calendar) -> Iterator[Finding]:
    """LC618: a line that has to say something says nothing."""
    for part in calendar.parts:
        for name in NEVER_EMPTY.get(part.name, ()):
            for line in part.lines.get(name, ()):
                if not line.damaged and not line.value.strip(' \t"'):
                    yield fault("LC618", place_of(line), property=name, example=EXAMPLES[name])


def line_twice(calendar: Calendar) -> Iterator[Finding]:
    """LC621: a line that may come once comes again."""
    for part in calendar.parts:
        for name in ONCE.get(part.name, ()):
            lines = part.lines.get(name, ())
            if len(lines) > 1:
                yield fault("LC621", place_of(lines[1]), property=name, first=lines[0].number)


def uid_twice(calendar: Calendar) -> Iterator[Finding]:
    """LC622: two events have the same UID, and neither is an exception of a repeated one."""
    seen: dict[str, int] = {}
    for event in calendar.events:
        line = event.first("UID")
        if line is None or line.damaged or "RECURRENCE-ID" in event.lines or not line.value.strip():
            continue
        if line.value in seen:
            yield fault("LC622", place_of(line, 0), uid=line.value, first=seen[line.value])
        else:
            seen[line.value] = line.number


def unknown_lines(calendar: Calendar) -> Iterator[Finding]:
    """LC961: lines that no standard knows, and that are not marked as somebody's own with X-."""
    unknown = {
        name: lines[0]
        for part in calendar.parts
        for name, lines in part.lines.items()
        if name not in REGISTERED and not name.startswith("X-") and not part.name.startswith("X-")
    }
    if unknown:
        first = min(unknown.values(), key=lambda line: line.number)
        yield fault("LC961", place_of(first), names=", ".join(sorted(unknown)[:MOST_NAMES]))
