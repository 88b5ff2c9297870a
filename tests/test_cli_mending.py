"""`check --fix`: it shows what changes, writes it, and tells what is left."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp

from labcamp.commands import check as mending

PLAIN = """\
contact: treffen@labor.example
imprint: https://labor.example/impressum
newsletter: {unsubscribe: https://labor.example/abmelden}
"""
SERIES = f"id: treff\ntitle: Treff\ndomain: example.org\n{PLAIN}"
ORGANISATIONS = "werkstatt: {name: Werkstatt, ort: Hamburg}\n"
EVENT = (
    b"\xef\xbb\xbf# Entwurf\r\nnummer: 3\r\ntheme: Labore #4  # so\r\n"
    b"datum: 11.03.2027\r\nzeit: 9.30 bis 12 Uhr  \r\nstatus: confirmd"
)
MENDED = (
    b'\xef\xbb\xbf# Entwurf\r\nnumber: 3\r\ntheme: "Labore #4"  # so\r\n'
    b"date: 2027-03-11\r\ntime: 09:30-12:00\r\nstatus: confirmd\r\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A series in which much can be mended; it is the current folder."""
    events = tmp_path / "treffen" / "events"
    events.mkdir(parents=True)
    monkeypatch.chdir(events.parent)
    (events / "series.yaml").write_text(SERIES, "utf-8")
    (events / "organisations.yaml").write_text(ORGANISATIONS, "utf-8")
    (events / "treff-3.yaml").write_bytes(EVENT)
    (events / "treff-4.yaml").write_text("number: 4\ndate: [\n", "utf-8")
    return events


def contents(folder: Path) -> dict[str, bytes]:
    """Each file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_it_shows_what_changes_writes_it_and_tells_what_is_left(folder: Path, labcamp: Labcamp) -> None:
    before = contents(folder)
    result = labcamp("check", "--fix", "--today", TODAY)
    assert contents(folder) == before | {
        "organisations.yaml": b"werkstatt: {name: Werkstatt, place: Hamburg}\n",
        "treff-3.yaml": MENDED,
    }
    assert result.code == 1
    assert [line.split(": ")[:2] for line in result.err.splitlines() if not line.startswith(" ")] == [
        ["events/treff-3.yaml:6:9", "LC209 not-one-of"],
        ["events/treff-4.yaml:2:7", "LC117 open-bracket"],
        ["2 errors"],
    ]


def test_a_second_time_there_is_nothing_left_to_mend(folder: Path, labcamp: Labcamp) -> None:
    labcamp("check", "--fix", "--today", TODAY)
    before = contents(folder)
    result = labcamp("check", "--fix", "--today", TODAY)
    assert result.out.splitlines()[0] == "There is nothing here that could be mended without you."
    assert contents(folder) == before


def test_a_dry_run_shows_the_same_and_writes_nothing(folder: Path, labcamp: Labcamp) -> None:
    before = contents(folder)
    dry = labcamp("check", "--fix", "--dry-run", "--today", TODAY)
    assert contents(folder) == before
    assert dry.code == 1
    real = labcamp("check", "--fix", "--today", TODAY)
    difference = dry.out[: dry.out.index("A dry run")]
    assert real.out.startswith(difference)
    assert dry.out.splitlines()[-1].startswith("`labcamp check --fix` mends some of it")


@pytest.mark.skipif(shutil.which("patch") is None, reason="no patch here")
def test_what_it_shows_is_a_patch_that_any_program_can_apply(folder: Path, labcamp: Labcamp) -> None:
    (folder / "treff-3.yaml").write_bytes(EVENT.replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf"))
    shown = labcamp("check", "--fix", "--dry-run", "--today", TODAY).out
    patch = shown[: shown.index("A dry run")].encode()
    subprocess.run(["patch", "-s", "-p0"], input=patch, check=True)
    assert (folder / "treff-3.yaml").read_bytes() == MENDED.replace(b"\r\n", b"\n").removeprefix(b"\xef\xbb\xbf")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("options", [(), ("--fix", "--dry-run"), ("--fix",)], ids=["plain", "dry-run", "fix"])
def test_what_stands_on_the_screen(
    options: tuple[str, ...],
    language: str,
    folder: Path,
    labcamp: Labcamp,
    golden: Callable[[str, bytes], None],
) -> None:
    result = labcamp("check", *options, "--lang", language, "--today", TODAY)
    name = "-".join(["check", *(option.strip("-") for option in options)])
    golden(f"screens/{name}.{language}.txt", f"{result.out}{'-' * 80}\n{result.err}".encode())


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_last_line_says_how_it_stands(language: str, folder: Path, labcamp: Labcamp) -> None:
    (folder / "treff-4.yaml").unlink()
    wrong = labcamp("check", "--lang", language, "--today", TODAY)
    (folder / "treff-3.yaml").write_bytes(MENDED)
    (folder / "organisations.yaml").unlink()
    left = labcamp("check", "--lang", language, "--today", TODAY)
    (folder / "treff-3.yaml").write_bytes(MENDED.replace(b"confirmd", b"draft"))
    fine = labcamp("check", "--lang", language, "--today", TODAY)
    (folder / "series.yaml").write_text(SERIES.replace(PLAIN, ""), "utf-8")
    advice = labcamp("check", "--lang", language, "--today", TODAY)
    said = {
        "de": [
            "„labcamp check --fix“ bessert einiges davon aus, den Rest ihr. Dann noch einmal: labcamp check",
            "Bessert das in den Dateien aus, dann noch einmal: labcamp check",
            "Treffen geprüft: 1. Keine Fehler. Weiter: labcamp build",
            "Treffen geprüft: 1. Keine Fehler. Weiter: labcamp build",
        ],
        "en": [
            "`labcamp check --fix` mends some of it; put the rest right. Then again: labcamp check",
            "Put this right in the files, then again: labcamp check",
            "Events checked: 1. No errors. Next: labcamp build",
            "Events checked: 1. No errors. Next: labcamp build",
        ],
    }
    assert [result.out.splitlines() for result in (wrong, left, fine, advice)] == [[line] for line in said[language]]
    assert [result.code for result in (wrong, left, fine, advice)] == [1, 1, 0, 0]


@pytest.mark.parametrize("form", ["json", "github"])
def test_for_programs_the_changes_stand_beside_the_findings(form: str, folder: Path, labcamp: Labcamp) -> None:
    result = labcamp("check", "--fix", "--format", form, "--today", TODAY)
    assert result.code == 1
    assert result.err.startswith("--- events/organisations.yaml\n+++ events/organisations.yaml\n")
    assert (folder / "treff-3.yaml").read_bytes() == MENDED
    if form == "json":
        assert [found["code"] for found in json.loads(result.out)] == ["LC209", "LC117"]
    else:
        assert [line.partition("title=")[2][:5] for line in result.out.splitlines()] == ["LC209", "LC117"]


def test_a_file_that_is_locked_is_told_and_the_others_are_mended(folder: Path, labcamp: Labcamp) -> None:
    (folder / "organisations.yaml").chmod(0o444)
    result = labcamp("check", "--fix", "--today", TODAY)
    assert result.code == 1
    assert "events/organisations.yaml: LC005 cannot-write: cannot be written (" in result.err
    assert "--out" not in result.err  # which would not help
    assert (folder / "organisations.yaml").read_text("utf-8") == ORGANISATIONS
    assert (folder / "treff-3.yaml").read_bytes() == MENDED


@pytest.mark.shows("LC020")
def test_a_file_that_changes_meanwhile_is_told_and_the_others_are_mended(
    folder: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = mending.changes

    def meanwhile(file: mending.File) -> list[str]:
        if file.path.name == "treff-3.yaml":
            file.path.write_bytes(EVENT + b" # noch etwas")
        return shown(file)

    monkeypatch.setattr(mending, "changes", meanwhile)
    result = labcamp("check", "--fix", "--today", TODAY)
    assert result.code == 1
    assert "events/treff-3.yaml: LC020 changed-meanwhile: " in result.err
    assert (folder / "treff-3.yaml").read_bytes() == EVENT + b" # noch etwas"
    assert b"place: Hamburg" in (folder / "organisations.yaml").read_bytes()


def test_what_is_private_is_never_touched(folder: Path, labcamp: Labcamp) -> None:
    private = folder.parent / "private"
    private.mkdir()
    (private / "treff-3.yaml").write_text("delete_after: 11.3.2027  ", "utf-8")
    labcamp("check", "--fix", "--today", TODAY)
    assert contents(private) == {"treff-3.yaml": b"delete_after: 11.3.2027  "}


def test_in_an_empty_folder_the_check_says_what_is_missing(tmp_path: Path, labcamp: Labcamp) -> None:
    result = labcamp("check", "--fix", "--root", tmp_path)
    assert (result.code, result.out.count("\n"), "LC001 no-events" in result.err) == (1, 1, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.shows("LC019")
@pytest.mark.parametrize(
    ("options", "option", "other"),
    [
        ("--dry-run", "--dry-run", "--fix"),
        ("--stdin", "--stdin", "--filename"),
        ("--stdin --filename=", "--stdin", "--filename"),
        ("--filename events/a.yaml", "--filename", "--stdin"),
        ("--fix --filename events/a.yaml", "--filename", "--stdin"),
    ],
)
def test_an_option_that_belongs_to_another_is_not_taken_alone(
    options: str, option: str, other: str, folder: Path, labcamp: Labcamp
) -> None:
    before = contents(folder)
    result = labcamp("check", *options.split())
    assert (result.code, result.out, contents(folder)) == (2, "", before)
    assert result.err == (
        f"{option}: LC019 option-alone: {option} works only together with {other}\n"
        f"    hint: add {other}, or leave {option} out\n1 error\n"
    )


def test_the_real_series_has_nothing_to_mend(workspace: Path, labcamp: Labcamp) -> None:
    before = contents(workspace / "events")
    result = labcamp("check", "--fix", "--today", TODAY)
    assert result.out.splitlines()[0] == "There is nothing here that could be mended without you."
    assert contents(workspace / "events") == before


def test_what_init_has_written_has_nothing_to_mend_either(tmp_path: Path, labcamp: Labcamp) -> None:
    assert labcamp("init", tmp_path / "neu", "--today", TODAY).code == 0
    result = labcamp("check", "--fix", "--root", tmp_path / "neu", "--today", TODAY)
    assert result.out.splitlines()[0] == "There is nothing here that could be mended without you."
