"""From HTML that stands in texts of others to Markdown: tags go, links stay."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from labcamp.files.markdown import escaped, target_of
from labcamp.patterns import pattern_of

# One tag, without its `<`; each part of a text is looked at once, however hostile it is
TAG = pattern_of(r"(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])([^>]*)>")
HREF = pattern_of(r"(?:^|\s)href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
KNOWN = pattern_of(
    r"/?(?:a|abbr|address|article|aside|b|big|blockquote|body|br|center|cite|code|d[dlt]|del|div|em|fig(?:ure|caption)|font"
    r"|footer|h[1-6r]|head(?:er)?|html|i|iframe|img|ins|kbd|li|main|mark|meta|nav|object|ol|p|pre|q|s|samp|script|section"
    r"|small|span|strike|strong|style|su[bp]|svg|t[dhrt]|table|tbody|tfoot|thead|title|u|ul|var|video)"
)
SILENT = frozenset({"script", "style", "head", "iframe", "object", "svg", "video"})
BLOCKS = pattern_of(
    r"/?(?:address|article|aside|blockquote|body|center|d[dlt]|div|figure|footer|h[1-6r]|header|main|nav|ol|p|pre|section"
    r"|table|tr|ul)"
)
WRITTEN = frozenset({"p", "div", "ul", "ol", "body", "table"})  # what editors of HTML write, and no person
BREAKS = {"br": "\n", "li": "\n- "}
HARMLESS = pattern_of(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)


class Piece(NamedTuple):
    """A tag (`a`, `/a`) with what stands in it, or a text."""

    tag: str
    text: str


def markdown_of(text: str) -> str:
    """A text without its tags, as Markdown; a text without tags stays as it is."""
    if "<" not in text:
        return text
    pieces = tuple(_pieces(text))
    if all(not piece.tag for piece in pieces):
        return text
    html = any(piece.tag in WRITTEN for piece in pieces)
    words = "".join(_words(pieces, html=html))
    lines = "\n".join(line.strip(" ") for line in words.split("\n")) if html else words
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def is_page(text: str) -> bool:
    """Tell whether a text is HTML that a program has written, in which no sign means anything to Markdown."""
    return "<" in text and any(tag in WRITTEN for tag, _ in _pieces(text))


def without(text: str) -> str:
    """A text with a blank for each tag that HTML has; what only looks like one stays."""
    return "".join(" " if tag else words for tag, words in _pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    """The tags that HTML has, and the texts between; a comment (`!`) is nothing, unless it never ends."""
    first, *parts = text.split("<")
    yield Piece("", first)
    comment, at, last = False, len(first), text.rfind("-->")
    for part in parts:
        at += len(part) + 1
        if comment or (part.startswith("!--") and at - len(part) <= last):
            comment = "-->" not in part
            yield Piece("!", "")
            yield Piece("", part.partition("-->")[2])
        elif (tag := TAG.match(part)) and KNOWN.fullmatch(tag[2].lower()):
            yield Piece(tag[1] + tag[2].lower(), tag[3])
            yield Piece("", part[tag.end() :])
        else:
            yield Piece("", f"<{part}")


def _words(pieces: tuple[Piece, ...], *, html: bool) -> list[str]:
    """What is left of them: texts, breaks for blocks, and links in Markdown."""
    words: list[str] = []
    silent, target, since = "", "", 0
    for tag, text in pieces:
        name = tag.removeprefix("/")
        if silent:
            silent = "" if tag == f"/{silent}" else silent
        elif tag in SILENT:
            silent = tag
        elif not tag:
            words.append(_plain(text) if html else unescape(text))
        elif name == "a":
            if target:
                words[since:] = [_link("".join(words[since:]), target)]
            target, since = _target(text) if tag == "a" else "", len(words)
        elif tag in BREAKS or BLOCKS.fullmatch(name):
            words.append(BREAKS.get(tag, "\n\n"))
    if target:
        words[since:] = [_link("".join(words[since:]), target)]
    return words


def _plain(text: str) -> str:
    """A text of HTML, whose line ends are blanks, so that Markdown shows it as it is."""
    return escaped(re.sub(r"\s+", " ", unescape(text)))


def _target(attributes: str) -> str:
    found = HREF.search(attributes)
    target = unescape(next(filter(None, found.groups()), "")).strip() if found else ""
    return target if HARMLESS.fullmatch(target) else ""


def _link(words: str, target: str) -> str:
    label = re.sub(r"\s+", " ", words).strip()
    if not label or label in {target, target.removeprefix("mailto:")}:
        return f"<{target.removeprefix('mailto:')}>" if label else ""
    return f"[{label}]({target_of(target)})"
