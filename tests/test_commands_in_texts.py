"""Each command and each option that a text tells people to type is there."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sample import REPOSITORY
from spoken import FOLDER

from labcamp.cli import COMMANDS, loaded

TEXTS = [*sorted(FOLDER.rglob("*.md")), *sorted((REPOSITORY / "templates").glob("*.yaml")), REPOSITORY / "README.md"]
TEXTS += sorted((REPOSITORY / "templates").glob("how-it-works*.j2"))
EXAMPLE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
# A command as it is quoted, or behind a colon at the end of a sentence; `labcamp reads` is none
TYPED = re.compile(r"(?<=[„`'(:])( ?)labcamp ([a-z][a-z-]*)")
TYPED_AS_SUCH = re.compile(r"`[^`]+`")
NAMED = re.compile(rf"labcamp ({'|'.join(COMMANDS)})(?![\w-])(.*?)(?=labcamp |[„“`'()|]|[.;:]\s|\Z)", re.DOTALL)
OPTION = re.compile(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*")
# What follows the name of the program, or of a series, where a sentence goes on behind a colon or in brackets
OTHER_WORDS = {"title", "setzt", "adds", "bittet", "on", "kennt", "knows"}


@cache
def options(command: str) -> frozenset[str]:
    """The options of a command."""
    return frozenset(name for each in loaded(command).params for name in each.opts) | {"--help"}


OPTIONS = frozenset.union(
    *map(options, COMMANDS), {"--lang", "--version", "--install-completion"}, {"--cached"}
)  # git's


def paragraphs(path: Path) -> Iterator[str]:
    """The text of a file without its examples, each paragraph in one line; of the guide what stands there as typed."""
    text, of_guide = path.read_text("utf-8"), path.parent.name == "guide"
    for part in re.split(r"\n\s*\n|\n(?=[-|>#] ?)", EXAMPLE.sub("", text) if of_guide or "LC" in path.name else text):
        yield " ".join(TYPED_AS_SUCH.findall(" ".join(part.split())) if of_guide else part.split())


def unknown(text: str) -> Iterator[str]:
    """The commands and options that a paragraph names and that there are not."""
    words = {word for _, word in TYPED.findall(text)}
    yield from words - {*COMMANDS} - OTHER_WORDS
    for command, rest in NAMED.findall(text):
        yield from (f"{command} {option}" for option in OPTION.findall(rest) if option not in options(command))
    yield from (option for option in OPTION.findall(text) if option not in OPTIONS)


def test_what_is_not_there_is_found() -> None:
    text = "„labcamp todos“ und labcamp todo 12 --alles, --all; dann labcamp list --open (--opne): labcamp renders 12"
    assert {*unknown(text)} == {"todos", "renders", "todo --alles", "--alles", "--opne"}


def test_texts_name_only_commands_and_options_that_there_are() -> None:
    found = {path.as_posix(): {*unknown(text)} for path in TEXTS for text in paragraphs(path) if {*unknown(text)}}
    assert found == {}
