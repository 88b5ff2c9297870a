"""What has one safe answer is mended in the text of a file; every other byte stays."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence

from labcamp.findings import Finding, LabcampError
from labcamp.mend.lines import blanks, ending
from labcamp.mend.proof import Check, Read, is_better, is_the_same, proven, read_with
from labcamp.mend.splices import Mend
from labcamp.mend.values import keys, texts, times_and_days
from labcamp.read import Source, source_of

__all__ = ["Check", "mended"]

Propose = Callable[[Source, tuple[Finding, ...]], Iterator[Mend]]
PROPOSALS: tuple[Propose, ...] = (
    keys,
    texts,
    times_and_days,
    lambda source, _: blanks(source),
    lambda source, _: ending(source),
)


def mended(content: bytes, shown: str, check: Check) -> bytes:
    """The bytes of a file with its mends; as they were where it cannot be read.

    A mend that cannot be proven is dropped, and what is wrong stays to be told.
    """
    try:
        read = read_with(check, source_of(content, shown))
    except LabcampError:
        return content
    before = None
    while before is not read:  # one mend can make room for the next: a key that is known is looked into
        before = read
        for propose in PROPOSALS:
            read = _accepted(read, list(propose(read.source, read.findings)), check)
    bom = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    return bom + read.source.text.encode()


def _accepted(read: Read, mends: Sequence[Mend], check: Check) -> Read:
    """The file with all of the mends, else with those of a part of them that can be proven; else as it is."""
    if not mends:
        return read
    if after := _tried(read, mends, check):
        return after
    middle = len(mends) // 2
    for part in (mends[:middle], mends[middle:]) if middle else ():
        if (after := _accepted(read, part, check)) is not read:
            return after
    return read


def _tried(read: Read, mends: Sequence[Mend], check: Check) -> Read | None:
    """The file with the mends; None where it would be wrong in another way, or something else would change."""
    after, before = proven(read, mends, check), None
    while (
        after and after is not before
    ):  # what is wrong with a key that said nothing, or below one that was unknown, shows now
        before, after = after, _accepted(after, _below(after, mends), check)
    if after is None:
        return None
    judge = is_better if any(mend.new for mend in mends) else is_the_same
    return after if judge(read, after) else None


def _below(after: Read, mends: Sequence[Mend]) -> list[Mend]:
    """What is to be done for the keys that have just got their name, or a value, and for those below them."""
    named = [(*mend.path[:-1], mend.key) if mend.key else mend.path for mend in mends if mend.new]
    found = keys(after.source, after.findings) if named else ()
    return [mend for mend in found if any(mend.path[: len(path)] == path for path in named)]
