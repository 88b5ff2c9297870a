"""What must not get into a file that all can read is taken out before: ways into a meeting, what reaches people."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from labcamp.check.patterns import EMAIL
from labcamp.check.personal import is_of_many
from labcamp.check.public import Way, secrets_in, ways_in
from labcamp.check.telephones import has_number, mobile_in
from labcamp.exchange.found import Found, Left, Told, Value
from labcamp.files.read import CONTROL
from labcamp.findings import Finding, Place, finding
from labcamp.model.texts import a_few
from labcamp.patterns import pattern_of

AS_THEY_ARE = frozenset({"uid"})  # a UID often looks like an address, and is none
NO_TEXTS = AS_THEY_ARE | {"url", "date", "time", "lat", "lon", "postcode"}
# What a link leaves behind in Markdown
EMPTY_LINK = pattern_of(r"\[([^\[\]\n]*)\]\(\s*(?:mailto:|tel:)?\s*\)|<(?:mailto:|tel:)?>")
# A line break of Markdown with nothing before it, or nothing behind it
EMPTY_BREAKS = pattern_of(r"^[ \t]*\\\n|\\\n(?=\s*(?:\n|\Z))", re.MULTILINE)
BLANKS = pattern_of(r"[ \t]+(?=\n|\Z)|(?<=\S)[ \t]{2,}")
# What Zoom, Teams and Meet write around their links, and means nothing without them; the first line names who invited
AROUND = pattern_of(
    r"^[ \t]*(?:[^\n]{1,100} (?:lädt Sie zu einem geplanten Zoom-(?:Meeting|Webinar) ein"
    r"|is inviting you to a scheduled Zoom (?:meeting|webinar))\.?"
    r"|(?:Thema|Topic): [^\n]{1,100}(?:Zoom-Meeting|Zoom Meeting)"
    r"|(?:(?:An )?Zoom-(?:Meeting|Webinar) (?:beitreten|teilnehmen)|Join (?:the )?Zoom (?:Meeting|Webinar)"
    r"|Schnelleinwahl(?: mobil)?|One tap mobile"
    r"|(?:\\?_){10,}|Microsoft Teams(?:-Besprechung| meeting| Benötigen Sie Hilfe\?| Need help\?)?"
    r"|(?:Hier klicken, um an der Besprechung teilzunehmen|(?:Jetzt )?an der Besprechung teilnehmen"
    r"|Click here to join the meeting|Join the meeting(?: now)?)"
    r"|Nehmen Sie auf (?:Ihrem|dem) Computer[^\n]{0,80} teil|Join on your computer[^\n]{0,80}"
    r"|Teams herunterladen[^\n]{0,80}|Download Teams[^\n]{0,80}|[^\n]{0,40}(?:Besprechungsoptionen|Meeting options)"
    r"|Mit Google Meet teilnehmen|Join with Google Meet):?)[ \t]*\\?(?:\n|\Z)",
    re.MULTILINE | re.IGNORECASE,
)
EMPTY_LINES = pattern_of(r"\n{3,}")
ADDRESS, MOBILE = "@", "☎"  # in the place of what a way is called: what belongs to a person

Tell = Callable[[str], None]


def guarded(told: Told) -> Told:
    """What a file says, without what leads into a meeting and without what reaches people, and what was taken out.

    LC892 names each sort of way in once for an event, and never repeats it; LC893 says how many addresses there were,
    LC843 where numbers of mobile telephones were, and LC844 where other numbers stay.
    """
    findings: list[Finding] = []
    events: list[Found] = []
    addresses: Counter[object] = Counter()  # an entry that is repeated holds the same at each of its times
    mobile: list[Found] = []
    for found in told.events:
        clean, sorts = without_ways_in(found)
        events.append(clean)
        addresses[found.place, found.values.get("title")] = sorts[ADDRESS]
        mobile += [clean] if sorts[MOBILE] else []
        findings += _told(found.place, sorts)
    left, sorts = _left_clean(told.left)
    findings += _told(left[0].place if left else Place(""), sorts)
    addresses[None] = sorts[ADDRESS]
    if count := addresses.total():
        path = (told.events or told.left)[0].place.path
        findings.append(finding("LC893", Place(path), count=count))
    findings += _named("LC843", mobile)
    findings += _named("LC844", [each for each in events if any(map(has_number, _texts(each.values)))])
    return replace(told, events=tuple(events), left=left, findings=(*told.findings, *findings))


def _named(code: str, found: Sequence[Found]) -> Iterator[Finding]:
    """One finding for all the events of which it is true, at the first, with their titles."""
    if found:
        titles = dict.fromkeys(str(each.values.get("title") or each.values.get("number") or "–") for each in found)
        yield finding(code, found[0].place, titles=a_few(titles))


def _texts(value: Value) -> Iterator[str]:
    """All texts of a value; ids and addresses on the web are none."""
    if isinstance(value, str):
        yield value
        return
    parts = [each for key, each in value.items() if key not in NO_TEXTS] if isinstance(value, Mapping) else value
    for each in parts:
        yield from _texts(each)


def _told(place: Place, sorts: Counter[str]) -> Iterator[Finding]:
    if ways := [sort for sort in sorts if sort not in {ADDRESS, MOBILE}]:
        yield finding("LC892", place, sorts=", ".join(ways))


def without_ways_in(found: Found) -> tuple[Found, Counter[str]]:
    """An event without its ways into a meeting and what reaches people, and how many there were of each sort."""
    sorts: Counter[str] = Counter()
    values = dict(_clean_keys(found.values, partial(_count, sorts)))
    left, of_left = _left_clean(found.left)
    return replace(found, values=values, left=left), sorts + of_left


def _count(sorts: Counter[str], sort: str) -> None:
    sorts[sort] += 1


def _left_clean(left: tuple[Left, ...]) -> tuple[tuple[Left, ...], Counter[str]]:
    """The same of what found no place; what has nothing left to say is dropped."""
    sorts: Counter[str] = Counter()
    clean = [replace(each, text=_text(each.text, partial(_count, sorts))) for each in left]
    return tuple(each for each in clean if each.text), sorts


def _clean_keys(values: Mapping[str, Value], tell: Tell) -> Iterator[tuple[str, Value]]:
    """The keys with something behind them once it is clean."""
    for key, value in values.items():
        if key in AS_THEY_ARE:
            yield key, value
            continue
        clean = _clean(value, tell)
        if clean or not value:
            yield key, clean
        elif key == "place":  # of which nothing stays but that one takes part from afar
            yield key, "online"


def _clean(value: Value, tell: Tell) -> Value:
    """A value that is clean; empty where nothing stays of it."""
    if isinstance(value, str):
        return _text(value, tell)
    if isinstance(value, Mapping):
        clean = dict(_clean_keys(value, tell))
        # A link, or a session, without what makes it one
        return {} if {"url", "title"} & (value.keys() - clean.keys()) and "title" in value else clean
    return [clean for clean in (_clean(each, tell) for each in value) if clean]


def _text(text: str, tell: Tell) -> str:
    """A text without ways in, addresses and mobile numbers, and without signs that no file may hold; else the same."""
    text = _printable(text)
    ways = [*ways_in(text), *secrets_in(text)]
    spans = [*ways, *(_addresses(text) if "@" in text else ()), *_mobile(text, ways)]
    if not spans:
        return text
    parts, end = [], 0
    for way in sorted(spans):
        tell(way.sort)
        parts.append(text[end : max(way.start, end)])
        end = max(end, way.end)
    rest = EMPTY_LINK.sub(r"\1", "".join((*parts, text[end:])))
    rest = AROUND.sub("", rest) if ways else rest
    tidy = EMPTY_BREAKS.sub("\n", BLANKS.sub(" ", rest).replace(" \n", "\n"))
    return EMPTY_LINES.sub("\n\n", tidy).strip().rstrip("\\").rstrip()


def _printable(text: str) -> str:
    """A text with blanks in the place of tabs, and without control characters and halves of characters."""
    if text.isprintable():
        return text
    lines = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return lines.encode("utf-8", "ignore").decode().strip()


def _mobile(text: str, ways: Sequence[Way]) -> Iterator[Way]:
    """The numbers of mobile telephones in a text; what is part of a way into a meeting is told as that."""
    for start, end in mobile_in(text):
        if not any(way.start < end and start < way.end for way in ways):
            yield Way(start, end, MOBILE)


def _addresses(text: str) -> Iterator[Way]:
    """The addresses of a text that are, for all one can see, those of single people."""
    for found in EMAIL.finditer(text):
        name, _, host = found.group().rpartition("@")
        begins = text[found.start() - 1 : found.start()]  # `@name@server` is an account, not an address for mail
        if begins not in {"@", "/"} and "." in host and not is_of_many(name.rpartition(":")[2], host, frozenset()):
            start = found.start() - len("mailto:") * text[: found.start()].endswith("mailto:")
            yield Way(start, found.end(), ADDRESS)
