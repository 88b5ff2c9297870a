"""Changes to an event file: which lines, whether they make sense, and what to do next."""

from collections.abc import Sequence

import typer

from labcamp.announced import compared, event_entries, of_kind
from labcamp.check import check_event
from labcamp.cli.differences import in_words
from labcamp.cli.language import say
from labcamp.cli.making import line
from labcamp.cli.report import tell
from labcamp.edit import Change, edited
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.model import Event
from labcamp.model.texts import days_of, one_line
from labcamp.read import forbidden_sign, source_of
from labcamp.workspace import EVENTS, Workspace
from labcamp.write import replace

HEAD = ("theme", "subtitle", "title", "number")  # one of them is in every file
AFTER = {
    "status": HEAD,
    "reason": ("status", *HEAD),
    "date": ("status", *HEAD),
    "time": ("date", "status", *HEAD),
    "moved_from": ("time", "date", "status", *HEAD),
    "done": ("lessons", "summary", "access", "time", "date", "status", *HEAD),
    "attendance": ("summary", "access", "time", "date", "status", *HEAD),
}


def moves(workspace: Workspace, event: Event, date: str | None, time: str | None) -> list[Change]:
    """The changes of a move: the new date and time as they were typed, and the day that people remember."""
    values = {key: one_line(text) for key, text in (("date", date), ("time", time)) if text is not None}
    remembered = _remembered(workspace, event)
    if date and remembered and not event.draft:
        try:
            first = days_of(values["date"]).first
        except ValueError:
            first = None  # the check of the new file will say so
        if first and first.isoformat() != remembered:
            values["moved_from"] = remembered
    return [Change(key, value, AFTER[key]) for key, value in values.items()]


def cancellation(reason: str | None) -> list[Change]:
    """The changes of a cancellation."""
    values = {"status": "cancelled"} | ({"reason": one_line(reason)} if reason is not None else {})
    return [Change(key, value, AFTER[key]) for key, value in values.items()]


def changed(workspace: Workspace, event: Event, changes: Sequence[Change], *, dry_run: bool) -> None:
    """The file of an event has its changes, and it is said what is different and what to do; else nothing is written.

    What does not fit any more elsewhere in the file is told once it is written: a person has to decide it.
    """
    path = workspace.root / EVENTS / f"{event.id}.yaml"
    if broken := [found for found in workspace.errors if found.path == path.as_posix()]:
        raise LabcampError(*broken)
    if odd := [(change.key, sign) for change in changes if (sign := forbidden_sign(str(change.value)))]:
        raise UsageError(*(finding("LC107", Place(f"--{key}"), character=sign) for key, sign in odd))
    before = path.read_bytes()
    after = edited(before, path.as_posix(), changes)
    new, findings = _checked(workspace, event, after, changes)
    outcome = replace(path, before, after, dry_run=dry_run)
    typer.echo(line(outcome, dry_run=dry_run))
    series = workspace.series
    for text in in_words(new, compared(event_entries(event, series), event_entries(new, series))):
        typer.echo(f"  {text}")
    tell(findings)
    if any(not found.advice for found in findings):
        raise typer.Exit(1)
    typer.echo(say("dry_run") if dry_run else _next(workspace, event, new))


def _checked(
    workspace: Workspace, event: Event, after: bytes, changes: Sequence[Change]
) -> tuple[Event, tuple[Finding, ...]]:
    """The event as its file would be, and what is to be said of it; a wrong value of a change is raised."""
    source = source_of(after, (workspace.root / EVENTS / f"{event.id}.yaml").as_posix())
    new, findings = check_event(event.id, source, workspace.series, workspace.organisations)
    errors = [found for found in findings if not found.advice]
    lines = {source.place(change.key).line: f"--{change.key}" for change in changes}
    wrong = [Finding(lines[found.line], 0, 0, found.code, found.values) for found in errors if found.line in lines]
    if wrong or new is None:
        raise UsageError(*(wrong or errors))
    return new, findings


def _remembered(workspace: Workspace, event: Event) -> str | None:
    """The day that people have in mind: the announced one, else the one before the first move, else today's."""
    records = of_kind(workspace.announced.get(event.id, {}), "event").values()
    announced = min((record.entry.start[:10] for record in records if record.entry.start), default=None)
    if announced:
        return announced if len(announced) == len("2027-03-11") else None
    day = event.moved_from or (event.days[0] if event.days else None)
    return day.isoformat() if day else None


def _next(workspace: Workspace, before: Event, after: Event) -> str:
    """What to do after an edit."""
    if before.cancelled and after.cancelled:
        return say("edit_still_cancelled")
    if after.id not in workspace.announced:
        return say("edit_next_quiet")
    return say("edit_next", id=after.id, kind="cancellation" if after.cancelled else "change-notice")
