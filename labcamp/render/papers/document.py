"""A paper as a tree of headings, paragraphs, lists and quotes: every form is written from it, so that none differs."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from labcamp.files.markdown import HARMLESS_SCHEME

LONGEST_URL = 2000  # letters; some programs open no longer one
IN_URLS = "%/:=&?~#+!$,;'@()*[]"  # signs that an address may hold (RFC 3986 section 2.2)


class Run(NamedTuple):
    """A piece of a line: a text as it is emphasised, or that leads somewhere; or a mark that names a source.

    A text holds no line end but one sign, which begins a new line within the paragraph.
    """

    text: str
    url: str = ""
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False
    source: int = 0  # the number of the source that it names, from 1; the text is `[1]`
    to: str = ""  # the anchor of the heading in the document that it leads to
    page: str = ""  # the page within the site that it leads to; `url` is where that is on the web, if it is known


Line = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading of level 1 (below the title) to 4; other places lead to its anchor."""

    level: int
    line: Line
    anchor: str = ""


class Paragraph(NamedTuple):
    """A paragraph; its `kind` is empty, or says what it is.

    `support` of a finding or a topic, with the marks of its sources; `lead` of the paper; `note`, such as that it is a
    draft; `who` brought an input; `citation`, how the paper is cited.
    """

    line: Line
    kind: str = ""


class Items(NamedTuple):
    """A list, numbered or not, of items that hold blocks."""

    items: tuple[tuple["Block", ...], ...]
    numbered: bool = False


class Quote(NamedTuple):
    """The words of somebody else."""

    blocks: tuple["Block", ...]


class Code(NamedTuple):
    """Lines that are shown as they are typed."""

    text: str


class Table(NamedTuple):
    """A table: what stands above its columns, and its rows of as many cells."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


class SourceList(NamedTuple):
    """The place of the numbered list of sources."""


Block = Heading | Paragraph | Items | Quote | Code | Table | SourceList


class Work(NamedTuple):
    """What a list of literature knows of the paper, or of a session that it cites; what is unknown is empty.

    `authors` are names, each with whether that is a person; `within` is the event in which a session was.
    """

    title: str
    authors: tuple[tuple[str, bool], ...]
    year: int = 0
    month: int = 0
    within: str = ""
    subtitle: str = ""
    publisher: str = ""
    version: str = ""
    licence: str = ""
    doi: str = ""
    url: str = ""


UNKNOWN = Work("", ())


class Reference(NamedTuple):
    """A source: its number, where and by whom something was said, its page on the site, and who names it.

    `line` is all of it in words, with the jumps back to the findings that name it; `address` is the page within the
    site (`labcamp-3/atlas.html`), `cited_in` the anchors of these findings.
    """

    number: int
    line: Line
    address: str
    cited_in: tuple[str, ...]
    work: Work = UNKNOWN


@dataclass(frozen=True)
class Document:
    """A paper, ready to be written in any form.

    `facts` are the lines below its title: version and date, editors, licence. `origin` says where its source lies,
    which only forms say that are made to be edited. `citation` is how to cite it, and stands in the blocks, too; `work`
    is the same, apart. `editors` are people by name, else organisations; `date` is that of a version, None of a draft.
    """

    id: str
    language: str
    title: str
    subtitle: str
    facts: tuple[Line, ...]
    origin: str
    blocks: tuple[Block, ...]
    sources: tuple[Reference, ...]
    citation: str
    work: Work = UNKNOWN
    editors: tuple[str, ...] = ()
    date: dt.date | None = None


def web_address(run: Run) -> str:
    """Where on the web a piece leads, as files of other programs may hold it; empty for what could do harm."""
    harmless = HARMLESS_SCHEME.match(run.url) and len(run.url) <= LONGEST_URL
    return quote(run.url, safe=IN_URLS, errors="replace") if harmless else ""


def regular(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, whose headings are not empty and leave out no level (PDF/UA-1, ISO 14289-1, 7.4.2)."""
    level = 0
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif says_something(block.line):
            level = min(block.level, level + 1)
            yield block._replace(level=level)


def says_something(line: Line) -> bool:
    """Tell whether there is a sign in it that can be seen, besides marks of sources."""
    text = "".join(run.text for run in line if not run.source)
    return any(sign.isprintable() and not sign.isspace() for sign in text)


def places_in(blocks: Iterable[Block]) -> frozenset[str]:
    """The anchors of headings."""
    return frozenset(block.anchor for block in blocks if isinstance(block, Heading) and block.anchor)
