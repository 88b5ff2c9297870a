"""Calendars and events of the `ics` package, written by steps of our own.

Its own serialisers lack DTSTAMP, fold nothing and put all-day events a day early: never call `.serialize()` or `str()`.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

import ics
from ics.grammar.parse import Container, ContentLine

from labcamp.render.calendar import lines, zones
from labcamp.render.calendar.lines import line

PRODID = "-//labcamp//labcamp//DE"  # without a version: the same events give the same bytes after an update


class Details(TypedDict, total=False):
    """What an event may have besides its UID, its stamp and its time."""

    summary: str
    description: str
    location: str
    url: str
    categories: tuple[str, ...]
    status: str  # TENTATIVE, CONFIRMED or CANCELLED
    transparent: bool
    sequence: int
    created: datetime
    last_modified: datetime
    lines: tuple[ContentLine | Container, ...]  # a container such as VALARM comes last


class Event(ics.Event):  # type: ignore[misc]  # ics has no types
    """One entry, at aware datetimes or (all-day) at dates; `end` is exclusive, and the lines in `extra` come last."""

    def __init__(
        self, uid: str, stamp: datetime, begin: date, end: date | None = None, **details: Unpack[Details]
    ) -> None:
        if not uid:
            raise ValueError("an event needs a UID")  # ics would make a random one
        _refuse_impossible(begin, end)
        self.stamp = stamp  # ics knows neither DTSTAMP nor SEQUENCE
        self.sequence = details.pop("sequence", 0)
        name, lines = details.pop("summary", ""), details.pop("lines", ())
        super().__init__(uid=uid, name=name, begin=begin, end=end, **details)
        self.extra.extend(lines)
        if not isinstance(begin, datetime):
            self.make_all_day()
            self.end: Any = end  # make_all_day counts the end's day in, and adds a day

    def __hash__(self) -> int:
        """That of the UID; ics would make a number of hundreds of digits of its letters, and fails at a long one."""
        return hash(self.uid)


def calendar_of(
    events: Iterable[Event], *, method: str | None = None, lines: tuple[ContentLine | Container, ...] = ()
) -> ics.Calendar:
    """A calendar file; `lines` such as NAME follow its other properties."""
    calendar = ics.Calendar(events=events, creator=PRODID)
    calendar.method = method
    calendar.extra.extend(lines)
    return calendar


def calendar_bytes(calendar: ics.Calendar) -> bytes:
    """The finished file (RFC 5545 section 3.4): UTF-8, folded, every line ended by CRLF."""
    return lines.to_bytes(_container(calendar))


def _refuse_impossible(begin: date, end: date | None) -> None:
    """Raise ValueError for a time that no VEVENT can have (RFC 5545 section 3.6.1)."""
    for moment in (begin, end):
        if isinstance(moment, datetime) and moment.tzinfo is None:
            raise ValueError(f"no time zone: {moment}")  # ics would take it for UTC
    if end is not None and isinstance(begin, datetime) != isinstance(end, datetime):
        raise ValueError(f"a date and a time: {begin}, {end}")
    if end is not None and end <= begin:
        raise ValueError(f"the end is not after the begin: {begin}, {end}")


def _container(component: Event | ics.Calendar) -> Container:
    """A component as the steps of its name write it."""
    container = Container(component.Meta.name)
    for step in STEPS[component.Meta.name]:
        step(component, container)
    return container


def _identity(event: Event, container: Container) -> None:
    """UID, DTSTAMP and the properties of change management (RFC 5545 sections 3.8.4.7 and 3.8.7)."""
    container.append(line("UID", lines.text(event.uid)))
    container.append(line("DTSTAMP", lines.utc(event.stamp)))
    container.append(line("SEQUENCE", str(event.sequence)))
    for name, moment in (("CREATED", event.created), ("LAST-MODIFIED", event.last_modified)):
        if moment:
            container.append(line(name, lines.utc(moment.datetime)))


def _times(event: Event, container: Container) -> None:
    """DTSTART and DTEND (RFC 5545 sections 3.8.2.4 and 3.8.2.2), both in one form."""
    moments = [event.begin.datetime]
    if event.all_day or event.has_end():
        moments.append(event.end.datetime)
    form = _at_instant
    if event.all_day:
        form = _on_day
    elif all(_has_simple_zone(moment) for moment in moments):
        form = _at_wall_time
    container.extend(form(name, moment) for name, moment in zip(("DTSTART", "DTEND"), moments, strict=False))


def _on_day(name: str, moment: datetime) -> ContentLine:
    """A date."""
    return line(name, lines.day(moment.date()), VALUE="DATE")


def _at_wall_time(name: str, moment: datetime) -> ContentLine:
    """A time of the wall clock with its zone: it stays right when the law changes."""
    return line(name, lines.local(moment), TZID=getattr(moment.tzinfo, "key", ""))


def _at_instant(name: str, moment: datetime) -> ContentLine:
    """A time in UTC."""
    return line(name, lines.utc(zones.in_utc(moment)))


def _has_simple_zone(moment: datetime) -> bool:
    """Whether the VTIMEZONE of a moment's zone is right at that moment."""
    key = getattr(moment.tzinfo, "key", None)
    return key is not None and zones.zone_is_simple_at(key, moment)


def _texts(event: Event, container: Container) -> None:
    """The descriptive properties (RFC 5545 section 3.8.1); one without words is left out, but for SUMMARY."""
    container.append(line("SUMMARY", lines.one_line(event.name)))
    for name, words in (("DESCRIPTION", event.description), ("LOCATION", event.location)):
        value = lines.text(words or "")
        if value:
            container.append(line(name, value))
    if event.url:
        container.append(line("URL", lines.uri(event.url)))
    categories = sorted(filter(None, map(lines.one_line, event.categories)))  # a set in ics
    if categories:
        container.append(line("CATEGORIES", ",".join(categories)))


def _status(event: Event, container: Container) -> None:
    """STATUS and TRANSP (RFC 5545 sections 3.8.1.11 and 3.8.2.7)."""
    if event.status:
        container.append(line("STATUS", event.status))
    if event.transparent is not None:
        container.append(line("TRANSP", "TRANSPARENT" if event.transparent else "OPAQUE"))


def _more_lines(component: Event | ics.Calendar, container: Container) -> None:
    """The finished lines that the caller gave."""
    container.extend(component.extra)


def _properties(calendar: ics.Calendar, container: Container) -> None:
    """The properties of the calendar (RFC 5545 section 3.7)."""
    container.append(line("VERSION", "2.0"))
    container.append(line("PRODID", lines.text(calendar.creator)))
    container.append(line("CALSCALE", "GREGORIAN"))
    if calendar.method:
        container.append(line("METHOD", calendar.method.upper()))


def _components(calendar: ics.Calendar, container: Container) -> None:
    """The VTIMEZONE of each zone that the events name (RFC 5545 section 3.6.5), then the events by start and UID."""
    events = sorted(calendar.events, key=lambda event: (zones.in_utc(event.begin.datetime), event.uid))
    written = [_container(event) for event in events]
    own_lines = (part for event in written for part in event if isinstance(part, ContentLine))
    keys = {key for own_line in own_lines for key in own_line.params.get("TZID", ())}
    container.extend(_defined(key) for key in sorted(keys))
    container.extend(written)


def _defined(key: str) -> Container:
    """The VTIMEZONE that a TZID needs; a name without one raises ValueError, for Outlook would be an hour off."""
    component = zones.vtimezone(key)
    if component is None:
        raise ValueError(f"no simple rule for the zone: {key}")
    return component


# What writes a component, in this order (RFC 5545 sections 3.6 and 3.6.1); each step appends to the container
STEPS: dict[str, tuple[Callable[[Any, Container], None], ...]] = {
    "VEVENT": (_identity, _times, _texts, _status, _more_lines),
    "VCALENDAR": (_properties, _more_lines, _components),
}
