"""What people are told when they make the site, and what is in its folder then."""

import os
import shutil
from pathlib import Path

import pytest
from conftest import TODAY, Labcamp
from sample import SERIES, written

DAY = ("--today", TODAY)
EVENT = """\
title: Treff
status: confirmed
date: 2026-03-05
agenda: [{title: Impuls, id: impuls, type: input, by: Ada Muster}]
"""


def names(folder: Path) -> set[str]:
    """The name of each file below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_site_is_one_folder_and_says_what_to_look_at_and_what_to_publish(workspace: Path, labcamp: Labcamp) -> None:
    result = labcamp("render-site", "--no-pdf", *DAY)
    assert result.code == 0
    assert result.out.splitlines() == [
        f"website  {len(names(workspace / 'out/site'))} created",
        "To look at it: out/site/index.html",
        "To publish it, upload the whole folder out/site/",
    ]
    assert sorted(path.name for path in (workspace / "out").iterdir()) == [".labcamp.json", "site"]
    assert [name for name in names(workspace / "out/site") if "labcamp-11" in name] == []


def test_a_second_run_touches_nothing_and_build_makes_the_same(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("render-site", "--no-pdf", *DAY)
    site = workspace / "out/site"
    before = {path: path.lstat().st_mtime_ns for path in (site, *site.rglob("*"))}
    again = labcamp("render-site", "--no-pdf", *DAY)
    assert again.out.splitlines()[0] == f"website  {len(names(site))} unchanged"
    labcamp("build", "--no-pdf", *DAY)
    assert {path: path.lstat().st_mtime_ns for path in (site, *site.rglob("*"))} == before


def test_drafts_have_a_folder_of_their_own_in_which_each_page_is_marked(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("render-site", "--no-pdf", *DAY)
    public = names(workspace / "out/site")
    result = labcamp("render-site", "--no-pdf", "--drafts", *DAY)
    assert result.out.splitlines()[1:] == [
        "To look at it: out/site-drafts/index.html",
        "It shows drafts: keep it to yourselves. The folder to publish is out/site/",
    ]
    assert names(workspace / "out/site") == public
    pages = [path.read_text("utf-8") for path in (workspace / "out/site-drafts").rglob("*.html")]
    assert (workspace / "out/site-drafts/labcamp-11/index.html").is_file()
    assert [page for page in pages if 'content="noindex"' not in page or 'class="notice"' not in page] == []


def test_a_dry_run_names_what_would_come_and_go(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("render-site", "--no-pdf", *DAY)
    event = workspace / "events/labcamp-5.yaml"
    event.write_text(event.read_text("utf-8").replace("status: confirmed", "status: draft"), "utf-8")
    site = workspace / "out/site"
    before = {path: path.lstat().st_mtime_ns for path in (site, *site.rglob("*"))}
    lines = labcamp("render-site", "--no-pdf", "--dry-run", *DAY).out.splitlines()
    assert {path: path.lstat().st_mtime_ns for path in (site, *site.rglob("*"))} == before
    assert "to go      out/site/labcamp-5/index.html" in lines
    labcamp("render-site", "--no-pdf", *DAY)
    assert [name for name in names(site) if name.startswith("labcamp-5")] == []


def test_who_is_hidden_is_gone_from_the_folder_with_the_next_run(
    tmp_path: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, {"treff-1": EVENT}, f"{SERIES}people: {{pages: ja}}\n")
    labcamp("render-site", "--no-pdf", *DAY)
    assert (tmp_path / "out/site/people/ada-muster.html").is_file()
    written(tmp_path, {"treff-1": EVENT}, f"{SERIES}people: {{pages: ja, hide: [Ada Muster]}}\n")
    assert "deleted    out/site/people/ada-muster.html" in labcamp("render-site", "--no-pdf", *DAY).out.splitlines()
    contents = [path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert [content for content in contents if b"Ada" in content or b"ada-muster" in content] == []


@pytest.mark.shows("LC866", "LC901")
def test_what_a_person_has_changed_stays_and_is_told(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("render-site", "--no-pdf", *DAY)
    site = workspace / "out/site"
    (site / "index.html").write_text("mine")
    (site / "labcamp-5/index.html").write_text("mine")
    (site / "CNAME").write_text("treffen.example.org")
    event = workspace / "events/labcamp-5.yaml"
    event.write_text(event.read_text("utf-8").replace("status: confirmed", "status: draft"), "utf-8")
    result = labcamp("render-site", "--no-pdf", *DAY)
    assert "out/site/index.html: LC901 kept-yours: " in result.err
    assert "out/site/labcamp-5/index.html: LC866 left-yours: " in result.err
    assert (site / "labcamp-5/index.html").read_text() == "mine"
    labcamp("render-site", "--no-pdf", "--force", *DAY)
    assert not (site / "labcamp-5").exists()
    assert (site / "index.html").read_text("utf-8") != "mine"
    assert (site / "CNAME").read_text() == "treffen.example.org"


def test_what_is_set_goes_without_it_and_that_is_said(workspace: Path, labcamp: Labcamp) -> None:
    for path in (workspace / "events").glob("labcamp-[2-9].yaml"):
        path.unlink()
    for folder in ("announced", "papers"):
        shutil.rmtree(workspace / "events" / folder, ignore_errors=True)
    labcamp("render-site", *DAY)
    made = {name for name in names(workspace / "out/site") if name.endswith((".pdf", ".png"))}
    said = (
        f"Without PDF files and preview pictures; {len(made)} from before are gone. "
        "Before you publish: labcamp render-site"
    )
    assert made
    for command in ("render-site", "build"):
        assert said in labcamp(command, "--no-pdf", *DAY).err.splitlines()
        assert said not in labcamp(command, "--no-pdf", *DAY).err.splitlines()
        labcamp("render-site", *DAY)


def test_nothing_is_made_while_something_is_wrong(workspace: Path, labcamp: Labcamp) -> None:
    labcamp("render-site", "--no-pdf", *DAY)
    before = {path: path.read_bytes() for path in (workspace / "out").rglob("*") if path.is_file()}
    with (workspace / "events/labcamp-10.yaml").open("a", encoding="utf-8") as file:
        file.write("wrong: 1\n")
    result = labcamp("render-site", "--no-pdf", *DAY)
    assert (result.code, result.out) == (1, "")
    assert {path: path.read_bytes() for path in (workspace / "out").rglob("*") if path.is_file()} == before


def test_a_clone_of_the_branch_that_is_published_stays_one(workspace: Path, labcamp: Labcamp) -> None:
    git = workspace / "out/site/.git"
    git.mkdir(parents=True)
    (git / "HEAD").write_text("ref: refs/heads/gh-pages\n")
    number = git.stat().st_ino
    (workspace / "out/site/CNAME").write_text("treffen.example.org")
    result = labcamp("render-site", "--no-pdf", *DAY)
    assert result.out.splitlines()[1] == "Your own in it, which stays: .git, CNAME"
    labcamp("render-site", "--no-pdf", "--force", "--today", "2027-06-01")
    assert (git.stat().st_ino, os.listdir(git)) == (number, ["HEAD"])  # noqa: PTH208  # as short as the other


def test_a_site_without_an_address_is_told_so_in_one_line_until_it_has_one(workspace: Path, labcamp: Labcamp) -> None:
    series = workspace / "events/series.yaml"
    told = "events/series.yaml: LC856 public-missing: there is a website, but not its address"
    assert [line for line in labcamp("render-site", "--no-pdf", *DAY).err.splitlines() if "LC8" in line] == [told]
    assert "LC856" not in labcamp("build", "--no-pdf", *DAY).err
    assert "LC856" in labcamp("check", *DAY).err
    series.write_text(f"{series.read_text('utf-8')}public: https://example.org\n", "utf-8")
    assert "LC8" not in labcamp("render-site", "--no-pdf", *DAY).err
