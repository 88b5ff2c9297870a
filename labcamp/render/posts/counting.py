"""How long a text is, as each channel counts it."""

import re
import unicodedata
from functools import cache
from typing import Any

from labcamp.patterns import pattern_of

URL_LENGTH = 23  # what Mastodon and X count for an address, however long it is
# An address as twitter-text finds it, which both use; where the two differ, this finds less and so counts more.
NAME = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}"
IN_PATH = r"[\w!*';:=+,.$%#\[\]/\-–~@|&]"
PATH = rf"(?:/(?:{IN_PATH}|\({IN_PATH}*\))*(?<=[\w=#/+)\-]))?"
QUERY = r"(?:\?[A-Za-z0-9_!?*'();:&=+$/%#\[\].,~@|\-]*(?<=[A-Za-z0-9_&=#/\-]))?"
URL = pattern_of(rf"(?<![\w@#$])https?://{NAME}(?::[0-9]+)?{PATH}{QUERY}", re.IGNORECASE)
# X makes a link of a name without https:// as well.
LINKED = pattern_of(rf"{URL.pattern}|(?<![\w@#$./-]){NAME}{PATH}{QUERY}", re.IGNORECASE)
MENTION = pattern_of(r"(?<![=/\w])(@[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*)@[\w.-]*\w")
LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))  # twitter-text, config v3


@cache
def _pattern(expression: str) -> Any:
    from regex import compile as compiled

    return compiled(expression)


def composed(text: str) -> str:
    """The text with each letter and its marks as one character where there is one (Unicode NFC)."""
    return unicodedata.normalize("NFC", text)


def _clusters(text: str) -> list[str]:
    """What people see as one sign each: extended grapheme clusters (Unicode UAX 29)."""
    return list(_pattern(r"\X").findall(text))


def graphemes(text: str) -> int:
    """How many signs people see: Bluesky (lexicon app.bsky.feed.post, maxGraphemes)."""
    return len(_clusters(composed(text)))


def octets(text: str) -> int:
    """How many bytes it has in UTF-8: Bluesky (lexicon app.bsky.feed.post, maxLength)."""
    return len(composed(text).encode("utf-8"))


def units(text: str) -> int:
    """How many UTF-16 units it has, as browsers count: LinkedIn, which says only "characters"; Slack."""
    return len(composed(text).encode("utf-16-le")) // 2


def mastodon(text: str) -> int:
    """Signs, with 23 for an address and only the user of `@user@host` (status_length_validator.rb)."""
    return graphemes(MENTION.sub(r"\1", URL.sub("x" * URL_LENGTH, composed(text))))


def weighted(text: str) -> int:
    """Signs by weight: most of those of Europe 1, all else and a whole emoji 2, an address 23 (twitter-text 3)."""
    text, total, begin = composed(text), 0, 0
    for link in LINKED.finditer(text):
        # Whether X knows the ending of a bare name is not known here: take what counts more.
        bare = 0 if link[0].lower().startswith("http") else _weight(link[0])
        total += _weight(text[begin : link.start()]) + max(URL_LENGTH, bare)
        begin = link.end()
    return total + _weight(text[begin:])


def _weight(text: str) -> int:
    return sum(2 if _is_emoji(sign) else sum(map(_of_character, sign)) for sign in _clusters(text))


def _is_emoji(sign: str) -> bool:
    part = r"\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D\U000E0020-\U000E007F"
    emoji = rf"\p{{Regional_Indicator}}{{2}}|[0-9#*]\uFE0F?\u20E3|\p{{Extended_Pictographic}}[{part}]+"
    return bool(_pattern(emoji).fullmatch(sign))  # a single character weighs 2 as it is, but for © and ®


def _of_character(character: str) -> int:
    return 1 if any(first <= ord(character) <= last for first, last in LIGHT) else 2
