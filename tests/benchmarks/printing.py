"""Run in labcamp's environment, once a round: makes one file, or prints what one costs among others, as JSON.

Usage: python printing.py handout|pdf|docx|series|line CHECKOUT OUT

handout  The handout of one event, from reading all files of the real series to the PDF on disk; a whole process.
pdf      The paper with findings of a series, from reading its files to the file on disk; a whole process. `docx` alike.
series   The handout of each event of the series, from the event as it was read to the bytes of its PDF: the median,
         so what the first one costs more, for all is cold, is left out.
line     `typst.compile` of a file with one line, as often and each time another one: the median, too.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from made import TODAY

from labcamp.render.stage import stage_of

ID = "labcamp-11"
Make = Callable[[], object]


def handout(checkout: Path, out: Path) -> None:
    """The handout of LabCamp #11 in a folder."""
    from labcamp.files.write import write
    from labcamp.render.prints import PRINTS
    from labcamp.workspace import load

    workspace = load(checkout, TODAY)
    event = next(event for event in workspace.events if event.id == ID)
    list(write(list(PRINTS["agenda"].render(stage_of(workspace), [event])), out))


def paper(form: str, root: Path, out: Path) -> None:
    """The paper with findings of a series in one form, in a folder."""
    from labcamp.files.write import write
    from labcamp.render import papers
    from labcamp.workspace import load

    workspace = load(root, TODAY)
    found = [each for each in workspace.papers if each.findings and not each.is_draft(TODAY)]
    list(write(list(papers.render(stage_of(workspace), found, [form])), out))


def series(checkout: Path, _: Path) -> Iterator[Make]:
    """One handout after the other."""
    from labcamp.render.prints import PRINTS
    from labcamp.workspace import load

    workspace = load(checkout, TODAY)
    for event in workspace.events:
        yield partial(list, PRINTS["agenda"].render(stage_of(workspace), [event]))


def line(checkout: Path, folder: Path) -> Iterator[Make]:
    """One line after the other."""
    import typst

    for number, _ in enumerate((checkout / "events").glob("labcamp-*.yaml")):
        file = folder / f"{number}.typ"
        file.write_text(f"Die Zeile {number}\n", "utf-8")
        yield partial(typst.compile, str(file))


WHOLE: dict[str, Callable[[Path, Path], None]] = {
    "handout": handout,
    "pdf": partial(paper, "pdf"),
    "docx": partial(paper, "docx"),
}
SIDES: dict[str, Callable[[Path, Path], Iterator[Make]]] = {"series": series, "line": line}


def main(side: str, checkout: Path, out: Path) -> None:
    """Make the handout, or print the median cost of one PDF."""
    if side in WHOLE:
        WHOLE[side](checkout, out)
        return
    walls, cpus = [], []
    for make in SIDES[side](checkout, out):
        wall, cpu = time.perf_counter(), time.process_time()
        make()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    print(json.dumps({"wall": statistics.median(walls), "cpu": statistics.median(cpus)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
