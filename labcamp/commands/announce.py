"""`announce`: what stands in the calendar from now on."""

import typer

from labcamp.files.undo import Edit, keep
from labcamp.files.write import replace
from labcamp.findings import LabcampError, Place, finding
from labcamp.model.entries import all_entries
from labcamp.model.ledger import differences, ledger_bytes, recorded
from labcamp.model.sent import lifted
from labcamp.terminal.changes import entries_in_words, in_words, now_due
from labcamp.terminal.making import sound
from labcamp.terminal.options import EditOptions, OneEvent
from labcamp.terminal.report import outcome_line
from labcamp.terminal.which_event import chosen
from labcamp.workspace import ANNOUNCED, EVENTS
from labcamp.workspace.private import sent_of


def announce(event: OneEvent, *, options: EditOptions) -> None:
    """What is said of an event now is recorded as announced."""
    workspace = sound(options.root, options.today)
    known = chosen(workspace, event)
    if known.draft:
        place = Place((options.root / EVENTS / f"{known.id}.yaml").as_posix())
        raise LabcampError(finding("LC023", place, id=known.id))
    entries = all_entries(known, workspace.series)
    ledger = workspace.announced.get(known.id, {})
    path = options.root / EVENTS / ANNOUNCED / f"{known.id}.json"
    before = path.read_bytes() if path.exists() else None
    after = lifted(recorded(entries, ledger, workspace.today), sent_of(options.root))
    outcome = replace(path, before, ledger_bytes(after), dry_run=options.dry_run)
    if not options.dry_run:
        keep(options.root, "announce", [Edit(path, before, ledger_bytes(after))])
    typer.echo(outcome_line(outcome, dry_run=options.dry_run))
    typer.echo(known.heading)
    told = in_words(known, differences(entries, ledger)) if ledger else entries_in_words(workspace, known, entries)
    for text in told:
        typer.echo(f"  {text}")
    typer.echo("\n".join(now_due(workspace, known, first=not ledger, unchanged=outcome.word == "unchanged")))
