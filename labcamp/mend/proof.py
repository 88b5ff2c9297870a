"""The proof of a mend: the file is read and checked again, and differs in nothing but what the mend means."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from labcamp.check.exceptions import FIRST_RULE
from labcamp.findings import Finding, LabcampError
from labcamp.mend.splices import Mend, meant, spliced
from labcamp.read import Source, source_of

UNKNOWN = "LC202"
# What the text of a file stands for (an event, a series, organisations), and what is wrong with it
Check = Callable[[Source], tuple[object, tuple[Finding, ...]]]


class Read(NamedTuple):
    """A file as it was read and checked."""

    source: Source
    thing: object
    findings: tuple[Finding, ...]


def read_with(check: Check, source: Source) -> Read:
    """A file, checked."""
    return Read(source, *check(source))


def proven(read: Read, mends: Sequence[Mend], check: Check) -> Read | None:
    """The file with its mends; None where it cannot be read then, or its data are not those that were meant."""
    text = spliced(read.source.text, mends)
    try:
        source = source_of(text.encode(), read.source.path)
    except LabcampError:
        return None
    if _without_line_ends(source.data) != _without_line_ends(meant(read.source, mends)):
        return None
    return read_with(check, source)


def is_the_same(before: Read, after: Read) -> bool:
    """Tell whether a file means what it meant, and as much is wrong with it."""
    return before.thing == after.thing and _codes(before) == _codes(after)


def is_better(before: Read, after: Read) -> bool:
    """Tell whether nothing is wrong that was not before, but for what could not be seen then.

    Rules see a file only when its shape is right; and keys are looked at when the key above them is known.
    """
    if before.thing is not None and after.thing is None:
        return False
    left = {code: number for code, number in _codes(after).items() if code < FIRST_RULE and code != UNKNOWN}
    return not Counter(left) - _codes(before)


def _codes(read: Read) -> Counter[str]:
    return Counter(found.code for found in read.findings)


def _without_line_ends(value: Any) -> Any:
    """The data without the line end that a text at the end of the file may have: the model drops it."""
    if isinstance(value, dict):
        return {key: _without_line_ends(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_line_ends(each) for each in value]
    return value.rstrip("\r\n") if isinstance(value, str) else value
