"""From HTML to its tokens, each with its place; whatever stands there, something comes out."""

from collections.abc import Sequence
from html.parser import HTMLParser
from typing import NamedTuple

# What stands in these is not shown.
SILENT = frozenset({"script", "style", "title"})


class Token(NamedTuple):
    """A tag (`p`, or `/p` at its end), a text (no tag, or `#style` in one that is not shown), or a comment (`!`)."""

    tag: str
    attributes: dict[str, str]
    text: str
    line: int
    column: int


class _Tokens(HTMLParser):
    """Collects tokens; html.parser has no other way to hand them over."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag; of an attribute that is given twice the first counts, as in a browser."""
        self._add(tag, {name: value or "" for name, value in reversed(attrs)} if attrs else {}, "")
        if tag in SILENT:
            self.silent = f"#{tag}"

    def handle_endtag(self, tag: str) -> None:
        """The end of a tag."""
        self._add(f"/{tag}", {}, "")
        if tag in SILENT:
            self.silent = ""

    def handle_data(self, data: str) -> None:
        """A text, its entities decoded."""
        self._add(self.silent, {}, data)

    def handle_comment(self, data: str) -> None:
        """A comment: Outlook reads some of them."""
        self._add("!", {}, data)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """What begins with `<![` is a comment to HTML, and the standard library stops at some of it."""
        return self.parse_bogus_comment(i, bool(report))

    def _add(self, tag: str, attributes: dict[str, str], text: str) -> None:
        line, column = self.getpos()
        self.tokens.append(Token(tag, attributes, text, line, column + 1))


def tokens_of(html: str) -> Sequence[Token]:
    """The tokens of a page, in order."""
    parser = _Tokens()
    parser.feed(html)
    parser.close()
    return parser.tokens
