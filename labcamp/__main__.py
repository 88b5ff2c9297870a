"""`python -m labcamp`, and what the `labcamp` script calls."""

import gc
import io
import os
import sys
from contextlib import suppress
from typing import NoReturn

from labcamp import __version__

INTERRUPTED = 130


def main() -> int:
    """The exit code: 0 fine, 1 findings, 2 wrong usage, 130 interrupted."""
    _ready()
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"labcamp {__version__}\n")
        return 0
    try:
        from labcamp.cli import run  # noqa: PLC0415  # `--version` needs none of it
        from labcamp.terminal.screen import screens  # noqa: PLC0415

        with screens():
            return run()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _nobody_reads()


def _ready() -> None:
    """Both streams take any sign; nothing that others have installed takes part when our models are built."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some in all packages takes a while
    # A program without a console has no streams at all.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        # Windows would take its own code page, and fail at the first »Köln« or 🎉.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _nobody_reads() -> int:
    """The exit code when the reader of a pipe has gone, as `head` does; Python must not flush into it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def script() -> NoReturn:
    """Run and leave at once, for to take a thousand events apart again would take a fifth of the whole time."""
    # We live for a moment and keep nearly all that we make: to look for cycles takes a tenth of the time, for nothing.
    gc.disable()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # what could not be written has been told
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    script()
