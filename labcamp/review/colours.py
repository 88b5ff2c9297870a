"""Advice about the colours of a series."""

from collections.abc import Iterator

from labcamp.findings import Finding, finding
from labcamp.workspace import Reading


def accent_changed(reading: Reading) -> Iterator[Finding]:
    """LC239: the accent of the series cannot be read as text, so another tone is taken for that."""
    source, accent = reading.sources.get("series"), reading.workspace.series.accent
    if not source or not accent:
        return
    from labcamp.render.pictures import palettes

    light, _ = palettes(accent)
    if light.accent != accent.lower():
        yield finding("LC239", source.place("accent"), accent=accent, text=light.accent)
