"""The values of a calendar file: whether each can be read, and what stands in its texts."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from labcamp.check.calendar.content import ContentLine, fault, has_colon_in_name, place_of
from labcamp.check.calendar.structure import Calendar
from labcamp.check.calendar.times import IN_UTC, wall_time
from labcamp.findings import Finding
from labcamp.patterns import pattern_of

# RFC 5545 sections 3.3.6, 3.3.14 and 3.3.8; a zone west of UTC without hours does not exist
DURATION = pattern_of(
    r"[+-]?P(?:\d+W|\d+D(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)", re.A
)
OFFSET = pattern_of(r"(?!-0000(?:00)?$)[+-](?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?", re.A)
NUMBER = pattern_of(r"\+?\d{1,10}", re.A)
BLANK = pattern_of(r"[ \t\u00a0]")
COORDINATES = pattern_of(r"[+-]?\d+(?:\.\d*)?;[+-]?\d+(?:\.\d*)?", re.A)
NORTH, EAST = 90, 180  # degrees
ADDRESS = pattern_of(r"mailto:[^\s@<>]+@[^\s@<>]+", re.IGNORECASE)
LINKS = frozenset({"URL", "SOURCE", "TZURL", "CONFERENCE", "IMAGE", "ATTACH"})
# What Google writes where it does not know since when there is an event
NEVER_CREATED = "00001231T000000Z"
# The parts of a repetition (RFC 5545 section 3.3.10)
_NUMBERS = r"[+-]?\d{1,3}(?:,[+-]?\d{1,3})*"
RULE_PARTS = {
    "FREQ": r"SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY",
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?",
    "COUNT": r"\d+",
    "INTERVAL": r"0*[1-9]\d*",
    "BYDAY": r"[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU)(?:,[+-]?\d{0,2}(?:MO|TU|WE|TH|FR|SA|SU))*",
    "WKST": r"MO|TU|WE|TH|FR|SA|SU",
    "RSCALE": r"[\w-]+",
    "SKIP": r"OMIT|BACKWARD|FORWARD",
} | dict.fromkeys(("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYHOUR", "BYMINUTE", "BYSECOND"), _NUMBERS)
RULE_PARTS["BYMONTH"] = r"\d{1,2}L?(?:,\d{1,2}L?)*"

# What may stand in a line, by its name, and for STATUS by the part it stands in; names of its own begin with X-
KNOWN = {
    "VERSION": ("2.0",),
    "CALSCALE": ("GREGORIAN",),
    "METHOD": ("PUBLISH", "REQUEST", "REPLY", "ADD", "CANCEL", "REFRESH", "COUNTER", "DECLINECOUNTER"),
    "TRANSP": ("OPAQUE", "TRANSPARENT"),
    "CLASS": ("PUBLIC", "PRIVATE", "CONFIDENTIAL"),
    "VEVENT STATUS": ("TENTATIVE", "CONFIRMED", "CANCELLED"),
    "VTODO STATUS": ("NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"),
    "VJOURNAL STATUS": ("DRAFT", "FINAL", "CANCELLED"),
}
BOOLEAN = ("TRUE", "FALSE")

# Lines of plain text (RFC 5545 section 3.3.11); in a list of words a bare comma divides them
LISTS = frozenset({"CATEGORIES", "RESOURCES"})
TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME"}) | LISTS
ADDRESSES = frozenset(
    {"URL", "SOURCE", "TZURL", "CONFERENCE", "IMAGE", "ATTACH", "CALENDAR-ADDRESS", "ORGANIZER", "ATTENDEE"}
)
PEOPLE = frozenset({"ORGANIZER", "ATTENDEE", "CALENDAR-ADDRESS"})
ESCAPES = "\\;,nN"
ESCAPE = pattern_of(r"\\(.?)", re.DOTALL)
BARE = pattern_of(r"\\.|([,;])", re.DOTALL)
SCHEME = pattern_of(r"[A-Za-z][A-Za-z0-9+.-]*:")
# CSS Color Module Level 3, section 4.3, which RFC 7986 section 5.9 names
_CSS = """
aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue
mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred
midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple red
rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow
yellowgreen
"""
COLOURS = frozenset(_CSS.split())


@lru_cache(1024)
def _has_form_of_rule(value: str) -> bool:
    pieces = [part.partition("=") for part in value.upper().rstrip(";").split(";")]
    known = all(name.startswith("X-") or name in RULE_PARTS for name, _, _ in pieces)
    fits = known and all(re.fullmatch(RULE_PARTS[name], text, re.A) for name, _, text in pieces if name in RULE_PARTS)
    return fits and any(name == "FREQ" for name, _, _ in pieces)


def rule_reads(line: ContentLine) -> bool:
    """Tell whether each part of a repetition can be read, whatever they say together."""
    until = re.search(r"(?:^|;)UNTIL=([^;]*)", line.value.upper()) if _has_form_of_rule(line.value) else None
    return _has_form_of_rule(line.value) and (until is None or wall_time(until[1]) is not None)


def _is_time(line: ContentLine) -> bool:
    """Tell whether a line says a date where it announces one, else a date and a time."""
    if line.value == NEVER_CREATED and line.name == "CREATED":
        return True
    read = wall_time(line.value)
    return read is not None and (read[1] == "date") == (line.parameter("VALUE").upper() == "DATE")


def _is_list_of_times(line: ContentLine) -> bool:
    if line.parameter("VALUE").upper() == "PERIOD":
        return all(_is_period(line, value) for value in line.value.split(","))
    return all(_is_time(line._replace(value=value)) for value in line.value.split(","))


def _is_period(line: ContentLine, value: str) -> bool:
    """Tell whether a value is a time and another one, or a time and how long (RFC 5545 section 3.3.9)."""
    start, _, end = value.partition("/")
    times = [line._replace(value=each, parameters={}) for each in (start, end)]
    return _is_time(times[0]) and (_is_time(times[1]) or DURATION.fullmatch(end.upper()) is not None)


def _is_trigger(line: ContentLine) -> bool:
    return _is_time(line) if line.parameter("VALUE").upper() == "DATE-TIME" else _matches(DURATION)(line)


def _matches(pattern: re.Pattern[str]) -> Callable[[ContentLine], bool]:
    return lambda line: pattern.fullmatch(line.value.upper()) is not None


def _time_example(line: ContentLine) -> str:
    """The line as it would be right, if it only says a day where it should say a time, or the other way round."""
    read = wall_time(line.value)
    if line.name in IN_UTC:
        return f"{line.name}:20270301T090000Z"
    if read is not None:
        return f"{line.name};VALUE=DATE:{read[0]:%Y%m%d}"
    zone = line.parameter("TZID")
    return f"{line.name};TZID={zone}:20270311T140000" if zone else f"{line.name}:20270311T130000Z"


def _of(example: str) -> Callable[[ContentLine], str]:
    return lambda line: f"{line.name}:{example}"


# How the value of a line is read, and how the line should look
_TIME = (_is_time, _time_example)
_TIMES = (_is_list_of_times, _of("20270311T130000Z,20270318T130000Z"))
_NUMBER = (_matches(NUMBER), _of("1"))
FORMS: dict[str, tuple[Callable[[ContentLine], bool], Callable[[ContentLine], str]]] = {
    **dict.fromkeys(("DTSTART", "DTEND", "DUE", "RECURRENCE-ID", *IN_UTC), _TIME),
    **dict.fromkeys(("EXDATE", "RDATE"), _TIMES),
    **dict.fromkeys(("SEQUENCE", "PRIORITY", "PERCENT-COMPLETE", "REPEAT"), _NUMBER),
    "DURATION": (_matches(DURATION), _of("PT1H30M")),
    "REFRESH-INTERVAL": (_matches(DURATION), lambda line: f"{line.name};VALUE=DURATION:PT12H"),
    "TRIGGER": (_is_trigger, _of("-PT15M")),
    "TZOFFSETFROM": (_matches(OFFSET), _of("+0100")),
    "TZOFFSETTO": (_matches(OFFSET), _of("+0200")),
    "GEO": (_matches(COORDINATES), _of("52.52;13.40")),
    **dict.fromkeys(("RRULE", "EXRULE"), (rule_reads, _of("FREQ=WEEKLY;COUNT=10"))),
}


def value_not_readable(calendar: Calendar) -> Iterator[Finding]:
    """LC616, LC630: a value is not of the form that its line has, such as a time, or has a blank beside it."""
    for part in calendar.parts:
        for name, lines in part.lines.items():
            if name not in FORMS:
                continue
            reads, example = FORMS[name]
            for line in lines:
                if line.damaged or reads(line):
                    continue
                bare = line.value.strip()
                if bare != line.value and reads(line._replace(value=bare)):
                    yield fault("LC616", place_of(line, 0), property=name, value=bare)
                else:
                    values = {"property": name, "value": line.value, "example": example(line)}
                    yield fault("LC630", place_of(line, 0), **values)


def value_not_known(calendar: Calendar) -> Iterator[Finding]:
    """LC616, LC631: a value is none of those that its line may have, or has a blank beside it."""
    for part in calendar.parts:
        for name, lines in part.lines.items():
            allowed = KNOWN.get(name) or KNOWN.get(f"{part.name} {name}", ())
            for line in lines:
                value = line.value.strip().upper()
                if allowed and not line.damaged and value not in allowed and not value.startswith("X-"):
                    yield _unknown(line, name, line.value, allowed)
                elif allowed and len(value) < len(line.value):
                    yield fault("LC616", place_of(line, 0), property=name, value=line.value.strip())
                rsvp = line.parameters.get("RSVP", BOOLEAN)[0]
                if rsvp.upper() not in BOOLEAN:
                    yield _unknown(line, "RSVP", rsvp, BOOLEAN)


def _unknown(line: ContentLine, name: str, value: str, allowed: tuple[str, ...]) -> Finding:
    values = {"property": name, "value": value, "allowed": ", ".join(allowed)}
    return fault("LC631", place_of(line, 0), **values)


def lines_named(calendar: Calendar, names: frozenset[str]) -> Iterator[ContentLine]:
    """The lines of these names that can be read."""
    for part in calendar.parts:
        for name in names & part.lines.keys():
            yield from (line for line in part.lines[name] if not line.damaged)


def is_plain(line: ContentLine) -> bool:
    """Tell whether a value is a text, and no other thing that its VALUE announces."""
    return line.parameter("VALUE").upper() in {"", "TEXT"}


def text_not_escaped(calendar: Calendar) -> Iterator[Finding]:
    """LC636, LC637: a backslash before a sign that needs none, or a bare comma or semicolon in a text."""
    for line in lines_named(calendar, TEXTS):
        if not is_plain(line):
            continue
        if "\\" in line.value:
            for escape in ESCAPE.finditer(line.value):
                if not escape[1] or escape[1] not in ESCAPES:
                    yield fault("LC636", place_of(line, escape.start()), property=line.name, escape=escape.group())
                    break
        ends = ";" if line.name in LISTS else ",;"
        for sign in BARE.finditer(line.value):
            if sign[1] and sign[1] in ends:
                yield fault("LC637", place_of(line, sign.start()), property=line.name, sign=sign[1])
                break


def address_not_whole(calendar: Calendar) -> Iterator[Finding]:
    """LC638, LC657: an address has no beginning such as https: or mailto:, backslashes inside, or nobody's name."""
    for line in lines_named(calendar, ADDRESSES):
        value = line.value
        if not value or has_colon_in_name(line) or line.parameter("VALUE").upper() in {"BINARY", "TEXT"}:
            continue
        whole = SCHEME.match(value)
        if whole and "\\" not in value:
            if whole.group().lower() == "mailto:" and line.name in PEOPLE and not ADDRESS.fullmatch(value):
                yield fault("LC657", place_of(line, 0), property=line.name, value=value)
            continue
        missing = "mailto:" if line.name in PEOPLE else "https://"
        place = place_of(line, value.index("\\") if whole else 0)
        yield fault("LC638", place, property=line.name, value=value, start="" if whole else missing)


def blank_in_link(calendar: Calendar) -> Iterator[Finding]:
    """LC984: a link has a blank inside, where many programs end it."""
    for line in lines_named(calendar, LINKS):
        whole = line.value.strip()
        if (
            (blank := BLANK.search(whole))
            and SCHEME.match(whole)
            and line.parameter("VALUE").upper() not in {"BINARY", "TEXT"}
        ):
            value = BLANK.sub("%20", whole)
            yield fault("LC984", place_of(line, line.value.index(blank.group())), property=line.name, value=value)


def place_not_on_earth(calendar: Calendar) -> Iterator[Finding]:
    """LC656: a latitude beyond the poles, or a longitude beyond the date line."""
    for part in calendar.parts:
        line = part.first("GEO")
        if line is None or line.damaged or not COORDINATES.fullmatch(line.value):
            continue
        north, east = map(float, line.value.split(";"))
        if abs(north) > NORTH or abs(east) > EAST:
            swapped = abs(east) <= NORTH and abs(north) <= EAST
            value = ";".join(reversed(line.value.split(";"))) if swapped else ""
            yield fault("LC656", place_of(line, 0), value=line.value, swapped=value)


def colour_not_named(calendar: Calendar) -> Iterator[Finding]:
    """LC639: a colour is not one of the names that CSS knows (RFC 7986 section 5.9)."""
    for line in lines_named(calendar, frozenset({"COLOR"})):
        if line.value.strip().lower() not in COLOURS:
            yield fault("LC639", place_of(line, 0), value=line.value)


def line_break_in_title(calendar: Calendar) -> Iterator[Finding]:
    """LC965: a title has more than one line."""
    broken = []
    for line in lines_named(calendar, frozenset({"SUMMARY"})):
        escape = next((found for found in ESCAPE.finditer(line.value) if found[1] in {"n", "N"}), None)
        if escape:
            broken.append(place_of(line, escape.start()))
    if broken:
        yield fault("LC965", min(broken), count=len(broken))
