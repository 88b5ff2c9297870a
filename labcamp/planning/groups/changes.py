"""What happens on the day: somebody comes late, somebody is gone; rounds that have run stay as they were."""

from dataclasses import dataclass

from labcamp.planning.groups.halls import Hall, halls_of
from labcamp.planning.groups.model import People, Plan, Wishes

TRIED = 20_000  # seats that are looked at before the best so far is taken
# What a seat costs: the gravest first.
APART, CROWDED, REPEAT, COLLEAGUE, KNOWN = 10**9, 10**7, 10**5, 10**3, 10


@dataclass
class _Day:
    """A plan that changes, with who is kept where: rounds of tables that are lists."""

    rounds: list[list[set[int]]]
    halls: tuple[Hall, ...]
    people: People
    wishes: Wishes

    def tables(self, hall: Hall) -> range:
        """The numbers of a hall's tables."""
        return range(hall.first, hall.first + hall.groups)

    def met(self, person: int, but: int = -1) -> set[int]:
        """Whom somebody meets in all rounds but one."""
        seats = (table for number, each in enumerate(self.rounds) if number != but for table in each if person in table)
        return set().union(*seats) - {person}

    def cost(self, person: int, table: set[int]) -> int:
        """What speaks against a seat at a table, without repeats."""
        pairs = [(min(person, other), max(person, other)) for other in table]
        names = self.people.organisations
        mine = names[person]
        colleagues = sum(bool(mine) and names[other] == mine for other in table)
        apart = {(min(pair), max(pair)) for pair in self.wishes.apart}
        broken = sum(pair in apart for pair in pairs)
        return APART * broken + COLLEAGUE * colleagues + KNOWN * sum(pair in self.people.met for pair in pairs)

    def plan(self, tables: tuple[int, ...]) -> Plan:
        """The plan as it is now."""
        return Plan(tuple(tuple(tuple(sorted(table)) for table in each) for each in self.rounds), tables)


def _day(plan: Plan, wishes: Wishes, people: People) -> _Day:
    rounds = [[set(table) for table in each] for each in plan.rounds]
    return _Day(rounds, halls_of(wishes, people, plan.halls), people, wishes)


def late(plan: Plan, wishes: Wishes, people: People, newcomers: tuple[int, ...], done: int) -> Plan:
    """The plan with seats for newcomers in the rounds after the first `done`; nobody else moves.

    Newcomers are numbered in `people` like everybody; they get seats without a repeat where there are any.
    """
    day = _day(plan, wishes, people)
    for person in newcomers:
        hall = next(hall for hall in day.halls if person in hall.members)
        later = range(done, len(day.rounds))
        for number, table in zip(later, _seats(day, hall, person, later), strict=True):
            day.rounds[number][table].add(person)
    return day.plan(plan.halls)


def _seats(day: _Day, hall: Hall, person: int, later: range) -> list[int]:
    """The best table of each round: all ways through them are looked at, as far as some thousand seats go."""
    choices = [_choices(day, hall, person, number) for number in later]
    best: list[int] = []
    least, left = -1, TRIED

    def go(chosen: list[int], met: set[int], cost: int) -> None:
        nonlocal best, least, left
        if 0 <= least <= cost or (best and left <= 0):
            return
        if len(chosen) == len(choices):
            best, least = list(chosen), cost
            return
        tables = day.rounds[later[len(chosen)]]
        priced = [(price + REPEAT * len(met & tables[table]), table) for price, table in choices[len(chosen)]]
        for price, table in sorted(priced):
            left -= 1
            go([*chosen, table], met | tables[table], cost + price)

    go([], day.met(person), 0)
    return best


def _choices(day: _Day, hall: Hall, person: int, number: int) -> list[tuple[int, int]]:
    """The tables that somebody may sit at in a round, with what speaks against each; small ones are better."""
    tables, most = day.rounds[number], hall.span[1]
    kept = _kept(day, hall, person, number)
    inside = [kept] if kept is not None else [table for table in day.tables(hall) if tables[table]]
    return [
        (day.cost(person, tables[table]) + len(tables[table]) + CROWDED * max(0, len(tables[table]) + 1 - most), table)
        for table in inside
    ]


def _kept(day: _Day, hall: Hall, person: int, number: int) -> int | None:
    """The table at which somebody has to sit: a fixed one, or that of those they are together with."""
    unit = next(unit for unit in hall.units if hall.members.index(person) in unit.members)
    if unit.table is not None:
        return hall.first + unit.table
    others = {hall.members[member] for member in unit.members}
    return next((table for table in day.tables(hall) if day.rounds[number][table] & others), None)


def absent(plan: Plan, wishes: Wishes, people: People, gone: tuple[int, ...], done: int) -> Plan:
    """The plan without those who are gone in the rounds after the first `done`; as few others as possible move.

    Only who is needed at a table with too few moves there; where there are too few for all tables, the smallest is
    given up and stays empty.
    """
    day = _day(plan, wishes, people)
    for number in range(done, len(day.rounds)):
        for table in day.rounds[number]:
            table -= set(gone)
    for number in range(done, len(day.rounds)):
        for hall in day.halls:
            _mend(day, hall, number)
    return day.plan(plan.halls)


def _mend(day: _Day, hall: Hall, number: int) -> None:
    """Enough people at each table of a hall in a round that anybody sits at."""
    tables = day.rounds[number]
    used = [table for table in day.tables(hall) if tables[table]]
    people = sum(len(tables[table]) for table in used)
    least = _least(day, hall, people, len(used))
    while len(used) > 1 and people < least * len(used):
        used = _given_up(day, hall, number, used)
    while short := [table for table in used if len(tables[table]) < least]:
        if not _fetched(day, hall, number, short[0], [table for table in used if len(tables[table]) > least]):
            return


def _least(day: _Day, hall: Hall, people: int, tables: int) -> int:
    """The fewest people at a table: as wished, or as even as those who are left can be, but two."""
    least, most = day.wishes.sizes or (0, 0)
    return least if least < most else max(2, min(hall.span[0], people // max(1, tables)))


def _given_up(day: _Day, hall: Hall, number: int, used: list[int]) -> list[int]:
    """The tables that are left when the smallest is given up, whose people go where it costs least."""
    tables = day.rounds[number]
    owned = {hall.first + unit.table for unit in hall.units if unit.table is not None}
    least = min(used, key=lambda table: (table in owned, len(tables[table]), table))
    left = [table for table in used if table != least]
    for unit in hall.units:
        members = {hall.members[member] for member in unit.members} & tables[least]
        if members:
            best = min(left, key=lambda table: (_price(day, hall, number, members, table), table))
            tables[best] |= members
            tables[least] -= members
    return left


def _price(day: _Day, hall: Hall, number: int, members: set[int], table: int) -> int:
    there = day.rounds[number][table]
    price = CROWDED * max(0, len(there) + len(members) - hall.span[1]) + len(there)
    return price + sum(day.cost(each, there) + REPEAT * len(day.met(each, number) & there) for each in members)


def _fetched(day: _Day, hall: Hall, number: int, table: int, givers: list[int]) -> bool:
    """Whether somebody could be fetched to a table: who costs least there, of those who may move."""
    tables = day.rounds[number]
    free = {hall.members[unit.members[0]] for unit in hall.units if unit.table is None and len(unit.members) == 1}
    movers = [
        (_price(day, hall, number, {person}, table), person, giver)
        for giver in givers
        for person in sorted(tables[giver] & free)
    ]
    if not movers:
        return False
    _, person, giver = min(movers)
    tables[giver].remove(person)
    tables[table].add(person)
    return True
