"""What labcamp has written before: the hashes beside the files."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from labcamp.write.disk import put, told
from labcamp.write.places import MEMORY, stays_below

Hashes = Mapping[str, frozenset[str]]


def hash_of(content: bytes) -> str:
    """The SHA-256 of the content, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def remembered(out: Path) -> Hashes:
    """The hashes that labcamp wrote, by name; a file that is no memory of ours knows nothing."""
    path = out / MEMORY
    with told(path):
        try:
            text = path.read_bytes()
        except FileNotFoundError:
            return {}
    try:
        entries: object = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(entries, dict):
        return {}
    # The sweep goes where these names lead: neither elsewhere, nor to a name that no system can hold.
    return {
        name: frozenset(hash_ for hash_ in hashes if isinstance(hash_, str))
        for name, hashes in entries.items()
        if stays_below(name) and isinstance(hashes, list)
    }


def remember(hashes: Hashes, out: Path, before: Hashes) -> None:
    """The memory holds the hashes; it is not touched where it did before."""
    if hashes == before:
        return
    lines = (f"{json.dumps(name)}: {json.dumps(sorted(hashes[name]))}" for name in sorted(hashes))
    with told(out / MEMORY):
        put(("{\n" + ",\n".join(lines) + "\n}\n").encode(), out / MEMORY)
