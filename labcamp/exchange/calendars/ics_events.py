"""What the entries of a calendar say of events: imported late as a whole, for the expander of rules is heavy.

The lines, the zones and the rules are read as for days to avoid (`planning/calendars`): each with its place, in bounds.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from labcamp.check.calendar.content import place_of
from labcamp.check.calendar.structure import Calendar, Part, calendars_of
from labcamp.exchange.calendars.ics_texts import LANGUAGE, left_of, line_in, links_of, text_in, topics_of, where_of
from labcamp.exchange.calendars.own_feed import Timed, folded
from labcamp.exchange.found import Asked, Found, Left, Revision, Told, Value
from labcamp.exchange.lists.days import date_and_time, span_of
from labcamp.exchange.prose import cancelled_title, line_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.texts import Period
from labcamp.planning.calendars import by_uid, parts_in, times_of
from labcamp.planning.calendars.clocks import Clock, Clocks, clock_named
from labcamp.planning.calendars.entries import Entry, entries_in, read, shown_of, title_of
from labcamp.planning.calendars.repeating import Budget
from labcamp.planning.calendars.series import Asked as Question

A_MOMENT = dt.timedelta(microseconds=1)
MIDNIGHT = dt.time()
FIRST, LAST = (dt.datetime.combine(day, MIDNIGHT) for day in (dt.date.min, dt.date.max))
ENDLESS = dt.timedelta(days=366)  # from today on: so far what repeats for ever is taken
FINITE = dt.timedelta(days=3660)
MOST_EVENTS = 20_000
REPEATS = frozenset({"RRULE", "RDATE"})
ENDS = ("COUNT=", "UNTIL=")
PEOPLE = ("ORGANIZER", "ATTENDEE", "CONTACT")
NOWHERE = frozenset({"", "UTC", "Etc/UTC", "GMT", "Etc/GMT"})  # zones in which nobody lives
PRIVATE = frozenset({"PRIVATE", "CONFIDENTIAL"})
CUT = "BEGIN:VCALENDAR"  # of which the end is missing, in a file that did not come whole
OURS = "-//labcamp//"


class Known(NamedTuple):
    """What is the same for all entries: the series' clock, categories that say nothing, topics that we know."""

    clock: Clock
    same: frozenset[str]
    ours: bool
    topics: Mapping[str, str]


class Once(NamedTuple):
    """One time of an entry, on its own clock; `alone` where it has no other."""

    entry: Entry
    start: dt.datetime
    length: dt.timedelta
    alone: bool = True


def told_by(name: str, content: bytes, asked: Asked) -> Told:
    """All that a calendar file says; LC275 where it says too much, and LC611 where its end is missing."""
    findings: list[Finding] = []
    parts, faults = parts_in(content, name, findings)
    if cut := [found for found in faults if found.code == "LC611" and dict(found.values)["given"] == CUT]:
        return Told(findings=tuple(cut))
    calendars = list(calendars_of(parts))
    events: list[Found] = []
    left: list[Left] = []
    for calendar in calendars:
        times, apart = folded(_times(calendar, asked, findings), ours=_is_ours(calendar))
        events += [each.found for each in times]
        left += apart
    findings = [*_mended(findings), *_private(name, calendars)]
    findings += _people(name, calendars) if events else ()
    title, zone, language = _of_all(calendars)
    return Told(tuple(events), tuple(findings), tuple(left), (), title, zone, language)


def _times(calendar: Calendar, asked: Asked, findings: list[Finding]) -> list[Timed]:
    """Each time of each entry, and the entries that say no time, in the order of the file."""
    public = calendar._replace(events=tuple(part for part in calendar.events if not _is_private(part)))
    entries = list(entries_in(public, Clocks(calendar, asked.zone), findings))
    dated = {each.part.begin.number for each in entries}
    known, budget = _known(public, asked), Budget()
    times = [_undated(part, known) for part in public.events if part.begin.number not in dated]
    for same in by_uid(entries):
        found = _each_time(same, asked, budget, findings)
        if len(times) + len(found) > MOST_EVENTS:
            raise LabcampError(finding("LC275", place_of(same[0].part.begin), most=f"{MOST_EVENTS} VEVENT"))
        several = [_timed(each, known) for each in found]
        times += [_nothing_twice(several, number) for number in range(len(several))]
    return sorted(times, key=lambda each: (each.found.place.line, each.start or FIRST))


def _nothing_twice(several: Sequence[Timed], number: int) -> Timed:
    """One of the times of an entry; what found no place is told at the first of them."""
    timed = several[number]
    told = {left for each in several[:1] for left in each.found.left} if number else set()
    left = tuple(each for each in timed.found.left if each not in told)
    return replace(timed, found=replace(timed.found, left=left)) if told else timed


def _each_time(same: list[Entry], asked: Asked, budget: Budget, findings: list[Finding]) -> Sequence[Once]:
    """The times of the entries with one UID."""
    if len(same) == 1 and REPEATS.isdisjoint(same[0].part.lines):
        return [Once(same[0], same[0].start.wall, same[0].length)]
    question = Question(_period(same, asked, findings), Clock(asked.zone), budget, each=True)
    found = [Once(entry, first, length) for entry, (first, _), length in times_of(same, question, findings)]
    return found if len(found) == 1 else [each._replace(alone=False) for each in found]


def _period(entries: Iterable[Entry], asked: Asked, findings: list[Finding]) -> Period:
    """From when to when repeated entries are taken: to their end, or for a year where they have none (LC895)."""
    rules = ((entry.part, line) for entry in entries for line in entry.part.lines.get("RRULE", ()))
    for part, line in rules:
        if line.value.strip(" ;") and not any(end in line.value.upper() for end in ENDS):
            last = asked.today + ENDLESS
            said = " – ".join(filter(None, (title_of(part), shown_of(f"RRULE:{line.value}"))))
            findings.append(finding("LC895", place_of(line), value=said, day=last))
            return Period(dt.date.min, last)
    return Period(dt.date.min, asked.today + FINITE)


# One event


def _undated(part: Part, known: Known) -> Timed:
    return _event(part, {}, known, None)


def _timed(once: Once, known: Known) -> Timed:
    """One time of an entry as an event: on the clock of its zone, or of the series where it names none."""
    entry = once.entry
    own = entry.clocks.own if entry.clocks.own.key not in NOWHERE else known.clock
    home = entry.clock or own
    clock = home if entry.start.form == "zone" and home.key else own
    start, end = once.start, _sum(once.start, once.length)
    if clock != home:
        start, end = (clock.wall(home.utc(wall)) for wall in (start, end))
    whole = entry.start.form == "date"
    when, hours = _when(start, end, whole=whole)
    values: dict[str, Value] = {**when}
    if clock != known.clock and "time" in values:
        values["zone"] = clock.key
    if entry.cancelled:
        values["status"] = "cancelled"
    timed = _event(entry.part, values, known, _revision(entry) if once.alone else None)
    line = entry.part.first("DTSTART") or entry.part.begin
    found = replace(timed.found, repeated=not once.alone)
    if hours:
        found = replace(found, left=(*found.left, Left(place_of(line), "DTSTART", hours)))
    return Timed(found, entry.part, start, end, whole, timed.uids)


def _sum(wall: dt.datetime, length: dt.timedelta) -> dt.datetime:
    return wall + min(length, LAST - wall)


def _when(start: dt.datetime, end: dt.datetime, *, whole: bool) -> tuple[Mapping[str, str], str]:
    """The keys `date` and `time`, and the hours that these cannot say: other ones on each of several days."""
    if whole:
        return {"date": span_of(f"{start.date()}", f"{max(end - A_MOMENT, start).date()}")}, ""
    first, last = ((f"{wall.date()}", wall.hour * 60 + wall.minute) for wall in (start, max(end, start)))
    return date_and_time(first, last, daily=False)


def _event(part: Part, when: dict[str, Value], known: Known, revision: Revision | None) -> Timed:
    """An entry as an event, with all that it says beside its time."""
    title, called_off = cancelled_title(line_in(part, "SUMMARY"), off="status" in when)
    place = where_of(part)
    topics, unknown = topics_of(part, known.same, known.topics)
    values: dict[str, Value | None] = {
        "title": title,
        "status": "cancelled" if called_off else None,
        **when,
        "place": place,
        "description": text_in(part),
        "topics": topics,
        "links": links_of(part, place, attached=not known.ours),
        "uid": revision.uid if revision else None,
    }
    kept = {key: value for key, value in values.items() if value}
    found = Found(place_of(part.begin), kept, revision, (*left_of(part), *unknown))
    return Timed(found, part, None, None, whole=False, uids=(part.value("UID").strip(),))


def _revision(entry: Entry) -> Revision | None:
    uid = line_of(entry.part.value("UID"))
    stamp = read(entry.part.value("DTSTAMP").strip().upper(), "")
    moment = stamp.moment.wall.replace(tzinfo=dt.UTC) if stamp and stamp.moment.form == "utc" else None
    return Revision(uid, entry.revision[0], moment) if uid else None


# The whole calendar


def _is_private(part: Part) -> bool:
    return part.value("CLASS").strip().upper() in PRIVATE


def _private(name: str, calendars: Iterable[Calendar]) -> Iterator[Finding]:
    """LC884: entries are marked as private, and are not taken."""
    lines = [part.lines["CLASS"][0] for each in calendars for part in each.events if _is_private(part)]
    if lines:
        yield finding("LC884", Place(name, lines[0].number, 1), count=len(lines))


def _people(name: str, calendars: Iterable[Calendar]) -> Iterator[Finding]:
    """LC896: people are named beside the events, and stay where they are."""
    parts = [part for each in calendars for part in each.events]
    if count := sum(len(part.lines.get(each, ())) for part in parts for each in PEOPLE):
        yield finding("LC896", Place(name), count=count)


def _known(calendar: Calendar, asked: Asked) -> Known:
    """What is the same for all entries; of CATEGORIES what each of them has, and all of our own."""
    counts = Counter(line.value for part in calendar.events for line in part.lines.get("CATEGORIES", ()))
    ours = _is_ours(calendar)
    same = (value for value, number in counts.items() if ours or 1 < number == len(calendar.events))
    return Known(Clock(asked.zone), frozenset(same), ours, asked.topics)


def _mended(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What is said of an entry, in the words of an import: LC895. The encoding was mended, so that is not told."""
    for each in dict.fromkeys(findings):
        values, place = dict(each.values), Place(each.path, each.line, each.column)
        if each.code in {"LC227", "LC900"}:
            said = " – ".join(filter(None, (values["title"], values["value"])))
            yield finding("LC895", place, value=said, day="")
        elif each.code == "LC946":
            yield finding("LC895", place, value=f"TZID={values['zone']}", day="")
        elif each.code != "LC604":
            yield each


def _is_ours(calendar: Calendar) -> bool:
    return calendar.whole.value("PRODID").startswith(OURS)


def _of_all(calendars: Sequence[Calendar]) -> tuple[str | None, str | None, str | None]:
    """The title, the zone and the language of the first calendar, as far as it names them."""
    if not calendars:
        return None, None, None
    first = calendars[0]
    title = line_in(first.whole, "X-WR-CALNAME") or line_in(first.whole, "NAME")
    zones = Counter(line.parameter("TZID") for line in first.zoned if line.name == "DTSTART")
    names = [first.whole.value("X-WR-TIMEZONE").strip(), *(zone for zone, _ in zones.most_common(1))]
    clocks = [clock for name in names if name and (clock := clock_named(name))]
    spoken = LANGUAGE.search(first.whole.value("PRODID")) if _is_ours(first) else None
    return title or None, clocks[0].key if clocks else None, spoken[1].lower() if spoken else None
