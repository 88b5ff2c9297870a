"""What takes long to make is made once: kept for the rest of the run, and in a folder for the runs after it.

Nothing private is kept so.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from labcamp.files.disk import bytes_of, is_ours, keep_newest, own_folder, put_own
from labcamp.findings import LabcampError
from labcamp.render.stage import Stage

FOLDER = "set"
MOST = 2000  # files; a series of a thousand events has as many handouts and pictures, about 60 KB each
LARGEST = 20_000_000  # bytes
DIGEST = 64  # hexadecimal digits before the content, so that half a file is none


def once(stage: Stage, key: str, make: Callable[[], bytes]) -> bytes:
    """What was made of the same before, by the hash of all that it hangs on; else it is made now, and kept."""
    made = stage.made
    if key not in made:
        folder = own_folder(stage.kept, FOLDER) if stage.kept else None
        made[key] = _kept(folder, key) or _keep(folder, key, make())
    return made[key]


def _kept(folder: Path | None, key: str) -> bytes:
    """What is kept; nothing where it is not there, not ours, or not whole."""
    if folder is None:
        return b""
    with suppress(OSError, LabcampError):
        if is_ours(folder / key):
            content = bytes_of(folder / key, LARGEST)
            if content[:DIGEST] == _digest(content[DIGEST:]):
                return content[DIGEST:]
    return b""


def _keep(folder: Path | None, key: str, content: bytes) -> bytes:
    if folder:
        with suppress(OSError, LabcampError):
            put_own(_digest(content) + content, folder / key)
            keep_newest(folder, MOST)
    return content


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
