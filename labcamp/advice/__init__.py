"""What only `check` looks for: slips that make no file unreadable, but a mail embarrassing or a day a bad one."""

from collections.abc import Iterable, Iterator

from labcamp.advice.look import Look, Rule
from labcamp.advice.unused import unused
from labcamp.findings import Finding
from labcamp.workspace import Reading

RULES: tuple[Rule, ...] = ()


def advice(reading: Reading) -> tuple[Finding, ...]:
    """What is to be said about the events besides what loading them has found; in order, without exceptions."""
    found = tuple(_all(reading, RULES))
    everything = {*reading.workspace.findings, *reading.excepted, *found}
    return reading.kept((*found, *unused(reading, everything)))


def _all(reading: Reading, rules: Iterable[Rule]) -> Iterator[Finding]:
    for event in reading.workspace.events:
        look = Look(event, reading.sources[event.id], reading)
        for rule in rules:
            yield from rule(look)
