"""`schema`: what editors know of the files that people write."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from labcamp.render.schema import schema as made
from labcamp.terminal.language import help_for
from labcamp.terminal.options import Lang


class Schema(StrEnum):
    """The files that have a schema."""

    event = "event"
    series = "series"
    organisations = "organisations"
    private = "private"


Of = Annotated[Schema, typer.Argument(metavar=help_for("FILE"), help=help_for("schema_of"), show_default=False)]


def schema(of: Of = Schema.event, *, lang: Lang = None) -> None:
    """The JSON Schema of one of our files."""
    typer.echo(json.dumps(made(of), ensure_ascii=False, indent=2))
