"""Number and theme out of a title by the pattern of a series read backwards, and a pattern out of titles."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from labcamp.model.texts import one_line
from labcamp.patterns import pattern_of

NUMBER = "{number}"
# What programs write before a title, ours too (templates/words.*.yaml), and behind it where an event has several days
BEFORE = pattern_of(
    r"(?:entwurf|draft|tentative|abgesagt|cancell?ed|entfällt|removed|ersetzt|replaced|verschoben|postponed)\s*:\s*",
    re.IGNORECASE,
)
BEHIND = pattern_of(r"\s*\((?:tag|day) \d+ (?:von|of) \d+\)\Z", re.IGNORECASE)
HASH = r"(?P<sign>#|№|Nr\.?|No\.?)?\s*"
# What stands between a title and a theme
THEME = pattern_of(r"\s*(?:[:|·•–—]|\s-\s)\s*(?P<theme>\S.*)")
YEARS = range(1900, 2101)
COUNTED = pattern_of(r"(?:#|№|\bNr\.?|\bNo\.?)?\s*(?<![\d.,:])(\d{1,4})(?![\d,:]|\.\d|\.\s?[A-Z]?[a-zäöü]+\s+\d{4})")
ENDS = pattern_of(r"\s*(?:[:|·•–—]|\s-\s)")
FEWEST = 2  # editions that show a pattern


class Named(NamedTuple):
    """What an event is called in an event file: by its number and theme, else by a title of its own."""

    number: str | None = None
    theme: str | None = None
    title: str | None = None


class Guessed(NamedTuple):
    """What a series is called, and the pattern of the titles of its editions, as far as titles show them."""

    title: str | None = None
    pattern: str | None = None


def plain_title(title: str) -> str:
    """A title without what programs put before and behind it: `Abgesagt:`, `(Tag 1 von 2)`."""
    text = one_line(title)
    while match := BEFORE.match(text):
        if match.end() == len(text):
            break
        text = text[match.end() :]
    return BEHIND.sub("", text)


def named(title: str, pattern: str) -> Named:
    """How an event file says a title, where editions are called as `LabCamp #{number}` says.

    A title of which pattern and theme leave something over stays whole, beside its number.
    """
    text = plain_title(title)
    match = _backwards(pattern).match(text)
    if match is None or (int(match["number"]) in YEARS and not match["sign"] and "#" in pattern):
        return Named(title=text)
    number, rest = match["number"].lstrip("0") or "0", text[match.end() :]
    if not rest.strip():
        return Named(number)
    if theme := THEME.fullmatch(rest):
        return Named(number, theme["theme"].strip())
    # `LabCamp #12-Nachtreffen` is another event
    return Named(number if rest[0].isspace() else None, title=text)


@lru_cache(maxsize=8)
def _backwards(pattern: str) -> re.Pattern[str]:
    """What finds an edition by its title, whatever capitals, blanks or sign of a number it is written with."""
    before, _, behind = pattern.partition(NUMBER)
    lead = before.rstrip()
    signed = lead.endswith("#")
    start = rf"{_loose(lead.removesuffix('#'))}\s*{HASH if signed else '(?P<sign>)' + _gap(before)}"
    return re.compile(rf"{start}(?P<number>\d{{1,6}}){_loose(behind)}(?!\w)", re.IGNORECASE)


def _gap(before: str) -> str:
    return r"\s+" if before[-1:].isspace() else ""


def _loose(text: str) -> str:
    """A text as a pattern, in which blanks may be more or fewer."""
    return r"\s+".join(re.escape(part) for part in text.split())


def guessed(titles: Iterable[str], given: str | None = None) -> Guessed:
    """What titles of events say of their series; `given` is what a file calls it, which counts more."""
    known = [plain_title(title) for title in titles]
    shapes = Counter(shape for title in known for shape in _shapes(title))
    numbers = {shape: {number for title in known for number in _numbers(title, shape)} for shape in shapes}
    kept = [shape for shape in shapes if _is_sure(shape, numbers)]
    if not kept:
        return Guessed(one_line(given) if given else None)
    pattern = max(kept, key=lambda shape: (shapes[shape], "#" in shape, -len(shape)))
    return Guessed(one_line(given) if given else _without_number(pattern) or None, pattern)


def _is_sure(shape: str, numbers: dict[str, set[str]]) -> bool:
    """Tell whether a shape shows that its number counts: by its sign, or because there are several."""
    return "#" in shape or len(numbers[shape]) >= FEWEST


def _shapes(title: str) -> Iterator[str]:
    """The head of a title with `{number}` in the place of its only number, if that is none of a year."""
    head = ENDS.split(title, maxsplit=1)[0].strip()
    found = [match for match in COUNTED.finditer(head) if int(match[1]) not in YEARS]
    if len(found) == 1:
        shape = f"{head[: found[0].start(1)]}{NUMBER}{head[found[0].end(1) :]}"
        if any(sign.isalpha() for sign in shape.replace(NUMBER, "")):
            yield shape


def _numbers(title: str, shape: str) -> Iterator[str]:
    if shape in _shapes(title) and (number := named(title, shape).number):
        yield number


def _without_number(pattern: str) -> str:
    """What stays of a pattern: `LabCamp` of `LabCamp #{number}`, `Treffen` of `{number}. Treffen`."""
    return one_line(re.sub(r"(?:#|№|\bNr\.?|\bNo\.?)?\s*\{number\}\.?", "", pattern)).strip(" -–—:·|,")
