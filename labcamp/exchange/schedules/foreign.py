"""A file of others as values in which every scalar is text, with the place of each; and how one is looked at."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from labcamp.exchange.tags import markdown_of
from labcamp.files.read import CONTROL
from labcamp.findings import Place
from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of

Steps = tuple[str | int, ...]
Json = Any  # text, None, True, False, lists and mappings of these: what others write, which nobody has promised

DEEPEST = 100  # levels
MOST_VALUES = 1_000_000  # lists and mappings, or elements of XML
MOST_SESSIONS = 20_000
HALF = pattern_of("[\ud800-\udfff]")  # half of a sign, which JSON can write and no file can hold
URL = pattern_of(r"https?://[^\s<>\"\\^`{|}]+\.[^\s<>\"\\^`{|}]+")
LONGEST_URL = 2_000  # no browser goes on behind that
SNIFFED = 100_000  # bytes that tell what a file is
SIGN = pattern_of(rb"^[\s\x00]*[\[{]")


@dataclass(frozen=True)
class Foreign:
    """A file of others: its name, its values, and where each of them stands, by the steps that lead to it."""

    name: str
    data: Json
    place: Callable[[Steps], Place]


def text_of(value: Json) -> str:
    """A scalar as text that a file can hold; of anything else nothing."""
    if not isinstance(value, str):
        return ""
    plain = value if value.isprintable() else CONTROL.sub(" ", value.replace("\r\n", "\n"))
    return (HALF.sub("", plain) if not plain.isascii() else plain).strip()


def line_of(value: Json) -> str:
    """A scalar as one line of text."""
    return one_line(text_of(value))


def markdown_in(value: Json) -> str:
    """A longer text as Markdown: without tags, without blanks at the ends of lines, with one blank line at most."""
    # Line by line: an expression for blanks before a line end looks at a row of blanks again from each of them
    lines = "\n".join(line.rstrip() for line in markdown_of(text_of(value)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def list_of(value: Json) -> list[Json]:
    """A list, or nothing where there is none."""
    return value if isinstance(value, list) else []


def keys_of(value: Json) -> Mapping[str, Json]:
    """A mapping, or nothing where there is none."""
    return value if isinstance(value, dict) else {}


def each_of(value: Json) -> Iterator[tuple[int, Mapping[str, Json]]]:
    """The mappings of a list, each with its number."""
    return ((index, item) for index, item in enumerate(list_of(value)) if isinstance(item, dict))


def said_in(value: Json, language: str) -> str:
    """A text, or of `{de: …, en: …}` the one in a language; else the German, the English, the first one."""
    if isinstance(value, dict):
        short = language.partition("-")[0]
        named = (value.get(key) for key in (language, short, "de", "de-informal", "en"))
        return next((text for each in (*named, *value.values()) if (text := text_of(each))), "")
    return text_of(value)


def url_of(value: Json) -> str:
    """An address of the web, or nothing."""
    url = text_of(value)
    return url if len(url) <= LONGEST_URL and URL.fullmatch(url) else ""


def path_of(steps: Steps) -> str:
    """How people write where a value of JSON stands: `$.schedule.conference.days[0]`."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{one_line(text_of(step))}" for step in steps)


def is_json_with(content: bytes, *names: bytes) -> bool:
    """Tell whether a file begins as JSON does, and has all of these keys early in it, in whatever encoding."""
    start = content[:SNIFFED].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if not SIGN.match(start):
        return False
    letters = start.replace(b"\0", b"")
    return all(b'"%s"' % name in letters for name in names)
