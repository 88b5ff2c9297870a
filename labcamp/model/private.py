"""What only those who take part or organise may know of an event: `private/<id>.yaml`, never in git."""

from typing import Annotated

from labcamp.model.fields import Day, Line, OrText, Url
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


class Private(Frozen):
    """The private side of an event: how to join, whom to call, and when all of it is to be deleted."""

    join: Annotated[Join, OrText(lambda text: {"url": text})] = Join()
    contacts: tuple[Reach, ...] = ()
    delete_after: Day | None = None
