"""Texts in Markdown as the site shows them."""

import re
from typing import Any

from labcamp.files.markdown import html, plain

LONGEST = 240  # characters of a paragraph that is set large
TEXT = re.compile(r"[^\W\d_]|[„“\"«‚(]")  # how a paragraph begins that is no list, heading or quotation


def lead_of(text: str) -> tuple[str, str]:
    """The first paragraph as plain text, and the rest in Markdown; all is rest where the first is long, or is none."""
    first, _, rest = text.strip().partition("\n\n")
    if first and TEXT.match(first) and len(first) <= LONGEST:
        return " ".join(plain(first).split()), rest.strip()
    return "", text


def prose(text: str, highest: int = 3) -> Any:
    """Markdown as HTML with its highest heading on a level, and columns that stand right by their class.

    The content security policy of the pages forbids what `style` says.
    """
    from markupsafe import Markup

    page = re.sub(r' style="text-align:(left|center|right)"', r' class="\1"', html(text))
    return Markup(re.sub(r"(?<=[</]h)[3-6](?=>)", lambda level: str(int(level[0]) - 3 + highest), page))
