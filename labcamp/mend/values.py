"""What is written otherwise than labcamp would: texts cut off by a #, times, days, and keys in German."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from labcamp.check.sense import lost_texts, quoted
from labcamp.check.shape import MEANT
from labcamp.findings import Finding, Place
from labcamp.mend.splices import Mend
from labcamp.model.texts import Days, clock_of, day_of, days_of, hours_of
from labcamp.read import Source, Span, Steps

ISO_DAYS = re.compile(r"\d{4}-\d{2}(?:-\d{2}(?:/\d{4}-\d{2}-\d{2})?)?")
FLOW = ("[", "{")
QUOTES = ("'", '"')
MARK = "labcamp:"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _start(text: str) -> str:
    return _clock(clock_of(text))


def _hours(text: str) -> str:
    hours = hours_of(text)
    return "-".join(_clock(minutes) for minutes in (hours.start, hours.end) if minutes is not None)


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


def _key(source: Source, path: Steps, span: Span, told: Mapping[Place, Mapping[str, str]]) -> Mend | None:
    place = Place(source.path, span.key.line + 1, span.key.column + 1) if span.key else None
    if place is None or place not in told or not isinstance(path[-1], str):
        return None
    typed, key = path[-1], told[place].get("nearest", "")
    if not key or MEANT.get(typed.strip().lower()) != key:
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
