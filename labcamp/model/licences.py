"""Which licences there are, however people spell them, and which of them fit into a paper under another."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import product
from typing import NamedTuple

from labcamp.patterns import pattern_of

ATTRIBUTION, NOT_COMMERCIAL, NOT_CHANGED, ALIKE = "BY", "NC", "ND", "SA"
# What may stand behind "CC", in the order in which it is written
KINDS = ("BY", "BY-SA", "BY-NC", "BY-NC-SA", "BY-ND", "BY-NC-ND")
VERSIONS = ("4.0", "3.0", "2.5", "2.0", "1.0")
RESERVED = "Alle Rechte vorbehalten"
CC0, PUBLIC_DOMAIN = "CC0 1.0", "Public Domain"
# Those that are no Creative Commons licences, by what is left of their names when only letters and digits count
OTHERS = {
    "cc0": CC0, "cc010": CC0, "cc01": CC0, "cczero": CC0, "cczero10": CC0, "creativecommonszero": CC0,
    "cc0universal": CC0, "cc010universal": CC0, "cc010universell": CC0, "creativecommonszero10": CC0,
    "publicdomain": PUBLIC_DOMAIN, "gemeinfrei": PUBLIC_DOMAIN, "pdm": PUBLIC_DOMAIN, "pdm10": PUBLIC_DOMAIN,
    "publicdomainmark": PUBLIC_DOMAIN, "publicdomainmark10": PUBLIC_DOMAIN,
    "allerechtevorbehalten": RESERVED, "allrightsreserved": RESERVED,
    "dldeby20": "dl-de/by-2-0", "datenlizenzdeutschlandnamensnennung20": "dl-de/by-2-0",
    "datenlizenzdeutschlandnamensnennungversion20": "dl-de/by-2-0",
    "dldezero20": "dl-de/zero-2-0", "datenlizenzdeutschlandzero20": "dl-de/zero-2-0",
    "datenlizenzdeutschlandzeroversion20": "dl-de/zero-2-0",
}  # fmt: skip
ASKS = {
    RESERVED: frozenset({ATTRIBUTION, NOT_COMMERCIAL, NOT_CHANGED}),
    CC0: frozenset[str](),
    PUBLIC_DOMAIN: frozenset[str](),
    "dl-de/by-2-0": frozenset({ATTRIBUTION}),
    "dl-de/zero-2-0": frozenset[str](),
}
PAGES = {
    CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    PUBLIC_DOMAIN: "https://creativecommons.org/publicdomain/mark/1.0/",
    "dl-de/by-2-0": "https://www.govdata.de/dl-de/by-2-0",
    "dl-de/zero-2-0": "https://www.govdata.de/dl-de/zero-2-0",
}
# Whole words of a licence's long name, and what stands for them
LONG = (
    (r"creative\s*commons", "cc"),
    (r"attribution|namensnennung", "by"),
    (r"non?[\s-]*commercial|nicht[\s-]*kommerziell", "nc"),
    (r"no[\s-]*deriv(?:ative)?s?(?:\s*works)?|keine[\s-]*bearbeitung(?:en)?", "nd"),
    (r"share[\s-]*alike|weitergabe\s+unter\s+gleichen\s+bedingungen", "sa"),
)
SHORT = frozenset({"by", "nc", "nd", "sa"})
# What stands in a name and says nothing: the country of a version, and what the thing is
SAYS_NOTHING = frozenset(
    {"international", "int", "intl", "unported", "generic", "universal", "en", "deed", "lizenz", "licence", "license"}
    | {"public", "version", "v", "unter", "under"}
)
# Up to version 3.0 there is one of each country
COUNTRIES = {
    "de": "de", "deutschland": "de", "germany": "de", "at": "at", "österreich": "at", "austria": "at",
    "ch": "ch", "schweiz": "ch", "switzerland": "ch",
}  # fmt: skip
LAST_OF_A_COUNTRY = "3.0"
ADDRESS = pattern_of(
    r"https?://(?:www\.)?creativecommons\.org/(licenses|publicdomain)/([a-z-]+)(?:/([\d.]+)(?:/([a-z]{2})(?=/|$))?)?.*"
)
WORD = pattern_of(r"\d+(?:\.\d+)?|[^\W\d_]+")


class Licence(NamedTuple):
    """A licence by its usual name, what it asks of who uses something, and which version of it is meant, if any."""

    name: str
    asks: frozenset[str]
    version: str = ""

    @property
    def is_whole(self) -> bool:
        """Tell whether it is one licence, and not any version of it."""
        return bool(self.version) or self.name in ASKS

    @property
    def url(self) -> str:
        """Where it can be read; empty where that is nowhere."""
        if self.version:
            _, kind, version, *country = self.name.lower().split()
            return f"https://creativecommons.org/licenses/{'/'.join((kind, version, *country))}/"
        return PAGES.get(self.name, "")

    def fits_into(self, other: "Licence") -> bool:
        """Tell whether what stands under it may stand in something under the other.

        That must ask for as much; what is to be shared alike stands under the same licence, or a later one of it.
        """
        if self.name == RESERVED:
            return other.name == RESERVED
        if ALIKE in self.asks:
            return self.asks == other.asks and (not other.version or other.version >= self.version)
        return self.asks <= other.asks


def licence_of(text: str) -> Licence | None:
    """The licence that a text names, in whatever spelling; None for what is none."""
    words = text.strip().lower()
    if found := ADDRESS.fullmatch(words):
        zero = {"zero": CC0, "mark": PUBLIC_DOMAIN}.get(found[2], "")
        return Licence(zero, ASKS[zero]) if zero else _of_words(f"cc {found[2]} {found[3] or ''} {found[4] or ''}")
    if name := OTHERS.get(re.sub(r"[\W_]", "", words)):
        return Licence(name, ASKS[name])
    return _of_words(words)


def _of_words(words: str) -> Licence | None:
    """A licence of Creative Commons."""
    spelled = words
    for long, short in LONG:
        spelled = re.sub(rf"(?<!\w)(?:{long})(?!\w)", f" {short} ", spelled)
    found = [word for word in WORD.findall(spelled) if word not in SAYS_NOTHING]
    kinds, figures, countries, others = (
        [word for word in found if is_one(word)]
        for is_one in (SHORT.__contains__, _is_figure, COUNTRIES.get, _is_other)
    )
    kind = "-".join(each for each in ("by", "nc", "sa", "nd") if each in kinds).upper()
    version = f"{figures[0]}.0" if figures and "." not in figures[0] else "".join(figures[:1])
    by_name = spelled != words and not others
    if (others != ["cc"] and not by_name) or kind not in KINDS or version not in {"", *VERSIONS}:
        return None
    if max(len(figures), len(countries), len(kinds) - len(set(kinds)) + 1) > 1:
        return None
    country = COUNTRIES[countries[0]].upper() if countries and "" < version <= LAST_OF_A_COUNTRY else ""
    return Licence(" ".join(filter(None, ("CC", kind, version, country))), frozenset(kind.split("-")), version)


def _is_figure(word: str) -> bool:
    return word[0].isdigit()


def _is_other(word: str) -> bool:
    return word not in SHORT and word not in COUNTRIES and not _is_figure(word)


def known_licences() -> Iterator[str]:
    """The usual names of all licences, those first that are used most."""
    yield from (f"CC {kind} {version}" for version, kind in product(VERSIONS[:2], KINDS))
    yield from ASKS


def nearest_licence(text: str) -> str:
    """The usual name of the licence that was probably meant, or an empty text."""
    if licence := licence_of(text):  # without a version: the latest
        return licence.name if licence.is_whole else f"{licence.name} {VERSIONS[0]}"
    known = {_bare(name): name for name in known_licences()}
    close = get_close_matches(_bare(text), known, n=1, cutoff=0.6)
    return known[close[0]] if close else ""


def _bare(text: str) -> str:
    """A name as it is compared: letters and digits alone."""
    return re.sub(r"[\W_]", "", text.lower())


def usual(text: str) -> str:
    """A licence by its usual name, where it is known; else as it was typed."""
    licence = licence_of(text)
    return licence.name if licence else text
