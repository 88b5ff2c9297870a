"""`explain`: what a finding means."""

import re
from difflib import get_close_matches
from textwrap import indent
from typing import Annotated

import typer

from labcamp.findings import NAMES, Finding, UsageError
from labcamp.patterns import pattern_of
from labcamp.terminal.language import language, phrases_of
from labcamp.texts import example_of, page_of

say = phrases_of("explain")

Code = Annotated[str | None, typer.Argument()]

# How a wrong line ends in an example, and what people see instead
EXPECTED = pattern_of(r" *# expect: .*$", re.MULTILINE)
HERE = "   ←"


def explain(code: Code = None) -> None:
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
