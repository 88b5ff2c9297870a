"""Run in labcamp's environment, once a round: prints what reading a folder of event files costs, as JSON.

Usage: python reading.py csafeloader|read|load|shape|check WORKSPACE. Both sides keep what they read, as a program
would, and both have imported everything and seen one file (for check all of them, so that the holidays are known)
before the clock starts; Python's collector stays on.
"""

import gc
import json
import sys
import time
from pathlib import Path

import yaml
from made import TODAY, WARM

from labcamp.check import check_organisations, check_series
from labcamp.check.shape import shape
from labcamp.files.read import Source, read_source
from labcamp.model import Event
from labcamp.model.series import FILE_NAME
from labcamp.review.rules import advice
from labcamp.workspace import Reading, Workspace, load, reading


def csafeloader(root: Path) -> list[object]:
    """The data of each file, by PyYAML's fastest loader."""
    kept: list[object] = []
    for path in event_files(root):
        with path.open(encoding="utf-8") as file:
            kept.append(yaml.load(file.read(), Loader=yaml.CSafeLoader))
    return kept


def labcamp_read(root: Path) -> list[Source]:
    """The data of each file, by labcamp's first stage."""
    return [read_source(path, path.name) for path in event_files(root)]


def labcamp_load(root: Path) -> Workspace:
    """The model of each file, seen by all rules; made-up events have no errors."""
    workspace = load(root, TODAY)
    if workspace.errors:
        sys.exit(f"{len(workspace.errors)} errors, the first: {workspace.errors[0]}")
    return workspace


def labcamp_shape(root: Path) -> list[Event | None]:
    """The model of each file, seen by no rule."""
    organisations, _ = check_organisations(read_source(root / "events/organisations.yaml", ""))
    series, _ = check_series(read_source(root / "events/series.yaml", ""), organisations)
    if series is None:
        sys.exit("no series")
    shared = {"zone": series.zone, "language": series.language}
    read = ((path.stem, read_source(path, path.name)) for path in event_files(root))
    return [
        shape(Event, source, shared | source.data | {FILE_NAME: id_}, {"organisations": organisations})[0]
        for id_, source in read
    ]


def labcamp_check(root: Path) -> Reading:
    """The model of each file, seen by all rules and by those that only `check` has."""
    read = reading(root, TODAY)
    advice(read)
    return read


def event_files(root: Path) -> list[Path]:
    """The files that hold one event each, in order."""
    return sorted((root / "events").glob("event-*.yaml"))


READERS = {
    "csafeloader": csafeloader,
    "read": labcamp_read,
    "load": labcamp_load,
    "shape": labcamp_shape,
    "check": labcamp_check,
}


def main(reader: str, root: Path) -> None:
    """Print the seconds that the reader takes for the workspace."""
    read = READERS[reader]
    read(root if reader == "check" else root / WARM)
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    kept = read(root)
    cost = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    del kept
    print(json.dumps(cost))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
