"""What only those who take part or organise may know of an event: `private/<id>.yaml`, never in git."""

from typing import Annotated, Literal

from pydantic import Field

from labcamp.model.fields import Day, Line, OrText, Text, Url
from labcamp.model.series import Frozen


class Join(Frozen):
    """How to take part online."""

    url: Url | None = None
    passcode: Line | None = None
    phone: Line | None = None


class Reach(Frozen):
    """Somebody who has to be reached on the day."""

    role: Line | None = None
    name: Line | None = None
    phone: Line | None = None


# What a column in the list of people can hold
Meaning = Literal["email", "name", "given", "family", "organisation", "country", "status", "came", "consent"]


class Private(Frozen):
    """The private side of an event: how to join or get there, what to bring, whom to call, and when it is deleted.

    `columns` says which header the list of people has for what, where labcamp cannot know it.
    """

    join: Annotated[Join, OrText(lambda text: {"url": text})] = Join()
    contacts: tuple[Reach, ...] = ()
    way: Text | None = None
    bring: Line | None = None
    columns: dict[Meaning, Line] = Field(default_factory=dict)
    delete_after: Day | None = None
