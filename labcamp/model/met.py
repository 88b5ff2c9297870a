"""Who has met whom at which event, told by keyed hashes alone: nobody's name or address can be read off them."""

import hmac
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from labcamp.model.private import Participant

LENGTH = 16  # bytes of a hash that are kept: two are never the same by chance
BYTES_OF_KEY = 32

Pair = tuple[int, int]  # two people by their numbers, the smaller first


class Met(NamedTuple):
    """The hashes of one event: of each person, and of each pair that sat in one group.

    Those of people are there so that somebody can be taken out again, whoever they had met.
    """

    people: frozenset[str]
    pairs: frozenset[str]


Editions = Mapping[str, Met]  # by the id of the event


def called(person: Participant) -> str:
    """What a person is known by at every event: the mail address, else the name."""
    return person.email.casefold() or " ".join(person.name.casefold().split())


def met_at(key: bytes, event_id: str, people: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Met:
    """The hashes of an event; a pair is the same whoever is named first."""
    marks = {each: _mark(key, event_id, each) for each in people}
    return Met(frozenset(marks.values()), frozenset(_of_pair(key, marks[one], marks[other]) for one, other in pairs))


def met_before(key: bytes, editions: Editions, people: Sequence[str]) -> dict[Pair, int]:
    """At how many of the events each pair of people has met, by their numbers; pairs that never met are not there."""
    found: Counter[Pair] = Counter()
    for event_id, met in editions.items():
        marks = [(number, _mark(key, event_id, each)) for number, each in enumerate(people)]
        there = [(number, mark) for number, mark in marks if mark in met.people]
        for (one, mark), (other, another) in combinations(there, 2):
            if _of_pair(key, mark, another) in met.pairs:
                found[one, other] += 1
    return dict(found)


def without_person(key: bytes, editions: Editions, names: Iterable[str]) -> dict[str, Met]:
    """The same without somebody, by all that they are known by; an event at which nobody is left is gone."""
    kept = {}
    for event_id, met in editions.items():
        gone = {_mark(key, event_id, name) for name in names} & met.people
        pairs = {_of_pair(key, mark, other) for mark in gone for other in met.people}
        kept[event_id] = Met(met.people - gone, met.pairs - pairs)
    return {event_id: met for event_id, met in kept.items() if met.pairs}


def met_bytes(editions: Editions) -> bytes:
    """The hashes as their file: JSON, in an order that tells nothing."""
    whole = {id_: {name: sorted(marks) for name, marks in editions[id_]._asdict().items()} for id_ in sorted(editions)}
    return f"{json.dumps(whole, indent=1)}\n".encode()


def _mark(key: bytes, *texts: str) -> str:
    """The keyed hash of texts (HMAC-SHA256, RFC 2104)."""
    return hmac.digest(key, "\0".join(texts).encode(), "sha256")[:LENGTH].hex()


def _of_pair(key: bytes, mark: str, other: str) -> str:
    return _mark(key, *sorted((mark, other)))
