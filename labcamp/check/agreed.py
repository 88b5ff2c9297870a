"""Rules about what was agreed at an event."""

import datetime as dt
from collections.abc import Iterator

from labcamp.files.read import Source
from labcamp.findings import Finding, finding
from labcamp.model import Event


def agreed_until_before(event: Event, source: Source) -> Iterator[Finding]:
    """LC765: what was agreed at an event is to be done by a day before it."""
    if event.date is None or not event.agreed:
        return
    first = event.date.first or dt.date(event.date.year, event.date.month, 1)
    for index, each in enumerate(event.agreed):
        if each.until is not None and each.until < first:
            place = source.place("agreed", index, "until")
            yield finding("LC765", place, text=each.text, until=each.until, day=first)
