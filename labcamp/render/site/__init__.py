"""The site: all that is public of a series, as one folder that opens by double click and needs no server."""

from collections.abc import Callable, Iterator

from labcamp.model.artefact import Artefact
from labcamp.render.site import assets, events, home, sessions
from labcamp.render.site.contents import Site, site_of
from labcamp.render.stage import Stage

PARTS: tuple[Callable[[Site], Iterator[Artefact]], ...] = (home.render, events.render, sessions.render, assets.render)


def render(stage: Stage, *, drafts: bool = False) -> Iterator[Artefact]:
    """Every file of the site, below `site/`; drafts are in it only where it is looked at before anybody else does."""
    site = site_of(stage, drafts=drafts)
    for part in PARTS:
        yield from part(site)
