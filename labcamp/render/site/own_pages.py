"""The pages that people wrote themselves, such as one about the series."""

from collections.abc import Iterator

from labcamp.model.artefact import Artefact
from labcamp.render.site.contents import Site, page_of_own
from labcamp.render.site.frame import Page, title_of, write_page
from labcamp.render.site.prose import lead_of
from labcamp.render.site.rows import size_of


def render(site: Site) -> Iterator[Artefact]:
    """`<id>.html` of each file in `events/pages/`."""
    for own in site.workspace.pages:
        address = page_of_own(own)
        lead, text = lead_of(own.text)
        page = Page(address, title_of(own.title, site), about=lead, belongs=address)
        values = {"title": own.title, "size": size_of(own.title), "lead": lead, "text": text}
        yield write_page(site, "site-page.html.j2", page, site.words, **values)
