"""Speed networking: everybody talks with one other in each round, and with nobody twice."""

from labcamp.planning.groups.arranging import Seating, arranged
from labcamp.planning.groups.chance import chance_of
from labcamp.planning.groups.designs import Design, circle
from labcamp.planning.groups.halls import Hall
from labcamp.planning.groups.model import People, Plan, Round, Table, Wishes


def pairs(people: People, rounds: int, seed: bytes) -> Plan:
    """Speed networking: tables of two, nobody twice with the same up to count − 1 rounds (odd: count rounds).

    Of more rounds than are asked for, those are left out in which most know each other. Where the number is odd,
    one person a round has a break and sits alone at the last table.
    """
    seats = people.count + people.count % 2  # opposite the one too many, nobody has a break
    tables = seats // 2
    turns = circle(seats, max(rounds, seats - 1)).rounds
    if rounds < seats - 1:
        known = sorted((sum(_old(people, pair) for pair in turn), number) for number, turn in enumerate(turns))
        turns = tuple(turns[number] for number in sorted(number for _, number in known[:rounds]))
    nobody = ("",) * (seats - people.count)
    hall = Hall(tuple(range(seats)), People(people.organisations + nobody, people.met), Wishes(rounds), tables, 0)
    start = Seating(Design(turns, seats - 1, 0), list(range(seats)), 0)
    found = arranged(hall, start, chance_of(seed)).tables if rounds < seats - 1 else turns
    return Plan(tuple(_without(turn, people.count) for turn in found), (tables,))


def _old(people: People, pair: Table) -> bool:
    """Whether two know each other, from an earlier edition or from work."""
    one, other = sorted(pair)
    names = people.organisations
    return (one, other) in people.met or (other < len(names) and bool(names[one]) and names[one] == names[other])


def _without(turn: Round, nobody: int) -> Round:
    """The tables in order, and at the last one who sits opposite nobody."""
    tables = [tuple(sorted(person for person in table if person != nobody)) for table in turn]
    return tuple(sorted(tables, key=lambda table: (len(table) == 1, table)))
