"""`series.json`: all that is public of the series, for programs; and its JSON Schema.

The version counts up when a key changes its meaning or goes; new keys may come at any time. Addresses of pages and
files are relative to the file itself. Whom to ask is not in it, for programs would write to them.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from labcamp.exchange.schema_org import days_of, time_of
from labcamp.model import Agreement, Event, Link, Organisation, Paper, Person, Place, Topic
from labcamp.model.artefact import Artefact
from labcamp.model.provenance import support_of
from labcamp.model.series import is_nobody
from labcamp.render.papers.tree import anchor_of
from labcamp.render.rows import takeaways_of
from labcamp.render.site.contents import (
    FOLDER,
    HOME,
    Argued,
    Site,
    Talk,
    page_of_event,
    page_of_organisation,
    page_of_topic,
    support_by_anchor,
)
from labcamp.workspace.public import on_the_site

VERSION = 1
NAME, SCHEMA = "series.json", "series.schema.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
Facts = dict[str, Any]

# What is in it: a sort of value by its key, where `!` marks what is always there
LINK = {"title!": "text", "url": "address", "file": "text", "type!": "text", "licence": "text", "alt": "text"}
PERSON = {"name": "text", "role": "text", "organisation": "text"}
SESSION = {
    "id!": "text", "page": "text", "title!": "text", "type!": "text", "day": "number",
    "start": "moment", "end": "moment", "minutes": "number",
    "room": "text", "tables": ["text"], "topics": ["text"], "by": [PERSON], "teaser": "text",
    "takeaways": ["text"], "licence": "text", "links": [LINK],
}  # fmt: skip
AGREEMENT = {"text!": "text", "who": [PERSON], "until": "day", "done": "yes", "outcome": "text"}
PLACE = {
    "name": "text", "street": "text", "postcode": "text", "city": "text", "country": "text", "room": "text",
    "online": "yes", "lat": "degrees", "lon": "degrees",
}  # fmt: skip
EVENT = {
    "id!": "text", "page!": "text", "calendar": "text", "number": "number", "title!": "text",
    "subtitle": "text", "theme": "text", "status!": "text", "reason": "text", "month": "month",
    "days": [{"date!": "day", "start": "moment", "end": "moment"}],
    "moved_from": "day", "zone!": "text", "language!": "text", "place": PLACE, "access": "text", "hosts": ["text"],
    "partners": ["text"], "moderation": [PERSON], "topics": ["text"], "summary": "text", "description": "text",
    "registration": {"url": "address", "until": "day", "seats": "number", "price": "text", "note": "text"},
    "agenda": [SESSION], "attendance": {"people": "number", "labs": "number", "note": "text"},
    "agreed": [AGREEMENT], "links": [LINK],
}  # fmt: skip
ORGANISATION = {
    "name!": "text", "page": "text", "place": "text", "country": "text", "region": "text", "level": "text",
    "url": "address",
}  # fmt: skip
SERIES = {
    "id!": "text", "page!": "text", "calendar!": "text", "title!": "text", "subtitle": "text",
    "language!": "text", "zone!": "text", "domain!": "text",
    "public": "address", "homepage": "address", "archive": "address", "organisers": ["text"],
    "hashtags": ["text"],
}  # fmt: skip
TOPIC = {"name!": "text", "page": "text", "description": "text", "synonyms": ["text"]}
PAPER = {
    "id!": "text", "page!": "text", "title!": "text", "subtitle": "text", "version": "text", "date": "day",
    "language!": "text", "editors": [PERSON], "licence": "text", "doi": "text", "introduction": "text",
    "findings": [{
        "title!": "text", "page!": "text", "text": "text", "sources": ["text"], "support": "text",
        "events": ["text"], "organisations": ["text"], "countries": ["text"],
    }],
}  # fmt: skip
WHOLE = {
    "$schema!": "text", "version!": "version", "series!": SERIES, "organisations!": {"*": ORGANISATION},
    "topics!": {"*": TOPIC}, "papers": [PAPER], "events!": [EVENT],
}  # fmt: skip
SORTS: Mapping[str, Facts] = {
    "text": {"type": "string", "minLength": 1},
    "address": {"type": "string", "format": "uri"},
    "number": {"type": "integer", "minimum": 0},
    "degrees": {"type": "number"},
    "yes": {"const": True},
    "day": {"type": "string", "format": "date"},
    "month": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
    "moment": {"type": "string", "format": "date-time"},
    "version": {"const": VERSION},
}


def render(site: Site) -> Iterator[Artefact]:
    """`series.json`, and `series.schema.json` that says what may be in it."""
    yield Artefact(f"{FOLDER}/{NAME}", _in_lines(facts_of_series(site)).encode())
    yield Artefact(f"{FOLDER}/{SCHEMA}", f"{json.dumps(schema(), ensure_ascii=False, indent=1)}\n".encode())


def _in_lines(whole: Facts) -> str:
    """The JSON with an event a line, so that a change is seen; `json` would take its time to indent."""
    events = ",\n".join(json.dumps(event, ensure_ascii=False) for event in whole["events"])
    others = json.dumps({key: value for key, value in whole.items() if key != "events"}, ensure_ascii=False)
    return f'{others[:-1]},\n"events": [\n{events}\n]}}\n'


def schema() -> Facts:
    """The JSON Schema of `series.json` (draft 2020-12)."""
    return {"$schema": DRAFT, "title": NAME, "description": " ".join((__doc__ or "").split()), **_schema_of(WHOLE)}


def _schema_of(sort: Any) -> Facts:
    if isinstance(sort, str):
        return dict(SORTS[sort])
    if isinstance(sort, list):
        return {"type": "array", "items": _schema_of(sort[0])}
    if "*" in sort:
        return {"type": "object", "additionalProperties": _schema_of(sort["*"])}
    properties = {key.rstrip("!"): _schema_of(value) for key, value in sort.items()}
    return {
        "type": "object",
        "properties": properties,
        "required": [key.rstrip("!") for key in sort if key.endswith("!")],
    }


def facts_of_series(site: Site) -> Facts:
    """All that is public of the series, as JSON has it; what is not known is not there, and no draft is."""
    series = site.workspace.series
    organisations = {each.id: each for each in (*site.organisations, *series.organisers)}
    papers = [_paper(site, each) for each in site.papers if not site.is_draft(each)]
    about = _of(series, "id", "title", "subtitle", "zone", "domain", "public", "homepage", "archive", "hashtags")
    whole = {
        "$schema": SCHEMA,
        "version": VERSION,
        "series": {
            **about,
            "language": site.words.language,
            "organisers": _ids(series.organisers),
            "page": HOME,
            "calendar": f"{series.id}.ics",
        },
        "organisations": {id_: _organisation(site, each) for id_, each in organisations.items()},
        "topics": {each.id: _topic(each) for each in site.topics},
        **(
            {"papers": papers}
            if (papers := [_paper(site, each) for each in site.papers if not site.is_draft(each)])
            else {}
        ),
        "events": [_event(site, event) for event in site.events if not event.draft],
    }
    return {key: _filled(value) for key, value in whole.items()}


def _filled(value: Any) -> Any:
    """A value without what is not known in it."""
    if isinstance(value, Mapping):
        known = ((key, _filled(each)) for key, each in value.items())
        return {key: each for key, each in known if each not in (None, "", [], {}, False)}
    return [_filled(each) for each in value] if isinstance(value, list | tuple) else value


def _of(model: object, *keys: str) -> Facts:
    """Some values of a model by their names, each as JSON has it."""
    return {key: getattr(model, key) for key in keys}


def _ids(defined: Iterable[Organisation | Topic]) -> list[str]:
    return [each.id for each in defined]


def _organisation(site: Site, organisation: Organisation) -> Facts:
    page = page_of_organisation(organisation) if organisation.id in site.organisation_ids else ""
    return {"page": page, **_of(organisation, "name", "place", "country", "region", "level", "url")}


def _topic(topic: Topic) -> Facts:
    return {"page": page_of_topic(topic), **_of(topic, "name", "description", "synonyms")}


def _paper(site: Site, paper: Paper) -> Facts:
    findings = [_finding(site, Argued(paper, number)) for number in range(1, len(paper.findings) + 1)]
    return {
        **_of(paper, "id", "title", "subtitle", "version", "language", "licence", "doi", "introduction"),
        "page": Argued(paper).address,
        "date": _day(paper.date),
        "editors": _people(paper.editors),
        "findings": findings,
    }


def _finding(site: Site, argued: Argued) -> Facts:
    """A finding with the names of its sources, and by which events, organisations and countries it is borne out."""
    finding, support = argued.paper.findings[argued.number - 1], support_of(site.said_for(argued))
    sentence = support_by_anchor(site.documents[argued.paper.id]).get(anchor_of(argued.number), "")
    return {
        **_of(finding, "title", "text"),
        "page": argued.address,
        "sources": list(finding.sources),
        "support": sentence,
        "events": [event.id for event in support.events],
        "organisations": _ids(support.organisations),
        "countries": list(support.countries),
    }


def _event(site: Site, event: Event) -> Facts:
    registration = event.registration
    return {
        **_of(event, "id", "number", "title", "subtitle", "theme", "status", "reason", "zone", "language", "access"),
        **_of(event, "summary", "description"),
        "page": page_of_event(event),
        "calendar": f"{event.id}/{event.id}.ics" if event.days else "",
        "month": f"{event.date.year:04}-{event.date.month:02}" if event.date else "",
        "days": days_of(event),
        "moved_from": _day(event.moved_from),
        "place": _place(event.place) if event.place else {},
        "hosts": _ids(event.hosts),
        "partners": _ids(event.partners),
        "moderation": _people(event.moderation),
        "topics": _ids(event.topics),
        "registration": {**_of(registration, "url", "seats", "price", "note"), "until": _day(registration.until)},
        "agenda": [] if event.cancelled else list(_agenda(site, event)),
        "attendance": _of(event.attendance, "people", "labs", "note"),
        "agreed": [_agreement(each) for each in event.agreed] if site.facts(event).held else [],
        "links": _links(event, event.links),
    }


def _agreement(agreement: Agreement) -> Facts:
    known = {"who": _people(agreement.who), "until": _day(agreement.until), "done": not agreement.is_open}
    return {**_of(agreement, "text", "outcome"), **known}


def _agenda(site: Site, event: Event) -> Iterator[Facts]:
    """The sessions, those also that have no page."""
    pages = {talk.address for talk in site.talks_by_event[event.id]}
    for timed, id_ in zip(event.timetable, event.session_ids, strict=True):
        talk = Talk(event, timed.session, timed, f"{event.id}/{id_}.html")
        yield {"id": id_, "page": talk.address if talk.address in pages else "", **_session(site, talk)}


def _session(site: Site, talk: Talk) -> Facts:
    session = talk.session
    return {
        **_of(session, "title", "type", "minutes", "room", "tables", "teaser", "licence"),
        "takeaways": list(takeaways_of(session, site.stage.words[talk.event.language])),
        "day": talk.timed.day,
        **time_of(talk.event, talk.timed),
        "topics": _ids(session.topics),
        "by": _people(session.by),
        "links": _links(talk.event, session.links),
    }


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _place(place: Place) -> Facts:
    """Where; not the address of a meeting online, which leads into it."""
    point = dict(zip(("lat", "lon"), place.point or (), strict=False))
    return _of(place, "name", "street", "postcode", "city", "country", "room", "online") | point


def _people(people: Iterable[Person]) -> list[Facts]:
    return [known for known in map(_person, people) if any(known.values())]


def _person(person: Person) -> Facts:
    """Somebody; who stands for nobody yet is only a role, or an organisation."""
    name = person.name if person.name and not is_nobody(person.name) else ""
    return {"name": name, "role": person.role, "organisation": person.organisation.id if person.organisation else ""}


def _links(event: Event, links: Iterable[Link]) -> list[Facts]:
    """The links that may be shown."""
    return [
        {**_of(link, "title", "url", "type", "licence", "alt"), "file": link.file and f"{event.id}/files/{link.file}"}
        for link in on_the_site(links)
    ]
