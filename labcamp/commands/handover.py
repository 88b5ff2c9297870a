"""`handover`: all that the next host needs, in one folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.shape import nearest
from labcamp.files.read import content_of, read_source
from labcamp.findings import Finding, Place, UsageError, finding
from labcamp.model import Event, Organisation
from labcamp.model.private import Private
from labcamp.model.texts import A_DOZEN, a_few
from labcamp.planning.duties import duties
from labcamp.planning.tasks import plan_of
from labcamp.render import PRIVATE
from labcamp.render.handover.sheet import Handing
from labcamp.render.stage import stage_of
from labcamp.review.rules import advice
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import sound_for, tell_advice, write_and_tell
from labcamp.terminal.options import OneEvent, Options, series_above
from labcamp.terminal.which_event import chosen
from labcamp.workspace import EVENTS, Reading, Workspace, reading
from labcamp.workspace.met import MET
from labcamp.workspace.private import FOLDER, private_of

say = phrases_of("handover")


def organisation_names(context: typer.Context, incomplete: str) -> Iterator[str]:
    """The ids of the organisations, for the shell's completion."""
    path = Path(context.params.get("root") or series_above()) / "events/organisations.yaml"
    names = read_source(path, "").data if path.is_file() else {}
    return (name for name in names if name.startswith(incomplete))


ToOrganisation = Annotated[
    str | None,
    typer.Option("--to", autocompletion=organisation_names),
]


def handover(
    event: OneEvent,
    *,
    to: ToOrganisation = None,
    options: Annotated[Options, "root", "dry_run", "force", "today", "open"],
) -> None:
    """The overview, the tasks, the texts and the file of an event in `private/out/<id>/handover-<organisation>/`."""
    read = reading(options.root, options.today)
    read = read._replace(workspace=sound_for(read.workspace, event))
    known = chosen(read.workspace, event)
    handing = _handing(read, known, _receiver(read.workspace, known, to))
    files = list(PRIVATE["handover"](stage_of(read.workspace, kept()), known, handing))
    folder = options.root / FOLDER / "out"  # for it has telephone numbers
    page = (folder / files[0].name).as_posix()
    write_and_tell(files, options.into(folder), say("handover_next", page=page, name=handing.to.name))
    if handing.met:
        typer.echo(say("handover_met", name=handing.to.name))
    tell_advice(read.workspace, known, of_others=True)


def _receiver(workspace: Workspace, event: Event, wanted: str | None) -> Organisation:
    """Who hosts next: as named, else the event's only host; LC018 where there is not one, LC212 for an unknown one."""
    known = workspace.organisations
    if wanted is None:
        if len(event.hosts) == 1:
            return event.hosts[0]
        hosts = ", ".join(host.id for host in event.hosts) or "–"
        raise UsageError(finding("LC018", Place("--to"), hosts=hosts, event=event.typed))
    named = {other.name.casefold(): other for other in known.values()}
    found = known.get(wanted.strip()) or named.get(wanted.strip().casefold())
    if found:
        return found
    values = {"nearest": nearest(wanted, known), "known": a_few(known, A_DOZEN) or "–"}
    raise UsageError(finding("LC212", Place("--to"), id=wanted, **values))


def _handing(read: Reading, event: Event, to: Organisation) -> Handing:
    """What is handed over besides what the workspace knows."""
    workspace = read.workspace
    root, path = workspace.root, workspace.root / EVENTS / f"{event.id}.yaml"
    aside = root / FOLDER / f"{event.id}.yaml"
    private = private_of(root, event.id) if aside.is_file() else Private()
    drafts = tuple(_drafts(workspace, event))
    met = (root / FOLDER / MET).is_file()
    return Handing(to, plan_of(root), private, _found(read, path), drafts, content_of(path, path.as_posix()), met)


def _found(read: Reading, path: Path) -> tuple[Finding, ...]:
    """What is to be said of the file of an event."""
    every = sorted({*read.workspace.findings, *advice(read)})
    return tuple(found for found in every if found.path == path.as_posix())


def _drafts(workspace: Workspace, event: Event) -> Iterator[str]:
    """The commands of the mails that are due and not made."""
    for duty in duties(workspace, event, workspace.root / "out"):
        if duty.to_do and duty.progress == "open" and duty.due and duty.due <= workspace.today:
            yield f"labcamp render-mail {duty.kind} {event.typed}"
