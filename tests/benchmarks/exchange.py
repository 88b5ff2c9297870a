"""What is imported: makes the files, and once a round takes them over, or is the other side.

Usage, with labcamp's Python: python exchange.py make FOLDER LABCAMP writes a calendar of 1,000 events, a schedule of
500 sessions, and the series into which both go; `import FOLDER LABCAMP` prints as JSON what the import of the calendar
into that series costs, anew each time; `parse FOLDER OUT` parses the calendar with the package `icalendar`, as its
documentation says, and writes a file for each entry of it.
"""

import datetime as dt
import json
import shutil
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from made import CLOSING, OPENING, TODAY, ZONE, MadeEvent, MadeSession, made_events, write_workspace
from measure import Command, cost, surroundings

EVENTS, SESSIONS, ROOMS, DAYS = 1000, 500, 5, 2
CALENDAR, SCHEDULE = "calendar.ics", "schedule.xml"
LENGTH = 10  # minutes of a session


def make(folder: Path, program: str) -> None:
    """Write everything; the series of the schedule has the file that it makes."""
    events = made_events(EVENTS)
    for name in ("empty", "new", "check"):
        write_workspace((), folder / name)
    (folder / CALENDAR).write_bytes(_calendar(events))
    (folder / SCHEDULE).write_text(_schedule(events), "utf-8")
    words = (program, "import", str(folder / SCHEDULE), "--yes", "--root", str(folder / "check"), *_day())
    subprocess.run(words, check=True, env=surroundings(), capture_output=True)


def _day() -> tuple[str, str]:
    return "--today", TODAY.isoformat()


def _calendar(events: tuple[MadeEvent, ...]) -> bytes:
    """The events as a program of others exports them."""
    from zoneinfo import ZoneInfo

    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//example.org//calendar//DE")
    for event in events:
        entry = Event()
        for name, time in (("dtstart", OPENING), ("dtend", CLOSING)):
            entry.add(name, dt.datetime.combine(event.date, time, ZoneInfo(ZONE)))
        entry.add("uid", f"{event.id}@example.org")
        entry.add("dtstamp", dt.datetime.combine(TODAY, time, dt.UTC))
        entry.add("summary", f"{event.title}: {event.theme}")
        entry.add("location", event.location)
        entry.add("description", event.description)
        entry.add("url", event.url)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _schedule(events: tuple[MadeEvent, ...]) -> str:
    """A conference of two days with 500 sessions in five rooms, as frab writes it."""
    sessions = islice(cycle(session for event in events for session in event.agenda), SESSIONS)
    a_day, a_room = SESSIONS // DAYS, SESSIONS // DAYS // ROOMS
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<schedule><version>1</version><conference><title>Messe</title>'
        "<acronym>messe</acronym><start>2027-03-10</start><end>2027-03-11</end><days>2</days></conference>"
    ]
    for number, session in enumerate(sessions):
        day, room, slot = number // a_day, number % a_day // a_room, number % a_room
        if number % a_day == 0:
            date = f"2027-03-{10 + day}"
            opening, closing = f"{date}T06:00:00+01:00", f"{date}T23:00:00+01:00"
            lines.append(f'<day index="{day + 1}" date="{date}" start="{opening}" end="{closing}">')
        if slot == 0:
            lines.append(f'<room name="Raum {room + 1}">')
        lines.append(_session(number, session, (10 + day, 6 * 60 + slot * LENGTH, f"Raum {room + 1}")))
        if slot == a_room - 1:
            lines.append("</room>")
        if number % a_day == a_day - 1:
            lines.append("</day>")
    return "\n".join((*lines, "</schedule>\n"))


def _session(number: int, session: MadeSession, at: tuple[int, int, str]) -> str:
    day, minutes, room = at
    clock = f"{minutes // 60:02}:{minutes % 60:02}"
    values = {
        "room": room, "title": f"{session.title} {number}", "subtitle": "", "type": session.type,
        "date": f"2027-03-{day}T{clock}:00+01:00", "start": clock, "duration": f"00:{LENGTH:02}",
        "abstract": session.teaser, "track": "", "language": "de", "description": session.teaser,
    }  # fmt: skip
    body = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in values.items())
    persons = f'<persons><person id="{number + 1}">{escape(session.name)} {number}</person></persons>'
    links = f"<links><link href={quoteattr(f'https://www.example.org/{number}.pdf')}>Folien</link></links>"
    guid = f"00000000-0000-4000-8000-{number:012}"
    return f'<event id="{number + 1}" guid="{guid}">{body}{persons}{links}</event>'


def take_over(folder: Path, program: str) -> None:
    """Print the seconds of an import into a series that has no events yet."""
    root = folder / "new"
    shutil.rmtree(root)
    shutil.copytree(folder / "empty", root)
    spent = cost(Command((program, "import", str(folder / CALENDAR), "--yes", "--root", str(root), *_day())))
    files = len([path for path in (root / "events").glob("*.yaml") if path.stem not in {"series", "organisations"}])
    if files != EVENTS:
        sys.exit(f"there are {files} files")
    print(json.dumps(spent._asdict()))


def parse(folder: Path, out: Path) -> None:
    """Parse the calendar, and write what each entry says into a file."""
    from icalendar import Calendar

    entries = Calendar.from_ical((folder / CALENDAR).read_bytes()).events
    for number, entry in enumerate(entries):
        text = "".join(f"{name}: {entry.decoded(name)}\n" for name in ("SUMMARY", "DTSTART", "LOCATION", "DESCRIPTION"))
        (out / f"{number}.yaml").write_text(text, "utf-8")
    if len(entries) != EVENTS:
        sys.exit("entries are missing")


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]), sys.argv[3])
    elif sys.argv[1] == "import":
        take_over(Path(sys.argv[2]), sys.argv[3])
    else:
        parse(Path(sys.argv[2]), Path(sys.argv[3]))
