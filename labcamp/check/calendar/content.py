"""From bytes to the lines of a calendar file, unfolded, each with its place in the file."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from labcamp.findings import Finding, Place, finding
from labcamp.patterns import pattern_of

MOST_BYTES = 20_000_000
MOST_SIGNS = 100  # of a value in a message
LONGEST = 75  # octets of a line without its end (RFC 5545 section 3.1)
LOST = "\ufffd".encode()
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# "\r\r\n" is one end, not two: a text was converted twice.
LINE_END = pattern_of(r"\r*\n|\r")
LINE_END_IN_BYTES = pattern_of(rb"\r*\n|\r")
# A character whose octets stand on both sides of a fold
SPLIT = pattern_of(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r?\n[ \t])([\x80-\xbf]{1,3})")
CONTROL = pattern_of(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
CALENDAR = pattern_of(r"^[ \t]*BEGIN:VCALENDAR[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
WEB_PAGE = pattern_of(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
BEGINNING = 2000  # characters in which a web page says that it is one
NAME = pattern_of(r"[A-Za-z0-9-]+(?=[;:])")
_VALUE = r'(?:"[^"]*"|[^",;:]*)'
HEAD = pattern_of(rf"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+={_VALUE}(?:,{_VALUE})*)*)")
PARAMETER = pattern_of(rf";([A-Za-z0-9-]+)=({_VALUE}(?:,{_VALUE})*)")
ONE_VALUE = pattern_of(_VALUE + "(?:,|$)")
# A comma in one of these was meant as a part of its only value (RFC 5545 section 3.2).
SINGLE = frozenset({"CN", "CUTYPE", "LANGUAGE", "PARTSTAT", "ROLE", "RSVP", "TZID", "VALUE"})


class ContentLine(NamedTuple):
    """A line as it means something: unfolded, with its name in capitals, its parameters and its value."""

    path: str
    number: int
    name: str
    parameters: dict[str, tuple[str, ...]]
    value: str
    pieces: tuple[str, ...]
    start: int  # of the value, in the unfolded line
    damaged: bool = False  # its parameters cannot be read, so nothing can be said about its value

    def parameter(self, name: str) -> str:
        """The first value of a parameter, else an empty text."""
        return self.parameters.get(name, ("",))[0]


def place_of(line: ContentLine, sign: int | None = None) -> Place:
    """Where a sign of the value stands in the file, else the beginning of the line."""
    return Place(line.path, line.number, 1) if sign is None else _place(line, line.start + sign)


def _place(line: ContentLine, index: int) -> Place:
    """Where a sign of the unfolded line stands in the file."""
    for number, piece in enumerate(line.pieces):
        if index < len(piece) or number == len(line.pieces) - 1:
            return Place(line.path, line.number + number, index + 1 + (number > 0))
        index -= len(piece)
    return Place(line.path, line.number, 1)


def has_colon_in_name(line: ContentLine) -> bool:
    """Tell whether the value of a person begins too early, because their name has a bare colon in it."""
    return line.name in {"ORGANIZER", "ATTENDEE"} and line.value.lower().find("mailto:") > 0


def fault(code: str, place: Place, **values: object) -> Finding:
    """A finding whose values can be shown: what a foreign file says may be long, or may command a terminal."""
    return finding(code, place, **{name: _short(str(value)) for name, value in values.items()})


def _short(text: str) -> str:
    """The text on a line of its own, without control characters."""
    cut = text if len(text) <= MOST_SIGNS else f"{text[: MOST_SIGNS - 1]}…"
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in cut)


def refused(content: bytes, shown: str) -> Finding | None:
    """Why a file is not looked at any further: it is empty, too large, or no calendar at all."""
    if len(content) > MOST_BYTES:
        return fault("LC603", Place(shown), most=MOST_BYTES // 1_000_000)
    text = content.decode("utf-16" if is_utf16(content) else "utf-8-sig", "replace")
    if not text.strip("\0 \t\r\n"):
        return fault("LC601", Place(shown, 1, 1))
    if not CALENDAR.search(text.replace("\r", "\n")):
        return fault("LC602", Place(shown, 1, 1), sort="HTML" if WEB_PAGE.search(text[:BEGINNING]) else "")
    return None


def is_utf16(content: bytes) -> bool:
    """Tell whether a file begins as Windows writes what it calls Unicode."""
    return content.startswith((b"\xff\xfe", b"\xfe\xff"))


def text_of(content: bytes, shown: str) -> tuple[str, list[Finding]]:
    """The text of a file whose encoding may be damaged, and LC604, LC605, LC607: what is wrong with it."""
    if is_utf16(content):
        return content.decode("utf-16", "replace"), [fault("LC604", Place(shown, 1, 1), byte=f"{content[0]:02X}")]
    body = content.removeprefix(BYTE_ORDER_MARK)
    found = [fault("LC605", Place(shown, 1, 1))] if len(body) < len(content) else []
    try:
        return body.decode(), found
    except UnicodeDecodeError as problem:
        broken = problem
    whole, count = SPLIT.subn(rb"\1\3\2", body)
    try:
        text = whole.decode()
    except UnicodeDecodeError:
        byte = f"{body[broken.start]:02X}"
        found.append(fault("LC604", _after(body[: broken.start], shown), byte=byte))
        return body.decode("utf-8", "replace"), found
    found.append(fault("LC607", _after(body[: broken.start], shown), count=count))
    return text, found


def _after(before: bytes, shown: str) -> Place:
    """The place right after some bytes."""
    lines = LINE_END.split(before.decode("utf-8", "replace"))
    return Place(shown, len(lines), len(lines[-1]) + 1)


def line_ends(text: str, shown: str) -> Iterator[Finding]:
    """LC606: lines that do not end with CRLF (RFC 5545 section 3.1)."""
    if text.endswith("\r\n") and text.count("\r\n") == text.count("\n") == text.count("\r"):
        return
    ends = LINE_END.findall(text)
    wrong = [number for number, end in enumerate(ends, 1) if end != "\r\n"]
    wrong += [] if text.endswith(("\n", "\r")) else [len(ends) + 1]
    yield fault("LC606", Place(shown, wrong[0], 1), count=len(wrong))


def control_characters(text: str, shown: str) -> Iterator[Finding]:
    """LC608: characters that cannot be seen."""
    if first := CONTROL.search(text):
        place = _after(text[: first.start()].encode(), shown)
        yield fault("LC608", place, character=f"U+{ord(first.group()):04X}", count=len(CONTROL.findall(text)))


def lost_signs(content: bytes, shown: str) -> Iterator[Finding]:
    """LC996: a sign could not be read where the file was made, and a mark stands for it."""
    if LOST in content:
        word = content[content.index(LOST) :].split()[0].decode("utf-8", "replace")
        place = _after(content[: content.index(LOST)].removeprefix(BYTE_ORDER_MARK), shown)
        yield fault("LC996", place, property="", found=word, meant="", count=content.count(LOST))


def long_lines(content: bytes, shown: str) -> Iterator[Finding]:
    """LC960: lines that ought to be folded."""
    if is_utf16(content):
        return
    lines = LINE_END_IN_BYTES.split(content.removeprefix(BYTE_ORDER_MARK))
    long = [number for number, line in enumerate(lines, 1) if len(line) > LONGEST]
    if long:
        yield fault("LC960", Place(shown, long[0], 1), count=len(long))


def lines_of(text: str, shown: str) -> tuple[list[ContentLine], list[Finding]]:
    """The lines that a program reads, and LC609, LC610: those that it cannot read."""
    lines: list[ContentLine] = []
    unreadable: list[int] = []
    found: list[Finding] = []
    for number, pieces in _unfolded(text):
        line = _line(pieces, number, shown)
        if line is None:
            unreadable.append(number)
            continue
        lines.append(line)
        if (sign := _stumble(line)) is not None:
            found.append(fault("LC610", _place(line, sign), property=line.name))
    if unreadable:
        found.append(fault("LC609", Place(shown, unreadable[0], 1), count=len(unreadable)))
    return lines, found


def _unfolded(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The parts of each line without the blanks that fold it, and the number of its first (RFC 5545 section 3.1)."""
    first, pieces = 0, [""]
    body = text.rstrip("\r\n \t")
    after = text[len(body) :]
    body += after[: len(after) - len(after.lstrip(" \t"))]  # of the last line, not of the empty ones that follow it
    for number, physical in enumerate(LINE_END.split(body), 1):
        if number > 1 and physical.startswith((" ", "\t")):
            pieces.append(physical[1:])
            continue
        if first:
            yield first, tuple(pieces)
        first, pieces = number, [physical]
    yield first, tuple(pieces)


def _line(pieces: tuple[str, ...], number: int, shown: str) -> ContentLine | None:
    """A line taken apart; None where it does not begin with a name."""
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    head = HEAD.match(text)
    if head is None or ":" not in text or not NAME.match(text):
        return None
    name, end = head[1].upper(), head.end()
    if text[end : end + 1] != ":":
        return ContentLine(shown, number, name, {}, "", pieces, end, damaged=True)
    parameters = _parameters(head[2]) if head[2] else {}
    return ContentLine(shown, number, name, parameters, text[end + 1 :], pieces, end + 1)


def _parameters(text: str) -> dict[str, tuple[str, ...]]:
    """The values of each parameter, without their quotes."""
    return {
        parameter[1].upper(): tuple(value.rstrip(",").strip('"') for value in ONE_VALUE.findall(parameter[2]) if value)
        or ("",)
        for parameter in PARAMETER.finditer(text)
    }


def _stumble(line: ContentLine) -> int | None:
    """Where in the unfolded line its parameters stop being readable: a quote, or a bare comma or colon in a name."""
    if line.damaged:
        return line.start
    if has_colon_in_name(line):
        return line.start - 1
    if any(len(values) > 1 and name in SINGLE for name, values in line.parameters.items()):
        return "".join(line.pieces).index(",")
    return None
