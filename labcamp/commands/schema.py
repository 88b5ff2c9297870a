"""`schema`: what editors know of the files that people write."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from labcamp.render.schema import schema_file
from labcamp.terminal.language import phrases_of
from labcamp.terminal.making import write_schema
from labcamp.terminal.options import Options
from labcamp.workspace import EVENTS
from labcamp.workspace.papers import PAPERS
from labcamp.workspace.private import FOLDER

say = phrases_of("schema")


class Schema(StrEnum):
    """The files that have a schema."""

    event = "event"
    series = "series"
    organisations = "organisations"
    topics = "topics"
    private = "private"
    paper = "paper"


Of = Annotated[Schema, typer.Argument(show_default=False)]
Written = Annotated[bool, typer.Option("--write")]
# Where editors look for a schema that its file names: beside it
ELSEWHERE = {Schema.private: Path(FOLDER), Schema.paper: Path(EVENTS, PAPERS)}


def schema(of: Of = Schema.event, *, write: Written = False, options: Annotated[Options, "root", "dry_run"]) -> None:
    """The JSON Schema of one of our files, printed, or written beside these files."""
    made = schema_file(of)
    if not write:
        typer.echo(made.content, nl=False)
        return
    write_schema(options.root / ELSEWHERE.get(of, Path(EVENTS)), of, dry_run=options.dry_run)
    typer.echo(say("dry_run") if options.dry_run else say("schema_next", name=made.name))
