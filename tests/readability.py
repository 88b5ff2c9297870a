"""How easy the German pages of the guide, and the README, are to read: `python tests/readability.py`.

LIX (Björnsson 1968): words a sentence, and the share of words with more than six letters; 40 to 50 is a newspaper.
Flesch-Amstad (1978): 180 − words a sentence − 58.5 × syllables a word; the higher, the easier, 60 to 70 is plain.
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

from guide import FOLDER

LONG = 6  # letters
MOST = 50  # LIX
VOWELS = re.compile(r"[aeiouäöüy]+", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
README = FOLDER.parents[1] / "README.md"


class Measured(NamedTuple):
    """How many words and sentences a text has, and how it reads."""

    words: int
    sentences: int
    lix: float
    amstad: float


def spoken(markdown: str) -> str:
    """What somebody reads in a page: without blocks, tables and comments; what is typed is a word."""
    text = re.sub(r"^```.*?^```$|^\|.*?$|<!--.*?-->", "", markdown, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"`[^`]*`", "Wort", text)
    # A heading, an item of a list and a paragraph end where their lines do.
    text = re.sub(r"^#+ (.*)$", r"\1.", text, flags=re.MULTILINE)
    return re.sub(r"^ *- ", ". ", text, flags=re.MULTILINE)


def measured(markdown: str) -> Measured:
    """How easy a page is to read."""
    sentences = [WORD.findall(part) for part in re.split(r"[.:?!](?=\s|$)|\n\s*\n", spoken(markdown))]
    sentences = [each for each in sentences if each]
    words = [word for each in sentences for word in each]
    a_sentence = len(words) / len(sentences)
    long = 100 * sum(len(word) > LONG for word in words) / len(words)
    syllables = sum(len(VOWELS.findall(word)) or 1 for word in words) / len(words)
    return Measured(len(words), len(sentences), a_sentence + long, 180 - a_sentence - 58.5 * syllables)


def pages() -> list[Path]:
    """The pages that are measured."""
    return [*sorted((FOLDER / "de/guide").glob("*.md")), README]


def german(path: Path) -> str:
    """The German part of a page; that of the README ends where it goes on in English."""
    return re.split(r"^## In English$", path.read_text("utf-8"), flags=re.MULTILINE)[0]


if __name__ == "__main__":
    rows = {path.stem if path != README else "../README": measured(german(path)) for path in pages()}
    lines = ["| page | words | sentences | LIX | Flesch-Amstad |", "|---|---|---|---|---|"]
    for name, each in sorted(rows.items(), key=lambda row: -row[1].lix):
        lines.append(f"| {name} | {each.words} | {each.sentences} | {each.lix:.0f} | {each.amstad:.0f} |")
    sys.stdout.write("\n".join(lines) + "\n")
