"""The views of Sessionize as JSON: "all", "sessions" and "grid"."""

from collections.abc import Iterator, Mapping
from itertools import islice

from labcamp.exchange.found import Asked, Left, Told
from labcamp.exchange.schedules.foreign import (
    MOST_SESSIONS,
    Foreign,
    Json,
    Steps,
    each_of,
    is_json_with,
    keys_of,
    line_of,
    list_of,
    markdown_in,
    text_of,
    url_of,
)
from labcamp.exchange.schedules.json_text import json_of
from labcamp.exchange.schedules.moments import minutes_between, moment_of, on_clock
from labcamp.exchange.schedules.programme import Conference, Talk, at, found_of, main_language
from labcamp.findings import Place, finding
from labcamp.patterns import pattern_of

TAKEN = frozenset({"", "accepted"})  # of others it is not sure that they take place
TRACK, FORMAT = pattern_of(r"track|strang|strecke|thema|topic"), pattern_of(r"format|typ|\bart\b|length|dauer")
LANGUAGE = pattern_of(r"language|sprache")
Session = tuple[Steps, Mapping[str, Json]]
Names = Mapping[str, str]


def looks_like(_name: str, content: bytes) -> bool:
    """Tell whether it is JSON with what only Sessionize says of sessions."""
    return is_json_with(content, b"isServiceSession") or is_json_with(content, b"isPlenumSession")


def read(name: str, content: bytes, asked: Asked) -> Told:
    """All sessions as the agenda of one event, whose title no view says; LC885 where there are too many."""
    foreign = json_of(name, content)
    sessions = list(islice(_once(_sessions(foreign)), MOST_SESSIONS + 1))
    if len(sessions) > MOST_SESSIONS:
        return Told(findings=(finding("LC885", Place(name), most=MOST_SESSIONS),))
    names = _names(keys_of(foreign.data))
    talks = [talk for session in sessions if (talk := _talk(foreign, session, names, asked.zone)).title]
    language = main_language(talks)
    whole = Conference(foreign.place(()), "", None, None, asked.zone, language)
    return Told((found_of(whole, talks, asked),) if talks else (), language=language or None)


def _sessions(foreign: Foreign) -> Iterator[Session]:
    """The sessions of each view: in groups, in the rooms of days, or all in one list."""
    lone: list[tuple[Steps, Mapping[str, Json]]] = [((), keys_of(foreign.data))]
    for steps, group in (*lone, *(((index,), group) for index, group in each_of(foreign.data))):
        yield from (((*steps, "sessions", index), session) for index, session in each_of(group.get("sessions")))
        for place, room in each_of(group.get("rooms")):
            above = (*steps, "rooms", place, "sessions")
            for index, session in each_of(room.get("sessions")):
                yield (*above, index), {**session, "room": session.get("room") or room.get("name")}


def _once(sessions: Iterator[Session]) -> Iterator[Session]:
    """Each of them once: what is for everybody can stand in several rooms."""
    seen: set[tuple[str, str]] = set()
    for steps, session in sessions:
        key = text_of(session.get("id")), text_of(session.get("startsAt"))
        if not key[0] or key not in seen:
            yield steps, session
        seen.add(key)


def _names(data: Mapping[str, Json]) -> Mapping[str, Names]:
    """What the view "all" says only by number: people, rooms, and what sessions are put under."""
    people = {text_of(keys.get("id")): _full_name(keys) for _, keys in each_of(data.get("speakers"))}
    rooms = {text_of(keys.get("id")): line_of(keys.get("name")) for _, keys in each_of(data.get("rooms"))}
    items, titles = {}, {}
    for _, category in each_of(data.get("categories")):
        for _, item in each_of(category.get("items")):
            items[text_of(item.get("id"))] = line_of(item.get("name"))
            titles[text_of(item.get("id"))] = line_of(category.get("title"))
    return {"people": people, "rooms": rooms, "items": items, "titles": titles}


def _full_name(keys: Mapping[str, Json]) -> str:
    whole = line_of(keys.get("fullName")) or line_of(keys.get("name"))
    return whole or " ".join(filter(None, (line_of(keys.get("firstName")), line_of(keys.get("lastName")))))


def _talk(foreign: Foreign, session: Session, names: Mapping[str, Names], zone: str) -> Talk:
    steps, keys = session
    if text_of(keys.get("status")).lower() not in TAKEN:
        return Talk(Place(foreign.name), "")
    start, end = moment_of(keys.get("startsAt")), moment_of(keys.get("endsAt"))
    day, begin = at(on_clock(start, zone)) if start else (None, None)
    under = list(_under(keys, names))
    left = [Left(foreign.place(steps), title, text) for title, text in under if title and not _place_of(title)]
    said = {_place_of(title): text for title, text in reversed(under)}
    return Talk(
        place=foreign.place(steps),
        title=line_of(keys.get("title")),
        day=day,
        start=begin,
        minutes=minutes_between(start, end),
        room=line_of(keys.get("room")) or names["rooms"].get(text_of(keys.get("roomId")), ""),
        sort=said.get("sort", ""),
        pause=keys.get("isServiceSession") is True,
        track=said.get("track", ""),
        texts=[markdown_in(keys.get("description"))],
        people=_people(keys.get("speakers"), names["people"]),
        recordings=[url] if (url := url_of(keys.get("recordingUrl"))) else [],
        language=said.get("language", ""),
        left=[*left, *_over(foreign, session)],
    )


def _over(foreign: Foreign, session: Session) -> Iterator[Left]:
    """What could not be read, and where it was to be seen live."""
    steps, keys = session
    for key in ("startsAt", "endsAt", "liveUrl"):
        text = line_of(keys.get(key))
        if text and (key == "liveUrl" or moment_of(text) is None):
            yield Left(foreign.place((*steps, key)), key, text)


def _under(keys: Mapping[str, Json], names: Mapping[str, Names]) -> Iterator[tuple[str, str]]:
    """What a session is put under: the name of each category, and what was chosen of it."""
    for number in list_of(keys.get("categoryItems")):
        if chosen := names["items"].get(text_of(number)):
            yield names["titles"][text_of(number)], chosen
    for _, category in each_of(keys.get("categories")):
        for _, item in each_of(category.get("categoryItems")):
            if chosen := line_of(item.get("name")):
                yield line_of(category.get("name")), chosen


def _place_of(title: str) -> str:
    """What a category is for us, by its name."""
    kinds = {"track": TRACK, "sort": FORMAT, "language": LANGUAGE}
    return next((kind for kind, pattern in kinds.items() if pattern.search(title.lower())), "")


def _people(speakers: Json, names: Names) -> list[str]:
    """The names of those who spoke, each once."""
    people = (_full_name(keys_of(each)) or names.get(text_of(each), "") for each in list_of(speakers))
    return [name for name in dict.fromkeys(people) if name and "@" not in name]
