"""The page that a server shows for an address at which there is nothing, at any depth."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from labcamp.model.artefact import Artefact
from labcamp.render.site.contents import ARCHIVE, HOME, Site
from labcamp.render.site.frame import Page, write_page


def render(site: Site) -> Iterator[Artefact]:
    """`404.html`: its links begin at the root; where nobody knows that, it has neither links nor style."""
    words, series = site.words, site.workspace.series
    top = f"{urlsplit(series.public).path.rstrip('/')}/" if series.public else ""
    page = Page("404.html", words("site.not_found"), belongs="", listed=False, top=top, alone=not top)
    places = [(words("site.next"), page.to(HOME))] if top else []
    places += [(words("site.search_archive"), page.to(ARCHIVE))] if top and site.talks else []
    places += [(words("site.write_to_us"), f"mailto:{series.contact.email}")] if series.contact.email else []
    yield write_page(site, "site-404.html.j2", page, words, places=places)
