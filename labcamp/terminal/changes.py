"""What has changed of an event, and what is due then, in words."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby

from labcamp.model import Event
from labcamp.model.entries import Entries, Entry, days_of_entry
from labcamp.model.ledger import Difference, on_their_own
from labcamp.planning.duties import Duty
from labcamp.terminal import words
from labcamp.terminal.language import say
from labcamp.terminal.status import due_by_now, next_duty, next_line, once_sent
from labcamp.workspace import Workspace

# What is due besides mails of the plan, by what has become of the event; the phrases say how to make it
DUE = {
    "cancelled": ("due_feed", "due_cancel_mails"),
    "past": ("due_feed",),
    "first": ("due_feed",),
    "changed": ("due_corrected", "due_feed", "due_request_mails"),
}


def entries_in_words(workspace: Workspace, event: Event, entries: Entries) -> Iterator[str]:
    """What is said of an event, a line for each entry."""
    for kind, some in groupby(entries.values(), key=lambda entry: entry.kind):
        if kind == "session":
            yield say("recorded_sessions", count=len(list(some)))
            continue
        for entry in some:
            if kind == "deadline":
                yield say("recorded_deadline", day=_days(entry))
            else:
                known = (_when(entry), entry.place, words.status(event, workspace.today))
                yield ", ".join(part for part in known if part)


def in_words(event: Event, found: Sequence[Difference]) -> Iterator[str]:
    """What is different, a line for each change: `Beginn 14:00 → 15:00`; what only moves with the event, in one."""
    own = on_their_own(found)
    for difference in own:
        before, after = difference.before, difference.after
        if before and after:
            yield from (_of_which(event, after, change) for change in _changes(before, after))
        elif after:
            yield say(f"diff_new_{after.kind}", title=after.title, when=_when(after))
        elif before:
            yield say(f"diff_gone_{before.kind}", title=before.title, when=_when(before))
    if any(each.kind == "session" for each in set(found) - set(own)):
        yield say("diff_follows")


def now_due(workspace: Workspace, event: Event, found: Sequence[Duty], *, first: bool) -> Iterator[str]:
    """What is to be done after announcing: which texts people wait for, the way to make them, and what comes next."""
    way = "first" if first else "changed"
    if event.is_past(workspace.today):
        way = "past"
    yield say("due")
    mails = due_by_now(found, workspace.today)
    for duty in mails:
        yield f"  {say('due_mail', name=say(f'name_{duty.kind}'), kind=duty.kind, id=event.id)}"
    for key in DUE["cancelled" if event.cancelled else way]:
        yield f"  {say(key, id=event.id)}"
    coming = next_duty(found)
    yield from once_sent(event, coming.kind) if mails and coming else (next_line(event, found, workspace.today),)


def _of_which(event: Event, entry: Entry, change: str) -> str:
    """A change with the entry that it is about, where an event has several."""
    if entry.kind == "session":
        return say("diff_of_session", title=entry.title, change=change)
    one_of_several = entry.kind == "event" and len(event.moments) > len(days_of_entry(entry))
    return f"{_days(entry)}: {change}" if one_of_several else change


def _changes(before: Entry, after: Entry) -> Iterator[str]:
    """Each thing that is different between two entries."""
    pairs = {"diff_deadline": (_days(before), _days(after))} if after.kind == "deadline" else _pairs(before, after)
    for key, (old, new) in pairs.items():
        if old != new:
            yield say(key, before=old or say("diff_open"), after=new or say("diff_open"))


def _pairs(before: Entry, after: Entry) -> dict[str, tuple[str, str]]:
    """What an entry says of each thing, before and after."""
    pairs = {"diff_day": (_days(before), _days(after))}
    one, other = _clocks(before), _clocks(after)
    if one and other:
        pairs |= {"diff_start": (one[0], other[0]), "diff_end": (one[1], other[1]), "diff_zone": (one[2], other[2])}
    else:
        pairs["diff_time"] = ("–".join(one[:2]), "–".join(other[:2]))
    pairs["diff_place"] = (before.place or "", after.place or "")
    pairs["diff_status"] = (say(f"status_{before.status}"), say(f"status_{after.status}"))
    pairs["diff_title"] = (before.title, after.title)
    return pairs


def _when(entry: Entry) -> str:
    clocks = "–".join(_clocks(entry)[:2])
    return ", ".join(part for part in (_days(entry), clocks) if part)


def _days(entry: Entry) -> str:
    """The first and the last day in figures, the first with its weekday; or the month."""
    if not entry.start or not entry.end:
        return ""
    if len(entry.start) < len("2027-03-11"):
        year, month = entry.start.split("-")
        return say("month_in_figures", year=int(year), month=int(month))
    first, *_, last = (dt.date.fromisoformat(day) for day in days_of_entry(entry) * 2)
    weekday = say("weekdays").split()[first.weekday()]
    figures = f"{weekday} {words.figures(first)}"
    return figures if first == last else f"{figures}–{words.figures(last)}"


def _clocks(entry: Entry) -> tuple[str, ...]:
    """Start, end and zone; nothing where only days are known."""
    if not entry.start or not entry.end or "T" not in entry.start:
        return ()
    (start, zone), (end, _) = (text.split("T")[1].split(" ") for text in (entry.start, entry.end))
    return start, "24:00" if end == "00:00" else end, zone
