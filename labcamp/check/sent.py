"""What was handed out to single persons, as its file says it."""

from labcamp.check.ledger import Told
from labcamp.check.shape import shape
from labcamp.files.read import Source
from labcamp.findings import Finding
from labcamp.model.fields import Line, Number, Stamp
from labcamp.model.sent import Handed, Sent
from labcamp.model.series import Frozen


class Written(Frozen):
    """One entry as the file writes it."""

    sequence: Number
    stamp: Stamp
    counts: Line
    hash: Line
    event: Line = ""
    entry: Told | None = None


def check_sent(source: Source) -> tuple[Sent, tuple[Finding, ...]]:
    """What was handed out, by UID, and what is wrong with the file that says so."""
    sent: dict[str, Handed] = {}
    findings: tuple[Finding, ...] = ()
    for uid, data in source.data.items():
        written, found = shape(Written, source, data, {}, uid)
        findings += found
        if written:
            entry = written.entry.entry if written.entry else None
            sent[uid] = Handed(written.sequence, written.stamp, written.counts, written.hash, written.event, entry)
    return sent, findings
