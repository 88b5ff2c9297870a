"""Events out of web pages that were saved, and out of bare JSON-LD: whatever is an Event in the words of schema.org.

A file is read, nothing is fetched: neither what `@context` names nor what an `@id` leads to.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from labcamp.check.lists.letters import decoded
from labcamp.exchange.found import Asked, Found, Told
from labcamp.exchange.prose import line_of
from labcamp.exchange.web.linked_events import event_of, is_event, is_series, names_of
from labcamp.findings import Finding, LabcampError, Place, finding
from labcamp.patterns import pattern_of

MOST_BYTES = 50_000_000
MOST_EVENTS = 20_000
DEEPEST = 100
BEGINNING = 20_000
PAGE = pattern_of(r"<(?:!doctype html|html|head|body)\b", 2)
SCRIPT = pattern_of(r"<script\b[^<>]{0,500}\bapplication/ld\+json\b[^<>]{0,500}>", 2)
END = pattern_of(r"</script\s*>", 2)
CDATA = pattern_of(r"^\s*(?://\s*)?<!(?:\[CDATA\[|--)|(?://\s*)?(?:\]\]>|-->)\s*$")
WORDS = pattern_of(r"schema\.org|\"@(?:type|graph|context)\"")
Node = Mapping[str, Any]


@dataclass(frozen=True)
class Block:
    """One piece of JSON-LD: its text, and where it stands in the file."""

    text: str
    start: Place


def looks_like(_name: str, content: bytes) -> bool:
    """Tell whether the bytes are a web page, or JSON in the words of schema.org."""
    text = content[:BEGINNING].replace(b"\0", b"").decode("latin-1").lstrip("\ufeffï»¿þÿ \t\r\n")
    if text.startswith(("{", "[")):
        return WORDS.search(text) is not None
    return text.startswith("<") and (PAGE.search(text) is not None or b"ld+json" in content)


def read(name: str, content: bytes, asked: Asked) -> Told:
    """The events of a page; LC275 to LC277 where there are too many, none, or what describes them is broken."""
    if len(content) > MOST_BYTES:
        return Told(findings=(finding("LC275", Place(name), most=f"{MOST_BYTES // 1_000_000} MB"),))
    text = _text(content)
    findings: list[Finding] = []
    events: list[Found] = []
    title = None
    for block in _blocks(name, text):
        try:
            nodes = list(_nodes(_parsed(block), block.start))
        except LabcampError as problem:
            findings += problem.findings
            continue
        title = title or next((line_of(named) for node in nodes if is_series(node) for named in names_of(node)), None)
        for found, told in _events(nodes, block.start, asked):
            events.append(found)
            findings += told
    if len(events) > MOST_EVENTS:
        return Told(findings=(finding("LC275", Place(name), most=MOST_EVENTS),))
    if not events:
        findings.append(finding("LC277", Place(name)))
    return Told(tuple(_each_once(events)), tuple(findings), title=title)


def _text(content: bytes) -> str:
    """The text of a page, in whatever encoding."""
    read = decoded(content)
    return read[0] if read else content.decode("utf-8", "replace")


def _blocks(name: str, text: str) -> Iterator[Block]:
    """The pieces of JSON-LD: the whole file, or what stands in the scripts of a page."""
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        yield Block(text.lstrip("\ufeff"), Place(name, 1, 1))
        return
    line, before, position = 1, 0, 0
    while opened := SCRIPT.search(text, position):
        closed = END.search(text, opened.end())
        end = closed.start() if closed else len(text)
        line += text.count("\n", before, opened.end())
        before = opened.end()
        yield Block(text[opened.end() : end], Place(name, line, before - text.rfind("\n", 0, before)))
        position = closed.end() if closed else len(text)


def _parsed(block: Block) -> Any:
    """The values of a piece; LC276 where it is no JSON, LC275 where it is too deep."""
    text = block.text
    for each in (text, CDATA.sub("", text), unescape(text) if "&quot;" in text else ""):
        try:
            data = json.loads(each, strict=False, parse_int=str, parse_float=str) if each.strip() else None
        except RecursionError as problem:
            raise LabcampError(finding("LC275", block.start, most=f"{DEEPEST} × {{")) from problem
        except ValueError as problem:
            failed = problem
            continue
        if data is not None:
            return data
    if not text.strip():
        return None
    raise LabcampError(finding("LC276", _where(block, failed), sort="JSON"))


def _where(block: Block, problem: ValueError) -> Place:
    """Where JSON breaks off, in the file."""
    if not isinstance(problem, json.JSONDecodeError):
        return block.start
    path, line, column = block.start
    return Place(path, line + problem.lineno - 1, problem.colno + (column - 1 if problem.lineno == 1 else 0))


def _nodes(data: Any, place: Place) -> Iterator[Node]:
    """Each thing that is described, the outermost first; LC275 where they stand too deep in each other."""
    waiting: list[tuple[Any, int]] = [(data, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            raise LabcampError(finding("LC275", place, most=f"{DEEPEST} × {{"))
        if isinstance(value, dict):
            yield value
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        waiting += [(each, depth + 1) for each in reversed(list(inner)) if isinstance(each, dict | list)]


def _events(nodes: Sequence[Node], place: Place, asked: Asked) -> Iterator[tuple[Found, list[Finding]]]:
    """The events that are not part of another one: sub-events are its agenda."""
    events = [node for node in nodes if is_event(node)]
    by_id = {node["@id"]: node for node in events if isinstance(node.get("@id"), str)}
    inside = {id(part) for node in events for part in _parts(node, by_id)}
    for node in events:
        if id(node) not in inside:
            yield event_of(node, _parts(node, by_id), place, asked)


def _parts(node: Node, by_id: Mapping[str, Node]) -> list[Node]:
    """The sub-events of an event, also those that are named by their `@id` or name it."""
    named = node.get("subEvent") or node.get("subEvents") or []
    listed = named if isinstance(named, list) else [named]
    parts = [by_id.get(str(each.get("@id")), each) for each in listed if isinstance(each, dict)]
    own = node.get("@id")
    above = (each for each in by_id.values() if own and _named(each.get("superEvent")) == own)
    found = {id(part): part for part in (*parts, *above) if part is not node and is_event(part)}
    return list(found.values())


def _named(value: Any) -> str:
    return str(value.get("@id", "")) if isinstance(value, dict) else value if isinstance(value, str) else ""


def _each_once(events: Sequence[Found]) -> list[Found]:
    """Each event once: pages tend to describe theirs twice."""
    kept: dict[tuple[str, str], Found] = {}
    for found in events:
        key = (str(found.values.get("title", "")), str(found.values.get("date", "")))
        if key not in kept or len(found.values) > len(kept[key].values):
            kept[key] = found
    return list(kept.values())
