"""Run once a round: prints what building and writing a calendar costs, as JSON.

Usage: python writing.py labcamp|icalendar COUNT FILE. Both sides write the same properties of the same events, one zone
and its VTIMEZONE; both have imported everything and written one event before the clock starts, and Python's collector
stays on. The file is written after that.
"""

import datetime as dt
import gc
import json
import sys
import time
from pathlib import Path
from zoneinfo import ZoneInfo

from made import CLOSING, OPENING, ZONE, MadeEvent, made_events

STAMP = dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
ZONE_INFO = ZoneInfo(ZONE)
YEARS_OF_WEEKS = 750  # so that ten thousand events do not reach into the year 2200


def labcamp(events: tuple[MadeEvent, ...]) -> bytes:
    """The calendar by labcamp, on the model of ics."""
    from labcamp.render.calendar.serialise import Event, calendar_bytes, calendar_of

    return calendar_bytes(
        calendar_of(
            Event(
                event.uid,
                STAMP,
                *_times(event),
                summary=_summary(event),
                description=_description(event),
                location=event.location,
                url=event.url,
                categories=("LabCamp",),
                status="CONFIRMED",
                transparent=False,
                sequence=0,
            )
            for event in events
        )
    )


def icalendar(events: tuple[MadeEvent, ...]) -> bytes:
    """The calendar by icalendar."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    for name, value in (("version", "2.0"), ("prodid", "-//labcamp//icalendar//DE"), ("calscale", "GREGORIAN")):
        calendar.add(name, value)
    for made in events:
        event = Event()
        event.add("uid", made.uid)
        event.add("dtstamp", STAMP)
        event.add("sequence", 0)
        begin, end = _times(made)
        event.add("dtstart", begin)
        event.add("dtend", end)
        event.add("summary", _summary(made))
        event.add("description", _description(made))
        event.add("location", made.location)
        event.add("url", made.url)
        event.add("categories", ["LabCamp"])
        event.add("status", "CONFIRMED")
        event.add("transp", "OPAQUE")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical(sorted=False)  # the quicker way
    return content


def _times(event: MadeEvent) -> tuple[dt.datetime, dt.datetime]:
    """Begin and end, within some fourteen years."""
    day = event.date - dt.timedelta(weeks=(event.number - 1) // YEARS_OF_WEEKS * YEARS_OF_WEEKS)
    return dt.datetime.combine(day, OPENING, ZONE_INFO), dt.datetime.combine(day, CLOSING, ZONE_INFO)


def _summary(event: MadeEvent) -> str:
    return f"{event.title}: {event.theme}"


def _description(event: MadeEvent) -> str:
    return f"{event.summary}\n\n{event.description}\n\n{event.url}"


WRITERS = {"labcamp": labcamp, "icalendar": icalendar}


def main(writer: str, count: int, file: Path) -> None:
    """Print the seconds that the writer takes for so many events."""
    write, events = WRITERS[writer], made_events(count)
    write(events[:1])
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    content = write(events)
    cost = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    print(json.dumps(cost))
    file.write_bytes(content)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
