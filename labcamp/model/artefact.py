"""A finished file that is not on disk yet."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Artefact:
    """A file to be written: its name below the output folder (`labcamp-10/agenda.html`) and its bytes."""

    name: str
    content: bytes
