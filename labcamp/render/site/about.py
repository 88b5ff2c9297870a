"""What a page says of an event at its head: facts as label and value, the one action, and the ways into a calendar."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from labcamp.model import Event
from labcamp.render.facts import Facts
from labcamp.render.site.contents import Site
from labcamp.render.site.frame import Page, public_address
from labcamp.render.site.links import linked, organisations, people, topics
from labcamp.render.words import Words

# How many letters what stands large on the leaf has at most, and the class with its size
SIZES = ((2, ""), (4, "middle"), (6, "smaller"))


class Fact(NamedTuple):
    """A line of the facts."""

    label: str
    value: str  # or HTML, where there are links in it


class Action(NamedTuple):
    """The one thing to do; below it ways into a calendar. What there is not is empty."""

    label: str
    address: str
    heading: str
    ways: tuple[tuple[str, str], ...]


def facts_of(site: Site, page: Page, facts: Facts) -> tuple[Fact, ...]:
    """What there is to know about an event, as far as that is known; of one that is cancelled only when and where."""
    more = (*_more(site, page, facts), *_registration(facts))
    return _known((*_when_and_where(page, facts), *_hosting(page, facts), *more), facts)


def brief_facts(page: Page, facts: Facts) -> tuple[Fact, ...]:
    """What there is to know about the next event at first sight."""
    return _known((*_when_and_where(page, facts), *_hosting(page, facts), *_registration(facts)), facts)


def _known(rows: Iterable[tuple[str, Any]], facts: Facts) -> tuple[Fact, ...]:
    most = 2 if facts.event.cancelled else None
    return tuple(Fact(label, value) for label, value in tuple(rows)[:most] if value)


def _when_and_where(page: Page, facts: Facts) -> Iterator[tuple[str, Any]]:
    # Looking back, the hours stand in the line above the title.
    yield facts.words("when.label"), "" if facts.held or not facts.event.days else facts.hours
    yield facts.words("place.label"), _place(page, facts)


def _hosting(page: Page, facts: Facts) -> Iterator[tuple[str, Any]]:
    yield facts.words("hosts.label"), organisations(page, facts.event.hosts, facts.words)
    yield facts.words("site.partners"), organisations(page, facts.event.partners, facts.words)


def _place(page: Page, facts: Facts) -> Any:
    place = facts.event.place
    return linked(page, [(facts.place, (place.url or "") if place else "")], facts.words) if facts.place else ""


def _more(site: Site, page: Page, facts: Facts) -> Iterator[tuple[str, Any]]:
    words, event = facts.words, facts.event
    yield words("site.moderation"), people(site, page, event.moderation)
    yield words("site.came"), came(facts)
    yield words("site.topics"), topics(page, event.topics, words)


def _registration(facts: Facts) -> Iterator[tuple[str, Any]]:
    if facts.upcoming:
        yield facts.words("register.label"), registration(facts)


def came(facts: Facts) -> str:
    """How many people came: `65 Menschen aus 55 Laboren`; empty when unknown, or nobody can have come yet."""
    attendance, words = facts.event.attendance, facts.words
    if not facts.held or attendance.note:
        return attendance.note or "" if facts.held else ""
    if attendance.people and attendance.labs:
        return words("site.came_labs", people=attendance.people, labs=attendance.labs)
    return words("site.came_people", people=attendance.people) if attendance.people else ""


def registration(facts: Facts) -> str:
    """Deadline, seats and price, and where people register if that is not known yet."""
    note = facts.event.registration.note or ""
    open_ = facts.words("site.register_follows") if facts.open and not facts.button and facts.event.days else ""
    first = f"{facts.register}." if facts.register and (open_ or note) else facts.register
    return " ".join(filter(None, (first, open_, note)))


def action_of(site: Site, page: Page, facts: Facts) -> Action | None:
    """Registering, else a calendar; None for an event that is over, or does not take place."""
    words, event = facts.words, facts.event
    if not facts.upcoming:
        return None
    single = page.to(f"{event.id}/{event.id}.ics") if event.days else ""
    if facts.button:
        ways = calendar(site, page, words, single)
        return Action(words("register.button"), facts.button, words("site.into_calendar"), ways if single else ())
    if single:
        return Action(words("site.to_calendar"), single, words("site.all_meetings_row"), calendar(site, page, words))
    return None


def calendar(site: Site, page: Page, words: Words, file: str = "") -> tuple[tuple[str, str], ...]:
    """How all events come into a calendar: subscribed where the site has an address, and as a file."""
    feed = f"{site.workspace.series.id}.ics"
    public = public_address(site, feed)
    subscribed = (
        (words("site.webcal"), f"webcal:{public.partition(':')[2]}"),
        (words("site.https"), public),
    )
    return (*(subscribed if public else ()), (words("site.file"), file or page.to(feed)))


def leaf_class(big: str) -> str:
    """The class of what stands large on the leaf, by its length."""
    return next((name for most, name in SIZES if len(big) <= most), "smallest")


def machine_date(event: Event) -> str:
    """The one day or the month of an event as machines read it; empty where it has several days."""
    if event.date is None or len(event.days) > 1:
        return ""
    return event.days[0].isoformat() if event.days else f"{event.date.year}-{event.date.month:02d}"
