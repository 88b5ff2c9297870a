"""Our own calendars, read again: sessions, deadlines, days and tasks are no events, but belong to one."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from labcamp.check.calendar.structure import Part
from labcamp.exchange.calendars.ics_texts import line_in
from labcamp.exchange.found import Found, Left, Value
from labcamp.patterns import pattern_of

DAY = dt.timedelta(days=1)
DAY_OF = pattern_of(r"(?P<title>.+) \(\D{1,20}(?P<number>\d{1,2})\D{1,20}(?P<days>\d{1,2})\)", re.DOTALL)
# What stands before a title that is off, or a draft: `ABGESAGT: `, `Entwurf: `
BEFORE = pattern_of(r"[^\W\d_]+: ")
OF_ITS_EVENT = pattern_of(r"(?P<session>.+) \((?P<event>.+?)\)", re.DOTALL)
BREAK = pattern_of(r"(?:(?:mittags|kaffee)?pause|(?:lunch|coffee)? ?break|lunch)", re.IGNORECASE)


@dataclass(frozen=True)
class Timed:
    """An event out of a calendar with its part there, its start and end on the clock on which it is told."""

    found: Found
    part: Part
    start: dt.datetime | None
    end: dt.datetime | None
    whole: bool
    uids: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title, as far as there is one."""
        return str(self.found.values.get("title", ""))

    @property
    def cancelled(self) -> bool:
        """Tell whether it is off."""
        return "status" in self.found.values

    def with_values(self, **values: Value | None) -> "Timed":
        """The same with other values; None takes one out."""
        merged = {key: value for key, value in {**self.found.values, **values}.items() if value is not None}
        return replace(self, found=replace(self.found, values=merged))


def folded(times: Sequence[Timed], *, ours: bool) -> tuple[list[Timed], list[Left]]:
    """The events, each with its sessions and its deadline; what belongs to an event that is not there is left."""
    found = _days_joined([_unmarked(each) for each in times]) if ours else list(times)
    found, left = _with_sessions(found, ours=ours)
    if not ours:
        return found, left
    found, apart = _with_deadlines(_without_gone(found))
    return found, [*left, *apart]


def _unmarked(timed: Timed) -> Timed:
    """The same without the mark of a draft or of what is off before its title."""
    marked = timed.cancelled or timed.part.value("STATUS").strip().upper() == "TENTATIVE"
    return timed.with_values(title=BEFORE.sub("", timed.title, count=1)) if marked and timed.title else timed


# Several days


def _days_joined(times: Sequence[Timed]) -> list[Timed]:
    """The entries, in which those of an event over several days are one: `(Tag 1 von 2)`, `(Tag 2 von 2)`."""
    joined: list[Timed] = []
    waiting: list[tuple[str, Timed]] = []
    for each in [*times, None]:
        match = DAY_OF.fullmatch(each.title) if each and each.start else None
        if match and (int(match["number"]) == 1 or not waiting or waiting[-1][0] != match["title"]):
            joined += _one_of(waiting)
            waiting = []
        if each and match:
            waiting.append((match["title"], each))
        elif each:
            joined.append(each)
    return sorted([*joined, *_one_of(waiting)], key=lambda each: each.found.place.line)


def _one_of(days: Sequence[tuple[str, Timed]]) -> list[Timed]:
    """The days of one event as one, where all of them are there, one after the other and at the same hours."""
    entries = [entry for _, entry in days]
    if len(entries) < 2 or not all(_follows(*pair) for pair in pairwise(entries)):  # noqa: PLR2004  # several days
        return entries
    first, last = entries[0], entries[-1]
    texts = dict.fromkeys(str(each.found.values.get("description", "")) for each in entries)
    dates = f"{first.found.values['date']}/{last.found.values['date']}"
    uid = str(first.found.values.get("uid", ""))
    one = first.with_values(
        title=days[0][0],
        date=dates,
        description="\n\n".join(filter(None, texts)) or None,
        uid=uid.removesuffix("/1") if uid.endswith("/1") else None,
    )
    uids = tuple(uid for each in entries for uid in each.uids)
    return [replace(one, found=replace(one.found, revision=None), end=last.end, uids=uids)]


def _follows(day: Timed, after: Timed) -> bool:
    if day.start is None or after.start is None or day.end is None or after.end is None:
        return False
    return after.start == day.start + DAY and after.end == day.end + DAY and day.cancelled == after.cancelled


# Sessions


def _parent(part: Part) -> str:
    """The UID of the event to which an entry says that it belongs (RFC 5545 section 3.8.4.5)."""
    lines = (line for line in part.lines.get("RELATED-TO", ()) if line.parameter("RELTYPE").upper() in {"", "PARENT"})
    return next((line.value.strip() for line in lines), "")


def _with_sessions(times: Sequence[Timed], *, ours: bool) -> tuple[list[Timed], list[Left]]:
    """The events with their sessions as agenda."""
    homes = {uid: number for number, each in enumerate(times) if not _parent(each.part) for uid in each.uids}
    sessions: dict[int, list[Timed]] = {}
    kept: list[int] = []
    left: list[Left] = []
    for number, each in enumerate(times):
        parent = _parent(each.part)
        if parent and parent in homes and _is_within(each, times[homes[parent]]):
            sessions.setdefault(homes[parent], []).append(each)
        elif parent and ours:
            left.append(Left(each.found.place, "RELATED-TO", each.title or parent))
        else:
            kept.append(number)
    return [_with_agenda(times[number], sessions.get(number, [])) for number in kept], left


def _is_within(session: Timed, event: Timed) -> bool:
    if session.start is None or event.start is None or event.end is None:
        return False
    return event.start.date() <= session.start.date() <= event.end.date() and not session.whole


def _with_agenda(event: Timed, sessions: Sequence[Timed]) -> Timed:
    told = [each for each in sessions if each.start and each.end and (event.cancelled or not each.cancelled)]
    told.sort(key=lambda each: (each.start, each.found.place.line))
    return event.with_values(agenda=[_session(each, event) for each in told]) if told else event


def _session(session: Timed, event: Timed) -> Value:
    start, end, first = session.start, session.end, event.start
    if start is None or end is None or first is None:
        return {}
    match = OF_ITS_EVENT.fullmatch(session.title)
    title = match["session"] if match and event.title.startswith(match["event"]) else session.title
    venue = line_in(event.part, "LOCATION")
    room = line_in(session.part, "LOCATION").removesuffix(venue).removesuffix(", ")
    values = {
        "title": title,
        "type": "break" if BREAK.fullmatch(title) else "",
        "day": str((start.date() - first.date()).days + 1) if "/" in str(event.found.values.get("date")) else "",
        "start": f"{start:%H:%M}",
        "minutes": str(int((end - start).total_seconds()) // 60),
        "room": room,
    }
    return {key: value for key, value in values.items() if value}


# What is on whole days and takes no time


def _with_deadlines(times: Sequence[Timed]) -> tuple[list[Timed], list[Left]]:
    """The events with the day until which one can register; tasks are made of our own files, and go."""
    apart = [each for each in times if each.whole and not each.cancelled and _is_free(each.part)]
    events = [each for each in times if each not in apart]
    left: list[Left] = []
    for each in apart:
        told, _, title = each.title.partition(": ")
        named = [number for number, event in enumerate(events) if _is_called(event, title)]
        if len(named) == 1 and title:
            until = {"until": str(each.found.values["date"])}
            events[named[0]] = events[named[0]].with_values(registration=until)
        elif not any(_is_called(event, told) for event in events):
            left.append(Left(each.found.place, "SUMMARY", each.title))
    return events, left


def _is_free(part: Part) -> bool:
    return part.value("TRANSP").strip().upper() == "TRANSPARENT"


def _is_called(event: Timed, title: str) -> bool:
    """Tell whether a title is that of an event, with or without its theme."""
    return bool(title) and (event.title == title or event.title.startswith(f"{title}: "))


def _without_gone(times: Sequence[Timed]) -> list[Timed]:
    """The events without entries that only say that another one stands for them now."""
    on = {each.title for each in times if not each.cancelled}
    return [each for each in times if not (each.cancelled and each.title in on)]
