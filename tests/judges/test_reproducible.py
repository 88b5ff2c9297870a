"""The same events give the same calendar files, whatever the machine: in any zone, language and version of Python."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from sample import GOLDEN, TODAY, made, sample

pytestmark = pytest.mark.judge

# The feed and each single download, by the command that people type
EXPORT = f"""
import sys
from labcamp.__main__ import main
root, out, *events = sys.argv[1:]
for event in [[], *([event] for event in events)]:
    sys.argv = ["labcamp", "export-ics", *event, "--root", root, "--out", out, "--today", "{TODAY}"]
    assert main() == 0
"""
NEEDED = "import sys, babel, css_inline, ics, jinja2, markdown_it, pydantic, rich, typer, tzdata, yaml"


def exported(python: str, out: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """What `labcamp export-ics` writes in a process of its own, by name."""
    events = [event.id for event in sample().events if event.days]
    command = [python, "-c", EXPORT, str(GOLDEN), str(out), *events]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert (ran.returncode, ran.stderr.count("Traceback")) == (0, 0), ran.stderr
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.ics")}


@pytest.mark.parametrize(
    "settings",
    [
        "PYTHONHASHSEED=0 TZ=UTC LC_ALL=C",
        "PYTHONHASHSEED=1 TZ=Asia/Tokyo LC_ALL=de_AT.UTF-8",
        "PYTHONHASHSEED=random TZ=America/St_Johns LANG=tr_TR.UTF-8",
        "PYTHONTZPATH=/nowhere",
    ],
)
def test_a_machine_changes_nothing(settings: str, tmp_path: Path, environment: dict[str, str]) -> None:
    machine = dict(setting.split("=") for setting in settings.split())
    del environment["LABCAMP_LANG"]  # else it would come before the machine's language
    assert exported(sys.executable, tmp_path, environment | machine) == made(sample(), "calendar", "feed")


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13", "3.14"])
def test_a_version_of_python_changes_nothing(version: str, tmp_path: Path, environment: dict[str, str]) -> None:
    python = python_of(version)
    if python is None:
        pytest.skip(f"no Python {version} that has what labcamp needs, on the PATH or named in LABCAMP_PYTHONS")
    assert exported(python, tmp_path, environment) == made(sample(), "calendar", "feed")


@cache
def python_of(version: str) -> str | None:
    """A Python of a version that has all that labcamp imports: this one, or of LABCAMP_PYTHONS, or on the PATH."""
    named = os.environ.get("LABCAMP_PYTHONS", "").split(os.pathsep)
    for candidate in filter(None, [sys.executable, *named, shutil.which(f"python{version}")]):
        command = [candidate, "-c", f"{NEEDED}; print('%d.%d' % sys.version_info[:2])"]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.stdout.strip() == version:
            return candidate
    return None
