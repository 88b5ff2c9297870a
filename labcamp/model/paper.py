"""What a series has learned, argued by people: `events/papers/<id>.yaml`."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from labcamp.model.fields import Day, Doi, Id, Line, SourceNames, Text
from labcamp.model.licences import usual
from labcamp.model.series import FILE_NAME, Frozen, Language, People


class Conclusion(Frozen):
    """One finding of a paper, with the takeaways that bear it out: `labcamp-3/atlas#1`."""

    title: Line
    text: Text | None = None
    sources: SourceNames = ()


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
    licence: Annotated[Line, AfterValidator(usual)] | None = None
    since: Line | None = None
    until: Line | None = None
    introduction: Text | None = None
    findings: tuple[Conclusion, ...] = ()
    rest: Literal["by topic", "by event"] | None = None
    doi: Doi | None = None  # without what leads to it: `10.5281/zenodo.1234567`

    def is_draft(self, today: dt.date) -> bool:
        """Tell whether it is not public yet."""
        return self.date is None or self.date > today

    @property
    def hash(self) -> str:
        """What tells whether it still says the same, whatever its version, date, number and sources are."""
        apart: Any = {"version": True, "date": True, "doi": True, "findings": {"__all__": {"sources"}}}
        told = self.model_dump(mode="json", exclude=apart)
        return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of all takeaways that it cites, each once, in order."""
        return tuple(dict.fromkeys(name for each in self.findings for name in each.sources))


@dataclass(frozen=True)
class PaperRecord:
    """What was announced of a paper: version, day, a hash of its own text, and one of each source by its name."""

    version: str | None = None
    date: dt.date | None = None
    text: str | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
