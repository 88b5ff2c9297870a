"""`statement`: a draft of the statement that says how accessible the site is, with what is known."""

from collections.abc import Iterator
from typing import Annotated

import typer

from labcamp.check.shape import nearest
from labcamp.files.undo import Edit, keep
from labcamp.files.write import create
from labcamp.findings import NothingWrittenError, Place, UsageError, finding
from labcamp.model.artefact import Artefact
from labcamp.model.laws import EU, LAWS, law_of
from labcamp.render.stage import stage_of
from labcamp.render.statement import BARRIERS, Asked, name_of, render
from labcamp.review.rules import advice
from labcamp.review.templates import own_templates
from labcamp.terminal.kept import kept
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.making import write_and_tell
from labcamp.terminal.options import MakeOptions, Options
from labcamp.terminal.report import outcome_line
from labcamp.texts import region_name
from labcamp.workspace import EVENTS, Workspace, reading
from labcamp.workspace.material import PAGES
from labcamp.workspace.statement import open_in, statement_of

say = phrases_of("statement")


def law_names(incomplete: str) -> Iterator[str]:
    """The laws, for the shell's completion."""
    return (law for law in LAWS if law.startswith(incomplete))


Law = Annotated[str | None, typer.Option("--law", autocompletion=law_names)]
AsPage = Annotated[bool, typer.Option("--page")]


def statement(*, law: Law = None, page: AsPage = False, options: MakeOptions) -> None:
    """The draft in `out/`, as a page to look at and as Markdown; with `--page` also as a page of the site."""
    read = reading(options.root, options.today)
    workspace = read.workspace
    if errors := [found for found in workspace.errors if found.code not in BARRIERS]:
        raise NothingWrittenError(*errors)
    chosen = _law(law) or law_of(workspace.series)
    there = _path(workspace)
    if page and there:
        raise UsageError(finding("LC816", Place(there)))
    own = tuple(name for name in own_templates(options.root) if not name.startswith("words."))
    asked = Asked(chosen, (*workspace.findings, *advice(read)), own)
    files = list(render(stage_of(workspace, kept()), asked))
    if page:
        there = _write_page(workspace, files[1], options)
    text = files[1].content.decode()
    by_law = say("by_law", law=chosen, name=_spoken(chosen), other=_other(chosen))
    notes = (say("open", count=len(open_in(text))), by_law)
    write_and_tell(files, options, _next(there, made=page), notes)


def _law(wanted: str | None) -> str:
    """The law as it was typed, `DE-BE` too; empty where none was, LC815 for one that is not known."""
    law = (wanted or "").strip().casefold()
    if wanted is not None and law not in LAWS:
        known = ", ".join(each for each in LAWS if "-" not in each)
        raise UsageError(finding("LC815", Place("--law"), law=wanted, nearest=nearest(law, LAWS), known=known))
    return law


def _other(law: str) -> str:
    """A law that might hold in its place: of the same country, if there is one."""
    return next((other for other in LAWS if other != law and other.startswith(law[:2])), "de")


def _spoken(law: str) -> str:
    """Whose law it is."""
    return say("law_eu") if law == EU else region_name(law.upper(), language())


def _path(workspace: Workspace) -> str:
    """Where the statement of the site lies; empty where there is none."""
    found = statement_of(workspace.pages)
    return (workspace.root / EVENTS / PAGES / f"{found.id}.md").as_posix() if found else ""


def _write_page(workspace: Workspace, draft: Artefact, options: Options) -> str:
    """Write the draft where pages of the site lie, and tell it; the path of the file."""
    folder = workspace.root / EVENTS / PAGES
    artefact = Artefact(f"{name_of(workspace.series.language)}.md", draft.content)
    outcome = create(artefact, folder, dry_run=options.dry_run)
    if not options.dry_run:
        keep(workspace.root, "statement", [Edit(outcome.path, None, draft.content)])
    typer.echo(outcome_line(outcome, dry_run=options.dry_run))
    return outcome.path.as_posix()


def _next(page: str, *, made: bool) -> str:
    """What to do with the draft."""
    if made:
        return say("fill_in", page=page)
    return say("compare", page=page) if page else say("as_page")
