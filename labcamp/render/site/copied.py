"""Files that stand beside the pages, for people to take with them: handouts, the calendar, and what events name."""

from collections.abc import Iterator
from itertools import chain

from labcamp.files.disk import as_finding, bytes_of
from labcamp.model import Event
from labcamp.model.artefact import Artefact
from labcamp.render import calendar
from labcamp.render.prints import handout
from labcamp.render.site.contents import FOLDER, Site
from labcamp.workspace.public import on_the_site

MOST = 1_000_000_000  # bytes of a file; what is larger than a megabyte is a finding of its own


def render(site: Site) -> Iterator[Artefact]:
    """`<series id>.ics`, and of each event `agenda.pdf` and its files."""
    drafts = any(event.draft for event in site.events)
    yield from _in_site(calendar.feed(site.stage, site.events, drafts=drafts))
    if site.pdf:
        yield from _in_site(handout.render(site.stage, site.events))
    for event in site.events:
        yield from _files(site, event)


def _in_site(files: Iterator[Artefact]) -> Iterator[Artefact]:
    return (Artefact(f"{FOLDER}/{file.name}", file.content) for file in files)


def _files(site: Site, event: Event) -> Iterator[Artefact]:
    """`<id>/files/<name>` of each file that the event names and that may be shown; what else lies there is not."""
    links = chain(event.links, *(session.links for session in event.agenda))
    for name in sorted({link.file for link in on_the_site(links) if link.file}):
        path = site.workspace.root / "events" / "files" / event.id / name
        with as_finding(path):
            yield Artefact(f"{FOLDER}/{event.id}/files/{name}", bytes_of(path, MOST))
