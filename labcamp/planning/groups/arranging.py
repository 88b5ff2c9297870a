"""Whose each cell of a design is: by exchanging people, so that few colleagues and few who know each other meet.

Who meets whom is a number a unit, whose bits are the units that it meets; so an exchange is judged by counting bits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from labcamp.planning.groups.chance import FINE, STAGES, Draw, cooling, one_of
from labcamp.planning.groups.designs import Design, circle, grid
from labcamp.planning.groups.halls import Hall, Unit
from labcamp.planning.groups.model import Pair, Unproved

APART = 1000  # colleagues weigh 1
KICKS = 40  # tries to get out of a dead end
EXCHANGES = 200  # a pair of units, of those that decide who meets old acquaintances
MOST_EXCHANGES = 120_000
WARM, COLD = 11_800, 3_300  # of 65,536: how often one more acquaintance is taken, at first and in the end


@dataclass(frozen=True)
class Ties:
    """What is between units, as bits: apart, of one organisation, and known from earlier editions."""

    apart: list[int]
    colleagues: list[int]
    known: list[int]

    @property
    def hard(self) -> list[int]:
        """Apart or colleagues."""
        return [one | other for one, other in zip(self.apart, self.colleagues, strict=True)]


def ties_of(hall: Hall) -> Ties:
    """What is between the units of a hall."""
    of = {person: number for number, unit in enumerate(hall.units) for person in unit.members}
    labs: dict[str, list[int]] = {}
    for person, name in enumerate(hall.people.organisations):
        if name:
            labs.setdefault(name, []).append(person)
    colleagues = (pair for lab in labs.values() for pair in combinations(lab, 2))
    return Ties(*(_bits(len(hall.units), of, pairs) for pairs in (hall.wishes.apart, colleagues, hall.people.met)))


def _bits(count: int, of: dict[int, int], pairs: Iterable[Pair]) -> list[int]:
    bits = [0] * count
    for a, b in pairs:
        one, other = of[a], of[b]
        if one != other:
            bits[one] |= 1 << other
            bits[other] |= 1 << one
    return bits


@dataclass(frozen=True)
class Seating:
    """A design with the cell of each unit; the first `pinned` units keep theirs."""

    design: Design
    cells: list[int]
    pinned: int

    @property
    def tables(self) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """Rounds of tables of units."""
        of = {cell: unit for unit, cell in enumerate(self.cells)}
        return tuple(tuple(tuple(of[cell] for cell in table) for table in each) for each in self.design.rounds)


def seated(hall: Hall) -> Seating | Unproved:
    """Everybody in a cell of a design, so that all sizes are right; or what makes that impossible."""
    units = hall.units
    special = [unit for unit in units if unit.table is not None or len(unit.members) > 1]
    if not special and hall.sizes[0] == hall.sizes[-1] == 2:  # noqa: PLR2004 -- tables of two
        design = circle(len(units), hall.wishes.rounds)
        return Seating(design, list(range(len(units))), 0)
    why: Unproved = "fixed" if any(unit.several for unit in units) else "together"
    if len(units) < hall.groups:
        return why
    cells = _places(hall, special)
    design = grid(hall.groups, tuple(sorted(cells)), hall.wishes.rounds, last=not special)
    found = Seating(design, cells, len(special))
    return found if not special or _fits(hall, found) else why


def _places(hall: Hall, special: Sequence[Unit]) -> list[int]:
    """A cell for each unit: those with a table in the first column, those who are several next, then the rest."""
    groups, count = hall.groups, len(hall.units)
    whole = count - count % groups
    free = dict.fromkeys(range(whole))
    free |= dict.fromkeys(_last(hall, special, whole, count % groups))
    cells = []
    for unit in special:
        second = next((cell for cell in free if cell >= groups), next(iter(free)))
        cell = unit.table if unit.table is not None else second
        free.pop(cell, None)
        cells.append(cell)
    return cells + list(free)


def _last(hall: Hall, special: Sequence[Unit], start: int, count: int) -> list[int]:
    """The cells of the last column that are taken: those that meet the fewest of those who are several."""
    groups = hall.groups
    if not start or not count:
        wanted = [unit.table for unit in special if unit.table is not None] if not start else []
        return [*wanted, *(cell for cell in range(groups) if cell not in wanted)][:count]
    several = [len(unit.members) > 1 for unit in special if unit.table is None]
    heavy = {unit.table for unit in special if unit.table is not None and len(unit.members) > 1}
    heavy |= {groups + number for number, yes in enumerate(several) if yes}
    design = grid(groups, tuple(range(start + groups)), hall.wishes.rounds, last=False)
    met = (
        [
            sum(len(heavy & set(table)) for each in design.rounds for table in each if cell in table)
            for cell in range(start, start + groups)
        ]
        if heavy
        else [0] * groups
    )
    return sorted(range(start, start + groups), key=lambda cell: (met[cell - start], cell))[:count]


def _fits(hall: Hall, seating: Seating) -> bool:
    least, most = hall.span
    weights = [len(unit.members) for unit in hall.units]
    tables = (table for each in seating.tables for table in each)
    return all(least <= sum(weights[unit] for unit in table) <= most for table in tables)


class Exchange:
    """Units in the cells of a design, and who meets whom: exchanging two is quick."""

    def __init__(self, seating: Seating) -> None:
        self.cells = list(seating.cells)
        self.meets = [0] * len(self.cells)
        for table in (table for each in seating.tables for table in each):
            bits = sum(1 << unit for unit in table)
            for unit in table:
                self.meets[unit] |= bits & ~(1 << unit)

    def swap(self, one: int, other: int) -> None:
        """Exchange two units."""
        if one == other:
            return
        both = 1 << one | 1 << other
        mine, theirs = self.meets[one], self.meets[other]
        mutual = both if mine >> other & 1 else 0
        self.meets[one], self.meets[other] = theirs ^ mutual, mine ^ mutual
        changed = (mine ^ theirs) & ~both
        while changed:
            bit = changed & -changed
            self.meets[bit.bit_length() - 1] ^= both
            changed ^= bit
        self.cells[one], self.cells[other] = self.cells[other], self.cells[one]

    def go_to(self, cells: Sequence[int]) -> None:
        """Exchange until everybody sits as in these cells."""
        for unit, cell in enumerate(cells):
            if self.cells[unit] != cell:
                self.swap(unit, self.cells.index(cell))


def kept_apart(hall: Hall, seating: Seating, draw: Draw) -> Seating | None:
    """The seating in which nobody meets whom they are apart from; None if none was found."""
    ties, state = ties_of(hall), Exchange(seating)
    _pack(state, ties, seating)
    nobody = [0] * len(ties.apart)
    _descend(state, (ties.apart, nobody), seating.pinned, draw)
    found = Seating(seating.design, state.cells, seating.pinned)
    return None if _score(state, ties.apart, nobody) else found


def arranged(hall: Hall, seating: Seating, draw: Draw) -> Seating:
    """The seating with few colleagues, then few old acquaintances; whoever is kept apart stays so."""
    ties, state = ties_of(hall), Exchange(seating)
    if any(ties.colleagues):
        if not any(ties.apart):
            _pack(state, ties, seating)
        _descend(state, (ties.apart, ties.colleagues), seating.pinned, draw)
    if any(ties.known):
        _anneal(state, ties, seating.pinned, draw)
    return Seating(seating.design, state.cells, seating.pinned)


def _pack(state: Exchange, ties: Ties, seating: Seating) -> None:
    """Those who are apart, and then those of one organisation, side by side: cells of a column never meet."""
    hard = ties.apart if any(ties.apart) else ties.colleagues
    left = sorted(range(seating.pinned, len(hard)), key=lambda unit: (-hard[unit].bit_count(), unit))
    order: list[int] = []
    while left:
        first = left[0]
        group = [unit for unit in left if unit == first or hard[first] >> unit & 1]
        order += group
        left = [unit for unit in left if unit not in group]
    cells = sorted(seating.cells[seating.pinned :])
    wanted = list(seating.cells)
    for unit, cell in zip(order, cells, strict=True):
        wanted[unit] = cell
    state.go_to(wanted)


def _score(state: Exchange, apart: list[int], colleagues: list[int]) -> int:
    meets = state.meets
    return sum(
        APART * (bits & apart[unit]).bit_count() + (bits & colleagues[unit]).bit_count()
        for unit, bits in enumerate(meets)
    )


def _descend(state: Exchange, ties: tuple[list[int], list[int]], pinned: int, draw: Draw) -> None:
    """Exchange while that is better; from a dead end go on after some exchanges at random."""
    free = range(pinned, len(state.cells))
    if len(free) < 2:  # noqa: PLR2004 -- nobody to exchange
        return
    _downhill(state, ties, free)
    best, cells = _score(state, *ties), list(state.cells)
    for _ in range(KICKS):
        if best == 0:
            break
        for _ in range(3):
            state.swap(free[one_of(len(free), draw)], free[one_of(len(free), draw)])
        _downhill(state, ties, free)
        score = _score(state, *ties)
        if score <= best:
            best, cells = score, list(state.cells)
        else:
            state.go_to(cells)


def _downhill(state: Exchange, ties: tuple[list[int], list[int]], free: range) -> None:
    apart, colleagues = ties
    better = True
    while better:
        better = False
        for one in free:
            if not state.meets[one] & (apart[one] | colleagues[one]):
                continue
            for other in free:
                if one != other and _worse(state.meets, apart, colleagues, (one, other)) < 0:
                    state.swap(one, other)
                    better = True


def _worse(meets: list[int], apart: list[int], colleagues: list[int], pair: Pair) -> int:
    """How much worse apart and colleagues are after an exchange."""
    one, other = pair
    mine, theirs = meets[one] & ~(1 << other), meets[other] & ~(1 << one)
    worse = APART * ((apart[one] & theirs).bit_count() - (apart[one] & mine).bit_count())
    worse += APART * ((apart[other] & mine).bit_count() - (apart[other] & theirs).bit_count())
    worse += (colleagues[one] & theirs).bit_count() - (colleagues[one] & mine).bit_count()
    return worse + (colleagues[other] & mine).bit_count() - (colleagues[other] & theirs).bit_count()


def _anneal(state: Exchange, ties: Ties, pinned: int, draw: Draw) -> None:
    """Fewer old acquaintances meet; nothing that was reached before gets worse."""
    meets, known, hard = state.meets, ties.known, ties.hard
    pairs = [(one, other, 1 << one | 1 << other) for one, other in combinations(range(pinned, len(meets)), 2)]
    now = best = 0
    cells = list(state.cells)
    tries, count = min(EXCHANGES * len(pairs), MOST_EXCHANGES) // STAGES, len(pairs)
    for limits in cooling(WARM, COLD):
        for _ in range(tries):
            one, other, both = pairs[draw(FINE) * count >> FINE]
            changed = (meets[one] ^ meets[other]) & ~both
            mine, theirs = meets[one] & changed, meets[other] & changed
            a, b = known[one], known[other]
            worse = (
                (a & theirs).bit_count() + (b & mine).bit_count() - (a & mine).bit_count() - (b & theirs).bit_count()
            )
            if worse > 0 and (worse >= len(limits) or draw(16) >= limits[worse]):
                continue
            harder = hard[one] & theirs or hard[other] & mine
            if harder and _worse(meets, ties.apart, ties.colleagues, (one, other)) > 0:
                continue
            state.swap(one, other)
            now += worse
            if now < best:
                best, cells = now, list(state.cells)
    state.go_to(cells)
