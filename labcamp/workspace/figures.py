"""The series in figures, for a report: what was held, who came, and who brought something; nothing is guessed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

from labcamp.model import Event, Organisation, Session
from labcamp.model.texts import id_of
from labcamp.workspace import Workspace

Standing = Literal["held", "cancelled", "coming", "unclear"]


@dataclass(frozen=True)
class Year:
    """How many events of a year there are, and inputs in those that were held; None is no year that is known.

    An unclear event is a draft whose day is over.
    """

    year: int | None
    held: int
    cancelled: int
    coming: int
    unclear: int
    inputs: int


@dataclass(frozen=True)
class Heads:
    """How many took part, in the events that say so."""

    known: int
    total: int
    middle: float | None


@dataclass(frozen=True)
class Figures:
    """What can be counted of a series, or of one of its years; but for `years`, only events that were held count.

    `uncounted` do not say how many people came. An organisation gives an input once a session; `nameless` inputs are
    of none. Labs are the organisations that hosted, were partners or gave an input, each once; an empty country or
    level is one that no file names. Of each topic by its name, how many inputs were about it, and at how many events.
    """

    held: tuple[Event, ...]
    years: tuple[Year, ...]
    people: Heads
    labs: Heads
    uncounted: tuple[Event, ...]
    sessions: int
    inputs: Mapping[Organisation, int]
    nameless: int
    hosts: Mapping[Organisation, int]
    hostless: int
    countries: Mapping[str, int]
    levels: Mapping[str, int]
    newcomers: tuple[tuple[int, Organisation], ...]
    topics: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def figures_of(workspace: Workspace, year: int | None = None) -> Figures:
    """The figures of the whole series, or of one year; who is new is judged by all years before."""
    events = [event for event in workspace.events if year in (None, year_of(event))]
    held = tuple(event for event in events if _standing(workspace, event) == "held")
    inputs = [session for event in held for session in _inputs(event)]
    labs = dict.fromkeys(lab for event in held for lab in (*event.hosts, *event.partners, *_givers(event)))
    return Figures(
        held=held,
        years=tuple(_years(workspace, events)),
        people=_heads(event.attendance.people for event in held),
        labs=_heads(event.attendance.labs for event in held),
        uncounted=tuple(event for event in held if event.attendance.people is None),
        sessions=len(inputs),
        inputs=_by_organisation(giver for session in inputs for giver in _named(session)),
        nameless=sum(not _named(session) for session in inputs),
        hosts=_by_organisation(host for event in held for host in dict.fromkeys(event.hosts)),
        hostless=sum(not event.hosts for event in held),
        countries=_by_name(lab.country or "" for lab in labs),
        levels=_by_name(lab.level or "" for lab in labs),
        newcomers=tuple(pair for pair in _newcomers(workspace) if year in (None, pair[0])),
        topics=_topics(held),
    )


def years_of(events: Iterable[Event]) -> tuple[int, ...]:
    """The years in which there are events, in order."""
    return tuple(sorted({year for event in events if (year := year_of(event)) is not None}))


def year_of(event: Event) -> int | None:
    """The year of an event; None without a date."""
    return event.date.year if event.date else None


def _standing(workspace: Workspace, event: Event) -> Standing:
    if event.cancelled:
        return "cancelled"
    if not event.is_past(workspace.today):
        return "coming"
    return "unclear" if event.draft else "held"


def _years(workspace: Workspace, events: Sequence[Event]) -> Iterator[Year]:
    """How many of each sort there are in each year, those without a date last."""
    without_date = [None] if any(event.date is None for event in events) else []
    for year in (*years_of(events), *without_date):
        known = [(event, _standing(workspace, event)) for event in events if year_of(event) == year]
        sorts = Counter(standing for _, standing in known)
        inputs = sum(len(_inputs(event)) for event, standing in known if standing == "held")
        yield Year(year, sorts["held"], sorts["cancelled"], sorts["coming"], sorts["unclear"], inputs)


def _heads(numbers: Iterable[int | None]) -> Heads:
    known = [number for number in numbers if number is not None]
    return Heads(len(known), sum(known), float(median(known)) if known else None)


def _inputs(event: Event) -> list[Session]:
    return [session for session in event.agenda if session.type == "input"]


def _named(session: Session) -> tuple[Organisation, ...]:
    """The organisations that have a session, each once."""
    return tuple(dict.fromkeys(person.organisation for person in session.by if person.organisation))


def _givers(event: Event) -> Iterator[Organisation]:
    return (giver for session in _inputs(event) for giver in _named(session))


def _by_organisation(organisations: Iterable[Organisation]) -> dict[Organisation, int]:
    """How often each one comes, the most frequent first."""
    counts = Counter(organisations)
    return {each: counts[each] for each in sorted(counts, key=lambda each: (-counts[each], id_of(each.name), each.id))}


def _by_name(names: Iterable[str]) -> dict[str, int]:
    """How often each name comes, the most frequent first, what is not known last."""
    counts = Counter(names)
    return {name: counts[name] for name in sorted(counts, key=lambda name: (not name, -counts[name], id_of(name)))}


def _topics(events: Sequence[Event]) -> dict[str, tuple[int, int]]:
    """The inputs about each topic and the events that have it, the most frequent first."""
    inputs = Counter(topic.name for event in events for session in _inputs(event) for topic in session.topics)
    of_events = ((*event.topics, *(topic for each in event.agenda for topic in each.topics)) for event in events)
    times = _by_name(name for topics in of_events for name in {topic.name for topic in topics})
    return {name: (inputs[name], count) for name, count in times.items()}


def _newcomers(workspace: Workspace) -> Iterator[tuple[int, Organisation]]:
    """Who gave an input for the first time, with the year, in order of time."""
    known: set[str] = set()
    for event in workspace.events:
        year = year_of(event)
        if year is None or _standing(workspace, event) != "held":
            continue
        for giver in _givers(event):
            if giver.id not in known:
                known.add(giver.id)
                yield year, giver
