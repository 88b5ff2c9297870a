"""Markdown as it is drawn at a terminal; Rich is imported with this module, so it is itself imported late."""

from typing import ClassVar

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, TableElement
from rich.padding import Padding
from rich.table import Table
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
GAP = 2  # between the columns of a table


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
    """A table in which no cell and no word is cut; where it has no room for that, its cells stand below each other."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The table, or its rows one by one, each with its first cell at the left."""
        rows = [self.header.row] if self.header and self.header.row else []
        rows += self.body.rows if self.body else []
        cells = [[cell.content for cell in row.cells] for row in rows]
        if widths := _widths(cells, options.max_width):
            table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
            for text, width in zip(cells[0], widths, strict=True):
                table.add_column(text, width=width)
            for row in cells[1:]:
                table.add_row(*row)
            yield table
        else:
            for first, *others in cells:
                yield first
                yield from (Padding(text, (0, 0, 0, INDENT)) for text in others)


def _widths(cells: list[list[Text]], room: int) -> list[int]:
    """How wide each column is, so that no word is cut; none where that is more than there is room for."""
    columns = list(zip(*cells, strict=True))
    widths = [max(cell_len(word) for text in column for word in (*text.plain.split(), "")) for column in columns]
    wanted = [max(text.cell_len for text in column) for column in columns]
    spare = room - sum(widths) - GAP * len(widths)
    while spare >= 0 and (narrow := [at for at, width in enumerate(widths) if width < wanted[at]][:spare]):
        for at in narrow:
            widths[at] += 1
        spare -= len(narrow)
    return widths if spare >= 0 else []


class Page(Markdown):
    """A page of the guide."""

    elements: ClassVar = {**Markdown.elements, "heading_open": Title, "fence": Commands, "table_open": Rows}


def drawn(text: str, width: int) -> str:
    """A text in Markdown with headings, tables and commands that look like some, in lines of a width."""
    console = Console(width=width, force_terminal=True, theme=Theme(LOOKS), highlight=False)
    with console.capture() as capture:
        console.print(Page(text, hyperlinks=False))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
