"""Rules about texts and addresses: signs that mean something in a calendar file, and links that lead nowhere."""

import re
from collections.abc import Iterator

from labcamp.check.calendar.content import Line, fault, has_colon_in_name, place_of
from labcamp.check.calendar.structure import Calendar
from labcamp.findings import Finding

# Lines of plain text (RFC 5545 section 3.3.11); in a list of words a bare comma divides them
LISTS = frozenset({"CATEGORIES", "RESOURCES"})
TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME"}) | LISTS
ADDRESSES = frozenset(
    {"URL", "SOURCE", "TZURL", "CONFERENCE", "IMAGE", "ATTACH", "CALENDAR-ADDRESS", "ORGANIZER", "ATTENDEE"}
)
PEOPLE = frozenset({"ORGANIZER", "ATTENDEE", "CALENDAR-ADDRESS"})
ESCAPES = "\\;,nN"
ESCAPE = re.compile(r"\\(.?)", re.DOTALL)
BARE = re.compile(r"\\.|([,;])", re.DOTALL)
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
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


def lines_named(calendar: Calendar, names: frozenset[str]) -> Iterator[Line]:
    """The lines of these names that can be read."""
    for part in calendar.parts:
        for name in names & part.lines.keys():
            yield from (line for line in part.lines[name] if not line.damaged)


def is_plain(line: Line) -> bool:
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
    """LC638: an address has no beginning such as https: or mailto:, or backslashes inside."""
    for line in lines_named(calendar, ADDRESSES):
        value = line.value
        if not value or has_colon_in_name(line) or line.parameter("VALUE").upper() in {"BINARY", "TEXT"}:
            continue
        whole = SCHEME.match(value)
        if whole and "\\" not in value:
            continue
        start = "" if whole else "mailto:" if line.name in PEOPLE else "https://"
        place = place_of(line, value.index("\\") if whole else 0)
        yield fault("LC638", place, property=line.name, value=value, start=start)


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
