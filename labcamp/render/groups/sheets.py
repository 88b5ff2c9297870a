"""Small groups on paper: a table plan a round, a card a person, a sheet a table, and a list of pairs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from labcamp.model.artefact import Artefact
from labcamp.model.seating import Sort
from labcamp.render.groups.fit import MM, Room, Way, fitting
from labcamp.render.groups.lists import heading_of, pairs_of
from labcamp.render.groups.told import Hall, Told
from labcamp.render.prints.typesetting import edition, family, printed, writable
from labcamp.render.stage import Stage

CARDS = 4  # on a sheet of A4

# As the templates set them: how large the names of a table plan and of a table's sheet can be
PLAN = tuple(
    Way(*way)
    for way in (
        (2, 28),
        (2, 24),
        (2, 20),
        (2, 18),
        (2, 16),
        (2, 14),
        (3, 14),
        (3, 13),
        (3, 12),
        (4, 11),
        (4, 10),
        (5, 9),
    )
)
SHEET = tuple(Way(*way) for way in ((2, 14), (2, 13), (2, 12), (2, 11), (2, 10), (3, 10), (3, 9), (4, 9)))
PLAN_ROOM = Room(178 * MM, 228 * MM, 6 * MM, 8 * MM, 15 * MM, head=2.3, paragraph=0.05)
SHEET_ROOM = Room(174 * MM, 222 * MM, 8 * MM, 7 * MM, 0, head=2.3, paragraph=0.2)


def render(stage: Stage, told: Told) -> Iterator[Artefact]:
    """What is printed of a plan, `groups/cards.pdf` and others; who talks in pairs needs no plan of the tables."""
    for name in OF_SORT[told.seating.sort]:
        yield printed(stage, told.facts, PAPERS[name].template, f"groups/{name}.pdf", data(told, name))


def data(told: Told, name: str) -> dict[str, object]:
    """What the template of a paper is given."""
    heading = heading_of(told, PAPERS[name].heading)
    shared = {"title": heading, "heading": heading, "notice": told.facts.notice, "when": told.facts.when}
    return {**shared, **PAPERS[name].given(told)}


def _table_plan(told: Told) -> dict[str, object]:
    """A page a round, with who sits where."""
    rounds = [
        {"label": each.label, "halls": [_hall(told, each.number - 1, hall) for hall in told.halls]}
        for each in told.rounds
    ]
    named = [
        [[told.at(each.number - 1, table, told.names) for table in hall.tables] for hall in told.halls]
        for each in told.rounds
    ]
    return {"rounds": rounds, **fitting(named, PLAN, PLAN_ROOM)._asdict()}


def _hall(told: Told, round_: int, hall: Hall) -> dict[str, object]:
    tables = [{"name": told.table(table), "people": told.at(round_, table, told.names)} for table in hall.tables]
    return {"name": hall.name, "tables": [table for table in tables if table["people"]]}


def _cards(told: Told) -> dict[str, object]:
    """A card for each person who comes, with their table in each round."""
    words, here = told.facts.words, {*told.on_site}
    coming = [who for who in range(len(told.names)) if {*told.seating.tables_of(who)} & here]
    coming.sort(key=lambda who: family(told.seating.people[who]))
    cards = [_card(told, who) for who in coming]
    sheets = -(-len(cards) // CARDS)
    return {
        "edition": edition(told.facts),
        "sheet": words("badges.sheet", number="{number}", count=sheets),
        "labels": _labels(told),
        "cards": cards,
    }


def _card(told: Told, who: int) -> dict[str, object]:
    numbers = zip(told.rounds, told.seating.numbers_of(who), strict=True)
    rows = [[str(each.number), each.time, table] for each, table in numbers]
    person = told.seating.people[who]
    return {
        "name": writable(" ".join(person.name.split())),
        "organisation": writable(person.organisation),
        "rows": rows,
    }


def _labels(told: Told) -> list[str]:
    """What stands above a card's columns; where all rooms are online, they are called so."""
    words, place = told.facts.words, "room" if all(hall.side == "online" for hall in told.halls) else "table"
    times = any(each.time for each in told.rounds)
    return [words("groups.label_round"), words("groups.label_time") if times else "", words(f"groups.label_{place}")]


def _moderators(told: Told) -> dict[str, object]:
    """A sheet for each table, with who comes to it in each round."""
    tables = list(_tables(told))
    said = [[[_lines(round_["people"]) for round_ in table["rounds"]]] for table in tables]
    return {"tables": tables, **fitting(said, SHEET, SHEET_ROOM)._asdict()}


def _lines(people: Sequence[Mapping[str, str]]) -> list[str]:
    return [text for person in people for text in person.values() if text]


def _tables(told: Told) -> Iterator[dict[str, Any]]:
    words = told.facts.words
    for table in (table for hall in told.halls for table in hall.tables):
        seated = [told.sorted(tables[table]) for tables in told.seating.rounds]
        if not any(seated):
            continue
        leading = [who for who in told.seating.moderators if any(who in people for people in seated)]
        rounds = [
            {"label": each.label, "people": [_person(told, who) for who in people if who not in leading]}
            for each, people in zip(told.rounds, seated, strict=True)
        ]
        names = ", ".join(told.names[who] for who in leading)
        yield {
            "name": told.table(table),
            "moderation": words("agenda.moderation", moderation=names) if names else "",
            "rounds": rounds,
        }


def _person(told: Told, who: int) -> dict[str, str]:
    person = told.seating.people[who]
    known = person.organisation and not told.names[who].endswith(f"({person.organisation})")
    return {"name": told.names[who], "organisation": person.organisation if known else ""}


def _pairs(told: Told) -> dict[str, object]:
    """Who talks with whom in each round of speed networking."""
    rounds = [
        {
            "label": each.label,
            "pairs": [row for hall in told.halls for row in pairs_of(told, each.number - 1, hall, told.names)],
        }
        for each in told.rounds
    ]
    return {"rounds": rounds}


class Paper(NamedTuple):
    """A file that is printed: its template, its heading, and what else the template is given."""

    template: str
    heading: str
    given: Callable[[Told], dict[str, object]]


PAPERS: Mapping[str, Paper] = {
    "table-plan": Paper("table-plan.typ", "table_plan", _table_plan),
    "moderators": Paper("group-sheets.typ", "moderators", _moderators),
    "pairs": Paper("group-pairs.typ", "pairs", _pairs),
    "cards": Paper("group-cards.typ", "cards", _cards),
}
OF_SORT: Mapping[Sort, tuple[str, ...]] = {"groups": ("table-plan", "moderators", "cards"), "pairs": ("pairs", "cards")}
