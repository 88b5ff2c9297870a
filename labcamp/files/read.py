"""A file as text, lists and mappings, with the place of each, and what is wrong with its form."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import filterfalse
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from labcamp.files.disk import MOST_BYTES, bytes_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.patterns import pattern_of

# PyYAML's C parser; the pure one reads the same, twenty times slower, where a wheel has no C
PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
CONFLICT = pattern_of(r"^<<<<<<< ", re.MULTILINE)  # how git marks what two people have changed
OPENING = (ScalarEvent, MappingStartEvent, SequenceStartEvent)
CLOSING = (MappingEndEvent, SequenceEndEvent)
NOTHING = frozenset({"", "~", "null"})

Steps = tuple[str | int, ...]

# U+0085, U+2028 and U+2029 end a line in YAML but not in an editor: our line numbers would be wrong from there on.
CONTROL = pattern_of("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# The bytes tell thirty times faster whether the pattern can find anything.
CONTROL_BYTES = bytes({*range(32), 127} - set(b"\t\n\r"))
CONTROL_STARTS = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbf")
DEEPEST = 30  # levels; nobody writes so many by hand
# libyaml's own words → our code; the first that occurs in its problem or context wins
PROBLEMS = (
    ("maximum nesting depth", "LC108"),  # what it looks at ahead is too deep even for itself
    ("found a tab", "LC106"), ("mapping values are not allowed", "LC111"),
    ("quoted scalar", "LC112"), ("unknown escape character", "LC112"), ("hexdecimal", "LC112"),
    ("flow sequence", "LC117"), ("flow mapping", "LC117"), ("cannot start any token", "LC116"),
    ("block scalar", "LC116"), ("block sequence entries are not allowed", "LC116"),
    ("mapping keys are not allowed", "LC116"), ("node content", "LC116"), ("directive", "LC116"),
    ("could not find expected ':'", "LC118"), ("block mapping", "LC113"), ("block collection", "LC113"),
    ("document start", "LC113"), ("anchor", "LC103"), ("alias", "LC103"), ("tag", "LC104"),
)  # fmt: skip
# For these, where the thing was opened says more than where the reader gave up.
OPENED = frozenset({"LC103", "LC104", "LC112", "LC116", "LC117", "LC118"})


class Span(NamedTuple):
    """Where a value stands in the text: its key (None for an item of a list), its start and its end."""

    key: Any
    start: Any
    end: Any
    scalar: bool
    plain: bool


@dataclass(frozen=True)
class Source:
    """A file as it was read: the path to show, its text, its data, and the place of each value on demand."""

    path: str
    text: str
    data: dict[str, Any]
    listed: str = ""  # the key in the data for a list that is the whole file

    @cached_property
    def spans(self) -> dict[Steps, Span]:
        """The span of each value by its path in the data, such as `("agenda", 2, "title")`."""
        # Reading has refused deep nesting before: the C composer crashes the process at 30,000 brackets.
        root = yaml.compose(self.text, Loader=PARSER)
        return dict(_spans(root, () if isinstance(root, yaml.MappingNode) else (self.listed,), None))

    def place(self, *path: str | int, key: bool = False) -> Place:
        """The place of the value at a path, or of its key, or of the nearest thing around it that is there."""
        while path and path not in self.spans:
            path = path[:-1]
            key = path in self.spans and not self.spans[path].scalar
        span = self.spans.get(path)
        if span is None or not path:
            return Place(self.path, 1, 1)
        mark = span.key if key and span.key is not None else span.start
        return Place(self.path, mark.line + 1, mark.column + 1)


def _spans(node: Any, path: Steps, key: Any) -> Iterator[tuple[Steps, Span]]:
    scalar = isinstance(node, yaml.ScalarNode)
    yield path, Span(key, node.start_mark, node.end_mark, scalar, scalar and not node.style)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _spans(value, (*path, name.value), name.start_mark)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(filterfalse(_is_nothing, node.value)):
            yield from _spans(value, (*path, index), None)
        for index, value in enumerate(filter(_is_nothing, node.value), 1):
            yield from _spans(value, (*path, -index), None)  # a text that a # has swallowed is looked for here


def _is_nothing(node: Any) -> bool:
    """Tell whether an item of a list is empty, and so not in the data either."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in NOTHING


def forbidden_sign(text: str) -> str:
    """The first sign of a text that no file may hold (a control character, or half of one), as U+0007; else empty."""
    found = CONTROL.search(text) or re.search("[\ud800-\udfff]", text)
    return f"U+{ord(found.group()):04X}" if found else ""


def is_there(path: Path) -> bool:
    """Whether there is a file of that name; a name may be longer than a disk allows."""
    try:
        return path.is_file()
    except OSError:
        return False


def content_of(path: Path, shown: str, most: int = MOST_BYTES) -> bytes:
    """The bytes of the file at a path, one more than `most` at most.

    LC003 where the system does not let us have them, or it is no file; LC006 where a link leads out of the series.
    """
    try:
        return bytes_of(path, most)
    except OSError as problem:
        # Windows says "Permission denied" of a folder.
        reason = "Is a directory" if os.path.isdir(path) else problem.strerror or problem  # noqa: PTH112
        raise LabcampError(finding("LC003", Place(shown), reason=reason)) from problem


def read_source(path: Path, shown: str, listed: str = "") -> Source:
    """The file at a path as a Source; what cannot be read raises its one finding, at its place."""
    content = content_of(path, shown)
    return json_source(content, shown) if path.suffix == ".json" else source_of(content, shown, listed)


def json_source(content: bytes, shown: str) -> Source:
    """The bytes of a JSON file as a Source, many times faster than as YAML; what is wrong is found as there."""
    try:
        text = content.decode()
        # The reader of YAML, which finds the places, takes neither all signs nor all escapes that JSON has.
        fits = len(content) <= MOST_BYTES and "\\u" not in text and not forbidden_sign(text)
        data = json.loads(text, object_pairs_hook=_each_once, parse_int=str, parse_float=str) if fits else None
    except (ValueError, RecursionError):
        data = None
    return Source(shown, text, data) if isinstance(data, dict) else source_of(content, shown)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The keys and values of a mapping, as the YAML reader has them; ValueError for a key that is given twice."""
    data = {key: str(value).lower() if isinstance(value, bool) else value for key, value in pairs if value is not None}
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key twice")
    return data


def source_of(content: bytes, shown: str, listed: str = "") -> Source:
    """The bytes of an event file as a Source; a byte order mark and CRLF are fine.

    Where a list may stand alone, `listed` is the key that it is taken for.
    """
    text = text_in(content, shown)
    return Source(shown, text, _data(text, shown, listed), listed)


def text_in(content: bytes, shown: str) -> str:
    """The bytes of a file that people write as text; what no file may hold raises its finding, at its place."""
    if len(content) > MOST_BYTES:
        raise LabcampError(finding("LC109", Place(shown)))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = content[: problem.start].decode("utf-8", "replace")
        raise LabcampError(finding("LC110", after(before, shown), byte=f"{content[problem.start]:02X}")) from problem
    if has_control(content) and (forbidden := CONTROL.search(text)):
        place = after(text[: forbidden.start()], shown)
        raise LabcampError(finding("LC107", place, character=f"U+{ord(forbidden.group()):04X}"))
    if "<<<<<<< " in text and (conflict := CONFLICT.search(text)):
        raise LabcampError(finding("LC121", after(text[: conflict.start()], shown)))
    return text


def _data(text: str, shown: str, listed: str) -> dict[str, Any]:
    try:
        document = _document(_events(text), text, shown)
    except yaml.MarkedYAMLError as problem:
        raise LabcampError(syntax(problem, text, shown)) from problem
    if document is None:
        raise LabcampError(finding("LC114", Place(shown, 1, 1)))
    if listed and isinstance(document, list):
        return {listed: document}
    if not isinstance(document, dict):
        first = next(event for event in _events(text) if event.__class__ in OPENING)
        raise LabcampError(finding("LC115", _at(first, shown)))
    return document


def _events(text: str) -> Iterator[Event]:
    """The events of a text, one after the other; a loop in C, for there are hundreds in each file."""
    return iter(PARSER(text).get_event, None)


def _document(events: Iterator[Event], text: str, shown: str) -> Any:
    """The one document of the events as text, lists and mappings; empty values are left out."""
    stack: list[tuple[Any, str | None]] = [([], None)]  # our own, for recursion could be made to overflow
    container, key = stack.pop()
    for event in events:
        if event.__class__ not in OPENING:
            if event.__class__ in CLOSING:
                _drop_nothing(container)
                container, key = stack.pop()
            else:
                _refuse_others(event, container, shown)
        elif key is None and type(container) is dict:
            key = _new_key(event, container, shown)
        else:
            value = _value(event, shown)
            if key is None:
                container.append(value)
            else:
                if value is None and len(container) > 1:
                    _refuse_half_a_text(event, key, text, shown)
                container[key], key = value, None
            if event.__class__ is not ScalarEvent:
                stack.append((container, key))
                container = value
                if len(stack) > DEEPEST:
                    raise LabcampError(finding("LC108", _at(event, shown), deepest=DEEPEST))
    return container[0] if container else None


def _value(event: Any, shown: str) -> Any:
    if event.anchor is not None or event.tag is not None:
        raise _refused(event, shown)
    if event.__class__ is not ScalarEvent:
        return {} if event.__class__ is MappingStartEvent else []
    if event.style == '"' and (forbidden := CONTROL.search(event.value)):  # written as an escape, such as "\0"
        raise LabcampError(finding("LC107", _at(event, shown), character=f"U+{ord(forbidden.group()):04X}"))
    return None if not event.style and event.value in NOTHING else event.value


def _new_key(event: Any, container: dict[str, Any], shown: str) -> str:
    if event.__class__ is not ScalarEvent:
        raise LabcampError(finding("LC119", _at(event, shown)))
    if event.anchor is not None or event.tag is not None:
        raise _refused(event, shown)
    if event.value in container:
        raise LabcampError(finding("LC102", _at(event, shown), key=event.value))
    container[event.value] = None
    return str(event.value)


def _refuse_half_a_text(event: Any, key: str, text: str, shown: str) -> None:
    """LC122 where a key in braces has no colon: it is the rest of a text with a comma, and would go unseen."""
    start = text.rfind(key, 0, event.start_mark.index)
    if not event.value and start >= 0 and not text[start + len(key) : event.start_mark.index].strip():
        raise LabcampError(finding("LC122", after(text[:start], shown), lost=key))


def _drop_nothing(container: Any) -> None:
    """A key with nothing behind it is as good as no key."""
    if type(container) is dict:
        if None in container.values():
            for key in [key for key, value in container.items() if value is None]:
                del container[key]
    elif None in container:
        container[:] = [value for value in container if value is not None]


def _at(event: Any, shown: str) -> Place:
    return Place(shown, event.start_mark.line + 1, event.start_mark.column + 1)


def _refused(event: Any, shown: str) -> LabcampError:
    return LabcampError(finding("LC103" if event.anchor is not None else "LC104", _at(event, shown)))


def _refuse_others(event: Event, container: list[Any], shown: str) -> None:
    """Aliases and second documents are always slips here; all other events only frame the document."""
    if event.__class__ is AliasEvent:
        raise LabcampError(finding("LC103", _at(event, shown)))
    if event.__class__ is DocumentStartEvent and container:
        raise LabcampError(finding("LC105", _at(event, shown)))


def syntax(problem: Any, text: str, shown: str) -> Finding:
    """The finding for a problem of the YAML reader, at the place that says most."""
    words = f"{problem.problem} {problem.context}"
    code = next((code for part, code in PROBLEMS if part in words), "LC101")
    mark = (code in OPENED and problem.context_mark) or problem.problem_mark
    before = text[: mark.index].rstrip(" ")
    if text[mark.index : mark.index + 1] == "\t":
        code = "LC106"
    elif code == "LC116" and not text[mark.index :].strip():
        opened = max(before.rfind("["), before.rfind("{"))
        return finding("LC117", after(text[:opened], shown))
    elif code == "LC113" and before.endswith(("'", '"', "]", "}")):
        code = "LC120"
    elif code == "LC113" and re.search(r"^\.\.\.\s*\Z", before, re.MULTILINE):
        code = "LC105"
    values = {"deepest": DEEPEST} if code == "LC108" else {"problem": problem.problem}
    return finding(code, Place(shown, mark.line + 1, mark.column + 1), **values)


def has_control(content: bytes) -> bool:
    """Tell whether there may be a control character in the bytes; a look that costs next to nothing."""
    return len(content.translate(None, CONTROL_BYTES)) < len(content) or any(part in content for part in CONTROL_STARTS)


def after(before: str, shown: str) -> Place:
    """The place right after some text."""
    lines = re.split("\r\n|\r|\n", before)
    return Place(shown, len(lines), len(lines[-1]) + 1)
