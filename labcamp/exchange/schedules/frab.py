"""The schedule of frab and of those who write as it does (pretalx, c3voc): what its JSON and its XML both say."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from labcamp.exchange.found import Asked, Left, Told, Value
from labcamp.exchange.schedules.foreign import (
    MOST_SESSIONS,
    Foreign,
    Json,
    Steps,
    each_of,
    keys_of,
    line_of,
    list_of,
    markdown_in,
    path_of,
    text_of,
    url_of,
)
from labcamp.exchange.schedules.links import links_in, name_of, whole
from labcamp.exchange.schedules.moments import clock_of, day_of, length_of, moment_of, on_clock, zone_told
from labcamp.exchange.schedules.programme import Conference, Hours, Talk, found_of, main_language
from labcamp.findings import Place, finding
from labcamp.model.texts import MINUTES_OF_A_DAY, one_line

# The one generator whose days begin and end as people meet, and whose recordings may all be shown
OURS = "labcamp"
NEW_DAY = 6 * 60  # before this time of a day, in minutes, a talk may belong to the evening before
YES, NO = frozenset({"true", "1", "yes"}), frozenset({"false", "0", "no"})
WHOLE = ("schedule", "conference")


def told(foreign: Foreign, asked: Asked) -> Told:
    """The one event of a schedule; LC284 where it has no conference, LC885 where it has more than anybody reads."""
    schedule = keys_of(keys_of(foreign.data).get("schedule"))
    conference = keys_of(schedule.get("conference"))
    if not conference:
        return Told(findings=(finding("LC284", foreign.place(WHOLE), path=path_of(WHOLE), form="frab"),))
    events = list(_events(conference))
    if len(events) > MOST_SESSIONS:
        return Told(findings=(finding("LC885", Place(foreign.name), most=MOST_SESSIONS),))
    named = line_of(conference.get("time_zone_name"))
    zone = zone_told(named, asked.zone, (moment_of(event.get("date")) for _, event, _ in events))
    base = text_of(schedule.get("base_url")) or text_of(conference.get("base_url"))
    ours = line_of(keys_of(keys_of(foreign.data).get("generator")).get("name")).lower() == OURS
    talks = [_talk(foreign, steps, event, (day, zone, base)) for steps, event, day in events]
    talks = [replace(talk, recorded=True) if ours else talk for talk in talks if talk.title]
    language = main_language(talks)
    whole_of_it = _conference(foreign, conference, zone, language, ours=ours)
    found = found_of(whole_of_it, talks, asked)
    return Told((found,), title=whole_of_it.title or None, zone=zone, language=language or None)


Day = Mapping[str, Json]
Around = tuple[Day, str, str]  # the day of the programme, the zone, and the base of relative addresses


def _events(conference: Mapping[str, Json]) -> Iterator[tuple[Steps, Mapping[str, Json], Day]]:
    """Each event with the steps that lead to it, its room, and its day."""
    for number, day in each_of(conference.get("days")):
        for room, events in keys_of(day.get("rooms")).items():
            for index, event in each_of(events):
                yield (*WHOLE, "days", number, "rooms", room, index), {"room": room, **event}, day


def _conference(
    foreign: Foreign, conference: Mapping[str, Json], zone: str, language: str, *, ours: bool
) -> Conference:
    days = [day for _, day in each_of(conference.get("days"))]
    first, last = (day_of(conference.get(key), zone) for key in ("start", "end"))
    dates = [date for day in days if (date := day_of(day.get("date"), zone))]
    if not list_of(conference.get("days")) or first is None:
        first, last = min(dates, default=first), max(dates, default=last)
    title, url = line_of(conference.get("title")) or line_of(conference.get("acronym")), url_of(conference.get("url"))
    values: dict[str, Value] = {}
    if description := markdown_in(conference.get("description")):
        values["summary" if ours and "\n" not in description else "description"] = description
    if url and not ours:
        values["links"] = [{"title": title or name_of(url), "url": url}]
    left = [
        Left(foreign.place((*WHOLE, key)), key, text) for key in ("logo",) if (text := line_of(conference.get(key)))
    ]
    hours = _frame(days, zone) if ours else None
    where = foreign.place(WHOLE)
    return Conference(where, title, first, last, zone, language, hours, "name" if ours else "room", values, left)


def _frame(days: list[Day], zone: str) -> Hours | None:
    """From when until when each day lasts, where that is the same of all."""
    frames: set[Hours] = set()
    for day in days:
        start, end = (moment_of(day.get(key)) for key in ("day_start", "day_end"))
        if start is None or end is None:
            return None
        opening, closing = on_clock(start, zone), on_clock(end, zone)
        until = _minutes(closing, opening.date())
        begin = _minutes(opening, opening.date())
        frames.add((begin, until if until != begin else None))
    return frames.pop() if len(frames) == 1 else None


def _minutes(moment: dt.datetime, day: dt.date) -> int:
    """Minutes from the midnight with which a day begins."""
    return (moment.date() - day).days * MINUTES_OF_A_DAY + moment.hour * 60 + moment.minute


def _talk(foreign: Foreign, steps: Steps, event: Mapping[str, Json], around: Around) -> Talk:
    of_day, zone, base = around
    day, start = _begin(event, of_day, zone)
    links, left = links_in(foreign, (*steps, "links"), event.get("links"), base)
    files, more = links_in(foreign, (*steps, "attachments"), event.get("attachments"), base)
    minutes = length_of(event.get("duration"))
    return Talk(
        place=foreign.place(steps),
        title=line_of(event.get("title")),
        day=day,
        start=start,
        minutes=minutes,
        room=line_of(event.get("room")),
        sort=line_of(event.get("type")),
        track=line_of(event.get("track")),
        texts=[markdown_in(event.get(key)) for key in ("subtitle", "abstract", "description")],
        people=_people(event.get("persons")),
        links=[*links, *files],
        recordings=_recordings(event, base),
        recorded=_agreed(event.get("do_not_record")),
        licence=line_of(event.get("recording_license")),
        language=line_of(event.get("language")),
        left=[*left, *more, *_over(foreign, steps, event, unread=(start is None, minutes is None))],
    )


def _over(foreign: Foreign, steps: Steps, event: Mapping[str, Json], *, unread: tuple[bool, bool]) -> Iterator[Left]:
    """A start or a length that could not be read, as `unread` tells, and a picture."""
    when = line_of(event.get("date")) or line_of(event.get("start"))
    length = line_of(event.get("duration"))
    said = {
        "start": when if unread[0] else "",
        "duration": length if unread[1] and length.strip("0:.") else "",
        "logo": line_of(event.get("logo")),
    }
    yield from (Left(foreign.place((*steps, key)), key, text) for key, text in said.items() if text)


def _begin(event: Mapping[str, Json], of_day: Day, zone: str) -> tuple[dt.date | None, int | None]:
    """The day of the programme, and minutes since its midnight: what begins in the night belongs to the evening."""
    moment, day = moment_of(event.get("date")), day_of(of_day.get("date"), zone)
    if moment is not None and len(text_of(event.get("date"))) > len("2027-03-11"):
        wall = on_clock(moment, zone)
        first = day if day and wall.date() - day == dt.timedelta(days=1) and wall.hour * 60 < NEW_DAY else wall.date()
        return first, _minutes(wall, first)
    start, date = clock_of(event.get("start")), day or (moment.date() if moment else None)
    opening = moment_of(of_day.get("day_start"))
    late = start is not None and opening is not None and start < NEW_DAY and start < on_clock(opening, zone).hour * 60
    return date, start + MINUTES_OF_A_DAY if late and start is not None else start


def _people(persons: Json) -> list[str]:
    """The names of those who spoke, each once; nothing else of them."""
    names = [
        next((name for key in ("name", "public_name", "full_public_name") if (name := line_of(keys.get(key)))), "")
        for keys in (keys_of(person) or {"name": person} for person in list_of(persons))
    ]
    return [one_line(name) for name in dict.fromkeys(names) if name and "@" not in name]


def _recordings(event: Mapping[str, Json], base: str) -> list[str]:
    """Where a recording can be seen."""
    addresses = [text_of(event.get("video_download_url"))]
    addresses += [text_of(keys.get("url")) for _, keys in each_of(event.get("recordings"))]
    return list(dict.fromkeys(url for address in addresses if (url := whole(address, base))))


def _agreed(refused: Json) -> bool | None:
    """Whether people have agreed to be recorded; None where nobody says that."""
    word = str(refused).strip().lower() if isinstance(refused, bool | str) else ""
    return word in NO if word in YES | NO else None
