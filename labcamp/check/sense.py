"""Rules on whether an event makes sense, and whether it can be printed."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from labcamp.check.agenda import (
    agenda_too_long,
    clock,
    person_in_two_places,
    session_day_unknown,
    session_id_twice,
    session_outside_event,
    sessions_overlap,
)
from labcamp.check.agreed import agreed_until_before
from labcamp.files.read import Source, Span, Steps
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event, Series
from labcamp.model.glyphs import without_glyph
from labcamp.model.said_days import MONTHS
from labcamp.model.texts import PLACEHOLDERS, one_line
from labcamp.model.zones import clocks_change, exists, exists_twice, moment
from labcamp.patterns import pattern_of

# `XX` alone may be a Roman number, but not in a date or beside a unit; that something will be added may be meant for
# readers, but not where it is the whole value, or stands in brackets.
_OPEN = r"\d{4}-(?:XX|\d\d-XX)(?:-XX)?(?!\w)|\d\d?\.XX\.|XX\.(?:XX|\d\d?)\.?|XX:XX|XX(?= ?(?:Uhr|Euro|€))"
_LATER = r"(?:wird|werden)(?: hier)? noch ergänzt"
PLACEHOLDER = pattern_of(
    rf"(?<!\w)(?:(?:{'|'.join(PLACEHOLDERS)}|XXX+)(?!\w)|{_OPEN})"
    rf"|[(\[]{_LATER}[)\]]|(?<![^\"']){_LATER}(?=\.?[\"']?\Z)"
)
# To look for a single letter, and then around it, is several times faster than to look for several.
TO_BE, TO_FIX = re.compile("T(?=B[ACD]|ODO)").search, re.compile("F(?=IXME)").search
CROSSES = re.compile("X(?=X)").search
# A comment has a blank behind its sign; a sign right before a letter or digit was meant as text.
LOST = pattern_of(r"[ \t]+(#\w(?:(?!\s#\s)[^\n\r])*)")
EUROPE = ((34, 72), (-32, 66))  # from Crete to the North Cape, from the Azores to the Urals, in degrees
Rule = Callable[[Event, Source], Iterator[Finding]]

ESCAPE = "\\"  # how a quoted text can hold a character that does not stand in the file


def lost_after_hash(source: Source) -> Iterator[Finding]:
    """LC308: YAML takes everything after ` #` for a comment, so a part of the text is lost."""
    for _, span, lost in lost_texts(source):
        place = Place(source.path, span.end.line + 1, span.end.column + 1 + lost.start(1) - lost.start())
        whole = one_line(f"{source.text[span.start.index : span.end.index]} {lost[1]}")
        yield finding("LC308", place, lost=lost[1].strip(), whole=quoted(whole))


def lost_texts(source: Source) -> Iterator[tuple[Steps, Span, re.Match[str]]]:
    """The path and the span of each value that goes on behind a #, and what of it is lost."""
    # The plain search first: it is many times faster, and most files have no comment behind a value.
    if not (" #" in source.text or "\t#" in source.text) or not LOST.search(source.text):
        return
    for path, span in source.spans.items():
        lost = LOST.match(source.text, span.end.index) if span.plain else None
        if lost:
            yield path, span, lost


def quoted(text: str) -> str:
    """The text as it is written in quotes, the plainer ones where they will do."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def end_before_start(event: Event, source: Source) -> Iterator[Finding]:
    """LC305: an event ends before it has begun."""
    if event.time and event.time.end is not None and event.time.upside_down:
        hours = {"start": clock(event.time.start), "end": clock(event.time.end)}
        yield finding("LC305", source.place("time"), **hours)
    if event.date and event.date.first and event.date.last and event.date.last < event.date.first:
        yield finding("LC305", source.place("date"), start=event.date.first, end=event.date.last)


def clock_change(event: Event, source: Source) -> Iterator[Finding]:
    """LC306, LC307: a time that does not exist, or exists twice, because the clocks change that day."""
    if event.time is None:
        return
    for number, day in enumerate(event.days, 1):
        if not clocks_change(day, event.zone):
            continue
        ends = {event.time.start: ("time",), event.time.end: ("time",)}
        of_sessions = {
            minutes: ("agenda", index, "start")
            for index, timed in reversed(tuple(enumerate(event.timetable)))
            for minutes in (timed.end, timed.start)
            if timed.day == number
        }
        for minutes, path in {**of_sessions, **ends}.items():
            if minutes is not None:
                yield from _clock_change(event, source.place(*path), day, minutes)


def _clock_change(event: Event, place: Place, day: dt.date, minutes: int) -> Iterator[Finding]:
    wall = moment(day, minutes, event.zone)
    code = "" if exists(wall) else "LC306"
    if exists_twice(wall):
        code = "LC307"
    if code:
        yield finding(code, place, day=day, clock=clock(minutes), zone=event.zone)


def placeholder_left(event: Event, source: Source) -> Iterator[Finding]:
    """LC309: TBA, FIXME or the like stands in an event that is confirmed."""
    if event.status == "confirmed":
        yield from placeholders(source)


def placeholders(source: Source) -> Iterator[Finding]:
    """LC309: wherever something stands that people write where they do not know yet."""
    # Plain searches first: most files hold none, and the pattern takes as long as all other rules together.
    text = source.text
    if not (TO_BE(text) or TO_FIX(text) or CROSSES(text) or "orem ipsum" in text or "noch ergänzt" in text):
        return
    for span in source.spans.values():
        for place, words in _places(PLACEHOLDER, source, span) if span.scalar else ():
            yield finding("LC309", place, placeholder=words)


def _places(pattern: re.Pattern[str], source: Source, span: Span) -> Iterator[tuple[Place, str]]:
    """Where a pattern occurs in a text, and what stands there."""
    text = source.text[span.start.index : span.end.index]
    for found in pattern.finditer(text):
        lines = text[: found.start()].split("\n")
        column = len(lines[-1]) + 1 + (span.start.column if len(lines) == 1 else 0)
        yield Place(source.path, span.start.line + len(lines), column), found.group()


def old_date_left(event: Event, source: Source) -> Iterator[Finding]:
    """LC908: an event has moved, and a text in its file still names the old day."""
    if event.moved_from is None or event.moved_from in event.days:
        return
    old_day = written_day(event.moved_from)
    for path, span in source.spans.items():
        if span.scalar and path[-1] not in {"date", "moved_from", "until"}:
            for place, words in _places(old_day, source, span):
                yield finding("LC908", place, words=words)


def written_day(day: dt.date) -> re.Pattern[str]:
    """How people write a day, in figures and in words, with or without its year."""
    months = "|".join(MONTHS[day.month - 1].split())
    figures = rf"{day.isoformat()}|(?<!\d)0?{day.day}\.\s?(?:0?{day.month}\.|(?:{months}))"
    return re.compile(rf"{figures}|(?<!\d){day.day}(?:st|nd|rd|th)? (?:{months})|(?:{months}) {day.day}(?!\d)")


def half_a_point(event: Event, source: Source) -> Iterator[Finding]:
    """LC320: of the coordinates of a place there is only one."""
    known = {"lat": event.place.lat, "lon": event.place.lon} if event.place else {}
    given = [key for key, degrees in known.items() if degrees is not None]
    if len(given) == 1:
        (missing,) = known.keys() - given
        yield finding("LC320", source.place("place", given[0], key=True), key=given[0], missing=missing)


def point_swapped(event: Event, source: Source) -> Iterator[Finding]:
    """LC321: an event on the clock of Europe is far from it, and would be there the other way round."""
    point = event.place.point if event.place else None
    if point and event.zone.startswith("Europe/") and not in_europe(*point) and in_europe(*reversed(point)):
        yield finding("LC321", source.place("place", "lat"), lat=point[0], lon=point[1])


def in_europe(lat: float, lon: float) -> bool:
    """Tell whether a point lies in Europe, roughly."""
    return all(least < degrees < most for degrees, (least, most) in zip((lat, lon), EUROPE, strict=True))


def deadline_after_event(event: Event, source: Source) -> Iterator[Finding]:
    """LC310: the registration closes only after the event has begun."""
    if event.registration.until and event.days and event.registration.until > event.days[0]:
        place = source.place("registration", "until")
        yield finding("LC310", place, until=event.registration.until, day=event.days[0])


def confirmed_without_date(event: Event, source: Source) -> Iterator[Finding]:
    """LC316: a confirmed event has no date, not even a month."""
    if event.status == "confirmed" and event.date is None:
        yield finding("LC316", source.place("status", key=True))


def cancelled_without_reason(event: Event, source: Source) -> Iterator[Finding]:
    """LC904: an event is cancelled and nobody learns why."""
    if event.cancelled and not event.reason:
        yield finding("LC904", source.place("status", key=True))


RULES: tuple[Rule, ...] = (
    session_outside_event,
    sessions_overlap,
    person_in_two_places,
    agenda_too_long,
    end_before_start,
    clock_change,
    placeholder_left,
    deadline_after_event,
    agreed_until_before,
    half_a_point,
    point_swapped,
    old_date_left,
    session_day_unknown,
    session_id_twice,
    confirmed_without_date,
    cancelled_without_reason,
)


def twice(events: Iterable[tuple[Event, Source]]) -> Iterator[Finding]:
    """LC311, LC312: two events have the same number, or the same UID."""
    seen: dict[tuple[str, object], Source] = {}
    for event, source in events:
        for code, key in (("LC311", "number"), ("LC312", "uid")):
            value = getattr(event, key)
            if value is not None and (code, value) in seen:
                yield finding(code, source.place(key), value=value, other=seen[code, value].path)
            elif value is not None:
                seen[code, value] = source


def series_incomplete(series: Series, source: Source) -> Iterator[Finding]:
    """LC317, LC890, LC902, LC903: a title pattern without its number; nobody to send mails; no imprint; no way out."""
    if series.title_pattern and "{number}" not in series.title_pattern:
        yield finding("LC317", source.place("title_pattern"), pattern=series.title_pattern)
    if not series.contact.email:
        yield finding("LC890", source.place("contact") if "contact" in source.data else Place(source.path))
    if not (series.imprint.text or series.imprint.url):
        yield finding("LC902", Place(source.path))
    if not series.newsletter.unsubscribe:
        yield finding("LC903", Place(source.path))


def no_glyph(source: Source) -> Iterator[Finding]:
    """LC944: a text holds a character that none of the fonts has; the first one of each text is told."""
    if not without_glyph(source.text) and ESCAPE not in source.text:
        return
    for path, text in _texts(source.data, ()):
        if found := without_glyph(text):
            key = next(step for step in reversed(path) if isinstance(step, str))
            yield finding("LC944", _place(source, path, found[0]), sign=_called(found[0]), key=key)


def _texts(data: object, path: Steps) -> Iterator[tuple[Steps, str]]:
    """Each text of a file with its path."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))


def _place(source: Source, path: Steps, sign: str) -> Place:
    """Where a character stands, or the text that holds it where it is written as an escape."""
    span = source.spans[path]
    index = source.text.find(sign, span.start.index, span.end.index)
    if index < 0:
        return source.place(*path)
    return Place(source.path, source.text.count("\n", 0, index) + 1, index - source.text.rfind("\n", 0, index))


def _called(sign: str) -> str:
    """A character with its number and its name in Unicode, as far as it has any: `漢 (U+6F22, CJK …)`."""
    named = ", ".join(filter(None, (f"U+{ord(sign):04X}", unicodedata.name(sign, ""))))
    return f"{sign} ({named})" if sign.isprintable() else named
