"""What a hall has to seat: its people from 0, those who sit together as one unit, how many groups, and their sizes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from labcamp.planning.groups.designs import shifts_of
from labcamp.planning.groups.model import Pair, People, Wishes


@dataclass(frozen=True)
class Unit:
    """Those who sit together in all rounds, mostly one; at the same table in all of them where one is named."""

    members: tuple[int, ...]
    table: int | None = None
    several: bool = False  # of them are fixed at the table


@dataclass(frozen=True)
class Hall:
    """Those who may sit with each other, by numbers of their own; `members` are their numbers among all."""

    members: tuple[int, ...]
    people: People
    wishes: Wishes
    groups: int
    first: int  # the number of its first table among all

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes of the groups as even as can be, the largest first."""
        least, more = divmod(len(self.members), self.groups)
        return (least + 1,) * more + (least,) * (self.groups - more)

    @property
    def span(self) -> tuple[int, int]:
        """The fewest and the most people that a table may have."""
        least, most = self.wishes.sizes or (0, 0)
        return (least, most) if least < most else (self.sizes[-1], self.sizes[0])

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Everybody, those with a table first, then those who are several."""
        units = _at_tables(self.wishes, merged(self.people.count, self.wishes.together), self.groups)
        return tuple(sorted(units, key=lambda unit: (unit.table is None, -len(unit.members), unit.members)))


def halls_of(wishes: Wishes, people: People, tables: tuple[int, ...] = ()) -> tuple[Hall, ...]:
    """Every hall with what is wished in it, the first hall first; `tables` are those that each has, if they are set."""
    members = [tuple(sorted(hall)) for hall in wishes.halls] or [tuple(range(people.count))]
    if wishes.groups and not tables:
        tables = tuple(shares_of(wishes.groups, [len(hall) for hall in members]))
    halls: list[Hall] = []
    first = 0
    for number, hall in enumerate(members):
        inside = _people_of(people, hall)
        groups = tables[number] if tables else groups_for(wishes, inside, _moderators(wishes, hall))
        halls.append(Hall(hall, inside, _wishes_of(wishes, hall, (first, first + groups)), groups, first))
        first += groups
    return tuple(halls)


def shares_of(groups: int, counts: list[int]) -> list[int]:
    """The groups of each hall in proportion to its people; one at least, and the largest remainders first."""
    people = sum(counts)
    shares = [max(1, groups * count // people) for count in counts]
    rests = sorted(range(len(counts)), key=lambda hall: (-(groups * counts[hall] % people), hall))
    for hall in rests[: max(0, groups - sum(shares))]:
        shares[hall] += 1
    return shares


def counts_for(people: int, sizes: tuple[int, int]) -> range:
    """In how many groups of these sizes so many people can be; of a single size, fewer than it may be in some."""
    least, most = sizes
    if least < most:
        return range(-(-people // most), people // least + 1)
    groups = people // 2 if most == 2 else -(-people // most)  # noqa: PLR2004 -- nobody sits alone
    return range(groups, groups + 1) if people >= most else range(0)


def groups_for(wishes: Wishes, people: People, moderators: int) -> int:
    """The number of groups that keeps most rounds safe, and colleagues apart; then one with a free seat; then few."""
    most = (wishes.sizes or (0, 0))[1]
    sizes = [people.organisations.count(name) for name in set(people.organisations) - {""}]

    def worth(groups: int) -> tuple[int, int, bool, int]:
        safe = shifts_of(groups, -(-people.count // groups), wishes.rounds)[1]
        crowded = sum(max(0, size - groups) for size in sizes)
        return -min(safe, wishes.rounds), crowded, groups * most == people.count, groups

    counts = counts_for(people.count, wishes.sizes or (0, 0))
    return min([groups for groups in counts if groups >= moderators] or counts or [1], key=worth)


def _moderators(wishes: Wishes, hall: Iterable[int]) -> int:
    return len(set(wishes.moderators) & set(hall))


def _people_of(people: People, hall: tuple[int, ...]) -> People:
    numbers = {person: number for number, person in enumerate(hall)}
    return People(
        tuple(people.organisations[person] for person in hall),
        dict.fromkeys(_renumbered(people.met, numbers), 1),
    )


def _renumbered(pairs: Iterable[Pair], numbers: Mapping[int, int]) -> tuple[Pair, ...]:
    return tuple((numbers[one], numbers[other]) for one, other in pairs if one in numbers and other in numbers)


def _wishes_of(wishes: Wishes, hall: tuple[int, ...], tables: tuple[int, int]) -> Wishes:
    numbers = {person: number for number, person in enumerate(hall)}
    fixed = {numbers[person]: table - tables[0] for person, table in wishes.fixed.items() if person in numbers}
    return Wishes(
        wishes.rounds,
        wishes.sizes,
        apart=_renumbered(wishes.apart, numbers),
        together=_renumbered(wishes.together, numbers),
        moderators=tuple(numbers[person] for person in wishes.moderators if person in numbers),
        fixed=fixed,
    )


def merged(count: int, together: Iterable[Pair]) -> list[set[int]]:
    """Who sits together, directly or through others; a set each, also for who sits with nobody."""
    sets = {person: {person} for person in range(count)}
    for one, other in together:
        if sets[one] is not sets[other]:
            sets[one] |= sets[other]
            for person in sets[other]:
                sets[person] = sets[one]
    return list({id(each): each for each in sets.values()}.values())


def _at_tables(wishes: Wishes, sets: list[set[int]], groups: int) -> list[Unit]:
    """The sets with their tables; those who are at the same one become one unit."""
    tables = dict(wishes.fixed)
    free = [table for table in range(groups) if table not in {tables.get(person) for person in wishes.moderators}]
    free.sort(key=lambda table: table in tables.values())
    of = {person: number for number, each in enumerate(sets) for person in each}
    taken = {of[person]: table for person, table in tables.items()}
    for person in sorted(wishes.moderators):
        if of[person] not in taken:
            taken[of[person]] = free.pop(0)
    units = [Unit(tuple(sorted(each))) for number, each in enumerate(sets) if number not in taken]
    for table in sorted(set(taken.values())):
        here = [sets[number] for number, other in taken.items() if other == table]
        units.append(Unit(tuple(sorted(set().union(*here))), table, len(here) > 1))
    return units
