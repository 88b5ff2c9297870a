"""`announce` and `diff`: what people have been told, and what is different since."""

from pathlib import Path

import typer

from labcamp.cli.language import say
from labcamp.cli.options import DryRun, Event, EventOrAll, Lang, Root, Today, day


def announce(
    event: Event, *, root: Root = Path(), dry_run: DryRun = False, today: Today = None, lang: Lang = None
) -> None:
    """What is said of an event now is recorded as announced."""
    from labcamp.announced import all_entries, differences, ledger_bytes, recorded
    from labcamp.cli.choice import chosen
    from labcamp.cli.differences import entries_in_words, in_words, now_due
    from labcamp.cli.making import line, sound
    from labcamp.findings import LabcampError, Place, finding
    from labcamp.workspace import ANNOUNCED, EVENTS
    from labcamp.write import replace

    workspace = sound(root, day(today))
    known = chosen(workspace, event)
    if known.draft:
        place = Place((root / EVENTS / f"{known.id}.yaml").as_posix())
        raise LabcampError(finding("LC023", place, id=known.id))
    entries = all_entries(known, workspace.series)
    ledger = workspace.announced.get(known.id, {})
    path = root / EVENTS / ANNOUNCED / f"{known.id}.json"
    before = path.read_bytes() if path.exists() else None
    outcome = replace(path, before, ledger_bytes(recorded(entries, ledger, workspace.today)), dry_run=dry_run)
    typer.echo(line(outcome, dry_run=dry_run))
    typer.echo(known.heading)
    told = in_words(known, differences(entries, ledger)) if ledger else entries_in_words(workspace, known, entries)
    for text in told:
        typer.echo(f"  {text}")
    typer.echo("\n".join(now_due(workspace, known, first=not ledger, unchanged=outcome.word == "unchanged")))


def diff(event: EventOrAll = None, *, root: Root = Path(), today: Today = None, lang: Lang = None) -> None:
    """What is different from what was announced, in words."""
    from labcamp.announced import all_entries, differences
    from labcamp.cli.choice import chosen
    from labcamp.cli.differences import in_words
    from labcamp.cli.making import sound

    workspace = sound(root, day(today))
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
