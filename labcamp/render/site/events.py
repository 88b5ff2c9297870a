"""A page an event, and a page a session."""

from collections.abc import Iterator

from labcamp.model.artefact import Artefact
from labcamp.render.calendar import render as calendar_files
from labcamp.render.site.contents import FOLDER, Site, page_of_event
from labcamp.render.site.frame import Page, write_page


def render(site: Site) -> Iterator[Artefact]:
    """`<id>/index.html` of each event, `<id>/<session id>.html` of each session, and the calendar files beside them."""
    for event in site.events:
        facts = site.facts(event)
        page = Page(page_of_event(event), facts.page_title, about=facts.about, draft=event.draft)
        yield write_page(site, "site-event.html.j2", page, facts.words, facts=facts)
        for talk in site.talks_by_event[event.id]:
            title = f"{talk.session.title} · {event.title}"
            page = Page(talk.address, title, about=talk.session.teaser or "", draft=event.draft)
            yield write_page(site, "site-session.html.j2", page, facts.words, facts=facts, talk=talk)
    for file in calendar_files(site.stage, site.events):
        yield Artefact(f"{FOLDER}/{file.name}", file.content)
