"""`build`: everything, of every event."""

import typer

from labcamp.check import without_rules
from labcamp.review.mails import next_mails_are_sound
from labcamp.terminal.language import say
from labcamp.terminal.making import advised, kinds, main_file, opened, sound
from labcamp.terminal.options import Making, NoPdf
from labcamp.terminal.outcomes import told_kept
from labcamp.terminal.progress import bar, rendered, summary, written
from labcamp.terminal.report import tell
from labcamp.workspace.left_over import left_over


def build(*, no_pdf: NoPdf = False, options: Making) -> None:
    """Every artefact of every event is on disk; a summary says what changed."""
    workspace = sound(options.root, options.today)
    wanted = kinds(pdf=not no_pdf)
    with bar() as advance:
        artefacts = rendered(workspace, wanted, advance)
        next_mails_are_sound(workspace, options.folder)
        outcomes = written(artefacts, options, advance)
    for line in summary(artefacts, outcomes, dry_run=options.dry_run):
        typer.echo(line)
    told_kept(outcomes)
    tell(tuple(without_rules(left_over(workspace, options.folder), workspace.series.rules)))
    advised(workspace)
    main = main_file(workspace, options.folder)
    if options.dry_run:
        typer.echo(say("dry_run"))
    elif main and options.open:
        opened(main)
    else:
        typer.echo(say("open_it", path=main.as_posix()) if main else say("list_empty"))
