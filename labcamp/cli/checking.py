"""`check` and `explain`: what is wrong, and what that means."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for, language, say
from labcamp.cli.options import Lang, Root, Today, day
from labcamp.cli.report import Format, as_github, as_json, tell
from labcamp.findings import Finding, LabcampError, UsageError
from labcamp.messages import NAMES, message
from labcamp.messages.manual import manual

Strict = Annotated[bool, typer.Option("--strict", help=help_for("strict"))]
Formatted = Annotated[Format, typer.Option("--format", help=help_for("format"))]
Code = Annotated[str | None, typer.Argument(metavar="CODE", help=help_for("code"))]


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
    if format_ is Format.json:
        typer.echo(as_json(findings, strict=strict))
    elif format_ is Format.github:
        typer.echo("".join(f"{line}\n" for line in as_github(findings, strict=strict).splitlines()), nl=False)
    else:
        tell(findings)
        typer.echo(say(_verdict(findings, strict=strict), count=events))
    if _stops(findings, strict=strict):
        raise typer.Exit(1)


def _found(root: Path, today: str | None) -> tuple[tuple[Finding, ...], int]:
    """All findings, and how many events could be read; a folder that cannot be read at all is a finding too."""
    from labcamp.workspace import load

    try:
        workspace = load(root, day(today))
    except UsageError:
        raise
    except LabcampError as problem:
        return problem.findings, 0
    return workspace.findings, len(workspace.events)


def _stops(findings: tuple[Finding, ...], *, strict: bool) -> bool:
    return any(strict or not found.advice for found in findings)


def _verdict(findings: tuple[Finding, ...], *, strict: bool) -> str:
    if _stops(findings, strict=strict):
        return "checked_wrong"
    return "checked_advice" if findings else "checked_fine"


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
