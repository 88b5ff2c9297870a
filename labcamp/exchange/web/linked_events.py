"""An Event in the words of schema.org as an event of ours: its time, its place, its sessions."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from labcamp.exchange.found import Asked, Found, Left, Value
from labcamp.exchange.lists.days import When, clock, date_and_time, when_of
from labcamp.exchange.places import YES, place_of_line
from labcamp.exchange.prose import WEB, cancelled_title, line_of, markdown_of, plain_of_html, topics_in
from labcamp.findings import Finding, Place, finding
from labcamp.model.zones import zone_of
from labcamp.patterns import pattern_of

Node = Mapping[str, Any]
# Subtypes of Event whose names do not say so (schema.org)
OTHERS = frozenset({"Festival", "Hackathon", "CourseInstance", "ConferenceEvent"})
NO_GATHERING = frozenset(
    {"EventSeries", "DeliveryEvent", "PublicationEvent", "BroadcastEvent", "OnDemandEvent", "EventReservation"}
)
OFF = ("EventCancelled", "EventCanceled")
PLACES = {"streetAddress": "street", "postalCode": "postcode", "addressLocality": "city", "addressCountry": "country"}
# What can be read or seen of an event, by what it is in the words of schema.org; a CreativeWork is anything
WORKS = {"WebPage": "page", "Report": "report", "ScholarlyArticle": "paper", "Article": "report"}
WORKS |= {"PresentationDigitalDocument": "slides", "NoteDigitalDocument": "notes", "CreativeWork": "other"}
WORKS |= {"VideoObject": "recording", "AudioObject": "recording", "ImageObject": "photo"}
DAILY = "P1D"
LEFT = ("sponsor", "funder", "audience", "superEvent", "typicalAgeRange", "review", "workFeatured")
DURATION = pattern_of(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?)?")
MOST_MINUTES = 24 * 60
LONG = 300  # signs: a longer text is a description and no summary


# What things are


def types_of(node: Node) -> list[str]:
    """What a thing is, without the address of the words."""
    types = node.get("@type", ())
    named = types if isinstance(types, list) else [types]
    return [each.rpartition("/")[2].rpartition(":")[2] for each in named if isinstance(each, str)]


def is_event(node: Node) -> bool:
    """Tell whether a thing is a gathering that is described here, and not only named by its `@id`."""
    types = types_of(node)
    kinds = any((each.endswith("Event") or each in OTHERS) and each not in NO_GATHERING for each in types)
    return kinds and any(node.get(key) for key in ("name", "startDate", "headline"))


def is_series(node: Node) -> bool:
    """Tell whether a thing is the series of which events are part."""
    return "EventSeries" in types_of(node)


def names_of(node: Node) -> Iterator[str]:
    """What a thing is called."""
    return (name for key in ("name", "headline", "legalName", "alternateName") if (name := text_of(node.get(key))))


def text_of(value: Any) -> str:
    """A value as text: of several the first, of one in a language its words, of a thing its name."""
    if isinstance(value, list):
        return next(filter(None, map(text_of, value)), "")
    if isinstance(value, dict):
        return text_of(value.get("@value") or value.get("name") or value.get("@id") or "")
    return value if isinstance(value, str) else ""


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _things(value: Any) -> list[Node]:
    return [each for each in _each(value) if isinstance(each, dict)]


def _line(value: Any) -> str:
    return plain_of_html(text_of(value))


def _web(value: Any) -> str:
    text = (
        value
        if isinstance(value, str)
        else text_of(value.get("@id") or value.get("url"))
        if isinstance(value, dict)
        else ""
    )
    return text.strip() if WEB.fullmatch(text.strip()) else ""


# The event


def event_of(node: Node, parts: Iterable[Node], place: Place, asked: Asked) -> tuple[Found, list[Finding]]:
    """The event that a thing describes, with its parts as agenda, and LC895 where its time cannot be read."""
    findings: list[Finding] = []
    begin, end = (_moment(node, key, place, asked, findings) for key in ("startDate", "endDate"))
    when, hours = _time(begin, end)
    if hours and (daily := _daily(node, asked.zone)):
        when, hours = {**when, "time": daily}, ""
    place_, registration = _told_apart(_place(node), _registration(node, asked))
    values: dict[str, Value | None] = {
        **_named(node),
        **when,
        "moved_from": _moved(node, begin, asked),
        "language": _language(node),
        "place": place_,
        "hosts": _organisations(node.get("organizer")),
        "partners": _organisations(node.get("contributor")),
        **_about(node),
        "topics": topics_in(_words(node), asked.topics)[0],
        "registration": registration,
        "agenda": _agenda(parts, str(when.get("date", "")), asked),
        "links": _links(node),
    }
    left = [*_left(node, place, asked), *(Left(place, "startDate", each) for each in [hours] if each)]
    return Found(place, {key: value for key, value in values.items() if value}, None, tuple(left)), findings


def _named(node: Node) -> dict[str, Value | None]:
    """What it is called, and that it is called off where that is said."""
    title, off = cancelled_title(next((plain_of_html(name) for name in names_of(node)), ""))
    off = off or text_of(node.get("eventStatus")).endswith(OFF)
    subtitle = _line(node.get("alternateName")) if node.get("name") else None
    return {"title": title, "subtitle": subtitle, "status": "cancelled" if off else None}


def _moment(node: Node, key: str, place: Place, asked: Asked, findings: list[Finding]) -> When | None:
    """A day or a moment on the clock of the series."""
    text = line_of(text_of(node.get(key)))
    if not text:
        return None
    when = _here(when_of(text, asked.day_first), asked)
    if when is None or not when.days:
        said = " – ".join(filter(None, (_line(node.get("name"))[:60], f"{key}: {text[:60]}")))
        findings.append(finding("LC895", place, value=said, day=""))
        return None
    return when


def _here(when: When | None, asked: Asked) -> When | None:
    if when is None or when.moment is None:
        return when
    try:
        wall = when.moment.astimezone(zone_of(asked.zone))
    except OverflowError:
        return None
    return When(wall.date().isoformat(), wall.hour * 60 + wall.minute)


def _time(begin: When | None, end: When | None) -> tuple[Mapping[str, Value], str]:
    """The keys `date` and `time`, and the hours that these cannot say: other ones on each of several days."""
    if begin is None:
        return {}, ""
    if end is None or len(end.days) != len(begin.days):
        return date_and_time((begin.days, begin.start), (begin.days, begin.end), daily=False)
    return date_and_time((begin.days, begin.start), (end.days, end.start), daily=False)


def _daily(node: Node, zone: str) -> str:
    """From when to when each of several days goes; empty where nothing says that it is the same on all."""
    for each in _things(node.get("eventSchedule")):
        times = [when_of(f"2000-01-01T{text_of(each.get(key))}", None) for key in ("startTime", "endTime")]
        starts = [clock(when.start) for when in times if when and when.start is not None]
        here = text_of(each.get("scheduleTimezone")) in {"", zone}
        if here and text_of(each.get("repeatFrequency")) == DAILY and len(starts) == len(times):
            return "-".join(starts)
    return ""


def _told_apart(place: Value | None, registration: Mapping[str, Value]) -> tuple[Value | None, Value | None]:
    """Where one takes part online is a page where one registers, as Google asks for it, and no address of a place."""
    if not isinstance(place, Mapping) or "online" not in place or "url" not in place:
        return place, registration or None
    if registration.get("url", place["url"]) != place["url"]:
        return place, registration
    rest = {key: value for key, value in place.items() if key != "url"}
    return "online" if set(rest) == {"online"} else rest, {"url": place["url"], **registration}


def _moved(node: Node, begin: When | None, asked: Asked) -> str | None:
    before = _here(when_of(line_of(text_of(node.get("previousStartDate"))), asked.day_first), asked)
    return before.days if before and before.days and begin and before.days != begin.days else None


def _language(node: Node) -> str | None:
    found = node.get("inLanguage")
    named = found.get("alternateName") or found.get("name") if isinstance(found, dict) else text_of(found)
    return named if isinstance(named, str) and named in {"de", "en", "de-AT", "de-CH"} else None


def _about(node: Node) -> dict[str, Value]:
    """What it is about: a short text as summary, a long one as description."""
    text = text_of(node.get("description"))
    if not text.strip():
        return {}
    short = plain_of_html(text)
    return {"summary": short} if len(short) <= LONG and "\n" not in text.strip() else {"description": markdown_of(text)}


def _organisations(value: Any) -> list[str]:
    """The names of organisations; people who organise are left out."""
    named = [each if isinstance(each, dict) else {"name": each} for each in _each(value)]
    return [name for each in named if "Person" not in types_of(each) and (name := _line(each.get("name")))]


# Where


def _place(node: Node) -> Value | None:
    """Where it is: places with an address, and that one can take part online."""
    known: dict[str, Value] = {}
    online = "Online" in text_of(node.get("eventAttendanceMode")) or "Mixed" in text_of(node.get("eventAttendanceMode"))
    for each in _each(node.get("location")):
        if isinstance(each, str):
            known |= {"name": line_of(each)} if line_of(each) and not known else {}
        elif isinstance(each, dict) and "VirtualLocation" in types_of(each):
            online, known = True, known | ({"url": url} if (url := _web(each.get("url"))) else {})
        elif isinstance(each, dict) and not known.keys() - {"url"}:
            known |= _venue(each)
    if online:
        known["online"] = YES
    return "online" if known == {"online": YES} else known or None


def _venue(node: Node) -> dict[str, Value]:
    address = next(iter(_each(node.get("address"))), None)
    parts = address if isinstance(address, dict) else {}
    known: dict[str, Value] = {"name": _line(node.get("name"))}
    known |= {ours: _line(parts.get(theirs)) for theirs, ours in PLACES.items()}
    if isinstance(address, str) and not any(known[key] for key in PLACES.values()):
        line = place_of_line(", ".join(filter(None, (str(known["name"]), line_of(address)))))
        known |= line if isinstance(line, dict) else {}
    if known["name"] in {known["street"], known["city"]} and known["city"]:
        known["name"] = ""
    geo = next(iter(_things(node.get("geo"))), {})
    point = {"lat": text_of(geo.get("latitude")), "lon": text_of(geo.get("longitude"))}
    known |= point if all(point.values()) else {}
    if url := _web(node.get("url")):
        known["url"] = url
    return {key: value for key, value in known.items() if value}


# Sessions, registration, links


def _agenda(parts: Iterable[Node], date: str, asked: Asked) -> list[Value]:
    """The parts of an event as its sessions, in the order of time, as far as all of them say theirs."""
    read = [(node, _here(when_of(line_of(text_of(node.get("startDate"))), None), asked)) for node in parts]
    if all(when and when.start is not None for _, when in read):
        read.sort(key=lambda each: (each[1].days, each[1].start or 0) if each[1] else ("", 0))
    return [_session(node, when, date, asked) for node, when in read if text_of(node.get("name"))]


def _session(node: Node, when: When | None, date: str, asked: Asked) -> Value:
    values: dict[str, Value | None] = {
        "title": _line(node.get("name")),
        "day": _day(when.days, date) if when else None,
        "start": clock(when.start) if when and when.start is not None else None,
        "minutes": _minutes(node, when, asked),
        "room": next((_line(each.get("name")) for each in _things(node.get("location"))), None),
        "by": _people(node),
        "teaser": markdown_of(text_of(node.get("description"))),
        "links": _links(node),
    }
    return {key: value for key, value in values.items() if value}


def _day(day: str, date: str) -> str | None:
    """The day of a session, where an event has several; what begins after the last one is of its night."""
    _, several, last = date.partition("/")
    return min(day, last) if several else None


def _minutes(node: Node, when: When | None, asked: Asked) -> str | None:
    """How long it takes, from its end or its duration."""
    end = _here(when_of(line_of(text_of(node.get("endDate"))), None), asked)
    whole = when and end and len(when.days) == len(end.days) == len("2027-03-11")
    if whole and when and end and when.start is not None and end.start is not None:
        nights = dt.date.fromisoformat(end.days) - dt.date.fromisoformat(when.days)
        length = nights.days * MOST_MINUTES + end.start - when.start
        return str(length) if 0 < length <= MOST_MINUTES else None
    found = DURATION.fullmatch(text_of(node.get("duration")))
    days, hours, minutes = (int(each or 0) for each in found.groups()) if found else (0, 0, 0)
    total = days * MOST_MINUTES + hours * 60 + minutes
    return str(total) if 0 < total <= MOST_MINUTES else None


def _people(node: Node) -> list[Value]:
    """Who speaks: names and organisations, and nothing else of them."""
    people: list[Value] = []
    for each in [*_each(node.get("performer")), *_each(node.get("performers"))]:
        thing = each if isinstance(each, dict) else {"name": each}
        name = _line(thing.get("name"))
        if name and "Person" not in types_of(thing) and types_of(thing):
            people.append({"organisation": name})
        elif name:
            of = next(
                (_line(one) for one in _each(thing.get("affiliation") or thing.get("worksFor")) if _line(one)), ""
            )
            people.append({"name": name, **({"organisation": of} if of else {})})
    return people


def _registration(node: Node, asked: Asked) -> Mapping[str, Value]:
    """Where one registers, what it costs, and how many may come."""
    offers = _things(node.get("offers"))
    until = next(
        (
            _here(when_of(line_of(text_of(each.get(key))), None), asked)
            for each in offers
            for key in ("availabilityEnds", "validThrough")
            if each.get(key)
        ),
        None,
    )
    seats = text_of(node.get("maximumAttendeeCapacity"))
    known = {
        "url": next((url for each in (*offers, *_actions(node)) if (url := _web(each.get("url")))), ""),
        "until": until.days if until else "",
        "seats": seats if seats.isdigit() else "",
        "price": _price(offers),
    }
    return {key: value for key, value in known.items() if value}


def _actions(node: Node) -> Iterator[Node]:
    """Where one registers, as an action that one can take."""
    for each in _things(node.get("potentialAction")):
        if "RegisterAction" in types_of(each):
            target = each.get("target")
            yield {"url": target.get("urlTemplate") or target.get("url") if isinstance(target, dict) else target}


def _price(offers: Sequence[Node]) -> str:
    """What it costs, where it is one plain sum."""
    sums = {(text_of(each.get("price")), text_of(each.get("priceCurrency"))) for each in offers if each.get("price")}
    if len(sums) != 1:
        return ""
    price, currency = next(iter(sums))
    return line_of(f"{price} {currency}")


def _links(node: Node) -> list[Value]:
    """Its own page, and what was recorded or written of it."""
    links: dict[str, Value] = {}
    page = _web(node.get("url"))
    for sort, things in (
        ("page", [page]),
        ("recording", _each(node.get("recordedIn"))),
        *((WORKS[sort], [each]) for each in _things(node.get("subjectOf")) if (sort := _work(each))),
        ("other", _each(node.get("sameAs"))),
    ):
        for each in things:
            if url := _web(each):
                title = _line(each.get("name")) if isinstance(each, dict) else ""
                links.setdefault(url, {"title": title or _host(url), "url": url, "type": sort})
    return list(links.values())


def _work(thing: Node) -> str:
    """Which of the works that we know a thing is; empty where it is none."""
    return next((each for each in types_of(thing) if each in WORKS), "")


def _host(url: str) -> str:
    return url.partition("//")[2].partition("/")[0].removeprefix("www.") or url


def _is_told(thing: Node) -> bool:
    """Tell whether a thing is more than the address of another one, and not the series."""
    return bool(thing.get("name")) and not is_series(thing)


def _words(node: Node) -> list[str]:
    """What it says that it is about, word by word."""
    said = [_line(each) for key in ("keywords", "about") for each in _each(node.get(key))]
    return [word for text in said for word in text.split(",")]


def _left(node: Node, place: Place, asked: Asked) -> Iterator[Left]:
    """What an event says and no event file has a key for."""
    if others := topics_in(_words(node), asked.topics)[1]:
        yield Left(place, "keywords", ", ".join(others))
    for key in LEFT:
        named = [each for each in _each(node.get(key)) if not isinstance(each, dict) or _is_told(each)]
        if words := ", ".join(dict.fromkeys(_line(each) for each in named if _line(each))):
            yield Left(place, key, words)
    speakers = [_line(each) for each in _each(node.get("performer")) if _line(each)]
    if speakers and not node.get("subEvent"):
        yield Left(place, "performer", ", ".join(speakers))
