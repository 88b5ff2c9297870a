"""What has changed since an event was announced, in lines that people read first."""

import datetime as dt
import re
from collections.abc import Iterator

from labcamp.model import Days, Event, Place
from labcamp.model.entries import Entry, all_entries, days_of_entry
from labcamp.model.ledger import Difference, last_changes, on_their_own
from labcamp.render.dates import clock, days_in_words, month_and_year, town
from labcamp.render.facts import Facts
from labcamp.render.mails.wording import Said, fitting, of_section, values
from labcamp.render.stage import Stage
from labcamp.render.words import Words

MONTH = len("2027-03")


def changes_of(stage: Stage, event: Event) -> tuple[Difference, ...]:
    """What is different from what was announced, or what the last announcement changed; without what only follows."""
    ledger = stage.workspace.announced.get(event.id)
    if not ledger:
        return ()
    return on_their_own(last_changes(all_entries(event, stage.workspace.series), ledger))


def lines_of_change(facts: Facts, changes: tuple[Difference, ...]) -> Said:
    """What the notice of a change says; a new day or hour stands in its subject."""
    plain = of_section(facts, "change-notice")
    lines = [line for change in changes for line in in_words(change, facts)]
    moved = any(change.kind == "event" and {"start", "end"}.intersection(change.keys) for change in changes)
    keys = ("subject_moved_date", "subject_moved") if facts.event.days else ("subject_moved",)
    subjects = [facts.words(f"change_notice.{key}", **values(facts)) for key in keys]
    subject = fitting(subjects) if moved else plain.subject
    return Said(subject, plain.preheader, plain.headline, plain.lead, plain.closing, {"changes": lines})


def in_words(change: Difference, facts: Facts) -> Iterator[str]:
    """The lines that say what one difference is."""
    words, before, after = facts.words, change.before, change.after
    if before is None or after is None:
        entry = after or before
        if entry is not None:
            fate = "new" if after else "gone"
            yield words(
                f"change_notice.{fate}_{change.kind}", title=entry.title, when=when(entry, words, facts.series.zone)
            )
        return
    name = words("change_notice.of_session", title=after.title) if change.kind == "session" else ""
    for key, old, new in _pairs(before, after, facts):
        known = {"before": old or words("change_notice.open"), "after": new or words("change_notice.open")}
        yield f"{name} {words(f'change_notice.{key}', **known)}".strip()


def _pairs(before: Entry, after: Entry, facts: Facts) -> Iterator[tuple[str, str, str]]:
    """What is different between two states of an entry: its line, and what each of them says."""
    words, zone = facts.words, facts.series.zone
    if after.kind == "deadline":
        if _day(before, words) != _day(after, words):
            yield "deadline", _day(before, words), _day(after, words)
        return
    old, new = _hours(before, words, zone), _hours(after, words, zone)
    if _day(before, words) != _day(after, words):
        yield "date", when(before, words, zone), when(after, words, zone)
    elif old != new and after.kind == "event" and len(facts.event.moments) > len(days_of_entry(after)):
        yield "time_of_day", when(before, words, zone), when(after, words, zone)
    elif old != new:
        yield "time" if old else "hours", old, new
    if before.place != after.place:
        yield _places(before, after, facts)
    if before.title != after.title:
        yield "title", before.title, after.title
    if before.status == "cancelled" != after.status:
        yield "takes_place", "", ""


def _places(before: Entry, after: Entry, facts: Facts) -> tuple[str, str, str]:
    """The line for another place, or only another room, and the two; each as it stands everywhere else."""
    place, old, new = facts.event.place, before.place or "", after.place or ""
    venue = place.line or "" if place else ""
    if after.kind == "session" and venue:
        one, other = (text.removesuffix(venue).removesuffix(", ") for text in (old, new))
        if old.endswith(venue) and new.endswith(venue):
            return "room", one, other
    elif after.kind == "event" and place and place.room and (room := _room_in(old, place)) is not None:
        return "room", room, place.room
    return "place", _shown(old, facts), _shown(new, facts)


def _room_in(text: str, place: Place) -> str | None:
    """The room in a line that names the same place but for its room; "" without one, None for another place."""
    head = place.name or ""
    tail = (place.model_copy(update={"name": None, "room": None}).line) or ""
    if text == ", ".join(filter(None, (head, tail))):
        return ""
    head, tail = f"{head}, " if head else "", f", {tail}" if tail else ""
    room = text[len(head) : len(text) - len(tail)]
    same = (head or tail) and room and ", " not in room and text == f"{head}{room}{tail}"
    return room if same else None


def _shown(line: str, facts: Facts) -> str:
    """A place of the ledger as people read it: without the country that goes without saying, and `auch online`."""
    place = facts.event.place
    parts = line.split(", ") if line else []
    online = parts[1:] and parts[-1] == "online"
    parts = parts[:-1] if online else parts
    country = place.country if place else None
    if len(parts) > 1 and (parts[-1] == country or re.fullmatch("[A-Z]{2}", parts[-1])):
        parts = parts[:-1]
    where = ", ".join(parts)
    return facts.words("place.hybrid", where=where) if online else where


def when(entry: Entry, words: Words, zone: str = "") -> str:
    """Day and hours of an entry, as far as known; with the town of its zone where that is not the one that is usual."""
    return ", ".join(filter(None, (_day(entry, words), _hours(entry, words, zone))))


def _day(entry: Entry, words: Words) -> str:
    if not entry.start:
        return ""
    if len(entry.start) == MONTH:
        return month_and_year(dt.date.fromisoformat(f"{entry.start}-01"), words.language)
    days = [dt.date.fromisoformat(day) for day in days_of_entry(entry)]
    return days_in_words(Days(days[0].year, days[0].month, days[0], days[-1]), words) if days else ""


def _hours(entry: Entry, words: Words, zone: str) -> str:
    """When the days of an entry begin and end."""
    start, end = (_minutes(text) for text in (entry.start, entry.end))
    if start is None or end is None:
        return ""
    hours = words("dates.hours", start=clock(start, words), end=clock(end or 24 * 60, words))
    hours = words("dates.each_day", hours=hours) if len(days_of_entry(entry)) > 1 else hours
    own = (entry.start or "").partition(" ")[2]
    return words("dates.local_time", hours=hours, town=town(own, words)) if zone and own != zone else hours


def _minutes(point: str | None) -> int | None:
    """Minutes since midnight, of a moment as the ledger writes it."""
    _, told, clock_and_zone = (point or "").partition("T")
    hour, minute = (clock_and_zone[:2], clock_and_zone[3:5]) if told else ("", "")
    return int(hour) * 60 + int(minute) if told else None
