"""What all commands share that make something: read, stop at errors, write, and say what became of each file."""

import datetime as dt
import os
import subprocess
import sys
import webbrowser
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import typer

from labcamp.artefact import Artefact
from labcamp.cli.language import say
from labcamp.cli.report import count, tell
from labcamp.findings import LabcampError, Place, finding
from labcamp.render import KINDS, SET, Render
from labcamp.render.typesetting import missing
from labcamp.workspace import Workspace, last_event, load, next_event
from labcamp.write import Outcome, write


@dataclass(frozen=True)
class Target:
    """Where artefacts go, and how."""

    out: Path
    dry_run: bool = False
    force: bool = False
    open: bool = False


def sound(root: Path, today: dt.date) -> Workspace:
    """The workspace of a folder; everything that is wrong in it is raised, for nothing goes out half right."""
    workspace = load(root, today)
    if workspace.errors:
        raise LabcampError(*workspace.errors)
    return workspace


def made(artefacts: Iterable[Artefact], target: Target, closing: str = "", notes: Sequence[str] = ()) -> None:
    """Each artefact is written and has its line, then come notes; the first one is what `--open` opens.

    `closing` says what to do.
    """
    outcomes = []
    for outcome in write(list(artefacts), target.out, dry_run=target.dry_run, force=target.force):
        typer.echo(line(outcome, dry_run=target.dry_run))
        outcomes.append(outcome)
    told_kept(outcomes)
    for note in notes:
        typer.echo(note)
    if target.dry_run:
        typer.echo(say("dry_run"))
    elif target.open and outcomes:
        opened(outcomes[0].path)
    elif outcomes:
        typer.echo(closing or say("open_it", path=outcomes[0].path.as_posix()))


def kinds(*, pdf: bool) -> Mapping[str, Render]:
    """The kinds that are made: without PDF files where nobody wants them, or, which is told, Typst is missing."""
    if pdf and missing():
        tell([finding("LC948", Place(""))])
        pdf = False
    return {kind: render for kind, render in KINDS.items() if pdf or kind not in SET}


def line(outcome: Outcome, *, dry_run: bool) -> str:
    """What became of a file, or would: `created    out/labcamp-10/agenda.html`."""
    word = say(f"would_{outcome.word}" if dry_run else outcome.word)
    return f"{word:<{len(say('unchanged'))}}  {outcome.path.as_posix()}"


def advised(workspace: Workspace) -> None:
    """How much advice there is, in a line: it must not push the results off the screen."""
    if workspace.findings:
        typer.echo(say("advice_left", count=count(workspace.findings)), err=True)


def told_kept(outcomes: Sequence[Outcome]) -> None:
    """Files that a person has changed are named, for they are not what labcamp would have written."""
    tell([finding("LC901", Place(outcome.path.as_posix())) for outcome in outcomes if outcome.word == "kept"])


def opened(path: Path) -> None:
    """The file is shown by the program that the system has for it."""
    if sys.platform == "win32":
        os.startfile(path.resolve())
        return
    program = which("open" if sys.platform == "darwin" else "xdg-open")
    if program:
        subprocess.run([program, str(path.resolve())], check=False, stderr=subprocess.DEVNULL)
    elif not webbrowser.open(path.resolve().as_uri()):
        typer.echo(say("cannot_open", path=path.as_posix()), err=True)


def main_file(workspace: Workspace, out: Path) -> Path | None:
    """What to look at first: the invitation to the next event, else of the last one."""
    event = next_event(workspace) or last_event(workspace)
    return out / event.id / "invitation.html" if event else None
