"""Which characters can stand on paper: those that one of the fonts has that labcamp brings or Typst has in itself."""

import re
import unicodedata
from functools import cache

from labcamp.patterns import pattern_of

# Ranges of code points; tests/test_glyphs.py compares them with the fonts, and writes them with --update-golden.
COVERED = """
20-7e a0-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-52f 591-5c7 5d0-5ea 5ef-5f4 600-6ff 750-77f 870-88e 890-891
898-97f 10fb 1ab0-1ac0 1ac5 1ac7-1ace 1c80-1c88 1d00-1df9 1dfb-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b
1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-2064 2066-2071 2074-208e
2090-209c 20a0-20c0 20e3 20f0 2100-2184 2189 2190-23ff 2422-2423 2460-2606 2609-262f 2638-268b 2690-269c 26a0-26a7
26aa-26b2 26bd-26be 26c4-26c5 26c8 26ce-26cf 26d1 26d3-26d4 26e9-26ea 26f0-26f5 26f7-26fa 26fd 2701-2714 2716-2726 2728
272a-275e 2761-277f 2794-2b73 2b76-2b95 2b97-2bff 2c60-2c7f 2de0-2e5d 3030 303d 3297 3299 a640-a69f a700-a7ca a7d0-a7d1
a7d3 a7d5-a7d9 a7f2-a7ff a8ff a92e ab30-ab6b fb00-fb06 fb1d-fb36 fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fbc2 fbd3-fd8f
fd92-fdc7 fdcf fdf0-fe00 fe0e-fe0f fe20-fe2f fe70-fe74 fe76-fefc fffc-fffd 10780-10785 10787-107b0 107b2-107ba
10efd-10eff 1df00-1df1e 1f004 1f0cf 1f170-1f171 1f17e-1f17f 1f18e 1f191-1f19a 1f1e6-1f1ff 1f201-1f202 1f21a 1f22f
1f232-1f23a 1f250-1f251 1f300-1f321 1f324-1f393 1f396-1f397 1f399-1f39b 1f39e-1f3f0 1f3f3-1f3f5 1f3f7-1f4fd 1f4ff-1f53d
1f549-1f54e 1f550-1f567 1f56f-1f570 1f573-1f57a 1f587 1f58a-1f58d 1f590 1f595-1f596 1f5a4-1f5a5 1f5a8 1f5b1-1f5b2 1f5bc
1f5c2-1f5c4 1f5d1-1f5d3 1f5dc-1f5de 1f5e1 1f5e3 1f5e8 1f5ef 1f5f3 1f5fa-1f64f 1f680-1f6c5 1f6cb-1f6d2 1f6d5-1f6d9
1f6dc-1f6e5 1f6e9 1f6eb-1f6ec 1f6f0 1f6f3-1f6fc 1f7e0-1f7eb 1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1fa7c
1fa80-1fac6 1fac8 1facc-1fadd 1fadf-1faeb 1faef-1fafa e0030-e0039 e0061-e007a e007f
"""

# Bytes of UTF-8 that only what is common begins with: Latin letters, and from U+2000 on what two patterns leave over.
COMMON = bytes((9, 10, 13, *range(0x20, 0x7F), *range(0x80, 0xC6), 0xE2))
ODD = (pattern_of(rb"\xe2(?!\x80|\x82\xac)"), pattern_of(rb"\xc2[\x80-\x9f]"))
NOTHING = "\ufeff"  # takes no room: what a program leaves in a text that was copied from it


@cache
def _others() -> re.Pattern[str]:
    ranges = (span.partition("-")[::2] for span in COVERED.split())
    parts = (f"\\U{int(first, 16):08x}-\\U{int(last or first, 16):08x}" for first, last in ranges)
    return re.compile(f"[^\\t\\n\\r{NOTHING}{''.join(parts)}]")


def _is_common(text: str) -> bool:
    """Tell at once, as of nearly every text, that there is nothing in it but Latin letters and common signs.

    To look at each character would make reading all event files a twentieth slower.
    """
    content = text.encode("utf-8", "surrogatepass")
    return not content.translate(None, COMMON) and not any(odd.search(content) for odd in ODD)


def without_glyph(text: str) -> re.Match[str] | None:
    """The first character of a text that no font has; None where all can be printed."""
    return None if _is_common(text) else _others().search(text)


def printable(text: str) -> str:
    """The text as it can be printed: a character that no font has is the sign for that (U+FFFD)."""
    return text if _is_common(text) else _others().sub("\ufffd", text).replace(NOTHING, "")


def bare(text: str) -> str:
    """The text without marks and joiners that are no part of a letter: not each font has each letter with each mark."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in composed if unicodedata.category(sign) not in {"Mn", "Me", "Cf"})
