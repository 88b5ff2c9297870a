"""`schema`: what editors know of the files that people write."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from labcamp.render.schema import schema as made


class Schema(StrEnum):
    """The files that have a schema."""

    event = "event"
    series = "series"
    organisations = "organisations"
    topics = "topics"
    private = "private"
    paper = "paper"


Of = Annotated[Schema, typer.Argument(show_default=False)]


def schema(of: Of = Schema.event) -> None:
    """The JSON Schema of one of our files."""
    typer.echo(f"{json.dumps(made(of), ensure_ascii=False, indent=2)}\n".encode(), nl=False)
