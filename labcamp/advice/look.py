"""What a piece of advice looks at: one event with its file, and the folder that it stands in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from labcamp.avoid.entries import Avoided
from labcamp.findings import Finding, Place
from labcamp.model import Event
from labcamp.read import Source, Span, Steps
from labcamp.workspace import Reading, Workspace

# Keys whose values are no sentences
NO_TEXT = frozenset({"url", "date", "time", "moved_from", "until", "uid", "zone", "id", "type", "status", "language"})
NO_TEXT |= frozenset({"email", "start", "minutes", "hosts", "partners", "organisation", "done", "number"})


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

    @property
    def upcoming(self) -> bool:
        """Tell whether the event is still to come, and takes place."""
        return not self.event.cancelled and not self.event.is_past(self.workspace.today)

    @cached_property
    def texts(self) -> tuple[tuple[Steps, Span], ...]:
        """The path and the span of each value that people read as a sentence."""
        spans = self.source.spans.items()
        return tuple(
            (path, span) for path, span in spans if span.scalar and not any(step in NO_TEXT for step in path[-2:])
        )

    def found(self, pattern: re.Pattern[str], span: Span) -> Iterator[tuple[Place, re.Match[str]]]:
        """Where a pattern occurs in a value as it is written in the file, and what it found."""
        for match in pattern.finditer(self.source.text, span.start.index, span.end.index):
            yield self.place(match.start()), match

    def place(self, index: int) -> Place:
        """Where in the file a sign of its text stands."""
        text = self.source.text
        return Place(self.source.path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


Rule = Callable[[Look], Iterator[Finding]]
