"""What git tracks and should not: `check` names the file and how many people, never who they are."""

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
# There is no such domain; those that RFC 2606 reserves do not count.
PEOPLE = [f"verkennmensch{number}@verkennt.nirgends.invalid.lab" for number in range(5)]
HEADER = "Name;E-Mail\n"


def rows(people: list[str]) -> str:
    return HEADER + "".join(f"Verkennt;{address}\n" for address in people)


def found(labcamp: Labcamp, workspace: Path, files: dict[str, str | bytes]) -> list[str]:
    """The lines about lists of people, once these files are tracked."""
    for name, content in files.items():
        path = workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    subprocess.run(["git", "init", "-q"], cwd=workspace, check=True)
    subprocess.run(["git", "add", "-f", "--", *files], cwd=workspace, check=True)
    result = labcamp("check", "--root", workspace, "--today", TODAY)
    assert "verkenn" not in (result.out + result.err).casefold()
    return [line for line in result.err.splitlines() if "LC519" in line]


SAID = "LC519 addresses-in-git: git tracks this file, and it looks like a list of people (mail addresses in it: {})"


@pytest.mark.shows("LC519")
@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("liste.csv", rows(PEOPLE), "5"),
        ("a/b/LISTE.TSV", rows(PEOPLE[:3]).replace(";", "\t"), "3"),
        ("unicode.csv", rows(PEOPLE).encode("utf-16"), "5"),
        ("latin.csv", rows(PEOPLE).replace("Name", "Größe").encode("cp1252"), "5"),
        ("liste.txt", rows(PEOPLE), "5"),
        ("mail.eml", "To: " + ", ".join(PEOPLE), "5"),
        ("post.mbox", "".join(f"From x\nTo: {address}\n\nHallo\n" for address in PEOPLE), "5"),
        ("kontakte.vcf", "".join(f"EMAIL:{address}\n" for address in PEOPLE), "5"),
        ("Anmeldungen.xlsx", b"PK", "–"),
        ("Teilnehmendenliste 2027.ods", b"PK", "–"),
        ("Gäste.xls", b"PK", "–"),
        ("Ga\u0308ste.xls", b"PK", "–"),
        ("participants.csv", "Name\nVerkennt\n", "–"),
        ("attendees.csv", rows(PEOPLE[:1]), "1"),
    ],
)
def test_a_list_of_people_is_told_with_how_many_they_are(
    name: str, content: str | bytes, count: str, workspace: Path, labcamp: Labcamp
) -> None:
    lines = found(labcamp, workspace, {name: content})
    assert [line.replace("a\u0308", "ä") for line in lines] == [
        f"{(workspace / name).as_posix()}: {SAID.format(count)}".replace("a\u0308", "ä")
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("liste.csv", rows(PEOPLE[:2])),
        ("liste.csv", rows([PEOPLE[0]] * 9)),
        ("liste.csv", rows([f"person{number}@example.org" for number in range(9)])),
        ("participants.csv", rows([f"person{number}@mail.example" for number in range(9)])),
        ("participants.csv", ""),
        ("stellen.csv", rows([f"{name}@verkennt.lab" for name in ("info", "kontakt", "presse", "no-reply", "post")])),
        ("Budget.xlsx", b"PK"),
        ("Anmeldungsformular.ods", b"PK"),
        ("text.txt", "Fragt " + " oder ".join(PEOPLE)),
        ("notizen.md", rows(PEOPLE)),
        ("private/liste.csv", rows(PEOPLE)),  # LC518 says it
    ],
)
def test_what_is_no_list_of_people_is_not(name: str, content: str | bytes, workspace: Path, labcamp: Labcamp) -> None:
    assert found(labcamp, workspace, {name: content}) == []


def test_what_git_does_not_track_is_not_looked_at(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "liste.csv").write_text(rows(PEOPLE), "utf-8")
    assert found(labcamp, workspace, {"leer.txt": ""}) == []
    (workspace / "link.csv").symlink_to(workspace / "liste.csv")
    assert found(labcamp, workspace, {}) == []
    subprocess.run(["git", "add", "link.csv"], cwd=workspace, check=True)
    assert found(labcamp, workspace, {}) == []


def test_a_large_file_is_read_as_far_as_a_megabyte(workspace: Path, labcamp: Labcamp) -> None:
    filled = HEADER + "x;y\n" * 249_990
    assert found(labcamp, workspace, {"viel.csv": filled + rows(PEOPLE)}) == []
    assert len(found(labcamp, workspace, {"viel.csv": filled[:900_000] + rows(PEOPLE)})) == 1


def test_of_many_files_those_are_read_that_are_called_like_a_list(workspace: Path, labcamp: Labcamp) -> None:
    many = {f"daten/{number:03}.csv": rows(PEOPLE) for number in range(60)}
    lines = found(labcamp, workspace, {**many, "zz/gästeliste.csv": rows(PEOPLE)})
    assert (len(lines), "zz/g" in lines[-1]) == (50, True)


def test_the_series_can_say_why_a_list_may_be_there(workspace: Path, labcamp: Labcamp) -> None:
    assert len(found(labcamp, workspace, {"liste.csv": rows(PEOPLE)})) == 1
    with (workspace / "events/series.yaml").open("a", encoding="utf-8") as series:
        series.write("\nrules: {addresses-in-git: Alle Namen darin sind erfunden.}\n")
    assert found(labcamp, workspace, {"liste.csv": rows(PEOPLE)}) == []


def test_the_hint_names_the_command_and_works(workspace: Path, labcamp: Labcamp) -> None:
    found(labcamp, workspace, {"eine liste.csv": rows(PEOPLE)})
    hint = labcamp("check", "--today", TODAY).err.partition("take it out: ")[2].partition(";")[0]
    assert hint == 'git rm --cached "eine liste.csv"'
    subprocess.run(["git", "rm", "-q", "--cached", "eine liste.csv"], cwd=workspace, check=True)
    assert found(labcamp, workspace, {}) == []


def test_git_is_asked_once(workspace: Path, labcamp: Labcamp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git, told = shutil.which("git"), tmp_path / "told"
    spy = tmp_path / "bin" / "git"
    spy.parent.mkdir()
    spy.write_text(f'#!/bin/sh\necho "$@" >> "{told}"\nexec "{git}" "$@"\n', "utf-8")
    spy.chmod(0o755)
    monkeypatch.setenv("PATH", str(spy.parent), prepend=":")
    labcamp("check", "--today", TODAY)
    assert not told.exists()  # no git folder, so git is not even asked
    found(labcamp, workspace, {"private/a.csv": "", "liste.csv": rows(PEOPLE)})
    assert [line for line in told.read_text("utf-8").splitlines() if "ls-files" in line] == [
        f"-C {workspace} ls-files -z"
    ]


def test_without_git_nothing_is_said(workspace: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(found(labcamp, workspace, {"liste.csv": rows(PEOPLE)})) == 1
    monkeypatch.setenv("PATH", "/nonexistent")
    assert "LC519" not in labcamp("check", "--today", TODAY).err
