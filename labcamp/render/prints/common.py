"""What every print is given: title and language of the document, colours, the wordmark or logo."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping

from labcamp.artefact import Artefact
from labcamp.model.participant import Participant
from labcamp.render.facts import Facts
from labcamp.render.palette import palettes
from labcamp.render.pictures import logo_path, qr
from labcamp.render.stage import Stage
from labcamp.render.typesetting import typeset

__all__ = ["by_family", "edition", "printed", "qr", "shared"]

STROKED = str.maketrans("łøđı", "lodi")  # letters that Unicode does not take apart


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


def edition(facts: Facts) -> str:
    """What the title says beside the series' own: `#12`; the whole title where that is not how it begins."""
    title, series = facts.event.title, facts.series.title
    return title.removeprefix(series).strip() if title.startswith(series) else title


def by_family(people: Iterable[Participant]) -> list[Participant]:
    """People in the order of their last words, as dictionaries have it (DIN 5007-1); who has no name stands last."""
    return sorted(
        people, key=lambda person: (not person.name, _folded(person.name.split()[-1:]), _folded([person.name]))
    )


def _folded(words: Iterable[str]) -> str:
    """Words as they are compared: ä as a, ß as ss, ł as l."""
    text = unicodedata.normalize("NFKD", " ".join(words).casefold()).translate(STROKED)
    return "".join(sign for sign in text if not unicodedata.combining(sign))
