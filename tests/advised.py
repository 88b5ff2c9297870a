"""What `check` advises about events that are given as a few lines of text."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from labcamp.check import check_event, check_organisations, check_series
from labcamp.files.read import source_of
from labcamp.findings import Finding
from labcamp.review.rules import advice
from labcamp.workspace import Reading, Workspace

TODAY = dt.date(2027, 1, 1)
SERIES = """\
id: labcamp
title: LabCamp
title_pattern: "LabCamp #{number}"
domain: example.org
organisers: [hafen, werkstatt]
"""
ORGANISATIONS = "hafen: Hafen\nwerkstatt: {name: Werkstatt, url: https://werkstatt.example}\n"
# What came before the event that is looked at
EARLIER = {
    "labcamp-barcelona": "title: LabCamp Barcelona\nstatus: confirmed\ndate: 2022-11\nattendance: {people: 30}\n",
    "labcamp-10": "number: 10\nstatus: confirmed\ndate: 2025-03-11\nattendance: {people: 30}\n",
    "labcamp-11": "number: 11\nstatus: confirmed\ndate: 2026-09-17\nattendance: {people: 30}\n",
}
# A Thursday
HEAD = """\
number: 12
status: confirmed
date: 2027-03-11
time: 14:00-17:00
access: stufenlos
"""


def reading_of(events: Mapping[str, str], series: str = SERIES, today: dt.date = TODAY) -> Reading:
    """A folder of these files, which need no disk."""
    texts = {"series": series, "organisations": ORGANISATIONS, **events}
    sources = {id_: source_of(text.encode(), f"events/{id_}.yaml") for id_, text in texts.items()}
    organisations, _ = check_organisations(sources["organisations"])
    known, found = check_series(sources["series"], organisations)
    assert known, found
    checked = (check_event(id_, sources[id_], known, organisations)[0] for id_ in events)
    shaped = sorted((event for event in checked if event), key=lambda event: event.sort_key)
    return Reading(Workspace(Path("nothing"), today, known, organisations, tuple(shaped), ()), sources)


def advised(events: Mapping[str, str], series: str = SERIES, today: dt.date = TODAY) -> tuple[Finding, ...]:
    """The advice about a folder of these files."""
    return advice(reading_of(events, series, today))


def about(lines: str, series: str = SERIES, head: str = HEAD) -> list[tuple[str, dict[str, str]]]:
    """The code and the values of each piece of advice about LabCamp #12, whose file goes on with these lines."""
    findings = advised(EARLIER | {"labcamp-12": f"{head}{lines}\n"}, series)
    assert {found.path for found in findings} <= {"events/labcamp-12.yaml"}, findings
    return [(found.code, dict(found.values)) for found in findings]


def places(lines: str, series: str = SERIES, head: str = HEAD) -> list[tuple[int, int, str]]:
    """Line, counted from these lines, column and code of each piece of advice about LabCamp #12."""
    findings = advised(EARLIER | {"labcamp-12": f"{head}{lines}\n"}, series)
    return [(found.line - head.count("\n"), found.column, found.code) for found in findings]


def quoted(text: str) -> str:
    """A text as a value."""
    return "'" + text.replace("'", "''") + "'"
