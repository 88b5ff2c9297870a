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
COMMON = 2  # a word that every second section says tells nothing
WEIGHTS = (6, 5, 4, 2, 1)  # looked for by it; its heading says it, or part of it; its text does
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
    """The sections that are about some words, in any form; those first that are most about them."""
    every = list(sections(language()))
    words = [word for word in _words(text) if len(word) >= SHORT]
    often = {word: sum(_about(each, word) > 0 for each in every) for word in words}
    small = {plain(word) for word in say("small_words").split()}
    words = [word for word in words if word not in small and often[word] * COMMON <= len(every)] or words
    near = [(sum(_about(each, word) for word in words), each) for each in every]
    found = sorted((pair for pair in near if pair[0] > 0), key=lambda pair: (-pair[0], pair[1].topic in REFERENCE))
    return [each for _, each in found[:MOST]]


def _about(section: Section, word: str) -> int:
    """How much a section is about a word; nothing where it does not say it."""
    stem = _stem(word)
    places = (
        stem in _stems(section.sought),
        stem in _stems(section.heading),
        stem in plain(section.heading),
        stem in _stems(section.text),
        stem in plain(section.text),
    )
    return next((weight for said, weight in zip(places, WEIGHTS, strict=True) if said), 0)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", plain(text))


def _stem(word: str) -> str:
    shorter = ENDING.sub("", word)
    return shorter if len(shorter) >= SHORT else word


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _words(text)}


def _told(text: str, places: list[Section]) -> str:
    """Where the guide says something, as a page."""
    rows = [f"- `labcamp help {each.topic}`: {each.heading}" for each in places]
    return "\n".join([say("found", words=text), "", *rows])
