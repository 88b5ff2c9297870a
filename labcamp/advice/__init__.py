"""What only `check` looks for: slips that make no file unreadable, but a mail embarrassing or a day a bad one."""

from collections.abc import Iterable, Iterator

from labcamp.advice.days import RULES as RULES_OF_DAYS
from labcamp.advice.look import Look, Rule
from labcamp.avoid import avoided
from labcamp.findings import Finding
from labcamp.model.texts import Period
from labcamp.workspace import Reading, Workspace

RULES: tuple[Rule, ...] = RULES_OF_DAYS


def advice(reading: Reading) -> tuple[Finding, ...]:
    """What is to be said about the events besides what loading them has found; in order, without exceptions."""
    return reading.kept(_all(reading, RULES))


def _all(reading: Reading, rules: Iterable[Rule]) -> Iterator[Finding]:
    to_avoid, findings = avoided(reading.workspace, _to_come(reading.workspace))
    yield from findings
    for event in reading.workspace.events:
        look = Look(event, reading.sources[event.id], reading, to_avoid)
        for rule in rules:
            yield from rule(look)


def _to_come(workspace: Workspace) -> Period:
    """The days from today to the last day of an event."""
    days = (event.days[-1] for event in workspace.events if event.days)
    return Period(workspace.today, max((workspace.today, *days)))
