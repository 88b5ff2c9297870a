"""Calendars of others: makes them, and is the other side of `labcamp dates` and `check` with them.

Usage: python foreign.py FOLDER. The package `icalendar` parses every calendar file of a folder, as its documentation
says. It says nothing of the days on which something is, and prints nothing.
"""

import sys
from pathlib import Path

CALENDARS, ENTRIES = 10, 300
WEEKLY = 20  # one entry of so many is repeated every week, and another has an exception
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//example.org//fairs//DE\r\n"


def write_calendars(folder: Path) -> None:
    """Ten files of 300 entries each, and the list that names them."""
    names = [f"fairs-{number}.ics" for number in range(CALENDARS)]
    for calendar, name in enumerate(names):
        entries = "".join(_entry(calendar, number) for number in range(ENTRIES))
        (folder / name).write_bytes(f"{HEAD}{entries}END:VCALENDAR\r\n".encode())
    (folder / "avoid.yaml").write_text(f"calendars: [{', '.join(names)}]\n", "utf-8")


def _entry(calendar: int, number: int) -> str:
    day = f"2027{number % 12 + 1:02}{number % 28 + 1:02}"
    lines = [
        f"UID:{number}-{calendar}@example.org", "DTSTAMP:20260101T000000Z", "SEQUENCE:0", "STATUS:CONFIRMED",
        f"SUMMARY:Messe {number}", "LOCATION:Halle 3\\, Berlin", "DESCRIPTION:Wie jedes Jahr\\, mit Vorträgen",
        f"DTSTART;TZID=Europe/Berlin:{day}T090000", f"DTEND;TZID=Europe/Berlin:{day}T170000",
    ]  # fmt: skip
    lines += ["RRULE:FREQ=WEEKLY"] if number % WEEKLY == 0 else []
    lines += [f"RRULE:FREQ=YEARLY;COUNT=5\r\nEXDATE:2028{day[4:]}T080000Z"] if number % WEEKLY == 1 else []
    return "".join(f"{line}\r\n" for line in ("BEGIN:VEVENT", *lines, "END:VEVENT"))


def main(folder: Path) -> None:
    """Parse all of them once."""
    from icalendar import Calendar

    found = [Calendar.from_ical(path.read_bytes()) for path in sorted(folder.glob("*.ics"))]
    if sum(len(calendar.events) for calendar in found) != CALENDARS * ENTRIES:
        sys.exit("entries are missing")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
