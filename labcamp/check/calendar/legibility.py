"""Advice: texts of a calendar file that people cannot read as they were meant."""

import html
from collections.abc import Iterator
from functools import lru_cache

from labcamp.check.calendar.clients import TAG
from labcamp.check.calendar.content import ContentLine, fault, place_of
from labcamp.check.calendar.structure import Calendar
from labcamp.findings import Finding
from labcamp.patterns import pattern_of

READ = (
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "CATEGORIES",
    "COMMENT",
    "CONTACT",
    "NAME",
    "X-WR-CALNAME",
    "X-WR-CALDESC",
)
WITHOUT_TAGS = frozenset({"SUMMARY", "LOCATION", "NAME", "X-WR-CALNAME"})
# In a description, LC974 tells of all its HTML
ENTITY = pattern_of(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})\\?;")
QUOTED = pattern_of(r"(?:=[0-9A-F]{2})+")  # of a mail: quoted-printable
# How UTF-8 looks to whom reads it as something else: the sign with which it begins, and in what it was read
LEADS = {
    "Ã": "cp1252", "Â": "cp1252", "â€": "cp1252", "â‚": "cp1252", "â„": "cp1252", "ðŸ": "cp1252", "Å": "cp1252",
    "Ä": "cp1252", "ï¿": "cp1252", "√": "mac_roman", "├": "cp850", "┬": "cp850",
}  # fmt: skip
# Signs that really follow a letter, above all at the end of a quotation
AFTER_A_LETTER = frozenset("“”‘’„‚–—…«»‹›\u00a0")
AMBIGUOUS = frozenset("ÅÄ")
LOST = "\ufffd"
LONGEST = 4  # bytes of a sign in UTF-8
WORD = 24  # characters of a text that are shown around what is wrong


def text_garbled(calendar: Calendar) -> Iterator[Finding]:
    """LC996: a text has signs of HTML, or such as come of a wrong encoding."""
    found = [
        (line, *broken)
        for part in (calendar.whole, *calendar.events)
        for name in READ
        if name in part.lines
        for line in part.lines[name]
        if (broken := _broken(line))
    ]
    if found:
        line, at, wrong, meant = min(found, key=lambda each: each[0].number)
        yield fault("LC996", place_of(line, at), property=line.name, found=wrong, meant=meant, count=len(found))


def _broken(line: ContentLine) -> tuple[int, str, str] | None:
    """Where a text goes wrong, what stands there, and what was meant (empty: leave it out)."""
    value = line.value
    if "&" in value and ";" in value:
        for entity in ENTITY.finditer(value):
            name = entity.group().replace("\\", "")
            meant = html.unescape(name)
            if meant != name:
                return entity.start(), name, _shown(meant)
    if "<" in value and line.name in WITHOUT_TAGS and (tag := TAG.search(value)):
        return tag.start(), tag.group(), ""
    if "=" in value and "=C3=" in value:
        at = QUOTED.search(value, value.index("=C3="))
        if at and (meant := _decoded(bytes.fromhex(at.group().replace("=", "")))):
            return at.start(), at.group(), meant
    found = None if value.isascii() else _misread(value)
    return (found[0], found[1], _shown(found[2])) if found else None


def _shown(meant: str) -> str:
    """What was meant, if people can see it, and it was not lost before."""
    return meant if meant.strip() and meant.isprintable() and meant != LOST else ""


def _misread(value: str) -> tuple[int, str, str] | None:
    for lead, codec in LEADS.items():
        at = value.find(lead) if lead in value else -1
        while at >= 0:
            for length in range(2, LONGEST + 1):
                signs = value[at : at + length]
                meant = _meant(signs, codec)
                if meant:
                    return at, signs, meant
            at = value.find(lead, at + 1)
    return None


def _meant(signs: str, codec: str) -> str:
    """The one sign that these were before they were read in another encoding; empty if they may be meant."""
    if len(signs) == 2 and signs[0] in AMBIGUOUS and signs[1] in AFTER_A_LETTER:  # noqa: PLR2004
        return ""
    taken = [_byte(sign, codec) for sign in signs]
    meant = _decoded(bytes(byte for byte in taken if byte is not None)) if None not in taken else ""
    return meant if len(meant) == 1 else ""


@lru_cache(512)
def _byte(sign: str, codec: str) -> int | None:
    """The byte that is read as a sign; what Windows leaves empty is read as it is."""
    try:
        return sign.encode(codec)[0]
    except UnicodeEncodeError:
        return ord(sign) if codec == "cp1252" and "\x80" <= sign <= "\x9f" else None


def _decoded(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return ""
