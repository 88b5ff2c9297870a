"""Tables for people, and for other programs."""

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap

import typer

from labcamp.files import spreadsheets
from labcamp.files.spreadsheets import Sheet, as_csv, as_workbook, for_programs
from labcamp.model.artefact import Artefact
from labcamp.terminal import fold
from labcamp.terminal.language import say
from labcamp.terminal.options import TableFormat
from labcamp.terminal.report import styled
from labcamp.terminal.words import figures
from labcamp.texts import harmless

WHOLE_GAP = "\N{NO-BREAK SPACE}"  # a blank at which no line ends
WIDE = 100_000  # nothing is cut off where a program reads: a table is only as wide as it has to be
WHOLE = {"number", "date", "weekday", "status", "kind", "verdict", "points", "task_id", "due"}
WHOLE |= {"announced", "mails", "documented", "private", "complete"}
EASY = 16  # columns of a cell in which whole sentences can still be read
Cell = str | int
SheetRow = Sequence[spreadsheets.Cell]


def width() -> int:
    """How many columns there is room for."""
    return fold.columns(sys.stdout) or WIDE


class Column:
    """A column of a table: its title, its cells, how wide it would be, and how narrow it can be."""

    def __init__(self, title: str, cells: Sequence[Cell], *, whole: bool) -> None:
        self.title, self.cells = title, [harmless(str(cell)) for cell in cells]
        self.numbers = bool(cells) and all(isinstance(cell, int) for cell in cells)
        self.texts, self.whole = (title, *self.cells), whole
        self.wide = max(fold.length(line) for text in self.texts for line in text.split("\n"))

    @cached_property
    def narrow(self) -> int:
        """How narrow it can be; asked only where there is little room."""
        return self.wide if self.whole else max(*map(fold.longest_word, self.texts), min(self.wide, EASY))


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
    """Print a table on stdout; the phrases name its columns, `styles` are a colour for each row, as `bold red`."""
    cells = list(zip(*rows, strict=True)) or [()] * len(columns)
    named = zip(columns, cells, strict=True)
    _print([Column(say(f"column_{name}"), of, whole=name in WHOLE) for name, of in named], styles)


def print_titled_table(titles: Sequence[str], rows: Sequence[SheetRow]) -> None:
    """Print a table on stdout whose columns have these titles; columns of numbers are aligned to the right."""
    cells = ([told(cell) for cell in row] for row in rows)
    _print([Column(title, of, whole=False) for title, *of in zip(titles, *cells, strict=True)], ())


def print_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    """Print what belongs to each name beside it on stdout."""
    known = [(harmless(name), text) for name, text in pairs]
    room = max(fold.length(name) for name, _ in known)
    for name, text in known:
        typer.echo(f"{fold.padded(name, room)}  {text}".rstrip())


def _print(columns: Sequence[Column], styles: Sequence[str]) -> None:
    """Print columns side by side, or where they have no room, each row on lines of its own."""
    room = width()
    widths = _widths(columns, room)
    if widths is None:
        heading, lines = _first([column.title for column in columns], columns, room), _stacked(columns, room)
    else:
        heading, lines = _row([(column.title, column.numbers) for column in columns], widths), _beside(columns, widths)
    for line in heading:
        typer.echo(styled(line, "bold"))
    if widths is not None:
        typer.echo("─" * (sum(widths) + len(widths) - 1))
    for block, style in zip_longest(lines, styles, fillvalue=""):
        for line in block:
            typer.echo(styled(line, style))


def _widths(columns: Sequence[Column], room: int) -> list[int] | None:
    """How wide each column is, the widest ones narrower as need be; None where there is no room for whole words."""
    widths = [column.wide for column in columns]
    too_much = sum(widths) + len(widths) - 1 - room
    while too_much > 0:
        over, at = max(
            (width - column.narrow, at) for at, (width, column) in enumerate(zip(widths, columns, strict=True))
        )
        if over <= 0:
            return None
        widths[at] -= 1
        too_much -= 1
    return widths


def _beside(columns: Sequence[Column], widths: Sequence[int]) -> Iterator[list[str]]:
    for cells in zip(*(column.cells for column in columns), strict=True):
        yield _row([(cell, column.numbers) for cell, column in zip(cells, columns, strict=True)], widths)


def _row(cells: Sequence[tuple[str, bool]], widths: Sequence[int]) -> list[str]:
    """The lines of a row: the cells, folded, beside each other; numbers at the right."""
    parts = [_cell(cell, width, right=right) for (cell, right), width in zip(cells, widths, strict=True)]
    beside = zip_longest(*parts)
    blank = [" " * width for width in widths]
    return [" ".join(part or empty for part, empty in zip(line, blank, strict=True)).rstrip() for line in beside]


def _cell(text: str, width: int, *, right: bool) -> list[str]:
    """A cell in lines that are as wide as its column."""
    lines = (
        [text]
        if fold.length(text) <= width and "\n" not in text
        else [each for line in text.split("\n") for each in fold.filled(line, width)]
    )
    return [" " * (width - fold.length(line)) + line if right else fold.padded(line, width) for line in lines]


def _stacked(columns: Sequence[Column], room: int) -> Iterator[list[str]]:
    """The rows as a line for what comes first, and below it the rest, each with the title of its column."""
    heads = _heads(columns)
    for cells in zip(*(column.cells for column in columns), strict=True):
        named = zip(columns[heads:], cells[heads:], strict=True)
        rest = ", ".join(f"{column.title} {cell}".strip() for column, cell in named if cell).replace("\n", "; ")
        yield _first(cells, columns, room) + (fold.filled(rest, room, "  ", "  ") if rest else [])


def _first(cells: Sequence[str], columns: Sequence[Column], room: int) -> list[str]:
    """What stands first in a row, on a line."""
    *before, last = [cell for cell in cells[: _heads(columns)] if cell] or [""]
    return fold.filled(last, room, "".join(f"{cell}  " for cell in before), "  ")


def _heads(columns: Sequence[Column]) -> int:
    """How many columns say what a row is about."""
    return 1 if columns[1].numbers else 2


def told(cell: spreadsheets.Cell) -> Cell:
    """A cell as people read it: a day in figures, half a person with the sign that the language has for it."""
    if isinstance(cell, dt.date):
        return figures(cell)
    if isinstance(cell, float):
        return f"{cell:.1f}".replace(".", say("decimal_sign"))
    return cell if isinstance(cell, int) else str(for_programs(cell))


def as_markdown(sheet: Sheet) -> str:
    """A table in Markdown below its title, with its numbers at the right."""
    if not sheet.rows:
        return f"## {sheet.title}\n\n{say('stats_nothing')}\n"
    numbers = [all(isinstance(cell, int) for cell in column) for column in zip(*sheet.rows, strict=True)]
    rule = ["---:" if right else "---" for right in numbers]
    lines = (f"| {' | '.join(row)} |\n" for row in (_plain(sheet.columns), rule, *map(_plain, sheet.rows)))
    return f"## {sheet.title}\n\n{''.join(lines)}"


def _plain(row: Iterable[spreadsheets.Cell]) -> list[str]:
    """The cells of a row, whose text means nothing to Markdown."""
    return ["".join(f"\\{sign}" if sign in "\\|*_`<[" else sign for sign in str(told(cell))) for cell in row]


def _as_csv(sheets: Sequence[Sheet]) -> bytes:
    return "\n".join(as_csv(sheet, told) for sheet in sheets).encode()


def _as_markdown(sheets: Sequence[Sheet]) -> bytes:
    return "\n".join(map(as_markdown, sheets)).encode()


# What is to be opened and has no other form is for a spreadsheet.
WRITERS: dict[TableFormat, tuple[str, Callable[[Sequence[Sheet]], bytes]]] = {
    TableFormat.table: ("xlsx", as_workbook),
    TableFormat.csv: ("csv", _as_csv),
    TableFormat.xlsx: ("xlsx", as_workbook),
    TableFormat.markdown: ("md", _as_markdown),
}


def hand_over(
    name: str, sheets: Sequence[Sheet], format_: TableFormat, folder: Path | None, *, open_: bool = False
) -> None:
    """Print tables as CSV or Markdown on stdout; with a folder write them into a file there, and open it if wanted."""
    suffix, written = WRITERS[format_]
    content = written(sheets)
    if folder is None:
        typer.echo(content, nl=False)
        return
    from labcamp.terminal.making import write_and_tell
    from labcamp.terminal.options import Options

    write_and_tell([Artefact(f"{name}.{suffix}", content)], Options(out=folder, open=open_), forced_with="")
