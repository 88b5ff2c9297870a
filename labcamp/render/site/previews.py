"""What other programs show of a page where somebody sends a link to it (Open Graph), beside its JSON-LD."""

from labcamp.render.dates import LOCALES
from labcamp.render.site.contents import Site, card_of, edition_of, public_address
from labcamp.render.site.linked_data import data_of
from labcamp.render.words import Words


def about_page(site: Site, address: str, words: Words) -> dict[str, str]:
    """The page at an address for machines: `data`, `locale`, and its picture with what is to be read on it.

    A picture has an address only where the site has one.
    """
    card = card_of(site, address)
    event = site.events_by_id.get(card.partition("/")[0])
    series = site.workspace.series
    paper = site.papers_by_page.get(address)
    says = (event.heading, site.facts(event).when) if event else (series.title, series.subtitle)
    says = (paper.title, edition_of(paper, words)) if paper and not site.is_draft(paper) else says
    return {
        "data": data_of(site, address),
        "locale": LOCALES[words.language],
        "card": public_address(site, card) if site.pdf else "",
        "card_says": ", ".join(filter(None, says)),
    }
