"""What a piece of advice looks at: one event with its file, and the folder that it stands in."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from labcamp.files.read import Source, Span, Steps
from labcamp.findings import Finding, Place
from labcamp.model import Event
from labcamp.model.avoid import Avoided
from labcamp.workspace import Reading, Workspace

# Keys whose values are no sentences
NO_TEXT = frozenset({"url", "date", "time", "moved_from", "until", "uid", "zone", "id", "type", "status", "language"})
NO_TEXT |= frozenset({"topics", "file", "email", "start", "minutes", "hosts", "partners", "organisation", "number"})


@dataclass(frozen=True, eq=False)
class Look:
    """One event with the text of its file, the workspace with the files of all others, and the days to avoid."""

    event: Event
    source: Source
    reading: Reading
    avoided: tuple[Avoided, ...] = ()

    @property
    def workspace(self) -> Workspace:
        """The folder as it stands on a day."""
        return self.reading.workspace

    @cached_property
    def upcoming(self) -> bool:
        """Tell whether the event is still to come, and takes place."""
        return not self.event.cancelled and not self.event.is_past(self.workspace.today)

    @cached_property
    def earlier(self) -> tuple[Event, ...]:
        """The events that stand before this one in time, cancelled ones and drafts included."""
        events = self.workspace.events
        return events[: bisect_left(events, self.event.sort_key, key=lambda other: other.sort_key)]

    @cached_property
    def texts(self) -> tuple[tuple[Steps, Span], ...]:
        """The path and the span of each value that people read as a sentence."""
        spans = self.source.spans.items()
        return tuple(
            (path, span) for path, span in spans if span.scalar and not any(step in NO_TEXT for step in path[-2:])
        )

    @cached_property
    def values(self) -> tuple[tuple[Steps, str], ...]:
        """The path and the words of each value that people read as a sentence; many times faster than its span."""
        return tuple(_values(self.source.data, ()))

    def found(self, pattern: re.Pattern[str], span: Span) -> Iterator[tuple[Place, re.Match[str]]]:
        """Where a pattern occurs in a value as it is written in the file, and what it found."""
        for match in pattern.finditer(self.source.text, span.start.index, span.end.index):
            yield self.place(match.start()), match

    def place(self, index: int) -> Place:
        """Where in the file a sign of its text stands."""
        text = self.source.text
        return Place(self.source.path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))

    def head(self, key: str) -> Place:
        """Where the value of a key stands that belongs to the event itself; finding it costs next to nothing."""
        found = re.search(rf"^{key}:[ \t]*", self.source.text, re.MULTILINE)
        return self.place(found.end()) if found else self.source.place(key)

    def at(self, path: Steps, words: str, behind: str = "") -> Place:
        """Where words of a value stand in the file (behind others), else where the value begins.

        A value that may also be written in a shorter way (`registration: https://...`) is found there, too.
        """
        while len(path) > 1 and path not in self.source.spans:
            path = path[:-1]
        span = self.source.spans.get(path)
        first, whole = (r"\s+".join(map(re.escape, text.split())) for text in (behind, words))
        if span is None or not span.scalar or not whole:
            return self.source.place(*path)
        pattern = re.compile(rf"{first}\s*({whole})")
        found = pattern.search(self.source.text, span.start.index, span.end.index)
        return self.place(found.start(1)) if found else self.source.place(*path)


def _values(data: object, path: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in NO_TEXT:
                yield from _values(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _values(value, (*path, index))


Rule = Callable[[Look], Iterator[Finding]]
RuleOfAll = Callable[[Reading], Iterator[Finding]]
