"""A mail as a person sees it: its blocks and links, out of the tokens of its page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote

from labcamp.check.patterns import ADDRESS, EMAIL
from labcamp.findings import Finding, Place
from labcamp.model.mail import Mail
from labcamp.patterns import pattern_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# A sentence ends where one of these begins or ends.
BLOCKS = frozenset(
    {
        *HEADINGS, "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main", "nav", "ol", "p",
        "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
ENDING = BLOCKS | {f"/{tag}" for tag in BLOCKS}
NEW_LINE = "\ue000"  # for private use: no text has it, and it is no blank
HIDING = frozenset({"div", "p", "span"})  # what holds a text for the inbox alone
AFTER_AN_ADDRESS = ".,;:!?)]}»“”'*_"
MOST_SIGNS = 4  # behind an address: `).*`
DRAFT = pattern_of(r"(?:Entwurf|Draft): ")

# What stands in these is not shown.
SILENT = frozenset({"script", "style", "title"})


class Link(NamedTuple):
    """A link of the page: where it leads (None where that is not said), what is to be clicked, and its place."""

    url: str | None
    text: str
    place: Place
    named: bool = False  # it is a place to jump to


class Block(NamedTuple):
    """A paragraph, heading or cell as people read it, with the tag around it and the place of its first sign."""

    tag: str
    text: str
    place: Place


def place_in(text: str, index: int, path: str) -> Place:
    """Where a sign of a text stands."""
    return Place(path, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def target(url: str) -> str:
    """Where an address leads, so that two ways to write it are the same; of mailto: the mail address."""
    address = unquote(url.strip())
    if address[:7].lower() == "mailto:":
        return address[7:].partition("?")[0].lower()
    return address.rstrip("/")


def _shorter(address: str) -> Iterator[str]:
    """An address, and the same without the signs at its end that may belong to the sentence."""
    shortest = address.rstrip(AFTER_AN_ADDRESS)
    ends = range(len(address), max(len(shortest), len(address) - MOST_SIGNS), -1)
    yield from (address[:end] for end in ends)
    yield shortest


def _block(tag: str, pieces: Iterable[str], place: Place) -> Block:
    lines = (" ".join(line.split()) for line in "".join(pieces).replace("\xad", "").split(NEW_LINE))
    return Block(tag.partition("/")[0], "\n".join(lines).strip(), place)


class Token(NamedTuple):
    """A tag (`p`, or `/p` at its end), a text (no tag, or `#style` in one that is not shown), or a comment (`!`)."""

    tag: str
    attributes: dict[str, str]
    text: str
    line: int
    column: int


@dataclass(frozen=True)
class Content:
    """A mail taken apart once, for all rules."""

    mail: Mail
    tokens: tuple[Token, ...]

    @property
    def path(self) -> str:
        """The file of the page."""
        return f"{self.mail.key}.html"

    @property
    def text_path(self) -> str:
        """The file of the text part."""
        return f"{self.mail.key}.txt"

    @property
    def header(self) -> Place:
        """Where what stands in the headers is: in the draft."""
        return Place(f"{self.mail.key}.eml")

    @cached_property
    def subject(self) -> str:
        """The subject, without the word that marks a draft."""
        return DRAFT.sub("", self.mail.subject, count=1) if DRAFT.match(self.mail.subject) else self.mail.subject

    @cached_property
    def tags(self) -> tuple[Token, ...]:
        """The beginnings of all tags."""
        return tuple(token for token in self.tokens if token.tag and token.tag[0] not in "/#!")

    def place(self, token: Token) -> Place:
        """Where a token stands."""
        return Place(self.path, token.line, token.column)

    @cached_property
    def shown(self) -> tuple[Token, ...]:
        """The texts that people see."""
        return tuple(token for token in self.tokens if not token.tag)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links of the page."""
        return tuple(_links(self.tokens, self.path))

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The paragraphs, headings and cells that are not empty."""
        return tuple(block for block in _blocks(self.tokens, self.path) if block.text)

    @cached_property
    def addresses(self) -> tuple[tuple[str, Place], ...]:
        """The web addresses of the text part, each with its place."""
        text = self.mail.text
        return tuple(
            (found.group().rstrip(AFTER_AN_ADDRESS), place_in(text, found.start(), self.text_path))
            for found in ADDRESS.finditer(text)
        )

    @cached_property
    def targets(self) -> frozenset[str]:
        """What the text part leads to, decoded; a sign at the end may belong to the address or to the sentence."""
        web = (short for found in ADDRESS.finditer(self.mail.text) for short in _shorter(found.group()))
        return frozenset([*map(target, web), *(found.group().lower() for found in EMAIL.finditer(self.mail.text))])

    @cached_property
    def preheader(self) -> tuple[str, Place]:
        """What an inbox shows behind the subject, and its place: the mail's own, else what the page hides for that."""
        hidden, place = _hidden(self.tokens, self.path)
        return " ".join((self.mail.preheader or hidden).split()), place


Rule = Callable[[Content], Iterator[Finding]]


@lru_cache(maxsize=4)
def content_of(mail: Mail) -> Content:
    """The mail taken apart."""
    return Content(mail, tuple(tokens_of(mail.html)))


def place_in_token(token: Token, index: int, path: str) -> Place:
    """Where a sign of a text on the page stands; an entity before it in the same line moves it a little."""
    place = place_in(token.text, index, path)
    before = token.column - 1 if place.line == 1 else 0
    return place._replace(line=place.line + token.line - 1, column=place.column + before)


def _links(tokens: Iterable[Token], path: str) -> Iterator[Link]:
    """Each link with the text between its tags; a picture counts by what it says instead."""
    opened: Token | None = None
    pieces: list[str] = []
    for token in tokens:
        if opened is not None and token.tag in {"a", "/a"}:
            yield _link(opened, pieces, path)
            opened = None
        if token.tag == "a":
            opened, pieces = token, [token.attributes.get("aria-label", "")]
        elif opened is not None and token.tag in {"", "img"}:
            pieces.append(token.text or token.attributes.get("alt", ""))
    if opened is not None:
        yield _link(opened, pieces, path)


def _link(token: Token, pieces: Iterable[str], path: str) -> Link:
    url, named = token.attributes.get("href"), bool(token.attributes.keys() & {"id", "name"})
    return Link(url, " ".join("".join(pieces).split()), Place(path, token.line, token.column), named)


def _blocks(tokens: Iterable[Token], path: str) -> Iterator[Block]:
    """What stands between the tags that end a sentence, and is not empty; `br` begins a new line in it."""
    tag, pieces = "", [""]
    place: Place | None = None
    for token in tokens:
        if not token.tag:
            pieces.append(token.text)
            if place is None and not token.text.isspace():
                place = place_in_token(token, len(token.text) - len(token.text.lstrip()), path)
        elif token.tag in ENDING:
            if place:
                yield _block(tag, pieces, place)
            tag, pieces, place = token.tag, [], None
        elif token.tag == "br":
            pieces.append(NEW_LINE)
    if place:
        yield _block(tag, pieces, place)


def _hidden(tokens: Iterable[Token], path: str) -> tuple[str, Place]:
    """The text of the first tag that is not displayed, and its place; an empty text when there is none."""
    hidden: Token | None = None
    pieces: list[str] = []
    for token in tokens:
        if hidden is None and token.tag in HIDING:
            style = token.attributes.get("style", "").replace(" ", "").lower()
            hidden = token if "display:none" in style else None
        elif hidden is not None and token.tag == f"/{hidden.tag}":
            break
        elif hidden is not None and not token.tag:
            pieces.append(token.text)
    place = Place(path, hidden.line, hidden.column) if hidden else Place(path)
    return "".join(pieces), place


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
