"""What the commands share that make a mail: which event is meant, for whom, and what is said of it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.mail.newsletter import Score
from labcamp.check.shape import nearest
from labcamp.files.remove import names_below, remove
from labcamp.files.write import Outcome, write
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.private import Participant, Private
from labcamp.patterns import pattern_of
from labcamp.planning.mails import MAILS, due, ever_fits, fits, settled
from labcamp.planning.tasks import mails_sent
from labcamp.render import PRIVATE
from labcamp.render.eml import in_a_name
from labcamp.render.mails import OF_OTHERS, files_of, mail_of, ready
from labcamp.render.mails.personal import asks
from labcamp.render.stage import Stage, stage_of
from labcamp.review.mails import judge, score_of
from labcamp.terminal.kept import kept
from labcamp.terminal.language import say
from labcamp.terminal.making import open_file, remember, tell_advice, write_and_tell
from labcamp.terminal.options import Options
from labcamp.terminal.report import tell
from labcamp.terminal.status import once_sent
from labcamp.terminal.which_event import chosen, chosen_or_next
from labcamp.terminal.words import typed
from labcamp.workspace import EVENTS, Workspace
from labcamp.workspace.people import People, list_path, people_of
from labcamp.workspace.private import FOLDER, private_of, sent_of

# What to say of mails that no day brings
WITHOUT_DAY = {"cancellation": "LC029", "change-notice": "LC056"}
# What follows the address in the name of a file; that of a mail for one of several days has its number
ENDING = pattern_of(r"(?:(?:-\d+)?-ready)?\.eml$")


@dataclass(frozen=True)
class MailOrder:
    """What was asked for: a kind of mail, perhaps an event, and whether a server is to send it.

    With `to` each person of a list gets one, those of the file or (empty) of the event's own; `limit` of them.
    """

    workspace: Workspace
    kind: str
    event: str | None
    ready: bool = False
    to: str | None = None
    limit: int | None = None

    @cached_property
    def stage(self) -> Stage:
        """What all that is asked for is made on."""
        return stage_of(self.workspace, kept())

    def __post_init__(self) -> None:
        """LC039 where people are to be counted, and it is no mail for each of them."""
        if self.limit and self.to is None:
            raise UsageError(finding("LC039", Place("--limit")))


def known_kind(kind: str) -> str:
    """The name of a mail; LC036 where there is none of that name, with the nearest."""
    if kind in MAILS:
        return kind
    raise UsageError(finding("LC036", Place(""), kind=kind, nearest=nearest(kind, MAILS), known=", ".join(MAILS)))


def make_mail(order: MailOrder, options: Options) -> None:
    """Write the files of a mail, one for all or one for each person, and say what can be said about it."""
    if order.to is None:
        _make_for_all(order, options)
    else:
        _make_for_each(order, options)


def _make_for_all(order: MailOrder, options: Options) -> None:
    workspace, event = order.workspace, event_for(order)
    private = private_side(order, event)
    mail = mail_of(order.stage, event, order.kind, private)
    folder = folder_for(order, options.out)
    found = judge(workspace, event, mail, folder)
    files = [ready(workspace, mail)] if order.ready else list(files_of(mail, workspace.series))
    write_and_tell(files, options.into(folder), closing=closing(order, event, folder, files))
    points = score_of(workspace, event, mail) if order.kind == "newsletter" else None
    # What the score sheet and the check both say is said once.
    tell(sorted({*found, *to_know(order, event, private), *(points.findings if points else ())}))
    if points:
        typer.echo(score_line(points), err=True)
    tell_advice(workspace, event, of_others=order.kind in OF_OTHERS)


def score_line(found: Score) -> str:
    """The points of a newsletter, of how many there are."""
    return say("score", points=found.points, of=found.of)


def folder_for(order: MailOrder, out: Path | None) -> Path:
    """Where the files of a mail go; LC033 for what tells how to get in, or for whom it is, and is wanted elsewhere."""
    if not MAILS[order.kind].private and order.to is None:
        return out or order.workspace.root / "out"
    if out is not None:
        raise UsageError(finding("LC033", Place("--out"), option=order.kind if order.to is None else "--to"))
    return order.workspace.root / FOLDER / "out"


def event_for(order: MailOrder) -> Event:
    """The event that is meant: the named one, else the first to come that the mail fits, else the latest.

    LC029, LC035, LC055, LC056 where the mail has nothing to say about it on this day.
    """
    workspace = order.workspace
    if order.event:
        event = chosen(workspace, order.event)
    else:
        event = next(_that_fit(workspace, order.kind), None) or chosen_or_next(workspace, None)
    if fits(workspace, event, order.kind):
        return event
    raise LabcampError(_nothing_to_say(workspace, event, order.kind))


def _nothing_to_say(workspace: Workspace, event: Event, kind: str) -> Finding:
    """Why a mail does not fit an event, with what helps; where another day would, the day on which it is due."""
    place = Place((workspace.root / EVENTS / f"{event.id}.yaml").as_posix())
    if event.cancelled:
        return finding("LC055", place, kind=kind, id=event.id)
    if kind in WITHOUT_DAY:
        return finding(WITHOUT_DAY[kind], place, id=event.id)
    day = due(workspace, event, kind)
    helps = day is not None and fits(replace(workspace, today=day), event, kind)
    return finding("LC035", place, kind=kind, id=event.id, day=day.isoformat() if day and helps else "")


def _that_fit(workspace: Workspace, kind: str) -> Iterator[Event]:
    coming = [event for event in workspace.events if not event.is_past(workspace.today)]
    past = [event for event in reversed(workspace.events) if event.is_past(workspace.today)]
    return (event for event in (*coming, *past) if fits(workspace, event, kind))


def private_side(order: MailOrder, event: Event) -> Private:
    """What only those who take part may know, for the mails that tell it; nothing where there is no file."""
    path = order.workspace.root / FOLDER / f"{event.id}.yaml"
    # Who keeps no such file fills in the way to join by hand: the mail has a place for it.
    return private_of(order.workspace.root, event.id) if MAILS[order.kind].private and path.is_file() else Private()


def closing(order: MailOrder, event: Event, folder: Path, files: list[Artefact]) -> str:
    """The last lines: what to do with the mail, and how to say that it is sent."""
    return "\n".join((_to_read(order, folder, files), *how_to_say_sent(order, event)))


def _to_read(order: MailOrder, folder: Path, files: list[Artefact]) -> str:
    if order.ready:
        return say("mail_ready")
    draft = next(file.name for file in files if file.name.endswith(".eml"))
    page = next(file.name for file in files if file.name.endswith(".html"))
    return say("mail_next", page=(folder / page).as_posix(), draft=(folder / draft).as_posix())


def how_to_say_sent(order: MailOrder, event: Event) -> Iterator[str]:
    """How to say that the mail is sent, unless it is said already, or nobody waits for it."""
    workspace, kind = order.workspace, order.kind
    if ever_fits(workspace, event, kind) and not settled(workspace, event, kind, mails_sent(workspace, event)):
        yield from once_sent(event, kind)


def to_know(order: MailOrder, event: Event, private: Private) -> Iterator[Finding]:
    """Advice about a mail that has been made."""
    online = event.place is not None and event.place.online
    if MAILS[order.kind].private and online and not private.join.url:
        yield finding("LC941", Place((order.workspace.root / FOLDER / f"{event.id}.yaml").as_posix()))


@dataclass(frozen=True)
class PersonalMails:
    """The mails to single people: who can get one, who gets one now, the files, and the folder below which they go."""

    event: Event
    people: People
    wanted: tuple[Participant, ...]
    chosen: tuple[Participant, ...]
    files: tuple[Artefact, ...]
    folder: Path
    found: tuple[Finding, ...]
    everybody: bool  # of the event's own list: then who is not on it has no business with the mail any more


def _make_for_each(order: MailOrder, options: Options) -> None:
    """Write a draft for each person below `private/out/`, print how many before, and what became of them after."""
    mails = personal_mails_for(order, folder_for(order, options.out))
    typer.echo(summary(mails))
    outcomes = _write(mails, options)
    if order.ready and not options.dry_run and any(asks(order.kind, person) for person in mails.chosen):
        remember(order.stage, mails.event, private_side(order, mails.event))
    stale = _no_longer(mails, order.kind, dry_run=options.dry_run) if mails.everybody else []
    for line in _became([*outcomes, *stale], dry_run=options.dry_run):
        typer.echo(line)
    tell(sorted({*mails.found, *_kept(mails, outcomes), *_for_nobody(stale)}))
    if options.dry_run:
        typer.echo(say("dry_run"))
    elif options.open:
        open_file(outcomes[0].path)
    else:
        typer.echo(_closing(order, mails))
    tell_advice(order.workspace, event_for(order), of_others=order.kind in OF_OTHERS)


def _closing(order: MailOrder, mails: PersonalMails) -> str:
    """The last lines: where they are, how they get on their way, and how to say that they are sent."""
    folder = (mails.folder / mails.event.id / order.kind).as_posix()
    event, key = mails.event, "personal_ready" if order.ready else "personal_next"
    told = say(key, folder=folder, kind=order.kind, event=typed(event))
    return "\n".join((told, *how_to_say_sent(order, event)))


def personal_mails_for(order: MailOrder, folder: Path) -> PersonalMails:
    """The mails to the people of a list, which go below a folder; LC038 where nobody on it can get one."""
    workspace, event = order.workspace, event_for(order)
    private = private_side(order, event)
    # What the mail says to all is judged once, and without a person: a finding must not name anybody.
    found = judge(workspace, event, mail_of(order.stage, event, order.kind, private), folder)
    people = people_of(workspace.root, event.id, list_of(order, event))
    # Who waits for a seat must not read that it is reserved.
    seated = MAILS[order.kind].audience == "participants"
    wanted = tuple(each for each in people.participants if each.seat == "confirmed" or not seated)
    chosen = wanted[: order.limit]
    if not chosen:
        raise LabcampError(*people.findings, finding("LC038", Place(list_of(order, event).as_posix())))
    make = PRIVATE["personal-ready" if order.ready else "personal"]
    files = tuple(make(replace(order.stage, sent=sent_of(workspace.root)), event, private, chosen, kind=order.kind))
    found = [*found, *to_know(order, event, private), *people.findings]
    return PersonalMails(
        event, people, wanted, chosen, files, folder, tuple(found), everybody=not (order.to or order.limit)
    )


def list_of(order: MailOrder, event: Event) -> Path:
    """The list of people that is meant: the one that was named, else that of the event."""
    return Path(order.to) if order.to else list_path(order.workspace.root, event.id)


def summary(mails: PersonalMails) -> str:
    """How many drafts there are and which rows of the list have none: `35 Entwürfe, 2 Zeilen ausgelassen: ...`."""
    parts = [_counted("made_each", len(mails.files))]
    if mails.people.left_out:
        reasons = ", ".join(f"{say(f'left_out_{reason}')} ({number})" for reason, number in mails.people.left_out)
        total = sum(number for _, number in mails.people.left_out)
        parts.append(f"{_counted('rows_left_out', total)}: {reasons}")
    if waiting := len(mails.people.participants) - len(mails.wanted):
        parts.append(_counted("without_seat", waiting))
    if later := len(mails.wanted) - len(mails.chosen):
        parts.append(_counted("not_yet", later))
    return ", ".join(parts)


def _counted(key: str, number: int) -> str:
    return say(key if number != 1 else f"{key}_one", count=number)


def _write(mails: PersonalMails, options: Options) -> list[Outcome]:
    """Write the drafts of single people; their outcomes."""
    with without_addresses(mails.folder):
        return list(write(mails.files, mails.folder, dry_run=options.dry_run, force=options.force))


@contextmanager
def without_addresses(folder: Path) -> Iterator[None]:
    """What the system refuses below a folder is told of the folder: the names of the files there are addresses."""
    try:
        yield
    except LabcampError as problem:
        below = f"{folder.as_posix()}/"
        hidden = (
            replace(each, path=folder.as_posix()) if each.path.startswith(below) else each for each in problem.findings
        )
        raise LabcampError(*dict.fromkeys(hidden)) from None


def _no_longer(mails: PersonalMails, kind: str, *, dry_run: bool) -> list[Outcome]:
    """What became of the drafts for those who are no longer on the list, which nobody should send by mistake."""
    folder = f"{mails.event.id}/{kind}"
    people = {f"{folder}/{in_a_name(person.email)}" for person in mails.wanted}
    drafts = (name for name in names_below(folder, mails.folder) if name.endswith(".eml"))
    stale = [name for name in drafts if ENDING.sub("", name) not in people]
    with without_addresses(mails.folder):
        return list(remove(stale, mails.folder, dry_run=dry_run))


def _became(outcomes: Sequence[Outcome], *, dry_run: bool) -> Iterator[str]:
    """A line for each thing that became of drafts: `angelegt 33`."""
    for word, number in Counter(outcome.word for outcome in outcomes).items():
        yield f"{say(f'would_{word}' if dry_run else word):<{len(say('unchanged'))}}  {number}"


def _kept(mails: PersonalMails, outcomes: Sequence[Outcome]) -> Iterator[Finding]:
    """A finding at the row of each person whose draft has been changed by hand."""
    kept = {ENDING.sub("", outcome.path.name) for outcome in outcomes if outcome.word == "kept"}
    yield from (finding("LC942", person.place) for person in mails.chosen if in_a_name(person.email) in kept)


def _for_nobody(stale: Sequence[Outcome]) -> Iterator[Finding]:
    """LC943 where drafts stay that are for nobody on the list, for a person has changed them."""
    kept = [outcome.path for outcome in stale if outcome.word == "kept"]
    if kept:
        yield finding("LC943", Place(kept[0].parent.as_posix()), count=len(kept))


def mail_kinds(incomplete: str) -> Iterator[str]:
    """The names of the mails, for the shell's completion."""
    return (kind for kind in MAILS if kind.startswith(incomplete))


Kind = Annotated[str, typer.Argument(autocompletion=mail_kinds)]
