"""The plan of the groups of an event, as `labcamp groups` has kept it; private, so in no workspace."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from labcamp.files.read import content_of
from labcamp.findings import LabcampError, Place, finding
from labcamp.model.private import Participant, Priority, Where
from labcamp.model.seating import OF_PEOPLE, Seating, Sort
from labcamp.workspace.private import FOLDER

PLAN = "groups/plan.json"  # below the folder of an event in `private/out/`


def plan_path(root: Path, event_id: str) -> Path:
    """Where the plan of an event lies, or would."""
    return root / FOLDER / "out" / event_id / PLAN


def seating_of(root: Path, event_id: str) -> Seating:
    """The plan of an event that was kept; LC785 where there is none, LC786 where it is not as labcamp wrote it."""
    path = plan_path(root, event_id)
    if not path.is_file():
        raise LabcampError(finding("LC785", Place(path.as_posix()), event=event_id))
    try:
        return _seating(json.loads(content_of(path, path.as_posix())))
    except (ValueError, KeyError, TypeError, RecursionError) as problem:
        raise LabcampError(finding("LC786", Place(path.as_posix()), event=event_id)) from problem


def _seating(data: Mapping[str, Any]) -> Seating:
    """The plan out of its file; ValueError and others where it has another form."""
    people = tuple(
        Participant(place=Place(""), **{key: _text(each[key]) for key in OF_PEOPLE}) for each in data["people"]
    )
    rounds = tuple(tuple(tuple(map(_number, table)) for table in tables) for tables in data["rounds"])
    halls, moderators = tuple(map(_number, data["halls"])), tuple(map(_number, data["moderators"]))
    seating = Seating(people, rounds, halls, tuple(data["sides"]), moderators, data["sort"], *_asked(data))
    if seating.sort not in get_args(Sort) or not {*seating.sides} <= {*get_args(Where)}:
        raise ValueError
    if len(halls) != len(seating.sides) or any(len(tables) != sum(halls) for tables in rounds):
        raise ValueError
    seated = [[who for table in tables for who in table] for tables in rounds]
    if any(len({*each}) < len(each) for each in (*seated, moderators)):
        raise ValueError
    if any(who not in range(len(people)) for each in (*seated, moderators) for who in each):
        raise ValueError
    return seating


def _asked(data: Mapping[str, Any]) -> tuple[tuple[int, int] | None, int | None, Priority]:
    """What the plan was made for: sizes or a number of groups, and what counted first."""
    least, most = map(_number, data["size"] or (0, 0))
    if data["priority"] not in get_args(Priority):
        raise ValueError
    groups = None if data["groups"] is None else _number(data["groups"])
    return (least, most) if most else None, groups, data["priority"]


def _number(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError


def _text(value: object) -> Any:
    if isinstance(value, str):
        return value
    raise ValueError
