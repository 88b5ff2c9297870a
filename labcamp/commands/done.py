"""`done`: tasks that are done, in the file of an event."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from labcamp.files.templates import text_of
from labcamp.findings import NothingWrittenError, Place, UsageError, finding
from labcamp.model import Agreement, Event
from labcamp.model.task import in_language
from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of
from labcamp.planning.mails import SENT_ONCE
from labcamp.planning.tasks import Listed, Plan, agreement_named, plan_of, tasks_of
from labcamp.render.tasks import rows_of
from labcamp.render.words import words_for
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.making import tell_left_aside
from labcamp.terminal.options import EditOptions, OneEvent, series_above
from labcamp.terminal.report import outcome_line
from labcamp.terminal.tasks import next_line, write_done
from labcamp.terminal.which_event import chosen
from labcamp.workspace import Workspace, errors_about, load

say = phrases_of("done")

NEAREST, CUTOFF = 3, 0.6  # how many tasks are named that may be meant, and how alike their names have to be
TASK_ID = pattern_of(r"^([a-z0-9][a-z0-9-]*):", re.MULTILINE)


def task_names(context: typer.Context, incomplete: str) -> Iterator[str]:
    """The names of the tasks, for the shell's completion: only the beginnings of lines, for it has to be quick."""
    text = text_of(Path(context.params.get("root") or series_above()), "tasks.yaml") or ""
    return (name for name in TASK_ID.findall(text) if name.startswith(incomplete))


Undo = Annotated[bool, typer.Option("--undo")]
Result = Annotated[str | None, typer.Option("--result")]
Tasks = Annotated[list[str], typer.Argument(autocompletion=task_names)]


def done(event: OneEvent, tasks: Tasks, *, undo: Undo = False, result: Result = None, options: EditOptions) -> None:
    """The file of an event says that tasks are done, or no longer says so."""
    workspace = load(options.root, options.today)
    known = chosen(workspace, event)
    if result is not None and (undo or len(tasks) != 1 or agreement_named(known, tasks[0]) is None):
        raise UsageError(finding("LC766", Place(""), event=known.typed))
    said = None if undo else one_line(result or "")
    tick_off(workspace, known, tasks, said, dry_run=options.dry_run)


def tick_off(workspace: Workspace, event: Event, tasks: Sequence[str], result: str | None, *, dry_run: bool) -> None:
    """Write into the file of an event that tasks are done, and what came of one; print what became of each.

    Without a result they are not done after all.
    """
    if broken := errors_about(workspace, event.id):
        raise NothingWrittenError(*broken)
    plan, undo = plan_of(workspace.root), result is None
    _refuse_unknown(plan, event, tasks, undo=undo)
    outcome = write_done(workspace, event, tasks, result, dry_run=dry_run)
    typer.echo(outcome_line(outcome, dry_run=dry_run))
    for text in _told(plan, event, tasks, undo=undo):
        typer.echo(f"  {text}")
    typer.echo(
        say("dry_run") if dry_run and outcome.word != "unchanged" else _next(workspace, event, plan, tasks, undo=undo)
    )
    tell_left_aside(workspace.errors)


def _refuse_unknown(plan: Plan, event: Event, tasks: Sequence[str], *, undo: bool) -> None:
    """LC017 for each task that there is not; what somebody once wrote into the file can be taken out all the same."""
    known = (*plan.names, *_agreed(event), *(event.done if undo else ()))
    unknown = [task for task in tasks if task not in known]
    if unknown:
        titles = _titles(plan, event)
        raise UsageError(
            *(
                finding("LC017", Place(""), task=task, nearest=_nearest(task, titles), event=event.typed)
                for task in unknown
            )
        )


def _titles(plan: Plan, event: Event) -> dict[str, str]:
    """What each task and each mail that goes out once is called, and what somebody else once wrote into the file."""
    titles = {task: task for task in event.done} | {kind: say(f"name_{kind}") for kind in SENT_ONCE}
    return titles | _agreed(event) | {task.id: in_language(task.title, language()) for task in plan.tasks}


def _agreed(event: Event) -> dict[str, str]:
    """What was agreed at an event, by the names that it has as tasks."""
    return {f"agreed-{number}": each.text for number, each in enumerate(event.agreed, 1)}


def _nearest(word: str, titles: Mapping[str, str]) -> str:
    """The tasks that were probably meant, by their names or what they are called, with their titles."""
    said = word.strip().casefold()
    called = [task for task, title in titles.items() if said and said in title.casefold()]
    alike = get_close_matches(said, titles, NEAREST, CUTOFF)
    found = list(dict.fromkeys((*alike, *called)))[:NEAREST]
    return ", ".join(f"{task} ({titles[task]})" for task in found)


def _told(plan: Plan, event: Event, tasks: Sequence[str], *, undo: bool) -> Iterator[str]:
    """What became of each task."""
    titles = _titles(plan, event)
    for task in dict.fromkeys(tasks):
        keys = ("task_open_again", "task_open_before") if undo else ("task_is_done", "task_done_before")
        yield say(keys[_is_done(event, task) != undo], task=titles.get(task, task))


def _is_done(event: Event, task: str) -> bool:
    number = agreement_named(event, task)
    return task in event.done if number is None else not event.agreed[number].is_open


def _next(workspace: Workspace, event: Event, plan: Plan, tasks: Sequence[str], *, undo: bool) -> str:
    """What is still to do."""
    left = [task for task in event.done if task not in tasks]
    after = event.model_copy(update={"done": tuple(left) if undo else (*event.done, *tasks)})
    after = after.model_copy(update={"agreed": tuple(_ticked(event, tasks, undo=undo))})
    spoken = words_for(workspace.root, language(), workspace.series.address)
    listed = [Listed(after, task) for task in tasks_of(workspace, after, plan, language())]
    return next_line(rows_of(workspace, listed, spoken))


def _ticked(event: Event, tasks: Sequence[str], *, undo: bool) -> Iterator[Agreement]:
    """What was agreed, of which some is done, or with `undo` is not."""
    for name, each in zip(_agreed(event), event.agreed, strict=True):
        yield each.model_copy(update={"done": "no" if undo else "yes"}) if name in tasks else each
