"""What the commands share that make a mail: which event is meant, whether the mail fits it, and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from labcamp.artefact import Artefact
from labcamp.check import without_rules
from labcamp.check.shape import nearest
from labcamp.cli.choice import chosen, chosen_or_next
from labcamp.cli.language import say
from labcamp.cli.making import Target, advised, made
from labcamp.cli.report import tell
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.mail import Mail
from labcamp.model import Event
from labcamp.model.private import Private
from labcamp.plan import MAILS, fits
from labcamp.private import FOLDER, private_of
from labcamp.render.mails import files_of, mail_of, ready
from labcamp.render.stage import stage_of
from labcamp.workspace import EVENTS, Workspace, before, next_event

LOOKED_AT = ("invitation", "newsletter")  # what `build` makes


@dataclass(frozen=True)
class Order:
    """What was asked for: a kind of mail, perhaps an event, and whether a server is to send it.

    With `to` each person of a list gets one, those of the file or (empty) of the event's own; `limit` of them.
    """

    workspace: Workspace
    kind: str
    event: str | None
    ready: bool = False
    to: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        """LC039 where people are to be counted, and it is no mail for each of them."""
        if self.limit and self.to is None:
            raise UsageError(finding("LC039", Place("--limit")))


def known_kind(kind: str) -> str:
    """The name of a mail; LC036 where there is none of that name, with the nearest."""
    if kind in MAILS:
        return kind
    raise UsageError(finding("LC036", Place(""), kind=kind, nearest=nearest(kind, MAILS), known=", ".join(MAILS)))


def written(order: Order, out: Path | None, target: Target) -> None:
    """The files of a mail are on disk, and what can be said about it is said."""
    workspace, event = order.workspace, event_for(order)
    private = private_side(order, event)
    mail = mail_of(stage_of(workspace), event, order.kind, private)
    folder = folder_for(order, out)
    found = judged(workspace, event, mail, folder)
    files = [ready(workspace, mail)] if order.ready else list(files_of(mail, workspace.series))
    made(files, Target(folder, target.dry_run, target.force, target.open), closing=closing(order, folder, files))
    advice, points = scored(workspace, event, mail) if order.kind == "newsletter" else ((), "")
    # What the score sheet and the check both say is said once.
    tell(sorted({*found, *to_know(order, event, private), *advice}))
    if points:
        typer.echo(points, err=True)
    advised(workspace)


def judged(workspace: Workspace, event: Event, mail: Mail, folder: Path) -> list[Finding]:
    """What a mail is to be told about; what must not go out stops it, unless its event is only a draft."""
    from labcamp.check.mail import check_mail

    kept = without_rules(check_mail(mail), workspace.series.rules)
    found = [replace(each, path=(folder / each.path).as_posix()) for each in kept]
    if not event.draft and any(not each.advice for each in found):
        raise LabcampError(*(each for each in found if not each.advice))
    return found


def next_mails_are_sound(workspace: Workspace, folder: Path) -> None:
    """Nothing that must not go out stands in the mails that are sent next: those of the event to come."""
    event = next_event(workspace)
    if event is None:
        return
    for kind in LOOKED_AT:
        judged(workspace, event, mail_of(stage_of(workspace), event, kind), folder)


def scored(workspace: Workspace, event: Event, mail: Mail) -> tuple[tuple[Finding, ...], str]:
    """What would make a newsletter better, and its points in a line."""
    from labcamp.check.newsletter import Issue, score

    folder = (workspace.root / EVENTS).as_posix()
    found = score(Issue(mail, event, before(workspace, event), workspace.series, workspace.today, folder))
    # The findings about the mail itself have come from `judged`.
    kept = without_rules(found.findings, workspace.series.rules)
    return tuple(each for each in kept if each.path.startswith(folder)), say("score", points=found.points, of=found.of)


def folder_for(order: Order, out: Path | None) -> Path:
    """Where the files of a mail go; LC033 for what tells how to get in, or for whom it is, and is wanted elsewhere."""
    if not MAILS[order.kind].private and order.to is None:
        return out or order.workspace.root / "out"
    if out is not None:
        raise UsageError(finding("LC033", Place("--out"), option=order.kind if order.to is None else "--to"))
    return order.workspace.root / FOLDER / "out"


def event_for(order: Order) -> Event:
    """The event that is meant: the named one, else the first to come that the mail fits, else the latest.

    LC035 where the mail has nothing to say about it on this day.
    """
    workspace = order.workspace
    if order.event:
        event = chosen(workspace, order.event)
    else:
        event = next(_that_fit(workspace, order.kind), None) or chosen_or_next(workspace, None)
    if fits(workspace, event, order.kind):
        return event
    place = Place((workspace.root / EVENTS / f"{event.id}.yaml").as_posix())
    raise LabcampError(finding("LC035", place, kind=order.kind, id=event.id))


def _that_fit(workspace: Workspace, kind: str) -> Iterator[Event]:
    coming = [event for event in workspace.events if not event.is_past(workspace.today)]
    past = [event for event in reversed(workspace.events) if event.is_past(workspace.today)]
    return (event for event in (*coming, *past) if fits(workspace, event, kind))


def private_side(order: Order, event: Event) -> Private:
    """What only those who take part may know, for the mails that tell it; nothing where there is no file."""
    path = order.workspace.root / FOLDER / f"{event.id}.yaml"
    # Who keeps no such file fills in the way to join by hand: the mail has a place for it.
    return private_of(order.workspace.root, event.id) if MAILS[order.kind].private and path.is_file() else Private()


def closing(order: Order, folder: Path, files: list[Artefact]) -> str:
    """The last line: what to do with the mail."""
    if order.ready:
        return say("mail_ready")
    draft = next(file.name for file in files if file.name.endswith(".eml"))
    page = next(file.name for file in files if file.name.endswith(".html"))
    return say("mail_next", page=(folder / page).as_posix(), draft=(folder / draft).as_posix())


def to_know(order: Order, event: Event, private: Private) -> Iterator[Finding]:
    """Advice about a mail that has been made."""
    online = event.place is not None and event.place.online
    if MAILS[order.kind].private and online and not private.join.url:
        yield finding("LC941", Place((order.workspace.root / FOLDER / f"{event.id}.yaml").as_posix()))
