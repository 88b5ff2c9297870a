"""Tables for other programs: CSV as a German Excel opens it, and Markdown."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from labcamp.artefact import Artefact
from labcamp.cli.language import say
from labcamp.cli.options import TableFormat

# A cell that begins like this is a formula to a spreadsheet, whoever wrote it: OWASP, CSV injection.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
Row = Sequence[str | int]


@dataclass(frozen=True)
class Sheet:
    """A table with its title and the names of its columns."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Row]


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


def handed_over(
    name: str, sheets: Iterable[Sheet], format_: TableFormat, folder: Path | None, *, open_: bool = False
) -> None:
    """The tables stand on stdout, byte for byte; with a folder they are a file in it, perhaps opened."""
    suffix, written = WRITERS[format_]
    content = "\n".join(map(written, sheets)).encode()
    if folder is None:
        typer.echo(content, nl=False)
        return
    from labcamp.cli.making import Target, made

    made([Artefact(f"{name}.{suffix}", content)], Target(folder, open=open_))
