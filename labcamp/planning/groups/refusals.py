"""Wishes that cannot be, each told once, before anything is planned."""

from collections.abc import Iterator

from labcamp.planning.groups.chance import chance_of
from labcamp.planning.groups.halls import counts_for, halls_of, merged, shares_of
from labcamp.planning.groups.model import People, Refusal, Wishes
from labcamp.planning.groups.swapping import filled

TWO = 2  # people make a group


def impossible(wishes: Wishes, people: People) -> tuple[Refusal, ...]:
    """Why the wishes cannot be, each once; empty when they can. Ask this first: the others take it for granted."""
    simple = (*_numbers(wishes, people), *_selves(wishes), *_where(wishes, people))
    if simple:
        return simple
    found = tuple(dict.fromkeys((*_moderators(wishes, people), *_tables(wishes, people), *_apart(wishes, people))))
    return found or tuple(_packed(wishes, people))


def _packed(wishes: Wishes, people: People) -> Iterator[Refusal]:
    """Those who are to sit together, where groups of the right sizes cannot be made of them."""
    for hall in halls_of(wishes, people):
        together = [person for unit in hall.units if len(unit.members) > 1 for person in unit.members]
        weights = [len(unit.members) for unit in hall.units]
        sizes = [sum(weights[unit] for unit in table) for table in filled(hall, chance_of(b""))[0]] if together else []
        if any(not hall.span[0] <= size <= hall.span[1] for size in sizes):
            yield Refusal("together_do_not_fit", tuple(sorted(hall.members[person] for person in together)), hall.sizes)


def _numbers(wishes: Wishes, people: People) -> Iterator[Refusal]:
    if wishes.rounds < 1:
        yield Refusal("no_rounds", numbers=(wishes.rounds,))
    halls = [len(hall) for hall in wishes.halls] or [people.count]
    if min(halls) < TWO:
        yield Refusal("no_people", numbers=(min(halls),))
    elif wishes.sizes is None:
        yield from _groups(wishes.groups or 0, halls)
    else:
        for count in halls:
            yield from _sizes(wishes.sizes, count)


def _groups(groups: int, halls: list[int]) -> Iterator[Refusal]:
    """A number of groups in which some would sit alone, or that is none."""
    if groups < 1 or any(share * TWO > count for share, count in zip(shares_of(groups, halls), halls, strict=True)):
        yield Refusal("groups_over_people", numbers=(groups, sum(halls), sum(count // TWO for count in halls)))


def _sizes(sizes: tuple[int, int], count: int) -> Iterator[Refusal]:
    """What is wrong with the sizes of groups for the people of a hall."""
    least, most = sizes
    if least > most:
        yield Refusal("sizes_reversed", numbers=sizes)
    elif least < TWO:
        yield Refusal("size_of_one", numbers=sizes)
    elif least > count:
        yield Refusal("size_over_people", numbers=(least, count))
    elif not counts_for(count, sizes):
        yield Refusal("sizes_do_not_fit", numbers=(count, least, most, *_nearest(count, sizes)))


def _nearest(count: int, sizes: tuple[int, int]) -> Iterator[int]:
    """The sizes that would do instead: with a group more, and with one fewer."""
    for groups in (-(-count // sizes[1]), count // sizes[0]):
        if groups and count // groups >= TWO:
            yield from (count // groups, -(-count // groups))


def _selves(wishes: Wishes) -> Iterator[Refusal]:
    for one, other in (*wishes.apart, *wishes.together):
        if one == other:
            yield Refusal("apart_themselves", (one,))


def _where(wishes: Wishes, people: People) -> Iterator[Refusal]:
    """Who is in two halls, or in none where there are some."""
    if not wishes.halls:
        return
    for person in range(people.count):
        halls = sum(person in hall for hall in wishes.halls)
        if halls != 1:
            yield Refusal("in_two_halls" if halls else "in_no_hall", (person,))


def _moderators(wishes: Wishes, people: People) -> Iterator[Refusal]:
    for hall in halls_of(wishes, people):
        moderators = tuple(hall.members[person] for person in sorted(set(hall.wishes.moderators)))
        if len(moderators) > hall.groups:
            yield Refusal("moderators_over_groups", moderators, (len(moderators), hall.groups))


def _tables(wishes: Wishes, people: People) -> Iterator[Refusal]:
    """What is wrong with tables that are named, and with who is to sit together."""
    halls = halls_of(wishes, people)
    last = sum(hall.groups for hall in halls)
    of = {person: hall for hall in halls for person in hall.members}
    for person, table in sorted(wishes.fixed.items()):
        hall = of[person]
        if not 0 <= table < last:
            yield Refusal("table_missing", (person,), (table, last))
        elif not hall.first <= table < hall.first + hall.groups:
            yield Refusal("table_of_another_hall", (person,), (table,))
    for group in merged(people.count, wishes.together):
        members = tuple(sorted(group))
        if len({of[person].first for person in members}) > 1:
            yield Refusal("together_in_two_halls", members)
            continue
        yield from _together(wishes, members, of[members[0]].span[1])
    for table in sorted(set(wishes.fixed.values())):
        here = {person for person in wishes.fixed if wishes.fixed[person] == table}
        together = {person for group in merged(people.count, wishes.together) if group & here for person in group}
        seats = of[min(here)].span[1]
        if len(together) > seats and len(here) > 1:
            yield Refusal("fixed_over_table", tuple(sorted(together)), (table, seats))
        if len(here) > 1 and len(leading := together & {*wishes.moderators}) > 1:
            yield Refusal("moderators_together", tuple(sorted(leading)))


def _together(wishes: Wishes, members: tuple[int, ...], seats: int) -> Iterator[Refusal]:
    """What is wrong with some who are to sit together."""
    if len(members) > seats:
        yield Refusal("together_over_table", members, (len(members), seats))
    if len(set(members) & set(wishes.moderators)) > 1:
        yield Refusal("moderators_together", tuple(sorted(set(members) & set(wishes.moderators))))
    if len({wishes.fixed[person] for person in members if person in wishes.fixed}) > 1:
        yield Refusal("together_at_two_tables", tuple(person for person in members if person in wishes.fixed))


def _apart(wishes: Wishes, people: People) -> Iterator[Refusal]:
    """Those who are apart though they have to sit together, or of whom there are more than groups."""
    group_of = {
        person: number for number, group in enumerate(merged(people.count, wishes.together)) for person in group
    }
    for one, other in wishes.apart:
        pair = (min(one, other), max(one, other))
        if group_of[one] == group_of[other]:
            yield Refusal("apart_and_together", pair)
        elif one in wishes.fixed and wishes.fixed[one] == wishes.fixed.get(other):
            yield Refusal("apart_at_one_table", pair, (wishes.fixed[one],))
    for hall in halls_of(wishes, people):
        found = _all_apart(hall.wishes.apart)
        if len(found) > hall.groups:
            yield Refusal("apart_over_groups", tuple(hall.members[person] for person in found), (hall.groups,))


def _all_apart(apart: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """The most people found who are all apart from each other."""
    others: dict[int, set[int]] = {}
    for one, other in apart:
        others.setdefault(one, set()).add(other)
        others.setdefault(other, set()).add(one)
    best: list[int] = []
    for first in sorted(others):
        clique = [first]
        for person in sorted(others[first], key=lambda each: (-len(others[each]), each)):
            if all(person in others[member] for member in clique):
                clique.append(person)
        best = max(best, clique, key=len)
    return tuple(sorted(best))
