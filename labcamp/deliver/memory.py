"""Which drafts have been in a mailbox: remembered for each folder of each user on each server."""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from labcamp.model.private import Account

Keys = frozenset[str]
SOMEWHERE = ""  # where labcamp remembered keys alone, and not where the drafts have been


def place_of(account: Account, folder: str) -> str:
    """A folder of a user on a server: `imap://treffen@imap.example.org/Drafts`.

    Without the port, for who corrects `security:` finds the same mailbox at another one.
    """
    return f"imap://{account.user}@{account.host.lower()}/{folder}"


def remembered(content: bytes) -> dict[str, Keys]:
    """The keys of the drafts that have been at each place; none where the text is not ours."""
    try:
        read: object = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    places = read if isinstance(read, dict) else {SOMEWHERE: read}
    return {place: _texts(keys) for place, keys in places.items() if isinstance(keys, list)}


def _texts(keys: list[object]) -> Keys:
    return frozenset(key for key in keys if isinstance(key, str))


def known_at(place: str, memory: Mapping[str, Keys]) -> Keys:
    """The keys of the drafts that have been at a place, as far as anybody knows."""
    return memory.get(place, memory.get(SOMEWHERE, frozenset()))


def memory_with(place: str, keys: AbstractSet[str], memory: Mapping[str, Keys]) -> bytes:
    """The text that remembers these keys at a place, and what there was to remember at others."""
    places = {**memory, place: keys}
    kept = {name: sorted(places[name]) for name in sorted(places) if name != SOMEWHERE}
    return (json.dumps(kept, indent=0) + "\n").encode()
