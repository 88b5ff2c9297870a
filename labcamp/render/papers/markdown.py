"""A paper as Markdown, in which it is read as text, and worked on."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from labcamp.files.markdown import code_block, code_in_line, escaped, target_of, tokens
from labcamp.model.artefact import Artefact
from labcamp.render.papers.document import (
    Block,
    Code,
    Document,
    Heading,
    Items,
    Line,
    Paragraph,
    Quote,
    Run,
    SourceList,
    Table,
)
from labcamp.render.stage import Stage

MARKS = (("strong", "**"), ("emphasis", "*"), ("struck", "~~"))
BREAK = "\\\n"


def render(_stage: Stage, document: Document) -> Artefact:
    """`papers/<id>/paper.md`."""
    return Artefact(f"papers/{document.id}/paper.md", markdown(document).encode())


def markdown(document: Document) -> str:
    """A document in Markdown (CommonMark, with tables)."""
    head = [f"# {line_of((Run(document.title),))}"]
    head += [line_of((Run(document.subtitle, strong=True),))] if document.subtitle else []
    head += [BREAK.join(line_of(line) for line in document.facts)] if document.facts else []
    return "\n\n".join((*head, *_blocks(document.blocks, document))) + "\n"


def _blocks(blocks: Sequence[Block], document: Document) -> Iterator[str]:
    """Blocks, each as its lines; of two lists of one sort that follow each other, the second has other signs."""
    before, other = None, False
    for block in blocks:
        sort = block.numbered if isinstance(block, Items) else None
        other = not other if sort is not None and sort == before else False
        yield (
            _list(block.items, document, _signs(block, other=other))
            if isinstance(block, Items)
            else WRITERS[type(block)](block, document)
        )
        before = sort


def _signs(items: Items, *, other: bool) -> Callable[[int], str]:
    if items.numbered:
        return (lambda number: f"{number}) ") if other else (lambda number: f"{number}. ")
    return (lambda _: "* ") if other else (lambda _: "- ")


def _list(items: Sequence[Sequence[Block]], document: Document, sign: Callable[[int], str]) -> str:
    """A list; tight where no item has more than a paragraph and a list in it."""
    loose = any(len([block for block in item if not isinstance(block, Items)]) > 1 for item in items)
    between = "\n\n" if loose else "\n"
    return between.join(
        _hanging(sign(number), between.join(_blocks(item, document))) for number, item in enumerate(items, 1)
    )


def _hanging(sign: str, text: str) -> str:
    """A text behind a sign, with its other lines below its first."""
    lines = text.split("\n")
    return "\n".join(
        [f"{sign}{lines[0]}".rstrip(), *(f"{' ' * len(sign)}{line}" if line else "" for line in lines[1:])]
    )


def _heading(block: Any, _document: Document) -> str:
    return f"{'#' * (block.level + 1)} {line_of(block.line, one_line=True)}"


def _paragraph(block: Any, _document: Document) -> str:
    if block.kind == "note":
        return line_of(tuple(run._replace(strong=True) for run in block.line))
    if block.kind == "support":
        return line_of(tuple(run._replace(emphasis=not run.source and bool(run.text.strip())) for run in block.line))
    return line_of(block.line)


def _quote(block: Any, document: Document) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(block.blocks, document)).split("\n"))


def _code(block: Any, _document: Document) -> str:
    return code_block(block.text)


def _table(block: Any, _document: Document) -> str:
    rows = [[line_of(_in_cell(cell), one_line=True) for cell in row] for row in (block.head, *block.rows)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join((lines[0], f"|{'---|' * len(block.head)}", *lines[1:]))


def _in_cell(line: Line) -> Line:
    """A line whose code does not end the cell."""
    return tuple(run._replace(text=run.text.replace("|", "\\|")) if run.code else run for run in line)


def _sources(_block: Any, document: Document) -> str:
    items = tuple((Paragraph(reference.line),) for reference in document.sources)
    return _list(items, document, lambda number: f"{number}. ")


WRITERS: dict[type[Any], Callable[[Any, Document], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Quote: _quote,
    Code: _code,
    Table: _table,
    SourceList: _sources,
}


def line_of(line: Line, *, one_line: bool = False) -> str:
    """A line in Markdown; where what is emphasised would not be read as it is meant, it is plain."""
    line = tuple(run._replace(text=run.text.replace("\n", " ")) for run in line) if one_line else line
    marked = "".join(map(_marked, line))
    emphasised = any(run.strong or run.emphasis or run.struck for run in line)
    if not emphasised or _read(marked) == _words(line):
        return marked
    return "".join(_marked(run._replace(strong=False, emphasis=False, struck=False)) for run in line)


def _words(line: Line) -> str:
    return " ".join("".join(run.text for run in line).split())


def _read(text: str) -> str:
    """The words that a reader of Markdown shows of a line."""
    found = [token for token in tokens(text) if token.type == "inline"]
    shown = ("".join(child.content or " " * child.type.endswith("break") for child in each.children) for each in found)
    return " ".join(" ".join(shown).split())


def _marked(run: Run) -> str:
    """A piece of a line with the signs for how it looks, and for where it leads; blanks stand outside of them."""
    bare = run.text.strip(" ")
    if not bare:
        return run.text
    text = code_in_line(bare) if run.code else BREAK.join(map(escaped, bare.split("\n")))
    for name, sign in MARKS:
        text = f"{sign}{text}{sign}" if getattr(run, name) else text
    if run.url:
        alone = run.text == run.url and re.fullmatch(r"https?://[^\s<>\\]+", run.url)
        text = f"<{run.url}>" if alone else f"[{text}]({target_of(run.url)})"
    before, after = run.text.split(bare, 1)
    return f"{before}{text}{after}"
