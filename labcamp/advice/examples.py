"""Advice about values that were taken over from an example."""

import re
from collections.abc import Iterator

from labcamp.advice.look import Look
from labcamp.findings import Finding, Place, finding
from labcamp.read import Source
from labcamp.workspace import Reading

# Names that nobody can own (RFC 2606), and those that examples in German use
ADDRESS = re.compile(r"(?<![\w-])(?:example\.(?:org|com|net|edu|de)|beispiel\.(?:de|org|com|at|ch))(?![\w-]|\.\w)")
FILLER = re.compile(r"\b[Ll]orem ipsum\b")
PERSON = re.compile(r"\bMuster(?:straße|strasse|str\.|weg|platz|stadt|hausen|mann|frau)(?!\w)")
# Where a made-up name is no part of what somebody tells
OF_PEOPLE = frozenset({"place", "contact", "moderation", "imprint", "by"})
# A comment; and parts of ids that nobody reads, and that would make entries twice if they were changed
UNSEEN = re.compile(r"(?:^|\s)#\s|^(?:uid|domain):")


def example_left(look: Look) -> Iterator[Finding]:
    """LC910: an event to come still has a value that stands in an example."""
    if look.upcoming and look.event.status == "confirmed":
        yield from _left(look.source, ("example.", "beispiel."), ADDRESS)
        yield from _people_left(look.source)


def example_left_in_series(reading: Reading) -> Iterator[Finding]:
    """LC910: the same of the series, as soon as an event is to come."""
    source, today = reading.sources.get("series"), reading.workspace.today
    if source and any(event.status == "confirmed" and not event.is_past(today) for event in reading.workspace.events):
        yield from _left(source, ("example.", "beispiel."), ADDRESS)
        yield from _left(source, ("orem ipsum",), FILLER)  # in an event it is an error (LC309)
        yield from _people_left(source)


def _left(source: Source, signs: tuple[str, ...], pattern: re.Pattern[str]) -> Iterator[Finding]:
    """What comes from an example, once a line; plain searches come first."""
    told: set[int] = set()
    for found in pattern.finditer(source.text) if any(sign in source.text for sign in signs) else ():
        place = _place(source, found.start())
        before = source.text[found.start() - place.column + 1 : found.start()]
        if place.line not in told and not UNSEEN.search(before):
            told.add(place.line)
            yield finding("LC910", place, words=found.group())


def _people_left(source: Source) -> Iterator[Finding]:
    for path, span in source.spans.items() if PERSON.search(source.text) else ():
        if span.scalar and not OF_PEOPLE.isdisjoint(path):
            found = PERSON.search(source.text, span.start.index, span.end.index)
            if found:
                yield finding("LC910", _place(source, found.start()), words=found.group())


def _place(source: Source, index: int) -> Place:
    return Place(source.path, source.text.count("\n", 0, index) + 1, index - source.text.rfind("\n", 0, index))
