"""`check`: everything that is wrong, and with `--fix` mended where one answer is safe."""

import datetime as dt
import difflib
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Annotated, NamedTuple
from urllib.parse import urlsplit

import typer

from labcamp.files.read import content_of
from labcamp.files.undo import Edit, keep
from labcamp.files.write import Outcome, refuse_taken, replace
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.review.folder import found_in
from labcamp.review.links import answers_of, found_behind, links_of
from labcamp.review.mends import in_utf8, mended
from labcamp.review.unsaved import found_in_text, mended_text, unsaved
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import EditOptions, Formatted, Options, Strict
from labcamp.terminal.questions import confirm, somebody_sits_here
from labcamp.terminal.report import (
    FindingFormat,
    for_programs,
    outcome_line,
    plain,
    styled,
    tell,
    tell_with_verdict,
    verdict_of,
)
from labcamp.workspace import Reading, reading
from labcamp.workspace.papers import PAPERS

say = phrases_of("check")

Fix = Annotated[bool, typer.Option("--fix")]
Links = Annotated[bool, typer.Option("--links")]
Stdin = Annotated[bool, typer.Option("--stdin")]
Filename = Annotated[str | None, typer.Option("--filename", show_default=False)]

# What is said at the end: something is wrong, there is only advice, all is well
CHECKED = ("checked_wrong", "checked_advice", "checked_fine")
MENDABLE = ("checked_wrong_mendable", *CHECKED[1:])

COLOURS = {"@": "cyan", "-": "red", "+": "green"}
HEAD = 2  # lines that name the file
NO_LINE_END = "\\ No newline at end of file"  # as every diff says it


def check(
    *,
    fix: Fix = False,
    links: Links = False,
    stdin: Stdin = False,
    filename: Filename = None,
    strict: Strict = False,
    format_: Formatted = FindingFormat.text,
    options: EditOptions,
) -> None:
    """Everything that is wrong is told; exit code 1 where something would stop what goes out."""
    _refuse_alone("--dry-run", options.dry_run, {"--fix": fix})
    _refuse_alone("--stdin", stdin, {"--filename": filename})
    _refuse_alone("--filename", filename is not None, {"--stdin": stdin})
    if stdin:
        _check_text(filename or "", options, fix=fix, format_=format_, strict=strict)
        return

    folder = options.root
    left = (
        _mend_folder(folder, options.today, dry_run=options.dry_run, aside=format_ is not FindingFormat.text)
        if fix
        else ()
    )
    found = found_in(folder, options.today)
    asked, of_links = _ask_links(folder, options.today) if links else ("", ())
    findings = tuple(sorted((*found.findings, *left, *of_links)))
    verdicts = MENDABLE if found.mendable else CHECKED
    verdict = asked + say(verdict_of(findings, verdicts, strict=strict), count=found.events)
    tell_with_verdict(findings, format_, verdict, strict=strict)


def _refuse_alone(option: str, given: object, others: Mapping[str, object]) -> None:
    """LC019 where an option is given without the one that it belongs to."""
    for other, there in others.items():
        if given and not there:
            raise UsageError(finding("LC019", Place(option), option=option, other=other))


def _ask_links(root: Path, today: dt.date) -> tuple[str, tuple[Finding, ...]]:
    """The servers of others are asked, and it is shown how far that has come; how many, and what there is to say."""
    from labcamp.terminal.progress import status  # noqa: PLC0415  # most checks ask nobody

    try:
        read = reading(root, today)
        found = links_of(read)
    except LabcampError:
        return "", ()  # the check says why
    known, count = {}, len({link.asked for link in found})
    with status(say("asking_links", done=0, count=count)) as shown:
        for address, answer in answers_of(found, _proxy_for):
            known[address] = answer
            shown(say("asking_links", done=len(known), count=count))
    return say("asked_links", count=count) + "\n", read.kept(found_behind(found, known, today))


def _proxy_for(address: str) -> str:
    """The proxy through which this machine reaches an address, if through any."""
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415  # most checks ask nobody

    parts = urlsplit(address)
    return "" if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme, "")


def _mend_folder(root: Path, today: dt.date, *, dry_run: bool, aside: bool) -> tuple[Finding, ...]:
    """The files of a folder are mended; what kept one from being written is a finding."""
    try:
        read = reading(root, today)
    except LabcampError:
        return ()  # the check says why
    return mend(read, dry_run=dry_run, aside=aside)


def _check_text(filename: str, options: Options, *, fix: bool, format_: FindingFormat, strict: bool) -> None:
    """What is wrong with a text that an editor holds; with `fix` the same text mended, whatever is left to be told.

    An editor takes no text from a program that fails.
    """
    root = None if options.root == Path() else options.root  # else the folder that the file lies in
    text = unsaved(sys.stdin.buffer.read(), filename, root, options.today)
    if not fix:
        tell_with_verdict(found_in_text(text), format_, "", strict=strict)
        return
    mended = text.but(mended_text(text))
    typer.echo(mended.content, nl=False)
    if format_ is FindingFormat.text:
        tell(found_in_text(mended))
    else:
        typer.echo(for_programs(found_in_text(mended), format_, strict=strict).encode(), nl=False, err=True)


class File(NamedTuple):
    """A file that is to be mended: its bytes before and after, and its name after, where that changes."""

    path: Path
    before: bytes
    after: bytes
    to: Path

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What `undo` has to know."""
        if self.to == self.path:
            return (Edit(self.path, self.before, self.after),)
        return Edit(self.path, self.before, None), Edit(self.to, None, self.after)


def mend(read: Reading, *, dry_run: bool, aside: bool) -> tuple[Finding, ...]:
    """The files of a workspace are mended, and it was shown how; the findings say where that was not possible.

    It is shown `aside`, on stderr and without a question, where a program reads what is said on stdout.
    """
    files = [file for file in _files(read) if file.before != file.after or file.path != file.to]
    count = sum(_show(changes(file), aside=aside) for file in files)
    if not files or dry_run:
        typer.echo(say("dry_run" if files else "nothing_to_mend"), err=aside)
    elif aside or not somebody_sits_here() or confirm(say("ask_mends" if count > 1 else "ask_mend", count=count)):
        refused = {file: _write(file, aside=aside) for file in files}
        done = [file for file, findings in refused.items() if not findings]
        keep(read.workspace.root, "check --fix", [edit for file in done for edit in file.edits])
        return tuple(chain.from_iterable(refused.values()))
    else:
        typer.echo(say("nothing_written"))
    return ()


def _show(lines: Sequence[str], *, aside: bool) -> int:
    """A diff is shown, in colours where somebody sees them; how many lines go."""
    for number, text in enumerate(lines):
        shown = styled(text, "bold") if number < HEAD else _coloured(text)
        typer.echo(shown, err=aside, color=False if plain() else None)
    return sum(text.startswith("-") for text in lines[HEAD:])


def _coloured(text: str) -> str:
    """A line of a diff; the blanks at its end are seen by their ground."""
    colour = COLOURS.get(text[:1])
    if colour is None:
        return text
    words = text.rstrip(" \t")
    return typer.style(words, fg=colour) + (typer.style(text[len(words) :], bg=colour) if words != text else "")


def _files(read: Reading) -> Iterator[File]:
    """Each file as it is and as it would be, with a name that fits; also those that are not saved in UTF-8."""
    workspace = read.workspace
    proposed = {found.path: dict(found.values)["proposal"] for found in workspace.findings if found.code == "LC004"}
    unread = {found.path for found in workspace.findings if found.code == "LC110"}
    paths = {source.path: id_ for id_, source in read.sources.items()} | {path: _id_of(Path(path)) for path in unread}
    for shown, id_ in sorted(paths.items()):
        path, before = Path(shown), content_of(Path(shown), shown)
        content = in_utf8(before) if shown in unread else before
        if content is not None:
            after = mended(content, shown, read.check(id_))
            yield File(path, before, after, path.with_name(proposed.get(shown, path.name)))


def _id_of(path: Path) -> str:
    """What a file is called that cannot be read."""
    return f"{PAPERS}/{path.stem}" if path.parent.name == PAPERS else path.stem


def changes(file: File) -> list[str]:
    """What is different, as the lines of a unified diff; the first two name the file before and after."""
    before, after = (_text(content).splitlines(keepends=True) for content in (file.before, file.after))
    names = (file.path.as_posix(), file.to.as_posix())
    found = [line for text in difflib.unified_diff(before, after, *names) for line in _lines(text)]
    return found or [f"--- {names[0]}", f"+++ {names[1]}"]


def _text(content: bytes) -> str:
    """The text of a file; what is not UTF-8 as its replacement sign, for that is what is wrong with it."""
    return content.decode("utf-8-sig", errors="replace")


def _lines(text: str) -> Iterator[str]:
    """A line of a diff without its end, and where it had none, a line that says so."""
    yield text.rstrip("\r\n")
    if not text.endswith(("\r", "\n")):
        yield NO_LINE_END


def _write(file: File, *, aside: bool) -> tuple[Finding, ...]:
    """A file is written, and said to be; else why it could not be."""
    try:
        outcome = replace(file.path, file.before, file.after)
        if file.to != file.path:
            refuse_taken(file.to)
            file.path.rename(file.to)
            outcome = Outcome("renamed", file.to)
        typer.echo(outcome_line(outcome, dry_run=False), err=aside)
    except OSError as problem:
        return (finding("LC005", Place(file.path.as_posix()), reason=problem.strerror or problem),)
    except LabcampError as problem:
        return problem.findings
    return ()
