"""Where an event is, read from one line: only what such a line shows by itself is taken apart."""

import re
from collections.abc import Mapping

from labcamp.exchange.prose import WEB, line_of
from labcamp.patterns import pattern_of

ONLINE = pattern_of(
    r"(?:auch |also |rein |nur |only )?(?:online|digital|virtuell|virtual(?:ly)?|remote|webinar|online[- ]?(?:event|"
    r"veranstaltung|meeting|treffen))"
    r"|(?:microsoft )?teams[- ]?(?:meeting|besprechung|sitzung)?|zoom(?:[- ]meeting)?|webex(?:[- ]meeting)?"
    r"|google meet|jitsi(?: meet)?|bigbluebutton|bbb|video ?(?:konferenz|conference|call)|www|internet",
    re.IGNORECASE,
)
TOWN = pattern_of(r"(?:(?P<land>[A-Z]{1,2})-)?(?P<code>\d{4,5}(?:-\d{3})?) (?P<city>[^\d,]{2,60})")
STREET = pattern_of(r"\D.*\s\d{1,4}(?:\s?[a-zA-Z])?(?:\s?[-–/+]\s?\d{1,4}\s?[a-zA-Z]?)?|\d{1,4}[a-z]?,? \D.{2,}")
YES = "ja"
PARTS = pattern_of(r"\s*(?:,|\n|;| \| | · )\s*")
LAND = {"D": "Deutschland", "DE": "Deutschland", "A": "Österreich", "AT": "Österreich", "CH": "Schweiz"}
FEWEST = 2  # parts that say more than a name
Where = Mapping[str, str]


def place_of_line(text: str) -> Where | str | None:
    """A place as an event file has it; None where the line says nothing.

    Taken apart is what holds a postcode with a town: `Haus, Saal, Straße 1, 10115 Berlin`. All else is a name.
    """
    rest, url = _without_link(text)
    parts = [line_of(part) for part in PARTS.split(rest.strip()) if line_of(part)]
    offline = [part for part in parts if not ONLINE.fullmatch(part)]
    joined: dict[str, str] = {"online": YES} if len(offline) < len(parts) or (url and not offline) else {}
    if url:
        joined["url"] = url
    if not offline:
        return "online" if joined == {"online": YES} else joined or None
    return {**_address(offline), **joined}


def _without_link(text: str) -> tuple[str, str]:
    found = WEB.search(text)
    if found is None:
        return text, ""
    return text[: found.start()] + text[found.end() :], found[0].rstrip(".,;)")


def _address(parts: list[str]) -> dict[str, str]:
    at = next((number for number, part in enumerate(parts) if TOWN.fullmatch(part)), None)
    town = TOWN.fullmatch(parts[at]) if at is not None else None
    if at is None or town is None or len(parts) - at > FEWEST:
        return {"name": ", ".join(parts)}
    before, after = parts[:at], parts[at + 1 :]
    place: dict[str, str] = {}
    if before and STREET.fullmatch(before[-1]):
        place["street"] = before.pop()
    if before:
        place["name"] = before[0]
    if before[1:]:
        place["room"] = ", ".join(before[1:])
    place |= {"postcode": town["code"], "city": town["city"].strip()}
    if country := after[0] if after else LAND.get(town["land"] or "", ""):
        place["country"] = country
    return place
