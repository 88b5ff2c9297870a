"""`help`: the guide, a page a topic."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import chain
from typing import Annotated

import typer

from labcamp.findings import Place, UsageError, finding
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.pages import show_page
from labcamp.texts.guide import FRONT, NAMES, Section, page, plain, sections, topic_of, topics

say = phrases_of("help")
SHORT = 3  # letters; a shorter word stands in nearly every text
MOST = 8  # places that are named
REFERENCE = ("schluessel", "keys")
ENDING = re.compile(r"(?:e[mnrs]|[ens])$")  # so that a word is found as others bend it


def topic_names(incomplete: str) -> Iterator[str]:
    """The topics, for the shell's completion."""
    return (name for name in topics(language()) if name.startswith(incomplete))


Topic = Annotated[list[str] | None, typer.Argument(autocompletion=topic_names, show_default=False)]


def help_(topic: Topic = None) -> None:
    """Show the page about a topic, or which topics there are, or where in the guide some words stand."""
    wanted = " ".join(topic or ())
    if not wanted:
        show_page(page(FRONT, language()))
    elif known := topic_of(wanted, language()):
        show_page(page(known, language()))
    elif places := _places_of(wanted):
        show_page(_told(wanted, places))
    else:
        near = get_close_matches(plain(wanted), chain.from_iterable(NAMES), n=1)
        nearest = topic_of(near[0], language()) if near else ""
        raise UsageError(finding("LC831", Place(""), topic=wanted, nearest=nearest))


def _places_of(text: str) -> list[Section]:
    """The sections of the guide that say all of these words, in any form; those first that are most about them."""
    words = [word for word in _words(text) if len(word) >= SHORT]
    stems = [_stem(word) for word in words]
    found = [each for each in sections(language()) if _says(f"{each.heading} {each.sought} {each.text}", stems)]
    return sorted(found, key=lambda each: _remote(each, words, stems))[:MOST]


def _remote(section: Section, words: list[str], stems: list[str]) -> tuple[bool, ...]:
    """How little a section is about some words; of the reference, which names nearly everything, a little less."""
    return (
        not _has(f"{section.heading} {section.sought}", stems),
        not _has(section.sought, stems),
        not _says(section.heading, words),
        not _says(section.heading, stems),
        section.topic in REFERENCE,
        not _has(section.text, stems),
        not _says(section.text, words),
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", plain(text))


def _stem(word: str) -> str:
    shorter = ENDING.sub("", word)
    return shorter if len(shorter) >= SHORT else word


def _has(text: str, stems: list[str]) -> bool:
    """Whether words with these stems stand in a text by themselves."""
    return bool(stems) and {_stem(word) for word in _words(text)}.issuperset(stems)


def _says(text: str, words: list[str]) -> bool:
    return bool(words) and all(word in plain(text) for word in words)


def _told(text: str, places: list[Section]) -> str:
    """Where the guide says something, as a page."""
    rows = [f"- `labcamp help {each.topic}`: {each.heading}" for each in places]
    return "\n".join([say("found", words=text), "", *rows])
