"""`people`: how a list of people was understood."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from labcamp.check.lists.table import WORKBOOK
from labcamp.check.people.standing import SEATS
from labcamp.model import Event
from labcamp.model.private import Participant, Where
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import OneEvent, ReadOptions, To
from labcamp.terminal.report import tell
from labcamp.terminal.tables import print_table
from labcamp.terminal.which_event import chosen
from labcamp.terminal.words import to_paste, typed
from labcamp.workspace import Workspace, load
from labcamp.workspace.people import People, list_path, people_of

say = phrases_of("people")

WHERES: tuple[Where, ...] = ("on-site", "online", "both", "")


def people(event: OneEvent, *, to: To = None, options: ReadOptions) -> None:
    """How a list was read, what its columns mean, how many there are of whom, and who gets mail."""
    workspace = load(options.root, options.today)
    known = chosen(workspace, event)
    path = Path(to) if to else list_path(options.root, known.id)
    found = people_of(options.root, known.id, path)
    typer.echo(f"{known.heading}\n\n{how_read(found, path)}\n")
    print_columns(found)
    typer.echo()
    print_table(("counted", "value", "people"), counts(found))
    typer.echo()
    if found.participants:
        print_people(found.participants)
    tell(found.findings)
    typer.echo(next_line(workspace, known, found, path))


def how_read(people: People, path: Path) -> str:
    """The file, and how it is written."""
    if people.encoding == WORKBOOK:
        return say("workbook_read", path=path.as_posix(), sheet=people.delimiter)
    encoding, delimiter = say(f"encoding_{people.encoding}"), say(f"delimiter_{people.delimiter}")
    return say("people_read", path=path.as_posix(), encoding=encoding, delimiter=delimiter)


def print_columns(people: People) -> None:
    """Print the columns that mean something as a table, the others below it: some programs write sixty of them."""
    print_table(("header", "meaning"), [(c.header, say(f"meaning_{c.meaning}")) for c in people.columns if c.meaning])
    decide = ", ".join(say("quoted", text=column.header) for column in people.deciding)
    typer.echo(say("columns_deciding", columns=decide) if decide else say("columns_deciding_none"))
    if others := [column.header for column in people.columns if not column.meaning]:
        typer.echo(say("columns_unused", columns=", ".join(filter(None, others))))


def counts(people: People) -> Iterator[tuple[str, str, str]]:
    """How many people there are by seat, country and organisation, and how many are left out, each as a row."""
    seats = Counter(person.seat for person in people.participants)
    for seat in (seat for seat in SEATS if seats[seat]):
        yield say("counted_seat"), say(f"seat_{seat}"), str(seats[seat])
    wheres = Counter(person.where for person in people.participants if person.seat == "confirmed")
    for where in (where for where in WHERES if wheres[where] and set(wheres) != {""}):
        yield say("counted_where"), say(f"where_{where}") if where else say("not_said"), str(wheres[where])
    for reason, count in people.left_out:
        yield say("counted_left_out"), say(f"left_out_{reason}"), str(count)
    if people.came is not None:
        yield say("counted_came"), "", str(people.came)
    for key in ("country", "organisation"):
        named = Counter(getattr(person, key) for person in people.participants)
        for name, count in sorted(named.items(), key=lambda item: (not item[0], -item[1], item[0].casefold())):
            if set(named) != {""}:
                yield say(f"meaning_{key}"), name or say("not_said"), str(count)


def print_people(people: Sequence[Participant]) -> None:
    """Print each person as a row; where they will be only if the list says it of somebody."""
    told = any(person.where for person in people)
    headers = ("line", "name", "email", "organisation", "country", "seat", *(["where"] if told else []))
    print_table(headers, (in_columns(person)[: len(headers)] for person in people))


def in_columns(person: Participant) -> tuple[str, ...]:
    """A person as a row."""
    seat, where = say(f"seat_{person.seat}"), say(f"where_{person.where}") if person.where else ""
    return str(person.place.line), person.name, person.email, person.organisation, person.country, seat, where


def next_line(workspace: Workspace, event: Event, people: People, path: Path) -> str:
    """What to do with the list."""
    if not people.participants:
        return say("people_none", path=path.as_posix())
    kind = "thanks" if event.is_past(workspace.today) else "confirmation"
    named = typed(event)
    return say("people_next", kind=kind, event=named, path=to_paste(path))
