"""What is printed of an event: the table of the prints that hold nothing private."""

from collections.abc import Callable, Iterator

from labcamp.model.artefact import Artefact
from labcamp.render.prints import handout, signs, tables

Print = Callable[..., Iterator[Artefact]]

# `render-print` makes them; each takes a workspace, its events, and the options of its own.
PRINTS: dict[str, Print] = {
    "agenda": handout.render,
    "table-cards": tables.render,
    "signs": signs.render,
}
