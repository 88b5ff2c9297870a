"""Advice about what is done: names that the plan does not have."""

from collections.abc import Iterator

from labcamp.advice.look import Look
from labcamp.check.shape import nearest
from labcamp.findings import Finding, finding
from labcamp.tasks import read_plan


def task_unknown(look: Look) -> Iterator[Finding]:
    """LC949: `done:` names a task that the plan does not have."""
    if not look.event.done:
        return
    plan = read_plan(look.workspace.root)
    if plan.findings:  # what it means to say is not known
        return
    for index, task in enumerate(look.event.done):
        if task not in plan.ids:
            values = {"task": task, "event": look.event.typed, "nearest": nearest(task, plan.ids)}
            yield finding("LC949", look.source.place("done", index), **values)
