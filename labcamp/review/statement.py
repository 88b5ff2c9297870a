"""Advice about the statement that says how accessible the site is."""

from collections.abc import Iterator
from pathlib import Path

from labcamp.files.read import after, content_of
from labcamp.findings import Finding, Place, finding
from labcamp.workspace import EVENTS, Reading, Workspace
from labcamp.workspace.material import PAGES, OwnPage
from labcamp.workspace.statement import day_of, is_old, open_in, statement_of


def statement_old(reading: Reading) -> Iterator[Finding]:
    """LC878: the statement was made or looked at more than a year ago."""
    workspace, page = reading.workspace, statement_of(reading.workspace.pages)
    day = day_of(page.text, workspace.today) if page else None
    if page and day and is_old(day, workspace.today):
        yield finding("LC878", Place(_path(workspace, page).as_posix()), day=day)


def statement_unfinished(reading: Reading) -> Iterator[Finding]:
    """LC879: something is open in the statement, or it does not say when it was made."""
    yield from unfinished(reading.workspace)


def unfinished(workspace: Workspace) -> Iterator[Finding]:
    """LC879 for a site that has just been made, in which the statement is left out while something is open in it."""
    page = statement_of(workspace.pages)
    if page is None:
        return
    path, places = _path(workspace, page), open_in(page.text)
    if places:
        text = content_of(path, path.as_posix()).decode("utf-8-sig", "replace")
        yield finding("LC879", after(text[: max(text.find(places[0]), 0)], path.as_posix()), count=len(places))
    elif day_of(page.text, workspace.today) is None:
        yield finding("LC879", Place(path.as_posix()), count="")


def _path(workspace: Workspace, page: OwnPage) -> Path:
    """The file of a page, whatever its ending is."""
    folder = workspace.root / EVENTS / PAGES
    found = sorted(path for path in folder.glob("*") if path.stem.casefold() == page.id)
    return found[0] if found else folder / f"{page.id}.md"
