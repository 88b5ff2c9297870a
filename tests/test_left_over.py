"""What labcamp made of events that are gone stays in `out/`; it is told, and nobody deletes it but a person."""

from pathlib import Path

import pytest
from conftest import TODAY, Labcamp

TEXT = "labcamp made this once and would not make it today\n"


@pytest.fixture
def built(workspace: Path, labcamp: Labcamp) -> Path:
    """The real series with one event more, and all that is made of it."""
    (workspace / "events/labcamp-12.yaml").write_text("number: 12\ndate: 2027-09-16\ntime: 14:00-17:00\n", "utf-8")
    assert labcamp("build", "--no-pdf", "--today", TODAY).code == 0
    return workspace


def told(labcamp: Labcamp, command: str) -> list[str]:
    """What is said to be left over."""
    result = labcamp(*command.split(), "--today", TODAY)
    assert result.code == 0
    return [line.partition(": LC997 left-over: ")[0] for line in result.err.splitlines() if line.endswith(TEXT[:-1])]


@pytest.mark.shows("LC997")
@pytest.mark.parametrize("command", ["check", "build --no-pdf"])
def test_the_folder_of_an_event_that_is_gone_is_told(command: str, built: Path, labcamp: Labcamp) -> None:
    assert told(labcamp, command) == []
    (built / "events/labcamp-12.yaml").rename(built / "events/labcamp-20.yaml")
    assert told(labcamp, command) == ["out/labcamp-12"]
    assert (built / "out/labcamp-12/labcamp-12.ics").is_file()


@pytest.mark.parametrize("command", ["check", "build --no-pdf"])
def test_the_calendar_file_of_an_event_without_a_day_is_told(command: str, built: Path, labcamp: Labcamp) -> None:
    (built / "events/labcamp-12.yaml").write_text("number: 12\ndate: 2027-09\n", "utf-8")
    assert told(labcamp, command) == ["out/labcamp-12/labcamp-12.ics"]
    (built / "out/labcamp-12/labcamp-12.ics").unlink()
    assert told(labcamp, command) == []


def test_what_a_person_has_put_there_is_not_told(built: Path, labcamp: Labcamp) -> None:
    (built / "out/mine").mkdir()
    (built / "out/mine/a.html").write_text("x", "utf-8")
    assert told(labcamp, "check") == []


def test_what_is_deleted_is_not_told_any_more(built: Path, labcamp: Labcamp) -> None:
    (built / "events/labcamp-12.yaml").unlink()
    for path in (built / "out/labcamp-12").iterdir():
        path.unlink()
    (built / "out/labcamp-12").rmdir()
    assert told(labcamp, "check") == []


def test_an_event_that_is_only_wrong_is_not_gone(built: Path, labcamp: Labcamp) -> None:
    (built / "events/labcamp-12.yaml").write_text("number: [", "utf-8")
    result = labcamp("check", "--today", TODAY)
    assert (result.code, "LC997" in result.err) == (1, False)


def test_what_only_participants_get_is_told_too(built: Path, labcamp: Labcamp) -> None:
    (built / "private").mkdir()
    (built / "private/labcamp-12.yaml").write_text("join: https://meet.example.org/raum\n", "utf-8")
    assert labcamp("export-ics", "12", "--participants", "--today", TODAY).code == 0
    (built / "events/labcamp-12.yaml").unlink()
    assert told(labcamp, "check") == ["out/labcamp-12", "private/out/labcamp-12"]


def test_a_memory_that_cannot_be_read_says_nothing(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "out").write_text("a file", "utf-8")
    assert told(labcamp, "check") == []


def test_the_series_can_switch_it_off(built: Path, labcamp: Labcamp) -> None:
    (built / "events/labcamp-12.yaml").unlink()
    with (built / "events/series.yaml").open("a", encoding="utf-8") as series:
        series.write("\nrules: {left-over: Wir heben alles auf.}\n")
    assert [told(labcamp, command) for command in ("check", "build --no-pdf")] == [[], []]
