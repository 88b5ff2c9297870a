"""What a series has learned, argued by people: `events/papers/<id>.yaml`."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from labcamp.model.fields import Day, Id, Line, OrOne, Text
from labcamp.model.series import FILE_NAME, Frozen, Language, People


class Conclusion(Frozen):
    """One finding of a paper, with the takeaways that bear it out: `labcamp-3/atlas#1`."""

    title: Line
    text: Text | None = None
    sources: Annotated[tuple[Line, ...], OrOne()] = ()


class Paper(Frozen):
    """A paper: its findings, and as `rest` all that was said from one event to another, also where it cites it not.

    Without findings it is a reader. It is a draft until its date.
    """

    id: Id = Field("-", validation_alias=FILE_NAME)
    title: Line
    subtitle: Line | None = None
    version: Line | None = None
    date: Day | None = None
    language: Language
    editors: People = ()
    licence: Line | None = None
    since: Line | None = None
    until: Line | None = None
    introduction: Text | None = None
    findings: tuple[Conclusion, ...] = ()
    rest: Literal["by topic", "by event"] | None = None
    doi: Line | None = None

    def is_draft(self, today: dt.date) -> bool:
        """Tell whether it is not public yet."""
        return self.date is None or self.date > today
