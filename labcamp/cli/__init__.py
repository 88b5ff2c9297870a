"""Arguments in, words and an exit code out; the commands import what they need when they run."""

import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from labcamp import __version__
from labcamp.cli.announcing import announce, diff
from labcamp.cli.building import build
from labcamp.cli.checking import check, check_ics, explain
from labcamp.cli.choosing import dates
from labcamp.cli.counting import stats
from labcamp.cli.delivering import draft
from labcamp.cli.exporting import export_ics
from labcamp.cli.forgetting import forget
from labcamp.cli.frame import Command, Group, said
from labcamp.cli.handing import handover
from labcamp.cli.language import help_for
from labcamp.cli.listing import list_, show
from labcamp.cli.mailing import mails
from labcamp.cli.moving import cancel, reschedule
from labcamp.cli.participants import people
from labcamp.cli.posting import render_post
from labcamp.cli.previewing import preview
from labcamp.cli.printing import render_print
from labcamp.cli.rendering import render_agenda, render_invitation, render_mail, render_newsletter
from labcamp.cli.report import tell
from labcamp.cli.starting import init, new_event
from labcamp.cli.tasking import done, todo
from labcamp.cli.templating import schema, templates
from labcamp.cli.usage import told, with_values
from labcamp.findings import LabcampError, Place, finding

COMMANDS: dict[str, Callable[..., None]] = {
    "init": init,
    "new-event": new_event,
    "list": list_,
    "show": show,
    "stats": stats,
    "check": check,
    "explain": explain,
    "check-ics": check_ics,
    "dates": dates,
    "build": build,
    "export-ics": export_ics,
    "render-mail": render_mail,
    "render-invitation": render_invitation,
    "render-agenda": render_agenda,
    "render-newsletter": render_newsletter,
    "render-post": render_post,
    "render-print": render_print,
    "draft": draft,
    "announce": announce,
    "diff": diff,
    "todo": todo,
    "done": done,
    "handover": handover,
    "mails": mails,
    "people": people,
    "preview": preview,
    "reschedule": reschedule,
    "cancel": cancel,
    "forget": forget,
    "templates": templates,
    "schema": schema,
}
INTERRUPTED = 130

# Rich is worth its time only where somebody sees it; our bugs crash with Python's own traceback.
app = typer.Typer(
    cls=Group,
    help=help_for("labcamp"),
    options_metavar=said("[OPTIONS]"),
    subcommand_metavar=said("COMMAND [ARGS]..."),
    rich_markup_mode="rich" if sys.stdout.isatty() else None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)
for name, function in COMMANDS.items():
    app.command(name, cls=Command, help=help_for(name), options_metavar=said("[OPTIONS]"))(function)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"labcamp {__version__}")
        raise typer.Exit


@app.callback()
def labcamp(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help=help_for("version"))
    ] = False,
) -> None:
    """What holds for the program as a whole."""


def _called() -> int:
    sys.argv[1:] = with_values(sys.argv[1:])  # not handed to Typer, which on Windows reads *.ics only in its own
    code: int = app(prog_name="labcamp", standalone_mode=False) or 0
    sys.stdout.flush()  # while we can still say that it failed
    return code


def run() -> int:
    """The exit code of the command that the arguments name."""
    try:
        return _called()
    except LabcampError as problem:
        tell(problem.findings)
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
        if not told(problem):
            raise
        return 2
