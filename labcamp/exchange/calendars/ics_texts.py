"""What an entry of a calendar says beside its time: title, place, links, and what has no place with us."""

import re
from collections.abc import Iterator, Mapping, Set
from urllib.parse import unquote, urlsplit

from labcamp.check.calendar.content import ContentLine, place_of
from labcamp.check.calendar.structure import REGISTERED, Part
from labcamp.check.public import ways_in
from labcamp.exchange.found import Left, Value
from labcamp.exchange.places import YES, place_of_line
from labcamp.exchange.prose import WEB, line_of, markdown_of, topics_in
from labcamp.patterns import pattern_of

ESCAPED = pattern_of(r"\\(.)", re.DOTALL)
LINE_ENDS = frozenset({"n", "N"})
LANGUAGE = pattern_of(r"//([A-Za-z]{2}(?:-[A-Z]{2})?)$")
GEO = pattern_of(r"(?:geo:)?\s*(-?\d{1,3}(?:\.\d{1,15})?)\s*[;,]\s*(-?\d{1,3}(?:\.\d{1,15})?).*", re.DOTALL)
BETWEEN = pattern_of(r"(?:^|\n)[ \t]*(?:_{20,}|\.{40,}|-::~[-:~]{10,})[ \t]*(?=\n|$)")
# What leads into a meeting that others have made for an entry
ROOMS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
_TAKEN = """
UID DTSTAMP DTSTART DTEND DURATION SUMMARY DESCRIPTION LOCATION GEO URL ATTACH CONFERENCE STATUS SEQUENCE RRULE RDATE
EXDATE EXRULE RECURRENCE-ID RELATED-TO CATEGORIES ORGANIZER ATTENDEE CONTACT CREATED LAST-MODIFIED CLASS TRANSP PRIORITY
COLOR REQUEST-STATUS STYLED-DESCRIPTION
"""
TAKEN = frozenset(_TAKEN.split())


def unescaped(value: str) -> str:
    """A text without the signs that a calendar puts before its commas and line ends (RFC 5545 section 3.3.11)."""
    return ESCAPED.sub(lambda sign: "\n" if sign[1] in LINE_ENDS else sign[1], value) if "\\" in value else value


def line_in(part: Part, name: str) -> str:
    """The text of a line, on one line."""
    return line_of(unescaped(part.value(name)))


def text_in(part: Part) -> str:
    """The description as Markdown, without an invitation into a meeting; that in HTML, where there is no other."""
    return markdown_of(_about(part)[0])


def _about(part: Part) -> tuple[str, str]:
    """The description, and what leads into a meeting: Outlook and Google put that below, between two lines."""
    text = unescaped(part.value("DESCRIPTION") or part.value("X-ALT-DESC"))
    kept, *below = BETWEEN.split(text)
    invitations = [each for each in below if next(iter(ways_in(each)), None)]
    kept = "\n\n".join((kept, *(each.strip() for each in below if each not in invitations)))
    links = (link for each in invitations for link in WEB.findall(each) if next(iter(ways_in(link)), None))
    return kept if below else text, next(links, "")


def where_of(part: Part) -> Value | None:
    """The place of an entry: its LOCATION, the room of a video conference, and where it is on earth."""
    place = place_of_line(unescaped(part.value("LOCATION")))
    rooms = (line.value.strip() for name in ROOMS for line in part.lines.get(name, ()))
    if room := next((room for room in rooms if WEB.fullmatch(room)), "") or _about(part)[1]:
        known = {} if place is None or isinstance(place, str) else place
        place = {**known, "online": YES, "url": known.get("url", room)}
    point = GEO.fullmatch(part.value("GEO") or part.value("X-APPLE-STRUCTURED-LOCATION"))
    if point and place and not isinstance(place, str) and "name" in place.keys() | {"street", "city"} & place.keys():
        return {**place, "lat": point[1], "lon": point[2]}
    return place


def links_of(part: Part, place: Value | None, *, attached: bool = True) -> list[Value]:
    """The page of an entry and what is attached to it, each with a title; not what leads to its place."""
    room = place.get("url") if isinstance(place, dict) else None
    found = [(line, "page") for line in part.lines.get("URL", ())]
    found += [(line, "other") for line in part.lines.get("ATTACH", ()) if attached]
    links: dict[str, Value] = {}
    for line, sort in found:
        address = line.value.strip()
        if WEB.fullmatch(address) and address != room:
            links.setdefault(address, {"title": _title_of(line, address), "url": address, "type": sort})
    return list(links.values())


def _title_of(line: ContentLine, address: str) -> str:
    """What a link is called: the name of its file, else that of its site."""
    if named := line_of(line.parameter("FILENAME") or line.parameter("X-FILENAME")):
        return named
    try:
        parts = urlsplit(address)
        file = unquote(parts.path.rpartition("/")[2]) if line.name == "ATTACH" else ""
        return line_of(file) or (parts.hostname or address).removeprefix("www.")
    except ValueError:  # brackets in it are no address of a machine
        return address


def topics_of(part: Part, same: Set[str], known: Mapping[str, str]) -> tuple[list[str], list[Left]]:
    """The topics that we know among the CATEGORIES of an entry, and those that we do not."""
    ids: list[str] = []
    left: list[Left] = []
    for line in part.lines.get("CATEGORIES", ()):
        if line.value not in same:
            found, others = topics_in(unescaped(line.value).split(","), known)
            ids += found
            left += [Left(place_of(line), line.name, ", ".join(others))] if others else []
    return ids, left


def left_of(part: Part) -> Iterator[Left]:
    """What an entry says and no event file has a key for; what is a program's own is not told."""
    for name, lines in part.lines.items():
        if (name in TAKEN and name != "ATTACH") or name.startswith("X-"):
            continue
        for line in lines:
            named = line.parameter("FILENAME")
            if name == "ATTACH" and (WEB.fullmatch(line.value.strip()) or not named):
                continue  # a link; or bytes of which nobody knows what they are
            if text := line_of(named or unescaped(line.value)):
                yield Left(place_of(line), name if name in REGISTERED else line_of(name), text)
