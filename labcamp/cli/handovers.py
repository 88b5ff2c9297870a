"""What `handover` gathers: to whom, what is private, what is still to be made, and what is to be said of the file."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from labcamp.advice import advice
from labcamp.check.shape import nearest
from labcamp.cli.choice import chosen
from labcamp.cli.language import say
from labcamp.cli.making import Target, advised, made
from labcamp.cli.standing import duties
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.model import Event, Organisation
from labcamp.model.private import Private
from labcamp.private import FOLDER, private_of
from labcamp.read import content_of
from labcamp.render import PRIVATE
from labcamp.render.handover.sheet import Handing
from labcamp.tasks import plan_of
from labcamp.workspace import EVENTS, Reading, Workspace, reading


@dataclass(frozen=True)
class Order:
    """What was asked for: an event, and perhaps to whom."""

    root: Path
    today: dt.date
    event: str
    to: str | None


def handed_over(order: Order, *, dry_run: bool, force: bool, open_: bool) -> None:
    """The folder is on disk, below `private/out/` alone, for it has telephone numbers."""
    read = reading(order.root, order.today)
    if read.workspace.errors:
        raise LabcampError(*read.workspace.errors)
    event = chosen(read.workspace, order.event)
    handing = _handing(read, event, _receiver(read.workspace, event, order.to))
    files = list(PRIVATE["handover"](read.workspace, event, handing))
    target = Target(order.root / FOLDER / "out", dry_run, force, open_)
    page = (target.out / files[0].name).as_posix()
    made(files, target, say("handover_next", page=page, name=handing.to.name))
    advised(read.workspace)


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
    values = {"nearest": nearest(wanted, known), "known": ", ".join(known) or "–"}
    raise UsageError(finding("LC212", Place("--to"), id=wanted, **values))


def _handing(read: Reading, event: Event, to: Organisation) -> Handing:
    """What is handed over besides what the workspace knows."""
    workspace = read.workspace
    root, path = workspace.root, workspace.root / EVENTS / f"{event.id}.yaml"
    aside = root / FOLDER / f"{event.id}.yaml"
    private = private_of(root, event.id) if aside.is_file() else Private()
    drafts = tuple(_drafts(workspace, event))
    return Handing(to, plan_of(root), private, _found(read, path), drafts, content_of(path, path.as_posix()))


def _found(read: Reading, path: Path) -> tuple[Finding, ...]:
    """What is to be said of the file of an event."""
    every = sorted({*read.workspace.findings, *advice(read)})
    return tuple(found for found in every if found.path == path.as_posix())


def _drafts(workspace: Workspace, event: Event) -> Iterator[str]:
    """The commands of the mails that are due and not made."""
    for duty in duties(workspace, event, workspace.root / "out"):
        if duty.to_do and duty.due and duty.due <= workspace.today:
            yield f"labcamp render-mail {duty.kind} {event.typed}"
