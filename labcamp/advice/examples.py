"""Advice about values that were taken over from an example."""

import re
from collections.abc import Iterator

from labcamp.advice.look import Look
from labcamp.findings import Finding, Place, finding
from labcamp.read import Source, Steps
from labcamp.workspace import Reading

# Names that nobody can own (RFC 2606), and those that examples in German use
ADDRESS = re.compile(r"(?<![\w-])(?:example\.(?:org|com|net|edu|de)|beispiel\.(?:de|org|com|at|ch))(?![\w-]|\.\w)")
SERIES = re.compile(rf"{ADDRESS.pattern}|\b[Ll]orem ipsum\b")
PERSON = re.compile(r"\bMuster(?:straße|strasse|str\.|weg|platz|stadt|hausen|mann|frau)(?!\w)")
SIGNS = ("example.", "beispiel.", "Muster", "orem ipsum")  # plain searches first
# Where a made-up name is no part of what somebody tells
OF_PEOPLE = frozenset({"place", "contact", "moderation", "imprint", "by"})
UNSEEN = frozenset({"uid", "domain"})  # part of ids that nobody reads; to change them would make entries twice


def example_left(look: Look) -> Iterator[Finding]:
    """LC910: an event to come still has a value that stands in an example."""
    if look.upcoming and look.event.status == "confirmed":
        yield from _left(look.source, ADDRESS)


def example_left_in_series(reading: Reading) -> Iterator[Finding]:
    """LC910: the same of the series, as soon as an event is to come."""
    source, today = reading.sources.get("series"), reading.workspace.today
    if source and any(event.status == "confirmed" and not event.is_past(today) for event in reading.workspace.events):
        yield from _left(source, SERIES)


def _left(source: Source, pattern: re.Pattern[str]) -> Iterator[Finding]:
    """The first part of each value that comes from an example."""
    text = source.text
    if not any(sign in text for sign in SIGNS):
        return
    for path, span in source.spans.items():
        if not span.scalar or UNSEEN & set(path):
            continue
        found = pattern.search(text, span.start.index, span.end.index)
        if not found and _of_people(path):
            found = PERSON.search(text, span.start.index, span.end.index)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            place = Place(source.path, line, found.start() - text.rfind("\n", 0, found.start()))
            yield finding("LC910", place, words=found.group())


def _of_people(path: Steps) -> bool:
    return not OF_PEOPLE.isdisjoint(path)
