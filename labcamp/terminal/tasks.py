"""Which task is next, in words, and which are done, in the file of an event."""

from collections.abc import Sequence
from functools import reduce

from labcamp.check import check_event
from labcamp.files.edit import Change
from labcamp.files.edit_list import with_item, with_value, without_item
from labcamp.files.read import Source, content_of, forbidden_sign, source_of
from labcamp.files.undo import Edit, keep
from labcamp.files.write import Outcome, replace
from labcamp.findings import Finding, Place, UsageError, finding
from labcamp.model import Event
from labcamp.planning.tasks import agreement_named
from labcamp.render.tasks import Row
from labcamp.terminal.edits import AFTER
from labcamp.terminal.language import say
from labcamp.workspace import EVENTS, Workspace

KEY = "done"
OF_AGREED = ("until", "who", "text")  # behind which of the keys of something that was agreed `done` goes


def next_line(rows: Sequence[Row]) -> str:
    """What to do next, and how to say that it is done."""
    row = next((row for row in rows if not row.done), None)
    if row is None:
        return say("todo_none")
    key = "todo_next_how" if row.how else "todo_next"
    if agreement_named(row.event, row.id) is not None:
        key = "todo_next_agreed"
    return say(key, task=row.title, how=row.how, event=row.event.typed, id=row.id)


def write_done(
    workspace: Workspace, event: Event, tasks: Sequence[str], result: str | None, *, dry_run: bool
) -> Outcome:
    """The outcome of the file of an event, which says that tasks are done, and of what was agreed what came of it.

    Where there is nothing to tell the `result` is an empty text; without one they are not done after all.
    """
    if sign := forbidden_sign(result or ""):
        raise UsageError(finding("LC107", Place("--result"), character=sign))
    path = workspace.root / EVENTS / f"{event.id}.yaml"
    before = content_of(path, path.as_posix())

    def change(content: bytes, task: str) -> bytes:
        number = agreement_named(event, task)
        if number is not None:
            return with_value(content, path.as_posix(), ("agreed", number), _what_came_of(event, result))
        if result is None:
            return without_item(content, path.as_posix(), KEY, task)
        return with_item(content, path.as_posix(), KEY, task, AFTER[KEY])

    after = reduce(change, tasks, before)
    if result:
        _refuse(workspace, event, source_of(after, path.as_posix()))
    outcome = replace(path, before, after, dry_run=dry_run)
    if not dry_run:
        keep(workspace.root, KEY, [Edit(path, before, after)])
    return outcome


def _what_came_of(event: Event, result: str | None) -> Change:
    """What `done:` of something that was agreed says, in the language of the file."""
    yes, no = ("ja", "nein") if event.language.startswith("de") else ("yes", "no")
    return Change(KEY, no if result is None else result or yes, OF_AGREED)


def _refuse(workspace: Workspace, event: Event, source: Source) -> None:
    """What is wrong with a text for everybody, before it stands in a file."""
    _, findings = check_event(event.id, source, **workspace.known)
    if errors := [found for found in findings if not found.advice]:
        raise UsageError(*(Finding("--result", 0, 0, found.code, found.values) for found in errors))
