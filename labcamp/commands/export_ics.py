"""`export-ics`: calendar files for everybody, for those who take part, and for one person."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import typer

from labcamp.check.shape import nearest
from labcamp.files.read import forbidden_sign
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.model import Contact, Event, Session
from labcamp.model.artefact import Artefact
from labcamp.model.entries import session_entries
from labcamp.model.private import Private
from labcamp.model.texts import lead_of, one_line
from labcamp.patterns import pattern_of
from labcamp.planning.tasks import all_tasks, plan_of
from labcamp.render import PRIVATE, calendar
from labcamp.render.stage import Stage, stage_of
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import remember, sound, tell_advice, write_and_tell
from labcamp.terminal.options import MakeOptions, MaybeEvent
from labcamp.terminal.report import tell
from labcamp.terminal.which_event import chosen, chosen_or_next
from labcamp.workspace import EVENTS, Workspace
from labcamp.workspace.private import FOLDER, private_of, sent_of

say = phrases_of("export-ics")

Drafts = Annotated[bool, typer.Option("--drafts")]
Sessions = Annotated[bool, typer.Option("--sessions")]
Person = Annotated[str | None, typer.Option("--person")]
Organisation = Annotated[str | None, typer.Option("--organisation")]
Deadlines = Annotated[bool, typer.Option("--deadlines")]
Participants = Annotated[bool, typer.Option("--participants")]
Invite = Annotated[list[str] | None, typer.Option("--invite")]
Cancel = Annotated[list[str] | None, typer.Option("--cancel")]
Alarm = Annotated[str | None, typer.Option("--alarm")]

RECEIVER = pattern_of(r"(?:(?P<name>[^<>]*)<\s*)?(?P<email>[^<>\s]+)\s*>?")
RINGS = ("participants", "invite")
MAILED = frozenset({"invite", "cancel"})
INTERNAL = frozenset({"participants", "deadlines", *MAILED})


def export_ics(
    event: MaybeEvent = None,
    *,
    drafts: Drafts = False,
    sessions: Sessions = False,
    person: Person = None,
    organisation: Organisation = None,
    deadlines: Deadlines = False,
    participants: Participants = False,
    invite: Invite = None,
    cancel: Cancel = None,
    alarm: Alarm = None,
    options: MakeOptions,
) -> None:
    """One calendar file, or one for each person who is mailed."""
    typed: dict[str, object] = {
        "sessions": sessions,
        "person": person,
        "organisation": organisation,
        "deadlines": deadlines,
    }
    typed |= {"participants": participants, "invite": invite, "cancel": cancel}
    kind = kind_of(typed, event)
    folder = folder_for(kind, options.root, options.out)
    typed |= {"drafts": drafts, "alarm": rings(alarm, kind)}
    order = CalendarOrder(sound(options.root, options.today, event), kind, event, typed)
    artefacts = files_of(order)
    write_and_tell(artefacts, options.into(folder), closing=for_whom(order))
    if kind in MAILED and not options.dry_run:
        remember(order.stage, order.one, _private(order))
    tell(to_know(order))
    tell_advice(order.workspace, *([chosen(order.workspace, event)] if event else []))


@dataclass(frozen=True)
class CalendarOrder:
    """What was asked for: a kind, perhaps an event, and the options with their values."""

    workspace: Workspace
    kind: str
    event: str | None
    options: Mapping[str, Any]

    @cached_property
    def stage(self) -> Stage:
        """What all that is asked for is made on."""
        return replace(stage_of(self.workspace, kept()), alarm=self.options["alarm"])

    @property
    def value(self) -> Any:
        """What stands behind the option of the kind."""
        return self.options[self.kind]

    @property
    def one(self) -> Event:
        """The event, or the next one when none was named."""
        return chosen_or_next(self.workspace, self.event)

    def path(self, event: Event) -> Path:
        """The file of an event."""
        return self.workspace.root / EVENTS / f"{event.id}.yaml"


def kind_of(options: Mapping[str, object], event: str | None) -> str:
    """The one kind that was asked for; LC025 where there are several."""
    kinds = [name for name, value in options.items() if value]
    if len(kinds) > 1:
        raise UsageError(finding("LC025", Place(""), options=", ".join(f"--{kind}" for kind in kinds)))
    if kinds:
        return kinds[0]
    return "single" if event else "feed"


def folder_for(kind: str, root: Path, out: Path | None) -> Path:
    """Where the files of a kind go; LC033 for what is not for everybody and is wanted elsewhere."""
    if kind not in INTERNAL:
        return out or root / "out"
    if out is not None:
        raise UsageError(finding("LC033", Place("--out"), option=f"--{kind}"))
    return root / FOLDER / "out"


def rings(text: str | None, kind: str) -> dt.timedelta | None:
    """How long before the event the calendars ring; LC019 where the file is not of those who take part, LC049."""
    if text is None:
        return None
    if kind not in RINGS:
        other = " / ".join(f"--{each}" for each in RINGS)
        raise UsageError(finding("LC019", Place("--alarm"), option="--alarm", other=other))
    try:
        return lead_of(text)
    except ValueError as problem:
        raise UsageError(finding("LC049", Place("--alarm"), text=text)) from problem


def files_of(order: CalendarOrder) -> list[Artefact]:
    """The files that were asked for; a finding where there would be none."""
    return list(MAKERS[order.kind](order))


def for_whom(order: CalendarOrder) -> str:
    """For whom the files are, and what to do with them."""
    public = order.workspace.series.public
    if order.kind == "feed" and public:
        address = f"{public.rstrip('/')}/{order.workspace.series.id}.ics"
        return say("for_feed_public", https=address, webcal=re.sub("^https?:", "webcal:", address))
    return say(f"for_{order.kind}")


def to_know(order: CalendarOrder) -> list[Finding]:
    """What has changed since it was announced, and which sessions have no time and so no entry."""
    event = None if order.kind == "feed" or (order.kind == "deadlines" and not order.event) else order.one
    path = order.path(event).as_posix() if event else None
    changed = [found for found in order.workspace.findings if found.code == "LC906" and path in (None, found.path)]
    if event is None or order.kind not in {"sessions", "person", "organisation"}:
        return changed
    entries = session_entries(event, order.workspace.series).values()
    lost = [session.title for session, entry in zip(event.agenda, entries, strict=True) if entry is None]
    place = Place(order.path(event).as_posix())
    return changed + ([finding("LC907", place, titles=", ".join(lost))] if lost else [])


def _feed(order: CalendarOrder) -> Iterator[Artefact]:
    return calendar.feed(order.stage, order.workspace.events, drafts=order.options["drafts"])


def _single(order: CalendarOrder) -> Iterator[Artefact]:
    return _with_a_day(order, order.one, calendar.render(order.stage, (order.one,)))


def _participants(order: CalendarOrder) -> Iterator[Artefact]:
    event = order.one
    private = private_of(order.workspace.root, event.id)
    return _with_a_day(order, event, PRIVATE["participants"](order.stage, event, private))


def _sessions(order: CalendarOrder) -> Iterator[Artefact]:
    return _with_times(order, order.one, calendar.sessions(order.stage, order.one), order.one.title)


def _person(order: CalendarOrder) -> Iterator[Artefact]:
    names = sorted({person.name for session in order.one.agenda for person in session.by if person.name})
    wanted = _known("--person", order.value, names)

    def has(session: Session) -> bool:
        return any(person.name == wanted for person in session.by)

    return _with_times(order, order.one, calendar.sessions_of(order.stage, order.one, wanted, has), wanted)


def _organisation(order: CalendarOrder) -> Iterator[Artefact]:
    wanted = _known("--organisation", order.value, [lab.id for lab in order.one.labs])

    def has(session: Session) -> bool:
        return any(person.organisation is not None and person.organisation.id == wanted for person in session.by)

    return _with_times(order, order.one, calendar.sessions_of(order.stage, order.one, wanted, has), wanted)


def _deadlines(order: CalendarOrder) -> Iterator[Artefact]:
    """The deadlines and open tasks of an event, or of all that are to come; and what the last ones leave to be done."""
    workspace, plan = order.workspace, plan_of(order.workspace.root)
    if order.event:
        event = order.one
        tasks = all_tasks(workspace, (event,), plan)
        files = calendar.deadlines(order.stage, (event,), f"{event.id}/deadlines.ics", tasks)
    else:
        events = [event for event in workspace.events if not event.is_past(workspace.today)]
        tasks = all_tasks(workspace, workspace.events, plan)
        files = calendar.deadlines(order.stage, events, f"{workspace.series.id}-deadlines.ics", tasks)
    return _or(files, LabcampError(finding("LC031", Place(""))))


def _invite(order: CalendarOrder) -> Iterator[Artefact]:
    if order.event and (event := chosen(order.workspace, order.event)).cancelled:
        raise LabcampError(finding("LC030", Place(order.path(event).as_posix()), id=event.id))
    return _mailed(order)


def _cancel(order: CalendarOrder) -> Iterator[Artefact]:
    if order.event and not (event := chosen(order.workspace, order.event)).cancelled:
        raise LabcampError(finding("LC029", Place(order.path(event).as_posix()), id=event.id))
    return _mailed(order)


def _mailed(order: CalendarOrder) -> Iterator[Artefact]:
    """The request or its cancellation for each person; each needs to know which event is meant."""
    if not order.event:
        raise UsageError(finding("LC034", Place(""), option=f"--{order.kind}"))
    event, private, sent = order.one, _private(order), sent_of(order.workspace.root)
    people = tuple(dict.fromkeys(_receiver(f"--{order.kind}", text) for text in order.value))
    files = (file for person in people for file in PRIVATE["requests"](order.stage, event, private, person, sent))
    return _with_a_day(order, event, files)


def _private(order: CalendarOrder) -> Private:
    """The private side of the event; who organises without invites too: then the way to join comes later."""
    known = (order.workspace.root / FOLDER / f"{order.one.id}.yaml").is_file()
    return private_of(order.workspace.root, order.one.id) if known else Private()


MAKERS: dict[str, Callable[[CalendarOrder], Iterator[Artefact]]] = {
    "feed": _feed,
    "single": _single,
    "sessions": _sessions,
    "person": _person,
    "organisation": _organisation,
    "deadlines": _deadlines,
    "participants": _participants,
    "invite": _invite,
    "cancel": _cancel,
}


def _or(files: Iterable[Artefact], nothing: LabcampError) -> Iterator[Artefact]:
    found = list(files)
    if not found:
        raise nothing
    return iter(found)


def _with_a_day(order: CalendarOrder, event: Event, files: Iterable[Artefact]) -> Iterator[Artefact]:
    """The files; LC013 where the day of the event is not known."""
    return _or(files, LabcampError(finding("LC013", Place(order.path(event).as_posix()), event=event.id)))


def _with_times(order: CalendarOrder, event: Event, files: Iterable[Artefact], whose: str) -> Iterator[Artefact]:
    """The files; LC027 where none of these sessions has a time."""
    return _or(files, LabcampError(finding("LC027", Place(order.path(event).as_posix()), whose=whose)))


def _known(option: str, wanted: str, names: list[str]) -> str:
    """The name that is meant: it, or the only one that contains it; LC032 where there is none."""
    text = one_line(wanted).casefold()
    found = [name for name in names if name.casefold() == text] or [name for name in names if text in name.casefold()]
    if text and len(found) == 1:
        return found[0]
    values = {"name": wanted, "nearest": nearest(wanted, names), "known": ", ".join(names) or "–"}
    raise UsageError(finding("LC032", Place(option), **values))


def _receiver(option: str, text: str) -> Contact:
    """The person behind `Name <address>` or an address alone; LC107, LC215 where that is no address."""
    if sign := forbidden_sign(text):
        raise UsageError(finding("LC107", Place(option), character=sign))
    match = RECEIVER.fullmatch(one_line(text))
    name = one_line(match["name"] or "").strip('" ') if match else ""
    try:
        return Contact.model_validate({"email": match["email"] if match else ""} | ({"name": name} if name else {}))
    except ValueError as problem:
        raise UsageError(finding("LC215", Place(option), text=text)) from problem
