"""`build`: everything, of every event."""

from pathlib import Path

import typer

from labcamp.check import without_rules
from labcamp.review.mails import next_mails_are_sound
from labcamp.terminal.language import say
from labcamp.terminal.making import Target, advised, kinds, main_file, opened, sound
from labcamp.terminal.options import DryRun, Force, Lang, NoPdf, Open, Out, Root, Today, day
from labcamp.terminal.outcomes import told_kept
from labcamp.terminal.progress import bar, rendered, summary, written
from labcamp.terminal.report import tell
from labcamp.workspace.left_over import left_over


def build(
    *,
    no_pdf: NoPdf = False,
    root: Root = Path(),
    out: Out = None,
    dry_run: DryRun = False,
    force: Force = False,
    today: Today = None,
    open_: Open = False,
    lang: Lang = None,
) -> None:
    """Every artefact of every event is on disk; a summary says what changed."""
    workspace = sound(root, day(today))
    target = Target(out or root / "out", dry_run, force)
    wanted = kinds(pdf=not no_pdf)
    with bar() as advance:
        artefacts = rendered(workspace, wanted, advance)
        next_mails_are_sound(workspace, target.out)
        outcomes = written(artefacts, target, advance)
    for line in summary(artefacts, outcomes, dry_run=dry_run):
        typer.echo(line)
    told_kept(outcomes)
    tell(tuple(without_rules(left_over(workspace, target.out), workspace.series.rules)))
    advised(workspace)
    main = main_file(workspace, target.out)
    if dry_run:
        typer.echo(say("dry_run"))
    elif main and open_:
        opened(main)
    else:
        typer.echo(say("open_it", path=main.as_posix()) if main else say("list_empty"))
