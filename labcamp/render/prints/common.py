"""What every print is given: title and language of the document, colours, the wordmark or logo."""

import datetime as dt
from collections.abc import Mapping

from labcamp.artefact import Artefact
from labcamp.render.facts import Facts
from labcamp.render.palette import palettes
from labcamp.render.pictures import logo_path, qr
from labcamp.render.stage import Stage
from labcamp.render.typesetting import typeset

__all__ = ["printed", "qr", "shared"]


def printed(stage: Stage, facts: Facts, template: str, name: str, data: Mapping[str, object]) -> Artefact:
    """A file of an event, set from data and from what every print is given: `labcamp-10/agenda.pdf`."""
    root = stage.workspace.root
    common = {**shared(facts), "logo": logo_path(root, facts.series)}
    content = typeset(root, template, {**common, **data}, _day(facts))
    return Artefact(f"{facts.event.id}/{name}", content)


def shared(facts: Facts) -> dict[str, object]:
    """What the beginning of every print reads; `title` and `description` are what a PDF reader shows of the file."""
    light, _ = palettes(facts.series.accent)
    language, _, region = facts.event.language.partition("-")
    return {
        "title": facts.event.heading,
        "author": facts.organisers or facts.series.title,
        "description": facts.when,
        "lang": language,
        "region": region.lower(),
        "look": vars(light),
        "series": facts.series.title,
        "wordmark": facts.series.wordmark,
        "page_of": facts.words("print.page", page="{page}", pages="{pages}"),
        "subtitle": facts.event.subtitle or facts.series.subtitle or "",
    }


def _day(facts: Facts) -> dt.date:
    """The date that stands in the file: that of the event, else the day of the workspace; never the clock."""
    return facts.event.days[0] if facts.event.days else facts.today
