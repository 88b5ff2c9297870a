"""Small groups that never repeat: what is proved, the plan, what it reached, and what happens on the day."""

from labcamp.planning.groups.model import (
    Figures,
    Guarantee,
    Moved,
    Pair,
    People,
    Plan,
    Priority,
    Reason,
    Refusal,
    Round,
    Table,
    Unproved,
    Wishes,
)

__all__ = [
    "Figures",
    "Guarantee",
    "Moved",
    "Pair",
    "People",
    "Plan",
    "Priority",
    "Reason",
    "Refusal",
    "Round",
    "Table",
    "Unproved",
    "Wishes",
    "absent",
    "figures",
    "guarantee",
    "impossible",
    "late",
    "moved",
    "pairs",
    "plan",
]


def impossible(wishes: Wishes, people: People) -> tuple[Refusal, ...]:
    """Why the wishes cannot be, each once; empty when they can. Ask this first: the others take it for granted."""
    raise NotImplementedError


def guarantee(wishes: Wishes, people: People) -> tuple[Guarantee, ...]:
    """What is proved before anything runs, one for each hall."""
    raise NotImplementedError


def plan(wishes: Wishes, people: People, priority: Priority, seed: bytes) -> Plan:
    """Who sits where; the same on every machine for the same wishes, people and seed (event id and round plan).

    `today` lets nobody meet twice where that is proved; `new` has as few as possible meet whom they know already.
    """
    raise NotImplementedError


def figures(plan: Plan, people: People, wishes: Wishes) -> Figures:
    """What a plan reached."""
    raise NotImplementedError


def late(plan: Plan, wishes: Wishes, people: People, newcomers: tuple[int, ...], done: int) -> Plan:
    """The plan with seats for newcomers in the rounds after the first `done`; nobody else moves.

    Newcomers are numbered in `people` like everybody; they get seats without a repeat where there are any.
    """
    raise NotImplementedError


def absent(plan: Plan, wishes: Wishes, people: People, gone: tuple[int, ...], done: int) -> Plan:
    """The plan without those who are gone in the rounds after the first `done`; as few others as possible move."""
    raise NotImplementedError


def moved(before: Plan, after: Plan) -> tuple[Moved, ...]:
    """What changed from one plan to another, by round and person."""
    raise NotImplementedError


def pairs(people: People, rounds: int, seed: bytes) -> Plan:
    """Speed networking: tables of two, nobody twice with the same up to count − 1 rounds (odd: count rounds).

    Of more rounds than are asked for, those are left out in which most know each other. Where the number is odd,
    one person a round has a break and sits alone at the last table.
    """
    raise NotImplementedError
