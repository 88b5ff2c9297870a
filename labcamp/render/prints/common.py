"""What every print is given: title and language of the document, colours, the wordmark; and codes that lead on."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO

from labcamp.artefact import Artefact
from labcamp.render.facts import Facts
from labcamp.render.palette import palettes
from labcamp.render.stage import Stage
from labcamp.render.typesetting import typeset


def printed(stage: Stage, facts: Facts, template: str, name: str, data: Mapping[str, object]) -> Artefact:
    """A file of an event, set from data and from what every print is given: `labcamp-10/agenda.pdf`."""
    content = typeset(stage.workspace.root, template, {**shared(facts), **data}, _day(facts))
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


@lru_cache(maxsize=64)  # what is past leads to the archive, always the same
def qr(address: str) -> str:
    """The QR code of an address as SVG (ISO/IEC 18004), with the quiet zone that readers need; empty for none."""
    if not address:
        return ""
    import segno

    made = BytesIO()
    segno.make(address, error="m", micro=False).save(made, kind="svg", border=4, xmldecl=False)
    return made.getvalue().decode()


def _day(facts: Facts) -> dt.date:
    """The date that stands in the file: that of the event, else the day of the workspace; never the clock."""
    return facts.event.days[0] if facts.event.days else facts.today
