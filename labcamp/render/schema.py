"""The JSON Schema of the event file (draft 2020-12), by which editors help while somebody types."""

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from labcamp.artefact import Artefact
from labcamp.model import Event
from labcamp.model.fields import TEXT
from labcamp.model.series import FILE_NAME

NAME = "event.schema.json"
SOME = r"\S"  # quotes with nothing in them are a finding
NOTHING: dict[str, Any] = {"type": "null"}  # `theme:` with nothing behind it is as good as no line


class _Generate(GenerateJsonSchema):
    """pydantic's own, where a text may also look like a number or like yes and no to the editor's YAML."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Any text; an empty one is refused by the pattern that `_tidy` adds."""
        return super().str_schema(schema) | {"type": TEXT}


def schema() -> dict[str, Any]:
    """The schema: what labcamp refuses is refused as far as a schema can know it, and nothing else."""
    made = Event.model_json_schema(schema_generator=_Generate)
    definitions = {name: _mapping(definition) for name, definition in made.pop("$defs").items()}
    # The series gives what the file does not say; a title follows from the number.
    event = _mapping(made | {"required": []})
    del event["properties"][FILE_NAME]
    event["anyOf"] = [{"required": [key], "properties": {key: {"not": NOTHING}}} for key in ("title", "number")]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **event, "$defs": definitions}


def schema_file() -> Artefact:
    """The schema as a file that stands beside the events."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2)
    return Artefact(NAME, f"{text}\n".encode())


def _mapping(definition: dict[str, Any]) -> dict[str, Any]:
    """The schema of one model, where each key that is not required may have nothing behind it."""
    required = definition.get("required", [])
    properties = {
        key: _tidy(value) if key in required else _or_nothing(_tidy(value))
        for key, value in definition["properties"].items()
    }
    return {key: value for key, value in definition.items() if key not in {"title", "required"}} | {
        "properties": properties,
        "required": required,
    }


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
