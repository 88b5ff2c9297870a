"""What is wrong with one event stops that event, and nothing that is made of another one."""

import datetime as dt
import re
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from sample import REPOSITORY

from labcamp.planning.mails import MAILS
from labcamp.render.mails import OF_OTHERS
from labcamp.workspace import errors_about, load, without_broken

BROKEN = "events/labcamp-10.yaml:6:7: LC206 not-a-date: '31.31.2026' cannot be read as a date"
ASIDE = "Left aside until all is right in it: events/labcamp-10.yaml"
LACKING = "What was made also names other events; those left aside may be missing from it."
COMPLETE = "imprint: https://labor.example/impressum\nnewsletter: {unsubscribe: https://labor.example/ab}\n"
NOTHING = "Nothing is written."


@pytest.fixture
def broken(workspace: Path) -> Path:
    """A workspace in whose tenth event the date is wrong; the eleventh is confirmed, and ends its registration late."""
    change(workspace, 10, r"^date: .*", "date: 31.31.2026")
    change(workspace, 11, r"^status: .*", "status: confirmed")
    return workspace


def change(workspace: Path, number: int, old: str, new: str) -> None:
    """The file of an event has something else in it."""
    path = workspace / f"events/labcamp-{number}.yaml"
    text, count = re.subn(old, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1
    path.write_text(text, "utf-8")


def files_in(folder: Path) -> set[str]:
    """The names of all that lies in a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("order", "made", "of_others"),
    [
        ("render-mail save-the-date 11", "out/labcamp-11/save-the-date.eml", False),
        ("render-mail save-the-date labcamp-11 --ready", "", False),
        ("render-mail invitation events/labcamp-11.yaml", "out/labcamp-11/invitation.eml", True),
        ("render-invitation 11", "out/labcamp-11/invitation.html", True),
        ("render-newsletter 11", "out/labcamp-11/newsletter.md", True),
        ("render-newsletter 11 --for paste", "out/labcamp-11/newsletter-cleverreach.html", True),
        ("render-agenda 11 --no-pdf", "out/labcamp-11/agenda.html", False),
        ("render-post mastodon 11", "out/labcamp-11/post-mastodon.txt", False),
        ("export-ics 11", "out/labcamp-11/labcamp-11.ics", False),
        ("export-ics 11 --deadlines", "private/out/labcamp-11/deadlines.ics", False),
        ("draft save-the-date 11 --mbox", "out/labcamp-11/save-the-date.mbox", False),
        ("draft invitation 11 --maildir", "", True),
        ("announce 11", "events/announced/labcamp-11.json", False),
        ("done 11 invitation", "", False),
        ("cancel 11 --yes", "", False),
        ("reschedule 11 --date 2027-03-18 --yes", "", False),
        ("todo 11 --format csv", "private/out/labcamp-11/tasks.csv", False),
        ("handover 11 --to citylab-berlin", "private/out/labcamp-11/handover-citylab-berlin/handover.html", True),
        ("diff 11", "", False),
    ],
)
def test_what_names_a_sound_event_is_made_and_the_broken_one_is_told_at_the_end(
    order: str, made: str, *, of_others: bool, broken: Path, labcamp: Labcamp
) -> None:
    series = broken / "events/series.yaml"
    series.write_text(series.read_text("utf-8") + COMPLETE, "utf-8")
    result = labcamp(*order.split(), "--today", TODAY)
    assert (result.code, NOTHING in result.err) == (0, False)
    assert not made or (broken / made).is_file()
    said = result.err[result.err.index(BROKEN) :].splitlines()
    assert said[2:4] == ["1 error", ASIDE]
    assert (LACKING in said) == of_others


def test_the_mails_that_tell_of_other_events_are_those_whose_templates_name_one() -> None:
    texts = {kind: (REPOSITORY / f"templates/{kind}.mail.j2").read_text("utf-8") for kind in MAILS}
    naming = {kind for kind, text in texts.items() if re.search(r"(?:if|and|in|\() ?(before|next|later)\b", text)}
    assert naming == OF_OTHERS


NOT_WRITTEN = [
    "The feed out/labcamp.ics is not written: an event would be missing from it.",
    "The website out/site is not made anew: something would be missing from it.",
]


def test_build_of_a_sound_event_makes_it_and_no_feed(broken: Path, labcamp: Labcamp) -> None:
    series = broken / "events/series.yaml"
    series.write_text(series.read_text("utf-8") + COMPLETE, "utf-8")
    result = labcamp("build", "11", "--no-pdf", "--today", TODAY)
    said = result.err[result.err.index(BROKEN) :].splitlines()
    assert (result.code, said[2:5]) == (0, ["1 error", ASIDE, LACKING])
    assert said[-2:] == NOT_WRITTEN
    made = files_in(broken / "out")
    assert "labcamp-11/invitation.eml" in made
    assert [name for name in made if not name.startswith(("labcamp-11/", "."))] == []


@pytest.mark.parametrize(
    "order",
    [
        "render-mail save-the-date 10",
        "build 10",
        "render-mail save-the-date",
        "render-mail save-the-date next",
        "render-newsletter last",
        "export-ics",
        "export-ics --drafts",
        "export-ics 10",
        "announce 10",
        "handover 10",
        "todo --format csv",
        "todo --all --format ics",
    ],
)
def test_where_it_stops_everything_nothing_is_written_and_that_is_said(
    order: str, broken: Path, labcamp: Labcamp
) -> None:
    before = files_in(broken)
    result = labcamp(*order.split(), "--today", TODAY)
    assert (result.code, result.out, files_in(broken)) == (1, "", before)
    assert BROKEN in result.err
    assert ASIDE not in result.err


def test_build_makes_what_is_sound_and_never_a_feed_that_lacks_an_event(broken: Path, labcamp: Labcamp) -> None:
    result = labcamp("build", "--no-pdf", "--today", TODAY)
    assert result.code == 1
    said = result.err[result.err.index(BROKEN) :].splitlines()
    assert said[2:5] == ["1 error", ASIDE, LACKING]
    assert said[-2:] == NOT_WRITTEN
    made = files_in(broken / "out")
    assert {"labcamp-11/invitation.eml", "labcamp-11/labcamp-11.ics", "labcamp-5/agenda.html"} <= made
    assert [name for name in made if "labcamp-10" in name or name == "labcamp.ics"] == []
    assert "LC997" not in result.err


def test_a_feed_that_is_there_stays_as_it_was(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("build", "--no-pdf", "--today", TODAY).code == 0
    before = (workspace / "out/labcamp.ics").read_bytes()
    change(workspace, 10, r"^date: .*", "date: 31.31.2026")
    change(workspace, 11, r"^date: .*", "date: 2027-03-18")
    assert labcamp("build", "--no-pdf", "--today", TODAY).code == 1
    assert (workspace / "out/labcamp.ics").read_bytes() == before
    assert (workspace / "out/labcamp-10/invitation.html").is_file()


@pytest.mark.parametrize("name", ["series", "organisations"])
def test_what_all_events_share_stops_all_of_them(name: str, workspace: Path, labcamp: Labcamp) -> None:
    path = workspace / f"events/{name}.yaml"
    path.write_text(path.read_text("utf-8") + "\tx: [", "utf-8")
    for order in (("build", "--no-pdf"), ("render-mail", "save-the-date", "11"), ("export-ics", "11")):
        result = labcamp(*order, "--today", TODAY)
        assert (result.code, result.err.splitlines()[-1], (workspace / "out").exists()) == (1, NOTHING, False)


def test_a_number_that_two_events_have_is_about_both_of_them(workspace: Path, labcamp: Labcamp) -> None:
    change(workspace, 10, "^number: 10", "number: 11")
    for event in ("labcamp-10", "labcamp-11"):
        result = labcamp("render-mail", "save-the-date", event, "--today", TODAY)
        assert (result.code, "LC311" in result.err, result.err.splitlines()[-1]) == (1, True, NOTHING)
    assert labcamp("render-mail", "thanks", "labcamp-5", "--today", TODAY).code == 0


def test_an_event_that_vanished_may_be_one_that_was_never_announced(workspace: Path) -> None:
    today = dt.date.fromisoformat(TODAY)
    ledger = workspace / "events/announced/labcamp-10.json"
    ledger.rename(ledger.with_name("gone.json"))
    announced = load(workspace, today)
    assert [found.code for found in announced.errors] == ["LC022"]
    assert [found.code for found in errors_about(announced, "labcamp-10")] == ["LC022"]
    rest = without_broken(announced)
    assert rest
    assert {event.id for event in rest.events} == {event.id for event in announced.events} - {
        "labcamp-10",
        "labcamp-11",
    }


def test_a_ledger_that_cannot_be_read_is_about_its_event_alone(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/announced/labcamp-10.json").write_text("{", "utf-8")
    assert labcamp("export-ics", "10", "--today", TODAY).code == 1
    assert labcamp("reschedule", "10", "--yes", "--date", "2027-01-22", "--today", TODAY).code == 1
    result = labcamp("export-ics", "11", "--today", TODAY)
    assert (result.code, "events/announced/labcamp-10.json" in result.err) == (0, True)
