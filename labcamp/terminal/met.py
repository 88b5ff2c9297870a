"""Who has met whom, written: as planned, as it was, or not any more; nothing of it is ever printed but how many."""

import secrets
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

from labcamp.files.read import content_of
from labcamp.files.remove import remove
from labcamp.files.write import create, replace
from labcamp.model.artefact import Artefact
from labcamp.model.met import BYTES_OF_KEY, Met, called, met_at, met_bytes
from labcamp.model.seating import Seating
from labcamp.workspace.met import KEY, MET, MOST, key_of, met_of
from labcamp.workspace.private import FOLDER


def remember_met(root: Path, event_id: str, seating: Seating, *, dry_run: bool) -> None:
    """Who meets whom at an event, in the place of what was remembered of it; the key is made with the first."""
    before = met_of(root)
    key = key_of(root, before) or secrets.token_bytes(BYTES_OF_KEY)
    names = [called(person) for person in seating.people]
    tables = [table for tables in seating.rounds for table in tables]
    pairs = {(names[one], names[other]) for table in tables for one, other in combinations(table, 2)}
    people = {name for pair in pairs for name in pair}
    others = {id_: met for id_, met in before.items() if id_ != event_id}
    write_met(root, others | ({event_id: met_at(key, event_id, people, pairs)} if pairs else {}), key, dry_run=dry_run)


def forget_met(root: Path, event_id: str, *, dry_run: bool) -> int:
    """How many pairs were remembered of an event, of which nothing is left then."""
    before = met_of(root)
    if event_id in before:
        others = {id_: met for id_, met in before.items() if id_ != event_id}
        write_met(root, others, None, dry_run=dry_run)
    return len(before[event_id].pairs) if event_id in before else 0


def write_met(root: Path, editions: Mapping[str, Met], key: bytes | None, *, dry_run: bool) -> None:
    """Write who has met whom, after the key without which nobody could read it; where there is nothing, both go."""
    folder = root / FOLDER
    if not editions:
        list(remove((MET, KEY), folder, dry_run=dry_run, force=True))
        return
    if key and not (folder / KEY).is_file():
        create(Artefact(KEY, f"{key.hex()}\n".encode()), folder, dry_run=dry_run)
    path = folder / MET
    replace(
        path, content_of(path, path.as_posix(), MOST) if path.is_file() else None, met_bytes(editions), dry_run=dry_run
    )
