"""How large the names of groups can be set, so that all of a page stay on it."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

WIDE = 0.53  # of its size: how wide a letter of a name is
BROKEN = 1.15  # as much more room do words take that are broken into lines
LINE, BETWEEN = 0.68, 0.45  # of its size: how high a line of text is, and the room between two
MM = 72 / 25.4  # in points


class Way(NamedTuple):
    """How many blocks stand beside each other, and the size of their text in points."""

    columns: int
    size: int


class Room(NamedTuple):
    """The room for blocks on a page and between them, in points, and what each has besides its lines, in sizes.

    `part` is the height of the heading above several parts of a page.
    """

    width: float
    height: float
    across: float
    down: float
    part: float
    head: float
    paragraph: float


Block = Sequence[str]  # its paragraphs
Sheet = Sequence[Sequence[Block]]  # its parts


def fitting(sheets: Iterable[Sheet], ways: Sequence[Way], room: Room) -> Way:
    """The first way in which the blocks of each sheet have room on it, by a generous count; else the last.

    To let Typst measure all ways would take longer than to set the page.
    """
    every = tuple(sheets)
    fits = (way for way in ways if all(_height(sheet, way, room) <= room.height for sheet in every))
    return next(fits, ways[-1])


def _height(sheet: Sheet, way: Way, room: Room) -> float:
    width = (room.width - (way.columns - 1) * room.across) / way.columns
    headings = room.part * len(sheet) if len(sheet) > 1 else 0
    return headings + sum(_height_of(blocks, way, width, room) for blocks in sheet)


def _height_of(blocks: Sequence[Block], way: Way, width: float, room: Room) -> float:
    """As high as the highest block of each row, and the room between rows."""
    heights = [_height_of_block(block, width, way.size, room) for block in blocks]
    rows = [heights[first : first + way.columns] for first in range(0, len(heights), way.columns)]
    return sum(max(row) + room.down for row in rows)


def _height_of_block(block: Block, width: float, size: int, room: Room) -> float:
    wide = [len(text) * WIDE * size / width for text in block]
    lines = [1 if each <= 1 else ceil(each * BROKEN) for each in wide]
    return size * (room.head + sum(each * (LINE + BETWEEN) + room.paragraph for each in lines))
