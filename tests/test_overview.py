"""`labcamp` by itself: how the series stands, or how to begin; and where the series is found."""

import shlex
from pathlib import Path

import pytest
from conftest import Labcamp

SERIES = "id: runde\ntitle: Runde\ndomain: example.org\n"
EVENT = """\
number: 3
theme: Dienste, die gefunden werden
status: confirmed
date: 2027-03-11
time: 14:00-17:00
place: online
agenda:
  - {title: Ankommen, minutes: 30}
registration: {url: https://example.org/3, until: 2027-03-04}
"""


@pytest.fixture
def runde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A series with one event, in a folder whose name has a blank and an umlaut; it is the current one."""
    root = tmp_path / "Büro Ablage"
    (root / "events").mkdir(parents=True)
    (root / "events/series.yaml").write_text(SERIES, "utf-8")
    (root / "events/runde-3.yaml").write_text(EVENT, "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("LABCAMP_LANG", "de")
    return root


def test_labcamp_alone_says_in_five_lines_how_the_series_stands(runde: Path, labcamp: Labcamp) -> None:
    result = labcamp("--today", "2027-01-04")
    title, _, *lines, _, more = result.out.splitlines()
    assert (result.code, result.err, title) == (0, "", "Runde")
    assert [line[:13].rstrip() for line in lines] == ["Das nächste", "Es fehlt", "Mails", "Zu tun", "Dateien"]
    assert lines[0][13:] == "Runde #3: Dienste, die gefunden werden · Do 11.03.2027 · in 66 Tagen · bestätigt"
    assert lines[1][13:] == "Gastgeber, Teaser"
    assert lines[2][13:].startswith("als Nächstes: ")
    assert lines[2].endswith(". Alle: labcamp mails 3")
    assert lines[3].endswith("Alle: labcamp todo 3")
    assert lines[4][13:] == "keine Fehler; mehr sagt „labcamp check“"
    assert more == "Alle Treffen: labcamp list. Befehle: labcamp --help. Leitfaden: labcamp help."


@pytest.mark.parametrize(
    ("today", "far"),
    [("2027-03-10", "morgen"), ("2027-03-11", "heute"), ("2027-01-01", "in 69 Tagen")],
)
def test_it_says_how_far_the_next_event_is(today: str, far: str, runde: Path, labcamp: Labcamp) -> None:
    assert f"Do 11.03.2027 · {far} · " in labcamp("--today", today).out


def test_an_event_of_several_days_has_begun(runde: Path, labcamp: Labcamp) -> None:
    file = runde / "events/runde-3.yaml"
    file.write_text(EVENT.replace("2027-03-11\n", "2027-03-11/2027-03-12\n"), "utf-8")
    assert "11.03.2027–12.03.2027 · läuft · " in labcamp("--today", "2027-03-12").out


def test_after_the_last_event_it_says_how_to_begin_the_next(runde: Path, labcamp: Labcamp) -> None:
    lines = labcamp("--today", "2028-01-01").out.splitlines()
    assert lines[2] == "Das nächste  Kein Treffen geplant. Das nächste legt „labcamp new-event“ an."


def test_what_is_wrong_is_counted(runde: Path, labcamp: Labcamp) -> None:
    (runde / "events/runde-4.yaml").write_text("number: vier\n", "utf-8")
    assert "Dateien      1 Fehler. Wo: labcamp check" in labcamp("--today", "2027-01-04").out


def test_an_empty_folder_is_told_the_three_ways_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, labcamp: Labcamp
) -> None:
    monkeypatch.chdir(tmp_path)
    assert labcamp("--lang", "de") == (
        0,
        "Hier liegt noch keine Reihe. Drei Wege, anzufangen:\n"
        "  labcamp init               legt hier eine neue an und fragt nach dem Nötigsten\n"
        "  labcamp init --from DATEI  übernimmt die Treffen aus einem Kalender oder einer Liste\n"
        "  labcamp init --yes         legt hier ein Beispiel an, zum Ansehen und Ändern\n",
        "",
    )


@pytest.mark.parametrize("below", ["events", "out/runde-3", "events/announced", "a/b/c"])
def test_the_series_is_found_from_anywhere_below_it(
    below: str, runde: Path, monkeypatch: pytest.MonkeyPatch, labcamp: Labcamp
) -> None:
    (runde / below).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(runde / below)
    assert labcamp("show", "3", "--today", "2027-01-04").out.startswith("Runde #3: Dienste")
    up = "/".join([".."] * len(Path(below).parts))
    assert labcamp("export-ics", "3", "--today", "2027-01-04").out.startswith(f"angelegt     {up}/out/runde-3/")
    assert not list((runde / below).rglob("out"))


def test_a_folder_with_events_of_its_own_is_the_one_that_is_meant(
    runde: Path, monkeypatch: pytest.MonkeyPatch, labcamp: Labcamp
) -> None:
    inner = runde / "inner"
    (inner / "events").mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert labcamp("list").err.startswith("events: LC001")


@pytest.mark.shows("LC052")
@pytest.mark.parametrize(("below", "folder"), [("events", ()), (".", ("inner",)), ("a", ("b/c",))])
def test_no_series_begins_inside_another(
    below: str, folder: tuple[str, ...], runde: Path, monkeypatch: pytest.MonkeyPatch, labcamp: Labcamp
) -> None:
    (runde / below).mkdir(exist_ok=True)
    before = set(runde.rglob("*"))
    monkeypatch.chdir(runde / below)
    result = labcamp("init", *folder, "--yes")
    assert (result.code, result.out) == (2, "")
    assert "LC052 inside-a-series: der Ordner liegt in einer Reihe, die es schon gibt: " in result.err
    assert set(runde.rglob("*")) == before


@pytest.mark.shows("LC044")
def test_a_file_in_a_folder_that_means_nothing_is_named(runde: Path, labcamp: Labcamp) -> None:
    for name in ("2028/runde-20.yaml", "alt/2019/runde-1.yml", "papers/paper.yaml", "pages/ueber.yaml", "fotos/1.jpg"):
        path = runde / "events" / name
        path.parent.mkdir(parents=True)
        path.write_text("title: A\n", "utf-8")
    result = labcamp("check", "--today", "2027-01-04")
    assert result.code == 1
    told = [line.split(": ")[0] for line in result.err.splitlines() if "LC044" in line]
    assert told == ["events/2028/runde-20.yaml", "events/alt/2019/runde-1.yml"]
    assert "Tipp: schiebt sie nach events/runde-20.yaml;" in result.err


def test_the_closing_line_of_init_can_be_pasted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, labcamp: Labcamp
) -> None:
    monkeypatch.chdir(tmp_path)
    last = labcamp("init", "Makerspace Runde's", "--yes", "--lang", "en").out.splitlines()[-1]
    root = last.split("labcamp build --root ")[1]
    assert shlex.split(root) == ["Makerspace Runde's"]
    assert labcamp("init", "Büro", "--yes", "--lang", "en").out.splitlines()[-1].endswith(" --root Büro")
