"""The file of an event with other values: moved, cancelled, once a person agrees."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace as replace_in
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import typer

from labcamp.check import check_event
from labcamp.files.edit import Change, Moved, edited, moved
from labcamp.files.edit_list import without_item
from labcamp.files.read import Source, Steps, content_of, forbidden_sign, read_source, source_of
from labcamp.files.undo import Edit, keep
from labcamp.files.write import replace
from labcamp.findings import Finding, NothingWrittenError, Place, UsageError, finding
from labcamp.model import Event
from labcamp.model.entries import all_entries, event_entries
from labcamp.model.ledger import compared, differences, of_kind
from labcamp.model.texts import GERMAN_DAY, day_of, days_of, one_line
from labcamp.terminal import words
from labcamp.terminal.changes import in_words
from labcamp.terminal.language import say
from labcamp.terminal.making import tell_left_aside
from labcamp.terminal.questions import asked_first
from labcamp.terminal.report import outcome_line, tell
from labcamp.workspace import EVENTS, Workspace, errors_about

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


class Plan(NamedTuple):
    """What a command changes in the file of an event: keys, days that move along, and a task that is open again."""

    command: str
    question: str
    changes: tuple[Change, ...]
    along: tuple[Moved, ...] = ()
    open_again: str | None = None


def moves(workspace: Workspace, event: Event, date: str | None, time: str | None) -> Plan:
    """What a move changes: date and time as they were typed, the day that people remember, and the days that depend.

    A single new day of an event over several days is its first.
    """
    typed = (("date", date), ("time", time))
    values: dict[str, str | None] = {key: one_line(text) for key, text in typed if text is not None}
    first, last = _days_of(values.get("date")) or (None, None)
    if first and first == last and len(event.days) > 1:
        values["date"] = f"{first}/{first + (event.days[-1] - event.days[0])}"
    remembered = _remembered(workspace, event)
    if first and remembered and not event.draft:
        if first.isoformat() != remembered:
            values["moved_from"] = remembered
        elif event.moved_from:
            values["moved_from"] = None  # it is on the day that people remember
    changes = tuple(Change(key, value, AFTER[key]) for key, value in values.items())
    by = first - event.days[0] if first and event.days else None
    return Plan(
        "reschedule", say("ask_reschedule"), changes, tuple(_along(_source(workspace, event), by)) if by else ()
    )


def _days_of(date: str | None) -> tuple[dt.date, dt.date] | None:
    """The first and the last of the days that were typed; None for a month, and for what the check will refuse."""
    try:
        days = days_of(date or "")
    except ValueError:
        return None
    return (days.first, days.last) if days.first and days.last else None


def cancellation(event: Event, reason: str | None) -> Plan:
    """What a cancellation changes; one that was sent before the event was on again has told nobody of this one."""
    values = {"status": "cancelled"} | ({"reason": one_line(reason)} if reason is not None else {})
    changes = tuple(Change(key, value, AFTER[key]) for key, value in values.items())
    open_again = "cancellation" if "cancellation" in event.done and not event.cancelled else None
    return Plan("cancel", say("ask_cancel"), changes, open_again=open_again)


def edit_event(workspace: Workspace, event: Event, plan: Plan, *, yes: bool, dry_run: bool) -> None:
    """Write changes into the file of an event once a person agrees, and print what is different and what to do.

    Nothing is written where the file would not pass the check.
    """
    path = _path(workspace, event)
    _refuse_signs(plan.changes)
    before = content_of(path, path.as_posix())
    after = _edited(before, path.as_posix(), plan)
    new, advice = _checked(workspace, event, before, after, plan.changes)
    lines = [f"  {text}" for text in _differences(workspace, event, new, plan)]
    seen = not dry_run and after != before and asked_first([new.heading, *lines], plan.question, yes=yes)
    outcome = replace(path, before, after, dry_run=dry_run)
    typer.echo(outcome_line(outcome, dry_run=dry_run))
    for line in () if seen else lines:
        typer.echo(line)
    if not dry_run:
        keep(workspace.root, plan.command, [Edit(path, before, after)])
    tell(advice)
    typer.echo(say("dry_run") if dry_run else _next(workspace, event, new))
    tell_left_aside(workspace.errors)


def _edited(content: bytes, shown: str, plan: Plan) -> bytes:
    """The bytes of a file as a plan changes it."""
    after = moved(edited(content, shown, plan.changes), shown, plan.along)
    return without_item(after, shown, "done", plan.open_again) if plan.open_again else after


def _differences(workspace: Workspace, event: Event, new: Event, plan: Plan) -> Iterator[str]:
    """What will be different, a line for each, with what moves along and with what is odd about the new day."""
    series = workspace.series
    yield from in_words(new, compared(event_entries(event, series), event_entries(new, series)))
    for each in plan.along:
        before, after = words.figures(day_of(each.before)), words.figures(day_of(each.after))
        yield say(
            "moves_along_deadline" if each.path[0] == "registration" else "moves_along", before=before, after=after
        )
    if new.days and new.days != event.days and new.days[-1] < workspace.today:
        yield say("day_is_over", day=words.figures(new.days[-1]))


def _path(workspace: Workspace, event: Event) -> Path:
    """The file of an event; what is wrong in it is raised."""
    path = workspace.root / EVENTS / f"{event.id}.yaml"
    if broken := errors_about(workspace, event.id):
        raise NothingWrittenError(*broken)
    return path


def _source(workspace: Workspace, event: Event) -> Source:
    path = _path(workspace, event)
    return read_source(path, path.as_posix())


def _refuse_signs(changes: Iterable[Change]) -> None:
    """LC107 for each value with a sign that no file may hold."""
    if odd := [(change.key, sign) for change in changes if (sign := forbidden_sign(str(change.value)))]:
        raise UsageError(*(finding("LC107", Place(f"--{key}"), character=sign) for key, sign in odd))


def _along(source: Source, by: dt.timedelta) -> Iterator[Moved]:
    """The deadline and the days to which sessions are pinned by date, so many days later or earlier."""
    sessions = source.data.get("agenda")
    paths: list[Steps] = [("registration", "until")]
    paths += [("agenda", index, "day") for index in range(len(sessions) if isinstance(sessions, list) else 0)]
    for path in paths:
        try:
            value: Any = source.data
            for step in path:
                value = value[step]
            text = str(value)
            day = day_of(text) + by
        except (LookupError, TypeError, ValueError):  # not there, or the number of a day
            continue
        figures = f"{day:%d.%m.%Y}" if GERMAN_DAY.fullmatch(text) else day.isoformat()
        yield Moved(path, text, figures)


def _checked(
    workspace: Workspace, event: Event, before: bytes, after: bytes, changes: Sequence[Change]
) -> tuple[Event, tuple[Finding, ...]]:
    """The event as its file would be, and the advice on it; what would be wrong is raised, at its line of today."""
    source = source_of(after, (workspace.root / EVENTS / f"{event.id}.yaml").as_posix())
    new, findings = check_event(event.id, source, **workspace.known)
    errors = [found for found in findings if not found.advice]
    lines = {source.place(change.key).line: f"--{change.key}" for change in changes}
    if wrong := [Finding(lines[found.line], 0, 0, found.code, found.values) for found in errors if found.line in lines]:
        raise UsageError(*wrong)
    if errors or new is None:
        typer.echo(say("not_rescheduled"), err=True)
        raise NothingWrittenError(*(_as_of_today(found, before, after) for found in errors))
    return new, findings


def _as_of_today(found: Finding, before: bytes, after: bytes) -> Finding:
    """A finding about a file that is not written, at the line that it has in the one that is there."""
    pair = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    same = (start - new for start, new, size in pair.get_matching_blocks() if new < found.line <= new + size)
    return replace_in(found, line=found.line + next(same, 0))


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
        return say("edit_cancelled_quiet" if after.cancelled else "edit_next_quiet", id=after.id)
    if not differences(all_entries(after, workspace.series), workspace.announced[after.id]):
        return say("edit_back", id=after.id)
    return say("edit_next", id=after.id, kind="cancellation" if after.cancelled else "change-notice")
