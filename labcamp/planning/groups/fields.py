"""Finite fields: sums and products of q numbers in which every number but 0 divides, for q a power of a prime.

Those of 4, 8, 9 … numbers are polynomials over a prime field, not arithmetic modulo q: there 2 · 4 = 0 modulo 8.
"""

from dataclasses import dataclass
from functools import cache

# By order: the digits of x to the degree, lowest first, as its polynomial that has no factors says it.
REDUCED = {
    4: (1, 1),  # x² = x + 1, modulo 2
    8: (1, 1, 0),
    9: (2, 0),  # x² = -1, modulo 3
    16: (1, 1, 0, 0),
    25: (3, 0),
    27: (2, 1, 0),
    32: (1, 0, 1, 0, 0),
    49: (6, 0),
}


@dataclass(frozen=True)
class Field:
    """The numbers 0 to q - 1 with their sums and products; 0 and 1 are what they always are."""

    order: int
    sums: tuple[tuple[int, ...], ...]
    products: tuple[tuple[int, ...], ...]


@cache
def field_of(order: int) -> Field | None:
    """The field of so many numbers; None where there is none, or where we know none."""
    prime = next(number for number in range(2, order + 1) if order % number == 0) if order > 1 else 0
    reduced = (0,) if order == prime else REDUCED.get(order)
    if not reduced:
        return None
    words = [_digits(number, prime, len(reduced)) for number in range(order)]
    sums = (tuple(_number(_sum(one, other, prime), prime) for other in words) for one in words)
    products = (tuple(_number(_product(one, other, prime, reduced), prime) for other in words) for one in words)
    return Field(order, tuple(sums), tuple(products))


def _digits(number: int, prime: int, count: int) -> tuple[int, ...]:
    return tuple(number // prime**place % prime for place in range(count))


def _number(digits: tuple[int, ...], prime: int) -> int:
    return sum(digit * prime**place for place, digit in enumerate(digits))


def _sum(one: tuple[int, ...], other: tuple[int, ...], prime: int) -> tuple[int, ...]:
    return tuple((a + b) % prime for a, b in zip(one, other, strict=True))


def _product(one: tuple[int, ...], other: tuple[int, ...], prime: int, reduced: tuple[int, ...]) -> tuple[int, ...]:
    """By Horner: x times what there is, plus one times the next digit."""
    result = (0,) * len(one)
    for digit in reversed(other):
        carried = tuple(result[-1] * part % prime for part in reduced)
        result = _sum((0, *result[:-1]), carried, prime) if len(one) > 1 else (0,)
        result = _sum(result, tuple(digit * part for part in one), prime)
    return result
