"""Texts for paper: pieces that may be links, and Markdown in paragraphs and lists."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from labcamp.render.markdown import tokens


class Piece(NamedTuple):
    """A part of a line, which may be strong, or lead somewhere."""

    text: str
    url: str = ""
    strong: bool = False


Line = tuple[Piece, ...]
KINDS = {"list_item_open": "list", "heading_open": "heading"}  # what a line is, by what it stands in


class Block(NamedTuple):
    """A `heading`, a `paragraph`, or the items of a `list`: one line or several."""

    kind: str
    lines: tuple[Line, ...]


def linked(text: str, url: str) -> Line:
    """A text, and behind it the address as it is typed, for on paper nobody can follow a link."""
    return Piece(f"{text} "), Piece(typed(url), url)


def typed(url: str) -> str:
    """An address as somebody types it: `example.org/archiv`."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").rstrip("/")


def blocks(markdown: str) -> tuple[Block, ...]:
    """Markdown as blocks; emphasis of either sort is strong, and what stands in lists is one list."""
    lines = list(_lines(markdown))
    return tuple(
        block
        for kind, some in groupby(lines, key=lambda each: each[0])
        for block in _together(kind, tuple(line for _, line in some))
    )


def _together(kind: str, lines: tuple[Line, ...]) -> Iterator[Block]:
    return iter((Block(kind, lines),)) if kind == "list" else (Block(kind, (line,)) for line in lines)


def _lines(markdown: str) -> Iterator[tuple[str, Line]]:
    """Each line with the kind of block in which it stands."""
    inside: list[str] = []
    for token in tokens(markdown):
        if token.nesting > 0:
            inside.append(token.type)
        elif token.nesting < 0:
            inside.pop()
        elif token.type in {"inline", "fence", "code_block"}:
            line = tuple(_pieces(token.children)) if token.type == "inline" else (Piece(token.content.rstrip()),)
            yield next((kind for outer, kind in KINDS.items() if outer in inside), "paragraph"), line


def _pieces(children: Any) -> Iterator[Piece]:
    strong, url, said = 0, "", ""
    for token in children:
        if token.type in {"strong_open", "em_open", "strong_close", "em_close"}:
            strong += token.nesting
        elif token.type == "link_open":
            url, said = token.attrs["href"], ""
        elif token.type == "link_close":
            if said != url:
                yield from (Piece(" ("), Piece(typed(url), url), Piece(")"))
            url = ""
        elif token.type in {"softbreak", "hardbreak"}:
            yield Piece(" " if token.type == "softbreak" else "\n")
        else:
            said += token.content
            yield Piece(token.content, url, strong > 0)
