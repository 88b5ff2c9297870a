"""Markdown as it is drawn at a terminal; Rich is imported with this module, so it is itself imported late."""

from collections.abc import Iterator
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderableType
from rich.markdown import CodeBlock, Heading, Markdown
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

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """The heading, and a line before it that nothing stands on."""
        if self.tag != "h1":
            yield Text()
        yield self.text


class Commands(CodeBlock):
    """What people copy, as it is, without colours of a language of programmers."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        """The lines, indented."""
        code = str(self.text).rstrip()
        yield Padding(Text(code, style=LOOKS["markdown.code_block"], overflow="fold"), (0, 0, 0, INDENT))


class Page(Markdown):
    """A page of the guide."""

    elements: ClassVar = {**Markdown.elements, "heading_open": Title, "fence": Commands}


def drawn(text: str, width: int) -> str:
    """A text in Markdown with headings, tables and commands that look like some, in lines of a width."""
    console = Console(width=width, force_terminal=True, theme=Theme(LOOKS), highlight=False)
    with console.capture() as capture:
        console.print(Page(text, hyperlinks=False))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
