"""Tables for people, and for other programs."""

import csv
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap

import typer
from rich import box
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from labcamp.model.artefact import Artefact
from labcamp.terminal.language import say
from labcamp.terminal.options import TableFormat
from labcamp.terminal.report import plain
from labcamp.texts import harmless

WHOLE_GAP = "\N{NO-BREAK SPACE}"  # a blank at which no line ends
WIDE = 100_000  # nothing is cut off where a program reads: a table is only as wide as it has to be
WHOLE = {"number", "date", "weekday", "status", "kind", "verdict", "points", "task_id"}
WHOLE |= {"announced", "mails", "documented", "private", "complete"}
FIXED = {"due": len("Thu 2026-11-19")}  # at a terminal, where words may stand below each other, but not a day
Cell = str | int | Text

# A cell that begins like this is a formula to a spreadsheet, whoever wrote it: OWASP, CSV injection.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
SheetRow = Sequence[str | int]


def width() -> int:
    """How many columns there is room for."""
    return _console().width


def _console() -> Console:
    # Titles come from people: `[bold]` and `:smile:` are text in them.
    wide = None if sys.stdout.isatty() else WIDE
    return Console(markup=False, emoji=False, highlight=False, color_system=None if plain() else "auto", width=wide)


def in_lines(text: str, first: str = "", hanging: str = "  ") -> list[str]:
    """A text in lines as wide as the screen, of whole words; `WHOLE_GAP` is a blank at which no line ends."""
    lines = wrap(
        text, width(), initial_indent=first, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
    return [line.replace(WHOLE_GAP, " ") for line in lines]


def print_wrapped(text: str, first: str = "", hanging: str = "  ") -> None:
    """A text stands on stdout in lines of whole words, each further one with a hanging indent."""
    typer.echo("\n".join(in_lines(text, first, hanging)))


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]], styles: Sequence[str] = ()) -> None:
    """Print a table on stdout; the phrases name its columns, `styles` are Rich styles, one a row."""
    seen = sys.stdout.isatty()
    titles = [say(f"column_{column}") for column in columns]
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=0)
    for column, title in zip(columns, titles, strict=True):
        table.add_column(title, no_wrap=column in WHOLE, overflow="fold", width=FIXED.get(column) if seen else None)
    _print_rows(table, rows, styles)


def print_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    """Print what belongs to each name beside it on stdout, in lines of whole words."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    _print_rows(table, pairs, ())


def print_titled_table(titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Print a table on stdout whose columns have these titles; columns of numbers are aligned to the right."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=0)
    for title, *cells in zip(titles, *rows, strict=True):
        justify: JustifyMethod = "right" if cells and all(isinstance(cell, int) for cell in cells) else "left"
        table.add_column(title, overflow="fold", justify=justify)
    _print_rows(table, rows, ())


def _print_rows(table: Table, rows: Iterable[Sequence[Cell]], styles: Sequence[str]) -> None:
    for row, style in zip_longest(rows, styles, fillvalue=""):
        table.add_row(*(cell if isinstance(cell, Text) else harmless(str(cell)) for cell in row), style=str(style))
    screen = _console()
    with screen.capture() as captured:
        screen.print(table)
    for line in captured.get().splitlines():
        typer.echo(line.rstrip())


@dataclass(frozen=True)
class Sheet:
    """A table with its title and the names of its columns."""

    title: str
    columns: Sequence[str]
    rows: Sequence[SheetRow]


def as_csv(sheet: Sheet) -> str:
    """A table as CSV: a byte order mark, semicolons, CRLF; no cell is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_inert(cell) for cell in row] for row in (sheet.columns, *sheet.rows))
    return f"\ufeff{text.getvalue()}"


def _inert(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def as_markdown(sheet: Sheet) -> str:
    """A table in Markdown below its title, with its numbers at the right."""
    if not sheet.rows:
        return f"## {sheet.title}\n\n{say('stats_nothing')}\n"
    numbers = [all(isinstance(cell, int) for cell in column) for column in zip(*sheet.rows, strict=True)]
    rule = ["---:" if right else "---" for right in numbers]
    lines = (f"| {' | '.join(row)} |\n" for row in (_plain(sheet.columns), rule, *map(_plain, sheet.rows)))
    return f"## {sheet.title}\n\n{''.join(lines)}"


def _plain(row: Iterable[str | int]) -> list[str]:
    """The cells of a row, whose text means nothing to Markdown."""
    return ["".join(f"\\{sign}" if sign in "\\|*_`<[" else sign for sign in str(cell)) for cell in row]


# What is to be opened and has no other form is for a spreadsheet.
WRITERS: dict[TableFormat, tuple[str, Callable[[Sheet], str]]] = {
    TableFormat.table: ("csv", as_csv),
    TableFormat.csv: ("csv", as_csv),
    TableFormat.markdown: ("md", as_markdown),
}


def hand_over(
    name: str, sheets: Iterable[Sheet], format_: TableFormat, folder: Path | None, *, open_: bool = False
) -> None:
    """Print tables as CSV or Markdown on stdout; with a folder write them into a file there, and open it if wanted."""
    suffix, written = WRITERS[format_]
    content = "\n".join(map(written, sheets)).encode()
    if folder is None:
        typer.echo(content, nl=False)
        return
    from labcamp.terminal.making import write_and_tell
    from labcamp.terminal.options import Options

    write_and_tell([Artefact(f"{name}.{suffix}", content)], Options(out=folder, open=open_), forced_with="")
