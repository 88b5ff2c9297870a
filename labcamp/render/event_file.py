"""New files for `events/`: an event, a paper, a series, its organisations, as a person goes on writing them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from labcamp.files.read import Source, source_of
from labcamp.model.artefact import Artefact
from labcamp.model.texts import days_of
from labcamp.render.templates import Templates, fill
from labcamp.render.yaml_form import Value, as_read, entries_of, scalar, written

EXAMPLE = dt.date(2027, 9, 16)  # the day in the comments
WEEK, MONTH = dt.timedelta(weeks=1), dt.timedelta(weeks=4)
Values = Mapping[str, Value]


@dataclass(frozen=True)
class NewEvent:
    """What a new file says: its name, what its first line calls it, the language of its comments, and its values.

    What was taken over says its `origin` in words, and has no hints for what it could say besides.
    """

    id: str
    heading: str
    language: str
    values: Values
    agenda: Sequence[str] = ()  # titles of an example agenda
    origin: str = ""


def event_file(templates: Templates, new: NewEvent) -> Artefact:
    """The commented file of an event; read again, it says what was asked for."""
    return event_file_read(templates, new)[0]


def event_file_read(templates: Templates, new: NewEvent) -> tuple[Artefact, Source]:
    """The same, and beside it the file as it was read again."""
    values = _known(new) | {"agenda": [scalar(title) for title in new.agenda]}
    day = _first_day(new.values)
    comments = {"heading": comment(new.heading), "german": new.language.startswith("de")}
    days = {"until": day - WEEK, "later": day + MONTH}  # when registration may close, and what was agreed be done
    artefact = _filled(templates, "event.yaml.j2", f"{new.id}.yaml", values | comments | days)
    source = source_of(artefact.content, artefact.name)
    data = {key: as_read(value) for key, value in source.data.items() if key != "agenda" or not new.agenda}
    if data != as_read(new.values):
        raise ValueError(f"{artefact.name} does not read back as it was asked for: {data}")
    return artefact, source


def paper_file(templates: Templates, new: NewEvent, source: str) -> Artefact:
    """The commented file of a paper; `source` is the name of a takeaway that its example cites."""
    comments = {"heading": comment(new.heading), "german": new.language.startswith("de"), "source": source}
    values = {"values": _written(new.values), "heaps": (), "loose": (), **comments}
    artefact = _filled(templates, "paper.yaml.j2", f"{new.id}.yaml", values)
    if (data := source_of(artefact.content, artefact.name).data) != dict(new.values):
        raise ValueError(f"{artefact.name} does not read back as it was asked for: {data}")
    return artefact


def _first_day(values: Values) -> dt.date:
    """The first day of the event, else the one of the example."""
    days = days_of(str(values["date"])) if "date" in values else None
    return days.first if days and days.first else EXAMPLE


def series_file(templates: Templates, values: Values, language: str) -> Artefact:
    """The commented `series.yaml` of a new series."""
    more = {"values": _written(values), "german": language.startswith("de")}
    return _filled(templates, "series.yaml.j2", "series.yaml", more)


def organisations_file(templates: Templates, id_: str, name: str, language: str) -> Artefact:
    """The commented `organisations.yaml` with one organisation."""
    more = {"id": scalar(id_), "organisation": scalar(name), "german": language.startswith("de")}
    return _filled(templates, "organisations.yaml.j2", "organisations.yaml", more)


def comment(text: object) -> str:
    """A text that can stand behind `#`: what is no printable sign would end the line, or the file."""
    return "".join(sign for sign in str(text) if sign.isprintable())


def _known(new: NewEvent) -> dict[str, object]:
    """What the template says of the values: one by one with hints between them, or all that there are, in order."""
    if not new.origin:
        return {"values": _written(new.values), "origin": "", "entries": ()}
    return {"values": {}, "origin": comment(new.origin), "entries": entries_of(new.values)}


def _written(values: Values) -> dict[str, str]:
    return {key: written(key, value) for key, value in values.items()}


def _filled(templates: Templates, template: str, name: str, values: Mapping[str, object]) -> Artefact:
    return Artefact(name, fill(templates, template, **values).encode())
