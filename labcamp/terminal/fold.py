"""What people read at a terminal: lines folded between words, at any width."""

import os
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from labcamp.patterns import pattern_of

FAR = 8  # blanks at the beginning of a line that stands below others
LEAST = 20  # columns; nobody reads in fewer
USUAL = 80
COLOUR = pattern_of(r"\x1b\[[\d;]*m")
# Signs that may take no column, or two: from U+0300 on, and U+00AD. To name what is none of them is built far faster.
ODD = pattern_of(r"[^\x00-\xac\xae-\u02ff]")
LABEL = pattern_of(r" *\S+(?: \S+)*  +(?=\S)")  # what stands in front of a text, with two blanks or more behind it
# What people copy as a whole: behind a colon, in quotes, in brackets, or on a line of its own
COMMAND = pattern_of(r"(?:(?<=: )|(?<=[»„“\"(`])|(?<=^)|(?<=^ ))labcamp (?:(?![.,;:](?: |$))[^»«“”\"()`])+")
JOINT = pattern_of(r"(?<=[/_?&=.@,;-])(?=[^/])")  # where a word may break that no line has room for
BETWEEN = "   "  # what stands between notes on a line
KEPT = "\0"  # a blank at which no line ends


def columns(stream: Any) -> int | None:
    """How many columns a stream shows; None where nobody looks on."""
    if not stream.isatty():
        return None
    try:
        asked = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        asked = 0
    try:
        return max(asked or os.get_terminal_size(stream.fileno()).columns or USUAL, LEAST)
    except OSError:
        return USUAL


def length(text: str) -> int:
    """How many columns a text takes, without its colours."""
    bare = COLOUR.sub("", text)
    return len(bare) if bare.isascii() else len(bare) + sum(_cells(sign) - 1 for sign in ODD.findall(bare))


def _cells(sign: str) -> int:
    if unicodedata.east_asian_width(sign) in "WF":
        return 2
    return 0 if unicodedata.category(sign) in {"Mn", "Me", "Cf"} else 1


def padded(text: str, width: int) -> str:
    """A text with blanks behind it, up to a width."""
    return text + " " * (width - length(text))


def longest_word(text: str) -> int:
    """How many columns a text needs at least."""
    return max(map(length, text.split()), default=0)


def folded(text: str, width: int) -> str:
    """A text whose lines are no wider than a width, each further one hanging below where the first one begins."""
    return "\n".join(_line(line, width) if length(line) > width else line for line in text.split("\n"))


def filled(text: str, width: int, first: str = "", hanging: str = "") -> list[str]:
    """The words of a text in lines of a width, of which the first begins with a text and the others with another.

    A word for which no line has room breaks behind a slash, a dot or a hyphen, and only if need be anywhere.
    """
    lines, line, blank = [], first, ""
    room = width - length(hanging)
    for word in map(_with_blanks, _with_whole_commands(text, room).split()):
        if room < length(word) <= width:  # whole, if not below the others
            lines += [line.rstrip()] if line != hanging else []
            line, blank = " " * (width - length(word)) + word, " "
            continue
        for piece in _pieces(word, room):
            if line != hanging and length(line + blank + piece) > width:
                lines.append(line.rstrip())
                line, blank = hanging, ""
            line, blank = line + blank + piece, ""
        blank = " "
    return [*lines, line.rstrip()]


def _with_blanks(word: str) -> str:
    return word.replace(KEPT, " ")


def joined(notes: Iterable[str], room: int, hanging: str) -> list[str]:
    """Notes beside each other as long as there is room, each of them whole."""
    lines: list[str] = []
    for note in notes:
        if lines and length(lines[-1]) + len(BETWEEN) + length(note) <= room:
            lines[-1] += BETWEEN + note
        else:
            lines += filled(note, room, hanging, f"{hanging}  ")
    return lines


def _pieces(word: str, room: int) -> list[str]:
    """A word, or what it is made of where it is too long."""
    if length(word) <= room:
        return [word]
    return [part[at : at + room] for part in JOINT.split(word) for at in range(0, len(part), room)]


def _with_whole_commands(text: str, room: int) -> str:
    """A text in which the commands that a line has room for do not break."""

    def whole(found: re.Match[str]) -> str:
        return found[0].replace(" ", KEPT) if length(found[0]) <= room else found[0]

    return COMMAND.sub(whole, text)


def _line(line: str, width: int) -> str:
    """One line, folded: it goes on below the text behind its label, else a little to the right of its beginning."""
    bare = COLOUR.sub("", line)
    label = LABEL.match(bare)
    if label and label.end() <= width // 2:
        first, hanging = _head(line, label.end()), " " * label.end()
    else:
        start = len(bare) - len(bare.lstrip(" "))
        first, hanging = " " * start, " " * min(start if start >= FAR else start + 2, width // 2)
    return "\n".join(filled(line[len(first) :], width, first, hanging))


def _head(line: str, count: int) -> str:
    """The beginning of a line, as many signs as are seen."""
    at = 0
    for _ in range(count):
        while colour := COLOUR.match(line, at):
            at = colour.end()
        at += 1
    return line[:at]
