"""A process at a terminal of a width."""

import os
import select
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from conftest import own_environment

Call = tuple[Sequence[str], Mapping[str, str]]
END = "\x1eend\n"  # after the screen of a call
SCRIPT = """
import os, sys
from labcamp.__main__ import main
own = dict(os.environ)
for arguments, more in {calls!r}:
    os.environ.clear()
    os.environ.update(own | more)
    sys.argv = ["labcamp", *arguments]
    assert main() == {code}, arguments
    print("\\x1eend", flush=True)
"""
COLOURFUL = {"TERM": "xterm-256color", "COLORTERM": ""}


def all_seen(calls: Sequence[Call], folder: Path, code: int = 0) -> list[str]:
    """What a labcamp leaves on the screen for each of some calls in a folder, one after the other in one process.

    Each takes what it was asked for, and the variables of its environment.
    """
    script = SCRIPT.format(calls=[(arguments, dict(more)) for arguments, more in calls], code=code)
    *screens, rest = shown(["-c", script], own_environment(), folder).split(END)
    assert (len(screens), rest) == (len(calls), "")
    return screens


def shown(arguments: Sequence[str], env: Mapping[str, str], folder: Path | None = None) -> str:
    """What a Python leaves on the screen."""
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    outer, inner = pty.openpty()
    command, streams = [sys.executable, *arguments], {"stdin": inner, "stdout": inner, "stderr": inner}
    with subprocess.Popen(command, env=env, cwd=folder, **streams) as process:
        os.close(inner)
        screen = b"".join(iter(lambda: _more(outer), b""))
        process.wait(60)
    os.close(outer)
    return screen.decode("utf-8").replace("\r\n", "\n")


def _more(terminal: int) -> bytes:
    """What comes next; nothing when the process has ended."""
    try:
        return os.read(terminal, 65536) if select.select([terminal], [], [], 60)[0] else b""
    except OSError:  # the other end is closed
        return b""
