"""Calendar files that were reported in public: what labcamp says of each, beside what other programs do with it.

`calendar_cases/table.md` holds both, so that nobody is told that all is well where programs refuse the file.
"""

import json
import re
import warnings
from collections.abc import Callable
from pathlib import Path

import icalendar
import ics
import pytest
import vobject
from ical.calendar_stream import IcsCalendarStream

from labcamp.check.calendar import check_calendar

CASES = Path(__file__).parent / "calendar_cases"
FILES = sorted(CASES.glob("*.ics"))
TABLE = (CASES / "table.md").read_text("utf-8")
ROW = re.compile(r"^\| (?!case )([a-z0-9-]+) \| (.*?) \| (\w+) \| (\w+) \| (\w+) \| (\w+) \|$", re.MULTILINE)
ROWS = {row[1]: row.groups()[1:] for row in ROW.finditer(TABLE)}
FEW = 2  # so many of the four refuse what is really wrong


def by_icalendar(text: str) -> int:
    """How many events icalendar reads with all their values."""
    whole = icalendar.Calendar.from_ical(text)
    assert isinstance(whole, icalendar.Calendar)
    assert not any(component.errors for component in whole.walk())
    return len([event for event in whole.events if event.DTSTART])


def by_ical(text: str) -> int:
    """How many events ical reads."""
    return len(IcsCalendarStream.calendar_from_ics(text).events)


def by_vobject(text: str) -> int:
    """How many events vobject reads, with the rules by which they are repeated."""
    events = [event for whole in vobject.readComponents(text) for event in whole.contents.get("vevent", ())]
    return len([event for event in events if event.getrruleset() or event.dtstart])


def by_ics(text: str) -> int:
    """How many events ics reads."""
    return len(ics.Calendar(text).events)


PARSERS: tuple[Callable[[str], int], ...] = (by_icalendar, by_ical, by_vobject, by_ics)


def events_in(text: str) -> int:
    """How many events a file is meant to have; an exception of a series is one, too."""
    return len(re.findall(r"^BEGIN:VEVENT\s*$", text, re.MULTILINE))


def outcome(parser: Callable[[str], int], text: str) -> str:
    """What a program does with a file: `reads` each event, `refuses` it, or `loses` some of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            count = parser(text)
        except Exception:  # whatever it raises
            return "refuses"
    return "reads" if count == events_in(text) else "loses"


def said(path: Path) -> str:
    """Each finding of labcamp with its line."""
    return " ".join(f"{found.code}:{found.line}" for found in check_calendar(path.read_bytes(), path.name)) or "nothing"


def test_every_case_stands_in_the_table() -> None:
    assert sorted(ROWS) == [path.stem for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labcamp_says_of_each_case_what_the_table_says(path: Path) -> None:
    assert said(path) == ROWS[path.stem][0]


@pytest.mark.judge
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_other_programs_do_with_each_case_what_the_table_says(path: Path) -> None:
    text = path.read_bytes().decode()
    assert tuple(outcome(parser, text) for parser in PARSERS) == ROWS[path.stem][1:]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_where_programs_refuse_or_lose_something_labcamp_finds_an_error(path: Path) -> None:
    told, *others = ROWS[path.stem]
    errors = [code for code in re.findall(r"LC\d{3}", told) if not code.startswith("LC9")]
    assert errors or len([other for other in others if other != "reads"]) < FEW


FROZEN = json.loads((CASES / "parsers.json").read_text("utf-8"))  # made by judges/other_parsers/table.py
MANY = 2  # so many of the twelve refuse what is really wrong


def test_twelve_parsers_tried_each_case() -> None:
    assert len(FROZEN["versions"]) == len({*FROZEN["versions"]}) == 12
    assert {(case, *row) for case, row in FROZEN["cases"].items()} == {
        (path.stem, *FROZEN["versions"]) for path in FILES
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labcamp_is_never_silent_where_several_of_twelve_parsers_refuse(path: Path) -> None:
    told = re.findall(r"LC\d{3}", said(path))
    refused = [name for name, result in FROZEN["cases"][path.stem].items() if result != "reads"]
    assert len(refused) < MANY or [code for code in told if not code.startswith("LC9")]


@pytest.mark.parametrize("path", [path for path in FILES if "false-alarm" in path.name], ids=lambda path: path.stem)
def test_what_google_and_outlook_write_is_no_error(path: Path) -> None:
    assert [found.code for found in check_calendar(path.read_bytes(), path.name) if not found.advice] == []
