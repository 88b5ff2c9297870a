"""Events that say something in every key, given as data, and the workspace that holds them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sample import GOLDEN, in_memory, series_of

from labcamp.check import check_event
from labcamp.files.read import source_of
from labcamp.workspace import Workspace

# What an event says, with `x` for a text; each key that holds a text stands here.
LINES = ("title", "subtitle", "theme", "reason", "access", "summary")
OF_PERSON = ("name", "role")


def everywhere(line: str, body: str, url: str = "https://example.org/a?b=1&c=2") -> dict[str, Any]:
    """An event that says `line` in every line and `body` in every longer text."""
    link = {"title": line, "url": url, "licence": line}
    person = {"name": line, "role": line, "organisation": "hafen"}
    quote = {"text": line, "quote": "yes", "consent": "yes", "by": [person]}
    return {
        **dict.fromkeys(LINES, line),
        "place": dict.fromkeys(("name", "street", "postcode", "city", "country", "room"), line) | {"online": "yes"},
        "moderation": [person],
        "contact": {"name": line, "email": "treff@example.org"},
        "description": body,
        "registration": {"url": url, "price": line, "note": line},
        "agenda": [
            {"title": line, "minutes": "20", "room": line, "teaser": line, "by": [person]},
            {"title": line, "type": "break", "tables": [line], "takeaways": [line, quote], "links": [link]},
        ],
        "news": [{"title": line, "text": body, "url": url}],
        "newsletter": {"subject": line, "preheader": line, "intro": line},
        "attendance": {"note": line},
        "links": [link],
        "lessons": line,
    }


STATES: tuple[dict[str, Any], ...] = (
    {"status": "confirmed", "date": "2027-03-11", "time": "14:00"},
    {"status": "confirmed", "date": "2026-03-11/2026-03-12", "time": "14:00-15:00"},
    {"status": "cancelled", "date": "2027-03-11"},
    {"status": "draft", "date": "2027-03"},
    {"status": "draft"},
)
FULL_SERIES = (GOLDEN / "events/series.yaml").read_text("utf-8").replace("organisers: [werkstatt, hafen]", "")
FULL_SERIES = FULL_SERIES.replace("organisation: werkstatt, ", "")


def workspace_of(events: Sequence[Mapping[str, Any]], series: str = FULL_SERIES) -> Workspace:
    """A workspace of events `e0`, `e1`… that are given as data; JSON is YAML, too."""
    shaped = []
    for number, data in enumerate(events):
        source = source_of(json.dumps(data, ensure_ascii=False).encode(), f"e{number}.yaml")
        event, findings = check_event(f"e{number}", source, *series_of(series))
        assert event, findings
        shaped.append(event)
    return in_memory(GOLDEN / "nothing", shaped, series)
