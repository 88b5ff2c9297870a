"""Findings about the series as a whole in German."""

from labcamp.messages import Message

SERIES: dict[str, Message] = {
    "LC040": Message("im Jahr {year} gibt es keine Veranstaltung", "es gibt welche in diesen Jahren: {known}", "»labcamp list« zeigt, was es gibt"),
}  # fmt: skip
