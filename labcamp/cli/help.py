"""Typer's own words around our help texts, in both languages; Typer itself speaks only English."""

import re
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout, suppress
from io import StringIO
from typing import TYPE_CHECKING, Any

import typer
from typer import core

from labcamp.terminal.language import language, say
from labcamp.texts import help_of, phrases
from labcamp.texts.guide import about

PROGRAM = "labcamp"
# What a newer Typer or Rich may raise where it has changed what it does not promise: then its own words stay.
CHANGED = (AttributeError, ImportError, LookupError, StopIteration, TypeError, ValueError)
# What Typer calls its words where Rich draws them
DRAWN = {
    "ARGUMENTS_PANEL_TITLE": "Arguments",
    "OPTIONS_PANEL_TITLE": "Options",
    "COMMANDS_PANEL_TITLE": "Commands",
    "DEFAULT_STRING": "[default: {}]",
    "REQUIRED_LONG_STRING": "[required]",
}
# What Typer says when it sets up the tab key → our phrase
COMPLETION = (
    (r"(?P<shell>\S+) completion installed in (?P<path>.*)", "completion_installed"),
    (r"Completion will take effect once you restart the terminal", "completion_restart"),
    (r"Shell (?P<shell>.*) is not supported\.", "completion_unknown"),
)


# Typer's two sorts of commands have no base in common that is public; to a type checker one stands for both.
if TYPE_CHECKING:
    Base = core.TyperCommand
else:
    Base = object


class InWords(Base):
    """Help of a command out of its file of texts, in the language at the time of the call."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters of the command, with Typer's own; none is called by a type of Python."""
        parameters = super().get_params(ctx)
        for each in parameters:
            with suppress(*CHANGED):
                _without_a_type(each)
        return parameters

    def explain(self, ctx: Any) -> None:
        """Give each parameter its words; a command that is only carried out reads none."""
        with suppress(*CHANGED):
            give_words(self.name or PROGRAM, self.get_params(ctx))

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What the shell offers to go on with, with its words."""
        self.explain(ctx)
        return super().shell_complete(ctx, incomplete)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that says how the command is called."""
        self.explain(ctx)
        try:
            self.options_metavar, self.subcommand_metavar = said("[OPTIONS]"), said("COMMAND [ARGS]...")
            pieces, head = " ".join(self.collect_usage_pieces(ctx)), said("Usage: ")
        except CHANGED:
            super().format_usage(ctx, formatter)
        else:
            formatter.write_usage(ctx.command_path, pieces, head)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole help: usage, text, arguments, options."""
        with suppress(*CHANGED):
            self.help = help_of(f"commands/{self.name or PROGRAM}", language()).text
            topic = about(self.name or PROGRAM, language())
            self.epilog = say("help_more", topic=topic) if topic else None
            _translate_rich(self.rich_markup_mode)
        super().format_help(ctx, formatter)


class Command(InWords, core.TyperCommand):
    """A command whose help is in one language."""


class Group(InWords, core.TyperGroup):
    """The program as a whole, whose help is in one language."""


def said(text: str) -> str:
    """What Typer says, in the language; what is not ours to know stays as it is."""
    end = text[len(text.rstrip()) :]
    words = phrases("typer", language()).get(text.removesuffix(end))
    return text if words is None else words + end


# Typer asks gettext for some of its words, which would want a compiled file for each language.
setattr(core, "_", said)  # noqa: B010  # the name is no part of what Typer promises


def give_words(command: str, parameters: Iterable[Any]) -> None:
    """Set what stands for each value, and what each parameter means; Typer's own are explained, too."""
    words = help_of(f"commands/{command}", language())
    options = {**help_of("options", language()).options, **words.options}
    arguments = iter(words.arguments)
    for parameter in parameters:
        argument = parameter.param_type_name == "argument"
        value, text = next(arguments) if argument else options.get(parameter.opts[0], ("", said(parameter.help or "")))
        parameter.metavar, parameter.help = value or None, text


def _without_a_type(parameter: Any) -> None:
    """Let the help of a parameter name no type; what sets up the tab key speaks the language."""
    if not _chosen(parameter):
        parameter.display_type_rich = _no_type
    if parameter.name == "install_completion" and parameter.callback.__module__ != __name__:
        parameter.callback = _translated(parameter.callback)


def _chosen(parameter: Any) -> bool:
    """Tell whether what stands for a value says more than its name: which values there are, or what an option wants."""
    option = parameter.param_type_name == "option"
    return bool(parameter.type_descriptor.is_choice or (option and not parameter.is_bool_flag))


def _translated(install: Callable[..., Any]) -> Callable[..., Any]:
    """What sets up the tab key, and says what it did in the language."""

    def installed(ctx: Any, param: Any, value: Any) -> Any:
        told = StringIO()
        try:
            with redirect_stdout(told):
                return install(ctx, param, value)
        finally:
            for line in told.getvalue().splitlines():
                typer.echo(_completion_in_words(line))

    return installed


def _completion_in_words(line: str) -> str:
    for pattern, key in COMPLETION:
        if match := re.fullmatch(pattern, line):
            return say(key, **match.groupdict())
    return line


def _no_type(ctx: Any) -> None:
    """Nothing: `<bool>` and `<list[Path]>` say nothing to who is no programmer."""


def _translate_rich(mode: object) -> None:
    """Where Rich draws the help, it draws our words."""
    if mode is None:
        return
    from typer import rich_utils

    for name, text in DRAWN.items():
        setattr(rich_utils, name, said(text))
    marks = rich_utils.OptionHighlighter.highlights
    marks[:] = [re.sub(r"(?<=\?P<usage>)[^)]+", said("Usage: "), each) for each in marks]
