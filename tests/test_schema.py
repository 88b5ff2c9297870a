"""The JSON Schemas of our files say yes and no where labcamp does, and what each key means."""

import datetime as dt
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from conftest import REPOSITORY, Labcamp
from jsonschema import Draft202012Validator

from labcamp.check import (
    UNKNOWN_SERIES,
    AnyOrganisation,
    AnyTopic,
    check_event,
    check_organisations,
    check_paper,
    check_series,
    check_topics,
)
from labcamp.check.paper import Around
from labcamp.check.shape import shape
from labcamp.commands.schema import Schema
from labcamp.files.read import source_of
from labcamp.findings import Finding, LabcampError
from labcamp.model import Event, Organisation, Paper, Series, Topic
from labcamp.model.private import Private
from labcamp.model.series import FILE_NAME, Frozen
from labcamp.render.schema import EXAMPLES, SCHEMAS, schema, schema_file
from labcamp.texts import LANGUAGES, meanings

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
VALIDATORS = {name: Draft202012Validator(schema(name)) for name in SCHEMAS}
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
    _, findings = check_event("x", source, UNKNOWN_SERIES, AnyOrganisation(), AnyTopic())
    return not [found for found in findings if found.code < "LC3"]


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema_of_draft_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_internal_shows(name: str) -> None:
    assert "\\u0000" not in json.dumps(schema(name))
    parts = [part for path, part in nodes(schema(name)) if "/examples" not in path]
    assert [part for part in parts if "default" in part or isinstance(part.get("title"), str)] == []
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
date: 2027-3-11
date: Do, 11.03.27
date: 11. und 12. März 2027
date: March 11, 2027
moved_from: 1. Mai 2027
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
links: [{title: x, url: folien.pdf}]
links: [{title: x, file: folien.pdf, type: slides}]
links: [{title: x, url: , file: Bild_1.JPG, type: photo, consent: ja, alt: Zwei Tische}]
topics: wirkung
topics: [wirkung, 2030]
agenda: [{title: x, topics: wirkung, licence: CC BY 4.0}]
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
links: [{title: x, file: ../folien.pdf}]
links: [{title: x, file: folien für alle.pdf}]
links: [{title: x, file: .folien}]
links: [{title: x, url: https://example.org, file: folien.pdf}]
links: [{title: x, url: folien für alle.pdf}]
topics: [{name: Wirkung}]
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
    assert set(SCHEMA["properties"]) == set(Event.model_fields) - {"id"}
    assert SCHEMA["additionalProperties"] is False
    assert all(definition["additionalProperties"] is False for definition in SCHEMA["$defs"].values())


@pytest.mark.parametrize(("folder", "of"), [("events", "event"), ("events/papers", "paper")])
def test_the_schema_beside_the_real_files_is_the_one_that_labcamp_writes(folder: str, of: str) -> None:
    shipped = REPOSITORY / folder / schema_file(of).name
    assert shipped.read_bytes() == schema_file(of).content


# The other files


def accepted(name: str, text: str) -> bool:
    """Whether labcamp takes the shape of a series, of organisations, or of a private file."""
    try:
        source = source_of(text.encode(), "x.yaml")
    except LabcampError:
        return False
    found: tuple[Finding, ...]
    if name == "series":
        _, found = check_series(source, AnyOrganisation())
    elif name == "organisations":
        _, found = check_organisations(source)
    elif name == "topics":
        _, found = check_topics(source)
    elif name == "paper":
        _, found = check_paper("x", source, Around(UNKNOWN_SERIES, AnyOrganisation()))
    else:
        _, found = shape(Private, source, source.data, {})
    return not [each for each in found if each.code in SHAPE_OF_PAPERS or (each.code < "LC3" and each.code != "LC220")]


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.SafeLoader, Typed])
@pytest.mark.parametrize("name", ["series", "organisations", "topics"])
def test_the_files_of_the_real_series_are_valid(name: str, loader: type[yaml.SafeLoader]) -> None:
    data = as_json(yaml.load((REPOSITORY / f"events/{name}.yaml").read_text("utf-8"), loader))
    assert [error.message for error in VALIDATORS[name].iter_errors(data)] == []


BASE = {
    "series": "id: x\ntitle: X\ndomain: example.org\n",
    "organisations": "y: Y\n",
    "topics": "y: Y\n",
    "private": "bring: x\n",
    "paper": "title: x\nrest: by topic\n",
}
SHAPE_OF_PAPERS = {"LC740", "LC747", "LC759"}
TAKEN = {
    "series": """\
title_pattern: "X #{number}"
address: Sie
language: de-CH
organisers: witi
contact: name@example.org
channels: [Slack, {title: Slack, url: https://example.org}]
hashtags: "#X"
newsletter: {address: a@example.org, unsubscribe: https://example.org, listmonk: {lists: "1"}, keila: {sender: ms_1}}
imprint: Haus 7, Köln
imprint: {url: https://example.org}
accent: "#0b4f8a"
logo: bilder/logo.svg
regions: [DE-BE, AT]
mails: {thanks: nein}
mails: {thanks: no}
mails: {thanks: false}
mails: {thanks: Off}
mails: {thanks: 3, invitation: "56"}
mails: {thanks: 2 Tage, invitation: 8 Wochen}
rules: {no-news: wir haben keine}
people: {pages: ja}
people: {pages: false, hide: Ada Muster}
people: {hide: [Ada Muster, Bo Muster]}
moved: {treff-1/alt.html: treff-1/neu.html}
archive:
mails:
""",
    "organisations": """\
witi: WITI
witi: {name: WITI}
witi: {name: 7, country: DE, region: DE-RP, level: Bund, place: Speyer, url: https://example.org}
witi: {name: WITI, region: }
witi:
1: Eins
""",
    "topics": """\
wirkung: Wirkung
wirkung: {name: Wirkung}
wirkung: {name: 7, description: Was bleibt., synonyms: [Evaluation, Impact]}
wirkung: {name: Wirkung, synonyms: Evaluation}
wirkung: {name: Wirkung, description: }
wirkung:
2030: Ziele
""",
    "private": """\
join: https://example.org/raum
join: {url: https://example.org/raum, passcode: 1234, phone: +49 30 1}
contacts: [{role: Technik, name: N. N., phone: 030}]
way: {0}
columns: {organisation: Labor, came: da}
delete_after: 16.10.2027
groups: {rounds: 3, size: 4-5, priority: new, moderators: Ada Muster, tables: {Ada Muster: 3}}
groups: {size: 4, apart: [[Ada Muster, Ben Beispiel], [Cem Probe, "9"]], together: "Ada Muster, Dora Test"}
groups: {size: 4 bis 5, groups: 8, apart: [Ada Muster, Ben Beispiel]}
delete_after:
""".replace("{0}", "Durch den Hof"),
    "paper": """\
version: 1.0
version: Entwurf 3
date: 2027-04-01
date: 1. April 2027
language: de-CH
editors: N. N.
editors: [{name: N. N., organisation: witi}, {role: Redaktion}]
licence: CC BY 4.0
licence: cc-by-4.0
since: 3
until: labcamp-12
introduction: Wir.
rest: by event
findings: [{title: x}]
findings: [{title: x, text: y, sources: labcamp-3/atlas#1}]
findings: [{title: x, sources: "labcamp-3/atlas#1, labcamp-3/atlas#raum"}]
findings: [{title: x, sources: [labcamp-3/atlas#1, labcamp-3/atlas#raum, ~]}]
findings: [{title: x, sources: }]
doi: 10.5281/zenodo.1234567
doi: https://doi.org/10.5281/zenodo.1234567
doi: doi:10.5281/zenodo.1234567
doi: "DOI: 10.5281/zenodo.1234567"
doi:
""",
}
REFUSED = {
    "series": """\
id: Ein Name
title: [x]
address: du
language: fr
domain: ist keine
contact: {mail: a@example.org}
channels: Slack
newsletter: {listmonk: {lists: [eins]}}
accent: blau
logo: https://example.org/logo.svg
logo: ../logo.svg
regions: [Berlin]
mails: {danke: 2}
mails: {thanks: bald}
mails: {thanks: -2}
mails: [thanks]
termine: x
people: ja
people: {pages: vielleicht}
people: {verborgen: Ada Muster}
moved: treff-1/alt.html
""",
    "organisations": """\
witi: ""
witi: [WITI]
witi: {country: DE}
witi: {name: WITI, land: DE}
witi: {name: WITI, region: Berlin}
Ein Labor: Labor
""",
    "topics": """\
wirkung: ""
wirkung: [Wirkung]
wirkung: {description: Was bleibt.}
wirkung: {name: Wirkung, synonyme: Evaluation}
Ein Thema: Thema
""",
    "private": """\
join: {link: https://example.org}
contacts: Technik
contacts: [Technik]
columns: {labor: Labor}
delete_after: bald
groups: 4
groups: {size: vier}
groups: {rounds: drei}
groups: {runden: 3}
groups: {priority: heute}
groups: {apart: {Ada Muster: Ben Beispiel}}
groups: {tables: {Ada Muster: vorne}}
people: 60
""",
    "paper": """\
title: ""
titel: x
date: bald
language: fr
editors: [{speaker: N. N.}]
rest: nach Thema
findings: x
findings: {title: x}
findings: [x]
findings: [{text: x}]
findings: [{title: x, sources: labcamp-3}]
findings: [{title: x, sources: labcamp-3/atlas}]
findings: [{title: x, sources: Labcamp-3/atlas#1}]
findings: [{title: x, sources: [labcamp-3/atlas/1]}]
findings: [{title: x, quelle: labcamp-3/atlas#1}]
doi: zenodo.1234567
doi: https://example.org/10.5281/zenodo
id: 2027
""",
}


def lines(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, line) for name, text in table.items() for line in text.splitlines()]


def replaced(name: str, line: str) -> str:
    """The smallest file with another line in it."""
    key = line.partition(":")[0]
    kept = [each for each in BASE[name].splitlines() if each.partition(":")[0] != key]
    return "\n".join((*kept, line, ""))


@pytest.mark.parametrize(("name", "line"), lines(TAKEN))
def test_what_labcamp_takes_in_another_file_is_valid(name: str, line: str) -> None:
    text = replaced(name, line)
    assert accepted(name, text)
    errors = VALIDATORS[name].iter_errors(as_json(yaml.load(text, Typed)))
    assert [error.message for error in errors] == []


@pytest.mark.parametrize(("name", "line"), lines(REFUSED))
def test_what_labcamp_refuses_in_another_file_is_not_valid(name: str, line: str) -> None:
    text = replaced(name, line)
    assert not accepted(name, text)
    assert not VALIDATORS[name].is_valid(as_json(yaml.load(text, Typed)))


def test_a_series_needs_what_labcamp_asks_for() -> None:
    for key in ("id", "title", "domain"):
        text = "".join(f"{line}\n" for line in BASE["series"].splitlines() if not line.startswith(key))
        assert (accepted("series", text), VALIDATORS["series"].is_valid(yaml.safe_load(text))) == (False, False)


# What an editor shows


def models_of(model: type[Frozen]) -> set[type[Frozen]]:
    """A model and all that it is made of."""
    found = {model}
    for field in model.model_fields.values():
        for inner in _inner(field.annotation):
            found |= models_of(inner)
    return found


def _inner(annotation: Any) -> Iterator[type[Frozen]]:
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        yield annotation
    for argument in get_args(annotation):
        yield from _inner(argument)


MODELS = {each for model in (Event, Series, Organisation, Topic, Private, Paper) for each in models_of(model)}


def test_every_key_of_every_model_is_described_in_both_languages() -> None:
    keys = {
        f"{model.__name__.lower()}.{key}"
        for model in MODELS
        for key, field in model.model_fields.items()
        if field.validation_alias != FILE_NAME
    }
    things = {model.__name__.lower() for model in MODELS} | {"organisations", "topics"}
    for language in LANGUAGES:
        known = meanings(language)
        assert {name for name in known if name.count(".") < 2} == things | keys
        assert [name for name, text in known.items() if not text] == []
    assert set(EXAMPLES) <= keys


def nodes(value: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every part of a schema with where it is."""
    if isinstance(value, dict):
        yield path, value
        for key, item in value.items():
            yield from nodes(item, f"{path}/{key}")
    elif isinstance(value, list):
        for item in value:
            yield from nodes(item, path)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_in_a_schema_says_what_it_means_as_text_and_in_markdown(name: str) -> None:
    properties = [each["properties"] for _, each in nodes(schema(name)) if "properties" in each and "type" in each]
    assert properties
    for key, value in (item for each in properties for item in each.items()):
        german, english = value["description"].split("\n\n")
        assert value["markdownDescription"] == f"{german}\n\n*{english}*", key


def test_the_values_that_can_be_chosen_are_described_in_the_schema() -> None:
    lists = {path: node for path, node in nodes(SCHEMA) if "enum" in node}
    assert set(lists) == {
        "/properties/language/anyOf",
        "/properties/status/anyOf",
        "/$defs/Link/properties/type/anyOf",
        "/$defs/Session/properties/type/anyOf",
    }
    for node in lists.values():
        assert len(node["enumDescriptions"]) == len(node["enum"])
    assert lists["/properties/status/anyOf"]["enumDescriptions"][0].startswith("Entwurf: Alle Texte entstehen")


def test_every_described_value_can_be_chosen() -> None:
    chosen = {
        f"{name}.{value}"
        for model in MODELS
        for key, field in model.model_fields.items()
        for part in (field.annotation, *get_args(field.annotation))
        for value in get_args(part)
        if (name := f"{model.__name__.lower()}.{key}") in {"event.status", "session.type", "link.type"}
        or name in {"event.language", "series.language", "series.address", "paper.language", "paper.rest"}
        if isinstance(value, str)
    }
    for language in LANGUAGES:
        assert {name for name in meanings(language) if name.count(".") == 2} == chosen


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_example_is_right(name: str) -> None:
    whole = schema(name)
    parts = [part for _, part in nodes(whole) if "examples" in part]
    known = {"event": 16, "series": 5, "organisations": 0, "topics": 0, "private": 6, "paper": 5}
    assert len(parts) == known[name]
    for part in parts:
        validator = Draft202012Validator({"$defs": whole.get("$defs", {}), **part})
        assert [error.message for each in part["examples"] for error in validator.iter_errors(each)] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_the_same_wherever_it_is_made(name: str, environment: dict[str, str]) -> None:
    """Of what stands in somebody's files it knows nothing; and a set has no order that would show."""
    command = [sys.executable, "-m", "labcamp", "schema", name]
    made = {
        subprocess.run(
            command, cwd=folder, env=environment | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for folder, seed in ((REPOSITORY, "1"), (REPOSITORY / "tests/golden", "2"))
    }
    assert len(made) == 1


def test_every_schema_can_be_asked_for() -> None:
    assert [each.value for each in Schema] == list(SCHEMAS)


@pytest.mark.parametrize(
    ("of", "folder"),
    [
        ("event", "events"),
        ("series", "events"),
        ("topics", "events"),
        ("private", "private"),
        ("paper", "events/papers"),
    ],
)
def test_it_is_written_where_editors_look_for_it_and_hinders_nobody(
    of: str, folder: str, workspace: Path, labcamp: Labcamp
) -> None:
    path = workspace / folder / f"{of}.schema.json"
    path.unlink(missing_ok=True)
    would = labcamp("schema", of, "--write", "--dry-run")
    assert (would.out.splitlines()[0].split(), path.exists()) == (["new", f"{folder}/{of}.schema.json"], False)
    before = labcamp("check", "--today", "2026-11-23")
    result = labcamp("schema", of, "--write")
    assert result == (
        0,
        f"created    {folder}/{of}.schema.json\n"
        f"The first line of the file is then: # yaml-language-server: $schema={of}.schema.json\n",
        "",
    )
    assert path.read_bytes() == schema_file(of).content == labcamp("schema", of).out.encode()
    assert labcamp("schema", of, "--write").out.count("\n") == 1
    assert labcamp("check", "--today", "2026-11-23") == before
