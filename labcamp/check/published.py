"""What is said of addresses of the site: which were published, and which have moved."""

from collections.abc import Iterator

from pydantic import Field

from labcamp.check.shape import shape
from labcamp.files.read import Source
from labcamp.files.write import stays_below
from labcamp.findings import Finding, finding
from labcamp.model import Series
from labcamp.model.fields import Day, Url
from labcamp.model.published import Published, address_of, leads_out
from labcamp.model.series import Frozen


class Written(Frozen):
    """What was published, as its file writes it."""

    public: Url | None = None
    addresses: dict[str, Day] = Field(default_factory=dict)
    withdrawn: dict[str, Day] = Field(default_factory=dict)


def check_published(source: Source) -> tuple[Published, tuple[Finding, ...]]:
    """What was published, and what is wrong with the file that says so."""
    written, findings = shape(Written, source, source.data, {})
    if written is None:
        return Published(), findings
    every = [(key, address) for key in ("addresses", "withdrawn") for address in getattr(written, key)]
    away = tuple(finding("LC006", source.place(*path, key=True)) for path in every if not stays_below(path[1]))
    return Published(written.public, written.addresses, written.withdrawn), away


def moved_away(series: Series, source: Source) -> Iterator[Finding]:
    """LC006: an address that has moved, or where it has moved to, leaves the site."""
    for old, new in series.moved.items():
        for text, place in ((old, source.place("moved", old, key=True)), (new, source.place("moved", old))):
            address = address_of(text, series.public)
            if not stays_below(address) and not (text == new and leads_out(address)):
                yield finding("LC006", place)
