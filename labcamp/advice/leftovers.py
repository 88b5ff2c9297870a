"""Advice about what a copied file still says of an earlier event: its number, its year, its addresses."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from labcamp.advice.context import looks_back, sentence
from labcamp.advice.look import Look
from labcamp.advice.naming import Named, dates, named, names_of
from labcamp.check.sense import MONTHS
from labcamp.check.texts import WAYS
from labcamp.findings import Finding, finding
from labcamp.read import Steps
from labcamp.workspace import Workspace

# Where only the event itself can be meant
OWN = (
    ("title",), ("subtitle",), ("theme",), ("newsletter", "subject"), ("newsletter", "preheader"),
    ("registration", "note"),
)  # fmt: skip
# What speaks of others, or of what was
OF_OTHERS = frozenset({"news", "links", "lessons", "takeaways", "attendance"})
# What may stand before an edition in one of these, so that it is not just mentioned
OPENING = re.compile(r"(?:^|[:|\[(\"„»!?.–]|\b(?:zum|zu|für|fürs|für das|to|to the|for|for the))\s*$")
# And what makes a sentence anywhere one about this event
ADDRESSING = re.compile(
    r"\b(?:(?:einladung|einladen|willkommen|anmeldung|anmelden|save\sthe\sdate|sehen\s(?:wir\s)?uns|meldet\seuch"
    r"|melden\ssie\ssich|lade[nt]?\s(?:wir\s)?(?:euch|sie|dich|alle)|freuen\s(?:wir\s)?uns(?:\s\w+){0,2}\sauf)"
    r"(?:\s(?:herzlich|jetzt|hiermit|wieder|nun|noch|gern|ganz|alle|zum|zu|zur|beim|bei|für|am|auf|das|dem|unser|unserem))*"
    r"|(?:invitation\sto|invite\s(?:you\s)?to|welcome\sto|register\s(?:now\s)?for|registration\sfor|sign\sup\sfor"
    r"|join\sus\s(?:at|for)|forward\sto|see\syou\sat|save\sthe\sdate\sfor)(?:\s(?:the|our|this))?)[\s:]*$",
    re.IGNORECASE,
)
WEEKDAY = re.compile(rf"(?<!\w)(?P<name>{'|'.join(WAYS)})\.?,?\s+(?:(?:der|den|dem|the)\s+)?$")
TWENTY_FIRST = re.compile(r"20\d\d")
# A year in an address; in front of a month it says when the page was written.
YEAR_IN_ADDRESS = re.compile(r"(?<!\d)20\d\d(?!\d)(?!/\d\d?(?:/|$))")
LEAST_YEAR = 1000  # a number from here on is a year
FAR = 60  # signs before an edition


def edition_left(look: Look) -> Iterator[Finding]:
    """LC913: an event to come names an earlier edition where only its own can be meant."""
    if not look.upcoming:
        return
    for path, words in chain(_editions(look), _editions_in_addresses(look)):
        yield finding("LC913", look.at(path, words), words=words, title=look.event.title)


def _editions(look: Look) -> Iterator[tuple[Steps, str]]:
    own = look.event.number
    if own is None:
        return
    pattern = names_of(look.workspace.series).edition
    for path, text in look.values:
        found = list(named(pattern, text)) if path[0] not in OF_OTHERS else ()
        if found and own not in {each.number for each in found}:
            yield from ((path, each.words) for each in found if each.number < own and _meant(look, path, text, each))


def _meant(look: Look, path: Steps, text: str, words: Named) -> bool:
    """Tell whether an earlier edition or year stands where only the event's own can be meant."""
    before = text[max(0, words.start - FAR) : words.start]
    if not (path in OWN and OPENING.search(before)) and not ADDRESSING.search(before):
        return False
    return not looks_back(sentence(text, words.start, words.end), look.event)


def _addresses(look: Look) -> Iterator[tuple[Steps, str]]:
    """The addresses that can only be the event's own."""
    event = look.event
    own = ((("registration", "url"), event.registration.url), (("place", "url"), event.place and event.place.url))
    contact = event.contact and event.contact.email
    for path, url in (*own, (("contact", "email"), contact)):
        if url:
            yield path, url
    edition = names_of(look.workspace.series).edition
    for index, link in enumerate(event.links):
        if link.type == "feedback" or event.number in {each.number for each in named(edition, link.title)}:
            yield ("links", index, "url"), link.url


def _editions_in_addresses(look: Look) -> Iterator[tuple[Steps, str]]:
    for path, url in _addresses(look):
        if words := _edition_in(look, url):
            yield path, words


def _edition_in(look: Look, url: str) -> str:
    """What of an address belongs to an earlier edition: its number, or the id of its file."""
    own, order = look.event.number, _order(look.workspace)
    found = list(named(names_of(look.workspace.series).address, url.lower()))
    if own is not None and found and own not in {each.number for each in found}:
        return next((url[each.start : each.end] for each in found if each.number < own), "")
    ids = (id_ for id_ in re.split(r"[^a-z0-9-]+", url.lower()) if "-" in id_ or re.search(r"\d", id_))
    return next((id_ for id_ in ids if order.get(id_, len(order)) < order[look.event.id]), "")


@lru_cache(maxsize=1)
def _order(workspace: Workspace) -> Mapping[str, int]:
    """The place in time of each event, by its id."""
    return {event.id: place for place, event in enumerate(workspace.events)}


@lru_cache(maxsize=1)
def _years(workspace: Workspace) -> Mapping[int, int]:
    """The place of the first event of each year."""
    events = reversed(tuple(enumerate(workspace.events)))
    return {event.date.year: place for place, event in events if event.date}


def year_left(look: Look) -> Iterator[Finding]:
    """LC917: an event to come names a year before its own where only its own can be meant."""
    date = look.event.date
    if not look.upcoming or not date or not _before(look, TWENTY_FIRST.findall(look.source.text)):
        return
    told: set[tuple[Steps, str]] = set()
    for path, words in chain(_years_of_dates(look), _years_in_texts(look), _years_in_addresses(look)):
        if (path, words) not in told:
            told.add((path, words))
            yield finding("LC917", look.at(path, words), words=words, year=date.year)


def _before(look: Look, years: Iterable[str]) -> bool:
    return any(int(year) < (look.event.date.year if look.event.date else 0) for year in years)


def _years_of_dates(look: Look) -> Iterator[tuple[Steps, str]]:
    """A date that is the event's own day or deadline, but for the year."""
    event = look.event
    known = {(day.month, day.day): day.year for day in (*event.days, event.registration.until) if day}
    moved = event.moved_from and event.moved_from.timetuple()[:3]  # LC908 tells of that
    for path, text in look.values:
        for words, month, day in dates(text) if path[0] not in OF_OTHERS else ():
            year = words.number
            if year < known.get((month, day), 0) and (year, month, day) != moved:
                around = sentence(text, words.start, words.end)
                if not _weekday_wrong(text, words, month, day) and not looks_back(around, event):
                    yield path, words.words


def _weekday_wrong(text: str, words: Named, month: int, day: int) -> bool:
    """Tell whether another weekday stands before a date, for LC318 tells of that."""
    weekday = WEEKDAY.search(text, max(0, words.start - FAR), words.start)
    try:
        return weekday is not None and WAYS[weekday["name"]][1] != dt.date(words.number, month, day).weekday()
    except ValueError:
        return False


def _years_in_texts(look: Look) -> Iterator[tuple[Steps, str]]:
    """The name of the series with an earlier year, or the event's own month with it."""
    event = look.event
    of_edition = (event.number or 0) >= LEAST_YEAR  # then the year is the edition, and LC913 tells of it
    for path, text in look.values:
        if path[0] in OF_OTHERS or "20" not in text or (event.date and str(event.date.year) in text):
            continue
        of_series = () if of_edition else tuple(named(names_of(look.workspace.series).year, text))
        yield from (
            (path, found.words)
            for found in of_series
            if _is_earlier(look, found.number) and _meant(look, path, text, found)
        )
        own_month = _month_and_year(event.date.month) if event.date and path in OWN and not of_series else None
        for found in named(own_month, text) if own_month else ():
            around = sentence(text, found.start, found.end)
            if _is_earlier(look, found.number) and not looks_back(around, event):
                yield path, found.words


@lru_cache(maxsize=12)
def _month_and_year(month: int) -> re.Pattern[str]:
    names = "|".join(MONTHS[month - 1].split())
    return re.compile(rf"(?<!\d\. )(?<!\d\.)(?<!\w)(?:{names})\s+(?P<number>20\d\d)(?!\d)")


def _is_earlier(look: Look, year: int) -> bool:
    """Tell whether a year is one before the event's own, and had an event."""
    own = look.event.date.year if look.event.date else 0
    place = _years(look.workspace).get(year)
    return year < own and place is not None and place < _order(look.workspace)[look.event.id]


def _years_in_addresses(look: Look) -> Iterator[tuple[Steps, str]]:
    event = look.event
    for path, url in _addresses(look):
        parts = url.partition("?")[0].partition("#")[0]
        if event.date and str(event.date.year) not in url and not _edition_in(look, url):
            found = YEAR_IN_ADDRESS.findall(parts)
            yield from ((path, year) for year in found if _is_earlier(look, int(year)))
