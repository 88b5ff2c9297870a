"""Files of others, broken in every way: `python tests/mutated_imports.py --count 10000` reads that many of them.

Each is made of a file in `tests/exchange/`, always the same ones for the same count. Whatever is wrong with it, reading
ends with findings and never with a traceback, soon, and says nothing that a file of ours could not hold.
"""

import argparse
import datetime as dt
import faulthandler
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from labcamp.exchange.found import Asked, Found, Told, Value
from labcamp.exchange.sources import read, source_for
from labcamp.files.read import CONTROL

SEEDS = Path(__file__).parent / "exchange"
ASKED = Asked("Europe/Berlin", dt.date(2026, 11, 29), topics={"beteiligung": "beteiligung"})
LONGEST = 20  # seconds for one file: longer is a hang
NASTY: tuple[Any, ...] = (
    None, True, False, [], {}, "", " ", "NaN", -1, 0, 10**400, 1.5e308, [[]], [None], {"": None}, {"name": {"de": []}},
    "\0\x07\x85\u2028", "\ud800", "x" * 20_000, "<" * 5_000, "<!--" * 5_000, "<a href='x'" * 2_000, "[" * 3_000,
    "&#0;&#xD800;&#99999999;", "2027-99-99T99:99:99+99:99", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
    "2027-03-28T02:30:00", "24:00", "99999999:99", "-1:30", "Mars/Olympus", "../../etc/localtime", "http://[",
    "https://x.", "javascript:alert(1)", "//example.org/x", "ida@example.org", "{{ 7 * 7 }}", "#", "---", "- : [",
    "\ufeff", "\r\n\r\n", "𝔊" * 300,
)  # fmt: skip
BYTES = (*(bytes([each]) for each in b'\0\xff<>&"{}[],:\\\n\r'), b"", b"\xed\xa0\x80")
PIECES = (
    b"<!DOCTYPE schedule [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>", b"&b;", b"<![CDATA[",
    b"]]>", b"<?xml version='1.0' encoding='utf-7'?>", b"<a>" * 300, b"[" * 2_000, b'{"a":' * 2_000, b"NaN", b"1e999",
    b"\\ud800", b"BEGIN:VEVENT\r\n", b"RRULE:FREQ=SECONDLY\r\n", b"=HYPERLINK(", b";;;;;;", b"\xef\xbb\xbf",
)  # fmt: skip


@dataclass
class Count:
    """What came of the files of one seed."""

    files: int = 0
    events: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0


def mutations(count: int, start: int = 0) -> Iterator[tuple[Path, bytes]]:
    """So many broken files, in turn of each seed, with the seed from which each is made."""
    seeds = sorted(path for path in SEEDS.iterdir() if path.is_file())
    contents = {seed: seed.read_bytes() for seed in seeds}
    for number in range(start, start + count):
        dice = random.Random(number)
        seed = seeds[number % len(seeds)]
        yield seed, broken(contents[seed], dice)


def broken(content: bytes, dice: random.Random) -> bytes:
    """A file with one to four things wrong in it; in every other its form stays whole, so that more of it is read."""
    ways = WAYS if dice.random() < 0.5 else (_value, _value, _text)
    for _ in range(dice.randint(1, 4)):
        content = dice.choice(ways)(content, dice)
    return content


def _byte(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(content) + 1)
    return content[:at] + dice.choice((*BYTES, bytes([dice.randrange(256)]))) + content[at + dice.randint(0, 1) :]


def _cut(content: bytes, dice: random.Random) -> bytes:
    return content[: dice.randrange(len(content) + 1)]


def _without_part(content: bytes, dice: random.Random) -> bytes:
    start, end = sorted(dice.randrange(len(content) + 1) for _ in range(2))
    return content[:start] + content[min(end, start + 200) :]


def _part_twice(content: bytes, dice: random.Random) -> bytes:
    start, end = sorted(dice.randrange(len(content) + 1) for _ in range(2))
    return content[:end] + content[start:]


def _piece(content: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(content) + 1)
    return content[:at] + dice.choice(PIECES) + content[at:]


def _other_encoding(content: bytes, dice: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(dice.choice(["utf-16", "utf-16-le", "latin-1", "cp1252", "utf-8-sig", "utf-7"]), "replace")


def _value(content: bytes, dice: random.Random) -> bytes:
    """Another value somewhere: in JSON of any sort, elsewhere in place of a text."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return _text(content, dice)
    places = list(_places(data))
    if not places:
        return content
    around, key = dice.choice(places)
    around[key] = dice.choice(NASTY)
    if isinstance(around, dict) and dice.random() < 0.2:
        around[str(dice.choice(NASTY))] = around.pop(key)
    return json.dumps(data, ensure_ascii=dice.random() < 0.5).encode("utf-8", "surrogatepass")


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Each list and mapping with each of its keys."""
    if isinstance(data, dict | list):
        for key, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
            yield data, key
            yield from _places(value)


def _text(content: bytes, dice: random.Random) -> bytes:
    """Another text between two tags, quotes or separators."""
    texts = list(re.finditer(rb"(?<=[>;,:=\"'])[^<>;,:=\"'\r\n]{1,200}", content))
    if not texts:
        return content
    place = dice.choice(texts)
    nasty = str(dice.choice(NASTY)).encode("utf-8", "surrogatepass")
    return content[: place.start()] + nasty + content[place.end() :]


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _byte, _byte, _cut, _without_part, _part_twice, _piece, _other_encoding, _value, _value, _value, _text, _text,
)  # fmt: skip


def judged(name: str, content: bytes) -> Told:
    """What is read of a file; AssertionError where a file of ours could not hold it."""
    told = read(name, content, ASKED)
    for found in told.findings:
        assert found.path in {name, ""}, found
        str(found).encode()
    for event in told.events:
        _fits(event)
    for left in (*told.left, *(left for event in told.events for left in event.left)):
        _is_text(left.name, empty=False)
        _is_text(left.text, empty=False)
    return told


def _fits(event: Found) -> None:
    assert isinstance(event.values.get("title", ""), str)
    assert event.place.line >= 0
    for key, value in event.values.items():
        _is_text(key, empty=False)
        _is_value(value)


def _is_value(value: Value) -> None:
    """Text, lists and mappings of text, and nothing empty."""
    assert value, value
    if isinstance(value, str):
        _is_text(value, empty=False)
    elif isinstance(value, dict):
        for key, each in value.items():
            _is_text(key, empty=False)
            _is_value(each)
    else:
        assert isinstance(value, list | tuple), value
        for each in value:
            _is_value(each)


def _is_text(text: str, *, empty: bool) -> None:
    text.encode()
    assert isinstance(text, str), text
    assert empty or text.strip(), text
    assert not CONTROL.search(text), text


def read_all(count: int, start: int = 0) -> dict[str, Count]:
    """What came of so many broken files, by the format that each was taken for."""
    counts: dict[str, Count] = {}
    for number, (seed, content) in enumerate(mutations(count, start), start):
        source = source_for(seed.name, content)
        faulthandler.dump_traceback_later(LONGEST, exit=True)
        began = time.perf_counter()
        try:
            told = judged(seed.name, content)
        except Exception as fault:
            fault.add_note(f"--start {number} --count 1: made of {seed.name}")
            raise
        took = time.perf_counter() - began
        faulthandler.cancel_dump_traceback_later()
        of = counts.setdefault(source.name if source else "none", Count())
        of.files += 1
        of.events += len(told.events)
        of.findings.update(found.code for found in told.findings)
        of.slowest = max(of.slowest, took)
    return counts


def main() -> None:
    """Print what came of it, a line a format; the first traceback ends it, with the number of its file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--start", type=int, default=0)
    asked = options.parse_args()
    counts = read_all(asked.count, asked.start)
    for name, of in sorted(counts.items()):
        codes = ", ".join(f"{code} {times}" for code, times in sorted(of.findings.items()))
        figures = f"{of.files:6} files  {of.events:6} events  slowest {of.slowest * 1000:6.0f} ms"
        sys.stdout.write(f"{name:10} {figures}  {codes}\n")
    sys.stdout.write(f"{sum(of.files for of in counts.values())} files, no traceback\n")


if __name__ == "__main__":
    sys.path.insert(0, str(SEEDS.parent.parent))
    main()
