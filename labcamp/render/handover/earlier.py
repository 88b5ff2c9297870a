"""What was before an event: what earlier hosts wrote down, and how many came."""

from collections.abc import Iterator
from typing import NamedTuple

from labcamp.model import Event
from labcamp.render.facts import Facts
from labcamp.render.stage import Stage, facts_of


class Learned(NamedTuple):
    """What was written down at an event, in Markdown."""

    title: str
    when: str
    text: str


class Counted(NamedTuple):
    """How many came to an event."""

    title: str
    when: str
    people: str
    labs: str
    note: str


def lessons_before(stage: Stage, event: Event) -> tuple[Learned, ...]:
    """What was written down at earlier events, the newest first."""
    return tuple(
        Learned(facts.event.heading, facts.date, facts.event.lessons)
        for facts in _held_before(stage, event)
        if facts.event.lessons
    )


def numbers_before(stage: Stage, event: Event) -> tuple[Counted, ...]:
    """How many came to earlier events, as far as that is known, the newest first."""
    counted = ((facts, facts.event.attendance) for facts in _held_before(stage, event))
    return tuple(
        Counted(facts.event.title, facts.date, _number(came.people), _number(came.labs), came.note or "")
        for facts, came in counted
        if came.people or came.labs or came.note
    )


def _held_before(stage: Stage, event: Event) -> Iterator[Facts]:
    """The events that have taken place before an event, the newest first, in its language."""
    for other in reversed(stage.workspace.events):
        facts = facts_of(stage, other, event.language)
        if facts.held and not other.draft and other.sort_key < event.sort_key:
            yield facts


def _number(count: int | None) -> str:
    return "–" if count is None else str(count)
