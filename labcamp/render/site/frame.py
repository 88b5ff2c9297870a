"""What all pages of the site share: head, navigation, footer, and links that work from a disk."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from labcamp.files.templates import winner
from labcamp.model.artefact import Artefact
from labcamp.render.dates import listed
from labcamp.render.facts import TITLE
from labcamp.render.site.contents import ARCHIVE, FOLDER, HOME, PAPERS, TOPICS, Site, page_of_own, public_address
from labcamp.render.site.previews import about_page
from labcamp.render.site.prose import prose
from labcamp.render.templates import fill
from labcamp.render.words import Words
from labcamp.workspace.statement import statement_of


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
    top: str = ""  # the way to the top of the site, where that is not told by the address
    alone: bool = False  # nobody knows where the other pages are
    notice: str = ""  # what stands above all else, such as that it is a draft
    draft: bool = False
    listed: bool = True  # search engines may show it

    @property
    def up(self) -> str:
        """The way from this page to the top of the site."""
        return self.top or "../" * self.address.count("/")

    def to(self, address: str) -> str:
        """A link to an address in the site; one that leads out of it stays as it is."""
        return address if ":" in address.partition("/")[0] else self.up + address


def write_page(site: Site, template: str, page: Page, words: Words, **values: Any) -> Artefact:
    """A page out of its template: `page`, `to(address)`, `ways`, `series`, `words` are given to each."""
    series = site.workspace.series
    if site.drafts:  # whoever comes across one page of it must see that it is not for everybody
        page = replace(page, draft=True, notice=page.notice or words("notice.drafts"))
    known = {
        "site": site,
        "series": series,
        "words": words,
        "page": page,
        "to": page.to,
        "ways": () if page.alone else ways(site, page, words),
        **same_on_all(site, words),
        "canonical": public_address(site, page.address),
        **about_page(site, page.address, words),
        "markdown": prose,
        **values,
    }
    return Artefact(f"{FOLDER}/{page.address}", fill(site.stage.templates, template, **known).encode())


def same_on_all(site: Site, words: Words) -> Mapping[str, Any]:
    """What stands on all pages in a language: the logo, who organises the series, and the last links."""
    series = site.workspace.series
    if words.language not in site.frames:
        site.frames[words.language] = {
            "logo": logo_of(site),
            "organisers": organisers(site, words),
            "imprint": (series.imprint.text or "").strip(),
            "links": last_links(site, words),
        }
    return site.frames[words.language]


def ways(site: Site, page: Page, words: Words) -> tuple[Way, ...]:
    """The navigation: the meetings, the topics, the papers, the archive, and the pages that people wrote themselves."""
    known = [(words("site.meetings"), HOME)]
    known += [(words("site.topics"), TOPICS)] if site.topics else []
    known += [(words("site.papers"), PAPERS)] if site.papers else []
    known += [(words("site.archive"), ARCHIVE)] if site.talks else []
    statement = statement_of(site.workspace.pages)  # to which the last links lead
    known += [(own.title, page_of_own(own)) for own in site.workspace.pages if own is not statement]
    return tuple(Way(title, address, page.belongs == address) for title, address in known)


def organisers(site: Site, words: Words) -> str:
    """What the series is and who organises it: `Treffen der Labore, von A und B.`."""
    series = site.workspace.series
    names = listed([each.name for each in series.organisers], words)
    about = series.subtitle or series.title
    return words("site.by", series=about, organisers=names) if names else about


def last_links(site: Site, words: Words) -> tuple[tuple[str, str], ...]:
    """What stands at the end of every page, each with its address on the web or in the site."""
    series, statement = site.workspace.series, statement_of(site.workspace.pages)
    known = (
        (words("footer.imprint"), series.imprint.url),
        (words("footer.privacy"), series.privacy),
        (words("footer.accessibility"), page_of_own(statement) if statement else ""),
        (words("newsletter.homepage", series=series.title), series.homepage),
    )
    return tuple((title, address) for title, address in known if address)


def logo_of(site: Site) -> str:
    """The address of the series' logo; empty where it has none."""
    name = site.workspace.series.logo
    return f"assets/{name.rpartition('/')[2]}" if name and winner(site.workspace.root, name) else ""


def title_of(name: str, site: Site) -> str:
    """What a tab of a browser and a search engine call a page: with the series where there is room for it."""
    title = f"{name} · {site.workspace.series.title}"
    return next((each for each in (title, name) if len(each) <= TITLE), f"{name[: TITLE - 1]}…")
