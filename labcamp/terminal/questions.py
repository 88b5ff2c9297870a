"""What a person answers at the terminal."""

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

import typer

from labcamp.findings import Finding, Place, UsageError, finding
from labcamp.terminal.language import language, say
from labcamp.texts import harmless, words_of

OPEN = "-"
YES = frozenset({"j", "ja", "y", "yes"})
NO = frozenset({"n", "nein", "no"})
Judge = Callable[[str], Sequence[Finding]]


def somebody_sits_here() -> bool:
    """Tell whether a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def begin_questions() -> None:
    """Prepare the terminal for questions (arrow keys, input that is no UTF-8) and print how to answer them."""
    with suppress(ImportError):  # arrow keys in what is typed; Windows has its own
        import readline  # noqa: F401
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # what is no UTF-8 is asked again
    typer.echo(say("asking"))


def ask(question: str, option: str, proposed: str, judge: Judge) -> str:
    """The first answer that nothing is wrong with; an empty text when it is left open. LC014 where input ends."""
    while True:
        try:
            typed = input(f"{question} [{harmless(proposed)}]: " if proposed else f"{question}: ").strip()
        except EOFError as end:
            typer.echo("")
            raise UsageError(finding("LC014", Place(""), answer=question, option=option)) from end
        answer = "" if typed == OPEN else typed or proposed
        findings = judge(answer)
        if not findings:
            return answer
        for found in findings:
            text, hint = words_of(found, language())
            typer.echo(f"  {text}\n    {say('hint')}: {hint}", err=True)


def confirm(question: str, *, enter: bool = True) -> bool:
    """Ask until the answer is yes or no; Enter means what it is said to mean. False where the input ends."""
    while True:
        try:
            answer = input(f"{question} ").strip().lower()
        except EOFError:
            typer.echo("")
            return False
        if not answer:
            return enter
        if answer in YES | NO:
            return answer in YES


def asked_first(lines: Iterable[str], question: str, *, yes: bool) -> bool:
    """Print what will happen and go on only if a person says so; False, and nothing printed, if `--yes` has said so.

    LC051 where nobody can be asked; exit code 1 where the answer is no.
    """
    if yes:
        return False
    if not somebody_sits_here():
        raise UsageError(finding("LC051", Place("")))
    for line in lines:
        typer.echo(line)
    if not confirm(question, enter=False):
        typer.echo(say("nothing_written"))
        raise typer.Exit(1)
    return True
