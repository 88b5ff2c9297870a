"""Exceptions from the rules that a person takes in a comment: `# labcamp: ok weekday-wrong, it is a quotation`."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from labcamp.check.shape import nearest
from labcamp.files.read import Source, Span
from labcamp.findings import NAMES, Finding, Place, finding
from labcamp.patterns import pattern_of

FIRST_RULE = "LC3"  # what cannot be read or shaped cannot be switched off
MARK = "labcamp: ok"
BLOCK = "|>"  # a comment behind one of these stands before the text
NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
HYPHENED = "[a-z0-9]+(?:-[a-z0-9]+)+(?!\\w)"  # after a comma: `ok number-twice, weil ...` names one rule
# The names of rules stand right behind the mark; behind the last one people write why.
COMMENT = pattern_of(rf"#[ \t]*{MARK}[ \t]+(?P<names>{NAME}(?:,[ \t]*{HYPHENED})*)")


class Excepted(NamedTuple):
    """A rule that a comment names: where, and the first and last line that it holds for."""

    rule: str
    place: Place
    first: int
    last: int


def rules() -> list[str]:
    """The names of all rules that can be switched off."""
    return [name for code, name in NAMES.items() if code >= FIRST_RULE]


def unknown_rules(named: Iterable[tuple[str, Place]]) -> Iterator[Finding]:
    """LC220: a rule is switched off that there is not."""
    for rule, place in named:
        if rule not in rules():
            yield finding("LC220", place, rule=rule, nearest=nearest(rule, rules()))


def unknown_in_comments(source: Source) -> Iterator[Finding]:
    """LC220: a comment takes exception to a rule that there is not."""
    yield from unknown_rules((each.rule, each.place) for each in exceptions(source))


def without_exceptions(findings: Iterable[Finding], sources: Iterable[Source]) -> Iterator[Finding]:
    """The findings but for those to whose rule a comment at their line takes exception."""
    excepted = {source.path: taken for source in sources if (taken := exceptions(source))}
    for found in findings:
        if found.code < FIRST_RULE or not any(holds(each, found) for each in excepted.get(found.path, ())):
            yield found


def holds(exception: Excepted, found: Finding) -> bool:
    """Tell whether an exception is about a finding of its file."""
    return exception.rule == NAMES[found.code] and exception.first <= found.line <= exception.last


def exceptions(source: Source) -> tuple[Excepted, ...]:
    """The exceptions that the comments of a file take.

    Behind a value a comment holds for its line, and for all lines of a text that begins there; on a line of its own,
    for the line below it.
    """
    return tuple(_exceptions(source)) if MARK in source.text else ()


def _exceptions(source: Source) -> Iterator[Excepted]:
    texts = [span for span in source.spans.values() if span.scalar]
    for comment in COMMENT.finditer(source.text):
        before = source.text[: comment.start()]
        line = before.count("\n")
        around = (span for span in texts if span.start.index < comment.start() < span.end.index)
        if any(span.start.line < line or source.text[span.start.index] not in BLOCK for span in around):
            continue  # no comment, but a part of a text
        alone = not before[before.rfind("\n") + 1 :].strip()
        first = line + alone
        last = max((_last_line(source, span) for span in texts if span.start.line == first), default=first)
        for name in re.finditer(NAME, comment["names"]):
            place = Place(source.path, line + 1, comment.start("names") - before.rfind("\n") + name.start())
            yield Excepted(name.group(), place, first + 1, last + 1)


def _last_line(source: Source, span: Span) -> int:
    """The last line of a text, counted from 0."""
    text = source.text[span.start.index : span.end.index]
    return int(span.start.line) + text.rstrip().count("\n")
