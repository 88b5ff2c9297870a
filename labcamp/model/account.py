"""A mail account that drafts go to, as a person writes it into `accounts.yaml`; its password is never a part of it."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from labcamp.model.fields import Id, Line, Number
from labcamp.model.series import FILE_NAME, Frozen
from labcamp.model.texts import refused

HIGHEST_PORT = 65_535
PORTS = {"ssl": 993, "starttls": 143}


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
