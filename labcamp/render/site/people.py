"""A page a person, where the series wants such pages; search engines are asked to leave them out."""

from collections.abc import Iterator

from labcamp.model.artefact import Artefact
from labcamp.render.site.contents import Part, Site
from labcamp.render.site.frame import Page, title_of, write_page
from labcamp.render.site.rows import finds, named_and_when, size_of, trace, when_and_where


def render(site: Site) -> Iterator[Artefact]:
    """`people/<id>.html` of everybody who is named; nothing unless the series wants such pages."""
    for name, address in site.people.items():
        yield _page(site, name, address)


def _page(site: Site, name: str, address: str) -> Artefact:
    words, part = site.words, site.of_people[name]
    said = when_and_where(words), named_and_when(words)
    lists = (
        (words("site.brought"), list(finds(Part([], part.talks), words, *said))),
        (words("site.moderation"), list(finds(Part(part.events, []), words, *said))),
    )
    return write_page(
        site, "site-person.html.j2", Page(address, title_of(name, site), listed=False), words,
        person=name, size=size_of(name), trace=trace(site, part, words), lists=[each for each in lists if each[1]],
    )  # fmt: skip
