"""Which task is next, in words, and which are done, in the file of an event."""

from collections.abc import Sequence
from functools import reduce

from labcamp.files.edit_list import with_item, without_item
from labcamp.files.read import content_of
from labcamp.files.undo import Edit, keep
from labcamp.files.write import Outcome, replace
from labcamp.model import Event
from labcamp.render.tasks import Row
from labcamp.terminal.edits import AFTER
from labcamp.terminal.language import say
from labcamp.workspace import EVENTS, Workspace

KEY = "done"


def next_line(rows: Sequence[Row]) -> str:
    """What to do next, and how to say that it is done."""
    row = next((row for row in rows if not row.done), None)
    if row is None:
        return say("todo_none")
    key = "todo_next_how" if row.how else "todo_next"
    return say(key, task=row.title, how=row.how, event=row.event.typed, id=row.id)


def write_done(workspace: Workspace, event: Event, tasks: Sequence[str], *, undo: bool, dry_run: bool) -> Outcome:
    """The outcome of the file of an event, which says that tasks are done, or with `undo` no longer says so."""
    path = workspace.root / EVENTS / f"{event.id}.yaml"
    before = content_of(path, path.as_posix())

    def change(content: bytes, task: str) -> bytes:
        if undo:
            return without_item(content, path.as_posix(), KEY, task)
        return with_item(content, path.as_posix(), KEY, task, AFTER[KEY])

    after = reduce(change, tasks, before)
    outcome = replace(path, before, after, dry_run=dry_run)
    if not dry_run:
        keep(workspace.root, KEY, [Edit(path, before, after)])
    return outcome
