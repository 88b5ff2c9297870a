"""The home page: the next event, the latest look back, all events, and how to hear of the next one."""

from collections.abc import Iterator
from typing import Any

from labcamp.model.artefact import Artefact
from labcamp.render.dates import day_and_month, listed
from labcamp.render.facts import Facts
from labcamp.render.sentences import hashtags
from labcamp.render.site.about import action_of, brief_facts, calendar
from labcamp.render.site.contents import HOME, Site, page_of_event
from labcamp.render.site.events import head_of, told
from labcamp.render.site.frame import Page, write_page
from labcamp.render.site.programme import programme
from labcamp.render.site.rows import edition, foreign, gaps
from labcamp.workspace import last_event


def render(site: Site) -> Iterator[Artefact]:
    """`index.html`."""
    series, words = site.workspace.series, site.words
    following, last = site.following, last_event(site.workspace)
    facts = site.facts(following, words.language) if following else None
    page = Page(
        HOME,
        series.title,
        about=series.subtitle or "",
        notice=facts.notice if facts else "",
        draft=bool(following and following.draft),
    )
    events = [event for event in site.events if event is not following]
    past = [edition(event, words) for event in reversed(events) if event.is_past(site.workspace.today)]
    coming = [edition(event, words) for event in events if not event.is_past(site.workspace.today)]
    values = _next(site, page, facts) if facts else {"facts": None}
    yield write_page(
        site, "site-home.html.j2", page, words,
        **values, last=_last(site, site.facts(last, words.language)) if last else None, past=past, coming=coming,
        missing=gaps(site), calendar=calendar(site, page, words), hashtags=hashtags(series.hashtags),
        with_address=[channel for channel in series.channels if channel.url],
        channels=listed([channel.title for channel in series.channels if not channel.url], words),
    )  # fmt: skip


def _next(site: Site, page: Page, facts: Facts) -> dict[str, Any]:
    """What is said of the next event."""
    lead, _ = told(facts)
    return {
        "facts": facts,
        "head": head_of(site, facts),
        "rows": brief_facts(page, facts),
        "action": action_of(site, page, facts),
        "language": foreign(facts.event, facts.words),
        "lead": facts.event.summary or lead,
        "days": programme(site, facts),
        "address": page_of_event(facts.event),
    }


def day_of(facts: Facts) -> str:
    """The one day without its weekday: `26. Februar 2024`; else the days or the month."""
    days = facts.event.days
    return f"{day_and_month(days[0], facts.words)} {days[0].year}" if len(days) == 1 else facts.date


def _last(site: Site, facts: Facts) -> dict[str, Any]:
    """What is said of the latest event that was held."""
    row = edition(facts.event, site.words)
    when = ", ".join(filter(None, (day_of(facts), facts.place_short)))
    return {"row": row, "title": facts.event.title, "when": when, "about": facts.event.summary or told(facts)[0]}
