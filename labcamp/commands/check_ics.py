"""`check-ics`: what calendar programs would trip over."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.check.calendar import check_calendar
from labcamp.check.calendar.content import MOST_BYTES
from labcamp.files.read import content_of
from labcamp.findings import Finding, LabcampError
from labcamp.terminal.language import phrases_of
from labcamp.terminal.options import Formatted, Strict
from labcamp.terminal.report import FindingFormat, tell_with_verdict, verdict_of

say = phrases_of("check-ics")

Files = Annotated[list[Path], typer.Argument(show_default=False)]

CALENDARS = ("calendars_wrong", "calendars_advice", "calendars_fine")


def check_ics(files: Files, *, strict: Strict = False, format_: Formatted = FindingFormat.text) -> None:
    """Everything that calendar programs would trip over in these files is told; exit codes as with `check`."""
    findings = tuple(found for file in files for found in _found_in_calendar(file))
    first = next((found.code for found in findings if strict or not found.advice), findings[0].code if findings else "")
    verdict = say(verdict_of(findings, CALENDARS, strict=strict), count=len(files), code=first)
    tell_with_verdict(findings, format_, verdict, strict=strict)


def _found_in_calendar(file: Path) -> tuple[Finding, ...]:
    """What is wrong with one calendar file; that it cannot be read is a finding too."""
    shown = file.as_posix()
    try:
        content = content_of(file, shown, MOST_BYTES)
    except LabcampError as problem:
        return problem.findings
    return check_calendar(content, shown)
