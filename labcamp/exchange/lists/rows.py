"""One row of a list as an event: its day and hours, its place, and what no event file has a key for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from labcamp.check.lists.table import ListCell, ListRow
from labcamp.check.people.headers import shown
from labcamp.exchange.found import Asked, Found, Left, Value
from labcamp.exchange.lists.days import When, date_and_time, day_before, span_of, when_of
from labcamp.exchange.places import ONLINE, YES, place_of_line
from labcamp.exchange.prose import CONTROL, WEB, cancelled_title, line_of, markdown_of, postponed_title, topics_in
from labcamp.findings import Finding, finding
from labcamp.model.texts import NO
from labcamp.model.texts import YES as AFFIRMED
from labcamp.model.zones import is_zone, zone_of
from labcamp.patterns import pattern_of

DAYS = frozenset({"when", "start", "end", "until", "moved_from"})
DATED = DAYS | {"time", "start_time", "end_time"}
OF_THE_DAY = ("when", "start", "time", "start_time")
OF_THE_END = ("end", "end_time")
IS_YES = AFFIRMED | {"x", "ein", "wahr", "y", "j"}
IS_NO = NO | {"aus", "falsch", "n", "-", ""}
OFF = pattern_of(
    r"(?:ist |wurde |is |was |musste )?(?:leider )?(?:abgesagt|absage|entfällt|entfallen|ausgefallen|ausfall"
    r"|(?:fällt|fiel) (?:leider )?aus|storniert|findet nicht statt|fand nicht statt|cancell?ed|called off)\b.*",
    re.IGNORECASE | re.DOTALL,
)
LATER = pattern_of(
    r"(?:ist |wurde |wird |is |was )?(?:auf )?(?:verschoben|vertagt|postponed|put off|delayed)\b.*", re.I | re.S
)
KNOWN_STATUS = pattern_of(
    r"bestätigt|fest|findet statt|stattgefunden|durchgeführt|geplant|entwurf|confirmed|draft|planned|scheduled"
    r"|completed|done|held|live|ended|past|upcoming|publish(?:ed)?|active|started|erledigt|angekündigt|vorbei|ok",
    re.IGNORECASE,
)
HYBRID = pattern_of(r"hybrid|beides|both", re.IGNORECASE)
ON_SITE = pattern_of(r"(?:vor ort|präsenz\w*|in präsenz|in[- ]person|on[- ]?site|offline|physical)", re.IGNORECASE)
TOTAL = pattern_of(r"(?:summe|gesamt|total|sum|insgesamt|anzahl)\b.*", re.IGNORECASE)
FIGURES = pattern_of(r"\d{1,6}")
NUMBER = pattern_of(r"#?\s*(\d{1,6})\.?")
LISTED = pattern_of(r"[,;|\n]")
BETWEEN = pattern_of(r"\s*[;|\n]\s*")
ADDRESS = ("street", "postcode", "city", "country", "room")
LINKS = {"link": "page", "report": "report", "recording": "recording", "slides": "slides"}
IGNORED = frozenset({"-", "person"})
TWO = 2  # columns, so that a cell can stand alone in them


class Row(NamedTuple):
    """A row: its cells that say something by the numbers of their columns, and how the list is read."""

    row: ListRow
    cells: Mapping[int, ListCell]
    headers: Sequence[str]
    meanings: Mapping[int, str]
    day_first: Mapping[int, bool | None]
    asked: Asked
    ours: bool
    has: frozenset[str]  # the meanings of all columns

    def of(self, *meanings: str) -> Iterator[tuple[int, ListCell]]:
        """The cells of columns with these meanings."""
        return ((at, cell) for at, cell in self.cells.items() if self.meanings.get(at) in meanings)

    def text(self, *meanings: str) -> str:
        """The first text of columns with these meanings, on one line."""
        return next((line_of(cell.text) for _, cell in self.of(*meanings) if line_of(cell.text)), "")

    @property
    def people(self) -> int:
        """How many cells are about single people."""
        return len(list(self.of("person")))

    @property
    def is_private(self) -> bool:
        """Tell whether its owner has marked it as private."""
        return _is_yes(self.text("private"))

    @property
    def heading(self) -> Left | None:
        """What stands alone in its row, or is a sum: no event, but the name of what follows, or what was before."""
        told = {at: line_of(cell.text) for at, cell in self.cells.items() if self.meanings.get(at) not in IGNORED}
        if not told or any(self.of(*OF_THE_DAY)) or len(self.headers) < TWO:
            return None
        at = next(iter(told))
        if len(told) > 1 and not TOTAL.fullmatch(told[at]):
            return None
        return Left(self.cells[at].place, self.header(at), " ".join(told.values()))

    def header(self, at: int) -> str:
        """What a column is called, else its number."""
        named = line_of(shown(self.headers[at])) if at < len(self.headers) else ""
        return named or str(at + 1)


def event_of(row: Row) -> tuple[Found | None, list[Finding]]:
    """The event of a row, and LC895 for each day or time in it that cannot be read; None where it says nothing."""
    findings: list[Finding] = []
    left: list[Left] = []
    values = {**_named(row), **_when(row, findings, left), **_about(row)}
    values |= {"moved_from": _day(row, "moved_from", findings), "registration": _registration(row, findings)}
    if "time" not in values:
        values.pop("zone")
    kept = {key: value for key, value in values.items() if value}
    if not kept:
        return None, findings
    return Found(row.row.place, kept, None, (*left, *_left(row))), findings


def _named(row: Row) -> dict[str, Value | None]:
    """What the event is called, and whether it takes place."""
    title, status = _title(row)
    return {
        "number": _number(row),
        "title": title,
        "status": status,
        **{key: row.text(key) for key in ("theme", "subtitle", "reason", "language", "uid")},
        "zone": _zone(row),
    }


def _about(row: Row) -> dict[str, Value | None]:
    """Where it is, who is behind it, and what it is about."""
    return {
        "place": _place(row),
        "access": row.text("access"),
        "hosts": _names(row.text("hosts")),
        "partners": _names(row.text("partners")),
        "summary": row.text("summary"),
        "description": _description(row),
        "topics": _topics(row)[0],
        "attendance": _attendance(row),
        "links": _links(row),
    }


def _title(row: Row) -> tuple[str, str | None]:
    """The title, and that it is off where it says so itself, is struck out, or where the status does.

    What is put off is a draft: nobody knows whether the day in the list is the old or the new one.
    """
    struck = any(cell.struck for _, cell in row.of("title", "when", "start"))
    title = row.text("title") or ("" if "title" in row.has or row.text("theme") else row.text("summary"))
    title, off = cancelled_title(title, off=struck or OFF.fullmatch(row.text("status")) is not None)
    title, later = postponed_title(title)
    later = later or LATER.fullmatch(row.text("status")) is not None
    if off:
        return title, "cancelled"
    return title, "draft" if later else None


def _number(row: Row) -> str:
    found = NUMBER.fullmatch(row.text("number"))
    return str(int(found[1])) if found else ""


def _description(row: Row) -> str:
    text = next((cell.text for _, cell in row.of("description")), "")
    return CONTROL.sub("", text.replace("\r\n", "\n")).strip() if row.ours else markdown_of(text)


def _topics(row: Row) -> tuple[list[str], list[str]]:
    """The topics that we know, and the words for others."""
    texts = [cell.text for _, cell in row.of("topics")]
    return topics_in((word for text in texts for word in LISTED.split(text)), row.asked.topics)


def _names(text: str) -> list[str]:
    """Names of organisations: in a cell of their own, or parted by `;`; commas belong to some of them."""
    return [line_of(name) for name in BETWEEN.split(text) if line_of(name)]


# When


def _read(row: Row, at: int, cell: ListCell, findings: list[Finding]) -> When | None:
    when = when_of(cell.text, row.day_first.get(at))
    if when is None:
        findings.append(finding("LC895", cell.place, value=shown(f"{row.header(at)}: {cell.text}"), day=""))
    return when


def _when(row: Row, findings: list[Finding], left: list[Left]) -> dict[str, Value]:
    """The keys `date` and `time`, of as many columns as say something of them."""
    begins = [_here(row, when) for at, cell in row.of(*OF_THE_DAY) if (when := _read(row, at, cell, findings))]
    ends = [_here(row, when) for at, cell in row.of(*OF_THE_END) if (when := _read(row, at, cell, findings))]
    first = next((when.days for when in begins if when.days), "")
    if not first:
        return {}
    last = next((when.days for when in ends if when.days), first)
    spans = [when for when in begins if when.start is not None and when.end is not None]
    start = next((when.start for when in [*spans, *begins] if when.start is not None), None)
    end = next((when.start for when in ends if when.start is not None), spans[0].end if spans else None)
    if _is_yes(row.text("all_day")):
        return {"date": span_of(first, day_before(last) if end == 0 and last > first else last)}
    values, hours = date_and_time((first, start), (last, end), daily=row.ours or bool(spans))
    if hours:
        at, cell = next(iter(row.of(*OF_THE_DAY)))
        left.append(Left(cell.place, row.header(at), hours))
    return {**values}


def _here(row: Row, when: When) -> When:
    """The same on the clock of the event, where the cell names an offset."""
    if when.moment is None:
        return when
    wall = when.moment.astimezone(zone_of(_zone(row) or row.asked.zone))
    return When(wall.date().isoformat(), wall.hour * 60 + wall.minute)


def _zone(row: Row) -> str:
    zone = row.text("zone")
    return zone if is_zone(zone) and zone != row.asked.zone else ""


def _day(row: Row, meaning: str, findings: list[Finding]) -> str:
    found = [when for at, cell in row.of(meaning) if (when := _read(row, at, cell, findings))]
    return found[0].days.partition("/")[0] if found else ""


# Where


def _place(row: Row) -> Value | None:
    """The place: of its own columns, else of one line."""
    said = {key: row.text(key) for key in ("name", "place", *ADDRESS) if row.text(key)}
    on_earth = {key: text for key, text in said.items() if not ONLINE.fullmatch(text)}
    known: dict[str, Value] = {**(_address(on_earth) if row.has & set(ADDRESS) else _of_a_line(on_earth))}
    form = row.text("online")
    if len(on_earth) < len(said) or any(each.fullmatch(form) for each in (ONLINE, HYBRID)) or _is_yes(form):
        known["online"] = YES
    if url := _web(row.text("place_url")) or _web(form):
        known |= {"online": YES, "url": url}
    point = {key: row.text(key) for key in ("lat", "lon") if row.text(key)}
    if len(point) > 1 and known.keys() - {"online", "url"}:
        known |= point
    return "online" if known == {"online": YES} else known or None


def _address(said: Mapping[str, str]) -> Mapping[str, str]:
    """A place of several columns; what is only called place is its name, else its town."""
    named = {key: text for key, text in said.items() if key != "place"}
    if "place" not in said:
        return named
    return {**named, "name": said["place"]} if "name" not in said else {"city": said["place"], **named}


def _of_a_line(said: Mapping[str, str]) -> Mapping[str, str]:
    line = place_of_line(", ".join(said.values()))
    return {"online": YES} if isinstance(line, str) else line or {}


def _is_yes(text: str) -> bool:
    return text.casefold() in IS_YES


def _web(text: str) -> str:
    return text if WEB.fullmatch(text) else ""


# The rest


def _registration(row: Row, findings: list[Finding]) -> Value | None:
    price = row.text("price")
    known = {
        "url": _web(row.text("registration_url")),
        "until": _day(row, "until", findings),
        "seats": row.text("seats") if FIGURES.fullmatch(row.text("seats")) else "",
        "price": price,
        "note": row.text("registration_note"),
    }
    return {key: value for key, value in known.items() if value}


def _attendance(row: Row) -> Value | None:
    """How many came: a number, or what the cell says instead."""
    known = {}
    for key in ("people", "labs"):
        if FIGURES.fullmatch(row.text(key)):
            known[key] = row.text(key)
    notes = [row.text("attendance_note"), *(row.text(key) for key in ("people", "labs") if key not in known)]
    if note := "; ".join(filter(None, notes)):
        known["note"] = note
    return known


def _links(row: Row) -> list[Value]:
    """Each address, named as its column is."""
    links: dict[str, Value] = {}
    for at, cell in row.of(*LINKS):
        for address in WEB.findall(cell.text):
            sort = LINKS[row.meanings[at]]
            links.setdefault(address, {"title": row.header(at), "url": address, "type": sort})
    return list(links.values())


def _left(row: Row) -> Iterator[Left]:
    """What no key takes: columns that nobody knows, and cells that are not what their column says."""
    for at, cell in row.cells.items():
        text = line_of(cell.text)
        meaning = row.meanings.get(at, "")
        told = not meaning
        told = told or (meaning == "status" and not OFF.fullmatch(text) and not KNOWN_STATUS.fullmatch(text))
        told = told or (meaning == "title" and postponed_title(text)[1])
        told = told or (meaning == "number" and not NUMBER.fullmatch(text))
        told = told or (meaning == "registration_url" and not WEB.fullmatch(text))
        told = told or (meaning == "seats" and not FIGURES.fullmatch(text))
        told = told or (meaning in LINKS and not WEB.search(text))
        told = told or (meaning == "zone" and not is_zone(text))
        told = told or (meaning == "online" and not _is_form(text))
        text = ", ".join(_topics(row)[1]) if meaning == "topics" else text
        if (told or meaning == "topics") and text:
            yield Left(cell.place, row.header(at), text)


def _is_form(text: str) -> bool:
    known = text.casefold() in IS_YES | IS_NO
    return known or any(pattern.fullmatch(text) for pattern in (ONLINE, HYBRID, ON_SITE, WEB))
