"""Calendar parsers of other people: what each reads from a file, in one form, or what it complains about."""

import ctypes
import ctypes.util
import datetime as dt
import json
import os
import re
import shutil
import subprocess
import warnings
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
IN_NODE = ("ical.js", "node-ical")
LIBICAL = "libical.so.3"  # in other versions a time has other fields
VEVENT = 4  # libical's number for it
# Nobody lives by it, so a time that a parser takes for the machine's own never comes out right
FAR_AWAY = "Pacific/Chatham"


class Entry(NamedTuple):
    """An entry as a parser reads it: a moment in UTC such as 2027-03-28T07:00:00Z, a day such as 2027-03-28."""

    uid: str
    start: str
    end: str
    title: str
    place: str


Reading = list[Entry] | str  # what a parser reads from a file, or its complaint


def when(time: dt.date) -> str:
    """A time in the form that is compared; one without a zone is marked, for it is no instant."""
    if not isinstance(time, dt.datetime):
        return time.isoformat()
    if time.tzinfo is None:
        return f"floating {time.isoformat()}"
    return f"{time.astimezone(dt.UTC).replace(tzinfo=None).isoformat()}Z"


def icalendar(content: bytes) -> list[Entry]:
    """The `icalendar` package."""
    from icalendar import Calendar

    file: Any = Calendar.from_ical(content)
    for component in file.walk():
        if component.errors:
            raise ValueError(component.errors)
    return [
        Entry(
            str(event["UID"]),
            when(event["DTSTART"].dt),
            when(event["DTEND"].dt),
            str(event.get("SUMMARY", "")),
            str(event.get("LOCATION", "")),
        )
        for event in file.events
    ]


def ical(content: bytes) -> list[Entry]:
    """The `ical` package, which Home Assistant uses."""
    from ical.calendar_stream import IcsCalendarStream

    events = IcsCalendarStream.calendar_from_ics(content.decode()).events
    return [
        Entry(str(event.uid), when(event.start), when(event.end), event.summary or "", event.location or "")
        for event in events
    ]


def vobject(content: bytes) -> list[Entry]:
    """The `vobject` package."""
    from vobject import readOne
    from vobject.icalendar import registerTzid

    text = content.decode()
    for zone in re.findall("TZID[=:]([^:\r]+)", text):
        registerTzid(zone, None)  # else it goes by the file that it read before
    file = readOne(text)
    file.validate(raiseException=True)
    return [
        Entry(
            event.uid.value,
            when(event.dtstart.value),
            when(event.dtend.value),
            event.getChildValue("summary", ""),
            event.getChildValue("location", ""),
        )
        for event in file.contents.get("vevent", ())
    ]


def ics(content: bytes) -> list[Entry]:
    """The reader of the `ics` package: we use its model, but neither its reader nor its writer."""
    from ics import Calendar

    return [
        Entry(
            event.uid,
            when(event.begin.date() if event.all_day else event.begin.datetime),
            when(event.end.date() if event.all_day else event.end.datetime),
            event.name or "",
            event.location or "",
        )
        for event in Calendar(content.decode()).events
    ]


class _Time(ctypes.Structure):
    """The struct icaltimetype of libical 3."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "daylight")),
        ("zone", ctypes.c_void_p),
    ]


@cache
def _libical() -> Any:
    """The C library libical 3, which GNOME and KDE use; None where it is not installed."""
    if ctypes.util.find_library("ical") != LIBICAL:
        return None
    library = ctypes.CDLL(LIBICAL)
    component, text = [ctypes.c_void_p], ctypes.c_char_p
    for function, arguments, result in (
        ("icalparser_parse_string", [text], ctypes.c_void_p),
        ("icalcomponent_count_errors", component, ctypes.c_int),
        ("icalcomponent_get_first_component", [ctypes.c_void_p, ctypes.c_int], ctypes.c_void_p),
        ("icalcomponent_get_next_component", [ctypes.c_void_p, ctypes.c_int], ctypes.c_void_p),
        ("icalcomponent_free", component, None),
        ("icalcomponent_get_uid", component, text),
        ("icalcomponent_get_summary", component, text),
        ("icalcomponent_get_location", component, text),
        ("icalcomponent_get_dtstart", component, _Time),
        ("icalcomponent_get_dtend", component, _Time),
        ("icaltime_is_utc", [_Time], ctypes.c_int),
        ("icaltime_as_timet_with_zone", [_Time, ctypes.c_void_p], ctypes.c_int64),
    ):
        declared = getattr(library, function)
        declared.argtypes, declared.restype = arguments, result
    return library


def _libical_when(time: _Time) -> str:
    wall = dt.datetime(time.year, time.month, time.day, time.hour, time.minute, time.second)  # noqa: DTZ001 by its zone
    if time.is_date:
        return when(wall.date())
    if not time.zone and not _libical().icaltime_is_utc(time):
        return when(wall)
    return when(dt.datetime.fromtimestamp(_libical().icaltime_as_timet_with_zone(time, time.zone), dt.UTC))


def libical(content: bytes) -> list[Entry]:
    """The C library libical."""
    library = _libical()
    file = library.icalparser_parse_string(content)
    if errors := library.icalcomponent_count_errors(file):
        raise ValueError(f"{errors} errors")
    entries = []
    event = library.icalcomponent_get_first_component(file, VEVENT)
    while event:
        uid, title, place = (
            (getattr(library, f"icalcomponent_get_{name}")(event) or b"").decode()
            for name in ("uid", "summary", "location")
        )
        start, end = library.icalcomponent_get_dtstart(event), library.icalcomponent_get_dtend(event)
        entries.append(Entry(uid, _libical_when(start), _libical_when(end), title, place))
        event = library.icalcomponent_get_next_component(file, VEVENT)
    library.icalcomponent_free(file)
    return entries


IN_PYTHON: dict[str, Callable[[bytes], list[Entry]]] = {
    "icalendar": icalendar,
    "ical": ical,
    "vobject": vobject,
    "ics": ics,
    "libical": libical,
}
READERS = (*IN_PYTHON, *IN_NODE)


def missing(reader: str) -> str:
    """Why a parser cannot read here; empty when it can."""
    if reader == "libical":
        return "" if _libical() else f"{LIBICAL} is not installed"
    if reader in IN_PYTHON:
        return "" if find_spec(reader) else f"pip has not installed {reader}"
    if shutil.which("node") is None:
        return "no Node here"
    return "" if reader in _in_node(()) else f"npm has not installed {reader} in tests/judges"


def read_all(reader: str, paths: Sequence[Path]) -> list[Reading]:
    """What a parser reads from each file."""
    if reader in IN_NODE:
        return _in_node(tuple(paths))[reader]
    return [_read(IN_PYTHON[reader], path.read_bytes()) for path in paths]


def _read(reader: Callable[[bytes], list[Entry]], content: bytes) -> Reading:
    """What the parser reads; whatever it raises is its complaint."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # how a parser is written is not our matter
        try:
            return reader(content)
        except Exception as problem:
            return f"{type(problem).__name__}: {problem}"


@cache
def _in_node(paths: tuple[Path, ...]) -> dict[str, list[Reading]]:
    """What each parser in JavaScript reads, from one process for all files."""
    ran = subprocess.run(
        ["node", str(HERE / "read_ics.mjs")],
        input=json.dumps([str(path) for path in paths]),
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "TZ": FAR_AWAY},
        check=True,
    )
    return {
        reader: [file if isinstance(file, str) else [Entry(*entry) for entry in file] for file in files]
        for reader, files in json.loads(ran.stdout).items()
    }
