"""What stands at addresses that the site had once: a page that leads on, or that says that nothing is there."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from labcamp.model.artefact import Artefact
from labcamp.model.published import followed, leads_out, moved_addresses
from labcamp.render.site.contents import ARCHIVE, FOLDER, HOME, Site, page_of_event, public_address
from labcamp.render.site.frame import Page, write_page
from labcamp.workspace import Workspace


@dataclass(frozen=True)
class StandIn(Artefact):
    """What stands at an address of which the site has nothing any more."""


class End(NamedTuple):
    """An address of which the site has nothing any more, where it leads on to, and whether it was taken back."""

    address: str
    target: str  # empty where it leads nowhere, else an address of this site or of another
    withdrawn: bool

    @property
    def lost(self) -> bool:
        """Nobody has said what has become of it."""
        return not (self.target or self.withdrawn)


def addresses(artefacts: Iterable[Artefact]) -> frozenset[str]:
    """The address of everything that the site has, without what stands in for something that is gone."""
    return frozenset(each.name.removeprefix(f"{FOLDER}/") for each in artefacts if not isinstance(each, StandIn))


def ends_of(workspace: Workspace, made: Set[str]) -> Iterator[End]:
    """What has become of each address that the site once had, or that has moved."""
    series, published = workspace.series, workspace.published
    moved = moved_addresses(series.moved, series.public, made | published.addresses.keys())
    # Who looks for a session of an event that does not take place has to learn just that.
    cancelled = {page_of_event(event) for event in workspace.events if event.cancelled}
    for address in sorted({*moved, *published.addresses, *published.withdrawn} - made):
        target, event = followed(address, moved), f"{address.rpartition('/')[0]}/{HOME}"
        if not (target in made or (target != address and leads_out(target))):
            target = event if event in cancelled else ""
        yield End(address, target, address in published.withdrawn)


def stand_ins(site: Site, made: Iterable[Artefact]) -> Iterator[Artefact]:
    """A page for each end; a file that has moved, such as a calendar, is there by both names."""
    contents = {each.name.removeprefix(f"{FOLDER}/"): each.content for each in made}
    for end in ends_of(site.workspace, contents.keys()):
        if end.address.endswith(".html"):
            yield StandIn(f"{FOLDER}/{end.address}", _page(site, end, contents).content)
        elif end.target in contents and PurePosixPath(end.target).suffix == PurePosixPath(end.address).suffix:
            yield StandIn(f"{FOLDER}/{end.address}", contents[end.target])


def _page(site: Site, end: End, made: Mapping[str, bytes]) -> Artefact:
    """What is to be read at an address: that it has moved, that it is gone, or that nobody knows."""
    words = site.words
    word = "moved" if end.target else "withdrawn" if end.withdrawn else "lost"
    page = Page(end.address, words(f"gone.{word}"), belongs="", listed=False)
    if end.target:
        canonical = end.target if leads_out(end.target) else public_address(site, end.target)
        return write_page(site, "site-moved.html.j2", page, words, target=end.target, canonical=canonical)
    onward = "" if end.withdrawn else ARCHIVE if ARCHIVE in made else HOME
    return write_page(site, "site-gone.html.j2", page, words, onward=onward, archive=onward == ARCHIVE, canonical="")
