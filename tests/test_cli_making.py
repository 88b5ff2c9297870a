"""What the commands say that make something, and when they refuse to."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from conftest import TODAY, Labcamp

from labcamp.render import stage
from labcamp.render.calendar import files

KIND_FILES = {
    "render-invitation": {"invitation.html", "invitation.txt", "invitation.eml"},
    "render-agenda": {"agenda.html", "agenda.md", "agenda.pdf"},
    "render-newsletter": {"newsletter.html", "newsletter.txt", "newsletter.md", "newsletter.eml"},
}
ADVICE = "Also 2 notes, maybe more: labcamp check\n"


@pytest.mark.parametrize("command", KIND_FILES)
def test_a_kind_is_made_of_the_next_event_when_none_is_named(command: str, workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp(command, "--today", TODAY)
    lines = [line for line in result.out.splitlines() if not line.startswith("Once the mail is sent: ")]
    assert (result.code, result.err[-len(ADVICE) :]) == (0, ADVICE)
    assert set(lines[:-1]) == {f"created    out/labcamp-11/{name}" for name in KIND_FILES[command]}
    assert lines[0].split()[-1] in lines[-1]
    assert {path.name for path in (workspace / "out/labcamp-11").iterdir()} == KIND_FILES[command]


def test_a_second_run_changes_nothing(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("render-agenda", "10", "--today", TODAY)
    assert labcamp("render-agenda", "10", "--today", TODAY).out.splitlines()[:3] == [
        "unchanged  out/labcamp-10/agenda.html",
        "unchanged  out/labcamp-10/agenda.md",
        "unchanged  out/labcamp-10/agenda.pdf",
    ]


def names_in(folder: Path) -> list[str]:
    """What lies in a folder and in those below it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.shows("LC057")
@pytest.mark.parametrize("out", ["HOME", "HOME/.", "LINK", "/", ".", "events", "events/../templates"])
@pytest.mark.parametrize("command", ["build --no-pdf", "render-agenda 10", "export-ics", "render-post linkedin 10"])
def test_nothing_is_put_among_other_things(
    command: str, out: str, workspace: Path, labcamp: Labcamp, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "Dokumente").mkdir()
    (workspace / "templates").mkdir(exist_ok=True)
    (workspace / "templates/notes.txt").write_text("mine", "utf-8")
    (tmp_path_factory.getbasetemp() / "link").unlink(missing_ok=True)
    link = tmp_path_factory.getbasetemp() / "link"
    link.symlink_to(home)
    before = names_in(workspace), names_in(home)
    place = out.replace("HOME", str(home)).replace("LINK", str(link))

    result = labcamp(*command.split(), "--today", TODAY, "--out", place, env={"HOME": str(home)})

    assert (result.code, result.out, "--out: LC057 folder-of-other-things: " in result.err) == (2, "", True)
    assert (names_in(workspace), names_in(home)) == before


def test_a_home_that_holds_nothing_else_takes_files_again_and_again(
    workspace: Path, labcamp: Labcamp, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    for word in ("created", "unchanged"):
        result = labcamp("export-ics", "--today", TODAY, "--out", home, env={"HOME": str(home)})
        assert (result.code, result.out.split()[0]) == (0, word)


def test_export_ics_makes_the_feed_or_the_single_download(workspace: Path, labcamp: Labcamp) -> None:
    assert labcamp("export-ics", "--today", TODAY).out.splitlines()[0] == "created    out/labcamp.ics"
    assert (
        labcamp("export-ics", "10", "--today", TODAY).out.splitlines()[0] == "created    out/labcamp-10/labcamp-10.ics"
    )


def test_the_feed_has_drafts_only_when_asked(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("export-ics", "--today", TODAY)
    assert b"20270311" not in (workspace / "out/labcamp.ics").read_bytes()
    labcamp("export-ics", "--drafts", "--today", TODAY)
    assert b"20270311" in (workspace / "out/labcamp.ics").read_bytes()


def test_an_event_without_a_day_has_no_calendar_entry_and_says_so(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("export-ics", "labcamp-barcelona", "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("events/labcamp-barcelona.yaml: LC013 not-made: ")


def test_build_makes_every_kind_and_counts_them(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("build", "--today", TODAY)
    assert (result.code, result.err) == (0, ADVICE)
    assert result.out.splitlines() == [
        "calendar    7 created",
        "feed        1 created",
        "invitation  24 created",
        "agenda      16 created",
        "agenda PDF  8 created",
        "newsletter  32 created",
        f"papers      {files_in(workspace / 'out/papers')} created",
        f"website     {files_in(workspace / 'out/site')} created",
        "Now open out/labcamp-11/invitation.html",
    ]
    again = labcamp("build", "--today", TODAY).out.splitlines()
    assert (again[2], again[7]) == (
        "invitation  24 unchanged",
        f"website     {files_in(workspace / 'out/site')} unchanged",
    )


def files_in(folder: Path) -> int:
    """How many files lie in a folder."""
    return sum(path.is_file() for path in folder.rglob("*"))


@pytest.mark.parametrize(("words", "id_"), [("11", "labcamp-11"), ("next", "labcamp-11"), ("last", "labcamp-10")])
def test_build_of_one_event_makes_its_files_and_the_feed_and_the_site_of_the_series(
    words: str, id_: str, workspace: Path, labcamp: Labcamp
) -> None:
    result = labcamp("build", words, "--no-pdf", "--today", TODAY)
    assert (result.code, result.err) == (0, ADVICE)
    assert result.out.splitlines() == [
        "calendar    1 created",
        "feed        1 created",
        "invitation  3 created",
        "agenda      2 created",
        "newsletter  4 created",
        f"papers      {files_in(workspace / 'out/papers')} created",
        f"website     {files_in(workspace / 'out/site')} created",
        f"Now open out/{id_}/invitation.html",
    ]
    one = {path.name: path.read_bytes() for path in (workspace / "out").glob("*.*") if path.is_file()}
    assert {path.name for path in (workspace / "out").iterdir() if path.is_dir()} - {".labcamp"} == {
        id_,
        "papers",
        "site",
    }
    labcamp("build", "--no-pdf", "--today", TODAY)
    feed = workspace / "out/labcamp.ics"
    assert one["labcamp.ics"] == feed.read_bytes()
    assert feed.read_bytes().count(b"BEGIN:VEVENT") > 1


def test_build_opens_the_templates_once_and_makes_each_calendar_entry_once(
    workspace: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: Counter[str] = Counter()

    def count(module: ModuleType, name: str) -> None:
        real = getattr(module, name)

        def called(*given: object) -> object:
            counted[name] += 1
            return real(*given)

        monkeypatch.setattr(module, name, called)

    count(stage, "open_templates")
    count(files, "single")
    assert labcamp("build", "--no-pdf", "--today", TODAY).code == 0
    assert counted == {"open_templates": 1, "single": len([*(workspace / "events").glob("labcamp-*.yaml")])}


@pytest.mark.shows("LC901")
def test_build_keeps_what_a_person_has_changed_and_names_it(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("build", "--today", TODAY)
    (workspace / "out/labcamp-10/agenda.md").write_text("mine")
    result = labcamp("build", "--today", TODAY)
    assert result.out.splitlines()[3] == "agenda      15 unchanged, 1 kept"
    assert result.err.startswith("out/labcamp-10/agenda.md: LC901 kept-yours: ")
    assert "    hint: --force replaces it\n" in result.err
    assert labcamp("build", "--today", TODAY, "--force").out.splitlines()[3] == "agenda      1 updated, 15 unchanged"


def test_a_dry_run_says_what_would_happen_and_writes_nothing(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("build", "--today", TODAY, "--dry-run")
    assert result.out.splitlines()[0] == "calendar    7 new"
    assert result.out.splitlines()[-1] == "A dry run: nothing is written. Without --dry-run it will be."
    assert not (workspace / "out").exists()


@pytest.mark.parametrize("command", ["export-ics", *KIND_FILES])
def test_one_wrong_file_stops_everything_before_anything_is_written(
    command: str, workspace: Path, labcamp: Labcamp
) -> None:
    (workspace / "events/labcamp-12.yaml").write_text("number: 12\nstatus: fest\n")
    (workspace / "events/labcamp-13.yaml").write_text("number: 13\ndate: x\n")
    result = labcamp(command, "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert [line.split()[1] for line in result.err.splitlines() if line.startswith("events/")] == ["LC209", "LC206"]
    assert result.err.splitlines()[-1] == "Nothing is written."
    assert not (workspace / "out").exists()


def test_build_in_an_empty_folder_names_init(tmp_path: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert labcamp("build") == (
        1,
        "",
        "events: LC001 no-events: there are no events here\n"
        "    hint: `labcamp init` makes an events/ folder with all you need, with --from also out of a calendar"
        " or a list; or change to your own folder\n"
        "1 error\n",
    )


def test_out_may_be_anywhere(workspace: Path, tmp_path: Path, labcamp: Labcamp) -> None:
    assert labcamp("render-agenda", "--today", TODAY, "--out", tmp_path / "here").code == 0
    assert (tmp_path / "here/labcamp-11/agenda.html").is_file()


def test_an_out_that_is_a_file_is_a_finding(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "out").touch()
    result = labcamp("build", "--today", TODAY)
    assert (result.code, result.err.splitlines()[0]) == (
        1,
        "out: LC002 not-a-folder: this is a file, and a folder has to stand here",
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root and Windows may read everything")
def test_a_folder_that_nobody_may_read_is_a_finding(workspace: Path, labcamp: Labcamp) -> None:
    workspace.chmod(0)
    try:
        assert "LC003 unreadable" in labcamp("list").err
    finally:
        workspace.chmod(0o755)


def test_a_template_of_the_workspace_that_fails_is_told_at_its_line(workspace: Path, labcamp: Labcamp) -> None:
    (workspace / "templates").mkdir()
    (workspace / "templates/agenda.html.j2").write_text("one\n{{ nothing_like_this }}\n")
    result = labcamp("build", "--today", TODAY)
    assert (result.code, result.out) == (1, "")
    assert "templates/agenda.html.j2:2:1: LC402 undefined-name: " in result.err
    assert not (workspace / "out").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the program that opens files has another name elsewhere")
def test_open_shows_the_main_file(
    workspace: Path, tmp_path: Path, labcamp: Labcamp, environment: dict[str, str]
) -> None:
    tool = tmp_path / "bin/xdg-open"
    tool.parent.mkdir()
    tool.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n')
    tool.chmod(0o755)
    assert labcamp("render-agenda", "--today", TODAY, "--open", env={"PATH": f"{tool.parent}:/usr/bin:/bin"}).code == 0
    assert (tmp_path / "opened").read_text().strip() == str(workspace / "out/labcamp-11/agenda.html")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_under_the_output_is_a_finding(workspace: Path, environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "labcamp", "list", "--today", TODAY]
        run = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (run.returncode, run.stderr.splitlines()[0]) == (
        1,
        "LC005 cannot-write: cannot be written (the disk is full)",
    )


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX pipe")
def test_a_reader_that_goes_away_is_no_traceback(workspace: Path, environment: dict[str, str]) -> None:
    command = f"{sys.executable} -m labcamp schema | head -c 1"
    run = subprocess.run(["bash", "-c", command], env=environment, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("{", "")
