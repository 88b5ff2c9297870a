"""Which event a person means, and what `list` and `show` say."""

from pathlib import Path

import pytest
from conftest import TODAY, Labcamp


@pytest.mark.parametrize(
    ("wanted", "heading"),
    [
        ("labcamp-10", "LabCamp #10: Vier Jahre LabCamp und ein Positionspapier"),
        ("10", "LabCamp #10: Vier Jahre LabCamp und ein Positionspapier"),
        ("#10", "LabCamp #10: Vier Jahre LabCamp und ein Positionspapier"),
        ("events/labcamp-10.yaml", "LabCamp #10: Vier Jahre LabCamp und ein Positionspapier"),
        ("last", "LabCamp #10: Vier Jahre LabCamp und ein Positionspapier"),
        ("next", "LabCamp #11: Labore nach dem Projekt"),
    ],
)
def test_an_event_is_named_by_id_number_or_place_in_time(
    wanted: str, heading: str, workspace: Path, labcamp: Labcamp
) -> None:
    result = labcamp("show", wanted, "--today", TODAY)
    assert (result.code, result.out.splitlines()[0]) == (0, heading)


def test_without_a_name_it_is_the_next_event_drafts_included(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("show", "--today", TODAY).out.splitlines()[1] == "labcamp-11 · draft"


def test_when_nothing_comes_up_it_is_the_last_event(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("show", "--today", "2028-01-01").out.splitlines()[1].startswith("labcamp-11")


def test_next_and_last_skip_what_is_cancelled(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/labcamp-12.yaml").write_text("number: 12\nstatus: cancelled\nreason: x\ndate: 2026-12-01\n")
    assert labcamp("show", "next", "--today", TODAY).out.splitlines()[1] == "labcamp-11 · draft"


@pytest.mark.shows("LC008")
def test_an_unknown_event_names_the_nearest(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("show", "labcmp-10", "--today", TODAY) == (
        2,
        "",
        "LC008 unknown-event: there is no 'labcmp-10' here\n"
        "    hint: did you mean 'labcamp-10'? `labcamp list` shows all\n"
        "1 error\n",
    )


def test_an_event_that_cannot_be_read_says_why(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/labcamp-12.yaml").write_text("number: 12\nstatus: fest\n")
    result = labcamp("show", "labcamp-12", "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("events/labcamp-12.yaml:2:9: LC209 not-one-of: ")


def test_where_there_is_no_event_at_all_it_says_how_to_make_one(workspace: Path, labcamp: Labcamp) -> None:
    for path in (workspace / "events").glob("labcamp-*.yaml"):
        path.unlink()
    result = labcamp("show", "--today", TODAY)
    assert (result.code, result.err.splitlines()[1]) == (2, "    hint: `labcamp new-event` makes one")


def test_list_says_everything_in_one_line_an_event(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("list", "--today", TODAY)
    lines = {line.split()[0]: " ".join(line.split()[1:]) for line in result.out.splitlines()[2:-1]}
    assert (result.code, result.err) == (0, "")
    assert lines["4"] == "2021-07-02 Fri online stadtLABOR Soest held yes none due yes none yes"
    assert (
        lines["labcamp-barcelona"]
        == "2022-11 Barcelona CityLAB Berlin, Politics for Tomorrow held yes none due partly none partly day"
    )
    assert (
        lines["11"]
        == "2027-03-11 Thu online CityLAB Berlin, Politics for Tomorrow draft none due none none partly registration"
    )
    assert result.out.splitlines()[-1] == "Look at one event: labcamp show 11"


def test_list_says_what_a_bare_draft_still_lacks(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/labcamp-12.yaml").write_text("number: 12\n")
    assert " ".join(labcamp("list", "--today", TODAY).out.splitlines()[-2].split()) == (
        "12 draft none none due none none no date, time, place, hosts, summary, agenda, registration"
    )


def test_list_shows_what_can_be_read_and_tells_what_cannot(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/labcamp-12.yaml").write_text("number: zwölf\n")
    result = labcamp("list", "--today", TODAY)
    assert result.code == 1
    assert len(result.out.splitlines()) == 2 + 8
    assert result.err.startswith("events/labcamp-12.yaml:1:9: LC208 not-a-number: ")


def test_list_prints_titles_as_they_are(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/odd.yaml").write_text('title: T\nplace: "[bold]x[/bold] :smile:"\n')
    assert "[bold]x[/bold] :smile:" in labcamp("list", "--today", TODAY).out


def test_show_says_all_that_is_known_of_an_event(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "out/labcamp-11").mkdir(parents=True)
    (workspace / "out/labcamp-11/agenda.html").touch()
    result = labcamp("show", "11", "--today", TODAY)
    lines = [" ".join(line.split()) for line in result.out.splitlines()]
    assert "When: Thu, 2027-03-11, 14:00–17:00 (Europe/Berlin)" in lines
    assert "Registration: until 2027-03-04" in lines
    assert "Agenda: 14:00–14:15 Ankommen und Check-in (CityLAB Berlin)" in lines
    assert "Files: out/labcamp-11/agenda.html" in lines
    assert "Missing: registration" in lines
    assert lines[-1] == "To change it: events/labcamp-11.yaml; to make everything from it: labcamp build"


def test_show_leaves_out_what_is_not_known(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/bare.yaml").write_text("title: Bare\n")
    assert labcamp("show", "bare", "--today", TODAY).out == (
        "Bare\n"
        "bare · draft\n"
        "\n"
        "Status:        not announced\n"
        "Missing:       date, time, place, hosts, summary, agenda, registration\n"
        "\n"
        "To change it: events/bare.yaml; to make everything from it: labcamp build\n"
    )


@pytest.mark.shows("LC011")
def test_without_any_event_there_is_none_to_show(workspace: Path, labcamp: Labcamp) -> None:
    for path in (workspace / "events").glob("labcamp-*.yaml"):
        path.unlink()
    assert labcamp("show", "--today", TODAY) == (
        2,
        "",
        "LC011 no-next-event: no event is coming up, and there has not been one\n"
        "    hint: `labcamp new-event` makes one\n"
        "1 error\n",
    )


def test_show_says_what_was_learned(workspace: Path, labcamp: Labcamp) -> None:
    path = workspace / "events/labcamp-10.yaml"
    path.write_text(f"{path.read_text('utf-8')}lessons: |\n  - Mehr Pausen.\n\n  - Weniger Folien.\n", "utf-8")
    lines = labcamp("show", "10", "--today", TODAY).out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("Lessons:"))
    assert lines[start : start + 2] == ["Lessons:       - Mehr Pausen.", "               - Weniger Folien."]


# Names that mean something else in a command


def shadowed(workspace: Path) -> None:
    """Files whose names stand for other events."""
    for name, text in {
        "next": "title: Eins",
        "last": "title: Zwei",
        "12": "number: 13",
        "labcamp-12": "number: 12",
    }.items():
        (workspace / f"events/{name}.yaml").write_text(f"{text}\n", "utf-8")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("next", "labcamp-11 · draft"),
        ("last", "labcamp-10 · held"),
        ("12", "labcamp-12 · draft"),
        ("13", "12 · draft"),
        ("events/next.yaml", "next · draft"),
        ("events/last.yaml", "last · draft"),
        ("events/12.yaml", "12 · draft"),
        ("events/0.yaml", ""),
    ],
)
def test_words_and_numbers_go_before_names_and_a_path_means_its_file(
    wanted: str, expected: str, workspace: Path, labcamp: Labcamp
) -> None:
    shadowed(workspace)
    result = labcamp("show", wanted, "--today", TODAY)
    assert [*result.out.splitlines(), "", ""][1] == expected


def test_a_name_that_is_taken_is_told_with_a_better_one(workspace: Path, labcamp: Labcamp) -> None:
    shadowed(workspace)
    (workspace / "events/labcamp-last.yaml").write_text("title: Drei\n", "utf-8")
    result = labcamp("check", "--today", TODAY)
    lines = result.err.splitlines()
    told = [(line, lines[number + 1]) for number, line in enumerate(lines) if "LC947" in line]
    taken = "LC947 name-taken: in commands '{}' stands for another event: next, last and numbers are taken"
    assert (result.code, told) == (
        0,
        [
            (f"events/12.yaml: {taken.format('12')}", "    hint: call the file labcamp-13.yaml"),
            (f"events/last.yaml: {taken.format('last')}", "    hint: call the file labcamp-last-2.yaml"),
            (f"events/next.yaml: {taken.format('next')}", "    hint: call the file labcamp-next.yaml"),
        ],
    )


def test_a_name_that_is_announced_stays_and_commands_are_proposed_with_its_path(
    workspace: Path, labcamp: Labcamp
) -> None:
    (workspace / "events/next.yaml").write_text("title: Eins\nstatus: confirmed\ndate: 2027-05-04\n", "utf-8")
    assert labcamp("announce", "events/next.yaml", "--today", TODAY).code == 0
    assert "hint: it is announced and keeps its name; in commands write events/next.yaml\n" in labcamp("check").err
    result = labcamp("todo", "events/next.yaml", "--today", TODAY)
    assert result.out.splitlines()[-1].endswith("labcamp done events/next.yaml save-the-date")
    assert labcamp("done", "events/next.yaml", "save-the-date", "--today", TODAY).code == 0


def test_the_number_of_an_event_may_be_its_name(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "events/12.yaml").write_text("number: 12\n", "utf-8")
    assert "LC947" not in labcamp("check", "--today", TODAY).err


def test_a_new_event_gets_no_name_that_is_taken(workspace: Path, labcamp: Labcamp) -> None:
    for name in ("next", "last", "12"):
        result = labcamp("new-event", "--yes", "--title", "Eins", "--id", name, "--today", TODAY)
        assert (result.code, result.err.startswith(f"--id: LC217 not-an-id: '{name}'")) == (2, True)
    for title, expected in (("Next", "next-1"), ("2030", "2030-1")):
        result = labcamp("new-event", "--yes", "--title", title, "--today", TODAY)
        assert result.out.startswith(f"created    events/{expected}.yaml\n"), result.err
