"""Which announced entry each entry of an event continues: by what it means, and only then by its UID."""

import uuid
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from itertools import count

from labcamp.model.entries import Entries, Entry, Kind, days_of_entry

ALIKE = 0.8  # titles that share so much are one title with a typo mended
Pairs = dict[str, str]  # the UID of an entry, and that of the announced entry that it continues
Way = Callable[[Entry, Entry], float]  # how near an entry is to an announced one, 0 where it is another


def paired(entries: Entries, announced: Entries) -> dict[str, Entry]:
    """The entries in their order, each with the UID of what it continues; a new one never has a UID that is taken."""
    if not announced or all(announced.get(uid) == entry for uid, entry in entries.items()):
        return dict(entries)
    kept: Pairs = {}
    for kind, pair in PAIR.items():
        new, old = _of_kind(entries, kind), _of_kind(announced, kind)
        live = {uid: entry for uid, entry in old.items() if entry.status != "cancelled"}
        kept |= pair(new, live or old)
        # What was dropped comes back: an event on that day, or a session of the same id
        if kind == "event":
            kept |= _nearest(_left(new, kept), _left(old, kept.values()), _same_days)
        kept |= {uid: uid for uid in _left(new, kept) if uid in _left(old, kept.values())}
    taken = {*announced, *entries}
    return {kept.get(uid) or (_free(uid, taken) if uid in announced else uid): entry for uid, entry in entries.items()}


def _of_kind(entries: Entries, kind: Kind) -> dict[str, Entry]:
    return {uid: entry for uid, entry in entries.items() if entry.kind == kind}


def _left(entries: Entries, used: Iterable[str]) -> dict[str, Entry]:
    """The entries that are not used yet."""
    gone = set(used)
    return {uid: entry for uid, entry in entries.items() if uid not in gone}


def _free(uid: str, taken: Iterable[str]) -> str:
    """A UID that is made from another one and is not taken."""
    made = (str(uuid.uuid5(uuid.NAMESPACE_OID, f"{uid}/{number}")) for number in count(2))
    return next(each for each in made if each not in taken)


def _days(entries: Entries, announced: Entries) -> Pairs:
    """As many days as before are the same ones, moved; else a day continues its day, and the rest goes in order."""
    kept: Pairs = {}
    if len(entries) != len(announced):
        kept = _nearest(entries, announced, _same_days)
    rest = (_left(entries, kept), _left(announced, kept.values()))
    return kept | dict(zip(*(sorted(some, key=lambda uid: some[uid].start or "") for some in rest), strict=False))


def _sessions(entries: Entries, announced: Entries) -> Pairs:
    """A session that says the same, has the same id, the same day, start and length, or nearly the same title."""
    kept = _nearest(entries, announced, lambda new, old: new[:4] == old[:4])
    kept |= {uid: uid for uid in _left(entries, kept) if uid in _left(announced, kept.values())}
    for way in (_same_slot, _same_title):
        kept |= _nearest(_left(entries, kept), _left(announced, kept.values()), way)
    return kept


def _by_uid(entries: Entries, announced: Entries) -> Pairs:
    return {uid: uid for uid in entries if uid in announced}


PAIR: dict[Kind, Callable[[Entries, Entries], Pairs]] = {"event": _days, "session": _sessions, "deadline": _by_uid}


def _nearest(entries: Entries, announced: Entries, way: Way) -> Pairs:
    """Pairs of what is near in a way, the nearest first, each only once."""
    near = [
        (-way(new, old), at, uid, known)
        for at, (uid, new) in enumerate(entries.items())
        for known, old in announced.items()
    ]
    kept: Pairs = {}
    for distance, _, uid, known in sorted(near, key=lambda each: each[:2]):
        if distance and uid not in kept and known not in kept.values():
            kept[uid] = known
    return kept


def _same_days(new: Entry, old: Entry) -> float:
    """Whether an event is on a day of the other one; more, if it begins on the same day."""
    days, others = days_of_entry(new), days_of_entry(old)
    return 1 + (days[0] == others[0]) if set(days) & set(others) else 0


def _same_slot(new: Entry, old: Entry) -> float:
    """Whether a session is at the same time as the other one; the more alike its title, the more."""
    return 1 + _likeness(new, old) if new.start and new[2:4] == old[2:4] else 0


def _same_title(new: Entry, old: Entry) -> float:
    likeness = _likeness(new, old)
    return likeness if likeness >= ALIKE else 0


def _likeness(new: Entry, old: Entry) -> float:
    return SequenceMatcher(None, new.title, old.title).ratio()
