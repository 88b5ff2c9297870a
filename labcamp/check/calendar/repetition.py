"""Rules on how an entry is repeated: what a rule may say, and what goes with the start (RFC 5545 section 3.3.10)."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from labcamp.check.calendar.content import ContentLine, fault, place_of
from labcamp.check.calendar.occurrences import OF_A_TIME, last_of, meets, numbers_of, occurs, surely_counts, weekdays_of
from labcamp.check.calendar.structure import Calendar, Part
from labcamp.check.calendar.times import DAY, Moment, instant_of, kind_of, moment_of, wall_time
from labcamp.check.calendar.values import rule_reads
from labcamp.findings import Finding, Place
from labcamp.model.zones import is_zone, zone_of

RULES = ("RRULE", "EXRULE")
ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL"})
OBSERVANCES = frozenset({"STANDARD", "DAYLIGHT"})
MOST_NEVER = 5  # to look for a day that never comes takes time, and nobody reads more of them
# From where to where a number may go, and whether it may also count from the end
RANGES = {
    "BYSECOND": (0, 60, False),
    "BYMINUTE": (0, 59, False),
    "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False),
    "BYSETPOS": (1, 366, True),
}
MOST_WEEKS = 53
# With which FREQ a part may not stand
NOT_WITH = {
    "BYWEEKNO": frozenset({"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY"}),
    "BYYEARDAY": frozenset({"DAILY", "WEEKLY", "MONTHLY"}),
    "BYMONTHDAY": frozenset({"WEEKLY"}),
}
Fault = tuple[str, tuple[tuple[str, str], ...]]


def repetition(calendar: Calendar) -> Iterator[Finding]:
    """LC640, LC645, LC646, LC647, LC648, LC649, LC650: a repetition that contradicts itself, its start or its form."""
    never = 0
    for part in calendar.parts:
        for name in RULES:
            for line in part.lines.get(name, ()):
                if line.damaged or not rule_reads(line):
                    continue
                found = tuple(_faults(line, part, look=never < MOST_NEVER))
                never += any(code == "LC649" for code, _ in found)
                for code, values in found:
                    yield fault(code, place_of(line, 0), property=name, **dict(values))


def _faults(line: ContentLine, part: Part, *, look: bool) -> Iterator[Fault]:
    start = moment_of(part.first("DTSTART"))
    inside = faults_of(line.value, days=start is not None and start.form == "date")
    yield from inside
    parts = rule_parts(line.value)
    if start and "UNTIL" in parts:
        yield from _until(parts["UNTIL"], start, observance=part.name in OBSERVANCES)
    told = any(code in {"LC645", "LC646"} for code, _ in inside)
    if look and start and not told and not occurs(line.value.upper(), start.wall):
        yield "LC649", (("rule", line.value),)


@lru_cache(1024)
def rule_parts(value: str) -> dict[str, str]:
    """The parts of a rule by their names, in capitals."""
    return dict(part.partition("=")[::2] for part in value.upper().rstrip(";").split(";"))


@lru_cache(1024)
def faults_of(value: str, *, days: bool) -> tuple[Fault, ...]:
    """What is wrong with a rule by itself, or because its entry is on whole days."""
    parts = rule_parts(value)
    names = Counter(part.partition("=")[0] for part in value.upper().rstrip(";").split(";"))
    found: list[Fault] = [("LC647", (("piece", name),)) for name, count in names.items() if count > 1]
    if {"COUNT", "UNTIL"} <= parts.keys():
        found.append(("LC648", (("count", parts["COUNT"]), ("until", parts["UNTIL"]))))
    if "RSCALE" not in parts:  # another calendar has months and weeks of its own
        found += _out_of_range(parts)
    found += [("LC646", (("piece", piece), ("other", other))) for piece, other in _not_allowed(parts, days=days)]
    return tuple(found)


def _out_of_range(parts: dict[str, str]) -> Iterator[Fault]:
    for name, (least, most, both) in RANGES.items():
        for number in numbers_of(parts.get(name, "")):
            if not least <= (abs(number) if both else number) <= most:
                yield _range(f"{name}={number}", least, most, f"-{most}" if both else "")
    for weekday in parts.get("BYDAY", "").split(","):
        ordinal = weekday[:-2]
        if ordinal.strip("+-") and not 1 <= abs(int(ordinal)) <= MOST_WEEKS:
            yield _range(f"BYDAY={weekday}", 1, MOST_WEEKS, f"-{MOST_WEEKS}")


def _range(piece: str, least: int, most: int, back: str) -> Fault:
    return "LC645", (("piece", piece), ("least", str(least)), ("most", str(most)), ("back", back))


def _not_allowed(parts: dict[str, str], *, days: bool) -> Iterator[tuple[str, str]]:
    """The parts that may not stand here, and what forbids them: empty where they lack company."""
    freq = parts["FREQ"]
    for name, forbidden in NOT_WITH.items():
        if name in parts and freq in forbidden:
            yield name, f"FREQ={freq}"
    ordinals = [f"BYDAY={ordinal:+}{weekday}" for ordinal, weekday in weekdays_of(parts.get("BYDAY", "")) if ordinal]
    if ordinals and freq not in {"MONTHLY", "YEARLY"}:
        yield ordinals[0].replace("+", ""), f"FREQ={freq}"
    elif ordinals and freq == "YEARLY" and "BYWEEKNO" in parts:
        yield ordinals[0].replace("+", ""), "BYWEEKNO"
    if days:
        yield from ((name, "DTSTART;VALUE=DATE") for name in OF_A_TIME if name in parts)
        if freq in {"HOURLY", "MINUTELY", "SECONDLY"}:
            yield f"FREQ={freq}", "DTSTART;VALUE=DATE"
    if "BYSETPOS" in parts and not any(name.startswith("BY") and name != "BYSETPOS" for name in parts):
        yield "BYSETPOS", ""
    if "SKIP" in parts and "RSCALE" not in parts:
        yield "SKIP", ""


def _until(value: str, start: Moment, *, observance: bool) -> Iterator[Fault]:
    """LC640, LC650: the end of a rule is of another form than its start, or before it."""
    read = wall_time(value)
    wanted = "utc" if observance or start.form == "zone" else start.form
    if read is None or (observance and read[1] == "floating"):  # Thunderbird writes many, and all read them
        return
    if read[1] != wanted:
        yield "LC640", (("until", value), ("form", start.form), ("right", _right_until(read, start, wanted)))
    elif _is_before(read[0], start, wanted):
        yield "LC650", (("until", value), ("start", f"{start.wall:%Y%m%d}"))


def _is_before(until: dt.datetime, start: Moment, wanted: str) -> bool:
    """Tell whether a rule is over before its start; where the zone is not known, by more than a day."""
    if wanted != "utc":
        return until < start.wall
    if instant := instant_of(start):
        return until.replace(tzinfo=dt.UTC) < instant
    return start.wall.year > dt.MINYEAR and until < start.wall - DAY


def _right_until(read: tuple[dt.datetime, str], start: Moment, wanted: str) -> str:
    """The end of a rule in the form that it has to have, as far as it can be told."""
    wall, form = read
    if wanted == "date":  # midnight in a zone east of us is written as the evening before
        late = form == "utc" and wall.hour >= 12 and wall.minute == 0 and wall.year < dt.MAXYEAR  # noqa: PLR2004
        return f"{wall + DAY if late else wall:%Y%m%d}"
    if form == "date":
        wall = dt.datetime.combine(wall, start.wall.time())
    if wanted == "floating":
        return f"{wall:%Y%m%dT%H%M%S}"
    if start.form == "zone" and is_zone(start.zone) and dt.MINYEAR + 1 < wall.year < dt.MAXYEAR:
        wall = wall.replace(tzinfo=zone_of(start.zone)).astimezone(dt.UTC)
    elif form == "date" and start.form != "utc":
        wall = wall.replace(hour=23, minute=59, second=59)
    return f"{wall:%Y%m%dT%H%M%SZ}"


def exception_differs(calendar: Calendar) -> Iterator[Finding]:
    """LC644: a day taken out, added or moved is given in another way than the start of the series."""
    starts = {part.value("UID"): part.first("DTSTART") for part in calendar.events if "RECURRENCE-ID" not in part.lines}
    for part in calendar.parts:
        if part.name in OBSERVANCES:
            continue
        for name in ("EXDATE", "RDATE", "RECURRENCE-ID"):
            for line in part.lines.get(name, ()):
                own = part.first("DTSTART") if name != "RECURRENCE-ID" else starts.get(part.value("UID"))
                start = moment_of(own)
                if own and start and any(kind_of(moment) != kind_of(start) for moment in moments_in(line)):
                    yield fault("LC644", place_of(line), property=name, value=line.value, start=own.value)


def moments_in(line: ContentLine) -> Iterator[Moment]:
    """The times that a line lists; of a period, its start."""
    for value in line.value.split(","):
        moment = moment_of(line._replace(value=value.partition("/")[0]))
        if moment:
            yield moment


def exception_twice(calendar: Calendar) -> Iterator[Finding]:
    """LC623: two exceptions of a series are about the same time."""
    seen: dict[tuple[str, object], int] = {}
    for part in calendar.parts:
        line = part.first("RECURRENCE-ID")
        moment = moment_of(line)
        if line is None or moment is None or part.name in OBSERVANCES:
            continue
        key = (part.name + part.value("UID"), instant_of(moment) or moment)
        if key in seen:
            yield fault("LC623", place_of(line, 0), value=line.value, first=seen[key])
        seen.setdefault(key, line.number)


def rule_again(calendar: Calendar) -> Iterator[Finding]:
    """LC682: an entry has several rules (RFC 5545 section 3.8.5.3 advises against it)."""
    each = (part.lines.get("RRULE", ()) for part in calendar.parts if part.name in ENTRIES)
    several = [lines for lines in each if len(lines) > 1]
    if several:
        first, second, *_ = several[0]
        yield fault("LC682", place_of(second), rules=len(several[0]), first=first.number, count=len(several))


def off_the_rule(calendar: Calendar) -> Iterator[Finding]:
    """LC680, LC681: a series begins at a time that its rule leaves out, or leaves out a time that it never has."""
    found: dict[str, list[tuple[Place, dict[str, str]]]] = {"LC680": [], "LC681": []}
    shifted = {part.value("UID") for part in calendar.parts if _shifts(part.first("RECURRENCE-ID"))}
    for part in calendar.parts:
        line, start = part.first("DTSTART"), moment_of(part.first("DTSTART"))
        if (
            line is None
            or start is None
            or part.lines.keys().isdisjoint(("RRULE", "EXDATE"))
            or not _is_sound(part, start)
        ):
            continue
        rules = [rule.value.upper() for rule in part.lines.get("RRULE", ())]
        listed = _listed(part, start)
        if rules and start.wall not in listed and not any(meets(rule, start.wall, start.wall) for rule in rules):
            found["LC680"].append((place_of(line, 0), {"start": line.value, "rule": rules[0]}))
        elif part.value("UID") not in shifted and None not in listed:
            found["LC681"] += _for_nothing(part, start, listed)
    for code, each in found.items():
        if each:
            place, values = each[0]
            yield fault(code, place, **values, count=len(each))


def change_of_nothing(calendar: Calendar) -> Iterator[Finding]:
    """LC683: a change is about a time that its series never has; those that shift all that follows are not judged."""
    wholes: dict[tuple[str, str], list[Part]] = {}
    changes = [part for part in calendar.parts if part.name in ENTRIES and "RECURRENCE-ID" in part.lines]
    for part in calendar.parts if changes else ():
        if "RECURRENCE-ID" not in part.lines:
            wholes.setdefault((part.name, part.value("UID")), []).append(part)
    shifted = {part.value("UID") for part in changes if _shifts(part.first("RECURRENCE-ID"))}
    found = []
    for part in changes:
        line, series = part.first("RECURRENCE-ID"), wholes.get((part.name, part.value("UID")), ())
        if (
            line
            and not line.damaged
            and len(series) == 1
            and part.value("UID") not in shifted
            and _is_never(series[0], moment_of(line))
        ):
            found.append(line)
    if found:
        yield fault("LC683", place_of(found[0], 0), value=found[0].value, count=len(found))


def _is_never(series: Part, moment: Moment | None) -> bool:
    """Tell whether it is certain that a series has no time at a moment."""
    start = moment_of(series.first("DTSTART"))
    if start is None or moment is None or not _is_sound(series, start):
        return False
    listed = _listed(series, start)
    return None not in listed and _is_none(moment, series, start, listed)


def _listed(part: Part, start: Moment) -> set[dt.datetime | None]:
    """The times that a series lists, on the clock of its start; None for one of which that cannot be told."""
    return {_wall(moment, start) for line in part.lines.get("RDATE", ()) for moment in moments_in(line)}


def _shifts(line: ContentLine | None) -> bool:
    return line is not None and bool(line.parameter("RANGE"))


def _is_sound(part: Part, start: Moment) -> bool:
    """Tell whether an entry is a series whose rules are known, and nothing else is to be said of them."""
    if part.name not in ENTRIES or "RECURRENCE-ID" in part.lines:
        return False
    for line in part.lines.get("RRULE", ()):
        if line.damaged or not rule_reads(line):
            return False
        if faults_of(line.value, days=start.form == "date") or not occurs(line.value.upper(), start.wall):
            return False
    return True


def _for_nothing(part: Part, start: Moment, listed: set[dt.datetime | None]) -> Iterator[tuple[Place, dict[str, str]]]:
    """The place and the value of each time left out that is none of the series."""
    for line in part.lines.get("EXDATE", ()):
        for value in () if line.damaged else line.value.split(","):
            if _is_none(moment_of(line._replace(value=value)), part, start, listed):
                yield place_of(line, line.value.index(value)), {"value": value}


def _is_none(moment: Moment | None, part: Part, start: Moment, listed: set[dt.datetime | None]) -> bool:
    """Tell whether a time is surely none of a series."""
    wall = _wall(moment, start) if moment else None
    return wall is not None and wall not in {start.wall, *listed} and not _comes(part, start, wall)


def _comes(part: Part, start: Moment, wall: dt.datetime) -> bool:
    """Tell whether a rule of a series comes about at a wall time, before it ends."""
    for line in part.lines.get("RRULE", ()):
        value = line.value.upper()
        if meets(value, start.wall, wall) and not _is_over(value, start, wall):
            last = None if surely_counts(value, start.wall, wall) else last_of(value, start.wall)
            if last is None or wall <= last:
                return True
    return False


def _is_over(value: str, start: Moment, wall: dt.datetime) -> bool:
    """Tell whether a rule has ended before a wall time; where that is not certain, by more than a day."""
    read = wall_time(rule_parts(value).get("UNTIL", ""))
    if read is None:
        return False
    until = _wall(Moment(*read, ""), start)
    return wall > (until or read[0] + 2 * DAY)


def _wall(moment: Moment, start: Moment) -> dt.datetime | None:
    """A moment on the clock of a start; None where that cannot be told, or they are of two kinds."""
    if moment[1:] == start[1:]:
        return moment.wall
    instant, own = instant_of(moment), instant_of(start)
    if instant is None or own is None or start.form != "zone":
        return instant.replace(tzinfo=None) if instant and start.form == "utc" else None
    wall = instant.astimezone(zone_of(start.zone)).replace(tzinfo=None)
    usual = dt.datetime.combine(wall, start.wall.time())  # may be skipped on that day, for a clock is changed
    return usual if instant_of(start._replace(wall=usual)) == instant else wall


def repeated_without(calendar: Calendar) -> Iterator[Finding]:
    """LC655: an alarm says how often it comes again but not after what time, or the other way round."""
    for part in calendar.parts:
        if part.name == "VALARM" and ("REPEAT" in part.lines) != ("DURATION" in part.lines):
            line = part.first("REPEAT") or part.first("DURATION")
            if line and not re.fullmatch("0+", line.value):
                example = "DURATION:PT5M" if line.name == "REPEAT" else "REPEAT:2"
                yield fault("LC655", place_of(line), property=line.name, example=example)
