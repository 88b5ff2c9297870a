"""What people write that cannot be printed: a character that no font has."""

import unicodedata
from collections.abc import Iterator

from labcamp.findings import Finding, Place, finding
from labcamp.model.glyphs import without_glyph
from labcamp.read import Source, Steps

ESCAPE = "\\"  # how a quoted text can hold a character that does not stand in the file


def no_glyph(source: Source) -> Iterator[Finding]:
    """LC944: a text holds a character that none of the fonts has; the first one of each text is told."""
    if not without_glyph(source.text) and ESCAPE not in source.text:
        return
    for path, text in _texts(source.data, ()):
        if found := without_glyph(text):
            key = next(step for step in reversed(path) if isinstance(step, str))
            yield finding("LC944", _place(source, path, found[0]), sign=_called(found[0]), key=key)


def _texts(data: object, path: Steps) -> Iterator[tuple[Steps, str]]:
    """Each text of a file with its path."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*path, index))


def _place(source: Source, path: Steps, sign: str) -> Place:
    """Where a character stands, or the text that holds it where it is written as an escape."""
    span = source.spans[path]
    index = source.text.find(sign, span.start.index, span.end.index)
    if index < 0:
        return source.place(*path)
    return Place(source.path, source.text.count("\n", 0, index) + 1, index - source.text.rfind("\n", 0, index))


def _called(sign: str) -> str:
    """A character with its number and its name in Unicode, as far as it has any: `漢 (U+6F22, CJK …)`."""
    named = ", ".join(filter(None, (f"U+{ord(sign):04X}", unicodedata.name(sign, ""))))
    return f"{sign} ({named})" if sign.isprintable() else named
