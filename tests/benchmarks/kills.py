"""Kill labcamp in the middle of what it writes, again and again, and say what is left: `kills.py 500`."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent.parent
DAY = "2026-11-23"
COMMANDS = (
    "build --no-pdf",
    "announce 11",
    "announce 10",
    "reschedule 11 --yes --time 15:00-18:00",
    "reschedule 11 --yes --time 14:00-17:00",
    "done 11 invitation",
    "export-ics 11 --invite ida@example.org",
    "export-ics 11 --participants",
    "draft invitation 11 --mbox",
    "forget 1 --yes",
)
PRIVATE = "join: {url: https://meet.example.org/raum}\n"


def series(folder: Path) -> Path:
    """A copy of the real series, in which everything can be done."""
    shutil.copytree(REPOSITORY / "events", folder / "events")
    event = folder / "events/labcamp-11.yaml"
    event.write_text(event.read_text("utf-8").replace("status: draft", "status: confirmed"), "utf-8")
    (folder / "private").mkdir()
    for number in (1, 11):
        (folder / f"private/labcamp-{number}.yaml").write_text(PRIVATE, "utf-8")
    return folder


def run(words: str, root: Path, *, kill_after: float | None = None) -> bool:
    """Tell whether a command ended by itself and had no fault of ours."""
    command = [sys.executable, "-m", "labcamp", *words.split(), "--root", str(root), "--today", DAY]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        _, told = process.communicate(timeout=kill_after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return False
    assert b"Traceback" not in told, told.decode()
    return True


def main(kills: int) -> None:
    """Print how many runs were killed, and what is left of them after a next run of each command."""
    chance, killed = random.Random(1), 0
    with tempfile.TemporaryDirectory() as folder:
        root = series(Path(folder))
        lasting = {}
        for words in COMMANDS:
            begun = time.perf_counter()
            run(words, root)
            lasting[words] = time.perf_counter() - begun
        while killed < kills:
            words = chance.choice(COMMANDS)
            killed += not run(words, root, kill_after=chance.uniform(0.3, 1) * lasting[words])
        (root / "private/labcamp-1.yaml").write_text(PRIVATE, "utf-8")
        between = len([*root.rglob("*.tmp")])
        for words in COMMANDS:
            run(words, root)
        left = [path.relative_to(root).as_posix() for path in root.rglob("*.tmp")]
        print(f"{killed} kills, {between} temporary files before the next runs, {len(left)} after them {left}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 500)
