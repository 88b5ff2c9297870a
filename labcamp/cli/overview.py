"""What `labcamp` says by itself: how the series stands today, and what comes next."""

import datetime as dt
from collections.abc import Iterator

import typer

from labcamp.model import Event
from labcamp.planning.duties import duties
from labcamp.planning.tasks import all_tasks, by_day, open_before, read_plan
from labcamp.terminal import words
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.options import EVENTS, Options
from labcamp.terminal.report import count
from labcamp.terminal.status import next_duty, standing
from labcamp.terminal.tables import print_pairs
from labcamp.workspace import Workspace, load, next_event

say = phrases_of("labcamp")

BEGINNINGS = {
    "begin_new": "labcamp init",
    "begin_from": "labcamp init --from {file}",
    "begin_example": "labcamp init --yes",
}


def overview(options: Options) -> None:
    """Print how the series stands in five lines; where there is none, how to begin."""
    if not (options.root / EVENTS).is_dir():
        typer.echo(say("no_series"))
        file = say("begin_file")
        print_pairs([(f"  {command.format(file=file)}", say(name)) for name, command in BEGINNINGS.items()])
        return
    workspace = load(options.root, options.today)
    typer.echo(f"{workspace.series.title}\n")
    print_pairs([(say(name), text) for name, text in _lines(workspace, options)])
    typer.echo(f"\n{say('overview_more')}")


def _lines(workspace: Workspace, options: Options) -> Iterator[tuple[str, str]]:
    """Which event is next, what it lacks, what is to be sent and done for it, and what is wrong."""
    if event := next_event(workspace):
        yield "overview_next", _told(event, workspace.today)
        yield "overview_missing", ", ".join(words.missing(event, workspace.today)) or say("missing_nothing")
        yield "overview_mails", _mail(workspace, event, options)
        yield "overview_todo", _tasks(workspace, event)
    else:
        yield "overview_next", say("overview_none")
    errors = workspace.errors
    yield "overview_check", say("overview_errors", count=count(errors)) if errors else say("overview_no_errors")


def _told(event: Event, today: dt.date) -> str:
    """An event with its day, how far that is, and how it stands."""
    day = " ".join(filter(None, (words.weekday(event), words.date(event))))
    return " · ".join(filter(None, (event.heading, day, _far(event, today), words.status(event, today))))


def _far(event: Event, today: dt.date) -> str:
    """How far off the first day of an event is; an empty text where it has none yet."""
    if not event.days:
        return ""
    days = (event.days[0] - today).days
    near = {0: "far_today", 1: "far_tomorrow"}
    return say("far_begun" if days < 0 else near.get(days, "far_later"), days=days)


def _mail(workspace: Workspace, event: Event, options: Options) -> str:
    """Which mail is next, and how it stands."""
    duty = next_duty(duties(workspace, event, options.folder))
    if duty is None:
        return say("mails_none")
    name, stands = say(f"name_{duty.kind}"), standing(duty, workspace.today)
    return say("overview_mail", name=name, standing=stands, event=words.typed(event))


def _tasks(workspace: Workspace, event: Event) -> str:
    """How many tasks are late, the first of all, and where they stand."""
    plan = read_plan(workspace.root)
    known = all_tasks(workspace, (event,), plan, language())
    tasks = [task for _, task in by_day((*known, *open_before(workspace, event))) if not task.done]
    if not tasks:
        return say("todo_none")
    late = sum(task.late for task in tasks)
    return say("overview_late" if late else "overview_task", count=late, task=tasks[0].title, event=event.typed)
