"""The finite fields, by their axioms."""

from itertools import product

import pytest

from labcamp.planning.groups.fields import field_of


@pytest.mark.parametrize("order", [2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27])
def test_a_field_keeps_the_axioms(order: int) -> None:
    field = field_of(order)
    assert field is not None
    plus, times, numbers = field.sums, field.products, range(order)
    for a, b, c in product(numbers, repeat=3):
        assert plus[plus[a][b]][c] == plus[a][plus[b][c]]
        assert times[times[a][b]][c] == times[a][times[b][c]]
        assert times[a][plus[b][c]] == plus[times[a][b]][times[a][c]]
    for a, b in product(numbers, repeat=2):
        assert (plus[a][b], times[a][b]) == (plus[b][a], times[b][a])
    for a in numbers:
        assert (plus[a][0], times[a][1]) == (a, a)
        assert sorted(plus[a]) == list(numbers)
        assert a == 0 or sorted(times[a]) == list(numbers)


@pytest.mark.parametrize("order", [32, 49])
def test_in_large_fields_every_number_but_0_divides(order: int) -> None:
    field = field_of(order)
    assert field is not None
    assert all(sorted(row) == list(range(order)) for row in (*field.sums, *field.products[1:]))


@pytest.mark.parametrize("order", [1, 6, 10, 12, 15, 60])
def test_where_there_is_no_field_none_is_claimed(order: int) -> None:
    assert field_of(order) is None
