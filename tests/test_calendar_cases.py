"""Calendar files that were reported in public: what labcamp says of each, beside what other programs do with it.

`calendar_cases/table.md` holds both, so that nobody is told that all is well where programs refuse the file.
"""

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
HEAD, VERSIONS, *BODY = (
    [cell.strip() for cell in row.split("|")[1:-1]] for row in TABLE.splitlines() if row[:2] == "| "
)
ROWS = {name: dict(zip(HEAD[1:], cells, strict=True)) for name, *cells in BODY}
OUTCOMES = {"reads", "loses", "refuses", "hangs"}
MANY = 2  # so many of the twelve refuse what is really wrong


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


PARSERS: dict[str, Callable[[str], int]] = {
    "icalendar": by_icalendar,
    "ical": by_ical,
    "vobject": by_vobject,
    "ics": by_ics,
}


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


def test_every_case_stands_in_the_table_with_what_twelve_parsers_do() -> None:
    assert sorted(ROWS) == [path.stem for path in FILES]
    assert len({*HEAD}) == len(VERSIONS) == len(["case", "labcamp"]) + 12
    assert {each for row in ROWS.values() for name, each in row.items() if name != "labcamp"} <= OUTCOMES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labcamp_says_of_each_case_what_the_table_says(path: Path) -> None:
    assert said(path) == ROWS[path.stem]["labcamp"]


@pytest.mark.judge
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_parsers_in_python_do_with_each_case_what_the_table_says(path: Path) -> None:
    text = path.read_bytes().decode()
    assert {name: outcome(parser, text) for name, parser in PARSERS.items()}.items() <= ROWS[path.stem].items()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labcamp_is_never_silent_where_several_parsers_refuse_or_lose_something(path: Path) -> None:
    found = check_calendar(path.read_bytes(), path.name)
    others = [each for name, each in ROWS[path.stem].items() if name != "labcamp" and each != "reads"]
    assert len(others) < MANY or [each.code for each in found if not each.advice]


@pytest.mark.parametrize("path", [path for path in FILES if "false-alarm" in path.name], ids=lambda path: path.stem)
def test_what_google_and_outlook_write_is_no_error(path: Path) -> None:
    assert [found.code for found in check_calendar(path.read_bytes(), path.name) if not found.advice] == []
