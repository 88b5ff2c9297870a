"""`diff`: what has changed since it was announced."""

import typer

from labcamp.model.entries import all_entries
from labcamp.model.ledger import differences
from labcamp.terminal.changes import in_words
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import sound, tell_left_aside
from labcamp.terminal.options import MaybeEvent, ReadOptions
from labcamp.terminal.which_event import chosen

say = phrases_of("diff")


def diff(event: MaybeEvent = None, *, options: ReadOptions) -> None:
    """What is different from what was announced, in words."""
    workspace = sound(options.root, options.today, event)
    wanted = [chosen(workspace, event)] if event else workspace.events
    changed = []
    for known in wanted:
        ledger = workspace.announced.get(known.id)
        found = differences(all_entries(known, workspace.series), ledger) if ledger else ()
        if found:
            changed.append(known.id)
            typer.echo("\n".join((known.heading, *(f"  {text}" for text in in_words(known, found)))))
    if changed:
        typer.echo(say("diff_next", id=changed[0]))
    elif event and wanted[0].id not in workspace.announced:
        typer.echo(say("diff_unknown", id=wanted[0].id))
    else:
        typer.echo(say("diff_none"))
    tell_left_aside(workspace.errors)
