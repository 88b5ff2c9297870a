"""Which task is next, in words."""

from collections.abc import Sequence

from labcamp.render.tasks import Row
from labcamp.terminal.language import say


def next_line(rows: Sequence[Row]) -> str:
    """What to do next, and how to say that it is done."""
    row = next((row for row in rows if not row.done), None)
    if row is None:
        return say("todo_none")
    key = "todo_next_how" if row.how else "todo_next"
    return say(key, task=row.title, how=row.how, event=row.event.typed, id=row.id)
