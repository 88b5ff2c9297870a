"""What a file of others says beside what we have: new events, those that we know, and what nobody can tell."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from labcamp.exchange.found import Found, Value
from labcamp.exchange.taking.backwards import BEHIND, named, plain_title
from labcamp.exchange.taking.differing import Differs, differing
from labcamp.model import Event, Series
from labcamp.model.entries import all_entries, uid_of
from labcamp.model.texts import Days, days_of, id_of, is_taken
from labcamp.workspace import RESERVED, Workspace

ALIKE = 0.6  # titles of one day that share so much are those of one event
LONGEST = 40  # letters of the name of a file
A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class New:
    """An event that is not there yet: the name of its file, and its values with number and theme told apart."""

    found: Found
    id: str
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Known:
    """An event that is there already, or comes with the same files once more, and what is different in it."""

    found: Found
    id: str
    differences: tuple[Differs, ...] = ()


@dataclass(frozen=True)
class Unclear:
    """What nobody can place: `reason` is the name of a phrase, `ids` the events of which it might be one."""

    found: Found
    reason: str
    ids: tuple[str, ...] = ()


Sorted = New | Known | Unclear
Month = tuple[int, int]


@dataclass(frozen=True)
class _Draft:
    """An event on its way: its number and what it is called, its values, and its days.

    It is `sure` where number and theme are all of its title.
    """

    found: Found
    number: str
    title: str
    values: Mapping[str, Value]
    days: Days
    sure: bool
    at: int = 0


@dataclass(frozen=True)
class _There:
    """What is there already: our events by UID, number and month, and those that come before, by month and number."""

    workspace: Workspace
    by_uid: Mapping[str, tuple[Event, str]]
    by_number: Mapping[str, list[Event]]
    by_month: Mapping[Month, list[Event]]
    as_new: bool = False
    coming: dict[Month, list[_Draft]] = field(default_factory=lambda: defaultdict(list))
    numbers: set[str] = field(default_factory=set)


def sorted_out(workspace: Workspace, founds: Iterable[Found], *, as_new: bool = False) -> list[Sorted]:
    """Each event of the files of others, in their order, as new, known or unclear.

    What has the same UID, number, or day and nearly the same title is one event, also among those that come. What has
    no more than the day is unclear, or where it is to be taken `as_new`, another event.
    """
    told = _without_repeated_uids(_joined(founds))
    there = replace(_all_there(workspace), as_new=as_new)
    result = [_sorted(there, found, at) for at, found in enumerate(told)]
    return _with_ids(workspace, result)


def _all_there(workspace: Workspace) -> _There:
    by_number: dict[str, list[Event]] = defaultdict(list)
    by_month: dict[Month, list[Event]] = defaultdict(list)
    by_uid: dict[str, tuple[Event, str]] = {}
    for event in workspace.events:
        by_number[str(event.number)].append(event)
        for month in _months(event.date):
            by_month[month].append(event)
        ledger = workspace.announced.get(event.id, {})
        by_uid |= {uid: (event, entry.kind) for uid, entry in all_entries(event, workspace.series).items()}
        by_uid |= {uid: (event, record.entry.kind) for uid, record in ledger.items()}
        by_uid[uid_of(event, workspace.series)] = (event, "event")
    return _There(workspace, by_uid, by_number, by_month)


def _sorted(there: _There, found: Found, at: int) -> Sorted | _Draft:
    """What one event is; a draft where it is new."""
    draft = _draft(there.workspace, found, at)
    if isinstance(draft, Unclear):
        return draft
    if (known := _known(there, draft)) is not None:
        return known
    months = _months(draft.days)
    near = (other for month in months for other in there.coming[month])
    if (same := next((other for other in near if _is_one(draft, other)), None)) is not None:
        return Known(found, str(same.at))
    if draft.number in there.numbers:
        return Unclear(found, "number_twice")
    for month in months:
        there.coming[month].append(draft)
    there.numbers.update({draft.number} - {""})
    return draft


def _joined(founds: Iterable[Found]) -> list[Found]:
    """The events, where those that say themselves to be days of one event are one: `(Tag 2 von 3)`."""
    result: list[Found] = []
    for found in founds:
        last = result[-1] if result else None
        if last and (days := _as_one(last, found)):
            result[-1] = replace(last, values={**last.values, "date": days})
        else:
            result.append(found)
    return result


def _as_one(last: Found, found: Found) -> str:
    """The days of both, where the one goes on on the day after the other; else an empty text."""
    titles = [str(each.values.get("title", "")) for each in (last, found)]
    if not all(map(BEHIND.search, titles)) or plain_title(titles[0]) != plain_title(titles[1]):
        return ""
    one, other = (_days(each.values.get("date")) for each in (last, found))
    if not (one and other and one.first and one.last and other.last) or other.first != one.last + A_DAY:
        return ""
    same = last.values.get("time") == found.values.get("time") and last.place.path == found.place.path
    return f"{one.first.isoformat()}/{other.last.isoformat()}" if same else ""


def _without_repeated_uids(founds: Sequence[Found]) -> list[Found]:
    """The events, where a UID that several days of a repeated entry share tells none of them."""
    days: dict[str, set[str]] = defaultdict(set)
    for found in founds:
        days[_uid(found)].add(str(found.values.get("date")))
    return [_without_uid(found) if len(days[_uid(found)]) > 1 else found for found in founds]


def _without_uid(found: Found) -> Found:
    values = {key: value for key, value in found.values.items() if key != "uid"}
    return replace(found, values=values, revision=None)


def _draft(workspace: Workspace, found: Found, at: int) -> _Draft | Unclear:
    """An event with its number, theme or title; unclear without a title or a day."""
    values = _without_own_pages(workspace.series, found.values)
    typed, title = values.pop("number", None), values.pop("title", None)
    called = named(title, workspace.series.title_of("{number}")) if isinstance(title, str) else None
    number = typed if isinstance(typed, str) and typed.isdecimal() else called.number if called else None
    if called is None and number is None:
        return Unclear(found, "no_title")
    days = _days(values.get("date"))
    if days is None:
        return Unclear(found, "broken_date" if "date" in values else "no_date")
    known: dict[str, Value] = {"number": str(int(number))} if number else {}
    if called and called.title:
        known["title"] = called.title
    if called and called.theme:
        known["theme"] = called.theme
    heading = str(known.get("title") or title or workspace.series.title_of(str(known.get("number"))))
    sure = not (called and called.title)
    return _Draft(found, str(known.get("number", "")), heading, known | values, days, sure, at)


def _without_own_pages(series: Series, values: Mapping[str, Value]) -> dict[str, Value]:
    """The values without links to pages of the site of the series, which labcamp makes anew."""
    known, links = dict(values), values.get("links")
    if series.public and isinstance(links, Sequence) and not isinstance(links, str):
        own = f"{series.public.rstrip('/')}/"
        known["links"] = [
            each for each in links if not str(isinstance(each, Mapping) and each.get("url")).startswith(own)
        ]
    return {key: value for key, value in known.items() if value}


def _days(text: Value | None) -> Days | None:
    try:
        return days_of(text) if isinstance(text, str) else None
    except ValueError:  # of pydantic, too
        return None


def _months(days: Days | None) -> list[Month]:
    """The months that an event touches."""
    if days is None:
        return []
    return list(dict.fromkeys([(days.year, days.month), *((day.year, day.month) for day in days.all[-1:])]))


def _known(there: _There, draft: _Draft) -> Sorted | None:
    """The event of ours that this is, or those of which it might be one; None where it is none of them."""
    workspace = there.workspace
    if found := there.by_uid.get(_uid(draft.found)):
        event, kind = found
        differs = differing(workspace, event, draft.values, by_uid=True) if kind == "event" else ()
        return Known(draft.found, event.id, differs)
    candidates = {event.id: event for event in _candidates(there, draft)}
    if len(candidates) > 1:
        return Unclear(draft.found, "several", tuple(candidates))
    if not candidates:
        return None
    event = next(iter(candidates.values()))
    same_number = draft.number and draft.number == str(event.number)
    same_day = _meet(draft.days, event.date)
    if not (same_day and (same_number or _alike(draft, event))) and not (same_number and draft.sure):
        return None if there.as_new and not same_number else Unclear(draft.found, "one_of_them", (event.id,))
    return Known(draft.found, event.id, differing(workspace, event, draft.values, by_uid=False))


def _candidates(there: _There, draft: _Draft) -> Sequence[Event]:
    """The events of the same number, else those of a day that may be the same one, for they have no other number."""
    if draft.number and (same := there.by_number.get(draft.number)):
        return same
    near = (event for month in _months(draft.days) for event in there.by_month.get(month, ()))
    of_the_day = [
        event for event in near if _meet(draft.days, event.date) and not (draft.number and event.number is not None)
    ]
    if there.as_new:
        of_the_day = [event for event in of_the_day if _alike(draft, event)]
    exact = [event for event in of_the_day if event.heading.casefold() == draft.title.casefold()]
    return exact or [event for event in of_the_day if _alike(draft, event)] or of_the_day


def _meet(days: Days | None, others: Days | None) -> bool:
    """Tell whether two events may be on one day: they share one, or of one only the month is known."""
    if days is None or others is None:
        return False
    if days.first and days.last and others.first and others.last:
        return days.first <= others.last and others.first <= days.last
    return (days.year, days.month) == (others.year, others.month)


def _alike(draft: _Draft, event: Event) -> bool:
    """Tell whether an event is called nearly as ours is, by its whole title or by its theme."""
    theme = str(draft.values.get("theme") or draft.title)
    pairs = ((draft.title, event.heading), (theme, event.theme or event.title), (draft.title, event.title))
    return any(_share(one.casefold(), other.casefold()) for one, other in pairs)


def _share(one: str, other: str) -> bool:
    return one in other or other in one or SequenceMatcher(None, one, other).ratio() >= ALIKE


def _is_one(draft: _Draft, other: _Draft) -> bool:
    """Tell whether two events that come are one: by their UID, else their number, or what they are called, on a day."""
    uid, known = _uid(draft.found), _uid(other.found)
    if uid and uid == known:
        return True
    if not _meet(draft.days, other.days):
        return False
    # Within one file two entries are two events, unless they say the very same
    if draft.found.place.path == other.found.place.path and (uid or known):
        return False
    if draft.number or other.number:
        return draft.number == other.number
    same_hours = (
        draft.values.get("time") == other.values.get("time") or draft.found.place.path != other.found.place.path
    )
    return draft.title.casefold() == other.title.casefold() and same_hours


def _uid(found: Found) -> str:
    given = found.values.get("uid")
    return found.revision.uid if found.revision else given if isinstance(given, str) else ""


def _with_ids(workspace: Workspace, result: Sequence[Sorted | _Draft]) -> list[Sorted]:
    """The same, where each that is new has the name of its file."""
    bases = {each.at: _base(workspace, each) for each in result if isinstance(each, _Draft)}
    often = Counter(bases.values())
    taken = {event.id for event in workspace.events}
    ids: dict[str, str] = {}
    done: list[Sorted] = []
    for each in result:
        if isinstance(each, _Draft):
            base = bases[each.at]
            name = _free(base, each.days, taken, several=often[base] > 1)
            taken.add(name)
            ids[str(each.at)] = name
            done.append(New(each.found, name, each.values))
        else:
            done.append(replace(each, id=ids.get(each.id, each.id)) if isinstance(each, Known) else each)
    return done


def _base(workspace: Workspace, draft: _Draft) -> str:
    """What the file of an event is called: by its number, else by its title, which is cut at a word."""
    if draft.number:
        return f"{workspace.series.id}-{draft.number}"
    name = id_of(draft.title)
    if len(name) > LONGEST:
        name = name[:LONGEST].rpartition("-")[0] or name[:LONGEST]
    return f"{name}-1" if name in RESERVED or is_taken(name) else name


def _free(base: str, days: Days, taken: set[str], *, several: bool) -> str:
    """A name that no other file has: where several would be called the same, with the day."""
    day = days.first.isoformat() if days.first else f"{days.year:04}-{days.month:02}"
    dated = f"{base}-{day}"
    if not several and base not in taken:
        return base
    if dated not in taken:
        return dated
    return next(name for number in range(2, len(taken) + 3) if (name := f"{dated}-{number}") not in taken)
