"""JSON of others as values; what is broken in it is found at its line and column."""

import json
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from labcamp.exchange.schedules.foreign import DEEPEST, MOST_VALUES, Foreign, Json, Steps
from labcamp.files.read import after
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.patterns import pattern_of

TOKEN = pattern_of(r'"[^"\\]*(?:\\.[^"\\]*)*"|[\[\]{},:]|[^\s\[\]{},:"]+')
COMMAS = 5  # to each list or mapping: more than that is said in no programme
MOST_PLACED = 5_000_000  # letters; in longer texts to look for places would take longer than to read them
NO_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})


class _KeyTwiceError(ValueError):
    """A key was given twice."""


def json_of(name: str, content: bytes) -> Foreign:
    """The values of a JSON file, whatever its top is: numbers are text, so none is too large or loses its form.

    LC110, LC280 to LC282 or LC885 where it cannot be read.
    """
    text = _decoded(name, content)
    if max(text.count("[") + text.count("{"), text.count(",") // COMMAS) > MOST_VALUES:
        raise LabcampError(finding("LC885", Place(name), most=MOST_VALUES))
    try:
        data = json.loads(
            text, strict=False, object_pairs_hook=_each_once, parse_int=str, parse_float=str, parse_constant=_refused
        )
    except (ValueError, RecursionError) as problem:
        raise LabcampError(_fault(name, text, problem)) from problem
    if _levels(data) > DEEPEST:
        raise LabcampError(_too_deep(name, text))
    return Foreign(name, data, _Places(name, text).of)


def _decoded(name: str, content: bytes) -> str:
    """The text of the file: UTF-8, with or without a byte order mark, or UTF-16 with one."""
    encoding = "utf-16" if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    content = content.removeprefix(BOM_UTF8)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        before = content[: problem.start].decode(encoding, "replace")
        raise LabcampError(finding("LC110", after(before, name), byte=f"{content[problem.start]:02X}")) from problem


def _each_once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """A mapping; the same said twice is no harm, but which of two different values holds nobody can know."""
    data = dict(pairs)
    if len(data) < len(pairs) and any(data[key] != value for key, value in pairs):
        raise _KeyTwiceError
    return data


def _refused(word: str) -> None:
    raise ValueError(word)


def _levels(data: Json) -> int:
    """How many lists and mappings stand in each other."""
    level, count = [data], 0
    while level := [each for each in level if isinstance(each, list | dict)]:
        count += 1
        level = [child for each in level for child in (each.values() if isinstance(each, dict) else each)]
    return count


def _fault(name: str, text: str, problem: Exception) -> Finding:
    """What is wrong, at the place where it begins."""
    if isinstance(problem, _KeyTwiceError):
        return _key_twice(name, text)
    if isinstance(problem, RecursionError):
        return _too_deep(name, text)
    if isinstance(problem, json.JSONDecodeError):
        return finding("LC280", after(text[: problem.pos], name), form="JSON")
    at = next((found.start() for found in TOKEN.finditer(text) if found[0] in NO_NUMBERS), 0)
    return finding("LC280", after(text[:at], name), form="JSON")


def _key_twice(name: str, text: str) -> Finding:
    """LC281 at the second of two equal keys."""
    seen: set[Steps] = set()
    for steps, _, key in _walk(text):
        if steps in seen:
            return finding("LC281", after(text[:key], name), key=steps[-1])
        seen.add(steps)
    raise AssertionError("no key stands there twice")


def _too_deep(name: str, text: str) -> Finding:
    """LC282 at the bracket that opens one level too many."""
    depth, at = 0, 0
    for token in TOKEN.finditer(text):
        depth += (token[0] in {"[", "{"}) - (token[0] in {"]", "}"})
        if depth > DEEPEST:
            at = token.start()
            break
    return finding("LC282", after(text[:at], name), most=DEEPEST)


class _Step(NamedTuple):
    """A value by the steps that lead to it, and where it begins; of a mapping's value also where its key does."""

    steps: Steps
    start: int
    key: int


def _walk(text: str) -> Iterator[_Step]:
    """All values of a text that is JSON, in order, each with its steps."""
    around: list[tuple[Steps, int]] = []  # what is open: its steps, and the number of the next item (-1 of a mapping)
    steps: Steps = ()
    key = 0
    for token, behind in pairwise(chain(TOKEN.finditer(text), (None,))):
        sign = token[0] if token else ""
        if token is None or sign in {",", ":"}:
            continue
        if sign in {"]", "}"}:
            around.pop()
        elif behind is not None and behind[0] == ":":
            name = json.loads(sign, strict=False) if "\\" in sign else sign[1:-1]
            steps, key = (*around[-1][0], name), token.start()
        else:
            above, number = around[-1] if around else ((), -1)
            if number >= 0:
                steps, key = (*above, number), token.start()
                around[-1] = above, number + 1
            yield _Step(steps, token.start(), key)
            if sign in {"[", "{"}:
                around.append((steps, 0 if sign == "[" else -1))


@dataclass(frozen=True)
class _Places:
    """Where the values of a text stand, which is found out when it is first asked for."""

    name: str
    text: str

    def of(self, steps: Steps) -> Place:
        """The line and column of the value at some steps, or of the nearest thing around it that is there."""
        if len(self.text) > MOST_PLACED:
            return Place(self.name)
        while steps and steps not in self._starts:
            steps = steps[:-1]
        start = self._starts[steps]
        line = bisect_right(self._lines, start)
        return Place(self.name, line, start - self._lines[line - 1] + 1)

    @cached_property
    def _starts(self) -> dict[Steps, int]:
        return {step.steps: step.start for step in _walk(self.text)}

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
