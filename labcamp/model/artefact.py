"""A finished file that is not on disk yet."""

from dataclasses import dataclass

SITE = "site"  # the folder of `out` that is published
DRAFTS = "site-drafts"  # beside it, so that nobody publishes a draft by mistake


@dataclass(frozen=True)
class Artefact:
    """A file to be written: its name below the output folder (`labcamp-10/agenda.html`) and its bytes."""

    name: str
    content: bytes
