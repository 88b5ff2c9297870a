"""People whom files of others name beside their events: their addresses stay where they are, and are only counted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from labcamp.exchange.found import Found, Told, Value
from labcamp.findings import Place, finding
from labcamp.patterns import pattern_of

ADDRESS = pattern_of(r"(?<![\w/@.+-])(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
PHONE = pattern_of(
    r"(?:tel:|(?<![\w/=.-])(?:\+|00)[1-9])[\d ()/.-]{6,}\d"
    r"|(?<=[nelb.:] )0\d[\d ()/-]{5,}\d(?<=\d\d)",
    re.IGNORECASE,
)
STANDS_FOR_ONE = "…"
ADDRESSES = frozenset({"url", "uid"})  # a page or a name may have an `@` in it


def without_people(name: str, told: Told, dropped: int = 0) -> Told:
    """What a file says, without addresses in its texts; LC896 tells how many there were, with those dropped before."""
    count = _Count(dropped)
    events = tuple(_found(found, count) for found in told.events)
    left = tuple(replace(each, text=count.taken_out(each.text)) for each in told.left)
    if not count.number:
        return told
    findings = (*told.findings, finding("LC896", Place(name), count=count.number))
    return replace(told, events=events, left=left, findings=findings)


class _Count:
    """How many addresses were taken out so far."""

    def __init__(self, number: int) -> None:
        self.number = number

    def taken_out(self, text: str) -> str:
        """A text, in which a mark stands for each address."""
        if "@" not in text and not any(map(str.isdigit, text)):
            return text
        for pattern in (ADDRESS, PHONE):
            text, number = pattern.subn(STANDS_FOR_ONE, text)
            self.number += number
        return text


def _found(found: Found, count: _Count) -> Found:
    before = count.number
    values = {key: value if key in ADDRESSES else _value(value, count) for key, value in found.values.items()}
    left = tuple(replace(each, text=count.taken_out(each.text)) for each in found.left)
    return found if count.number == before else replace(found, values=values, left=left)


def _value(value: Value, count: _Count) -> Value:
    if isinstance(value, str):
        return count.taken_out(value)
    if isinstance(value, Mapping):
        return {key: each if key in ADDRESSES else _value(each, count) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [_value(each, count) for each in value]
    return value
