"""An event in the words of the command line: in short, and what is still missing."""

import datetime as dt
import re
import shlex
import sys
from pathlib import Path

from labcamp.check.agenda import clock
from labcamp.model import Event
from labcamp.model.private import Private
from labcamp.planning.mails import MAILS
from labcamp.planning.missing import THERE, Case
from labcamp.terminal.language import say
from labcamp.workspace import Workspace


def wanted(event: Event, today: dt.date) -> dict[str, object]:
    """What a reader will ask for: before the event what people need to come, after it what an archive needs."""
    if event.cancelled:
        return {"reason": event.reason}
    if event.is_past(today):
        return {"day": event.days, "hosts": event.hosts, "agenda": event.agenda, "links": event.documents}
    return {
        "date" if event.date is None else "day": event.days,
        "time": event.time,
        "place": event.place,
        "hosts": event.hosts,
        "summary": event.summary,
        "agenda": event.agenda,
        "registration": event.registration.url,
    }


def missing(event: Event, today: dt.date) -> list[str]:
    """What a reader will ask for and that is not there, in words."""
    return [say(f"missing_{key}") for key, value in wanted(event, today).items() if not value]


def lacking(workspace: Workspace, event: Event) -> list[str]:
    """What the documentation of an event lacks, in words."""
    case = Case(workspace, event, Private())
    return [say(f"missing_{key}_over") for key in MAILS["documentation"].wanted if not THERE[key](case)]


def page(workspace: Workspace, event: Event, out: Path) -> str:
    """Where its page is: on the web, else the file, as far as it is made; empty where there is none."""
    if event.draft:
        return ""
    made = out / "site" / event.id / "index.html"
    return workspace.series.page_of(event.id) or (made.as_posix() if made.is_file() else "")


def status(event: Event, today: dt.date) -> str:
    """Planned, draft, held or cancelled, in words."""
    held = event.status == "confirmed" and event.is_past(today)
    return say("status_held" if held else f"status_{event.status}")


def date(event: Event) -> str:
    """The day or days in figures, or the month; an empty text when nothing is known."""
    if event.date is None:
        return ""
    if not event.days:
        return say("month_in_figures", year=event.date.year, month=event.date.month)
    ends = dict.fromkeys((event.days[0], event.days[-1]))
    return "–".join(figures(day) for day in ends)


def figures(day: dt.date) -> str:
    """A day in figures."""
    return say("day_in_figures", year=day.year, month=day.month, day=day.day)


def weekday(event: Event) -> str:
    """The weekday of the first day, in short."""
    return say("weekdays").split()[event.days[0].weekday()] if event.days else ""


def hours(event: Event) -> str:
    """From when to when each day goes, as far as known."""
    if event.time is None:
        return ""
    end = event.end_of(1)
    return f"{clock(event.time.start)}–{clock(end)}" if end is not None else clock(event.time.start)


def place(event: Event) -> str:
    """Where, in short."""
    if event.place is None:
        return ""
    parts = (event.place.name, event.place.city, "online" if event.place.online else "")
    return ", ".join(dict.fromkeys(filter(None, parts)))


def town(event: Event) -> str:
    """Where, in a word or two."""
    if event.place is None:
        return ""
    return ", ".join(filter(None, (event.place.city or event.place.name, "online" if event.place.online else "")))


def hosts(event: Event, *, short: bool) -> str:
    """The hosts by name; in short only the first, up to a comma in its name, and how many more."""
    names = [host.name for host in event.hosts]
    if not short or not names:
        return ", ".join(names)
    first = names[0].split(",")[0]
    return f"{first} +{len(names) - 1}" if names[1:] else first


def typed(event: Event) -> str:
    """What people type for an event in a command: its number, else its id."""
    return event.typed


def to_root(root: Path) -> str:
    """What a command needs to be typed from here: ` --root unsere-reihe`; nothing within the series."""
    return "" if set(root.parts) <= {".."} else f" --root {to_paste(root)}"


def to_paste(path: Path) -> str:
    """A path as a shell takes it for one word; PowerShell and cmd know only double quotes."""
    text = path.as_posix()
    if re.fullmatch(r"[\w./:+~-]+", text):
        return text
    return f'"{text}"' if sys.platform == "win32" else shlex.quote(text)
