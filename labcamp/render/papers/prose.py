"""What people write in Markdown, as blocks of a document."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from posixpath import normpath
from typing import Any
from urllib.parse import urlsplit

from labcamp.files.markdown import tokens
from labcamp.render.papers.document import Block, Code, Heading, Items, Line, Paragraph, Quote, Run, Table

OnWeb = Callable[[str], str]  # the address on the web of a page of the site; empty where nobody knows
FOLDER = "papers"  # of the pages of papers, within the site
DEEPEST = 4  # the level of a heading
HIGHEST = 3  # the level that `tokens` gives to the highest heading
MARKS: dict[str, Callable[[Run], Run]] = {
    "strong": lambda run: run._replace(strong=True),
    "em": lambda run: run._replace(emphasis=True),
    "s": lambda run: run._replace(struck=True),
}


def blocks_of(text: str, highest: int, on_web: OnWeb) -> tuple[Block, ...]:
    """A text as blocks, its highest heading on a level; `on_web` tells where a page of the site is found."""
    from markdown_it.tree import SyntaxTreeNode

    found = _blocks(SyntaxTreeNode(tokens(text)).children, on_web)
    return tuple(_raised(block, highest) if isinstance(block, Heading) else block for block in found)


def _raised(heading: Heading, highest: int) -> Heading:
    return heading._replace(level=min(heading.level - HIGHEST + highest, DEEPEST))


def _blocks(nodes: Any, on_web: OnWeb) -> Iterator[Block]:
    for node in nodes:
        if node.type in BLOCKS:
            yield BLOCKS[node.type](node, on_web)


def _within(nodes: Any, on_web: OnWeb) -> tuple[Block, ...]:
    """Blocks in a list or a quotation: a heading is none there, for it would stand in the outline of the whole."""
    return tuple(
        Paragraph(tuple(run._replace(strong=True) for run in block.line)) if isinstance(block, Heading) else block
        for block in _blocks(nodes, on_web)
    )


def _paragraph(node: Any, on_web: OnWeb) -> Block:
    return Paragraph(line_of(node, on_web))


def _heading(node: Any, on_web: OnWeb) -> Block:
    return Heading(int(node.tag[1]), line_of(node, on_web))


def _list(node: Any, on_web: OnWeb, *, numbered: bool) -> Block:
    return Items(tuple(_within(item.children, on_web) for item in node.children), numbered)


def _quote(node: Any, on_web: OnWeb) -> Block:
    return Quote(_within(node.children, on_web))


def _code(node: Any, _on_web: OnWeb) -> Block:
    return Code(node.content.rstrip("\n"))


def _table(node: Any, on_web: OnWeb) -> Block:
    rows = [tuple(line_of(cell, on_web) for cell in row.children) for part in node.children for row in part.children]
    return Table(rows[0], tuple(rows[1:]))


BLOCKS: dict[str, Callable[[Any, OnWeb], Block]] = {
    "paragraph": _paragraph,
    "heading": _heading,
    "bullet_list": partial(_list, numbered=False),
    "ordered_list": partial(_list, numbered=True),
    "blockquote": _quote,
    "fence": _code,
    "code_block": _code,
    "table": _table,
}


def line_of(node: Any, on_web: OnWeb) -> Line:
    """What stands in a paragraph, a heading or a cell; texts that look the same and touch are one."""
    runs = [run for child in node.children for run in _runs(child.children, Run(""), on_web) if run.text]
    joined = (list(some) for _, some in groupby(runs, key=lambda run: run._replace(text="")))
    return tuple(some[0]._replace(text="".join(run.text for run in some)) for some in joined)


def _runs(nodes: Any, around: Run, on_web: OnWeb) -> Iterator[Run]:
    for node in nodes:
        if node.type in MARKS:
            yield from _runs(node.children, MARKS[node.type](around), on_web)
        elif node.type == "link":
            yield from _runs(node.children, _leading(around, str(node.attrs.get("href", "")), on_web), on_web)
        elif node.type == "code_inline":
            yield around._replace(text=node.content, code=True)
        else:
            yield around._replace(text=BREAKS.get(node.type, node.content))


BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def _leading(around: Run, address: str, on_web: OnWeb) -> Run:
    """What stands in a link: one that is not whole leads to a page of the site, as seen from that of the paper."""
    try:
        if urlsplit(address).scheme:
            return around._replace(url=address)
    except ValueError:  # brackets that are no IPv6
        return around
    page = normpath(f"{FOLDER}/{address}")
    if address[:1] in {"", "/", "#", "?"} or page.startswith("."):
        return around
    return around._replace(page=page, url=on_web(page))
