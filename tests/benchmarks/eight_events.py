"""Eight events that calendars go wrong with, and the calendar that each tool makes of them."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from environments import CHECKOUT, installed, installed_for_node
from measure import NotThereError, surroundings

BERLIN, VIENNA = "Europe/Berlin", "Europe/Vienna"
NODE_PACKAGES = ("ical-generator", "luxon", "timezones-ical-library")  # it takes zones from the other two
LONG = "Übergänge, Zuständigkeiten; und „wer entscheidet“? " * 8
PLAIN = "Wir schauen zurück auf die ersten Monate."


@dataclass(frozen=True)
class HardEvent:
    """An event by the clock of a zone, or (without one) at days; the end is exclusive."""

    uid: str
    zone: str | None
    start: str
    end: str
    title: str
    place: str = "online"
    text: str = LONG
    status: str = "CONFIRMED"

    @property
    def times(self) -> tuple[dt.date, dt.date]:
        """Start and end: moments in the zone, or days."""
        moments = (dt.datetime.fromisoformat(self.start), dt.datetime.fromisoformat(self.end))
        if self.zone is None:
            return moments[0].date(), moments[1].date()
        zone = ZoneInfo(self.zone)
        return moments[0].replace(tzinfo=zone), moments[1].replace(tzinfo=zone)

    @property
    def whole_days(self) -> int:
        """How many whole days it takes; 0 when it has hours."""
        first, last = self.times
        return 0 if self.zone else (last - first).days


EIGHT = (
    HardEvent("1", BERLIN, "2027-03-27T22:00", "2027-03-28T00:00", 'Die "kurze" Nacht; davor, leise'),
    HardEvent("2", BERLIN, "2027-03-28T00:30", "2027-03-28T04:30", "Über 2 Uhr 👩🏽‍💻", "C:\\Übung, Saal; 2"),
    HardEvent("3", VIENNA, "2027-10-31T00:30", "2027-10-31T04:30", LONG.strip(), "Wien"),
    HardEvent("4", VIENNA, "2027-10-31T14:00", "2027-10-31T17:00", "Jänner: a=b^c, 50 %", 'Haus "7", Linz'),
    HardEvent("5", None, "2027-03-28", "2027-03-29", "Ganztags, am Tag der Umstellung"),
    HardEvent("6", None, "2027-10-30", "2027-11-01", "Zwei Tage; am Stück", "Köln & Düsseldorf"),
    HardEvent("7", BERLIN, "2027-09-16T14:00", "2027-09-16T17:00", "Abgesagt, leider", status="CANCELLED"),
    HardEvent("8", BERLIN, "2027-06-10T09:00", "2027-06-10T12:00", "Mehrere Zeilen", text=f"a\n\nb\\;c\n{LONG}"),
)
EASY = tuple(replace(event, title=f"Treffen {event.uid}", place="Rathaus", text=PLAIN) for event in EIGHT if event.zone)


def labcamp(events: Sequence[HardEvent], folder: Path) -> bytes:
    """The feed by the command of this checkout, from event files."""
    home = folder / "events"
    home.mkdir(parents=True)
    (home / "series.yaml").write_text("id: reihe\ntitle: LabCamp\ndomain: example.org\nlanguage: de\n", "utf-8")
    for number, event in enumerate(events):
        (home / f"event-{number}.yaml").write_text(_event_file(event), "utf-8")
    words = [sys.executable, "-m", "labcamp", "export-ics", "--root", str(folder), "--today", "2027-01-02"]
    _said(words, cwd=CHECKOUT)
    return (folder / "out" / "reihe.ics").read_bytes()


def _event_file(event: HardEvent) -> str:
    """An event file; JSON is YAML, too."""
    first, last = event.start[:10], event.end[:10]
    values = {"title": event.title, "uid": event.uid, "description": event.text, "place": {"name": event.place}}
    values |= {"status": event.status.lower(), "date": first, "zone": event.zone or BERLIN}
    if event.zone:
        values["time"] = f"{event.start[11:]}-{event.end[11:] if first == last else '24:00'}"
    else:
        values["date"] = f"{first}/{dt.date.fromisoformat(last) - dt.timedelta(days=1)}"
    return json.dumps(values, ensure_ascii=False)


def icalendar(events: Sequence[HardEvent], _: Path) -> bytes:
    """The calendar by icalendar, as its documentation makes one."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//labcamp//icalendar//DE")
    for hard in events:
        event = Event()
        event.add("uid", hard.uid)
        event.add("dtstamp", dt.datetime(2027, 1, 2, tzinfo=dt.UTC))
        event.add("dtstart", hard.times[0])
        event.add("dtend", hard.times[1])
        for name, value in (
            ("summary", hard.title),
            ("location", hard.place),
            ("description", hard.text),
            ("status", hard.status),
        ):
            event.add(name, value)
        calendar.add_component(event)
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def yaml2ics(cache: Path) -> Callable[[Sequence[HardEvent], Path], bytes]:
    """What yaml2ics makes; it has no way to say that something lasts two whole days."""

    def write(events: Sequence[HardEvent], folder: Path) -> bytes:
        folder.mkdir(parents=True)
        file = folder / "events.yaml"
        file.write_text(f"name: LabCamp\nevents:\n{''.join(map(_yaml2ics_entry, events))}", "utf-8")
        return _said([str(installed(cache, "yaml2ics") / "yaml2ics"), str(file)])

    return write


def _yaml2ics_entry(event: HardEvent) -> str:
    """An item of its list; times stand bare, for it wants them as YAML's own."""
    words = {"summary": event.title, "uid": event.uid, "location": event.place, "description": event.text}
    texts = "".join(f"    {key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in words.items())
    times = f"  - begin: {event.start}\n"
    if event.zone:
        times = f"  - begin: {event.start}:00\n    end: {event.end}:00\n    timezone: {event.zone}\n"
    return f"{times}    status: {event.status}\n{texts}"


def ical_generator(cache: Path) -> Callable[[Sequence[HardEvent], Path], bytes]:
    """What ical-generator makes, with zones by luxon and timezones-ical-library."""

    def write(events: Sequence[HardEvent], _: Path) -> bytes:
        home = installed_for_node(cache, *NODE_PACKAGES)
        script = home / "write_ics.mjs"  # beside the packages, where Node looks for them
        script.write_bytes((CHECKOUT / "tests" / "benchmarks" / script.name).read_bytes())
        return _said(["node", str(script)], text=json.dumps([asdict(event) for event in events]))

    return write


def _said(words: list[str], text: str = "", cwd: Path | None = None) -> bytes:
    """The bytes on stdout; NotThereError when the program fails."""
    done = subprocess.run(words, input=text.encode(), capture_output=True, check=False, cwd=cwd, env=surroundings())
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines() or [f"exit code {done.returncode}"]
        raise NotThereError(last[-1])
    return done.stdout
