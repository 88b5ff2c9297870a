"""The days that a series avoids, out of its own list and the calendars that it names."""

import datetime as dt
import re
from collections.abc import Container, Iterator
from pathlib import Path

from labcamp.check import check_avoid
from labcamp.check.calendar.content import MOST_SIGNS, fault, lines_of, place_of, refused, text_of
from labcamp.check.calendar.structure import Part, calendars_of, parts_of
from labcamp.check.calendar.times import Moment, instant_of, moment_of, wall_time
from labcamp.check.calendar.values import is_rule
from labcamp.files.read import Source, content_of, read_source
from labcamp.findings import Finding, LabcampError, finding
from labcamp.model.avoid import Avoid, Avoided
from labcamp.model.texts import Period, one_line
from labcamp.model.zones import is_zone, zone_of
from labcamp.workspace import AVOID, EVENTS, Workspace

ESCAPED = re.compile(r"\\(.)", re.DOTALL)
MEANT = {"n": " ", "N": " "}
# RFC 5545 section 3.3.6; longer than anybody lives is no length
DURATION = re.compile(
    r"\+?P(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,6})M)?(?:(?P<seconds>\d{1,6})S)?)?"
)
DAY = dt.timedelta(days=1)
A_MOMENT = dt.timedelta(microseconds=1)

# Of what is repeated more often than daily, no day is left
FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
NOT_ASKED = frozenset({"UNTIL", "BYHOUR", "BYMINUTE", "BYSECOND"})  # we want days, and say ourselves until when


def avoided(workspace: Workspace, period: Period) -> tuple[tuple[Avoided, ...], tuple[Finding, ...]]:
    """What is on the days of a period, in order, and everything that is wrong with the files that say so."""
    path = workspace.root / EVENTS / f"{AVOID}.yaml"
    if not path.is_file():
        return (), ()
    try:
        source = read_source(path, path.as_posix(), listed="days")
    except LabcampError as problem:
        return (), problem.findings
    avoid, findings = check_avoid(source)
    if avoid is None:
        return (), findings
    days = [day for day in _days(avoid, source) if day.is_on(period.first, period.last)]
    for number, name in enumerate(avoid.calendars):
        calendar = path.parent / name
        if not calendar.is_file():
            findings += (finding("LC226", source.place("calendars", number), text=name),)
            continue
        more, wrong = _entries(calendar, period, workspace.series.zone)
        days += more
        findings += wrong
    return tuple(sorted(days)), findings


def _days(avoid: Avoid, source: Source) -> Iterator[Avoided]:
    for number, day in enumerate(avoid.days):
        yield Avoided(day.date.first, day.date.last, day.title or "", source.place("days", number), day.url or "")


def _entries(path: Path, period: Period, zone: str) -> tuple[list[Avoided], tuple[Finding, ...]]:
    try:
        content = content_of(path, path.as_posix())
    except LabcampError as problem:
        return [], problem.findings
    entries, findings = entries_of(content, path.as_posix(), period, zone)
    return entries, tuple(findings)


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


def starts(event: Part, start: Moment, last: dt.datetime) -> Iterator[dt.datetime]:
    """The wall times at which an entry begins, up to a last one; ValueError where its rule cannot be read."""
    excepted = {moment.wall for moment in _listed(event, "EXDATE")}
    begins = {start.wall, *(moment.wall for moment in _listed(event, "RDATE"))}
    for line in event.lines.get("RRULE", ()):
        begins |= set(_by_rule(line.value, start, last))
    yield from sorted(begin for begin in begins - excepted if begin <= last)


def _listed(event: Part, name: str) -> Iterator[Moment]:
    """The moments that the lines of a name list; of a span of time, its start."""
    for line in event.lines.get(name, ()):
        for value in line.value.split(","):
            if moment := moment_of(line._replace(value=value.partition("/")[0])):
                yield moment


def _by_rule(value: str, start: Moment, last: dt.datetime) -> Iterator[dt.datetime]:
    from dateutil.rrule import rrulestr

    parts = dict(part.partition("=")[::2] for part in value.upper().rstrip(";").split(";"))
    if not is_rule(value) or parts["FREQ"] not in FREQUENCIES:
        raise ValueError(value)
    ends = min(last, _until(parts.get("UNTIL", ""), start) or last)
    kept = ";".join(f"{name}={part}" for name, part in parts.items() if name not in NOT_ASKED)
    rule = rrulestr(kept, dtstart=start.wall)
    yield from rule.between(start.wall, ends, inc=True)


def _until(text: str, start: Moment) -> dt.datetime | None:
    """The last wall time of a rule, on the clock of its start; of a day, its end."""
    read = wall_time(text)
    if read is None:
        return None
    wall, form = read
    if form == "date":
        return wall + dt.timedelta(days=1, microseconds=-1)
    if form == "utc" and start.form == "zone" and is_zone(start.zone):
        return wall.replace(tzinfo=dt.UTC).astimezone(zone_of(start.zone)).replace(tzinfo=None)
    return wall


def in_zone(moment: Moment, zone: str) -> dt.datetime:
    """A moment on the clock of another zone; as it is written, where it is a day or in no zone that is known."""
    instant = instant_of(moment)
    try:
        return instant.astimezone(zone_of(zone)).replace(tzinfo=None) if instant else moment.wall
    except OverflowError:  # at the end of all days
        return moment.wall
