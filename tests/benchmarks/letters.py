"""Run once a round: prints what an invitation, and a mail for each of so many people, may cost together, as JSON.

Usage: python letters.py COUNT WORKSPACE OUT LABCAMP. One `render-invitation` as a whole process, and so many times the
unit of the figure of mails: a newsletter made in process, as `mailing.py` has it.
"""

import gc
import json
import sys
import time
from pathlib import Path

from made import TODAY
from mailing import labcamp
from measure import Command, cost

from labcamp.render.stage import stage_of
from labcamp.workspace import load


def unit(root: Path, count: int) -> tuple[float, float]:
    """The seconds that so many newsletters take in process: on the clock, and of processor time."""
    stage = stage_of(load(root, TODAY))
    event = stage.workspace.events[-1]
    labcamp(stage, event)
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(count):
        stage.facts.clear()
        labcamp(stage, event)
    return time.perf_counter() - wall, time.process_time() - cpu


def main(count: int, root: Path, out: Path, program: str) -> None:
    """Print the seconds."""
    words = (program, "render-invitation", "--root", str(root), "--out", str(out), "--today", TODAY.isoformat())
    one, (wall, cpu) = cost(Command(words, fresh=out)), unit(root, count)
    print(json.dumps({"wall": one.wall + wall, "cpu": one.cpu + cpu}))


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
