"""What organisers write in Markdown, as safe HTML and as plain text; and plain text as Markdown."""

import re
from functools import cache, lru_cache
from typing import Any

# Signs with a meaning inside a line, and those with a meaning only at its ends (CommonMark 2.4, 4.2, 4.3 and 5.2)
INSIDE = re.compile(r"[\\`*|\[\]<>~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
ENDS = re.compile(
    r"^(\s*)(?=#{1,6}(?:\s|$)|[+-](?:\s|$)|[-=][-= ]*$)|^(\s*\d+)(?=[.)](?:\s|$))|(?<=\s)(?=#+\s*$)", re.MULTILINE
)

# What a text needs to hold for one of them to be found: one search instead of two, for most texts hold none
SPECIAL = re.compile(r"[\\`*|\[\]<>~_&#+=-]|\d[.)]")

RUNNING = re.compile(r"(\]\(\s*<?|\]:\s*<?)\s*(?:javascript|vbscript|data|file):[^\s)>]*", re.IGNORECASE)
KEPT = 2048  # texts, for the other kinds that show the same


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    # Raw HTML and `javascript:` come out inert; a remote picture would be a tracker.
    return MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False}).disable("image")


@lru_cache(maxsize=1)
def tokens(text: str) -> Any:
    """Markdown as its tokens; its highest heading becomes one of level 3, for no level may be left out."""
    parsed = _parser().parse(text)
    for token in parsed:
        if token.type == "th_open":
            token.attrSet("scope", "col")  # so that a screen reader names the column with each cell (WCAG, H63)
    headings = [token for token in parsed if token.type in {"heading_open", "heading_close"}]
    highest = min((int(token.tag[1]) for token in headings), default=0)
    for token in headings:
        token.tag = f"h{min(int(token.tag[1]) - highest + 3, 6)}"
    return parsed


@lru_cache(maxsize=KEPT)
def html(text: str) -> str:
    """Markdown as HTML that can do no harm; headings begin at level 3, for they stand inside a section."""
    return str(_parser().renderer.render(tokens(text), _parser().options, {}))


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """Markdown as text to read: paragraphs with a blank line between, list items with a dash, links in full."""
    paragraphs: list[str] = []
    marker = ""
    for token in tokens(text):
        if token.type == "list_item_open":
            marker = "- "
        elif token.type in {"inline", "fence", "code_block"}:
            line = _line(token.children) if token.type == "inline" else token.content.rstrip()
            separate = "\n" if marker and paragraphs and paragraphs[-1].lstrip("\n").startswith("- ") else "\n\n"
            paragraphs.append(f"{separate}{marker}{line}")
            marker = ""
    return "".join(paragraphs).strip()


def _line(tokens: Any) -> str:
    words: list[str] = []
    targets: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            targets.append(token.attrs["href"])
        elif token.type == "link_close":
            target = targets.pop()
            words.append("" if words and words[-1] == target else f": {target}")
        elif token.type in {"softbreak", "hardbreak"}:
            words.append(" " if token.type == "softbreak" else "\n")
        else:
            words.append(token.content)
    return "".join(words)


def harmless(text: str) -> str:
    """Markdown without raw HTML, remote pictures and links that run something, for tools that show what they get."""
    without_html = re.sub(r"<(?!https?://|mailto:)(?=[A-Za-z/!?])", r"\\<", text)
    without_pictures = without_html.replace("![", "[")
    return RUNNING.sub(r"\1#", without_pictures)


def escaped(text: str) -> str:
    """Plain text so that Markdown shows it as it is."""
    if not SPECIAL.search(text):
        return text
    return ENDS.sub(r"\g<0>\\", INSIDE.sub(r"\\\g<0>", text))
