"""The home page: the next event, the latest look back, all events, and how to hear of the next one."""

from collections.abc import Iterator

from labcamp.model.artefact import Artefact
from labcamp.render.site.contents import HOME, Site
from labcamp.render.site.frame import Page, write_page
from labcamp.workspace import last_event, next_event


def render(site: Site) -> Iterator[Artefact]:
    """`index.html`."""
    series, words = site.workspace.series, site.words
    following, last = next_event(site.workspace), last_event(site.workspace)
    page = Page(HOME, series.title, about=series.subtitle or "", draft=bool(following and following.draft))
    facts = site.facts(following) if following else None
    past = [site.facts(event) for event in reversed(site.events) if event.is_past(site.workspace.today)]
    coming = [
        site.facts(event)
        for event in site.events
        if event not in (following,) and not event.is_past(site.workspace.today)
    ]
    yield write_page(
        site, "site-home.html.j2", page, words,
        facts=facts, last=site.facts(last) if last else None, past=past, coming=coming,
    )  # fmt: skip
