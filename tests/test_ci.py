"""The gate: what is installed is audited, and a network that is not there breaks nothing."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from sample import REPOSITORY

AUDIT = REPOSITORY / ".ci/audit.py"
ANSWER = """
import sys
sys.stderr.write({told!r})
sys.stdout.write({answer!r})
sys.exit({code})
"""
SOUND = {"name": "rich", "version": "15.0.0", "vulns": []}
HOLE = {"name": "jinja2", "version": "3.0", "vulns": [{"id": "CVE-2025-1", "fix_versions": ["3.1.6"]}]}
UNKNOWN = {"name": "labcamp", "skip_reason": "not on PyPI"}


def audited(folder: Path, answer: str, told: str = "", code: int = 0) -> tuple[int, str]:
    """The exit code and what is said where pip-audit answers so."""
    (folder / "pip_audit.py").write_text(ANSWER.format(answer=answer, told=told, code=code), "utf-8")
    ran = subprocess.run(
        [sys.executable, AUDIT], env={"PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False
    )
    return ran.returncode, ran.stdout


@pytest.mark.parametrize(
    ("dependencies", "expected"),
    [
        ([SOUND], (0, "1 packages audited (pypi), 0 known holes\n")),
        (
            [SOUND, HOLE, UNKNOWN],
            (1, "jinja2 3.0: CVE-2025-1, mended in 3.1.6\n2 packages audited (pypi), 1 known holes\n"),
        ),
        ([UNKNOWN], (0, "not audited: pypi: it knows none of the packages; osv: it knows none of the packages\n")),
    ],
)
def test_a_known_hole_stops_the_gate(dependencies: list[object], expected: tuple[int, str], tmp_path: Path) -> None:
    assert audited(tmp_path, json.dumps({"dependencies": dependencies})) == expected


def test_without_a_network_the_gate_says_so_and_goes_on(tmp_path: Path) -> None:
    said = "not audited: pypi: ERROR: no route to host; osv: ERROR: no route to host\n"
    assert audited(tmp_path, "", "Traceback\nERROR: no route to host\n", 1) == (0, said)


def test_the_gate_audits() -> None:
    assert ".venv/bin/python .ci/audit.py" in (REPOSITORY / ".ci/run").read_text("utf-8")


def test_the_lock_file_has_all_that_is_needed_with_hashes_and_names_no_server() -> None:
    text = (REPOSITORY / ".ci/requirements-dev.txt").read_text("utf-8")
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {
        re.split(r"[\s<>=;]", each)[0] for each in (*project["dependencies"], *project["optional-dependencies"]["dev"])
    }
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))
    assert {name.lower() for name in wanted} <= locked.keys()
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) >= len(locked)
    assert "http" not in text
