"""The pictures that previews of links show: one of each event and paper, and one of the series for all others."""

from collections.abc import Iterator

from labcamp.model import Paper
from labcamp.model.artefact import Artefact
from labcamp.model.texts import YEARS
from labcamp.render.dates import Leaf
from labcamp.render.facts import Facts
from labcamp.render.pictures import logo_path
from labcamp.render.prints.handout import typed
from labcamp.render.prints.typesetting import of_series, typeset_once
from labcamp.render.site.contents import FOLDER, HOME, Site, beside_paper, card_of, edition_of, page_of_event

TEMPLATE = "card.typ"


def render(site: Site) -> Iterator[Artefact]:
    """`card.png`, `<id>/card.png` of each event that is announced, and one a paper; nothing where nothing is set."""
    if not site.pdf:
        return
    yield _card(site, card_of(site, HOME), site.workspace.series.language, _of_series(site))
    for event in site.events:
        if not event.draft:
            yield _card(site, card_of(site, page_of_event(event)), event.language, _of_event(site.facts(event)))

    for paper in site.papers:
        if not site.is_draft(paper):
            yield _card(site, beside_paper(paper, "png"), paper.language, _of_paper(site, paper))


def _card(site: Site, address: str, language: str, data: dict[str, object]) -> Artefact:
    series = site.workspace.series
    common = of_series(series, language) | {"logo": logo_path(site.workspace.root, series)}
    document = {"author": series.title, "description": "", "page_of": "", "subtitle": ""}
    day = site.workspace.today.replace(year=YEARS.start, month=1, day=1)  # a picture has no date in it
    return Artefact(f"{FOLDER}/{address}", typeset_once(site.stage, TEMPLATE, common | document | data, day, "png"))


def _of_series(site: Site) -> dict[str, object]:
    series = site.workspace.series
    return {
        "title": series.title,
        "heading": series.subtitle or series.title,
        "leaf": _leaf(Leaf(series.title, "", "")),
        "edition": "",
        "foot": typed(series.public or series.homepage or ""),
        "state": "",
        "cancelled": False,
    }


def _of_paper(site: Site, paper: Paper) -> dict[str, object]:
    words = site.stage.words[paper.language]
    return _of_series(site) | {
        "title": paper.title,
        "heading": paper.title,
        "edition": words("site.paper"),
        "foot": edition_of(paper, words),
    }


def _of_event(facts: Facts) -> dict[str, object]:
    event = facts.event
    foot = (facts.hours if event.time else "", facts.place_short)
    return {
        "title": event.heading,
        "heading": event.theme or event.title,
        "leaf": _leaf(facts.leaf or Leaf("", facts.date, "")),
        "edition": event.title if event.theme else "",
        "foot": ", ".join(filter(None, foot)),
        "state": facts.words("site.cancelled_alone") if event.cancelled else "",
        "cancelled": event.cancelled,
    }


def _leaf(leaf: Leaf) -> dict[str, object]:
    """The day in figures, or the month in a word where only that is known."""
    return {"big": leaf.big, "month": leaf.month, "weekday": leaf.weekday, "day": leaf.big[:1].isdigit()}
