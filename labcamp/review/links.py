"""Which addresses on the web the files name, and what is to be said of those that lead nowhere."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from labcamp.files.read import after, content_of, is_there, read_source
from labcamp.findings import NAMES, Finding, Place, finding
from labcamp.patterns import pattern_of
from labcamp.workspace import AVOID, EVENTS, Reading
from labcamp.workspace.material import PAGE, PAGES

if TYPE_CHECKING:
    from labcamp.review.asking import Answer

ADDRESS = pattern_of(r"https?://[^\s<>\"'`{|}\\^\[\]„“”«»]+\.[^\s<>\"'`{|}\\^\[\]„“”«»]+", re.IGNORECASE)
BEHIND = ".,;:!?*_…"  # what belongs to the sentence
OPENED, CLOSED = "(", ")"
OFFLINE = 4  # so many hosts do not all fail at once: it is we who are not online
# The code for an answer, and what its detail is called there
WORDS = {
    "dead": ("LC870", "reason"),
    "moved": ("LC871", "to"),
    "unanswered": ("LC872", "reason"),
    "inside": ("LC873", "to"),
}
NOBODY = "LC874"
RULES = frozenset(NAMES[code] for code in (*(code for code, _ in WORDS.values()), NOBODY))


class Link(NamedTuple):
    """An address as it is written, and where."""

    address: str
    place: Place

    @property
    def asked(self) -> str:
        """The address that is asked: one without the place in its page."""
        return self.address.partition("#")[0]

    @property
    def host(self) -> str:
        """The host of the address."""
        return self.address.split("/")[2]


def links_of(read: Reading) -> tuple[Link, ...]:
    """The addresses in the files of `events/`, in order; none of `private/`, and none that leads into a meeting."""
    found = {*read.workspace.findings, *read.excepted}
    ways_in = {Place(each.path, each.line, each.column) for each in found if each.code == "LC522"}
    return tuple(sorted({link for link in _links(read) if link.place not in ways_in}, key=lambda link: link.place))


def _links(read: Reading) -> Iterator[Link]:
    folder = read.workspace.root / EVENTS
    avoid = folder / f"{AVOID}.yaml"
    own = [read_source(avoid, avoid.as_posix())] if is_there(avoid) else []
    for source in (*read.sources.values(), *own):
        for span in source.spans.values():
            if span.scalar:
                yield from _in(source.text, source.path, span.start.index, span.end.index)
    for path in sorted(each for each in (folder / PAGES).glob("*") if PAGE.search(each.name)):
        text = content_of(path, path.as_posix()).decode("utf-8-sig", errors="replace")
        yield from _in(text, path.as_posix(), 0, len(text))


def _in(text: str, path: str, start: int, end: int) -> Iterator[Link]:
    for match in ADDRESS.finditer(text, start, end):
        yield Link(_without_sentence(match[0]), after(text[: match.start()], path))


def _without_sentence(address: str) -> str:
    """An address without the signs behind it that belong to the sentence around it."""
    while address[-1] in BEHIND or (address[-1] == CLOSED and address.count(CLOSED) > address.count(OPENED)):
        address = address[:-1]
    return address


def answers_of(links: Sequence[Link], proxy: Callable[[str], str]) -> "Iterator[tuple[str, Answer]]":
    """Each address with what became of it, asked once; `proxy` gives the address of the proxy for one, or nothing."""
    from labcamp.review.asking import Manner, answers

    return answers(dict.fromkeys(link.asked for link in links), Manner(proxy=proxy))


def found_behind(links: Sequence[Link], known: "Mapping[str, Answer]", today: dt.date) -> Iterator[Finding]:
    """LC870 to LC874: what the answers of a day say about the links."""
    hosts = {link.host for link in links}
    if len(hosts) >= OFFLINE and not any(answer.reached for answer in known.values()):
        yield finding(NOBODY, Place(""), count=len(known), day=today)
        return
    for link in links:
        answer = known[link.asked]
        if answer.word in WORDS:
            code, name = WORDS[answer.word]
            detail = _with_place(answer.detail, link) if name == "to" else answer.detail
            yield finding(code, link.place, url=link.address, day=today, **{name: detail})


def _with_place(moved: str, link: Link) -> str:
    """Where an address has moved to, with the place in its page."""
    fragment = link.address.partition("#")[2]
    return f"{moved}#{fragment}" if fragment and "#" not in moved else moved
