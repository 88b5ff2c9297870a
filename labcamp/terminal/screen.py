"""What reaches a terminal: text in lines that it has room for, and our own colours; whoever wrote what is shown."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from labcamp.patterns import pattern_of
from labcamp.terminal.fold import columns, folded
from labcamp.texts import HARMFUL, LOST

# Colours and weights, as Typer and Rich write them; no other command to a terminal is ours.
STEERING = pattern_of(rf"\x1b(?!\[(?:[0-47]|2\d|[349]\d|10\d|[34]8;[25]|\d*;)*m)|(?!\x1b){HARMFUL.pattern}")


class Screen:
    """A stream on which no text can steer the terminal; U+FFFD stands for what could, and lines are folded.

    What is written as bytes is for programs: it is not folded, and stays as it is, unless a person looks on.
    """

    def __init__(self, bare: Any) -> None:
        self.bare = bare

    def __getattr__(self, name: str) -> Any:
        return getattr(self.bare, name)

    def write(self, text: str) -> int:
        """Write text, and give back its length."""
        width = columns(self.bare)
        self.write_whole(text if width is None else folded(text, width))
        return len(text)

    def write_whole(self, text: str) -> None:
        """Write text in lines of any length."""
        self.bare.write(STEERING.sub(LOST, text))

    def writelines(self, lines: Any) -> None:
        """Write each of some texts."""
        for line in lines:
            self.write(line)

    def fileno(self) -> int:
        """The number of the stream; none on Windows, where Typer would write to the console behind our back."""
        if sys.platform == "win32":
            raise io.UnsupportedOperation("fileno")
        return int(self.bare.fileno())

    @property
    def buffer(self) -> Any:
        """Where bytes go."""
        return Bytes(self) if self.bare.isatty() else self.bare.buffer


class Bytes:
    """A stream of bytes that a person sees as text."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen

    def write(self, content: bytes) -> int:
        """Write bytes, and give back their number."""
        self.screen.write_whole(content.decode("utf-8", "replace"))
        return len(content)

    def flush(self) -> None:
        """Write at once."""
        self.screen.bare.flush()


def bare(stream: Any) -> Any:
    """The stream itself, for what moves about the screen and shows only our own words: a bar."""
    return stream.bare if isinstance(stream, Screen) else stream


@contextmanager
def screens() -> Iterator[None]:
    """Meanwhile both streams take nothing that steers a terminal."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = Screen(sys.stdout), Screen(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
