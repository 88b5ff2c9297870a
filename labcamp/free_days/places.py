"""Where people sit whom a day has to suit: the regions of hosts and labs, of the series, and of the place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from labcamp.model import Event, Organisation, Series
from labcamp.model.event import Place
from labcamp.texts import LANGUAGES, phrases
from labcamp.workspace import Workspace

A_HOST = 3  # counts as much as so many others


def region_of(organisation: Organisation) -> str | None:
    """The region of an organisation, else its country's code; None where neither is known."""
    return organisation.region or _country(organisation.country)


def _country(text: str | None) -> str | None:
    """The code of a country that is written as such, or in words: `AT`, `Österreich`."""
    word = (text or "").strip()
    if len(word) == 2 and word.isalpha():  # noqa: PLR2004  # ISO 3166-1
        return word.upper()
    known = (pair for language in LANGUAGES for pair in phrases("regions", language).items())
    return next((code for code, name in known if word == name and "-" not in code), None)


def regions_of(event: Event, series: Series, organisations: Mapping[str, Organisation]) -> tuple[str, ...]:
    """The regions whose holidays matter for an event: of its hosts, of the series, and of its place; each once."""
    hosts = map(region_of, event.hosts)
    return narrowed(filter(None, (*hosts, *series.regions, _region_of_place(event.place, organisations))))


def _region_of_place(place: Place | None, organisations: Mapping[str, Organisation]) -> str | None:
    """The region of an organisation in the same town, else the country of a place."""
    if place is None:
        return None
    here = (other.region for other in organisations.values() if place.city and other.place == place.city)
    return next(filter(None, here), None) or _country(place.country)


def narrowed(regions: Iterable[str]) -> tuple[str, ...]:
    """Each region once, and a country only where none of its regions is there."""
    each = dict.fromkeys(regions)
    return tuple(code for code in each if "-" in code or not any(other.startswith(f"{code}-") for other in each))


def weights(workspace: Workspace) -> dict[str, int]:
    """How much each region counts: once for each lab that was part of an event, more for each host; heaviest first."""
    counted: Counter[str] = Counter()
    for event in workspace.events:
        if not event.cancelled:
            counted.update(_of_event(event))
    for code in (*map(region_of, workspace.series.organisers), *workspace.series.regions):
        counted[code or ""] += A_HOST
    known = ((code, weight) for code, weight in counted.items() if code)
    return dict(sorted(known, key=lambda pair: (-pair[1], pair[0])))


def _of_event(event: Event) -> Iterator[str]:
    """The region of everybody who took part in an event, as often as they count."""
    others = (*event.partners, *(person.organisation for person in event.people))
    labs = dict.fromkeys(organisation for organisation in others if organisation and organisation not in event.hosts)
    for organisations, times in ((event.hosts, A_HOST), (labs, 1)):
        for organisation in organisations:
            if code := region_of(organisation):
                yield from [code] * times
