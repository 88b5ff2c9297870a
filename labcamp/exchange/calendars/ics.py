"""Events out of calendar files, whoever wrote them: each VEVENT, and each time of one that is repeated."""

from labcamp.exchange.found import Asked, Told
from labcamp.findings import LabcampError, Place, finding

MOST_BYTES = 50_000_000
MOST_LINES = 600_000  # unfolded: twenty thousand entries, thirty lines each
MOST_EVENTS = 20_000
BEGINNING = 4_000  # bytes in which a calendar says that it is one


def looks_like(_name: str, content: bytes) -> bool:
    """Tell whether the bytes are those of a calendar, in whatever encoding."""
    return b"BEGIN:VCALENDAR" in content[:BEGINNING].replace(b"\0", b"").upper()


def read(name: str, content: bytes, asked: Asked) -> Told:
    """The events of a calendar file, in their order there; LC275 where there are too many."""
    if limit := _too_much(content):
        return Told(findings=(finding("LC275", Place(name), most=limit),))
    from labcamp.exchange.calendars.ics_events import told_by  # noqa: PLC0415  # heavy, and most files are no calendars

    try:
        return told_by(name, content, asked)
    except LabcampError as problem:
        return Told(findings=problem.findings)


def _too_much(content: bytes) -> str:
    """The limit that a file goes beyond; empty where there is none."""
    if len(content) > MOST_BYTES:
        return f"{MOST_BYTES // 1_000_000} MB"
    if content.count(b"BEGIN:VEVENT") > MOST_EVENTS:
        return f"{MOST_EVENTS} VEVENT"
    lines = max(content.count(b"\n"), content.count(b"\r")) - content.count(b"\n ") - content.count(b"\n\t")
    return f"{MOST_LINES} × \\n" if lines > MOST_LINES else ""
