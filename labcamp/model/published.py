"""What the site had at which address: what was once published is never lost."""

import datetime as dt
import json
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace

# What nobody links to or subscribes to, and the pages of people, who may be gone for good
NEVER_RECORDED = re.compile(
    r"(?:assets|people)/.*|(?:.*/)?card\.png|papers/.*\.png|404\.html|(?:robots|sitemap)\.\w+|[._].*"
)


@dataclass(frozen=True)
class Published:
    """The addresses that were made public and those that were taken back, each with its day, and of which site."""

    public: str | None = None
    addresses: Mapping[str, dt.date] = field(default_factory=dict)
    withdrawn: Mapping[str, dt.date] = field(default_factory=dict)


def recorded_addresses(published: Published, made: Iterable[str], public: str | None, today: dt.date) -> Published:
    """The same with all that the site has today; what was taken back and is there again is public again."""
    known = {address: today for address in sorted(made) if not NEVER_RECORDED.fullmatch(address)}
    withdrawn = {address: day for address, day in published.withdrawn.items() if address not in known}
    return Published(public, {**known, **published.addresses}, withdrawn)


def taken_back(published: Published, addresses: Iterable[str], today: dt.date) -> Published:
    """The same without some addresses, of which nothing is said any more but that they are gone."""
    gone = dict.fromkeys(addresses, today)
    left = {address: day for address, day in published.addresses.items() if address not in gone}
    return replace(published, addresses=left, withdrawn={**gone, **published.withdrawn})


def published_bytes(published: Published) -> bytes:
    """What was published as its file: JSON with an address a line, so that git can merge what two people recorded."""
    known = {"public": published.public, "addresses": _days(published.addresses)}
    if published.withdrawn:
        known["withdrawn"] = _days(published.withdrawn)
    return f"{json.dumps(known, ensure_ascii=False, indent=2)}\n".encode()


def _days(addresses: Mapping[str, dt.date]) -> dict[str, str]:
    return {address: addresses[address].isoformat() for address in sorted(addresses)}


def leads_out(address: str) -> bool:
    """Tell whether an address is one of another site."""
    return address.strip().startswith(("https://", "http://"))


def address_of(text: str, public: str | None, known: Container[str] = ()) -> str:
    """An address of the site out of what people write: `/labcamp-10/`, `labcamp-10`, or all of it with the domain.

    One of another site stays as it is.
    """
    address = text.strip().removeprefix((public or "").rstrip("/") or "\0").strip("/")
    if leads_out(text) and address == text.strip().strip("/"):
        return text.strip()
    page, first = f"{address}.html", f"{address}/index.html".lstrip("/")
    if "." in address.rpartition("/")[2]:
        return address
    return page if page in known and first not in known else first


def moved_addresses(moved: Mapping[str, str], public: str | None, known: Container[str] = ()) -> dict[str, str]:
    """Where to go on from each address that has moved, as addresses of the site."""
    return {address_of(old, public, known): address_of(new, public, known) for old, new in moved.items()}


def followed(address: str, moved: Mapping[str, str]) -> str:
    """Where an address leads in the end; the address itself where that is a circle."""
    seen = [address]
    while (there := moved.get(seen[-1])) and there not in seen:
        seen.append(there)
    return address if there else seen[-1]
