"""What the judges found nothing wrong with, written down for the statement that labcamp drafts."""

import datetime as dt
import json
import re
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sample import REPOSITORY

from labcamp import __version__
from labcamp.render.tested import MADE_FROM, RESULTS, print_of

PATH = REPOSITORY / "labcamp/render" / RESULTS
PACKAGES = REPOSITORY / "tests/judges/node_modules"


def noted(before: dict[str, Any], sort: str, what: str, by: str, counts: dict[str, int]) -> dict[str, Any]:
    """The results with one more: beside others of the same day, program and templates, else in their place."""
    day = dt.datetime.now(dt.UTC).date().isoformat()
    same = {"by": by, "day": day, "labcamp": __version__, "templates": print_of(sort)}
    found = before.get(sort, {}).get(what, {})
    kept = found["counts"] if {key: found.get(key) for key in same} == same else {}
    sorts = before | {sort: before.get(sort, {}) | {what: same | {"counts": dict(sorted((kept | counts).items()))}}}
    return {name: dict(sorted(sorts[name].items())) for name in MADE_FROM if name in sorts}


def note(sort: str, what: str, programs: tuple[str, ...], counts: dict[str, int]) -> None:
    """Write down that programs have looked at so many examples, by name, and found nothing wrong."""
    before = json.loads(PATH.read_text("utf-8")) if PATH.is_file() else {}
    after = noted(before, sort, what, ", ".join(map(_with_version, programs)), counts)
    PATH.write_text(json.dumps(after, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _with_version(program: str) -> str:
    """A program with its version: of npm, of Python, or the browser."""
    if (package := PACKAGES / program / "package.json").is_file():
        return f"{program} {json.loads(package.read_text('utf-8'))['version']}"
    if Path(program).is_absolute():
        told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
        return re.sub(r"(\d+)\.[\d.]+.*", r"\1", told.strip())
    return f"{program} {version(program)}"
