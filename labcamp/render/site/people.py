"""A page a person, where the series wants such pages; search engines are asked to leave them out."""

from collections.abc import Callable, Iterator

from labcamp.model.artefact import Artefact
from labcamp.render.dates import listed
from labcamp.render.site.contents import Part, Site, Talk
from labcamp.render.site.frame import Page, title_of, write_page
from labcamp.render.site.rows import finds, month_of, size_of, trace, when_and_where
from labcamp.render.words import Words


def render(site: Site) -> Iterator[Artefact]:
    """`people/<id>.html` of everybody who is named; nothing unless the series wants such pages."""
    for name, address in site.people.items():
        yield _page(site, name, address)


def _page(site: Site, name: str, address: str) -> Artefact:
    words, part = site.words, site.of_people[name]
    said = when_and_where(words), _for_whom(name, words)
    lists = (
        (words("site.brought"), list(finds(Part([], part.talks, []), words, *said))),
        (words("site.moderation"), list(finds(Part(part.events, [], []), words, *said))),
    )
    return write_page(
        site, "site-person.html.j2", Page(address, title_of(name, site), listed=False), words,
        person=name, size=size_of(name), trace=trace(site, part, words), lists=[each for each in lists if each[1]],
    )  # fmt: skip


def _for_whom(name: str, words: Words) -> Callable[[Talk], str]:
    """`Werkstatt, März 2021` of a session: for which organisation somebody spoke, and when."""

    def said(talk: Talk) -> str:
        known = {each.organisation.name for each in talk.session.by if each.name == name and each.organisation}
        return ", ".join(filter(None, (listed(sorted(known), words), month_of(talk.event, words))))

    return said
