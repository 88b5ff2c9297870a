"""`announce`: what stands in the calendar from now on."""

from collections.abc import Sequence
from dataclasses import replace as changed

import typer

from labcamp.files.read import content_of
from labcamp.files.undo import Edit, keep
from labcamp.files.write import replace
from labcamp.findings import LabcampError, Place, finding
from labcamp.model import Event
from labcamp.model.entries import all_entries
from labcamp.model.ledger import differences, ledger_bytes, recorded, said_of
from labcamp.model.sent import lifted
from labcamp.planning.duties import Duty, duties
from labcamp.planning.mails import MAILS
from labcamp.terminal.changes import entries_in_words, in_words, now_due
from labcamp.terminal.language import say
from labcamp.terminal.making import sound, tell_left_aside
from labcamp.terminal.options import EditOptions, OneEvent
from labcamp.terminal.questions import confirm, somebody_sits_here
from labcamp.terminal.report import outcome_line
from labcamp.terminal.status import next_duty
from labcamp.terminal.tasks import write_done
from labcamp.terminal.which_event import chosen
from labcamp.workspace import ANNOUNCED, EVENTS, Workspace
from labcamp.workspace.private import sent_of


def announce(event: OneEvent, *, options: EditOptions) -> None:
    """What is said of an event now is recorded as announced."""
    workspace = sound(options.root, options.today, event)
    known = chosen(workspace, event)
    if known.draft:
        place = Place((options.root / EVENTS / f"{known.id}.yaml").as_posix())
        raise LabcampError(finding("LC023", place, id=known.id))
    entries = all_entries(known, workspace.series)
    ledger = workspace.announced.get(known.id, {})
    path = options.root / EVENTS / ANNOUNCED / f"{known.id}.json"
    before = content_of(path, path.as_posix()) if path.exists() else None
    new = recorded(entries, ledger, workspace.today, said_of(known, workspace.series))
    after = lifted(new, sent_of(options.root))
    outcome = replace(path, before, ledger_bytes(after), dry_run=options.dry_run)
    if not options.dry_run:
        keep(options.root, "announce", [Edit(path, before, ledger_bytes(after))])
    typer.echo(outcome_line(outcome, dry_run=options.dry_run))
    typer.echo(known.heading)
    told = in_words(known, differences(entries, ledger)) if ledger else entries_in_words(workspace, known, entries)
    for text in told:
        typer.echo(f"  {text}")
    if outcome.word == "unchanged":
        typer.echo(say("announced_before", id=known.id))
        tell_left_aside(workspace.errors)
        return
    workspace = changed(workspace, announced={**workspace.announced, known.id: after})
    found = duties(workspace, known, options.folder)
    if not options.dry_run and ask_for_what_is_sent(workspace, known, found):
        known = chosen(sound(options.root, options.today, known.id), known.id)
        found = duties(workspace, known, options.folder)
    typer.echo("\n".join(now_due(workspace, known, found, first=not ledger)))
    tell_left_aside(workspace.errors)


def ask_for_what_is_sent(workspace: Workspace, event: Event, found: Sequence[Duty]) -> bool:
    """Ask at a terminal whether the mail that is due is sent already; if so, the file of the event says so."""
    duty = next_duty(found)
    if duty is None or duty.due is None or duty.due > workspace.today or not somebody_sits_here():
        return False
    if MAILS[duty.kind].repeated or not confirm(say("ask_sent", name=say(f"name_{duty.kind}")), enter=False):
        return False
    typer.echo(outcome_line(write_done(workspace, event, (duty.kind,), undo=False, dry_run=False), dry_run=False))
    return True
