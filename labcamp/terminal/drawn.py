"""Markdown as it is drawn at a terminal; Rich is imported with this module, so it is itself imported late."""

from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, TableElement
from rich.padding import Padding
from rich.text import Text
from rich.theme import Theme

LOOKS = {
    "markdown.code": "bold cyan",
    "markdown.code_block": "cyan",
    "markdown.h1": "bold underline",
    "markdown.h2": "bold",
    "markdown.h3": "bold",
    "markdown.table.header": "bold",
}
INDENT = 4


class Title(Heading):
    """A heading at the left, where the text begins, whatever the version of Rich does with one."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The heading."""
        yield self.text


class Commands(CodeBlock):
    """What people copy, as it is, without colours of a language of programmers."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, indented."""
        code = str(self.text).rstrip()
        yield Padding(Text(code, style=LOOKS["markdown.code_block"], overflow="fold"), (0, 0, 0, INDENT))


class Rows(TableElement):
    """A table in which no cell is cut off."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The table; a word that no column has room for goes on in the next line."""
        rows = [*(self.body.rows if self.body else ()), self.header.row if self.header else None]
        for row in filter(None, rows):
            for cell in row.cells:
                cell.content.overflow = "fold"
        yield from super().__rich_console__(console, options)


class Page(Markdown):
    """A page of the guide."""

    elements: ClassVar = {**Markdown.elements, "heading_open": Title, "fence": Commands, "table_open": Rows}


def drawn(text: str, width: int) -> str:
    """A text in Markdown with headings, tables and commands that look like some, in lines of a width."""
    console = Console(width=width, force_terminal=True, theme=Theme(LOOKS), highlight=False)
    with console.capture() as capture:
        console.print(Page(text, hyperlinks=False))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
