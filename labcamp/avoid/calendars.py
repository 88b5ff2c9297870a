"""Calendar files of others: on which days something is that people of ours might rather go to."""

import datetime as dt
import re
from collections.abc import Container, Iterator

from labcamp.avoid.entries import Avoided
from labcamp.avoid.repeating import in_zone, starts
from labcamp.check.calendar.content import MOST_SIGNS, fault, lines_of, place_of, refused, text_of
from labcamp.check.calendar.structure import Part, calendars_of, parts_of
from labcamp.check.calendar.times import Moment, moment_of
from labcamp.findings import Finding
from labcamp.model.texts import Period, one_line

ESCAPED = re.compile(r"\\(.)", re.DOTALL)
MEANT = {"n": " ", "N": " "}
# RFC 5545 section 3.3.6; longer than anybody lives is no length
DURATION = re.compile(
    r"\+?P(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,6})M)?(?:(?P<seconds>\d{1,6})S)?)?"
)
DAY = dt.timedelta(days=1)
A_MOMENT = dt.timedelta(microseconds=1)


def entries_of(content: bytes, shown: str, period: Period, zone: str) -> tuple[list[Avoided], list[Finding]]:
    """What the bytes of a calendar file say of a period, on the clock of a zone, and what cannot be read of them.

    Cancelled entries are left out; repeated ones are there as often as they are repeated.
    """
    if refusal := refused(content, shown):
        return [], [refusal]
    events = tuple(_events(content, shown))
    moved = {
        (event.value("UID"), in_zone(moment, zone))
        for event in events
        if (moment := moment_of(event.first("RECURRENCE-ID")))
    }
    found: list[Avoided] = []
    unreadable: list[Part] = []
    for event in events:
        try:
            found += _avoided(event, moved, period, zone)
        except (ValueError, OverflowError):
            unreadable.append(event)
    if not unreadable:
        return found, []
    line = unreadable[0].first("RRULE") or unreadable[0].first("DTSTART") or unreadable[0].begin
    return found, [fault("LC227", place_of(line), count=len(unreadable))]


def _events(content: bytes, shown: str) -> Iterator[Part]:
    text, _ = text_of(content, shown)
    lines, _ = lines_of(text, shown)
    outermost, _ = parts_of(lines)
    for calendar in calendars_of(outermost):
        yield from calendar.events


def _avoided(event: Part, moved: Container[tuple[str, dt.datetime]], period: Period, zone: str) -> Iterator[Avoided]:
    """An entry each time that it is on; ValueError where it does not say when that is.

    The times of a repeated entry that are entries of their own (RFC 5545 section 3.8.4.4) are those that have `moved`.
    """
    start = moment_of(event.first("DTSTART"))
    if start is None:
        raise ValueError
    if event.value("STATUS").strip().upper() == "CANCELLED":
        return
    length = _length(event, start, zone)
    # One more day: on the clock of another zone it may still be the day before.
    last = dt.datetime.combine(period.last, dt.time.max) + DAY
    alone = "RECURRENCE-ID" in event.lines
    for wall in starts(event, start, last):
        begins = in_zone(start._replace(wall=wall), zone)
        ends = max(begins + length - A_MOMENT, begins)
        title, url = (_shown(event.value(name)) for name in ("SUMMARY", "URL"))
        entry = Avoided(begins.date(), ends.date(), title, place_of(event.begin), url)
        if entry.is_on(period.first, period.last) and (alone or (event.value("UID"), begins) not in moved):
            yield entry


def _length(event: Part, start: Moment, zone: str) -> dt.timedelta:
    """How long an entry takes: until its end, else its duration, else a day where it has no time."""
    end = moment_of(event.first("DTEND"))
    if end is not None:
        length = in_zone(end, zone) - in_zone(start, zone)
    elif duration := DURATION.fullmatch(event.value("DURATION").strip().upper()):
        length = dt.timedelta(**{unit: int(number or 0) for unit, number in duration.groupdict().items()})
    else:
        length = dt.timedelta()
    return max(length, DAY) if start.form == "date" else length


def _shown(value: str) -> str:
    """A value as a text on one line, which cannot command a terminal."""
    text = one_line(ESCAPED.sub(lambda sign: MEANT.get(sign[1], sign[1]), value))
    text = "".join(sign if sign.isprintable() else "\ufffd" for sign in text)
    return text if len(text) <= MOST_SIGNS else f"{text[: MOST_SIGNS - 1]}…"
