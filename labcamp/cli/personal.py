"""One mail a person: for whom, how many, and what becomes of the drafts; no name or address is said."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from labcamp.artefact import Artefact
from labcamp.cli.language import say
from labcamp.cli.letters import Order, event_for, folder_for, judged, private_side, to_know
from labcamp.cli.making import Target, advised, opened
from labcamp.cli.report import tell
from labcamp.cli.words import typed
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.model import Event
from labcamp.model.participant import Participant
from labcamp.people import People, people_of
from labcamp.plan import MAILS
from labcamp.private import FOLDER
from labcamp.render import PRIVATE
from labcamp.render.eml import in_a_name
from labcamp.render.mails import mail_of
from labcamp.render.stage import stage_of
from labcamp.write import Outcome, write
from labcamp.write.removal import names_below, remove

# What follows the address in the name of a file; that of a mail for one of several days has its number
ENDING = re.compile(r"(?:(?:-\d+)?-ready)?\.eml$")


@dataclass(frozen=True)
class Letters:
    """The mails to single people: who can get one, who gets one now, the files, and the folder below which they go."""

    event: Event
    people: People
    wanted: tuple[Participant, ...]
    chosen: tuple[Participant, ...]
    files: tuple[Artefact, ...]
    folder: Path
    found: tuple[Finding, ...]
    everybody: bool  # of the event's own list: then who is not on it has no business with the mail any more


def written_for_each(order: Order, out: Path | None, target: Target) -> None:
    """Each person has a draft of their own, below `private/out/`; how many is said before they are written."""
    letters = letters_for(order, folder_for(order, out))
    typer.echo(summary(letters))
    outcomes = _put(letters, target)
    stale = _no_longer(letters, order.kind, dry_run=target.dry_run) if letters.everybody else []
    for line in _became([*outcomes, *stale], dry_run=target.dry_run):
        typer.echo(line)
    tell(sorted({*letters.found, *_kept(letters, outcomes), *_for_nobody(stale)}))
    if target.dry_run:
        typer.echo(say("dry_run"))
    elif target.open:
        opened(outcomes[0].path)
    else:
        typer.echo(_closing(order, letters))
    advised(order.workspace)


def _closing(order: Order, letters: Letters) -> str:
    """The last line: where they are, and how they get on their way."""
    folder = (letters.folder / letters.event.id / order.kind).as_posix()
    event, key = letters.event, "personal_ready" if order.ready else "personal_next"
    return say(key, folder=folder, kind=order.kind, event=typed(event))


def letters_for(order: Order, folder: Path) -> Letters:
    """The mails to the people of a list, which go below a folder; LC038 where nobody on it can get one."""
    workspace, event = order.workspace, event_for(order)
    private = private_side(order, event)
    # What the mail says to all is judged once, and without a person: a finding must not name anybody.
    found = judged(workspace, event, mail_of(stage_of(workspace), event, order.kind, private), folder)
    people = people_of(workspace.root, event.id, list_of(order, event))
    # Who waits for a seat must not read that it is reserved.
    seated = MAILS[order.kind].audience == "participants"
    wanted = tuple(each for each in people.participants if each.seat == "confirmed" or not seated)
    chosen = wanted[: order.limit]
    if not chosen:
        raise LabcampError(*people.findings, finding("LC038", Place(list_of(order, event).as_posix())))
    make = PRIVATE["personal-ready" if order.ready else "personal"]
    files = tuple(make(workspace, event, private, chosen, kind=order.kind))
    found = [*found, *to_know(order, event, private), *people.findings]
    return Letters(event, people, wanted, chosen, files, folder, tuple(found), everybody=not (order.to or order.limit))


def list_of(order: Order, event: Event) -> Path:
    """The list of people that is meant: the one that was named, else that of the event."""
    return Path(order.to) if order.to else order.workspace.root / FOLDER / f"{event.id}.csv"


def summary(letters: Letters) -> str:
    """How many drafts there are and which rows of the list have none: `35 Entwürfe, 2 Zeilen ausgelassen: ...`."""
    parts = [_counted("made_each", len(letters.files))]
    if letters.people.left_out:
        reasons = ", ".join(f"{say(f'left_out_{reason}')} ({number})" for reason, number in letters.people.left_out)
        total = sum(number for _, number in letters.people.left_out)
        parts.append(f"{_counted('rows_left_out', total)}: {reasons}")
    if waiting := len(letters.people.participants) - len(letters.wanted):
        parts.append(_counted("without_seat", waiting))
    if later := len(letters.wanted) - len(letters.chosen):
        parts.append(_counted("not_yet", later))
    return ", ".join(parts)


def _counted(key: str, number: int) -> str:
    return say(key if number != 1 else f"{key}_one", count=number)


def _put(letters: Letters, target: Target) -> list[Outcome]:
    """What became of each draft."""
    with nobody_named(letters.folder):
        return list(write(letters.files, letters.folder, dry_run=target.dry_run, force=target.force))


@contextmanager
def nobody_named(folder: Path) -> Iterator[None]:
    """What the system refuses below a folder is told of the folder: the names of the files there are addresses."""
    try:
        yield
    except LabcampError as problem:
        below = f"{folder.as_posix()}/"
        hidden = (
            replace(each, path=folder.as_posix()) if each.path.startswith(below) else each for each in problem.findings
        )
        raise LabcampError(*dict.fromkeys(hidden)) from None


def _no_longer(letters: Letters, kind: str, *, dry_run: bool) -> list[Outcome]:
    """What became of the drafts for those who are no longer on the list, which nobody should send by mistake."""
    folder = f"{letters.event.id}/{kind}"
    people = {f"{folder}/{in_a_name(person.email)}" for person in letters.wanted}
    drafts = (name for name in names_below(folder, letters.folder) if name.endswith(".eml"))
    stale = [name for name in drafts if ENDING.sub("", name) not in people]
    with nobody_named(letters.folder):
        return list(remove(stale, letters.folder, dry_run=dry_run))


def _became(outcomes: Sequence[Outcome], *, dry_run: bool) -> Iterator[str]:
    """A line for each thing that became of drafts: `angelegt 33`."""
    for word, number in Counter(outcome.word for outcome in outcomes).items():
        yield f"{say(f'would_{word}' if dry_run else word):<{len(say('unchanged'))}}  {number}"


def _kept(letters: Letters, outcomes: Sequence[Outcome]) -> Iterator[Finding]:
    """A finding at the row of each person whose draft has been changed by hand."""
    kept = {ENDING.sub("", outcome.path.name) for outcome in outcomes if outcome.word == "kept"}
    yield from (finding("LC942", person.place) for person in letters.chosen if in_a_name(person.email) in kept)


def _for_nobody(stale: Sequence[Outcome]) -> Iterator[Finding]:
    """LC943 where drafts stay that are for nobody on the list, for a person has changed them."""
    kept = [outcome.path for outcome in stale if outcome.word == "kept"]
    if kept:
        yield finding("LC943", Place(kept[0].parent.as_posix()), count=len(kept))
