"""The words of small groups: people as numbers, what is wished, what is promised, what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Pair = tuple[int, int]  # two people, the smaller number first
Table = tuple[int, ...]  # who sits there, in order
Round = tuple[Table, ...]
Priority = Literal["today", "new"]


@dataclass(frozen=True)
class People:
    """Who takes part, numbered from 0: a person's organisation (empty: unknown), and how often a pair met before."""

    organisations: tuple[str, ...]
    met: Mapping[Pair, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.organisations)


@dataclass(frozen=True)
class Wishes:
    """What the organisers ask for: `sizes` (least, most) or a number of `groups`, and who sits where and with whom.

    `sizes` of one number, like (4, 4), also take groups of one fewer (of three: one more) where people do not divide.
    Moderators have a table each and stay there, as do those who are `fixed` (person to table). `halls` are those who
    never mix, as on site and online; empty means one. Tables are numbered from 0 through all halls.
    """

    rounds: int
    sizes: tuple[int, int] | None = None
    groups: int | None = None
    apart: tuple[Pair, ...] = ()
    together: tuple[Pair, ...] = ()
    moderators: tuple[int, ...] = ()
    fixed: Mapping[int, int] = field(default_factory=dict)
    halls: tuple[frozenset[int], ...] = ()


# Why a construction promises nothing: what its rounds would have to break.
Unproved = Literal["apart", "together", "fixed"]


@dataclass(frozen=True)
class Guarantee:
    """What is proved about one hall before anything runs.

    `safe` rounds have no repeat by construction (None: nothing is proved, for the reason in `unproved`); more than
    `forbidden_beyond` are impossible by counting (None: counting forbids none), which does not mean that so many are
    reachable. `repeats` is the most that the asked rounds can have (None: not known before). `colleagues` are
    organisations that send more people than there are groups, so that some of them have to sit together.
    """

    people: int
    sizes: tuple[int, ...]  # of the groups, the largest first
    rounds: int
    safe: int | None
    forbidden_beyond: int | None
    repeats: int | None
    unproved: Unproved | None = None
    colleagues: tuple[str, ...] = ()

    @property
    def groups(self) -> int:
        """How many groups a round has."""
        return len(self.sizes)


@dataclass(frozen=True)
class Plan:
    """Who sits where: rounds of tables of people; `halls` says how many tables each hall has, the first hall first.

    A table that was given up because people are gone is empty, so that the others keep their numbers.
    """

    rounds: tuple[Round, ...]
    halls: tuple[int, ...]


@dataclass(frozen=True)
class Figures:
    """What a plan reached, without those who sit together by wish: `repeats` are meetings beyond the first of a pair.

    The others count pairs: of one organisation, of those who met at earlier editions, of all who meet (`different`),
    and of those who meet for the first time ever (`new`). `apart` are the pairs who meet though they should not: 0
    wherever we found a way.
    """

    repeats: int
    colleagues: int
    met_before: int
    different: int
    new: int
    apart: int = 0


@dataclass(frozen=True)
class Moved:
    """A person who sits elsewhere than planned before, in a round from 0; None: is not there."""

    round: int
    person: int
    before: int | None
    after: int | None


# Why wishes cannot be: rounds, sizes and people that do not go together, and wishes against each other.
Reason = Literal[
    "no_people",  # fewer than two in a hall
    "no_rounds",  # 0 or fewer
    "size_of_one",  # a group of one is none
    "sizes_reversed",  # the least is above the most
    "size_over_people",  # numbers: size, people
    "sizes_do_not_fit",  # numbers: people, least, most; then the nearest sizes that fit: least, most, …
    "groups_over_people",  # numbers: groups, people, the most groups there can be: some would sit alone
    "moderators_over_groups",  # people: the moderators; numbers: moderators, groups
    "apart_and_together",  # people: the two
    "apart_at_one_table",  # people: the two, both fixed at the table in numbers
    "apart_themselves",  # people: the one who is to be apart from, or together with, themselves
    "together_over_table",  # people: all who are to sit together; numbers: how many, seats of a table
    "moderators_together",  # people: moderators who are to sit at one table, though each has a table of their own
    "together_at_two_tables",  # people: those who are to sit together but are fixed at different tables
    "together_in_two_halls",  # people: those who are to sit together but never mix
    "table_missing",  # people: the one fixed there; numbers: the table from 0, how many there are
    "table_of_another_hall",  # people: the one fixed there; numbers: the table
    "fixed_over_table",  # people: all fixed at the table; numbers: the table, its seats
    "in_two_halls",  # people: who
    "in_no_hall",  # people: who
    "together_do_not_fit",  # people: all who are to sit together; numbers: the sizes of the groups
    "apart_over_groups",  # people: more who are all to be apart from each other than there are groups
]


@dataclass(frozen=True)
class Refusal:
    """A wish that cannot be, with the people and the numbers that it is about."""

    reason: Reason
    people: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
