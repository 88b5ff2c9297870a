"""The workspace: the whole folder as it stands on a day, and everything that is wrong in it."""

import datetime as dt
from pathlib import Path

import pytest

from labcamp.findings import Finding, LabcampError
from labcamp.model import Event
from labcamp.model.texts import id_of
from labcamp.workspace import Workspace, before, last_event, load, next_event

TODAY = dt.date(2027, 3, 11)
SERIES = """\
id: labcamp
title: LabCamp
domain: example.org
imprint: https://example.org/impressum
newsletter: {unsubscribe: https://example.org/abmelden}
contact: treffen@example.org
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def filled(folder: Path, files: dict[str, str]) -> Workspace:
    """The workspace of a folder with a series and these files in its events/."""
    for name, text in ({"series.yaml": SERIES} | files).items():
        path = folder / "events" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return load(Path(), TODAY)


def found(workspace: Workspace) -> list[tuple[str, int, str]]:
    """Path, line and code of each finding."""
    return [(one.path, one.line, one.code) for one in workspace.findings]


def refusal(root: Path) -> Finding:
    """The one finding of a folder that is no workspace."""
    with pytest.raises(LabcampError) as caught:
        load(root, TODAY)
    (one,) = caught.value.findings
    return one


def test_a_folder_is_read_as_a_whole(folder: Path) -> None:
    workspace = filled(
        folder,
        {"organisations.yaml": "citylab: CityLAB\n", "labcamp-1.yaml": "number: 1\ndate: 2027-03-11\nhosts: citylab\n"},
    )

    assert (workspace.root, workspace.today, workspace.findings, workspace.errors) == (Path(), TODAY, (), ())
    assert workspace.series.title == "LabCamp"
    assert list(workspace.organisations) == ["citylab"]
    assert [(event.id, event.title, event.hosts[0].name) for event in workspace.events] == [
        ("labcamp-1", "LabCamp #1", "CityLAB")
    ]


def test_the_findings_of_all_files_are_told_in_one_run(folder: Path) -> None:
    workspace = filled(
        folder,
        {
            "series.yaml": f"{SERIES}accent: blau\n",
            "organisations.yaml": "citylab: {nam: CityLAB}\n",
            "labcamp-1.yaml": "number: 1\ndate: 2027-02-30\nhosts: [citylab, nextlab]\n",
            "labcamp-2.yaml": "number: 2\ntheme: 'offen\n",
            "labcamp-3.yaml": "number: 3\ntime: 17:00-14:00\n",
        },
    )

    assert found(workspace) == [
        ("events/labcamp-1.yaml", 2, "LC206"),
        ("events/labcamp-1.yaml", 3, "LC212"),
        ("events/labcamp-2.yaml", 2, "LC112"),
        ("events/labcamp-3.yaml", 2, "LC305"),
        ("events/organisations.yaml", 1, "LC201"),
        ("events/organisations.yaml", 1, "LC202"),
        ("events/series.yaml", 7, "LC214"),
    ]


def test_a_broken_file_does_not_hide_the_other_events(folder: Path) -> None:
    workspace = filled(
        folder, {"a.yaml": "title: 'A\n", "b.yaml": "title: B\n", "c.yaml": "titel: C\n", "d.yaml": "title: D\n"}
    )

    assert [event.id for event in workspace.events] == ["b", "d"]
    assert found(workspace) == [
        ("events/a.yaml", 1, "LC112"),
        ("events/c.yaml", 1, "LC201"),
        ("events/c.yaml", 1, "LC202"),
    ]


def test_broken_organisations_do_not_make_every_host_unknown(folder: Path) -> None:
    workspace = filled(folder, {"organisations.yaml": "citylab: 'CityLAB\n", "a.yaml": "title: A\nhosts: citylab\n"})

    assert found(workspace) == [("events/organisations.yaml", 1, "LC112")]
    assert workspace.events[0].hosts[0].name == "citylab"


def test_without_organisations_a_host_is_unknown(folder: Path) -> None:
    workspace = filled(folder, {"a.yaml": "title: A\nhosts: citylab\n"})

    assert found(workspace) == [("events/a.yaml", 2, "LC212")]


def test_a_broken_series_does_not_hide_the_findings_of_events(folder: Path) -> None:
    workspace = filled(folder, {"series.yaml": "title: 'LabCamp\n", "a.yaml": "title: A\ndatum: 2027-03-11\n"})

    assert found(workspace) == [("events/a.yaml", 2, "LC202"), ("events/series.yaml", 1, "LC112")]


def test_advice_is_no_error(folder: Path) -> None:
    text = "id: labcamp\ntitle: LabCamp\ndomain: example.org\n"
    workspace = filled(folder, {"series.yaml": text, "a.yaml": "title: A\nstatus: cancelled\n"})

    assert found(workspace) == [
        ("events/a.yaml", 2, "LC904"),
        ("events/series.yaml", 0, "LC890"),
        ("events/series.yaml", 0, "LC902"),
        ("events/series.yaml", 0, "LC903"),
    ]
    assert workspace.errors == ()


def test_a_rule_is_switched_off_in_the_series_for_all_files(folder: Path) -> None:
    workspace = filled(
        folder,
        {
            "series.yaml": f"{SERIES}rules:\n  number-twice: Zwei Reihen.\n  end-before-start: Nachts.\n",
            "a.yaml": "number: 1\ntime: 22:00-02:00\n",
            "b.yaml": "number: 1\ntime: nachts\n",
        },
    )

    assert found(workspace) == [("events/b.yaml", 2, "LC207")]


def test_a_number_given_twice_is_told_at_the_later_event(folder: Path) -> None:
    workspace = filled(
        folder,
        {
            "a.yaml": "number: 1\ndate: 2027-09-16\n",
            "b.yaml": "number: 1\ndate: 2027-03-11\n",
            "c.yaml": "number: 1\ndate: 2028-03-11\n",
        },
    )

    assert workspace.findings == (
        Finding("events/a.yaml", 1, 9, "LC311", (("other", "events/b.yaml"), ("value", "1"))),
        Finding("events/c.yaml", 1, 9, "LC311", (("other", "events/b.yaml"), ("value", "1"))),
    )


# what is no workspace


def test_an_empty_folder_has_no_events(folder: Path) -> None:
    assert refusal(Path()) == Finding("events", 0, 0, "LC001")


def test_a_folder_without_text_files_has_no_events(folder: Path) -> None:
    (folder / "events").mkdir()
    for name in ("README.md", ".hidden.yaml", "~labcamp.yaml", "labcamp.txt", "labcamp-yaml"):
        (folder / "events" / name).write_text("title: A\n", "utf-8")

    assert refusal(Path()) == Finding("events", 0, 0, "LC001")


def test_a_file_where_the_folder_should_be_is_named(folder: Path) -> None:
    (folder / "events").write_text("title: A\n", "utf-8")

    assert refusal(Path()) == Finding("events", 0, 0, "LC002")


def test_the_folder_is_named_as_it_was_given(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere").path == f"{tmp_path.as_posix()}/nowhere/events"


def test_a_series_without_events_is_advice_only(folder: Path) -> None:
    workspace = filled(folder, {})

    assert (found(workspace), workspace.errors, workspace.events) == ([("events", 0, "LC905")], (), ())


def test_events_without_a_series_are_read_all_the_same(folder: Path) -> None:
    (folder / "events").mkdir()
    (folder / "events/a.yaml").write_text("title: A\ntime: bald\n", "utf-8")

    workspace = load(Path(), TODAY)

    assert found(workspace) == [("events/a.yaml", 2, "LC207"), ("events/series.yaml", 0, "LC010")]


def test_a_folder_that_is_called_like_a_file_is_unreadable_and_hides_nothing(folder: Path) -> None:
    (folder / "events/a.yaml").mkdir(parents=True)

    workspace = filled(folder, {"b.yaml": "title: B\ntime: bald\n"})

    assert found(workspace) == [("events/a.yaml", 0, "LC003"), ("events/b.yaml", 2, "LC207")]


# names of files


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("LabCamp 12.yaml", "labcamp-12.yaml"),
        ("LabCamp #12 Köln.yaml", "labcamp-12-koeln.yaml"),
        ("labcamp_12.yaml", "labcamp-12.yaml"),
        ("labcamp-12.yml", "labcamp-12.yaml"),
        ("labcamp-12.YAML", "labcamp-12.yaml"),
        ("labcamp-12.yaml.txt", "labcamp-12.yaml"),
        ("-.yaml", "event.yaml"),
        ("a\u0308.yaml", "ae.yaml"),
    ],
)
def test_a_file_name_that_is_no_id_is_found_and_the_file_is_read(folder: Path, name: str, proposal: str) -> None:
    workspace = filled(folder, {name: "title: A\n"})

    (one,) = workspace.findings
    assert one == Finding(f"events/{Path(one.path).name}", 0, 0, "LC004", (("proposal", proposal),))
    assert [event.id for event in workspace.events] == [proposal.removesuffix(".yaml")]


def test_a_name_that_is_taken_is_not_proposed(folder: Path) -> None:
    workspace = filled(folder, {"a.yaml": "number: 1\n", "a.yml": "number: 1\n", "a-2.yaml": "number: 2\n"})

    assert workspace.findings == (
        Finding("events/a.yml", 0, 0, "LC004", (("proposal", "a-3.yaml"),)),
        Finding("events/a.yml", 1, 9, "LC311", (("other", "events/a.yaml"), ("value", "1"))),
    )


def test_a_series_under_a_wrong_name_is_read_as_the_series(folder: Path) -> None:
    (folder / "events").mkdir()
    (folder / "events/series.yml").write_text(SERIES, "utf-8")
    (folder / "events/organisations.yml").write_text("citylab: CityLAB\n", "utf-8")
    (folder / "events/a.yaml").write_text("number: 1\nhosts: citylab\n", "utf-8")

    workspace = load(Path(), TODAY)

    assert found(workspace) == [("events/organisations.yml", 0, "LC004"), ("events/series.yml", 0, "LC004")]
    assert [event.title for event in workspace.events] == ["LabCamp #1"]


@pytest.mark.parametrize("name", ["labcamp-12", "labcamp--12", "labcamp-", "1"])
def test_an_id_stays_as_it_is(name: str) -> None:
    assert id_of(name) == name


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("LabCamp #12 Köln", "labcamp-12-koeln"),
        ("Straße", "strasse"),
        ("Déjà vu", "deja-vu"),
        ("東京", "event"),
        ("", "event"),
    ],
)
def test_any_name_has_a_nearest_id(name: str, id_: str) -> None:
    assert id_of(name) == id_


# which event


EVENTS = {
    "old.yaml": "title: Old\nstatus: confirmed\ndate: 2026-09-10\n",
    "called-off.yaml": "title: Called off\nstatus: cancelled\nreason: Schnee\ndate: 2027-03-01\n",
    "forgotten.yaml": "title: Forgotten\nstatus: draft\ndate: 2027-03-05\n",
    "today.yaml": "title: Today\nstatus: confirmed\ndate: 2027-03-11\n",
    "not-to-be.yaml": "title: Not to be\nstatus: cancelled\nreason: Hitze\ndate: 2027-03-11\ntime: 9:00-10:00\n",
    "planned.yaml": "title: Planned\nstatus: draft\ndate: 2027-09\n",
    "some-day.yaml": "title: Some day\n",
}


def ids(*events: Event | None) -> list[str]:
    """The ids of events, `-` for none."""
    return [event.id if event else "-" for event in events]


def test_events_stand_in_the_order_of_time_whatever_their_files_are_called(folder: Path) -> None:
    assert ids(*filled(folder, EVENTS).events) == [
        "old",
        "called-off",
        "forgotten",
        "today",
        "not-to-be",
        "planned",
        "some-day",
    ]


def test_next_is_the_first_event_that_is_not_over_and_not_cancelled(folder: Path) -> None:
    workspace = filled(folder, EVENTS)

    assert ids(next_event(workspace), last_event(workspace)) == ["today", "forgotten"]


def test_a_day_later_today_was_the_last_one_and_a_draft_is_next(folder: Path) -> None:
    filled(folder, EVENTS)
    workspace = load(Path(), TODAY + dt.timedelta(days=1))

    assert ids(next_event(workspace), last_event(workspace)) == ["planned", "today"]


def test_long_after_all_of_them_what_has_no_date_is_still_to_come(folder: Path) -> None:
    filled(folder, EVENTS)
    workspace = load(Path(), dt.date(2030, 1, 1))

    assert ids(next_event(workspace), last_event(workspace)) == ["some-day", "planned"]


def test_where_nothing_was_and_nothing_comes_there_is_none(folder: Path) -> None:
    workspace = filled(folder, {"a.yaml": "title: A\nstatus: cancelled\nreason: Schnee\n"})

    assert ids(next_event(workspace), last_event(workspace)) == ["-", "-"]


def test_the_event_before_another_one_was_held(folder: Path) -> None:
    filled(folder, EVENTS)
    workspace = load(Path(), dt.date(2027, 6, 1))

    assert {event.id: ids(before(workspace, event))[0] for event in workspace.events} == {
        "old": "-",
        "called-off": "old",
        "forgotten": "old",
        "today": "old",
        "not-to-be": "today",
        "planned": "today",
        "some-day": "today",
    }


def test_an_event_that_is_still_to_come_is_not_before_another(folder: Path) -> None:
    workspace = filled(folder, EVENTS)

    assert ids(before(workspace, workspace.events[-1])) == ["old"]
