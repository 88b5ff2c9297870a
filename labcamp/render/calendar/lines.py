"""Content lines of a calendar file: values as RFC 5545 writes them, folded lines, bytes."""

import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from urllib.parse import quote

from ics.grammar.parse import Container, ContentLine

from labcamp.patterns import pattern_of

LINE_OCTETS = 75
_INSIDE_A_CHARACTER = 0b1000_0000  # how the second and later octets of a character begin in UTF-8

_LINE_BREAK = pattern_of(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LONE_SURROGATE = pattern_of(r"[\ud800-\udfff]")
_CONTROL = pattern_of(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BREAK_AND_BLANKS = pattern_of(r"\s*\n\s*")
_RAW_CONTROL = pattern_of(r"[\x00-\x08\x0a-\x1f\x7f]")
_URI = pattern_of(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x1f\x7f]+")
_PLAIN = pattern_of(r"[\w ./+-]*")
_NOT_IN_A_PARAMETER = str.maketrans({'"': "'", "\\": "/", "^": None})


def clean(words: str) -> str:
    r"""Words as every calendar program can hold them.

    All line breaks of Unicode are `\n`, other control characters but the tab are gone, a lone surrogate is U+FFFD,
    letters are composed (NFC), and there are no blanks or line breaks around it.
    """
    if not words.replace("\n", "").isprintable():  # nearly all are: one look instead of three
        words = _CONTROL.sub("", _LINE_BREAK.sub("\n", words))
        words = _LONE_SURROGATE.sub("\ufffd", words)
    return unicodedata.normalize("NFC", words).strip()


def text(words: str) -> str:
    """A TEXT value, cleaned and escaped (RFC 5545 section 3.3.11)."""
    escaped = clean(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def one_line(words: str) -> str:
    """A TEXT value without line breaks, for SUMMARY and CATEGORIES (calcurse refuses an event with one there)."""
    return text(_BREAK_AND_BLANKS.sub(" ", clean(words)))


def uri(address: str) -> str:
    """A URI value (RFC 5545 section 3.3.13), never escaped as TEXT; what is no absolute URI raises ValueError.

    Blanks and letters beyond ASCII are percent-encoded, and so are `,` and `;`: they are legal, but several parsers
    un-escape or refuse them.
    """
    address = address.strip()
    if not _URI.fullmatch(address):
        raise ValueError(f"not an absolute URI: {address!r}")
    return quote(address, safe="%/:?#[]@!$&'()*+=")


@lru_cache
def parameter(words: str) -> str:
    """A parameter value on one line (RFC 5545 section 3.2).

    Quoted unless it is plain: `: ; ,` demand it, and icalendar misreads an unquoted `=`. A double quote becomes a
    single one, and a caret goes: the escapes of RFC 6868 are read by few parsers. A backslash becomes a slash,
    because some parsers un-escape parameters.
    """
    value = _BREAK_AND_BLANKS.sub(" ", clean(words)).translate(_NOT_IN_A_PARAMETER).strip()
    return value if _PLAIN.fullmatch(value) else f'"{value}"'


def day(value: date) -> str:
    """A DATE value (RFC 5545 section 3.3.4)."""
    return f"{value.year:04}{value.month:02}{value.day:02}"


def local(moment: datetime) -> str:
    """A DATE-TIME value of the wall clock, form 1 and 3 (RFC 5545 section 3.3.5)."""
    return f"{day(moment)}T{moment.hour:02}{moment.minute:02}{moment.second:02}"


def utc(moment: datetime) -> str:
    """A DATE-TIME value in UTC, form 2 (RFC 5545 section 3.3.5); a moment without a zone raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {moment}")
    return local(moment.astimezone(UTC)) + "Z"


def duration(span: timedelta) -> str:
    """A DURATION value in whole seconds (RFC 5545 section 3.3.6): weeks stand alone, minutes join hours to seconds."""
    if span < timedelta(0):
        return f"-{duration(-span)}"
    hours, seconds = divmod(span.seconds, 3600)
    minutes, seconds = divmod(seconds, 60)
    if span.days and not span.seconds:
        return f"P{span.days}D" if span.days % 7 else f"P{span.days // 7}W"
    parts = [f"{hours}H" if hours else "", f"{minutes}M" if minutes or (hours and seconds) else ""]
    parts.append(f"{seconds}S" if seconds or not span.seconds else "")
    return f"P{f'{span.days}D' if span.days else ''}T{''.join(parts)}"


def degrees(value: float) -> str:
    """A FLOAT value with at most six decimals, which is a step on earth (RFC 5545 sections 3.3.7 and 3.8.1.6)."""
    return f"{round(value, 6) + 0.0:.6f}".rstrip("0").rstrip(".")


def line(name: str, value: str, /, **parameters: str | tuple[str, ...]) -> ContentLine:
    """A content line of a finished value (RFC 5545 section 3.1); in a parameter's name `_` stands for `-`.

    A parameter without a value is left out: parsers stumble over it.
    """
    if not parameters:  # most have none
        return ContentLine(name, {}, value)
    written = {}
    for key, values in parameters.items():
        encoded = [parameter(value) for value in ((values,) if isinstance(values, str) else values)]
        if any(encoded):
            written[key.upper().replace("_", "-")] = [value for value in encoded if value]
    return ContentLine(name, written, value)


def fold(content: str) -> bytes:
    """One content line in UTF-8, no part over 75 octets and no character split (RFC 5545 section 3.1).

    A raw control character raises ValueError: a line break would smuggle in lines of its own.
    """
    if not content.isprintable() and _RAW_CONTROL.search(content):  # the first look is quick
        raise ValueError(f"raw control character: {content!r}")
    octets = content.encode()
    if len(octets) <= LINE_OCTETS:  # most are short
        return octets
    parts, start, end = [], 0, LINE_OCTETS
    while end < len(octets):
        while octets[end] & 0b1100_0000 == _INSIDE_A_CHARACTER:
            end -= 1
        parts.append(octets[start:end])
        start, end = end, end + LINE_OCTETS - 1  # the blank that marks a continuation counts
    return b"\r\n ".join([*parts, octets[start:]])


def to_bytes(component: Container) -> bytes:
    """A component as bytes, every line ended by CRLF, the last one too (RFC 5545 section 3.1)."""
    return b"".join(fold(content) + b"\r\n" for content in _contents(component))


def _contents(component: Container) -> Iterator[str]:
    """The lines of a component and those inside it (RFC 5545 section 3.6), not joined: a break in one stays visible."""
    yield f"BEGIN:{component.name}"
    for part in component:
        if isinstance(part, Container):
            yield from _contents(part)
        else:
            yield str(part)
    yield f"END:{component.name}"
