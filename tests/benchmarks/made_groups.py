"""Made-up people for groups: organisations, and who met whom at earlier editions; the same for a number everywhere."""

import random
from itertools import combinations

from labcamp.planning.groups.model import Pair, People

PEOPLE, ORGANISATIONS, EDITIONS, SHARE = 35, 17, 2, 60
ROUNDS, SIZE = 3, 5  # of the earlier editions


def made_people(number: int) -> People:
    """35 people of 17 organisations; at each of two editions 60 % of them sat in three rounds of fives."""
    chance = random.Random(number)
    names = tuple(f"organisation {int(chance.random() * ORGANISATIONS)}" for _ in range(PEOPLE))
    met: dict[Pair, int] = {}
    for _ in range(EDITIONS):
        there = shuffled(range(PEOPLE), chance)[: PEOPLE * SHARE // 100]
        for _ in range(ROUNDS):
            order = shuffled(there, chance)
            for start in range(0, len(order), SIZE):
                for pair in combinations(sorted(order[start : start + SIZE]), 2):
                    met[pair] = met.get(pair, 0) + 1
    return People(names, met)


def shuffled(numbers: range | list[int], chance: random.Random) -> list[int]:
    """The numbers in an order that hangs on the seed alone, whatever the version of Python."""
    order = list(numbers)
    for place in range(len(order) - 1, 0, -1):
        other = int(chance.random() * (place + 1))
        order[place], order[other] = order[other], order[place]
    return order
