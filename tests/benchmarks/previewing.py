"""Run once a round: prints what it takes until a saved event file can be seen, or what one newsletter takes, as JSON.

Usage: python previewing.py preview|newsletter CHECKOUT. Both work on a copy of the real series, in which what the
newsletter of one event begins with has just been changed.

preview     From before the file is saved until a client that waits for changes has fetched the new page of the
            newsletter and its HTML with the new text, over HTTP on loopback, from `labcamp preview` in a process of
            its own. One change before has been waited for.
newsletter  `labcamp render-newsletter` in this process, which has made one already: all is imported, and Jinja, which
            takes most of a first one, need not compile anything.
"""

import io
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from made import TODAY

ID = "labcamp-11"
PAUSE = 0.3  # seconds, so that nothing of the change before is still under way
PAGES = (f"/{ID}/newsletter", f"/{ID}/newsletter/document")
DAY = ("--today", TODAY.isoformat())


def changed(root: Path, word: str) -> None:
    """The newsletter of the event begins with a word, and its file is saved."""
    file = root / "events" / f"{ID}.yaml"
    before, key, after = (file.parent.parent / "before.yaml").read_text("utf-8").partition("  intro: >\n")
    if not key:
        sys.exit(f"the newsletter of {ID} begins with no words of its own")
    file.write_text(f"{before}{key}    {word}.\n{after}", "utf-8")


def preview(root: Path) -> dict[str, float]:
    """The seconds until the second change can be seen, and the processor seconds of the client alone."""
    words = (sys.executable, "-m", "labcamp", "preview", "--lang", "en", "--root", str(root), *DAY)
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = server.stdout.readline().split("//")[1].rstrip("/\n")
            waiting = HTTPConnection(address, timeout=20)
            waiting.request("GET", "/-/changes")
            changes = waiting.getresponse()
            asking = HTTPConnection(address, timeout=20)
            told(changes)
            for page in PAGES:
                fetched(asking, page)
            seen(root, "Vorher", changes, asking)
            time.sleep(PAUSE)
            return seen(root, "Nachher", changes, asking)
        finally:
            server.terminate()


def told(changes: HTTPResponse) -> None:
    """The server has told of a view that is new."""
    while not changes.readline().startswith(b"data:"):
        pass


def fetched(asking: HTTPConnection, path: str) -> str:
    """A page as the server has it now."""
    asking.request("GET", path)
    return asking.getresponse().read().decode()


def seen(root: Path, word: str, changes: HTTPResponse, asking: HTTPConnection) -> dict[str, float]:
    """The seconds until a change can be seen: the page is there again, and so is its mail with the new word."""
    wall, cpu = time.perf_counter(), time.process_time()
    changed(root, word)
    mail = ""
    while f"{word}." not in mail:
        told(changes)
        _, mail = (fetched(asking, path) for path in PAGES)
    return {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}


def newsletter(root: Path) -> dict[str, float]:
    """The seconds of the second newsletter, from reading all files to the last one written."""
    made(root, "Vorher")
    time.sleep(PAUSE)
    return made(root, "Nachher")


def made(root: Path, word: str) -> dict[str, float]:
    """The seconds that the command takes after a change."""
    from labcamp.cli import app

    changed(root, word)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        wall, cpu = time.perf_counter(), time.process_time()
        app(["render-newsletter", "11", "--root", str(root), *DAY], standalone_mode=False)
        return {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}


SIDES: dict[str, Callable[[Path], dict[str, float]]] = {"preview": preview, "newsletter": newsletter}


def main(side: str, checkout: Path) -> None:
    """Print the cost of one side."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(checkout / "events", root / "events")
        shutil.copy(root / "events" / f"{ID}.yaml", root / "before.yaml")
        print(json.dumps(SIDES[side](root)))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
