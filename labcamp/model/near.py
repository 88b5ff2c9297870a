"""The word among many that is nearest to another one, as difflib counts, without comparing all of them in full."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from heapq import nlargest

LIKELY = 50  # words that are compared in full: those that have most letters in common with the other one
SORTS, OFTEN = 64, 8  # letters that are told apart, and how often each is counted


def closest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word that is most like another one, by `cutoff` of 1 at least; an empty text where none is."""
    shares = ((_share(word, each), each) for each in known)
    likely = nlargest(LIKELY, (share for share in shares if share[0] >= cutoff))
    return next(iter(get_close_matches(word, [each for _, each in likely], n=1, cutoff=cutoff)), "")


def _share(one: str, other: str) -> float:
    """How much two words can have in common at most, of 1."""
    (letters, more), (others, more_there) = _letters(one), _letters(other)
    common = (letters & others).bit_count() + min(more, more_there)
    return 2 * common / (len(one) + len(other) or 1)


@lru_cache(maxsize=50_000)
def _letters(word: str) -> tuple[int, int]:
    """The letters of a word as bits, and how many more there are: two words have no more in common than these."""
    bits, counts = 0, [0] * SORTS
    for sign in word:
        sort = ord(sign) % SORTS
        if counts[sort] < OFTEN:
            bits |= 1 << (sort * OFTEN + counts[sort])
        counts[sort] += 1
    return bits, len(word) - bits.bit_count()
