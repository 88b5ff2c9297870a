"""An event file with other values: spliced into its text, read again and compared; every other byte stays."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass

from labcamp.findings import LabcampError, finding
from labcamp.read import Source, Span, source_of

LINE_END = re.compile("\r\n|\r|\n")


@dataclass(frozen=True)
class Change:
    """A key of an event and the text that it shall have; a new key goes behind the first of `after` that is there.

    One of these must be there; what stands behind it is one text, no list and no keys.
    """

    key: str
    value: str
    after: tuple[str, ...]


def edited(content: bytes, shown: str, changes: Sequence[Change]) -> bytes:
    """The bytes of an event file with its changes; LC021 where one cannot be made without touching anything else."""
    source = source_of(content, shown)
    for change in changes:
        if source.data.get(change.key) != change.value:
            source = _changed(source, change)
    bom = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    return bom + source.text.encode()


def _changed(source: Source, change: Change) -> Source:
    """The source after one change; reading it again shows that this, and nothing else, is different."""
    span = source.spans.get((change.key,))
    text = _replaced(source, span, change.value) if span else _inserted(source, change)
    try:
        changed = source_of(text.encode(), source.path)
    except LabcampError as problem:
        raise _refused(source, change) from problem
    if changed.data != {**source.data, change.key: change.value}:
        raise _refused(source, change)
    return changed


def _refused(source: Source, change: Change) -> LabcampError:
    place = source.place(change.key, key=True)
    return LabcampError(finding("LC021", place, key=change.key, value=change.value))


def _replaced(source: Source, span: Span, value: str) -> str:
    """The text with another value in the place of one."""
    text, start, end = source.text, span.start.index, span.end.index
    old = text[start:end]
    if old[:1] in ("|", ">"):  # such a text goes to the end of its last line, and over the empty ones below it
        end = start + len(old.rstrip())
    blank = "" if old or text[start - 1 : start].isspace() else " "
    return f"{text[:start]}{blank}{_written(value, old, flow=_is_flow(source))}{text[end:]}"


def _inserted(source: Source, change: Change) -> str:
    """The text with a new key behind the first one that is there of those that it goes after."""
    behind = next(source.spans[(key,)] for key in change.after if (key,) in source.spans)
    text, end = source.text, behind.end.index
    if _is_flow(source):
        return f"{text[:end]}, {change.key}: {_written(change.value, '', flow=True)}{text[end:]}"
    here = LINE_END.search(text, end)
    line_end = (here or LINE_END.search(text) or ["\n"])[0]
    entry = f"{' ' * behind.key.column}{change.key}: {_written(change.value, '', flow=False)}"
    margin = text[end - behind.end.column : end]
    if not margin.strip():  # what stands behind the key has several lines, and ends where the next one begins
        end -= len(margin)
    elif here:
        end = here.end()
    else:
        return f"{text}{line_end}{entry}"
    return f"{text[:end]}{entry}{line_end}{text[end:]}"


def _is_flow(source: Source) -> bool:
    """Tell whether the whole file stands in braces."""
    root = source.spans[()]
    return source.text[root.start.index] == "{"


def _written(value: str, old: str, *, flow: bool) -> str:
    """A value as YAML, in the quotes that the old one had, and in quotes of its own where it needs some."""
    if old[:1] == "'":
        return "'" + value.replace("'", "''") + "'"
    if old[:1] != '"' and _reads_plainly(value, flow=flow):
        return value
    return json.dumps(value, ensure_ascii=False)


def _reads_plainly(value: str, *, flow: bool) -> bool:
    """Tell whether a value means itself when it stands without quotes."""
    text = f"{{x: {value}, y: z}}" if flow else f"x: {value}\ny: z"
    try:
        return source_of(text.encode(), "").data == {"x": value, "y": "z"}
    except LabcampError:
        return False
