"""Advice: what is allowed in a calendar file and still makes Outlook, Google, Apple or Thunderbird stumble."""

import re
from collections.abc import Iterable, Iterator

from labcamp.check.calendar.content import ContentLine, fault, place_of
from labcamp.check.calendar.structure import Calendar, Part
from labcamp.findings import Finding, Place
from labcamp.patterns import pattern_of

NAMES = ("X-WR-CALNAME", "NAME")
FEED = ("REFRESH-INTERVAL", "X-PUBLISHED-TTL", "SOURCE")
GOOGLE_MOST_BYTES = 1_000_000
HIGHEST_COUNTER = 100_000  # nobody changes an event so often: this was a time
# To how many people one file goes, as far as each may be named in it; other METHODs answer or have rules of their own
SENT_TO = {"": 0, "PUBLISH": 0, "REQUEST": 1, "ADD": 1, "CANCEL": 1}
HOST = pattern_of(r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\s*$")
TAG = pattern_of(
    r"</?(?:a|b|body|br|div|em|h[1-6]|html|i|img|li|ol|p|span|strong|table|td|tr|u|ul)(?:\s[^<>]*)?/?>", re.I
)
CANCELLED = pattern_of(
    r"abgesagt|absage|entf(?:ä|ae)ll|f(?:ä|ae)llt aus|cancel|called off|removed|replaced|withdrawn|annul|annuleer|"
    r"ersetzt|afgelast|cancelad|sospes|odwołan|zrušen|inställ|avlyst|aflyst|peruutettu",
    re.IGNORECASE,
)


def _first(lines: Iterable[ContentLine | None]) -> ContentLine | None:
    return next((line for line in lines if line is not None), None)


def _feed_line(calendar: Calendar) -> ContentLine | None:
    return _first(calendar.whole.first(name) for name in FEED)


def _name_line(calendar: Calendar) -> ContentLine | None:
    return _first(calendar.whole.first(name) for name in NAMES)


def _uids(calendar: Calendar) -> set[str]:
    return {event.value("UID") or str(event.begin.number) for event in calendar.events}


def _is_feed(calendar: Calendar) -> bool:
    """Tell whether people subscribe to this calendar, as far as the file says."""
    named = _name_line(calendar) is not None and len(_uids(calendar)) > 1
    return not calendar.method.startswith(("REQUEST", "CANCEL")) and (named or _feed_line(calendar) is not None)


def name_of_one_event(calendar: Calendar) -> Iterator[Finding]:
    """LC966: a file of one event names a calendar, so Outlook opens a new one (MS-OXCICAL)."""
    line = _name_line(calendar)
    if line and len(_uids(calendar)) == 1 and _feed_line(calendar) is None:
        yield fault("LC966", place_of(line), property=line.name)


def events_without_name(calendar: Calendar) -> Iterator[Finding]:
    """LC967: a file of several events, and neither a name nor anything else makes a feed of it."""
    uids = _uids(calendar)
    if len(uids) > 1 and _name_line(calendar) is None and _feed_line(calendar) is None:
        yield fault("LC967", place_of(calendar.whole.begin), count=len(uids))


def event_without_title(calendar: Calendar) -> Iterator[Finding]:
    """LC998: an event that people are to see has no title; a mailed one needs it by its METHOD."""
    if calendar.method not in {"", "PUBLISH"}:
        return
    silent = [event for event in calendar.events if not event.value("SUMMARY").strip()]
    if silent:
        yield fault("LC998", place_of(silent[0].first("SUMMARY") or silent[0].begin), count=len(silent))


def alarm_in_feed(calendar: Calendar) -> Iterator[Finding]:
    """LC968: a feed has alarms, which Google and Outlook ignore and Apple removes."""
    alarms = [part for part in calendar.parts if part.name == "VALARM"]
    if alarms and _is_feed(calendar):
        yield fault("LC968", place_of(alarms[0].begin), count=len(alarms))


def uid_with_host(calendar: Calendar) -> Iterator[Finding]:
    """LC969: a UID names a host (RFC 7986 section 5.3)."""
    lines = [line for event in calendar.events if (line := event.first("UID")) and HOST.search(line.value)]
    if lines:
        yield fault("LC969", place_of(lines[0], lines[0].value.rindex("@")), uid=lines[0].value, count=len(lines))


def sequence_too_high(calendar: Calendar) -> Iterator[Finding]:
    """LC970: a SEQUENCE was made from the time; it counts changes, and Google wants a small number."""
    for event in calendar.events:
        line = event.first("SEQUENCE")
        if line and re.fullmatch(r"\d{1,20}", line.value, re.ASCII) and int(line.value) > HIGHEST_COUNTER:
            yield fault("LC970", place_of(line, 0), value=line.value)
            return


def file_over_a_megabyte(content: bytes, shown: str) -> Iterator[Finding]:
    """LC971: Google takes no file of more than 1 MB."""
    if len(content) > GOOGLE_MOST_BYTES:
        yield fault("LC971", Place(shown), size=f"{len(content) / 1_000_000:.1f}")


def cancelled_unseen(calendar: Calendar) -> Iterator[Finding]:
    """LC972, LC973: a cancelled event does not say so in its title, or still blocks the time."""
    if calendar.method == "CANCEL":
        return
    cancelled = [event for event in calendar.events if event.value("STATUS").strip().upper() == "CANCELLED"]
    silent = [event for event in cancelled if not CANCELLED.search(event.value("SUMMARY"))]
    blocking = [event for event in cancelled if event.value("TRANSP").strip().upper() != "TRANSPARENT"]
    for code, events in (("LC972", silent), ("LC973", blocking)):
        if events:
            where = _first((events[0].first("SUMMARY" if code == "LC972" else "TRANSP"), events[0].first("STATUS")))
            yield fault(code, place_of(where or events[0].begin), count=len(events))


def html_in_description(calendar: Calendar) -> Iterator[Finding]:
    """LC974: a description has HTML in it, which Apple shows as it is."""
    found = [
        (line, tag)
        for event in calendar.events
        for line in event.lines.get("DESCRIPTION", ())
        if "<" in line.value and (tag := TAG.search(line.value))
    ]
    if found:
        line, tag = found[0]
        yield fault("LC974", place_of(line, tag.start()), tag=tag.group(), count=len(found))


def link_not_in_description(calendar: Calendar) -> Iterator[Finding]:
    """LC975: a link stands in URL alone, which old versions of Thunderbird do not show."""
    lines = [line for event in calendar.events if (line := event.first("URL")) and not _repeated(line, event)]
    if lines:
        yield fault("LC975", place_of(lines[0]), count=len(lines))


def _repeated(url: ContentLine, event: Part) -> bool:
    """Tell whether the description has the link, too, escaped or not."""
    description = event.value("DESCRIPTION").replace("\\", "")
    return not url.value or url.value.replace("\\", "").rstrip("/") in description


def people_seen_by_others(calendar: Calendar) -> Iterator[Finding]:
    """LC976: the addresses of participants stand in a file that others get."""
    if calendar.method not in SENT_TO:
        return
    most = SENT_TO[calendar.method]
    lists = [event.lines.get("ATTENDEE", []) for event in calendar.events]
    shown = [lines for lines in lists if len(lines) > most]
    if shown:
        yield fault("LC976", place_of(shown[0][0]), count=max(map(len, shown)))
