"""Files of others, read one after the other: all that they say together."""

from collections.abc import Sequence
from dataclasses import dataclass

from labcamp.exchange.found import Asked, Found, Left, Told
from labcamp.exchange.sources import read
from labcamp.exchange.taking.guarded import guarded
from labcamp.findings import Finding, Place, finding

LARGEST = 50_000_000  # bytes of a file of others
MOST = 20_000  # events of all files together


@dataclass(frozen=True)
class File:
    """A file of others: its name as it was typed, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Together:
    """What files say: their events, what found no place in them, what was wrong, and what they say of the series."""

    events: tuple[Found, ...] = ()
    left: tuple[Left, ...] = ()
    findings: tuple[Finding, ...] = ()
    title: str | None = None
    zone: str | None = None
    language: str | None = None


def told_by(file: File, asked: Asked) -> Told:
    """What one file says, fit for files that all can read; LC271 where it is too large, LC273 where it says nothing."""
    if len(file.content) > LARGEST:
        return Told(findings=(finding("LC271", Place(file.name), most=LARGEST // 1_000_000),))
    told = read(file.name, file.content, asked) if file.content.strip() else Told()
    if not told.events and not told.dates and not told.findings:
        return Told(left=told.left, findings=(finding("LC273", Place(file.name)),))
    return guarded(told)


def merged(all_told: Sequence[Told]) -> Together:
    """What all files say together; what they say of the series is what the first of them says that says anything."""
    findings = tuple(sorted(dict.fromkeys(found for told in all_told for found in told.findings)))
    events = tuple(found for told in all_told for found in told.events)
    if len(events) > MOST:
        findings = (*findings, finding("LC274", Place(""), count=len(events), most=MOST))
    return Together(
        events,
        tuple(left for told in all_told for left in told.left),
        findings,
        next((told.title for told in all_told if told.title), None),
        next((told.zone for told in all_told if told.zone), None),
        next((told.language for told in all_told if told.language), None),
    )
