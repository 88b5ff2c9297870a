"""`groups`: who sits with whom in small groups, round after round."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from labcamp.files.place import place
from labcamp.files.write import Outcome
from labcamp.findings import Finding, LabcampError, NothingWrittenError, Place, UsageError, finding
from labcamp.model import Event
from labcamp.model.met import called, met_before
from labcamp.model.private import GroupWishes, Participant, Priority
from labcamp.model.seating import Seating, Sort
from labcamp.model.texts import sizes_of
from labcamp.planning import groups as planning
from labcamp.planning.groups import Plan
from labcamp.planning.wished import (
    Asked,
    Given,
    Register,
    asked,
    in_pairs,
    most_pairs,
    number_of,
    people_for,
    refusals,
    seated,
    spoken,
    waiting,
)
from labcamp.render import groups as rendered
from labcamp.render.stage import stage_of
from labcamp.terminal.groups import in_words, tell_figures, tell_moves
from labcamp.terminal.kept import kept
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import open_file, sound, tell_advice
from labcamp.terminal.met import remember_met
from labcamp.terminal.options import NoPdf, OneEvent, Options, To
from labcamp.terminal.progress import counted
from labcamp.terminal.report import outcome_line, tell, tell_kept
from labcamp.terminal.which_event import chosen
from labcamp.terminal.words import typed
from labcamp.workspace import Workspace
from labcamp.workspace.met import counting, key_of, met_of
from labcamp.workspace.people import People, list_path, people_of
from labcamp.workspace.private import FOLDER, private_source_of
from labcamp.workspace.seating import seating_of

say = phrases_of("groups")

Rounds = Annotated[int | None, typer.Option("--rounds", show_default=False)]
Size = Annotated[str | None, typer.Option("--size", show_default=False)]
Count = Annotated[int | None, typer.Option("--groups", show_default=False)]
First = Annotated[Priority | None, typer.Option("--priority", show_default=False)]
InPairs = Annotated[bool, typer.Option("--pairs")]
Late = Annotated[list[str] | None, typer.Option("--late", show_default=False)]
Absent = Annotated[list[str] | None, typer.Option("--absent", show_default=False)]
After = Annotated[int | None, typer.Option("--after", min=0, show_default=False)]
Ran = Annotated[int | None, typer.Option("--ran", min=0, show_default=False)]

TOLD = ("kept", "left", "removed")  # of the other files only how many there are
PAIRS = planning.Wishes(1, (2, 3))  # three where somebody would have no partner: that is a break
# What cannot be said together: the other options of each one
APART = {
    "ran": ("rounds", "size", "groups", "priority", "pairs", "late", "absent", "after", "to"),
    "late": ("rounds", "size", "groups", "priority", "pairs"),
    "absent": ("rounds", "size", "groups", "priority", "pairs"),
    "pairs": ("size", "groups", "priority"),
    "size": ("groups",),
}


def groups(
    event: OneEvent,
    *,
    rounds: Rounds = None,
    size: Size = None,
    groups_: Count = None,
    priority: First = None,
    pairs: InPairs = False,
    late: Late = None,
    absent: Absent = None,
    after: After = None,
    ran: Ran = None,
    no_pdf: NoPdf = False,
    to: To = None,
    options: Annotated[Options, "root", "dry_run", "force", "today", "open"],
) -> None:
    """The plan of the groups, with all that is printed and sent of it, in `private/out/<id>/groups/`."""
    said: dict[str, object] = {"rounds": rounds, "size": size, "groups": groups_, "priority": priority}
    said |= {"pairs": pairs or None, "late": late or None, "absent": absent or None}
    said |= {"after": after, "ran": ran, "to": to or None}
    given = {name: value for name, value in said.items() if value is not None}
    refuse_together(given)
    workspace = sound(options.root, options.today, event)
    order = GroupOrder(workspace, chosen(workspace, event), given, options, pdf=not no_pdf)
    if ran is not None:
        record(order, ran)
    elif late or absent:
        change(order)
    else:
        plan(order)
    tell_advice(workspace, order.event)


@dataclass(frozen=True)
class GroupOrder:
    """What was asked for: an event, the options that were given, and how it is written."""

    workspace: Workspace
    event: Event
    given: Mapping[str, Any]
    options: Options
    pdf: bool

    @property
    def root(self) -> Path:
        """The folder of the series."""
        return self.workspace.root

    @property
    def list(self) -> Path:
        """Where the list of people lies."""
        return Path(self.given["to"]) if "to" in self.given else list_path(self.root, self.event.id)


def refuse_together(given: Mapping[str, object]) -> None:
    """LC059 for two options that exclude each other, LC019 for `--after` alone, LC234 for a size that is none."""
    for one, others in APART.items():
        if one in given and (other := next((name for name in others if name in given), "")):
            raise UsageError(finding("LC059", Place(f"--{other}"), one=f"--{one}", other=f"--{other}"))
    if "after" in given and not {"late", "absent"} & {*given}:
        raise UsageError(finding("LC019", Place("--after"), option="--after", other="--late"))
    if "size" in given and _size(str(given["size"])) is None:
        raise UsageError(finding("LC234", Place("--size"), text=given["size"]))


def _size(text: str) -> tuple[int, int] | None:
    """The least and the most of a group; None for a text that says no size."""
    try:
        return sizes_of(text)
    except ValueError:
        return None


# A plan


def plan(order: GroupOrder) -> None:
    """Plan the groups, and say before what is certain, and after what came of it."""
    people = people_of(order.root, order.event.id, order.list)
    request = _asked(order, seated(order.event, _everybody(people)))
    known = people_for(request, _met(order, request.people))
    _refuse(order, request, known)
    tell(_left_out(people))
    typer.echo(who_is_there(order, people, request))
    tell_guarantee(order, request, known)
    made = _planned(order, request, known)
    tell_figures(planning.figures(made, known, request.wishes), known)
    before = _kept(order)
    seating = _seating(order, request, made)
    write_groups(order, seating)
    if before and (before.people, before.rounds) != (seating.people, seating.rounds):
        typer.echo(say("groups_anew"))
    _tell_next(order, seating.sort)


def _everybody(people: People) -> Iterator[Participant]:
    """All who may come, in the order of the list: also who has no name, or gets no mail."""
    nameless = (person for person in people.participants if not person.name)
    yield from sorted((*people.attendees, *nameless), key=lambda person: person.place.line)


def _left_out(people: People) -> list[Finding]:
    """What is to be said of the rows of which nobody gets a seat: who gets no mail sits at a table all the same."""
    lines = {person.place.line for person in people.attendees}
    return sorted(found for found in people.findings if found.line not in lines)


def _asked(order: GroupOrder, people: tuple[Participant, ...], wished: GroupWishes | None = None) -> Asked:
    """Who is there and what is wished: options go before the private file."""
    private, source = private_source_of(order.root, order.event.id)
    given = {name: order.given[name] for name in ("rounds", "groups", "priority") if name in order.given}
    size = {"size": _size(str(order.given["size"]))} if "size" in order.given else {}
    instead = {"groups": None} if size else {"size": None} if "groups" in given else {}
    whole = wished or private.groups.model_copy(update={**instead, **given, **size})
    return asked(people, whole, Given(source, order.list.as_posix(), frozenset({*given, *size})))


def _met(order: GroupOrder, people: Sequence[Participant]) -> dict[tuple[int, int], int]:
    """At how many earlier events each two of them have met."""
    editions = met_of(order.root)
    key = key_of(order.root, editions)
    earlier = counting(editions, order.workspace.events, order.event, order.workspace.today)
    return met_before(key, earlier, [called(person) for person in people]) if key else {}


def _refuse(order: GroupOrder, request: Asked, known: planning.People) -> None:
    """What cannot be is raised before anything is written; who talks in pairs has no wishes but the rounds."""
    _, source = private_source_of(order.root, order.event.id)
    given = Given(source, order.list.as_posix(), frozenset(order.given))
    wishes = request.wishes
    if "pairs" in order.given:
        most = most_pairs(wishes, known)
        if 0 < most < wishes.rounds:
            raise NothingWrittenError(finding("LC788", given.place("rounds"), rounds=wishes.rounds, most=most))
        wishes = replace(PAIRS, rounds=wishes.rounds, halls=wishes.halls)
    if refused := planning.impossible(wishes, known):
        raise NothingWrittenError(*refusals(refused, request.people, given))


def _planned(order: GroupOrder, request: Asked, known: planning.People) -> Plan:
    """The plan itself; the same for the same list, wishes and event."""
    wishes = request.wishes
    text = f"{order.event.id} {wishes.rounds} {wishes.sizes} {wishes.groups} {request.priority}"
    if "pairs" in order.given:
        return in_pairs(wishes, known, text.encode())
    return planning.plan(wishes, known, request.priority, text.encode())


def _seating(order: GroupOrder, request: Asked, made: Plan) -> Seating:
    """The plan with the people in it."""
    wishes = request.wishes
    sort: Sort = "pairs" if "pairs" in order.given else "groups"
    people = tuple(replace(person, place=Place("")) for person in request.people)
    return Seating(
        people, made.rounds, made.halls, request.sides, wishes.moderators, sort, wishes.sizes, wishes.groups,
        request.priority,
    )  # fmt: skip


def _kept(order: GroupOrder) -> Seating | None:
    """The plan as it was kept before; None where there is none that can be read."""
    try:
        return seating_of(order.root, order.event.id)
    except LabcampError:
        return None


# A change on the day


def change(order: GroupOrder) -> None:
    """Go on from the plan that is kept: those who come late get a seat, and others move where somebody is absent."""
    before = seating_of(order.root, order.event.id)
    if before.sort == "pairs":
        option = "--late" if "late" in order.given else "--absent"
        raise NothingWrittenError(finding("LC718", Place(option), event=typed(order.event)))
    done = _done(order, before)
    gone = _named(before.people, order, "absent")
    newcomers, people = _newcomers(order, before, done)
    request = _asked(order, people, _as_before(order, before))
    known = people_for(request, _met(order, people))
    old = Plan(before.rounds, before.halls)
    new = planning.absent(old, request.wishes, known, gone, done) if gone else old
    new = planning.late(new, request.wishes, known, newcomers, done) if newcomers else new
    tell_moves(planning.moved(old, new), people)
    tell_figures(planning.figures(new, known, request.wishes), known)
    write_groups(order, replace(before, people=request.people, rounds=new.rounds))
    _tell_next(order, before.sort)


def _done(order: GroupOrder, before: Seating) -> int:
    """How many rounds have run already; LC784 where the plan has fewer."""
    done = int(order.given.get("after", 0))
    if done > len(before.rounds):
        raise NothingWrittenError(finding("LC784", Place("--after"), round=done, rounds=len(before.rounds)))
    return done


def _named(
    people: tuple[Participant, ...], order: GroupOrder, option: str, others: frozenset[str] = frozenset()
) -> tuple[int, ...]:
    """The numbers of those whom an option names; what is wrong with the names is raised."""
    known = Register(people, Given(None, "", frozenset({option}), others))
    found = [number_of(known, name, option) for name in order.given.get(option, ())]
    if wrong := [each for each in found if isinstance(each, Finding)]:
        raise NothingWrittenError(*wrong)
    return tuple(dict.fromkeys(each for each in found if isinstance(each, int)))


def _newcomers(order: GroupOrder, before: Seating, done: int) -> tuple[tuple[int, ...], tuple[Participant, ...]]:
    """The numbers of those who come late, and all people, those from the list behind the others.

    LC787 for somebody who has a seat in what is still to come.
    """
    if "late" not in order.given:
        return (), before.people
    listed = tuple(_everybody(people_of(order.root, order.event.id, order.list)))
    there = seated(order.event, listed)
    fresh = [there[number] for number in _named(there, order, "late", waiting(listed))]
    sitting = {who for tables in before.rounds[done:] for table in tables for who in table}
    numbers = {_same(person): number for number, person in enumerate(before.people)}
    if twice := [person for person in fresh if numbers.get(_same(person)) in sitting]:
        raise NothingWrittenError(*(finding("LC787", Place("--late"), name=person.name) for person in twice))
    new = [person for person in fresh if _same(person) not in numbers]
    side = before.sides[0]
    added = [person if person.where in before.sides else replace(person, where=side) for person in new]
    people = (*before.people, *(replace(person, place=Place("")) for person in added))
    numbers |= {_same(person): len(before.people) + number for number, person in enumerate(new)}
    return tuple(numbers[_same(person)] for person in fresh), people


def _same(person: Participant) -> tuple[str, str]:
    """What tells somebody from all others: who registers a colleague with the own address has the same address."""
    return spoken(person.email), spoken(person.name)


def _as_before(order: GroupOrder, before: Seating) -> GroupWishes:
    """The wishes of the private file with the rounds and sizes that the plan was made for."""
    private, _ = private_source_of(order.root, order.event.id)
    update = {"rounds": len(before.rounds), "size": before.size, "groups": before.groups, "priority": before.priority}
    return private.groups.model_copy(update=update)


# What really was


def record(order: GroupOrder, ran: int) -> None:
    """Remember who has met whom in the rounds that ran, and of the others nothing; LC784 for more than were planned."""
    before = seating_of(order.root, order.event.id)
    if ran > len(before.rounds):
        raise NothingWrittenError(finding("LC784", Place("--ran"), round=ran, rounds=len(before.rounds)))
    remember_met(order.root, order.event.id, replace(before, rounds=before.rounds[:ran]), dry_run=order.options.dry_run)
    said = {0: "groups_ran_none", 1: "groups_ran_one"}.get(ran, "groups_ran")
    typer.echo(say("dry_run") if order.options.dry_run else say(said, count=ran, rounds=len(before.rounds)))


# Writing and telling


def write_groups(order: GroupOrder, seating: Seating) -> None:
    """Put the folder in place as one, and remember who meets whom, until the event is over: then `--ran` says it."""
    stage = stage_of(order.workspace, kept())
    files = list(rendered.render(stage, order.event, seating, pdf=order.pdf))
    out, folder, options = order.root / FOLDER / "out", f"{order.event.id}/groups", order.options
    outcomes = list(place(files, out, folder, dry_run=options.dry_run, force=options.force))
    if not order.event.is_past(order.workspace.today):
        remember_met(order.root, order.event.id, seating, dry_run=options.dry_run)
    for outcome in outcomes:
        if outcome.word in TOLD:
            typer.echo(outcome_line(outcome, dry_run=options.dry_run))
    typer.echo(f"{(out / folder).as_posix()}/  {counted(outcomes, dry_run=options.dry_run)}")
    tell_kept(outcomes)
    if options.open and not options.dry_run:
        open_file(_first(outcomes))


def _first(outcomes: Sequence[Outcome]) -> Path:
    """What to look at first: something that is printed, else whatever there is."""
    printed = (outcome.path for outcome in outcomes if outcome.path.suffix == ".pdf")
    return next(printed, outcomes[0].path)


def who_is_there(order: GroupOrder, people: People, request: Asked) -> str:
    """Which event it is, and how many of its people join online, or have no firm seat and so none at a table."""
    online = sum(person.where == "online" for person in request.people) if len(request.sides) > 1 else 0
    waiting = sum(person.seat != "confirmed" for person in _everybody(people))
    numbers = {"groups_online": online, "groups_waiting": waiting}
    parts = ", ".join(say(key, count=count) for key, count in numbers.items() if count)
    return "\n".join((order.event.heading, *([parts] if parts else []), ""))


def tell_guarantee(order: GroupOrder, request: Asked, known: planning.People) -> None:
    """Say what is certain before anything runs, and what counting forbids; a bound is not said to be reachable."""
    if "pairs" in order.given:
        wishes = request.wishes
        values = {"people": known.count, "rounds": wishes.rounds}
        typer.echo(say("groups_pairs_odd" if known.count % 2 else "groups_pairs", **values))
        if wishes.apart or wishes.together or wishes.moderators or wishes.fixed:
            typer.echo(say("groups_pairs_wishes"))
        return
    for side, sure in zip(request.sides, planning.guarantee(request.wishes, known), strict=True):
        sentence = in_words(sure)
        typer.echo(say(f"groups_side_{side}", sentence=sentence) if len(request.sides) > 1 else sentence)
        if count := len(sure.colleagues):
            said = "groups_colleagues" if count > 1 else "groups_colleagues_one"
            typer.echo(say(said, count=count, groups=sure.groups, event=typed(order.event)))
    if request.priority == "new":
        typer.echo(say("groups_new"))


def _tell_next(order: GroupOrder, sort: Sort) -> None:
    """What to do where somebody comes late or is missing."""
    said = ("groups_next_pairs",) if sort == "pairs" else ("groups_next_late", "groups_next_absent")
    for key in ("dry_run",) if order.options.dry_run else (*said, "groups_next_ran"):
        typer.echo(say(key, event=typed(order.event)))
