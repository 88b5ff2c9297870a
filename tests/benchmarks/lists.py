"""Run once a round: prints what `people` with a workbook may cost, as JSON.

Usage, with labcamp's Python: python lists.py make WORKSPACE, or python lists.py may WORKSPACE EVENT LABCAMP. It may
cost `people` with the same rows as CSV, and 1.3 times a process that imports openpyxl and reads the workbook read-only.
"""

import json
import sys
from pathlib import Path

from made import TODAY
from measure import Command, cost

ROWS = 1000
SHARE = 1.3
HEADER = ("Vorname", "Nachname", "E-Mail", "Organisation", "Land", "Status", "Einwilligung", "Notiz")
STATES = ("bezahlt", "bezahlt", "bezahlt", "storniert", "Warteliste", "ausstehend")
READ = "import sys, openpyxl; [*openpyxl.load_workbook(sys.argv[1], read_only=True).active.iter_rows(values_only=True)]"


def make(root: Path) -> None:
    """Write the same list as CSV, as Excel does, and as a workbook."""
    from openpyxl import Workbook

    people = (
        ("Käthe", f"Muster {number}", f"kaethe.{number}@example.org", f"Labor {number % 40}", "DE", STATES[number % 6])
        for number in range(ROWS)
    )
    rows = [HEADER, *((*person, "ja", "") for person in people)]
    text = "".join(f"{';'.join(row)}\r\n" for row in rows)
    (root / "list.csv").write_text(text, encoding="utf-8-sig", newline="")
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(root / "list.xlsx")


def words(root: Path, event: str, program: str, name: str) -> tuple[str, ...]:
    """The command that shows what is in a list."""
    return (program, "people", event, "--to", str(root / name), "--root", str(root), "--today", TODAY.isoformat())


def may(root: Path, event: str, program: str) -> None:
    """Print the seconds that both take together."""
    text, read = (
        cost(Command(words(root, event, program, "list.csv"))),
        cost(Command((sys.executable, "-c", READ, str(root / "list.xlsx")))),
    )
    print(json.dumps({"wall": text.wall + SHARE * read.wall, "cpu": text.cpu + SHARE * read.cpu}))


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]))
    else:
        may(Path(sys.argv[2]), *sys.argv[3:])
