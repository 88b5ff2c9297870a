"""What `check --fix` does: it shows what it would mend, asks where somebody sits, and writes."""

import difflib
import errno
import os
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import typer

from labcamp.check import check_file
from labcamp.cli.asking import agreed, somebody_sits_here
from labcamp.cli.language import say
from labcamp.cli.making import line
from labcamp.cli.report import plain
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.mend import mended
from labcamp.read import content_of
from labcamp.workspace import Reading
from labcamp.write import replace

COLOURS = {"@": "cyan", "-": "red", "+": "green"}
HEAD = 2  # lines that name the file
NO_LINE_END = "\\ No newline at end of file"  # as every diff says it
ANYBODY_WRITES = 0o222


class File(NamedTuple):
    """A file that is to be mended: its bytes before and after."""

    path: Path
    before: bytes
    after: bytes


def mend(read: Reading, *, dry_run: bool, aside: bool) -> tuple[Finding, ...]:
    """The files of a workspace are mended, and it was shown how; the findings say where that was not possible.

    It is shown `aside`, on stderr and without a question, where a program reads what is said on stdout.
    """
    files = [file for file in _files(read) if file.before != file.after]
    count = sum(_show(changes(file), aside=aside) for file in files)
    if not files or dry_run:
        typer.echo(say("dry_run" if files else "nothing_to_mend"), err=aside)
    elif aside or not somebody_sits_here() or agreed(say("ask_mends" if count > 1 else "ask_mend", count=count)):
        return tuple(found for file in files for found in _written(file, aside=aside))
    else:
        typer.echo(say("nothing_written"))
    return ()


def _show(lines: Sequence[str], *, aside: bool) -> int:
    """A diff is shown, in colours where somebody sees them; how many lines go."""
    for number, text in enumerate(lines):
        styled = typer.style(text, bold=True) if number < HEAD else _coloured(text)
        typer.echo(styled, err=aside, color=False if plain() else None)
    return sum(text.startswith("-") for text in lines[HEAD:])


def _coloured(text: str) -> str:
    """A line of a diff; the blanks at its end are seen by their ground."""
    colour = COLOURS.get(text[:1])
    if colour is None:
        return text
    words = text.rstrip(" \t")
    return typer.style(words, fg=colour) + (typer.style(text[len(words) :], bg=colour) if words != text else "")


def _files(read: Reading) -> Iterator[File]:
    """Each file that could be read, as it is and as it would be."""
    workspace = read.workspace
    for id_, source in read.sources.items():
        before = content_of(Path(source.path), source.path)
        check = partial(check_file, id_, series=workspace.series, organisations=workspace.organisations)
        yield File(Path(source.path), before, mended(before, source.path, check))


def changes(file: File) -> list[str]:
    """What is different, as the lines of a unified diff; the first two name the file."""
    before, after = (content.decode("utf-8-sig").splitlines(keepends=True) for content in (file.before, file.after))
    name = file.path.as_posix()
    return [line for text in difflib.unified_diff(before, after, name, name) for line in _lines(text)]


def _lines(text: str) -> Iterator[str]:
    """A line of a diff without its end, and where it had none, a line that says so."""
    yield text.rstrip("\r\n")
    if not text.endswith(("\r", "\n")):
        yield NO_LINE_END


def _written(file: File, *, aside: bool) -> tuple[Finding, ...]:
    """A file is written, and said to be; else why it could not be."""
    try:
        if not file.path.stat().st_mode & ANYBODY_WRITES:  # who has locked a file wants it to stay
            return (finding("LC005", Place(file.path.as_posix()), reason=os.strerror(errno.EACCES)),)
        typer.echo(line(replace(file.path, file.before, file.after), dry_run=False), err=aside)
    except OSError as problem:
        return (finding("LC005", Place(file.path.as_posix()), reason=problem.strerror or problem),)
    except LabcampError as problem:
        return problem.findings
    return ()
