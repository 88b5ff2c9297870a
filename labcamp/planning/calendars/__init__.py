"""What is on by the calendar files of others, which are seldom what the standard says.

Lines, each with its place, are told apart as for `labcamp check-ics`; what stands in them is read by icalendar, whose
own components know no places and take five times as long.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from labcamp.check.calendar.content import lines_of, place_of, refused, text_of
from labcamp.check.calendar.structure import Calendar, Part, calendars_of, parts_of
from labcamp.check.calendar.times import Moment
from labcamp.findings import Finding
from labcamp.model.avoid import Avoided
from labcamp.model.texts import Period
from labcamp.planning.calendars.clocks import UTC, Clock, Clocks, shown
from labcamp.planning.calendars.entries import Entry, entries_in, left_out, shown_of, title_of
from labcamp.planning.calendars.repeating import Budget, Run
from labcamp.planning.calendars.series import A_MOMENT, Asked, Series, Time

Days = tuple[int, int]  # the first and the last, counted as Python does


def entries_of(content: bytes, path: str, period: Period, zone: str) -> tuple[list[Avoided], list[Finding]]:
    """What the bytes of a calendar file say of a period, on the clock of a zone, and what cannot be read of them.

    Cancelled entries are left out; repeated ones are there as often as they are repeated, but days that touch are one.
    """
    if refusal := refused(content, path):
        return [], [refusal]
    findings: list[Finding] = []
    entries: list[Entry] = []
    for calendar in calendars_in(content, path, findings):
        entries += entries_in(calendar, Clocks(calendar, zone), findings)
    asked = Asked(period, Clock(zone), Budget())
    found: list[Avoided] = []
    for same in by_uid(entries):
        found += _of_a_series(same, asked, findings)
    return sorted(found), sorted(dict.fromkeys(findings))


def calendars_in(content: bytes, path: str, findings: list[Finding]) -> Iterator[Calendar]:
    """The calendars in the bytes of a file, in whatever encoding; LC604 where it is none that a calendar may have."""
    yield from calendars_of(parts_in(content, path, findings)[0])


def parts_in(content: bytes, path: str, findings: list[Finding]) -> tuple[list[Part], list[Finding]]:
    """The outermost parts of the same, and which of them are not whole."""
    text, told = text_of(content, path)
    damaged = [each for each in told if each.code == "LC604"]
    findings += damaged
    lines, _ = lines_of(_in_latin(content) if damaged and "\ufffd" in text else text, path)
    return parts_of(lines)


def _in_latin(content: bytes) -> str:
    """The text of a file that is not in UTF-8: as Windows saves it in the west of Europe, and line by line."""
    lines = []
    for line in content.splitlines(keepends=True):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", "replace"))
    return "".join(lines)


def by_uid(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    """The entries that belong together; those without a UID stand alone."""
    found: dict[str, list[Entry]] = {}
    for number, entry in enumerate(entries):
        found.setdefault(entry.part.value("UID").strip() or f"\0{number}", []).append(entry)
    return found.values()


def _newest(entries: list[Entry], findings: list[Finding]) -> list[Entry]:
    """Those of the latest revision; LC900 for one that only its time stamp makes older, for some never count."""
    latest = max((entry.revision for entry in entries), default=None)
    for entry in entries:
        if latest and entry.revision[0] == latest[0] and entry.revision != latest:
            line = entry.part.first("DTSTAMP") or entry.part.begin
            findings.append(left_out(entry.part, line, line.value))
    return [entry for entry in entries if entry.revision == latest]


def _exceptions(entries: Iterable[Entry]) -> list[Entry]:
    """The latest revision of each exception."""
    found: dict[object, Entry] = {}
    for entry in entries:
        key = (_instant(entry, entry.instead), entry.following) if entry.instead else id(entry)
        if key not in found or found[key].revision <= entry.revision:
            found[key] = entry
    return list(found.values())


def _instant(entry: Entry, moment: Moment) -> tuple[dt.datetime, bool]:
    clock = UTC if moment.form == "utc" else entry.clocks.named(moment.zone) if moment.form == "zone" else None
    return (clock.utc(moment.wall), True) if clock else (moment.wall, False)


def _of_a_series(entries: list[Entry], asked: Asked, findings: list[Finding]) -> Iterable[Avoided]:
    """The days of all entries with one UID."""
    known: dict[int, tuple[Part, set[Days], Callable[[Run, dt.timedelta], Iterable[Days]]]] = {}
    for entry, run, length in times_of(entries, asked, findings):
        number = entry.part.begin.number
        if number not in known:
            known[number] = entry.part, set(), _days_on(entry, asked.clock)
        _, days, days_of = known[number]
        try:
            days.update(days_of(run, length))
        except OverflowError:  # at the end of all days
            continue
    found = {avoided for part, days, _ in known.values() for avoided in _avoided(part, days, asked.period)}
    return {(each.first, each.last, each.title): each for each in sorted(found, reverse=True)}.values()


def times_of(entries: list[Entry], asked: Asked, findings: list[Finding]) -> Iterator[Time]:
    """When the entries with one UID are on; what is called off only where each single time is asked for."""
    masters = _newest([entry for entry in entries if not entry.alone], findings)
    if masters and all(entry.cancelled for entry in masters) and not asked.each:
        return
    exceptions = _exceptions(entry for entry in entries if entry.alone)
    excluded: set[int] = set()
    for master in masters:
        if asked.each or not master.cancelled:
            series = Series(master, exceptions, asked)
            yield from series.times(findings)
            excluded |= series.excluded
    for entry in exceptions:
        if entry.anew and not entry.cancelled and entry.part.begin.number not in excluded:
            yield from Series(entry, _after(entry, exceptions), asked).times(findings)
    for entry in exceptions:
        told = asked.each or not entry.cancelled
        if told and entry.part.begin.number not in excluded:
            yield entry, (entry.start.wall, entry.start.wall), entry.length


def _after(entry: Entry, exceptions: list[Entry]) -> list[Entry]:
    """The exceptions to the times from an entry on that has a rule of its own."""
    begin = _instant(entry, entry.instead or entry.start)[0]
    return [each for each in exceptions if each.instead and _instant(each, each.instead)[0] > begin]


def _days_on(entry: Entry, clock: Clock) -> Callable[[Run, dt.timedelta], Iterable[Days]]:
    """How to find the first and the last days of the times of an entry, as a clock shows them."""
    look = shown(entry.clock, clock) if entry.clock is not None and entry.clock != clock else None

    def days(run: Run, length: dt.timedelta) -> Iterable[Days]:
        first, last = run
        if look and first != last:
            return [each for span in look.stretches(first, last) for each in days_of_all(*span, length)]
        return days_of_all(first, last, length)

    def days_of_all(first: dt.datetime, last: dt.datetime, length: dt.timedelta) -> Iterable[Days]:
        end = last + max(length, A_MOMENT)
        if look:
            first, end = look(first), look(end)
        first_day = first.toordinal()
        return ((first_day, max((end - A_MOMENT).toordinal(), first_day)),)

    return days


def _avoided(part: Part, days: set[Days], period: Period) -> Iterator[Avoided]:
    """The days of an entry in a period; those that touch are one time."""
    joined: list[Days] = []
    for day, end in sorted(days):
        if joined and day - joined[-1][1] <= 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((day, end))
    title, url = title_of(part), shown_of(part.value("URL"))
    for span in joined:
        first, last = map(dt.date.fromordinal, span)
        if first <= period.last and period.first <= last:
            yield Avoided(first, last, title, place_of(part.begin), url)
