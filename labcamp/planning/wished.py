"""From a list of people and what is wished of small groups to numbers, and in words why a wish cannot be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from labcamp.check.shape import nearest
from labcamp.files.read import Source, Steps
from labcamp.findings import Finding, NothingWrittenError, Place, finding
from labcamp.model import Event
from labcamp.model.private import GroupWishes, Participant, Priority, Where
from labcamp.model.texts import a_few
from labcamp.planning.groups import Pair, People, Plan, Refusal, Table, Wishes, pairs

ROUNDS, SIZES = 3, (4, 5)  # what organisers take for granted
MOST_ROUNDS = 50  # nobody has an evening for more, and each takes its time
# Of each reason why wishes cannot be: its finding, the key that it is about, and what its numbers are called
REFUSED: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "no_people": ("LC720", "", ()),
    "no_rounds": ("LC721", "rounds", ()),
    "size_of_one": ("LC722", "size", ()),
    "size_over_people": ("LC723", "size", ("size", "count")),
    "sizes_do_not_fit": ("LC724", "size", ("count", "least", "most")),
    "groups_over_people": ("LC725", "groups", ("groups", "count", "most")),
    "moderators_over_groups": ("LC726", "moderators", ("moderators", "groups")),
    "apart_and_together": ("LC727", "apart", ()),
    "apart_at_one_table": ("LC728", "tables", ("table",)),
    "apart_themselves": ("LC729", "apart", ()),
    "together_over_table": ("LC730", "together", ("count", "seats")),
    "moderators_together": ("LC731", "moderators", ()),
    "together_at_two_tables": ("LC732", "tables", ()),
    "together_in_two_halls": ("LC733", "together", ()),
    "table_missing": ("LC734", "tables", ("table", "tables")),
    "table_of_another_hall": ("LC735", "tables", ("table",)),
    "fixed_over_table": ("LC736", "tables", ("table", "seats")),
    "together_do_not_fit": ("LC719", "together", ()),
    "apart_over_groups": ("LC737", "apart", ()),
}


@dataclass(frozen=True)
class Asked:
    """Who sits in the groups, what is wished of them by their numbers, and in which halls they are."""

    people: tuple[Participant, ...]
    wishes: Wishes
    priority: Priority
    sides: tuple[Where, ...]


class Given(NamedTuple):
    """Where wishes stand: the private file of the event, the list of people, and the options that replace a key.

    `waiting` are the names and addresses, as they are compared, of those on the list who have no firm seat.
    """

    source: Source | None
    people: str
    options: frozenset[str] = frozenset()
    waiting: frozenset[str] = frozenset()

    def place(self, key: str, *steps: int | str) -> Place:
        """The place of a wish: its option, else its key in the file, else the list."""
        if key in self.options:
            return Place(f"--{key}")
        path: Steps = ("groups", key, *steps) if key else ()
        if self.source is None or not key or path[:2] not in self.source.spans:
            return Place(self.people)
        written = self.source.data["groups"][key]
        if isinstance(written, list) and len(steps) > 1 and all(isinstance(each, str) for each in written):
            path = ("groups", key, steps[1] if (*path[:2], steps[1]) in self.source.spans else steps[0])
        return self.source.place(*path)


def waiting(people: Iterable[Participant]) -> frozenset[str]:
    """The names and addresses, as they are compared, of those without a firm seat."""
    others = (person for person in people if person.seat != "confirmed")
    return frozenset(spoken(each) for person in others for each in (person.name, person.email) if each)


def seated(event: Event, people: Iterable[Participant]) -> tuple[Participant, ...]:
    """Those with a firm seat, as they are called: who has no name by what stands before the @ of the address."""
    firm = (person for person in people if person.seat == "confirmed")
    there = (replace(person, where=_side(event, person)) for person in firm)
    return tuple(each if each.name else replace(each, name=each.email.partition("@")[0]) for each in there)


def _side(event: Event, person: Participant) -> Where:
    """Where somebody sits: who has not said, or comes to both sides, where the event itself is."""
    if event.place and event.place.online and not event.place.on_site:
        return "online"
    return "online" if person.where == "online" else "on-site"


def asked(people: tuple[Participant, ...], groups: GroupWishes, given: Given) -> Asked:
    """What is wished, by numbers; everything that cannot be understood is raised: LC729, LC738, LC739, LC059, LC788."""
    known = Register(people, given)
    findings: list[Finding] = [*_contradictions(groups, given), *_alone(groups, given)]
    apart, together = (
        [list(_row(known, key, names, row)) for row, names in enumerate(of)]
        for key, of in (("apart", groups.apart), ("together", groups.together))
    )
    moderators = [number_of(known, name, "moderators", at) for at, name in enumerate(groups.moderators)]
    fixed = [(number_of(known, name, "tables", name), table - 1) for name, table in groups.tables.items()]
    each = [*(one for row in (*apart, *together) for one in row), *moderators, *(who for who, _ in fixed)]
    if findings := findings + [one for one in each if isinstance(one, Finding)]:
        raise NothingWrittenError(*findings)
    sides: tuple[Where, ...] = tuple(sorted({person.where for person in people})) or ("on-site",)
    halls = tuple(frozenset(n for n, each in enumerate(people) if each.where == side) for side in sides)
    wishes = Wishes(
        ROUNDS if groups.rounds is None else groups.rounds,
        SIZES if groups.size is None and groups.groups is None else groups.size,
        groups.groups,
        _pairs(apart),
        _pairs(together),
        tuple(dict.fromkeys(who for who in moderators if isinstance(who, int))),
        {who: table for who, table in fixed if isinstance(who, int)},
        halls if len(halls) > 1 else (),
    )
    return Asked(people, wishes, groups.priority or "today", sides)


def _contradictions(groups: GroupWishes, given: Given) -> Iterator[Finding]:
    """LC059 where both sizes and a number of groups are wished, LC788 for more rounds than anybody has time for."""
    if groups.size and groups.groups is not None:
        yield finding("LC059", given.place("groups"), one="size", other="groups")
    if groups.rounds is not None and groups.rounds > MOST_ROUNDS:
        yield finding("LC788", given.place("rounds"), rounds=groups.rounds, most=MOST_ROUNDS)


def _alone(groups: GroupWishes, given: Given) -> Iterator[Finding]:
    """LC729 for a wish about one person only, which asks for nothing."""
    for key, rows in (("apart", groups.apart), ("together", groups.together)):
        single = ((number, row[0]) for number, row in enumerate(rows) if len(row) == 1)
        yield from (finding("LC729", given.place(key, number, 0), people=shown(name)) for number, name in single)


def people_for(asked: Asked, met: Mapping[Pair, int]) -> People:
    """The same people as planning takes them; an organisation is the same however its capitals are."""
    written: dict[str, str] = {}
    for person in asked.people:
        written.setdefault(spoken(person.organisation), person.organisation.strip())
    return People(tuple(written[spoken(person.organisation)] for person in asked.people), met)


def most_pairs(wishes: Wishes, people: People) -> int:
    """In how many rounds everybody talks to all others, where all talk in pairs; of several halls in the smallest."""
    return min(count - 1 + count % 2 for count in map(len, _halls(wishes, people)))


def in_pairs(wishes: Wishes, people: People, seed: bytes) -> Plan:
    """Everybody talks in pairs, those of each hall among themselves."""
    tables: list[list[Table]] = [[] for _ in range(wishes.rounds)]
    counts: list[int] = []
    for hall in _halls(wishes, people):
        at = {who: number for number, who in enumerate(hall)}
        met = {(at[one], at[other]): times for (one, other), times in people.met.items() if {one, other} <= at.keys()}
        made = pairs(People(tuple(people.organisations[who] for who in hall), met), wishes.rounds, seed)
        counts += made.halls
        for together, tables_of_round in zip(tables, made.rounds, strict=True):
            together += [tuple(hall[number] for number in table) for table in tables_of_round]
    return Plan(tuple(map(tuple, tables)), tuple(counts))


def _halls(wishes: Wishes, people: People) -> list[list[int]]:
    """The people of each hall, in order."""
    return [sorted(hall) for hall in wishes.halls] or [[*range(people.count)]]


@dataclass(frozen=True)
class Register:
    """Who is there, by what they may be called, and where that stands."""

    people: tuple[Participant, ...]
    given: Given

    @cached_property
    def numbers(self) -> Mapping[str, list[int]]:
        """The numbers of all who have a name or an address."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, person in enumerate(self.people):
            for name in dict.fromkeys((spoken(person.name), spoken(person.email))):
                found[name].append(number)
        return found


def number_of(known: Register, name: str, key: str, *steps: str | int) -> int | Finding:
    """The number of a person by name or address; LC738 where nobody is called so, LC739 where several are.

    LC814 for somebody who is on the list without a firm seat.
    """
    numbers = known.numbers.get(spoken(name), ())
    if len(numbers) == 1:
        return numbers[0]
    place = known.given.place(key, *steps)
    if numbers:
        return finding("LC739", place, name=shown(name), count=len(numbers))
    if spoken(name) in known.given.waiting:
        return finding("LC814", place, name=shown(name))
    names = {spoken(person.name): person.name for person in known.people}
    return finding("LC738", place, name=shown(name), nearest=names.get(nearest(spoken(name), names), ""))


def _row(known: Register, key: str, names: Sequence[str], row: int) -> Iterator[int | Finding]:
    """The numbers of some who are to sit together, or apart."""
    return (number_of(known, name, key, row, column) for column, name in enumerate(names))


def _pairs(rows: Iterable[Iterable[int | Finding]]) -> tuple[Pair, ...]:
    """Each two of each row of numbers, once."""
    numbers = ([who for who in row if isinstance(who, int)] for row in rows)
    return tuple(dict.fromkeys((min(pair), max(pair)) for row in numbers for pair in combinations(row, 2)))


def spoken(name: str) -> str:
    """A name or address as it is compared: small letters, single blanks."""
    return " ".join(name.casefold().split())


def shown(name: str) -> str:
    """A name as a finding tells it: of an address nothing."""
    return "…@…" if "@" in name else name


def refusals(refused: Iterable[Refusal], people: Sequence[Participant], given: Given) -> Iterator[Finding]:
    """Why wishes cannot be, each as a finding at the wish that it is about, once for all halls."""
    for refusal in {(each.reason, each.people): each for each in refused}.values():
        code, key, names = REFUSED[refusal.reason]
        numbers = dict(zip(names, refusal.numbers, strict=False))
        if "table" in numbers:
            numbers["table"] += 1  # people count from 1
        values: dict[str, object] = {**numbers}
        if refusal.people:
            values["people"] = a_few([shown(people[number].name) for number in refusal.people])
        if refusal.reason == "sizes_do_not_fit":
            values["nearest"] = _sizes(refusal.numbers[len(names) :])
        key = "groups" if key == "size" and "groups" in given.options else key
        yield finding(code, given.place(key), **values)


def _sizes(numbers: Sequence[int]) -> str:
    """Sizes that would do: `3-4, 5`."""
    pairs = zip(numbers[::2], numbers[1::2], strict=False)
    return ", ".join(f"{least}-{most}" if least < most else str(least) for least, most in pairs)
