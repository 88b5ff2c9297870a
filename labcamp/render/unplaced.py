"""What found no place when files of others were taken over, as a list for a person to go through."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from labcamp.exchange.found import Left
from labcamp.files.markdown import escaped
from labcamp.model.artefact import Artefact
from labcamp.model.texts import one_line

NAME = "import.md"


@dataclass(frozen=True)
class Unplaced:
    """What found no place, below a heading: an event of ours, or what it has in common."""

    heading: str
    left: Sequence[Left]


def unplaced_list(parts: Sequence[Unplaced], texts: Mapping[str, str], day: str, name: str = NAME) -> Artefact:
    """The list as Markdown: below each heading what it was called, its text, and where it stood."""
    lines = [f"# {texts['left_title']}", "", texts["left_intro"].format(day=day)]
    for part in parts:
        if part.left:
            lines += ["", f"## {escaped(one_line(part.heading))}", "", *_items(part.left, texts)]
    return Artefact(name, ("\n".join(lines) + "\n").encode())


def _items(left: Sequence[Left], texts: Mapping[str, str]) -> Iterator[str]:
    """One line for each thing; what stood at one place under one name is one thing."""
    for (place, name), same in groupby(left, lambda each: (each.place, each.name)):
        file = place.path.rpartition("/")[2]
        where = texts["left_line" if place.line else "left_file"].format(file=file, line=place.line)
        text = "; ".join(one_line(each.text) for each in same)
        yield f"- {escaped(one_line(name))}: {escaped(text)} ({escaped(where)})"
