"""A paper as a PDF: bookmarks, footnotes that say where something was said, and all sources in a list at its end."""

from typing import Any

from labcamp.model.artefact import Artefact
from labcamp.render.papers.document import Document, Heading, Run, places_in, web_address
from labcamp.render.pictures import logo_path
from labcamp.render.prints.typesetting import of_series, typeset_once
from labcamp.render.stage import Stage

LONG = 6  # main headings of a paper that has a table of contents: from about four pages on


def render(stage: Stage, document: Document) -> Artefact:
    """The paper as PDF/UA-1: `papers/positionspapier/paper.pdf`."""
    day = document.date or stage.workspace.today
    content = typeset_once(stage, "paper.typ", data(stage, document), day)
    return Artefact(f"papers/{document.id}/paper.pdf", content)


def data(stage: Stage, document: Document) -> dict[str, object]:
    """What the template is given."""
    series, words = stage.workspace.series, stage.words[document.language]
    main = sum(isinstance(block, Heading) and block.level == 1 for block in document.blocks)
    return {
        **of_series(series, document.language),
        "logo": logo_path(stage.workspace.root, series),
        "title": document.title,
        "author": document.editors or (series.title,),
        "description": document.subtitle or series.title,
        "page_of": words("print.page", page="{page}", pages="{pages}"),
        "contents": words("paper.contents") if main >= LONG else "",
        **_pieces(document),
    }


def _pieces(document: Document) -> dict[str, object]:
    """The lines and blocks of the paper as lists and mappings."""
    places = places_in(document.blocks)
    return {
        "subtitle": document.subtitle,
        "facts": _given(document.facts, places, set()),
        "blocks": _given(document.blocks, places, set()),
        "sources": {str(each.number): _given(each.line, places, set()) for each in document.sources},
    }


def _given(value: Any, places: frozenset[str], seen: set[int]) -> Any:
    """A piece of the paper as a mapping; `seen` are the sources that were named before it, and grows."""
    if isinstance(value, Run):
        first, to = value.source not in seen, value.to if value.to in places else ""
        seen.add(value.source)
        return {**value._asdict(), "url": web_address(value), "to": to, "first": first}
    if hasattr(value, "_asdict"):
        pieces = value._asdict().items()
        return {"block": type(value).__name__, **{name: _given(each, places, seen) for name, each in pieces}}
    return [_given(each, places, seen) for each in value] if isinstance(value, tuple) else value
