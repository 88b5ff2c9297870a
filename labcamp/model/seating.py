"""Who sits where in small groups: people, rounds of tables, and the file that keeps it; private."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from labcamp.model.private import Participant, Priority, Where

Table = tuple[int, ...]
Round = tuple[Table, ...]
Sort = Literal["groups", "pairs"]
OF_PEOPLE = ("name", "email", "organisation", "where")


@dataclass(frozen=True)
class Seating:
    """The people of a plan, by their numbers in its tables, and its rounds; a person may be at no table of a round.

    `halls` says how many tables each hall has, the first hall first, and `sides` whether its people come or join.
    `size`, `groups` and `priority` are what was asked for, so that a change on the day keeps to it.
    """

    people: tuple[Participant, ...] = field(repr=False)
    rounds: tuple[Round, ...]
    halls: tuple[int, ...]
    sides: tuple[Where, ...] = ("",)
    moderators: tuple[int, ...] = ()
    sort: Sort = "groups"
    size: tuple[int, int] | None = None
    groups: int | None = None
    priority: Priority = "today"

    def tables_of(self, person: int) -> tuple[int | None, ...]:
        """The table of a person in each round, from 0; None where they are at none."""
        return tuple(where.get(person) for where in self._tables)

    @cached_property
    def _tables(self) -> tuple[dict[int, int], ...]:
        """The table of each person, by rounds: each person asks for theirs."""
        return tuple({who: number for number, table in enumerate(tables) for who in table} for tables in self.rounds)

    def numbers_of(self, person: int) -> tuple[str, ...]:
        """The same as people call it: from 1, and a dash where they are at none."""
        return tuple("–" if table is None else str(table + 1) for table in self.tables_of(person))


def seating_bytes(seating: Seating) -> bytes:
    """The plan as its file: JSON, one person and one round a line."""
    people = [{key: getattr(person, key) for key in OF_PEOPLE} for person in seating.people]
    lists = {"people": people, "rounds": seating.rounds}
    head: dict[str, object] = {
        "sort": seating.sort,
        "halls": seating.halls,
        "sides": seating.sides,
        "moderators": seating.moderators,
    }
    head |= {"size": seating.size, "groups": seating.groups, "priority": seating.priority}
    lines = [f'  "{key}": {_json(value)}' for key, value in head.items()]
    for key, values in lists.items():
        rows = ",\n".join(f"    {_json(value)}" for value in values)
        lines.append(f'  "{key}": [\n{rows}\n  ]')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
