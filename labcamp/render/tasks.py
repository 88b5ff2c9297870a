"""What there is to do, as a list to paste and as a table for Excel."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from labcamp.files.markdown import escaped
from labcamp.files.spreadsheets import Sheet, as_csv, as_workbook
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.planning.tasks import Listed
from labcamp.render.words import Words
from labcamp.workspace import Workspace

OWNERS = frozenset({"hosts", "organisers", "moderation"})


class Row(NamedTuple):
    """A task in words; `day` is None where no day is known."""

    event: Event
    id: str
    day: dt.date | None
    title: str
    owner: str
    why: str
    how: str
    done: bool
    late: bool

    @property
    def code(self) -> str:
        """What helps, as Markdown code (CommonMark 6.1)."""
        return _code(self.how)

    @property
    def standing(self) -> str:
        """How it stands, as the words call it."""
        if self.done:
            return "done"
        return "now" if self.late else "open"


def rows_of(workspace: Workspace, listed: Iterable[Listed], words: Words) -> tuple[Row, ...]:
    """Tasks in words, in order."""
    return tuple(
        Row(
            event, task.id, task.due, task.title, owner_of(workspace, task.owner, words), task.why, task.how,
            task.done, task.late,
        )
        for event, task in listed
    )  # fmt: skip


def owner_of(workspace: Workspace, owner: str, words: Words) -> str:
    """Who does a task, in words; an organisation by its name."""
    if owner.casefold() in OWNERS:
        return words(f"tasks.owner_{owner.casefold()}")
    return workspace.organisations[owner].name if owner in workspace.organisations else owner


def checklist(rows: Iterable[Row], words: Words, *, titled: bool = False) -> str:
    """Tasks as a checklist in Markdown, with their days; `titled` with the title of each one's event."""
    return "".join(f"{line}\n" for row in rows for line in _lines(row, _dated(row, words, titled=titled)))


def issue(rows: Iterable[Row], words: Words, title: str, *, titled: bool = False) -> str:
    """Tasks as the text of an issue: a line for its title, and a checklist with who and until when."""
    lines = (line for row in rows for line in _lines(row, _of_issue(row, words, titled=titled)))
    return "".join(f"{line}\n" for line in (words("tasks.issue", title=title), "", *lines))


def _lines(row: Row, text: str) -> Iterator[str]:
    """A task, and on a line of its own what helps."""
    yield f"- [{'x' if row.done else ' '}] {text}"
    if row.how and not row.done:
        yield f"  {row.code}"


def _dated(row: Row, words: Words, *, titled: bool) -> str:
    day = f"{row.day.isoformat()} " if row.day else ""
    return day + words("tasks.by", task=_task(row, words, titled=titled), owner=escaped(row.owner))


def _of_issue(row: Row, words: Words, *, titled: bool) -> str:
    task, owner = _task(row, words, titled=titled), escaped(row.owner)
    if not row.day or row.done:
        return words("tasks.by", task=task, owner=owner)
    return words("tasks.by_late" if row.late else "tasks.by_day", task=task, owner=owner, day=row.day.isoformat())


def _task(row: Row, words: Words, *, titled: bool) -> str:
    """What is to be done, in Markdown, and whether it cannot wait."""
    title = words("tasks.entry", title=row.event.title, task=row.title) if titled else row.title
    return words("tasks.late", task=escaped(title)) if row.late else escaped(title)


def _code(text: str) -> str:
    """A text as Markdown code (CommonMark 6.1)."""
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if "`" in text else f"{fence}{text}{fence}"


COLUMNS = ("day", "task", "owner", "standing", "event", "why", "how", "id")
WRITERS: dict[str, Callable[[Sheet], bytes]] = {
    "csv": lambda sheet: as_csv(sheet).encode(),
    "xlsx": lambda sheet: as_workbook([sheet]),
}


def table(rows: Iterable[Row], words: Words, name: str) -> Artefact:
    """Tasks as a file that Excel opens with a double click: CSV or a workbook, as its name ends."""
    cells = [
        (row.day, row.title, row.owner, words(f"tasks.{row.standing}"), row.event.heading, row.why, row.how, row.id)
        for row in rows
    ]
    sheet = Sheet(words("tasks.task"), [words(f"tasks.{column}") for column in COLUMNS], cells)
    return Artefact(name, WRITERS[name.rpartition(".")[2]](sheet))
