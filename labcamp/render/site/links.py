"""Pieces of HTML that are put together in Python: links, in lists in words."""

from collections.abc import Iterable
from typing import Any

from labcamp.model import Organisation, Person, Topic
from labcamp.render.site.contents import Site, page_of_organisation, page_of_topic
from labcamp.render.site.frame import Page
from labcamp.render.words import Words
from labcamp.workspace.public import known


def link(address: str, title: str) -> Any:
    """A link; only its title where there is no address."""
    from markupsafe import Markup, escape

    return Markup('<a href="{}">{}</a>').format(address, title) if address else escape(title)


def bold(text: str) -> Any:
    """A text that stands out."""
    from markupsafe import Markup

    return Markup("<b>{}</b>").format(text)


def joined(parts: Iterable[Any], apart: str) -> Any:
    """Pieces with HTML between them."""
    from markupsafe import Markup

    return Markup(apart).join(parts)


def linked(page: Page, things: Iterable[tuple[str, str]], words: Words) -> Any:
    """Titles, each a link where it has an address in the site, as a list in words: `A, B und C`."""
    items = [link(page.to(address) if address else "", title) for title, address in things]
    if len(items) < 2:  # noqa: PLR2004  # nothing to join
        return joined(items, "")
    return words("dates.and", first=joined(items[:-1], ", "), last=items[-1])


def organisations(page: Page, found: Iterable[Organisation], words: Words) -> Any:
    """Organisations as a list in words, each a link to its page."""
    return linked(page, ((each.name, page_of_organisation(each)) for each in found), words)


def topics(page: Page, found: Iterable[Topic], words: Words) -> Any:
    """Topics as a list in words, each a link to its page."""
    return linked(page, ((each.name, page_of_topic(each)) for each in found), words)


def people(site: Site, page: Page, found: Iterable[Person], apart: str = "; ") -> Any:
    """People, each with a link to a page of theirs if there is one, and to that of their organisation."""
    return joined((_person(site, page, person) for each in found if (person := known(each))), apart)


def _person(site: Site, page: Page, person: Person) -> Any:
    name, organisation = person.name or "", person.organisation
    named = (
        (name, site.people.get(name, "")),
        (person.role or "", ""),
        (organisation.name, page_of_organisation(organisation)) if organisation else ("", ""),
    )
    return joined((link(page.to(address) if address else "", title) for title, address in named if title), ", ")
