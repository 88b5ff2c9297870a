"""`build`: everything, of every event."""

import typer

from labcamp.check import without_rules
from labcamp.render.stage import stage_of
from labcamp.review.mails import judge_next_mails
from labcamp.terminal.kept import kept
from labcamp.terminal.language import say
from labcamp.terminal.making import kinds, main_file, open_file, sound_parts, tell_advice
from labcamp.terminal.options import MakeOptions, NoPdf
from labcamp.terminal.progress import bar, rendered, summary, write_with_progress
from labcamp.terminal.report import tell, tell_kept
from labcamp.workspace.left_over import left_over


def build(*, no_pdf: NoPdf = False, options: MakeOptions) -> None:
    """Every artefact of every event is on disk; a summary says what changed."""
    workspace, wanted = sound_parts(options.root, options.today), dict(kinds(pdf=not no_pdf))
    if workspace.errors:
        wanted.pop("feed")  # who has subscribed to it must not lose an event
    stage = stage_of(workspace, kept())
    with bar() as advance:
        artefacts = rendered(stage, wanted, advance)
        judge_next_mails(stage, options.folder)
        outcomes = write_with_progress(artefacts, options, advance)
    for line in summary(artefacts, outcomes, dry_run=options.dry_run):
        typer.echo(line)
    tell_kept(outcomes)
    stale = tuple(without_rules(left_over(workspace, options.folder), workspace.series.rules))
    tell(stale)
    tell_advice(workspace, of_others=True)
    main = main_file(workspace, options.folder)
    if options.dry_run:
        typer.echo(say("dry_run"))
    elif main and options.open:
        open_file(main)
    else:
        typer.echo(say("open_it", path=main.as_posix()) if main else say("list_empty"))
    if workspace.errors:
        typer.echo(say("feed_left_out", path=(options.folder / f"{workspace.series.id}.ics").as_posix()), err=True)
        raise typer.Exit(1)
