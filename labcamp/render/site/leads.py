"""Texts in Markdown with a first paragraph that leads by itself."""

import re

from labcamp.files.markdown import plain

LONGEST = 240  # characters of a paragraph that is set large
TEXT = re.compile(r"[^\W\d_]|[„“\"«‚(]")  # how a paragraph begins that is no list, heading or quotation


def lead_of(text: str) -> tuple[str, str]:
    """The first paragraph as plain text, and the rest in Markdown; all is rest where the first is long, or is none."""
    first, _, rest = text.strip().partition("\n\n")
    if first and TEXT.match(first) and len(first) <= LONGEST:
        return " ".join(plain(first).split()), rest.strip()
    return "", text
