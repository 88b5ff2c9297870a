"""A new event's file, and the schema beside it, on disk."""

from collections.abc import Mapping
from pathlib import Path

import typer

from labcamp.artefact import Artefact
from labcamp.cli.answers import completed, errors, event_id, given_options
from labcamp.cli.asking import somebody_sits_here
from labcamp.cli.making import line
from labcamp.findings import Finding, UsageError
from labcamp.render.event_file import NewEvent, event_file
from labcamp.render.schema import schema_file
from labcamp.render.templates import open_templates
from labcamp.workspace import EVENTS, Workspace
from labcamp.write import Outcome, create
from labcamp.write.disk import make_folder, put, told
from labcamp.write.places import refuse


def written(
    workspace: Workspace, options: Mapping[str, str | list[str] | None], id_: str | None, *, yes: bool, dry_run: bool
) -> Path:
    """The new file's path; it is on disk, and so is the schema that editors read beside it."""
    given = given_options(workspace, options, id_)
    values = completed(workspace, given, asking=somebody_sits_here() and not yes, proposing=yes)
    name = event_id(workspace, values, id_)
    path = workspace.root / EVENTS / f"{name}.yaml"
    if wrong := errors(workspace, values):
        raise UsageError(*(Finding(path.as_posix(), 0, 0, found.code, found.values) for found in wrong))
    heading = values.get("title") or workspace.series.title_of(str(values["number"]))
    if "theme" in values:
        heading = f"{heading}: {values['theme']}"
    new = NewEvent(name, str(heading), str(values.get("language", workspace.series.language)), values)
    outcome = create(event_file(open_templates(workspace.root), new), path.parent, dry_run=dry_run)
    typer.echo(line(outcome, dry_run=dry_run))
    schema_beside(path.parent, dry_run=dry_run)
    return path


def schema_beside(folder: Path, *, dry_run: bool) -> None:
    """The schema of this labcamp stands in a folder; it is ours alone, so a newer one takes its place."""
    outcome = _replaced(schema_file(), folder, dry_run=dry_run)
    if outcome.word != "unchanged":
        typer.echo(line(outcome, dry_run=dry_run))


def _replaced(artefact: Artefact, folder: Path, *, dry_run: bool) -> Outcome:
    refuse((artefact.name,), folder)
    path = folder / artefact.name
    with told(path):
        before = path.read_bytes() if path.exists() else None
    word = "created" if before is None else "unchanged" if before == artefact.content else "updated"
    if word != "unchanged" and not dry_run:
        make_folder(folder)
        with told(path):
            put(artefact.content, path)
    return Outcome(word, path)
