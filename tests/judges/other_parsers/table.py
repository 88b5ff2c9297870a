"""What twelve calendar parsers do with each case: prints the rows of `tests/calendar_cases/table.md` anew.

Debian has libical3, libdata-ical-perl, php-sabre-vobject, ruby-icalendar and golang-github-arran4-golang-ical-dev; npm
has ical.js, node-ical and ts-ics (their folder: NODE_PATH); pip has icalendar, ical, vobject and ics.
"""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "calendar_cases"
IN_PYTHON = ("icalendar", "ical", "vobject", "ics")
GO = ["env", "GO111MODULE=off", "GOPATH=/usr/share/gocode", "go", "run", str(HERE / "count.go")]
COMMANDS = {
    **{name: [sys.executable, str(HERE / "table.py"), name] for name in (*IN_PYTHON, "libical")},
    **{name: ["node", str(HERE / "count.mjs")] for name in ("ical.js", "node-ical", "ts-ics")},
    "sabre/vobject": ["php", str(HERE / "count.php")],
    "icalendar (Ruby)": ["ruby", str(HERE / "count.rb")],
    "Data::ICal": ["perl", str(HERE / "count.pl")],
    "golang-ical": GO,
}
LONGEST = 10  # seconds; who takes longer never comes to an end


def outcome(name: str, path: Path) -> str:
    """What a parser does with a file: `reads` each event, `refuses` it, `loses` some, or `hangs`."""
    more = [name] if "count.mjs" in COMMANDS[name][-1] else []
    try:
        ran = subprocess.run(
            [*COMMANDS[name], str(path), *more], capture_output=True, text=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return "hangs"
    if ran.returncode:
        return "refuses"
    events = len(re.findall(r"^BEGIN:VEVENT\s*$", path.read_text("utf-8"), re.MULTILINE))
    return "reads" if ran.stdout.strip() == str(events) else "loses"


def in_python(name: str, path: Path) -> int:
    """How many events a parser in Python, or libical, reads."""
    if name == "libical":
        from calendar_readers import libical

        return len(libical(path.read_bytes()))
    from test_calendar_cases import PARSERS

    return PARSERS[name](path.read_bytes().decode())


if __name__ == "__main__":
    sys.path[:0] = [str(HERE.parent), str(HERE.parents[1])]
    if len(sys.argv) > 1:
        sys.stdout.write(f"{in_python(sys.argv[1], Path(sys.argv[2]))}\n")
    else:
        from test_calendar_cases import said

        for path in sorted(CASES.glob("*.ics")):
            cells = (path.stem, said(path), *(outcome(name, path) for name in COMMANDS))
            sys.stdout.write(f"| {' | '.join(cells)} |\n")
