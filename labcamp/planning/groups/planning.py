"""What is proved before anything runs, and the plan: a design with people in its cells, or one by swaps."""

from collections import Counter
from dataclasses import replace
from itertools import chain, combinations

from labcamp.planning.groups.arranging import Seating, arranged, kept_apart, seated
from labcamp.planning.groups.chance import Draw, chance_of
from labcamp.planning.groups.counting import figures, forbidden_beyond
from labcamp.planning.groups.halls import Hall, halls_of
from labcamp.planning.groups.model import Guarantee, People, Plan, Priority, Round, Unproved, Wishes
from labcamp.planning.groups.swapping import NEW, TODAY, filled, swapped


def guarantee(wishes: Wishes, people: People) -> tuple[Guarantee, ...]:
    """What is proved before anything runs, one for each hall; it is kept where `today` comes first."""
    return tuple(map(_guarantee, halls_of(wishes, people)))


def _guarantee(hall: Hall) -> Guarantee:
    found, names = _proved(hall), hall.people.organisations
    told = Guarantee(
        people=hall.people.count,
        sizes=hall.sizes,
        rounds=hall.wishes.rounds,
        safe=None,
        forbidden_beyond=forbidden_beyond(hall),
        repeats=None,
        colleagues=tuple(sorted({name for name in names if name and names.count(name) > hall.groups})),
    )
    if not isinstance(found, Seating):
        return replace(told, unproved=found)
    tried = hall.wishes.apart or any(len(unit.members) > 1 for unit in hall.units)  # in the asked rounds alone
    safe = min(found.design.safe, hall.wishes.rounds) if tried else found.design.safe
    return replace(told, safe=safe, repeats=_stated(hall, found))


def _stated(hall: Hall, seating: Seating) -> int:
    """The repeats of a design, person by person: those who are several keep their cells, whoever sits in the others."""
    weights = [len(unit.members) for unit in hall.units]
    if max(weights) == 1 or not seating.design.repeats:
        return seating.design.repeats
    met = Counter(pair for each in seating.tables for table in each for pair in combinations(sorted(table), 2))
    return sum((times - 1) * weights[one] * weights[other] for (one, other), times in met.items())


def _proved(hall: Hall) -> Seating | Unproved:
    """A seating that keeps all wishes, or what no seating that we know can keep."""
    found = seated(hall)
    if isinstance(found, Seating) and hall.wishes.apart:
        return kept_apart(hall, found, chance_of(b"")) or "apart"
    return found


def plan(wishes: Wishes, people: People, priority: Priority, seed: bytes) -> Plan:
    """Who sits where; the same on every machine for the same wishes, people and seed (event id and round plan).

    `today` lets nobody meet twice where that is proved; `new` has as few as possible meet whom they know already.
    """
    halls, draw = halls_of(wishes, people), chance_of(seed)
    planned = [_seats(hall, _planned(hall, priority, draw)) for hall in halls]
    rounds = tuple(tuple(chain.from_iterable(each)) for each in zip(*planned, strict=True))
    return Plan(rounds, tuple(hall.groups for hall in halls))


def _planned(hall: Hall, priority: Priority, draw: Draw) -> tuple[Round, ...]:
    """Rounds of tables of units."""
    found = _proved(hall)
    start = arranged(hall, found, draw).tables if isinstance(found, Seating) else filled(hall, draw)
    reached = _reached(hall, start)
    if not any(reached) or (priority == "today" and isinstance(found, Seating) and not found.design.repeats):
        return start
    if priority == "new":
        return swapped(hall, start, NEW, draw)
    other = swapped(hall, start, TODAY, draw)
    return min(start, other, key=lambda rounds: _reached(hall, rounds))


def _reached(hall: Hall, rounds: tuple[Round, ...]) -> tuple[int, int, int, int]:
    """What comes out, the gravest first."""
    local = Plan(_seats(hall, rounds, inside=True), (hall.groups,))
    found = figures(local, hall.people, hall.wishes)
    return found.apart, found.repeats, found.colleagues, found.met_before


def _seats(hall: Hall, rounds: tuple[Round, ...], *, inside: bool = False) -> tuple[Round, ...]:
    """The tables of people, by their numbers among all or inside the hall."""
    numbers = range(len(hall.members)) if inside else hall.members
    return tuple(
        tuple(tuple(sorted(numbers[person] for unit in table for person in hall.units[unit].members)) for table in each)
        for each in rounds
    )
