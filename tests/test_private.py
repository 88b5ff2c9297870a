"""What is wrong with a private file is told by its place, and never by what stands there."""

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp

WRONG = """\
join: {url: verkennbar, passcode: verkennbar}
delete_after: verkennbar
Verkennbar: x
contacts:
  - {name: a, Verkennbar: b}
columns: {verkennbar: c, email: d, email: e}
"""


@pytest.fixture
def file(workspace: Path) -> Path:
    """The private file of LabCamp #11."""
    path = workspace / "private/labcamp-11.yaml"
    path.parent.mkdir()
    return path


def test_check_tells_what_is_wrong_with_a_private_file_and_nothing_that_stands_in_it(
    file: Path, labcamp: Labcamp
) -> None:
    file.write_text(WRONG.replace(", email: e", ""), "utf-8")
    result = labcamp("check", "--today", TODAY)
    told = [line.split(": ")[:2] for line in result.err.splitlines() if line.startswith("private/")]
    assert (result.code, told) == (
        1,
        [
            ["private/labcamp-11.yaml:1:13", "LC210 not-a-link"],
            ["private/labcamp-11.yaml:2:15", "LC206 not-a-date"],
            ["private/labcamp-11.yaml:3:1", "LC202 unknown-key"],
            ["private/labcamp-11.yaml:5:15", "LC202 unknown-key"],
            ["private/labcamp-11.yaml:6:11", "LC202 unknown-key"],
        ],
    )
    assert "verkennbar" not in (result.out + result.err).casefold()


@pytest.mark.parametrize(
    "text", ["verkennbar: a\nverkennbar: b\n", "verkennbar\n", "verkennbar: [\n", "verkennbar: &a b\n"]
)
@pytest.mark.parametrize("command", ["check", "render-mail reminder", "export-ics --participants", "people"])
def test_a_private_file_that_cannot_be_read_is_told_without_what_it_says(
    text: str, command: str, file: Path, labcamp: Labcamp
) -> None:
    file.write_text(text, "utf-8")
    file.with_suffix(".csv").write_text("E-Mail\nida@example.org\n", "utf-8")
    event = () if command == "check" else ("11",)
    result = labcamp(*command.split(), *event, "--today", TODAY)
    assert (result.code, "private/labcamp-11.yaml:" in result.err) == (1, True)
    assert "verkennbar" not in (result.out + result.err).casefold()


def test_a_private_file_that_is_right_is_not_spoken_of(file: Path, labcamp: Labcamp) -> None:
    file.write_text("join: {url: https://meet.example.org}\n", "utf-8")
    assert "private" not in labcamp("check", "--today", TODAY).err


def test_a_key_that_labcamp_knows_is_named(file: Path, labcamp: Labcamp) -> None:
    file.write_text("join: {url: x}\njoin: {url: y}\n", "utf-8")
    assert "'join'" in labcamp("check", "--today", TODAY).err


@pytest.mark.shows("LC518")
@pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
def test_check_tells_that_git_tracks_what_is_private(file: Path, labcamp: Labcamp) -> None:
    file.write_text("join: {url: https://meet.example.org}\n", "utf-8")
    (file.parent / "verkennbar.csv").write_text("", "utf-8")
    assert "LC518" not in labcamp("check", "--today", TODAY).err
    subprocess.run(["git", "init", "-q"], check=True)
    assert "LC518" not in labcamp("check", "--today", TODAY).err
    subprocess.run(["git", "add", "private"], check=True)
    result = labcamp("check", "--today", TODAY)
    assert result.code == 1
    assert "private: LC518 private-in-git: git tracks private files here (2); " in result.err
    assert "verkennbar" not in result.err
