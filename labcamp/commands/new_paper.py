"""`new-paper`: the file of a new paper, with what is known or a person answers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated

import typer
import yaml

from labcamp.check import check_paper
from labcamp.check.paper import Around
from labcamp.files.read import forbidden_sign, source_of
from labcamp.files.undo import Edit, keep
from labcamp.files.write import create
from labcamp.findings import Finding, Place, UsageError, finding
from labcamp.model.texts import id_of, one_line
from labcamp.render.event_file import NewEvent, paper_file
from labcamp.render.templates import open_templates
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import write_schema
from labcamp.terminal.options import EditOptions, Yes
from labcamp.terminal.questions import ask, begin_questions, somebody_sits_here
from labcamp.terminal.report import outcome_line, tell
from labcamp.workspace import EVENTS, Workspace, load
from labcamp.workspace.material import NO_PAPER
from labcamp.workspace.papers import PAPERS

say = phrases_of("new-paper")

Id = Annotated[str | None, typer.Argument(show_default=False)]
Title = Annotated[str | None, typer.Option("--title")]
Since = Annotated[str | None, typer.Option("--since")]
Until = Annotated[str | None, typer.Option("--until")]
Rest = Annotated[str | None, typer.Option("--rest")]
PaperLanguage = Annotated[str | None, typer.Option("--language")]

ASKED = ("title", "since", "until")
FIRST = {"version": "0.1", "rest": "by topic"}  # with which it begins
FOR_EXAMPLE = "labcamp-3/atlas#1"  # where nothing was said yet


def new_paper(
    id_: Id = None,
    *,
    title: Title = None,
    since: Since = None,
    until: Until = None,
    rest: Rest = None,
    language: PaperLanguage = None,
    yes: Yes = False,
    options: EditOptions,
) -> None:
    """The file of a new paper."""
    workspace = load(options.root, options.today)
    given = {"title": title, "since": since, "until": until, "rest": rest, "language": language}
    values = complete(workspace, given, asking=somebody_sits_here() and not yes)
    name = id_ or id_of(values["title"])
    if id_of(name) != name or name in NO_PAPER:
        raise UsageError(finding("LC217", Place("ID"), text=name))
    folder = options.root / EVENTS / PAPERS
    new = NewEvent(name, values["title"], values.get("language", workspace.series.language), values)
    source = next(iter(workspace.said), FOR_EXAMPLE)
    artefact = paper_file(open_templates(workspace.root, kept()), new, source)
    path = folder / artefact.name
    outcome = create(artefact, folder, dry_run=options.dry_run, option="ID")
    if not options.dry_run:
        keep(workspace.root, "new-paper", [Edit(path, None, artefact.content)])
    typer.echo(outcome_line(outcome, dry_run=options.dry_run))
    write_schema(folder, "paper", dry_run=options.dry_run)
    tell(workspace.errors)
    typer.echo(say("dry_run" if options.dry_run else "new_next", path=path.as_posix()))


def complete(workspace: Workspace, given: Mapping[str, str | None], *, asking: bool) -> dict[str, str]:
    """The values of the file: what was given, and for the rest what a person answers or what is proposed."""
    tidy = {key: one_line(text) for key, text in given.items() if text is not None}
    if found := [_at_option(each, f"--{key}") for key in tidy for each in wrong_with(workspace, key, tidy[key])]:
        raise UsageError(*found)
    if asking:
        begin_questions()
    values: dict[str, str] = {}
    for key in ASKED:
        proposed = say("proposed_title", title=workspace.series.title) if key == "title" else ""
        text = tidy.get(key)
        if text is None:
            judge = _judge(workspace, key)
            text = one_line(ask(say(f"ask_{key}"), f"--{key}", proposed, judge)) if asking else proposed
        values |= {key: text} if text else {}
    return FIRST | values | {key: tidy[key] for key in ("rest", "language") if key in tidy}


def _judge(workspace: Workspace, key: str) -> Callable[[str], Sequence[Finding]]:
    def judge(text: str) -> Sequence[Finding]:
        return wrong_with(workspace, key, one_line(text)) if text or key == "title" else []

    return judge


def wrong_with(workspace: Workspace, key: str, text: str) -> list[Finding]:
    """What is wrong with what was typed for a key."""
    if not text:
        return [finding("LC219", Place(""), key=key)]
    if sign := forbidden_sign(text):
        return [finding("LC107", Place(""), character=sign)]
    data = {"title": "x"} | FIRST | {key: text}
    source = source_of(yaml.safe_dump(data, allow_unicode=True).encode(), "")
    around = Around(workspace.series, workspace.organisations, workspace.events)
    return [found for found in check_paper("new", source, around)[1] if not found.advice]


def _at_option(found: Finding, option: str) -> Finding:
    return Finding(option, 0, 0, found.code, found.values)
