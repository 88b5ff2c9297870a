"""Name badges: those who have a seat, on sheets of A4 that are cut in a stack; blank ones fill the last sheet."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.model.private import Participant, Private
from labcamp.model.seating import Seating
from labcamp.render.facts import Facts, marked
from labcamp.render.prints.typesetting import by_family, edition, printed, writable
from labcamp.render.stage import Stage, facts_of


class Sheet(NamedTuple):
    """How badges of a size (in mm) lie on A4 with room for crop marks, and how large names may be (in points)."""

    width: int
    height: int
    columns: int
    rows: int
    flipped: bool
    sizes: tuple[int, ...]

    @property
    def number(self) -> int:
        """How many lie on one sheet."""
        return self.columns * self.rows


# What holders in Germany take: 90 x 54 mm, and A7. Of A7 more than four fill the sheet to its edges, and could not be
# cut by marks.
SIZES = {
    "90x54": Sheet(90, 54, 2, 5, flipped=False, sizes=(28, 26, 24, 22, 20, 18, 17, 16, 15, 14, 13, 12)),
    "105x74": Sheet(105, 74, 2, 2, flipped=True, sizes=(36, 33, 30, 28, 26, 24, 22, 20, 18, 17, 16, 15, 14, 13, 12)),
}
USUAL = "90x54"


def render(
    stage: Stage,
    event: Event,
    _: Private,
    people: Sequence[Participant],
    *,
    size: str = USUAL,
    groups: Seating | None = None,
) -> Iterator[Artefact]:
    """The badges of an event: `<id>/badges.pdf`; with the tables of a plan of groups, where there is one."""
    facts = facts_of(stage, event)
    yield printed(stage, facts, "badges.typ", "badges.pdf", data(facts, people, SIZES[size], groups))


def data(facts: Facts, people: Sequence[Participant], sheet: Sheet, groups: Seating | None = None) -> dict[str, object]:
    """What the template is given; each name and organisation once, in the order of families."""
    words, tables = facts.words, _tables(facts, groups) if groups else {}
    named = [
        {
            "name": writable(person.name),
            "organisation": writable(person.organisation),
            "tables": tables.get(_who(person), []),
        }
        for person in by_family(people)
    ]
    blank = [{"name": "", "organisation": "", "tables": []}] * (-len(named) % sheet.number)
    title = marked(facts, words("badges.heading", title=facts.event.title))
    sheets = (len(named) + len(blank)) // sheet.number
    return {
        **sheet._asdict(),
        "title": title,
        "heading": title,
        "edition": edition(facts),
        "sheet": words("badges.sheet", number="{number}", count=sheets),
        "people": named + blank,
    }


def _who(person: Participant) -> tuple[str, str]:
    """By what somebody in a plan is found on the list."""
    return person.name, person.email.casefold()


def _tables(facts: Facts, groups: Seating) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The table of each person in each round: `R1` and `3`."""
    rounds = [facts.words("groups.round_short", number=number) for number in range(1, len(groups.rounds) + 1)]
    return {
        _who(person): [*zip(rounds, groups.numbers_of(number), strict=True)]
        for number, person in enumerate(groups.people)
    }
