"""Advice on what was left from another edition, another event or an example."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from labcamp.files.read import Source, Steps
from labcamp.files.templates import packaged_source
from labcamp.findings import Finding, Place, finding
from labcamp.model import Event
from labcamp.model.said_days import MONTHS, WAYS
from labcamp.patterns import pattern_of
from labcamp.review.look import Look
from labcamp.review.naming import Named, dates, looks_back, named, names_of, sentence
from labcamp.texts import LANGUAGES, phrases
from labcamp.workspace import Reading, Workspace

# Where only the event itself can be meant
OWN = (
    ("title",), ("subtitle",), ("theme",), ("newsletter", "subject"), ("newsletter", "preheader"),
    ("registration", "note"),
)  # fmt: skip
# What speaks of others, or of what was
OF_OTHERS = frozenset({"news", "links", "lessons", "takeaways", "agreed", "attendance"})
# What may stand before an edition in one of these, so that it is not just mentioned
OPENING = pattern_of(r"(?:^|[:|\[(\"„»!?.–]|\b(?:zum|zu|für|fürs|für das|to|to the|for|for the))\s*$")
# And what makes a sentence anywhere one about this event
ADDRESSING = pattern_of(
    r"\b(?:(?:einladung|einladen|willkommen|anmeldung|anmelden|save\sthe\sdate|sehen\s(?:wir\s)?uns|meldet\seuch"
    r"|melden\ssie\ssich|lade[nt]?\s(?:wir\s)?(?:euch|sie|dich|alle)|freuen\s(?:wir\s)?uns(?:\s\w+){0,2}\sauf)"
    r"(?:\s(?:herzlich|jetzt|hiermit|wieder|nun|noch|gern|ganz|alle|zum|zu|zur|beim|bei|für|am|auf|das|dem|unser|unserem))*"
    r"|(?:invitation\sto|invite\s(?:you\s)?to|welcome\sto|register\s(?:now\s)?for|registration\sfor|sign\sup\sfor"
    r"|join\sus\s(?:at|for)|forward\sto|see\syou\sat|save\sthe\sdate\sfor)(?:\s(?:the|our|this))?)[\s:]*$",
    re.IGNORECASE,
)
WEEKDAY = pattern_of(rf"(?<!\w)(?P<name>{'|'.join(WAYS)})\.?,?\s+(?:(?:der|den|dem|the)\s+)?$")
TWENTY_FIRST = pattern_of(r"20\d\d")
# A year in an address; in front of a month it says when the page was written.
YEAR_IN_ADDRESS = pattern_of(r"(?<!\d)20\d\d(?!\d)(?!/\d\d?(?:/|$))")
LEAST_YEAR = 1000  # a number from here on is a year
FAR = 60  # signs before an edition

Use = tuple[str, str]  # what for, and the address in one form

# Names that nobody can own (RFC 2606), and those that examples in German use
ADDRESS = pattern_of(r"(?<![\w-])(?:example\.(?:org|com|net|edu|de)|beispiel\.(?:de|org|com|at|ch))(?![\w-]|\.\w)")
FILLER = pattern_of(r"\b[Ll]orem ipsum\b")
PERSON = pattern_of(r"\bMuster(?:straße|strasse|str\.|weg|platz|stadt|hausen|mann|frau)(?!\w)")
# Where a made-up name is no part of what somebody tells
OF_PEOPLE = frozenset({"place", "contact", "moderation", "imprint", "by"})
# A comment; and parts of ids that nobody reads, and that would make entries twice if they were changed
UNSEEN = pattern_of(r"(?:^|\s)#\s|^(?:uid|domain):")


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
        if link.url and (
            link.type == "feedback" or event.number in {each.number for each in named(edition, link.title)}
        ):
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


def link_copied(look: Look) -> Iterator[Finding]:
    """LC918: an event to come has an address that an earlier one has for the same."""
    if not look.upcoming:
        return
    before = len(look.earlier)
    own = _of_the_series(look.workspace)
    for use, path in _uses(look.event):
        users = [(place, event) for place, event in _users(look.workspace)[use] if place < before]
        # What more than one event had before is a page for all of them.
        if len(users) == 1 and use[1] not in own and not _same_house(look.event, users[0][1], use):
            other = look.reading.sources[users[0][1].id].path
            yield finding("LC918", look.at(path, ""), other=other)


def _uses(event: Event) -> Iterator[tuple[Use, Steps]]:
    """Each address that belongs to one event alone, with its place in the file."""
    url, place = event.registration.url, event.place
    if url and not url.startswith("mailto:"):
        yield ("registration", _plain(url)), ("registration", "url")
    if place and place.url:
        yield ("place", _plain(place.url)), ("place", "url")
    for index, link in enumerate(event.links):
        if link.type == "feedback" and link.url:
            yield ("feedback", _plain(link.url)), ("links", index, "url")


def _plain(url: str) -> str:
    """An address without what may be written in several ways."""
    host, slash, rest = re.sub(r"^https?://(?:www\.)?", "", url.strip()).partition("/")
    return f"{host.lower()}{slash}{rest}".rstrip("/")


@lru_cache(maxsize=1)
def _users(workspace: Workspace) -> Mapping[Use, list[tuple[int, Event]]]:
    """The events that have an address for the same, in time order, each with its place."""
    users: dict[Use, list[tuple[int, Event]]] = {}
    for place, event in enumerate(workspace.events):
        for use, _ in _uses(event):
            users.setdefault(use, []).append((place, event))
    return users


@lru_cache(maxsize=1)
def _of_the_series(workspace: Workspace) -> frozenset[str]:
    """The addresses that hold for all events."""
    series = workspace.series
    urls = (series.homepage, series.archive, series.public, *(channel.url for channel in series.channels))
    return frozenset(_plain(url) for url in urls if url)


def _same_house(event: Event, other: Event, use: Use) -> bool:
    """Tell whether both events are at one place, whose address is the same with good reason."""
    one, two = event.place, other.place
    return use[0] == "place" and one is not None and two is not None and one.on_site and one.name == two.name


def example_left(look: Look) -> Iterator[Finding]:
    """LC910: an event to come still has a value that stands in an example."""
    if look.upcoming and look.event.status == "confirmed":
        yield from _left(look.source, ("example.", "beispiel."), ADDRESS)
        yield from _people_left(look.source)
        yield from _ours_left(look.source)


def example_left_in_series(reading: Reading) -> Iterator[Finding]:
    """LC910: the same of the series, as soon as an event is to come."""
    source, today = reading.sources.get("series"), reading.workspace.today
    if source and any(event.status == "confirmed" and not event.is_past(today) for event in reading.workspace.events):
        yield from _left(source, ("example.", "beispiel."), ADDRESS)
        yield from _left(source, ("orem ipsum",), FILLER)  # in an event it is an error (LC309)
        yield from _people_left(source)
        yield from _ours_left(source)


def _ours_left(source: Source) -> Iterator[Finding]:
    """Each value that is word for word one of an example of ours."""
    for span in source.spans.values():
        raw = source.text[span.start.index : span.end.index].strip("'\"") if span.scalar else ""
        if raw in _ours():
            yield finding("LC910", Place(source.path, span.start.line + 1, span.start.column + 1), words=raw)


def _event_template() -> str:
    found = packaged_source("event.yaml.j2")
    return found[0] if found else ""


@lru_cache(maxsize=1)
def _ours() -> frozenset[str]:
    """What `init` and `new-event` write for somebody to change, in both languages."""
    commented = re.findall(r"^# (?:access|summary): (.+)$|\"([^\"{}]+, [^\"{}]+)\"", _event_template(), re.MULTILINE)
    said = [phrases("commands/init", language) for language in LANGUAGES]
    agendas = [each["agenda_example"].split(", ")[1] for each in said]
    names = [each[key] for each in said for key in ("series_example", "organiser_example", "theme_example")]
    return frozenset((*names, *agendas, *filter(None, chain.from_iterable(commented))))


def _left(source: Source, signs: tuple[str, ...], pattern: re.Pattern[str]) -> Iterator[Finding]:
    """What comes from an example, once a line; plain searches come first."""
    told: set[int] = set()
    for found in pattern.finditer(source.text) if any(sign in source.text for sign in signs) else ():
        place = _place(source, found.start())
        before = source.text[found.start() - place.column + 1 : found.start()]
        if place.line not in told and not UNSEEN.search(before):
            told.add(place.line)
            yield finding("LC910", place, words=found.group())


def _people_left(source: Source) -> Iterator[Finding]:
    for path, span in source.spans.items() if PERSON.search(source.text) else ():
        if span.scalar and not OF_PEOPLE.isdisjoint(path):
            found = PERSON.search(source.text, span.start.index, span.end.index)
            if found:
                yield finding("LC910", _place(source, found.start()), words=found.group())


def _place(source: Source, index: int) -> Place:
    return Place(source.path, source.text.count("\n", 0, index) + 1, index - source.text.rfind("\n", 0, index))
