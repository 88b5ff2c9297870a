"""All events in full, as a table for other programs."""

from pathlib import Path

from labcamp.cli import words
from labcamp.cli.language import say
from labcamp.cli.lights import Lights
from labcamp.cli.overview import told
from labcamp.cli.sheets import Sheet
from labcamp.workspace import Workspace

COLUMNS = ("event", "title", "date", "time", "place", "hosts", "status", *Lights._fields, "missing")


def catalogue(workspace: Workspace, out: Path) -> Sheet:
    """A row for each event, with its lights in words."""
    rows = [
        (
            event.id,
            event.heading,
            words.date(event),
            words.hours(event),
            words.place(event),
            words.hosts(event, short=False),
            words.status(event, workspace.today),
            *told(workspace, event, out),
        )
        for event in workspace.events
    ]
    return Sheet(workspace.series.title, [say(f"column_{name}") for name in COLUMNS], rows)
