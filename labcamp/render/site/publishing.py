"""What web spaces and search engines read beside the pages."""

import datetime as dt
from collections.abc import Iterable, Iterator
from html import escape

from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.render.site.contents import ARCHIVE, FOLDER, HOME, Site, public_address
from labcamp.render.site.feeds import stamps_of

SITEMAP = "sitemap.xml"
POLICY = (  # as the pages say it themselves, and what only a server can say
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
# What a page says that search engines are not to show, or that only leads on to another
LEFT_OUT = (b'<meta name="robots" content="noindex">', b'<meta http-equiv="refresh"')
NOT_FOUND = "404.html"
# What a web space may take for something else, by its name
SORTS = {
    "*.ics": "text/calendar; charset=utf-8",
    "feed.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
    "series.schema.json": "application/schema+json; charset=utf-8",
}


def render(site: Site) -> Iterator[Artefact]:
    """`.nojekyll`, `_headers` (as Netlify and Cloudflare read it) and `robots.txt`."""
    yield Artefact(f"{FOLDER}/.nojekyll", b"")  # GitHub would leave out what begins with an underscore
    yield Artefact(f"{FOLDER}/_headers", "".join(_headers()).encode())
    yield Artefact(f"{FOLDER}/robots.txt", "".join(_robots(site)).encode())


def sitemap(site: Site, files: Iterable[Artefact]) -> Iterator[Artefact]:
    """`sitemap.xml` of the pages among some files; none where nobody knows where the site is published.

    Nor is there one of a site that is only looked at, for all its pages say so.
    """
    if not _has_map(site):
        return
    pages = [file for file in files if file.name.endswith(".html")]
    listed = (page.name for page in pages if not any(sign in page.content for sign in LEFT_OUT))
    addresses = sorted(name.removeprefix(f"{FOLDER}/") for name in listed)
    lines = "".join(_url(site, address) for address in addresses if address != NOT_FOUND)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield Artefact(f"{FOLDER}/{SITEMAP}", f"{head}{lines}</urlset>\n".encode())


def _url(site: Site, address: str) -> str:
    day = _changed(site, address)
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<url><loc>{escape(public_address(site, address))}</loc>{changed}</url>\n"


def _changed(site: Site, address: str) -> dt.date | None:
    """When the page at an address last said something new, as far as files tell that; None where they do not."""
    if event := site.events_by_id.get(address.partition("/")[0]):
        return _last_said(site, event)
    if paper := site.papers_by_page.get(address):
        return paper.date
    known = (_last_said(site, event) for event in site.events if address in {HOME, ARCHIVE})
    return max((day for day in known if day), default=None)


def _last_said(site: Site, event: Event) -> dt.date | None:
    """The day on which an event was last announced, or on which it was held, whichever is later."""
    held = event.days[-1:] if event.is_past(site.workspace.today) else ()
    return max((*stamps_of(site, event), *held), default=None)


def _headers() -> Iterator[str]:
    everywhere = {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }
    yield "/*\n"
    yield from (f"  {name}: {value}\n" for name, value in everywhere.items())
    for name, sort in SORTS.items():
        yield f"/{name}\n  Content-Type: {sort}\n"


def _robots(site: Site) -> Iterator[str]:
    yield "User-agent: *\nAllow: /\n"
    if _has_map(site):
        yield f"\nSitemap: {public_address(site, SITEMAP)}\n"


def _has_map(site: Site) -> bool:
    return bool(site.workspace.series.public) and not site.drafts
