"""Numbers of telephones in texts: those that people carry with them, and all others."""

import re
from collections.abc import Iterator

from labcamp.patterns import pattern_of

_FIRST = r"(?<![\w+/.,:=-])"
_LABEL = (
    r"(?:\b(?:mobil(?:nummer|telefon)?|handy(?:nummer)?|tel(?:efon)?|phone|mobile|cell|whatsapp|signal)\b[.:]*\s{0,2})?"
)
_MORE = r"(?:[\s\u00a0/.-]?\d)"
_LAND = r"(?:\+|00)\s?{0}[\s\u00a0)/.-]{{0,2}}(?:\(0\)\s?)?"
# What numbers of mobile telephones begin with: 015, 016, 017 in Germany; 06 in Austria and 07 in Switzerland with the
# number of the land, for without it they are towns in Germany, unless they are parted as the Swiss do
MOBILE = pattern_of(
    rf"{_LABEL}{_FIRST}(?:tel:)?(?:(?:{_LAND.format(49)}|0)1[567]\d{_MORE}{{6,9}}"
    rf"|{_LAND.format(43)}6(?:[5-9]\d){_MORE}{{6,9}}|{_LAND.format(41)}7[4-9]{_MORE}{{7}}"
    rf"|07[5-9] \d{{3}} \d\d \d\d)(?!\w)"
    r"|https?://(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)\+?\d{6,15}\S*",
    re.IGNORECASE,
)
ANY = pattern_of(
    rf"{_FIRST}(?:(?:\+|00)[1-9](?:[\s\u00a0()/.-]{{0,2}}\d){{7,13}}"
    rf"|\(?0[2-9]\d{{1,4}}\)?\s?[\s/-]\s?\d(?:[\s-]?\d){{3,9}})(?!\w)"
)


def mobile_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the numbers of mobile telephones stand in a text, with what they are called before them."""
    return (found.span() for found in MOBILE.finditer(text))


def has_number(text: str) -> bool:
    """Tell whether a text has the number of a telephone, wherever that stands."""
    return ANY.search(text) is not None
