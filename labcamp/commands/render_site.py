"""`render-site`: all that is public of the series, as one folder to publish."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from labcamp.check import without_rules
from labcamp.files.place import place
from labcamp.files.write import Outcome
from labcamp.model.artefact import DRAFTS, SITE, Artefact
from labcamp.model.texts import a_few
from labcamp.render.stage import stage_of
from labcamp.review.site import address_missing
from labcamp.review.statement import unfinished
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import kinds, open_file, sound_whole, tell_advice, tell_site
from labcamp.terminal.options import MakeOptions, NoPdf, Options
from labcamp.terminal.progress import counted
from labcamp.terminal.report import outcome_line, tell, tell_kept
from labcamp.texts import harmless

say = phrases_of("render-site")

WithDrafts = Annotated[bool, typer.Option("--drafts")]
TOLD = frozenset({"removed"})  # of these each is named, and in a dry run of all that would change
CHANGES = frozenset({"created", "updated", "removed"})


def render_site(*, drafts: WithDrafts = False, no_pdf: NoPdf = False, options: MakeOptions) -> None:
    """The site of the series in `out/site/`, or with drafts in `out/site-drafts/`, put in place as a whole."""
    workspace = sound_whole(options.root, options.today)
    stage = stage_of(workspace, kept())
    made = list(kinds(pdf=not no_pdf)["site"](stage, workspace.events, drafts=drafts))
    name = DRAFTS if drafts else SITE
    files = [Artefact(f"{name}{file.name.removeprefix(SITE)}", file.content) for file in made]
    outcomes = list(place(files, options.folder, name, dry_run=options.dry_run, force=options.force))
    _tell(outcomes, dry_run=options.dry_run)
    if own := _own(options.folder / name, outcomes):
        typer.echo(say("own", names=a_few(own)))
    if not drafts:
        tell_site(workspace, made, outcomes)
        tell(tuple(without_rules((*address_missing(workspace), *unfinished(workspace)), workspace.series.rules)))
    tell_advice(workspace)
    _tell_result(options, options.folder / name, drafts=drafts)


def _tell(outcomes: Sequence[Outcome], *, dry_run: bool) -> None:
    """Print what goes, or all that would change, and how many files there are."""
    for outcome in outcomes:
        if outcome.word in (CHANGES if dry_run else TOLD):
            typer.echo(outcome_line(outcome, dry_run=dry_run))
    typer.echo(f"{say('kind_site')}  {counted(outcomes, dry_run=dry_run)}")
    tell_kept(outcomes)


def _own(folder: Path, outcomes: Sequence[Outcome]) -> list[str]:
    """What stands at the top of a folder that is not ours, but a person's: it is published, too."""
    ours = {outcome.path.relative_to(folder).parts[0] for outcome in outcomes}
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return sorted(harmless(name) for name in names if name not in ours)


def _tell_result(options: Options, folder: Path, *, drafts: bool) -> None:
    """Say what to look at and what to publish, or open it."""
    if options.dry_run:
        typer.echo(say("dry_run"))
    elif options.open:
        open_file(folder / "index.html")
    else:
        typer.echo(say("look_at", path=(folder / "index.html").as_posix()))
        typer.echo(say("not_for_all" if drafts else "publish", folder=(options.folder / SITE).as_posix()))
