"""What is wrong with a command line, in both languages; Typer itself speaks only English."""

import re
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer

from labcamp.patterns import pattern_of
from labcamp.terminal.language import language, say
from labcamp.texts import harmless
from labcamp.texts.guide import topic_of

# What Typer says → our phrase; its groups are the phrase's values
WORDS = (
    (r"No such command '(?P<word>.*)'\. Did you mean '(?P<near>[^']+)'.*", "usage_near"),
    (r"No such command '(?P<word>.*)'\.?", "usage_command"),
    (
        r"No such option:? (?P<word>-\S*) \((?:Possible options: |Did you mean )(?P<near>[^,)? ]+).*",
        "usage_option_near",
    ),
    (r"No such option:? (?P<word>-\S*?)\.?(?: Did you mean (?P<near>-[^,? ]+).*)", "usage_option_near"),
    (r"No such option:? (?P<word>-\S*)", "usage_option"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((?P<word>.*)\)", "usage_too_much"),
    (r"Option '(?P<word>.*)' requires (?:an?|\d+) arguments?.*", "usage_value"),
    (r"Option '(?P<word>.*)' does not take a value.*", "usage_no_value"),
    (r"Missing (?:argument|option|parameter) '(?P<word>.*?)'.*", "usage_missing"),
    (r"Missing parameter: (?P<word>.*)", "usage_missing"),
    (r"Invalid value for '(?P<word>.*?)'.* is not one of (?P<near>.*?)\.?", "usage_choice"),
    (r"Invalid value for '(?P<word>.*?)'.*(?: valid integer| equal to 1\b).*", "usage_number"),
    (r"Invalid value for '(?P<word>.*?)'.*", "usage_wrong"),
    (r"Missing command.*", "usage_empty"),
)
NAMES_SOMEBODY = "handover"  # its `--to` stands before an organisation

HELP = "--help"
# What may stand before the command as well as behind it, and takes a value
BEFORE = ("--lang", "--root", "--out", "--today")
OF_THE_PROGRAM = ("--version", "-V", "--install-completion", "--show-completion")

A_DATE = pattern_of(r"\d{4}-[\d-]+|\d{1,2}\.[\d.]+")
TO = frozenset({"bis", "und", "to", "until", "and", "-", "–"})


def tell_slip(problem: Any) -> bool:
    """Print on stderr what was typed wrongly and how to go on; False, and nothing printed, for any other exception."""
    if not hasattr(problem, "format_message"):
        return False
    context = getattr(problem, "ctx", None)
    if context:
        with suppress(AttributeError):  # where a newer Typer has other commands than ours
            context.command.explain(context)  # a slip names what stands for a value
    text = harmless(str(problem.format_message()))
    if type(problem).__name__ == "NoArgsIsHelpError":  # Rich has printed the help already
        typer.echo(text, nl=bool(text))
        return True
    typer.echo(in_words(text), err=True)
    typer.echo(say("usage_next", command=context.command_path if context else _called(sys.argv[1:])), err=True)
    return True


def _called(arguments: Sequence[str]) -> str:
    """The command that was called, as far as Typer has come to know it."""
    command = next(iter(arguments), "-")
    return "labcamp" if command.startswith("-") else f"labcamp {command}"


def in_words(text: str) -> str:
    """What Typer says of a slip, in plain words; what we do not know stays as it is."""
    for pattern, key in WORDS:
        if match := re.fullmatch(pattern, text, re.DOTALL):
            return say(key, **match.groupdict())
    return text


def command_first(arguments: Sequence[str]) -> list[str]:
    """The arguments with the command before its options, and each way to ask for help as `--help`."""
    before, rest = [], [HELP if argument == "-h" else argument for argument in arguments]
    while rest and rest[0].startswith("-") and rest[0] not in OF_THE_PROGRAM:
        takes_a_value = rest[0] in BEFORE
        before += rest[: 1 + takes_a_value]
        rest = rest[1 + takes_a_value :]
    if rest[1:] == ["help"]:
        rest = [rest[0], HELP]
    return [*rest[:1], *before, *rest[1:]]


def about_command(arguments: Sequence[str], commands: Collection[str]) -> list[str]:
    """The arguments, where `help` with a command that the guide has no page for asks for the command's own help."""
    if arguments[:1] == ["help"]:
        for at, word in enumerate(arguments[1:], 1):
            if word in commands and not topic_of(word, language()):
                return [word, *arguments[1:at], *arguments[at + 1 :], HELP]
    return list(arguments)


def with_values(arguments: Sequence[str]) -> list[str]:
    """The arguments as Typer takes them: it knows no option that may have a value, and none that may have two.

    Where `--to` has no file behind it, it has an empty value; two dates behind `--between` are one.
    """
    if arguments[:1] == [NAMES_SOMEBODY]:
        return list(arguments)
    given = [
        f"{argument}=" if argument == "--to" and not _is_file(following) else argument
        for argument, following in zip(arguments, [*arguments[1:], ""], strict=False)
    ]
    return _with_period(given)


def _with_period(given: list[str]) -> list[str]:
    """The arguments, of which the two dates behind `--between` are one, with or without a word between them."""
    if "--between" in given:
        first = given.index("--between") + 1
        last = first + 1 + any(word in TO for word in given[first + 1 : first + 2])
        ends = [given[place] for place in (first, last) if place < len(given)]
        if len(ends) > 1 and all(map(A_DATE.fullmatch, ends)):
            return [*given[:first], "/".join(ends), *given[last + 1 :]]
    return given


def _is_file(text: str) -> bool:
    """Tell whether a word names a file, and not an event or the next option."""
    suffix = Path(text).suffix
    return not text.startswith("-") and suffix != ".yaml" and bool(suffix or "/" in text or "\\" in text)
