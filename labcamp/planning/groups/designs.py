"""Rounds in which nobody meets twice, as cells of a grid: whose they are is decided later, and changes no repeat.

A cell is column · groups + row. In each round, a cell sits at the table that is its row plus the shift of its column,
so two cells of one column never meet, and two of different columns as often as the difference of their shifts is the
difference of their rows. Where all these differences are different, nobody meets twice: shifts that are round times
column in a finite field have that, and where there is no field, small tables of shifts are found by trying.
The shifts of the first column are 0: who sits there stays at a table.
"""

from dataclasses import dataclass
from functools import cache
from operator import and_, or_

from labcamp.planning.groups.fields import field_of
from labcamp.planning.groups.model import Round

TRIED = 8  # rounds for which shifts are looked for, though fewer may be asked for
STEPS = 6000  # a few milliseconds

Shifts = tuple[int, ...]  # of the columns in one round


@dataclass(frozen=True)
class Design:
    """Rounds of tables of cells: how many rounds are without a repeat, and how many repeats all of them have."""

    rounds: tuple[Round, ...]
    safe: int
    repeats: int


def grid(groups: int, cells: tuple[int, ...], rounds: int, *, last: bool) -> Design:
    """The design for these cells, whole columns and at the end part of one; `last` allows a round of columns.

    In it those who never met, for they share a column, sit together; then nobody stays at a table.
    """
    columns = max(cells) // groups + 1
    rows, safe = shifts_of(groups, columns, rounds)
    whole = last and len(cells) == groups * columns and groups % columns == 0
    mixed = whole and rounds > safe
    rows = rows[: rounds - mixed]
    tables = [_tables(groups, cells, shifts) for shifts in rows]
    if mixed:
        tables.insert(safe, tuple(cells[start : start + columns] for start in range(0, len(cells), columns)))
    return Design(tuple(tables), safe + whole, _repeats(groups, len(cells), rows))


def circle(people: int, rounds: int) -> Design:
    """Tables of two, by the circle method: one stays, the others move on by one; an even number of people."""
    ring = people - 1
    turns = [turn % ring for turn in range(rounds)]
    tables = tuple(
        ((turn, ring), *(_pair((turn + step) % ring, (turn - step) % ring) for step in range(1, people // 2)))
        for turn in turns
    )
    return Design(tables, ring, max(rounds - ring, 0) * people // 2)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _tables(groups: int, cells: tuple[int, ...], shifts: Shifts) -> Round:
    tables: list[list[int]] = [[] for _ in range(groups)]
    plus = _sums(groups)
    for cell in cells:
        column, row = divmod(cell, groups)
        tables[plus[row][shifts[column]]].append(cell)
    return tuple(map(tuple, tables))


@cache
def _sums(groups: int) -> tuple[tuple[int, ...], ...]:
    """What a row and a shift give: the sum in the field, and where there is none modulo the number of groups."""
    field = field_of(groups)
    if field:
        return field.sums
    return tuple(tuple((row + shift) % groups for shift in range(groups)) for row in range(groups))


@cache
def _minus(groups: int) -> tuple[tuple[int, ...], ...]:
    rows = [{each: number for number, each in enumerate(row)} for row in _sums(groups)]
    return tuple(tuple(row[one] for row in rows) for one in range(groups))


def _repeats(groups: int, cells: int, rows: tuple[Shifts, ...]) -> int:
    """Meetings beyond the first of a pair: where two columns have the same difference in more rounds than one."""
    minus, repeats = _minus(groups), 0
    for column in range(1, len(rows[0]) if rows else 0):
        size = min(groups, cells - column * groups)
        for other in range(column):
            repeats += size * (len(rows) - len({minus[shifts[column]][shifts[other]] for shifts in rows}))
    return repeats


@cache
def shifts_of(groups: int, columns: int, rounds: int) -> tuple[tuple[Shifts, ...], int]:
    """The shifts of so many rounds or more, and in how many of the first of them nobody meets twice."""
    found: list[Shifts]
    field = field_of(groups)
    if columns > groups:  # of a table with more people than there are tables two have to meet again at once
        found = [(0,) * columns]
    elif field:
        found = [products[:columns] for products in field.products]
    else:
        found = _tried(groups, columns, min(max(rounds, TRIED), groups))
    safe = len(found)
    while len(found) < rounds:
        found.append(_least_repeating(groups, columns, found))
    return tuple(found), safe


def _least_repeating(groups: int, columns: int, rows: list[Shifts]) -> Shifts:
    """One more round, column by column with as few known differences as can be."""
    plus, minus = _sums(groups), _minus(groups)
    shifts = [0]
    for column in range(1, columns):
        known = [0] * groups
        for row in rows:
            for other, shift in enumerate(shifts):
                known[plus[shift][minus[row[column]][row[other]]]] += 1
        shifts.append(known.index(min(known)))
    return tuple(shifts)


def _tried(groups: int, columns: int, rounds: int) -> list[Shifts]:
    """The shifts of as many rounds as are found in some steps, the smallest first: the same on every machine."""
    rows: list[Shifts] = [(0,) * columns]
    best = list(rows)
    left = STEPS

    def more(shifts: Shifts, seen: list[int]) -> bool:
        """Whether all rounds were found; `seen` are the differences to each round before, as bits."""
        nonlocal left
        if len(shifts) == columns:
            rows.append(shifts)
            best[:] = rows if len(rows) > len(best) else best
            done = len(rows) == rounds or more((0,), [1] * len(rows))
            rows.pop()
            return done
        for shift in range(groups):
            left -= 1
            if left < 0:
                return False
            bits = [1 << (shift - row[len(shifts)]) % groups for row in rows]
            if not any(map(and_, bits, seen)) and more((*shifts, shift), list(map(or_, bits, seen))):
                return True
        return False

    if rounds > 1:
        more((0,), [1])
    return best
