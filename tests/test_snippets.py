"""What the guide gives people to paste for git: it is read out of its pages, and run."""

import datetime as dt
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import REPOSITORY, TODAY, Labcamp
from guide import blocks, path_of

from labcamp.workspace import load

WRONG = "number: 12\ntime: 17:00-14:00\n"
KEYS = {"jobs", "labcamp", "pages", "repos"}  # of which a file of others has one
SOUND = "imprint: https://example.org/impressum\nnewsletter: {unsubscribe: https://example.org/weg}\n"
HOOKS = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
needs_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="the commands are for a POSIX shell")


def pasted(page: str, language: str = "de") -> list[Any]:
    """What stands in the YAML blocks of a page, with its scalars as text."""
    # `on:` is a yes to YAML 1.1.
    return [yaml.load(block.text, yaml.BaseLoader) for block in blocks(path_of(page, language)) if block.sort == "yaml"]


def with_key(key: str) -> Any:
    """The one block on the page about checks that has a key."""
    (found,) = (block for block in pasted("pruefen") if key in block)
    return found


@pytest.fixture
def series(workspace: Path) -> Path:
    """The real series with nothing left to be said of it, in git."""
    series = workspace / "events/series.yaml"
    series.write_text(series.read_text("utf-8") + SOUND, "utf-8")
    subprocess.run(["git", "init", "-q", "."], cwd=workspace, check=True)
    return workspace


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with a `labcamp` that is this one, on the day of the tests, and a `pip` that has nothing to do."""
    folder = tmp_path / "bin"
    folder.mkdir()
    run = (
        f'PYTHONPATH={shlex.quote(str(REPOSITORY))} exec {shlex.quote(sys.executable)} -m labcamp "$@" --today {TODAY}'
    )
    for name, line in (("labcamp", run), ("pip", 'test "$1 $2" = "install -q"')):
        (folder / name).write_text(f"#!/bin/sh\n{line}\n", "utf-8")
        (folder / name).chmod(0o755)
    return folder


def ran(commands: list[str], workspace: Path, programs: Path, variables: dict[str, str]) -> tuple[int, str]:
    """The exit code of the first command that fails, else 0, and all that was said on stdout."""
    said = ""
    for command in commands:
        env = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"} | variables
        run = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", command],
            cwd=workspace, env=env, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        said += run.stdout
        if run.returncode:
            return run.returncode, said
    return 0, said


@pytest.mark.parametrize(("german", "english"), [("pruefen", "checks"), ("website", "website")])
def test_both_languages_give_the_same_to_paste(german: str, english: str) -> None:
    """But for the language in which labcamp speaks there."""
    here, there = ([each for each in pasted(*page) if KEYS & each.keys()] for page in ((german, "de"), (english, "en")))
    assert here
    assert json.loads(json.dumps(there).replace('"LABCAMP_LANG": "en"', '"LABCAMP_LANG": "de"')) == here


# GitHub


def job() -> dict[str, Any]:
    jobs: dict[str, Any] = with_key("jobs")["jobs"]
    (only,) = jobs.values()
    return dict(only)


def test_the_workflow_for_github_checks_each_push_and_may_only_read() -> None:
    workflow = with_key("jobs")
    assert (workflow["on"], workflow["permissions"]) == (["push", "pull_request"], {"contents": "read"})
    assert [step.get("uses", "").split("@")[0] for step in job()["steps"]] == [
        "actions/checkout",
        "actions/setup-python",
        "",
        "",
    ]


@needs_a_shell
def test_the_workflow_for_github_passes_a_sound_series_and_stops_a_wrong_event(series: Path, programs: Path) -> None:
    commands = [step["run"] for step in job()["steps"] if "run" in step]
    assert ran(commands, series, programs, job()["env"]) == (0, "")
    (series / "events/labcamp-12.yaml").write_text(WRONG, "utf-8")
    code, said = ran(commands, series, programs, job()["env"])
    assert (code, said.split("::")[1]) == (
        1,
        "error file=events/labcamp-12.yaml,line=2,col=7,title=LC305 end-before-start",
    )
    assert "das Ende (14:00)" in said


# GitLab


@needs_a_shell
def test_the_job_for_gitlab_leaves_a_report_whatever_comes_out(series: Path, programs: Path) -> None:
    told = with_key("labcamp")["labcamp"]
    report = series / told["artifacts"]["reports"]["codequality"]
    assert told["artifacts"]["when"] == "always"
    assert ran(told["script"], series, programs, told["variables"]) == (0, "")
    assert json.loads(report.read_text("utf-8")) == []
    (series / "events/labcamp-12.yaml").write_text(WRONG, "utf-8")
    code, said = ran(told["script"], series, programs, told["variables"])
    assert (code, said) == (1, "Bessert das in den Dateien aus, dann noch einmal: labcamp check\n")
    assert [issue["check_name"] for issue in json.loads(report.read_text("utf-8"))] == ["LC305 end-before-start"]


# pre-commit


def test_the_hook_that_the_guide_names_is_there() -> None:
    (repo,) = with_key("repos")["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == [hook["id"] for hook in HOOKS]


@pytest.mark.parametrize(
    ("path", "checked"),
    [
        ("events/labcamp-12.yaml", True),
        ("events/series.yml", True),
        ("private/labcamp-12.csv", True),
        ("private/out/labcamp-12/reminder.eml", True),
        ("out/labcamp-12/agenda.html", False),
        ("templates/words.de.yaml", False),
        ("README.md", False),
    ],
)
def test_the_hook_runs_for_what_it_has_something_to_say_about(path: str, checked: bool) -> None:
    assert bool(re.search(HOOKS[0]["files"], path)) is checked


@needs_a_shell
def test_the_hook_stops_what_is_wrong_or_private(series: Path, programs: Path) -> None:
    """As pre-commit calls it, without the names of files."""
    (hook,) = HOOKS
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    assert ran([hook["entry"]], series, programs, {"LABCAMP_LANG": "en"})[0] == 0
    (series / "private").mkdir()
    (series / "private/labcamp-11.csv").write_text("Name;E-Mail\n", "utf-8")
    subprocess.run(["git", "add", "-f", "private"], cwd=series, check=True)
    assert ran([hook["entry"]], series, programs, {"LABCAMP_LANG": "en"})[0] == 1


# The website


def test_the_workflow_for_github_makes_the_site_and_publishes_that_folder_alone() -> None:
    workflow = next(block for block in pasted("website") if "jobs" in block)
    steps = workflow["jobs"]["publish"]["steps"]
    assert [step["run"] for step in steps if "run" in step][1:] == ["labcamp render-site"]
    assert [
        (step["uses"].partition("@")[0], step.get("with")) for step in steps if "pages" in step.get("uses", "")
    ] == [
        ("actions/upload-pages-artifact", {"path": "out/site"}),
        ("actions/deploy-pages", None),
    ]
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}


@needs_a_shell
def test_the_job_for_gitlab_leaves_the_site_in_the_folder_that_is_published(series: Path, programs: Path) -> None:
    job = next(block for block in pasted("website") if "pages" in block)["pages"]
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    script = [f"{line} --no-pdf" if line.startswith("labcamp ") else line for line in job["script"]]
    subprocess.run(["sh", "-ec", "\n".join(script)], cwd=series, env=environment, check=True, capture_output=True)
    assert job["artifacts"] == {"paths": ["public"]}
    assert {"index.html", "404.html", ".nojekyll", "_headers"} <= {path.name for path in (series / "public").iterdir()}


def test_the_keys_of_the_site_that_the_guide_names_are_there(series: Path) -> None:
    keys = (
        "public: https://example.org/treffen\npeople: {pages: ja, hide: [Ada Muster]}\nmoved: {alt.html: index.html}\n"
    )
    file = series / "events/series.yaml"
    file.write_text(file.read_text("utf-8") + keys, "utf-8")
    assert load(series, dt.date.fromisoformat(TODAY)).errors == ()


# Templates


@pytest.mark.parametrize("page", [("vorlagen", "de"), ("templates", "en")])
def test_a_template_that_adds_to_ours_as_the_guide_shows_is_used(
    page: tuple[str, str], workspace: Path, labcamp: Labcamp
) -> None:
    (block,) = (block for block in blocks(path_of(*page)) if block.sort == "jinja")
    (workspace / "templates").mkdir()
    (workspace / "templates/agenda.html.j2").write_text(block.text, "utf-8")
    assert labcamp("render-agenda", "3", "--no-pdf", "--today", TODAY).code == 0
    html = (workspace / "out/labcamp-3/agenda.html").read_text("utf-8")
    style, _, body = html.partition("</style>")
    assert block.text.splitlines()[2] in style
    assert "<h1" in body
