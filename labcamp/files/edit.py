"""A text with other values at some places: spliced, read again, compared."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, NamedTuple

from labcamp.files.read import Source, Span, Steps, source_of
from labcamp.findings import LabcampError, Place, finding
from labcamp.patterns import pattern_of

LINE_END = pattern_of("\r\n|\r|\n")


@dataclass(frozen=True)
class Change:
    """A key of an event and the text that it shall have; a new key goes behind the first of `after` that is there.

    One of these must be there; what stands behind it is one text, no list and no keys. Of a mapping only the keys that
    are missing are added: what a person wrote stays. Without a value the key goes.
    """

    key: str
    value: str | Mapping[str, str] | None
    after: tuple[str, ...]


def edited(content: bytes, shown: str, changes: Sequence[Change]) -> bytes:
    """The bytes of an event file with its changes; LC021 where one cannot be made without touching anything else."""
    source = source_of(content, shown)
    for change in changes:
        if change.value is None:
            source = _without(source, change)
        elif isinstance(change.value, str):
            source = _changed(source, change, change.value)
        else:
            source = _filled(source, change, change.value)
    return as_bytes(source.text, content)


def as_bytes(text: str, content: bytes) -> bytes:
    """A text as bytes, with the byte order mark that a file has."""
    return (BOM_UTF8 if content.startswith(BOM_UTF8) else b"") + text.encode()


def with_organisations(content: bytes, shown: str, names: Mapping[str, str]) -> bytes:
    """The bytes of `organisations.yaml` with more organisations, by id, at its end; LC021 where they find no place."""
    source = source_of(content, shown) if content.strip() else None
    text, ends = (source.text, LINE_END.search(source.text)) if source else ("", None)
    end = ends[0] if ends else "\n"
    entries = (f"{end}{id_}:{end}  name: {as_yaml(name, '', flow=False)}{end}" for id_, name in names.items())
    whole = "".join((text, end if text and not text.endswith(("\n", "\r")) else "", *entries)).removeprefix(end)
    wanted = (source.data if source else {}) | {id_: {"name": name} for id_, name in names.items()}
    try:
        if source_of(whole.encode(), shown).data == wanted:
            return as_bytes(whole, content)
    except LabcampError:
        pass  # it stands in braces, or ends within a text
    raise LabcampError(finding("LC021", Place(shown), key=", ".join(names), value=", ".join(names.values())))


class Moved(NamedTuple):
    """A text somewhere in a file, and the one that shall stand in its place."""

    path: Steps
    before: str
    after: str


def moved(content: bytes, shown: str, moves: Sequence[Moved]) -> bytes:
    """The bytes of a file with other texts in the places of some; LC021 where that cannot be done alone."""
    source = source_of(content, shown)
    spans = [(each, source.spans[each.path]) for each in moves]
    mends = [
        Mend(
            span.start.index,
            span.end.index,
            as_yaml(each.after, source.text[span.start.index :][:1], flow=True),
            each.path,
            each.after,
        )
        for each, span in spans
    ]
    changed = source_of(spliced(source.text, mends).encode(), shown)
    if changed.data != meant(source, mends):
        raise LabcampError(finding("LC021", source.place(*moves[0].path), key=moves[0].path[-1], value=moves[0].after))
    return as_bytes(changed.text, content)


def _changed(source: Source, change: Change, value: str) -> Source:
    """The source after one change."""
    return source if source.data.get(change.key) == value else _put(source, change, value)


def _without(source: Source, change: Change) -> Source:
    """The source without a key: its line, or in braces what stands from the comma before it to its end."""
    if change.key not in source.data:
        return source
    span, text = source.spans[(change.key,)], source.text
    start, end = span.key.index, span.end.index
    if is_flow(source, ()):
        start = len(text[:start].rstrip().removesuffix(","))
    else:
        start -= span.key.column
        here = LINE_END.search(text, end)
        end = here.end() if here else len(text)
    kept = {key: value for key, value in source.data.items() if key != change.key}
    return _read_again(source, change, text[:start] + text[end:], kept)


def _filled(source: Source, change: Change, wanted: Mapping[str, str]) -> Source:
    """The source after a mapping has got the keys that it lacks."""
    if not source.data.get(change.key):
        return _put(source, change, dict(wanted))
    for key in wanted:
        old = source.data[change.key]
        if not isinstance(old, dict):
            raise _refused(source, change)
        if key not in old:
            flow = is_flow(source, (change.key,))
            text = inserted(source, (change.key, list(old)[-1]), f"{key}: {as_yaml(wanted[key], '', flow=flow)}")
            new = old | {key: wanted[key]}
            source = _read_again(source, change, text, {**source.data, change.key: new})
    return source


def _put(source: Source, change: Change, value: str | dict[str, str]) -> Source:
    """The source with a value in the place of the one that is there, else behind another key."""
    span, flow = source.spans.get((change.key,)), is_flow(source, ())
    old = source.text[span.start.index : span.end.index] if span else ""
    new = _whole(value, old, flow=flow)
    text = replaced(source, span, new) if span else added(source, change.key, new, change.after)
    return _read_again(source, change, text, {**source.data, change.key: value})


def _read_again(source: Source, change: Change, text: str, wanted: Mapping[str, object]) -> Source:
    """The text as a source: reading it again shows that this, and nothing else, is different."""
    try:
        changed = source_of(text.encode(), source.path)
    except LabcampError as problem:
        raise _refused(source, change) from problem
    if changed.data != wanted:
        raise _refused(source, change)
    return changed


def _refused(source: Source, change: Change) -> LabcampError:
    place = source.place(change.key, key=True)
    value = _whole(change.value, "", flow=True) if isinstance(change.value, Mapping) else change.value or ""
    return LabcampError(finding("LC021", place, key=change.key, value=value))


def replaced(source: Source, span: Span, new: str) -> str:
    """The text with another value, as YAML, in the place of one."""
    text, start, end = source.text, span.start.index, span.end.index
    old = text[start:end]
    if old[:1] in ("|", ">"):  # such a text goes to the end of its last line, and over the empty ones below it
        end = start + len(old.rstrip())
    blank = "" if old or text[start - 1 : start].isspace() else " "
    return f"{text[:start]}{blank}{new}{text[end:]}"


def added(source: Source, key: str, new: str, after: Sequence[str]) -> str:
    """The text with a new key and its value, as YAML, behind the first of some keys that is there."""
    path = next((other,) for other in after if (other,) in source.spans)
    return inserted(source, path, f"{key}: {new}")


def inserted(source: Source, path: Steps, entry: str) -> str:
    """The text with a key and its value behind the one at a path."""
    behind = source.spans[path]
    if is_flow(source, path[:-1]):
        end = behind.end.index
        return f"{source.text[:end]}, {entry}{source.text[end:]}"
    return below(source, behind, f"{' ' * behind.key.column}{entry}")


def below(source: Source, behind: Span, line: str) -> str:
    """The text with a line of its own below a value."""
    text, end = source.text, behind.end.index
    here = LINE_END.search(text, end)
    line_end = (here or LINE_END.search(text) or ["\n"])[0]
    margin = text[end - behind.end.column : end]
    if not margin.strip():  # what stands there has several lines, and ends where the next one begins
        end -= len(margin)
    elif here:
        end = here.end()
    else:
        return f"{text}{line_end}{line}"
    return f"{text[:end]}{line}{line_end}{text[end:]}"


def is_flow(source: Source, path: Steps) -> bool:
    """Tell whether the mapping or list at a path, or the whole file, stands in braces or brackets."""
    return source.text[source.spans[path].start.index] in "{["


def _whole(value: str | Mapping[str, str], old: str, *, flow: bool) -> str:
    """A text, or a mapping in one line, as YAML."""
    if isinstance(value, str):
        return as_yaml(value, old, flow=flow)
    return "{" + ", ".join(f"{key}: {as_yaml(text, '', flow=True)}" for key, text in value.items()) + "}"


def as_yaml(value: str, old: str, *, flow: bool) -> str:
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


class Mend(NamedTuple):
    """What shall stand between two places of a text.

    The value at `path` is then `value`, or its key is `key`, or it is `gone`; where none is named, the data stay. A
    `value` where nothing was is new; one that is `new` means something else than before, all others are only written
    otherwise.
    """

    start: int
    end: int
    text: str
    path: Steps = ()
    value: str | Mapping[str, str] | None = None
    key: str | None = None
    new: bool = False
    gone: bool = False


def spliced(text: str, mends: Iterable[Mend]) -> str:
    """The text with its mends, which do not overlap."""
    for mend in sorted(mends, reverse=True):
        text = f"{text[: mend.start]}{mend.text}{text[mend.end :]}"
    return text


def meant(source: Source, mends: Sequence[Mend]) -> dict[str, Any]:
    """The data that a file has with its mends."""
    data = deepcopy(source.data)
    for mend in mends:
        around = _at(data, mend.path[:-1])
        if mend.gone:
            del around[mend.path[-1]]
        elif mend.value is not None:
            _put_value(around, mend, source)
        elif mend.key is not None:  # none stands below another one: what is below an unknown key is not looked at
            around[mend.key] = around.pop(mend.path[-1])
    return data


def _at(data: Any, path: Steps) -> Any:
    for step in path:
        data = data[step]
    return data


def _put_value(around: Any, mend: Mend, source: Source) -> None:
    """The value stands at its path; in a list a new one behind those that stand before it in the text."""
    step = mend.path[-1]
    if isinstance(step, str) or step >= 0:
        around[step] = mend.value
        return
    spans = (source.spans.get((*mend.path[:-1], index)) for index in range(len(around)))
    before = sum(span is not None and span.start.index < mend.start for span in spans)
    around.insert(before, mend.value)
