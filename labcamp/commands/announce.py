"""`announce`: what stands in the calendar from now on."""

from collections.abc import Sequence
from dataclasses import replace as changed
from typing import Annotated

import typer

from labcamp.check.shape import nearest
from labcamp.files.read import content_of
from labcamp.files.undo import Edit, keep
from labcamp.files.write import replace
from labcamp.findings import LabcampError, NothingWrittenError, Place, UsageError, finding
from labcamp.model import Event
from labcamp.model.entries import all_entries
from labcamp.model.ledger import corrections, differences, ledger_bytes, recorded, said_of
from labcamp.model.provenance import paper_record_bytes, recorded_paper
from labcamp.model.published import Published, address_of, published_bytes, recorded_addresses, taken_back
from labcamp.model.sent import lifted
from labcamp.planning.duties import Duty, duties
from labcamp.planning.mails import MAILS
from labcamp.render.site.addresses import addresses
from labcamp.render.site.contents import Site, site_of
from labcamp.render.stage import stage_of
from labcamp.review.addresses import lost, moved_wrongly, without_id
from labcamp.terminal.changes import entries_in_words, in_words, now_due
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import kinds, sound, sound_paper, sound_whole, tell_left_aside
from labcamp.terminal.options import EditOptions, MaybeEvent, Options, paper_names
from labcamp.terminal.questions import confirm, somebody_sits_here
from labcamp.terminal.report import outcome_line, tell
from labcamp.terminal.status import next_duty
from labcamp.terminal.tasks import write_done
from labcamp.terminal.which_event import chosen
from labcamp.workspace import ANNOUNCED, EVENTS, PUBLISHED, Workspace
from labcamp.workspace.papers import PAPERS
from labcamp.workspace.private import sent_of

say = phrases_of("announce")

OfPaper = Annotated[str | None, typer.Option("--paper", show_default=False, autocompletion=paper_names)]
TheSite = Annotated[bool, typer.Option("--site")]
TakenBack = Annotated[list[str] | None, typer.Option("--withdraw", show_default=False)]
MOST = 12  # addresses that are named one by one


def announce(
    event: MaybeEvent = None,
    *,
    paper: OfPaper = None,
    site: TheSite = False,
    withdraw: TakenBack = None,
    options: EditOptions,
) -> None:
    """What is said of an event or in a paper now is recorded as announced, or which addresses the site has."""
    if event:
        announce_event(event, options)
    if paper:
        announce_paper(paper, options)
    if withdraw:
        take_back(withdraw, options)
    elif site:
        announce_site(options)
    elif not (event or paper):
        raise UsageError(finding("LC839", Place("")))


def announce_event(event: str, options: Options) -> None:
    """Record what is said of an event now, and say what is due."""
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
    changes = differences(entries, ledger)
    told = in_words(known, changes) if ledger else entries_in_words(workspace, known, entries)
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
    typer.echo("\n".join(now_due(workspace, known, found, first=not corrections(changes, ledger))))
    tell_left_aside(workspace.errors)


def announce_paper(wanted: str, options: Options) -> None:
    """Record the version of a paper, and what its sources say now; LC762 where it is a draft.

    That a source says something else than before is no hindrance here: whoever announces the paper knows.
    """
    workspace, known = sound_paper(options.root, options.today, wanted, but=frozenset({"LC757"}))
    path = options.root / EVENTS / PAPERS / f"{known.id}.json"
    place = Place(path.with_suffix(".yaml").as_posix())
    if known.is_draft(workspace.today):
        raise NothingWrittenError(finding("LC762", place, id=known.id))
    before = content_of(path, path.as_posix()) if path.exists() else None
    earlier, record = workspace.records.get(known.id), recorded_paper(known, workspace.said)
    after = paper_record_bytes(record)
    outcome = replace(path, before, after, dry_run=options.dry_run)
    if not options.dry_run:
        keep(options.root, "announce", [Edit(path, before, after)])
    typer.echo(outcome_line(outcome, dry_run=options.dry_run))
    typer.echo(" · ".join(filter(None, (known.title, known.version))))
    count = len(known.sources)
    typer.echo(say("paper_before" if outcome.word == "unchanged" else "paper_next" if count else "paper_recorded"))
    if earlier and earlier != record and earlier.version == record.version:
        tell([finding("LC770", place, version=record.version or "–", id=known.id)])
    tell_left_aside(workspace.errors)


def announce_site(options: Options) -> None:
    """Record every address that the site has; LC830, LC860 where one of them would not last, or has not."""
    workspace, site, made = site_today(options)
    stops = (*without_id(site), *lost(workspace, made))
    if stops:
        raise NothingWrittenError(*stops)
    before = workspace.published
    after = recorded_addresses(before, made, workspace.series.public, workspace.today)
    write_published(before, after, options)
    new = sorted(after.addresses.keys() - before.addresses.keys())
    tell_addresses("site_new", new)
    tell(tuple(moved_wrongly(workspace, made)))
    if not new:
        typer.echo(say("site_before"))
    elif not options.dry_run:
        typer.echo(say("site_next"))


def take_back(named: Sequence[str], options: Options) -> None:
    """Record that nothing shall be at some addresses any more; LC836, LC837 where that cannot be said of one."""
    workspace, _, made = site_today(options)
    before = workspace.published
    gone: list[str] = []
    for name in named:
        address = address_of(name, workspace.series.public, {**before.withdrawn, **before.addresses})
        # A whole folder goes by its name: `labcamp-10`
        below = address.removesuffix("index.html") if "." not in name.rstrip("/").rpartition("/")[2] else "\0"
        found = [each for each in before.addresses if each == address or each.startswith(below)]
        gone += found
        if not found and address not in before.withdrawn:
            raise UsageError(finding("LC836", Place(""), address=address, nearest=nearest(address, before.addresses)))
    if there := [address for address in dict.fromkeys(gone) if address in made]:
        raise NothingWrittenError(*(finding("LC837", Place(""), address=address) for address in there))
    write_published(before, taken_back(before, gone, workspace.today), options)
    tell_addresses("site_withdrawn", list(dict.fromkeys(gone)))
    if not options.dry_run:
        typer.echo(say("withdrawn_next"))


def site_today(options: Options) -> tuple[Workspace, Site, frozenset[str]]:
    """The workspace, its site, and the addresses that it has; what is wrong is raised."""
    workspace = sound_whole(options.root, options.today)
    stage = stage_of(workspace, kept())
    made = addresses(kinds(pdf=True)["site"](stage, workspace.events))
    return workspace, site_of(stage), made


def write_published(before: Published, after: Published, options: Options) -> None:
    """Write what was published, so that it can be taken back, and print what became of the file."""
    path = options.root / EVENTS / PUBLISHED
    old = content_of(path, path.as_posix()) if path.exists() else None
    new = published_bytes(after) if after != before or old is None else old
    outcome = replace(path, old, new, dry_run=options.dry_run)
    if not options.dry_run:
        keep(options.root, "announce", [Edit(path, old, new)])
    typer.echo(outcome_line(outcome, dry_run=options.dry_run))


def tell_addresses(what: str, named: Sequence[str]) -> None:
    """Print how many addresses there are of a sort, as the phrase of its name says, and the first of them."""
    if named:
        typer.echo(say(what if len(named) > 1 else f"{what}_one", count=len(named)))
        for address in named[:MOST]:
            typer.echo(f"  {address}")
        if len(named) > MOST:
            typer.echo(f"  {say('site_more', count=len(named) - MOST)}")


def ask_for_what_is_sent(workspace: Workspace, event: Event, found: Sequence[Duty]) -> bool:
    """Ask at a terminal whether the mail that is due is sent already; if so, the file of the event says so."""
    duty = next_duty(found)
    if duty is None or duty.due is None or duty.due > workspace.today or not somebody_sits_here():
        return False
    if MAILS[duty.kind].repeated or not confirm(say("ask_sent", name=say(f"name_{duty.kind}")), enter=False):
        return False
    typer.echo(outcome_line(write_done(workspace, event, (duty.kind,), "", dry_run=False), dry_run=False))
    return True
