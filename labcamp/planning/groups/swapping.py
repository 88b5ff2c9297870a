"""Plans by swaps: two of one round exchange their tables, thousands of times, and what is better mostly stays.

Whom somebody knows, or meets in other rounds, is a number whose bits are units; so a swap is judged by counting bits.
"""

from dataclasses import dataclass
from itertools import combinations

from labcamp.planning.groups.arranging import APART, Ties, ties_of
from labcamp.planning.groups.chance import FINE, STAGES, Draw, cooling, one_of
from labcamp.planning.groups.halls import Hall
from labcamp.planning.groups.model import Round

SWAPS = 1_600_000  # some two seconds
EACH = 1_000  # times that two people in a round are tried: enough for few people, and a blink
HARD = 1 << 20  # what is apart or of one organisation counts before all acquaintances


@dataclass(frozen=True)
class Weights:
    """What counts: a meeting that is not the first ever, and besides one that is not the first today."""

    old: int
    repeat: int
    warm: int  # of 65,536: how often what is worse by one is taken, at first
    cold: int  # and in the end


TODAY = Weights(old=1, repeat=9, warm=53_000, cold=3_300)
NEW = Weights(old=8, repeat=1, warm=53_000, cold=29_500)


class _State:
    """Who sits with whom: by round and unit the bits of the table, of who is met in other rounds, of all old ones."""

    def __init__(self, hall: Hall, rounds: tuple[Round, ...], ties: Ties) -> None:
        count = len(hall.units)
        self.known = ties.known
        self.at = [[0] * count for _ in rounds]
        self.tables = [[0] * count for _ in rounds]
        for number, each in enumerate(rounds):
            for table, members in enumerate(each):
                bits = sum(1 << unit for unit in members)
                for unit in members:
                    self.at[number][unit], self.tables[number][unit] = table, bits
        self.others = [[0] * count for _ in rounds]
        self.old = [[0] * count for _ in rounds]
        for unit in range(count):
            self._look_again(unit)

    def _look_again(self, unit: int) -> None:
        mine = [tables[unit] for tables in self.tables]
        here, known = ~(1 << unit), self.known[unit]
        for number in range(len(mine)):
            others = 0
            for other, bits in enumerate(mine):
                if other != number:
                    others |= bits
            self.others[number][unit] = others = others & here
            self.old[number][unit] = others | known

    def swap(self, number: int, one: int, other: int) -> None:
        """Let two units exchange their tables in a round."""
        tables, at = self.tables[number], self.at[number]
        both = 1 << one | 1 << other
        for bits in (tables[one] ^ both, tables[other] ^ both):
            left = bits
            while left:
                bit = left & -left
                unit = bit.bit_length() - 1
                tables[unit] = bits
                self._look_again(unit)
                left ^= bit
        at[one], at[other] = at[other], at[one]


def swapped(
    hall: Hall, rounds: tuple[Round, ...], weights: Weights, draw: Draw, swaps: int = SWAPS
) -> tuple[Round, ...]:
    """The rounds of tables of units after so many tries; sizes stay right, and who has a table of their own stays."""
    ties = ties_of(hall)
    state = _State(hall, rounds, ties)
    free = [number for number, unit in enumerate(hall.units) if unit.table is None]
    moves = [(number, *pair) for number in range(len(rounds)) for pair in combinations(free, 2)]
    tries = min(swaps, EACH * len(moves)) // STAGES
    at = _annealed(_Search(hall, state, ties, weights), moves, draw, tries) if moves else state.at
    return tuple(_tables(each, hall.groups) for each in at)


def _tables(at: list[int], groups: int) -> Round:
    tables: list[list[int]] = [[] for _ in range(groups)]
    for unit, table in enumerate(at):
        tables[table].append(unit)
    return tuple(map(tuple, tables))


class _Search:
    """What a swap is judged by."""

    def __init__(self, hall: Hall, state: _State, ties: Ties, weights: Weights) -> None:
        self.state, self.weights = state, weights
        self.apart, self.colleagues, self.hard = ties.apart, ties.colleagues, ties.hard
        self.sizes = [len(unit.members) for unit in hall.units]
        self.span = hall.span
        self.broken = (
            sum(
                APART * (bits & self.apart[unit]).bit_count() + (bits & self.colleagues[unit]).bit_count()
                for tables in state.tables
                for unit, bits in enumerate(tables)
            )
            // 2
        )

    def harder(self, one: int, other: int, here: int, there: int) -> int:
        """How much worse apart and colleagues are after a swap; `here` is the table of the one without them."""
        apart, colleagues = self.apart, self.colleagues
        worse = (apart[one] & there).bit_count() - (apart[one] & here).bit_count()
        worse = APART * (worse + (apart[other] & here).bit_count() - (apart[other] & there).bit_count())
        worse += (colleagues[one] & there).bit_count() - (colleagues[one] & here).bit_count()
        return worse + (colleagues[other] & here).bit_count() - (colleagues[other] & there).bit_count()

    def fits(self, one: int, other: int, here: int, there: int) -> bool:
        """Whether both tables have the right size after a swap."""
        least, most = self.span
        return all(
            least <= self.sizes[new] + sum(size for unit, size in enumerate(self.sizes) if bits >> unit & 1) <= most
            for new, bits in ((other, here), (one, there))
        )


def _annealed(search: _Search, moves: list[tuple[int, int, int]], draw: Draw, tries: int) -> list[list[int]]:
    """The tables by round and unit of the best that was found."""
    state, sizes, hard, count = search.state, search.sizes, search.hard, len(moves)
    now = best = HARD * search.broken
    kept = [list(each) for each in state.at]
    for limits in cooling(search.weights.warm, search.weights.cold):
        for _ in range(tries):
            number, one, other = moves[draw(FINE) * count >> FINE]
            tables = state.tables[number]
            mine, theirs = tables[one], tables[other]
            if mine >> other & 1:
                continue
            here, there = mine ^ 1 << one, theirs ^ 1 << other
            worse = _older(search, number, (one, other), (here, there))
            if now >= HARD or hard[one] & there or hard[other] & here:
                worse += HARD * search.harder(one, other, here, there)
            if worse > 0 and (worse >= len(limits) or draw(16) >= limits[worse]):
                continue
            if sizes[one] != sizes[other] and not search.fits(one, other, here, there):
                continue
            state.swap(number, one, other)
            now += worse
            if now < best:
                best, kept = now, [list(each) for each in state.at]
    return kept


def _older(search: _Search, number: int, pair: tuple[int, int], tables: tuple[int, int]) -> int:
    """How many more meetings are not the first, by their weights, after a swap."""
    (one, other), (here, there) = pair, tables
    state, weights = search.state, search.weights
    old, others = state.old[number], state.others[number]
    mine, theirs, my, their = old[one], old[other], others[one], others[other]
    worse = (mine & there).bit_count() + (theirs & here).bit_count()
    worse -= (mine & here).bit_count() + (theirs & there).bit_count()
    again = (my & there).bit_count() + (their & here).bit_count()
    again -= (my & here).bit_count() + (their & there).bit_count()
    return weights.old * worse + weights.repeat * again


def filled(hall: Hall, draw: Draw) -> tuple[Round, ...]:
    """Rounds with everybody somewhere, in the right sizes: those with a table there, then the largest units first."""
    return tuple(_round(hall, draw) for _ in range(hall.wishes.rounds))


def _round(hall: Hall, draw: Draw) -> Round:
    tables: list[list[int]] = [[] for _ in range(hall.groups)]
    taken = [0] * hall.groups
    order = list(range(len(hall.units)))
    for place in range(len(order) - 1, 0, -1):
        other = one_of(place + 1, draw)
        order[place], order[other] = order[other], order[place]
    for number in sorted(order, key=lambda each: (hall.units[each].table is None, -len(hall.units[each].members))):
        unit = hall.units[number]
        table = min(range(hall.groups), key=taken.__getitem__) if unit.table is None else unit.table
        tables[table].append(number)
        taken[table] += len(unit.members)
    return tuple(map(tuple, tables))
