"""Small groups that never repeat: what is proved, the plan, what it reached, and what happens on the day."""

from labcamp.planning.groups.changes import absent, late
from labcamp.planning.groups.counting import figures, moved
from labcamp.planning.groups.meeting import pairs
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
from labcamp.planning.groups.planning import guarantee, plan
from labcamp.planning.groups.refusals import impossible

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
