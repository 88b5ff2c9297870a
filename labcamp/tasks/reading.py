"""The plan of a workspace: `templates/tasks.yaml`, the workspace's own, else the packaged one."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from labcamp.check.sense import lost_after_hash
from labcamp.check.shape import nearest, shape
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model.series import FILE_NAME
from labcamp.model.task import PlannedTask
from labcamp.read import Source, read_source, source_of
from labcamp.tasks.conditions import CONDITIONS, named
from labcamp.workspace import TEMPLATES

NAME = "tasks.yaml"


class Plan(NamedTuple):
    """What there is to do around each event, in the order of the file, and what is wrong with that file."""

    tasks: tuple[PlannedTask, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The names of the tasks, which `done:` holds."""
        return tuple(task.id for task in self.tasks)


def plan_of(root: Path) -> Plan:
    """The plan of a workspace; everything that is wrong with its own file is raised."""
    plan = read_plan(root)
    if plan.findings:
        raise LabcampError(*plan.findings)
    return plan


def read_plan(root: Path) -> Plan:
    """The plan of a workspace as far as its file makes sense; a changed file counts at once."""
    if own := _own(root):
        return own
    from labcamp.render.templates import text_of  # noqa: PLC0415  # all of render comes with it, which needs tasks

    return _packaged(text_of(root, NAME) or "")


def faults(root: Path) -> tuple[Finding, ...]:
    """Everything that is wrong with a workspace's own plan; nothing where it has none."""
    own = _own(root)
    return own.findings if own else ()


def _own(root: Path) -> Plan | None:
    """The workspace's own plan, as far as its file makes sense; None where it has none."""
    path = root / TEMPLATES / NAME
    if not path.is_file():
        return None
    if not path.resolve().is_relative_to((root / TEMPLATES).resolve()):
        return Plan((), (finding("LC006", Place(path.as_posix())),))
    try:
        return plan_from(read_source(path, path.as_posix()))
    except LabcampError as problem:
        return Plan((), problem.findings)


@lru_cache(maxsize=1)
def _packaged(text: str) -> Plan:
    """The plan that comes with labcamp."""
    return plan_from(source_of(text.encode(), NAME))


def plan_from(source: Source) -> Plan:
    """The tasks of a file, and a finding for each thing in it that does not fit."""
    tasks: list[PlannedTask] = []
    findings = [*lost_after_hash(source)]
    for id_, data in source.data.items():
        whole = {"title": data} if isinstance(data, str) else data
        if isinstance(whole, dict):
            whole = whole | {FILE_NAME: id_}
        task, found = shape(PlannedTask, source, whole, {}, id_)
        findings += found
        unknown = tuple(_unknown_conditions(task, source)) if task else ()
        findings += unknown
        if task and not unknown:
            tasks.append(task)
    return Plan(tuple(tasks), tuple(sorted(findings)))


def _unknown_conditions(task: PlannedTask, source: Source) -> Iterator[Finding]:
    """LC229: a task depends on something that labcamp cannot tell of an event."""
    for index, condition in enumerate(task.conditions):
        name, _ = named(condition)
        if name not in CONDITIONS:
            values = {"condition": name, "nearest": nearest(name, CONDITIONS), "known": ", ".join(CONDITIONS)}
            yield finding("LC229", source.place(task.id, "if", index), **values)
