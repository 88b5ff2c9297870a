"""The JSON Schemas of our files (draft 2020-12), by which editors help while somebody types."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from labcamp.model import Event, Organisation, Paper, Series, Topic
from labcamp.model.artefact import Artefact
from labcamp.model.fields import TEXT
from labcamp.model.private import Private
from labcamp.model.series import FILE_NAME
from labcamp.texts import LANGUAGES, meanings

ENDING = "schema.json"
DRAFT = "https://json-schema.org/draft/2020-12/schema"
SOME = r"\S"  # quotes with nothing in them are a finding
NOTHING: dict[str, Any] = {"type": "null"}  # `theme:` with nothing behind it is as good as no line

# What an editor offers where a key takes more than a word
EXAMPLES: dict[str, tuple[object, ...]] = {
    "event.number": (12,),
    "event.title": ("Treffen #12",),
    "event.theme": ("Labore finden und verbinden",),
    "event.date": ("2027-09-16", "16.09.2027", "2027-09", "2027-09-16/2027-09-17"),
    "event.time": ("14:00-17:00", "14:00"),
    "event.place": ("online", {"name": "Haus der Ideen", "street": "Musterstraße 1", "city": "Köln", "room": "Saal 2"}),
    "event.hosts": (["werkstatt"],),
    "event.registration": (
        "https://example.org/anmelden",
        {"url": "https://example.org/anmelden", "until": "2027-09-09"},
    ),
    "event.agenda": ([{"title": "Ankommen", "type": "welcome", "minutes": 15}],),
    "event.zone": ("Europe/Vienna",),
    "session.minutes": (15, 30, 45),
    "session.start": ("14:30",),
    "session.tables": (["Thema A", "Thema B"],),
    "link.licence": ("CC BY 4.0",),
    "attendance.people": (35,),
    "attendance.labs": (20,),
    "series.title_pattern": ("Treffen #{number}",),
    "series.regions": (["DE-BE", "AT-9", "CH-ZH"],),
    "series.mails": ({"save-the-date": "12 Wochen", "thanks": "nein"},),
    "series.accent": ("#0b4f8a",),
    "series.logo": ("logo.svg",),
    "paper.version": ("1.0",),
    "paper.date": ("2027-04-01",),
    "paper.licence": ("CC BY 4.0",),
    "paper.doi": ("10.5281/zenodo.1234567",),
    "conclusion.sources": (["labcamp-3/atlas#1"],),
    "private.columns": ({"organisation": "In welchem Labor?"},),
    "private.groups": ({"rounds": 3, "size": "4-5"},),
    "private.delete_after": ("2027-10-16",),
    "groupwishes.size": ("4-5", 4),
    "groupwishes.apart": ([["Ada Muster", "Ben Beispiel"]],),
    "groupwishes.tables": ({"Ada Muster": 3},),
}  # fmt: skip


class _Generate(GenerateJsonSchema):
    """pydantic's own, where a text may also look like a number or like yes and no to the editor's YAML."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Any text; an empty one is refused by the pattern that `_tidy` adds."""
        return super().str_schema(schema) | {"type": TEXT}


def schema(of: str = "event") -> dict[str, Any]:
    """The schema of a file: what labcamp refuses is refused as far as a schema can know it, and nothing else."""
    return {"$schema": DRAFT, **SCHEMAS[of]()}


def schema_file(of: str = "event") -> Artefact:
    """The schema of a file, as a file that stands beside those that it is about."""
    text = json.dumps(schema(of), ensure_ascii=False, indent=2)
    return Artefact(f"{of}.{ENDING}", f"{text}\n".encode())


def _event() -> dict[str, Any]:
    # The series gives what the file does not say; a title follows from the number.
    one = [{"required": [key], "properties": {key: {"not": NOTHING}}} for key in ("title", "number")]
    return {"anyOf": one, **_of_model(Event, required=())}


def _paper() -> dict[str, Any]:
    # The series gives the language; what has no findings is a reader, and says how it is ordered.
    one = [{"required": [key], "properties": {key: {"not": NOTHING}}} for key in ("findings", "rest")]
    return {"anyOf": one, **_of_model(Paper, required=("title",))}


def _by_ids(model: type[BaseModel], of: str) -> dict[str, Any]:
    """A mapping in which each id has a name, or more."""
    one = {"anyOf": [{"type": TEXT, "pattern": SOME}, _of_model(model), NOTHING]}
    id_ = model.model_json_schema()["properties"][FILE_NAME]["pattern"]
    whole = {"type": "object", "propertyNames": {"pattern": id_}, "additionalProperties": one}
    return _described(whole, of)


def _of_model(model: type[BaseModel], required: Sequence[str] | None = None) -> dict[str, Any]:
    """The schema of a model, with those that it is made of; `required` is what the file needs, if not all."""
    made = model.model_json_schema(schema_generator=_Generate)
    definitions = {name: _mapping(name, each) for name, each in made.pop("$defs", {}).items()}
    whole = _mapping(model.__name__, made if required is None else made | {"required": list(required)})
    return whole | ({"$defs": definitions} if definitions else {})


def _mapping(name: str, definition: dict[str, Any]) -> dict[str, Any]:
    """The schema of one model, where each key that is not required may have nothing behind it."""
    required = definition.get("required", [])
    properties = {
        key: _explained(_tidy(value) if key in required else _or_nothing(_tidy(value)), f"{name.lower()}.{key}")
        for key, value in definition["properties"].items()
        if key != FILE_NAME
    }
    kept = {key: value for key, value in definition.items() if key not in {"title", "required"}}
    return _described(kept | {"properties": properties, "required": required}, name.lower())


def _tidy(value: Any) -> Any:
    """A part of the schema without pydantic's names and defaults, which say nothing to a person who types."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    tidy = {key: _tidy(item) for key, item in value.items() if key not in {"title", "default"}}
    if "items" in tidy:
        tidy["items"] = _or_nothing(tidy["items"])
    if tidy.get("type") == TEXT:
        tidy.setdefault("pattern", SOME)
    return tidy


def _or_nothing(value: dict[str, Any]) -> dict[str, Any]:
    """The schema, or nothing at all."""
    choices = value.get("anyOf", [value]) if set(value) <= {"anyOf"} else [value]
    return {"anyOf": [*(choice for choice in choices if choice != NOTHING), NOTHING]}


# What an editor shows


def _described(value: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema with what it is about, in each language: as text, and as VS Code shows it."""
    first, *others = _in_each_language(name)
    shown = {
        "description": "\n\n".join([first, *others]),
        "markdownDescription": "\n\n".join([first, *(f"*{other}*" for other in others)]),
    }
    return {**shown, **{key: item for key, item in value.items() if key not in shown}}


def _explained(value: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema of a key with what it means, with examples, and with what each of its values means."""
    examples = {"examples": list(EXAMPLES[name])} if name in EXAMPLES else {}
    return _described(examples | _with_values(value, name), name)


def _with_values(value: Any, name: str) -> Any:
    """The schema in which a list of values also says what they mean (enumDescriptions is VS Code's)."""
    if isinstance(value, list):
        return [_with_values(item, name) for item in value]
    if not isinstance(value, dict):
        return value
    known = {key: _with_values(item, name) for key, item in value.items()}
    words = [" / ".join(_in_each_language(f"{name}.{each}")) for each in value.get("enum", ())]
    if words and all(words):
        known["enumDescriptions"] = words
    return known


def _in_each_language(name: str) -> list[str]:
    """What a key or one of its values means; nothing where that is not said."""
    return [text for language in LANGUAGES if (text := meanings(language).get(name, ""))]


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "event": _event,
    "series": lambda: _of_model(Series),
    "organisations": lambda: _by_ids(Organisation, "organisations"),
    "topics": lambda: _by_ids(Topic, "topics"),
    "private": lambda: _of_model(Private),
    "paper": _paper,
}
