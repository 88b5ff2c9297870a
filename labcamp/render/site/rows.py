"""Events and sessions as rows of lists, as a trace, and as neighbours of another."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from labcamp.model import Event, Person
from labcamp.model.series import is_nobody
from labcamp.render.dates import in_words, listed, month_and_year, short_place
from labcamp.render.rows import people_by_lab
from labcamp.render.site.contents import Part, Site, Talk, page_of_event
from labcamp.render.words import Words
from labcamp.workspace.public import known

LONG, LONGER = 30, 60  # characters of a title that is set large, and of one that is set a little smaller
MOST = 14  # events that a trace has room for
YEARS = 100  # where numbers begin above it, they are not counted from one


class Edition(NamedTuple):
    """An event as a row; what is unknown is empty, and so is a language that is the one of the page."""

    which: str  # `#10`
    month: str
    title: str
    small: str  # who hosts it, or that it is cancelled
    address: str
    language: str


class Find(NamedTuple):
    """A session, or an event as a whole, in a list of what belongs together; `which` only in the first of an event."""

    which: str
    title: str
    small: str
    address: str
    language: str


class Met(NamedTuple):
    """An event in a trace: its number or town, its year, and where it leads if what the page is about was there."""

    which: str
    year: str
    address: str


def name_of(event: Event) -> str:
    """What an event is called where its number stands beside it: its theme; without a number all of its title."""
    return (event.theme or event.title) if event.number is not None else event.heading


def short_of(event: Event) -> str:
    """What an event is called where there is little room: `#10`, else its town, else its title."""
    if event.number is not None:
        return f"#{event.number}"
    return event.place.city if event.place and event.place.city else event.title


def size_of(title: str) -> str:
    """The class of a heading by its length; most are short, and set large."""
    if len(title) <= LONG:
        return ""
    return "long" if len(title) <= LONGER else "longer"


def foreign(event: Event, words: Words) -> str:
    """The language of an event; empty where it is that of the page."""
    return in_another(event.language, words)


def in_another(language: str, words: Words) -> str:
    """A language; empty where it is that of the page."""
    return language if language != words.language else ""


def month_of(event: Event, words: Words) -> str:
    """`März 2027`; empty when unknown."""
    return month_and_year(dt.date(event.date.year, event.date.month, 1), words.language) if event.date else ""


def edition(event: Event, words: Words) -> Edition:
    """An event as a row."""
    which = f"#{event.number}" if event.number is not None else ""
    small = words("site.cancelled") if event.cancelled else listed([host.name for host in event.hosts], words)
    return Edition(which, month_of(event, words), name_of(event), small, page_of_event(event), foreign(event, words))


def gaps(site: Site) -> str:
    """The numbers of past events that have no page, as a list in words: `#2 und #6 bis #9`; empty for none."""
    known = sorted({event.number for event in site.events if event.number and event.is_past(site.workspace.today)})
    known = [0, *known] if known and known[0] < YEARS else known
    holes = [(before + 1, after - 1) for before, after in pairwise(known) if after - before > 1]
    return listed([_span(first, last, site.words) for first, last in holes], site.words)


def _span(first: int, last: int, words: Words) -> str:
    return f"#{first}" if first == last else words("site.span", first=f"#{first}", last=f"#{last}")


def who(people: Sequence[Person], words: Words) -> str:
    """`Ida Muster, Leitung, Lab; Max Muster, Werkstatt`, or only the organisation; nobody who is not known yet."""
    groups = people_by_lab([person for each in people if (person := known(each))], words)
    return "; ".join(f"{name}, {text}" if text else name for name, text in groups)


def hosted_by(event: Event, words: Words) -> str:
    """`das ganze Treffen, Gastgeber: A und B`."""
    hosts = listed([host.name for host in event.hosts], words)
    return words("site.whole_hosts", hosts=hosts) if hosts else words("site.whole")


def when_and_where(words: Words) -> Callable[[Event], str]:
    """`März 2021, online` of an event."""

    def said(event: Event) -> str:
        where = short_place(event.place, words) if event.place else ""
        return ", ".join(filter(None, (month_of(event, words), where)))

    return said


def named_and_when(words: Words) -> Callable[[Talk], str]:
    """`Ida Muster und Max Muster, März 2021` of a session: who brought it is named, but not their organisation."""

    def said(talk: Talk) -> str:
        names = [each.name for each in talk.session.by if each.name and not is_nobody(each.name)]
        return ", ".join(filter(None, (listed(names, words), month_of(talk.event, words))))

    return said


def finds(part: Part, words: Words, about: Callable[[Event], str], by: Callable[[Talk], str]) -> Iterator[Find]:
    """What belongs to a topic, an organisation or a person: the latest event first, in it all as it was planned.

    What stands below an event as a whole `about` says, and `by` what stands below a session.
    """
    whole = {event.id for event in part.events}
    talks: dict[str, list[Talk]] = {}
    for talk in part.talks:
        talks.setdefault(talk.event.id, []).append(talk)
    for event in reversed(part.met):
        rows = [_whole(event, words, about(event))] if event.id in whole else []
        rows += [_talk(talk, words, by(talk)) for talk in talks.get(event.id, ())]
        yield from (row._replace(which="" if number else short_of(event)) for number, row in enumerate(rows))


def _whole(event: Event, words: Words, small: str) -> Find:
    return Find("", name_of(event), small, page_of_event(event), foreign(event, words))


def _talk(talk: Talk, words: Words, small: str) -> Find:
    return Find("", talk.session.title, small, talk.address, foreign(talk.event, words))


def trace(site: Site, part: Part, words: Words) -> tuple[Met, ...]:
    """All events in the order of time, of which those with a part in it are links; of very many, only these."""
    met = {event.id for event in part.met}
    shown = [event for event in site.events if not event.cancelled or event.id in met]
    if len(shown) > MOST:
        shown = [event for event in shown if event.id in met][-MOST:]
    return tuple(_met(site, event, words, belongs=event.id in met) for event in shown)


def _met(site: Site, event: Event, words: Words, *, belongs: bool) -> Met:
    year = str(event.date.year) if event.date else ""
    when = year if event.is_past(site.workspace.today) else words("site.planned")
    return Met(short_of(event), when, page_of_event(event) if belongs else "")


def counted(number: int, words: Words, what: str) -> str:
    """`einem Treffen`, `drei Treffen`: a line `site.<what>_one`, or `site.<what>_many` with the number in words."""
    if number == 1:
        return words(f"site.{what}_one")
    return words(f"site.{what}_many", number=in_words(number, words))
