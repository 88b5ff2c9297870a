"""Where takeaways come from, how papers name them, and how much bears out what is said."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from labcamp.model.event import Event
from labcamp.model.paper import Paper, PaperRecord
from labcamp.model.series import Organisation, Person, Topic
from labcamp.model.session import Session, Takeaway


class Said(NamedTuple):
    """A takeaway with where it was said; `number` counts those of its session, from 1."""

    event: Event
    session: Session
    session_id: str
    number: int
    takeaway: Takeaway

    @property
    def name(self) -> str:
        """How a paper names it: `labcamp-3/atlas#1`, with its id where it has one."""
        return f"{self.event.id}/{self.session_id}#{self.takeaway.id or self.number}"

    @property
    def names(self) -> tuple[str, ...]:
        """All names that a paper may use: with its number, and with its id where it has one."""
        numbered = f"{self.event.id}/{self.session_id}#{self.number}"
        return (numbered, self.name) if self.takeaway.id else (numbered,)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What it is about: its own topics, else those of its session, else those of the event."""
        return self.takeaway.topics or self.session.topics or self.event.topics

    @property
    def by(self) -> tuple[Person, ...]:
        """Who said it: as it says itself, else who brought the session."""
        return self.takeaway.by or self.session.by

    @property
    def licence(self) -> str | None:
        """Under which licence it may be used, as far as known."""
        return self.takeaway.licence or self.session.licence

    @property
    def hash(self) -> str:
        """What tells whether its text is still the same; blanks do not count."""
        return sha256(" ".join(self.takeaway.text.split()).encode()).hexdigest()[:16]


class Support(NamedTuple):
    """What bears something out: events in the order of time, the organisations that said it, and their countries."""

    events: tuple[Event, ...]
    organisations: tuple[Organisation, ...]
    countries: tuple[str, ...]


def all_said_at(event: Event) -> Iterator[Said]:
    """All takeaways of an event, in the order of the agenda; also those that are not told."""
    for session, id_ in zip(event.agenda, event.session_ids, strict=True):
        for number, takeaway in enumerate(session.takeaways, 1):
            yield Said(event, session, id_, number, takeaway)


def said_at(event: Event) -> Iterator[Said]:
    """The takeaways of an event that everybody may read, in the order of the agenda."""
    return (said for said in all_said_at(event) if said.takeaway.is_told)


def named(said: Iterable[Said]) -> Mapping[str, Said]:
    """What was said by how papers name it: by number, and by id where there is one."""
    return {name: each for each in said for name in each.names}


def by_name(events: Iterable[Event]) -> Mapping[str, Said]:
    """What everybody may read of events, by how papers name it."""
    return named(said for event in events for said in said_at(event))


def named_event(text: str, events: Iterable[Event]) -> Event | None:
    """The event that a paper names by its id or its number (`3`, `#3`); None where there is none."""
    word = text.strip().removeprefix("#")
    known = list(events)
    found = (event for event in known if event.id == word)
    return next(found, None) or next((each for each in known if str(each.number) == (word.lstrip("0") or word)), None)


def span_of(paper: Paper, events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that a paper is about, in the order of time: no draft, none that was cancelled, none outside.

    None at all where nobody knows the event with which it begins or ends, so that nothing slips in.
    """
    every = sorted(events, key=lambda event: event.sort_key)
    first, last = (named_event(name, every) if name else None for name in (paper.since, paper.until))
    if (paper.since and not first) or (paper.until and not last):
        return ()
    return tuple(
        event
        for event in every
        if event.status == "confirmed"
        and (first is None or event.sort_key >= first.sort_key)
        and (last is None or event.sort_key <= last.sort_key)
    )


def support_of(said: Iterable[Said]) -> Support:
    """What bears out that something was said, each once."""
    every = list(said)
    events = {each.event.id: each.event for each in every}
    organisations = {who.organisation.id: who.organisation for each in every for who in each.by if who.organisation}
    countries = {each.country.upper(): None for each in organisations.values() if each.country}
    in_time = sorted(events.values(), key=lambda event: event.sort_key)
    return Support(tuple(in_time), tuple(organisations.values()), tuple(countries))


def recorded_paper(paper: Paper, said: Mapping[str, Said]) -> PaperRecord:
    """What is to be kept of a paper that is announced as it is now."""
    sources = {name: said[name].hash for name in paper.sources}
    return PaperRecord(paper.version, paper.date, paper.hash, sources)


def paper_record_bytes(record: PaperRecord) -> bytes:
    """What was announced of a paper as its file: JSON with a key a line, so that git can merge it."""
    date = record.date.isoformat() if record.date else None
    head = {"version": record.version, "date": date, "text": record.text}
    known = {key: value for key, value in head.items() if value is not None} | {"sources": dict(record.sources)}
    return f"{json.dumps(known, ensure_ascii=False, indent=2)}\n".encode()
