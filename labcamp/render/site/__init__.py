"""The site: all that is public of a series, as one folder that opens by double click and needs no server."""

from collections.abc import Callable, Iterator

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.render.site import (
    archive,
    assets,
    cards,
    copied,
    events,
    feeds,
    home,
    not_found,
    organisations,
    own_pages,
    papers,
    people,
    publishing,
    series_json,
    sessions,
    topics,
)
from labcamp.render.site.addresses import stand_ins
from labcamp.render.site.contents import FOLDER, Site, site_of
from labcamp.render.stage import Stage

__all__ = ["FOLDER", "PARTS", "render"]

PARTS: tuple[Callable[[Site], Iterator[Artefact]], ...] = (
    home.render,
    events.render,
    sessions.render,
    topics.render,
    organisations.render,
    people.render,
    papers.render,
    own_pages.render,
    archive.render,
    not_found.render,
    assets.render,
    copied.render,
    cards.render,
    feeds.render,
    series_json.render,
    publishing.render,
)


def render(
    stage: Stage, _events: tuple[Event, ...] = (), *, drafts: bool = False, pdf: bool = True
) -> Iterator[Artefact]:
    """Every file of the site, below `site/`, whichever events are asked for: it tells of all.

    Drafts are in it only where it is looked at before anybody else does. Without `pdf` it has nothing that Typst sets.
    """
    site = site_of(stage, drafts=drafts, pdf=pdf)
    files = [file for part in PARTS for file in part(site)]
    yield from files
    yield from stand_ins(site, files)
    yield from publishing.sitemap(site, files)
