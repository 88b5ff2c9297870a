"""`forget`: what is known of the people of an event is deleted, and how many there were stays."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for, say
from labcamp.cli.options import DryRun, Event, Lang, Root, Today, day

ForceForget = Annotated[bool, typer.Option("--force", help=help_for("force_forget"))]


def forget(
    event: Event,
    *,
    dry_run: DryRun = False,
    force: ForceForget = False,
    root: Root = Path(),
    today: Today = None,
    lang: Lang = None,
) -> None:
    """The counts stand in the event file, then the list, the private file and all personal drafts go."""
    from labcamp.cli.choice import chosen
    from labcamp.cli.departing import counted, left_behind, refuse_too_early, removed
    from labcamp.workspace import load

    workspace = load(root, day(today))
    known = chosen(workspace, event)
    if not force:
        refuse_too_early(workspace, known)
    notes = counted(workspace, known, dry_run=dry_run, force=force)
    lines = removed(workspace.root, known.id, dry_run=dry_run)
    if not lines:
        typer.echo(say("forget_nothing", id=known.id))
        return
    typer.echo("\n".join((*notes, *lines, *left_behind(workspace, known.id))))
    typer.echo(say("dry_run_forget" if dry_run else "forget_done"))
