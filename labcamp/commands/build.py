"""`build`: everything, of every event or of one."""

import typer

from labcamp.check import without_rules
from labcamp.model import Event
from labcamp.model.artefact import SITE
from labcamp.render import OF_THE_SERIES
from labcamp.render.stage import stage_of
from labcamp.review.mails import judge_next_mails
from labcamp.terminal.kept import kept
from labcamp.terminal.language import say
from labcamp.terminal.making import kinds, main_file, open_file, sound, sound_parts, tell_advice, tell_site
from labcamp.terminal.options import MakeOptions, MaybeEvent, NoPdf, Options
from labcamp.terminal.progress import bar, rendered, summary, write_with_progress
from labcamp.terminal.report import tell, tell_kept
from labcamp.terminal.which_event import chosen
from labcamp.workspace import Workspace, errors_of_events
from labcamp.workspace.left_over import left_over


def build(event: MaybeEvent = None, *, no_pdf: NoPdf = False, options: MakeOptions) -> None:
    """Every artefact of an event, else of all of them, and the feed are on disk; a summary says what changed."""
    root, today = options.root, options.today
    workspace = sound(root, today, event) if event else sound_parts(root, today)
    one, wanted = chosen(workspace, event) if event else None, dict(kinds(pdf=not no_pdf))
    left_out = _left_out(workspace)
    for kind in left_out:
        wanted.pop(kind)
    stage = stage_of(workspace, kept())
    with bar() as advance:
        artefacts = rendered(stage, wanted, advance, one)
        judge_next_mails(stage, options.folder, one)
        outcomes = write_with_progress(artefacts, options, advance)
    for line in summary(artefacts, outcomes, dry_run=options.dry_run):
        typer.echo(line)
    tell_kept(outcomes)
    if "site" in artefacts:
        tell_site(workspace, artefacts["site"], outcomes)
    if one is None:
        tell(tuple(without_rules(left_over(workspace, options.folder), workspace.series.rules)))
    tell_advice(workspace, *([one] if one else ()), of_others=True)
    _tell_result(workspace, one, options)
    if "feed" in left_out:
        typer.echo(say("feed_left_out", path=(options.folder / f"{workspace.series.id}.ics").as_posix()), err=True)
    if left_out:
        typer.echo(say("site_left_out", path=(options.folder / SITE).as_posix()), err=True)
        raise typer.Exit(0 if one else 1)


def _left_out(workspace: Workspace) -> frozenset[str]:
    """The kinds that are not made while something is wrong: who has subscribed to the feed must not lose an event.

    A paper that is wrong is missing from the site alone.
    """
    return OF_THE_SERIES if errors_of_events(workspace) else frozenset({"site"} if workspace.errors else ())


def _tell_result(workspace: Workspace, one: Event | None, options: Options) -> None:
    """Say what to look at first, or open it."""
    main = main_file(workspace, options.folder, one)
    if options.dry_run:
        typer.echo(say("dry_run"))
    elif main and options.open:
        open_file(main)
    else:
        typer.echo(say("open_it", path=main.as_posix()) if main else say("list_empty"))
