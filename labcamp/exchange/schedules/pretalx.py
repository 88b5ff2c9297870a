"""Events, submissions, talks and slots from the API of pretalx, a page or several in one file."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from labcamp.exchange.found import Asked, Found, Left, Told, Value
from labcamp.exchange.schedules.foreign import (
    MOST_SESSIONS,
    Foreign,
    Json,
    each_of,
    is_json_with,
    keys_of,
    line_of,
    list_of,
    markdown_in,
    path_of,
    said_in,
    text_of,
    url_of,
)
from labcamp.exchange.schedules.json_text import json_of
from labcamp.exchange.schedules.links import links_in
from labcamp.exchange.schedules.moments import day_of, length_of, minutes_between, moment_of, on_clock
from labcamp.exchange.schedules.pages import Thing, missing_pages, things_in
from labcamp.exchange.schedules.programme import Conference, Talk, at, found_of, language_of, main_language
from labcamp.findings import Finding, Place, finding
from labcamp.model.texts import one_line
from labcamp.model.zones import is_zone

TAKEN = frozenset({"", "confirmed", "accepted"})  # what was not taken is nobody's business
EVENT = (b"date_from", b"date_to", b"slug")
Numbered = Mapping[tuple[str, str], Json]  # what others name by number: the sort of it, and its number or code


@dataclass(frozen=True)
class _Api:
    """What the file says, by what it is."""

    foreign: Foreign
    language: str
    numbered: Numbered

    def named(self, sort: str, value: Json) -> str:
        """The name of a room, track or type that stands there whole, in words, or by its number."""
        value = self.numbered.get((sort, text_of(value)), value)
        name = said_in(keys_of(value).get("name", value), self.language)
        return "" if name.isdigit() else one_line(name)


def looks_like(_name: str, content: bytes) -> bool:
    """Tell whether it is JSON of a conference's events, or of what was handed in for one."""
    talks = is_json_with(content, b"submission_type", b"title") or is_json_with(content, b"slots", b"submission")
    return talks or is_json_with(content, *EVENT)


def read(name: str, content: bytes, asked: Asked) -> Told:
    """Each event; with what was handed in as its agenda, where the file has both.

    LC885 where there is more than anybody has, LC886 where people or times stand there only by number.
    """
    foreign = json_of(name, content)
    things = list(things_in(foreign))
    if len(things) > MOST_SESSIONS:
        return Told(findings=(finding("LC885", Place(name), most=MOST_SESSIONS),))
    events = [thing for thing in things if "date_from" in thing[1]]
    locales = Counter(language for _, event in events if (language := language_of(text_of(event.get("locale")))))
    api = _Api(foreign, next(iter(dict(locales.most_common(1))), ""), _numbered(things))
    if findings := tuple(_by_number(api, things)):
        return Told(findings=findings[:1])
    zones = [zone for _, event in events if is_zone(zone := line_of(event.get("timezone")))]
    talks = _talks(api, things, zones[0] if len(events) == 1 and zones else asked.zone)
    language = api.language or main_language(talks)
    found = [_found(api, event, talks if len(events) == 1 else [], asked) for event in events]
    if talks and len(events) != 1:
        found.append(found_of(Conference(foreign.place(()), "", None, None, asked.zone, language), talks, asked))
    most = next(iter(dict(Counter(zones).most_common(1))), None)
    return Told(tuple(found), tuple(missing_pages(foreign)), zone=most, language=language or None)


def _numbered(things: list[Thing]) -> Numbered:
    """All that has a number or code by which others name it."""
    numbered: dict[tuple[str, str], Json] = {}
    for _, keys in things:
        number = text_of(keys.get("id"))
        if "submission" in keys:
            numbered["slot", number] = keys
        elif "default_duration" in keys:
            numbered["type", number] = keys
        elif "color" in keys:
            numbered["track", number] = keys
        elif "code" in keys and "name" in keys:
            numbered["speaker", text_of(keys.get("code"))] = keys
        elif "name" in keys and "date_from" not in keys:
            numbered["room", number] = keys
    return numbered


def _by_number(api: _Api, things: list[Thing]) -> Iterator[Finding]:
    """LC886 where the file names people or times only by numbers that it does not explain."""
    for steps, keys in things:
        for key, sort in (("speakers", "speaker"), ("slots", "slot")):
            for index, each in enumerate(list_of(keys.get(key)) if "title" in keys and _is_taken(keys) else ()):
                if isinstance(each, str) and (sort, each) not in api.numbered:
                    where = (*steps, key, index)
                    yield finding("LC886", api.foreign.place(where), path=path_of(where))


def _is_taken(submission: Mapping[str, Json]) -> bool:
    return text_of(submission.get("state")).lower() in TAKEN


def _found(api: _Api, event: Thing, talks: list[Talk], asked: Asked) -> Found:
    """One event with its agenda."""
    steps, keys = event
    zone = line_of(keys.get("timezone"))
    zone = zone if is_zone(zone) else asked.zone
    locale = language_of(text_of(keys.get("locale")))
    language = locale or api.language or main_language(talks)
    title = one_line(said_in(keys.get("name"), language))
    first, last = (day_of(keys.get(key), zone) for key in ("date_from", "date_to"))
    urls = keys_of(keys.get("urls"))
    url = url_of(keys.get("custom_domain")) or url_of(urls.get("base")) or url_of(urls.get("schedule"))
    values: dict[str, Value] = {"links": [{"title": title, "url": url}]} if url and title else {}
    if locale and api.language and locale != api.language:
        values["language"] = locale
    left = [
        Left(api.foreign.place((*steps, key)), key, text)
        for key in ("date_from", "date_to", "logo", "header_image")
        if (text := line_of(keys.get(key))) and not (key.startswith("date") and moment_of(text))
    ]
    where = api.foreign.place(steps)
    whole = Conference(where, title, first, last or first, zone, language, values=values, left=left)
    return found_of(whole, talks, asked)


def _talks(api: _Api, things: list[Thing], zone: str) -> list[Talk]:
    """What was handed in and taken: once for each time at which it is; without times only where nothing has one."""
    talks = [talk for thing in _submissions(things) for talk in _of_submission(api, thing, zone) if talk.title]
    timed = [talk for talk in talks if talk.start is not None]
    return timed or talks


def _submissions(things: list[Thing]) -> Iterator[Thing]:
    """The submissions, and those that stand whole in a slot, with that slot; a break is a slot without one."""
    whole = {text_of(keys.get("code")) for _, keys in things if "title" in keys}
    for steps, keys in things:
        submission = keys.get("submission")
        if "title" in keys and "code" in keys:
            yield steps, keys
        elif isinstance(submission, dict):
            yield (*steps, "submission"), {**submission, "slots": [keys]}
        elif "submission" in keys and not (submission and text_of(submission) in whole):
            yield steps, {"title": None if submission else keys.get("description"), "slots": [keys], "pause": True}


def _of_submission(api: _Api, thing: Thing, zone: str) -> Iterator[Talk]:
    steps, keys = thing
    if not _is_taken(keys):
        return
    whole = [api.numbered.get(("slot", text_of(each)), each) for each in list_of(keys.get("slots"))]
    slots = [keys_of(slot) for slot in (keys.get("slot"), *whole) if keys_of(slot)]
    for slot in slots or [{}]:
        yield _talk(api, (steps, keys), slot, zone)


def _talk(api: _Api, thing: Thing, slot: Mapping[str, Json], zone: str) -> Talk:
    steps, keys = thing
    start, end = moment_of(slot.get("start")), moment_of(slot.get("end"))
    day, begin = at(on_clock(start, zone)) if start else (None, None)
    links, left = links_in(api.foreign, (*steps, "resources"), _resources(keys))
    if image := line_of(keys.get("image")):
        left.append(Left(api.foreign.place((*steps, "image")), "image", image))
    if start is None and (text := line_of(slot.get("start"))):
        left.append(Left(api.foreign.place(steps), "start", text))
    return Talk(
        place=api.foreign.place(steps),
        title=one_line(said_in(keys.get("title"), api.language)),
        day=day,
        start=begin,
        minutes=minutes_between(start, end) or length_of(keys.get("duration")),
        room=api.named("room", slot.get("room")),
        sort=api.named("type", keys.get("submission_type")),
        pause=keys.get("pause") is True,
        track=api.named("track", keys.get("track")),
        texts=[markdown_in(said_in(keys.get(key), api.language)) for key in ("abstract", "description")],
        people=_people(api, keys.get("speakers")),
        links=links,
        recorded=None if (refused := keys.get("do_not_record")) is None else refused is not True,
        language=text_of(keys.get("content_locale")),
        left=left,
    )


def _resources(keys: Mapping[str, Json]) -> list[Mapping[str, Json]]:
    """The files and links of a submission, as links."""
    return [
        {"title": each.get("description"), "url": each.get("link") or each.get("resource")}
        for _, each in each_of(keys.get("resources"))
    ]


def _people(api: _Api, speakers: Json) -> list[str]:
    """The names of those who spoke, each once; nothing else of them."""
    people = [keys_of(api.numbered.get(("speaker", text_of(each)), each)) for each in list_of(speakers)]
    names = dict.fromkeys(line_of(keys.get("name")) for keys in people)
    return [name for name in names if name and "@" not in name]
