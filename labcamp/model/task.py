"""A task of the plan around an event, as a person writes it into `templates/tasks.yaml`."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from labcamp.model.fields import Id, Line, Offset, OrOne, OrText
from labcamp.model.series import FILE_NAME, DatedMail, Frozen, Language
from labcamp.model.texts import refused

# The mails whose due day a task can have; labcamp.planning.mails knows them
Mail = Literal[DatedMail, "change-notice", "cancellation"]
Said = dict[Language, Line]


def _not_empty(said: Said) -> Said:
    if said:
        return said
    raise refused("LC219")


def _in_all(text: str) -> object:
    return {"de": text, "en": text}


Saying = Annotated[Said, OrText(_in_all)]


class PlannedTask(Frozen):
    """Something to do around each event: by whom, when, and for which events.

    `days` counts from the first day of an event, after it from its last; or from the day on which the registration
    closes. Without it a task is due with its mail, and without a mail no day is known. `shift` is where it goes when
    nobody works that day.
    """

    id: Id = Field("-", validation_alias=FILE_NAME)
    title: Annotated[Saying, AfterValidator(_not_empty)]
    days: Offset | None = None
    counted_from: Literal["event", "deadline"] = Field("event", alias="from")
    mail: Mail | None = None
    shift: Literal["before", "after", "no"] | None = None
    conditions: Annotated[tuple[Line, ...], OrOne(lambda text: text.split(","))] = Field((), alias="if")
    owner: Line = "organisers"
    why: Saying = Field(default_factory=dict)
    how: Saying = Field(default_factory=dict)


def in_language(said: Said, language: str) -> str:
    """What is said in a language (`de-AT`), else in its base, else in the first one that is there."""
    known = {str(key): text for key, text in said.items()}
    return next((known[key] for key in (language, language[:2], *known) if key in known), "")
