"""`render-print`: what hangs, lies and is worn at an event."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.shape import nearest
from labcamp.findings import LabcampError, Place, UsageError, finding
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.private import Participant, Private
from labcamp.render.prints import PRINTS
from labcamp.render.prints.badges import SIZES
from labcamp.render.stage import stage_of
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import sound, tell_advice, write_and_tell
from labcamp.terminal.options import MakeOptions, MaybeEvent, Notes, To
from labcamp.terminal.report import tell
from labcamp.terminal.which_event import chosen_or_next
from labcamp.workspace import Workspace
from labcamp.workspace.people import People, list_path, people_of
from labcamp.workspace.private import FOLDER, private_of
from labcamp.workspace.seating import plan_path, seating_of

say = phrases_of("render-print")


def print_kinds(incomplete: str) -> Iterator[str]:
    """The names of the prints, for the shell's completion."""
    return (kind for kind in PRINTS if kind.startswith(incomplete))


def badge_sizes(incomplete: str) -> Iterator[str]:
    """The sizes that badges have, for the shell's completion."""
    return (size for size in SIZES if size.startswith(incomplete))


Kind = Annotated[str, typer.Argument(autocompletion=print_kinds)]
Size = Annotated[
    str | None,
    typer.Option("--size", autocompletion=badge_sizes),
]
Tables = Annotated[bool, typer.Option("--groups")]


def render_print(
    kind: Kind,
    event: MaybeEvent = None,
    *,
    notes: Notes = False,
    size: Size = None,
    groups: Tables = False,
    to: To = None,
    options: MakeOptions,
) -> None:
    """One of the prints of one event; what names people goes to `private/out/` alone."""
    typed = {"notes": notes or None, "size": size, "groups": groups or None, "to": to}
    given = {name: value for name, value in typed.items() if value is not None}
    order = PrintOrder(sound(options.root, options.today, event), known_kind(kind), event, given)
    known = chosen_or_next(order.workspace, order.event)
    folder = _folder(order, options.out)
    write_and_tell(list(_artefacts(order, known)), options.into(folder))
    tell_advice(order.workspace, known)


@dataclass(frozen=True)
class PrintOrder:
    """What was asked for: a kind of print, perhaps an event, and the options that were given."""

    workspace: Workspace
    kind: str
    event: str | None
    options: Mapping[str, object]

    def __post_init__(self) -> None:
        """LC042 for an option that this print does not know, LC045 for a size that badges do not have."""
        if others := [name for name in self.options if name not in PRINTS[self.kind].options]:
            raise UsageError(finding("LC042", Place(f"--{others[0]}"), option=f"--{others[0]}", kind=self.kind))
        if "size" in self.options and self.options["size"] not in SIZES:
            raise UsageError(finding("LC045", Place("--size"), size=self.options["size"], known=", ".join(SIZES)))


def known_kind(kind: str) -> str:
    """The name of a print; LC041 where there is none of that name, with the nearest."""
    if kind in PRINTS:
        return kind
    raise UsageError(finding("LC041", Place(""), kind=kind, nearest=nearest(kind, PRINTS), known=", ".join(PRINTS)))


def _folder(order: PrintOrder, out: Path | None) -> Path:
    """Where it goes; LC033 for what is not for everybody and is wanted elsewhere."""
    if PRINTS[order.kind].reader == "public":
        return out or order.workspace.root / "out"
    if out is not None:
        raise UsageError(finding("LC033", Place("--out"), option=order.kind))
    return order.workspace.root / FOLDER / "out"


def _artefacts(order: PrintOrder, event: Event) -> Iterator[Artefact]:
    workspace, options = order.workspace, {name: value for name, value in order.options.items() if name != "to"}
    kind = PRINTS[order.kind]
    if kind.reader == "public":
        return kind.render(stage_of(workspace, kept()), (event,), **options)
    if "groups" in options or (kind.reader == "team" and plan_path(workspace.root, event.id).is_file()):
        options["groups"] = seating_of(workspace.root, event.id)
    aside = workspace.root / FOLDER / f"{event.id}.yaml"
    private = private_of(workspace.root, event.id) if aside.is_file() else Private()
    if kind.reader == "team":
        return kind.render(stage_of(workspace, kept()), event, private, **options)
    people = _seated(order, event)
    return kind.render(stage_of(workspace, kept()), event, private, people, **options)


def _seated(order: PrintOrder, event: Event) -> Sequence[Participant]:
    """Those on the list who have a seat, after it was said who is left out; LC046 where nobody has one."""
    root, named = order.workspace.root, str(order.options.get("to") or "")
    people = people_of(root, event.id, Path(named) if named else None)
    seated = [person for person in people.attendees if person.seat == "confirmed"]
    joining = [person for person in seated if comes_not(event, person)]
    if len(seated) == len(joining):
        shown = named or list_path(root, event.id).as_posix()
        raise LabcampError(*people.findings, finding("LC046", Place(shown)))
    lines = {person.place.line for person in people.attendees}  # who gets no mail comes all the same
    tell(sorted({*(found for found in people.findings if found.line not in lines), *people.unprintable}))
    typer.echo(_counted(people, len(seated), len(joining)))
    return [person for person in seated if not comes_not(event, person)]


def comes_not(event: Event, person: Participant) -> bool:
    """Tell whether somebody joins online an event to which others come: nothing is printed for them."""
    return person.where == "online" and (event.place is None or event.place.on_site)


def _counted(people: People, seated: int, joining: int) -> str:
    """How many are printed, and how many are not: `35 Personen, 4 Personen online, 2 Personen ohne festen Platz`."""
    rows = len(people.participants) + sum(number for _, number in people.left_out)
    waiting, left_out = len(people.attendees) - seated, rows - len(people.attendees)
    numbers = {"printed_people": seated - joining, "joining": joining, "without_seat": waiting}
    numbers |= {"rows_left_out": left_out}
    said = (say(key if number != 1 else f"{key}_one", count=number) for key, number in numbers.items() if number)
    return ", ".join(said)
