"""A private file in which somebody is no longer wished for, apart from nobody, at no table: read again, compared."""

from collections.abc import Collection
from typing import Any

from labcamp.files.edit import as_bytes, as_yaml, is_flow
from labcamp.files.read import Source, source_of
from labcamp.findings import LabcampError, finding
from labcamp.model.texts import in_groups

GROUPS = "groups"
BY_TWOS = ("apart", "together")
NAMING = (*BY_TWOS, "moderators", "tables")
FEWEST = 2  # who is apart or together alone, is nothing


def without_name(content: bytes, shown: str, names: Collection[str]) -> bytes:
    """The bytes of the private file of an event without the wishes for somebody, by all that they are called.

    Names are compared as they are spoken. LC021 where that cannot be done without touching anything else.
    """
    source = source_of(content, shown)
    before = source.data.get(GROUPS)
    if not isinstance(before, dict):
        return content
    after = {key: _without(key, value, names) for key, value in before.items()}
    changed = {key for key in before if key in NAMING and after[key] not in (before[key], [before[key]])}
    if not changed:
        return content
    after = {key: after[key] if key in changed else before[key] for key in before if after[key] or key not in changed}
    start, end = source.spans[(GROUPS,)].start.index, _end(source)
    text = f"{source.text[:start]}{_flow(after)}{source.text[end:]}"
    try:
        if source_of(text.encode(), shown).data == {**source.data, GROUPS: after}:
            return as_bytes(text, content)
    except LabcampError:
        pass
    raise LabcampError(finding("LC021", source.place(GROUPS), key=GROUPS, value="…"))


def _end(source: Source) -> int:
    """Where the wishes end: behind the last text or bracket, not behind the comments below."""
    below = ((path, span) for path, span in source.spans.items() if path[:1] == (GROUPS,))
    return max(int(span.end.index) for path, span in below if span.scalar or is_flow(source, path))


def _without(key: str, value: Any, names: Collection[str]) -> Any:
    """A wish without somebody; who is to be apart or together with nobody else is left out, too."""
    if isinstance(value, dict):
        return {name: each for name, each in value.items() if _spoken(name) not in names}
    if key not in NAMING or not isinstance(value, str | list):
        return value
    if key not in BY_TWOS:
        return [name for name in ([value] if isinstance(value, str) else value) if _spoken(name) not in names]
    rows: Any = in_groups(value)
    if not any(_spoken(name) in names for row in rows for name in row):
        return value
    kept = ([name.strip() for name in row if _spoken(name) not in names] for row in rows)
    return [row for row in kept if len(row) >= FEWEST]


def _spoken(name: str) -> str:
    return " ".join(name.casefold().split())


def _flow(value: Any) -> str:
    """A value as YAML in brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return as_yaml(value, "", flow=True)
