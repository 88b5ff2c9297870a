"""Pages of the guide at a terminal: no wider than is easily read, and a screenful at a time."""

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import suppress

import typer

from labcamp.terminal.fold import columns

WIDEST = 100
PAGER = "less"
# Colours are meant to be seen, and what was read stays on the screen; what somebody has set goes before.
USUAL = {"LESS": "-RX", "LESSCHARSET": "utf-8"}


def show_page(text: str) -> None:
    """A page stands on stdout: drawn where somebody looks on, a screenful at a time if it is longer; else as it is."""
    room = columns(sys.stdout)
    if room is None:
        typer.echo(text.rstrip())
        return
    from labcamp.terminal.drawn import drawn

    page = drawn(text, min(room, WIDEST))
    if page.count("\n") < shutil.get_terminal_size().lines or not _paged(page):
        typer.echo(page.rstrip())


def _paged(text: str) -> bool:
    """Show a text a screenful at a time; False, and nothing shown, where no program does that."""
    command = shlex.split(os.environ.get("PAGER", "")) or [PAGER]
    if not sys.stdin.isatty() or not shutil.which(command[0]):
        return False
    sys.stdout.flush()
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=USUAL | os.environ) as pager, suppress(KeyboardInterrupt):
        pager.communicate(text.encode())
    return True
