"""What is known only to those who take part: ways to join, people, and accounts of mail servers."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from labcamp.findings import Place
from labcamp.model.fields import Day, Id, Keeping, Line, Names, Number, OrOne, OrText, Sizes, Text, Url
from labcamp.model.series import FILE_NAME, Frozen
from labcamp.model.texts import refused

Seat = Literal["confirmed", "pending", "waiting"]
Priority = Literal["today", "new"]
Where = Literal["", "on-site", "online", "both"]  # empty: nobody has said

HIGHEST_PORT = 65_535
PORTS = {"ssl": 993, "starttls": 143}


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
Meaning = Literal[
    "email", "name", "given", "family", "organisation", "country", "status", "where", "came", "consent", "ignore"
]  # fmt: skip


class GroupWishes(Frozen):
    """The small groups of an event: how many rounds of which size, and who sits where and with whom.

    People are named as on the list, by name or address.
    """

    rounds: Number | None = None
    size: Sizes | None = None
    groups: Number | None = None
    priority: Priority | None = None
    apart: Names = ()
    together: Names = ()
    moderators: Annotated[tuple[Line, ...], OrOne()] = ()
    tables: dict[Line, Number] = Field(default_factory=dict)


class Memory(Frozen):
    """How long it stays known who has met whom, after all else about the people is deleted."""

    remember: Keeping | None = None


class PrivateSeries(Frozen):
    """The private side of the series."""

    groups: Memory = Memory()


class Private(Frozen):
    """The private side of an event: how to join or get there, what to bring, whom to call, and when it is deleted.

    `columns` says which header the list of people has for what, where labcamp cannot know it; `sheet` in
    which sheet of a workbook it lies.
    """

    join: Annotated[Join, OrText(lambda text: {"url": text})] = Join()
    contacts: tuple[Reach, ...] = ()
    way: Text | None = None
    bring: Line | None = None
    columns: dict[Meaning, Annotated[tuple[Line, ...], OrOne()]] = Field(default_factory=dict)
    sheet: Line | None = None
    groups: GroupWishes = GroupWishes()
    delete_after: Day | None = None


@dataclass(frozen=True)
class Participant:
    """One person of a list; `place` is their row. Nothing of it is shown where the value is printed or logged."""

    name: str = field(repr=False)
    email: str = field(repr=False)
    place: Place
    organisation: str = field(default="", repr=False)
    country: str = field(default="", repr=False)
    seat: Seat = "confirmed"
    where: Where = field(default="", repr=False)


def _port(number: int) -> int:
    if 0 < number <= HIGHEST_PORT:
        return number
    raise refused("LC208", text=str(number))


class Account(Frozen):
    """A mail account: where it is, who logs in, and the folder for drafts if it has an odd name."""

    id: Id = Field("-", validation_alias=FILE_NAME)
    host: Line
    user: Line
    port: Annotated[Number, AfterValidator(_port)] | None = None
    folder: Line | None = None
    security: Literal["ssl", "starttls"] = "ssl"
    ca: Line | None = None

    @property
    def number_of_port(self) -> int:
        """The port that is given, else the usual one."""
        return self.port or PORTS[self.security]
