"""What a file of others says of an event that is ours, and that is different there."""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from typing import NamedTuple, TypeVar

from labcamp.exchange.found import Value
from labcamp.model import Event
from labcamp.model.near import closest
from labcamp.model.texts import Days, Hours, days_of, hours_of, id_of, one_line
from labcamp.patterns import pattern_of
from labcamp.workspace import Workspace

NEAR = 0.9  # names of organisations that share so much are one with a slip in it; figures in them have to be the same
LEGAL = pattern_of(r"[\s,]+(?:e\. ?v\.?|ev|g?gmbh|ag|se|kg|inc\.?|ltd\.?)\s*\Z", re.IGNORECASE)
SHORT = 60  # letters of a text that is told beside another
OF_A_CALENDAR = frozenset(
    {"title", "date", "time", "place", "status"}
)  # the rest of an own entry is made from our file

Read = TypeVar("Read", Days, Hours)


class Differs(NamedTuple):
    """A key, what our file says, and what the other one says; an empty text says nothing."""

    key: str
    ours: str
    theirs: str


def differing(workspace: Workspace, event: Event, values: Mapping[str, Value], *, by_uid: bool) -> tuple[Differs, ...]:
    """What is different of an event, as far as the file of others says anything of it.

    What is known by its UID came from a calendar, whose texts are made of ours: then only what calendars hold counts.
    """
    found = _all(workspace, event, values)
    return tuple(each for each in found if not by_uid or each.key in OF_A_CALENDAR)


def _all(workspace: Workspace, event: Event, values: Mapping[str, Value]) -> Iterator[Differs]:
    yield from _heading(workspace, event, values)
    yield from _date(event, values.get("date"))
    yield from _time(event, values.get("time"))
    if values.get("status") == "cancelled" and not event.cancelled:
        yield Differs("status", event.status, "cancelled")
    yield from _place(event, values.get("place"))
    for key, ours in (("summary", event.summary), ("description", event.description)):
        theirs = values.get(key)
        if isinstance(theirs, str) and _plain(theirs) != _plain(ours or ""):
            yield Differs(key, _short(ours or ""), _short(theirs))
    yield from _lists(event, values)


def _heading(workspace: Workspace, event: Event, values: Mapping[str, Value]) -> Iterator[Differs]:
    number, title, theme = (values.get(key) for key in ("number", "title", "theme"))
    called = title if isinstance(title, str) else workspace.series.title_of(str(number)) if number else event.title
    theirs = f"{called}: {theme}" if theme else called
    if _plain(theirs) not in {_plain(event.heading), *([_plain(event.title)] if not theme else [])}:
        yield Differs("title", event.heading, theirs)


def _date(event: Event, text: Value | None) -> Iterator[Differs]:
    days = _read(days_of, text)
    if days is None or days == event.date:
        return
    if days.first is None and event.date and (days.year, days.month) == (event.date.year, event.date.month):
        return  # ours says more
    # One day of several, as calendars have them
    if days.first and days.first in event.days and days.last in event.days and days.first == days.last:
        return
    yield Differs("date", _days(event.date), _days(days))


def _days(days: Days | None) -> str:
    if days is None:
        return ""
    if days.first is None or days.last is None:
        return f"{days.year:04}-{days.month:02}"
    return "/".join(dict.fromkeys((days.first.isoformat(), days.last.isoformat())))


def _time(event: Event, text: Value | None) -> Iterator[Differs]:
    hours = _read(hours_of, text)
    if hours is None or (event.time and hours.start == event.time.start and hours.end in {None, event.end_of(1)}):
        return
    yield Differs("time", _hours(event.time), _hours(hours))


def _hours(hours: Hours | None) -> str:
    if hours is None:
        return ""
    ends = (hours.start, hours.end)
    return "-".join(f"{minutes // 60 % 24:02}:{minutes % 60:02}" for minutes in ends if minutes is not None)


def _place(event: Event, value: Value | None) -> Iterator[Differs]:
    """Another place: neither says all words of the other, for one names the house, and another the street, too."""
    if value is None:
        return
    theirs = value if isinstance(value, str) else ", ".join(_said(value))
    ours = event.place.line or "" if event.place else ""
    one, other = _words(ours), _words(theirs)
    if not (one and other and (one <= other or other <= one)):
        yield Differs("place", ours, theirs)


def _said(value: Value) -> Iterator[str]:
    """What a place says on one line: neither an address on the web nor where it is on earth."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            if key == "online":
                yield "online"
            elif key not in {"url", "lat", "lon"} and isinstance(each, str):
                yield each


def _lists(event: Event, values: Mapping[str, Value]) -> Iterator[Differs]:
    """What stands in lists there and not in ours: programme items by their titles, links by their addresses."""
    ours = {
        "agenda": [session.title for session in event.agenda],
        "links": [link.url for link in event.links if link.url],
    }
    for key, known in ours.items():
        yield from _missing(
            key, {_plain(each) for each in known}, {_plain(each): each for each in _told(values.get(key))}
        )
    for key, labs in {"hosts": event.hosts, "partners": event.partners}.items():
        names = [plain_name(lab.name) for lab in labs] + [plain_name(lab.id) for lab in labs]
        told = {plain_name(each): each for each in _told(values.get(key))}
        yield from _missing(key, {name for name in told if closest(name, names, NEAR)}, told)
    registration = values.get("registration")
    url = registration.get("url") if isinstance(registration, Mapping) else None
    if isinstance(url, str) and url != event.registration.url:
        yield Differs("registration", event.registration.url or "", url)


def _missing(key: str, known: Set[str], told: Mapping[str, str]) -> Iterator[Differs]:
    if missing := [text for plain, text in told.items() if plain not in known]:
        yield Differs(key, "", _short(", ".join(missing)))


def _told(value: Value | None) -> Iterator[str]:
    for each in value if value is not None and not isinstance(value, str | Mapping) else ():
        text = (each.get("url") or each.get("title")) if isinstance(each, Mapping) else each
        if isinstance(text, str):
            yield text


def _read(parse: Callable[[str], Read], text: Value | None) -> Read | None:
    """What a text stands for; None where it is none, or cannot be read."""
    try:
        return parse(text) if isinstance(text, str) else None
    except ValueError:  # of pydantic, too
        return None


def _plain(text: str) -> str:
    """A text for comparing: neither blanks nor signs nor capitals count."""
    return id_of(text)


def plain_name(name: str) -> str:
    """The name of an organisation for comparing: neither capitals, blanks, signs nor its legal form count."""
    return id_of(LEGAL.sub("", name)).replace("-", "")


def _words(text: str) -> set[str]:
    return set(id_of(text).split("-")) - {"", "x"}


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= SHORT else f"{line[:SHORT].rstrip()} …"
