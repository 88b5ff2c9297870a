"""Advice about addresses that were copied together with the file of an earlier event."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from labcamp.advice.look import Look
from labcamp.findings import Finding, finding
from labcamp.model import Event
from labcamp.read import Steps
from labcamp.workspace import Workspace

Use = tuple[str, str]  # what for, and the address in one form


def link_copied(look: Look) -> Iterator[Finding]:
    """LC918: an event to come has an address that an earlier one has for the same."""
    if not look.upcoming:
        return
    before = len(look.earlier)
    own = _of_the_series(look.workspace)
    for use, path in _uses(look.event):
        users = [(place, event) for place, event in _users(look.workspace)[use] if place < before]
        # What more than one event had before is a page for all of them.
        if len(users) == 1 and use[1] not in own and not _same_house(look.event, users[0][1], use):
            other = look.reading.sources[users[0][1].id].path
            yield finding("LC918", look.at(path, ""), other=other)


def _uses(event: Event) -> Iterator[tuple[Use, Steps]]:
    """Each address that belongs to one event alone, with its place in the file."""
    url, place = event.registration.url, event.place
    if url and not url.startswith("mailto:"):
        yield ("registration", _plain(url)), ("registration", "url")
    if place and place.url:
        yield ("place", _plain(place.url)), ("place", "url")
    for index, link in enumerate(event.links):
        if link.type == "feedback":
            yield ("feedback", _plain(link.url)), ("links", index, "url")


def _plain(url: str) -> str:
    """An address without what may be written in several ways."""
    host, slash, rest = re.sub(r"^https?://(?:www\.)?", "", url.strip()).partition("/")
    return f"{host.lower()}{slash}{rest}".rstrip("/")


@lru_cache(maxsize=1)
def _users(workspace: Workspace) -> Mapping[Use, list[tuple[int, Event]]]:
    """The events that have an address for the same, in time order, each with its place."""
    users: dict[Use, list[tuple[int, Event]]] = {}
    for place, event in enumerate(workspace.events):
        for use, _ in _uses(event):
            users.setdefault(use, []).append((place, event))
    return users


@lru_cache(maxsize=1)
def _of_the_series(workspace: Workspace) -> frozenset[str]:
    """The addresses that hold for all events."""
    series = workspace.series
    urls = (series.homepage, series.archive, series.public, *(channel.url for channel in series.channels))
    return frozenset(_plain(url) for url in urls if url)


def _same_house(event: Event, other: Event, use: Use) -> bool:
    """Tell whether both events are at one place, whose address is the same with good reason."""
    one, two = event.place, other.place
    return use[0] == "place" and one is not None and two is not None and one.on_site and one.name == two.name
