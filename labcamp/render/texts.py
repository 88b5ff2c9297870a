"""The texts of mails: style sheets moved into the tags, and plain text in lines of 72 columns."""

import re
from functools import cache
from typing import Any

COLUMNS = 72  # of a text part


@cache
def _inliner() -> Any:
    from css_inline import CSSInliner

    return CSSInliner(keep_style_tags=False, load_remote_stylesheets=False)


def inlined(html: str) -> str:
    """The page with its style sheet moved into the tags; a block marked `keep` stays (media queries)."""
    return str(_inliner().inline(html))


def tidy(text: str) -> str:
    """A text part without blanks at line ends, without more than one empty line, with one line end at the end."""
    # `-- ` alone is the line before a signature (RFC 3676 section 4.3): mail programs know it by its blank.
    lines = (line if line == "-- " else line.rstrip(" \t") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def wrapped(text: str, indent: str = "") -> str:
    """A paragraph in lines of 72 columns; an address is never broken."""
    import textwrap  # noqa: PLC0415

    options: dict[str, Any] = {"width": COLUMNS, "break_long_words": False, "break_on_hyphens": False}
    return "\n".join(
        line if len(line) <= COLUMNS else textwrap.fill(line, subsequent_indent=indent, **options)
        for line in text.split("\n")
    )
