"""A process at a terminal of a width."""

import os
import select
import subprocess
import sys
from collections.abc import Mapping, Sequence

import pytest

COLOURFUL = {"TERM": "xterm-256color", "COLORTERM": ""}


def seen(*arguments: str, width: int, env: Mapping[str, str], more: Mapping[str, str] = COLOURFUL) -> str:
    """What a labcamp leaves on the screen, with the codes of its colours."""
    return shown(["-m", "labcamp", *arguments], {**env, "COLUMNS": str(width), **more})


def shown(arguments: Sequence[str], env: Mapping[str, str]) -> str:
    """What a Python leaves on the screen."""
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    outer, inner = pty.openpty()
    with subprocess.Popen([sys.executable, *arguments], env=env, stdin=inner, stdout=inner, stderr=inner) as process:
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
