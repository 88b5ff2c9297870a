"""A page an organisation: what it is, which events it hosted, and what it brought."""

from collections.abc import Iterator
from functools import cache

from labcamp.model import Organisation
from labcamp.model.artefact import Artefact
from labcamp.render.dates import LOCALES
from labcamp.render.site.about import Fact
from labcamp.render.site.contents import Part, Site, nothing, page_of_organisation
from labcamp.render.site.frame import Page, title_of, write_page
from labcamp.render.site.links import link
from labcamp.render.site.rows import finds, named_and_when, size_of, trace, when_and_where
from labcamp.render.words import Words


def render(site: Site) -> Iterator[Artefact]:
    """`organisations/<id>.html` of each that hosts or brings something."""
    for organisation in site.organisations:
        yield _page(site, organisation)


def _page(site: Site, organisation: Organisation) -> Artefact:
    words, part = site.words, site.of_organisations.get(organisation.id, nothing())
    page = Page(page_of_organisation(organisation), title_of(organisation.name, site))
    hosted = [event for event in part.events if any(host.id == organisation.id for host in event.hosts)]
    joined = [event for event in part.events if event not in hosted]
    said = when_and_where(words), named_and_when(words)
    lists = (
        (words("site.brought"), list(finds(Part([], part.talks, []), words, *said))),
        (words("site.hosted"), list(finds(Part(hosted, [], []), words, *said))),
        (words("site.partners"), list(finds(Part(joined, [], []), words, *said))),
    )
    return write_page(
        site, "site-organisation.html.j2", page, words,
        organisation=organisation, size=size_of(organisation.name), trace=trace(site, part, words),
        rows=_facts(organisation, words), lists=[(heading, rows) for heading, rows in lists if rows],
    )  # fmt: skip


def _facts(organisation: Organisation, words: Words) -> tuple[Fact, ...]:
    url = organisation.url or ""
    rows = (
        (words("place.label"), organisation.place or ""),
        (words("site.country"), country(organisation.country or "", words.language)),
        (words("site.level"), organisation.level or ""),
        (words("site.web"), link(url, url.partition("//")[2].strip("/")) if url else ""),
    )
    return tuple(Fact(label, value) for label, value in rows if value)


@cache
def country(code: str, language: str) -> str:
    """A country in words, from its code (ISO 3166-1); what is no code stays as it is."""
    from babel import Locale

    return str(Locale.parse(LOCALES[language]).territories.get(code.upper(), code))
