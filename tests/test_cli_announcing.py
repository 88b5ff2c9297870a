"""What people are told when they announce, compare, move and cancel an event, and what becomes of its file."""

import json
import re
from pathlib import Path

import pytest
from conftest import Labcamp

from labcamp.planning.mails import MAILS

DAY = ("--today", "2026-11-24")
EVENT = """\
# Ein Treffen, von Hand geschrieben
number: 12   # die Nummer
theme: "Labore: finden"
status: confirmed
date: 2027-09-16
time: 14:00-17:00   # wie immer
place: online
agenda:
  - {title: Ankommen, minutes: 30}
  - {title: Impuls, minutes: 60}
registration: {until: 2027-09-09}
"""


@pytest.fixture
def event(workspace: Path) -> Path:
    """The file of a confirmed event that nobody has announced."""
    path = workspace / "events/labcamp-12.yaml"
    path.write_bytes(EVENT.replace("\n", "\r\n").encode())
    return path


def ledger(workspace: Path) -> list[tuple[str, str, int, str]]:
    """Kind, start, sequence and stamp of each record of the event."""
    records = json.loads((workspace / "events/announced/labcamp-12.json").read_text("utf-8")).values()
    return sorted((each["kind"], each["start"], each["sequence"], each["stamp"]) for each in records)


def test_announce_says_what_it_recorded_and_which_texts_are_due(event: Path, labcamp: Labcamp) -> None:
    result = labcamp("announce", "12", *DAY)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "created    events/announced/labcamp-12.json",
        "LabCamp #12: Labore: finden",
        "  Thu 2027-09-16, 14:00–17:00, online, planned",
        "  Sessions with a time: 2",
        "  Registration closes Thu 2027-09-09",
        "Now due:",
        "  the feed, new on the web: labcamp export-ics",
        "Next, on Thu 2027-05-27: labcamp render-mail save-the-date 12",
    ]
    assert ledger(event.parent.parent) == [
        ("deadline", "2027-09-09", 0, "2026-11-24T00:00:00Z"),
        ("event", "2027-09-16T14:00 Europe/Berlin", 0, "2026-11-24T00:00:00Z"),
        ("session", "2027-09-16T14:00 Europe/Berlin", 0, "2026-11-24T00:00:00Z"),
        ("session", "2027-09-16T14:30 Europe/Berlin", 0, "2026-11-24T00:00:00Z"),
    ]


def test_announcing_the_same_again_changes_nothing_on_any_day(event: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "12", *DAY)
    before = ledger(event.parent.parent)
    result = labcamp("announce", "12", "--today", "2027-01-01")
    assert result.out.splitlines()[0] == "unchanged  events/announced/labcamp-12.json"
    assert result.out.splitlines()[-1].startswith("It was announced like this before.")
    assert ledger(event.parent.parent) == before


def test_a_change_is_told_and_counted_when_it_is_announced(event: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "12", *DAY)
    labcamp("reschedule", "12", "--yes", "--time", "15:00-18:00", *DAY)
    result = labcamp("announce", "12", "--today", "2027-01-01")
    assert result.out.splitlines() == [
        "updated    events/announced/labcamp-12.json",
        "LabCamp #12: Labore: finden",
        "  Start 14:00 → 15:00",
        "  End 17:00 → 18:00",
        "  The agenda follows.",
        "Now due:",
        "  the change, to everybody: labcamp render-mail change-notice labcamp-12",
        "  the feed, new on the web: labcamp export-ics",
        "  the change, to the calendars of those who come: labcamp export-ics labcamp-12 --invite ADDRESS",
        "Next, on Thu 2027-05-27: labcamp render-mail save-the-date 12",
    ]
    assert ledger(event.parent.parent)[1] == ("event", "2027-09-16T15:00 Europe/Berlin", 1, "2027-01-01T00:00:00Z")


def test_a_first_agenda_and_deadline_are_no_change_that_everybody_has_to_be_told(event: Path, labcamp: Labcamp) -> None:
    whole = event.read_bytes()
    event.write_bytes(whole[: whole.index(b"agenda:")])
    labcamp("announce", "12", *DAY)
    event.write_bytes(whole)
    coming = "Next, on Thu 2027-05-27: labcamp render-mail save-the-date 12"
    assert labcamp("mails", "12", *DAY).out.splitlines()[-1] == coming
    assert labcamp("announce", "12", "--today", "2027-01-01").out.splitlines()[2:] == [
        "  new in the agenda: 'Ankommen', Thu 2027-09-16, 14:00–14:30",
        "  new in the agenda: 'Impuls', Thu 2027-09-16, 14:30–15:30",
        "  new: registration closes Thu 2027-09-09",
        "Now due:",
        "  the feed, new on the web: labcamp export-ics",
        coming,
    ]


def test_what_was_announced_before_is_kept_beside_what_has_changed(event: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "12", *DAY)
    path = event.parent / "announced/labcamp-12.json"
    first = json.loads(path.read_text("utf-8"))
    labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *DAY)
    labcamp("announce", "12", "--today", "2027-01-01")
    again = json.loads(path.read_text("utf-8"))
    revision = {"sequence", "stamp", "said"}
    kept = {uid: {key: each[key] for key in each.keys() - revision} for uid, each in first.items()}
    assert {uid: each.get("before") for uid, each in again.items()} == kept
    assert labcamp("check", *DAY).code == labcamp("announce", "12", *DAY).code == 0
    assert json.loads(path.read_text("utf-8")) == again


def test_a_dry_run_records_nothing(event: Path, labcamp: Labcamp) -> None:
    result = labcamp("announce", "12", "--dry-run", *DAY)
    assert result.out.splitlines()[0] == "new        events/announced/labcamp-12.json"
    assert not (event.parent / "announced/labcamp-12.json").exists()


@pytest.mark.shows("LC023")
def test_a_draft_cannot_be_announced(event: Path, labcamp: Labcamp) -> None:
    event.write_text(EVENT.replace("confirmed", "draft"), "utf-8")
    result = labcamp("announce", "12", *DAY)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("events/labcamp-12.yaml: LC023 draft-not-announced: ")
    assert not (event.parent / "announced/labcamp-12.json").exists()


def test_a_past_event_asks_for_its_documentation_and_one_that_is_long_over_for_no_mail(
    workspace: Path, labcamp: Labcamp
) -> None:
    def told(day: str) -> list[str]:
        (workspace / "events/announced/labcamp-10.json").unlink()
        return labcamp("announce", "10", "--today", day).out.splitlines()[2:]

    held, feed = "  Mon 2024-02-26, online, held", "  the feed, new on the web: labcamp export-ics"
    assert told("2024-03-12") == [
        held,
        "Now due:",
        "  thanks: labcamp render-mail thanks labcamp-10",
        "  documentation: labcamp render-mail documentation labcamp-10",
        feed,
        "Once the mail is sent: labcamp done 10 thanks",
    ]
    assert told("2026-11-24") == [held, "Now due:", feed, "No mail is due for now."]


@pytest.mark.parametrize("after_build", [False, True])
def test_announce_and_mails_say_the_same_of_what_is_due(after_build: bool, event: Path, labcamp: Labcamp) -> None:
    event.write_text(EVENT, "utf-8")
    if after_build:
        assert labcamp("build", "--no-pdf", *DAY).code == 0
    for day in ("2026-11-24", "2027-05-28", "2027-07-23", "2027-08-06"):
        (event.parent / "announced/labcamp-12.json").unlink(missing_ok=True)
        told = labcamp("announce", "12", "--today", day).out
        named = re.findall(r"^  .*: labcamp render-mail (\S+) labcamp-12$", told, re.MULTILINE)
        rows = labcamp("mails", "12", "--today", day).out.splitlines()
        assert named == [kind for row in rows if "overdue" in row for kind in MAILS if f" {kind} " in row]
        assert bool(named) is (day != "2026-11-24")


def test_diff_and_announce_lead_in_no_circle(event: Path, labcamp: Labcamp) -> None:
    day = ("--today", "2027-07-23")
    assert labcamp("diff", "12", *day).out.splitlines()[-1] == (
        "This has not been announced yet. Once others know the date, record it: labcamp announce labcamp-12"
    )
    told = labcamp("announce", "12", *day).out.splitlines()
    assert told[-3:] == [
        "  invitation: labcamp render-mail invitation labcamp-12",
        "  the feed, new on the web: labcamp export-ics",
        "Once the mail is sent: labcamp done 12 invitation",
    ]
    labcamp("done", "12", "invitation", *day)
    assert labcamp("mails", "12", *day).out.splitlines()[-1] == (
        "Next, on Thu 2027-08-05: labcamp render-mail newsletter 12"
    )


@pytest.mark.parametrize("answer", ["", "n", "j", "y"])
def test_at_a_terminal_announce_asks_whether_the_mail_that_is_due_is_sent(
    answer: str, event: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = ("--today", "2027-07-23")
    monkeypatch.setattr("labcamp.commands.announce.somebody_sits_here", lambda: True)
    asked: list[str] = []

    def answered(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr("builtins.input", answered)
    result = labcamp("announce", "12", *day)
    assert asked == ["Sent already: invitation? [y/N] "]
    said = b"done: [invitation]\r\n" in event.read_bytes()
    assert said is (answer in {"j", "y"})
    assert ("invitation: labcamp render-mail" in result.out) is not said
    # It is asked while it is due, and when something is announced.
    labcamp("announce", "12", *day)
    assert len(asked) == 1


def test_announce_does_not_ask_for_what_is_not_due(
    event: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("labcamp.commands.announce.somebody_sits_here", lambda: True)
    assert labcamp("announce", "12", *DAY).err == ""
    (event.parent / "announced/labcamp-12.json").unlink()
    assert labcamp("announce", "12", "--today", "2027-07-23", "--dry-run").err == ""


def test_the_real_series_is_announced_as_it_stands(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("diff", *DAY)
    assert (result.code, result.out, result.err) == (0, "All is as it was announced.\n", "")
    files = {path.stem for path in (workspace / "events/announced").iterdir()}
    assert files == {path.stem for path in (workspace / "events").glob("labcamp-*.yaml")} - {"labcamp-11"}


def test_diff_says_in_words_what_has_changed(event: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "12", *DAY)
    text = EVENT.replace("14:00-17:00", "15:00-18:30").replace("2027-09-16", "2027-09-23").replace("online", "Rathaus")
    text = text.replace("until: 2027-09-09", "until: 2027-09-10").replace("Impuls, minutes: 60", "Input, minutes: 45")
    event.write_text(text, "utf-8")
    assert labcamp("diff", "--lang", "de", *DAY).out.splitlines() == [
        "LabCamp #12: Labore: finden",
        "  Tag Do 16.09.2027 → Do 23.09.2027",
        "  Beginn 14:00 → 15:00",
        "  Ende 17:00 → 18:30",
        "  Ort online → Rathaus",
        "  neu im Programm: „Input“, Do 23.09.2027, 15:30–16:15",
        "  Anmeldeschluss Do 09.09.2027 → Fr 10.09.2027",
        "  nicht mehr im Programm: „Impuls“, Do 16.09.2027, 14:30–15:30",
        "  Das Programm zieht mit.",
        "Wissen es alle, haltet es fest: labcamp announce labcamp-12",
    ]


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ("time: 14:00-17:00   # wie immer\n", "", ["Time 14:00–17:00 → not known yet"]),
        ("date: 2027-09-16", "date: 2027-10", ["Day Thu 2027-09-16 → 2027-10", "Time 14:00–17:00 → not known yet"]),
        ("place: online\n", "", ["Place online → not known yet"]),
        ("status: confirmed", "status: cancelled\nreason: krank", ["Status planned → cancelled"]),
        ("status: confirmed", "status: draft", ["Status planned → draft"]),
        ('"Labore: finden"', "Anders", ["Title 'LabCamp #12: Labore: finden' → 'LabCamp #12: Anders'"]),
        ("place: online", "place: online\nzone: Europe/Lisbon", ["Time zone Europe/Berlin → Europe/Lisbon"]),
        ("registration: {until: 2027-09-09}\n", "", ["registration no longer closes Thu 2027-09-09"]),
        ("minutes: 60", "minutes: 90", ["'Impuls': End 15:30 → 16:00"]),
        (
            "date: 2027-09-16",
            "date: 2027-09-16/2027-09-17",
            ["Day Thu 2027-09-16 → Thu 2027-09-16–2027-09-17"],
        ),
    ],
)
def test_each_thing_that_changes_has_a_line(
    before: str, after: str, lines: list[str], event: Path, labcamp: Labcamp
) -> None:
    labcamp("announce", "12", *DAY)
    event.write_text(EVENT.replace(before, after), "utf-8")
    told = [line.strip() for line in labcamp("diff", "12", *DAY).out.splitlines()[1:-1]]
    assert [line for line in told if line != "The agenda follows."] == lines


def test_diff_of_an_event_that_was_never_announced_says_so(event: Path, labcamp: Labcamp) -> None:
    assert labcamp("diff", "12", *DAY).out.startswith("This has not been announced yet.")


def test_check_reminds_of_a_change_until_it_is_announced(event: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "12", *DAY)
    labcamp("reschedule", "12", "--yes", "--time", "15:00-18:00", *DAY)
    assert "events/labcamp-12.yaml:6:7: LC906 changed-since-announced: this is not as it was announced: time" in (
        labcamp("check", *DAY).err
    )
    labcamp("announce", "12", *DAY)
    assert "LC906" not in labcamp("check", *DAY).err


def test_an_announced_event_without_its_file_stops_what_would_go_out(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/labcamp-10.yaml").unlink()
    for command in ("check", "export-ics", "build"):
        result = labcamp(command, *DAY)
        assert result.code == 1
        assert result.err.startswith(
            "events/announced/labcamp-10.json: LC022 announced-vanished: 'labcamp-10' has been"
        )
    assert not (workspace / "out").exists()


def test_show_says_when_an_event_was_announced_last(event: Path, labcamp: Labcamp) -> None:
    assert "Announced" not in labcamp("show", "12", *DAY).out
    labcamp("announce", "12", *DAY)
    labcamp("reschedule", "12", "--yes", "--time", "15:00-18:00", *DAY)
    labcamp("announce", "12", "--today", "2027-01-01")
    assert "Announced:     2027-01-01, revision 1\n" in labcamp("show", "12", *DAY).out


def test_reschedule_names_the_texts_that_still_say_the_old_day(workspace: Path, labcamp: Labcamp) -> None:
    event = workspace / "events/labcamp-11.yaml"
    event.write_text(event.read_text("utf-8").replace("status: draft", "status: confirmed"), "utf-8")
    result = labcamp("reschedule", "11", "--yes", "--date", "2027-03-18", *DAY)
    assert result.code == 0
    told = [line for line in result.err.splitlines() if "LC908" in line]
    assert [line.split(" LC908 ")[1] for line in told] == [
        "old-date-left: this still says '11. März', but the event has moved"
    ] * 2


# Moving and cancelling


def test_reschedule_changes_the_two_values_and_keeps_the_day_that_people_know(event: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "12", *DAY)
    result = labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", "--time", "15:00-18:00", *DAY)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "updated    events/labcamp-12.yaml",
        "  Day Thu 2027-09-16 → Thu 2027-09-23",
        "  Start 14:00 → 15:00",
        "  End 17:00 → 18:00",
        "  Deadline moves along: 2027-09-09 → 2027-09-16",
        "Tell everybody (labcamp render-mail change-notice labcamp-12), then record it: labcamp announce labcamp-12",
    ]
    expected = EVENT.replace("date: 2027-09-16\n", "date: 2027-09-23\n").replace("2027-09-09", "2027-09-16")
    expected = expected.replace("14:00-17:00   # wie immer\n", "15:00-18:00   # wie immer\nmoved_from: 2027-09-16\n")
    assert event.read_bytes() == expected.replace("\n", "\r\n").encode()


def test_a_second_move_keeps_the_announced_day(event: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "12", *DAY)
    labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *DAY)
    labcamp("reschedule", "12", "--yes", "--date", "2027-09-30", *DAY)
    assert b"moved_from: 2027-09-16\r\n" in event.read_bytes()
    labcamp("announce", "12", *DAY)
    labcamp("reschedule", "12", "--yes", "--date", "2027-10-07", *DAY)
    assert b"moved_from: 2027-09-30\r\n" in event.read_bytes()


def test_a_confirmed_event_without_a_ledger_keeps_the_first_day_that_it_had(event: Path, labcamp: Labcamp) -> None:
    labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *DAY)
    result = labcamp("reschedule", "12", "--yes", "--date", "2027-09-30", *DAY)
    assert b"moved_from: 2027-09-16\r\n" in event.read_bytes()
    assert result.out.splitlines()[-1].startswith("It had not been announced yet.")


def test_a_draft_moves_without_a_word_for_nobody_knows_its_day(event: Path, labcamp: Labcamp) -> None:
    event.write_text(EVENT.replace("confirmed", "draft"), "utf-8")
    labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *DAY)
    assert event.read_text("utf-8") == EVENT.replace("confirmed", "draft").replace(
        "date: 2027-09-16", "date: 2027-09-23"
    ).replace("2027-09-09", "2027-09-16")


def test_only_another_hour_leaves_no_day_to_remember(event: Path, labcamp: Labcamp) -> None:
    labcamp("reschedule", "12", "--yes", "--time", "9.30 Uhr", *DAY)
    assert event.read_text("utf-8") == EVENT.replace("14:00-17:00", "9.30 Uhr")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--date", "2027-02-30"), "--date: LC206 not-a-date"),
        (("--time", "25:00"), "--time: LC207 not-a-time"),
        (("--time", "17:00-14:00"), "--time: LC305 end-before-start"),
        (("--date", "2027-03-28", "--time", "2:30-4:00"), "--time: LC306 time-does-not-exist"),
        pytest.param((), "LC024 nothing-to-change", marks=pytest.mark.shows("LC024")),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    options: tuple[str, ...], told: str, event: Path, labcamp: Labcamp
) -> None:
    result = labcamp("reschedule", "12", "--yes", *options, *DAY)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(told)
    assert event.read_bytes() == EVENT.replace("\n", "\r\n").encode()


def test_nothing_is_written_where_something_else_in_the_file_would_not_fit_any_more(
    event: Path, labcamp: Labcamp
) -> None:
    before = event.read_bytes()
    for more in ((), ("--dry-run",)):
        result = labcamp("reschedule", "12", "--yes", "--time", "14:00-15:00", "--date", "2027-09-23", *more, *DAY)
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith(
            "With this change the file would no longer be right:\nevents/labcamp-12.yaml:10:21: LC304 agenda-too-long: "
        )
        assert event.read_bytes() == before


@pytest.mark.parametrize(
    ("date", "typed", "written"),
    [
        ("2027-09-16/2027-09-17", "22.04.2027", "2027-04-22/2027-04-23"),
        ("2027-09-16/2027-09-17", "2027-04-22/2027-04-24", "2027-04-22/2027-04-24"),
        ("16.09.2027", "22.04.2027", "22.04.2027"),
        ("2027-09", "22.04.2027", "22.04.2027"),
        ("2027-09-16", "2027-04", "2027-04"),
    ],
)
def test_an_event_keeps_its_length_when_it_moves(
    date: str, typed: str, written: str, event: Path, labcamp: Labcamp
) -> None:
    text = f"number: 12\ndate: {date}\n"
    event.write_text(text, "utf-8")
    assert labcamp("reschedule", "12", "--yes", "--date", typed, *DAY).code == 0
    assert event.read_text("utf-8") == text.replace(date, written)


def test_the_deadline_and_pinned_days_move_along_as_they_were_written(event: Path, labcamp: Labcamp) -> None:
    text = """\
number: 12
date: 2027-09-16/2027-09-17
time: 14:00-17:00
agenda:
  - {title: A, day: 1, minutes: 30}
  - {title: B, day: 2027-09-17, minutes: 30}
registration: {url: https://example.org/12, until: "09.09.2027"}
"""
    event.write_text(text, "utf-8")
    result = labcamp("reschedule", "12", "--yes", "--date", "2027-09-30", *DAY)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[-3:-1] == [
        "  Deadline moves along: 2027-09-09 → 2027-09-23",
        "  Session moves along: 2027-09-17 → 2027-10-01",
    ]
    assert event.read_text("utf-8") == (
        text.replace("2027-09-16/2027-09-17", "2027-09-30/2027-10-01")
        .replace("day: 2027-09-17", "day: 2027-10-01")
        .replace("09.09.2027", "23.09.2027")
    )


def test_a_day_that_is_over_is_told(event: Path, labcamp: Labcamp) -> None:
    result = labcamp("reschedule", "12", "--yes", "--date", "2026-01-15", *DAY)
    assert (result.code, result.out.splitlines()[3]) == (0, "  Careful: 2026-01-15 is over already.")


def test_a_file_with_mistakes_is_not_edited(event: Path, labcamp: Labcamp) -> None:
    event.write_text(EVENT.replace("minutes: 60", "minutes: lang"), "utf-8")
    result = labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *DAY)
    assert (result.code, result.out) == (1, "")
    assert "LC208" in result.err


def test_cancel_says_why_and_what_to_do(event: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "12", *DAY)
    result = labcamp("cancel", "12", "--yes", "--reason", "Der Raum: weg", *DAY)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "updated    events/labcamp-12.yaml",
        "  Status planned → cancelled",
        "Tell everybody (labcamp render-mail cancellation labcamp-12), then record it: labcamp announce labcamp-12",
    ]
    expected = EVENT.replace("status: confirmed\n", 'status: cancelled\nreason: "Der Raum: weg"\n')
    assert event.read_bytes() == expected.replace("\n", "\r\n").encode()
    assert labcamp("announce", "12", *DAY).out.splitlines()[-5:] == [
        "Now due:",
        "  cancellation: labcamp render-mail cancellation labcamp-12",
        "  the feed, new on the web: labcamp export-ics",
        "  the cancellation, to their calendars: labcamp export-ics labcamp-12 --cancel ADDRESS",
        "Once the mail is sent: labcamp done 12 cancellation",
    ]


def test_cancelling_twice_changes_nothing(event: Path, labcamp: Labcamp) -> None:
    labcamp("cancel", "12", "--yes", "--reason", "krank", *DAY)
    assert (
        labcamp("cancel", "12", "--yes", "--reason", "krank", *DAY).out.splitlines()[0]
        == "unchanged  events/labcamp-12.yaml"
    )


def test_cancelling_without_a_reason_asks_for_one(event: Path, labcamp: Labcamp) -> None:
    result = labcamp("cancel", "12", "--yes", *DAY)
    assert (result.code, result.err[:61]) == (0, "events/labcamp-12.yaml:4:1: LC904 cancelled-without-reason: t")
    assert result.out.splitlines()[-1].startswith("It had not been announced yet.")


def test_a_cancelled_event_that_is_moved_stays_cancelled(event: Path, labcamp: Labcamp) -> None:
    labcamp("cancel", "12", "--yes", "--reason", "krank", *DAY)
    assert (
        labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *DAY)
        .out.splitlines()[-1]
        .startswith("The event stays")
    )


def test_a_cancellation_that_was_sent_tells_nobody_of_the_next_one(event: Path, labcamp: Labcamp) -> None:
    labcamp("cancel", "12", "--yes", "--reason", "krank", *DAY)
    labcamp("done", "12", "cancellation", *DAY)
    labcamp("cancel", "12", "--yes", "--reason", "heiser", *DAY)
    assert "done: [cancellation]" in event.read_text("utf-8")
    event.write_text(event.read_text("utf-8").replace("cancelled", "confirmed").replace("[", "[hosts-asked, "), "utf-8")
    result = labcamp("cancel", "12", "--yes", "--reason", "Sturm", *DAY)
    assert (result.code, result.out.splitlines()[1]) == (0, "  Status planned → cancelled")
    assert "done: [hosts-asked]" in event.read_text("utf-8")
    assert labcamp("mails", "12", *DAY).out.splitlines()[-1] == "Once the mail is sent: labcamp done 12 cancellation"


def test_an_empty_reason_is_refused(event: Path, labcamp: Labcamp) -> None:
    result = labcamp("cancel", "12", "--yes", "--reason", " ", *DAY)
    assert (result.code, result.err.splitlines()[0][:24]) == (2, "--reason: LC219 empty-te")


def test_a_sign_that_no_file_may_hold_is_refused(event: Path, labcamp: Labcamp) -> None:
    for reason in ("a\x07b", "a\udcffb"):
        result = labcamp("cancel", "12", "--yes", "--reason", reason, *DAY)
        assert (result.code, result.err[:41]) == (2, "--reason: LC107 control-character: there ")
    assert event.read_bytes() == EVENT.replace("\n", "\r\n").encode()


def test_a_dry_run_of_an_edit_writes_nothing(event: Path, labcamp: Labcamp) -> None:
    result = labcamp("cancel", "12", "--yes", "--reason", "krank", "--dry-run", *DAY)
    assert result.out.splitlines()[0] == "changed    events/labcamp-12.yaml"
    assert event.read_bytes() == EVENT.replace("\n", "\r\n").encode()


@pytest.mark.shows("LC021")
def test_an_edit_that_cannot_be_made_says_which_line_to_write(workspace: Path, labcamp: Labcamp) -> None:
    path = workspace / "events/odd.yaml"
    path.write_text("title: >\n  Ohne Zeilenende")
    result = labcamp("cancel", "odd", "--yes", *DAY)
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines()[1] == "    hint: change it by hand: status: cancelled"
    assert "LC021" in result.err
    assert path.read_text() == "title: >\n  Ohne Zeilenende"


def test_a_file_that_was_cancelled_is_told_in_every_text(event: Path, labcamp: Labcamp) -> None:
    labcamp("announce", "12", *DAY)
    labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *DAY)
    labcamp("render-invitation", "12", *DAY)
    invitation = (event.parent.parent / "out/labcamp-12/invitation.txt").read_text("utf-8")
    assert invitation.startswith(
        "*** Neuer Termin: Angekündigt war dieses Treffen zuerst für Donnerstag,\n16. September 2027. ***\n"
    )


def test_a_life_from_draft_to_cancellation_in_what_calendars_get(event: Path, labcamp: Labcamp) -> None:
    event.write_text(EVENT.replace("confirmed", "draft"), "utf-8")
    file = event.parent.parent / "out/labcamp-12/labcamp-12.ics"

    def exported(day: str) -> list[str]:
        assert labcamp("export-ics", "12", "--today", day).code == 0
        wanted = ("SEQUENCE:", "DTSTAMP:", "DTSTART;", "STATUS:")
        lines = [line for line in file.read_text("utf-8").split("\n") if line.startswith(wanted)]
        return [
            re.split("[:;]", line, maxsplit=1)[1].removeprefix("TZID=Europe/Berlin:")
            for line in lines
            if "1970" not in line or line.startswith("DTSTAMP")
        ]

    def done(*arguments: str) -> None:
        assert labcamp(arguments[0], "12", *arguments[1:]).code == 0

    assert exported("2026-12-01") == ["19700101T000000Z", "0", "20270916T140000", "TENTATIVE"]
    event.write_text(EVENT, "utf-8")
    done("announce", "--today", "2026-12-02")
    assert exported("2026-12-24") == ["20261202T000000Z", "0", "20270916T140000", "CONFIRMED"]
    done("reschedule", "--yes", "--date", "2027-09-23", "--today", "2027-01-03")
    assert exported("2027-01-03") == ["20270103T000000Z", "1", "20270923T140000", "CONFIRMED"]
    done("announce", "--today", "2027-01-04")
    assert exported("2027-01-24") == ["20270104T000000Z", "1", "20270923T140000", "CONFIRMED"]
    done("reschedule", "--yes", "--time", "15:00-18:00", "--today", "2027-02-01")
    assert exported("2027-02-01") == ["20270201T000000Z", "2", "20270923T150000", "CONFIRMED"]
    done("reschedule", "--yes", "--date", "2027-09-30", "--today", "2027-02-05")
    assert exported("2027-02-05") == ["20270205T000000Z", "2", "20270930T150000", "CONFIRMED"]
    done("announce", "--today", "2027-02-06")
    done("cancel", "--yes", "--reason", "krank", "--today", "2027-03-01")
    assert exported("2027-03-01") == ["20270301T000000Z", "3", "20270930T150000", "CANCELLED"]
    done("announce", "--today", "2027-03-02")
    assert exported("2027-09-01") == ["20270302T000000Z", "3", "20270930T150000", "CANCELLED"]


@pytest.mark.parametrize("flow", [False, True], ids=["a line each", "in braces"])
def test_who_moves_back_to_the_announced_day_leaves_no_trace(flow: bool, event: Path, labcamp: Labcamp) -> None:
    if flow:
        event.write_text("{number: 12, status: confirmed, date: 2027-09-16, place: online}\n", "utf-8")
    labcamp("announce", "12", *DAY)
    before = event.read_bytes()
    labcamp("reschedule", "12", "--yes", "--date", "2027-09-23", *DAY)
    assert b"moved_from: 2027-09-16" in event.read_bytes()
    result = labcamp("reschedule", "12", "--yes", "--date", "2027-09-16", *DAY)
    assert event.read_bytes() == before
    assert "This is as it was announced again." in result.out
