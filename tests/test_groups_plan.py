"""Plans of small groups: what is stated is what is counted, and what is wished is kept."""

from hashlib import sha256
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from labcamp.planning.groups import (
    Figures,
    Guarantee,
    Pair,
    People,
    Plan,
    Priority,
    Refusal,
    Wishes,
    absent,
    figures,
    guarantee,
    impossible,
    late,
    moved,
    pairs,
    plan,
)
from labcamp.planning.groups.designs import grid

SEED = b"2027-march, 5 rounds"


def people(count: int, organisations: int = 0, met: dict[Pair, int] | None = None) -> People:
    """So many people, of so many organisations (0: unknown ones)."""
    names = tuple(f"organisation {number % organisations}" if organisations else "" for number in range(count))
    return People(names, met or {})


def counted(rounds: tuple[tuple[tuple[int, ...], ...], ...]) -> int:
    """Meetings beyond the first of a pair, counted the plain way."""
    met = [pair for each in rounds for table in each for pair in combinations(sorted(table), 2)]
    return len(met) - len(set(met))


def everybody_once(found: Plan, count: int) -> bool:
    return all(sorted(person for table in each for person in table) == list(range(count)) for each in found.rounds)


@pytest.mark.parametrize("count", range(4, 121))
def test_repeats_stated_are_repeats_counted(count: int) -> None:
    for size in range(2, min(8, count) + 1):
        groups = -(-count // size)
        for rounds in range(1, 9):
            design = grid(groups, tuple(range(count)), rounds, last=True)
            sizes = {len(table) for each in design.rounds for table in each}
            assert counted(design.rounds) == design.repeats
            assert max(sizes) - min(sizes) <= 1 or groups % max(sizes) == 0
            assert design.repeats == 0 or rounds > design.safe


def test_35_people_meet_nobody_twice_in_5_rounds_of_4_or_5() -> None:
    wishes, everybody = Wishes(5, (4, 5)), people(35)
    assert guarantee(wishes, everybody) == (Guarantee(35, (5, 5, 5, 4, 4, 4, 4, 4), 5, 8, 9, 0),)
    found = plan(wishes, everybody, "today", SEED)
    assert everybody_once(found, 35)
    assert figures(found, everybody, wishes) == Figures(0, 0, 0, 300, 300)


def test_the_same_list_and_seed_give_the_same_plan() -> None:
    everybody = people(20, 7, {(0, 1): 1, (2, 9): 1, (4, 12): 2})
    first = plan(Wishes(4, (4, 5)), everybody, "today", SEED)
    assert first == plan(Wishes(4, (4, 5)), everybody, "today", SEED)


def test_a_plan_is_the_same_on_every_machine() -> None:
    everybody = people(20, 7, {(0, 1): 1, (2, 9): 1, (4, 12): 2})
    wishes = Wishes(4, (4, 5), apart=((3, 8),))
    made = [
        plan(Wishes(4, (4, 5)), everybody, "today", SEED),
        plan(wishes, everybody, "new", SEED),
        pairs(everybody, 4, SEED),
    ]
    digests = [sha256(repr(each).encode()).hexdigest()[:8] for each in made]
    assert digests == ["12223bb4", "fa435d2b", "0a266aee"]


@given(st.data(), st.integers(4, 16), st.integers(2, 5), st.integers(1, 3), st.sampled_from(["today", "new"]))
@settings(max_examples=6, deadline=None)
def test_everybody_has_a_seat_and_every_wish_that_can_be_is_kept(
    data: st.DataObject, count: int, size: int, rounds: int, priority: Priority
) -> None:
    whom = st.lists(st.integers(0, count - 1), min_size=2, max_size=2, unique=True)
    two = whom.map(lambda each: (min(each), max(each)))
    drawn = st.lists(two, max_size=3, unique=True).map(tuple)
    wishes = Wishes(rounds, (size, size + 1), apart=data.draw(drawn), together=data.draw(drawn))
    everybody = people(count, 7)
    assume(not impossible(wishes, everybody))
    found = plan(wishes, everybody, priority, SEED)
    assert everybody_once(found, count)
    assert {len(table) for each in found.rounds for table in each} <= {size, size + 1}
    for each in found.rounds:
        tables = {person: number for number, table in enumerate(each) for person in table}
        assert all(tables[one] == tables[other] for one, other in wishes.together)
        assert all(tables[one] != tables[other] for one, other in wishes.apart)


def test_what_is_wished_is_kept_and_proved() -> None:
    wishes = Wishes(5, (4, 5), apart=((3, 9), (9, 20)), together=((6, 7),), moderators=(0, 1, 2), fixed={30: 7})
    everybody = people(35, 17)
    assert impossible(wishes, everybody) == ()
    found = plan(wishes, everybody, "today", SEED)
    assert everybody_once(found, 35)
    assert {len(table) for each in found.rounds for table in each} == {4, 5}
    assert (figures(found, everybody, wishes).repeats, figures(found, everybody, wishes).apart) == (0, 0)
    (promised,) = guarantee(wishes, everybody)
    assert (promised.safe, promised.repeats, promised.unproved) == (5, 0, None)
    for each in found.rounds:
        tables = {person: number for number, table in enumerate(each) for person in table}
        assert tables[6] == tables[7]
        assert tables[30] == 7
        assert [tables[moderator] for moderator in (0, 1, 2)] == [0, 1, 2]


def test_what_a_wish_breaks_is_not_promised() -> None:
    wishes = Wishes(4, (4, 4), together=((0, 1), (2, 3)))
    (promised,) = guarantee(wishes, people(36))
    assert (promised.safe, promised.repeats, promised.unproved) == (None, None, "together")


def test_halls_never_mix() -> None:
    halls = (frozenset(range(0, 30, 2)), frozenset(range(1, 30, 2)))
    wishes = Wishes(3, (3, 4), halls=halls)
    found = plan(wishes, people(30), "today", SEED)
    assert everybody_once(found, 30)
    assert all(len({person % 2 for person in table}) == 1 for each in found.rounds for table in each)
    assert [promised.safe is not None and promised.safe >= 3 for promised in guarantee(wishes, people(30))] == [
        True
    ] * 2


def test_an_organisation_with_more_people_than_groups_is_spread_and_told() -> None:
    everybody = People(("large",) * 6 + ("",) * 10)
    wishes = Wishes(1, groups=4)
    (promised,) = guarantee(wishes, everybody)
    assert promised.colleagues == ("large",)
    (tables,) = plan(wishes, everybody, "today", SEED).rounds
    assert sorted(sum(person < 6 for person in table) for table in tables) == [1, 1, 2, 2]


def test_who_comes_late_takes_a_free_seat_without_a_repeat() -> None:
    wishes, before = Wishes(5, (4, 5)), plan(Wishes(5, (4, 5)), people(35), "today", SEED)
    after = late(before, wishes, people(37), (35, 36), 1)
    assert after.rounds[0] == before.rounds[0]
    assert figures(after, people(37), wishes).repeats == 0
    assert max(len(table) for each in after.rounds for table in each) == 5
    assert {change.person for change in moved(before, after)} == {35, 36}


def test_who_is_gone_moves_as_few_others_as_possible() -> None:
    wishes, before = Wishes(5, (4, 5)), plan(Wishes(5, (4, 5)), people(35), "today", SEED)
    after = absent(before, wishes, people(35), (0, 8), 2)
    assert after.rounds[:2] == before.rounds[:2]
    assert {len(table) for each in after.rounds[2:] for table in each} == {4, 5}
    assert len([change for change in moved(before, after) if change.person not in (0, 8)]) <= 2 * 3


@pytest.mark.parametrize("count", [2, 5, 8, 9])
def test_speed_networking_meets_everybody_once(count: int) -> None:
    rounds = count - 1 + count % 2
    found = pairs(people(count), rounds, SEED)
    assert everybody_once(found, count)
    assert figures(found, people(count), Wishes(rounds, groups=1)).different == count * (count - 1) // 2


def test_speed_networking_leaves_out_who_knows_each_other() -> None:
    everybody = people(8, met={(0, 1): 1, (2, 3): 1, (4, 5): 1, (6, 7): 1})
    assert figures(pairs(everybody, 4, SEED), everybody, Wishes(4, groups=4)).met_before == 0


HALLS = (frozenset(range(7)), frozenset(range(7, 11)))
ALONE = (frozenset(range(10)), frozenset({10}))


@pytest.mark.parametrize(
    ("wishes", "refusals"),
    [
        (Wishes(0, (3, 4)), (Refusal("no_rounds", numbers=(0,)),)),
        (Wishes(1, (5, 4)), (Refusal("sizes_reversed", numbers=(5, 4)),)),
        (Wishes(1, (1, 4)), (Refusal("size_of_one", numbers=(1, 4)),)),
        (Wishes(1, (12, 12)), (Refusal("size_over_people", numbers=(12, 11)),)),
        (Wishes(1, (4, 5)), (Refusal("sizes_do_not_fit", numbers=(11, 4, 5, 3, 4, 5, 6)),)),
        (Wishes(1, groups=6), (Refusal("groups_over_people", numbers=(6, 11, 5)),)),
        (Wishes(1, groups=2, moderators=(0, 1, 2)), (Refusal("moderators_over_groups", (0, 1, 2), (3, 2)),)),
        (Wishes(1, groups=3, apart=((1, 0),), together=((0, 1),)), (Refusal("apart_and_together", (0, 1)),)),
        (Wishes(1, groups=0), (Refusal("groups_over_people", numbers=(0, 11, 5)),)),
        (Wishes(1, groups=6, halls=HALLS), (Refusal("groups_over_people", numbers=(6, 11, 5)),)),
        (Wishes(1, (4, 5), halls=ALONE), (Refusal("no_people", numbers=(1,)),)),
        (
            Wishes(1, groups=3, moderators=(0, 1), fixed={0: 2, 1: 2}),
            (Refusal("moderators_together", (0, 1)),),
        ),
        (Wishes(1, groups=3, fixed={4: 3}), (Refusal("table_missing", (4,), (3, 3)),)),
        (Wishes(1, groups=2, apart=((0, 1), (1, 2), (0, 2))), (Refusal("apart_over_groups", (0, 1, 2), (2,)),)),
    ],
)
def test_impossible_wishes_are_told(wishes: Wishes, refusals: tuple[Refusal, ...]) -> None:
    assert impossible(wishes, people(11)) == refusals


def test_repeats_are_stated_person_by_person_where_some_sit_together() -> None:
    wishes, everybody = Wishes(3, (5, 7), together=((2, 3), (2, 4))), people(5)
    (promised,) = guarantee(wishes, everybody)
    assert promised.repeats == figures(plan(wishes, everybody, "today", SEED), everybody, wishes).repeats == 14
