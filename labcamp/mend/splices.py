"""Mends: parts of a file's text that shall read otherwise, and what they mean for its data."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from labcamp.read import Source, Steps


class Mend(NamedTuple):
    """What shall stand between two places of a text.

    The value at `path` is then `value`, or its key is `key`; where neither is named, the data stay as they are. A
    `value` where nothing was is new; one that is `new` means something else than before, all others are only written
    otherwise.
    """

    start: int
    end: int
    text: str
    path: Steps = ()
    value: str | None = None
    key: str | None = None
    new: bool = False


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
        if mend.value is not None:
            _put(around, mend, source)
        elif mend.key is not None:  # none stands below another one: what is below an unknown key is not looked at
            around[mend.key] = around.pop(mend.path[-1])
    return data


def _at(data: Any, path: Steps) -> Any:
    for step in path:
        data = data[step]
    return data


def _put(around: Any, mend: Mend, source: Source) -> None:
    """The value stands at its path; in a list a new one behind those that stand before it in the text."""
    step = mend.path[-1]
    if isinstance(step, str) or step >= 0:
        around[step] = mend.value
        return
    spans = (source.spans.get((*mend.path[:-1], index)) for index in range(len(around)))
    before = sum(span is not None and span.start.index < mend.start for span in spans)
    around.insert(before, mend.value)
