"""Small groups on paper: a table plan a round, a card a person, a sheet a table, and lists of pairs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from labcamp.model.artefact import Artefact
from labcamp.render.groups.fit import MM, Paper, Way, fitting
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
PLAN_PAPER = Paper(178 * MM, 228 * MM, 6 * MM, 8 * MM, 15 * MM, head=2.3, paragraph=0.05)
SHEET_PAPER = Paper(174 * MM, 222 * MM, 8 * MM, 7 * MM, 0, head=2.3, paragraph=0.2)


def table_plan(stage: Stage, told: Told) -> Artefact:
    """`groups/table-plan.pdf`: a page a round, with who sits where."""
    rounds = [
        {"label": each.label, "halls": [_hall(told, each.number - 1, hall) for hall in told.halls]}
        for each in told.rounds
    ]
    named = [
        [[told.at(each.number - 1, table, told.names) for table in hall.tables] for hall in told.halls]
        for each in told.rounds
    ]
    return _made(stage, told, "table-plan", {"rounds": rounds, **fitting(named, PLAN, PLAN_PAPER)._asdict()})


def _hall(told: Told, round_: int, hall: Hall) -> dict[str, object]:
    tables = [{"name": told.table(table), "people": told.at(round_, table, told.names)} for table in hall.tables]
    return {"name": hall.name, "tables": [table for table in tables if table["people"]]}


def cards(stage: Stage, told: Told) -> Artefact:
    """`groups/cards.pdf`: a card for each person who comes, with their table in each round; four on A4."""
    words, here = told.facts.words, {*told.on_site}
    coming = [who for who in range(len(told.names)) if {*told.seating.tables_of(who)} & here]
    coming.sort(key=lambda who: family(told.seating.people[who]))
    cards = [_card(told, who) for who in coming]
    sheets = -(-len(cards) // CARDS)
    given = {
        "edition": edition(told.facts),
        "sheet": words("badges.sheet", number="{number}", count=sheets),
        "labels": _labels(told),
        "cards": cards,
    }
    return _made(stage, told, "cards", given)


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


def moderators(stage: Stage, told: Told) -> Artefact:
    """`groups/moderators.pdf`: a sheet for each table, with who comes to it in each round."""
    tables = list(_tables(told))
    said = [[[_lines(round_["people"]) for round_ in table["rounds"]]] for table in tables]
    return _made(stage, told, "moderators", {"tables": tables, **fitting(said, SHEET, SHEET_PAPER)._asdict()})


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


def pairs(stage: Stage, told: Told) -> Artefact:
    """`groups/pairs.pdf`: who talks with whom in each round of speed networking."""
    rounds = [
        {
            "label": each.label,
            "pairs": [row for hall in told.halls for row in pairs_of(told, each.number - 1, hall, told.names)],
        }
        for each in told.rounds
    ]
    return _made(stage, told, "pairs", {"rounds": rounds})


def _made(stage: Stage, told: Told, sort: str, given: Mapping[str, object]) -> Artefact:
    heading = heading_of(told, sort.replace("-", "_"))
    shared = {"title": heading, "heading": heading, "notice": told.facts.notice, "when": told.facts.when}
    name = {"table-plan": "table-plan", "cards": "group-cards", "moderators": "group-sheets", "pairs": "group-pairs"}[
        sort
    ]
    return printed(stage, told.facts, f"{name}.typ", f"groups/{sort}.pdf", {**shared, **given})
