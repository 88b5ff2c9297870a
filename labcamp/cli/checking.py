"""`check`, `check-ics` and `explain`: what is wrong, and what that means."""

import datetime as dt
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from textwrap import indent
from typing import Annotated

import typer

from labcamp.cli.language import help_for, language, say
from labcamp.cli.options import DryRun, Lang, RootOrFound, Today, day
from labcamp.cli.report import Format, for_programs, tell
from labcamp.findings import NAMES, Finding, LabcampError, Place, UsageError, finding
from labcamp.texts import example_of, page_of

Strict = Annotated[bool, typer.Option("--strict", help=help_for("strict"))]
Formatted = Annotated[Format, typer.Option("--format", help=help_for("format"))]
Fix = Annotated[bool, typer.Option("--fix", help=help_for("fix"))]
Stdin = Annotated[bool, typer.Option("--stdin", help=help_for("stdin"))]
Filename = Annotated[
    str | None, typer.Option("--filename", metavar=help_for("FILE"), help=help_for("filename"), show_default=False)
]
Files = Annotated[list[Path], typer.Argument(metavar=help_for("FILE"), help=help_for("ics_files"), show_default=False)]
Code = Annotated[str | None, typer.Argument(metavar="CODE", help=help_for("code"))]

# How a wrong line ends in an example, and what people see instead
EXPECTED = re.compile(r" *# expect: .*$", re.MULTILINE)
HERE = "   ←"

# What is said at the end: something is wrong, there is only advice, all is well
CHECKED = ("checked_wrong", "checked_advice", "checked_fine")
MENDABLE = ("checked_wrong_mendable", *CHECKED[1:])
CALENDARS = ("calendars_wrong", "calendars_advice", "calendars_fine")


def check(
    *,
    fix: Fix = False,
    dry_run: DryRun = False,
    stdin: Stdin = False,
    filename: Filename = None,
    strict: Strict = False,
    format_: Formatted = Format.text,
    root: RootOrFound = None,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """Everything that is wrong is told; exit code 1 where something would stop what goes out."""
    _refuse_alone("--dry-run", dry_run, {"--fix": fix})
    _refuse_alone("--stdin", stdin, {"--filename": filename})
    _refuse_alone("--filename", filename is not None, {"--stdin": stdin})
    if stdin:
        _check_text(filename or "", root, day(today), fix=fix, format_=format_, strict=strict)
        return
    from labcamp.cli.examining import found_in

    folder = root or Path()
    left = _mended(folder, day(today), dry_run=dry_run, aside=format_ is not Format.text) if fix else ()
    found = found_in(folder, day(today))
    findings = tuple(sorted((*found.findings, *left)))
    verdicts = MENDABLE if found.mendable else CHECKED
    _report(findings, format_, _verdict(findings, verdicts, strict=strict, count=found.events), strict=strict)


def _refuse_alone(option: str, given: object, others: Mapping[str, object]) -> None:
    """LC019 where an option is given without the one that it belongs to."""
    for other, there in others.items():
        if given and not there:
            raise UsageError(finding("LC019", Place(option), option=option, other=other))


def _mended(root: Path, today: dt.date, *, dry_run: bool, aside: bool) -> tuple[Finding, ...]:
    """The files of a folder are mended; what kept one from being written is a finding."""
    from labcamp.cli.mending import mend
    from labcamp.workspace import reading

    try:
        read = reading(root, today)
    except LabcampError:
        return ()  # the check says why
    return mend(read, dry_run=dry_run, aside=aside)


def _check_text(filename: str, root: Path | None, today: dt.date, *, fix: bool, format_: Format, strict: bool) -> None:
    """What is wrong with a text that an editor holds; with `fix` the same text mended, whatever is left to be told.

    An editor takes no text from a program that fails.
    """
    from labcamp.cli.unsaved import found_in_text, mended_text, unsaved

    text = unsaved(sys.stdin.buffer.read(), filename, root, today)
    if not fix:
        _report(found_in_text(text), format_, "", strict=strict)
        return
    mended = text.but(mended_text(text))
    typer.echo(mended.content, nl=False)
    if format_ is Format.text:
        tell(found_in_text(mended))
    else:
        typer.echo(for_programs(found_in_text(mended), format_, strict=strict), nl=False, err=True)


def check_ics(files: Files, *, strict: Strict = False, format_: Formatted = Format.text, lang: Lang = None) -> None:
    """Everything that calendar programs would trip over in these files is told; exit codes as with `check`."""
    findings = tuple(found for file in files for found in _found_in_calendar(file))
    first = next((found.code for found in findings if strict or not found.advice), findings[0].code if findings else "")
    verdict = _verdict(findings, CALENDARS, strict=strict, count=len(files), code=first)
    _report(findings, format_, verdict, strict=strict)


def _found_in_calendar(file: Path) -> tuple[Finding, ...]:
    """What is wrong with one calendar file; that it cannot be read is a finding too."""
    from labcamp.check.calendar import check_calendar
    from labcamp.check.calendar.content import MOST_BYTES

    shown = file.as_posix()
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as problem:
        # Windows says "Permission denied" of a folder.
        reason = "Is a directory" if file.is_dir() else problem.strerror or problem
        return (finding("LC003", Place(shown), reason=reason),)
    return check_calendar(content, shown)


def _report(findings: tuple[Finding, ...], format_: Format, verdict: str, *, strict: bool) -> None:
    """The findings stand there in their format, with a verdict for people; exit code 1 where something is wrong."""
    if format_ is Format.text:
        tell(findings)
        typer.echo(verdict, nl=bool(verdict))
    else:
        typer.echo(for_programs(findings, format_, strict=strict), nl=False)
    if _stops(findings, strict=strict):
        raise typer.Exit(1)


def _stops(findings: tuple[Finding, ...], *, strict: bool) -> bool:
    return any(strict or not found.advice for found in findings)


def _verdict(findings: tuple[Finding, ...], verdicts: tuple[str, ...], *, strict: bool, **values: object) -> str:
    """What came out and what to do next, in words."""
    wrong, advice, fine = verdicts
    if _stops(findings, strict=strict):
        return say(wrong, **values)
    return say(advice if findings else fine, **values)


def explain(code: Code = None, lang: Lang = None) -> None:
    """One finding as a manual page, or the table of all."""
    if code is None:
        for known, name in NAMES.items():
            typer.echo(f"{known}  {name}")
        typer.echo(say("explain_next"))
        return
    known = _known(code)
    page = page_of(known, language())
    typer.echo(typer.style(f"{known} {NAMES[known]}", bold=True))
    for label, text in (("says", page.message), ("hint", page.hint), ("or_hint", page.otherwise)):
        if text:
            typer.echo(f"  {say(label)}: {_pattern(text)}")
    typer.echo(f"\n{page.manual}")
    if example := example_of(known):
        for label, text in (("before", example.wrong), ("after", example.mended)):
            typer.echo(f"\n{say(label)}:\n\n{indent(EXPECTED.sub(HERE, text), '    ').rstrip()}")


def _known(text: str) -> str:
    """The code that is meant by a code or a name; LC012 with the nearest one."""
    codes = {name: code for code, name in NAMES.items()} | {code.lower(): code for code in NAMES}
    wanted = text.strip().lower()
    if wanted in codes:
        return codes[wanted]
    from difflib import get_close_matches

    near = next(iter(get_close_matches(wanted, codes, n=1)), "")
    values = (("code", text), ("nearest", codes.get(near, "")))  # `finding` has a parameter of its own called `code`
    raise UsageError(Finding("", 0, 0, "LC012", values))


class _Named(dict[str, str]):
    """Stands in for the values of a message: each is shown by its name."""

    def __missing__(self, name: str) -> str:
        """The name, marked as one."""
        return f"‹{name}›"


def _pattern(text: str) -> str:
    """A message with its placeholders as a person reads them."""
    return text.format_map(_Named())
