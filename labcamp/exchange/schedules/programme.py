"""From the talks of a conference, as any of its formats names them, to one event with its days, hours and agenda."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from labcamp.check.public import WITH_PEOPLE
from labcamp.exchange.found import Asked, Found, Left, Value
from labcamp.exchange.schedules.moments import said_clock, said_day
from labcamp.exchange.schedules.sorts import ANY, sort_of
from labcamp.findings import Place
from labcamp.model.licences import licence_of
from labcamp.model.texts import LONGEST_NIGHT, MINUTES_OF_A_DAY, MOST_DAYS, a_few

LANGUAGES = {
    "de": "de", "de-at": "de-AT", "de-ch": "de-CH", "en": "en",
    "deutsch": "de", "german": "de", "englisch": "en", "english": "en",
}  # fmt: skip
ONLINE = frozenset({"online", "digital", "virtuell", "virtual"})
LONGEST_LICENCE = 200  # letters; what is longer is a text about one
Hours = tuple[int, int | None]  # minutes since midnight


@dataclass(frozen=True)
class Talk:
    """A session as a file of others says it; what it does not say is empty.

    `day` is the one of the programme, and `start` counts minutes from its midnight, beyond 1440 in the night after it.
    `recorded` tells whether people have agreed to be recorded: None where the file does not say.
    """

    place: Place
    title: str
    day: dt.date | None = None
    start: int | None = None
    minutes: int | None = None
    room: str = ""
    sort: str = ""
    pause: bool = False
    track: str = ""
    texts: Sequence[str] = ()
    people: Sequence[str] = ()
    links: Sequence[Mapping[str, Value]] = ()
    recordings: Sequence[str] = ()
    recorded: bool | None = None
    licence: str = ""
    language: str = ""
    left: Sequence[Left] = ()


@dataclass(frozen=True)
class Conference:
    """What a file says of the whole; `hours` only where it says when people meet, and not only how long its grid is.

    `room` is the key of a place that the name of a room is, where there is only one.
    """

    place: Place
    title: str
    first: dt.date | None
    last: dt.date | None
    zone: str
    language: str = ""
    hours: Hours | None = None
    room: str = "room"
    values: Mapping[str, Value] | None = None
    left: Sequence[Left] = ()


def language_of(text: str) -> str:
    """The language of ours that a foreign code means: `de` of `de-formal` and `de_DE`; empty where we have none."""
    code = text.strip().lower().replace("_", "-")
    return LANGUAGES.get(code) or LANGUAGES.get(code.partition("-")[0], "")


def at(wall: dt.datetime) -> tuple[dt.date, int]:
    """The day and the minutes since its midnight of what a clock shows."""
    return wall.date(), wall.hour * 60 + wall.minute


def main_language(talks: Iterable[Talk]) -> str:
    """The language of most talks."""
    named = [language for talk in talks if (language := language_of(talk.language))]
    return max(dict.fromkeys(named), key=named.count, default="")


def found_of(conference: Conference, talks: Sequence[Talk], asked: Asked) -> Found:
    """The one event that a conference is."""
    first, last = _days(conference, talks)
    placed = _in_order(talks, first)
    hours = conference.hours or _hours(placed, (last - first).days + 1 if first and last else 1)
    if hours is None or _unsayable(hours, placed):
        placed, hours = _in_order([_next_morning(talk) for talk in placed], first), None
        first, last = _days(conference, placed)
    if hours is None or hours[1] is None:
        placed = [_to_midnight(talk) for talk in placed]
    one_room = _one_room({talk.room for talk in placed}, conference.room)
    left = [*conference.left, *_grouped(placed, conference.language, asked)]
    too_many = first is not None and last is not None and (last - first).days >= MOST_DAYS
    if first and last and too_many:
        left.append(Left(conference.place, "start", said_day(first, last)))
    values: dict[str, Value | None] = {
        "title": conference.title,
        "date": said_day(first, last) if first and last and not too_many else None,
        "time": _said_hours(hours),
        "zone": conference.zone if conference.zone != asked.zone else None,
        "place": _place(one_room, conference.room),
        **(conference.values or {}),
        "agenda": _agenda(placed, first if first != last else None, hours, one_room, asked),
    }
    whole = {key: value for key, value in values.items() if value}
    return Found(conference.place, whole, None, tuple(sorted(left, key=lambda each: each.place)))


def _days(conference: Conference, talks: Sequence[Talk]) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day: as the conference says, and no talk is outside of them."""
    days = [day for day in (conference.first, conference.last, *(talk.day for talk in talks)) if day]
    return (min(days), max(days)) if days else (None, None)


def _in_order(talks: Iterable[Talk], first: dt.date | None) -> list[Talk]:
    """As they follow each other; at the end those of which nobody knows when they are."""
    last = dt.date.max
    return sorted(
        talks, key=lambda talk: (talk.day or last, talk.start is None, talk.start or 0) if first else (last, True, 0)
    )


def _by_day(talks: Iterable[Talk]) -> list[list[Talk]]:
    days: dict[dt.date, list[Talk]] = {}
    for talk in talks:
        if talk.day:
            days.setdefault(talk.day, []).append(talk)
    return list(days.values())


def _hours(talks: Sequence[Talk], days: int) -> Hours | None:
    """From when until when people meet, where that is the same each day; the end only where all ends are known."""
    hours: set[Hours] = set()
    known = _by_day(talks)
    for day in known:
        starts = [talk.start for talk in day if talk.start is not None]
        if len(starts) < len(day):
            return None
        ends = [talk.start + talk.minutes for talk in day if talk.start is not None and talk.minutes]
        hours.add((min(starts), max(ends) if len(ends) == len(day) else None))
    return hours.pop() if len(hours) == 1 and len(known) == days else None


def _unsayable(hours: Hours, talks: Sequence[Talk]) -> bool:
    """Tell whether an event file could not say such hours: far into the next day, or into a night without an end."""
    start, end = hours
    if end is None:
        return any(talk.start is not None and talk.start >= MINUTES_OF_A_DAY for talk in talks)
    late = end > MINUTES_OF_A_DAY and end - start > LONGEST_NIGHT
    return start >= MINUTES_OF_A_DAY or late or end - start >= MINUTES_OF_A_DAY


def _said_hours(hours: Hours | None) -> str | None:
    if hours is None:
        return None
    start, end = hours
    return said_clock(start) if end is None else f"{said_clock(start)}-{said_clock(end)}"


def _next_morning(talk: Talk) -> Talk:
    """A talk of the night on the day on which it is, where the hours of the event cannot say that it is one."""
    if talk.day is None or talk.start is None or talk.start < MINUTES_OF_A_DAY:
        return talk
    days, start = divmod(talk.start, MINUTES_OF_A_DAY)
    return replace(talk, day=talk.day + dt.timedelta(days=days), start=start)


def _to_midnight(talk: Talk) -> Talk:
    """A talk without its length where that goes into the next day: no agenda without such hours can say it."""
    if talk.start is None or not talk.minutes or talk.start + talk.minutes <= MINUTES_OF_A_DAY:
        return talk
    length = Left(talk.place, "duration", f"{talk.minutes} min ({talk.title})")
    return replace(talk, minutes=None, left=(*talk.left, length))


def _one_room(rooms: set[str], key: str) -> str:
    """The room that stands for the whole place: the only one, or where the event itself is said to be online."""
    online = next((room for room in sorted(rooms) if room.lower() in ONLINE), "") if key == "name" else ""
    return next(iter(rooms)) if len(rooms) == 1 else online


def _place(room: str, key: str) -> Value | None:
    if room.lower() in ONLINE:
        return "online"
    return {key: room} if room else None


def _agenda(talks: Sequence[Talk], first: dt.date | None, hours: Hours | None, room: str, asked: Asked) -> list[Value]:
    """The sessions; a start stands where it does not follow from what is before it, as people write it."""
    pinned = {id(talk) for day in _by_day(talks) for talk in _pinned(day, hours[0] if hours else None)}
    items: list[Value] = []
    for talk in talks:
        day = (talk.day - first).days + 1 if first and talk.day else 1
        start = said_clock(talk.start) if talk.start is not None and id(talk) in pinned else None
        times = {"day": str(day) if day > 1 else None, "start": start}
        items.append(_item(talk, times, "" if talk.room == room else talk.room, asked))
    return items


def _pinned(day: Sequence[Talk], opening: int | None) -> Iterator[Talk]:
    """The talks of a day whose start has to be written; all where some are at the same time."""
    if any(_beside(one, other) for one, other in pairwise(day)):
        yield from day
        return
    free = opening
    for talk in day:
        if talk.start != free:
            yield talk
        free = talk.start + talk.minutes if talk.start is not None and talk.minutes else None


def _beside(one: Talk, other: Talk) -> bool:
    """Tell whether a talk begins before the one before it has ended."""
    if one.start is None or other.start is None:
        return False
    return other.start < one.start + (one.minutes or 1)


def _item(talk: Talk, times: Mapping[str, str | None], room: str, asked: Asked) -> Value:
    """A session as a person would write it."""
    topic = asked.topics.get(talk.track.casefold())
    item: dict[str, Value | None] = {
        "title": talk.title,
        "type": sort_of(talk.sort, talk.title if talk.pause else ""),
        **times,
        "minutes": str(talk.minutes) if talk.minutes else None,
        "room": room,
        "topics": [topic] if topic else None,
        "by": [{"name": name} for name in talk.people],
        "teaser": "\n\n".join(dict.fromkeys(filter(None, talk.texts))),
        "licence": _licence(talk.licence),
        "links": [link for link in _links(talk) if talk.recorded or link.get("type") not in WITH_PEOPLE],
    }
    return {key: value for key, value in item.items() if value}


@lru_cache(maxsize=64)
def _licence(text: str) -> str:
    """The usual name of a licence; empty for what is none."""
    licence = licence_of(text) if 0 < len(text) <= LONGEST_LICENCE else None
    return licence.name if licence else ""


def _links(talk: Talk) -> Iterator[Mapping[str, Value]]:
    """All links; those to what people can be seen on with the consent that they have given."""
    named = {link["url"] for link in talk.links}
    recordings = ({"title": talk.title, "url": url, "type": "recording"} for url in talk.recordings if url not in named)
    for link in (*talk.links, *recordings):
        yield {**link, "consent": "true"} if talk.recorded and link.get("type") in WITH_PEOPLE else link


def _grouped(talks: Sequence[Talk], language: str, asked: Asked) -> Iterator[Left]:
    """What found no place in the sessions: the same of several of them once, with their titles."""
    said: dict[tuple[str, str], list[Talk]] = {}
    for talk in talks:
        for name, text in _over(talk, language, asked):
            said.setdefault((name, text), []).append(talk)
    for (name, text), of in said.items():
        yield Left(of[0].place, name, f"{text} ({a_few(talk.title for talk in of)})")
    for talk in talks:
        yield from talk.left


def _over(talk: Talk, language: str, asked: Asked) -> Iterator[tuple[str, str]]:
    if talk.track and talk.track.casefold() not in asked.topics:
        yield "track", talk.track
    if talk.sort and talk.sort.lower() not in ANY and not sort_of(talk.sort, ""):
        yield "type", talk.sort
    if talk.language and language_of(talk.language) != language:
        yield "language", talk.language
    if talk.licence and not _licence(talk.licence):
        yield "recording_license", talk.licence
    if not talk.recorded:
        shown = (link for link in _links(talk) if link.get("type") in WITH_PEOPLE)
        yield from (("recording", str(link["url"])) for link in shown)
