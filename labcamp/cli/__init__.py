"""Typer finds a command by its name when it is called, in `labcamp/commands/`; what goes wrong becomes an exit code."""

import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer
from typer.main import get_command

from labcamp import __version__
from labcamp.cli.help import Command, Group
from labcamp.cli.usage import about_command, command_first, tell_slip, with_values
from labcamp.findings import LabcampError, NothingWrittenError, Place, finding
from labcamp.terminal.language import language, phrases_of
from labcamp.terminal.options import Options, with_options
from labcamp.terminal.report import tell
from labcamp.texts import help_of

# As they stand in the help: by what people do, each group under a phrase of its own
GROUPS = {
    "begin": ("init", "import", "new-event", "help", "undo"),
    "plan": ("dates", "list", "show", "todo", "done", "check", "explain", "reschedule", "cancel"),
    "invite": (
        *("build", "preview", "mails", "render-mail", "render-invitation", "render-newsletter", "render-post"),
        *("draft", "export-ics", "announce", "diff"),
    ),
    "on_the_day": ("people", "groups", "render-agenda", "render-print"),
    "afterwards": ("harvest", "new-paper", "render-paper", "render-site", "stats", "export", "forget"),
    "look_after": ("handover", "templates", "schema", "check-ics", "statement"),
}
COMMANDS = tuple(command for group in GROUPS.values() for command in group)
INTERRUPTED = 130


class Program(Group):
    """The program as a whole: a command costs nothing before it is called."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        names: Any = dict.fromkeys(COMMANDS)  # what "did you mean" looks among
        self.commands = names

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002  # Typer hands it over
        """What the list of commands says of one: its name and its help; None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        text = help_of(f"commands/{cmd_name}", language()).text
        group = next(say(group) for group, commands in GROUPS.items() if cmd_name in commands)
        return Command(name=cmd_name, help=text, rich_markup_mode=self.rich_markup_mode, rich_help_panel=group)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands in their groups, where nothing is drawn."""
        room = formatter.width - 6 - max(map(len, COMMANDS))
        for group, names in GROUPS.items():
            with formatter.section(say(group)):
                commands = [self.get_command(ctx, name) for name in names]
                formatter.write_dl([(each.name, each.get_short_help_str(room)) for each in commands])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is called, or completed, with all that it takes."""
        name, command, rest = super().resolve_command(ctx, about_command(args, COMMANDS))
        return name, loaded(name) if name and command else None, rest


def loaded(name: str) -> Any:
    """A command as Typer understands it, out of its file."""
    stem = name.replace("-", "_")
    there = vars(import_module(f"labcamp.commands.{stem}_" if iskeyword(stem) else f"labcamp.commands.{stem}"))
    # What Python has a use for has an underscore behind it: `list_`.
    function = there[stem] if stem in there else there[f"{stem}_"]
    alone = typer.Typer(add_completion=False, rich_markup_mode=MODE, pretty_exceptions_enable=False)
    alone.command(name, cls=Command)(with_options(function))
    return get_command(alone)


# Rich is worth its time only where somebody sees it; our bugs crash with Python's own traceback.
MODE: Any = "rich" if sys.stdout.isatty() else None
app = typer.Typer(
    cls=Program,
    rich_markup_mode=MODE,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
)
say = phrases_of("labcamp")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"labcamp {__version__}")
        raise typer.Exit


@app.callback()
@with_options
def labcamp(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", "-V", callback=_print_version, is_eager=True)] = False,  # noqa: ARG001  # it has been printed
    options: Annotated[Options, "root", "out", "today"],
) -> None:
    """What the program says by itself: how the series stands; each command has its own options."""
    if context.invoked_subcommand is None:
        from labcamp.cli.overview import overview  # noqa: PLC0415  # a command needs none of it

        overview(options)


def _call() -> int:
    # Not handed to Typer, which on Windows reads *.ics only in its own
    sys.argv[1:] = with_values(command_first(sys.argv[1:]))
    code: int = app(prog_name="labcamp", standalone_mode=False) or 0
    sys.stdout.flush()  # while we can still say that it failed
    return code


def run() -> int:
    """The exit code of the command that the arguments name."""
    try:
        return _call()
    except LabcampError as problem:
        tell(problem.findings)
        if isinstance(problem, NothingWrittenError):
            typer.echo(say("nothing_written"), err=True)
        return problem.exit_code
    except BrokenPipeError:
        raise
    except OSError as problem:
        # A folder that we may not even look into; whatever else the system refuses is a finding where it happens.
        path = os.fsdecode(problem.filename or "")
        # Without a file it is our own output that finds no room.
        tell([finding("LC003" if path else "LC005", Place(path), reason=problem.strerror or problem)])
        return 1
    except typer.Abort:
        return INTERRUPTED
    except Exception as problem:
        if not tell_slip(problem):
            raise
        return 2
