"""The parts of a calendar file: what stands between BEGIN and END, and whether they fit each other."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from labcamp.check.calendar.content import Line, fault, place_of
from labcamp.findings import Finding


@dataclass(frozen=True)
class Part:
    """What stands between BEGIN and END: its lines by name, the parts inside it, and the lines that follow those."""

    name: str
    begin: Line
    lines: dict[str, list[Line]] = field(default_factory=dict)
    inside: list["Part"] = field(default_factory=list)
    late: list[Line] = field(default_factory=list)

    def first(self, name: str) -> Line | None:
        """The first line of a name."""
        return next(iter(self.lines.get(name, ())), None)

    def value(self, name: str) -> str:
        """The value of the first line of a name, else an empty text."""
        line = self.first(name)
        return line.value if line else ""


class Calendar(NamedTuple):
    """One calendar: its own part, all parts with it, its events, and its METHOD, which makes a mail of it."""

    whole: Part
    parts: tuple[Part, ...]
    events: tuple[Part, ...]
    method: str


Rule = Callable[[Calendar], Iterator[Finding]]


def parts_of(lines: Iterable[Line]) -> tuple[list[Part], list[Finding]]:
    """The outermost parts of a file, and LC611, LC612: what is not closed, or belongs to no part."""
    outermost: list[Part] = []
    stack: list[Part] = []  # our own, for recursion could be made to overflow
    names: Counter[str] = Counter()  # of the parts on the stack: to look through them for each END takes too long
    outside: list[Line] = []
    found: list[Finding] = []
    for line in lines:
        if line.name == "BEGIN":
            part = Part(line.value.strip().upper(), line)
            (stack[-1].inside if stack else outermost).append(part)
            stack.append(part)
            names[part.name] += 1
        elif line.name == "END":
            found += _closed(line, stack, names)
        elif stack:
            stack[-1].lines.setdefault(line.name, []).append(line)
            if stack[-1].inside:
                stack[-1].late.append(line)
        else:
            outside.append(line)
    found += [_without(part.begin, "END", part.name) for part in stack]
    outside += [part.begin for part in outermost if part.name != "VCALENDAR"]
    if outside:
        first = min(outside, key=lambda line: line.number)
        found.append(fault("LC612", place_of(first), count=len(outside)))
    return outermost, found


def _closed(line: Line, stack: list[Part], names: Counter[str]) -> Iterator[Finding]:
    """The innermost part of the name is closed; what is still open inside it, or an END of its own, is LC611."""
    name = line.value.strip().upper()
    if not names[name]:
        yield _without(line, "BEGIN", name)
        return
    closed = False
    while not closed:
        part = stack.pop()
        names[part.name] -= 1
        closed = part.name == name
        if not closed:
            yield _without(part.begin, "END", part.name)


def _without(line: Line, wanted: str, name: str) -> Finding:
    return fault("LC611", place_of(line), given=f"{line.name}:{name}", wanted=f"{wanted}:{name}")


def calendars_of(outermost: Iterable[Part]) -> Iterator[Calendar]:
    """The calendars of a file, each with all its parts."""
    for whole in outermost:
        if whole.name == "VCALENDAR":
            parts = tuple(_all_of(whole))
            events = tuple(part for part in parts if part.name == "VEVENT")
            yield Calendar(whole, parts, events, whole.value("METHOD").strip().upper())


def _all_of(whole: Part) -> Iterator[Part]:
    """A part and all that are inside it, however deep."""
    waiting = [whole]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += reversed(part.inside)


def several_calendars(calendars: Iterable[Calendar]) -> Iterator[Finding]:
    """LC977: a second calendar begins in the same file."""
    others = [calendar.whole.begin for calendar in calendars][1:]
    if others:
        yield fault("LC977", place_of(others[0]), count=len(others) + 1)


def line_after_parts(calendar: Calendar) -> Iterator[Finding]:
    """LC614: a line of the calendar itself follows its entries (RFC 5545 section 3.6)."""
    for line in calendar.whole.late:
        yield fault("LC614", place_of(line), property=line.name)


def nothing_inside(calendar: Calendar) -> Iterator[Finding]:
    """LC615: a calendar has no entry (RFC 5545 section 3.6 asks for one at least)."""
    if not calendar.whole.inside:
        yield fault("LC615", place_of(calendar.whole.begin))
