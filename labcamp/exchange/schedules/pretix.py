"""Events and dates of event series from the API of pretix, one or a list of them."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from labcamp.exchange.found import Asked, Found, Left, Told, Value
from labcamp.exchange.places import place_of_line
from labcamp.exchange.schedules.foreign import (
    MOST_SESSIONS,
    Foreign,
    Json,
    Steps,
    is_json_with,
    keys_of,
    line_of,
    list_of,
    said_in,
    text_of,
    url_of,
)
from labcamp.exchange.schedules.json_text import json_of
from labcamp.exchange.schedules.moments import moment_of, on_clock, said_clock, said_day
from labcamp.exchange.schedules.pages import missing_pages, things_in
from labcamp.exchange.schedules.programme import language_of
from labcamp.findings import Place, finding
from labcamp.model.texts import LONGEST_NIGHT, MINUTES_OF_A_DAY, MOST_DAYS, one_line
from labcamp.model.zones import is_zone
from labcamp.patterns import pattern_of

SIGNS = (b"presale_start", b"date_admission", b"has_subevents", b"presale_end")
DEGREES = pattern_of(r"-?\d{1,3}(?:\.\d{1,15})?")
MIDNIGHT = dt.time()


def looks_like(_name: str, content: bytes) -> bool:
    """Tell whether it is JSON of events for which tickets are sold."""
    return is_json_with(content, b"date_from") and any(is_json_with(content, sign) for sign in SIGNS)


def read(name: str, content: bytes, asked: Asked) -> Told:
    """Each event, and of a series each of its dates; LC885 where there are more than anybody has."""
    foreign = json_of(name, content)
    things = [(steps, thing) for steps, thing in things_in(foreign) if "date_from" in thing]
    if len(things) > MOST_SESSIONS:
        return Told(findings=(finding("LC885", Place(name), most=MOST_SESSIONS),))
    series = [(steps, thing) for steps, thing in things if thing.get("has_subevents") is True]
    zones = {text_of(thing.get("slug")): line_of(thing.get("timezone")) for _, thing in things}
    language = _language(things)
    events = tuple(_event(foreign, each, zones, (language, asked)) for each in things if each not in series)
    dated = {text_of(thing.get("event")) for _, thing in things}
    left = tuple(
        Left(foreign.place(steps), "has_subevents", called)
        for steps, thing in series
        if text_of(thing.get("slug")) not in dated and (called := _called(thing, language))
    )
    named = Counter(zone for zone in zones.values() if is_zone(zone)).most_common(1)
    title = _called(series[0][1], language) if len(series) == 1 else ""
    findings = tuple(missing_pages(foreign))
    return Told(
        events, findings, left, (), title or None, named[0][0] if named else None, language_of(language) or None
    )


def _language(things: list[tuple[Steps, Mapping[str, Json]]]) -> str:
    """The language in which all are named: German where there is any, then English, then whatever there is."""
    spoken = [set(keys_of(thing.get("name"))) for _, thing in things]
    common = set.intersection(*spoken) if spoken else set()
    known = sorted(common, key=lambda code: (not code.startswith("de"), code != "en", code))
    return known[0] if known else ""


def _called(thing: Mapping[str, Json], language: str) -> str:
    return one_line(said_in(thing.get("name"), language)) or line_of(thing.get("slug"))


Spoken = tuple[str, Asked]  # the language, and how the file is to be read


def _event(
    foreign: Foreign, thing: tuple[Steps, Mapping[str, Json]], zones: Mapping[str, str], spoken: Spoken
) -> Found:
    """One event, or one date of a series."""
    (steps, keys), (language, asked) = thing, spoken
    zone = line_of(keys.get("timezone")) or zones.get(text_of(keys.get("event")), "")
    zone = zone if is_zone(zone) else asked.zone
    start, end = (moment_of(keys.get(key)) for key in ("date_from", "date_to"))
    left = [
        Left(foreign.place((*steps, key)), key, text)
        for key, moment in (("date_from", start), ("date_to", end))
        if moment is None and (text := line_of(keys.get(key)))
    ]
    times = _times(start, end, zone)
    if start and end and "time" not in times and _says_hours(start, end, zone):
        said = f"{on_clock(start, zone):%Y-%m-%d %H:%M} – {on_clock(end, zone):%Y-%m-%d %H:%M}"
        left.append(Left(foreign.place((*steps, "date_from")), "date_from", said))
    left += _meta(foreign, (*steps, "meta_data"), keys.get("meta_data"))
    values: dict[str, Value] = {
        "title": one_line(said_in(keys.get("name"), language)),
        **times,
        "zone": zone if zone != asked.zone else "",
        "place": _place(keys, language),
        "registration": _registration(keys, start, zone),
    }
    return Found(foreign.place(steps), {key: value for key, value in values.items() if value}, None, tuple(left))


def _times(start: dt.datetime | None, end: dt.datetime | None, zone: str) -> dict[str, Value]:
    """The days, and the hours where there are some and it is clear that they are those of each day."""
    if start is None:
        return {}
    first = on_clock(start, zone)
    last = on_clock(end, zone) if end else first
    minutes = (last - first).total_seconds() / 60
    if minutes < 0:
        return {"date": said_day(first.date(), first.date())}
    if minutes <= LONGEST_NIGHT or last.date() == first.date():  # a night that ends on the next day is one evening
        opening, closing = _minutes(first, first.date()), _minutes(last, first.date())
        timed = first.time() != MIDNIGHT or (last.date() == first.date() and last != first)
        hours = said_clock(opening) if closing == opening else f"{said_clock(opening)}-{said_clock(closing)}"
        return {"date": f"{first.date()}", **({"time": hours} if timed else {})}
    if last.time() == MIDNIGHT:
        last -= dt.timedelta(days=1)
    too_many = (last.date() - first.date()).days >= MOST_DAYS
    return {} if too_many else {"date": said_day(first.date(), last.date())}


def _minutes(wall: dt.datetime, day: dt.date) -> int:
    return (wall.date() - day).days * MINUTES_OF_A_DAY + wall.hour * 60 + wall.minute


def _says_hours(start: dt.datetime, end: dt.datetime, zone: str) -> bool:
    return on_clock(start, zone).time() != MIDNIGHT or on_clock(end, zone).time() != MIDNIGHT


def _place(keys: Mapping[str, Json], language: str) -> Value:
    """Where it is; with its point, where both of its coordinates are known."""
    place = place_of_line(said_in(keys.get("location"), language)) or ""
    point = {"lat": text_of(keys.get("geo_lat")), "lon": text_of(keys.get("geo_lon"))}
    if isinstance(place, str) or not all(DEGREES.fullmatch(each) for each in point.values()):
        return place
    return {**place, **point}


def _registration(keys: Mapping[str, Json], start: dt.datetime | None, zone: str) -> Value:
    """Where people register, and until when, as long as that is before the event."""
    url, until = url_of(keys.get("public_url")), moment_of(keys.get("presale_end"))
    closes = on_clock(until, zone).date() if until else None
    early = closes is not None and start is not None and closes <= on_clock(start, zone).date()
    return {key: text for key, text in (("url", url), ("until", f"{closes}" if early else "")) if text}


def _meta(foreign: Foreign, steps: Steps, meta: Json) -> list[Left]:
    """What the organisers of others keep about their events: a person has to decide."""
    return [
        Left(foreign.place((*steps, key)), line_of(key) or "meta_data", text)
        for key, value in keys_of(meta).items()
        if (text := line_of(value) or ", ".join(filter(None, map(line_of, list_of(value)))))
    ]
