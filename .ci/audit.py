"""Tell whether what is installed has known holes: exit code 1 where it has.

Where nobody can be asked, such as without a network, that is said, and the exit code is 0.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

SERVICES = ("pypi", "osv")  # whom pip-audit asks, one after the other
PATIENCE = 300  # seconds


def main() -> int:
    """The exit code, once what came out has been said."""
    reasons = []
    for service in SERVICES:
        dependencies, reason = asked(service)
        known = [each for each in dependencies if "skip_reason" not in each]
        if known:
            holes = [line for each in known for line in holes_of(each)]
            told = f"{len(known)} packages audited ({service}), {len(holes)} known holes"
            sys.stdout.write("\n".join((*holes, told)) + "\n")
            return int(bool(holes))
        reasons.append(f"{service}: {reason or 'it knows none of the packages'}")
    sys.stdout.write(f"not audited: {'; '.join(reasons)}\n")
    return 0


def asked(service: str) -> tuple[Sequence[dict[str, Any]], str]:
    """What a service knows of each package that is installed, else why it says nothing."""
    command = [sys.executable, "-m", "pip_audit", "--local", "--skip-editable", "--progress-spinner", "off"]
    try:
        ran = subprocess.run(
            [*command, "--vulnerability-service", service, "--format", "json"],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return json.loads(ran.stdout)["dependencies"], ""
    except subprocess.TimeoutExpired:
        return (), f"no answer in {PATIENCE} seconds"
    except (ValueError, LookupError):
        return (), (ran.stderr.strip().splitlines() or ["no answer"])[-1][:200]


def holes_of(dependency: dict[str, Any]) -> list[str]:
    """A line for each known hole of a package, with the versions that have it no more."""
    return [
        f"{dependency['name']} {dependency['version']}: {hole['id']}, mended in {', '.join(hole['fix_versions'])}"
        for hole in dependency["vulns"]
    ]


if __name__ == "__main__":
    sys.exit(main())
