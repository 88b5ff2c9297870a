"""What is printed of an event: the table of the prints."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Concatenate, Literal

from labcamp.model.artefact import Artefact
from labcamp.render.prints import attendance, badges, handout, run_sheet, signs, tables
from labcamp.render.stage import Stage

Reader = Literal["public", "team", "people"]
COMMON = "print.typ"  # the Typst template that all prints import


@dataclass(frozen=True)
class PrintKind:
    """One print: what makes it, its Typst template, whom it is for, and the options of `render-print` that it knows.

    A `public` one is made of a stage and events; one for the `team` of a stage, an event and its private
    side; one about `people` of these and the people.
    """

    render: Callable[Concatenate[Stage, ...], Iterator[Artefact]]
    template: str
    reader: Reader
    options: tuple[str, ...] = ()


PRINTS: dict[str, PrintKind] = {
    "agenda": PrintKind(handout.render, "handout.typ", "public", ("notes",)),
    "table-cards": PrintKind(tables.render, "table-cards.typ", "public"),
    "signs": PrintKind(signs.render, "signs.typ", "public"),
    "attendance-list": PrintKind(attendance.render, "attendance-list.typ", "people", ("to",)),
    "badges": PrintKind(badges.render, "badges.typ", "people", ("to", "size", "groups")),
    "run-sheet": PrintKind(run_sheet.render, "run-sheet.typ", "team"),
}
