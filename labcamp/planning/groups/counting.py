"""What can be counted: how many rounds are possible at most, and what a plan reached."""

from collections import Counter
from itertools import combinations

from labcamp.planning.groups.halls import Hall, halls_of
from labcamp.planning.groups.model import Figures, Moved, Pair, People, Plan, Wishes


def forbidden_beyond(hall: Hall) -> int | None:
    """The rounds beyond which counting the pairs forbids a plan without repeats; None where it forbids none.

    Those who sit together by wish meet each round; those who are apart, and those with tables of their own, never.
    """
    together = {pair for unit in hall.units for pair in combinations(unit.members, 2)}
    tables = [unit for unit in hall.units if unit.table is not None]
    never = {_pair(one, other) for a, b in combinations(tables, 2) for one in a.members for other in b.members} | {
        _pair(*pair) for pair in hall.wishes.apart
    }
    people = hall.people.count
    most = people * (people - 1) // 2 - len(together | never)
    needed = sum(size * (size - 1) // 2 for size in hall.sizes) - len(together)
    if needed <= 0:
        return None
    largest = hall.sizes[0] - sum(len(unit.members) - 1 for unit in hall.units)
    return (
        1 if largest > hall.groups else max(1, most // needed)
    )  # more than there are tables: two of them meet again at once


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def figures(plan: Plan, people: People, wishes: Wishes) -> Figures:
    """What a plan reached."""
    met = Counter(pair for each in plan.rounds for table in each for pair in combinations(sorted(table), 2))
    for pair in wished(wishes, people, plan.halls):
        del met[pair]
    before = sum(pair in people.met for pair in met)
    return Figures(
        repeats=sum(met.values()) - len(met),
        colleagues=sum(_colleagues(people, pair) for pair in met),
        met_before=before,
        different=len(met),
        new=len(met) - before,
        apart=sum(_pair(*pair) in met for pair in wishes.apart),
    )


def _colleagues(people: People, pair: Pair) -> bool:
    one, other = (people.organisations[person] for person in pair)
    return bool(one) and one == other


def wished(wishes: Wishes, people: People, tables: tuple[int, ...] = ()) -> set[Pair]:
    """The pairs that sit together by wish, by their numbers among all."""
    return {
        _pair(hall.members[one], hall.members[other])
        for hall in halls_of(wishes, people, tables)
        for unit in hall.units
        for one, other in combinations(unit.members, 2)
    }


def moved(before: Plan, after: Plan) -> tuple[Moved, ...]:
    """What changed from one plan to another, by round and person."""
    return tuple(
        Moved(number, person, seats.get(person), others.get(person))
        for number, (old, new) in enumerate(zip(before.rounds, after.rounds, strict=True))
        for seats, others in [(_seats_of(old), _seats_of(new))]
        for person in sorted(seats.keys() | others.keys())
        if seats.get(person) != others.get(person)
    )


def _seats_of(tables: tuple[tuple[int, ...], ...]) -> dict[int, int]:
    """The table of each person in a round."""
    return {person: number for number, table in enumerate(tables) for person in table}
