"""Those who take part in an event, or want to: private data, which nothing public is given."""

from dataclasses import dataclass, field
from typing import Literal

from labcamp.findings import Place

Seat = Literal["confirmed", "pending", "waiting"]


@dataclass(frozen=True)
class Participant:
    """One person of a list; `place` is their row. Nothing of it is shown where the value is printed or logged."""

    name: str = field(repr=False)
    email: str = field(repr=False)
    place: Place
    organisation: str = field(default="", repr=False)
    country: str = field(default="", repr=False)
    seat: Seat = "confirmed"
