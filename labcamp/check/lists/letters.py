"""From bytes to text: which encoding a list has, decided by the letters that names have, and repaired where it can be.

No detector of encodings is asked: a list of fifty bytes is too short for their statistics, and `ü` is not.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable

from labcamp.patterns import pattern_of

GERMAN = frozenset("äöüßÄÖÜ")
ACCENTED = frozenset("éèêëáàâåãçñóòôõøíìîïúùûýæœčćšžłńęąśźżěřůőűğışÉÈÊÁÀÂÅÇÑÓÒÔØÍÎÚÛÝÆŒŠŽ")
BESIDE = frozenset("–—“”„‚‘’«»‹›…·•€§°´`©®™\u00a0²³½")  # at the edge of a word they are no sign of a wrong one
QUOTES = frozenset("„“”‚‘’«»")
VOWELS = frozenset("aeiouyAEIOUYäöüÄÖÜ")
SINGLE = ("cp1252", "mac_roman", "cp850")  # the likeliest first
MOST_SIGNS = 20_000  # so many letters decide for any file
FOLLOWING = range(0x80, 0xC0)  # the bytes of a letter of UTF-8 behind its first
BYTES_OF = {sign: index for index in range(256) for sign in [bytes([index]).decode("cp1252", "ignore") or chr(index)]}
BYTES_OF |= {chr(index): index for index in range(0x80, 0xA0)}  # as Latin-1 has them
# What UTF-8 looks like where it was read as something else: two signs and more for each letter
TWICE = "[\u00c2-\u00f4][" + re.escape("".join(s for s, b in BYTES_OF.items() if b in FOLLOWING)) + "]{1,3}"
TWICE_MAC, TWICE_DOS = (
    "[" + re.escape(bytes(range(0xC3, 0xC6)).decode(code)) + "][" + re.escape(bytes(FOLLOWING).decode(code)) + "]"
    for code in ("mac_roman", "cp850")
)
ROUNDS = 3
# At the edge of a word it is a blank of Windows (and between letters perhaps the `á` of DOS)
HARD_BLANK = pattern_of(rb"(?<![A-Za-z])\xa0|\xa0(?![A-Za-z])")
# In a text with Python's marks for bytes that are no UTF-8
ODD = pattern_of("[\udc80-\udcff]+")
PASTED = r"(?<![^\W\d_])[^\W\d_]*+[\udc80-\udcff](?:[^\W\d_]|[\udc80-\udcff])*"
MULTIPLE = "[^\x00-\x7f\ud800-\udfff]"
NO_TEXT = r"[\x00-\x08\x0e-\x1a\x7f-\x9f\ufffd]"
# No name has these: between letters, before small ones, or a question mark where a letter was
GARBLED = (
    r"(?<=[^\W\d_])[€‚„†‡‰ˆ‹›™¤¦§¨©¬®¯¶¸¹¼½¾¿¡ŸƒÃ÷×√∂∫≤≥π∑┬├╝Â](?=[^\W\d_])(?<![A-ZÄÖÜ][ŸÃÂ](?=[A-Z]))"
    r"|(?:^|(?<=\s))[€„‚†‡‰ˆ™¶¸ƒ]{1,2}(?=[a-zß])|(?<=[^\W\d_])\?(?=[a-zß])|(?:^|(?<=\s))\?(?=[a-z]{2})"
    r"|\ufffd|(?<=[a-zß])[Žƒ](?=[a-zß])|Ã[\u0080-\u00bf¤¶¼Ÿ„–œ]|(?:^|(?<=\s))Ž(?=[bcdfghjklmnpqrstvwxyz]{2})"
)


def decoded(content: bytes) -> tuple[str, str] | None:
    """The text of a list and the name of its encoding; None where it is no text."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _as(content, "utf-16")
    if b"\0" in content[:4000]:
        return _without_mark(content)
    marked = content.startswith(BOM_UTF8)
    bare = content[len(BOM_UTF8) :] if marked else content
    try:
        text, encoding = bare.decode("utf-8"), "utf-8-sig" if marked else "utf-8"
    except UnicodeDecodeError:
        return _not_utf8(bare, marked=marked)
    whole = _once(text)
    return (text, encoding) if whole == text else (whole, "utf-8-twice")


def garbled(text: str) -> bool:
    """Tell whether a name holds what is left where its encoding was mistaken: `MŸller`, `M?ller`, `MÃ¼ller`."""
    return ("?" in text or not text.isascii()) and bool(re.search(GARBLED, text))


def _as(content: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else (text, encoding)


def _without_mark(content: bytes) -> tuple[str, str] | None:
    """UTF-16 without its mark: every second byte of plain letters is zero, and which one says the order."""
    even, odd = content[0:4000:2].count(0), content[1:4000:2].count(0)
    if max(even, odd) * 4 < len(content[:4000]) or min(even, odd):
        return None
    return _as(content[: len(content) // 2 * 2], "utf-16-le" if odd else "utf-16-be")


def _not_utf8(content: bytes, *, marked: bool) -> tuple[str, str] | None:
    """A text of single bytes; or UTF-8 into which some were pasted, where it has letters of both."""
    text = content.decode("utf-8", "surrogateescape")
    singles = {code: content.decode(code, "replace") for code in SINGLE}
    seen = HARD_BLANK.sub(b" ", content)
    code = max(SINGLE, key=lambda code: _score(seen.decode(code, "replace")))
    whole, odd = len(re.findall(MULTIPLE, text)), len(ODD.findall(text))
    if marked or whole:
        words = " ".join(re.findall(PASTED, text))
        pasted = max(SINGLE, key=lambda code: _score(_filled(words, code)))
        if marked or whole > odd or _score(_filled(text, pasted)) >= _score(singles[code]):
            return (_once(re.sub(PASTED, lambda found: _likely(found[0], pasted), text)), "utf-8-mixed")
    single = singles[code]
    return None if _score(single) < 0 and re.search(NO_TEXT, single) else (single, code)


def _likely(word: str, code: str) -> str:
    """A word whose bytes that are no UTF-8 are read in another encoding; marked where this makes no word of it."""
    filled = _filled(word, code)
    return filled if _score(filled) >= 0 else ODD.sub("\ufffd", word)


def _filled(text: str, code: str) -> str:
    """A text whose bytes that are no UTF-8 are read in another encoding."""
    return ODD.sub(lambda found: found[0].encode("utf-8", "surrogateescape").decode(code, "replace"), text)


def _score(text: str) -> int:
    """How much a text looks like names: German letters for it, signs in the middle of a word against it."""
    found = re.finditer(r"[^\x00-\x7f]", f" {text} ")
    padded = f" {text} "
    return sum(_sign(padded, sign.start()) for _, sign in zip(range(MOST_SIGNS), found, strict=False))


def _sign(text: str, at: int) -> int:
    """What one sign says about the text around it."""
    sign, before, after = text[at], text[at - 1], text[at + 1]
    inside = before.isalpha() or after.isalpha()
    if sign in GERMAN or sign in ACCENTED:
        return (3 if sign in GERMAN else 1) + _odd_case(sign, before, after)
    if sign in QUOTES and (weight := _quoted(sign, before, after)):
        return weight
    if sign in BESIDE:
        return -3 if before.isalpha() and after.isalpha() else 0 if sign in "–—“”„’\u00a0…" else -1
    if sign == "\ufffd" or not sign.isprintable():
        return -10
    return -3 if inside else -2


def _quoted(sign: str, before: str, after: str) -> int:
    """What speaks for a quotation mark or an apostrophe at its place."""
    if sign == "’":
        return 2 if before.isalpha() and after.isupper() else 1 if before.isalpha() and after == "s" else 0
    opens = sign in "„“‚‘«»" and not before.isalpha() and after.isalnum()
    return 2 if opens or (sign in "“”‘«»" and before.isalnum() and not after.isalpha()) else 0


def _odd_case(sign: str, before: str, after: str) -> int:
    """What speaks against a letter at its place: a capital within a word, a small one before all, two vowels."""
    if sign == "ß":
        return 0 if before.isalpha() else -4
    against = 0
    if sign.isupper() and before.islower():
        against -= 4
    if sign.islower() and not before.isalpha() and after.isalpha():
        against -= 2
    if sign.islower() and before.isupper() and after.isupper():
        against -= 4
    if sign in "äöü" and before in VOWELS and (before not in "eEuUaA" or not after.isalpha()):
        against -= 3
    return against


def _once(text: str) -> str:
    """A text without what reading UTF-8 as something else has made of its letters, up to three times over."""
    readings: tuple[tuple[str, Callable[[str], bytes]], ...] = (
        (TWICE, lambda part: bytes(BYTES_OF[sign] for sign in part)),
        (TWICE_MAC, lambda part: part.encode("mac_roman")),
        (TWICE_DOS, lambda part: part.encode("cp850")),
    )
    if text.isascii():
        return text
    for pattern, back in readings:
        for _ in range(ROUNDS):
            text = re.sub(pattern, lambda found, back=back: _read(found[0], back), text)  # type: ignore[misc]
    return text


def _read(part: str, back: Callable[[str], bytes]) -> str:
    """The letter that some signs were, and those behind it; the signs themselves where they were none."""
    for length in range(len(part), 1, -1):
        try:
            letter = back(part[:length]).decode("utf-8")
        except (UnicodeDecodeError, UnicodeEncodeError, KeyError):
            continue
        if letter.isprintable() or "\x80" <= letter <= "\u00a0":  # in between, one of Latin-1's unseen signs
            return letter + part[length:]
    return part
