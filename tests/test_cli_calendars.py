"""`export-ics`: one option for each sort of reader, where the files go, and what is said of them."""

from pathlib import Path

import pytest
from conftest import Labcamp
from sample import some

DAY = ("--today", "2026-11-24")
PRIVATE = 'join: {url: "https://meet.example.org/raum", passcode: "1234"}\n'


@pytest.fixture
def private(workspace: Path) -> Path:
    """The private file of the draft of the real series."""
    path = workspace / "private/labcamp-11.yaml"
    path.parent.mkdir()
    path.write_text(PRIVATE)
    return path


@pytest.mark.parametrize(
    ("arguments", "files", "for_whom"),
    [
        ((), ["out/labcamp.ics"], "For everybody: put the file on the web."),
        (("11",), ["out/labcamp-11/labcamp-11.ics"], "For everybody: to be downloaded"),
        (("11", "--sessions"), ["out/labcamp-11/sessions.ics"], "For everybody who would rather"),
        (
            ("11", "--organisation", "stadtlabor-soest"),
            ["out/labcamp-11/sessions-stadtlabor-soest.ics"],
            "For this organisation: only its own sessions.",
        ),
        (("11", "--deadlines"), ["private/out/labcamp-11/deadlines.ics"], "For you who organise"),
        (("--deadlines",), ["private/out/labcamp-deadlines.ics"], "For you who organise"),
        (("11", "--participants"), ["private/out/labcamp-11/participants.ics"], "For participants alone"),
        (
            ("11", "--participants", "--alarm", "1d"),
            ["private/out/labcamp-11/participants.ics"],
            "For participants alone",
        ),
        (
            ("11", "--invite", "Ida Beispiel <ida@example.org>", "--invite", "max@example.org"),
            [
                f"private/out/labcamp-11/invite-{name}@example.org.{ending}"
                for name in ("ida", "max")
                for ending in ("ics", "eml")
            ],
            "Each file is for exactly one person",
        ),
    ],
)
def test_each_sort_of_calendar_goes_where_its_readers_may_look_and_says_for_whom_it_is(
    arguments: tuple[str, ...], files: list[str], for_whom: str, private: Path, labcamp: Labcamp
) -> None:
    result = labcamp("export-ics", *arguments, *DAY)
    lines = result.out.splitlines()
    assert (result.code, lines[:-1]) == (0, [f"created    {file}" for file in files])
    assert lines[-1].startswith(for_whom)
    workspace = private.parent.parent
    written = {path for place in ("out", "private/out") for path in (workspace / place).rglob("*.*") if path.is_file()}
    assert {path.relative_to(workspace).as_posix() for path in written if path.name != ".labcamp.json"} == set(files)


def test_the_feed_of_a_published_series_says_how_to_subscribe(workspace: Path, labcamp: Labcamp) -> None:
    series = workspace / "events/series.yaml"
    series.write_text(series.read_text("utf-8") + "public: https://example.org/dateien/\n", "utf-8")
    assert labcamp("export-ics", *DAY).out.splitlines()[-1] == (
        "For everybody: put the file on the web. To subscribe: "
        "https://example.org/dateien/labcamp.ics or webcal://example.org/dateien/labcamp.ics"
    )


@pytest.mark.parametrize("option", ["--sessions", "--participants", "--deadlines"])
def test_without_an_event_the_next_one_is_meant(option: str, private: Path, labcamp: Labcamp) -> None:
    assert labcamp("export-ics", option, *DAY).code == 0


def test_nothing_private_is_ever_in_the_public_folder(private: Path, labcamp: Labcamp) -> None:
    for arguments in (
        (),
        ("11",),
        ("11", "--sessions"),
        ("11", "--participants"),
        ("11", "--invite", "ida@example.org"),
    ):
        labcamp("export-ics", *arguments, *DAY)
    labcamp("build", *DAY)
    for path in some(path for path in (private.parent.parent / "out").rglob("*") if path.is_file()):
        content = path.read_bytes().replace(b"\r\n ", b"")
        assert b"meet.example" not in content, path
        assert b"ida@" not in content, path


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        pytest.param(
            ("11", "--sessions", "--deadlines"),
            2,
            "LC025 one-kind-only: these are several sorts of calendars at once: ",
            marks=pytest.mark.shows("LC025"),
        ),
        pytest.param(
            ("11", "--participants", "--out", "x"),
            2,
            "--out: LC033 stays-private: --participants: what it makes",
            marks=pytest.mark.shows("LC033"),
        ),
        (("11", "--invite", "ida@example.org", "--out", "x"), 2, "--out: LC033 stays-private"),
        pytest.param(
            ("--invite", "ida@example.org"),
            2,
            "LC034 event-not-named: --invite needs to know",
            marks=pytest.mark.shows("LC034"),
        ),
        (("--cancel", "ida@example.org"), 2, "LC034 event-not-named: --cancel needs to know"),
        (("11", "--invite", "ida"), 2, "--invite: LC215 not-an-email: 'ida'"),
        (("11", "--invite", "Ida <ida@example.org"), 0, ""),
        (("11", "--invite", "ida@exa mple.org"), 2, "--invite: LC215 not-an-email"),
        (("11", "--invite", "idä@example.org"), 2, "--invite: LC215 not-an-email"),
        (("11", "--invite", "ida@ü..example.org"), 2, "--invite: LC215 not-an-email"),
        pytest.param(
            ("11", "--cancel", "ida@example.org"),
            1,
            "events/labcamp-11.yaml: LC029 not-cancelled",
            marks=pytest.mark.shows("LC029"),
        ),
        pytest.param(
            ("11", "--person", "Niemand"),
            2,
            "--person: LC032 not-in-the-agenda: 'Niemand' is not in the agenda",
            marks=pytest.mark.shows("LC032"),
        ),
        pytest.param(
            ("11", "--participants", "--alarm", "morgens"),
            2,
            "--alarm: LC049 not-an-alarm: 'morgens' does not say how long before",
            marks=pytest.mark.shows("LC049"),
        ),
        (("11", "--participants", "--alarm", "7"), 2, "--alarm: LC049"),
        (("11", "--participants", "--alarm", ""), 2, "--alarm: LC049"),
        (("11", "--alarm", "1d"), 2, "--alarm: LC019 option-alone: --alarm works only together with --participants"),
        (("11", "--cancel", "ida@example.org", "--alarm", "1d"), 2, "--alarm: LC019 option-alone"),
        (("--alarm", "1d"), 2, "--alarm: LC019 option-alone"),
        (("11", "--person", " "), 2, "--person: LC032"),
        (("1", "--person", "Seibel"), 1, "events/labcamp-1.yaml: LC027 no-timed-session: 'Benjamin Seibel'"),
        (("11", "--organisation", "cityklab-berlin"), 2, "--organisation: LC032 not-in-the-agenda"),
        pytest.param(
            ("3", "--sessions"),
            1,
            "events/labcamp-3.yaml: LC027 no-timed-session: 'LabCamp #3': no session has a time",
            marks=pytest.mark.shows("LC027"),
        ),
        pytest.param(("3", "--deadlines"), 1, "LC031 no-deadline", marks=pytest.mark.shows("LC031")),
        pytest.param(
            ("labcamp-barcelona", "--invite", "ida@example.org"),
            1,
            "events/labcamp-barcelona.yaml: LC013 not-made",
            marks=pytest.mark.shows("LC013"),
        ),
        pytest.param(
            ("10", "--participants"),
            1,
            "private/labcamp-10.yaml: LC026 private-missing",
            marks=pytest.mark.shows("LC026"),
        ),
    ],
)
def test_what_cannot_be_made_is_told(
    arguments: tuple[str, ...], code: int, told: str, private: Path, labcamp: Labcamp
) -> None:
    result = labcamp("export-ics", *arguments, *DAY)
    assert (result.code, result.err.startswith(told)) == (code, True), result.err
    assert (private.parent.parent / "private/out").exists() is (code == 0)


@pytest.mark.shows("LC030")
def test_a_cancelled_event_invites_nobody_and_can_be_taken_back(private: Path, labcamp: Labcamp) -> None:
    labcamp("cancel", "11", "--yes", "--reason", "krank", *DAY)
    result = labcamp("export-ics", "11", "--invite", "ida@example.org", *DAY)
    assert (result.code, result.err[:44]) == (1, "events/labcamp-11.yaml: LC030 is-cancelled: ")
    result = labcamp("export-ics", "11", "--cancel", "ida@example.org", *DAY)
    assert result.out.splitlines()[0] == "created    private/out/labcamp-11/cancel-ida@example.org.ics"


@pytest.mark.shows("LC028")
def test_without_an_address_of_the_series_nobody_could_answer(workspace: Path, labcamp: Labcamp) -> None:
    series = workspace / "events/series.yaml"
    series.write_text(series.read_text("utf-8").replace("  email: info@citylab-berlin.org\n", ""), "utf-8")
    result = labcamp("export-ics", "11", "--invite", "ida@example.org", *DAY)
    assert (result.code, result.err[:46]) == (1, "events/series.yaml: LC028 no-address-to-answer")


def test_a_private_file_with_mistakes_is_told_at_its_place(private: Path, labcamp: Labcamp) -> None:
    private.write_text("join: {link: https://meet.example.org}\n")
    result = labcamp("export-ics", "11", "--participants", *DAY)
    assert (result.code, result.err[:42]) == (1, "private/labcamp-11.yaml:1:8: LC202 unknown")


def test_an_invitation_without_private_data_has_no_way_to_join_yet(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("export-ics", "11", "--invite", "ida@example.org", *DAY).code == 0
    made = (workspace / "private/out/labcamp-11/invite-ida@example.org.ics").read_bytes()
    assert b"CONFERENCE" not in made


@pytest.mark.shows("LC907")
def test_sessions_that_have_no_time_are_named(private: Path, labcamp: Labcamp) -> None:
    event = private.parent.parent / "events/labcamp-11.yaml"
    text = event.read_text("utf-8")
    event.write_text(text.replace("    type: networking\n    minutes: 75\n", "    type: networking\n"), "utf-8")
    result = labcamp("export-ics", "11", "--sessions", *DAY)
    assert result.code == 0
    assert result.err.startswith(
        "events/labcamp-11.yaml: LC907 session-without-time: without a time, and so not in the calendar: "
        "Thementische, Ausblick und Abschied\n"
    )


def test_a_change_since_the_announcement_is_told_with_the_file(workspace: Path, labcamp: Labcamp) -> None:
    event = workspace / "events/labcamp-10.yaml"
    event.write_text(event.read_text("utf-8").replace("place: online", "place: Rathaus"), "utf-8")
    for arguments in ((), ("10",)):
        result = labcamp("export-ics", *arguments, *DAY)
        assert result.err.startswith("events/labcamp-10.yaml:8:8: LC906 changed-since-announced: ")
    assert "LC906" not in labcamp("export-ics", "3", *DAY).err


def test_a_dry_run_and_a_second_run_write_nothing(private: Path, labcamp: Labcamp) -> None:
    call = ("export-ics", "11", "--participants", *DAY)
    assert labcamp(*call, "--dry-run").out.splitlines() == [
        "new        private/out/labcamp-11/participants.ics",
        "A dry run: nothing is written. Without --dry-run it will be.",
    ]
    assert not (private.parent / "out").exists()
    labcamp(*call)
    assert labcamp(*call).out.splitlines()[0] == "unchanged  private/out/labcamp-11/participants.ics"
