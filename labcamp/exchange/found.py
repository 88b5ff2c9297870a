"""What a file of others says of events, in the words of the event file, each with its place in that file."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from labcamp.findings import Finding, Place

# As far as types go, any depth: a list or mapping of the same
Value = str | Sequence["Value"] | Mapping[str, "Value"]


@dataclass(frozen=True)
class Asked:
    """How a file of others is to be read.

    `zone` is the one of moments that name only an offset, or nothing; `day_first` says of `03.04.2027` in slashes
    whether the day stands first (None: nobody has said so, and nothing is guessed); `today` bounds what repeats.
    `topics` are the ids of those that we know, by each of their names in small letters.
    """

    zone: str
    today: dt.date
    day_first: bool | None = None
    sheet: str | None = None
    topics: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Revision:
    """What calendars know of one entry: its UID, its SEQUENCE, its DTSTAMP in UTC (RFC 5545 section 3.8.7)."""

    uid: str
    sequence: int
    stamp: dt.datetime | None


@dataclass(frozen=True)
class Left:
    """What found no place in our files, for a person to decide: where it stood, what it is called there, its text."""

    place: Place
    name: str
    text: str


@dataclass(frozen=True)
class Found:
    """One event as a file of others says it.

    `values` are keys of an event file with what would stand there, as text, lists and mappings of text: `title`,
    `date`, `time`, `place`, `agenda`, `links` … Where an event file has the id of an organisation there stands its name
    as it was found; `status` stands there only if the file says `cancelled`, or `draft` for what is put off. Nothing in
    it is empty. `repeated` tells that it is one time of an entry with several, whose UID it cannot have.
    """

    place: Place
    values: Mapping[str, Value]
    revision: Revision | None = None
    left: tuple[Left, ...] = ()
    repeated: bool = False


@dataclass(frozen=True)
class Told:
    """All that a file of others says: its events, and what it says of the series; what was wrong, and why not more.

    `dates` are up to three that can be read in two ways, where there are such and nobody has said how: then there are
    no events. `title`, `zone` and `language` are those of the whole file, where it names them.
    """

    events: tuple[Found, ...] = ()
    findings: tuple[Finding, ...] = ()
    left: tuple[Left, ...] = ()
    dates: tuple[str, ...] = ()
    title: str | None = None
    zone: str | None = None
    language: str | None = None
