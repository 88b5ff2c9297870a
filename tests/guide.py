"""The pages of the guide, and what stands in them: blocks, links, headings."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from labcamp import texts
from labcamp.texts.guide import FRONT, NAMES

FOLDER = Path(texts.__file__).parent
BLOCK = re.compile(r"(?P<before>(?:^<!--[^\n]*-->\n)?)^```(?P<sort>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: its sort (`sh`, `yaml`, `text`), its text, the line of its beginning, and a comment before it."""

    sort: str
    text: str
    line: int
    comment: str


def path_of(name: str, language: str) -> Path:
    """The file of a page."""
    return FOLDER / language / "guide" / f"{name}.md"


def pages() -> list[tuple[str, str]]:
    """The pages that are there, each by its names in German and English, with the front page."""
    named = [(FRONT, FRONT), *NAMES]
    return [names for names in named if all(path_of(*each).is_file() for each in zip(names, ("de", "en"), strict=True))]


def files() -> list[Path]:
    """The file of each page in each language."""
    return [path_of(name, language) for names in pages() for name, language in zip(names, ("de", "en"), strict=True)]


def blocks(path: Path) -> Iterator[Block]:
    """The fenced blocks of a page."""
    text = path.read_text("utf-8")
    for found in BLOCK.finditer(text):
        line = text.count("\n", 0, found.start("sort")) + 1
        yield Block(found["sort"], found["text"], line, found["before"].strip("<>!-\n "))


def headings(path: Path) -> list[tuple[int, str]]:
    """The headings of a page, with their levels; what looks like one in a block is none."""
    text = BLOCK.sub("", path.read_text("utf-8"))
    return [(len(marks), heading) for marks, heading in re.findall(r"^(#+) (.*)$", text, re.MULTILINE)]


def anchor(heading: str) -> str:
    """The anchor that forges give a heading."""
    bare = re.sub(r"[^\w\- ]", "", heading.lower().replace("`", ""))
    return bare.replace(" ", "-")
