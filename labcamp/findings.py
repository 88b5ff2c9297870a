"""What is wrong at one place, as a value; and the one exception that stops a command."""

from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """Where in a file: line and column count characters from 1; 0 means that only the file is known."""

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, order=True)
class Finding:
    """One thing wrong at one place; its words stand in `labcamp.messages`, by code."""

    path: str
    line: int
    column: int
    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def advice(self) -> bool:
        """Advice does not stop what goes out (unless `--strict`)."""
        return self.code.startswith("LC9")


def finding(code: str, place: Place, **values: object) -> Finding:
    """A finding with the values that its message names, as text."""
    return Finding(*place, code, tuple((key, str(value)) for key, value in sorted(values.items())))


class LabcampError(Exception):
    """A command cannot go on; it is shown as its findings, exit code 1."""

    exit_code = 1

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings = findings


class UsageError(LabcampError):
    """The command line asks for something that does not exist; exit code 2."""

    exit_code = 2
