"""What has one safe answer, as splices of a text, each proven by reading and checking it again."""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from labcamp.check.agenda import clock
from labcamp.check.exceptions import FIRST_RULE
from labcamp.check.sense import lost_texts, quoted
from labcamp.check.shape import meant as meant_by
from labcamp.files.edit import Mend, meant, spliced
from labcamp.files.read import Source, Span, Steps, forbidden_sign, source_of
from labcamp.findings import Finding, LabcampError, Place
from labcamp.model import Days
from labcamp.model.texts import clock_of, day_of, days_of, hours_of
from labcamp.patterns import pattern_of

Propose = Callable[[Source, tuple[Finding, ...]], Iterator[Mend]]

ISO_DAYS = pattern_of(r"\d{4}-\d{2}(?:-\d{2}(?:/\d{4}-\d{2}-\d{2})?)?")
FLOW = ("[", "{")
QUOTES = ("'", '"')
MARK = "labcamp:"

LINE_END = pattern_of("\r\n|\r|\n")
# A blank behind a backslash is a part of a text in double quotes.
BLANKS = pattern_of(r"(?<![ \t\\])[ \t]+(?=[\r\n]|\Z)")
BLOCK = ("|", ">")

UNKNOWN = "LC202"
# What the text of a file stands for (an event, a series, organisations), and what is wrong with it
Check = Callable[[Source], tuple[object, tuple[Finding, ...]]]


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


def in_utf8(content: bytes) -> bytes | None:
    """The bytes in UTF-8 of a file that was saved otherwise, as its letters tell; None where they tell nothing sure."""
    from labcamp.check.lists.letters import decoded  # noqa: PLC0415  # nearly all files are in UTF-8

    text, _ = decoded(content) or ("\ufffd", "")
    return None if "\ufffd" in text or forbidden_sign(text) else text.encode()


def _start(text: str) -> str:
    return clock(clock_of(text))


def _hours(text: str) -> str:
    hours = hours_of(text)
    return "-".join(clock(minutes) for minutes in (hours.start, hours.end) if minutes is not None)


def _day(text: str) -> str:
    return day_of(text).isoformat()


def _days(text: str) -> str:
    days: Days = days_of(text)
    if days.first is None or days.last is None:
        return f"{days.year:04}-{days.month:02}"
    return "/".join(dict.fromkeys((days.first.isoformat(), days.last.isoformat())))


WRITTEN: Mapping[str, Callable[[str], str]] = {
    "time": _hours,
    "start": _start,
    "date": _days,
    "until": _day,
    "moved_from": _day,
}


def times_and_days(source: Source, _: tuple[Finding, ...]) -> Iterator[Mend]:
    """Each time as 09:30 and each day as 2027-03-11, where they can be read but are written otherwise."""
    for path, span in source.spans.items():
        key, value = path[-1] if path else "", _value(source.data, path)
        if key not in WRITTEN or not isinstance(value, str) or ISO_DAYS.fullmatch(value):
            continue
        raw = source.text[span.start.index : span.end.index]
        quote = raw[:1] if raw[:1] in QUOTES else ""
        try:
            text = WRITTEN[str(key)](value)
        except ValueError:
            continue  # the check says what is wrong with it
        if raw == f"{quote}{value}{quote}" and text != value:
            yield Mend(span.start.index, span.end.index, f"{quote}{text}{quote}", path, text)


def texts(source: Source, findings: tuple[Finding, ...]) -> Iterator[Mend]:
    """Quotes around each text that a # would cut off; of several items of one list that are nothing else, the first."""
    told = {Place(*found) for found in _places(findings, "LC308")}
    lists = set()
    for path, span, lost in lost_texts(source):
        place = Place(source.path, span.end.line + 1, span.end.column + 1 + lost.start(1) - lost.start())
        value = _value(source.data, path)
        text = "" if value is None else str(value)
        if place not in told or _in_flow(source, path) or MARK in lost[1][: len(MARK) + 1]:
            continue
        if isinstance(path[-1], int) and path[-1] < 0:
            if path[:-1] in lists:
                continue
            lists.add(path[:-1])
        gap = source.text[span.end.index : lost.start(1)] if text else ""
        whole, end = f"{text}{gap}{lost[1].rstrip()}", lost.start(1) + len(lost[1].rstrip())
        start = span.start.index if text else lost.start(1)
        yield Mend(start, end, quoted(whole), path, whole, new=True)


def keys(source: Source, findings: tuple[Finding, ...]) -> Iterator[Mend]:
    """Our key for each that is a word for it; not where the file has that already, or two words for it."""
    told = {place: dict(found.values) for found in findings if found.code == "LC202" and (place := _place(found))}
    found = [mend for path, span in source.spans.items() if (mend := _key(source, path, span, told))]
    counted = Counter((mend.path[:-1], mend.key) for mend in found)
    yield from (mend for mend in found if counted[mend.path[:-1], mend.key] == 1)


def values(source: Source, findings: tuple[Finding, ...]) -> Iterator[Mend]:
    """Our word for each value that is another word for it: `status: bestätigt`."""
    told = {place: dict(found.values) for found in findings if found.code == "LC209" and (place := _place(found))}
    for path, span in source.spans.items() if told else ():
        place = Place(source.path, span.start.line + 1, span.start.column + 1)
        typed = told.get(place, {}).get("text", "")
        word = meant_by(typed, told[place]["allowed"].split(", ")) if place in told else ""
        raw = source.text[span.start.index : span.end.index]
        if word and span.scalar and raw.strip("'\"") == typed:
            yield Mend(span.start.index, span.end.index, word, path, word, new=True)


def ids(source: Source, findings: tuple[Finding, ...]) -> Iterator[Mend]:
    """The id that each session without one has anyway, so that it stays when its title changes."""
    told = next((dict(found.values)["ids"].split(", ") for found in findings if found.code == "LC855"), [])
    sessions = enumerate(source.data["agenda"]) if told else ()
    without = [(index, session) for index, session in sessions if isinstance(session, str) or "id" not in session]
    for (index, session), id_ in zip(without, told, strict=True):
        yield _with_id(source, ("agenda", index), session, id_)


def _with_id(source: Source, path: Steps, session: str | Mapping[str, object], id_: str) -> Mend:
    """A session with its id as the first of its keys; one that is only a title gets keys."""
    span, text = source.spans[path], source.text
    line_end = (LINE_END.search(text) or ["\n"])[0]
    below = f"{line_end}{' ' * span.start.column}"
    if not isinstance(session, str):
        flow = text[span.start.index] == "{"
        start = span.start.index + flow
        return Mend(start, start, f"id: {id_}, " if flow else f"id: {id_}{below}", (*path, "id"), id_, new=True)
    title = text[span.start.index : span.end.index]
    new = f"{{id: {id_}, title: {title}}}" if _in_flow(source, path) else f"id: {id_}{below}title: {title}"
    return Mend(span.start.index, span.end.index, new, path, {"id": id_, "title": session}, new=True)


def sources(source: Source, findings: tuple[Finding, ...]) -> Iterator[Mend]:
    """The name that a source has now whose text was announced under another."""
    for path, span, found in _sources(source, findings, {"LC756", "LC757"}):
        if name := dict(found.values)["nearest"]:
            yield Mend(span.start.index, span.end.index, name, path, name, new=True)


def sources_once(source: Source, findings: tuple[Finding, ...]) -> Iterator[Mend]:
    """The first source that its finding names a second time goes, with its line."""
    for path, span, _ in _sources(source, findings, {"LC746"}):
        start = source.text.rfind("\n", 0, span.start.index) + 1
        ends = LINE_END.match(source.text, span.end.index)
        if ends and source.text[start : span.start.index].strip() == "-":
            yield Mend(start, ends.end(), "", path, new=True, gone=True)
            return


def _sources(
    source: Source, findings: tuple[Finding, ...], codes: Collection[str]
) -> Iterator[tuple[Steps, Span, Finding]]:
    """Each source of a paper that such a finding is about, where it is written as it is."""
    told = {_place(found): found for found in findings if found.code in codes}
    for path, span in source.spans.items() if told else ():
        found = told.get(Place(source.path, span.start.line + 1, span.start.column + 1))
        if found and span.plain and _value(source.data, path) == dict(found.values)["name"]:
            yield path, span, found


PROPOSALS: tuple[Propose, ...] = (
    keys,
    values,
    texts,
    times_and_days,
    ids,
    sources,
    sources_once,
    lambda source, _: blanks(source),
    lambda source, _: ending(source),
)


def _key(source: Source, path: Steps, span: Span, told: Mapping[Place, Mapping[str, str]]) -> Mend | None:
    place = Place(source.path, span.key.line + 1, span.key.column + 1) if span.key else None
    if place is None or place not in told or not isinstance(path[-1], str):
        return None
    typed, key = path[-1], told[place].get("nearest", "")
    if not key or meant_by(typed, [key]) != key:
        return None
    if key == "by" and _is_time(_value(source.data, path)):
        return None  # `von: 14:00` is no person
    start = span.key.index + (source.text[span.key.index] in QUOTES)
    if source.text[start : start + len(typed)] != typed or _value(source.data, path) is None:
        return None
    return Mend(start, start + len(typed), key, path, key=key, new=True)


def _is_time(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(hours_of(value))
    except ValueError:
        return False


def _place(found: Finding) -> Place:
    return Place(found.path, found.line, found.column)


def _places(findings: tuple[Finding, ...], code: str) -> Iterator[Place]:
    return (_place(found) for found in findings if found.code == code)


def _in_flow(source: Source, path: Steps) -> bool:
    """Tell whether a value stands in brackets or braces: there a # takes more with it than the text."""
    around = (source.spans[path[:length]] for length in range(len(path)))
    return any(source.text[span.start.index : span.start.index + 1] in FLOW for span in around)


def _value(data: Any, path: Steps) -> Any:
    """The value at a path; None where there is none."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def blanks(source: Source) -> Iterator[Mend]:
    """The blanks at the end of each line, but for those in a text whose line ends count.

    There two of them end a line in Markdown, too.
    """
    if not BLANKS.search(source.text):
        return
    texts = [(span.start.index, span.end.index) for span in source.spans.values() if _keeps_lines(source, span)]
    for found in BLANKS.finditer(source.text):
        line = max(source.text.rfind(end, 0, found.start()) for end in "\r\n") + 1
        inside = any(start < line < end for start, end in texts)
        if not inside or not source.text[line : found.start()].strip():
            yield Mend(found.start(), found.end(), "")


def _keeps_lines(source: Source, span: Span) -> bool:
    return span.scalar and source.text[span.start.index : span.start.index + 1] in BLOCK


def ending(source: Source) -> Iterator[Mend]:
    """The line end that the last line lacks, as the other lines have it."""
    text = source.text
    if text and not text.endswith(("\n", "\r")):
        used = LINE_END.search(text)
        yield Mend(len(text), len(text), used[0] if used else "\n")


class Read(NamedTuple):
    """A file as it was read and checked."""

    source: Source
    thing: object
    findings: tuple[Finding, ...]


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
    new = [mend for mend in mends if mend.new]
    return after if (is_better(read, after, new) if new else is_the_same(read, after)) else None


def _below(after: Read, mends: Sequence[Mend]) -> list[Mend]:
    """What is to be done for the keys that have just got their name, or a value, and for those below them."""
    named = [(*mend.path[:-1], mend.key) if mend.key else mend.path for mend in mends if mend.new]
    found = chain(keys(after.source, after.findings), values(after.source, after.findings)) if named else ()
    return [mend for mend in found if any(mend.path[: len(path)] == path for path in named)]


def read_with(check: Check, source: Source) -> Read:
    """A file, checked."""
    return Read(source, *check(source))


def proven(read: Read, mends: Sequence[Mend], check: Check) -> Read | None:
    """The file with its mends; None where it cannot be read then, or its data are not those that were meant."""
    text = spliced(read.source.text, mends)
    try:
        source = source_of(text.encode(), read.source.path)
    except LabcampError:
        return None
    if _without_line_ends(source.data) != _without_line_ends(meant(read.source, mends)):
        return None
    return read_with(check, source)


def is_the_same(before: Read, after: Read) -> bool:
    """Tell whether a file means what it meant, and as much is wrong with it."""
    return before.thing == after.thing and _codes(before) == _codes(after)


def is_better(before: Read, after: Read, mends: Sequence[Mend]) -> bool:
    """Tell whether nothing is wrong that was not before, but for what could not be seen then.

    Rules see a file only when its shape is right; and what stands below a key is looked at when the key is known.
    """
    if before.thing is not None and after.thing is None:
        return False
    spans = [after.source.spans[*mend.path[:-1], mend.key] for mend in mends if mend.key]
    below = {line for span in spans for line in range(span.start.line + 1, span.end.line + 2)}
    # Whoever is the host of a `gastgeber:` is one, known or not, and so is what stands behind `themen:`.
    hidden = {found for found in after.findings if found.code in {"LC212", "LC231"} and found.line in below}
    left = Counter(found.code for found in after.findings if found not in hidden)
    return not {code for code in left - _codes(before) if code < FIRST_RULE and code != UNKNOWN}


def _codes(read: Read) -> Counter[str]:
    return Counter(found.code for found in read.findings)


def _without_line_ends(value: Any) -> Any:
    """The data without the line end that a text at the end of the file may have: the model drops it."""
    if isinstance(value, dict):
        return {key: _without_line_ends(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_without_line_ends(each) for each in value]
    return value.rstrip("\r\n") if isinstance(value, str) else value
