"""The site as the preview shows it: with the drafts, and made anew once when its files have changed."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from labcamp.findings import LabcampError
from labcamp.model import Event
from labcamp.preview.view import SiteShown, View
from labcamp.render import site
from labcamp.render.site.contents import FOLDER, HOME, page_of_event

AT = f"/{FOLDER}/"  # below which its pages have the addresses that they have when it is published
NOWHERE = "404.html"
SOUND = 0  # the number of no view

# What a file is, for who looks at it
MEDIA = {
    "html": "text/html",
    "css": "text/css",
    "json": "application/json",
    "xml": "application/xml",
    "ics": "text/calendar",
    "txt": "text/plain",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "bib": "application/x-bibtex",
}
PROGRAMS = re.compile(r"assets/[a-z-]+\.js")  # no other file is run, whatever it is called


class Found(NamedTuple):
    """What there is at an address of the site."""

    content: bytes
    media_type: str
    status: int = 200


def site_of(view: View) -> SiteShown:
    """The site at the moment of a view, drafts included; where a template stops it, the last one that could be made."""
    if view.number not in view.sites:
        before = view.sites.get(SOUND, SiteShown({}))
        shown = _made(view, before)
        view.sites.clear()
        sound = before if shown.findings or view.stage is None else shown
        view.sites.update({view.number: shown, SOUND: sound})
    return view.sites[view.number]


def _made(view: View, before: SiteShown) -> SiteShown:
    if view.stage is None:
        return before._replace(old=True)
    try:
        files = {
            each.name.removeprefix(f"{FOLDER}/"): each.content
            for each in site.render(view.stage, drafts=True, pdf=False)
        }
    except LabcampError as problem:
        return before._replace(findings=problem.findings, old=True)
    return SiteShown(files, old=bool(view.old))


def found_at(view: View, address: str) -> Found:
    """What the site has at an address, else what it says where there is nothing."""
    files = site_of(view).files
    for name in (address, f"{address.rstrip('/')}/{HOME}".lstrip("/")):
        if name in files:
            return Found(files[name], media_type(name))
    return Found(_nowhere(view, files.get(NOWHERE, b"")), MEDIA["html"], 404)


def media_type(name: str) -> str:
    """What a file of the site is, as a server says it (RFC 9110 section 8.3.1)."""
    if PROGRAMS.fullmatch(name):
        return "text/javascript"
    return MEDIA.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def _nowhere(view: View, page: bytes) -> bytes:
    """The page that says that there is nothing; alone it has links from the root, which here lies elsewhere."""
    public = view.stage.workspace.series.public if view.stage else None
    root = f'="{urlsplit(public).path.rstrip("/")}/'.encode() if public else b""
    return page.replace(root, f'="{AT}'.encode()) if root else page


def first_page(view: View, event: Event | None) -> str:
    """Where to begin: at the page of an event, else at home."""
    address = page_of_event(event) if event else HOME
    return AT + (address if address in site_of(view).files else HOME)
