"""What all pages of the site share: head, navigation, footer, and links that work from a disk."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from labcamp.model.artefact import Artefact
from labcamp.render.pictures import logo_address
from labcamp.render.site.contents import ARCHIVE, FOLDER, HOME, TOPICS, Site
from labcamp.render.stage import HELPS
from labcamp.render.templates import fill
from labcamp.render.words import Words


class Way(NamedTuple):
    """An entry of the navigation: what it is called, where it leads, and whether we are there."""

    title: str
    address: str
    here: bool


@dataclass(frozen=True)
class Page:
    """One page: where it lies, what it is called and about, and which entry of the navigation it belongs to."""

    address: str
    title: str
    about: str = ""  # for search engines and previews of links
    belongs: str = HOME
    draft: bool = False
    listed: bool = True  # search engines may show it
    card: str = ""  # the address of the picture that previews of links show
    data: str = ""  # what machines read of it: JSON-LD

    @property
    def up(self) -> str:
        """The way from this page to the top of the site."""
        return "../" * self.address.count("/")


def write_page(site: Site, template: str, page: Page, words: Words, **values: Any) -> Artefact:
    """A page out of its template: `page`, `to(address)`, `ways`, `series`, `words` are given to each."""
    series = site.workspace.series
    known = {
        "site": site,
        "series": series,
        "words": words,
        "page": page,
        "to": lambda address: address if ":" in address.partition("/")[0] else page.up + address,
        "ways": ways(site, page),
        "logo": logo_address(site.workspace.root, series),
        "canonical": public_address(site, page.address),
        "card": public_address(site, page.card) if page.card else "",
        **HELPS["html"],
        **values,
    }
    return Artefact(f"{FOLDER}/{page.address}", fill(site.stage.templates, template, **known).encode())


def ways(site: Site, page: Page) -> tuple[Way, ...]:
    """The navigation: the meetings, the topics, the archive, and the pages that people wrote themselves."""
    words = site.words
    known = [(words("site.meetings"), HOME)]
    known += [(words("site.topics"), TOPICS)] if site.topics else []
    known += [(words("site.archive"), ARCHIVE)] if site.talks else []
    return tuple(Way(title, address, page.belongs == address) for title, address in known)


def public_address(site: Site, address: str) -> str:
    """Where a page is found on the web; empty where nobody knows (`public:` of the series)."""
    public = site.workspace.series.public
    if not public:
        return ""
    return f"{public.rstrip('/')}/{address.removesuffix('index.html')}"
