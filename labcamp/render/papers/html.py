"""A paper as a page by itself, which opens from a disk and prints well."""

from typing import Any

from labcamp.model.artefact import Artefact
from labcamp.render.papers.document import Block, Document, Run
from labcamp.render.pictures import logo_address, palettes
from labcamp.render.stage import Stage
from labcamp.render.templates import fill


def render(stage: Stage, document: Document) -> Artefact:
    """`papers/<id>/paper.html`."""
    series = stage.workspace.series
    light, dark = palettes(series.accent)
    page = fill(
        stage.templates,
        "paper.html.j2",
        document=document,
        series=series,
        light=light,
        dark=dark,
        logo=logo_address(stage.workspace.root, series),
        **pieces(),
    )
    return Artefact(f"papers/{document.id}/paper.html", page.encode())


def pieces() -> dict[str, Any]:
    """What `paper-parts.html.j2` is given on a page by itself; on the site `way` leads to other pages, too."""
    return {"sort": sort_of, "way": way_within}


def sort_of(block: Block) -> str:
    """What a block is: `Heading`."""
    return type(block).__name__


def way_within(run: Run) -> str:
    """Where a piece of a line leads, as seen from the page: a place in it, or the web; empty where it leads nowhere."""
    if run.source:
        return f"#source-{run.source}"
    return f"#{run.to}" if run.to else run.url
