"""`show`: one event on one screen."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.agenda import clock
from labcamp.findings import Finding
from labcamp.model import Agreement, Event, Paper, Person, TimedSession
from labcamp.model.ledger import of_kind
from labcamp.planning.duties import kinds_due
from labcamp.terminal import words
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import MaybeEvent, Options
from labcamp.terminal.report import styled, tell
from labcamp.terminal.status import lights
from labcamp.terminal.which_event import chosen_or_next
from labcamp.workspace import Workspace, load

say = phrases_of("show")

LABEL = 14
Detail = tuple[str, list[str]]


def show(event: MaybeEvent = None, *, options: Annotated[Options, "root", "out", "today"]) -> None:
    """Everything that is known about one event."""
    workspace = load(options.root, options.today)
    known = chosen_or_next(workspace, event)
    typer.echo("\n".join(details(workspace, known, options.folder)))
    tell(findings_of(workspace, known))
    typer.echo(say("show_next", path=(options.root / "events" / f"{known.id}.yaml").as_posix(), id=known.id))


def details(workspace: Workspace, event: Event, out: Path) -> Iterator[str]:
    """The lines of an event: a heading, then a label and its values; what is not known is not there."""
    yield styled(event.heading, "bold")
    yield f"{event.id} · {words.status(event, workspace.today)}"
    yield ""
    rows = [row for row in (*_facts(event), *_texts(event), *_afterwards(workspace, event, out)) if row[1]]
    room = max(LABEL, *(len(f"{say(key)}: ") for key, _ in rows))
    for key, values in rows:
        for label, value in zip([f"{say(key)}:", *[""] * len(values)], values, strict=False):
            yield f"{label:<{room}} {value}".rstrip()
    yield ""


def findings_of(workspace: Workspace, event: Event) -> list[Finding]:
    """What is wrong with the file of an event."""
    path = (workspace.root / "events" / f"{event.id}.yaml").as_posix()
    return [found for found in workspace.findings if found.path == path]


def _facts(event: Event) -> Iterator[Detail]:
    date = ", ".join(filter(None, (words.weekday(event), words.date(event), words.hours(event))))
    yield "when", [f"{date} ({event.zone})"] if words.hours(event) else [date] if date else []
    yield "where", list(filter(None, (words.place(event), *_address(event))))
    yield "access", [event.access] if event.access else []
    yield "hosts", [host.name for host in event.hosts]
    yield "partners", [partner.name for partner in event.partners]
    yield "moderation", [_person(person) for person in event.moderation]
    yield "reason", [event.reason] if event.reason else []
    yield "registration", list(_registration(event))


def _address(event: Event) -> Iterator[str]:
    if event.place:
        parts = (event.place.room, event.place.street, event.place.town if event.place.postcode else "")
        yield ", ".join(filter(None, parts))
        yield event.place.url or ""


def _registration(event: Event) -> Iterator[str]:
    known = event.registration
    if known.url:
        yield known.url
    if known.until:
        yield say("until", date=words.figures(known.until))
    if known.seats is not None:
        yield say("seats", count=known.seats)
    yield from filter(None, (known.price, known.note))


def _texts(event: Event) -> Iterator[Detail]:
    yield "summary", [event.summary] if event.summary else []
    yield "agenda", [_session(timed, len(event.days)) for timed in event.timetable]


def _session(timed: TimedSession, days: int) -> str:
    """A session in one line: its day where there are several, its times, its title, who has it."""
    day = say("day", number=timed.day) if days > 1 else ""
    times = "–".join(clock(minutes) for minutes in (timed.start_on_clock, timed.end) if minutes is not None)
    people = "; ".join(_person(person) for person in timed.session.by)
    title = timed.session.title + (f" ({people})" if people else "")
    return " ".join(filter(None, (day, f"{times:<11}" if times else "", title)))


def _person(person: Person) -> str:
    organisation = person.organisation.name if person.organisation else None
    return ", ".join(filter(None, (person.name, person.role, organisation)))


def _announced(workspace: Workspace, event: Event) -> Iterator[str]:
    """When the event was announced last, and which revision that was, counted from 0."""
    records = of_kind(workspace.announced.get(event.id, {}), "event").values()
    if records:
        last = max(records, key=lambda record: (record.sequence, record.stamp))
        yield say("announced_last", date=words.figures(last.stamp.date()), sequence=last.sequence)


def _afterwards(workspace: Workspace, event: Event, out: Path) -> Iterator[Detail]:
    yield "standing", list(filter(None, [_standing(workspace, event)]))
    yield "announced", list(_announced(workspace, event))
    yield "lessons", [line for line in (event.lessons or "").splitlines() if line.strip()]
    yield "agreed", [_agreement(each) for each in event.agreed]
    page = words.page(workspace, event, out)
    yield "page", [page] if page else []
    yield "links", [f"{link.label}: {link.url or link.file}" for link in event.links]
    yield "papers", [paper.title for paper in workspace.papers if _cites(paper, event)]
    yield "files", list(_files(out / event.id))
    lacking = words.missing(event, workspace.today)
    yield "missing", [", ".join(lacking)] if lacking else []


def _agreement(agreement: Agreement) -> str:
    """Something that was agreed in one line: what, who does it until when, and what came of it."""
    until = say("until", date=words.figures(agreement.until)) if agreement.until else ""
    details = ", ".join(filter(None, ("; ".join(map(_person, agreement.who)), until)))
    stands = say("agreed_open") if agreement.is_open else agreement.outcome or say("agreed_done")
    return f"{agreement.text}{f' ({details})' if details else ''}: {stands}"


def _cites(paper: Paper, event: Event) -> bool:
    """Tell whether a paper names something that was said at an event."""
    return any(name.startswith(f"{event.id}/") for name in paper.sources)


def _files(folder: Path) -> Iterator[str]:
    """The only file that was made, or how many there are."""
    made = [path for path in folder.iterdir() if not path.name.startswith(".")] if folder.is_dir() else []
    if made[1:]:
        yield say("files_made", count=len(made), folder=folder.as_posix())
    else:
        yield from (path.as_posix() for path in made)


def _standing(workspace: Workspace, event: Event) -> str:
    """The lights that there is something to say about, in words; what is missing stands by itself."""
    known = lights(workspace, event)
    waiting = len(kinds_due(workspace, event))
    told = {name: f"stands_{name}_{state}" for name, state in known._asdict().items() if state != "none"}
    told.pop("complete", None)
    if known.announced == "none" and not event.is_past(workspace.today):
        told = {"announced": "stands_announced_no", **told}
    if waiting == 1:
        told["mails"] = "stands_mails_one"
    return ", ".join(say(phrase, count=waiting) for phrase in told.values())
