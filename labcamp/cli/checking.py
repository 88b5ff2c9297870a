"""`check`, `check-ics` and `explain`: what is wrong, and what that means."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for, language, say
from labcamp.cli.options import Lang, Root, Today, day
from labcamp.cli.report import Format, for_programs, tell
from labcamp.findings import Finding, LabcampError, Place, UsageError, finding
from labcamp.messages import NAMES, message
from labcamp.messages.manual import manual

Strict = Annotated[bool, typer.Option("--strict", help=help_for("strict"))]
Formatted = Annotated[Format, typer.Option("--format", help=help_for("format"))]
Files = Annotated[list[Path], typer.Argument(metavar=help_for("FILE"), help=help_for("ics_files"), show_default=False)]
Code = Annotated[str | None, typer.Argument(metavar="CODE", help=help_for("code"))]

# What is said at the end: something is wrong, there is only advice, all is well
CHECKED = ("checked_wrong", "checked_advice", "checked_fine")
CALENDARS = ("calendars_wrong", "calendars_advice", "calendars_fine")


def check(
    *,
    strict: Strict = False,
    format_: Formatted = Format.text,
    root: Root = Path(),
    today: Today = None,
    lang: Lang = None,
) -> None:
    """Everything that is wrong is told; exit code 1 where something would stop what goes out."""
    findings, events = _found(root, today)
    _report(findings, format_, _verdict(findings, CHECKED, strict=strict, count=events), strict=strict)


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
        typer.echo(verdict)
    else:
        typer.echo(for_programs(findings, format_, strict=strict), nl=False)
    if _stops(findings, strict=strict):
        raise typer.Exit(1)


def _found(root: Path, today: str | None) -> tuple[tuple[Finding, ...], int]:
    """All findings, and how many events could be read; a folder that cannot be read at all is a finding too."""
    from labcamp.advice import advice
    from labcamp.private import faults
    from labcamp.tasks import faults as of_tasks
    from labcamp.workspace import reading

    try:
        read = reading(root, day(today))
    except UsageError:
        raise
    except LabcampError as problem:
        return problem.findings, 0
    events = read.workspace.events
    aside = (found for event in events for found in faults(root, event.id))
    found = (*read.workspace.findings, *advice(read), *of_tasks(root), *aside, *_tracked(root))
    return tuple(sorted(found)), len(events)


def _tracked(root: Path) -> Iterator[Finding]:
    """LC518 where git tracks what is private; nothing where there is no git, or the folder is in none."""
    import subprocess
    from shutil import which

    from labcamp.private import FOLDER

    git = which("git")
    if not git or not (root / FOLDER).is_dir():
        return
    ran = subprocess.run([git, "-C", str(root), "ls-files", "-z", "--", FOLDER], capture_output=True, check=False)
    if names := [name for name in ran.stdout.split(b"\0") if name]:
        yield finding("LC518", Place((root / FOLDER).as_posix()), count=len(names))


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
    words = message(known, language())
    typer.echo(typer.style(f"{known} {NAMES[known]}", bold=True))
    for label, text in (("says", words.text), ("hint", words.hint), ("or_hint", words.otherwise)):
        if text:
            typer.echo(f"  {say(label)}: {_pattern(text)}")
    typer.echo(f"\n{manual(known, language())}")


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
