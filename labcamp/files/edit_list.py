"""Edits of a list in an event file, one item more or less, or another value in one: spliced, read again, compared."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any, NoReturn

from labcamp.files.edit import LINE_END, Change, added, as_bytes, as_yaml, below, inserted, is_flow, replaced
from labcamp.files.read import Source, Span, Steps, source_of
from labcamp.findings import LabcampError, finding
from labcamp.patterns import pattern_of

BLANKS_AND_COMMA = pattern_of(r"[ \t]*,[ \t]*")
COMMA_BEFORE = pattern_of(r",\s*\Z")
LINE_END_BEFORE = pattern_of(r"(?:\r\n|\r|\n)\Z")
BREAKS = "\r\n"


def with_item(content: bytes, shown: str, key: str, item: str, after: Sequence[str]) -> bytes:
    """The bytes of an event file whose list under a key holds a text; a new key goes behind the first of `after`.

    LC021 where that cannot be done without touching anything else.
    """
    source = source_of(content, shown)
    items = _items(source, key)
    if item in items:
        return content
    wanted = [*items, item]
    text = _with(source, key, item) if items else _first(source, key, item, after)
    return as_bytes(_verified(source, key, text, wanted).text, content)


def without_item(content: bytes, shown: str, key: str, item: str) -> bytes:
    """The bytes of an event file whose list under a key does not hold a text; LC021 as above."""
    source = source_of(content, shown)
    while item in (items := _items(source, key)):
        index = items.index(item)
        text = _without(source, key, index)
        source = _verified(source, key, text, [*items[:index], *items[index + 1 :]])
    return as_bytes(source.text, content)


def with_value(content: bytes, shown: str, path: Steps, change: Change) -> bytes:
    """The bytes of an event file whose item at a path has a value under a key, behind the first of some others.

    An item that is only a text gets keys, and its text stands under the last of these; one alone may stand without
    its list. LC021 as above.
    """
    source = source_of(content, shown)
    path = path if isinstance(source.data[str(path[0])], list) else path[:1]
    wanted = deepcopy(source.data)
    around: Any = wanted[str(path[0])] if path[1:] else wanted
    step, old = path[-1], around[path[-1]]
    around[step] = ({change.after[-1]: old} if isinstance(old, str) else old) | {change.key: change.value}
    text = (_with_keys if isinstance(old, str) else _valued)(source, path, around[step], change)
    try:
        if source_of(text.encode(), shown).data == wanted:
            return as_bytes(text, content)
    except LabcampError:
        pass  # it stands in a way that no edit is made for
    raise LabcampError(finding("LC021", source.place(*path), key=change.key, value=str(change.value)))


def _with_keys(source: Source, path: Steps, item: Mapping[str, str], _: Change) -> str:
    """The text with keys in the place of an item that is only a text."""
    span = source.spans[path]
    if len(path) == 1 or is_flow(source, path[:1]) or is_flow(source, ()):
        parts = (f"{key}: {as_yaml(value, '', flow=True)}" for key, value in item.items())
        return replaced(source, span, "{" + ", ".join(parts) + "}")
    line_end = (LINE_END.search(source.text) or ["\n"])[0]
    old = source.text[span.start.index : span.end.index]
    kept = old if old[:1] in "\"'" else ""
    parts = (f"{key}: {as_yaml(value, kept, flow=False)}" for key, value in item.items())
    return replaced(source, span, f"{line_end}{' ' * span.start.column}".join(parts))


def _valued(source: Source, path: Steps, item: Mapping[str, str], change: Change) -> str:
    """The text with another value under a key of an item, or with the key."""
    flow, value = is_flow(source, path), str(change.value)
    if span := source.spans.get((*path, change.key)):
        return replaced(source, span, as_yaml(value, source.text[span.start.index : span.end.index], flow=flow))
    behind = next(key for key in change.after if isinstance(item.get(key), str))
    return inserted(source, (*path, behind), f"{change.key}: {as_yaml(value, '', flow=flow)}")


def _items(source: Source, key: str) -> list[str]:
    """The texts of a list, which may be written as one text, or not at all."""
    value = source.data.get(key, [])
    items = value if isinstance(value, list) else [value]
    texts = [item for item in items if isinstance(item, str)]
    if texts != items:
        _refuse(source, key, texts)
    return texts


def _verified(source: Source, key: str, text: str, wanted: Sequence[str]) -> Source:
    """The text as a source: reading it again shows that the list is as it should be, and all else as it was."""
    try:
        changed = source_of(text.encode(), source.path)
    except LabcampError:
        _refuse(source, key, wanted)
    others = [{name: value for name, value in each.data.items() if name != key} for each in (source, changed)]
    if others[0] != others[1] or changed.data.get(key, []) != list(wanted):
        _refuse(source, key, wanted)
    return changed


def _refuse(source: Source, key: str, wanted: Sequence[str]) -> NoReturn:
    value = f"[{', '.join(as_yaml(item, '', flow=True) for item in wanted)}]"
    raise LabcampError(finding("LC021", source.place(key, key=True), key=key, value=value))


# One more


def _first(source: Source, key: str, item: str, after: Sequence[str]) -> str:
    """The text with the first item of a list that is empty, or not there."""
    new, span = as_yaml(item, "", flow=True), source.spans.get((key,))
    if span is None:
        return added(source, key, f"[{new}]", after)
    if not span.scalar and is_flow(source, (key,)):
        start = span.start.index + 1
        return f"{source.text[:start]}{new}{source.text[start:]}"
    if not span.scalar:  # a list of dashes with nothing behind them
        return _below(source, key, item)
    return replaced(source, span, f"[{new}]")


def _with(source: Source, key: str, item: str) -> str:
    """The text with one more item behind the last one."""
    span, new = source.spans[(key,)], as_yaml(item, "", flow=True)
    if span.scalar:
        old = source.text[span.start.index : span.end.index]
        kept = old if old[:1] in "\"'" else as_yaml(str(source.data[key]), "", flow=True)
        return replaced(source, span, f"[{kept}, {new}]")
    if is_flow(source, (key,)):
        end = _last(source, key).end.index
        return f"{source.text[:end]}, {new}{source.text[end:]}"
    return _below(source, key, item)


def _below(source: Source, key: str, item: str) -> str:
    """The text with one more line in a list of lines."""
    margin = " " * source.spans[(key,)].start.column
    return below(source, _last(source, key), f"{margin}- {as_yaml(item, '', flow=False)}")


def _last(source: Source, key: str) -> Span:
    """The last item of a list, also one with nothing in it."""
    spans = (span for path, span in source.spans.items() if len(path) == len((key, 0)) and path[0] == key)
    return max(spans, key=lambda span: int(span.end.index))


# One less


def _without(source: Source, key: str, index: int) -> str:
    """The text without one item of a list."""
    span = source.spans[(key,)]
    if span.scalar:
        return replaced(source, span, "[]")
    item, text = source.spans[key, index], source.text
    start, end = item.start.index, item.end.index
    if not is_flow(source, (key,)):
        return _without_line(source, item)
    if behind := BLANKS_AND_COMMA.match(text, end):
        end = behind.end()
    elif before := COMMA_BEFORE.search(text[:start]):
        start = before.start()
    return f"{text[:start]}{text[end:]}"


def _without_line(source: Source, item: Span) -> str:
    """The text without one line of a list; a comment behind it stays where it is."""
    text, start, end = source.text, item.start.index, item.end.index
    dash = len(text[:start].rstrip()) - 1
    if text[dash] != "-":  # a comment between the dash and the text: what has not changed is refused
        return text
    first = max(text.rfind(sign, 0, dash) for sign in BREAKS) + 1
    if not text[end - item.end.column : end].strip():  # it has several lines, and ends where the next one begins
        return f"{text[:first]}{text[end - item.end.column :]}"
    stop = len(text) - len(text[end:].lstrip(" \t"))
    if text[stop : stop + 1] == "#":
        return f"{text[:dash]}{text[stop:]}"
    if stop == len(text):  # the last line of a file that does not end its last line
        return LINE_END_BEFORE.sub("", text[:first])
    here = LINE_END.search(text, stop)
    return f"{text[:first]}{text[here.end() if here else stop :]}"
