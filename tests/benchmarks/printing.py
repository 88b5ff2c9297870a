"""Run in labcamp's environment, once a round: prints what one PDF costs among others, as JSON.

Usage: python printing.py series|line CHECKOUT. Both sides make as many files as the series has events, each another
one, and tell the median: what the first one costs more, for all is cold, is in neither.

series  The handout of each event of the real series, from the event as it was read to the bytes of its PDF.
line    `typst.compile` of a file with one line, with the same fonts; as a program calls it that knows nothing else.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from made import TODAY

Make = Callable[[], object]


def series(checkout: Path, _: Path) -> Iterator[Make]:
    """One handout after the other."""
    from labcamp.render.prints import PRINTS
    from labcamp.workspace import load

    workspace = load(checkout, TODAY)
    for event in workspace.events:
        yield lambda event=event: list(PRINTS["agenda"](workspace, [event]))


def line(checkout: Path, folder: Path) -> Iterator[Make]:
    """One line after the other."""
    import typst

    fonts = [str(checkout / "templates" / "fonts")]
    for number, _ in enumerate((checkout / "events").glob("labcamp-*.yaml")):
        file = folder / f"{number}.typ"
        file.write_text(f"Die Zeile {number}\n", "utf-8")
        yield lambda file=file: typst.compile(str(file), font_paths=fonts, ignore_system_fonts=True)


SIDES: dict[str, Callable[[Path, Path], Iterator[Make]]] = {"series": series, "line": line}


def main(side: str, checkout: Path) -> None:
    """Print the median cost of one PDF."""
    walls, cpus = [], []
    with tempfile.TemporaryDirectory() as folder:
        for make in SIDES[side](checkout, Path(folder)):
            wall, cpu = time.perf_counter(), time.process_time()
            make()
            walls.append(time.perf_counter() - wall)
            cpus.append(time.process_time() - cpu)
    print(json.dumps({"wall": statistics.median(walls), "cpu": statistics.median(cpus)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
