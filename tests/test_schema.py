"""The JSON Schema of the event file says yes and no where labcamp does."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
import yaml
from conftest import REPOSITORY
from jsonschema import Draft202012Validator

from labcamp.check import UNKNOWN_SERIES, AnyOrganisation, check_event
from labcamp.findings import LabcampError
from labcamp.read import source_of
from labcamp.render.schema import schema, schema_file

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
EVENTS = sorted((REPOSITORY / "events").glob("labcamp-*.yaml"))


class Typed(yaml.SafeLoader):
    """Reads YAML as editors do (1.2, core schema): numbers, true and false, null; 9:30 and yes are texts."""


Typed.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:null|Null|NULL|~|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", list("-+0123456789.")),
):
    Typed.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
Typed.add_constructor("tag:yaml.org,2002:int", lambda _loader, node: int(node.value))


def as_json(value: object) -> object:
    """What was read as JSON knows it: days are texts."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def complaints(text: str, loader: type[yaml.SafeLoader] | type[yaml.BaseLoader]) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(as_json(yaml.load(text, loader)))]


def accepted_by_labcamp(text: str) -> bool:
    """Whether labcamp takes the shape of a file; what makes sense is another matter."""
    try:
        source = source_of(text.encode(), "x.yaml")
    except LabcampError:
        return False
    _, findings = check_event("x", source, UNKNOWN_SERIES, AnyOrganisation())
    return not [found for found in findings if found.code < "LC3"]


def test_it_is_a_schema_of_draft_2020_12() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_nothing_internal_shows() -> None:
    assert "\\u0000" not in json.dumps(SCHEMA)
    assert "id" not in SCHEMA["properties"]


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader, Typed])
@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_every_real_event_is_valid_however_it_is_read(path: Path, loader: type[yaml.SafeLoader]) -> None:
    assert complaints(path.read_text("utf-8"), loader) == []


GOOD = """\
number: 12
number: "12"
theme: 2027
theme: 12.5
theme: true
theme: yes
theme:
theme: ~
status: confirmed
status:
date: 2027-03-11
date: 11.03.2027
date: 11. 3. 2027
date: 2027-03
date: 03.2027
date: 3.2027
date: 2027-09-16/2027-09-17
date: 16.09.2027 bis 17.09.2027
date: 2027-09-16 – 2027-09-17
time: 14:00-17:00
time: 14:00
time: 9.30
time: 9:30 Uhr
time: 14 Uhr
time: 14
time: 9.30 bis 12 Uhr
time: 14:00 – 17:00
moved_from: 2027-03-11
zone: Europe/Vienna
zone:
language: de-AT
language:
uid: 17
place: online
place: Haus 7
place: 7
place: {name: Haus, postcode: 01067, online: ja}
place: {name: Haus, postcode: "01067", online: yes}
place: {name: Haus, online: Nein}
place: {name: Haus, online: true}
place: {name: Haus, online: 1}
place: {online: ~}
hosts: witi
hosts: [witi, pd]
hosts: [witi, ~]
hosts:
moderation: N. N.
moderation: {name: N. N., role: Leitung, organisation: witi}
moderation: [N. N., {organisation: witi}]
contact: name@example.org
contact: {name: N. N., email: name@example.org}
registration: https://example.org/x
registration: {url: https://example.org/x, until: 2027-03-04, seats: 60, price: 0, note: x}
registration: {seats: "60"}
agenda: [Ankommen, {title: Pause, type: break, minutes: 15}]
agenda: [{title: 1, start: 14, day: 1, minutes: "15", by: N. N.}]
agenda: [{title: x, start: 9.30, by: [{name: N. N.}], takeaways: eins, links: [{title: y, url: https://example.org}]}]
agenda: [{title: x, start: "14:05", takeaways: [eins, 2]}]
agenda: [{title: x, by: , teaser: }]
agenda: [{id: einstieg, title: x}]
news: [{title: x, text: y, url: https://example.org}]
newsletter: {subject: x, preheader: y, intro: z}
newsletter:
attendance: {people: 60, labs: "40", note: x}
links: [{title: x, url: "mailto:a@example.org", type: slides, licence: CC BY 4.0, consent: true}]
links: [{title: x, url: https://example.org, consent: ja}]
links: [{title: x, url: https://example.org, type: feedback}]
done: eins
done: [eins, zwei]
"""
BAD = """\
nummer: 12
number: zwölf
number: -1
number: 1.5
theme: [x]
theme: {x: y}
theme: ""
theme: " "
status: fest
date: morgen
date: 2027
date: 2027-3-11
time: nachmittags
time: 14:00-
time: 99
zone: Europe Berlin
language: fr
place: ""
place: {ort: Haus}
place: [Haus]
place: {online: vielleicht}
place: {url: Haus}
hosts: {id: witi}
hosts: [[witi]]
moderation: [{speaker: N. N.}]
contact: {email: niemand}
registration: bald
registration: {url: bald}
registration: {seats: viele}
agenda: Ankommen
agenda: {title: x}
agenda: [{type: break}]
agenda: [{title: x, type: vortrag}]
agenda: [{title: x, minutes: lang}]
agenda: [{title: x, start: früh}]
agenda: [{id: Ein Stieg, title: x}]
agenda: [{title: ~}]
news: [x]
links: [{title: x}]
links: [{title: x, url: x}]
links: [{title: x, url: https://example.org, type: folien}]
attendance: {people: viele}
newsletter: x
id: labcamp-1
"""


@pytest.mark.parametrize("line", GOOD.splitlines())
def test_every_form_that_labcamp_takes_is_valid_as_text_and_typed(line: str) -> None:
    text = f"title: x\n{line}\n"
    assert accepted_by_labcamp(text)
    assert complaints(text, Typed) == []
    # As text, an empty value is still no value
    source = source_of(text.encode(), "x.yaml")
    assert [error.message for error in VALIDATOR.iter_errors(source.data)] == []


@pytest.mark.parametrize("line", BAD.splitlines())
def test_what_labcamp_refuses_is_not_valid(line: str) -> None:
    text = f"title: x\n{line}\n"
    assert not accepted_by_labcamp(text)
    assert complaints(text, Typed) != []


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("title: x\n", True),
        ("number: 1\n", True),
        ("number: 1\ntitle:\n", True),
        ("theme: x\n", False),
        ("title:\n", False),
        ("title:\nnumber:\n", False),
        ("- title: x\n", False),
    ],
)
def test_a_title_or_a_number_has_to_be_there(text: str, valid: bool) -> None:
    assert accepted_by_labcamp(text) == valid
    assert (complaints(text, Typed) == []) == valid


def test_every_key_of_the_model_is_in_it_and_no_other() -> None:
    from labcamp.model import Event  # noqa: PLC0415

    assert set(SCHEMA["properties"]) == set(Event.model_fields) - {"id"}
    assert SCHEMA["additionalProperties"] is False
    assert all(definition["additionalProperties"] is False for definition in SCHEMA["$defs"].values())


def test_the_schema_beside_the_real_events_is_the_one_that_labcamp_writes() -> None:
    shipped = REPOSITORY / "events" / schema_file().name
    assert shipped.read_bytes() == schema_file().content
